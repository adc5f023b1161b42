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
    /// Hexadecimal digits, at least the first number and at most the second, sent in lower case.
    HexLower(usize, usize),
    /// This number of hexadecimal digits, sent in upper case.
    HexUpper(usize),
    /// Decimal digits, at least the first number and at most the second.
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

    /// The bytes of a text that is not too long.
    fn copy(text: &[u8]) -> Option<Self> {
        let mut normal = Self { bytes: [0; LONGEST], length: text.len() };
        normal.bytes.get_mut(..text.len())?.copy_from_slice(text);
        Some(normal)
    }

    fn in_case(mut self, case: Case) -> Self {
        match case {
            Case::Lower => self.bytes.make_ascii_lowercase(),
            Case::Upper => self.bytes.make_ascii_uppercase(),
        }
        self
    }
}

#[derive(Clone, Copy)]
enum Case {
    Lower,
    Upper,
}

impl Shape {
    /// The identifier as it is sent, or `None` if it has not this shape.
    pub(crate) fn normalise(self, text: &str) -> Option<Normal> {
        let bytes = text.as_bytes();
        match self {
            Self::UuidLower => hyphenated(bytes, Case::Lower),
            Self::UuidUpper => hyphenated(bytes, Case::Upper),
            Self::UuidLowerPlain => plain(bytes, Case::Lower),
            Self::UuidUpperPlain => plain(bytes, Case::Upper),
            Self::HexLower(min, max) => hex(bytes, min, max, Case::Lower),
            Self::HexUpper(length) => hex(bytes, length, length, Case::Upper),
            Self::Digits(min, max) => {
                let fits = (min..=max).contains(&bytes.len()) && all(bytes, |byte| byte.is_ascii_digit());
                fits.then(|| Normal::copy(bytes)).flatten()
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

/// Checks every byte without leaving early, which the compiler turns into checks of many bytes at once.
fn all(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(true, |all, byte| all & is(*byte))
}

fn hex(bytes: &[u8], min: usize, max: usize, case: Case) -> Option<Normal> {
    let fits = (min..=max).contains(&bytes.len()) && all(bytes, |byte| byte.is_ascii_hexdigit());
    Some(fits.then(|| Normal::copy(bytes)).flatten()?.in_case(case))
}

fn plain(bytes: &[u8], case: Case) -> Option<Normal> {
    match <&[u8; 36]>::try_from(bytes) {
        Ok(bytes) if is_hyphenated(bytes) => {
            let mut digits = [0; 32];
            for (slot, byte) in digits.iter_mut().zip(bytes.iter().filter(|byte| **byte != b'-')) {
                *slot = *byte;
            }
            hex(&digits, 32, 32, case)
        }
        _ => hex(bytes, 32, 32, case),
    }
}

fn hyphenated(bytes: &[u8], case: Case) -> Option<Normal> {
    if let Ok(bytes) = <&[u8; 36]>::try_from(bytes) {
        return Some(is_hyphenated(bytes).then(|| Normal::copy(bytes)).flatten()?.in_case(case));
    }
    let digits = hex(bytes, 32, 32, case)?;
    let mut normal = Normal { bytes: [b'-'; LONGEST], length: 36 };
    let slots = normal.bytes.iter_mut().zip(HYPHENS).filter(|(_, is_hyphen)| !is_hyphen);
    for ((slot, _), digit) in slots.zip(digits.as_bytes()) {
        *slot = *digit;
    }
    Some(normal)
}

/// Where the hyphens of a UUID are.
const HYPHENS: [bool; 36] = {
    let mut hyphens = [false; 36];
    [hyphens[8], hyphens[13], hyphens[18], hyphens[23]] = [true; 4];
    hyphens
};

fn is_hyphenated(bytes: &[u8; 36]) -> bool {
    let fits = |(byte, is_hyphen): (&u8, bool)| (is_hyphen & (*byte == b'-')) | (!is_hyphen & byte.is_ascii_hexdigit());
    bytes.iter().zip(HYPHENS).fold(true, |all, pair| all & fits(pair))
}
