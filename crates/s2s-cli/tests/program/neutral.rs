//! Lines with `event` in place of `provider` and `kind`: events for every provider, in `explain`, `build` and `send`.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::program::{self, NOW, Program};

/// Destinations whose server does not respond. `other` does not get purchases.
const CONFIG: &str = r#"
[adjust]
app_token = "4w565xzmb54d"
base_url = "http://127.0.0.1:9"
[adjust.events]
purchase = "f0ob4r"
[metrix]
app_id = "a"
api_key = "k"
base_url = "http://127.0.0.1:9"
[metrix.mapping]
unmapped = "warn"
ignore = ["/ids/adjust_adid"]
[destination.other]
provider = "adjust"
app_token = "s3cur3dapp12"
base_url = "http://127.0.0.1:9"
[destination.other.events]
purchase = "skip"
"#;

/// A purchase that Metrix takes with a warning, and Adjust refuses for what `more` has.
fn purchase(more: &str) -> String {
    format!(
        r#"{{"event":"purchase","time":"2026-11-20T10:00:00Z","value":"19.90","currency":"EUR","device":{{"os_version":"15"}},"ids":{{"adjust_adid":"18546f6171f67e29d1cb983322ad1329","metrix_user_id":"canary-user"}}{more}}}"#
    )
}

fn program() -> Program {
    Program::new().file("s2s.toml", CONFIG)
}

fn purchases() -> String {
    program::examples().with_file_name("purchases.jsonl").to_str().unwrap().to_owned()
}

#[test]
fn explain_shows_where_each_field_goes_and_what_is_in_the_way() {
    let ended = program().run_with(&["explain", "--now", NOW], purchase(r#","coupon":"AUTUMN""#).as_bytes());
    let expected = r"line 1, adjust: refused
  /event              /event_token  named
  /ids/adjust_adid    /adid         plain
  /time               /created_at   plain
  /value              /revenue      plain
  /currency           /currency     plain
  /device/os_version  /os_version   plain
  issues:
    /coupon: has no place at this destination; `ignore` can name it [unmapped_field]

line 1, metrix: built
  /ids/metrix_user_id  /identity/metrix_user_id       plain
  /time                /messages/0/time               plain
  /event               /messages/0/custom_name        named
  /coupon              /messages/0/attributes/coupon  plain
  /value               /messages/0/revenue            plain
  /currency            /messages/0/currency           plain
  warnings:
    /device/os_version: has no place at this destination; `ignore` can name it [field_not_sent]

line 1, other (adjust): skipped

";
    assert_eq!((ended.out.as_str(), ended.err.as_str(), ended.code), (expected, "", 1));
}

#[test]
fn explain_prints_one_line_for_each_event_and_destination() {
    let event = purchase(r#","destinations":["metrix","other"]"#);
    let ended = program().run_with(&["explain", "--now", NOW, "--json"], event.as_bytes());
    let lines = ended.lines();
    assert_eq!((lines.len(), ended.code), (2, 0));
    assert_eq!(
        lines[0]["fields"][0],
        json!({"from": "/ids/metrix_user_id", "to": "/identity/metrix_user_id", "how": "plain", "given": true})
    );
    let of = |line: &Value| json!([line["line"], line["destination"], line["provider"], line["verdict"], line["issues"]]);
    assert_eq!(of(&lines[0]), json!([1, "metrix", "metrix", "built", []]));
    assert_eq!(of(&lines[1]), json!([1, "other", "adjust", "skipped", []]));
    assert_eq!(lines[0]["warnings"][0]["path"], "/device/os_version");

    let all = program().run_with(&["explain", "--now", NOW, "--json", "--all"], event.as_bytes());
    let absent = json!({"from": "/order_id", "to": "/messages/0/order_id", "how": "plain", "given": false});
    assert!(all.lines()[0]["fields"].as_array().unwrap().contains(&absent) && !ended.out.contains("/order_id"), "{}", all.out);
    let table = program().run_with(&["explain", "--now", NOW, "--all"], event.as_bytes());
    assert!(table.out.contains("/order_id  ") && table.out.contains("  not given\n"), "{}", table.out);
}

#[test]
fn explain_reports_what_is_wrong_for_every_destination_once_and_skips_events_of_one_provider() {
    let lines = [r#"{"event":"purchse"}"#, &program::event(""), r#"{"evnt":"purchase"}"#, r#"{"event":"login","destinations":["here"]}"#];
    let ended = program().run_with(&["explain", "--now", NOW, "--json"], lines.join("\n").as_bytes());
    let issues = |line: &Value| {
        let issues = line["issues"].as_array().unwrap().iter();
        issues.map(|issue| format!("{} {}", issue["path"].as_str().unwrap(), issue["code"].as_str().unwrap())).collect::<Vec<_>>()
    };
    let found: Vec<_> = ended.lines().iter().map(|line| (line["line"].as_u64().unwrap(), issues(line))).collect();
    let expected = [
        (1, vec!["/event invalid_choice"]),
        (3, vec!["/evnt unknown_field", "/event missing"]),
        (4, vec!["/destinations/0 unknown_destination"]),
    ];
    assert_eq!(found, expected.map(|(line, issues)| (line, issues.into_iter().map(str::to_owned).collect())));
    assert!(ended.lines().iter().all(|line| line.get("destination").is_none() && line["verdict"] == "refused"), "{}", ended.out);
    assert_eq!((ended.err.as_str(), ended.code), ("s2s: 1 line is an event of one provider, where nothing is mapped\n", 1));
}

#[test]
fn explain_prints_no_value_of_an_event() {
    let whole = r#"{"event":"custom","name":"canary","id":"canary","time":"canary","source":"canary","value":"canary","currency":"canary","coupon":"canary","items":[{"id":"canary","price":"canary","quantity":"canary"}],"user":{"id":"canary","email":"canary","phone":"canary","gender":"canary"},"device":{"platform":"canary","idfa":"canary","ip":"canary","att_status":"canary"},"ids":{"adjust_adid":"canary"},"params":{"a":"canary","b":["canary"]},"destinations":["canary"]}"#;
    let right = r#"{"event":"custom","name":"canary","id":"canary","time":"2026-11-20T10:00:00Z","currency":"EUR","value":"1","coupon":"canary","order_id":"canary","items":[{"id":"canary","name":"canary"}],"user":{"id":"canary","email":"canary@example.com","phone":"canary","city":"canary"},"device":{"idfa":"canary","ip":"canary","app_id":"canary","user_agent":"canary"},"ids":{"adjust_adid":"canary","metrix_user_id":"canary","appsflyer_id":"canary","client_id":"canary","app_instance_id":"canary","singular_device_id":"canary"},"click":{"fbc":"canary","ttclid":"canary"},"page":{"url":"canary"},"params":{"a":"canary","b":["canary"]}}"#;
    let input = format!("{whole}\n{right}\ncanary\n{{\"event\":\"canary");
    for format in [&[][..], &["--json"], &["--all"]] {
        let ended = Program::new().run_with(&[&["explain", "--sandbox", "--now", NOW], format].concat(), input.as_bytes());
        assert!(ended.out.contains("/user/email") && ended.out.contains("singular"), "{}", ended.out);
        assert!(!ended.out.contains("canary") && !ended.err.contains("canary"), "{}{}", ended.out, ended.err);
    }
}

#[test]
fn the_examples_are_explained_built_and_delivered_everywhere() {
    let program = Program::new();
    let file = purchases();
    let explained = program.run(&["explain", "--sandbox", "--now", NOW, "--json", &file]);
    assert_eq!((explained.code, explained.err.as_str()), (0, ""), "{}", explained.out);
    let built = program.run(&["build", "--sandbox", "--now", NOW, &file]);
    assert_eq!((built.code, built.err.as_str()), (0, ""), "{}", built.out);
    assert!(built.lines().iter().all(|line| line["request"].is_object()));
    let sent = program.run(&[
        "send",
        "--sandbox",
        "--now",
        NOW,
        &file,
        "--report",
        "report.jsonl",
        "--failed",
        "failed.jsonl",
        "--account",
        "account",
    ]);
    assert_eq!((sent.code, sent.err.as_str()), (0, ""), "{}", sent.out);
    assert_eq!(program.read("failed.jsonl"), "");
    let account: Value = serde_json::from_str(&program.read("account")).unwrap();
    assert_eq!(account["rejected"], json!([]));

    let places = |lines: Vec<Value>| lines.iter().map(|line| json!([line["line"], line["destination"]])).collect::<Vec<_>>();
    let report = program.lines("report.jsonl");
    assert!(report.iter().all(|line| line["outcome"] == "delivered"));
    assert_eq!(places(explained.lines()), places(report.clone()));
    assert_eq!(places(built.lines()), places(report.clone()));
    let mut of_line: BTreeMap<u64, usize> = BTreeMap::new();
    for line in &report {
        *of_line.entry(line["line"].as_u64().unwrap()).or_default() += 1;
    }
    assert_eq!(of_line, BTreeMap::from([(1, 9), (2, 4), (3, 6), (4, 6), (5, 4), (6, 6)]));
    let providers: std::collections::BTreeSet<_> =
        report.iter().filter(|line| line["line"] == 1).map(|line| line["provider"].to_string()).collect();
    assert_eq!(providers.len(), 9, "one purchase arrives at every API");
}

#[test]
fn build_prints_a_line_for_each_destination_and_others_as_before() {
    let input = [purchase(r#","coupon":"AUTUMN""#), program::event(r#","created_at":"2026-11-20T10:00:00Z""#), r#"{"event":7}"#.to_owned()];
    let ended = program().run_with(&["build", "--now", NOW], input.join("\n").as_bytes());
    let own = program().run_with(&["build", "--now", NOW], format!("\n{}", input[1]).as_bytes());
    let lines: Vec<&str> = ended.out.lines().collect();
    assert_eq!((lines.len(), ended.code), (5, 1));
    let refused = r#"{"line":1,"destination":"adjust","issues":[{"path":"/coupon","code":"unmapped_field","message":"has no place at this destination; `ignore` can name it"}]}"#;
    assert_eq!(lines[0], refused);
    assert!(lines[1].starts_with(r#"{"line":1,"destination":"metrix","request":{"method":"POST","#), "{}", lines[1]);
    assert_eq!(ended.lines()[1]["warnings"][0]["path"], "/device/os_version");
    assert_eq!(lines[2], r#"{"line":1,"destination":"other","skipped":true}"#);
    assert_eq!(lines[3], own.out.trim_end());
    assert!(lines[4].starts_with(r#"{"line":3,"issues":[{"path":"/event","#), "{}", lines[4]);
}

#[test]
fn an_event_without_a_destination_is_refused() {
    for (config, more, path, code) in [
        ("", "", "", "unknown_destination"),
        (CONFIG, r#","destinations":[]"#, "/destinations", "empty"),
        (CONFIG, r#","destinations":"metrix""#, "/destinations", "wrong_type"),
        (CONFIG, r#","destinations":["destination.other"]"#, "/destinations/0", "unknown_destination"),
    ] {
        let ended = Program::new().file("s2s.toml", config).run_with(&["build", "--now", NOW], purchase(more).as_bytes());
        let line = &ended.lines()[0];
        let issue = &line["issues"][0];
        assert_eq!((issue["path"].as_str(), issue["code"].as_str(), ended.code), (Some(path), Some(code), 1), "{line}");
    }
}

#[test]
fn a_destination_of_a_providers_name_is_not_confused_with_the_providers_own() {
    let config = "[adjust]\napp_token = \"4w565xzmb54d\"\nevents.purchase = \"own\"\nmapping.unmapped = \"warn\"\n\
                  [destination.adjust]\nprovider = \"adjust\"\napp_token = \"s3cur3dapp12\"\nevents.purchase = \"named\"\nmapping.unmapped = \"warn\"";
    let program = Program::new().file("s2s.toml", config);
    for (only, token) in [("adjust", "=own&"), ("destination.adjust", "=named&")] {
        let event = purchase(&format!(r#","destinations":["{only}"]"#));
        let ended = program.run_with(&["build", "--now", NOW], event.as_bytes());
        assert_eq!((ended.lines().len(), &ended.lines()[0]["destination"]), (1, &only.into()), "{}", ended.out);
        assert!(ended.out.contains(token), "{}", ended.out);
    }
}

#[test]
fn what_was_not_delivered_is_kept_for_each_destination() {
    let lines = [purchase(r#","coupon":"AUTUMN""#), purchase(r#","id":"order-1","destinations":["metrix","other"]"#)];
    let program = program().file("events.jsonl", lines.join("\n"));
    let arguments = ["send", "--now", NOW, "events.jsonl", "--report", "report.jsonl", "--failed", "failed.jsonl"];
    let ended = program.run(&arguments);
    assert_eq!(ended.code, 1);
    let of = |line: &Value| json!([line["line"], line["provider"], line["destination"], line["outcome"]]);
    let report: Vec<_> = program.lines("report.jsonl").iter().map(of).collect();
    let expected = [
        json!([1, "adjust", "adjust", "invalid"]),
        json!([1, "metrix", "metrix", "retry_later"]),
        json!([1, "adjust", "other", "skipped"]),
        json!([2, "metrix", "metrix", "retry_later"]),
        json!([2, "adjust", "other", "skipped"]),
    ];
    assert_eq!(report, expected);
    assert!(ended.out.contains("line 1  adjust  /coupon: has no place at this destination"), "{}", ended.out);
    assert!(ended.out.contains("total           2        1            2       5"), "{}", ended.out);

    let failed: Vec<Value> = program.lines("failed.jsonl").into_iter().map(|mut line| line["event"].take()).collect();
    let destinations: Vec<_> = failed.iter().map(|event| event["destinations"].clone()).collect();
    assert_eq!(destinations, [json!(["adjust"]), json!(["metrix"]), json!(["metrix"])]);
    // Only Metrix has got the id that was made.
    assert_eq!(failed[0].get("id"), None);
    assert_eq!(failed[1]["id"].as_str().map(str::len), Some(36));
    assert_eq!(failed[2]["id"], "order-1");
    assert!(failed.iter().all(|event| event["value"] == "19.90" && event["ids"]["metrix_user_id"] == "canary-user"));

    let again: Vec<String> = failed.iter().map(Value::to_string).collect();
    program.file_again("events.jsonl", again.join("\n"));
    assert_eq!(program.run(&arguments).code, 1);
    let report: Vec<_> = program.lines("report.jsonl").iter().map(|line| line["destination"].clone()).collect();
    assert_eq!(report, ["adjust", "metrix", "metrix"]);
}

#[test]
fn an_event_for_more_destinations_than_may_wait_reaches_them_all() {
    let config = CONFIG.replace("\"skip\"", "\"s3ct0k\"") + "[delivery]\nmax_pending = 1\n";
    let program = Program::new().file("s2s.toml", config).file("events.jsonl", vec![purchase(""); 5].join("\n"));
    let ended = program.run(&["send", "--now", NOW, "events.jsonl", "--report", "report.jsonl"]);
    assert_eq!(ended.code, 1);
    let report = program.lines("report.jsonl");
    let places: Vec<_> = report.iter().map(|line| json!([line["line"], line["destination"]])).collect();
    let expected: Vec<_> = (1..=5).flat_map(|line| ["adjust", "metrix", "other"].map(|destination| json!([line, destination]))).collect();
    assert_eq!(places, expected);
    assert!(report.iter().all(|line| line["outcome"] == "retry_later"), "{report:?}");
}

#[cfg(unix)]
#[test]
fn the_purchase_of_the_documentation_becomes_what_it_says() {
    let path = |name| program::examples().with_file_name(name).to_str().unwrap().to_owned();
    let read = |name| std::fs::read_to_string(path(name)).unwrap();
    let program = Program::new()
        .variable("GA4_API_SECRET", "demo-api-secret")
        .variable("META_ACCESS_TOKEN", "demo-access-token")
        .file("sandbox.toml", format!("now = \"{NOW}\""));
    let config = path("purchase.toml");
    let purchase = read("purchase.json").replace('\n', "");
    let explained = program.run_with(&["explain", "--config", &config, "--now", NOW], purchase.as_bytes());
    assert_eq!((explained.out, explained.err.as_str(), explained.code), (read("purchase.txt"), "", 0));

    let sandbox = crate::sandbox::Running::start(&program, &["--config", "sandbox.toml"]);
    let addresses = ["adjust", "ga4", "meta"].map(|own| format!("{own}.base_url={}", sandbox.base_url(own)));
    let mut send = vec!["send", "--config", &config, "--now", NOW];
    send.extend(addresses.iter().flat_map(|address| ["--set", address]));
    let sent = program.run_with(&[&send[..], &["-"]].concat(), purchase.as_bytes());
    assert_eq!(sent.code, 0, "{}{}", sent.out, sent.err);
    assert_eq!(sandbox.account()["accepted"].as_array().unwrap().len(), 3);
}
