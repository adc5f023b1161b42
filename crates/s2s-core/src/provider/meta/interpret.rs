//! A response becomes an outcome.

use crate::outcome::{Outcome, OutcomeKind};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::{Decimal, Json};

/// The member of a response that says how many events were taken.
const RECEIVED: &str = "events_received";

/// The code of an error, and its subcode, decide before the status does: a wrong token was seen with a 500.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/error-reference>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[CODES, CONFIRMED, answer::COMMON, STATUSES];

const CODES: &[ResponseRule] = {
    use crate::outcome::Scope::{Destination, Event};
    use OutcomeKind::{Rejected, RetryLater, Unauthorized, Unclear};
    const fn rule(kind: OutcomeKind, scope: crate::outcome::Scope, reason: &'static str, form: Form) -> ResponseRule {
        ResponseRule::statuses(0, u16::MAX, kind, scope, reason).of(form)
    }
    &[
        rule(Rejected, Destination, "the dataset is unknown, or the token has no permission for it", UNKNOWN_DATASET),
        rule(Rejected, Event, "an event is too old; one event refuses the whole request", TOO_OLD),
        rule(Rejected, Event, "invalid parameter; one event refuses the whole request", INVALID),
        rule(Unauthorized, Destination, "the access token is invalid or expired", WRONG_TOKEN),
        rule(Unauthorized, Destination, "the access token lacks a permission", NO_PERMISSION),
        rule(RetryLater, Destination, "rate limit", RATE_LIMIT),
        rule(RetryLater, Destination, "temporarily blocked", BLOCKED),
        rule(RetryLater, Destination, "the dataset does not take events at the moment", NOT_READY),
        rule(Unclear, Event, "unknown error, or the service was unavailable", UNKNOWN),
        rule(RetryLater, Event, "transient error", TRANSIENT),
    ]
};

/// What only holds if all events of the request were received: only the number of them in the request shows that.
const CONFIRMED: &[ResponseRule] =
    &[ResponseRule::statuses(200, 299, OutcomeKind::Delivered, crate::outcome::Scope::Event, "received").of(COUNTED)];

const STATUSES: &[ResponseRule] = {
    use crate::outcome::Scope::{Destination, Event};
    use OutcomeKind::{Rejected, RetryLater, Unclear};
    use ResponseRule as Rule;
    &[
        Rule::statuses(200, 299, Unclear, Event, "the response does not confirm all events"),
        Rule::statuses(400, 499, Rejected, Event, "refused").of(ERROR),
        answer::NOT_THE_PROVIDER.of(answer::PAGE),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER,
    ]
};

const UNKNOWN_DATASET: Form = Form { about: "error code 100, subcode 33", is: |answer| is_error(answer, 100, Some(33)) };

const TOO_OLD: Form = Form { about: "error code 100, subcode 2804003", is: |answer| is_error(answer, 100, Some(2_804_003)) };

const INVALID: Form = Form { about: "error code 100", is: |answer| is_error(answer, 100, None) };

const WRONG_TOKEN: Form = Form { about: "error code 102, 104 or 190", is: |answer| has_code(answer, |code| matches!(code, 102 | 104 | 190)) };

const NO_PERMISSION: Form =
    Form { about: "error code 3, 10, 200 or 294", is: |answer| has_code(answer, |code| matches!(code, 3 | 10 | 200 | 294)) };

const RATE_LIMIT: Form = Form {
    about: "error code 4, 17, 613, 80000, 80003, 80004 or 80014",
    is: |answer| has_code(answer, |code| matches!(code, 4 | 17 | 613 | 80_000 | 80_003 | 80_004 | 80_014)),
};

const BLOCKED: Form = Form { about: "error code 368", is: |answer| has_code(answer, |code| code == 368) };

const NOT_READY: Form = Form { about: "error code 21009", is: |answer| has_code(answer, |code| code == 21_009) };

const UNKNOWN: Form = Form { about: "error code 1, 2 or 5000", is: |answer| has_code(answer, |code| matches!(code, 1 | 2 | 5_000)) };

const TRANSIENT: Form = Form {
    about: "error code 341, a negative one, or `is_transient`",
    is: |answer| has_code(answer, |code| code == 341 || code < 0 || is_transient(answer)),
};

const ERROR: Form = Form { about: "another error code", is: |answer| has_code(answer, |_| true) };

const COUNTED: Form =
    Form { about: "`events_received` is the number of events that were sent", is: |answer| whole(answer.body.member(RECEIVED)).is_some() };

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let are_all_received = whole(answer.body.member(RECEIVED)).is_some_and(|received| usize::try_from(received) == Ok(events));
    let holds = |table: &[ResponseRule]| are_all_received || table.iter().all(|rule| rule.kind != OutcomeKind::Delivered);
    let rules: Vec<&[ResponseRule]> = rules.iter().copied().filter(|table| holds(table)).collect();
    let outcome: Outcome = answer::decide(&rules, &answer, &[]);
    let text = match &answer.body {
        _ if outcome.kind() == OutcomeKind::Delivered || answer.is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        body @ Body::Object(_) => body.member("error").and_then(|error| error.as_str().or_else(|| member(error, "message")?.as_str())),
    };
    let text = text.map(str::to_owned);
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}

/// Whether the response has an error of this code, and of this subcode if there is one.
fn is_error(answer: &Answer<'_>, code: i64, subcode: Option<i64>) -> bool {
    has_code(answer, |own| own == code) && (subcode.is_none() || error(answer, "error_subcode").and_then(|own| whole(Some(own))) == subcode)
}

fn has_code(answer: &Answer<'_>, is: impl Fn(i64) -> bool) -> bool {
    whole(error(answer, "code")).is_some_and(is)
}

fn is_transient(answer: &Answer<'_>) -> bool {
    matches!(error(answer, "is_transient"), Some(Json::Bool(true)))
}

fn error<'a>(answer: &'a Answer<'_>, name: &str) -> Option<&'a Json> {
    member(answer.body.member("error")?, name)
}

fn member<'a>(object: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(members) = object else { return None };
    members.iter().find(|(own, _)| own.as_str() == name).map(|(_, value)| value)
}

fn whole(value: Option<&Json>) -> Option<i64> {
    let Some(Json::Number(number)) = value else { return None };
    Decimal::parse(number.as_str()).ok()?.to_i64()
}
