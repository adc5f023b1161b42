//! A row of a batch as the core reads an event: straight into its structs, or, where something is wrong, as JSON with everything that is.

use std::borrow::Cow;

use arrow_array::RecordBatch;
use s2s_core::binding::{EXACT, Found, Object, Source, TIME, push_key};
use s2s_core::value::{Json, Number, Text};
use s2s_core::{Code, Issue};
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::column::{Cell, Column, Moment, date};
use crate::read::Wrong;

/// The rows of a batch.
pub(super) struct Rows<'a> {
    /// Members that are the same in each row.
    constants: &'a [(&'static str, String)],
    columns: Vec<(&'a str, Column<'a>)>,
}

impl<'a> Rows<'a> {
    /// The rows of the columns of these names, each with the constants.
    pub(super) fn new(batch: &'a RecordBatch, constants: &'a [(&'static str, String)], is_read: impl Fn(&str) -> bool) -> Self {
        Self { constants, columns: Column::all(batch).filter(|(name, _)| is_read(name)).collect() }
    }

    pub(super) fn row(&'a self, at: usize) -> Row<'a> {
        Row { rows: self, at }
    }
}

/// One row. A null is an absent member, also inside of a struct.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    rows: &'a Rows<'a>,
    at: usize,
}

/// A value of a row.
#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Constant(&'a str),
    Cell(&'a Column<'a>, usize),
}

impl<'a> Row<'a> {
    fn iter(self) -> impl Iterator<Item = (&'a str, Value<'a>)> {
        let Self { rows, at } = self;
        let constants = rows.constants.iter().map(|(name, value)| (*name, Value::Constant(value)));
        constants.chain(members(&rows.columns, at))
    }
}

/// The members of a struct that are not absent.
fn members<'a>(columns: &'a [(&'a str, Column<'a>)], at: usize) -> impl Iterator<Item = (&'a str, Value<'a>)> {
    columns.iter().filter(move |(_, column)| !column.is_null(at)).map(move |(name, column)| (*name, Value::Cell(column, at)))
}

/// The entries of a map.
fn entries<'a>(keys: &'a Column<'a>, values: &'a Column<'a>, range: std::ops::Range<usize>) -> impl Iterator<Item = (&'a str, Value<'a>)> {
    range.map(move |at| {
        let key = match keys.cell(at) {
            Cell::Text(key) => key,
            // Other types of keys were refused when the table was checked, and a key is never null.
            _ => "",
        };
        (key, Value::Cell(values, at))
    })
}

impl<'a> Object<'a> for Row<'a> {
    type Value = Value<'a>;

    fn members(self, _: &str, _: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        Some(self.iter().map(|(name, value)| (Text::from(name), value)).collect())
    }

    fn json(value: Self::Value, at: &str, found: &mut Found) -> Option<Json> {
        value.to_json(&mut at.to_owned(), found)
    }
}

impl<'a> Source<'a> for Row<'a> {
    fn provider_and_kind(self) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
        let text = |name: &str| {
            let (_, value) = self.iter().find(|(known, _)| *known == name)?;
            match value {
                Value::Constant(text) => Some(text),
                Value::Cell(column, at) => match column.cell(at) {
                    Cell::Text(text) => Some(text),
                    _ => None,
                },
            }
        };
        text("provider").zip(text("kind")).map(|(provider, kind)| (provider.into(), kind.into()))
    }

    fn read<V: Visitor<'a>>(self, visitor: V) -> Option<V::Value> {
        visitor.visit_map(Members { members: self.iter(), value: None }).ok()
    }
}

impl<'a> Value<'a> {
    /// The value as JSON. `None` where it is wrong, which is in `found`; depth was bounded when the table was checked.
    fn to_json(self, at: &mut String, found: &mut Found) -> Option<Json> {
        // What comes now would not be listed.
        if found.is_full() {
            return None;
        }
        let mut wrong = |code, message: &'static str| {
            found.push(Issue::new(&**at, code, message));
            None
        };
        let cell = match self {
            Self::Constant(text) => return Some(text.into()),
            Self::Cell(column, row) => column.cell(row),
        };
        Some(match cell {
            Cell::Null => Json::Null,
            Cell::Bool(value) => value.into(),
            Cell::Text(text) => text.into(),
            Cell::Json(text) => return Json::parse(text).or_else(|| wrong(Code::InvalidJson, "is not JSON that can be read")),
            Cell::Integer(value) => value.into(),
            Cell::Digits(digits) => Json::Number(digits.into()),
            Cell::Float(float) => Json::Number(float.digits().into()),
            Cell::Decimal(digits) => Json::Number(Number::decimal(&digits)),
            Cell::Time(time) => return time.text().map(Json::from).or_else(|| wrong(Code::OutOfRange, BEYOND)),
            Cell::Date(days) => return date(days).map(Json::from).or_else(|| wrong(Code::OutOfRange, BEYOND)),
            Cell::Struct(columns, row) => object(members(columns, row), at, found),
            Cell::Map(keys, values, range) => object(entries(keys, values, range), at, found),
            Cell::List(items, range) => {
                let mut read = Vec::with_capacity(range.len());
                for (position, row) in range.enumerate() {
                    let length = at.len();
                    push_key(at, &position.to_string());
                    // What comes after keeps its position.
                    read.push(Self::Cell(items, row).to_json(at, found).unwrap_or(Json::Null));
                    at.truncate(length);
                }
                Json::Array(read)
            }
            Cell::Bytes(_) | Cell::Refused => return wrong(Code::WrongType, "has a type that no field takes"),
        })
    }
}

const BEYOND: &str = "is beyond the years 0000 to 9999";

fn object<'a>(members: impl Iterator<Item = (&'a str, Value<'a>)>, at: &mut String, found: &mut Found) -> Json {
    let mut read = Vec::new();
    for (key, value) in members {
        let length = at.len();
        push_key(at, key);
        let value = value.to_json(at, found);
        at.truncate(length);
        read.extend(value.map(|value| (Text::from(key), value)));
    }
    Json::Object(read)
}

struct Members<'a, I> {
    members: I,
    value: Option<Value<'a>>,
}

impl<'de, I: Iterator<Item = (&'de str, Value<'de>)>> MapAccess<'de> for Members<'de, I> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        let Some((key, value)) = self.members.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        seed.deserialize(self.value.take().ok_or(Wrong)?)
    }
}

struct Items<'a> {
    items: &'a Column<'a>,
    range: std::ops::Range<usize>,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        self.range.next().map(|at| seed.deserialize(Value::Cell(self.items, at))).transpose()
    }
}

impl<'de> Value<'de> {
    fn cell(self) -> Cell<'de> {
        match self {
            Self::Constant(text) => Cell::Text(text),
            Self::Cell(column, at) => column.cell(at),
        }
    }

    fn visit<V: Visitor<'de>>(cell: Cell<'de>, visitor: V) -> Result<V::Value, Wrong> {
        match cell {
            Cell::Null => visitor.visit_unit(),
            Cell::Bool(value) => visitor.visit_bool(value),
            Cell::Text(text) => visitor.visit_borrowed_str(text),
            Cell::Integer(value) => visitor.visit_i64(value),
            Cell::Float(float) => visitor.visit_i64(float.integer().ok_or(Wrong)?),
            Cell::Time(time) => visitor.visit_string(time.text().ok_or(Wrong)?),
            Cell::Date(days) => visitor.visit_string(date(days).ok_or(Wrong)?),
            Cell::Struct(columns, at) => visitor.visit_map(Members { members: members(columns, at), value: None }),
            Cell::Map(keys, values, range) => visitor.visit_map(Members { members: entries(keys, values, range), value: None }),
            Cell::List(items, range) => visitor.visit_seq(Items { items, range }),
            Cell::Json(_) | Cell::Digits(_) | Cell::Decimal(_) | Cell::Bytes(_) | Cell::Refused => Err(Wrong),
        }
    }
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        Self::visit(self.cell(), visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self {
            Self::Cell(column, at) if column.is_null(at) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        match self.cell() {
            Cell::Time(time) if name == TIME => visitor.visit_i64(Moment::timestamp(time).ok_or(Wrong)?.unix_millis()),
            Cell::Integer(value) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(value.to_string().as_bytes()),
            Cell::Digits(digits) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(digits.as_bytes()),
            Cell::Float(float) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(float.digits().as_bytes()),
            Cell::Decimal(digits) if [EXACT, TIME].contains(&name) => visitor.visit_byte_buf(digits.into_bytes()),
            cell => Self::visit(cell, visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        match self.cell() {
            Cell::Text(text) => visitor.visit_enum(text.into_deserializer()),
            _ => Err(Wrong),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
