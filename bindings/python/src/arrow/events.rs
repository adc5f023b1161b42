//! Events of a table, and the requests that they become.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, Int64Array, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use s2s_core::binding::{Found, NEUTRAL, field_name};
use s2s_core::dynamic::{AnyClient, Destinations, NewId, Record, Type, Verdict};
use s2s_core::{Code, Issue, Issues, Request};

use super::check;
use super::output::{ISSUE, Kept, Lists, issue, lists};
use super::row::{Row, Rows};
use super::stream::{Edge, Made, Make};

/// Who builds the events of a table.
#[derive(Clone)]
pub(super) enum Builder {
    /// One destination, for its provider's events.
    One(AnyClient),
    /// Several destinations, for neutral events.
    Several(Destinations),
}

/// The events of a table.
pub(super) struct Events {
    builder: Builder,
    /// The members of each event that are not in a column.
    constants: Vec<(&'static str, String)>,
    kept: Kept,
}

impl Events {
    /// Checks that a table has events for the builder; `kind` is that of all of them, where no column says it.
    pub(super) fn new(builder: Builder, schema: &Schema, kind: Option<String>, kept: Kept) -> Result<Self, Issues> {
        const LIST: Type = Type::List(&Type::Text);
        let mut found = Found::default();
        check_kept(&kept, schema, &RESULT, &mut found);
        let columns = || schema.fields().iter().filter(|field| !kept.has(field.name()));
        let has = |name: &str| columns().any(|field| field.name() == name);
        let mut constants = Vec::new();
        match &builder {
            Builder::Several(_) => check::events(columns(), &NEUTRAL[..1], &[("destinations", LIST)], &mut found),
            Builder::One(client) => {
                if !has("provider") {
                    constants.push(("provider", client.provider().to_owned()));
                }
                let mut around = vec![("provider", Type::Text)];
                let spec = client.spec();
                let kind = kind.map(|kind| field_name(&kind).into_owned());
                match &kind {
                    Some(kind) if !spec.kind_names().any(|known| known == kind) => {
                        let names: Vec<&str> = spec.kind_names().collect();
                        let message = format!("the provider has no such kind of event; it has `{}`", names.join("`, `"));
                        found.push(Issue::new("/kind", Code::UnknownKind, message));
                    }
                    None if !has("kind") => {
                        found.push(Issue::new("/kind", Code::Missing, "is required: a column `kind`, or the argument for all rows"));
                    }
                    _ => {}
                }
                // With the argument, a column of that name is none of the event.
                if kind.is_none() {
                    around.push(("kind", Type::Text));
                }
                let records: Vec<&'static Record> = match &kind {
                    Some(kind) => spec.kinds.iter().filter(|known| known.name == kind).map(|kind| kind.record).collect(),
                    None => spec.kinds.iter().map(|kind| kind.record).collect(),
                };
                if !records.is_empty() {
                    check::events(columns(), &records, &around, &mut found);
                }
                constants.extend(kind.map(|kind| ("kind", kind)));
            }
        }
        if found.is_empty() { Ok(Self { builder, constants, kept }) } else { Err(found.into_issues()) }
    }

    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    pub(super) fn rows<'a>(&'a self, batch: &'a RecordBatch) -> Rows<'a> {
        Rows::new(batch, &self.constants, |name| !self.kept.has(name))
    }

    /// Builds one event and passes on what it becomes: one request or its issues, or, for a neutral event, a part for each destination.
    pub(super) fn build<T>(&self, row: Row<'_>, edge: &Edge<'_>, then: impl FnOnce(Built<'_>) -> T) -> T {
        let mut new_id = edge.new_id;
        let new_id: NewId<'_> = new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String);
        match &self.builder {
            Builder::One(client) => then(Built::One(client.build_object(None, row, edge.now, new_id))),
            Builder::Several(destinations) => then(Built::Several(
                destinations
                    .explain_object(row, edge.now, new_id)
                    .map(|explained| explained.into_iter().map(|explained| explained.part).collect()),
            )),
        }
    }
}

/// What an event becomes.
pub(super) enum Built<'d> {
    One(Result<Request, Issues>),
    Several(Result<Vec<s2s_core::dynamic::Part<'d>>, Issues>),
}

/// Checks that columns that pass into a result are there, each once, and are none of the result's own.
pub(super) fn check_kept(kept: &Kept, schema: &Schema, result: &[&str], found: &mut Found) {
    for (position, name) in kept.0.iter().enumerate() {
        let at = format!("/keep/{position}");
        let known: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        if !known.contains(&name.as_str()) {
            found.push(Issue::new(at, Code::UnknownField, "there is no column of that name"));
        } else if result.contains(&name.as_str()) {
            found.push(Issue::new(at, Code::Conflict, "is the name of a column of the result"));
        } else if known.iter().filter(|known| *known == name).count() > 1 || kept.0.iter().take(position).any(|other| other == name) {
            found.push(Issue::new(at, Code::DuplicateKey, "appears more than once"));
        }
    }
}

/// The columns of the result.
const RESULT: [&str; 9] = ["row", "destination", "lane", "method", "url", "headers", "body", "issues", "warnings"];
const HEADER: [&str; 2] = ["name", "value"];

/// The fields of the kept columns, as the table has them.
pub(super) fn kept_fields<'a>(kept: &'a Kept, schema: &'a Schema) -> impl Iterator<Item = Field> {
    kept.0.iter().filter_map(|name| schema.field_with_name(name).ok().cloned())
}

/// The requests of a table's events, as a table.
pub(super) struct Requests {
    events: Events,
    schema: SchemaRef,
    shows_secrets: bool,
}

impl Requests {
    pub(super) fn new(events: Events, input: &Schema, shows_secrets: bool) -> Self {
        let text = |name: &str| Field::new(name, DataType::Utf8, true);
        let mut fields = vec![Field::new("row", DataType::Int64, false)];
        fields.extend(kept_fields(events.kept(), input));
        if matches!(events.builder, Builder::Several(_)) {
            fields.push(text("destination"));
        }
        fields.extend(["lane", "method", "url"].map(text));
        fields.extend([lists("headers", HEADER), text("body"), lists("issues", ISSUE), lists("warnings", ISSUE)]);
        Self { events, schema: Arc::new(Schema::new(fields)), shows_secrets }
    }

    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}

impl Make for Requests {
    type Of = RecordBatch;

    fn make(&self, batch: &RecordBatch, first: i64, edge: &Edge<'_>) -> Made<Vec<RecordBatch>> {
        let rows = self.events.rows(batch);
        let (mut made, mut columns) = (Vec::new(), Columns::new(self.shows_secrets));
        for (at, row) in (0..batch.num_rows()).zip(first..) {
            self.events.build(rows.row(at), edge, |built| match built {
                Built::One(built) => columns.push(at, row, None, built.as_ref().map(Some).map_err(Issues::as_slice)),
                Built::Several(Err(issues)) => columns.push(at, row, None, Err(issues.as_slice())),
                Built::Several(Ok(parts)) => {
                    for part in parts {
                        let built = match &part.verdict {
                            Verdict::Built(request) => Ok(Some(request)),
                            Verdict::Refused(issues) => Err(issues.as_slice()),
                            Verdict::Skipped => Ok(None),
                        };
                        columns.push(at, row, Some(&part.label()), built);
                    }
                }
            });
            if columns.bytes > MOST_BYTES || at + 1 == batch.num_rows() {
                made.push(columns.finish(self, batch)?);
            }
        }
        Ok(made)
    }
}

/// A batch ends once its requests are larger, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Largest request that a column can hold next to others, in bytes.
const LARGEST: usize = 512 * 1024 * 1024;

/// The columns of a batch of requests.
struct Columns {
    shows_secrets: bool,
    /// The positions in the batch that is read.
    at: Vec<usize>,
    rows: Vec<i64>,
    texts: [StringBuilder; 5],
    headers: Lists<2>,
    issues: Lists<3>,
    warnings: Lists<3>,
    bytes: usize,
}

impl Columns {
    fn new(shows_secrets: bool) -> Self {
        Self {
            shows_secrets,
            at: Vec::new(),
            rows: Vec::new(),
            texts: std::array::from_fn(|_| StringBuilder::new()),
            headers: Lists::new(),
            issues: Lists::new(),
            warnings: Lists::new(),
            bytes: 0,
        }
    }

    /// Appends what became of an event at a destination: a request, issues, or nothing where the destination skips it.
    fn push(&mut self, at: usize, row: i64, destination: Option<&str>, built: Result<Option<&Request>, &[Issue]>) {
        let too_large = || Issue::new("", Code::TooLarge, "the request is larger than 512 MiB");
        let size = |request: &Request| request.url().len() + request.body().len();
        match built {
            Ok(Some(request)) if size(request) > LARGEST => self.push(at, row, destination, Err(&[too_large()])),
            built => self.push_row(at, row, destination, built.map_or_else(|issues| (None, issues), |request| (request, &[]))),
        }
    }

    fn push_row(&mut self, at: usize, row: i64, destination: Option<&str>, (request, issues): (Option<&Request>, &[Issue])) {
        self.at.push(at);
        self.rows.push(row);
        let shows = self.shows_secrets;
        let url = request.map(|request| if shows { request.url().into() } else { request.redacted_url() });
        let body = request.map(|request| if shows { String::from_utf8_lossy(request.body()) } else { request.redacted_body() });
        let method = request.map(|request| request.method().as_str());
        let lane = request.and_then(Request::lane_key);
        self.bytes += url.as_ref().map_or(0, |url| url.len()) + body.as_ref().map_or(0, |body| body.len());
        for (column, text) in self.texts.iter_mut().zip([destination, lane.as_deref(), method, url.as_deref(), body.as_deref()]) {
            column.append_option(text);
        }
        let headers = request.map(Request::headers).unwrap_or_default();
        self.headers.push(headers.iter().map(|header| [header.name(), if shows { header.value() } else { header.redacted_value() }]));
        self.issues.push(issues.iter().map(issue));
        self.warnings.push(request.map(Request::warnings).unwrap_or_default().iter().map(issue));
    }

    /// The batch of what was appended.
    fn finish(&mut self, requests: &Requests, batch: &RecordBatch) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = vec![Arc::new(Int64Array::from(std::mem::take(&mut self.rows)))];
        requests.events.kept().append(batch, &std::mem::take(&mut self.at), &mut columns)?;
        let [destination, lane, method, url, body] = self.texts.each_mut().map(|text| Arc::new(text.finish()) as ArrayRef);
        if matches!(requests.events.builder, Builder::Several(_)) {
            columns.push(destination);
        }
        columns.extend([lane, method, url, self.headers.finish(HEADER)?, body, self.issues.finish(ISSUE)?, self.warnings.finish(ISSUE)?]);
        self.bytes = 0;
        RecordBatch::try_new(requests.schema(), columns)
    }
}
