//! A checked point in time.

use std::fmt;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::issue::Code;

/// A point in time: milliseconds since 1970-01-01T00:00:00Z, within the years 0000 to 9999. What is finer is truncated toward the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// 0000-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_167_219_200_000);
    /// 9999-12-31T23:59:59.999Z.
    pub const MAX: Self = Self(253_402_300_799_999);

    /// The point in time of that many milliseconds since the Unix epoch, `None` beyond [`Timestamp::MIN`] and [`Timestamp::MAX`].
    pub const fn from_unix_millis(millis: i64) -> Option<Self> {
        if Self::MIN.0 <= millis && millis <= Self::MAX.0 { Some(Self(millis)) } else { None }
    }

    /// Reads RFC 3339 (`2026-11-20T10:00:00.5+03:30`).
    ///
    /// A leap second is taken as the last millisecond before it ends.
    ///
    /// # Errors
    /// [`Code::TimeWithoutOffset`], [`Code::InvalidTime`], or [`Code::OutOfRange`] beyond the years 0000 to 9999.
    pub fn parse(text: &str) -> Result<Self, Code> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T' | b't' | b' ', h1, h2, b':', n1, n2, b':', s1, s2, rest @ ..] =
            text.as_bytes()
        else {
            return Err(Code::InvalidTime);
        };
        let number = |digits: &[u8]| {
            digits.iter().try_fold(0, |value: i64, digit| digit.is_ascii_digit().then(|| value * 10 + i64::from(digit - b'0')))
        };
        let field = |digits: &[u8]| number(digits).ok_or(Code::InvalidTime);

        let day = days(field(&[*y1, *y2, *y3, *y4])?, field(&[*m1, *m2])?, field(&[*d1, *d2])?).ok_or(Code::InvalidTime)?;
        let (hour, minute, second) = (field(&[*h1, *h2])?, field(&[*n1, *n2])?, field(&[*s1, *s2])?);
        let (fraction, rest) = match rest {
            [b'.', rest @ ..] => {
                let end = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
                let (digits, rest) = rest.split_at_checked(end).filter(|(digits, _)| !digits.is_empty()).ok_or(Code::InvalidTime)?;
                (digits, rest)
            }
            rest => (&[][..], rest),
        };
        let millis = fraction.iter().chain(b"00").take(3).fold(0, |value, digit| value * 10 + i64::from(digit - b'0'));
        let millis = if fraction.is_empty() { 0 } else { millis };
        let offset = match rest {
            [b'Z' | b'z'] => 0,
            [sign @ (b'+' | b'-'), h1, h2, b':', n1, n2] => {
                let (hours, minutes) = (field(&[*h1, *h2])?, field(&[*n1, *n2])?);
                if hours > 23 || minutes > 59 {
                    return Err(Code::InvalidTime);
                }
                let minutes = hours * 60 + minutes;
                if *sign == b'-' { -minutes } else { minutes }
            }
            [] => return Err(Code::TimeWithoutOffset),
            _ => return Err(Code::InvalidTime),
        };
        if hour > 23 || minute > 59 || second > 60 {
            return Err(Code::InvalidTime);
        }
        let minutes = day * 1_440 + hour * 60 + minute - offset;
        if second == 60 && minutes.rem_euclid(1_440) != 1_439 {
            return Err(Code::InvalidTime);
        }
        let millis = if second == 60 { 59_999 } else { second * 1_000 + millis };
        Self::from_unix_millis(minutes * 60_000 + millis).ok_or(Code::OutOfRange)
    }

    /// Reads a date without a time (`1993-04-04`): its midnight in UTC.
    pub(crate) fn parse_date(text: &str) -> Option<Self> {
        (text.len() == 10).then(|| Self::parse(&format!("{text}T00:00:00Z")).ok()).flatten()
    }

    /// Reads the date of an HTTP header (RFC 9110, section 5.6.7).
    pub(crate) fn parse_http_date(text: &str) -> Option<Self> {
        httpdate::parse_http_date(text).ok()?.try_into().ok()
    }

    /// Milliseconds since the Unix epoch.
    pub const fn unix_millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the Unix epoch, truncated toward the past.
    pub const fn unix_seconds(self) -> i64 {
        self.0.div_euclid(1_000)
    }

    /// The beginning of its second.
    pub(crate) const fn whole_seconds(self) -> Self {
        Self(self.unix_seconds() * 1_000)
    }

    /// `2017-01-02T15:04:05.000+0000`: ISO 8601 as Adjust documents it, in UTC.
    pub(crate) fn iso8601(self) -> String {
        format!("{}+0000", self.without_offset())
    }

    /// `2019-05-15 12:17:01.123`: a date and a time in UTC as AppsFlyer documents them.
    pub(crate) fn date_and_time(self) -> String {
        self.without_offset().replacen('T', " ", 1)
    }

    /// The midnight, in UTC, with which its day begins.
    pub(crate) const fn midnight(self) -> Self {
        Self(self.0.div_euclid(86_400_000) * 86_400_000)
    }

    fn without_offset(self) -> String {
        let (year, month, day) = civil(self.0.div_euclid(86_400_000));
        let millis = self.0.rem_euclid(86_400_000);
        let (hour, minute, second) = (millis / 3_600_000, millis / 60_000 % 60, millis / 1_000 % 60);
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}", millis % 1_000)
    }
}

/// RFC 3339 in UTC, with milliseconds: `2026-11-20T10:00:00.500Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", self.without_offset())
    }
}

/// Fails beyond the years 0000 to 9999.
impl TryFrom<SystemTime> for Timestamp {
    type Error = Code;

    fn try_from(time: SystemTime) -> Result<Self, Code> {
        let millis = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i64::try_from(after.as_millis()).ok(),
            Err(before) => i64::try_from(before.duration().as_nanos().div_ceil(1_000_000)).ok().map(|millis| -millis),
        };
        millis.and_then(Self::from_unix_millis).ok_or(Code::OutOfRange)
    }
}

/// As [`Timestamp::parse`].
impl FromStr for Timestamp {
    type Err = Code;

    fn from_str(text: &str) -> Result<Self, Code> {
        Self::parse(text)
    }
}

/// Fails beyond the years 0000 to 9999.
#[cfg(feature = "chrono")]
impl<Z: chrono::TimeZone> TryFrom<chrono::DateTime<Z>> for Timestamp {
    type Error = Code;

    fn try_from(time: chrono::DateTime<Z>) -> Result<Self, Code> {
        // A leap second counts its milliseconds past 1000, and is taken as `parse` does.
        let millis = i64::from(time.timestamp_subsec_millis().min(999));
        Self::from_unix_millis(time.timestamp() * 1_000 + millis).ok_or(Code::OutOfRange)
    }
}

/// Fails beyond the years 0000 to 9999.
#[cfg(feature = "jiff")]
impl TryFrom<jiff::Timestamp> for Timestamp {
    type Error = Code;

    fn try_from(time: jiff::Timestamp) -> Result<Self, Code> {
        // jiff truncates toward the epoch.
        let millis = time.as_nanosecond().div_euclid(1_000_000);
        i64::try_from(millis).ok().and_then(Self::from_unix_millis).ok_or(Code::OutOfRange)
    }
}

/// Fails beyond the years 0000 to 9999.
#[cfg(feature = "jiff")]
impl TryFrom<jiff::Zoned> for Timestamp {
    type Error = Code;

    fn try_from(time: jiff::Zoned) -> Result<Self, Code> {
        time.timestamp().try_into()
    }
}

/// Fails beyond the years 0000 to 9999.
#[cfg(feature = "time")]
impl TryFrom<time::OffsetDateTime> for Timestamp {
    type Error = Code;

    fn try_from(time: time::OffsetDateTime) -> Result<Self, Code> {
        let millis = time.unix_timestamp_nanos().div_euclid(1_000_000);
        i64::try_from(millis).ok().and_then(Self::from_unix_millis).ok_or(Code::OutOfRange)
    }
}

/// Fails beyond the years 0000 to 9999.
#[cfg(feature = "time")]
impl TryFrom<time::UtcDateTime> for Timestamp {
    type Error = Code;

    fn try_from(time: time::UtcDateTime) -> Result<Self, Code> {
        let millis = time.unix_timestamp_nanos().div_euclid(1_000_000);
        i64::try_from(millis).ok().and_then(Self::from_unix_millis).ok_or(Code::OutOfRange)
    }
}

/// Days from the Unix epoch to a date of the proleptic Gregorian calendar: years counted from March, in eras of 400 (Howard Hinnant's `days_from_civil`).
fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=last).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}

/// The inverse of [`days`].
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_3339_is_read_to_the_millisecond_toward_the_past() {
        for (text, millis) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2016-12-31T23:59:60Z", 1_483_228_799_999),
            ("2017-01-01T05:29:60+05:30", 1_483_228_799_999),
            ("2026-11-20T10:00:00.1Z", 1_795_168_800_100),
            ("2026-11-20t10:00:00.123999z", 1_795_168_800_123),
            ("2026-11-20 13:30:00+03:30", 1_795_168_800_000),
            ("1969-12-31T23:59:59.9999Z", -1),
            ("0000-01-01T00:00:00Z", Timestamp::MIN.0),
            ("9999-12-31T23:59:59.999Z", Timestamp::MAX.0),
        ] {
            assert_eq!(Timestamp::parse(text).map(Timestamp::unix_millis), Ok(millis), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_says_why() {
        for text in [
            "",
            "yesterday",
            "2026-11-20",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-11-20T24:00:00Z",
            "2026-11-20T10:00:60Z",
            "2026-11-20T10:00:00.Z",
            "2026-11-20T10:00:00+24:00",
            "2026-11-20T10:00:00+0330",
            "2026-11-20T10:00Z",
            "2026-11-20T10:00:00Z ",
            "+026-11-20T10:00:00Z",
        ] {
            assert_eq!(Timestamp::parse(text), Err(Code::InvalidTime), "{text}");
        }
        assert_eq!(Timestamp::parse("2026-11-20T10:00:00"), Err(Code::TimeWithoutOffset));
        assert_eq!(Timestamp::parse("2026-11-20T10:00:00.5"), Err(Code::TimeWithoutOffset));
        assert_eq!(Timestamp::parse("0000-01-01T00:00:00+00:01"), Err(Code::OutOfRange));
        assert_eq!(Timestamp::parse("9999-12-31T23:59:59-00:01"), Err(Code::OutOfRange));
    }

    #[test]
    fn a_system_time_before_the_epoch_is_truncated_toward_the_past() {
        let before = UNIX_EPOCH - std::time::Duration::from_nanos(1);
        assert_eq!(Timestamp::try_from(before).map(Timestamp::unix_millis), Ok(-1));
    }

    #[test]
    fn iso_8601_is_written_as_adjust_documents_it() {
        assert_eq!(Timestamp::parse("2017-01-02T15:04:05Z").unwrap().iso8601(), "2017-01-02T15:04:05.000+0000");
        assert_eq!(Timestamp::parse("0000-02-29T00:00:00.007Z").unwrap().iso8601(), "0000-02-29T00:00:00.007+0000");
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_a_calendar_library(millis in Timestamp::MIN.0..=Timestamp::MAX.0) {
            let reference = jiff::Timestamp::from_millisecond(millis).unwrap();
            proptest::prop_assert_eq!(Timestamp::parse(&reference.to_string()).map(|own| own.0), Ok(millis));
            proptest::prop_assert_eq!(Timestamp(millis).to_string().parse::<jiff::Timestamp>().unwrap(), reference);
        }
    }
}
