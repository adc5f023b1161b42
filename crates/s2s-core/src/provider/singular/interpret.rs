//! A response becomes an outcome.

use crate::outcome::{OutcomeKind, Scope};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::Json;

/// Singular responds with 200 to every request that reaches the application: `status` and `reason` of the body decide, whatever the HTTP
/// status is. Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[REASONS, answer::COMMON, STATUSES];

const REASONS: &[ResponseRule] = {
    use OutcomeKind::{Rejected, Unauthorized};
    use Scope::{Destination, Event};
    &[
        with(Unauthorized, Destination, "SDK key missing").of(KEY_MISSING),
        // What Singular responds to a wrong key is not documented.
        with(Unauthorized, Destination, "SDK key missing or wrong").of(KEY),
        // Singular's own marks of errors that are not to be repeated.
        with(Rejected, Event, "no device identifier").of(NO_DEVICE_ID),
        with(Rejected, Event, "a parameter is missing").of(MISSING),
        with(Rejected, Event, "a parameter of the platform is missing").of(SHOULD_HAVE),
        with(Rejected, Event, "a parameter is invalid").of(INVALID),
    ]
};

const STATUSES: &[ResponseRule] = {
    use OutcomeKind::{Delivered, RetryLater, Unclear};
    use Scope::{Destination, Event};
    &[
        ResponseRule::status(200, Delivered, Event, "queued, key and content not confirmed").of(OK),
        ResponseRule::statuses(200, 299, RetryLater, Event, "refused for a reason that is not documented").of(ERROR),
        ResponseRule::statuses(200, 299, Unclear, Event, answer::STILL_ENCODED).of(answer::ENCODED),
        ResponseRule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        ResponseRule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER,
    ]
};

/// The rule of a reason, whatever the HTTP status is.
const fn with(kind: OutcomeKind, scope: Scope, reason: &'static str) -> ResponseRule {
    ResponseRule::statuses(0, u16::MAX, kind, scope, reason)
}

const OK: Form = Form { about: "`status` `ok`", is: |answer| has_status(&answer.body, "ok") };

const ERROR: Form = Form { about: "`status` `error`", is: |answer| has_status(&answer.body, "error") };

const KEY_MISSING: Form =
    Form { about: "the error `missing argument: a`", is: |answer| is_error(answer, |reason| reason.trim() == "missing argument: a") };

const KEY: Form = Form {
    about: "an error with `key`, and `invalid` or `missing`",
    is: |answer| is_error(answer, |reason| reason.contains("key") && (reason.contains("invalid") || reason.contains("missing"))),
};

const NO_DEVICE_ID: Form =
    Form { about: "an error with `no device id`", is: |answer| is_error(answer, |reason| reason.contains("no device id")) };

const MISSING: Form = Form { about: "an error with `missing`", is: |answer| is_error(answer, |reason| reason.contains("missing")) };

const SHOULD_HAVE: Form =
    Form { about: "an error with `should have`", is: |answer| is_error(answer, |reason| reason.contains("should have")) };

const INVALID: Form = Form { about: "an error with `invalid`", is: |answer| is_error(answer, |reason| reason.contains("invalid")) };

/// Whether the body is an error whose reason, in lower case, passes a test.
fn is_error(answer: &Answer<'_>, is: impl Fn(&str) -> bool) -> bool {
    let reason = || answer.body.member("reason").and_then(Json::as_str);
    has_status(&answer.body, "error") && reason().is_some_and(|reason| is(&reason.to_ascii_lowercase()))
}

fn has_status(body: &Body<'_>, status: &str) -> bool {
    body.member("status").and_then(Json::as_str).is_some_and(|own| own.eq_ignore_ascii_case(status))
}

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let outcome = answer::decide(rules, &answer, &[]);
    let text = match &answer.body {
        _ if outcome.kind() == OutcomeKind::Delivered || answer.is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        body @ Body::Object(_) => body.member("reason").and_then(Json::as_str),
    };
    let text = text.map(str::to_owned);
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}
