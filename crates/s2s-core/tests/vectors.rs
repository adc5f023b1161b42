//! Runs every case of `vectors/`: all of them through the dynamic API, all but the `json_only` ones through the typed one, too.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use common::{Case, Counts, Expectation, PathAndCode, all_cases};
use s2s_core::dynamic::{self, Destination};
use s2s_core::value::Text;
use s2s_core::{Adjust, Issues, Metrix, MetrixInApp, NoResponse, Outcome, Request, Response, Severity, Timestamp, metrix, metrix_inapp};
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
        run.iter().filter_map(|case| typed_case(case).err().map(|failure| format!("{}: {failure}", case.title()))).collect();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    assert_eq!(Counts { cases: cases.len(), json_only: skipped.len() }, common::counts());
}

#[test]
fn every_code_has_a_case() {
    let named: BTreeSet<String> = all_cases().into_iter().flat_map(|case| case.codes()).collect();
    let missing: Vec<_> = s2s_core::Code::ALL.iter().filter(|code| !named.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "codes without a case: {missing:?}");
    let unknown: Vec<_> = named.iter().filter(|name| !s2s_core::Code::ALL.iter().any(|code| code.as_str() == *name)).collect();
    assert!(unknown.is_empty(), "cases with codes that do not exist: {unknown:?}");
}

#[test]
fn every_field_has_a_case() {
    let texts: Vec<(String, String)> = all_cases().iter().map(|case| (case.provider.clone(), case.input())).collect();
    for provider in dynamic::PROVIDERS {
        for kind in provider.kind_names().chain(["config"]) {
            let schema = dynamic::schema(provider.name, kind).unwrap();
            for field in schema["properties"].as_object().unwrap().keys() {
                let quoted = format!("\"{field}\"");
                assert!(
                    texts.iter().any(|(own, text)| own == provider.name && text.contains(&quoted)),
                    "{}/{kind} has no case with {field}",
                    provider.name
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
    let destination = Destination::from_config(&case.provider, &config);
    if let Some(expected) = &case.config_issues {
        return check_issues(expected, destination.err());
    }
    let destination = destination.map_err(|issues| format!("configuration refused: {issues}"))?;
    let mut new_id = case.new_id.clone().map(|id| move || id.clone());
    let new_id: dynamic::NewId<'_> = new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String);
    let built = match (&case.identity, &case.messages) {
        (Some(identity), Some(messages)) => destination.messages(identity.get(), messages.get(), new_id),
        _ => destination.build(case.input().as_bytes(), case.now(), new_id),
    };
    check_built(case, built)
}

fn typed_case(case: &Case) -> Check {
    if case.is_outcome() {
        return check_outcome(case);
    }
    match case.provider.as_str() {
        "adjust" => typed(case, Adjust::new, |client, _, event| client.event(&read(event), case.now())),
        "metrix" => typed(case, Metrix::new, |client, kind, event| match kind {
            "user" => client.user(&with_id(case, read(event), |user: &mut metrix::User| &mut user.id)),
            "action" => client.action(&with_id(case, read(event), |action: &mut metrix::Action| &mut action.id)),
            "revenue" => client.revenue(&with_id(case, read(event), |revenue: &mut metrix::Revenue| &mut revenue.id)),
            "messages" => client.messages(&read(case.identity.as_deref().unwrap().get()), &messages(case)),
            "business_event" => client.business_event(&with_id(case, read(event), |event: &mut metrix::BusinessEvent| &mut event.id)),
            other => panic!("there is no message {other}"),
        }),
        "metrix_inapp" => typed(case, MetrixInApp::new, |client: &MetrixInApp, _, event| client.event(&read::<metrix_inapp::Event>(event))),
        other => Err(format!("there is no typed client of {other}")),
    }
}

fn typed<C: DeserializeOwned, T>(
    case: &Case,
    new: fn(C) -> Result<T, Issues>,
    build: impl Fn(&T, &str, &str) -> Result<Request, Issues>,
) -> Check {
    let client = new(read(case.config().get()));
    if let Some(expected) = &case.config_issues {
        return check_issues(expected, client.err());
    }
    let client = client.map_err(|issues| format!("configuration refused: {issues}"))?;
    let (kind, event) = match &case.messages {
        Some(_) => ("messages".to_owned(), String::new()),
        None => without_envelope(&case.input()),
    };
    check_built(case, build(&client, &kind, &event))
}

fn messages(case: &Case) -> Vec<metrix::Message> {
    let messages: Vec<Box<RawValue>> = serde_json::from_str(case.messages.as_deref().unwrap().get()).unwrap();
    messages
        .iter()
        .map(|message| {
            let (kind, event) = without_envelope(message.get());
            match kind.as_str() {
                "user" => metrix::Message::User(with_id(case, read(&event), |user: &mut metrix::User| &mut user.id)),
                "action" => metrix::Message::Action(with_id(case, read(&event), |action: &mut metrix::Action| &mut action.id)),
                "revenue" => metrix::Message::Revenue(with_id(case, read(&event), |revenue: &mut metrix::Revenue| &mut revenue.id)),
                "business_event" => {
                    metrix::Message::BusinessEvent(with_id(case, read(&event), |event: &mut metrix::BusinessEvent| &mut event.id))
                }
                other => panic!("there is no message {other}"),
            }
        })
        .collect()
}

fn with_id<T>(case: &Case, mut message: T, id: fn(&mut T) -> &mut Option<Text>) -> T {
    let id = id(&mut message);
    *id = id.take().or_else(|| case.new_id.as_deref().map(Text::from));
    message
}

fn read<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// The kind and the fields of an event.
fn without_envelope(event: &str) -> (String, String) {
    let members = common::members(event);
    let kind = members.iter().find(|(key, _)| key == "kind").map(|(_, kind)| read(kind.get())).unwrap_or_default();
    let fields: Vec<String> = members
        .iter()
        .filter(|(key, _)| !["provider", "kind"].contains(&key.as_str()))
        .map(|(key, value)| format!("{}:{}", serde_json::to_string(key).unwrap(), value.get()))
        .collect();
    (kind, format!("{{{}}}", fields.join(",")))
}

fn check_built(case: &Case, built: Result<Request, Issues>) -> Check {
    match (case.expectation(), built) {
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
            same("warnings", &case.warnings.iter().flatten().cloned().collect(), &warnings)
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
            let mut response = Response::new(given.status, given.headers.iter().map(|(name, value)| (name, value)), given.body());
            if let Some(received_at) = &case.received_at {
                response = response.with_received_at(Timestamp::parse(received_at).unwrap());
            }
            let outcome = dynamic::interpret(&case.provider, &response).unwrap();
            whichever_client_is_asked(&case.provider, &response, &outcome)?;
            outcome
        }
        (None, Some(kind)) => Outcome::from(NoResponse::from_name(kind).unwrap()),
        (None, None) => return Err("has neither response nor no_response".to_owned()),
    };
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
    Ok(())
}

/// A request is interpreted by its own provider's rules: by the free function, and by the client of any provider.
fn whichever_client_is_asked(provider: &str, response: &Response, expected: &Outcome) -> Check {
    static CLIENTS: LazyLock<Vec<(Destination, Request)>> = LazyLock::new(|| {
        let cases = all_cases();
        let client = |provider: &&'static dynamic::Spec| {
            let case = cases.iter().find(|case| case.provider == provider.name && case.is_built_event()).unwrap();
            let client = Destination::from_config(provider.name, &dynamic::from_json(case.config().get()).unwrap()).unwrap();
            let request = client.build(case.input().as_bytes(), case.now(), Some(&mut || "id".to_owned())).unwrap();
            (client, request)
        };
        dynamic::PROVIDERS.iter().map(client).collect()
    });
    let (_, request) = CLIENTS.iter().find(|(client, _)| client.provider() == provider).unwrap();
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
