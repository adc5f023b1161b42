//! An outbox and a configuration that lacks something: events wait.
#![cfg(unix)]

use crate::program::{NOW, Program, event};
use crate::sandbox::Running;

const SEND: &[&str] = &["send", "--now", NOW, "--outbox", "outbox", "events.jsonl"];

fn config(table: &str, sandbox: &Running) -> String {
    format!("[{table}]\nprovider = \"adjust\"\napp_token = \"4w565xzmb54d\"\nbase_url = \"{}\"\n", sandbox.base_url("adjust"))
}

fn sandbox() -> (Program, Running) {
    let program = Program::new().file("sandbox.toml", format!("now = \"{NOW}\""));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    (program, sandbox)
}

#[test]
fn without_any_destination_nothing_is_opened() {
    let program = Program::new().file("events.jsonl", event(""));
    for arguments in [SEND, &["send", "events.jsonl"]] {
        let ended = program.run(arguments);
        assert_eq!(ended.code, 2, "{}{}", ended.out, ended.err);
        assert!(ended.err.starts_with("s2s: no destination is configured: there is no s2s.toml in /"), "{}", ended.err);
        assert!(ended.err.ends_with("; name a configuration with `--config FILE`\n"), "{}", ended.err);
    }
    assert!(!program.path("outbox").exists());
    let program = program.file("s2s.toml", "[delivery]\nmax_attempts = 3\n[destination]\n");
    assert_eq!(program.run(SEND).err, "s2s: no destination is configured: s2s.toml has none\n");
    let ended = program.run(&[SEND, &["--config", "s2s.toml"]].concat());
    assert_eq!((ended.code, ended.err.as_str()), (2, "s2s: no destination is configured: s2s.toml has none\n"));
    assert!(!program.path("outbox").exists());
}

#[test]
fn an_event_waits_for_its_destination() {
    let (program, sandbox) = sandbox();
    let own = event(r#","destination":"own""#);
    let metrix = r#"{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd"}"#;
    let program = program
        .file("events.jsonl", format!("{own}\n{metrix}\n{}\n", event(r#","destination":"other""#)))
        .file("s2s.toml", config("destination.other", &sandbox));
    let ended = program.run(SEND);
    assert_eq!(ended.code, 1, "{}{}", ended.out, ended.err);
    assert!(ended.out.contains("unconfigured") && ended.out.contains("\nwithout a destination in the configuration:\n"), "{}", ended.out);
    let status = program.run(&["outbox", "status", "outbox"]).out;
    assert!(status.contains("destination.own    unconfigured       1\n"), "{status}");
    assert!(status.contains("metrix             unconfigured       1\n"), "{status}");
    assert!(status.contains("\nunconfigured: the configuration has no such destination; "), "{status}");
    // Neither is a way to lose it.
    assert_eq!(program.run(&["outbox", "purge", "--all", "outbox"]).out, "1 event is removed\n");
    assert_eq!(program.run(&["outbox", "retry", "outbox"]).out, "0 events are submitted again by the next `s2s send` with this outbox\n");

    let both = config("destination.other", &sandbox) + &config("destination.own", &sandbox);
    let ended = program.file("s2s.toml", both).run(SEND);
    assert_eq!(ended.code, 1, "{}{}", ended.out, ended.err);
    assert_eq!(sandbox.account()["accepted"].as_array().unwrap().len(), 2);

    let program = Program::new().file("events.jsonl", metrix);
    let config = format!(
        "[metrix]\napp_id = \"metrix-demo-app\"\napi_key = \"metrix-demo-api-key\"\nbase_url = \"{}\"\n",
        sandbox.base_url("metrix")
    );
    let program = program.file("s2s.toml", self::config("destination.other", &sandbox));
    assert_eq!(program.run(SEND).code, 1);
    let program = program.file("s2s.toml", config);
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert_eq!(sandbox.account()["accepted"].as_array().unwrap().len(), 3);
}

#[test]
fn what_waits_for_a_configuration_can_be_removed() {
    let (program, sandbox) = sandbox();
    let program =
        program.file("events.jsonl", event(r#","destination":"mispelt""#) + "\n").file("s2s.toml", config("destination.other", &sandbox));
    assert_eq!(program.run(SEND).code, 1);
    assert_eq!(program.run(&["outbox", "purge", "--unconfigured", "outbox"]).out, "1 event is removed\n");
    assert_eq!(program.run(SEND).code, 0);
}

#[test]
fn retry_takes_what_was_invalid() {
    let (program, sandbox) = sandbox();
    let program = program.file("events.jsonl", "{\"provider\":\"adjust\"}\n").file("s2s.toml", config("destination.other", &sandbox));
    assert_eq!(program.run(SEND).code, 1);
    assert_eq!(program.run(&["outbox", "retry", "outbox"]).out, "1 event is submitted again by the next `s2s send` with this outbox\n");
    assert!(program.run(&["outbox", "list", "outbox"]).out.contains("\tagain\t"));
    // As if a rule of ours had been fixed.
    let outbox = rusqlite::Connection::open(program.path("outbox")).unwrap();
    outbox.execute("UPDATE events SET event = ?1", [event(r#","destination":"other""#).into_bytes()]).unwrap();
    drop(outbox);
    assert_eq!(program.run(SEND).code, 0);
    assert_eq!(sandbox.account()["accepted"].as_array().unwrap().len(), 1);
}

#[test]
fn status_shows_why_a_destination_gets_nothing() {
    let (program, sandbox) = sandbox();
    let base_url = sandbox.base_url("adjust");
    let config = format!(
        "[destination.own]\nprovider = \"adjust\"\napp_token = \"s3cur3dapp12\"\nauth_token = \"canary-token\"\nbase_url = \"{base_url}\"\n"
    );
    let secured = event(r#","destination":"own""#).replace("f0ob4r", "s3ct0k");
    let program = program.file("events.jsonl", secured + "\n").file("s2s.toml", config);
    let mut child = program.command(SEND).stderr(std::process::Stdio::null()).stdout(std::process::Stdio::null()).spawn().unwrap();
    crate::program::eventually(|| program.run(&["outbox", "status", "outbox"]).out.contains("refuses the credentials"));
    crate::program::signal(&child, "INT");
    child.wait().unwrap();
    let status = program.run(&["outbox", "status", "outbox"]).out;
    assert!(status.contains("\ndestination.own refuses the credentials, or all events, since "), "{status}");
    let json = program.run(&["outbox", "status", "--json", "outbox"]).lines().remove(0);
    assert_eq!(json["destinations"][0]["state"], "refused");
    let reason = json["destinations"][0]["reason"].as_str().unwrap().to_owned();
    assert!(!reason.is_empty() && status.contains(&reason), "{status}");
    assert_eq!(json["events"][0], serde_json::json!({ "destination": "destination.own", "state": "waiting", "events": 1 }));

    let list = program.run(&["outbox", "list", "--json", "outbox"]).lines().remove(0);
    assert_eq!((&list["attempts"], list["reason"].as_str()), (&1.into(), Some(reason.as_str())), "{list}");
    assert!(list["next_at"].as_str().unwrap().starts_with("2026-11-20T12:"), "{list}");
    assert!(list["file"].as_str().unwrap().ends_with("/events.jsonl"), "{list}");
    assert!(!format!("{status}{json}{list}").contains("canary"));
}
