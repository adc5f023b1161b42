//! Free JSON values that keep what was written.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::pairs::{read_pairs, repeated};
use super::{EXACT, Number, Pairs, Text};
use crate::issue::{Code, Found, Issue, below, push_key};

/// So deep may arrays and objects be nested in each other, the event itself included.
pub const MAX_DEPTH: usize = 32;

/// A JSON value that keeps the order of keys, repeated keys, and numbers as they were written.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, digit for digit.
    Number(Number),
    /// A text.
    String(Text),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Vec<(Text, Json)>),
}

impl Json {
    /// The text, if it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// Reads one JSON value. `None` if it is not valid JSON, is nested deeper than 32 levels, or holds half of a surrogate pair.
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_or_code(text).ok()
    }

    /// Like [`Json::parse`], with the code of what the problem is.
    pub(crate) fn parse_or_code(text: &str) -> Result<Self, Code> {
        let raw = serde_json::from_str(text).map_err(|_| Code::InvalidJson)?;
        let mut issues = Found::default();
        let value = Self::read(raw, MAX_DEPTH, &mut String::new(), &mut issues).map_err(|TooDeep| Code::TooDeep)?;
        value.filter(|_| issues.is_empty()).ok_or(Code::InvalidUnicode)
    }

    /// Reads a value that serde_json has checked, except for the escapes of its texts.
    /// What cannot be read is in `issues`. It is left out of the object that holds it, and null in the array.
    ///
    /// Each level is scanned once more for its end than the one around it; [`MAX_DEPTH`] bounds that.
    pub(crate) fn read(raw: &RawValue, depth: usize, at: &mut String, issues: &mut Found) -> Result<Option<Self>, TooDeep> {
        let text = raw.get();
        let inner = depth.checked_sub(1).ok_or(TooDeep);
        let unreadable = |at: &str, issues: &mut Found| {
            issues.push(Issue::new(at, Code::InvalidUnicode, "holds half of a surrogate pair"));
            Ok(None)
        };
        Ok(Some(match text.as_bytes().first() {
            Some(b'{') => {
                let members = Self::members(raw, at, issues);
                let mut object = Vec::with_capacity(members.len());
                for (key, value) in members {
                    let length = at.len();
                    push_key(at, &key);
                    if let Some(value) = Self::read(value, inner?, at, issues)? {
                        object.push((key, value));
                    }
                    at.truncate(length);
                }
                Self::Object(object)
            }
            Some(b'[') => {
                let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) else { return unreadable(at, issues) };
                let mut array = Vec::with_capacity(items.len());
                for (position, item) in items.into_iter().enumerate() {
                    let length = at.len();
                    push_key(at, &position.to_string());
                    // What comes after keeps its position.
                    array.push(Self::read(item, inner?, at, issues)?.unwrap_or(Self::Null));
                    at.truncate(length);
                }
                Self::Array(array)
            }
            Some(b'"') => {
                let Ok(text) = serde_json::from_str(text) else { return unreadable(at, issues) };
                Self::String(text)
            }
            Some(b't') => Self::Bool(true),
            Some(b'f') => Self::Bool(false),
            Some(b'n') => Self::Null,
            _ => Self::Number(text.into()),
        }))
    }

    /// The members of an object, each value as it was written. A member whose key cannot be read is left out, and reported in `issues`.
    pub(crate) fn members<'t>(object: &'t RawValue, at: &str, issues: &mut Found) -> Vec<(Text, &'t RawValue)> {
        if let Ok(members) = serde_json::from_str::<Pairs<&RawValue>>(object.get()) {
            return members.into_vec();
        }
        let members = read_pairs::<&RawValue, &RawValue, _>(&mut serde_json::Deserializer::from_str(object.get()));
        let members = members.unwrap_or_default().into_iter();
        members
            .filter_map(|(key, value)| {
                let key = serde_json::from_str(key.get());
                if key.is_err() {
                    issues.push(Issue::new(at, Code::InvalidUnicode, "a key holds half of a surrogate pair"));
                }
                Some((key.ok()?, value))
            })
            .collect()
    }
}

impl Json {
    /// The members of an object, each once; a repeated key is an issue, because one of its values would be lost.
    pub(crate) fn members_once(&self, at: &str, found: &mut Found) -> Vec<(&Text, &Self)> {
        let Self::Object(members) = self else {
            found.push(Issue::new(at, Code::WrongType, "must be an object"));
            return Vec::new();
        };
        let mut seen = BTreeSet::new();
        let mut once = Vec::with_capacity(members.len());
        for (key, value) in members {
            if seen.insert(key) {
                once.push((key, value));
            } else {
                found.push(Issue::new(below(at, key), Code::DuplicateKey, "appears more than once"));
            }
        }
        once
    }

    /// Reports repeated keys, numbers that are none and values nested too deep, each with its JSON Pointer from this value on. The event and
    /// what else is around this value are `around` levels.
    pub(crate) fn check(&self, around: usize, report: &mut impl FnMut(&str, Code, &'static str)) {
        self.check_below(MAX_DEPTH.saturating_sub(around), &mut String::new(), report);
    }

    fn check_below(&self, depth: usize, at: &mut String, report: &mut impl FnMut(&str, Code, &'static str)) {
        let length = at.len();
        match self {
            Self::Array(_) | Self::Object(_) if depth == 0 => report("", Code::TooDeep, "is nested too deep"),
            Self::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    push_key(at, &position.to_string());
                    item.check_below(depth - 1, at, report);
                    at.truncate(length);
                }
            }
            Self::Object(members) => {
                for key in repeated(members, |key| key) {
                    push_key(at, key);
                    report(at, Code::DuplicateKey, "appears more than once");
                    at.truncate(length);
                }
                for (key, member) in members {
                    push_key(at, key);
                    member.check_below(depth - 1, at, report);
                    at.truncate(length);
                }
            }
            Self::Number(number) => {
                if let Err(code) = number.check_json() {
                    report(at, code, "is not a number of JSON");
                }
            }
            Self::Null | Self::Bool(_) | Self::String(_) => {}
        }
    }
}

/// A value is nested deeper than [`MAX_DEPTH`].
#[derive(Clone, Copy)]
pub(crate) struct TooDeep;

impl FromIterator<Json> for Json {
    fn from_iter<I: IntoIterator<Item = Json>>(items: I) -> Self {
        Self::Array(items.into_iter().collect())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::String(text.into())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::String(text.into())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<f64> for Json {
    /// By its shortest decimal form; building refuses NaN and infinities.
    fn from(number: f64) -> Self {
        Self::Number(number.into())
    }
}

/// Free values may be personal data; only their type is shown.
impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a text",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        })
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(EXACT, JsonVisitor)
    }
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    /// Comes from serde_json, which gives the source text of a value. One level is the event around this value; building counts others.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        let raw = <&RawValue as Deserialize>::deserialize(deserializer)?;
        let mut issues = Found::default();
        match Json::read(raw, MAX_DEPTH - 1, &mut String::new(), &mut issues) {
            Ok(Some(value)) if issues.is_empty() => Ok(value),
            _ => Err(D::Error::custom("not a readable value")),
        }
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_bytes<E>(self, digits: &[u8]) -> Result<Json, E> {
        Ok(Json::Number(String::from_utf8_lossy(digits).into()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::String(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut array = Vec::new();
        while let Some(item) = items.next_element()? {
            array.push(item);
        }
        Ok(Json::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(member) = members.next_entry()? {
            object.push(member);
        }
        Ok(Json::Object(object))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Json".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        true.into()
    }
}
