//! An outbox that is damaged: always exit code 2, and a message that says so.
#![cfg(unix)]

use std::fs;

use crate::program::{ADJUST, NOW, Program, event};

/// A program with an outbox of some events.
fn outbox() -> Program {
    let events: String = (0..400).map(|number| event(&format!(r#","callback_params":{{"n":"{number}"}}"#)) + "\n").collect();
    let program = Program::new().file("events.jsonl", events + "{}\n");
    assert_eq!(program.run(&["outbox", "add", "outbox", "events.jsonl"]).code, 0);
    program
}

fn assert_refused(program: &Program, what: &str) {
    let send = [&["send", "--now", NOW, "--outbox", "outbox", "events.jsonl"][..], ADJUST].concat();
    for arguments in [&["outbox", "status", "outbox"][..], &["outbox", "list", "outbox"], &["outbox", "export", "outbox"], &send] {
        let ended = program.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {}", ended.err);
        assert!(ended.err.contains(what), "{arguments:?}: {}", ended.err);
    }
}

#[test]
fn it_is_no_database() {
    let program = outbox().file("outbox", "a text that is as long as it need be to be read as the head of a database, as SQLite has it");
    assert_refused(&program, "s2s: outbox: is not an outbox: file is not a database\n");
}

#[test]
fn its_end_is_missing() {
    let program = outbox();
    let whole = fs::read(program.path("outbox")).unwrap();
    for length in [50, 4_096, 4_097, whole.len() / 2, whole.len() - 1] {
        let program = Program::new().file("events.jsonl", event("")).file("outbox", whole.get(..length).unwrap());
        let what = if length < 100 { "outbox: " } else { "s2s: outbox: is damaged: its end is missing\n" };
        assert_refused(&program, what);
    }
}

#[test]
fn its_version_is_another_one() {
    let program = outbox();
    rusqlite::Connection::open(program.path("outbox")).unwrap().pragma_update(None, "user_version", 1).unwrap();
    assert_refused(&program, "s2s: outbox: is an outbox of version 1; this s2s reads version 3\n");
}

#[test]
fn a_table_or_a_column_is_missing() {
    for sql in ["DROP TABLE events", "ALTER TABLE events DROP COLUMN warnings; DROP TABLE destinations; DROP TABLE log"] {
        let program = outbox();
        rusqlite::Connection::open(program.path("outbox")).unwrap().execute_batch(sql).unwrap();
        assert_refused(&program, "damaged: ");
    }
}

#[test]
fn a_page_is_overwritten() {
    let program = outbox();
    let mut bytes = fs::read(program.path("outbox")).unwrap();
    bytes.get_mut(4_096..).unwrap().fill(0xa5);
    assert_refused(&program.file("outbox", bytes), "damaged: ");
}

#[test]
fn a_row_holds_what_it_cannot() {
    for (column, value) in [("state", "'lost'"), ("line", "-1"), ("issues", "'{'"), ("details", "'['")] {
        let program = outbox();
        let connection = rusqlite::Connection::open(program.path("outbox")).unwrap();
        connection.execute_batch(&format!("UPDATE events SET {column} = {value} WHERE id = 3")).unwrap();
        drop(connection);
        for command in ["list", "export"] {
            let ended = program.run(&["outbox", command, "outbox"]);
            assert_eq!(ended.code, 2, "{column} {command}: {}", ended.err);
            assert!(ended.err.starts_with("s2s: the outbox is damaged: "), "{column}: {}", ended.err);
        }
    }
}
