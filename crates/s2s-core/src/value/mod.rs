//! The values that events are made of: as the caller gives them, and how they are checked.

pub(crate) mod currency;
pub(crate) mod decimal;
pub(crate) mod device_id;
pub(crate) mod exact;
#[cfg(feature = "uniffi")]
mod foreign;
pub(crate) mod json;
pub(crate) mod lend;
#[cfg(feature = "uniffi")]
pub(crate) mod lowered;
mod number;
mod pairs;
pub(crate) mod text;
mod time;
mod timestamp;

pub use json::Json;
pub use number::Number;
pub use pairs::Pairs;
pub(crate) use pairs::repeated;
pub use text::Text;
pub use time::Time;
pub use timestamp::Timestamp;

pub(crate) use decimal::Decimal;
pub(crate) use exact::{EXACT, TIME};
pub(crate) use json::MAX_DEPTH;
pub(crate) use number::NumberRef;
pub(crate) use time::TimeRef;
