//! Runs every case of `vectors/one_event/`, and states what holds for every neutral event.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each test uses a part")]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use common::PathAndCode;
use s2s_core::dynamic::{self, AnyClient, Destinations, Explained, Verdict};
use s2s_core::{Issues, Request, Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counts {
    cases: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    destinations: BTreeMap<String, Box<RawValue>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "source")]
    _source: Option<String>,
    destinations: Option<String>,
    event: Option<Box<RawValue>>,
    now: Option<String>,
    new_id: Option<String>,
    issues: Option<Vec<PathAndCode>>,
    results: Option<BTreeMap<String, Expected>>,
    config: Option<Box<RawValue>>,
    config_issues: Option<Vec<PathAndCode>>,
}

/// What becomes of the event at one destination.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    event: Option<Box<RawValue>>,
    identity: Option<Box<RawValue>>,
    messages: Option<Box<RawValue>>,
    #[serde(default)]
    warnings: Vec<PathAndCode>,
    issues: Option<Vec<PathAndCode>>,
    #[serde(default)]
    skipped: bool,
}

#[test]
fn every_case_of_one_event_holds() {
    let (mut titles, mut failures) = (BTreeSet::new(), Vec::new());
    for path in paths() {
        let text = fs::read_to_string(&path).unwrap();
        let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let destinations: BTreeMap<_, _> =
            file.destinations.iter().map(|(name, config)| (name.as_str(), opened(config).unwrap())).collect();
        for case in &file.cases {
            assert!(titles.insert(case.name.clone()), "{} appears more than once", case.name);
            failures.extend(check(case, &destinations).err().map(|failure| format!("{}: {failure}", case.name)));
        }
    }
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
    let counts: Counts = serde_json::from_str(&fs::read_to_string(folder().with_extension("json")).unwrap()).unwrap();
    assert_eq!(counts.cases, titles.len());
}

type Check = Result<(), String>;

fn check(case: &Case, destinations: &BTreeMap<&str, Destinations>) -> Check {
    if let (Some(config), Some(expected)) = (&case.config, &case.config_issues) {
        return same("configuration", &set(expected), &opened(config).err().map(found).unwrap_or_default());
    }
    let destinations = &destinations[case.destinations.as_deref().unwrap()];
    let explained =
        destinations.explain_json(case.event.as_ref().unwrap().get().as_bytes(), now(case), new_id(case).as_mut().map(|id| id as _));
    match (explained, &case.issues, &case.results) {
        (Err(issues), Some(expected), None) => same("issues", &set(expected), &found(issues)),
        (Err(issues), ..) => Err(format!("was refused: {issues}")),
        (Ok(explained), None, Some(results)) => {
            let names = explained.iter().map(|own| name(own).to_owned()).collect::<BTreeSet<_>>();
            same("destinations", &results.keys().cloned().collect(), &names)?;
            let checked = explained.iter().filter_map(|own| part(case, &results[name(own)], own).err().map(|failure| (name(own), failure)));
            let failures: Vec<_> = checked.map(|(name, failure)| format!("\n  {name}: {failure}")).collect();
            if failures.is_empty() { Ok(()) } else { Err(failures.concat()) }
        }
        (Ok(_), ..) => Err("was not refused".to_owned()),
    }
}

fn part(case: &Case, expected: &Expected, own: &Explained<'_>) -> Check {
    let request = match (&own.part.verdict, &expected.issues, expected.skipped) {
        (Verdict::Skipped, None, true) => return Ok(()),
        (Verdict::Refused(issues), Some(expected), false) => return same("issues", &set(expected), &found(issues.clone())),
        (Verdict::Built(request), None, false) => request,
        (verdict, ..) => return Err(format!("was not expected: {verdict:?}")),
    };
    let built = theirs(case, expected, own.part.destination).map_err(|issues| format!("the expected event is refused: {issues}"))?;
    same("url", &built.url(), &request.url())?;
    same("method", &built.method(), &request.method())?;
    let headers =
        |request: &Request| request.headers().iter().map(|own| (own.name().to_owned(), own.value().to_owned())).collect::<Vec<_>>();
    same("headers", &headers(&built), &headers(request))?;
    same("body", &String::from_utf8_lossy(built.body()), &String::from_utf8_lossy(request.body()))?;
    same("warnings", &set(&expected.warnings), &request.warnings().iter().map(PathAndCode::from).collect())
}

/// The request of the provider's own event.
fn theirs(case: &Case, expected: &Expected, destination: &AnyClient) -> Result<Request, Issues> {
    match (&expected.event, &expected.identity, &expected.messages) {
        (Some(event), None, None) => destination.build(event.get().as_bytes(), now(case), None),
        (None, Some(identity), Some(messages)) => destination.messages(identity.get(), messages.get(), now(case), None),
        _ => panic!("{} expects neither an event nor messages, or both", case.name),
    }
}

fn opened(config: &RawValue) -> Result<Destinations, Issues> {
    Destinations::from_config(&dynamic::from_json(config.get()).unwrap())
}

fn name<'d>(own: &Explained<'d>) -> &'d str {
    own.part.name.unwrap_or(own.part.destination.provider())
}

fn now(case: &Case) -> Timestamp {
    Timestamp::parse(case.now.as_deref().unwrap()).unwrap()
}

fn new_id(case: &Case) -> Option<impl FnMut() -> String> {
    case.new_id.clone().map(|id| move || id.clone())
}

fn set(expected: &[PathAndCode]) -> BTreeSet<PathAndCode> {
    expected.iter().cloned().collect()
}

fn found(issues: Issues) -> BTreeSet<PathAndCode> {
    issues.into_iter().map(PathAndCode::from).collect()
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, expected: &T, found: &T) -> Check {
    if expected == found { Ok(()) } else { Err(format!("{what}\n    expected {expected:?}\n    found    {found:?}")) }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/one_event")
}

fn paths() -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
