//! Lines of events.

use std::num::NonZeroUsize;

use s2s_core::Timestamp;
use s2s_core::dynamic::{self, AnyClient};
use s2s_jsonl::{Jsonl, NewId};
use serde_json::{Value, json};

#[test]
fn lines_are_built_one_by_one_and_blank_ones_are_counted() {
    let config = dynamic::from_json(r#"{"app_token":"4w565xzmb54d","auth_token":"s3cr3t"}"#).unwrap();
    let adjust = AnyClient::from_config("adjust", &config).unwrap();
    let good = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let build = |lines: &str, shows_secrets| {
        let mut out = Vec::new();
        let jsonl = Jsonl { first: 1, shows_secrets, threads: NonZeroUsize::MIN };
        let is_fine = jsonl.build(&adjust, lines.as_bytes(), now, None, &mut out);
        (is_fine, String::from_utf8(out).unwrap())
    };
    let (is_fine, out) = build(&format!("{good}\n\n{{\"provider\":\"adjust\"}}\n"), false);
    let lines: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!is_fine && !out.contains("s3cr3t") && out.contains("[redacted]"));
    assert_eq!(lines[0]["line"], 1);
    assert_eq!(lines[1], json!({"line": 3, "issues": [{"path": "/kind", "code": "missing", "message": "is required"}]}));
    let (is_fine, out) = build(good, true);
    assert!(is_fine && out.contains("Bearer s3cr3t"));
    assert_eq!(build("\r\n \n", true), (true, String::new()));
}

#[test]
fn threads_share_lines_out_and_give_the_same_result() {
    let config = dynamic::from_json(r#"{"app_id":"a","api_key":"k"}"#).unwrap();
    let metrix = AnyClient::from_config("metrix", &config).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let mut lines = String::new();
    for number in 0..3_000 {
        let end = if number % 7 == 0 { "\n\n" } else { "\n" };
        let name = "x".repeat(number % 400);
        lines += &format!(
            r#"{{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","custom_name":"{name}"}}{end}"#
        );
    }
    let new_id: NewId<'_> = &|| "the-id".to_owned();
    let build = |lines: &str, threads: usize| {
        let mut out = Vec::new();
        let jsonl = Jsonl { first: 8, shows_secrets: true, threads: threads.try_into().unwrap() };
        (jsonl.build(&metrix, lines.as_bytes(), now, Some(new_id), &mut out), String::from_utf8(out).unwrap())
    };
    for lines in [&*lines, lines.trim_end()] {
        let one = build(lines, 1);
        // Every 400th name is empty, which is an issue.
        assert!(!one.0 && one.1.starts_with(r#"{"line":8,"#) && one.1.lines().count() == 3_000);
        for threads in [2, 3, 64] {
            assert!(build(lines, threads) == one, "{threads} threads");
        }
    }
}

#[test]
fn a_byte_order_mark_is_skipped_at_the_beginning_of_the_first_line_only() {
    let config = dynamic::from_json(r#"{"app_token":"4w565xzmb54d"}"#).unwrap();
    let adjust = AnyClient::from_config("adjust", &config).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let good = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
    let build = |lines: &str, first| {
        let mut out = Vec::new();
        let jsonl = Jsonl { first, shows_secrets: true, threads: NonZeroUsize::MIN };
        (jsonl.build(&adjust, lines.as_bytes(), now, None, &mut out), String::from_utf8(out).unwrap())
    };
    assert_eq!(build(&format!("\u{feff}{good}"), 1), build(good, 1));
    assert_eq!(build("\u{feff}\r\n", 1), (true, String::new()));
    assert!(!build(&format!("\u{feff}{good}"), 2).0);
    assert!(!build(&format!("{good}\n\u{feff}{good}"), 1).0);
    assert!(!build(&format!("\u{feff}\u{feff}{good}"), 1).0);
}
