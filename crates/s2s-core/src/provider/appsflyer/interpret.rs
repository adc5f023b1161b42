//! A response becomes an outcome.

use crate::outcome::OutcomeKind;
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::Json;

/// The tables, in their order.
pub(super) const RESPONSES: &[&[ResponseRule]] = &[ERRORS, SERVER_ERROR, answer::COMMON, STATUSES];

const NOT_OF_THIS_APP: &str = "the S2S key is not the one of this app";

/// The documented error texts: what they mean is the same with every status. Matching ignores case and quotes around the text.
///
/// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
const ERRORS: &[ResponseRule] = {
    use OutcomeKind::{Rejected, Unauthorized};
    use crate::outcome::Scope::{Destination, Event};
    use ResponseRule as Rule;
    &[
        Rule::error("failed to authenticate", Unauthorized, Destination, "S2S key wrong"),
        Rule::error("appsflyer_id is a mandatory field", Rejected, Event, "`appsflyer_id` missing or wrong, or badly formed JSON"),
        Rule::error("payload is missing or failed to parse", Rejected, Event, "badly formed JSON, or more than one event"),
    ]
};

/// AppsFlyer's advice on this status is to check the body. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
const SERVER_ERROR: &[ResponseRule] = {
    use OutcomeKind::Unclear;
    use crate::outcome::Scope::Event;
    &[ResponseRule::status(500, Unclear, Event, "server error; the body may be the cause")]
};

/// What is left to a status once no documented text has decided.
const STATUSES: &[ResponseRule] = {
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized, Unclear};
    use crate::outcome::Scope::{Destination, Event};
    use ResponseRule as Rule;
    &[
        Rule::status(200, Delivered, Event, "received, recording not confirmed").of(OK),
        Rule::statuses(200, 299, Unclear, Event, answer::STILL_ENCODED).of(answer::ENCODED),
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER.of(answer::PAGE),
        // The text itself is not documented.
        Rule::status(400, Unauthorized, Destination, "app id wrong, or not the one of this S2S key").of(APP_ID),
        Rule::status(400, Rejected, Event, "refused").of(TEXT),
        Rule::status(401, Unauthorized, Destination, NOT_OF_THIS_APP),
        // Until September 2023 the same row of the documentation said that the app id is wrong.
        Rule::status(403, Unauthorized, Destination, "the plan does not include S2S events, or the app id in the URL is wrong"),
        // Not documented; users of the SDK get it.
        Rule::status(404, RetryLater, Destination, "app unknown or not active yet, or `base_url` wrong"),
        Rule::status(413, Rejected, Event, "request too large"),
        answer::NOT_THE_PROVIDER,
    ]
};

const OK: Form = Form { about: "`OK`", is: |answer| matches!(answer.body, Body::Text(text) if unquoted(text).eq_ignore_ascii_case("OK")) };

const APP_ID: Form =
    Form { about: "a text with `app_id`", is: |answer| texts(&answer.body).any(|text| text.to_ascii_lowercase().contains("app_id")) };

const TEXT: Form = Form { about: "any text", is: |answer| texts(&answer.body).next().is_some() };

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let texts: Vec<&str> = texts(&answer.body).filter(|_| !answer.is_page).collect();
    let outcome = answer::decide(rules, &answer, &texts);
    let text = texts.first().filter(|_| outcome.kind() != OutcomeKind::Delivered).map(|text| (*text).to_owned());
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}

/// The texts of a body: the body itself, or `error` and `message` of an object.
fn texts<'a>(body: &'a Body<'_>) -> impl Iterator<Item = &'a str> {
    let (whole, members) = match body {
        Body::Text(text) => (Some(*text), None),
        Body::Object(_) => (None, Some(["error", "message"].map(|name| body.member(name).and_then(Json::as_str)))),
        Body::Encoded => (None, None),
    };
    whole.into_iter().chain(members.into_iter().flatten().flatten()).map(unquoted).filter(|text| !text.is_empty())
}

/// A text without quotes and white space around it: a quoted JSON string is possible, as the type of bodies is JSON.
fn unquoted(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || character == '"')
}
