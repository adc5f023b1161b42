use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use serde_json::json;

use crate::program::{self, NOW, Program, event};
#[cfg(unix)]
use crate::sandbox::{Running, get};

const MESSAGE: &str = r#"{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd""#;

/// An address that refuses connections.
fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}

#[test]
fn everything_delivered_is_exit_code_0() {
    let program = Program::new().file("events.jsonl", format!("\n{}\n", event("")));
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", "--report", "report.jsonl", "--failed", "failed.jsonl"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let expected = r#"{"line":2,"provider":"adjust","outcome":"delivered","reason":"accepted","scope":"event","maybe_delivered":false}"#;
    assert_eq!(program.read("report.jsonl"), format!("{expected}\n"));
    assert_eq!(program.read("failed.jsonl"), "");
    assert_eq!(ended.out, "provider  delivered  events\nadjust            1       1\n");
}

#[test]
fn events_come_from_the_standard_input_too() {
    let ended = Program::new().run_with(&["send", "--sandbox", "--now", NOW, "-"], event("").as_bytes());
    assert_eq!(ended.code, 0, "{}", ended.err);
}

#[test]
fn events_of_a_lane_keep_their_order() {
    // The sandbox refuses an event that is older than the last one of its lane.
    let mut lines = String::new();
    for number in 0..60 {
        for device in 0..10 {
            let time = format!("2026-11-20T10:{number:02}:00Z");
            let id = format!("660e1d86-6796-463a-be86-89799313602{device}");
            lines += &format!(r#"{{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"{id}","created_at":"{time}"}}"#);
            lines.push('\n');
        }
    }
    let ended = Program::new().file("events.jsonl", lines).run(&["send", "--sandbox", "--now", NOW, "events.jsonl"]);
    assert_eq!(ended.code, 0, "{}", ended.out);
}

#[cfg(unix)]
#[test]
fn what_is_read_at_once_is_sent_in_the_order_of_its_times_and_what_comes_too_late_is_not_sent() {
    use std::io::BufRead;

    let at = |time: &str| event(&format!(r#","created_at":"2026-11-20T{time}:00Z""#));
    let program = Program::new();
    let arguments = ["send", "--sandbox", "--now", NOW, "-", "--report", "report.jsonl", "--account", "account.json"];
    let mut child = program.command(&arguments).stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{}\n{}\n", at("10:02"), at("10:01")).as_bytes()).unwrap();
    let is_sent = || std::fs::File::open(program.path("report.jsonl")).is_ok_and(|file| std::io::BufReader::new(file).lines().count() == 2);
    program::eventually(is_sent);
    input.write_all(format!("{}\n", at("10:00")).as_bytes()).unwrap();
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    let outcomes: Vec<_> = program.lines("report.jsonl").iter().map(|line| line["outcome"].clone()).collect();
    assert_eq!(outcomes, ["delivered", "delivered", "dropped"]);
    let account = &program.lines("account.json")[0];
    assert_eq!((account["accepted"].as_array().unwrap().len(), account["rejected"].as_array().unwrap().len()), (2, 0));
}

#[cfg(unix)]
#[test]
fn with_more_attempts_what_is_worth_it_is_sent_again() {
    let program = Program::new()
        .file("events.jsonl", (0..40).map(|number| event(&format!(r#","callback_params":{{"n":"{number}"}}"#)) + "\n").collect::<String>())
        .file("sandbox.toml", format!("now = \"{NOW}\"\n[faults]\nseed = 7\nrates = [{{ fault = \"500\", rate = 0.4 }}]"));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    let base_url = format!("adjust.base_url={}", sandbox.base_url("adjust"));
    let settings = ["--now", NOW, "--set", "adjust.app_token=4w565xzmb54d", "--set", &base_url, "--set", "delivery.backoff_ms=1"];
    let once = program.run(&[&["send", "events.jsonl"], &settings[..]].concat());
    assert_eq!(once.code, 1);
    let ended = program.run(&[&["send", "events.jsonl", "--max-attempts", "50", "--report", "report.jsonl"], &settings[..]].concat());
    assert_eq!(ended.code, 0, "{}{}", ended.out, ended.err);
    assert!(program.lines("report.jsonl").iter().any(|line| line["attempts"].as_u64() > Some(1)));
}

#[test]
fn what_was_not_delivered_is_kept_whole_with_the_id_that_was_made_for_it() {
    let base_url = format!("metrix.base_url={}", nobody());
    let config = ["--set", "metrix.app_id=a", "--set", "metrix.api_key=k", "--set", &base_url];
    let own = [
        format!(r#"{MESSAGE},"attributes":{{"z":1e2, "a":0.10,"b":12345678901234567890123}}}}"#),
        format!(r#"{{"id":null,{}}}"#, MESSAGE.trim_start_matches('{')),
        format!(r#"{MESSAGE},"id":"my-own"}}"#),
    ];
    let program = Program::new().file("events.jsonl", own.join("\n"));
    let ended = program.run(&[&["send", "events.jsonl", "--failed", "failed.jsonl"], &config[..]].concat());
    assert_eq!(ended.code, 1, "{}", ended.err);
    let failed = program.read("failed.jsonl");
    let ids: Vec<String> = program.lines("failed.jsonl").iter().map(|line| line["event"]["id"].as_str().unwrap().to_owned()).collect();
    let head = |line: u32| format!(r#"{{"line":{line},"outcome":"retry_later","reason":"no connection, nothing was sent","event":"#);
    let expected = [
        format!(r#"{}{MESSAGE},"attributes":{{"z":1e2, "a":0.10,"b":12345678901234567890123}},"id":"{}"}}}}"#, head(1), ids[0]),
        format!(r#"{}{MESSAGE},"id":"{}"}}}}"#, head(2), ids[1]),
        format!(r#"{}{MESSAGE},"id":"my-own"}}}}"#, head(3)),
    ];
    assert_eq!(failed, expected.map(|line| line + "\n").concat());
    assert!(ids[0].len() == 36 && ids[0] != ids[1]);
}

#[test]
fn what_is_no_event_is_kept_as_it_is() {
    let lines = [
        &br#"{"provider":"#[..],
        br#"{"provider":"adjust","n":1.50}"#,
        b"{\"provider\":\"\xff\"}",
        br#"{"provider":"metrix","note":"\ud83d"}"#,
    ]
    .join(&b'\n');
    let program = Program::new().file("events.jsonl", lines);
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", "--failed", "failed.jsonl", "--report", "report.jsonl"]);
    assert_eq!(ended.code, 1);
    let failed = program.lines("failed.jsonl");
    let events: Vec<_> = failed.iter().map(|line| line["event"].clone()).collect();
    assert_eq!(
        events,
        [
            json!("{\"provider\":"),
            json!({"provider": "adjust", "n": 1.5}),
            json!("{\"provider\":\"\u{fffd}\"}"),
            json!("{\"provider\":\"metrix\",\"note\":\"\\ud83d\"}")
        ]
    );
    assert!(program.read("failed.jsonl").contains(r#""n":1.50"#));
    assert!(failed.iter().all(|line| line["outcome"] == "invalid" && line["issues"][0]["code"].is_string()));
    let providers: Vec<_> = program.lines("report.jsonl").iter().map(|line| line["provider"].clone()).collect();
    assert_eq!(providers, [json!(null), json!("adjust"), json!(null), json!("metrix")]);
}

#[test]
fn a_line_beyond_the_limit_is_accounted_for() {
    let long = event(&format!(r#","user_agent":"{}""#, "x".repeat(9 * 1024 * 1024)));
    let program = Program::new().file("events.jsonl", format!("{}\n{long}\n{}", event(""), event("")));
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", "--failed", "failed.jsonl", "--report", "report.jsonl"]);
    assert_eq!(ended.code, 1);
    let outcomes: Vec<_> = program.lines("report.jsonl").iter().map(|line| (line["line"].clone(), line["outcome"].clone())).collect();
    assert_eq!(outcomes, [(json!(1), json!("delivered")), (json!(2), json!("invalid")), (json!(3), json!("delivered"))]);
    assert_eq!(program.lines("failed.jsonl")[0]["event"], json!(null));
}

#[test]
fn without_a_place_for_it_the_number_of_the_undelivered_is_told() {
    let program = Program::new().file("events.jsonl", format!("{}\n{}", event(""), event(r#","revenue":"1""#)));
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl"]);
    assert_eq!(
        (ended.code, ended.err.as_str()),
        (
            1,
            "s2s: not delivered: 1; `--failed FILE` keeps them, `--report FILE` lists every problem, `--keep-sandbox` shows every request on a page\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn the_numbers_of_a_run_are_served_while_it_lasts() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let program = Program::new();
    let arguments = ["send", "--sandbox", "--now", NOW, "-", "--metrics", "127.0.0.1:0"];
    let mut child = program.command(&arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut line).unwrap();
    let base_url = line.trim().strip_prefix("s2s: metrics are at ").unwrap().strip_suffix("/metrics").unwrap().to_owned();
    let mut input = child.stdin.take().unwrap();
    let canary = event("").replace("f0ob4r", "n0such").replace(r#""gps_adid":"660e1d86"#, r#""external_device_id":"canary"#);
    input.write_all(format!("{}\n{canary}\n", event("")).as_bytes()).unwrap();
    let numbers = || get(&base_url, "/metrics");
    program::eventually(|| {
        let numbers = numbers();
        numbers.contains("s2s_requests_in_flight 0\n") && numbers.contains("s2s_requests_total 2\n")
    });
    let numbers = numbers();
    for expected in [
        "# TYPE s2s_events_submitted_total counter\ns2s_events_submitted_total 2\n",
        "s2s_events_finished_total{result=\"delivered\"} 1\n",
        "s2s_events_finished_total{result=\"dropped\"} 1\n",
        "# TYPE s2s_events_pending gauge\ns2s_events_pending 0\n",
        "s2s_destination_state{destination=\"adjust\",provider=\"adjust\",state=\"open\"} 1\n",
        "s2s_destination_state{destination=\"adjust\",provider=\"adjust\",state=\"refused\"} 0\n",
    ] {
        assert!(numbers.contains(expected), "{expected}\n{numbers}");
    }
    assert!(!numbers.contains("canary"), "{numbers}");
    assert_eq!(get(&base_url, "/healthz"), "ok");
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn numbers_for_other_machines_are_warned_of() {
    // An address for documentation (RFC 5737), which no machine has: nothing listens.
    let program = Program::new().file("events.jsonl", event(""));
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", "--metrics", "192.0.2.1:0"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    let warning = "s2s: warning: 192.0.2.1 is not a loopback address: other machines may read the metrics\ns2s: 192.0.2.1:0: ";
    assert!(ended.err.starts_with(warning), "{}", ended.err);
    for wrong in ["nonsense", "localhost:x", "70000", "127.0.0.1"] {
        assert_eq!(program.run(&["send", "--sandbox", "events.jsonl", "--metrics", wrong]).code, 2, "{wrong}");
    }
    let ended = program.run(&["send", "--sandbox", "--now", NOW, "events.jsonl", "--metrics", "0"]);
    assert!(ended.code == 0 && ended.err.starts_with("s2s: metrics are at http://127.0.0.1:"), "{}", ended.err);
}

#[test]
fn a_warning_is_told_once() {
    let config = ["--set", "adjust.app_token=a", "--set", "adjust.base_url=http://s2s.invalid"];
    let program = Program::new().file("events.jsonl", format!("{}\n{}", event(""), event("")));
    let ended = program.run(&[&["send", "events.jsonl", "--failed", "failed.jsonl"], &config[..]].concat());
    assert!(ended.out.contains("\nwarnings:\n2  insecure_transport: "), "{}", ended.out);
    assert_eq!(ended.out.matches("insecure_transport").count(), 1);
}

#[test]
fn a_file_is_not_written_over_another() {
    let program = Program::new().file("events.jsonl", event(""));
    for more in [["--failed", "events.jsonl"], ["--report", "./events.jsonl"], ["--account", "events.jsonl"]] {
        let ended = program.run(&[&["send", "--sandbox", "--now", NOW, "events.jsonl"], &more[..]].concat());
        assert_eq!(ended.code, 2, "{more:?}");
        assert_eq!(program.read("events.jsonl"), event(""), "{more:?}");
    }
    assert_eq!(program.run(&["send", "--sandbox", "events.jsonl", "--failed", "x", "--report", "x"]).code, 2);
    assert_eq!(program.run(&["send", "--sandbox", "events.jsonl", "--failed", "no/such/directory"]).code, 2);
}

#[test]
fn a_sandbox_and_a_configuration_exclude_each_other() {
    let program = Program::new().file("events.jsonl", event(""));
    assert_eq!(program.run(&["send", "--sandbox", "--config", "x.toml", "events.jsonl"]).code, 2);
    assert_eq!(program.run(&["send", "--sandbox", "--set", "adjust.app_token=x", "events.jsonl"]).code, 2);
    assert_eq!(program.run(&["send", "--account", "x", "events.jsonl"]).code, 2);
}

/// Reads a request to the end of its body.
fn read_request(stream: &mut TcpStream) {
    let mut read = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&read).to_ascii_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).map_or(0, |length| length.parse().unwrap());
            if body.len() >= length {
                return;
            }
        }
        let length = stream.read(&mut buffer).unwrap();
        assert_ne!(length, 0, "a whole request");
        read.extend_from_slice(&buffer[..length]);
    }
}

#[cfg(unix)]
#[test]
fn a_signal_finishes_what_is_in_flight_and_keeps_the_rest() {
    // A terminal that is closed may send several hang-ups; one more of them does not stop the run at once.
    for signals in [&["INT"][..], &["TERM"], &["HUP"], &["HUP", "HUP"], &["TERM", "HUP"]] {
        if program::ends_by(signals[0]) {
            finishes_what_is_in_flight(signals);
        }
    }
}

#[cfg(unix)]
fn finishes_what_is_in_flight(signals: &[&str]) {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("adjust.base_url=http://{}", server.local_addr().unwrap());
    let program = Program::new().file("events.jsonl", format!("{}\n", event("")).repeat(3_000));
    let arguments =
        ["send", "events.jsonl", "--set", "adjust.app_token=a", "--set", &base_url, "--failed", "failed.jsonl", "--report", "report.jsonl"];
    let mut child = program.command(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();

    let (mut stream, _) = server.accept().unwrap();
    read_request(&mut stream);
    let (first, more) = signals.split_first().unwrap();
    program::signal(&child, first);
    let mut notice = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut notice).unwrap();
    assert!(notice.starts_with("s2s: finishing what is in flight"), "{signals:?} {notice}");
    for signal in more {
        program::signal(&child, signal);
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"status\":\"OK\"}").unwrap();

    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{signals:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("provider  delivered  "), "{signals:?}");
    let report = program.lines("report.jsonl");
    assert_eq!(report.len(), 3_000);
    for (position, line) in report.iter().enumerate() {
        assert_eq!(line["line"], position + 1);
        assert_eq!(line["outcome"], if position == 0 { "delivered" } else { "not_sent" });
    }
    let failed = program.lines("failed.jsonl");
    assert_eq!(failed.len(), 2_999);
    assert!(failed.iter().all(|line| line["outcome"] == "not_sent" && line["event"]["event_token"] == "f0ob4r"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_hang_up_that_is_ignored_stays_ignored() {
    use std::process::{Command, Stdio};

    let program = Program::new();
    let script = r#"trap "" HUP; exec "$0" send --sandbox --now "$1" - --report report.jsonl"#;
    let mut command = Command::new("sh");
    command.args(["-c", script, env!("CARGO_BIN_EXE_s2s"), NOW]).current_dir(program.path("")).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    writeln!(input, "{}", event("")).unwrap();
    program::eventually(|| std::fs::read_to_string(program.path("report.jsonl")).is_ok_and(|report| report.contains("delivered")));
    program::signal(&child, "HUP");
    std::thread::sleep(std::time::Duration::from_millis(200));
    writeln!(input, "{}", event("")).unwrap();
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(program.lines("report.jsonl").len(), 2);
}

#[cfg(unix)]
#[test]
fn the_sandbox_is_kept_with_its_page_until_a_signal() {
    let program = Program::new().file("events.jsonl", event(""));
    let mut child = program
        .command(&["send", "--sandbox", "--keep-sandbox", "--now", NOW, "events.jsonl"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(child.stderr.take().unwrap()), &mut line).unwrap();
    let url = line.split_once("page is ").unwrap().1.split_once("/ until").unwrap().0.to_owned();
    assert!(crate::sandbox::get(&url, "/_sandbox/events").contains("f0ob4r"));
    assert!(crate::sandbox::get(&url, "/").contains("<html"));
    program::signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
