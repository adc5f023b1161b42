//! The trial provider, from its typed events to the reports of a delivery.

#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use s2s_core::delivery::{Config, Delivery, Next, ReportKind, Submission};
use s2s_core::dynamic::{self, AnyClient};
use s2s_core::{Code, Numbat, OutcomeKind, Response, Timestamp, numbat};

const DEVICE: &str = "660e1d86-6796-463a-be86-897993136018";
const NOW: i64 = 1_795_176_000_000;
const DAY: i64 = 24 * 60 * 60 * 1_000;

fn at(millis: i64) -> Timestamp {
    Timestamp::from_unix_millis(millis).unwrap()
}

fn client() -> Numbat {
    Numbat::new(numbat::Config::builder().api_key("secret-key").build()).unwrap()
}

fn event(id: &str, millis: i64) -> numbat::Event {
    let event = numbat::Event::builder().device_id(DEVICE).id(id).time(millis).name("purchase");
    event.channel(numbat::Channel::Web).amount("19.99").build()
}

#[test]
fn a_typed_event_and_its_json_form_are_the_same_request() {
    let typed = client().event(&event("e1", NOW), at(NOW)).unwrap();
    let config = dynamic::from_json(r#"{"api_key":"secret-key"}"#).unwrap();
    let json = format!(
        r#"{{"provider":"numbat","kind":"event","deviceId":"{DEVICE}","id":"e1","time":{NOW},"name":"purchase","channel":"web","amount":19.99}}"#
    );
    let read = AnyClient::from_config("numbat", &config).unwrap().build(json.as_bytes(), at(NOW), None).unwrap();
    assert_eq!((typed.url(), typed.headers(), typed.body()), (read.url(), read.headers(), read.body()));
    let body =
        format!(r#"{{"device_id":"{DEVICE}","events":[{{"time":{NOW},"id":"e1","name":"purchase","channel":"web","amount":"19.99"}}]}}"#);
    assert_eq!(std::str::from_utf8(typed.body()).unwrap(), body);
    assert!(!format!("{typed:?}").contains("secret-key"));
}

#[test]
fn several_events_are_one_request_typed_and_as_json() {
    let messages = ["e1", "e2"].map(|id| numbat::Message::from(event(id, NOW)));
    let identity = numbat::Identity::builder().device_id(DEVICE).build();
    let typed = client().messages(&identity, &messages, at(NOW)).unwrap();
    let message = |id| format!(r#"{{"kind":"event","id":"{id}","time":{NOW},"name":"purchase","channel":"web","amount":"19.99"}}"#);
    let config = dynamic::from_json(r#"{"api_key":"secret-key"}"#).unwrap();
    let destination = AnyClient::from_config("numbat", &config).unwrap();
    let identity = format!(r#"{{"device_id":"{DEVICE}"}}"#);
    let read = destination.messages(&identity, &format!("[{},{}]", message("e1"), message("e2")), at(NOW), None).unwrap();
    assert_eq!((typed.body(), typed.message_ids()), (read.body(), read.message_ids()));
    assert_eq!(typed.message_ids(), ["e1", "e2"]);
}

#[test]
fn all_issues_are_found() {
    let event = numbat::Event::builder().device_id("device").time(NOW - 8 * DAY).amount("much").build();
    let issues = client().event(&event, at(NOW)).unwrap_err();
    let found: Vec<_> = issues.as_slice().iter().map(|issue| (issue.path(), issue.code())).collect();
    for expected in [
        ("/device_id", Code::InvalidDeviceId),
        ("/time", Code::TooOld),
        ("/amount", Code::InvalidNumber),
        ("/id", Code::Missing),
        ("/name", Code::Missing),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert_eq!(found.len(), 5);
}

#[test]
fn issues_inside_of_fields_have_their_paths() {
    let items = [numbat::Item::builder().tags(["a b".into()]).build(), numbat::Item::builder().item_id("i").unit_price("x").build()];
    let consent = numbat::Consent::builder().tcf_data(numbat::Tcf::builder().build()).build();
    let event = {
        let mut event = event("e1", NOW);
        event.items = Some(items.into());
        event.user_consent = Some(consent);
        event
    };
    let issues = client().event(&event, at(NOW)).unwrap_err();
    let found: Vec<_> = issues.as_slice().iter().map(|issue| (issue.path(), issue.code())).collect();
    let expected = [
        ("/items/0/item_id", Code::Missing),
        ("/items/0/tags/0", Code::InvalidToken),
        ("/items/1/unit_price", Code::InvalidNumber),
        ("/user_consent/is_given", Code::Missing),
        ("/user_consent/tcf_data/policy_version", Code::Missing),
    ];
    assert_eq!(found, expected);
}

#[test]
fn delivery_joins_the_events_of_a_device_up_to_the_limit() {
    let mut delivery = Delivery::new(&Config::builder().linger_ms(0).build(), 1).unwrap();
    let client = client();
    for number in 0..30 {
        let id = format!("e{number}");
        delivery.submit(Submission::new(&id, client.event(&event(&id, NOW), at(NOW)).unwrap()), at(NOW)).unwrap();
    }
    let mut sizes = Vec::new();
    while let Next::Send { ticket, request } = delivery.poll(at(NOW)) {
        assert_eq!(request.kind(), if request.message_ids().len() > 1 { "messages" } else { "event" });
        sizes.push(request.message_ids().len());
        let response = Response::new(if sizes.len() == 1 { 200 } else { 409 }, [("content-length", "0")], "");
        let expected = if sizes.len() == 1 { OutcomeKind::Delivered } else { OutcomeKind::Duplicate };
        assert_eq!(client.interpret(&request, &response).kind(), expected);
        delivery.on_response(ticket, &response, at(NOW));
    }
    assert_eq!(sizes, [25, 5], "25 events in a request at most");
    let reports = delivery.take_reports();
    let count = |kind| reports.iter().filter(|report| report.kind == kind).count();
    assert_eq!((count(ReportKind::Delivered), count(ReportKind::Duplicate), reports.len()), (25, 5, 30));
}

#[test]
fn an_event_that_grows_too_old_is_not_sent_after_a_restart_either() {
    let config = Config::builder().journal(true).build();
    let mut delivery = Delivery::new(&config, 1).unwrap();
    let request = client().event(&event("e1", NOW - 6 * DAY), at(NOW)).unwrap();
    delivery.submit(Submission::new("e1", request), at(NOW)).unwrap();
    let log = delivery.take_log();
    let (mut restored, _) = Delivery::restore(&config, 1, &log).unwrap();
    assert_eq!(restored.stats().pending, 1);
    let later = at(NOW + 2 * DAY);
    let mut next = restored.poll(later);
    while matches!(next, Next::Store) {
        restored.take_log();
        restored.log_stored();
        next = restored.poll(later);
    }
    assert!(!matches!(next, Next::Send { .. }), "the event is eight days old");
    assert_eq!(restored.take_reports().len(), 1);
}

#[test]
fn the_schema_has_every_field_with_its_choices() {
    let schema = dynamic::schema("numbat", "event").unwrap();
    let schema = serde_json::to_value(schema).unwrap();
    for field in ["device_id", "time", "id", "name", "channel", "amount", "extra"] {
        assert!(schema["properties"][field].is_object(), "{field}");
    }
    assert!(schema["properties"]["items"]["items"]["$ref"].is_string());
    assert!(schema["$defs"]["NumbatTcf"]["properties"]["policy_version"].is_object());
    assert!(schema.to_string().contains("\"store\""));
    assert!(dynamic::schema("numbat", "config").unwrap()["properties"]["max_events"].is_object());
}
