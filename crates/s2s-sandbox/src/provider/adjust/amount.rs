//! Amounts of money.

/// A decimal amount, exact enough to compare with the limits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Amount {
    pub(super) units: u64,
    pub(super) nanos: u64,
    /// Whether there is more after the ninth digit.
    pub(super) more: bool,
}

impl Amount {
    /// Reads digits, and perhaps a point with digits after it. More units than fit are more than
    /// any limit.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_digits(whole) || !is_digits(fraction) {
            return None;
        }
        let nanos = fraction.bytes().chain(std::iter::repeat(b'0')).take(9);
        Some(Self {
            units: whole.parse().unwrap_or(u64::MAX),
            nanos: nanos.fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0')),
            more: fraction.bytes().skip(9).any(|digit| digit != b'0'),
        })
    }
}
