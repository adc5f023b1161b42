//! Adjust's `/event`.

mod devices;
mod fields;
mod lanes;
mod requests;
mod tokens;
