//! A client of one destination, for every class of the package.

use std::num::NonZeroUsize;
use std::sync::Arc;

use napi::bindgen_prelude::{Array, Buffer, Either, Either3, Null, Uint8Array, Uint32Array};
use napi::{Env, Error, Result, Status};
use napi_derive::napi;
use s2s_core::binding::JsonText;
use s2s_core::dynamic::{self, AnyClient};
use s2s_core::{Issue, NoResponse, Response, Timestamp};
use s2s_jsonl::Jsonl;

use crate::new_id::{self, NewId};
use crate::request::{self, Text};
use crate::{issues, outcome};

/// A client. It is immutable, and everything that it returns is text.
#[napi]
pub struct Client(pub(crate) Arc<AnyClient>);

/// A client of a provider, whose settings have names in camelCase; without `provider`, of the one that the configuration names. Or issues.
/// `wrong` is what was wrong with values that JSON does not have.
#[napi(catch_unwind)]
pub fn open(provider: Option<String>, config: String, wrong: Option<String>) -> Result<Either<Client, String>> {
    let wrong = issues::given(wrong)?;
    let config = JsonText::new(&config).with_issues(&wrong);
    let config = if provider.is_some() { config.with_camel_case() } else { config };
    Ok(match AnyClient::from_object(provider.as_deref(), config) {
        Ok(client) => Either::A(Client(Arc::new(client))),
        Err(found) => Either::B(issues::to_json(found.as_slice())),
    })
}

/// The events of one kind, whose fields have names in camelCase.
#[napi]
pub struct Events {
    client: Arc<AnyClient>,
    kind: String,
}

#[napi]
impl Events {
    /// The request of an event, or issues. An absent id is random. The text has this number of strings, in which nothing was escaped: null if
    /// something in them has to be.
    ///
    /// Nearly every event comes this way: reading the further arguments of [`Events::build_with`] takes as long as building.
    #[napi(catch_unwind, ts_return_type = "string | null")]
    pub fn build(&self, event: String, strings: u32, now: f64) -> Result<Option<Text>> {
        let now = timestamp(now)?;
        if !is_json(event.as_bytes(), strings) {
            return Ok(None);
        }
        let event = JsonText::new(&event).with_camel_case();
        Ok(Some(request::built(self.client.build_object(Some(&self.kind), event, now, Some(&mut new_id::random)))))
    }

    /// The same for text that is JSON, with what was wrong with values that JSON does not have, and where ids come from.
    #[napi(catch_unwind, ts_return_type = "string")]
    pub fn build_with(&self, event: String, now: f64, wrong: Option<String>, new_id: NewId<'_>) -> Result<Text> {
        let wrong = issues::given(wrong)?;
        let event = JsonText::new(&event).with_camel_case().with_issues(&wrong);
        let now = timestamp(now)?;
        new_id::lend(&new_id, |new_id| request::built(self.client.build_object(Some(&self.kind), event, now, new_id)))
    }
}

/// Returns whether a text of this number of strings, in which nothing was escaped, is JSON all the same.
fn is_json(text: &[u8], strings: u32) -> bool {
    let quotes = text.iter().filter(|byte| **byte == b'"').count();
    let has_others = text.iter().fold(false, |found, byte| found | (*byte < b' ') | (*byte == b'\\'));
    quotes == 2 * strings as usize && !has_others
}

#[napi]
impl Client {
    /// The name of the provider API.
    #[napi(getter, catch_unwind)]
    pub fn provider(&self) -> &'static str {
        self.0.provider()
    }

    /// The events of one kind.
    #[napi(catch_unwind)]
    pub fn events(&self, kind: String) -> Events {
        Events { client: Arc::clone(&self.0), kind }
    }

    /// The request of an event that names its provider and kind, or issues.
    #[napi(catch_unwind, ts_return_type = "string")]
    pub fn build(&self, event: String, now: f64, wrong: Option<String>, new_id: NewId<'_>) -> Result<Text> {
        let wrong = issues::given(wrong)?;
        let event = JsonText::new(&event).with_issues(&wrong);
        let now = timestamp(now)?;
        new_id::lend(&new_id, |new_id| request::built(self.0.build_object(None, event, now, new_id)))
    }

    /// The same for the bytes of a JSON text.
    #[napi(catch_unwind, ts_return_type = "string")]
    pub fn build_bytes(&self, event: Uint8Array, now: f64, new_id: NewId<'_>) -> Result<Text> {
        let now = timestamp(now)?;
        new_id::lend(&new_id, |new_id| request::built(self.0.build(&event, now, new_id)))
    }

    /// The key of the lane of an event that names its provider and kind: nothing where it has none, or issues.
    #[napi(catch_unwind)]
    pub fn lane_key(&self, event: String, now: f64, wrong: Option<String>) -> Result<Option<String>> {
        let wrong = issues::given(wrong)?;
        Ok(lane_key(self.0.lane_key_of(None, JsonText::new(&event).with_issues(&wrong), timestamp(now)?)))
    }

    /// The same for the bytes of a JSON text.
    #[napi(catch_unwind)]
    pub fn lane_key_bytes(&self, event: Uint8Array, now: f64) -> Result<Option<String>> {
        Ok(lane_key(self.0.lane_key(&event, timestamp(now)?)))
    }

    /// Builds many events like `build`. `texts` holds their texts, one after the other, and `sizes` two numbers for each: its bytes,
    /// and its strings if nothing in them was escaped, as in [`Events::build`], or 0 if it is JSON. The result has null in place of an
    /// empty text, and of a text in which something has to be escaped.
    #[napi(catch_unwind, ts_return_type = "(string | null)[]")]
    pub fn build_many<'e>(&self, env: &'e Env, texts: Uint8Array, sizes: Uint32Array, now: f64, new_id: NewId<'_>) -> Result<Array<'e>> {
        let now = timestamp(now)?;
        let mut built = env.create_array(0)?;
        let mut rest = &*texts;
        for [bytes, strings] in sizes.as_chunks().0 {
            let (event, after) = rest.split_at_checked(*bytes as usize).ok_or_else(|| invalid("a text is not there"))?;
            rest = after;
            if event.is_empty() || (*strings > 0 && !is_json(event, *strings)) {
                built.insert(Null)?;
                continue;
            }
            // Each goes over while it is in the processor's cache.
            built.insert(new_id::lend(&new_id, |new_id| request::built(self.0.build(event, now, new_id)))?)?;
        }
        Ok(built)
    }

    /// One request of several messages of one user, or issues. The first of `objects` is the identity; `wrong` has a list for each of them.
    #[napi(catch_unwind, ts_return_type = "string")]
    pub fn messages(&self, objects: Vec<String>, wrong: Vec<String>, is_typed: bool, now: f64, new_id: NewId<'_>) -> Result<Text> {
        let now = timestamp(now)?;
        let wrong: Vec<Vec<Issue>> = wrong.iter().map(|wrong| issues::from_json(wrong)).collect::<Result<_>>()?;
        let texts: Vec<JsonText<'_>> = (objects.iter().zip(&wrong))
            .map(|(text, wrong)| JsonText::new(text).with_issues(wrong))
            .map(|text| if is_typed { text.with_camel_case() } else { text })
            .collect();
        let (identity, messages) = texts.split_first().ok_or_else(|| invalid("there is no identity"))?;
        new_id::lend(&new_id, |new_id| request::built(self.0.messages_of(*identity, messages, now, new_id)))
    }

    /// The same for JSON texts.
    #[napi(catch_unwind, ts_return_type = "string")]
    pub fn messages_text(&self, identity: String, messages: String, now: f64, new_id: NewId<'_>) -> Result<Text> {
        let now = timestamp(now)?;
        new_id::lend(&new_id, |new_id| request::built(self.0.messages(&identity, &messages, now, new_id)))
    }

    /// The requests of events, one per line, as lines of JSON; `first` is the number of the first line.
    #[napi(catch_unwind)]
    pub fn build_jsonl(&self, lines: Uint8Array, first: u32, now: f64, new_id: NewId<'_>, shows_secrets: bool) -> Result<Buffer> {
        let now = timestamp(now)?;
        let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let jsonl = Jsonl { first: first.into(), shows_secrets, threads };
        let mut out = Vec::with_capacity(2 * lines.len());
        let new_id_of_any: Option<s2s_jsonl::NewId<'_>> = match new_id {
            Either3::A(_) => {
                self.build_jsonl_here(&lines, now, &new_id, jsonl, &mut out)?;
                return Ok(out.into());
            }
            Either3::B(_) => None,
            Either3::C(()) => Some(&new_id::random),
        };
        jsonl.build(&self.0, &lines, now, new_id_of_any, &mut out);
        Ok(out.into())
    }

    /// Interprets a response of this provider whose request is no longer there. `headers` are names and values, alternating.
    #[napi(catch_unwind)]
    pub fn interpret(&self, status: u16, headers: Vec<String>, body: Uint8Array, received_at: Option<f64>) -> Result<String> {
        let response = response(status, &headers, &body, received_at)?;
        let outcome = dynamic::interpret(self.0.provider(), &response).ok_or_else(|| invalid("there is no such provider"))?;
        Ok(outcome::to_json(&outcome))
    }
}

/// Interprets a response by the provider of its request, which is plain JSON. `headers` are names and values, alternating.
#[napi(catch_unwind)]
pub fn interpret(request: String, status: u16, headers: Vec<String>, body: Uint8Array, received_at: Option<f64>) -> Result<String> {
    let response = response(status, &headers, &body, received_at)?;
    Ok(outcome::to_json(&s2s_core::interpret(&read(&request)?, &response)))
}

/// Returns what it means that there was no response.
#[napi(catch_unwind)]
pub fn interpret_no_response(kind: String) -> Result<String> {
    Ok(outcome::to_json(&s2s_core::interpret_no_response(no_response(&kind)?)))
}

impl Client {
    /// The same with ids from a function of JavaScript, which no other thread may call.
    fn build_jsonl_here(&self, lines: &[u8], now: Timestamp, new_id: &NewId<'_>, jsonl: Jsonl, out: &mut Vec<u8>) -> Result<()> {
        for (number, line) in jsonl.lines(lines) {
            let built = new_id::lend(new_id, |new_id| self.0.build(line, now, new_id))?;
            let shown = dynamic::Shown { secrets: jsonl.shows_secrets, lane_keys: false };
            dynamic::write_jsonl(out, number, built.as_ref().map_err(|found| found.as_slice()), shown);
        }
        Ok(())
    }
}

/// A key, or issues: no key begins with a bracket.
fn lane_key(key: core::result::Result<Option<String>, s2s_core::Issues>) -> Option<String> {
    key.unwrap_or_else(|found| Some(issues::to_json(found.as_slice())))
}

pub(crate) fn read(plain: &str) -> Result<s2s_core::Request> {
    request::read(plain).map_err(|found| invalid(&format!("not a request: {found}")))
}

/// A response. `headers` are alternating names and values.
pub(crate) fn response(status: u16, headers: &[String], body: &[u8], received_at: Option<f64>) -> Result<Response> {
    let pairs = headers.as_chunks::<2>().0.iter().map(|[name, value]| (name, value));
    let response = Response::new(status, pairs, body);
    Ok(match received_at {
        Some(received_at) => response.with_received_at(timestamp(received_at)?),
        None => response,
    })
}

pub(crate) fn no_response(kind: &str) -> Result<NoResponse> {
    NoResponse::from_name(kind).ok_or_else(|| invalid("there is no such kind of no-response"))
}

/// The time with this number of milliseconds since 1970.
pub(crate) fn timestamp(millis: f64) -> Result<Timestamp> {
    // A `Date` holds integers; a fraction of a millisecond does not count.
    Timestamp::from_unix_millis(millis as i64).ok_or_else(|| invalid("a time must be within the years 0000 to 9999"))
}

fn invalid(message: &str) -> Error {
    Error::new(Status::InvalidArg, message)
}
