//! Responses, and what they mean.

use s2s_core::dynamic;
use s2s_core::value::{Json, Pairs};
use s2s_core::{EventOutcome, NoResponse, Outcome, Response, interpret_no_response};

use crate::build::timestamp;
use crate::fault::{Fault, caught};
use crate::request::RequestData;

/// A response, or the lack of one, and the request that it is for, if there is one.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct InterpretCall {
    request: Option<RequestData>,
    answer: Answer,
}

/// What came back.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum Answer {
    /// A response.
    Response {
        /// The status code.
        status: u16,
        /// Names and values of the headers, alternating.
        headers: Vec<String>,
        /// The body.
        body: Vec<u8>,
        /// When it came.
        received_at_millis: Option<i64>,
    },
    /// None, and the kind of that.
    None {
        /// The kind, as in JSON.
        kind: String,
    },
}

/// What a response means.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OutcomeData {
    kind: String,
    scope: String,
    reason: String,
    maybe_delivered: bool,
    retry_after_millis: Option<i64>,
    provider_message: Option<String>,
    details: Pairs<Json>,
    events: Vec<EventOutcomeData>,
}

/// What a response means for one event of a request of several.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct EventOutcomeData {
    kind: String,
    scope: String,
    reason: String,
}

crate::redacted_debug!(InterpretCall);
crate::redacted_debug!(Answer);
crate::redacted_debug!(OutcomeData);
crate::redacted_debug!(EventOutcomeData);

impl InterpretCall {
    /// What the response means, by the rules of the request's provider, or of `provider` if there is no request. Nothing if a response has
    /// neither.
    pub(crate) fn run(self, provider: Option<&str>) -> Option<OutcomeData> {
        let Self { request, answer } = self;
        let response = match answer.read() {
            Ok(response) => response,
            Err(kind) => return Some(interpret_no_response(kind).into()),
        };
        // A request that was not built here is as good as no request.
        let outcome = match request.and_then(|request| request.restored().ok()) {
            Some(request) => s2s_core::interpret(&request, &response),
            None => dynamic::interpret(provider?, &response)?,
        };
        Some(outcome.into())
    }
}

/// Interprets a response by the rules of the request's provider: no client is needed.
#[uniffi::export]
pub fn interpret(call: InterpretCall) -> Result<OutcomeData, Fault> {
    // The languages give a request with every response, and make no requests of their own.
    caught(|| call.run(None))?.ok_or(Fault::Panicked)
}

impl Answer {
    /// The response as the core has it.
    pub(crate) fn read(self) -> Result<Response, NoResponse> {
        match self {
            Self::Response { status, headers, body, received_at_millis } => {
                let pairs = headers.as_chunks::<2>().0.iter().map(|[name, value]| (name, value));
                let response = Response::new(status, pairs, body);
                Ok(match received_at_millis {
                    Some(received_at) => response.with_received_at(timestamp(received_at)),
                    None => response,
                })
            }
            Self::None { kind } => Err(NoResponse::from_name(&kind).unwrap_or(NoResponse::Other)),
        }
    }
}

impl From<Outcome> for OutcomeData {
    fn from(outcome: Outcome) -> Self {
        Self {
            kind: outcome.kind().as_str().to_owned(),
            scope: outcome.scope().as_str().to_owned(),
            reason: outcome.reason().to_owned(),
            maybe_delivered: outcome.maybe_delivered(),
            // At most a year.
            retry_after_millis: outcome.retry_after().map(|wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX)),
            provider_message: outcome.provider_message().map(str::to_owned),
            details: outcome.details().iter().cloned().collect(),
            events: outcome.events().iter().map(EventOutcomeData::from).collect(),
        }
    }
}

impl From<&EventOutcome> for EventOutcomeData {
    fn from(own: &EventOutcome) -> Self {
        Self { kind: own.kind.as_str().to_owned(), scope: own.scope.as_str().to_owned(), reason: own.reason.to_owned() }
    }
}

/// Reads a JSON value; nothing where the text is none.
#[uniffi::export]
pub fn parse_json(text: String) -> Result<Option<Json>, Fault> {
    caught(|| Json::parse(&text))
}
