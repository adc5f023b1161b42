//! Files that are not JSON Lines in UTF-8: what a byte order mark, an archive, CSV or an array is called, and what to do with it.

use serde_json::json;

use crate::program::{ADJUST, NOW, Program, event};

const MARK: &str = "\u{feff}";

/// The commands that read lines of events or responses from FILE.
fn readers(file: &str) -> Vec<Vec<&str>> {
    vec![
        [&["build", file, "--now", NOW], ADJUST].concat(),
        vec!["interpret", file, "--provider", "adjust"],
        vec!["send", file, "--sandbox", "--failed", "failed.jsonl"],
        [&["send", file, "--outbox", "outbox.db"], ADJUST].concat(),
    ]
}

fn utf_16(text: &str, is_big_endian: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if is_big_endian { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

#[test]
fn a_byte_order_mark_at_the_beginning_of_a_file_is_skipped() {
    let program = Program::new()
        .file("events.jsonl", format!("{MARK}{}\r\n{}\r\n", event(""), event("")))
        .file("empty.jsonl", MARK)
        .file("blank.jsonl", format!("{MARK}\r\n{}", event("")));
    let built = program.run(&[&["build", "events.jsonl", "--now", NOW], ADJUST].concat());
    assert_eq!((built.code, built.lines().len()), (0, 2), "{}", built.out);
    let empty = program.run(&[&["build", "empty.jsonl", "--now", NOW], ADJUST].concat());
    assert_eq!((empty.code, empty.out.as_str()), (0, ""));
    let blank = program.run(&[&["build", "blank.jsonl", "--now", NOW], ADJUST].concat());
    assert_eq!((blank.code, blank.lines()[0]["line"].clone()), (0, json!(2)), "{}", blank.out);
    let sent = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl"]);
    assert_eq!(sent.code, 0, "{}", sent.out);
    let responses = format!("{MARK}{}", r#"{"status":200,"body":"OK"}"#);
    let told = Program::new().run_with(&["interpret", "--provider", "adjust"], responses.as_bytes());
    assert_eq!((told.code, told.lines()[0]["outcome"].clone()), (0, json!("delivered")), "{}", told.out);
}

#[test]
fn a_byte_order_mark_elsewhere_is_not_json_and_named() {
    let input = format!("{}\n{MARK}{}", event(""), event(""));
    let ended = Program::new().run_with(&[&["build", "--now", NOW], ADJUST].concat(), input.as_bytes());
    let message = "begins with a byte order mark (U+FEFF), which is not JSON";
    assert_eq!(ended.lines()[1], json!({"line": 2, "issues": [{"path": "", "code": "invalid_json", "message": message}]}));
    assert_eq!(ended.code, 1);
}

#[test]
fn a_file_of_another_kind_is_named_once_with_what_to_do() {
    let csv = "provider,kind,event_token,gps_adid\nadjust,event,f0ob4r,660e1d86-6796-463a-be86-897993136018\n";
    let pretty_array = format!("[\n  {},\n  {}\n]\n", event(""), event(""));
    let array = format!("[{},{}]\n", event(""), event(""));
    let long_array = format!("[{}]", vec![event(""); 50_000].join(","));
    let object = "{\n  \"provider\": \"adjust\",\n  \"kind\": \"event\"\n}\n";
    let lines = format!("{}\n", event(""));
    for (bytes, what, command, advice) in [
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\xae\x05\x00".to_vec(), "gzip", "gunzip -c FILE", "add `--format jsonl.gz`"),
        (b"\x28\xb5\x2f\xfd\x04\x00\x00".to_vec(), "Zstandard", "zstd -dc FILE", "add `--format jsonl.zst`"),
        (b"PK\x03\x04\x14\x00".to_vec(), "ZIP", "one JSON object per line", "one JSON object per line"),
        ([&b"\xff\xfe"[..], &utf_16(&lines, false)].concat(), "UTF-16", "iconv -f UTF-16 -t UTF-8 FILE", "iconv -f UTF-16 -t UTF-8 FILE"),
        ([&b"\xfe\xff"[..], &utf_16(&lines, true)].concat(), "UTF-16", "iconv -f UTF-16 -t UTF-8 FILE", "iconv -f UTF-16 -t UTF-8 FILE"),
        (utf_16(&lines, false), "UTF-16", "iconv -f UTF-16LE -t UTF-8 FILE", "iconv -f UTF-16LE -t UTF-8 FILE"),
        (utf_16(&lines, true), "UTF-16", "iconv -f UTF-16BE -t UTF-8 FILE", "iconv -f UTF-16BE -t UTF-8 FILE"),
        (csv.as_bytes().to_vec(), "CSV", "mlr --icsv --ojsonl cat FILE", "add `--format csv`"),
        (
            format!("{MARK}{}", csv.replace(',', ";")).into(),
            "CSV",
            "mlr --icsv --ifs ';' --ojsonl cat FILE",
            "add `--format csv --delimiter ';'`",
        ),
        (csv.replace(',', "\t").into(), "CSV", "mlr --itsv --ojsonl cat FILE", "add `--format tsv`"),
        ("\"provider\",\"kind\"\r\n\"adjust\",\"event\"\r\n".into(), "CSV", "mlr --icsv", "add `--format csv`"),
        (pretty_array.into(), "a JSON array", "jq -c '.[]' FILE", "jq -c '.[]' FILE"),
        (array.into(), "a JSON array", "jq -c '.[]' FILE", "jq -c '.[]' FILE"),
        (long_array.into(), "a JSON array", "jq -c '.[]' FILE", "jq -c '.[]' FILE"),
        (object.into(), "several lines", "jq -c . FILE", "jq -c . FILE"),
    ] {
        let program = Program::new().file("events.jsonl", &bytes).file("failed.jsonl", "kept");
        for arguments in readers("events.jsonl") {
            let ended = program.run(&arguments);
            assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{what} {arguments:?} {}", ended.err);
            assert!(ended.err.starts_with("s2s: events.jsonl: is "), "{}", ended.err);
            assert_eq!(ended.err.matches('\n').count(), 1, "{}", ended.err);
            for expected in [what, if arguments[0] == "interpret" { command } else { advice }] {
                assert!(ended.err.contains(expected), "{expected}: {}", ended.err);
            }
            assert!(!ended.err.contains("660e1d86"), "{}", ended.err);
        }
        // Nothing was done yet.
        assert_eq!(program.read("failed.jsonl"), "kept", "{what}");
        assert!(!program.path("outbox.db").exists(), "{what}");
        for arguments in readers("-").iter().filter(|arguments| !arguments.contains(&"--outbox")) {
            let ended = program.run_with(arguments, &bytes);
            assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{what} {arguments:?} {}", ended.err);
            assert!(ended.err.starts_with("s2s: the input is ") && ended.err.contains(what), "{}", ended.err);
        }
    }
}

#[test]
fn the_advice_names_the_command_that_was_used() {
    let program = Program::new().file("events.jsonl.bz2", b"BZh91AY");
    for (arguments, expected) in readers("events.jsonl.bz2").iter().zip([
        "`bunzip2 -c FILE | s2s build -`",
        "`bunzip2 -c FILE | s2s interpret -`",
        "`bunzip2 -c FILE | s2s send -`",
        "`bunzip2 -c FILE > events.jsonl`",
    ]) {
        let ended = program.run(arguments);
        assert!(ended.err.contains(expected), "{expected}: {}", ended.err);
    }
}

#[test]
fn one_line_of_another_kind_is_an_issue_of_that_line() {
    let input = format!("[{}]\n{}\nprovider,kind\n{}\n", event(""), event(""), event(""));
    let ended = Program::new().run_with(&[&["build", "--now", NOW], ADJUST].concat(), input.as_bytes());
    let lines = ended.lines();
    assert_eq!((lines.len(), ended.code), (4, 1), "{}", ended.err);
    assert_eq!(lines[0]["issues"], json!([{"path": "", "code": "wrong_type", "message": "must be an object, not an array"}]));
    assert_eq!(lines[2]["issues"], json!([{"path": "", "code": "invalid_json", "message": "is not JSON (column 1)"}]));
    assert!(lines[1]["request"].is_object() && lines[3]["request"].is_object());

    let input = format!("starting, please wait\n{}\n", event(""));
    let ended = Program::new().run_with(&[&["build", "--now", NOW], ADJUST].concat(), input.as_bytes());
    assert_eq!((ended.lines().len(), ended.code), (2, 1), "{}", ended.err);
}

#[test]
fn a_line_that_is_not_json_has_its_column_in_characters() {
    let input = r#"{"provider":"adjust","device_name":"é😀" oops}"#;
    let ended = Program::new().run_with(&[&["build", "--now", NOW], ADJUST].concat(), input.as_bytes());
    let column = input.find(" oops").map(|at| input[..at].chars().count() + 2).unwrap();
    assert_eq!(ended.lines()[0]["issues"][0]["message"], format!("is not JSON (column {column})"));
}

#[test]
fn a_configuration_may_begin_with_a_mark_and_is_named_where_it_is_another_kind() {
    let text = "[adjust]\napp_token = \"4w565xzmb54d\"\n";
    let build = |program: &Program| program.run_with(&["build", "--now", NOW], event("").as_bytes());
    let ended = build(&Program::new().file("s2s.toml", format!("{MARK}{text}")));
    assert_eq!(ended.code, 0, "{}", ended.err);
    for (bytes, expected) in [
        ([&b"\xff\xfe"[..], &utf_16(text, false)].concat(), "s2s: s2s.toml: is UTF-16; it must be UTF-8\n"),
        (utf_16(text, true), "s2s: s2s.toml: is UTF-16; it must be UTF-8\n"),
        (b"\x1f\x8b\x08".to_vec(), "s2s: s2s.toml: is compressed with gzip; it must be UTF-8\n"),
        (b"[adjust]\napp_token = \"caf\xe9\"\n".to_vec(), "s2s: s2s.toml: line 2 is not UTF-8\n"),
    ] {
        let ended = build(&Program::new().file("s2s.toml", &bytes));
        assert_eq!((ended.code, ended.err.as_str()), (2, expected));
        let ended = Program::new().file("sandbox.toml", &bytes).run(&["sandbox", "--config", "sandbox.toml"]);
        assert_eq!((ended.code, ended.err), (2, expected.replace("s2s.toml", "sandbox.toml")));
    }
}
