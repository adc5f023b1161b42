//! Exact decimals: reads a text, compares, and writes one canonical form.

use std::iter;

use crate::issue::Code;

/// The value of a decimal text: `0.d₁d₂…dₙ × 10^point`, where neither d₁ nor dₙ is zero.
#[derive(Clone)]
pub(crate) struct Decimal<'a> {
    negative: bool,
    /// The digits before and after the decimal point, as written.
    written: (&'a str, &'a str),
    /// How many of the written digits are leading zeros.
    leading: usize,
    /// How many digits follow them until only zeros are left.
    digits: usize,
    point: i64,
}

impl<'a> Decimal<'a> {
    /// Reads `-`, digits, a fraction and an exponent, the last three as in JSON, but for leading zeros, which are allowed.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Code> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent).ok_or(Code::InvalidNumber)?),
            None => (unsigned, 0),
        };
        let (integer, fraction) = match mantissa.split_once('.') {
            Some((_, "")) => return Err(Code::InvalidNumber),
            Some(parts) => parts,
            None => (mantissa, ""),
        };
        let is_number = !integer.is_empty() && integer.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !is_number {
            let name = unsigned.strip_prefix('+').unwrap_or(unsigned);
            let not_finite = ["nan", "inf", "infinity"].iter().any(|known| name.eq_ignore_ascii_case(known));
            return Err(if not_finite { Code::NotFinite } else { Code::InvalidNumber });
        }
        let written = integer.len() + fraction.len();
        let is_zero = |byte: &u8| *byte == b'0';
        let leading = integer.bytes().chain(fraction.bytes()).take_while(is_zero).count();
        let trailing = fraction.bytes().rev().chain(integer.bytes().rev()).take_while(is_zero).count();
        let digits = written.saturating_sub(leading + trailing);
        let point = if digits == 0 { 0 } else { to_i64(integer.len()) - to_i64(leading) + exponent };
        Ok(Self { negative, written: (integer, fraction), leading, digits, point })
    }

    pub(crate) fn is_zero(&self) -> bool {
        self.digits == 0
    }

    pub(crate) fn is_negative(&self) -> bool {
        self.negative && !self.is_zero()
    }

    /// Whether the value is at least 10^`exponent`.
    pub(crate) fn is_at_least_ten_to(&self, exponent: i64) -> bool {
        !self.negative && !self.is_zero() && self.point > exponent
    }

    /// Whether the value is at most 10^`exponent`.
    pub(crate) fn is_at_most_ten_to(&self, exponent: i64) -> bool {
        self.negative || self.point <= exponent || (self.point == exponent + 1 && self.significant().eq([b'1']))
    }

    pub(crate) fn is_integer(&self) -> bool {
        self.point >= to_i64(self.digits)
    }

    /// The value, if it is an integer that fits.
    pub(crate) fn to_i64(&self) -> Option<i64> {
        if !self.is_integer() || self.point > 19 {
            return None;
        }
        let zeros = iter::repeat_n(b'0', usize::try_from(self.point).ok()?.saturating_sub(self.digits));
        self.significant().chain(zeros).try_fold(0_i64, |value, digit| {
            let digit = i64::from(digit - b'0');
            let value = value.checked_mul(10)?;
            if self.negative { value.checked_sub(digit) } else { value.checked_add(digit) }
        })
    }

    /// How many digits the canonical form has, without the zero before a decimal point.
    pub(crate) fn canonical_digits(&self) -> i64 {
        let digits = to_i64(self.digits);
        if self.point <= 0 { digits - self.point } else { digits.max(self.point) }
    }

    /// Appends the canonical form: no exponent, no leading or trailing zeros, no negative zero.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        if self.is_negative() {
            out.push(b'-');
        }
        if self.point <= 0 {
            out.push(b'0');
            if !self.is_zero() {
                out.push(b'.');
                out.extend(iter::repeat_n(b'0', usize::try_from(-self.point).unwrap_or(0)));
                out.extend(self.significant());
            }
            return;
        }
        let point = usize::try_from(self.point).unwrap_or(usize::MAX);
        out.extend(self.significant().take(point));
        if self.digits > point {
            out.push(b'.');
            out.extend(self.significant().skip(point));
        } else {
            out.extend(iter::repeat_n(b'0', point - self.digits));
        }
    }

    fn significant(&self) -> impl Iterator<Item = u8> {
        let (integer, fraction) = self.written;
        integer.bytes().chain(fraction.bytes()).skip(self.leading).take(self.digits)
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_negative() == other.is_negative() && self.point == other.point && self.significant().eq(other.significant())
    }
}

/// The exponent, held within bounds that no allowed number comes near.
fn parse_exponent(text: &str) -> Option<i64> {
    const BOUND: i64 = 1_000_000_000;
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(BOUND).min(BOUND);
    Some(if text.starts_with('-') { -magnitude } else { magnitude })
}

/// Lengths of texts in memory fit.
fn to_i64(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> String {
        let mut out = Vec::new();
        Decimal::parse(text).unwrap().write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_value_has_one_form() {
        for (written, expected) in [
            ("19.99", "19.99"),
            ("19.90", "19.9"),
            ("0.1", "0.1"),
            ("1e2", "100"),
            ("1E+2", "100"),
            ("120e-1", "12"),
            ("007.50", "7.5"),
            ("0", "0"),
            ("-0", "0"),
            ("-0.00e5", "0"),
            ("-1.50", "-1.5"),
            ("1e-3", "0.001"),
            ("12345e-3", "12.345"),
            ("100", "100"),
            ("0.00120", "0.0012"),
            ("0e999999999999999999999", "0"),
        ] {
            assert_eq!(canonical(written), expected, "{written}");
        }
    }

    #[test]
    fn digits_are_counted_without_writing_them() {
        for (written, expected) in
            [("1e27", 28), ("1e28", 29), ("0.001", 3), ("1e999999999999999999999", 1_000_000_001), ("12.5", 3), ("0", 0)]
        {
            assert_eq!(Decimal::parse(written).unwrap().canonical_digits(), expected, "{written}");
        }
    }

    #[test]
    fn integers_are_told_from_fractions() {
        for (written, expected) in [
            ("12", Some(12)),
            ("1.2e1", Some(12)),
            ("-12.0", Some(-12)),
            ("1.5", None),
            ("9223372036854775807", Some(i64::MAX)),
            ("9223372036854775808", None),
            ("0", Some(0)),
            ("0.5", None),
        ] {
            assert_eq!(Decimal::parse(written).unwrap().to_i64(), expected, "{written}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_apart() {
        for text in ["", "-", "+1", ".5", "5.", "1,000", " 1", "0x10", "1e", "1e+", "١", "1.2.3", "1e1.5", "--1"] {
            assert_eq!(Decimal::parse(text).err(), Some(Code::InvalidNumber), "{text}");
        }
        for text in ["NaN", "nan", "inf", "-Infinity", "+inf"] {
            assert_eq!(Decimal::parse(text).err(), Some(Code::NotFinite), "{text}");
        }
    }
}
