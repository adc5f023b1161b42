//! Runs every case of `vectors/`: all of them through the dynamic API, all but the `json_only` ones through the typed one, too.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;
#[path = "common/typed.rs"]
mod providers;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use common::{Case, Counts, Expectation, ExpectedEventOutcome, ExpectedOutcome, PathAndCode, all_cases};
use providers::typed_case;
use s2s_core::dynamic::{self, AnyClient};
use s2s_core::{Issues, NoResponse, Outcome, Request, Response, Severity, Timestamp};
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

#[test]
fn every_case_holds_through_the_dynamic_api() {
    let failures: Vec<String> =
        all_cases().iter().filter_map(|case| dynamic_case(case).err().map(|failure| format!("{}: {failure}", case.title()))).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_case_that_types_can_express_holds_through_the_typed_api() {
    let cases = all_cases();
    let (skipped, run): (Vec<&Case>, Vec<&Case>) = cases.iter().partition(|case| case.json_only);
    let failures: Vec<String> =
        run.iter().filter_map(|case| check_typed(case).err().map(|failure| format!("{}: {failure}", case.title()))).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert_eq!(Counts { cases: cases.len(), json_only: skipped.len() }, common::counts());
}

#[test]
fn every_code_has_a_case() {
    let named: BTreeSet<String> = all_cases().into_iter().flat_map(|case| case.codes()).chain(common::codes_of_one_event()).collect();
    let missing: Vec<_> = s2s_core::Code::ALL.iter().filter(|code| !named.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "codes without a case: {missing:?}");
    let unknown: Vec<_> = named.iter().filter(|name| !s2s_core::Code::ALL.iter().any(|code| code.as_str() == *name)).collect();
    assert!(unknown.is_empty(), "cases with codes that do not exist: {unknown:?}");
}

#[test]
fn every_field_has_a_case() {
    let texts: Vec<(String, String)> = all_cases().iter().map(|case| (case.provider.clone(), case.input())).collect();
    for provider in dynamic::PROVIDERS {
        for record in provider.kinds.iter().map(|kind| kind.record).chain([provider.config]) {
            for (record, field) in
                record.nested().into_iter().chain([record]).flat_map(|own| own.fields.iter().map(move |field| (own, field.name)))
            {
                let quoted = format!("\"{field}\"");
                assert!(
                    texts.iter().any(|(own, text)| own == provider.name && text.contains(&quoted)),
                    "{}: {} has no case with {field}",
                    provider.name,
                    record.name
                );
            }
        }
    }
}

#[test]
fn codes_stand_where_their_severity_says() {
    for case in all_cases() {
        for (codes, severity) in [
            (case.warnings.as_ref(), Severity::Warning),
            (case.issues.as_ref(), Severity::Issue),
            (case.config_issues.as_ref(), Severity::Issue),
        ] {
            for expected in codes.into_iter().flatten() {
                let code = s2s_core::Code::ALL.iter().find(|code| code.as_str() == expected.code).unwrap();
                assert_eq!(code.severity(), severity, "{}", case.title());
            }
        }
    }
}

type Check = Result<(), String>;

fn dynamic_case(case: &Case) -> Check {
    if case.is_outcome() {
        return check_outcome(case);
    }
    let config = dynamic::from_json(case.config().get()).map_err(|issues| format!("unreadable configuration: {issues}"))?;
    let destination = AnyClient::from_config(&case.provider, &config);
    if let Some(expected) = &case.config_issues {
        return check_issues(expected, destination.err());
    }
    let destination = destination.map_err(|issues| format!("configuration refused: {issues}"))?;
    let mut new_id = case.new_id.clone().map(|id| move || id.clone());
    let new_id: dynamic::NewId<'_> = new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String);
    let (built, lane_key) = match (&case.identity, &case.messages) {
        (Some(identity), Some(messages)) => (destination.messages(identity.get(), messages.get(), case.now(), new_id), None),
        _ => {
            let (event, now) = (case.input(), case.now());
            (destination.build(event.as_bytes(), now, new_id), Some(destination.lane_key(event.as_bytes(), now)))
        }
    };
    check_built(case, built, lane_key)
}

fn check_typed(case: &Case) -> Check {
    if case.is_outcome() { check_outcome(case) } else { typed_case(case) }
}

fn typed<C: DeserializeOwned, T>(case: &Case, new: fn(C) -> Result<T, Issues>, build: impl Fn(&T, &str, &str) -> Built) -> Check {
    let client = new(read(case.config().get()));
    if let Some(expected) = &case.config_issues {
        return check_issues(expected, client.err());
    }
    let client = client.map_err(|issues| format!("configuration refused: {issues}"))?;
    let batch = || dynamic::PROVIDERS.iter().find(|spec| spec.name == case.provider).and_then(|spec| spec.batch).unwrap();
    let (kind, event) = match &case.messages {
        Some(_) => (batch().kind.to_owned(), String::new()),
        None => fields(case, &case.input()),
    };
    let (built, lane_key) = build(&client, &kind, &event);
    check_built(case, built, lane_key)
}

/// The request of a case and, where it is of one event, the key of its lane, which is asked for on its own.
type Built = (Result<Request, Issues>, Option<Result<Option<String>, Issues>>);

fn of_one<T: DeserializeOwned, C>(
    case: &Case,
    client: &C,
    event: &str,
    build: fn(&C, &T, Timestamp) -> Result<Request, Issues>,
    lane_key: fn(&C, &T, Timestamp) -> Result<Option<String>, Issues>,
) -> Built {
    let event: T = read(event);
    (build(client, &event, case.now()), Some(lane_key(client, &event, case.now())))
}

fn identity<T: DeserializeOwned>(case: &Case) -> T {
    read(case.identity.as_deref().unwrap().get())
}

fn messages<T>(case: &Case, message: fn(&str, &str) -> T) -> Vec<T> {
    let messages: Vec<Box<RawValue>> = read(case.messages.as_deref().unwrap().get());
    let read = |event: &RawValue| {
        let (kind, fields) = fields(case, event.get());
        message(&kind, &fields)
    };
    messages.iter().map(|message| read(message)).collect()
}

fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The kind and the fields of an event, with a new id where its kind has ids and it has none.
fn fields(case: &Case, event: &str) -> (String, String) {
    let members = common::members(event);
    let kind: String = members.iter().find(|(key, _)| key == "kind").map(|(_, kind)| read(kind.get())).unwrap_or_default();
    let spec = dynamic::PROVIDERS.iter().find(|spec| spec.name == case.provider).unwrap();
    let has_ids = spec.kinds.iter().any(|own| own.name == kind && own.has_ids);
    let new_id = case.new_id.as_ref().filter(|_| has_ids && members.iter().all(|(key, value)| key != "id" || value.get() == "null"));
    let is_field = |key: &str| !(["provider", "kind"].contains(&key) || key == "id" && new_id.is_some());
    let text = |text: &str| serde_json::to_string(text).unwrap();
    let given = members.iter().filter(|(key, _)| is_field(key)).map(|(key, value)| format!("{}:{}", text(key), value.get()));
    let fields: Vec<String> = given.chain(new_id.map(|id| format!("\"id\":{}", text(id)))).collect();
    (kind, format!("{{{}}}", fields.join(",")))
}

fn check_built(case: &Case, built: Result<Request, Issues>, lane_key: Option<Result<Option<String>, Issues>>) -> Check {
    if let (Ok(request), Some(lane_key)) = (&built, lane_key) {
        same("lane_key of the client", &request.lane_key(), &lane_key.map_err(|issues| format!("no lane_key: {issues}"))?)?;
    }
    match (case.expectation(), built) {
        (Expectation::LaneKey(expected), Ok(request)) => same("lane_key", &expected, &request.lane_key().as_deref()),
        (Expectation::LaneKey(_), Err(issues)) => Err(format!("was refused: {issues}")),
        (Expectation::Issues(expected), Err(found)) => check_issues(expected, Some(found)),
        (Expectation::Issues(_), Ok(_)) => Err("was built".to_owned()),
        (Expectation::Request(_), Err(issues)) => Err(format!("was refused: {issues}")),
        (Expectation::Request(expected), Ok(request)) => {
            let headers: Vec<_> = request.headers().iter().map(|header| (header.name().to_owned(), header.value().to_owned())).collect();
            same("method", &expected.method, &request.method().to_string())?;
            same("url", &expected.url, &request.url().to_owned())?;
            same("headers", &expected.headers, &headers)?;
            same("body", &expected.body, &String::from_utf8(request.body().to_vec()).unwrap())?;
            same("message_ids", &case.message_ids.clone().unwrap_or_default(), &request.message_ids().to_vec())?;
            let warnings: BTreeSet<_> = request.warnings().iter().map(PathAndCode::from).collect();
            same("warnings", &case.warnings.iter().flatten().cloned().collect(), &warnings)?;
            match (&case.response, &case.outcome) {
                (Some(given), Some(expected)) => same_outcome(expected, &s2s_core::interpret(&request, &given.response())),
                _ => Ok(()),
            }
        }
    }
}

fn check_issues(expected: &[PathAndCode], found: Option<Issues>) -> Check {
    let found = found.ok_or("was taken")?;
    same("issues", &expected.iter().cloned().collect::<BTreeSet<_>>(), &found.into_iter().map(PathAndCode::from).collect())
}

fn check_outcome(case: &Case) -> Check {
    let expected = case.outcome.as_ref().unwrap();
    let outcome = match (&case.response, &case.no_response) {
        (Some(given), _) => {
            let mut response = given.response();
            if let Some(received_at) = &case.received_at {
                response = response.with_received_at(Timestamp::parse(received_at).unwrap());
            }
            let outcome = match &case.kind {
                Some(kind) => dynamic::interpret_as(&case.provider, kind, &response),
                None => dynamic::interpret(&case.provider, &response),
            };
            let outcome = outcome.unwrap();
            whichever_client_is_asked(case, &response, &outcome)?;
            outcome
        }
        (None, Some(kind)) => Outcome::from(NoResponse::from_name(kind).unwrap()),
        (None, None) => return Err("has neither response nor no_response".to_owned()),
    };
    same_outcome(expected, &outcome)
}

fn same_outcome(expected: &ExpectedOutcome, outcome: &Outcome) -> Check {
    same("outcome", &expected.outcome, &outcome.kind().to_string())?;
    same("scope", &expected.scope, &outcome.scope().to_string())?;
    same("maybe_delivered", &expected.maybe_delivered, &outcome.maybe_delivered())?;
    same("retry_after_ms", &expected.retry_after_ms, &outcome.retry_after().map(|wait| wait.as_millis()))?;
    if let Some(reason) = &expected.reason {
        same("reason", reason, &outcome.reason().to_owned())?;
    }
    if let Some(details) = &expected.details {
        same("details", details, &common::to_value(outcome.details()))?;
    }
    if let Some(message) = &expected.provider_message {
        same("provider_message", message, &outcome.provider_message().map(str::to_owned))?;
    }
    let events = outcome.events().iter();
    let events = events.map(|own| ExpectedEventOutcome { outcome: own.kind.to_string(), scope: own.scope.to_string() });
    same("events", &expected.events, &events.collect())
}

/// A request is interpreted by the rules of its own kind: by the free function, and by the client of any provider.
fn whichever_client_is_asked(case: &Case, response: &Response, expected: &Outcome) -> Check {
    static CLIENTS: LazyLock<Vec<(AnyClient, Request)>> = LazyLock::new(|| {
        let cases = all_cases();
        let client = |provider: &'static dynamic::Spec, kind: &str| {
            let is_of_kind = |case: &&Case| case.provider == provider.name && case.built_kind().as_deref() == Some(kind);
            let case = cases.iter().find(is_of_kind).unwrap_or_else(|| panic!("{}: no {kind} is built", provider.name));
            let client = AnyClient::from_config(provider.name, &dynamic::from_json(case.config().get()).unwrap()).unwrap();
            let request = client.build(case.input().as_bytes(), case.now(), Some(&mut || "id".to_owned())).unwrap();
            (client, request)
        };
        dynamic::PROVIDERS.iter().flat_map(|provider| provider.kind_names().map(move |kind| client(provider, kind))).collect()
    });
    let of_provider = |request: &Request| request.provider() == case.provider;
    let of_kind = |request: &Request| case.kind.as_deref().is_none_or(|kind| kind == request.kind());
    let (_, request) = CLIENTS.iter().find(|(_, request)| of_provider(request) && of_kind(request)).unwrap();
    let asked = CLIENTS.iter().map(|(client, _)| client.interpret(request, response));
    for outcome in asked.chain([s2s_core::interpret(request, response)]) {
        let parts = |outcome: &Outcome| (outcome.kind(), outcome.scope(), outcome.reason());
        same("outcome of another client", &parts(expected), &parts(&outcome))?;
    }
    Ok(())
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, expected: &T, found: &T) -> Check {
    if expected == found { Ok(()) } else { Err(format!("{what}\n  expected {expected:?}\n  found    {found:?}")) }
}
