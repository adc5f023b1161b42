use serde_json::{Value, json};

use crate::program::{NOW, Program};

fn interpret(provider: &str, lines: &str) -> (Vec<Value>, i32) {
    let ended = Program::new().run_with(&["interpret", "--provider", provider, "--now", NOW], lines.as_bytes());
    (ended.lines(), ended.code)
}

fn outcome(provider: &str, line: &str) -> Value {
    let (lines, code) = interpret(provider, line);
    assert_eq!((lines.len(), code), (1, 0), "{lines:?}");
    lines[0].clone()
}

#[test]
fn an_outcome_has_its_five_keys_in_their_order() {
    let line = r#"{"status":202,"headers":[["k","v"]],"body":""}"#;
    let ended = Program::new().run_with(&["interpret", "--provider", "adjust", "--kind", "event"], line.as_bytes());
    let expected = r#"{"outcome":"unauthorized","scope":"destination","reason":"accepted by the transport only: security token missing or wrong","maybe_delivered":false,"retry_after_ms":null}"#;
    assert_eq!((ended.out.as_str(), ended.code), (&*format!("{expected}\n"), 0));
}

#[test]
fn every_outcome_is_told() {
    for (provider, line, expected) in [
        ("adjust", r#"{"status":200,"headers":[],"body":"{\"status\":\"OK\"}"}"#, "delivered"),
        (
            "adjust",
            r#"{"status":400,"body":"{\"error\":\"Event request failed (Ignoring event, earlier unique event tracked)\"}"}"#,
            "duplicate",
        ),
        ("adjust", r#"{"status":403,"body":"{\"error\":\"Event request failed (App is inactive)\"}"}"#, "rejected"),
        ("metrix", r#"{"status":403,"body":""}"#, "unauthorized"),
        ("metrix_inapp", r#"{"status":429,"body":""}"#, "retry_later"),
        ("metrix", r#"{"status":500}"#, "unclear"),
    ] {
        assert_eq!(outcome(provider, line)["outcome"], expected, "{line}");
    }
}

#[test]
fn no_response_is_told_by_its_kind() {
    for (kind, expected) in [
        ("connect", "retry_later"),
        ("tls", "retry_later"),
        ("timeout", "unclear"),
        ("closed", "unclear"),
        ("cancelled", "unclear"),
        ("other", "unclear"),
    ] {
        let outcome = outcome("adjust", &format!(r#"{{"no_response":"{kind}"}}"#));
        assert_eq!((&outcome["outcome"], &outcome["maybe_delivered"]), (&json!(expected), &json!(expected == "unclear")), "{kind}");
    }
}

#[test]
fn the_wait_that_is_asked_for_is_told() {
    let seconds = outcome("adjust", r#"{"status":429,"headers":[["Retry-After","7"]],"body":null}"#);
    assert_eq!(seconds["retry_after_ms"], 7_000);
    let date = outcome("metrix", r#"{"status":503,"headers":[["retry-after","Fri, 20 Nov 2026 12:00:30 GMT"]]}"#);
    assert_eq!(date["retry_after_ms"], 30_000);
}

#[test]
fn the_providers_own_text_is_told() {
    let outcome = outcome("adjust", r#"{"status":400,"body":"{\"error\":\"Event request failed (Invalid revenue)\"}"}"#);
    assert_eq!(outcome["provider_message"], "Invalid revenue");
}

#[test]
fn a_line_that_is_no_answer_is_told_with_everything_that_is_wrong() {
    let lines = r#"{"status":"200","headers":{"a":"b"},"body":1,"other":true}

{"status":200,"no_response":"timeout"}
{"no_response":"gone"}
{"body":null}
[]
{"status":200
{"status":20}
{"status":200,"status":200}
{"status":200}"#;
    let (lines, code) = interpret("adjust", lines);
    assert_eq!(code, 1);
    let found: Vec<_> = lines
        .iter()
        .map(|line| {
            let issues = line["issues"].as_array().into_iter().flatten();
            (
                line["line"].as_u64(),
                issues.map(|issue| (issue["path"].as_str().unwrap(), issue["code"].as_str().unwrap())).collect::<Vec<_>>(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            (Some(1), vec![("/status", "wrong_type"), ("/headers", "wrong_type"), ("/body", "wrong_type"), ("/other", "unknown_field")]),
            (Some(3), vec![("", "conflict")]),
            (Some(4), vec![("/no_response", "invalid_choice")]),
            (Some(5), vec![("", "missing_one_of")]),
            (Some(6), vec![("", "wrong_type")]),
            (Some(7), vec![("", "invalid_json")]),
            (Some(8), vec![("/status", "out_of_range")]),
            (Some(9), vec![("/status", "duplicate_key")]),
            (None, vec![]),
        ]
    );
}

/// An erasure's response has no documented body, an event's has one.
#[test]
fn the_kind_decides_by_whose_rules() {
    for (kind, expected) in [(&[][..], "unclear"), (&["--kind", "event"], "unclear"), (&["--kind", "gdpr_forget_device"], "delivered")] {
        let arguments = [&["interpret", "--provider", "adjust"], kind].concat();
        let ended = Program::new().run_with(&arguments, br#"{"status":200,"body":""}"#);
        assert_eq!(ended.lines()[0]["outcome"], expected, "{kind:?}");
    }
}

#[test]
fn an_unknown_provider_or_kind_is_a_usage_error() {
    let program = Program::new();
    assert_eq!(program.run(&["interpret", "--provider", "adjst"]).code, 2);
    assert_eq!(program.run(&["interpret", "--provider", "adjust", "--kind", "action"]).code, 2);
    assert_eq!(program.run(&["interpret", "--provider", "metrix", "--kind", "messages"]).code, 0);
}
