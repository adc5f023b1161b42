//! The cases of `vectors/`, as `vectors/README.md` specifies them.
#![allow(dead_code, reason = "each test uses a part")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use s2s_core::value::{Json, Text};
use s2s_core::{Issue, Response, Timestamp};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// `vectors/counts.json`: the number of cases, and of those that a typed API cannot express.
/// A file that is not found, or a case that is skipped by mistake, is noticed.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Counts {
    pub(crate) cases: usize,
    pub(crate) json_only: usize,
}

pub(crate) fn counts() -> Counts {
    serde_json::from_str(&fs::read_to_string(vectors().join("counts.json")).unwrap()).unwrap()
}

fn vectors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    provider: String,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    #[serde(skip)]
    pub(crate) provider: String,
    pub(crate) name: String,
    source: Option<String>,
    pub(crate) config: Option<Box<RawValue>>,
    pub(crate) event: Option<Box<RawValue>>,
    raw: Option<Raw>,
    pub(crate) identity: Option<Box<RawValue>>,
    pub(crate) messages: Option<Box<RawValue>>,
    now: Option<String>,
    pub(crate) new_id: Option<String>,
    #[serde(default)]
    pub(crate) json_only: bool,
    pub(crate) request: Option<ExpectedRequest>,
    #[serde(default, deserialize_with = "given")]
    pub(crate) lane_key: Option<Option<String>>,
    pub(crate) warnings: Option<Vec<PathAndCode>>,
    pub(crate) message_ids: Option<Vec<String>>,
    pub(crate) issues: Option<Vec<PathAndCode>>,
    pub(crate) config_issues: Option<Vec<PathAndCode>>,
    pub(crate) kind: Option<String>,
    pub(crate) response: Option<GivenResponse>,
    pub(crate) no_response: Option<String>,
    pub(crate) received_at: Option<String>,
    pub(crate) outcome: Option<ExpectedOutcome>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Raw {
    Text(String),
    Parts(Vec<Part>),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Text(String),
    Repetition { repeat: String, times: usize },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedRequest {
    pub(crate) method: String,
    pub(crate) url: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GivenResponse {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    #[serde(default)]
    body: String,
    #[serde(default)]
    body_hex: String,
}

impl GivenResponse {
    /// The body: a text, or bytes in hexadecimal digits.
    pub(crate) fn body(&self) -> Vec<u8> {
        let byte = |digits: &[u8]| u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
        let bytes = self.body_hex.as_bytes().chunks(2).map(byte);
        if self.body_hex.is_empty() { self.body.clone().into_bytes() } else { bytes.collect() }
    }

    /// The response, without the time at which it came.
    pub(crate) fn response(&self) -> Response {
        Response::new(self.status, self.headers.iter().map(|(name, value)| (name, value)), self.body())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedOutcome {
    pub(crate) outcome: String,
    pub(crate) scope: String,
    pub(crate) maybe_delivered: bool,
    pub(crate) retry_after_ms: Option<u128>,
    pub(crate) reason: Option<String>,
    pub(crate) details: Option<serde_json::Value>,
    #[serde(default, deserialize_with = "given")]
    pub(crate) provider_message: Option<Option<String>>,
    #[serde(default)]
    pub(crate) events: Vec<ExpectedEventOutcome>,
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedEventOutcome {
    pub(crate) outcome: String,
    pub(crate) scope: String,
}

/// Distinguishes `null` from absence.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PathAndCode {
    pub(crate) path: String,
    pub(crate) code: String,
}

impl From<&Issue> for PathAndCode {
    fn from(issue: &Issue) -> Self {
        Self { path: issue.path().to_owned(), code: issue.code().to_string() }
    }
}

pub(crate) enum Expectation<'a> {
    Request(&'a ExpectedRequest),
    LaneKey(Option<&'a str>),
    Issues(&'a [PathAndCode]),
}

impl Case {
    pub(crate) fn title(&self) -> String {
        format!("{}: {}", self.provider, self.name)
    }

    /// The kind of an event that becomes a request.
    pub(crate) fn built_kind(&self) -> Option<String> {
        let event = self.event.as_deref().filter(|_| self.request.is_some())?;
        members(event.get()).iter().find(|(key, _)| key == "kind").map(|(_, kind)| serde_json::from_str(kind.get()).unwrap())
    }

    /// Whether it is about a response alone.
    pub(crate) fn is_outcome(&self) -> bool {
        self.outcome.is_some() && self.request.is_none()
    }

    pub(crate) fn config(&self) -> &RawValue {
        self.config.as_deref().unwrap_or_else(|| panic!("{} has no configuration", self.title()))
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.now.as_deref().map_or(Timestamp::from_unix_millis(0).unwrap(), |now| Timestamp::parse(now).unwrap())
    }

    /// The text of the event, or of what else the case gives to the library.
    pub(crate) fn input(&self) -> String {
        match (&self.event, &self.raw, &self.messages) {
            (Some(event), ..) => event.get().to_owned(),
            (None, Some(Raw::Text(text)), _) => text.clone(),
            (None, Some(Raw::Parts(parts)), _) => parts
                .iter()
                .map(|part| match part {
                    Part::Text(text) => text.clone(),
                    Part::Repetition { repeat, times } => repeat.repeat(*times),
                })
                .collect(),
            (None, None, Some(messages)) => messages.get().to_owned(),
            (None, None, None) => self.config.as_ref().map(|config| config.get().to_owned()).unwrap_or_default(),
        }
    }

    pub(crate) fn expectation(&self) -> Expectation<'_> {
        match (&self.request, &self.lane_key, &self.issues) {
            (Some(request), None, None) => Expectation::Request(request),
            (None, Some(key), None) => Expectation::LaneKey(key.as_deref()),
            (None, None, Some(issues)) => Expectation::Issues(issues),
            _ => panic!("{} expects neither a request, a key nor issues, or several", self.title()),
        }
    }

    pub(crate) fn codes(&self) -> BTreeSet<String> {
        [&self.warnings, &self.issues, &self.config_issues].into_iter().flatten().flatten().map(|expected| expected.code.clone()).collect()
    }
}

/// Every case of every provider.
pub(crate) fn all_cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut titles = BTreeSet::new();
    // Deliveries have scripts instead of cases, and neutral events cases of their own.
    let is_of_a_provider = |folder: &&PathBuf| folder.is_dir() && !["delivery", "one_event"].iter().any(|own| folder.ends_with(own));
    for path in entries(&vectors()).iter().filter(is_of_a_provider).flat_map(|folder| entries(folder)) {
        let text = fs::read_to_string(&path).unwrap();
        let file: File = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for mut case in file.cases {
            case.provider.clone_from(&file.provider);
            assert!(titles.insert(case.title()), "{} appears more than once", case.title());
            cases.push(case);
        }
    }
    cases
}

/// The codes in `vectors/one_event/`.
pub(crate) fn codes_of_one_event() -> BTreeSet<String> {
    const CODE: &str = "\"code\": \"";
    let texts = entries(&vectors().join("one_event")).into_iter().map(|path| fs::read_to_string(path).unwrap());
    texts.flat_map(|text| text.split(CODE).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// The members of an object in their order.
pub(crate) fn members(object: &str) -> Vec<(String, Box<RawValue>)> {
    struct Members(Vec<(String, Box<RawValue>)>);

    impl<'de> Deserialize<'de> for Members {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Visitor;

            impl<'de> serde::de::Visitor<'de> for Visitor {
                type Value = Members;

                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }

                fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                    let mut members = Vec::new();
                    while let Some(member) = map.next_entry()? {
                        members.push(member);
                    }
                    Ok(Members(members))
                }
            }

            deserializer.deserialize_map(Visitor)
        }
    }

    serde_json::from_str::<Members>(object).unwrap().0
}

/// Details as serde_json has them.
pub(crate) fn to_value(members: &[(Text, Json)]) -> serde_json::Value {
    fn value(json: &Json) -> serde_json::Value {
        match json {
            Json::Bool(value) => (*value).into(),
            Json::Number(number) => serde_json::from_str(number.as_str()).unwrap(),
            Json::String(text) => text.as_str().into(),
            Json::Array(items) => items.iter().map(value).collect(),
            Json::Object(members) => to_value(members),
            _ => serde_json::Value::Null,
        }
    }
    members.iter().map(|(key, json)| (key.as_str().to_owned(), value(json))).collect()
}
