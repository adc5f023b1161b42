//! What can be done with a request besides sending it: for the request of every vector.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;

use common::{Case, all_cases};
use s2s_core::binding;
use s2s_core::dynamic::{self, AnyClient, Shown, request_from_json, request_to_json, write_jsonl};
use s2s_core::value::Json;
use s2s_core::{Code, Issues, Metrix, Request, Timestamp, metrix};
use serde_json::{Value, json};

#[test]
fn a_request_is_restored_from_its_plain_data() {
    for (title, request) in requests() {
        assert!(request_from_json(&request_to_json(&request)).unwrap() == request, "{title}");
    }
}

#[test]
fn plain_data_that_is_none_tells_all_issues() {
    let issues = |text: &str| {
        let issues: Issues = request_from_json(&dynamic::from_json(text).unwrap()).unwrap_err();
        issues.into_iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect::<Vec<_>>()
    };
    assert_eq!(issues("[]"), [" wrong_type"]);
    assert_eq!(
        issues(
            r#"{"provider":"adjst","kind":"event","method":"PUT","url":"ftp://x","headers":[["a"]],"sensitive_headers":[],"body":"","message_ids":[],"more":1}"#
        ),
        [
            "/method invalid_choice",
            "/headers/0 wrong_type",
            "/more unknown_field",
            "/provider unknown_provider",
            "/url invalid_url",
            "/warnings missing"
        ]
    );
    let mut request = plain(&requests()[0].1);
    request["credential"] = json!({"in": "body", "start": 3, "end": 1_000_000});
    request["warnings"] = json!([{"path": "", "code": "nonsense", "message": ""}]);
    request["url"] = json!("https://user@host/");
    request["headers"] = json!([["a\nb", "c"], ["a", "b"], ["a", "é"]]);
    assert_eq!(
        issues(&request.to_string()),
        [
            "/url invalid_url",
            "/headers/0 invalid_token",
            "/headers/2 invalid_token",
            "/headers/2 duplicate_key",
            "/warnings/0/code invalid_choice",
            "/credential out_of_range"
        ]
    );
}

#[test]
fn the_key_of_a_lane_depends_on_no_credential() {
    const CREDENTIALS: [&str; 8] = ["access_token", "api_key", "api_secret", "auth_token", "branch_key", "dev_key", "s2s_key", "sdk_key"];
    let mut providers = BTreeSet::new();
    for case in all_cases().iter().filter(|case| case.identity.is_none()) {
        let Some(before) = request(case) else { continue };
        let mut config: Value = serde_json::from_str(case.config().get()).unwrap();
        for (name, value) in config.as_object_mut().unwrap() {
            if CREDENTIALS.contains(&name.as_str()) {
                *value = json!("key_live_renewed");
            }
        }
        let client = AnyClient::from_config(&case.provider, &dynamic::from_json(&config.to_string()).unwrap()).unwrap();
        let after = client.build(case.input().as_bytes(), case.now(), Some(&mut || "another".to_owned())).unwrap();
        assert_eq!(before.lane_key(), after.lane_key(), "{}", case.title());
        if plain(&before)["headers"] != plain(&after)["headers"] || before.url() != after.url() || before.body() != after.body() {
            providers.insert(before.provider());
        }
    }
    assert_eq!(providers.len(), dynamic::PROVIDERS.len(), "each provider has a credential that was replaced: {providers:?}");
}

#[test]
fn the_key_of_a_lane_is_a_digest_that_outlives_a_restart() {
    for (title, request) in requests() {
        let key = request.lane_key();
        let is_digest = |key: &String| key.len() == 32 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        assert!(key.as_ref().is_none_or(is_digest), "{title}");
        assert_eq!(request_from_json(&request_to_json(&request)).unwrap().lane_key(), key, "{title}");
        assert_eq!(binding::lane_key(request.provider(), request.kind(), request.url(), request.body()), key, "{title}");
    }
}

#[test]
fn the_key_of_a_lane_needs_no_id_of_the_message() {
    let metrix = Metrix::new(metrix::Config::builder().app_id("app1").api_key("key1").build()).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let action = |id: Option<&str>| metrix::Action::builder().custom_user_id("u1").time(now).custom_name("opened").maybe_id(id).build();
    let issues = metrix.action(&action(None), now).unwrap_err();
    assert_eq!(issues.into_iter().map(|issue| issue.path().to_owned()).collect::<Vec<_>>(), ["/id"]);
    let built = metrix.action(&action(Some("m1")), now).unwrap();
    assert_eq!(metrix.lane_key(&action(None), now).unwrap(), built.lane_key());
    let issues = metrix.lane_key(&metrix::Action::builder().custom_user_id("u1").time(now).build(), now).unwrap_err();
    assert_eq!(issues.into_iter().map(|issue| issue.code()).collect::<Vec<_>>(), [Code::MissingOneOf]);
}

#[test]
fn a_line_of_json_holds_the_request_or_the_issues() {
    for (title, request) in requests() {
        let mut out = Vec::new();
        write_jsonl(&mut out, 7, Ok(&request), Shown { secrets: true, lane_keys: true });
        let line: Value = serde_json::from_slice(&out).unwrap();
        let all = plain(&request);
        for part in ["method", "url", "headers", "body"] {
            assert_eq!(line["request"][part], all[part], "{title}");
        }
        assert_eq!(line.get("lane_key"), Some(&json!(request.lane_key())), "{title}");
        assert_eq!((&line["line"], &line["warnings"]), (&json!(7), &all["warnings"]), "{title}");
        assert_eq!(out.iter().filter(|byte| **byte == b'\n').count(), 1, "{title}");
    }
}

#[test]
fn a_shell_takes_the_command_of_curl_apart_to_the_same_words() {
    for (title, request) in requests().into_iter().step_by(5) {
        let script = request.to_curl(true).replacen("curl", r"printf '%s\0'", 1);
        let output = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
        let mut expected = vec!["--request".to_owned(), request.method().to_string(), "--url".to_owned(), request.url().to_owned()];
        for header in request.headers() {
            expected.extend(["--header".to_owned(), format!("{}: {}", header.name(), header.value())]);
        }
        if !request.body().is_empty() {
            expected.extend(["--data-raw".to_owned(), String::from_utf8(request.body().to_vec()).unwrap()]);
        }
        let words: Vec<_> = output.stdout.split(|byte| *byte == 0).map(|word| String::from_utf8_lossy(word).into_owned()).collect();
        assert_eq!(words[..words.len() - 1], expected, "{title}");
    }
}

#[test]
fn the_command_of_curl_hides_credentials_unless_it_is_asked_for_them() {
    let config = dynamic::from_json(r#"{"app_token":"t0k3n","auth_token":"s3cr3t"}"#).unwrap();
    let adjust = AnyClient::from_config("adjust", &config).unwrap();
    let event = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
    let now = s2s_core::Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let request = adjust.build(event.as_bytes(), now, None).unwrap();
    let shown = request.to_curl(true);
    assert!(shown.contains("t0k3n") && shown.contains("s3cr3t"));
    let hidden = request.to_curl(false);
    assert!(!hidden.contains("t0k3n") && !hidden.contains("s3cr3t") && hidden.contains("f0ob4r"));
}

/// The requests of all vectors, with the titles of their cases.
fn requests() -> Vec<(String, Request)> {
    all_cases().iter().filter_map(|case| Some((case.title(), request(case)?))).collect()
}

fn request(case: &Case) -> Option<Request> {
    if case.is_outcome() || case.config_issues.is_some() {
        return None;
    }
    let config = dynamic::from_json(case.config().get()).ok()?;
    let destination = AnyClient::from_config(&case.provider, &config).ok()?;
    let mut new_id = case.new_id.clone().map(|id| move || id.clone());
    let new_id: dynamic::NewId<'_> = new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String);
    match (&case.identity, &case.messages) {
        (Some(identity), Some(messages)) => destination.messages(identity.get(), messages.get(), case.now(), new_id).ok(),
        _ => destination.build(case.input().as_bytes(), case.now(), new_id).ok(),
    }
}

fn plain(request: &Request) -> Value {
    fn value(json: &Json) -> Value {
        match json {
            Json::Object(members) => common::to_value(members),
            _ => panic!("a request is an object"),
        }
    }
    value(&request_to_json(request))
}

/// The issues of a text that is no event, as code and message.
fn issues_of(text: &[u8]) -> Vec<(&'static str, String)> {
    let config = dynamic::from_json(r#"{"app_token":"4w565xzmb54d"}"#).unwrap();
    let adjust = AnyClient::from_config("adjust", &config).unwrap();
    let now = s2s_core::Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let issues = adjust.build(text, now, None).unwrap_err();
    issues.into_iter().map(|issue| (issue.code().as_str(), issue.message().to_owned())).collect()
}

#[test]
fn a_text_that_is_not_json_is_reported_with_its_place_and_without_its_content() {
    for (text, code, message) in [
        ("canary", "invalid_json", "is not JSON (column 1)"),
        (r#"{"a":canary}"#, "invalid_json", "is not JSON (column 6)"),
        (r#"{"é😀":1 canary}"#, "invalid_json", "is not JSON (column 9)"),
        ("{\"a\":\"x\ty\"}", "invalid_json", "is not JSON (column 8)"),
        ("{\"é\":\"\ny\"}", "invalid_json", "is not JSON (line 1, column 7)"),
        (r#"{"a":"\x41"}"#, "invalid_json", "is not JSON (column 8)"),
        (r#"{"a":1,}"#, "invalid_json", "is not JSON (column 8)"),
        ("{\"a\":1,\n \"é\":x}", "invalid_json", "is not JSON (line 2, column 6)"),
        (r#"{"a":"#, "invalid_json", "is not JSON (ends too early, at column 5)"),
        ("{\"a\":\n", "invalid_json", "is not JSON (ends too early, at column 1)"),
        ("", "invalid_json", "is not JSON (ends too early, at column 1)"),
        (r#"{"é":1} {"canary":1}"#, "trailing_data", "something follows the JSON value (column 9)"),
        ("[1]", "wrong_type", "must be an object, not an array"),
        ("\u{feff}{}", "invalid_json", "begins with a byte order mark (U+FEFF), which is not JSON"),
    ] {
        assert_eq!(issues_of(text.as_bytes()), [(code, message.to_owned())], "{text:?}");
    }
    assert_eq!(issues_of(b"{\"\xc3\xa9\":\"caf\xe9\"}"), [("invalid_unicode", "is not UTF-8 (column 10)".to_owned())]);
}

/// Events as UniFFI passes them.
#[cfg(feature = "uniffi")]
mod lowered {
    use s2s_core::binding::AnyEvent;
    use s2s_core::dynamic::{AnyClient, from_json};
    use s2s_core::value::{Json, Pairs};
    use s2s_core::{Timestamp, adjust, meta, metrix};
    use uniffi::Lower;

    struct Tag;

    /// Configurations, and events with values of every type.
    fn events() -> Vec<(&'static str, AnyEvent)> {
        let purchase = adjust::Event::builder()
            .event_token("f0ob4r")
            .adid("18546f6171f67e29d1cb983322ad1329")
            .created_at("2026-11-20T10:00:00Z")
            .revenue(0.1 + 0.2)
            .currency("USD")
            .callback_params([("order", "A-7"), ("plan", "gold")])
            .build();
        let mut late = purchase.clone();
        late.created_at = Some(i64::MAX.into());
        let user = meta::UserData::builder().emails(vec!["user@example.com".into(), "other@example.com".into()]).build();
        let shown = meta::Event::builder().event_name("Lead").action_source("other").time(1_795_176_000_000).user_data(user).opt_out(true);
        let values: Pairs<Json> = [("a", from_json(r#"[1,{"b":null}]"#).unwrap())].into();
        let action = metrix::Action::builder().custom_user_id("u").name("n").time("2026-11-20T10:00:00Z").attributes(values);
        let adjust = r#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#;
        vec![
            (adjust, AnyEvent::AdjustEvent(purchase)),
            (adjust, AnyEvent::AdjustEvent(late)),
            (r#"{"provider":"meta","dataset_id":"1","access_token":"token"}"#, AnyEvent::MetaEvent(shown.build())),
            (r#"{"provider":"metrix","app_id":"a","api_key":"k"}"#, AnyEvent::MetrixAction(action.build())),
        ]
    }

    #[test]
    fn an_event_that_lends_its_bytes_becomes_what_a_struct_becomes() {
        let now = Timestamp::from_unix_millis(1_795_176_000_000).unwrap();
        let mut built = 0;
        for (config, event) in events() {
            let client = AnyClient::from_object(None, &from_json(config).unwrap()).unwrap();
            let mut bytes = Vec::new();
            Lower::<Tag>::write(event.clone(), &mut bytes);
            let mut id = || "an-id".to_owned();
            let lent = client.build_lowered(&bytes, now, Some(&mut id)).unwrap();
            let held = client.build_typed(event, now, Some(&mut id));
            match (lent, held) {
                (Ok(lent), Ok(held)) => {
                    assert!(lent == held, "{config}");
                    built += 1;
                }
                (Err(lent), Err(held)) => assert_eq!(lent.to_string(), held.to_string()),
                (lent, held) => panic!("{lent:?} and {held:?}"),
            }
            for end in 0..bytes.len() {
                assert!(client.build_lowered(&bytes[..end], now, None).is_none(), "{end} of {} bytes", bytes.len());
            }
            assert!(client.build_lowered(&[&*bytes, b"\0"].concat(), now, None).is_none());
        }
        assert_eq!(built, 3, "one has a time that is refused");
    }
}
