//! Lines with an event for every provider in an outbox: one entry for each destination, which ends as any other event does.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Stdio;

use serde_json::{Value, json};

use crate::program::{self, NOW, Program, eventually};
use crate::sandbox::Running;

const SEND: &[&str] = &["send", "--now", NOW, "--outbox", "outbox", "events.jsonl"];

/// Destinations of a sandbox, or of a server that does not respond.
#[derive(Default)]
struct Config {
    text: String,
}

impl Config {
    fn adjust(mut self, name: &str, base_url: &str, more: &str) -> Self {
        self.table(name, "adjust");
        write!(self.text, "app_token = \"4w565xzmb54d\"\nbase_url = \"{base_url}\"\nevents.purchase = \"f0ob4r\"\n{more}\n").unwrap();
        self
    }

    fn metrix(mut self, name: &str, base_url: &str, more: &str) -> Self {
        self.table(name, "metrix");
        let key = if more.contains("api_key") { "" } else { "api_key = \"metrix-demo-api-key\"\n" };
        write!(self.text, "app_id = \"metrix-demo-app\"\nbase_url = \"{base_url}\"\nmapping.unmapped = \"warn\"\n{key}{more}\n").unwrap();
        self
    }

    fn table(&mut self, name: &str, provider: &str) {
        let provider = if name == provider { String::new() } else { format!("provider = \"{provider}\"\n") };
        write!(self.text, "[{name}]\n{provider}").unwrap();
    }

    fn more(mut self, text: &str) -> Self {
        self.text += text;
        self
    }
}

/// The address of no server.
const NOWHERE: &str = "http://127.0.0.1:9";

/// The adid of a device.
fn adid(number: u32) -> String {
    format!("18546f6171f67e29d1cb9833{number:08}")
}

/// A purchase that Adjust and Metrix take.
fn purchase(number: u32, more: &str) -> String {
    let adid = adid(number);
    format!(
        r#"{{"event":"purchase","time":"2026-11-20T10:00:00Z","value":"19.90","currency":"EUR","ids":{{"adjust_adid":"{adid}","metrix_user_id":"canary-{number}"}}{more}}}"#
    ) + "\n"
}

fn program(events: impl AsRef<[u8]>) -> (Program, Running) {
    let program = Program::new().file("events.jsonl", events).file("sandbox.toml", format!("now = \"{NOW}\""));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    (program, sandbox)
}

/// Number of events that a sandbox has accepted, by provider.
fn accepted(sandbox: &Running) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for entry in sandbox.account()["accepted"].as_array().unwrap() {
        *counts.entry(entry["provider"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    counts
}

fn counts<const N: usize>(counts: [(&str, usize); N]) -> BTreeMap<String, usize> {
    counts.into_iter().map(|(provider, count)| (provider.to_owned(), count)).collect()
}

/// Line, provider, destination and outcome of each entry of a report.
fn outcomes(program: &Program) -> Vec<Value> {
    program.lines("report").iter().map(|line| json!([line["line"], line["provider"], line["destination"], line["outcome"]])).collect()
}

/// Line, state and destination of each entry of the outbox.
fn entries(program: &Program) -> Vec<Value> {
    let list = program.run(&["outbox", "list", "--json", "outbox"]);
    list.lines().iter().map(|entry| json!([entry["line"], entry["state"], entry["destination"]])).collect()
}

#[test]
fn each_destination_has_an_entry_and_the_report_is_the_one_without_an_outbox() {
    let (program, sandbox) =
        program([purchase(1, ""), purchase(2, r#","coupon":"AUTUMN""#), "{\"event\":\"purchase\",\"value\":1}\n".to_owned()].concat());
    let config = Config::default()
        .adjust("destination.main", &sandbox.base_url("adjust"), "")
        .metrix("destination.metrix", &sandbox.base_url("metrix"), "")
        .adjust("destination.other", &sandbox.base_url("adjust"), "events.refund = \"skip\"")
        .text
        .replace("events.purchase = \"f0ob4r\"\nevents.refund", "events.purchase");
    let program = program.file("s2s.toml", config);
    let more = ["--report", "report", "--failed", "failed"];
    let ended = program.run(&[SEND, &more].concat());
    assert_eq!((ended.code, ended.err.as_str()), (1, ""), "{}", ended.out);
    let expected = [
        json!([1, "adjust", "main", "delivered"]),
        json!([1, "metrix", "destination.metrix", "delivered"]),
        json!([1, "adjust", "other", "skipped"]),
        json!([2, "adjust", "main", "invalid"]),
        json!([2, "metrix", "destination.metrix", "delivered"]),
        json!([2, "adjust", "other", "skipped"]),
        json!([3, null, null, "invalid"]),
    ];
    assert_eq!(outcomes(&program), expected);
    let report = program.lines("report");
    assert_eq!(
        (&report[2]["reason"], &report[3]["issues"][0]["path"]),
        (&"the destination's `events` say `skip`".into(), &"/coupon".into())
    );
    assert!(ended.out.contains("line 2  main  /coupon: has no place at this destination"), "{}", ended.out);
    assert!(ended.out.contains("total             3        2        2       7"), "{}", ended.out);
    let failed: Vec<_> = program.lines("failed").into_iter().map(|line| line["event"]["destinations"].clone()).collect();
    assert_eq!(failed, [json!(["main"]), Value::Null]);
    assert_eq!(accepted(&sandbox), counts([("adjust", 1), ("metrix", 2)]));

    // Nothing is sent twice.
    assert_eq!(program.run(&[SEND, &more].concat()).code, 1);
    assert_eq!(program.lines("report"), report);
    assert_eq!(accepted(&sandbox), counts([("adjust", 1), ("metrix", 2)]));
    let list = program.run(&["outbox", "list", "outbox"]).out;
    assert!(list.contains("events.jsonl:1\tskipped\tdestination.other\t0\t-\tthe destination's `events` say `skip`\n"), "{list}");
    assert!(list.contains("events.jsonl:2\tinvalid\tdestination.main\t0\t-\tunmapped_field\n"), "{list}");
    assert!(!list.contains("canary"), "{list}");
    let export = program.run(&["outbox", "export", "outbox"]);
    assert_eq!(export.lines()[1]["destination"], "destination.metrix");
    assert_eq!(program.run(&["outbox", "export", "--failed", "outbox"]).lines().len(), 2);
    assert_eq!(program.run(&["outbox", "purge", "outbox"]).out, "5 events are removed\n");

    let without = program.run(&["send", "--now", NOW, "events.jsonl", "--report", "report"]);
    assert_eq!((without.code, outcomes(&program)), (1, expected.to_vec()), "{}", without.out);
}

#[test]
fn a_destination_that_is_not_configured_waits_and_holds_no_other_up() {
    let (program, sandbox) = program(purchase(1, r#","destinations":["late","adjust","later"]"#));
    let config = || Config::default().adjust("adjust", &sandbox.base_url("adjust"), "");
    let program = program.file("s2s.toml", config().text);
    let send = [SEND, &["--report", "report"]].concat();
    assert_eq!(program.run(&send).code, 1);
    let line = |provider: Option<&str>, label: &str, outcome: &str| json!([1, provider, label, outcome]);
    let adjust = line(Some("adjust"), "adjust", "delivered");
    assert_eq!(outcomes(&program), [adjust.clone(), line(None, "late", "unconfigured"), line(None, "later", "unconfigured")]);
    let status = program.run(&["outbox", "status", "outbox"]).out;
    assert!(status.contains("destination.late   unconfigured       1\n"), "{status}");

    let program = program.file("s2s.toml", config().metrix("destination.late", &sandbox.base_url("metrix"), "").text);
    assert_eq!(program.run(&send).code, 1);
    assert_eq!(outcomes(&program), [adjust, line(Some("metrix"), "late", "delivered"), line(None, "later", "unconfigured")]);
    assert_eq!(accepted(&sandbox), counts([("adjust", 1), ("metrix", 1)]));

    // Without an outbox there is no next run.
    let ended = program.run(&["send", "--now", NOW, "events.jsonl", "--report", "report"]);
    assert_eq!((ended.code, outcomes(&program)), (1, vec![json!([1, null, null, "invalid"])]));
    assert_eq!(accepted(&sandbox), counts([("adjust", 1), ("metrix", 1)]));
}

#[test]
fn retry_is_for_the_destination_alone_that_refused_it() {
    let (program, sandbox) = program(purchase(1, r#","coupon":"AUTUMN""#));
    let config =
        |more| Config::default().adjust("adjust", &sandbox.base_url("adjust"), more).metrix("metrix", &sandbox.base_url("metrix"), "").text;
    let program = program.file("s2s.toml", config(""));
    assert_eq!(program.run(SEND).code, 1);
    let program = program.file("s2s.toml", config("mapping.ignore = [\"/coupon\"]"));
    assert_eq!(program.run(SEND).code, 1);
    assert_eq!(program.run(&["outbox", "retry", "outbox"]).out, "1 event is submitted again by the next `s2s send` with this outbox\n");
    assert_eq!(program.run(SEND).code, 0);
    assert_eq!(entries(&program), [json!([1, "delivered", "adjust"]), json!([1, "delivered", "metrix"])]);
    assert_eq!(accepted(&sandbox), counts([("adjust", 1), ("metrix", 1)]));
}

#[test]
fn what_was_added_is_split_when_it_is_sent() {
    let events: String = (1..=3).map(|number| purchase(number, "")).collect();
    let (program, sandbox) = program(events);
    assert_eq!(program.run(&["outbox", "add", "outbox", "events.jsonl"]).out, "3 events are taken in\n");
    assert_eq!(entries(&program), [1, 2, 3].map(|line| json!([line, "added", null])));
    let config = Config::default().adjust("adjust", &sandbox.base_url("adjust"), "").metrix("metrix", &sandbox.base_url("metrix"), "");
    let program = program.file("s2s.toml", config.text);
    assert_eq!(program.run(SEND).code, 0);
    let expected: Vec<_> = (1..=3).flat_map(|line| ["adjust", "metrix"].map(|own| json!([line, "delivered", own]))).collect();
    assert_eq!(entries(&program), expected);
    assert_eq!(accepted(&sandbox), counts([("adjust", 3), ("metrix", 3)]));
}

#[test]
fn a_kill_between_two_destinations_of_a_line_loses_none_and_doubles_none() {
    // Metrix gets a profile in addition, which has an id of its own.
    let events: String = (1..=3).map(|number| purchase(number, r#","user":{"city":"Tehran"}"#)).collect();
    let (program, sandbox) = program(events);
    let config = |adjust: &str, metrix: &str| {
        Config::default()
            .adjust("adjust", adjust, "mapping.unmapped = \"warn\"")
            .metrix("metrix", metrix, "")
            .metrix("destination.second", metrix, "")
            .text
    };
    let program = program.file("s2s.toml", config(NOWHERE, NOWHERE) + "[delivery]\nmax_pending = 2\n");
    let mut child = program.command(SEND).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let stopped = [json!([1, "waiting", "adjust"]), json!([1, "waiting", "metrix"]), json!([1, "added", "destination.second"])];
    // The outbox is not there at once.
    eventually(|| program.path("outbox").exists() && program.run(&["outbox", "list", "outbox"]).out.contains("destination.second"));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(entries(&program), stopped);
    let failed = program.run(&["outbox", "export", "--failed", "outbox"]).lines();
    let ids: Vec<_> = failed.iter().map(|line| line["event"]["id"].clone()).collect();
    assert_eq!((&ids[0], ids[1].as_str().map(str::len), &ids[1]), (&Value::Null, Some(36), &ids[2]));

    let program = program.file("s2s.toml", config(&sandbox.base_url("adjust"), &sandbox.base_url("metrix")));
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let account = sandbox.account();
    let of = |provider: &str, kind: &str| {
        let entries = account["accepted"].as_array().unwrap().iter();
        entries.filter(|entry| entry["provider"] == provider && entry["message"]["type"] == kind).cloned().collect::<Vec<_>>()
    };
    assert_eq!(accepted(&sandbox)["adjust"], 3);
    // Both destinations are the same app, which has each id once.
    let revenues = of("metrix", "revenue");
    let rules = account["duplicates"].as_array().unwrap().iter().map(|entry| (&entry["message"]["type"], &entry["rule"]));
    let repeated = rules.filter(|own| *own == (&"revenue".into(), &"duplicate_id".into())).count();
    assert_eq!((revenues.len(), repeated), (3, 3), "{account}");
    assert!(revenues.iter().any(|entry| entry["message"]["id"] == ids[1]), "the id of the first try");
    let expected: Vec<_> =
        (1..=3).flat_map(|line| ["adjust", "metrix", "destination.second"].map(|own| json!([line, "delivered", own]))).collect();
    assert_eq!(entries(&program), expected);
}

#[test]
fn a_kill_while_added_lines_are_split_leaves_their_order() {
    // Of one user, so that the messages to Metrix are a lane.
    let events: String = (0..4).map(|second| purchase(1, "").replace("10:00:00Z", &format!("10:00:0{second}Z"))).collect();
    let (program, sandbox) = program(events);
    let config = |adjust: &str, metrix: &str| Config::default().adjust("adjust", adjust, "").metrix("metrix", metrix, "").text;
    let program = program.file("s2s.toml", config(NOWHERE, NOWHERE) + "[delivery]\nmax_pending = 1\n");
    assert_eq!(program.run(&["outbox", "add", "outbox", "events.jsonl"]).code, 0);
    let mut child = program.command(SEND).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    eventually(|| program.run(&["outbox", "list", "outbox"]).out.contains("metrix"));
    child.kill().unwrap();
    child.wait().unwrap();
    let added = [2, 3, 4].map(|line| json!([line, "added", null]));
    assert_eq!(entries(&program), [&[json!([1, "waiting", "adjust"]), json!([1, "added", "metrix"])][..], &added].concat());

    let program = program.file("s2s.toml", config(&sandbox.base_url("adjust"), &sandbox.base_url("metrix")));
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let account = sandbox.account();
    let entries = account["accepted"].as_array().unwrap().iter().filter(|entry| entry["provider"] == "metrix");
    let times: Vec<_> = entries.map(|entry| entry["message"]["time"].as_str().unwrap().to_owned()).collect();
    assert!(times.len() == 4 && times.is_sorted(), "{times:?}");
}

#[test]
fn new_credentials_are_for_these_events_too() {
    let events: String = (1..=5).map(|number| purchase(number, r#","user":{"city":"Tehran"}"#)).collect();
    let (program, sandbox) = program(events);
    let config = |key: &str| {
        let key = format!("api_key = \"{key}\"");
        Config::default()
            .adjust("adjust", &sandbox.base_url("adjust"), "mapping.unmapped = \"warn\"")
            .metrix("metrix", &sandbox.base_url("metrix"), &key)
            .more("[delivery]\nprobe_ms = 100\n")
    };
    let program = program.file("s2s.toml", config("canary-key").text);
    let child = program.command(SEND).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A destination that is paused holds no other one up.
    eventually(|| accepted(&sandbox) == counts([("adjust", 5)]) && !sandbox.account()["rejected"].as_array().unwrap().is_empty());
    program::signal(&child, "INT");
    let said = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    assert!(said.contains("s2s: metrix refuses the credentials, or all events") && !said.contains("canary"), "{said}");
    let program = program.file("s2s.toml", config("metrix-demo-api-key").text);
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    // It drops the profile, which has the same time, and has each purchase.
    assert_eq!(accepted(&sandbox), counts([("adjust", 5), ("metrix", 5)]));
}

#[test]
fn without_an_outbox_a_paused_destination_holds_nobody_up_and_what_failed_goes_to_it_alone() {
    const EVENTS: usize = 30;
    let events: String = (1..=30).map(|number| purchase(number, "")).collect();
    for concurrency in ["1", "8"] {
        let (program, sandbox) = program(&events);
        let config = |key: &str| {
            let key = format!("api_key = \"{key}\"");
            let config =
                Config::default().metrix("metrix", &sandbox.base_url("metrix"), &key).adjust("adjust", &sandbox.base_url("adjust"), "");
            config.more("[delivery]\nprobe_ms = 10\n").text
        };
        let program = program.file("s2s.toml", config("canary-key"));
        let send = ["send", "--now", NOW, "events.jsonl", "--report", "report", "--failed", "failed", "--concurrency", concurrency];
        assert_eq!(program.run(&send).code, 1);
        let report = program.lines("report");
        assert_eq!(report.len(), 2 * EVENTS);
        for line in &report {
            let expected: &[&str] = if line["destination"] == "adjust" { &["delivered"] } else { &["unauthorized", "not_sent"] };
            assert!(expected.contains(&line["outcome"].as_str().unwrap()), "{line}");
        }
        let again: String = program.lines("failed").iter().map(|line| format!("{}\n", line["event"])).collect();
        assert_eq!(again.lines().count(), EVENTS);
        let program = program.file("events.jsonl", again).file("s2s.toml", config("metrix-demo-api-key"));
        let ended = program.run(&send);
        assert_eq!((ended.code, program.read("failed").as_str()), (0, ""), "{}{}", ended.out, ended.err);
        assert!(program.lines("report").iter().all(|line| line["destination"] == "metrix" && line["outcome"] == "delivered"));
        assert_eq!(accepted(&sandbox), counts([("adjust", EVENTS), ("metrix", EVENTS)]));
    }
}
