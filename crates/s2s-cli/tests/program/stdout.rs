//! What is written to the standard output.
#![cfg(unix)]

use std::process::Command;

use crate::program::{self, NOW, Program, event};

#[test]
fn a_dash_is_the_standard_output() {
    let program = Program::new().file("events.jsonl", format!("{}\n{{}}\n", event("")));
    for (option, lines) in [("--report", 2), ("--failed", 1), ("--account", 1)] {
        let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", option, "-"]);
        assert_eq!(ended.code, 1, "{}{}", ended.out, ended.err);
        assert_eq!(ended.lines().len(), lines, "{}", ended.out);
        assert!(ended.err.starts_with("provider  "), "{}", ended.err);
        assert!(!program.path("-").exists());
    }
    let ended = program.run(&["send", "--sandbox", "events.jsonl", "--report", "-", "--failed", "-"]);
    assert_eq!(ended.code, 2);
    assert_eq!(ended.err, "s2s: only one of --report, --failed and --account can be `-`, the standard output\n");
}

#[test]
fn a_reader_that_goes_away_ends_every_command_quietly() {
    let events: String = (0..3_000).map(|number| event(&format!(r#","callback_params":{{"n":"{number}"}}"#)) + "\n").collect();
    let program = Program::new().file("events.jsonl", events);
    assert_eq!(program.run(&["outbox", "add", "outbox", "events.jsonl"]).out, "3000 events are taken in\n");
    let answers = "{\"status\":200}\n".repeat(10_000);
    let program = program.file("answers.jsonl", answers);
    for command in [
        "outbox list outbox",
        "outbox list --json outbox",
        "outbox export outbox",
        "outbox export --failed outbox",
        "outbox status outbox",
        "build --set adjust.app_token=4w565xzmb54d events.jsonl",
        "interpret --provider adjust answers.jsonl",
        "providers --json",
        "send --sandbox --now 2026-11-20T12:00:00Z events.jsonl --report -",
    ] {
        let script = format!("{{ \"$0\" {command} 2>err; echo $? >code; }} | head -n 1 >/dev/null");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_s2s")]).current_dir(program.path(""));
        program::ended(&mut shell, b"");
        let err = program.read("err");
        assert!(!err.contains("roken pipe") && !err.contains("panicked"), "{command}: {err}");
        assert!(matches!(program.read("code").trim(), "0" | "1"), "{command}");
    }
}
