//! A response becomes an outcome.

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::{Decimal, Json};

/// The tables, in their order.
pub(super) const RESPONSES: &[&[ResponseRule]] = &[ERRORS, answer::COMMON, STATUSES];

/// The documented error texts: what they mean is the same with every status, because real answers differ from the documented ones
/// (401 with `device not found`). Matching ignores case and what stands around the text.
///
/// Sources: the error table of <https://dev.adjust.com/en/api/s2s-api/>, and <https://dev.adjust.com/en/api/s2s-api/security/>
/// for the last three.
const ERRORS: &[ResponseRule] = {
    use OutcomeKind::{Duplicate, Rejected, RetryLater, Unauthorized, Unclear};
    use Scope::{Destination, Device, Event};
    use ResponseRule as Rule;
    &[
        Rule::error("bad event state", Rejected, Event, "bad event state, such as a time before the install"),
        Rule::error("invalid app token", Rejected, Destination, "invalid app token"),
        Rule::error("ignoring event, earlier unique event tracked", Duplicate, Event, "unique event already tracked"),
        Rule::error("invalid callback parameters", Rejected, Event, "invalid callback parameters"),
        Rule::error("invalid event token", Rejected, Event, "invalid event token"),
        Rule::error("invalid revenue", Rejected, Event, "invalid revenue"),
        Rule::error("failed to authorize request", Unauthorized, Destination, "security token missing or wrong"),
        Rule::error("app is inactive", Rejected, Destination, "app is inactive"),
        Rule::error("tracking disabled", Rejected, Destination, "tracking disabled for this platform"),
        // The page does not say whether that is about one token or all of the app's: delivery finds it out.
        Rule::error("event token blocklisted", Rejected, Destination, "event token blocklisted").maybe_of_group(),
        Rule::error("app token not found", Rejected, Destination, "app token not found"),
        Rule::error("device not found", RetryLater, Device, "device not found; its install or session may arrive later"),
        Rule::error("request size too large", Rejected, Event, "request too large"),
        Rule::error("device is opted out", Rejected, Device, "device is opted out"),
        Rule::error("internal error, contact support@adjust.com", Unclear, Event, "internal error at Adjust"),
        Rule::error("missing authentication token", Unauthorized, Destination, "security token missing"),
        Rule::error("wrong authentication token", Unauthorized, Destination, "security token wrong or inactive"),
        Rule::error("session failed", Unauthorized, Destination, "security token lacks the scope for events"),
    ]
};

/// What is left to a status once no documented text has decided.
const STATUSES: &[ResponseRule] = {
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized, Unclear};
    use Scope::{Destination, Device, Event};
    use ResponseRule as Rule;
    &[
        Rule::status(200, Delivered, Event, "accepted").of(SUCCESS),
        // The security page has 202 for a missing or wrong token, and for nothing else.
        Rule::status(202, Unauthorized, Destination, "accepted by the transport only: security token missing or wrong"),
        Rule::statuses(200, 299, Unclear, Event, answer::STILL_ENCODED).of(answer::ENCODED),
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER.of(FOREIGN),
        Rule::status(401, Unauthorized, Destination, "not authorized"),
        Rule::status(403, Rejected, Destination, "refused for this app"),
        Rule::status(451, Rejected, Device, "unavailable for legal reasons"),
        Rule::statuses(400, 499, Rejected, Event, "refused"),
    ]
};

const SUCCESS: Form = Form { about: "`OK`, or JSON of an accepted event", is: |answer| is_success(&answer.body) };

const FOREIGN: Form = Form { about: "not JSON of Adjust with an `error`", is: |answer| !is_adjust(&answer.body) };

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response) -> Interpreted {
    let answer = Answer::read(response);
    let (error, message) = match &answer.body {
        body @ Body::Object(_) => (body.member("error").and_then(Json::as_str), body.member("message").and_then(Json::as_str)),
        Body::Text(text) => (Some(*text).filter(|text| !text.is_empty() && !answer.is_page), None),
        Body::Encoded => (None, None),
    };
    let texts: Vec<&str> = [error, message].into_iter().flatten().map(unwrapped).collect();
    let outcome = answer::decide(rules, &answer, &texts);
    let own_text = error.or(message).filter(|_| outcome.kind() != OutcomeKind::Delivered);
    let text = own_text.map(|text| unwrapped(text).to_owned());
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}

/// `OK`, or an object without `error` that has `status: OK` or a field that Adjust answers an accepted event with.
fn is_success(body: &Body<'_>) -> bool {
    match body {
        Body::Encoded => false,
        Body::Text(text) => text.eq_ignore_ascii_case("OK"),
        Body::Object(members) => {
            body.member("error").is_none()
                && members.iter().any(|(name, value)| match name.as_str() {
                    "status" => value.as_str().is_some_and(|status| status.eq_ignore_ascii_case("OK")),
                    "adid" | "message" | "timestamp" => true,
                    name => name.starts_with("skadn"),
                })
        }
    }
}

/// Whether an object has a text `error` and beside it only what Adjust answers with: the errors of gateways have `status` or `path`.
fn is_adjust(body: &Body<'_>) -> bool {
    const KNOWN: [&str; 6] = ["error", "message", "timestamp", "adid", "app_token", "ask_in"];
    match body {
        Body::Object(members) => {
            body.member("error").is_some_and(|error| error.as_str().is_some())
                && members.iter().all(|(name, _)| KNOWN.contains(&name.as_str()))
        }
        Body::Text(_) | Body::Encoded => false,
    }
}

/// The text inside `Event request failed (…)`, without what follows it; the text itself where there is no such wrapper.
fn unwrapped(error: &str) -> &str {
    let Some((_, inner)) = error.split_once("failed (") else { return error };
    let mut depth = 1;
    let end = inner.find(|character| {
        match character {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.and_then(|end| inner.get(..end)).unwrap_or(inner)
}

/// The SKAdNetwork fields of an answer, which the app has to be told.
///
/// "Adjust sends the conversion value to your server as an S2S response", but the names of the fields are not documented for S2S;
/// these are the names that Adjust's iOS SDK reads from the same backend.
/// Source: <https://help.adjust.com/en/article/support-for-s2s-events>
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SkAdNetwork {
    /// `skadn_conv_value`: the conversion value, from 0 to 63.
    pub conversion_value: Option<i64>,
    /// `skadn_coarse_value`: `low`, `medium`, `high` or `none`.
    pub coarse_value: Option<String>,
    /// `skadn_lock_window`: whether to lock the postback's window.
    pub lock_window: Option<bool>,
}

impl SkAdNetwork {
    /// The fields of an outcome's details; `None` if none of them is there.
    pub fn of(outcome: &Outcome) -> Option<Self> {
        // The types on the wire are not documented: numbers and truth values are read from texts, too.
        let text = |name: &str| match outcome.detail(name)? {
            Json::Number(number) => Some(number.as_str()),
            Json::String(text) => Some(text.as_str()),
            Json::Bool(true) => Some("true"),
            Json::Bool(false) => Some("false"),
            _ => None,
        };
        let conversion_value = text("skadn_conv_value").and_then(|text| Decimal::parse(text).ok()?.to_i64());
        let coarse_value = text("skadn_coarse_value").map(str::to_owned);
        let lock_window = text("skadn_lock_window").and_then(|text| match text {
            "true" | "1" => Some(true),
            "false" | "0" => Some(false),
            _ => None,
        });
        let own = Self { conversion_value, coarse_value, lock_window };
        (own != Self { conversion_value: None, coarse_value: None, lock_window: None }).then_some(own)
    }
}
