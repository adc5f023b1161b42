//! The demo that comes with the project: every outcome is the right one, and the sandbox's own account agrees, event by event.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::account::Account;
use crate::program::{Ended, NOW, Program, examples};

/// What does not simply go well, by line: the outcome, and the reason or the codes of the issues. Lines 81 and 201 are older than one before
/// them in their lanes, and are well because they are sent first.
const OUTCOMES: &[(u64, &str, &str)] = &[
    (10, "duplicate", "unique event already tracked"),
    (13, "invalid", "unknown_field, missing"),
    (27, "invalid", "missing"),
    (31, "invalid", "time_without_offset"),
    (32, "invalid", "time_unit"),
    (35, "invalid", "conflict"),
    (37, "invalid", "invalid_device_id"),
    (39, "invalid", "duplicate_key"),
    (41, "invalid", "invalid_json"),
    (58, "invalid", "too_old"),
    (59, "invalid", "in_the_future"),
    (61, "invalid", "unknown_provider"),
    (62, "invalid", "unknown_kind"),
    (63, "invalid", "missing_one_of"),
    (64, "invalid", "zero_device_id"),
    (66, "invalid", "ipv6_not_supported"),
    (72, "unauthorized", "security token wrong or inactive"),
    (73, "unauthorized", "security token wrong or inactive"),
    (74, "invalid", "unknown_destination"),
    (75, "rejected", "event token blocklisted"),
    (76, "rejected", "event token blocklisted"),
    (77, "rejected", "invalid event token"),
    (78, "rejected", "device is opted out"),
    (79, "retry_later", "device not found; its install or session may arrive later"),
    (80, "retry_later", "device not found; its install or session may arrive later"),
    (82, "duplicate", "unique event already tracked"),
    (105, "invalid", "conflict"),
    (106, "invalid", "missing_one_of"),
    (107, "invalid", "invalid_choice"),
    (108, "invalid", "invalid_number"),
    (109, "invalid", "invalid_choice"),
    (110, "invalid", "not_representable"),
    (111, "invalid", "not_an_integer"),
    (112, "invalid", "missing"),
    (113, "invalid", "control_character"),
    (114, "invalid", "invalid_unicode"),
    (132, "invalid", "missing"),
    (133, "invalid", "missing"),
    (134, "invalid", "invalid_number"),
    (135, "invalid", "wrong_type"),
    (136, "invalid", "empty"),
    (137, "invalid", "null_value"),
    (138, "invalid", "wrong_type"),
    (139, "invalid", "conflict"),
    (140, "invalid", "conflict"),
    (141, "invalid", "out_of_range"),
    (142, "invalid", "invalid_currency"),
    (143, "invalid", "reserved_field"),
    (144, "invalid", "trailing_data"),
    (214, "invalid", "missing"),
    (215, "invalid", "conflict"),
    (216, "invalid", "conflict"),
    (217, "invalid", "invalid_phone"),
    (218, "invalid", "too_large"),
    (219, "invalid", "invalid_device_id"),
    (222, "invalid", "too_old"),
    (223, "invalid", "missing"),
    (227, "invalid", "missing"),
    (230, "invalid", "wrong_type"),
    (232, "invalid", "invalid_device_id"),
    (242, "invalid", "reserved_name"),
    (243, "invalid", "too_old"),
    (244, "invalid", "missing, missing_one_of, reserved_name, null_value"),
    (245, "invalid", "conflict, too_long"),
    (255, "invalid", "missing, invalid_number"),
    (256, "invalid", "too_old, missing_one_of, missing, invalid_choice"),
    (257, "invalid", "already_hashed, invalid_phone, reserved_field"),
    (265, "invalid", "unknown_event_name, missing"),
    (266, "invalid", "missing, conflict, invalid_phone, invalid_shape"),
    (267, "invalid", "unknown_event_name, conflict, invalid_app_id"),
    (268, "invalid", "already_hashed, missing"),
    (274, "invalid", "reserved_name"),
    (275, "invalid", "unknown_event_name, missing"),
    (276, "invalid", "wrong_type, unknown_field, missing, empty"),
    (277, "invalid", "missing_one_of, invalid_choice"),
    (283, "invalid", "conflict"),
    (284, "invalid", "missing"),
    (285, "invalid", "time_unit"),
    (286, "invalid", "too_long"),
];

fn run() -> (Program, Ended) {
    let program = Program::new();
    let file = examples();
    let arguments = [
        "send",
        "--sandbox",
        "--now",
        NOW,
        file.to_str().unwrap(),
        "--report",
        "report.jsonl",
        "--failed",
        "failed.jsonl",
        "--account",
        "account.json",
    ];
    let ended = program.run(&arguments);
    (program, ended)
}

/// The events' lines by their numbers.
fn events() -> BTreeMap<u64, String> {
    let text = std::fs::read_to_string(examples()).unwrap();
    (1..).zip(text.lines().map(str::to_owned)).filter(|(_, line)| !line.trim().is_empty()).collect()
}

#[test]
fn every_event_has_its_outcome() {
    let (program, ended) = run();
    assert_eq!((ended.code, ended.err.as_str()), (1, ""));
    let expected: BTreeMap<u64, (&str, &str)> = OUTCOMES.iter().map(|(line, outcome, reason)| (*line, (*outcome, *reason))).collect();
    let report = program.lines("report.jsonl");
    let lines: Vec<u64> = report.iter().map(|line| line["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, events().into_keys().collect::<Vec<_>>(), "every event, in order");
    for line in &report {
        let number = line["line"].as_u64().unwrap();
        let told = (line["outcome"].as_str().unwrap(), line["reason"].as_str().unwrap());
        match expected.get(&number) {
            Some(expected) => assert_eq!(told, *expected, "line {number}"),
            None => assert_eq!(told.0, "delivered", "line {number}: {}", told.1),
        }
    }
    assert_eq!(ended.out, include_str!("demo.txt"), "the screen that a newcomer sees first");
}

#[test]
fn the_sandbox_agrees_with_the_report_event_by_event() {
    let (program, _) = run();
    let events = events();
    let mut account = Account::read(&program.read("account.json"));
    for line in program.lines("report.jsonl") {
        let number = line["line"].as_u64().unwrap();
        let outcome = line["outcome"].as_str().unwrap();
        let event = || serde_json::from_str::<Value>(&events[&number]).unwrap();
        match outcome {
            "invalid" => {}
            "delivered" => account.take_accepted(number, &event()),
            _ => {
                let rule = match (outcome, line["reason"].as_str().unwrap()) {
                    ("duplicate", _) => "earlier_unique_event",
                    ("unauthorized", _) => "wrong_security_token",
                    ("retry_later", _) => "device_not_found",
                    (_, "event token blocklisted") => "event_token_blocklisted",
                    (_, "invalid event token") => "unknown_event_token",
                    (_, "device is opted out") => "device_opted_out",
                    other => panic!("line {number}: {other:?}"),
                };
                account.take_rejected(number, &event(), rule);
            }
        }
    }
    account.assert_empty();
}

#[test]
fn what_was_not_delivered_is_kept_whole() {
    let (program, _) = run();
    let events = events();
    let report = program.lines("report.jsonl");
    let undelivered = report.iter().filter(|line| line["outcome"] != "delivered" && line["outcome"] != "duplicate");
    let mut kept =
        program.lines("failed.jsonl").into_iter().zip(program.read("failed.jsonl").lines().map(str::to_owned).collect::<Vec<_>>());
    for line in undelivered {
        let (failed, text) = kept.next().unwrap();
        for key in ["line", "outcome", "reason", "issues"] {
            assert_eq!(failed.get(key), line.get(key), "{key} of {failed}");
        }
        let event = &events[&failed["line"].as_u64().unwrap()];
        match &failed["event"] {
            Value::String(text) => assert_eq!(text, event),
            // No event of the examples that is refused by a provider is without an id where it needs one.
            _ => assert!(text.ends_with(&format!("\"event\":{event}}}")), "{text}"),
        }
    }
    assert_eq!(kept.next(), None);
}

#[test]
fn the_demo_is_the_same_every_time() {
    let runs = [run(), run()];
    let [first, second] = runs.map(|(program, ended)| (program.read("report.jsonl"), program.read("failed.jsonl"), ended.out));
    assert_eq!(first, second);
}
