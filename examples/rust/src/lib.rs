//! Recipes: each file is one, and the tests run them against the sandbox.

pub mod axum_handler;
pub mod file_journal;
pub mod purchases_everywhere;
pub mod quick_start;
pub mod send_with_hyper;
pub mod spawn_driver;
