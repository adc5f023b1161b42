use crate::program::{NOW, Program, event};

fn build(program: &Program, more: &[&str]) -> crate::program::Ended {
    program.run_with(&[&["build", "--now", NOW, "--show-secrets"], more].concat(), event("").as_bytes())
}

#[test]
fn the_file_of_the_directory_is_read() {
    let program = Program::new().file("s2s.toml", "[adjust]\napp_token = \"fromfile\"\nenvironment = \"sandbox\"\n");
    let ended = build(&program, &[]);
    assert!(ended.out.contains("app_token=fromfile") && ended.out.contains("environment=sandbox"), "{}{}", ended.out, ended.err);
}

#[test]
fn another_file_can_be_named_and_must_be_there() {
    let program = Program::new().file("s2s.toml", "[adjust]\napp_token = \"one\"\n").file("other.toml", "[adjust]\napp_token = \"two\"\n");
    assert!(build(&program, &["--config", "other.toml"]).out.contains("app_token=two"));
    let ended = build(&program, &["--config", "nothing.toml"]);
    assert_eq!((ended.out.as_str(), ended.code), ("", 2));
}

#[test]
fn settings_override_the_file() {
    let program = Program::new().file("s2s.toml", "[adjust]\napp_token = \"one\"\n");
    let ended = build(&program, &["--set", "adjust.app_token=t=w=o"]);
    assert!(ended.out.contains("app_token=t%3Dw%3Do"), "{}", ended.out);
}

#[test]
fn a_setting_that_is_a_number_is_taken_as_one() {
    let program = Program::new();
    let ended = program.run_with(
        &["build", "--now", NOW, "--set", "adjust.app_token=12345", "--set", "adjust.max_future=60"],
        event(r#","created_at":"2026-11-20T12:02:00Z""#).as_bytes(),
    );
    assert_eq!(ended.lines()[0]["issues"][0]["code"], "in_the_future", "{}", ended.err);
}

#[test]
fn a_value_can_come_from_the_environment() {
    let file = "[adjust]\napp_token = { env = \"S2S_TEST_APP\" }\nmax_future = { env = \"S2S_TEST_FUTURE\" }\n";
    let program = Program::new().file("s2s.toml", file).variable("S2S_TEST_APP", "fromenv").variable("S2S_TEST_FUTURE", "60");
    let ended = build(&program, &[]);
    assert!(ended.out.contains("app_token=fromenv"), "{}{}", ended.out, ended.err);

    let ended = build(&Program::new().file("s2s.toml", file).variable("S2S_TEST_FUTURE", "canary"), &[]);
    assert_eq!(ended.code, 2);
    let expected = "/adjust/app_token: the environment variable `S2S_TEST_APP` is not set [missing]\n";
    assert!(ended.err.contains(expected) && ended.err.contains("/adjust/max_future: "), "{}", ended.err);
    assert!(!ended.err.contains("canary") && !ended.err.contains("/adjust/app_token: is required"), "{}", ended.err);

    let ended = build(&Program::new().file("s2s.toml", file).variable("S2S_TEST_APP", "").variable("S2S_TEST_FUTURE", ""), &[]);
    assert_eq!(
        (ended.code, ended.err.as_str()),
        (
            2,
            "s2s: the configuration has issues:\n  /adjust/app_token: the environment variable `S2S_TEST_APP` is empty [missing]\n  /adjust/max_future: the environment variable `S2S_TEST_FUTURE` is empty [missing]\n"
        )
    );
}

#[test]
fn a_setting_of_the_delivery_can_come_from_the_environment() {
    let file = "[adjust]\napp_token = \"a\"\n[delivery]\nmax_attempts = { env = \"S2S_TEST_N\" }\n[delivery.providers.adjust]\nper_second = { env = \"S2S_TEST_N\" }\n";
    assert_eq!(build(&Program::new().file("s2s.toml", file).variable("S2S_TEST_N", "3"), &[]).code, 0);
    let ended = build(&Program::new().file("s2s.toml", file), &[]);
    for at in ["/delivery/max_attempts", "/delivery/providers/adjust/per_second"] {
        assert!(ended.err.contains(&format!("  {at}: the environment variable `S2S_TEST_N` is not set [missing]\n")), "{}", ended.err);
    }
}

#[test]
fn the_delivery_and_the_destinations_are_reported_together() {
    let file = "[adjust]\napp_tokn = \"canary\"\n[metrix]\napp_id = \"a\"\napi_key = { env = \"S2S_TEST_KEY\" }\n[delivery]\nmax_attempts = 0\nmax_atempts = 3\njournal = true\n";
    let ended = build(&Program::new().file("s2s.toml", file), &["--set", "delivery.backoff_ms=-1"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    for expected in [
        "/adjust/app_tokn: there is no such field; did you mean `app_token`? [unknown_field]",
        "/adjust/app_token: is required [missing]",
        "/metrix/api_key: the environment variable `S2S_TEST_KEY` is not set [missing]",
        "/delivery/max_attempts: must be from 1 to",
        "/delivery/max_atempts: there is no such field; did you mean `max_attempts`? [unknown_field]",
        "/delivery/backoff_ms: must be from 0 to",
        "/delivery/journal: is not set here; `--outbox FILE` keeps a journal [conflict]",
    ] {
        assert!(ended.err.contains(expected), "{expected}\n{}", ended.err);
    }
    assert!(!ended.err.contains("canary") && !ended.err.contains("/metrix/api_key: is required"), "{}", ended.err);
}

#[test]
fn an_event_can_name_its_destination() {
    let file = "[adjust]\napp_token = \"one\"\n[destination.second]\nprovider = \"adjust\"\napp_token = { env = \"S2S_TEST_APP\" }\n";
    let program = Program::new().file("s2s.toml", file).variable("S2S_TEST_APP", "two");
    let input = [event(""), event(r#","destination":"second""#), event(r#","destination":"third.app""#)].join("\n");
    let settings = ["--set", "destination.third.app.provider=adjust", "--set", "destination.third.app.app_token=three"];
    let ended = program.run_with(&[&["build", "--now", NOW, "--show-secrets"], &settings[..]].concat(), input.as_bytes());
    for (line, token) in ended.out.lines().zip(["one", "two", "three"]) {
        assert!(line.contains(&format!("app_token={token}&")), "{line}");
    }
    assert_eq!(ended.code, 0, "{}", ended.err);
}

#[test]
fn everything_wrong_is_told_with_its_path_and_without_its_value() {
    let file = "[adjust]\napp_tokn = \"canary\"\nauth_token = \"ca nary\"\n[adjst]\nx = 1\n[destination.second]\napp_token = \"canary\"\n[metrix]\nmax_events = \"canary\"\n";
    let ended = build(&Program::new().file("s2s.toml", file), &[]);
    assert_eq!((ended.out.as_str(), ended.code), ("", 2));
    for expected in [
        "/adjust/app_tokn: there is no such field; did you mean `app_token`? [unknown_field]",
        "/adjust/app_token: is required [missing]",
        "/adjust/auth_token: ",
        "/adjst: there is no such provider; did you mean `adjust`? [unknown_provider]",
        "/destination/second/provider: is required: the name of a provider [missing]",
        "/metrix/max_events: ",
        "/metrix/api_key: is required [missing]",
    ] {
        assert!(ended.err.contains(expected), "{expected}\n{}", ended.err);
    }
    assert!(!ended.err.contains("canary"), "{}", ended.err);
}

#[test]
fn what_is_not_toml_is_told_with_its_line_and_without_its_text() {
    for file in ["[adjust]\napp_token = canary\n", "[adjust]\napp_token = \"canary\n", "[adjust]\ncanary = 1\ncanary = 2\n"] {
        let ended = build(&Program::new().file("s2s.toml", file), &[]);
        assert_eq!((ended.out.as_str(), ended.code), ("", 2));
        assert!(ended.err.starts_with("s2s: s2s.toml: line ") && !ended.err.contains("canary"), "{}", ended.err);
    }
}

#[test]
fn a_setting_that_is_none_is_refused_without_being_repeated() {
    for setting in ["canary", "canary=1", ".canary=1", "adjust.=canary", "destination.canary=1"] {
        let ended = build(&Program::new(), &["--set", setting]);
        assert_eq!((ended.code, ended.err.as_str()), (2, "s2s: --set takes provider.key=value or destination.NAME.key=value\n"));
    }
}

#[test]
fn an_unknown_argument_is_a_usage_error_and_help_is_none() {
    assert_eq!(Program::new().run(&["build", "--no-such-thing"]).code, 2);
    assert_eq!(Program::new().run(&["build", "--now", "yesterday"]).code, 2);
    assert_eq!(Program::new().run(&[]).code, 2);
    assert_eq!(Program::new().run(&["--help"]).code, 0);
    assert_eq!(Program::new().run(&["--version"]).code, 0);
}

#[test]
fn the_events_and_the_configuration_of_the_page_are_accepted() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/program.md")).unwrap();
    let block = |language: &str| page.split_once(&format!("```{language}\n")).unwrap().1.split_once("```").unwrap().0;
    let program = Program::new().variable("ADJUST_S2S_TOKEN", "token").variable("METRIX_API_KEY", "key");
    let program = program.file("s2s.toml", block("toml")).file("events.jsonl", block("json"));
    let ended = program.run(&["build", "--now", NOW, "events.jsonl"]);
    assert_eq!((ended.code, ended.lines().len()), (0, 2), "{}", ended.err);
    assert!(ended.out.contains("[redacted]") && ended.lines().iter().all(|line| line["request"].is_object()), "{}", ended.out);
}

#[test]
fn how_events_are_delivered_stands_in_the_configuration_and_is_checked() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/outbox.md")).unwrap();
    let mut documented = text.split("```toml\n").skip(1).map(|block| block.split("```").next().unwrap());
    let (delivery, metrix) = (documented.next().unwrap(), documented.next().unwrap());
    let file = format!("[adjust]\napp_token = \"a\"\n{delivery}{metrix}app_id = \"a\"\napi_key = \"k\"\n");
    let ended = build(&Program::new().file("s2s.toml", file), &[]);
    assert_eq!(ended.code, 0, "{}", ended.err);

    for (file, expected) in [
        ("max_atempts = 3", "/delivery/max_atempts: there is no such field; did you mean `max_attempts`? [unknown_field]"),
        ("max_messages = 5", "/delivery/max_messages: there is no such field"),
        ("max_bytes = 5", "/delivery/max_bytes: there is no such field"),
        ("max_attempts = 0", "/delivery/max_attempts: must be from 1 to"),
        ("max_attempts = \"canary\"", "/delivery/max_attempts: "),
        ("providers = { canary = {} }", "[unknown_provider]"),
        ("providers = { adjust = { repeat = \"canary\" } }", "/delivery/providers/adjust/repeat: "),
        ("journal = true", "/delivery/journal: is not set here; `--outbox FILE` keeps a journal [conflict]"),
    ] {
        let ended = build(&Program::new().file("s2s.toml", format!("[adjust]\napp_token = \"a\"\n[delivery]\n{file}\n")), &[]);
        assert_eq!((ended.code, ended.out.as_str()), (2, ""), "{file}");
        assert!(ended.err.contains(expected), "{expected}\n{}", ended.err);
        assert!(file.contains("providers = { canary") || !ended.err.contains("canary"), "{}", ended.err);
    }
    assert_eq!(build(&Program::new(), &["--set", "adjust.app_token=a", "--set", "delivery.max_attempts=3"]).code, 0);
}
