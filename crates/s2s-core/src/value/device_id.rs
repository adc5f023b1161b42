//! Device identifiers: their documented shapes.

/// The documented shape of an identifier.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    /// A UUID, sent in lower case with hyphens.
    UuidLower,
    /// A UUID, sent in upper case with hyphens.
    UuidUpper,
    /// A UUID, sent in lower case without hyphens.
    UuidLowerPlain,
    /// A UUID, sent in upper case without hyphens.
    UuidUpperPlain,
    /// Hexadecimal digits, between so many and so many, sent in lower case.
    HexLower(usize, usize),
    /// So many hexadecimal digits, sent in upper case.
    HexUpper(usize),
    /// Decimal digits, between so many and so many.
    Digits(usize, usize),
}

/// The longest form that a shape is sent in: a SHA-1 digest.
const LONGEST: usize = 40;

/// An identifier in the form in which it is sent.
pub(crate) struct Normal {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Normal {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Whether every digit is a zero: the device does not allow tracking.
    pub(crate) fn is_zero(&self) -> bool {
        self.as_bytes().iter().all(|byte| matches!(byte, b'0' | b'-'))
    }

    fn collect(bytes: impl Iterator<Item = u8>) -> Self {
        let mut normal = Self { bytes: [0; LONGEST], length: 0 };
        for (slot, byte) in normal.bytes.iter_mut().zip(bytes) {
            *slot = byte;
            normal.length += 1;
        }
        normal
    }
}

impl Shape {
    /// The identifier as it is sent, or `None` if it has not this shape.
    pub(crate) fn normalise(self, text: &str) -> Option<Normal> {
        let lower = u8::to_ascii_lowercase as fn(&u8) -> u8;
        let upper = u8::to_ascii_uppercase as fn(&u8) -> u8;
        match self {
            Self::UuidLower => hyphenated(text, lower),
            Self::UuidUpper => hyphenated(text, upper),
            Self::UuidLowerPlain => plain(text, lower),
            Self::UuidUpperPlain => plain(text, upper),
            Self::HexLower(min, max) => hex(text, min, max, lower),
            Self::HexUpper(length) => hex(text, length, length, upper),
            Self::Digits(min, max) => {
                let fits = (min..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
                fits.then(|| Normal::collect(text.bytes()))
            }
        }
    }

    /// What the shape is, for people.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::UuidLower | Self::UuidUpper | Self::UuidLowerPlain | Self::UuidUpperPlain => {
                "must be a UUID: 32 hexadecimal digits, with or without hyphens"
            }
            Self::HexLower(1, 16) => "must be 1 to 16 hexadecimal digits",
            Self::HexLower(_, 32) => "must be 32 hexadecimal digits",
            Self::HexLower(..) => "must be 40 hexadecimal digits",
            Self::HexUpper(_) => "must be 14 hexadecimal digits",
            Self::Digits(..) => "must be 14 to 16 digits",
        }
    }
}

fn hex(text: &str, min: usize, max: usize, case: fn(&u8) -> u8) -> Option<Normal> {
    let fits = (min..=max).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| Normal::collect(text.as_bytes().iter().map(case)))
}

fn plain(text: &str, case: fn(&u8) -> u8) -> Option<Normal> {
    uuid_digits(text).map(|digits| Normal::collect(digits.iter().map(case)))
}

fn hyphenated(text: &str, case: fn(&u8) -> u8) -> Option<Normal> {
    let digits = uuid_digits(text)?;
    let mut normal = Normal { bytes: [b'-'; LONGEST], length: 36 };
    let slots = normal.bytes.iter_mut().enumerate().filter(|(position, _)| !is_hyphen(*position));
    for ((_, slot), digit) in slots.zip(&digits) {
        *slot = case(digit);
    }
    Some(normal)
}

/// The 32 digits of a UUID, written with all of its hyphens or with none.
fn uuid_digits(text: &str) -> Option<[u8; 32]> {
    let bytes = text.as_bytes();
    let with_hyphens = match bytes.len() {
        36 => true,
        32 => false,
        _ => return None,
    };
    let mut digits = [0; 32];
    let mut slots = digits.iter_mut();
    for (position, byte) in bytes.iter().enumerate() {
        if with_hyphens && is_hyphen(position) {
            if *byte != b'-' {
                return None;
            }
        } else if byte.is_ascii_hexdigit() {
            *slots.next()? = *byte;
        } else {
            return None;
        }
    }
    Some(digits)
}

fn is_hyphen(position: usize) -> bool {
    matches!(position, 8 | 13 | 18 | 23)
}
