//! From JSON, or the values of other languages, to structs: everything that is wrong is found, and told in the caller's spelling.

mod place;
mod quotes;
pub(super) mod raw;
mod scan;
pub(crate) mod source;
pub(super) mod spelling;
#[cfg(test)]
mod tests;
pub(crate) mod text;
mod tree;
pub(super) mod typed;
