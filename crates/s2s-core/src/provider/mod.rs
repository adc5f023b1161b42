//! One folder per provider API: `config.rs`, `event.rs`, `build.rs` (event to request) and `interpret.rs` (answer to outcome),
//! `deliver.rs` (what delivering has to know).

pub mod adjust;
pub mod metrix;
pub mod metrix_inapp;

mod answer;
mod base_url;
pub(crate) mod deliver;
mod fields;
mod mask;
mod rules;

pub(crate) use fields::{camel_case, fields, snake_case};
