//! Responses of a table, and what they mean.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, BooleanArray, Int64Array, RecordBatch};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use s2s_core::binding::{Found, json_text, push_key, unknown_field};
use s2s_core::dynamic;
use s2s_core::value::Json;
use s2s_core::{Code, Issue, Issues, NoResponse, Outcome, Response};

use super::check::{self, Part};
use super::column::{Cell, Column};
use super::events::{check_kept, kept_fields};
use super::output::{ISSUE, Kept, Lists, issue, lists};
use super::stream::{Edge, Made, Make};

const STATUS: &str = "status";
const HEADERS: &str = "headers";
const BODY: &str = "body";
const RECEIVED_AT: &str = "received_at";
const NO_RESPONSE: &str = "no_response";
const KIND: &str = "kind";

/// The columns that are read, and what they hold.
const READ: [(&str, Part); 6] = [
    (STATUS, Part::Number),
    (HEADERS, Part::Headers),
    (BODY, Part::Bytes),
    (RECEIVED_AT, Part::Time),
    (NO_RESPONSE, Part::Text),
    (KIND, Part::Text),
];

/// The columns of the result.
const RESULT: [&str; 10] =
    ["row", "outcome", "scope", "reason", "retry_after_ms", "maybe_delivered", "provider_message", "details", "events", "issues"];
const EVENT: [&str; 3] = ["outcome", "scope", "reason"];

/// The responses of a table.
pub(super) struct Responses {
    provider: &'static str,
    /// The kind of all requests, where no column says it.
    kind: Option<String>,
    kept: Kept,
    schema: SchemaRef,
}

impl Responses {
    /// Checks that a table has responses of the provider.
    pub(super) fn new(provider: &'static str, input: &Schema, kind: Option<String>, kept: Kept) -> Result<Self, Issues> {
        let mut found = Found::default();
        check_kept(&kept, input, &RESULT, &mut found);
        for field in input.fields().iter().filter(|field| !kept.has(field.name())) {
            let mut at = String::new();
            push_key(&mut at, field.name());
            let names = READ.iter().map(|(name, _)| *name).filter(|name| *name != KIND || kind.is_none());
            match READ.iter().find(|(name, _)| name == field.name() && (*name != KIND || kind.is_none())) {
                Some((_, part)) => check::part(field, *part, &at, &mut found),
                None => found.push(unknown_field(&at, field.name(), &names.collect::<Vec<_>>())),
            }
        }
        let has = |name: &str| input.column_with_name(name).is_some();
        if !has(STATUS) && !has(NO_RESPONSE) {
            found.push(Issue::new("/status", Code::MissingOneOf, "a table needs a column `status` or `no_response`"));
        }
        // An empty response shows whether there is such a kind.
        if let Some(kind) = &kind
            && dynamic::interpret_as(provider, kind, &Response::new(0, [("", "")], Vec::new())).is_none()
        {
            found.push(unknown_kind());
        }
        if !found.is_empty() {
            return Err(found.into_issues());
        }
        let text = |name: &str| Field::new(name, DataType::Utf8, true);
        let mut fields = vec![Field::new("row", DataType::Int64, false)];
        fields.extend(kept_fields(&kept, input));
        fields.extend(["outcome", "scope", "reason"].map(text));
        fields.push(Field::new("retry_after_ms", DataType::Int64, true));
        fields.push(Field::new("maybe_delivered", DataType::Boolean, true));
        fields.extend(["provider_message", "details"].map(text));
        fields.extend([lists("events", EVENT), lists("issues", ISSUE)]);
        Ok(Self { provider, kind, kept, schema: Arc::new(Schema::new(fields)) })
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn interpret(&self, columns: &[(&str, Column<'_>)], at: usize) -> Result<Outcome, Issue> {
        let cell = |name: &str| columns.iter().find(|(known, _)| *known == name).map_or(Cell::Null, |(_, column)| column.cell(at));
        let status = match (cell(STATUS), cell(NO_RESPONSE)) {
            (Cell::Null, Cell::Null) => {
                return Err(Issue::new("/status", Code::MissingOneOf, "a row needs `status` or `no_response`"));
            }
            (Cell::Null, Cell::Text(name)) => {
                let kind = NoResponse::from_name(name);
                return kind
                    .map(s2s_core::interpret_no_response)
                    .ok_or_else(|| Issue::new("/no_response", Code::InvalidChoice, "is not one of the kinds of `NoResponse`"));
            }
            (Cell::Integer(status), Cell::Null) => u16::try_from(status).ok(),
            (Cell::Float(status), Cell::Null) => status.integer().and_then(|status| u16::try_from(status).ok()),
            (_, Cell::Null) => None,
            _ => return Err(Issue::new("/no_response", Code::Conflict, "a response and the lack of one exclude each other")),
        };
        let status = status.ok_or_else(|| Issue::new("/status", Code::OutOfRange, "must be an integer from 0 to 65535"))?;
        let body = match cell(BODY) {
            Cell::Text(text) | Cell::Json(text) => text.as_bytes().to_vec(),
            Cell::Bytes(bytes) => bytes.to_vec(),
            _ => Vec::new(),
        };
        let mut response = Response::new(status, headers(cell(HEADERS)), body);
        if let Cell::Time(time) = cell(RECEIVED_AT) {
            let time = time.timestamp().ok_or_else(|| Issue::new("/received_at", Code::OutOfRange, "is beyond the years 0000 to 9999"))?;
            response = response.with_received_at(time);
        }
        let outcome = match (&self.kind, cell(KIND)) {
            (Some(kind), _) => dynamic::interpret_as(self.provider, kind, &response),
            (None, Cell::Text(kind)) => dynamic::interpret_as(self.provider, kind, &response),
            _ => dynamic::interpret(self.provider, &response),
        };
        outcome.ok_or_else(unknown_kind)
    }
}

fn unknown_kind() -> Issue {
    Issue::new("/kind", Code::UnknownKind, "the provider has no such kind of request")
}

/// The headers of a map, of a list of structs of a name and a value, or of a struct.
fn headers<'a>(cell: Cell<'a>) -> Vec<(&'a str, &'a [u8])> {
    let text = |cell: Cell<'a>| match cell {
        Cell::Text(text) => Some(text.as_bytes()),
        Cell::Bytes(bytes) => Some(bytes),
        _ => None,
    };
    let name = |cell| text(cell).and_then(|name| std::str::from_utf8(name).ok());
    let pair = |one: Cell<'a>, other: Cell<'a>| Some((name(one)?, text(other)?));
    match cell {
        Cell::Map(keys, values, range) => range.filter_map(|at| pair(keys.cell(at), values.cell(at))).collect(),
        Cell::Struct(columns, at) => columns.iter().filter_map(|(name, column)| Some((*name, text(column.cell(at))?))).collect(),
        Cell::List(items, range) => {
            let members = range.filter_map(|at| match items.cell(at) {
                Cell::Struct([(_, name), (_, value)], at) => pair(name.cell(at), value.cell(at)),
                _ => None,
            });
            members.collect()
        }
        _ => Vec::new(),
    }
}

impl Make for Responses {
    type Of = RecordBatch;

    fn make(&self, batch: &RecordBatch, first: i64, _: &Edge<'_>) -> Made<Vec<RecordBatch>> {
        let columns: Vec<_> = Column::all(batch).filter(|(name, _)| !self.kept.has(name)).collect();
        let mut texts: [StringBuilder; 5] = std::array::from_fn(|_| StringBuilder::new());
        let (mut events, mut issues) = (Lists::new(), Lists::new());
        let (mut waits, mut maybe) = (Vec::new(), Vec::new());
        for at in 0..batch.num_rows() {
            let interpreted = self.interpret(&columns, at);
            let outcome = interpreted.as_ref().ok();
            let details = outcome.map(Outcome::details).filter(|details| !details.is_empty());
            let details = details.map(|details| json_text(&Json::Object(details.to_vec())));
            let details = details.as_deref().map(String::from_utf8_lossy);
            let cells = [
                outcome.map(|outcome| outcome.kind().as_str()),
                outcome.map(|outcome| outcome.scope().as_str()),
                outcome.map(Outcome::reason),
                outcome.and_then(Outcome::provider_message),
                details.as_deref(),
            ];
            for (column, text) in texts.iter_mut().zip(cells) {
                column.append_option(text);
            }
            waits.push(outcome.and_then(Outcome::retry_after).map(|wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX)));
            maybe.push(outcome.map(Outcome::maybe_delivered));
            let of_each = outcome.map(Outcome::events).unwrap_or_default();
            events.push(of_each.iter().map(|own| [own.kind.as_str(), own.scope.as_str(), own.reason]));
            issues.push(interpreted.as_ref().err().into_iter().map(issue));
        }
        let [outcome, scope, reason, message, details] = texts.each_mut().map(|text| Arc::new(text.finish()) as ArrayRef);
        let rows: Int64Array = (first..).take(batch.num_rows()).map(Some).collect();
        let mut made: Vec<ArrayRef> = vec![Arc::new(rows)];
        self.kept.append(batch, &(0..batch.num_rows()).collect::<Vec<_>>(), &mut made)?;
        made.extend([outcome, scope, reason]);
        made.push(Arc::new(Int64Array::from(waits)));
        made.push(Arc::new(BooleanArray::from(maybe)));
        made.extend([message, details, events.finish(EVENT)?, issues.finish(ISSUE)?]);
        Ok(vec![RecordBatch::try_new(self.schema(), made)?])
    }
}
