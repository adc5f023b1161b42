//! From the cells of a table, which are texts, to events in the JSON form.

use crate::encode::json;
use crate::issue::{Code, Found, Issue, Issues, below};
use crate::provider::record::{Record, Type};
use crate::provider::{PROVIDERS, snake_case};
use crate::value::Json;

use super::hint::with_hint;
use super::kinds::NEUTRAL;

/// How the columns of a table become the fields of events.
///
/// A column is the field of its name; inside of a record or a map the name is a path with points, such as `callback_params.order`: what follows
/// the name of a map is the key, with all its points. `provider`, `kind` and `destination` are those of the JSON form. A field of any kind of
/// event is one; what a row's own kind does not have is an issue of the row, unless the cell is empty.
///
/// A cell is a text, which the field reads: an empty one is absent; numbers and amounts keep their digits; a time is RFC 3339 or
/// Unix milliseconds; a truth value is `true` or `false`, in any case; lists, records and maps of their own are JSON. Any JSON is a text.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Columns {
    /// Columns, each with the field that it is: `price` with `revenue`. A column with an empty field is left out.
    pub map: Vec<(String, String)>,
    /// Fields that every event has, each with its cell: `provider` with `adjust`.
    pub constants: Vec<(String, String)>,
}

/// What is read of a row: its cells, those of the constants after them.
type Cells<'r> = &'r dyn Fn(usize) -> Option<&'r [u8]>;

/// The columns of a table, by the kinds of events that its rows may be.
#[derive(Debug)]
pub(super) struct Layouts {
    /// Number of columns of the table itself.
    pub(super) width: usize,
    constants: Vec<String>,
    /// Where the provider and the kind of a row are.
    provider: Option<usize>,
    kind: Option<usize>,
    layouts: Vec<Layout>,
}

/// The fields of rows of one kind, as a tree.
#[derive(Debug)]
struct Layout {
    /// `None` for neutral events.
    provider: Option<&'static str>,
    kind: &'static str,
    fields: Vec<(String, Node)>,
}

#[derive(Debug)]
enum Node {
    Cell(usize, Sort),
    Fields(Vec<(String, Node)>),
}

/// How a cell is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// As a text: the fields of numbers take texts, too.
    Text,
    /// As a whole number, where it is one.
    Integer,
    Boolean,
    /// As what its JSON says, where it is an array or an object.
    Json,
}

/// A column or a constant, and the field that it is.
struct Column<'c> {
    position: usize,
    field: &'c str,
    /// Where an issue is.
    at: String,
}

impl Columns {
    /// Finds the fields of the columns.
    ///
    /// # Errors
    /// Below `/columns`, `/map` and `/constants`: each column that is no field of any event that the table can have, and names of columns and fields
    /// that appear more than once, or do not exist.
    pub(super) fn layouts(&self, header: &[&str]) -> Result<Layouts, Issues> {
        let mut found = Found::default();
        let columns = self.columns(header, &mut found);
        let constant = |name: &str| self.constants.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        let position = |name: &str| columns.iter().find(|column| column.field == name).map(|column| column.position);
        let mut layouts: Vec<Layout> = candidates(constant("provider"), constant("kind"));
        if layouts.is_empty() {
            found.push(Issue::new("/constants", Code::UnknownKind, "there is no such provider, or it has no such kind of event"));
        }
        for column in &columns {
            let mut is_field = false;
            for layout in &mut layouts {
                let place = layout.place(column.field);
                is_field |= place.is_some();
                // What the kind does not have is an issue of the row, which reading the event finds.
                let (keys, sort) = place.unwrap_or_else(|| (vec![column.field.to_owned()], Sort::Text));
                if !insert(&mut layout.fields, &keys, Node::Cell(column.position, sort)) && !found.has(&column.at) {
                    found.push(Issue::new(&column.at, Code::DuplicateKey, "is the field of another column, too"));
                }
            }
            if !is_field && !layouts.is_empty() {
                let names = layouts.iter().flat_map(|layout| layout.record().fields).map(|field| field.name);
                let mut known: Vec<&str> = names.chain(ENVELOPE).collect();
                known.sort_unstable();
                known.dedup();
                let message = "is no field of an event; name its field with a mapping, or leave it out with an empty one";
                found.push(Issue::new(&column.at, Code::UnknownField, with_hint(message, &snake_case(column.field), &known)));
            }
        }
        if !found.is_empty() {
            return Err(found.into_issues());
        }
        let constants = self.constants.iter().map(|(_, value)| value.clone()).collect();
        Ok(Layouts { width: header.len(), constants, provider: position("provider"), kind: position("kind"), layouts })
    }

    /// The constants, then the columns that are not left out: `provider` and `kind` are first where they are constants, as in most events.
    fn columns<'c>(&'c self, header: &[&'c str], found: &mut Found) -> Vec<Column<'c>> {
        for (position, name) in header.iter().enumerate() {
            if header.iter().take(position).any(|earlier| earlier == name) {
                found.push(Issue::new(at(position, name), Code::DuplicateKey, "appears more than once"));
            }
        }
        for (position, (column, _)) in self.map.iter().enumerate() {
            if !header.contains(&column.as_str()) {
                found.push(Issue::new(below("/map", column), Code::UnknownField, with_hint("there is no such column", column, header)));
            } else if self.map.iter().take(position).any(|(earlier, _)| earlier == column) {
                found.push(Issue::new(below("/map", column), Code::DuplicateKey, "appears more than once"));
            }
        }
        let constants = self.constants.iter().enumerate();
        let constants =
            constants.map(|(position, (field, _))| Column { position: header.len() + position, field, at: below("/constants", field) });
        let columns = header.iter().enumerate().filter_map(|(position, name)| {
            let mapped = self.map.iter().find(|(column, _)| column == name);
            let field = mapped.map_or(*name, |(_, field)| field);
            (mapped.is_none() || !field.is_empty()).then(|| Column { position, field, at: at(position, name) })
        });
        constants.chain(columns).collect()
    }
}

/// Where an issue of a column is: at its name or, if that is not like one, at its position. A table without names has values in its first row,
/// which no issue repeats.
fn at(position: usize, name: &str) -> String {
    let is_like_one = |character: char| character.is_alphanumeric() || matches!(character, '_' | '.' | ' ' | '-');
    let digits = name.chars().filter(char::is_ascii_digit).count();
    if digits <= 2 && name.chars().all(is_like_one) && !name.is_empty() { below("/columns", name) } else { format!("/columns/{position}") }
}

/// The keys of an event that belong to no kind.
const ENVELOPE: [&str; 3] = ["provider", "kind", "destination"];

/// The kinds of events that rows may be, as far as the constants say. Neutral events have neither a provider nor a kind.
fn candidates(provider: Option<&str>, kind: Option<&str>) -> Vec<Layout> {
    let is_provider = |name: &str| provider.is_none_or(|own| own == name);
    let is_kind = |name: &str| kind.is_none_or(|own| snake_case(own) == name);
    let of_providers = PROVIDERS.iter().filter(|spec| is_provider(spec.name)).flat_map(|spec| {
        let kinds = spec.kinds.iter().filter(|own| is_kind(own.name));
        kinds.map(|own| Layout { provider: Some(spec.name), kind: own.name, fields: Vec::new() })
    });
    let is_neutral = provider.is_none() && kind.is_none();
    of_providers.chain(is_neutral.then(|| Layout { provider: None, kind: "", fields: Vec::new() })).collect()
}

impl Layout {
    fn record(&self) -> &'static Record {
        let spec = PROVIDERS.iter().find(|spec| Some(spec.name) == self.provider);
        let kind = spec.and_then(|spec| spec.kinds.iter().find(|kind| kind.name == self.kind));
        kind.map_or(NEUTRAL[0], |kind| kind.record)
    }

    /// The keys of a field, and how its cells are written; `None` where the kind has no such field.
    fn place(&self, path: &str) -> Option<(Vec<String>, Sort)> {
        if self.provider.is_some() && ENVELOPE.contains(&path) {
            return Some((vec![path.to_owned()], Sort::Text));
        }
        let mut keys = Vec::new();
        let sort = place(self.record(), path, &mut keys)?;
        Some((keys, sort))
    }
}

/// How the cells of a field are written. What follows the name of a map is a key, also where it has points.
fn place(record: &Record, path: &str, keys: &mut Vec<String>) -> Option<Sort> {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let field = record.field(&snake_case(name))?;
    keys.push(name.to_owned());
    let Some(rest) = rest else { return Some(sort(&field.of)) };
    match field.of {
        _ if rest.is_empty() => None,
        Type::Record(inner) => place(inner, rest, keys),
        Type::Records(inner) => {
            let (key, rest) = rest.split_once('.')?;
            keys.push(key.to_owned());
            place(inner, rest, keys)
        }
        Type::Texts | Type::Numbers | Type::Values => {
            keys.push(rest.to_owned());
            Some(Sort::Text)
        }
        _ => None,
    }
}

fn sort(of: &Type) -> Sort {
    match of {
        Type::Integer | Type::Time => Sort::Integer,
        Type::Boolean => Sort::Boolean,
        Type::Texts | Type::Numbers | Type::Values | Type::Records(_) | Type::Record(_) | Type::List(_) => Sort::Json,
        Type::Text | Type::Number | Type::Choice(_) | Type::Json => Sort::Text,
    }
}

/// Puts a cell into a tree of fields; returns `false` where there is one already.
fn insert(fields: &mut Vec<(String, Node)>, keys: &[String], cell: Node) -> bool {
    let [key, rest @ ..] = keys else { return false };
    match (fields.iter_mut().find(|(own, _)| own == key), rest) {
        (None, []) => fields.push((key.clone(), cell)),
        (None, rest) => {
            let mut inner = Vec::new();
            insert(&mut inner, rest, cell);
            fields.push((key.clone(), Node::Fields(inner)));
        }
        (Some((_, Node::Fields(inner))), [_, ..]) => return insert(inner, rest, cell),
        _ => return false,
    }
    true
}

impl Layouts {
    /// Appends the event of a row, without a line break. A row with another number of cells than the table has columns becomes an array, which is
    /// an issue of its line.
    pub(super) fn write(&self, row: &[&[u8]], out: &mut Vec<u8>) {
        if row.len() != self.width {
            return array(row, out);
        }
        let constants = |position: usize| self.constants.get(position.checked_sub(self.width)?).map(String::as_bytes);
        let cells = |position: usize| row.get(position).copied().or_else(|| constants(position)).filter(|cell| !cell.is_empty());
        if !object(self.layout(&cells), &cells, out) {
            out.extend_from_slice(b"{}");
        }
    }

    /// Appends a row that cannot be an event: see [`write`](Self::write).
    pub(super) fn refuse(&self, row: &[&[u8]], out: &mut Vec<u8>) {
        array(row, out);
    }

    /// The fields of a row. For a row of no known kind, any will do: the reading of the event finds the problem.
    fn layout(&self, cells: Cells<'_>) -> &[(String, Node)] {
        let text = |position: Option<usize>| position.and_then(cells).and_then(|cell| std::str::from_utf8(cell).ok());
        let (provider, kind) = (text(self.provider), text(self.kind));
        let is_own = |layout: &&Layout| layout.provider == provider && kind.is_none_or(|kind| snake_case(kind) == layout.kind);
        let own = self.layouts.iter().find(is_own).or(self.layouts.first());
        own.map_or(&[], |layout| &layout.fields)
    }
}

/// Appends the fields that have a cell, as an object; nothing where none has one, and returns whether any has.
fn object(fields: &[(String, Node)], cells: Cells<'_>, out: &mut Vec<u8>) -> bool {
    let start = out.len();
    for (key, node) in fields {
        let before = out.len();
        out.push(if before == start { b'{' } else { b',' });
        json::string(out, key);
        out.push(b':');
        let is_written = match node {
            Node::Fields(inner) => object(inner, cells, out),
            Node::Cell(position, sort) => cells(*position).is_some_and(|cell| {
                value(cell, *sort, out);
                true
            }),
        };
        if !is_written {
            out.truncate(before);
        }
    }
    if out.len() > start {
        out.push(b'}');
    }
    out.len() > start
}

/// Appends a cell. What is not of its sort is a text, and the field says why it cannot be one.
fn value(cell: &[u8], sort: Sort, out: &mut Vec<u8>) {
    match sort {
        Sort::Integer if is_integer(cell) => out.extend_from_slice(cell),
        Sort::Boolean if cell.eq_ignore_ascii_case(b"true") => out.extend_from_slice(b"true"),
        Sort::Boolean if cell.eq_ignore_ascii_case(b"false") => out.extend_from_slice(b"false"),
        Sort::Json => match inner(cell) {
            Some(inner) => json::value(out, &inner),
            None => text(cell, out),
        },
        _ => text(cell, out),
    }
}

/// Whether a cell is a whole number of JSON: one with a zero before it is none.
fn is_integer(cell: &[u8]) -> bool {
    let digits = cell.strip_prefix(b"-").unwrap_or(cell);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) && (digits == b"0" || digits.first() != Some(&b'0'))
}

/// The array or the object that a cell holds.
fn inner(cell: &[u8]) -> Option<Json> {
    let json = Json::parse(std::str::from_utf8(cell).ok()?)?;
    matches!(json, Json::Array(_) | Json::Object(_)).then_some(json)
}

/// Appends a text; one that is not UTF-8 stays so, which is an issue of the event.
fn text(cell: &[u8], out: &mut Vec<u8>) {
    match std::str::from_utf8(cell) {
        Ok(cell) => json::string(out, cell),
        Err(_) => {
            out.push(b'"');
            out.extend(cell.iter().filter(|byte| !matches!(byte, 0..b' ' | b'"' | b'\\')));
            out.push(b'"');
        }
    }
}

fn array(row: &[&[u8]], out: &mut Vec<u8>) {
    json::array(out, row, |out, cell| text(cell, out));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn columns(map: &[(&str, &str)], constants: &[(&str, &str)]) -> Columns {
        let owned = |pairs: &[(&str, &str)]| pairs.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect();
        Columns { map: owned(map), constants: owned(constants) }
    }

    fn written(columns: &Columns, header: &[&str], row: &[&str]) -> String {
        let mut out = Vec::new();
        let row: Vec<&[u8]> = row.iter().map(|cell| cell.as_bytes()).collect();
        columns.layouts(header).unwrap().write(&row, &mut out);
        String::from_utf8(out).unwrap()
    }

    fn issues(columns: &Columns, header: &[&str]) -> Vec<String> {
        columns.layouts(header).unwrap_err().into_iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect()
    }

    const ADJUST: &[(&str, &str)] = &[("provider", "adjust"), ("kind", "event")];

    #[test]
    fn a_cell_is_what_its_field_takes() {
        let header = ["event_token", "revenue", "created_at", "created_at_unix", "tracking_enabled", "callback_params"];
        let adjust = columns(&[], ADJUST);
        assert_eq!(
            written(&adjust, &header, &["f0ob4r", "19.990", "1795168800000", "1795168800", "TRUE", r#"{"b":1.0, "a":"x"}"#]),
            concat!(
                r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","revenue":"19.990","created_at":1795168800000,"#,
                r#""created_at_unix":1795168800,"tracking_enabled":true,"callback_params":{"b":1.0,"a":"x"}}"#
            )
        );
        assert_eq!(
            written(&adjust, &header, &["007", "1,5", "2026-11-20T10:00:00Z", "007", "yes", "x"]),
            concat!(
                r#"{"provider":"adjust","kind":"event","event_token":"007","revenue":"1,5","created_at":"2026-11-20T10:00:00Z","#,
                r#""created_at_unix":"007","tracking_enabled":"yes","callback_params":"x"}"#
            )
        );
        assert_eq!(written(&adjust, &header, &["", "", "", "", "", ""]), r#"{"provider":"adjust","kind":"event"}"#);
    }

    #[test]
    fn a_path_leads_into_records_and_maps() {
        let header = ["order", "callback_params.a.b", "Device", "partnerParams.x"];
        let adjust = columns(&[("order", "callback_params.order"), ("Device", "adid")], ADJUST);
        assert_eq!(
            written(&adjust, &header, &["A-1", "2", "18546f61", ""]),
            r#"{"provider":"adjust","kind":"event","callback_params":{"order":"A-1","a.b":"2"},"adid":"18546f61"}"#
        );
        let branch = columns(&[], &[("provider", "branch"), ("kind", "standard")]);
        let header = ["name", "user_data.developer_identity", "user_data.screen_width", "event_data.revenue"];
        assert_eq!(
            written(&branch, &header, &["PURCHASE", "user123", "1080", "4.50"]),
            concat!(
                r#"{"provider":"branch","kind":"standard","name":"PURCHASE","user_data":{"developer_identity":"user123","screen_width":1080},"#,
                r#""event_data":{"revenue":"4.50"}}"#
            )
        );
    }

    #[test]
    fn each_row_has_the_fields_of_its_own_kind() {
        let header = ["provider", "kind", "event", "created_at_unix", "name", "engagement_time_msec"];
        let any = Columns::default();
        assert_eq!(
            written(&any, &header, &["adjust", "session", "", "1", "", ""]),
            r#"{"provider":"adjust","kind":"session","created_at_unix":1}"#
        );
        assert_eq!(
            written(&any, &header, &["ga4", "event", "", "1", "login", "100"]),
            r#"{"provider":"ga4","kind":"event","created_at_unix":"1","name":"login","engagement_time_msec":100}"#,
            "what the kind does not have is an issue of the row"
        );
        assert_eq!(written(&any, &header, &["", "", "login", "", "", ""]), r#"{"event":"login"}"#);
        assert_eq!(written(&any, &header, &["", "", "", "", "", ""]), "{}");
    }

    #[test]
    fn a_row_of_another_length_is_no_event() {
        assert_eq!(written(&columns(&[], ADJUST), &["event_token", "adid"], &["a", "b", "c"]), r#"["a","b","c"]"#);
        assert_eq!(written(&columns(&[], ADJUST), &["event_token", "adid"], &["a"]), r#"["a"]"#);
    }

    #[test]
    fn a_column_that_is_no_field_is_an_issue_at_once() {
        let adjust = columns(&[("price", "revenue"), ("note", ""), ("gone", "adid")], ADJUST);
        assert_eq!(
            issues(&adjust, &["event_tokn", "price", "revenue", "note", "660e1d86-6796", "adid", "adid", "kind"]),
            [
                "/columns/adid duplicate_key",
                "/map/gone unknown_field",
                "/columns/event_tokn unknown_field",
                "/columns/revenue duplicate_key",
                "/columns/4 unknown_field",
                "/columns/kind duplicate_key",
            ]
        );
        assert_eq!(issues(&columns(&[], &[("provider", "adjust"), ("kind", "evnt")]), &["adid"]), ["/constants unknown_kind"]);
        assert_eq!(
            issues(&columns(&[], ADJUST), &["callback_params", "callback_params.a", "adid.x", "callback_params."]),
            ["/columns/callback_params.a duplicate_key", "/columns/adid.x unknown_field", "/columns/callback_params. unknown_field",]
        );
    }
}
