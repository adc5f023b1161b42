//! What holds for every input, not just for the cases of the vectors.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use s2s_core::dynamic::{self, Destinations, Record, Type};
use s2s_core::value::Number;
use s2s_core::{Adjust, Issues, Method, Metrix, NoResponse, Request, Response, Timestamp, adjust, metrix};
use serde_json::{Map, Value, json};

fn now() -> Timestamp {
    Timestamp::parse("2026-11-20T12:00:00Z").unwrap()
}

fn destinations() -> Destinations {
    let config = r#"{
        "adjust": {"app_token": "4w565xzmb54d", "auth_token": "v8s5opi0zs45607l8h8c48wak2vxb5oe"},
        "metrix": {"app_id": "app", "api_key": "key"},
        "metrix_inapp": {"app_id": "an app/?#%", "dev_key": "key"},
        "destination": {
            "query": {"provider": "adjust", "app_token": "4w565xzmb54d", "request_style": "get_query"},
            "post": {"provider": "adjust", "app_token": "4w565xzmb54d", "request_style": "post_query", "time_format": "iso8601", "ipv6": "omit"}
        }
    }"#;
    Destinations::from_config(&dynamic::from_json(config).unwrap()).unwrap()
}

/// Texts that have broken encoders before, beside any others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => any::<String>(),
        2 => "[ -~]{0,30}",
        1 => select(vec!["\r\nX-Injected: 1", "\0", "&a=b", "#", "?", "%00", "%", "+", "\"", "\\", "\u{2028}", "سلام", "😀", "../..", "{}", "\u{7f}\u{80}"]).prop_map(str::to_owned),
    ]
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            btree_map(text(), inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect()))
        ]
    })
}

/// The names of all fields of all kinds.
fn fields() -> Vec<String> {
    let mut names = vec!["destination".to_owned()];
    for provider in dynamic::PROVIDERS {
        for kind in provider.kind_names() {
            names.extend(dynamic::schema(provider.name, kind).unwrap()["properties"].as_object().unwrap().keys().cloned());
        }
    }
    names
}

/// A value that a field takes, more often than not.
fn field_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => select(vec![
            json!("660e1d86-6796-463a-be86-897993136018"), json!("00000000-0000-0000-0000-000000000000"), json!("f0ob4r"), json!("USD"), json!("IRR"), json!("ios"),
            json!("2026-11-20T10:00:00Z"), json!(1_795_168_800_000_i64), json!(1_795_168_800), json!("19.99"), json!(19.5), json!(true), json!(2), json!("192.0.2.1"),
            json!("2001:db8::1"), json!({"a": "b", "c": ""}), json!({"revenue": 1.5}), json!("query"), json!("Male"), json!("1993-04-04"),
        ]),
        1 => any_json(),
    ]
}

/// A field of any of these records.
fn member_of(records: Vec<&'static Record>) -> impl Strategy<Value = (String, Value)> {
    let fields: Vec<_> = records.iter().flat_map(|record| record.fields).collect();
    select(fields).prop_flat_map(|field| (Just(field.name.to_owned()), value_of(field.of)))
}

/// A value of a type, more often than not.
fn value_of(of: Type) -> BoxedStrategy<Value> {
    let right = match of {
        Type::Record(record) => vec(prop_oneof![9 => member_of(vec![record]), 1 => (text(), field_value())], 0..6)
            .prop_map(|members| Value::Object(members.into_iter().collect()))
            .boxed(),
        Type::List(item) => vec(value_of(*item), 0..4).prop_map(Value::from).boxed(),
        Type::Json => any_json().boxed(),
        _ => return field_value().boxed(),
    };
    prop_oneof![8 => right, 1 => field_value()].boxed()
}

fn any_event() -> impl Strategy<Value = Vec<(String, Value)>> {
    let kinds: Vec<(&str, &str)> =
        dynamic::PROVIDERS.iter().flat_map(|provider| provider.kind_names().map(|kind| (provider.name, kind))).collect();
    let records = dynamic::PROVIDERS.iter().flat_map(|provider| provider.kinds).map(|kind| kind.record);
    let member = prop_oneof![
        8 => member_of(records.collect()),
        1 => (Just("destination".to_owned()), field_value()),
        1 => (text(), field_value()),
    ];
    (select(kinds), vec(member, 0..14).prop_map(|members| members.into_iter().collect::<BTreeMap<_, _>>())).prop_map(
        |((provider, kind), members)| {
            let mut event = vec![("provider".to_owned(), json!(provider)), ("kind".to_owned(), json!(kind))];
            event.extend(members);
            event
        },
    )
}

fn to_text(members: &[(String, Value)]) -> String {
    let members: Vec<String> = members.iter().map(|(key, value)| format!("{}:{value}", json!(key))).collect();
    format!("{{{}}}", members.join(","))
}

fn built(destinations: &Destinations, event: &str) -> Result<Request, Issues> {
    destinations.build(event.as_bytes(), now(), Some(&mut || "fresh".to_owned())).map(|built| built.request)
}

/// A request that HTTP libraries take as it is, and that is the same when it comes back from plain data.
fn assert_well_formed(request: &Request) {
    let url = url::Url::parse(request.url()).unwrap();
    assert_eq!(url.as_str(), request.url(), "a URL parser changes the URL");
    assert!(url.fragment().is_none() && url.username().is_empty());
    let converted = http::Request::try_from(request).unwrap();
    assert_eq!(converted.method().as_str(), request.method().as_str());
    assert_eq!(converted.uri().to_string(), request.url());
    assert_eq!(converted.headers().len(), request.headers().len());
    assert!(request.headers().iter().all(|header| header.value().bytes().all(|byte| (b' '..=b'~').contains(&byte))));
    assert!(request.method() != Method::Get || request.body().is_empty());
    assert!(dynamic::request_from_json(&dynamic::request_to_json(request)).unwrap() == *request);
    match request.provider() {
        "adjust" => assert!(request.body().is_ascii()),
        _ => assert!(serde_json::from_slice::<Map<String, Value>>(request.body()).is_ok()),
    }
}

fn codes(issues: &Issues) -> Vec<(String, &'static str)> {
    let mut codes: Vec<_> = issues.into_iter().map(|issue| (issue.path().to_owned(), issue.code().as_str())).collect();
    codes.sort();
    codes
}

/// The same examples each time, so that a run says something of the change that it tests; `PROPTEST_RNG_SEED=1234` looks at others.
fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) };
    let rng_seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { config.rng_seed };
    ProptestConfig { rng_seed, ..config }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_bytes_get_an_answer(bytes in vec(any::<u8>(), 0..200)) {
        if let Err(issues) = destinations().build(&bytes, now(), None) {
            prop_assert!(!issues.as_slice().is_empty());
        }
    }

    #[test]
    fn any_json_gets_an_answer(value in any_json()) {
        let text = value.to_string();
        prop_assert!(built(&destinations(), &text).is_err(), "an event without a provider was built");
        let _ = Destinations::from_config(&dynamic::from_json(&text).unwrap());
        let _ = destinations().get("metrix", None).unwrap().messages(&text, &text, now(), None);
    }

    #[test]
    fn any_event_is_built_well_formed_or_refused_with_reasons(event in any_event()) {
        match built(&destinations(), &to_text(&event)) {
            Ok(request) => assert_well_formed(&request),
            Err(issues) => {
                prop_assert!(!issues.as_slice().is_empty());
                for issue in &issues {
                    prop_assert!(issue.path().is_empty() || issue.path().starts_with('/'));
                    prop_assert!(!issue.message().is_empty());
                }
            }
        }
    }

    #[test]
    fn building_is_deterministic_and_does_not_depend_on_the_order_of_fields((event, shuffled) in any_event().prop_flat_map(|event| (Just(event.clone()), Just(event).prop_shuffle()))) {
        let destinations = destinations();
        let (first, again, other) = (built(&destinations, &to_text(&event)), built(&destinations, &to_text(&event)), built(&destinations, &to_text(&shuffled)));
        prop_assert_eq!(&first, &again);
        match (first, other) {
            (Ok(first), Ok(other)) => prop_assert_eq!(first, other),
            (Err(first), Err(other)) => prop_assert_eq!(codes(&first), codes(&other)),
            (first, other) => prop_assert!(false, "{:?} became {:?}", first, other),
        }
    }

    #[test]
    fn the_fast_reading_and_the_thorough_one_agree(event in any_event()) {
        let destinations = destinations();
        // Only the thorough reading takes a null here.
        let mut thorough = event.clone();
        thorough.insert(2, ("destination".to_owned(), Value::Null));
        let is_named = event.iter().any(|(key, _)| key == "destination");
        match (built(&destinations, &to_text(&event)), built(&destinations, &to_text(&thorough))) {
            _ if is_named => {}
            (Ok(fast), Ok(thorough)) => prop_assert_eq!(fast, thorough),
            (Err(fast), Err(thorough)) => prop_assert_eq!(codes(&fast), codes(&thorough)),
            (fast, thorough) => prop_assert!(false, "{:?} became {:?}", fast, thorough),
        }
    }

    #[test]
    fn a_form_decodes_to_what_went_in(
        agent in "[^\\p{Cc}]{1,40}", name in text(), params in vec((text(), text()), 0..6), extra in vec((text(), text()), 0..4), style in 0_usize..3,
    ) {
        let style = [adjust::RequestStyle::PostForm, adjust::RequestStyle::PostQuery, adjust::RequestStyle::GetQuery][style];
        let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").request_style(style).build()).unwrap();
        let event = adjust::Event::builder()
            .event_token("f0ob4r")
            .external_device_id("device")
            .user_agent(agent.clone())
            .device_name(name.clone())
            .callback_params(params.clone())
            .extra(extra.clone())
            .build();
        let is_right = !name.is_empty() && no_repeats(&params) && no_repeats(&extra) && extra.iter().all(|(key, _)| !key.is_empty() && !fields().contains(key));
        let request = adjust.event(&event, now());
        prop_assert_eq!(request.is_ok(), is_right, "{:?}", request);
        if let Ok(request) = request {
            let form = match style {
                adjust::RequestStyle::PostForm => request.body().to_vec(),
                _ => request.url().split_once('?').unwrap().1.as_bytes().to_vec(),
            };
            let decoded: Vec<(String, String)> = form_urlencoded::parse(&form).into_owned().collect();
            let find = |name: &str| decoded.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
            prop_assert_eq!(find("user_agent"), Some(agent));
            prop_assert_eq!(find("device_name"), Some(name));
            let sent: Map<String, Value> = serde_json::from_str(&find("callback_params").unwrap()).unwrap();
            prop_assert_eq!(sent, params.into_iter().map(|(key, value)| (key, Value::from(value))).collect::<Map<_, _>>());
            prop_assert_eq!(&decoded[decoded.len() - extra.len()..], &extra[..]);
        }
    }

    #[test]
    fn a_json_body_decodes_to_what_went_in(user in "[^\\p{Cc}]{1,30}", city in text(), attributes in btree_map(text(), any_json(), 0..6)) {
        let metrix = Metrix::new(metrix::Config::builder().app_id("app").api_key("key").build()).unwrap();
        let given: Map<String, Value> = attributes.into_iter().collect();
        let event = json!({"provider": "metrix", "kind": "user", "custom_user_id": user, "id": "i", "time": 0, "city": city, "custom_attributes": given});
        let destination = dynamic::AnyClient::Metrix(metrix);
        match destination.build(event.to_string().as_bytes(), now(), None) {
            Ok(request) => {
                let body: Value = serde_json::from_slice(request.body()).unwrap();
                prop_assert_eq!(&body["customUserId"], &event["custom_user_id"]);
                prop_assert_eq!(&body["messages"][0]["city"], &event["city"]);
                // To the byte: parsing would round some numbers.
                let sent = String::from_utf8(request.body().to_vec()).unwrap();
                let expected = format!("\"customAttributes\":{}", event["custom_attributes"]);
                prop_assert!(sent.contains(&expected), "{expected} is not in {sent}");
            }
            Err(issues) => prop_assert!(city.is_empty(), "{issues}"),
        }
    }

    #[test]
    fn money_is_sent_exactly(units in 0_u64..100_000_000_000, fraction in "[0-9]{0,10}", zeros in 0_usize..3) {
        let written = if fraction.is_empty() { units.to_string() } else { format!("{}{units}.{fraction}", "0".repeat(zeros)) };
        let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build()).unwrap();
        let event = adjust::Event::builder().event_token("f0ob4r").adid("18546f6171f67e29d1cb983322ad1329").revenue(written.clone()).currency("eur").build();
        let decimal: rust_decimal::Decimal = written.parse().unwrap();
        let is_in_range = decimal >= "0.001".parse().unwrap() && decimal <= "100000000000".parse().unwrap();
        match adjust.event(&event, now()) {
            Ok(request) => {
                prop_assert!(is_in_range);
                let body = String::from_utf8(request.body().to_vec()).unwrap();
                let sent = body.split("&revenue=").nth(1).unwrap().split('&').next().unwrap();
                prop_assert_eq!(sent, decimal.normalize().to_string());
            }
            Err(_) => prop_assert!(!is_in_range),
        }
    }

    #[test]
    fn a_double_reads_back_as_it_was(number in any::<f64>()) {
        let metrix = Metrix::new(metrix::Config::builder().app_id("app").api_key("key").build()).unwrap();
        let event = metrix::Revenue::builder().custom_user_id("u").id("i").time(0).name("n").currency("IRR").revenue(Number::from(number)).build();
        match metrix.revenue(&event, now()) {
            Ok(request) => {
                let body = String::from_utf8(request.body().to_vec()).unwrap();
                let sent = body.split("\"revenue\":").nth(1).unwrap().split(',').next().unwrap();
                prop_assert!(sent.contains(['.', 'e']), "{} is not written as a double", sent);
                prop_assert_eq!(sent.parse::<f64>().unwrap().to_bits(), number.to_bits());
            }
            Err(issues) => prop_assert!(!number.is_finite(), "{issues}"),
        }
    }

    #[test]
    fn any_answer_is_interpreted(status in any::<u16>(), headers in vec((select(vec!["Retry-After", "Content-Type", "Date"]), text()), 0..3), body in prop_oneof![text(), any_json().prop_map(|json| json.to_string())]) {
        for provider in dynamic::PROVIDERS {
            let outcome = dynamic::interpret(provider.name, &Response::new(status, headers.clone(), body.clone())).unwrap();
            prop_assert_eq!(outcome.maybe_delivered(), outcome.kind() == s2s_core::OutcomeKind::Unclear);
            prop_assert!(outcome.provider_message().is_none_or(|message| message.chars().count() <= 200));
        }
    }
}

fn no_repeats(pairs: &[(String, String)]) -> bool {
    pairs.iter().enumerate().all(|(position, (key, _))| pairs[..position].iter().all(|(earlier, _)| earlier != key))
}

#[test]
fn hostile_inputs_are_answered_in_time() {
    let destinations = destinations();
    let adjust = |members: &str| format!(r#"{{"provider":"adjust","kind":"event",{members}}}"#);
    let many = |make: fn(usize) -> String| (0..60_000).map(make).collect::<Vec<_>>().join(",");
    let long_key = "k".repeat(200_000);
    for event in [
        "[".repeat(1_000_000),
        adjust(&format!("\"callback_params\":{}1", "{\"a\":".repeat(200_000))),
        adjust(&format!("\"extra\":{}{}", "[".repeat(500_000), "]".repeat(500_000))),
        adjust(&many(|n| format!("\"k{n}\":1"))),
        adjust(&many(|_| "\"aB\":1".to_owned())),
        format!("{{{}}}", many(|n| format!("\"aB{n}\":1"))),
        adjust(&format!("\"callback_params\":{{{}}}", many(|n| format!("\"k{n}\":1")))),
        adjust(&format!("\"callback_params\":{{{}}}", many(|_| "\"k\":\"v\"".to_owned()))),
        adjust(&format!("\"{long_key}\":{{{}}}", many(|_| "\"k\":\"v\"".to_owned()))),
        format!(r#"{{"provider":"metrix","kind":"action","attributes":{{"{long_key}":{{{}}}}}}}"#, many(|_| "\"k\":1".to_owned())),
        format!(r#"{{"provider":"metrix","kind":"action","attributes":{{"{long_key}":[{}]}}}}"#, many(|_| "\"\\ud800\"".to_owned())),
        format!(r#"{{"provider":"{long_key}","kind":"{long_key}"}}"#),
        adjust(&format!("\"{}\":1", "K".repeat(2_000_000))),
        adjust(&format!("\"revenue\":{}", "9".repeat(2_000_000))),
        adjust(&format!("\"revenue\":1e{}", "9".repeat(2_000_000))),
        adjust(&format!("\"user_agent\":\"{}\"", "\\u0000".repeat(500_000))),
        "\"".repeat(3_000_000),
        " ".repeat(4_000_000),
        " ".repeat(5_000_000),
    ] {
        in_time(&event, || assert!(built(&destinations, &event).is_err()));
    }
    let metrix = destinations.get("metrix", None).unwrap();
    for messages in [
        format!("[{}]", many(|_| r#"{"kind":"action"}"#.to_owned())),
        format!("[{}]", many(|_| "1".to_owned())),
        format!("[{}]", "[".repeat(1_000_000)),
        format!(r#"[{{"kind":"action",{}}}]"#, many(|_| "\"aB\":1".to_owned())),
    ] {
        in_time(&messages, || assert!(metrix.messages("{}", &messages, now(), None).is_err()));
    }
}

/// Fails if an input takes longer than any of its size should: what is quadratic takes minutes.
#[expect(clippy::disallowed_methods, reason = "a test measures time")]
fn in_time(input: &str, answer: impl FnOnce()) {
    let start = std::time::Instant::now();
    answer();
    let limit = std::time::Duration::from_secs(30);
    assert!(start.elapsed() < limit, "{} bytes took {:?}: {}…", input.len(), start.elapsed(), input.chars().take(100).collect::<String>());
}

#[test]
fn no_response_is_the_same_for_every_provider() {
    for kind in NoResponse::ALL {
        let metrix = destinations().get("metrix", None).unwrap().interpret_no_response(*kind);
        assert_eq!(metrix, s2s_core::Outcome::from(*kind));
    }
}
