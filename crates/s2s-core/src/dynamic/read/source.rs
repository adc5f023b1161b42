//! What an event can be read from: JSON, and the values of other languages.

use std::borrow::Cow;

use serde::de::Visitor;
use serde_json::value::RawValue;

use crate::issue::{Code, Found, Issue};
use crate::value::{Json, MAX_DEPTH, Text};

use super::raw;

/// An object that is read member by member, so that one that is wrong leaves the others.
pub trait Object<'s>: Copy {
    /// The value of a member.
    type Value;

    /// Returns the members in their order, with repetitions. `at` is the JSON Pointer of the object; issues of the object or of a key go into
    /// `found`. `None` if the members cannot be read.
    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>>;

    /// Returns a value as JSON, of at most [`MAX_DEPTH`](crate::binding::MAX_DEPTH) − 1 levels. Issues of the value, at `at`, and of what is inside it go into `found`.
    fn json(value: Self::Value, at: &str, found: &mut Found) -> Option<Json>;

    /// Returns whether issues and warnings name fields in camelCase, also absent ones.
    fn is_camel_case(self) -> bool {
        false
    }
}

/// An event that is read straight into its struct where nothing is wrong with it, and as an [`Object`] where something is.
///
/// Both ways must agree: what [`Source::read`] gives to the visitor is what [`Object::json`] says.
pub trait Source<'s>: Object<'s> {
    /// Returns whether its first member may have one of these keys, as far as that is known before it is read.
    fn may_begin_with(self, _: &[&str]) -> bool {
        true
    }

    /// The members `provider` and `kind`, where both are texts.
    fn provider_and_kind(self) -> Option<(Cow<'s, str>, Cow<'s, str>)>;

    /// Lets `visitor` visit the members as a map. For a newtype named [`EXACT`](crate::binding::EXACT) the deserializers of the values call
    /// `visit_str` for a text, `visit_bytes` for the digits of a number (`visit_byte_buf` for those of a decimal type), and otherwise as for any value; for one named
    /// [`TIME`](crate::binding::TIME) they may call `visit_i64` for a point in time.
    /// `None` if there is any problem.
    fn read<V: Visitor<'s>>(self, visitor: V) -> Option<V::Value>;
}

impl<'s> Object<'s> for &'s RawValue {
    type Value = &'s RawValue;

    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        if !self.get().starts_with('{') {
            let message = if self.get().starts_with('[') { "must be an object, not an array" } else { "must be an object" };
            found.push(Issue::new(at, Code::WrongType, message));
            return None;
        }
        Some(Json::members(self, at, found))
    }

    fn json(value: Self::Value, at: &str, found: &mut Found) -> Option<Json> {
        raw::value(value, MAX_DEPTH - 1, at, found)
    }
}

impl<'s> Object<'s> for &'s Json {
    type Value = &'s Json;

    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        let Json::Object(members) = self else {
            found.push(Issue::new(at, Code::WrongType, "must be an object"));
            return None;
        };
        Some(members.iter().map(|(key, value)| (key.clone(), value)).collect())
    }

    fn json(value: Self::Value, _: &str, _: &mut Found) -> Option<Json> {
        Some(value.clone())
    }
}

/// JSON whose fields have names in camelCase, or in snake_case.
#[derive(Clone, Copy)]
pub(in crate::dynamic) struct Spelled<'s> {
    pub(in crate::dynamic) json: &'s Json,
    pub(in crate::dynamic) is_camel_case: bool,
}

impl<'s> Object<'s> for Spelled<'s> {
    type Value = &'s Json;

    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        self.json.members(at, found)
    }

    fn json(value: Self::Value, at: &str, found: &mut Found) -> Option<Json> {
        <&Json>::json(value, at, found)
    }

    fn is_camel_case(self) -> bool {
        self.is_camel_case
    }
}
