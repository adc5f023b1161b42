//! Exact decimals: reads a text, compares, and writes one canonical form.

use std::iter;

use crate::issue::Code;

/// The value of a decimal text: `0.d₁d₂…dₙ × 10^point`, where neither d₁ nor dₙ is zero.
#[derive(Clone)]
pub(crate) struct Decimal<'a> {
    negative: bool,
    /// The digits before the decimal point as it was written, without leading zeros.
    integer: &'a [u8],
    /// The digits after the decimal point, without trailing zeros.
    fraction: &'a [u8],
    exponent: i64,
    /// How many digits there are from the first that is not zero to the last that is not.
    digits: usize,
    point: i64,
}

impl<'a> Decimal<'a> {
    /// Reads `-`, digits, a fraction and an exponent, the last three as in JSON, but for leading zeros, which are allowed.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Code> {
        let bytes = text.as_bytes();
        let (negative, unsigned) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            _ => (false, bytes),
        };
        let (integer, rest) = split_digits(unsigned);
        let (fraction, rest) = match rest {
            [b'.', rest @ ..] => split_digits(rest),
            _ => (&[][..], rest),
        };
        let is_number = !integer.is_empty() && (!fraction.is_empty() || unsigned.get(integer.len()) != Some(&b'.'));
        let exponent = match rest {
            [] => Some(0),
            [b'e' | b'E', rest @ ..] => parse_exponent(rest),
            _ => None,
        };
        let Some(exponent) = exponent.filter(|_| is_number) else { return Err(no_number(text)) };

        let integer = integer.iter().position(|byte| *byte != b'0').and_then(|zeros| integer.get(zeros..)).unwrap_or_default();
        let fraction = fraction.iter().rposition(|byte| *byte != b'0').and_then(|last| fraction.get(..=last)).unwrap_or_default();
        let zeros_behind = |digits: &[u8]| digits.iter().rev().take_while(|byte| **byte == b'0').count();
        let (digits, point) = match (integer, fraction) {
            ([], []) => (0, 0),
            (_, []) => (integer.len() - zeros_behind(integer), to_i64(integer.len())),
            ([], _) => {
                let zeros = fraction.iter().take_while(|byte| **byte == b'0').count();
                (fraction.len() - zeros, -to_i64(zeros))
            }
            _ => (integer.len() + fraction.len(), to_i64(integer.len())),
        };
        let point = if digits == 0 { 0 } else { point + exponent };
        Ok(Self { negative, integer, fraction, exponent, digits, point })
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

    /// The number of digits from the first that is not zero to the last that is not.
    pub(crate) fn significant_digits(&self) -> usize {
        self.digits
    }

    /// Number of digits of the canonical form after the decimal point, if it fits into `usize`.
    pub(crate) fn fraction_digits(&self) -> Option<usize> {
        usize::try_from((to_i64(self.digits) - self.point).max(0)).ok()
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
        if self.exponent == 0 {
            out.extend_from_slice(if self.integer.is_empty() { b"0" } else { self.integer });
            if !self.fraction.is_empty() {
                out.push(b'.');
                out.extend_from_slice(self.fraction);
            }
            return;
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
        let is_zero = |byte: &u8| *byte == b'0';
        self.integer.iter().chain(self.fraction).copied().skip_while(is_zero).take(self.digits)
    }
}

impl PartialEq for Decimal<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.is_negative() == other.is_negative() && self.point == other.point && self.significant().eq(other.significant())
    }
}

/// The exponent, held within bounds that no allowed number comes near.
fn parse_exponent(bytes: &[u8]) -> Option<i64> {
    const BOUND: i64 = 1_000_000_000;
    let (negative, digits) = match bytes {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    let (digits, rest) = split_digits(digits);
    if digits.is_empty() || !rest.is_empty() {
        return None;
    }
    let magnitude = digits.iter().fold(0, |value: i64, digit| (value * 10 + i64::from(digit - b'0')).min(BOUND));
    Some(if negative { -magnitude } else { magnitude })
}

/// What is left of a decimal without others, exactly. `None` where one of them is not a decimal, or has more digits than this can count.
pub(crate) fn difference(from: &str, others: &[&str]) -> Option<String> {
    const MOST: u32 = 18;
    let decimals = |text| Decimal::parse(text).ok();
    let all = std::iter::once(from).chain(others.iter().copied()).map(decimals).collect::<Option<Vec<_>>>()?;
    let scale = all.iter().map(Decimal::fraction_digits).collect::<Option<Vec<_>>>()?.into_iter().max()?;
    let scale = u32::try_from(scale).ok().filter(|scale| *scale <= MOST)?;
    let counted = |decimal: &Decimal<'_>| {
        let mut text = Vec::new();
        decimal.write(&mut text);
        let text = String::from_utf8(text).ok().filter(|text| text.len() < 30)?;
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let zeros = scale.checked_sub(u32::try_from(fraction.len()).ok()?)?;
        [whole, fraction].concat().parse::<i128>().ok()?.checked_mul(10_i128.checked_pow(zeros)?)
    };
    let mut counts = all.iter().map(counted);
    let first = counts.next()??;
    let rest = counts.try_fold(first, |rest, part| rest.checked_sub(part?))?;
    let (sign, digits) = (if rest < 0 { "-" } else { "" }, format!("{:0>width$}", rest.unsigned_abs(), width = scale as usize + 1));
    let (whole, fraction) = digits.split_at_checked(digits.len() - scale as usize)?;
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// The digits that the bytes begin with, and what follows.
fn split_digits(bytes: &[u8]) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(bytes.len()))
}

/// The code of a text that is no number.
fn no_number(text: &str) -> Code {
    let name = text.strip_prefix(['-', '+']).unwrap_or(text);
    let not_finite = ["nan", "inf", "infinity"].iter().any(|known| name.eq_ignore_ascii_case(known));
    if not_finite { Code::NotFinite } else { Code::InvalidNumber }
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
