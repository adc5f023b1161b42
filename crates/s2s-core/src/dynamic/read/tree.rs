//! Reads structs from JSON values and says where and why it failed.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use crate::issue::Code;
use crate::value::{Decimal, EXACT, Json, TIME, Text};

use crate::dynamic::hint::with_hint;

/// A value as a source of structs.
#[derive(Clone, Copy)]
pub(super) enum Node<'a> {
    /// A value as it is.
    Value(&'a Json),
    /// An object or array of one value, which may be one of one value in turn.
    Only(&'a [Step], &'a Json),
}

/// What leads from an object or an array to a value in it.
pub(super) enum Step {
    Key(Text),
    Item(usize),
}

/// Why a struct could not be read.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: Code,
    pub(super) message: Cow<'static, str>,
    /// How many keys and positions lead to the place.
    pub(super) depth: usize,
}

impl Failure {
    fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into(), depth: 0 }
    }

    fn deeper(mut self) -> Self {
        self.depth += 1;
        self
    }
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        let value = match self {
            Self::Only([step, steps @ ..], value) => {
                let inner = if steps.is_empty() { Node::Value(value) } else { Node::Only(steps, value) };
                return match step {
                    Step::Key(key) => visitor.visit_map(Members::new([(key.as_str(), inner)].into_iter())),
                    Step::Item(_) => visitor.visit_seq(Items([inner].into_iter())),
                };
            }
            Self::Only([], value) | Self::Value(value) => value,
        };
        match value {
            Json::Null => visitor.visit_unit(),
            Json::Bool(value) => visitor.visit_bool(*value),
            Json::Number(number) => match Decimal::parse(number.as_str()) {
                Ok(decimal) if decimal.is_integer() => match decimal.to_i64() {
                    Some(integer) => visitor.visit_i64(integer),
                    // Too large for an integer, if one is asked for.
                    None => visitor.visit_u64(u64::MAX),
                },
                Ok(_) => visitor.visit_f64(0.5),
                Err(code) => Err(Failure::new(code, "is not a number".to_owned())),
            },
            Json::String(text) => visitor.visit_borrowed_str(text),
            Json::Array(items) => visitor.visit_seq(Items(items.iter().map(Node::Value))),
            Json::Object(members) => visitor.visit_map(Members::new(members.iter().map(|(key, value)| (key.as_str(), Node::Value(value))))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self {
            Self::Value(Json::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    /// Derived code would take the items of an array for the fields in their order.
    fn deserialize_struct<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Failure> {
        match self {
            Self::Value(Json::Array(_)) | Self::Only([Step::Item(_), ..], _) => Err(de::Error::invalid_type(Unexpected::Seq, &visitor)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Failure> {
        match self {
            Self::Value(Json::Number(number)) if name == EXACT && number.is_decimal() => visitor.visit_byte_buf(number.as_str().into()),
            Self::Value(Json::Number(number)) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(number.as_str().as_bytes()),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Failure> {
        match self {
            Self::Value(Json::String(text)) => visitor.visit_enum(text.as_str().into_deserializer()),
            _ => Err(Failure::new(Code::WrongType, "must be a text".to_owned())),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map identifier ignored_any
    }
}

struct Members<'a, I> {
    members: I,
    value: Option<Node<'a>>,
}

impl<I> Members<'_, I> {
    fn new(members: I) -> Self {
        Self { members, value: None }
    }
}

impl<'de, I: Iterator<Item = (&'de str, Node<'de>)>> MapAccess<'de> for Members<'de, I> {
    type Error = Failure;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Failure> {
        let Some((key, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::<Failure>::new(key)).map(Some).map_err(Failure::deeper)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Failure> {
        let value = self.value.take().unwrap_or(Node::Value(&Json::Null));
        seed.deserialize(value).map_err(Failure::deeper)
    }
}

struct Items<I>(I);

impl<'de, I: Iterator<Item = Node<'de>>> SeqAccess<'de> for Items<I> {
    type Error = Failure;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Failure> {
        self.0.next().map(|item| seed.deserialize(item).map_err(Failure::deeper)).transpose()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl de::Error for Failure {
    fn custom<T: fmt::Display>(_: T) -> Self {
        // The text may hold the value.
        Self::new(Code::WrongType, "has the wrong type".to_owned())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = match expected.to_string().as_str() {
            "i64" if matches!(unexpected, Unexpected::Float(_)) => return Self::new(Code::NotAnInteger, "must be an integer".to_owned()),
            "i64" => "must be an integer".to_owned(),
            "a string" => "must be a text".to_owned(),
            expected if expected.starts_with("struct") => "must be an object".to_owned(),
            expected => format!("must be {expected}"),
        };
        Self::new(Code::WrongType, expected)
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self::new(Code::OutOfRange, "is out of range")
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Code::InvalidChoice, format!("must be one of `{}`", expected.join("`, `")))
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Code::UnknownField, with_hint("there is no such field", field, expected))
    }
}
