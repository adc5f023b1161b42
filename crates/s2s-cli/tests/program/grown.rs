//! Files that grow, are rotated, renamed or changed; several of them; and what is added without sending.
#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::{Child, Stdio};

use crate::program::{self, NOW, Program, eventually};
use crate::sandbox::Running;

const SEND: &[&str] = &["send", "--now", NOW, "--outbox", "outbox"];

fn line(number: u32) -> String {
    format!(r#"{{"provider":"adjust","kind":"event","event_token":"f0ob4r","external_device_id":"device-{number}"}}"#) + "\n"
}

fn lines(numbers: std::ops::Range<u32>) -> String {
    numbers.map(line).collect()
}

fn start() -> (Program, Running) {
    let program = Program::new().file("sandbox.toml", format!("now = \"{NOW}\""));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    let config = format!("[adjust]\napp_token = \"4w565xzmb54d\"\nbase_url = \"{}\"\n", sandbox.base_url("adjust"));
    (program.file("s2s.toml", config), sandbox)
}

/// The numbers of the devices whose events the sandbox has, sorted.
fn devices(sandbox: &Running) -> Vec<u32> {
    let account = sandbox.account();
    let number = |entry: &serde_json::Value| {
        entry["parameters"]["external_device_id"].as_str().unwrap().strip_prefix("device-").unwrap().parse().unwrap()
    };
    let mut devices: Vec<u32> = account["accepted"].as_array().unwrap().iter().map(number).collect();
    devices.sort_unstable();
    devices
}

fn append(program: &Program, name: &str, text: &str) {
    OpenOptions::new().append(true).open(program.path(name)).unwrap().write_all(text.as_bytes()).unwrap();
}

fn send(program: &Program, more: &[&str]) -> String {
    let ended = program.run(&[SEND, more].concat());
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    ended.err
}

fn refused(program: &Program, more: &[&str]) -> String {
    let ended = program.run(&[SEND, more].concat());
    assert_eq!(ended.code, 2, "{}{}", ended.out, ended.err);
    ended.err
}

fn spawn(program: &Program, more: &[&str]) -> Child {
    program.command(&[SEND, more].concat()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

#[test]
fn a_file_that_grows_goes_on_after_what_was_taken_in() {
    let (program, sandbox) = start();
    let program = program.file("log", lines(0..2));
    send(&program, &["log"]);
    for number in 2..5 {
        append(&program, "log", &line(number));
        append(&program, "log", "\n");
        send(&program, &["log", "--report", "report"]);
        assert_eq!(devices(&sandbox), (0..=number).collect::<Vec<_>>());
        assert_eq!(program.lines("report").len(), number as usize + 1);
    }
    assert_eq!(program.lines("report")[4]["line"], 7, "blank lines count");
    // What is the same on another line is another event.
    append(&program, "log", &line(4));
    send(&program, &["log"]);
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 4, 4]);
}

#[test]
fn a_last_line_that_is_half_written_is_left() {
    let (program, sandbox) = start();
    let whole = line(1);
    let (half, rest) = whole.split_at(40);
    let program = program.file("log", line(0) + half);
    let err = send(&program, &["log"]);
    assert!(err.ends_with("log: its last line has no line break and is not complete; it is left for the next time\n"), "{err}");
    assert_eq!(devices(&sandbox), [0]);
    // Whole but for its line break.
    append(&program, "log", rest.trim_end());
    assert_eq!(send(&program, &["log"]), "");
    assert_eq!(devices(&sandbox), [0, 1]);
    assert_eq!(send(&program, &["log"]), "");
    append(&program, "log", "\r\n");
    append(&program, "log", &line(2));
    send(&program, &["log", "--report", "report"]);
    assert_eq!(devices(&sandbox), [0, 1, 2]);
    assert_eq!(program.lines("report")[2]["line"], 3);

    append(&program, "log", line(3).trim_end());
    send(&program, &["log"]);
    append(&program, "log", " and more\n");
    let ended = program.run(&[SEND, &["log"]].concat());
    assert_eq!((ended.code, ended.err.as_str()), (1, "s2s: log: a line was continued that was taken in already\n"));
}

#[test]
fn a_file_that_has_changed_is_refused_unless_it_was_rotated() {
    let (program, sandbox) = start();
    let program = program.file("log", lines(0..3));
    send(&program, &["log"]);
    for changed in [lines(1..4), lines(0..2), String::new()] {
        let err = refused(program.file_again("log", &changed), &["log"]);
        let bytes = lines(0..3).len();
        assert_eq!(
            err,
            format!(
                "s2s: log: has changed in its first {bytes} bytes, which were taken in; if it was rotated, name the old file and then \
                 this one, and add `--rotated`\n"
            )
        );
    }
    assert_eq!(devices(&sandbox), [0, 1, 2]);
    // A last line came before it was rotated.
    fs::write(program.path("log.1"), lines(0..4)).unwrap();
    fs::write(program.path("log"), lines(7..9)).unwrap();
    let err = send(&program, &["--rotated", "log.1", "log"]);
    assert!(err.contains("log.1: begins with what was taken in from "), "{err}");
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 7, 8]);
    append(&program, "log", &line(9));
    assert_eq!(send(&program, &["--rotated", "log.1", "log"]), "");
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 7, 8, 9]);
}

#[test]
fn a_file_is_known_under_another_name() {
    let (program, sandbox) = start();
    let program = program.file("log", lines(0..3));
    send(&program, &["log"]);
    fs::copy(program.path("log"), program.path("copy")).unwrap();
    let err = send(&program, &["copy"]);
    assert!(err.starts_with("s2s: copy: begins with what was taken in from "), "{err}");
    fs::rename(program.path("log"), program.path("renamed")).unwrap();
    append(&program, "renamed", &line(3));
    send(&program, &["renamed"]);
    append(&program, "copy", &line(4));
    send(&program, &["copy"]);
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 4]);
}

#[test]
fn several_files_are_sent_and_told_apart() {
    let (program, sandbox) = start();
    let program = program.file("a", lines(0..2)).file("b", lines(2..4));
    send(&program, &["a", "b", "--report", "report"]);
    let report = program.lines("report");
    let places: Vec<_> = report.iter().map(|line| (line["file"].as_str().unwrap().rsplit('/').next().unwrap(), &line["line"])).collect();
    assert_eq!(places, [("a", &1.into()), ("a", &2.into()), ("b", &1.into()), ("b", &2.into())]);
    assert_eq!(devices(&sandbox), [0, 1, 2, 3]);
    assert_eq!(refused(&program, &["a", "a"]), "s2s: a: is named twice\n");

    let program = program.file("c", lines(4..6)).file("d", lines(6..7));
    let ended = program.run(&["send", "--now", NOW, "c", "d", "--report", "-"]);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    let places: Vec<_> = ended.lines().iter().map(|line| (line["file"].clone(), line["line"].clone())).collect();
    assert_eq!(places, [("c".into(), 1.into()), ("c".into(), 2.into()), ("d".into(), 1.into())]);
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn what_is_added_is_sent_by_the_next_run() {
    let (program, sandbox) = start();
    let program = program.file("log", lines(0..2));
    let add = |files: &[&str], input: String| {
        let ended = program.run_with(&[&["outbox", "add", "outbox"], files].concat(), input.as_bytes());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        ended.out
    };
    assert_eq!(add(&["log", "-"], lines(2..5)), "5 events are taken in\n");
    assert_eq!(add(&["log"], String::new()), "0 events are taken in\n");
    assert_eq!(add(&["-"], lines(5..6)), "1 event is taken in\n");
    let list = program.run(&["outbox", "list", "outbox"]).out;
    assert!(list.contains("-:3\tadded\t-\t0\t-\t"), "{list}");
    assert!(devices(&sandbox).is_empty());
    let ended = program.run(SEND);
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert!(ended.out.contains("adjust            6       6"), "without files, all events are reported: {}", ended.out);
    send(&program, &["log"]);
    assert_eq!(devices(&sandbox), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn a_run_that_follows_sends_what_comes() {
    for signal in ["INT", "TERM"] {
        let (program, sandbox) = start();
        let program = program.file("a", lines(0..1)).file("b", String::new());
        let child = spawn(&program, &["--follow", "a", "b", "--report", "report"]);
        eventually(|| devices(&sandbox) == [0]);
        append(&program, "b", &line(1));
        eventually(|| devices(&sandbox) == [0, 1]);
        let (half, rest) = (&line(2)[..30], &line(2)[30..]);
        append(&program, "a", half);
        std::thread::sleep(std::time::Duration::from_millis(500));
        append(&program, "a", rest);
        eventually(|| devices(&sandbox) == [0, 1, 2]);
        // Others add to it at the same time.
        let mut tail = program.command(&["outbox", "add", "outbox", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut input = tail.stdin.take().unwrap();
        for number in 3..6 {
            input.write_all(line(number).as_bytes()).unwrap();
            eventually(|| devices(&sandbox).len() == number as usize + 1);
        }
        drop(input);
        assert!(tail.wait().unwrap().success());
        eventually(|| !program.run(&["outbox", "list", "--state", "waiting", "outbox"]).out.contains("waiting"));
        program::signal(&child, signal);
        let output = child.wait_with_output().unwrap();
        let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert_eq!(output.status.code(), Some(0), "{out}{err}");
        assert!(out.contains("adjust            3       3"), "of the files: {out}");
        assert_eq!(program.lines("report").len(), 3);
        // And the next run goes on.
        append(&program, "b", &line(6));
        send(&program, &["a", "b"]);
        assert_eq!(devices(&sandbox), [0, 1, 2, 3, 4, 5, 6]);
    }
}

#[test]
fn a_run_that_follows_ends_when_its_file_is_cut_or_replaced() {
    for (how, expected) in [("cut", "log: was cut while it was followed"), ("replaced", "log: is another file now")] {
        let (program, sandbox) = start();
        let program = program.file("log", lines(0..2));
        let child = spawn(&program, &["--follow", "log"]);
        eventually(|| devices(&sandbox) == [0, 1]);
        if how == "replaced" {
            fs::rename(program.path("log"), program.path("log.1")).unwrap();
            fs::write(program.path("log"), lines(2..3)).unwrap();
        } else {
            OpenOptions::new().write(true).open(program.path("log")).unwrap().set_len(0).unwrap();
        }
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{err}");
        assert!(err.contains(expected) && err.contains("--rotated"), "{err}");
    }
}

#[test]
fn a_run_that_is_killed_while_a_file_grows_goes_on_at_the_right_line() {
    let (program, sandbox) = start();
    let program = program.file("log", "");
    let mut next = 0;
    for _ in 0..4 {
        let mut child = spawn(&program, &["--follow", "log"]);
        for _ in 0..10 {
            append(&program, "log", &lines(next..next + 20));
            next += 20;
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        eventually(|| !devices(&sandbox).is_empty());
        child.kill().unwrap();
        child.wait().unwrap();
    }
    send(&program, &["log", "--report", "report"]);
    let mut devices = devices(&sandbox);
    let all = devices.len();
    devices.dedup();
    assert_eq!(devices, (0..next).collect::<Vec<_>>());
    assert!(all - devices.len() <= 4 * 8, "only what was under way is sent again: {all}");
    assert_eq!(program.lines("report").len(), next as usize);
}

#[test]
fn what_was_delivered_is_removed_after_some_days_and_its_place_is_used_again() {
    let (program, sandbox) = start();
    let program = program.file("log", lines(0..300));
    let later = |day: u32, more: &[&str]| {
        let now = format!("2026-11-{day:02}T12:00:00Z");
        let ended = program.run(&[&["send", "--now", &now, "--outbox", "outbox", "--purge-after", "2", "log"], more].concat());
        assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    };
    later(20, &[]);
    later(21, &["--report", "report"]);
    assert_eq!(program.lines("report").len(), 300);
    later(23, &["--report", "report"]);
    assert_eq!(program.lines("report").len(), 0);
    let size = fs::metadata(program.path("outbox")).unwrap().len();
    append(&program, "log", &lines(300..500));
    later(20, &[]);
    assert!(fs::metadata(program.path("outbox")).unwrap().len() <= size, "{size}");
    assert_eq!(devices(&sandbox).len(), 500);
}
