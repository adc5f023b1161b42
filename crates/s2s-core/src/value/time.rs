//! Times as the caller gives them.

use std::borrow::Cow;
use std::fmt;
use std::time::SystemTime;

use serde::{Deserialize, Deserializer};

use super::exact::{self, Exact};
use super::lend::Lend;
#[cfg(feature = "uniffi")]
use super::lowered;
use super::{Decimal, Number, TIME, Text, Timestamp};
use crate::issue::Code;

/// A time as the caller gave it; it is checked when a request is built.
///
/// A text is RFC 3339 with an offset (`2026-11-20T10:00:00Z`). A number is whole Unix **milliseconds**.
/// Milliseconds that lie before 1980 although the same number of seconds lies after 2001 are refused: they were meant as seconds.
#[derive(Clone, PartialEq, Eq)]
pub struct Time(pub(super) Given);

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Given {
    Text(Text),
    Millis(Number),
    Time(Timestamp),
}

/// A borrowed time.
#[derive(Clone, Copy)]
pub(crate) struct TimeRef<'e>(GivenRef<'e>);

#[derive(Clone, Copy)]
enum GivenRef<'e> {
    Text(&'e str),
    Millis(&'e str),
    Time(Timestamp),
}

/// A time as it is read.
pub(crate) enum ReadTime<'t> {
    Text(Cow<'t, str>),
    Millis(Cow<'t, str>),
    Time(Timestamp),
}

impl Lend for Time {
    type Ref<'e> = TimeRef<'e>;
    type Read<'t> = ReadTime<'t>;

    fn lend(&self) -> TimeRef<'_> {
        TimeRef(match &self.0 {
            Given::Text(text) => GivenRef::Text(text),
            Given::Millis(number) => GivenRef::Millis(number.as_str()),
            Given::Time(time) => GivenRef::Time(*time),
        })
    }

    fn lend_read<'e>(read: &'e ReadTime<'_>) -> TimeRef<'e> {
        TimeRef(match read {
            ReadTime::Text(text) => GivenRef::Text(text),
            ReadTime::Millis(digits) => GivenRef::Millis(digits),
            ReadTime::Time(time) => GivenRef::Time(*time),
        })
    }

    #[cfg(feature = "uniffi")]
    fn lift<'t>(from: &mut &'t [u8]) -> Option<ReadTime<'t>> {
        let Self(given) = lowered::lifted(from)?;
        Some(match given {
            Given::Text(text) => ReadTime::Text(Cow::Owned(text.into())),
            Given::Millis(digits) => ReadTime::Millis(Cow::Owned(digits.as_str().to_owned())),
            Given::Time(time) => ReadTime::Time(time),
        })
    }
}

impl TimeRef<'_> {
    /// Returns the point in time, or the code of its issue.
    pub(crate) fn check(self) -> Result<Timestamp, Code> {
        /// 1980-01-01 in milliseconds, 2001-01-01 in seconds.
        const MEANT_AS_SECONDS: std::ops::Range<i64> = 978_307_200..315_532_800_000;
        match self.0 {
            GivenRef::Text(text) => read(text),
            GivenRef::Millis(digits) => match whole(digits)? {
                millis if MEANT_AS_SECONDS.contains(&millis) => Err(Code::TimeUnit),
                millis => Timestamp::from_unix_millis(millis).ok_or(Code::OutOfRange),
            },
            GivenRef::Time(time) => Ok(time),
        }
    }

    /// As [`TimeRef::check`], for a date of birth: any number of milliseconds, and a date without a time, too.
    pub(crate) fn check_birthday(self) -> Result<Timestamp, Code> {
        match self.0 {
            GivenRef::Text(text) => Timestamp::parse_date(text).map_or_else(|| read(text), Ok),
            GivenRef::Millis(digits) => Timestamp::from_unix_millis(whole(digits)?).ok_or(Code::OutOfRange),
            GivenRef::Time(time) => Ok(time),
        }
    }
}

fn read(text: &str) -> Result<Timestamp, Code> {
    if text.is_empty() { Err(Code::Empty) } else { Timestamp::parse(text) }
}

fn whole(digits: &str) -> Result<i64, Code> {
    let decimal = Decimal::parse(digits)?;
    if !decimal.is_integer() {
        return Err(Code::NotAnInteger);
    }
    decimal.to_i64().ok_or(Code::OutOfRange)
}

impl From<&str> for Time {
    fn from(text: &str) -> Self {
        Self(Given::Text(text.into()))
    }
}

impl From<String> for Time {
    fn from(text: String) -> Self {
        Self(Given::Text(text.into()))
    }
}

impl From<i64> for Time {
    fn from(millis: i64) -> Self {
        Self(Given::Millis(millis.into()))
    }
}

impl From<Timestamp> for Time {
    /// A point in time is never treated as seconds.
    fn from(time: Timestamp) -> Self {
        Self(Given::Time(time))
    }
}

impl From<SystemTime> for Time {
    /// A time beyond the year 9999 becomes one that building refuses.
    fn from(time: SystemTime) -> Self {
        Timestamp::try_from(time).map_or_else(|_| i64::MAX.into(), Self::from)
    }
}

/// Points in time of other crates. A time beyond the year 9999 becomes one that building refuses.
macro_rules! from_foreign {
    ($feature:literal $time:ty) => {
        #[cfg(feature = $feature)]
        impl From<$time> for Time {
            fn from(time: $time) -> Self {
                Timestamp::try_from(time).map_or_else(|_| i64::MAX.into(), Self::from)
            }
        }
    };
    ($feature:literal $time:ty, $($zone:tt)+) => {
        #[cfg(feature = $feature)]
        impl<$($zone)+> From<$time> for Time {
            fn from(time: $time) -> Self {
                Timestamp::try_from(time).map_or_else(|_| i64::MAX.into(), Self::from)
            }
        }
    };
}

from_foreign! { "chrono" chrono::DateTime<Z>, Z: chrono::TimeZone }
from_foreign! { "jiff" jiff::Timestamp }
from_foreign! { "jiff" jiff::Zoned }
from_foreign! { "time" time::OffsetDateTime }
from_foreign! { "time" time::UtcDateTime }

/// A time may be a birthday; it is not shown.
impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time")
    }
}

impl<'de> Deserialize<'de> for ReadTime<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match exact::read(TIME, deserializer)? {
            Exact::Text(text) => Self::Text(text),
            Exact::Number(digits) | Exact::Decimal(digits) => Self::Millis(digits),
            Exact::Time(time) => Self::Time(time),
        })
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(match ReadTime::deserialize(deserializer)? {
            ReadTime::Text(text) => Given::Text((&*text).into()),
            ReadTime::Millis(digits) => Given::Millis(digits.into()),
            ReadTime::Time(time) => Given::Time(time),
        }))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": ["string", "integer"] })
    }
}
