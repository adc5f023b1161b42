//! `send --outbox`: what is kept, and going on where a run has stopped; and `s2s outbox`.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::program::{self, NOW, Program, event, eventually};
use crate::sandbox::Running;

const SEND: &[&str] = &["send", "--now", NOW, "--outbox", "outbox", "events.jsonl"];

/// One event for each of a number of devices.
fn events(count: u32) -> String {
    let device =
        |number| format!(r#"{{"provider":"adjust","kind":"event","event_token":"f0ob4r","external_device_id":"canary-{number}"}}"#);
    (0..count).map(|number| device(number) + "\n").collect()
}

/// A program with events and a sandbox to send them to.
fn with_sandbox(events: String, sandbox: &str) -> (Program, Running) {
    let program = Program::new().file("events.jsonl", events).file("sandbox.toml", format!("now = \"{NOW}\"\n{sandbox}"));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    let config =
        format!("[adjust]\napp_token = \"4w565xzmb54d\"\nbase_url = \"{}\"\n[delivery]\nbackoff_ms = 1\n", sandbox.base_url("adjust"));
    (program.file("s2s.toml", config), sandbox)
}

fn accepted(sandbox: &Running) -> Vec<Value> {
    sandbox.account()["accepted"].as_array().unwrap().clone()
}

#[test]
fn starting_again_sends_nothing_twice_and_tells_the_same() {
    let (program, sandbox) = with_sandbox(format!("{}\n{{}}\n", events(20)), "");
    let first = program.run(&[SEND, &["--report", "one", "--failed", "failed"]].concat());
    assert_eq!((first.code, first.err.as_str()), (1, ""), "{}", first.out);
    let again = program.run(&[SEND, &["--report", "two"]].concat());
    assert_eq!((again.code, again.err.as_str()), (1, "s2s: not delivered: 1; the outbox has them\n"));
    assert_eq!(first.out, again.out);
    assert_eq!(program.read("one"), program.read("two"));
    let report = program.lines("one");
    assert_eq!(report.len(), 21);
    assert!(report.iter().take(20).all(|line| line["outcome"] == "delivered"));
    assert_eq!((&report[20]["line"], &report[20]["outcome"]), (&22.into(), &"invalid".into()));
    assert_eq!(program.lines("failed")[0]["event"], serde_json::json!({}));
    assert_eq!(accepted(&sandbox).len(), 20);
    let mode = std::fs::metadata(program.path("outbox")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn another_file_goes_into_the_same_outbox() {
    let (program, sandbox) = with_sandbox(events(3), "");
    assert_eq!(program.run(SEND).code, 0);
    let program = program.file("others.jsonl", events(4).split_inclusive('\n').rev().collect::<String>());
    let ended = program.run(&["send", "--now", NOW, "--outbox", "outbox", "others.jsonl"]);
    assert!(ended.code == 0 && ended.out.contains("adjust            4       4"), "{}", ended.out);
    assert_eq!(accepted(&sandbox).len(), 7);
}

#[test]
fn a_stop_leaves_the_rest_for_the_next_start_and_sends_nothing_twice() {
    let (program, sandbox) = with_sandbox(events(300), "[faults]\nrates = [{ fault = \"latency=50\", rate = 1.0 }]");
    let mut child = program.command(SEND).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    eventually(|| accepted(&sandbox).len() >= 20);
    program::signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let sent = accepted(&sandbox).len();
    assert!((20..300).contains(&sent), "{sent}");

    let ended = program.run(&[SEND, &["--report", "report"]].concat());
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert!(program.lines("report").iter().all(|line| line["outcome"] == "delivered" && line.get("attempts").is_none()));
    assert_eq!(accepted(&sandbox).len(), 300, "each once");
}

#[test]
fn what_was_refused_for_its_credentials_goes_out_with_new_ones() {
    let secured = events(30).replace(r#""kind""#, r#""destination":"own","kind""#).replace("f0ob4r", "s3ct0k");
    let (program, sandbox) = with_sandbox(secured, "");
    let config = |token: &str| {
        let base_url = sandbox.base_url("adjust");
        format!(
            "[destination.own]\nprovider = \"adjust\"\napp_token = \"s3cur3dapp12\"\nauth_token = \"{token}\"\nbase_url = \"{base_url}\"\n"
        )
    };
    let program = program.file("s2s.toml", config("canary-token"));
    let child = program.command(SEND).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    eventually(|| !sandbox.account()["rejected"].as_array().unwrap().is_empty());
    program::signal(&child, "INT");
    let told = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    assert!(told.contains("s2s: destination.own refuses the credentials, or all events; one request now and then tries again\n"), "{told}");
    assert!(!told.contains("canary"), "{told}");
    let refused = sandbox.account()["rejected"].as_array().unwrap().len();
    assert!((1..=8).contains(&refused), "the others are not burnt: {refused}");

    let program = program.file("s2s.toml", config("v8s5opi0zs45607l8h8c48wak2vxb5oe"));
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert_eq!(accepted(&sandbox).len(), 30);
}

#[test]
fn what_cannot_be_an_outbox_or_cannot_be_read_again_is_refused() {
    let program = Program::new()
        .file("events.jsonl", events(1))
        .file("text", "this is no database, but a text of some length")
        .file("s2s.toml", "[adjust]\napp_token=\"a\"");
    for (arguments, expected) in [
        (&["send", "--outbox", "outbox", "-"][..], "s2s: --outbox takes a file, not the standard input"),
        (
            &["send", "--outbox", "outbox", "--sandbox", "events.jsonl"],
            "error: the argument '--outbox <OUTBOX>' cannot be used with '--sandbox'",
        ),
        (&["send", "--outbox", "text", "events.jsonl"], "s2s: text: is not an outbox: file is not a database"),
        (&["send", "--outbox", "no/such", "events.jsonl"], "s2s: no/such"),
        (&["send", "--outbox", "events.jsonl", "events.jsonl"], "s2s: events.jsonl: is named twice"),
        (&["send", "--outbox", "outbox", "/dev/null"], "s2s: /dev/null: --outbox takes a file that can be read again"),
    ] {
        let ended = program.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(ended.err.starts_with(expected), "{}", ended.err);
    }
    assert_eq!(program.read("text"), "this is no database, but a text of some length");
    let other = rusqlite::Connection::open(program.path("other")).unwrap();
    other.execute_batch("CREATE TABLE other (x)").unwrap();
    assert_eq!(program.run(&["send", "--outbox", "other", "events.jsonl"]).err, "s2s: other: is not an outbox\n");
}

#[test]
fn two_runs_do_not_share_an_outbox() {
    let (program, _sandbox) = with_sandbox(events(1), "[faults]\nrates = [{ fault = \"latency=20000\", rate = 1.0 }]");
    let mut child = program.command(SEND).spawn().unwrap();
    eventually(|| program.path("outbox-wal").exists());
    let ended = program.run(SEND);
    assert_eq!((ended.code, ended.err.as_str()), (2, "s2s: outbox: is in use by another s2s\n"));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_log_that_is_damaged_is_told_and_nothing_is_sent() {
    let (program, sandbox) = with_sandbox(events(5), "");
    assert_eq!(program.run(SEND).code, 0);
    let outbox = rusqlite::Connection::open(program.path("outbox")).unwrap();
    outbox
        .execute_batch("UPDATE log SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE position = (SELECT max(position) FROM log)")
        .unwrap();
    drop(outbox);
    let ended = program.file("events.jsonl", event("")).run(SEND);
    assert!(ended.code == 2 && ended.err.starts_with("s2s: the outbox: the log is damaged at byte "), "{}", ended.err);
    assert_eq!(accepted(&sandbox).len(), 5);
}

#[test]
fn a_full_disk_ends_the_run_and_loses_nothing() {
    const EVENTS: u32 = 2_000;
    let (program, sandbox) = with_sandbox(events(EVENTS), "");
    let send = [SEND, &["--concurrency", "8"]].concat();
    for blocks in [0, 100, 1_000, 2_000, 4_000] {
        // A file that would grow beyond the limit gets an error, as on a full disk.
        let mut limited = Command::new("sh");
        limited.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_s2s")]);
        let ended = program::ended(limited.args(&send).current_dir(program.path("")), b"");
        // Some fail as soon as the outbox is opened.
        assert!(matches!(ended.code, 1 | 2), "{}: {}{}", ended.code, ended.out, ended.err);
        assert!(ended.err.contains("outbox: "), "{}", ended.err);
    }
    assert!((1..EVENTS as usize).contains(&accepted(&sandbox).len()), "a run has ended in the midst of sending");
    let ended = program.run(&send);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{}", ended.out);
    let mut devices = BTreeMap::new();
    for entry in accepted(&sandbox) {
        *devices.entry(entry["parameters"]["external_device_id"].to_string()).or_insert(0) += 1;
    }
    assert_eq!(devices.len(), EVENTS as usize);
    let doubled = devices.values().filter(|count| **count > 1).count();
    assert!(doubled <= 5 * 8, "only what was under way when a run ended is sent again: {doubled}");
}

#[test]
fn what_is_in_an_outbox_is_told_retried_exported_and_removed() {
    let wrong = events(2).replace("f0ob4r", "n0such");
    let (program, sandbox) = with_sandbox(format!("{}{wrong}{{\"canary\":1}}\n", events(3)), "");
    assert_eq!(program.run(SEND).code, 1);
    let told = |arguments: &[&str]| {
        let ended = program.run(&[&["outbox"], arguments, &["outbox"]].concat());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""), "{arguments:?}");
        ended.out
    };
    let status =
        "destination  state      events\n-            invalid         1\nadjust       delivered       3\nadjust       dropped         2\n";
    assert_eq!(told(&["status"]), status);
    let list = told(&["list"]);
    assert_eq!(list.lines().count(), 6);
    assert!(list.contains("events.jsonl:4\tdropped\tadjust\t1\t-\tinvalid event token\n"), "{list}");
    assert!(!list.contains("canary"), "{list}");
    assert_eq!(told(&["list", "--state", "dropped"]).lines().count(), 2);

    let report = told(&["export"]);
    assert!(report.lines().count() == 6 && !report.contains("canary"), "{report}");
    let failed = told(&["export", "--failed"]);
    assert_eq!(failed.lines().count(), 3);
    assert!(failed.contains(r#""event":{"provider":"adjust","kind":"event","event_token":"n0such""#), "{failed}");

    assert_eq!(told(&["retry"]), "3 events are submitted again by the next `s2s send` with this outbox\n");
    assert!(told(&["status"]).contains("oldest unfinished event: "), "{}", told(&["status"]));
    assert_eq!(program.run(SEND).code, 1);
    assert_eq!(told(&["status"]), status);
    assert_eq!(sandbox.account()["rejected"].as_array().unwrap().len(), 4);

    assert_eq!(told(&["purge"]), "3 events are removed\n");
    assert_eq!(told(&["purge", "--all"]), "3 events are removed\n");
    assert_eq!(told(&["list"]), "");
    let file = std::fs::read(program.path("outbox")).unwrap();
    for personal in ["canary", "gps_adid", "external_device_id"] {
        assert!(memchr::memmem::find(&file, personal.as_bytes()).is_none(), "{personal}");
    }
    let ended = program.run(SEND);
    assert!(ended.code == 0 && accepted(&sandbox).len() == 3, "what was removed is not sent again");
}

#[test]
fn only_an_outbox_is_looked_into_and_only_one_that_nobody_sends_from_is_changed() {
    let (program, _sandbox) = with_sandbox(events(1), "[faults]\nrates = [{ fault = \"latency=20000\", rate = 1.0 }]");
    assert_eq!(program.run(&["outbox", "status", "outbox"]).code, 2);
    assert!(!program.path("outbox").exists());
    let mut child = program.command(SEND).spawn().unwrap();
    // One can look while it is in use.
    eventually(|| program.run(&["outbox", "list", "outbox"]).out.contains("waiting"));
    for command in ["retry", "purge"] {
        let ended = program.run(&["outbox", command, "outbox"]);
        assert_eq!((ended.code, ended.err.as_str()), (2, "s2s: outbox: is in use by another s2s\n"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}
