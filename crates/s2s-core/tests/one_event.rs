//! Runs every case of `vectors/one_event/`, and states what holds for every neutral event.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use common::PathAndCode;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use s2s_core::dynamic::{self, AnyClient, Destinations, Explained, PROVIDERS, Verdict};
use s2s_core::one_event::How;
use s2s_core::{Issue, Issues, Request, Timestamp};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

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

#[test]
fn every_provider_has_cases_of_every_name() {
    let text = fs::read_to_string(folder().join("names.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let providers: BTreeSet<&str> = PROVIDERS.iter().map(|spec| spec.name).collect();
    let told = |case: &Value| case["results"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let cases = file["cases"].as_array().unwrap().iter().filter(|case| case["destinations"] == "app");
    let missing = cases.flat_map(|case| {
        let told = told(case);
        providers.iter().filter(|own| !told.contains(**own)).map(|own| format!("{}: {own}", case["name"])).collect::<Vec<_>>()
    });
    assert_eq!(missing.collect::<Vec<_>>(), Vec::<String>::new());
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

/// Fields of an event that is the same in each test, by their places.
const FIELDS: &[(&str, &str)] = &[
    ("/id", r#""e-1""#),
    ("/time", r#""2026-11-20T11:59:00Z""#),
    ("/source", r#""app""#),
    ("/source", r#""web""#),
    ("/value", "19.99"),
    ("/tax", "1"),
    ("/shipping", r#""0.5""#),
    ("/discount", "2"),
    ("/coupon", r#""SPRING""#),
    ("/order_id", r#""A-1""#),
    ("/content_type", r#""product""#),
    ("/search_term", r#""shoes""#),
    ("/method", r#""email""#),
    ("/level", "5"),
    ("/score", "7"),
    ("/achievement_id", r#""first""#),
    ("/rating", "4"),
    ("/rating_max", "5"),
    ("/group_id", r#""G""#),
    ("/content_id", r#""C""#),
    ("/params", r#"{"color": "red", "pieces": 2}"#),
    ("/user/id", r#""u-1""#),
    ("/user/email", r#""a@example.com""#),
    ("/user/phone", r#""+16505551212""#),
    ("/user/first_name", r#""Mary""#),
    ("/user/last_name", r#""Smith""#),
    ("/user/date_of_birth", r#""1990-12-31""#),
    ("/user/gender", r#""female""#),
    ("/user/gender", r#""other""#),
    ("/user/city", r#""Paris""#),
    ("/user/state", r#""idf""#),
    ("/user/postal_code", r#""75001""#),
    ("/user/country", r#""FR""#),
    ("/device/platform", r#""ios""#),
    ("/device/platform", r#""android""#),
    ("/device/platform", r#""web""#),
    ("/device/idfa", r#""D2CADB5F-410F-4963-AC0C-2A78534BDF1E""#),
    ("/device/idfa", r#""00000000-0000-0000-0000-000000000000""#),
    ("/device/gps_adid", r#""660e1d86-6796-463a-be86-897993136018""#),
    ("/device/idfv", r#""7C6B3D5A-0F3E-4B8E-9C1D-2A4E6F8B0C1D""#),
    ("/device/android_id", r#""1a2b3c4d5e6f7a8b""#),
    ("/device/oaid", r#""660e1d86-6796-463a-be86-897993136018""#),
    ("/device/ip", r#""203.0.113.7""#),
    ("/device/user_agent", r#""Mozilla/5.0""#),
    ("/device/os_version", r#""17.5""#),
    ("/device/app_id", r#""com.example.shop""#),
    ("/device/app_version", r#""1.2""#),
    ("/device/model", r#""iPhone16,2""#),
    ("/device/locale", r#""en_US""#),
    ("/device/att_status", r#""denied""#),
    ("/ids/session_id", r#""17""#),
    ("/ids/meta_anon_id", r#""XZ""#),
    ("/ids/branch_browser_id", r#""9""#),
    ("/click/fbc", r#""fb.1.1554763741205.AbC""#),
    ("/click/fbp", r#""fb.1.1596403881668.1116446470""#),
    ("/click/ttclid", r#""E.C""#),
    ("/click/ttp", r#""94e2""#),
    ("/click/gclid", r#""Cj0K""#),
    ("/page/url", r#""https://shop.example/""#),
    ("/page/referrer", r#""https://shop.example/cart""#),
    ("/consent/ad_user_data", "true"),
    ("/consent/ad_user_data", "false"),
    ("/consent/ad_personalization", "false"),
    ("/consent/limited_data_use", "true"),
    ("/consent/limited_country", "1"),
    ("/consent/limited_state", "1000"),
    ("/ad/network", r#""AdMob""#),
    ("/ad/unit", r#""unit""#),
    ("/ad/placement", r#""home""#),
    ("/ad/format", r#""banner""#),
    ("/ad/impressions", "1"),
    ("/subscription/id", r#""S-1""#),
    ("/subscription/product_id", r#""gold""#),
    ("/subscription/period", r#""P1M""#),
    ("/subscription/trial", "false"),
    ("/items", r#"[{"id": "1", "quantity": 1}]"#),
    (
        "/items",
        r#"[{"id": "1", "price": 0, "quantity": 0}, {"id": "2", "name": "Socks", "quantity": 2, "brand": "Acme", "category": "Apparel"}]"#,
    ),
    ("/items", r#"[{"id": "1", "quantity": 1, "variant": "XL", "price": 5, "discount": 1}]"#),
];

/// An event with some of the fields; where several have the same place, the last one counts.
fn event() -> impl Strategy<Value = Value> {
    let names = vec!["purchase", "refund", "sign_up", "subscribe", "ad_revenue", "view_item", "search", "level_up", "install", "custom"];
    let fields = FIELDS.iter().chain(DIGESTS).collect::<Vec<_>>();
    let count = fields.len();
    (select(names), subsequence(fields, 0..=count), any::<bool>(), any::<bool>()).prop_map(|(name, fields, has_digests, has_fbclid)| {
        let mut event = json!({
            "event": name,
            "currency": "USD",
            "ids": {
                "adjust_adid": "18546f6171f67e29d1cb983322ad1329", "appsflyer_id": "1665148898336-5539842602053895577", "metrix_user_id": "m",
                "metrix_session_id": "s", "app_instance_id": "0123456789abcdef0123456789abcdef", "client_id": "1234567890.1687758765",
                "singular_device_id": "40009df0-d618-4d81-9da1-cbb3337b8dec"
            }
        });
        if name == "custom" {
            event["name"] = json!("gift_opened");
        }
        let is_left_out = |place: &str| match place {
            "/user/email" | "/user/phone" => has_digests,
            "/click/fbc" => has_fbclid,
            place if place.contains("sha256") => !has_digests,
            place if place.starts_with("/click/fbclid") => !has_fbclid,
            _ => false,
        };
        for (place, value) in fields.into_iter().filter(|(place, _)| !is_left_out(place)) {
            put(&mut event, place, serde_json::from_str(value).unwrap());
        }
        if has_fbclid {
            put(&mut event, "/click/fbclid", json!("AbC"));
            put(&mut event, "/click/fbclid_time", json!(1_795_175_940_000_i64));
        }
        event
    })
}

/// Fields that exclude others.
const DIGESTS: &[(&str, &str)] = &[
    ("/user/sha256_email", r#""973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b""#),
    ("/user/phone_sha256_digits", r#""973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b""#),
    ("/user/phone_sha256_e164", r#""973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b""#),
];

fn put(event: &mut Value, place: &str, value: Value) {
    let place = place.split('/').skip(1).fold(event, |at, key| &mut at[key]);
    *place = value;
}

/// The places where an event has values, with `*` for the position of an item.
fn places(event: &Value) -> BTreeSet<String> {
    fn walk(value: &Value, at: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(members) if at != "/params" => members.iter().for_each(|(key, inner)| walk(inner, &format!("{at}/{key}"), found)),
            Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{at}/*"), found)),
            _ => {
                found.insert(at.to_owned());
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(event, "", &mut found);
    found
}

/// Each provider's sorts of destinations, with one mapping.
fn everywhere(mapping: Value) -> Destinations {
    let mut config = json!({"destination": {
        "adjust": {"provider": "adjust", "app_token": "4w565xzmb54d"},
        "metrix": {"provider": "metrix", "app_id": "app", "api_key": "key"},
        "metrix_inapp": {"provider": "metrix_inapp", "app_id": "app", "dev_key": "key"},
        "ga4 app": {"provider": "ga4", "firebase_app_id": "1:98765432109:ios:fedcba9876543210", "api_secret": "secret"},
        "ga4 web": {"provider": "ga4", "measurement_id": "G-PSW1MY7HB4", "api_secret": "secret"},
        "meta": {"provider": "meta", "dataset_id": "1234567890", "access_token": "token"},
        "tiktok app": {"provider": "tiktok", "event_source": "app", "event_source_id": "7012345", "access_token": "token"},
        "tiktok web": {"provider": "tiktok", "event_source": "web", "event_source_id": "7012345", "access_token": "token"},
        "tiktok offline": {"provider": "tiktok", "event_source": "offline", "event_source_id": "7012345", "access_token": "token"},
        "appsflyer": {"provider": "appsflyer", "app_id": "id123456789", "s2s_key": "key", "max_body_bytes": 8192},
        "branch": {"provider": "branch", "branch_key": "key_live_abc"},
        "singular v1": {"provider": "singular", "sdk_key": "key", "app_id": "com.example.shop", "event_api": "v1"},
        "singular v2": {"provider": "singular", "sdk_key": "key", "app_id": "com.example.shop", "platform": "iOS"}
    }});
    let names = ["purchase", "refund", "sign_up", "subscribe", "view_item", "search", "level_up", "install", "custom"];
    let tokens: Value = names.iter().map(|name| ((*name).to_owned(), json!("f0ob4r"))).collect::<serde_json::Map<_, _>>().into();
    for (name, destination) in config["destination"].as_object_mut().unwrap() {
        destination["mapping"] = mapping.clone();
        if ["adjust", "metrix_inapp"].contains(&name.as_str()) {
            destination["events"] = tokens.clone();
        }
    }
    Destinations::from_config(&dynamic::from_json(&config.to_string()).unwrap()).unwrap()
}

fn findings<'e>(own: &'e Explained<'_>) -> Vec<&'e Issue> {
    match &own.part.verdict {
        Verdict::Built(request) => request.warnings().iter().collect(),
        Verdict::Refused(issues) => issues.into_iter().collect(),
        Verdict::Skipped => Vec::new(),
    }
}

/// The paths of a place in an event: one for each item that has the field.
fn in_event(event: &Value, place: &str) -> Vec<String> {
    let Some(field) = place.strip_prefix("/items/*/") else { return vec![place.to_owned()] };
    let items = event["items"].as_array().unwrap().iter().enumerate();
    items.filter(|(_, item)| item.get(field).is_some()).map(|(position, _)| format!("/items/{position}/{field}")).collect()
}

/// The places that have neither a row nor a finding in the result of a destination.
fn unsaid(event: &Value, own: &Explained<'_>) -> BTreeSet<String> {
    let findings = findings(own);
    let is_said = |place: &str| {
        let decides = ["/source", "/device/platform"].contains(&place) || place.starts_with("/ids/");
        let has_row = own.rows.iter().any(|row| row.from == place && row.is_given && row.how != How::Withheld);
        decides || has_row || in_event(event, place).iter().all(|path| findings.iter().any(|issue| issue.path() == path))
    };
    places(event).into_iter().filter(|place| !is_said(place)).collect()
}

/// The same events each time; `PROPTEST_RNG_SEED=1234` tries others.
fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) };
    let rng_seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { config.rng_seed };
    ProptestConfig { rng_seed, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_dropped_in_silence(event in event()) {
        let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
        for mapping in [json!({}), json!({"unmapped": "warn"}), json!({"unmapped": "warn", "no_consent": "withhold_user_data", "value": "net"})] {
            let is_strict = mapping.get("unmapped").is_none();
            let destinations = everywhere(mapping);
            let explained = destinations.explain_json(event.to_string().as_bytes(), now, Some(&mut || "m-1".to_owned()));
            for own in explained.unwrap() {
                // What is refused for another reason has no warnings.
                if is_strict || matches!(own.part.verdict, Verdict::Built(_)) {
                    prop_assert_eq!(unsaid(&event, &own), BTreeSet::new(), "{}: {:?}", name(&own), own.part.verdict);
                }
            }
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/one_event")
}

fn paths() -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
