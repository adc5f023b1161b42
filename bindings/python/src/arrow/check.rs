//! What a table's columns are, before any row of it is read: a column that no row can be read of is an issue of the table.

use std::collections::BTreeSet;

use arrow_schema::{DataType, Field, FieldRef};
use s2s_core::binding::{Found, MAX_DEPTH, field_name, push_key, unknown_field};
use s2s_core::dynamic::{Record, Type};
use s2s_core::{Code, Issue};

use super::column::is_json;

/// What the values of a column are, as JSON has them.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Text,
    Number,
    Bool,
    Object,
    List,
    /// Every value is null.
    Absent,
    /// Texts of any JSON.
    Json,
}

/// Checks the columns of events, which are the fields of these records and the names around them (`provider`, `kind`), which are texts.
pub(super) fn events<'f>(
    columns: impl Iterator<Item = &'f FieldRef>,
    records: &[&'static Record],
    around: &[(&str, Type)],
    found: &mut Found,
) {
    let types: Vec<Type> = records.iter().copied().map(Type::Record).collect();
    members(columns, &types, around, &mut String::new(), MAX_DEPTH - 1, found);
}

/// Checks the members of an object, which is of one of these types.
fn members<'f>(
    fields: impl Iterator<Item = &'f FieldRef>,
    types: &[Type],
    around: &[(&str, Type)],
    at: &mut String,
    depth: usize,
    found: &mut Found,
) {
    let has_names = types.iter().all(|of| matches!(of, Type::Record(_)));
    let mut seen = BTreeSet::new();
    for field in fields {
        let length = at.len();
        push_key(at, field.name());
        let name = if has_names { field_name(field.name()).into_owned() } else { field.name().clone() };
        let mut inner: Vec<Type> = types.iter().filter_map(|of| member(*of, &name)).collect();
        inner.extend(around.iter().find(|(known, _)| *known == name).map(|(_, of)| *of));
        if inner.is_empty() {
            let fields = types.iter().filter_map(|of| of.record()).flat_map(|record| record.fields).map(|field| field.name);
            let known: Vec<&str> = fields.chain(around.iter().map(|(name, _)| *name)).collect();
            found.push(unknown_field(at, field.name(), &known));
        } else {
            value(field, &inner, at, depth, found);
        }
        if !seen.insert(name) {
            found.push(Issue::new(&**at, Code::DuplicateKey, "appears more than once"));
        }
        at.truncate(length);
    }
}

/// What a member of an object of this type is; nothing if it has no such member.
fn member(of: Type, name: &str) -> Option<Type> {
    match of {
        Type::Record(record) => record.fields.iter().find(|field| field.name == name).map(|field| field.of),
        other => entry(other),
    }
}

/// What every entry of an object of this type is.
fn entry(of: Type) -> Option<Type> {
    match of {
        Type::Texts => Some(Type::Text),
        Type::Numbers => Some(Type::Number),
        Type::Values | Type::Json => Some(Type::Json),
        Type::Records(record) => Some(Type::Record(record)),
        _ => None,
    }
}

/// Checks a column whose values are of one of these types.
fn value(field: &Field, types: &[Type], at: &mut String, depth: usize, found: &mut Found) {
    let shape = match shape(field.data_type(), is_json(field)) {
        Ok(shape) => shape,
        Err((code, message)) => return found.push(Issue::new(&**at, code, message)),
    };
    let fitting: Vec<Type> = types.iter().copied().filter(|of| fits(*of, shape)).collect();
    let Some(first) = types.first().filter(|_| fitting.is_empty()) else { return inside(field.data_type(), &fitting, at, depth, found) };
    found.push(Issue::new(&**at, Code::WrongType, format!("must be {}", wanted(*first))));
}

/// Checks what is inside of a column.
fn inside(of: &DataType, types: &[Type], at: &mut String, depth: usize, found: &mut Found) {
    if !of.is_nested() || matches!(of, DataType::Dictionary(..)) {
        return;
    }
    let Some(depth) = depth.checked_sub(1) else { return found.push(Issue::new(&**at, Code::TooDeep, "is nested too deep")) };
    match of {
        DataType::Struct(fields) => members(fields.iter(), types, &[], at, depth, found),
        DataType::Map(entries, _) => {
            let DataType::Struct(fields) = entries.data_type() else { return };
            let [key, entry_value] = &fields[..] else { return };
            if !matches!(shape(key.data_type(), false), Ok(Shape::Text)) {
                return found.push(Issue::new(&**at, Code::WrongType, "must have texts as keys"));
            }
            // The keys of a record are in the rows.
            let any = |of: &Type| match of {
                Type::Record(record) => record.fields.iter().map(|field| field.of).collect(),
                other => entry(*other).into_iter().collect::<Vec<_>>(),
            };
            value(entry_value, &types.iter().flat_map(any).collect::<Vec<_>>(), at, depth, found);
        }
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            let items = types.iter().map(|of| match of {
                Type::List(item) => **item,
                _ => Type::Json,
            });
            value(item, &items.collect::<Vec<_>>(), at, depth, found);
        }
        _ => {}
    }
}

/// What the values of an Arrow type are, or why it is refused.
fn shape(of: &DataType, is_json: bool) -> Result<Shape, (Code, String)> {
    Ok(match of {
        DataType::Null => Shape::Absent,
        DataType::Boolean => Shape::Bool,
        of if of.is_integer() => Shape::Number,
        DataType::Float32 | DataType::Float64 => Shape::Number,
        DataType::Decimal32(..) | DataType::Decimal64(..) | DataType::Decimal128(..) | DataType::Decimal256(..) => Shape::Number,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View if is_json => Shape::Json,
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Date32 | DataType::Date64 => Shape::Text,
        DataType::Timestamp(_, None) => {
            return Err((Code::TimeWithoutOffset, "must have a time zone: a timestamp without one is not a point in time".to_owned()));
        }
        DataType::Timestamp(..) => Shape::Text,
        DataType::Struct(_) | DataType::Map(..) => Shape::Object,
        DataType::List(_) | DataType::LargeList(_) | DataType::FixedSizeList(..) => Shape::List,
        DataType::Dictionary(_, values) if !values.is_nested() => shape(values, is_json)?,
        other => {
            let name = format!("{other:?}");
            let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
            return Err((Code::WrongType, format!("has the Arrow type `{name}`, which is not read")));
        }
    })
}

/// Whether values of that shape can be of a type.
fn fits(of: Type, shape: Shape) -> bool {
    match shape {
        Shape::Absent | Shape::Json => true,
        Shape::Text => matches!(of, Type::Text | Type::Number | Type::Time | Type::Choice(_) | Type::Json),
        Shape::Number => matches!(of, Type::Number | Type::Time | Type::Integer | Type::Json),
        Shape::Bool => matches!(of, Type::Boolean | Type::Json),
        Shape::Object => matches!(of, Type::Record(_) | Type::Json) || entry(of).is_some(),
        Shape::List => matches!(of, Type::List(_) | Type::Json),
    }
}

/// What a type takes, for people.
fn wanted(of: Type) -> &'static str {
    match of {
        Type::Text | Type::Choice(_) => "a text",
        Type::Number => "a text or a number",
        Type::Time => "a timestamp with a time zone, a text, or an integer of Unix milliseconds",
        Type::Integer => "an integer",
        Type::Boolean => "a boolean",
        Type::Texts | Type::Numbers | Type::Values | Type::Records(_) => "a map or a struct",
        Type::Record(_) => "a struct",
        Type::List(_) => "a list",
        _ => "a value of JSON",
    }
}

/// What a column of a table of responses holds.
#[derive(Clone, Copy)]
pub(super) enum Part {
    Text,
    Number,
    Time,
    /// A text or bytes.
    Bytes,
    /// A map, a struct, or a list of structs of two members: names and values, each a text or bytes.
    Headers,
}

/// Checks a column of a table of responses.
pub(super) fn part(field: &Field, part: Part, at: &str, found: &mut Found) {
    let of = field.data_type();
    if matches!(of, DataType::Null) || holds(of, part) {
        return;
    }
    let issue = match (part, shape(of, false)) {
        (Part::Time, Err((code, message))) => Issue::new(at, code, message),
        _ => {
            let message = match part {
                Part::Text => "must be a text",
                Part::Number => "must be an integer",
                Part::Time => "must be a timestamp with a time zone",
                Part::Bytes => "must be a text or bytes",
                Part::Headers => "must be a map, a struct, or a list of structs of a name and a value, all of them texts or bytes",
            };
            Issue::new(at, Code::WrongType, message)
        }
    };
    found.push(issue);
}

fn holds(of: &DataType, part: Part) -> bool {
    let is_bytes = |of: &DataType| of.is_string() || of.is_binary();
    match (of, part) {
        (DataType::Dictionary(_, values), _) => holds(values, part),
        (of, Part::Text) => of.is_string(),
        (of, Part::Number) => of.is_integer() || matches!(of, DataType::Float32 | DataType::Float64),
        (of, Part::Time) => matches!(of, DataType::Timestamp(_, Some(_))),
        (of, Part::Bytes) => is_bytes(of),
        (DataType::Struct(members), Part::Headers) => members.iter().all(|member| holds(member.data_type(), Part::Bytes)),
        (DataType::Map(entries, _), Part::Headers) => holds(entries.data_type(), Part::Headers),
        (DataType::List(item) | DataType::LargeList(item), Part::Headers) => {
            matches!(item.data_type(), DataType::Struct(members) if members.len() == 2) && holds(item.data_type(), Part::Headers)
        }
        (_, Part::Headers) => false,
    }
}
