//! A response becomes an outcome.

use std::time::Duration;

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::{Decimal, Json};

/// The tables of each kind, in their order.
pub(super) const EVENT: Tables = &[EVENT_ERRORS, &errors("security token lacks the scope for events"), answer::COMMON, &statuses(ACCEPTED)];
pub(super) const AD_REVENUE: Tables = &[&errors("security token lacks the scope for ad revenue"), answer::COMMON, &statuses(STATUS_OK)];
pub(super) const SESSION: Tables = &[&errors("security token lacks the scope for sessions"), answer::COMMON, &statuses(TRACKED)];
pub(super) const THIRD_PARTY_SHARING: Tables = &[
    // Source: <https://help.adjust.com/en/article/re-enable-disable-3rd-party-sharing-s2s>
    &[ResponseRule::error("app not found", OutcomeKind::Rejected, Scope::Destination, "app not found")],
    &errors("security token lacks a scope"),
    answer::COMMON,
    &statuses(STATUS_OK),
];
pub(super) const GDPR_FORGET_DEVICE: Tables =
    &[&errors("security token lacks the scope for erasures"), ERASURE_LIMIT, answer::COMMON, ERASURE_STATUSES];

type Tables = &'static [&'static [ResponseRule]];

/// The documented error texts that only events can have.
///
/// What a text means is the same with every status, because real responses differ from the documented ones (401 with `device not found`).
/// Matching ignores case and what is around the text.
///
/// Source: the error table of <https://dev.adjust.com/en/api/s2s-api/>
const EVENT_ERRORS: &[ResponseRule] = {
    use OutcomeKind::{Duplicate, Rejected};
    use Scope::{Destination, Event};
    use ResponseRule as Rule;
    &[
        Rule::error("bad event state", Rejected, Event, "bad event state, such as a time before the install"),
        Rule::error("ignoring event, earlier unique event tracked", Duplicate, Event, "unique event already tracked"),
        Rule::error("invalid event token", Rejected, Event, "invalid event token"),
        // The page does not say whether that is about one token or all of the app's: delivery finds it out.
        Rule::error("event token blocklisted", Rejected, Destination, "event token blocklisted").maybe_of_group(),
    ]
};

/// The other texts of the same table. It is documented for events; of the other kinds Adjust documents a single error at most.
///
/// The last three are of <https://dev.adjust.com/en/api/s2s-api/security/>, which is about all requests. `scope` is the reason for the one of a
/// token without the scope of the kind.
const fn errors(scope: &'static str) -> [ResponseRule; 14] {
    use OutcomeKind::{Rejected, RetryLater, Unauthorized, Unclear};
    use Scope::{Destination, Device, Event};
    use ResponseRule as Rule;
    [
        Rule::error("invalid app token", Rejected, Destination, "invalid app token"),
        Rule::error("invalid callback parameters", Rejected, Event, "invalid callback parameters"),
        Rule::error("invalid revenue", Rejected, Event, "invalid revenue"),
        Rule::error("failed to authorize request", Unauthorized, Destination, "security token missing or wrong"),
        Rule::error("app is inactive", Rejected, Destination, "app is inactive"),
        Rule::error("tracking disabled", Rejected, Destination, "tracking disabled for this platform"),
        Rule::error("app token not found", Rejected, Destination, "app token not found"),
        Rule::error("device not found", RetryLater, Device, "device not found; its install or session may arrive later"),
        Rule::error("request size too large", Rejected, Event, "request too large"),
        Rule::error("device is opted out", Rejected, Device, "device is opted out"),
        Rule::error("internal error, contact support@adjust.com", Unclear, Event, "internal error at Adjust"),
        Rule::error("missing authentication token", Unauthorized, Destination, "security token missing"),
        Rule::error("wrong authentication token", Unauthorized, Destination, "security token wrong or inactive"),
        Rule::error("session failed", Unauthorized, Destination, scope),
    ]
}

/// What is left to a status once no documented text has decided. `accepted` is the form of an accepted request's body.
const fn statuses(accepted: Form) -> [ResponseRule; 10] {
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized, Unclear};
    use Scope::{Destination, Device, Event};
    use ResponseRule as Rule;
    [
        Rule::status(200, Delivered, Event, "accepted").of(accepted),
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
}

/// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
const ERASURE_LIMIT: &[ResponseRule] =
    &[ResponseRule::status(429, OutcomeKind::RetryLater, Scope::Destination, "too many requests: Adjust takes ten erasures a minute")];

/// Of an erasure the status is documented and no body: 200, 400, 429 and 451. Others mean what they mean to the other kinds.
///
/// "Invalid formatting or token" leaves open whether it is about the erasure or about the app: it is treated as the erasure's.
/// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
const ERASURE_STATUSES: &[ResponseRule] = {
    use OutcomeKind::{Delivered, Rejected, Unauthorized, Unclear};
    use Scope::{Destination, Device, Event};
    use ResponseRule as Rule;
    &[
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN).of(answer::PAGE),
        Rule::status(200, Delivered, Event, "received and processed"),
        Rule::status(202, Unauthorized, Destination, "accepted by the transport only: security token missing or wrong"),
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        answer::NOT_THE_PROVIDER.of(answer::PAGE),
        Rule::status(400, Rejected, Event, "invalid formatting or token"),
        Rule::status(401, Unauthorized, Destination, "not authorized"),
        Rule::status(403, Rejected, Destination, "refused for this app"),
        Rule::status(451, Rejected, Device, "unavailable for legal reasons"),
        answer::NOT_THE_PROVIDER,
    ]
};

/// Adjust documents `OK` and `{"status":"OK"}` for an event; one that concerns SKAdNetwork or the device has other members.
const ACCEPTED: Form = Form { about: "`OK`, or JSON of an accepted event", is: |answer| is_ok(&answer.body) || is_of_device(&answer.body) };

/// The form that is documented for what is not about a device's state.
const STATUS_OK: Form = Form { about: "`OK`, or JSON with the `status` `OK`", is: |answer| is_ok(&answer.body) };

/// The sessions page shows an echo of the request in place of a response, which says nothing; the developer guide has this form.
const TRACKED: Form = Form { about: "JSON of a session, with `adid`, `message` or `timestamp`", is: |answer| is_of_device(&answer.body) };

const FOREIGN: Form = Form { about: "not JSON of Adjust with an `error`", is: |answer| !is_adjust(&answer.body) };

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
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

/// `OK`, or an object without `error` that has `status: OK`.
fn is_ok(body: &Body<'_>) -> bool {
    let is_ok = |text: &str| text.eq_ignore_ascii_case("OK");
    match body {
        Body::Encoded => false,
        Body::Text(text) => is_ok(text),
        Body::Object(_) => body.member("error").is_none() && body.member("status").and_then(Json::as_str).is_some_and(is_ok),
    }
}

/// An object without `error` with a field of Adjust's responses about a device.
fn is_of_device(body: &Body<'_>) -> bool {
    let Body::Object(members) = body else { return false };
    let is_known = |name: &str| matches!(name, "adid" | "message" | "timestamp") || name.starts_with("skadn");
    body.member("error").is_none() && members.iter().any(|(name, _)| is_known(name))
}

/// Whether an object has a text `error`, and apart from it only fields of Adjust's responses: the errors of gateways have `status` or `path`.
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

/// How long to wait before asking for the attribution of a device: `ask_in` of the response to a session.
///
/// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>, without what it means; in Adjust's SDKs it is this.
///
/// ```
/// use s2s_core::{Adjust, Response, Timestamp, adjust};
///
/// let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build())?;
/// let session = adjust::Session::builder().os_name("ios").idfv("59E27F41-A86B-4560-B585-63161F871C4B").build();
/// let request = adjust.session(&session, Timestamp::parse("2026-11-20T12:00:00Z").unwrap())?;
/// let response = Response::new(200, [("content-type", "application/json")], r#"{"message":"Install tracked","ask_in":2000}"#);
/// let outcome = adjust.interpret(&request, &response);
/// assert_eq!(adjust::ask_in(&outcome), Some(std::time::Duration::from_secs(2)));
/// # Ok::<(), s2s_core::Issues>(())
/// ```
pub fn ask_in(outcome: &Outcome) -> Option<Duration> {
    match outcome.detail("ask_in")? {
        Json::Number(number) => Decimal::parse(number.as_str()).ok()?.to_i64()?.try_into().ok().map(Duration::from_millis),
        _ => None,
    }
}

/// The SKAdNetwork fields of a response, which the app has to be told.
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
