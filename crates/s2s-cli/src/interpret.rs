//! `s2s interpret`: responses become outcomes.

use std::io;

use s2s_core::dynamic::{self, PROVIDERS, Shown, write_jsonl};
use s2s_core::value::Json;
use s2s_core::{Code, Issue, NoResponse, Outcome, Response};
use serde::Serialize;

use crate::args;
use crate::error::Error;
use crate::format::RESPONSES;
use crate::lines::{Batch, Line, too_long};
use crate::output::{json_line, retry_after_ms};
use crate::pipeline;
use crate::table::Table;

pub(crate) fn run(arguments: &args::Interpret) -> Result<bool, Error> {
    let args::Interpret { file, provider, kind, now } = arguments;
    if let (Some(kind), Some(spec)) = (kind, PROVIDERS.iter().find(|known| known.name == provider)) {
        let known: Vec<_> = spec.kind_names().chain(spec.batch.map(|batch| batch.kind)).collect();
        if !known.contains(&kind.as_str()) {
            return Err(Error::usage(format!("{provider} has the kinds {}", known.join(", "))));
        }
    }
    let outcome = |response: &Response| match kind {
        Some(kind) => dynamic::interpret_as(provider, kind, response),
        None => dynamic::interpret(provider, response),
    };
    pipeline::run(file, &Table::plain(), RESPONSES, |batch, out| interpret(&outcome, now, batch, out))
}

fn interpret(outcome: &impl Fn(&Response) -> Option<Outcome>, now: &args::Now, batch: &Batch, out: &mut Vec<u8>) -> io::Result<bool> {
    let mut is_fine = true;
    for Line { number: line, text } in batch.lines() {
        let answer = text.ok_or_else(|| vec![too_long()]).and_then(read);
        let outcome = answer.and_then(|answer| match answer {
            Answer::Response(response) => {
                // A wait until a date counts from the time that is named, from the server's own, or from now.
                let is_known = now.now.is_none() && response.received_at().is_some();
                let response = if is_known { response } else { response.with_received_at(now.clock().now()) };
                outcome(&response).ok_or_else(|| vec![Issue::new("", Code::UnknownProvider, "there is no such provider")])
            }
            Answer::None(kind) => Ok(kind.into()),
        });
        match outcome {
            Ok(outcome) => json_line(out, &OutcomeLine::new(&outcome))?,
            Err(issues) => {
                is_fine = false;
                write_jsonl(out, line, Err(&issues), Shown::default());
            }
        }
    }
    Ok(is_fine)
}

#[derive(Serialize)]
struct OutcomeLine<'a> {
    outcome: &'static str,
    scope: &'static str,
    reason: &'static str,
    maybe_delivered: bool,
    retry_after_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_message: Option<&'a str>,
}

impl<'a> OutcomeLine<'a> {
    fn new(outcome: &'a Outcome) -> Self {
        Self {
            outcome: outcome.kind().as_str(),
            scope: outcome.scope().as_str(),
            reason: outcome.reason(),
            maybe_delivered: outcome.maybe_delivered(),
            retry_after_ms: retry_after_ms(outcome),
            provider_message: outcome.provider_message(),
        }
    }
}

/// What came back for a request.
enum Answer {
    Response(Response),
    None(NoResponse),
}

/// Reads a response, and reports all problems with it.
fn read(text: &[u8]) -> Result<Answer, Vec<Issue>> {
    let text = std::str::from_utf8(text).map_err(|_| vec![Issue::new("", Code::InvalidUnicode, "is not UTF-8")])?;
    let Json::Object(members) = dynamic::from_json(text).map_err(s2s_core::Issues::into_vec)? else {
        return Err(vec![Issue::new("", Code::WrongType, "must be an object")]);
    };
    let mut fields = Fields::default();
    for (key, value) in members {
        fields.take(&key, value);
    }
    fields.finish()
}

#[derive(Default)]
struct Fields {
    seen: Vec<String>,
    status: Option<u16>,
    headers: Vec<(String, String)>,
    body: String,
    no_response: Option<NoResponse>,
    issues: Vec<Issue>,
}

impl Fields {
    fn take(&mut self, key: &str, value: Json) {
        // Null means absent.
        if matches!((key, &value), ("status" | "headers" | "body" | "no_response", Json::Null)) {
            return;
        }
        let at = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
        if self.seen.iter().any(|seen| seen == key) {
            self.issues.push(Issue::new(at, Code::DuplicateKey, "appears more than once"));
            return;
        }
        self.seen.push(key.to_owned());
        let taken = match (key, value) {
            ("status", Json::Number(number)) => {
                let status = number.as_str().parse().ok().filter(|status| (100..=999).contains(status));
                status.map(|status| self.status = Some(status)).ok_or((Code::OutOfRange, "must be a status code, from 100 to 999"))
            }
            ("status", _) => Err((Code::WrongType, "must be a number")),
            ("headers", value) => headers(value)
                .map(|headers| self.headers = headers)
                .ok_or((Code::WrongType, "must be an array of arrays of a name and a value")),
            ("body", Json::String(body)) => {
                self.body = body.into();
                Ok(())
            }
            ("body", _) => Err((Code::WrongType, "must be a text")),
            ("no_response", Json::String(kind)) => {
                let kind = NoResponse::from_name(&kind);
                self.no_response = kind;
                let message = "must be `connect`, `tls`, `timeout`, `closed`, `cancelled` or `other`";
                kind.map(|_| ()).ok_or((Code::InvalidChoice, message))
            }
            ("no_response", _) => Err((Code::WrongType, "must be a text")),
            _ => Err((Code::UnknownField, "there is no such field")),
        };
        self.issues.extend(taken.err().map(|(code, message)| Issue::new(at, code, message)));
    }

    fn finish(mut self) -> Result<Answer, Vec<Issue>> {
        let has = |key: &str| self.seen.iter().any(|seen| seen == key);
        match (has("status"), has("no_response")) {
            (false, false) => self.issues.push(Issue::new("", Code::MissingOneOf, "`status` or `no_response` is required")),
            (true, true) => self.issues.push(Issue::new("", Code::Conflict, "`status` and `no_response` exclude each other")),
            _ => {}
        }
        let answer = match (self.status, self.no_response) {
            (Some(status), _) => Some(Answer::Response(Response::new(status, self.headers, self.body))),
            (None, kind) => kind.map(Answer::None),
        };
        answer.filter(|_| self.issues.is_empty()).ok_or(self.issues)
    }
}

fn headers(value: Json) -> Option<Vec<(String, String)>> {
    let Json::Array(pairs) = value else { return None };
    pairs
        .into_iter()
        .map(|pair| match pair {
            Json::Array(pair) => match <[Json; 2]>::try_from(pair) {
                Ok([Json::String(name), Json::String(value)]) => Some((name.into(), value.into())),
                _ => None,
            },
            _ => None,
        })
        .collect()
}
