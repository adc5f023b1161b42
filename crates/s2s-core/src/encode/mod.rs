//! The only place that escapes.

pub(crate) mod form;
pub(crate) mod json;
pub(crate) mod percent;
