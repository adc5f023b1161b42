use serde_json::json;

use crate::program::{ADJUST, NOW, Program, event};

/// `build` with a clock and a destination.
fn arguments<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["build", "--now", NOW], ADJUST, more].concat()
}

#[test]
fn an_event_becomes_the_request_that_would_be_sent() {
    let input = event(r#","created_at":"2026-11-20T10:00:00Z","revenue":"19.90","currency":"usd""#);
    let ended = Program::new().run_with(&arguments(&[]), input.as_bytes());
    let expected = r#"{"line":1,"request":{"method":"POST","url":"https://s2s.adjust.com/event","headers":[["content-type","application/x-www-form-urlencoded"]],"body":"s2s=1&event_token=f0ob4r&app_token=[redacted]&gps_adid=660e1d86-6796-463a-be86-897993136018&created_at_unix=1795168800&currency=USD&revenue=19.9&environment=production"},"warnings":[]}"#;
    assert_eq!((ended.out.as_str(), ended.err.as_str(), ended.code), (&*format!("{expected}\n"), "", 0));
}

#[test]
fn an_event_that_is_not_right_becomes_its_issues() {
    let ended = Program::new().run_with(&arguments(&[]), event(r#","revenu":"19.90""#).as_bytes());
    let expected =
        r#"{"line":1,"issues":[{"path":"/revenu","code":"unknown_field","message":"there is no such field; did you mean `revenue`?"}]}"#;
    assert_eq!((ended.out.as_str(), ended.err.as_str(), ended.code), (&*format!("{expected}\n"), "", 1));
}

#[test]
fn warnings_stand_beside_the_request() {
    let ended = Program::new().run_with(&arguments(&[]), event(r#","created_at":"2026-11-20T12:06:00Z""#).as_bytes());
    let warnings = &ended.lines()[0]["warnings"];
    assert_eq!(*warnings, json!([{"path": "/created_at", "code": "ahead_of_now", "message": "is over five minutes ahead of now"}]));
    assert_eq!(ended.code, 0);
}

#[test]
fn credentials_are_shown_only_when_asked_for() {
    let settings = ["--set", "adjust.auth_token=s3cret", "--set", "adjust.request_style=get_query"];
    let hidden = Program::new().run_with(&arguments(&settings), event("").as_bytes());
    assert_eq!(hidden.lines()[0]["request"]["headers"], json!([["authorization", "[redacted]"]]));
    assert!(
        hidden.out.contains("app_token=[redacted]") && !hidden.out.contains("4w565xzmb54d") && !hidden.out.contains("s3cret"),
        "{}",
        hidden.out
    );

    let shown = Program::new().run_with(&arguments(&[&settings[..], &["--show-secrets"]].concat()), event("").as_bytes());
    assert_eq!(shown.lines()[0]["request"]["headers"], json!([["authorization", "Bearer s3cret"]]));
    assert!(shown.out.contains("app_token=4w565xzmb54d"), "{}", shown.out);
}

#[test]
fn blank_lines_are_skipped_and_counted() {
    let input = format!("\n{}\r\n \t\n\n{}", event(""), event(""));
    let ended = Program::new().run_with(&arguments(&[]), input.as_bytes());
    let numbers: Vec<_> = ended.lines().iter().map(|line| line["line"].clone()).collect();
    assert_eq!(numbers, [2, 5]);
}

#[test]
fn lines_keep_their_order() {
    let lines: Vec<String> = (1..=5_000).map(|number| event(&format!(r#","callback_params":{{"n":"{number}"}}"#))).collect();
    let ended = Program::new().run_with(&arguments(&[]), lines.join("\n").as_bytes());
    assert_eq!(ended.lines().len(), 5_000);
    for (position, line) in ended.lines().iter().enumerate() {
        let number = position + 1;
        assert_eq!(line["line"], number);
        assert!(line["request"]["body"].as_str().is_some_and(|body| body.contains(&format!("%22{number}%22"))), "{number}");
    }
}

#[test]
fn a_line_beyond_the_limit_is_refused_and_the_next_is_not() {
    for extra in [1, 9 * 1024 * 1024] {
        let long = event(&format!(r#","user_agent":"{}""#, "é".repeat((4 * 1024 * 1024 + extra) / 2)));
        let ended = Program::new().run_with(&arguments(&[]), format!("{}\n{long}\n{}\n", event(""), event("")).as_bytes());
        let lines = ended.lines();
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[1], json!({"line": 2, "issues": [{"path": "", "code": "too_large", "message": "is larger than 4 MiB"}]}));
        assert!(lines[0]["request"].is_object() && lines[2]["request"].is_object());
        assert_eq!((lines[2]["line"].as_u64(), ended.code), (Some(3), 1));
    }
}

#[test]
fn a_message_without_an_id_gets_one() {
    let settings = ["build", "--now", NOW, "--set", "metrix.app_id=a", "--set", "metrix.api_key=k"];
    let input = r#"{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd"}"#;
    let ended = Program::new().run_with(&settings, format!("{input}\n{input}").as_bytes());
    let ids: Vec<String> = ended
        .lines()
        .iter()
        .map(|line| {
            let body: serde_json::Value = serde_json::from_str(line["request"]["body"].as_str().unwrap()).unwrap();
            body["messages"][0]["id"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(ids.iter().all(|id| id.len() == 36), "{ids:?}");
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn a_file_is_read_and_one_that_is_not_there_is_a_usage_error() {
    let program = Program::new().file("events.jsonl", event(""));
    assert_eq!(program.run(&arguments(&["events.jsonl"])).code, 0);
    let ended = program.run(&arguments(&["nothing.jsonl"]));
    assert_eq!((ended.out.as_str(), ended.code), ("", 2));
    assert!(ended.err.starts_with("s2s: nothing.jsonl: "), "{}", ended.err);
    assert_eq!(program.run(&arguments(&["."])).code, 2);
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    use std::process::Stdio;

    let program = Program::new().file("events.jsonl", format!("{}\n", event("")).repeat(20_000));
    let mut child = program.command(&arguments(&["events.jsonl"])).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
