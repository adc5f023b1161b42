//! No credential and no personal data is in anything that is printed: every case of the vectors is run with a canary at the end
//! of every text that goes in, and as it is.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{Case, all_cases};
use s2s_core::dynamic::{self, AnyClient, NewId};
use s2s_core::value::Json;
use s2s_core::{Issues, Outcome, Request, Response, adjust, appsflyer, branch, ga4, meta, metrix, metrix_inapp, singular, tiktok};
use serde::de::DeserializeOwned;

const CANARY: &str = "C4naryEgg";

#[test]
fn no_text_that_went_in_is_printed() {
    let (mut built, mut refused) = (0, 0);
    for case in all_cases().iter().filter(|case| !case.is_outcome()) {
        let config = case.config().get().to_owned();
        let event = case.input();
        for is_marked in [false, true] {
            let (config, event) =
                if is_marked { (marked_config(&case.provider, &config), marked(&event)) } else { (config.clone(), event.clone()) };
            let forbidden = if is_marked { vec![CANARY.to_owned()] } else { long_texts(&event) };
            let mut printed = typed_debug(&case.provider, &config, &event);
            if let Ok(config) = dynamic::from_json(&config) {
                printed.push(format!("{config:?}"));
                match AnyClient::from_config(&case.provider, &config) {
                    Err(issues) => printed.extend(issues_texts(&issues)),
                    Ok(destination) => {
                        printed.push(format!("{destination:?}"));
                        match build(case, &destination, &event) {
                            Ok(request) => {
                                built += 1;
                                printed.extend(request_texts(&request));
                                printed.push(format!("{:?}", destination.interpret(&request, &echo(&request))));
                                let credentials = [request.redacted_url().into_owned(), request.redacted_body().into_owned()].concat();
                                for secret in credentials_of(&case.provider, &config) {
                                    assert!(!credentials.contains(&secret), "{}: a credential in the redacted request", case.title());
                                }
                            }
                            Err(issues) => {
                                refused += 1;
                                printed.extend(issues_texts(&issues));
                            }
                        }
                    }
                }
            }
            for text in printed {
                for forbidden in &forbidden {
                    assert!(!text.contains(forbidden.as_str()), "{}: `{forbidden}` in `{text}`", case.title());
                }
            }
        }
    }
    assert!(built > 800 && refused > 800, "too few cases say anything: {built} built, {refused} refused");
}

#[test]
fn an_answer_that_repeats_what_was_sent_is_masked() {
    for case in all_cases().iter().filter(|case| case.is_outcome()) {
        let Some(given) = &case.response else { continue };
        for echoed in [
            format!("{CANARY}."),
            format!("(app_token:{CANARY})"),
            format!("0912{CANARY}"),
            format!("{CANARY}@example.com"),
            CANARY.to_owned(),
        ] {
            let original = String::from_utf8_lossy(&given.body()).into_owned();
            let body = original.replacen("\"}", &format!(" {echoed}\"}}"), 1);
            let body = if body == original { format!("{body} {echoed}") } else { body };
            let response = Response::new(given.status, given.headers.iter().map(|(name, value)| (name, value)), body);
            let outcome = dynamic::interpret(&case.provider, &response).unwrap();
            let printed = [
                format!("{outcome:?} {response:?}"),
                outcome.reason().to_owned(),
                outcome.provider_message().unwrap_or_default().to_owned(),
            ];
            assert!(!printed.concat().contains(CANARY), "{}: {printed:?}", case.title());
        }
    }
}

#[test]
fn what_neutral_events_become_is_not_shown() {
    let config = format!(r#"{{"adjust":{{"app_token":"app","events":{{"purchase":"{CANARY}"}},"mapping":{{"order_id":"{CANARY}"}}}}}}"#);
    let destinations = dynamic::Destinations::from_config(&dynamic::from_json(&config).unwrap()).unwrap();
    assert!(!format!("{destinations:?} {destinations:#?}").contains(CANARY));
}

#[test]
fn what_looks_like_prose_is_masked_where_the_request_carried_it() {
    for (provider, config, event) in [
        (
            adjust::NAME,
            r#"{"app_token":"plainapptoken","auth_token":"plainauthtoken"}"#,
            r#""kind":"event","event_token":"plaineventtoken","external_device_id":"plaindevice","callback_params":{"name":"علیرضا Jörgen Ali"}"#,
        ),
        (
            metrix::NAME,
            r#"{"app_id":"plainappid","api_key":"plainapikey"}"#,
            r#""kind":"user","custom_user_id":"plainuser","id":"i","time":0,"first_name":"Ali","last_name":"علیرضا","city":"Qom""#,
        ),
        (
            appsflyer::NAME,
            r#"{"app_id":"com.example.myapp","s2s_key":"plainapikey"}"#,
            r#""kind":"event","appsflyer_id":"1-2","event_name":"plainslug","event_value":{"name":"علیرضا Jörgen","city":"Qom"},"customer_user_id":"plainuser""#,
        ),
        (
            ga4::NAME,
            r#"{"measurement_id":"G-PSW1MY7HB4","api_secret":"plainapikey"}"#,
            r#""kind":"event","name":"plainslug","client_id":"plainclient","user_id":"plainuser","user_location":{"city":"Qom"},"params":{"name":"علیرضا Jörgen"}"#,
        ),
        (
            meta::NAME,
            r#"{"dataset_id":"1234567890","access_token":"plainapikey"}"#,
            concat!(
                r#""kind":"event","event_name":"plainslug","time":0,"action_source":"other","#,
                r#""user_data":{"page_id":"plainuser","ctwa_clid":"plainclient"},"custom_data":{"content_name":"علیرضا Jörgen","status":"Qom"}"#,
            ),
        ),
        (
            tiktok::NAME,
            r#"{"event_source":"crm","event_source_id":"1234567890","access_token":"plainapikey"}"#,
            concat!(
                r#""kind":"event","event_name":"plainslug","time":0,"event_id":"plainclient","lead":{"lead_id":"plainuser"},"#,
                r#""properties":{"description":"علیرضا Jörgen","status":"Qom"}"#,
            ),
        ),
        (
            branch::NAME,
            r#"{"branch_key":"key_live_plainapikey"}"#,
            r#""kind":"custom","name":"plainslug","user_data":{"developer_identity":"plainuser"},"custom_data":{"name":"علیرضا Jörgen","city":"Qom"}"#,
        ),
        (
            metrix_inapp::NAME,
            r#"{"app_id":"plain app","dev_key":"plaindevkey"}"#,
            r#""kind":"event","metrix_user_id":"plainuser","metrix_session_id":"plainsession","idfa":"plainidfa","event_slug":"plainslug","custom_attributes":{"a":"Jörgen"}"#,
        ),
    ] {
        let destination = AnyClient::from_config(provider, &dynamic::from_json(config).unwrap()).unwrap();
        let event = format!(r#"{{"provider":"{provider}",{event}}}"#);
        let request = destination.build(event.as_bytes(), s2s_core::Timestamp::from_unix_millis(0).unwrap(), None).unwrap();
        let words = [
            "plainapptoken",
            "plainauthtoken",
            "plaineventtoken",
            "plaindevice",
            "plainappid",
            "plainapikey",
            "plainuser",
            "plaindevkey",
            "plainsession",
            "plainidfa",
            "plainslug",
            "plainclient",
            "علیرضا",
            "Jörgen",
            "Ali",
            "Qom",
        ];
        let carried: Vec<&str> = words.into_iter().filter(|word| config.contains(word) || event.contains(word)).collect();
        assert!(carried.len() >= 5);
        let text = format!("Event request failed (unknown {})", carried.join(" "));
        let body = serde_json::json!({"code": 40002, "error": text, "message": text}).to_string();
        let outcome = destination.interpret(&request, &Response::new(400, [("a", "b")], body));
        let message = outcome.provider_message().unwrap();
        for word in carried {
            assert!(!message.contains(word), "{provider}: {word} in {message}");
        }
        assert!(message.contains("unknown"), "{message}");
    }
}

#[test]
fn the_words_of_a_documented_error_stay() {
    let adjust = AnyClient::from_config(adjust::NAME, &dynamic::from_json(r#"{"app_token":"4w565xzmb54d"}"#).unwrap()).unwrap();
    let event = br#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
    let request = adjust.build(event, s2s_core::Timestamp::from_unix_millis(0).unwrap(), None).unwrap();
    let answer = Response::new(400, [("a", "b")], r#"{"error":"Event request failed (Ignoring event, earlier unique event tracked)"}"#);
    assert_eq!(adjust.interpret(&request, &answer).provider_message(), Some("Ignoring event, earlier unique event tracked"));
}

#[test]
fn a_plain_word_is_masked_where_the_request_carried_it() {
    let config = dynamic::from_json(r#"{"app_id":"a","api_key":"k"}"#).unwrap();
    let metrix = AnyClient::from_config(metrix::NAME, &config).unwrap();
    let event = br#"{"provider":"metrix","kind":"user","custom_user_id":"u","id":"i","time":0,"first_name":"Farzaneh"}"#;
    let request = metrix.build(event, s2s_core::Timestamp::from_unix_millis(0).unwrap(), None).unwrap();
    let outcome = metrix
        .interpret(&request, &Response::new(400, [("a", "b")], r#"{"error":"Unknown person farzaneh or Farzaneh, check firstName"}"#));
    assert_eq!(outcome.provider_message(), Some("Unknown person [redacted] or [redacted], check [redacted]"));
}

fn build(case: &Case, destination: &AnyClient, event: &str) -> Result<Request, Issues> {
    let mut fresh = || "fresh-id".to_owned();
    let new_id: NewId<'_> = Some(&mut fresh);
    match &case.identity {
        Some(identity) => destination.messages(&marked_like(event, identity.get()), event, case.now(), new_id),
        None => destination.build(event.as_bytes(), case.now(), new_id),
    }
}

/// An identity with a canary, if the messages have one.
fn marked_like(event: &str, identity: &str) -> String {
    if event.contains(CANARY) { marked(identity) } else { identity.to_owned() }
}

/// What typed configurations and events print.
fn typed_debug(provider: &str, config: &str, event: &str) -> Vec<String> {
    fn debug<T: DeserializeOwned + std::fmt::Debug>(json: &str) -> Option<String> {
        serde_json::from_str::<T>(json).ok().map(|value| format!("{value:?} {value:#?}"))
    }
    let fields: String =
        dynamic::from_json(event).ok().map(|json| render(&json, &|text| text.to_owned(), &["provider", "kind"])).unwrap_or_default();
    match provider {
        adjust::NAME => vec![debug::<adjust::Config>(config), debug::<adjust::Event>(&fields)],
        appsflyer::NAME => vec![debug::<appsflyer::Config>(config), debug::<appsflyer::Event>(&fields)],
        ga4::NAME => vec![debug::<ga4::Config>(config), debug::<ga4::Event>(&fields), debug::<ga4::Identity>(&fields)],
        meta::NAME => vec![debug::<meta::Config>(config), debug::<meta::Event>(&fields)],
        metrix::NAME => vec![
            debug::<metrix::Config>(config),
            debug::<metrix::User>(&fields),
            debug::<metrix::Action>(&fields),
            debug::<metrix::Revenue>(&fields),
            debug::<metrix::BusinessEvent>(&fields),
        ],
        singular::NAME => vec![
            debug::<singular::Config>(config),
            debug::<singular::Event>(&fields),
            debug::<singular::AdRevenue>(&fields),
            debug::<singular::Session>(&fields),
        ],
        branch::NAME => vec![debug::<branch::Config>(config), debug::<branch::Standard>(&fields), debug::<branch::Custom>(&fields)],
        tiktok::NAME => vec![debug::<tiktok::Config>(config), debug::<tiktok::Event>(&fields)],
        metrix_inapp::NAME => vec![debug::<metrix_inapp::Config>(config), debug::<metrix_inapp::Event>(&fields)],
        other => panic!("{other}"),
    }
    .into_iter()
    .flatten()
    .collect()
}

fn request_texts(request: &Request) -> Vec<String> {
    let mut texts = vec![format!("{request:?} {request:#?} {:?}", request.headers())];
    texts.extend(request.warnings().iter().map(|warning| format!("{warning} {warning:?} {}", warning.message())));
    texts
}

fn issues_texts(issues: &Issues) -> Vec<String> {
    vec![format!("{issues} {issues:?}")]
}

/// A response that holds everything that was sent.
fn echo(request: &Request) -> Response {
    let mut error = String::from_utf8_lossy(request.body()).into_owned();
    for header in request.headers() {
        error.push_str(header.value());
    }
    let quoted = serde_json::to_string(&format!("Event request failed ({error} {})", request.url())).unwrap();
    Response::new(400, [("content-type", "application/json")], format!("{{\"error\":{quoted}}}"))
}

/// The same JSON with the canary at the end of every text but the ones that choose what is read.
fn marked(json: &str) -> String {
    match dynamic::from_json(json) {
        Ok(value) => render(&value, &|text| format!("{text}{CANARY}"), &[]),
        Err(_) => json.to_owned(),
    }
}

/// A configuration with canaries, but in what its provider publishes.
fn marked_config(provider: &str, json: &str) -> String {
    let Ok(config) = dynamic::from_json(json) else { return json.to_owned() };
    let marked = dynamic::from_json(&marked(json)).unwrap();
    let (Json::Object(members), Json::Object(marked)) = (config, marked) else { return json.to_owned() };
    let members =
        members.into_iter().zip(marked).map(|(as_it_is, marked)| if is_public(provider, &as_it_is.0) { as_it_is } else { marked });
    render(&Json::Object(members.collect()), &str::to_owned, &[])
}

/// Whether a setting is no credential: the ID of an app in its store, or of a data stream or a dataset.
fn is_public(provider: &str, setting: &str) -> bool {
    matches!(
        (provider, setting),
        (appsflyer::NAME | singular::NAME, "app_id")
            | (ga4::NAME, "firebase_app_id" | "measurement_id")
            | (meta::NAME, "dataset_id" | "external_id")
            | (tiktok::NAME, "event_source_id")
    )
}

/// Whether a member chooses what is read: a setting of a few texts, or another one that has no canary in it.
fn is_choice(key: &str) -> bool {
    let is_setting =
        |spec: &&dynamic::Spec| spec.config.fields.iter().any(|field| field.name == key && matches!(field.of, dynamic::Type::Choice(_)));
    ["provider", "kind", "base_url", "platform", "api_version", "action_source"].contains(&key) || dynamic::PROVIDERS.iter().any(is_setting)
}

fn render(json: &Json, text: &dyn Fn(&str) -> String, without: &[&str]) -> String {
    match json {
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.as_str().to_owned(),
        Json::String(own) => serde_json::to_string(&text(own)).unwrap(),
        Json::Array(items) => format!("[{}]", items.iter().map(|item| render(item, text, without)).collect::<Vec<_>>().join(",")),
        Json::Object(members) => {
            let members = members.iter().filter(|(key, _)| !without.contains(&key.as_str())).map(|(key, value)| {
                let value = if is_choice(key) { render(value, &str::to_owned, without) } else { render(value, text, without) };
                format!("{}:{value}", serde_json::to_string(key.as_str()).unwrap())
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        _ => "null".to_owned(),
    }
}

/// The texts of an event that are long enough not to be found by chance.
fn long_texts(event: &str) -> Vec<String> {
    fn collect(json: &Json, texts: &mut Vec<String>) {
        match json {
            Json::String(text) if text.chars().count() >= 12 => texts.push(text.clone().into()),
            Json::Array(items) => items.iter().for_each(|item| collect(item, texts)),
            Json::Object(members) => members.iter().for_each(|(key, member)| {
                if !["provider", "kind"].contains(&key.as_str()) {
                    collect(member, texts);
                }
            }),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    if let Ok(json) = dynamic::from_json(event) {
        collect(&json, &mut texts);
    }
    // The example in the message about times.
    texts.retain(|text| !"2026-11-20T10:00:00Z".contains(text.as_str()));
    texts
}

fn credentials_of(provider: &str, config: &Json) -> Vec<String> {
    let Json::Object(members) = config else { return Vec::new() };
    let is_credential = |key: &str| {
        let names =
            ["app_token", "auth_token", "app_id", "api_key", "dev_key", "s2s_key", "sdk_key", "api_secret", "access_token", "branch_key"];
        names.contains(&key) && !is_public(provider, key)
    };
    // A short one may be in a URL by chance.
    members
        .iter()
        .filter(|(key, _)| is_credential(key))
        .filter_map(|(_, value)| value.as_str())
        .filter(|text| text.len() > 8)
        .map(str::to_owned)
        .collect()
}

#[test]
fn an_outcome_prints_no_details() {
    let response = Response::new(200, [("a", "b")], r#"{"status":"OK","adid":"18546f6171f67e29d1cb983322ad1329"}"#);
    let outcome: Outcome = dynamic::interpret(adjust::NAME, &response).unwrap();
    assert_eq!(outcome.detail("adid").and_then(Json::as_str), Some("18546f6171f67e29d1cb983322ad1329"));
    assert!(!format!("{outcome:?}{outcome:#?}").contains("18546f6171f67e29d1cb983322ad1329"));
}
