//! `send --outbox` of many events, killed again and again: the sandbox's account and the outbox agree.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{NOW, Program};
use crate::sandbox::Running;

const EVENTS: usize = 20_000;
const DEVICES: usize = 500;
const USERS: usize = 200;
const KILLS: usize = 5;
const CONCURRENCY: usize = 32;

/// Every fault there is: before and after an event is processed, with and without a response.
const SANDBOX: &str = r#"
[faults]
seed = 7
rates = [
    { fault = "500", rate = 0.02 },
    { fault = "drop", rate = 0.02 },
    { fault = "429;retry-after=0", rate = 0.001 },
    { fault = "500-after", rate = 0.01 },
    { fault = "drop-after", rate = 0.01 },
]
"#;

/// Waits that suit a test, and so few events at once that the destinations of a line are submitted one by one.
const DELIVERY: &str = "[delivery]\nbackoff_ms = 20\nmax_backoff_ms = 200\nbreaker_ms = 50\nlinger_ms = 50\nmax_pending = 1001\n";

/// What an event of that number is.
enum Kind {
    Adjust,
    /// The sandbox does not know its event token.
    Refused,
    Metrix,
    /// An event for every provider: for Adjust and Metrix, and for a destination that skips it.
    Neutral,
}

fn kind(number: usize) -> Kind {
    match number {
        _ if number % 100 == 99 => Kind::Refused,
        _ if number % 8 == 7 => Kind::Neutral,
        _ if number % 5 < 3 => Kind::Adjust,
        _ => Kind::Metrix,
    }
}

/// The device of an event of Adjust.
fn device(number: usize) -> String {
    format!("{:032}", number % DEVICES)
}

fn events() -> String {
    let mut lines = String::new();
    for number in 0..EVENTS {
        let (minute, second) = (number / 60 % 60, number % 60);
        let time = format!("2026-11-20T{:02}:{minute:02}:{second:02}Z", number / 3_600);
        let user = number % USERS;
        let written = match kind(number) {
            Kind::Metrix => writeln!(
                lines,
                r#"{{"provider":"metrix","kind":"action","custom_user_id":"user-{user}","time":"{time}","name":"aewqd","attributes":{{"n":"{number}"}}}}"#
            ),
            Kind::Neutral => {
                let device = device(number);
                writeln!(
                    lines,
                    r#"{{"event":"login","time":"{time}","user":{{"id":"user-{user}"}},"ids":{{"adjust_adid":"{device}"}},"params":{{"n":"{number}"}}}}"#
                )
            }
            adjust => {
                let token = if matches!(adjust, Kind::Refused) { "n0such" } else { "f0ob4r" };
                writeln!(
                    lines,
                    r#"{{"provider":"adjust","kind":"event","event_token":"{token}","adid":"{device}","created_at":"{time}","callback_params":{{"n":"{number}"}}}}"#,
                    device = device(number),
                )
            }
        };
        written.unwrap();
    }
    lines
}

/// The number of an entry's event.
fn number(entry: &Value) -> usize {
    let text = match entry["parameters"]["callback_params"].as_str() {
        Some(text) => serde_json::from_str::<Value>(text).unwrap()["n"].clone(),
        None => entry["message"]["attributes"]["n"].clone(),
    };
    text.as_str().unwrap().parse().unwrap()
}

/// The numbers of entries by their lanes, in the order in which they arrived.
fn lanes<'a>(entries: impl Iterator<Item = &'a Value>) -> BTreeMap<String, Vec<usize>> {
    let mut lanes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for entry in entries {
        let lane = [&entry["parameters"]["adid"], &entry["identity"]["customUserId"]].map(ToString::to_string).concat();
        lanes.entry(lane).or_default().push(number(entry));
    }
    lanes
}

#[test]
fn nothing_is_lost_or_overtaken_and_only_what_is_ambiguous_is_doubled() {
    let program = Program::new().file("events.jsonl", events()).file("sandbox.toml", format!("now = \"{NOW}\"\n{SANDBOX}"));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    let (adjust, metrix) = (sandbox.base_url("adjust"), sandbox.base_url("metrix"));
    let config = format!(
        r#"
[adjust]
app_token = "4w565xzmb54d"
base_url = "{adjust}"
events.login = "f0ob4r"
mapping = {{ params = true, ignore = ["/user/id"] }}
[metrix]
app_id = "metrix-demo-app"
api_key = "metrix-demo-api-key"
base_url = "{metrix}"
[destination.third]
provider = "adjust"
app_token = "4w565xzmb54d"
base_url = "{adjust}"
events.login = "skip"
{DELIVERY}"#
    );
    let program = program.file("s2s.toml", config);
    let concurrency = CONCURRENCY.to_string();
    let send = ["send", "--now", NOW, "--outbox", "outbox", "--concurrency", &concurrency, "events.jsonl", "--report", "report"];

    #[expect(clippy::disallowed_methods, reason = "it prints how long it took")]
    let since = Instant::now();
    for round in 0..KILLS {
        let mut child = program.command(&send).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(600 + 150 * round as u64));
        assert_eq!(child.try_wait().unwrap(), None, "it is killed before it is done");
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let ended = program.run(&send);
    println!("{EVENTS} events, killed {KILLS} times: {:?}\n{}", since.elapsed(), ended.out);
    assert_eq!((ended.code, ended.err.as_str()), (1, "s2s: not delivered: 200; the outbox has them\n"));

    // What becomes of each line, at each destination that it is for.
    let expected = (0..EVENTS).flat_map(|number| {
        let results: &[(&str, &str)] = match kind(number) {
            Kind::Adjust => &[("adjust", "delivered")],
            Kind::Refused => &[("adjust", "dropped")],
            // Metrix returns 200 for what it has already.
            Kind::Metrix => &[("metrix", "delivered")],
            Kind::Neutral => &[("adjust", "delivered"), ("metrix", "delivered"), ("adjust", "skipped")],
        };
        results.iter().map(move |(provider, outcome)| (number + 1, *provider, *outcome))
    });
    let report = program.lines("report");
    assert_eq!(report.len(), expected.clone().count());
    for (entry, (line, provider, outcome)) in report.iter().zip(expected) {
        assert!(entry["line"] == line && entry["provider"] == provider && entry["outcome"] == outcome, "{entry}");
    }

    let account = sandbox.account();
    let list = |name: &str| account[name].as_array().unwrap();
    let mut counts: BTreeMap<&str, Vec<(usize, usize)>> = ["adjust", "metrix"].map(|provider| (provider, vec![(0, 0); EVENTS])).into();
    for entry in list("accepted") {
        let (count, lost) = &mut counts.get_mut(entry["provider"].as_str().unwrap()).unwrap()[number(entry)];
        *count += 1;
        *lost += usize::from(entry["answer_lost"] == true);
    }
    let mut unexplained = 0;
    let [of_adjust, of_metrix] = ["adjust", "metrix"].map(|provider| counts.remove(provider).unwrap());
    for (number, ((count, lost), (of_metrix, _))) in of_adjust.into_iter().zip(of_metrix).enumerate() {
        let kind = kind(number);
        assert_eq!(
            of_metrix,
            usize::from(matches!(kind, Kind::Metrix | Kind::Neutral)),
            "{number}: deduplicated by its id, which a restart keeps"
        );
        if matches!(kind, Kind::Adjust | Kind::Neutral) {
            // Of those whose responses arrived, one was the last; another one can only have been under way at a kill.
            assert_ne!(count, 0, "{number} is lost");
            unexplained += (count - lost.min(count - 1)) - 1;
        } else {
            assert_eq!(count, 0, "{number} is not for Adjust, or refused");
        }
    }
    println!("accepted {}, doubles without a lost answer {unexplained}", list("accepted").len());
    assert!(unexplained <= KILLS * CONCURRENCY, "{unexplained}");
    assert!(list("rejected").iter().all(|entry| entry["rule"] == "unknown_event_token"));
    assert!(list("duplicates").iter().all(|entry| entry["rule"] == "duplicate_id"));
    for (lane, numbers) in lanes(list("accepted").iter()) {
        assert!(numbers.is_sorted(), "{lane}: {numbers:?}");
    }
}
