//! Binary form of the records of a log: each type declares once how it is written and read.
//!
//! Numbers are LEB128 (those that may be negative in zigzag), texts and bytes follow their length, lists their number of items, and
//! what may be absent a byte that is 0 or 1.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::provider::find;
use crate::provider::spec::{Limits, RequestKind, Spec};
use crate::request::{Header, Method};

use super::key::Key;

/// What can be a part of a record.
pub(super) trait Coded<'a>: Sized {
    fn write(&self, out: &mut Vec<u8>);
    /// `None` where the next bytes are no such thing.
    fn read(from: &mut Bytes<'a>) -> Option<Self>;
}

/// Bytes that are not read yet.
pub(super) struct Bytes<'a>(pub(super) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Declares the fields of a struct in the order in which they are written. What follows a `=` takes what was read, and may use earlier fields.
macro_rules! fields {
    ($type:ident $(<$lifetime:lifetime>)? { $($field:ident $(= $checked:expr)?),* $(,)? }) => {
        impl<'a> $crate::delivery::coded::Coded<'a> for $type $(<$lifetime>)? {
            fn write(&self, out: &mut Vec<u8>) {
                $($crate::delivery::coded::Coded::write(&self.$field, out);)*
            }

            fn read(from: &mut $crate::delivery::coded::Bytes<'a>) -> Option<Self> {
                $(let $field = $crate::delivery::coded::fields!(@ from $(, $checked)?);)*
                Some(Self { $($field),* })
            }
        }
    };
    (@ $from:ident) => { $crate::delivery::coded::Coded::read($from)? };
    (@ $from:ident, $checked:expr) => { $checked($crate::delivery::coded::Coded::read($from)?)? };
}
pub(super) use fields;

/// Declares the byte of each value of an enum.
macro_rules! codes {
    ($type:ident { $($code:literal = $variant:ident),+ $(,)? }) => {
        impl<'a> $crate::delivery::coded::Coded<'a> for $type {
            fn write(&self, out: &mut Vec<u8>) {
                out.push(match self { $(Self::$variant => $code),+ });
            }

            fn read(from: &mut $crate::delivery::coded::Bytes<'a>) -> Option<Self> {
                match from.byte()? {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(super) use codes;

impl Coded<'_> for u64 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = from.byte()?;
            number |= Self::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

impl Coded<'_> for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        u64::from(*self).write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        u64::read(from)?.try_into().ok()
    }
}

impl Coded<'_> for i64 {
    fn write(&self, out: &mut Vec<u8>) {
        (((*self << 1) ^ (*self >> 63)) as u64).write(out);
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let number = u64::read(from)?;
        Some((number >> 1) as Self ^ -((number & 1) as Self))
    }
}

impl Coded<'_> for bool {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        match from.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Coded<'_> for Key {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(from.take(16)?.try_into().ok()?))
    }
}

/// A rate: finite, and more than nothing.
impl Coded<'_> for f64 {
    fn write(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        Some(Self::from_le_bytes(from.take(8)?.try_into().ok()?)).filter(|rate| rate.is_finite() && *rate > 0.0)
    }
}

impl<'a, A: Coded<'a>, B: Coded<'a>> Coded<'a> for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl<'a, T: Coded<'a>> Coded<'a> for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        self.iter().for_each(|own| own.write(out));
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        if bool::read(from)? { T::read(from).map(Some) } else { Some(None) }
    }
}

impl<'a> Coded<'a> for Cow<'a, [u8]> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u64).write(out);
        out.extend_from_slice(self);
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        let length = u64::read(from)?.try_into().ok()?;
        from.take(length).map(Cow::Borrowed)
    }
}

impl<'a> Coded<'a> for &'a str {
    fn write(&self, out: &mut Vec<u8>) {
        Cow::Borrowed(self.as_bytes()).write(out);
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        let length = u64::read(from)?.try_into().ok()?;
        std::str::from_utf8(from.take(length)?).ok()
    }
}

/// Types that are written as what they lend, and made of that.
macro_rules! as_others {
    ($($type:ty: |$own:ident| $lent:expr, |$read:ident: $other:ty| $made:expr;)*) => {
        $(impl<'a> Coded<'a> for $type {
            fn write(&self, out: &mut Vec<u8>) {
                let $own = self;
                $lent.write(out);
            }

            fn read(from: &mut Bytes<'a>) -> Option<Self> {
                let $read = <$other>::read(from)?;
                $made
            }
        })*
    };
}

as_others! {
    Cow<'a, str>: |own| &**own, |text: &str| Some(text.into());
    String: |own| own.as_str(), |text: &str| Some(text.into());
    Box<str>: |own| &**own, |text: &str| Some(text.into());
    Arc<str>: |own| &**own, |text: &str| Some(text.into());
    Method: |own| own.as_str(), |name: &str| [Self::Get, Self::Post].into_iter().find(|known| known.as_str() == name);
    &'static Spec: |own| own.name, |name: &str| find(name);
    RequestKind: |own| (own.spec, own.name), |kind: (&'static Spec, &str)| kind.0.request_kind(kind.1);
    Arc<[Header]>: |own| Cow::Borrowed(&**own), |headers: Cow<'a, [Header]>| Some((*headers).into());
    Header: |own| ((own.name(), own.value()), own.is_sensitive()),
        |header: ((&str, &str), bool)| Some(Self::restored(header.0.0.into(), header.0.1.into(), header.1));
}

impl<'a, T: Coded<'a> + Clone> Coded<'a> for Cow<'a, [T]> {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u64).write(out);
        self.iter().for_each(|item| item.write(out));
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        let length = u64::read(from)?;
        // Nothing is reserved for a length that nobody has checked.
        (0..length).map(|_| T::read(from)).collect()
    }
}

impl Limits {
    /// Writes them, also where there are none.
    pub(super) fn write_all(self, out: &mut Vec<u8>) {
        [self.max_events, self.max_bytes].iter().for_each(|limit| limit.map_or(0, NonZeroU32::get).write(out));
    }
}

/// Limits that are set, at the end of a record: it ends before them where there are none, as in the logs of versions that did not have them.
impl Coded<'_> for Limits {
    fn write(&self, out: &mut Vec<u8>) {
        if *self != Self::default() {
            self.write_all(out);
        }
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        if from.0.is_empty() {
            return Some(Self::default());
        }
        Some(Self { max_events: NonZeroU32::new(u32::read(from)?), max_bytes: NonZeroU32::new(u32::read(from)?) })
    }
}
