//! Texts as the caller gives them, and what they may hold.

use std::fmt;
use std::ops::Deref;

use compact_str::CompactString;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use crate::issue::{Code, Report};

/// A text as the caller gave it; it is checked when a request is built. It comes from any `&str` or `String`, and `Debug` does not show it.
///
/// Up to 24 bytes are kept in place: most texts of an event are that short, and an allocation for each would cost more than the rest of reading it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(CompactString);

impl Text {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self(text.into())
    }
}

/// Addresses in their usual form, such as `192.0.2.1` and `2001:db8::1`.
macro_rules! from_address {
    ($($address:ident)*) => {
        $(impl From<std::net::$address> for Text {
            fn from(address: std::net::$address) -> Self {
                address.to_string().into()
            }
        })*
    };
}

from_address! { IpAddr Ipv4Addr Ipv6Addr }

/// The hyphenated form in lower case.
#[cfg(feature = "uuid")]
impl From<uuid::Uuid> for Text {
    fn from(id: uuid::Uuid) -> Self {
        Self::from(&*id.hyphenated().encode_lower(&mut uuid::Uuid::encode_buffer()))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;

        impl Visitor<'_> for TextVisitor {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(text.into())
            }

            fn visit_string<E: Error>(self, text: String) -> Result<Text, E> {
                Ok(text.into())
            }
        }

        deserializer.deserialize_str(TextVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Text {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// What a text may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Tokens, keys and slugs: visible ASCII without spaces.
    Token,
    /// Identifiers and header values: anything without control characters.
    Identifier,
    /// Anything.
    Free,
}

/// Returns the issue of a text, if it has one.
pub(crate) fn check(kind: Kind, text: &str) -> Option<(Code, &'static str)> {
    if text.is_empty() {
        return Some((Code::Empty, "is empty; leave it out instead"));
    }
    match kind {
        Kind::Token if !all_bytes(text, |byte| byte.is_ascii_graphic()) => {
            Some((Code::InvalidToken, "must be visible ASCII without spaces"))
        }
        // Most texts are plain ASCII, which is checked faster than where characters end.
        Kind::Identifier if !all_bytes(text, |byte| matches!(byte, b' '..=b'~')) && text.chars().any(char::is_control) => {
            Some((Code::ControlCharacter, "must not hold a control character"))
        }
        _ => None,
    }
}

/// Checks every byte without leaving early, which the compiler turns into checks of many bytes at once.
fn all_bytes(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |all, byte| all & is(byte))
}

/// The text of an optional field, if it is there and nothing is wrong with it.
pub(crate) fn optional<'a>(report: &mut Report, field: &str, kind: Kind, text: Option<&'a str>) -> Option<&'a str> {
    let text = text?;
    match check(kind, text) {
        None => Some(text),
        Some((code, message)) => {
            report.issue(field, code, message);
            None
        }
    }
}

/// The text of a required field, if nothing is wrong with it.
pub(crate) fn required<'a>(report: &mut Report, field: &str, kind: Kind, text: Option<&'a str>) -> Option<&'a str> {
    if text.is_none() && !report.has(field) {
        report.issue(field, Code::Missing, "is required");
    }
    optional(report, field, kind, text)
}
