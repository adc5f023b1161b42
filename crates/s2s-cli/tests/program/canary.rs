//! No credential is in any output, and no personal data where it need not be.

use crate::program::{NOW, Program};

const CONFIG: &str = r#"
[adjust]
app_token = "canary-secret-1"
auth_token = "canary-secret-2"
request_style = "get_query"
base_url = "http://127.0.0.1:9"
[metrix]
app_id = "canary-secret-3"
api_key = { env = "S2S_TEST_CANARY" }
base_url = "http://127.0.0.1:9"
[metrix_inapp]
app_id = "canary-secret-5"
dev_key = "canary-secret-6"
base_url = "http://127.0.0.1:9"
[destination.form]
provider = "adjust"
app_token = "canary-secret-7"
base_url = "http://127.0.0.1:9"
"#;

/// Right events and wrong ones, all with personal data.
const EVENTS: &str = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","external_device_id":"canary-person"}
{"provider":"adjust","kind":"event","event_token":"f0ob4r","external_device_id":"canary-person","destination":"form"}
{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"canary-person","created_at":"canary-person","revenue":"canary-person","canary":"canary-person"}
{"provider":"metrix","kind":"user","custom_user_id":"canary-person","time":"2026-11-20T10:00:00Z","email":"canary-person"}
{"provider":"metrix","kind":"user","custom_user_id":"canary-person","time":"canary-person","gender":"canary-person"}
{"provider":"metrix_inapp","kind":"event","metrix_user_id":"canary-person","metrix_session_id":"s","idfa":"canary-person","event_slug":"x"}
{"provider":"canary-person"}
{"provider":"adjust","kind":"canary-person"}
{"provider":"adjust","kind":"event","destination":"canary-person"}
canary-person"#;

fn program() -> Program {
    Program::new().file("s2s.toml", CONFIG).variable("S2S_TEST_CANARY", "canary-secret-4").file("events.jsonl", EVENTS)
}

#[test]
fn build_shows_no_credential_and_personal_data_in_requests_only() {
    let ended = program().run(&["build", "--now", NOW, "events.jsonl"]);
    assert!(!ended.out.contains("canary-secret") && !ended.err.contains("canary"), "{}{}", ended.out, ended.err);
    let (built, refused): (Vec<_>, Vec<_>) = ended.lines().into_iter().partition(|line| line["request"].is_object());
    assert_eq!((built.len(), refused.len()), (4, 6));
    assert!(refused.iter().all(|line| !line.to_string().contains("canary-person")), "{refused:?}");

    let shown = program().run(&["build", "--now", NOW, "events.jsonl", "--show-secrets"]);
    for number in 1..=7 {
        assert!(shown.out.contains(&format!("canary-secret-{number}")), "{number}");
    }
}

#[test]
fn send_shows_neither_but_for_the_events_that_it_keeps() {
    let program = program();
    let ended = program.run(&["send", "-v", "--now", NOW, "events.jsonl", "--report", "report.jsonl", "--failed", "failed.jsonl"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("s2s: metrix: connect: "), "{}", ended.err);
    let outputs = [ended.out, ended.err, program.read("report.jsonl")];
    assert!(outputs.iter().all(|output| !output.contains("canary-")), "{outputs:?}");
    for line in program.lines("failed.jsonl") {
        let mut line = line;
        assert!(line["event"].take().to_string().contains("canary-person"));
        assert!(!line.to_string().contains("canary-"), "{line}");
    }
    assert!(!program.read("failed.jsonl").contains("canary-secret"));
}

#[test]
fn interpret_masks_what_a_provider_repeats() {
    let answer =
        r#"{"status":400,"body":"{\"error\":\"Event request failed (no such thing: canary-person-1)\",\"adid\":\"canary-person\"}"}"#;
    let lines = format!("{answer}\n{{\"status\":\"canary-person\",\"x\":\"canary-person\"}}\ncanary-person");
    let ended = Program::new().run_with(&["interpret", "--provider", "adjust"], lines.as_bytes());
    assert!(!ended.out.contains("canary") && !ended.err.contains("canary"), "{}{}", ended.out, ended.err);
}
