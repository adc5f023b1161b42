//! Tables in CSV, and compressed files.

use std::io::Write as _;

use serde_json::{Value, json};

use crate::program::{ADJUST, Ended, NOW, Program, event};

const ORDERS: &str = "order,device,price,note\n\
    A-1,660e1d86-6796-463a-be86-897993136018,19.990,\n\
    A-2,no device,1,\n\
    \n\
    A-3,760e1d86-6796-463a-be86-897993136018,\"2\",\"several\nlines\"\n\
    A-4,860e1d86-6796-463a-be86-897993136018\n\
    A-5,960e1d86-6796-463a-be86-897993136018,3,x\n";

const COLUMNS: &[&str] = &[
    "--constant",
    "provider=adjust",
    "--constant",
    "kind=event",
    "--constant",
    "event_token=f0ob4r",
    "--constant",
    "currency=EUR",
    "--map",
    "order=callback_params.order",
    "--map",
    "device=gps_adid",
    "--map",
    "price=revenue",
    "--map",
    "note=",
];

/// A table without a mapping, in two frames as `zstd --check` writes them.
const FRAMES: &str = "28b52ffd245ca5020062c5121790256e889bde804f2a22992dffbf406400c7fccc38a60b444df9316737ade6b58754e728bfe97965d3e54787865600f88c818015e1c54a308a00b226da131eeba391d922d035afa3b9220100f961960189e54c1828b52ffd2439c9010061646a7573742c6576656e742c66306f6234722c37363065316438362d363739362d343633612d626538362d3839373939333133363031380a65a65f48";

fn gzip(text: &str) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(text.as_bytes()).unwrap();
    out.finish().unwrap()
}

fn zstandard(text: &str) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(text.as_bytes(), ruzstd::encoding::CompressionLevel::Fastest)
}

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len() / 2).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect()
}

fn build(program: &Program, arguments: &[&str]) -> Ended {
    program.run(&[&["build", "--now", NOW], ADJUST, arguments].concat())
}

/// The lines of what was built, with their issues.
fn found(ended: &Ended) -> Vec<(u64, String)> {
    let issues = |line: &Value| {
        let all = line["issues"].as_array().map_or(&[][..], Vec::as_slice).iter();
        all.map(|issue| format!("{} {}", issue["path"].as_str().unwrap(), issue["code"].as_str().unwrap())).collect::<Vec<_>>().join(", ")
    };
    ended.lines().iter().map(|line| (line["line"].as_u64().unwrap(), issues(line))).collect()
}

#[test]
fn each_row_is_an_event_that_is_accounted_for_under_its_line() {
    let program = Program::new().file("orders.csv", ORDERS);
    let built = build(&program, &[&["orders.csv"], COLUMNS].concat());
    let expected = [(2, ""), (3, "/gps_adid invalid_device_id"), (5, ""), (7, " wrong_type"), (8, "")];
    let expected = expected.map(|(line, issues)| (line, issues.to_owned()));
    assert_eq!((built.code, found(&built)), (1, expected.to_vec()), "{}", built.err);
    let body = built.lines()[0]["request"]["body"].as_str().unwrap().to_owned();
    assert!(body.contains("&revenue=19.99&") || body.contains("&revenue=19.990&"), "{body}");
    assert!(body.contains("callback_params=%7B%22order%22%3A%22A-1%22%7D"), "{body}");

    let sandbox =
        &["--sandbox", "--now", NOW, "--constant", "provider=adjust", "--constant", "kind=event", "--constant", "event_token=f0ob4r"];
    let mapped = &["--constant", "currency=EUR", "--map", "order=callback_params.order", "--map", "device=gps_adid"];
    let rest = &["--map", "price=revenue", "--map", "note=", "--report", "report.jsonl", "--failed", "failed.jsonl"];
    let sent = program.run(&[&["send", "orders.csv"], &sandbox[..], mapped, rest].concat());
    assert_eq!(sent.code, 1, "{}", sent.err);
    let report: Vec<_> = program.lines("report.jsonl").iter().map(|line| (line["line"].clone(), line["outcome"].clone())).collect();
    let expected = [(2, "delivered"), (3, "rejected"), (5, "delivered"), (7, "rejected"), (8, "delivered")];
    assert_eq!(report.len(), expected.len(), "{report:?}");
    for ((line, outcome), (own_line, own)) in report.iter().zip(expected) {
        assert_eq!(line, &json!(own_line));
        assert_eq!(outcome == "delivered", own == "delivered", "{line} {outcome}");
    }
    let failed = program.lines("failed.jsonl");
    assert_eq!(failed[1]["event"], json!(["A-4", "860e1d86-6796-463a-be86-897993136018"]));
}

#[test]
fn what_is_compressed_is_the_same() {
    let program = Program::new()
        .file("orders.csv", ORDERS)
        .file("orders.csv.gz", [gzip(&ORDERS[..60]), gzip(&ORDERS[60..])].concat())
        .file("orders.csv.zst", [zstandard(&ORDERS[..60]), zstandard(&ORDERS[60..])].concat())
        .file("events.jsonl.gz", gzip(&format!("{}\n", event(""))))
        .file("events.ZST", zstandard(&format!("{}\n", event(""))))
        .file("frames.csv.zst", bytes(FRAMES));
    let plain = build(&program, &[&["orders.csv"], COLUMNS].concat());
    for file in ["orders.csv.gz", "orders.csv.zst"] {
        let built = build(&program, &[&[file], COLUMNS].concat());
        assert_eq!((built.code, built.out), (1, plain.out.clone()), "{file}: {}", built.err);
    }
    for (file, lines) in [("events.jsonl.gz", 1), ("events.ZST", 1), ("frames.csv.zst", 2)] {
        let built = build(&program, &[file]);
        assert_eq!((built.code, built.lines().len()), (0, lines), "{file}: {}", built.err);
    }
    for (format, input) in [("csv.gz", gzip(ORDERS)), ("csv", ORDERS.into())] {
        let built = program.run_with(&[&["build", "--now", NOW, "--format", format], ADJUST, COLUMNS].concat(), &input);
        assert_eq!((built.code, built.out), (1, plain.out.clone()), "{format}: {}", built.err);
    }
}

#[test]
fn a_compressed_file_that_is_damaged_is_an_error_and_not_its_end() {
    let whole = gzip(&format!("{}\n", event("")).repeat(50_000));
    let mut frames = bytes(FRAMES);
    let last = frames.len() - 1;
    frames[last] ^= 1;
    let program = Program::new()
        .file("cut.jsonl.gz", &whole[..whole.len() - 9])
        .file("cut.csv.zst", &frames[..last - 20])
        .file("checksum.csv.zst", &frames)
        .file("other.jsonl.gz", event(""))
        .file("other.jsonl.zst", event(""));
    for (file, code, message) in [
        ("cut.jsonl.gz", 1, "damaged or not complete"),
        ("cut.csv.zst", 1, "damaged or not complete"),
        ("checksum.csv.zst", 1, "a checksum is not that of the contents"),
        ("other.jsonl.gz", 2, "is not compressed with gzip"),
        ("other.jsonl.zst", 2, "is not compressed with Zstandard"),
    ] {
        let built = build(&program, &[file]);
        assert_eq!(built.code, code, "{file}: {}", built.err);
        assert!(built.err.contains(message), "{file}: {}", built.err);
    }
}

#[test]
fn a_column_that_is_no_field_is_an_error_before_anything_is_sent() {
    let table = "provider,kind,event_token,gps_adid,revenu,Order No\nadjust,event,f0ob4r,660e1d86-6796-463a-be86-897993136018,1,2\n";
    let without_names = "adjust,event,f0ob4r,660e1d86-6796-463a-be86-897993136018,maryam@example.com\n";
    let program = Program::new().file("events.csv", table).file("rows.csv", without_names).file("failed.jsonl", "kept");
    for arguments in [
        [&["build", "events.csv", "--now", NOW], ADJUST].concat(),
        vec!["send", "events.csv", "--sandbox", "--failed", "failed.jsonl"],
        [&["send", "events.csv", "--outbox", "outbox.db"], ADJUST].concat(),
        vec!["outbox", "add", "outbox.db", "events.csv"],
    ] {
        let ended = program.run(&arguments);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{arguments:?} {}", ended.err);
        assert!(ended.err.starts_with("s2s: events.csv: is a table that cannot be read:\n  /columns/revenu: "), "{}", ended.err);
        assert!(ended.err.contains("did you mean `revenue`?") && ended.err.contains("\n  /columns/Order No: "), "{}", ended.err);
    }
    assert_eq!(program.read("failed.jsonl"), "kept");
    assert!(!program.path("outbox.db").exists());
    let ended = build(&program, &["rows.csv"]);
    assert_eq!(ended.code, 2);
    assert!(!ended.err.contains("660e1d86") && !ended.err.contains("maryam"), "{}", ended.err);
    let ended = program.run_with(&[&["build", "--format", "csv"], ADJUST].concat(), table.as_bytes());
    assert!(ended.code == 2 && ended.err.starts_with("s2s: the input is a table that cannot be read:"), "{}", ended.err);
}

#[test]
fn what_is_said_of_tables_needs_one() {
    let program = Program::new().file("events.jsonl", event(""));
    for option in [["--map", "a=b"], ["--constant", "a=b"], ["--delimiter", ";"]] {
        let ended = build(&program, &[&["events.jsonl"], &option[..]].concat());
        assert!(ended.code == 2 && ended.err.contains("are for CSV"), "{}", ended.err);
    }
    for option in
        [["--map", "a"], ["--map", "=b"], ["--constant", "a="], ["--delimiter", "ab"], ["--delimiter", "\""], ["--format", "xlsx"]]
    {
        assert_eq!(build(&program, &option).code, 2, "{option:?}");
    }
}

#[test]
fn an_outbox_goes_on_after_the_rows_that_it_has() {
    let table = |rows: std::ops::Range<u32>| {
        let row = |row: u32| format!("adjust,event,f0ob4r,{row:08}-6796-463a-be86-897993136018\n");
        ["provider,kind,event_token,gps_adid\n".to_owned(), rows.map(row).collect()].concat()
    };
    for (name, made) in [("events.csv", false), ("events.csv.gz", true)] {
        let content = |rows: u32| if made { gzip(&table(0..rows)) } else { table(0..rows).into_bytes() };
        let program = Program::new().file(name, content(3));
        let add = ["outbox", "add", "outbox.db", name];
        assert_eq!(program.run(&add).code, 0);
        assert_eq!(program.run(&add).code, 0);
        program.file_again(name, content(5));
        assert_eq!(program.run(&add).code, 0);
        let listed = program.run(&["outbox", "list", "outbox.db", "--json"]);
        let lines: Vec<_> = listed.lines().iter().map(|line| line["line"].clone()).collect();
        assert_eq!(lines, [2, 3, 4, 5, 6], "{}", listed.out);
        program.file_again(name, if made { gzip(&table(1..5)) } else { table(1..5).into_bytes() });
        let ended = program.run(&add);
        assert!(ended.code == 2 && ended.err.contains("has changed in its first"), "{}", ended.err);
        let followed = program.run(&[&["send", name, "--outbox", "outbox.db", "--follow"], ADJUST].concat());
        assert!(followed.code == 2 && followed.err.contains("--follow takes lines of JSON"), "{}", followed.err);
    }
}

#[test]
fn the_key_of_a_lane_is_printed_with_each_request() {
    let meta = r#"{"provider":"meta","kind":"event","event_name":"Lead","time":"2026-11-20T10:00:00Z","action_source":"system_generated","user_data":{"lead_id":1}}"#;
    let program =
        Program::new().file("events.jsonl", format!("{}\n{}\n{meta}\n{{}}\n", event(""), event(r#","revenue":1,"currency":"EUR""#)));
    let built = program.run(&["build", "events.jsonl", "--sandbox", "--lanes", "--now", NOW]);
    let lines = built.lines();
    let key = lines[0]["lane_key"].as_str().unwrap();
    assert!(key.len() == 32 && lines[1]["lane_key"] == key, "{}", built.out);
    assert!(lines[2]["request"].is_object() && lines[2].get("lane_key") == Some(&Value::Null), "{}", built.out);
    assert!(lines[3]["issues"].is_array() && lines[3].get("lane_key").is_none(), "{}", built.out);
    assert!(build(&program, &["events.jsonl"]).lines()[0].get("lane_key").is_none());
}

/// The cases of the vectors that pin keys, in the program's own output.
#[test]
fn the_keys_are_those_of_the_vectors() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors");
    let mut count = 0;
    for folder in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let Ok(text) = std::fs::read_to_string(folder.join("lanes.json")) else { continue };
        let file: Value = serde_json::from_str(&text).unwrap();
        // Scripts of deliveries are no cases.
        for case in file["cases"].as_array().into_iter().flatten().filter(|case| case.get("event").is_some()) {
            // The texts and numbers of JSON are those of TOML, too.
            let settings = case["config"].as_object().unwrap().iter().map(|(name, value)| format!("{name} = {value}\n"));
            let config = format!("[{}]\n{}", file["provider"].as_str().unwrap(), settings.collect::<String>());
            let program = Program::new().file("s2s.toml", config);
            let arguments = ["build", "--lanes", "--now", case["now"].as_str().unwrap()];
            let built = program.run_with(&arguments, case["event"].to_string().as_bytes());
            assert_eq!(built.lines()[0].get("lane_key"), Some(&case["lane_key"]), "{case} {} {}", built.out, built.err);
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}
