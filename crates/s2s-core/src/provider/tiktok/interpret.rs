//! A response becomes an outcome.

use crate::outcome::{EventOutcome, Outcome, OutcomeKind, Scope};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::{Decimal, Json};

/// The member of the body that decides.
const CODE: &str = "code";
const MESSAGE: &str = "message";

const PARTLY: &str = "partly accepted; which events were not is not documented";
const REFUSED: &str = "refused";
const OF_ANOTHER: &str = "another event of the request was refused";

/// TikTok responds with 200 to errors, too: the `code` decides, whatever the status is.
/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>; the names of the codes are those of
/// <https://github.com/tiktok/tiktok-business-api-sdk>, and what they mean for an event is read from them.
pub(super) const RESPONSES: &[&[ResponseRule]] = &[SUCCESS, CODES, answer::COMMON, STATUSES];

/// Success is a 200 with the `code` 0.
const SUCCESS: &[ResponseRule] = &[ResponseRule::status(200, OutcomeKind::Delivered, Scope::Event, "accepted")
    .of(Form { about: "JSON with the `code` 0", is: |answer| code(&answer.body) == Some(0) })];

/// Declares rules of codes.
macro_rules! codes {
    ($($kind:ident $scope:ident $about:literal $codes:pat $(if $text:literal)?, $reason:expr;)*) => {
        &[$(
            ResponseRule::statuses(0, u16::MAX, OutcomeKind::$kind, Scope::$scope, $reason).of(Form {
                about: concat!("JSON with the `code` ", $about),
                is: |answer| matches!(code(&answer.body), Some($codes)) $(&& message(&answer.body).contains($text))?,
            })
        ),*]
    };
}

const CODES: &[ResponseRule] = codes! {
    Unclear Event "20001" 20001, PARTLY;
    Rejected Destination "40002 and the `message` `Invalid value for event_source_id`" 40002 if "Invalid value for event_source_id",
        "`event_source_id` wrong, or not of this `event_source`";
    Rejected Event "40000" 40000, "invalid parameters, such as a value that is not hashed";
    Rejected Event "40002" 40002, "invalid parameters";
    Rejected Event "40062" 40062, "personal data that is not hashed";
    Rejected Event "40061" 40061, "wrong number of events in the request";
    Rejected Destination "40063" 40063, "`partner_name` unknown";
    Rejected Destination "40006 or 40051" 40006 | 40051, "version of the API not supported";
    Rejected Destination "40400" 40400, "address unknown; check `base_url`";
    Rejected Destination "40008 or 41001" 40008 | 41001, "the API is switched off";
    Duplicate Event "40050" 40050, "duplicated request";
    Unauthorized Destination "40001 or 40003" 40001 | 40003, "the token lacks the permission for this event source";
    Unauthorized Destination "40113, 40117, 40118, 40125 or 40130" 40113 | 40117 | 40118 | 40125 | 40130,
        "not permitted for this app, or not switched on";
    Unauthorized Destination "40101, 40102, 40104 or 40105" 40101 | 40102 | 40104 | 40105,
        "access token missing, wrong, expired or revoked";
    RetryLater Destination "40100 or 40132" 40100 | 40132, "too many requests";
    RetryLater Destination "41000" 41000, "blocked for a time";
    Rejected Destination "40007" 40007, "the event source does not exist";
    RetryLater Event "40202" 40202, "conflict with another write";
    Unclear Event "50000, 50002, or 51000 to 51999" 50000 | 50002 | 51000..=51999, "server error";
    Rejected Event "40000 to 49999" 40000..=49999, REFUSED;
};

/// What is left to a status where TikTok's `code` is absent or another one.
const STATUSES: &[ResponseRule] = {
    use Scope::{Destination, Event};
    use OutcomeKind::{RetryLater, Unclear};
    use ResponseRule as Rule;
    &[
        Rule::statuses(200, 299, Unclear, Event, answer::STILL_ENCODED).of(answer::ENCODED),
        Rule::statuses(200, 299, Unclear, Event, answer::UNKNOWN),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        answer::NOT_THE_PROVIDER,
    ]
};

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let outcome = answer::decide(rules, &answer, &[]);
    let of_events = of_events(&outcome, message(&answer.body), events);
    let text = match &answer.body {
        _ if outcome.kind() == OutcomeKind::Delivered || answer.is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        body @ Body::Object(_) => Some(message(body)).filter(|text| !text.is_empty()),
    };
    let text = text.map(str::to_owned);
    let outcome = outcome.with_retry_after(response).with_details(answer.body.into_members()).with_events(of_events);
    Interpreted { outcome, text }
}

/// Returns what a response means for each event of a request of several, where its message names positions. One wrong event makes TikTok refuse all
/// of its request, and the message names the first; after a partial success nothing is known of the events that it does not name.
fn of_events(outcome: &Outcome, message: &str, events: usize) -> Vec<EventOutcome> {
    let other = match (outcome.kind(), outcome.scope()) {
        (OutcomeKind::Rejected, Scope::Event) => EventOutcome::new(OutcomeKind::RetryLater, Scope::Event, OF_ANOTHER),
        (OutcomeKind::Unclear, Scope::Event) if outcome.reason() == PARTLY => EventOutcome::new(OutcomeKind::Unclear, Scope::Event, PARTLY),
        _ => return Vec::new(),
    };
    let named: Vec<usize> = positions(message).filter(|position| *position < events).collect();
    if events < 2 || named.is_empty() {
        return Vec::new();
    }
    let reason = if outcome.kind() == OutcomeKind::Rejected { outcome.reason() } else { REFUSED };
    let refused = EventOutcome::new(OutcomeKind::Rejected, Scope::Event, reason);
    (0..events).map(|position| if named.contains(&position) { refused } else { other }).collect()
}

/// The positions in texts such as `Batch.0.properties.contents.0.content_id: Not a valid string`.
fn positions(message: &str) -> impl Iterator<Item = usize> {
    message.split("Batch.").skip(1).filter_map(|rest| rest.split_once('.')?.0.parse().ok())
}

fn code(body: &Body<'_>) -> Option<i64> {
    match body.member(CODE)? {
        Json::Number(code) => Decimal::parse(code.as_str()).ok()?.to_i64(),
        _ => None,
    }
}

fn message<'a>(body: &'a Body<'_>) -> &'a str {
    body.member(MESSAGE).and_then(Json::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_events(body: &str, events: usize) -> Vec<(OutcomeKind, &'static str)> {
        let Interpreted { outcome, .. } = interpret(RESPONSES, &Response::new(200, [("content-type", "application/json")], body), events);
        outcome.events().iter().map(|event| (event.kind, event.reason)).collect()
    }

    #[test]
    fn an_event_that_is_named_is_refused_and_the_others_may_be_sent_again() {
        use OutcomeKind::{Rejected, RetryLater};
        let body = r#"{"code":40002,"message":"Batch.1.properties.contents.0.content_id: Not a valid string"}"#;
        let other = (RetryLater, OF_ANOTHER);
        assert_eq!(of_events(body, 3), [other, (Rejected, "invalid parameters"), other]);
    }

    #[test]
    fn after_a_partial_success_nothing_is_known_of_the_others() {
        use OutcomeKind::{Rejected, Unclear};
        let body = r#"{"code":20001,"message":"Batch.0.event: Missing; Batch.2.event_time: Not a valid integer"}"#;
        assert_eq!(of_events(body, 3), [(Rejected, REFUSED), (Unclear, PARTLY), (Rejected, REFUSED)]);
    }

    #[test]
    fn what_names_no_event_of_the_request_is_about_all() {
        for (body, events) in [
            (r#"{"code":40002,"message":"Batch.0.event: Missing"}"#, 1),
            (r#"{"code":40002,"message":"Batch.3.event: Missing"}"#, 3),
            (r#"{"code":40002,"message":"Batch.-1.event: Missing"}"#, 3),
            (r#"{"code":40002,"message":"Batch.0"}"#, 3),
            (r#"{"code":40002,"message":"Invalid value for event_source_id: not a valid string. Batch.0."}"#, 3),
            (r#"{"code":40100,"message":"Batch.0.event"}"#, 3),
            (r#"{"code":50000,"message":"Batch.0.event"}"#, 3),
            (r#"{"code":0,"message":"Batch.0.event"}"#, 3),
        ] {
            assert_eq!(of_events(body, events), [], "{body}");
        }
    }
}
