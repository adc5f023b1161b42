//! Runs every case of `vectors/from_segment.json` and `vectors/from_ga4.json`, and states what holds for each.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::PathAndCode;
use s2s_core::dynamic::{Destinations, Verdict, from_json};
use s2s_core::one_event::{Conversion, Converted, Name, from_ga4, from_segment};
use s2s_core::{Issues, Timestamp};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    count: usize,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "source")]
    _source: Option<String>,
    input: Option<Box<RawValue>>,
    raw: Option<String>,
    options: Option<Box<RawValue>>,
    event: Option<Value>,
    #[serde(default)]
    unmapped: Vec<PathAndCode>,
    issues: Option<Vec<PathAndCode>>,
}

type Convert = fn(&[u8], &Conversion) -> Result<Converted, Issues>;

const FORMATS: [(&str, Convert); 2] = [("from_segment", from_segment), ("from_ga4", from_ga4)];

fn cases(format: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors").join(format).with_extension("json");
    let file: File = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let names: BTreeSet<_> = file.cases.iter().map(|case| &case.name).collect();
    assert_eq!((file.count, names.len()), (file.cases.len(), file.count), "{format}");
    file.cases
}

impl Case {
    fn text(&self) -> &str {
        self.raw.as_deref().or(self.input.as_ref().map(|input| input.get())).unwrap()
    }

    fn convert(&self, convert: Convert) -> Result<Converted, Issues> {
        let options = self.options.as_ref().map(|options| Conversion::from_json(&from_json(options.get()).unwrap())).transpose()?;
        convert(self.text().as_bytes(), &options.unwrap_or_default())
    }
}

#[test]
fn every_case_holds() {
    let mut failures = Vec::new();
    for (format, convert) in FORMATS {
        for case in cases(format) {
            let set = |expected: &[PathAndCode]| expected.iter().cloned().collect::<BTreeSet<_>>();
            let found = match case.convert(convert) {
                Ok(converted) => {
                    let event: Value = serde_json::from_str(&converted.event_json).unwrap();
                    (Some(event), converted.unmapped.iter().map(PathAndCode::from).collect())
                }
                Err(issues) => (None, issues.into_iter().map(PathAndCode::from).collect()),
            };
            let expected = (case.event.clone(), set(case.issues.as_ref().unwrap_or(&case.unmapped)));
            if found != expected {
                failures.push(format!("{format}, {}:\n  expected {expected:?}\n  found    {found:?}", case.name));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

/// The paths of what says something in a value, with it.
fn leaves(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, inner)| leaves(inner, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), found));
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(position, item)| leaves(item, &format!("{at}/{position}"), found)),
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => found.push((at.to_owned(), text.to_lowercase())),
        value => found.push((at.to_owned(), value.to_string())),
    }
}

#[test]
fn what_is_not_in_the_event_is_reported() {
    for (format, convert) in FORMATS {
        for case in cases(format) {
            let Ok(converted) = case.convert(convert) else { continue };
            let (mut given, mut taken) = (Vec::new(), Vec::new());
            leaves(&serde_json::from_str(case.text()).unwrap(), "", &mut given);
            leaves(&serde_json::from_str(&converted.event_json).unwrap(), "", &mut taken);
            let is_said = |path: &str, value: &str| {
                let decides = ["/type", "/event", "/events/0/name"].contains(&path);
                // These have another form in the neutral event.
                let is_formed = path.ends_with("/timestamp_micros") || path.ends_with("timestamp_micros") || path.starts_with("/consent/");
                let is_taken = taken.iter().any(|(_, own)| own == value || own.parse::<f64>().is_ok_and(|own| value.parse() == Ok(own)));
                let is_reported =
                    |reported: &str| path == reported || path.strip_prefix(reported).is_some_and(|rest| rest.starts_with('/'));
                decides || is_formed || is_taken || converted.unmapped.iter().any(|issue| is_reported(issue.path()))
            };
            let silent: Vec<_> = given.iter().filter(|(path, value)| !is_said(path, value)).collect();
            assert!(silent.is_empty(), "{format}, {}: {silent:?}", case.name);
        }
    }
}

#[test]
fn the_event_and_its_json_are_the_same() {
    let config = r#"{
        "branch": {"branch_key": "key_live_abc", "mapping": {"unmapped": "warn"}},
        "ga4": {"measurement_id": "G-PSW1MY7HB4", "api_secret": "s"}
    }"#;
    let destinations = Destinations::from_config(&from_json(config).unwrap()).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let shown = |verdict: &Verdict| match verdict {
        Verdict::Built(request) => (request.url().to_owned(), request.body().to_vec(), Vec::new()),
        Verdict::Refused(issues) => (String::new(), Vec::new(), issues.as_slice().to_vec()),
        Verdict::Skipped => panic!("nothing is skipped"),
    };
    for (format, convert) in FORMATS {
        for converted in cases(format).iter().filter_map(|case| case.convert(convert).ok()) {
            let typed = destinations
                .fan_out(&converted.event, now, None)
                .map(|parts| parts.iter().map(|part| shown(&part.verdict)).collect::<Vec<_>>());
            let read = destinations.explain_json(converted.event_json.as_bytes(), now, None);
            assert_eq!(typed, read.map(|own| own.iter().map(|own| shown(&own.part.verdict)).collect()), "{}", converted.event_json);
        }
    }
}

#[test]
fn options_are_typed_and_amounts_keep_their_digits() {
    let call = br#"{"event":"Gift Opened","properties":{"total":19.990,"plan":"gold"},"userId":"canary"}"#;
    let converted = from_segment(call, &Conversion::default().name("Gift Opened", Name::Custom).param("plan")).unwrap();
    let expected = r#"{"event":"custom","name":"Gift Opened","user":{"id":"canary"},"value":19.990,"params":{"plan":"gold"}}"#;
    assert_eq!(converted.event_json, expected);
    assert!(converted.unmapped.is_empty() && !format!("{converted:?}").contains("canary"));
}

#[test]
fn as_many_findings_are_listed_as_issues() {
    let properties: Vec<_> = (0..1_000).map(|number| format!("\"own_{number}\":1")).collect();
    let call = format!("{{\"event\":\"Signed In\",\"properties\":{{{}}}}}", properties.join(","));
    let unmapped = from_segment(call.as_bytes(), &Conversion::default()).unwrap().unmapped;
    assert_eq!((unmapped.len(), unmapped.last().map(|issue| issue.code().as_str())), (Issues::MAX, Some("too_many_issues")));
}
