//! A response becomes an outcome.

use crate::outcome::OutcomeKind;
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::Json;

/// Documented are 200, a 400 for a wrong key, and 429. A 400 for a wrong field is not documented; its body differs: `error`
/// holds an object of the event's members instead of a message.
/// Sources: <https://help.branch.io/apidocs/events>, <https://github.com/BranchMetrics/web-branch-deep-linking-attribution/issues/728>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[ERRORS, answer::COMMON, STATUSES];

const ERRORS: &[ResponseRule] = {
    use crate::outcome::Scope::Destination;
    &[
        ResponseRule::error("authentication failed", OutcomeKind::Unauthorized, Destination, "`branch_key` missing or wrong"),
        ResponseRule::error("rate limit reached", OutcomeKind::RetryLater, Destination, "rate limit reached"),
    ]
};

const STATUSES: &[ResponseRule] = {
    use crate::outcome::Scope::{Destination, Event};
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized, Unclear};
    use ResponseRule as Rule;
    &[
        Rule::status(200, Delivered, Event, "received").of(RECEIVED),
        Rule::statuses(200, 299, Unclear, Event, answer::STILL_ENCODED).of(answer::ENCODED),
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        Rule::status(413, Rejected, Event, "request too large"),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER.of(FOREIGN),
        Rule::status(400, Rejected, Event, "a field is wrong, or the event does not fit its kind; see the details"),
        Rule::status(401, Unauthorized, Destination, "not authorized"),
        Rule::status(403, Unauthorized, Destination, "not authorized"),
        Rule::statuses(400, 499, Rejected, Event, "refused"),
    ]
};

const RECEIVED: Form = Form { about: "a JSON object without `error`", is: |answer| is_object(&answer.body) && answer.body.member(ERROR).is_none() };

const FOREIGN: Form = Form { about: "not a JSON object with `error`", is: |answer| answer.body.member(ERROR).is_none() };

const ERROR: &str = "error";

fn is_object(body: &Body<'_>) -> bool {
    matches!(body, Body::Object(_))
}

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let error = answer.body.member(ERROR);
    let message = error.and_then(|error| error.as_str().or_else(|| member(error, "message")?.as_str()));
    let texts: Vec<&str> = message.into_iter().collect();
    let outcome = answer::decide(rules, &answer, &texts);
    let text = message.or_else(|| first_text(error?)).filter(|_| outcome.kind() != OutcomeKind::Delivered).map(str::to_owned);
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}

fn member<'a>(object: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(members) = object else { return None };
    members.iter().find(|(own, _)| own.as_str() == name).map(|(_, value)| value)
}

/// The first text of an error that is an object of Branch's members, such as `{"user_data":{"developer_identity":"wrong field type"}}`.
fn first_text(error: &Json) -> Option<&str> {
    match error {
        Json::String(text) => Some(text.as_str()),
        Json::Array(items) => items.iter().find_map(first_text),
        Json::Object(members) => members.iter().find_map(|(_, value)| first_text(value)),
        _ => None,
    }
}
