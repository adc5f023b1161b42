//! The sandbox's clock.

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, de::Error as _};

/// The machine's clock, or a fixed one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    fixed: Option<Timestamp>,
}

impl Clock {
    /// A clock that is fixed at an instant in RFC 3339.
    pub(crate) fn at(rfc3339: &str) -> Result<Self, &'static str> {
        let fixed = rfc3339.parse().map_err(|_| "`now` must be an RFC 3339 instant in quotes, such as \"2026-11-20T12:00:00Z\"")?;
        Ok(Self { fixed: Some(fixed) })
    }

    pub(crate) fn now(self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }
}

impl<'de> Deserialize<'de> for Clock {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::at(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}
