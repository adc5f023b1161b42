//! Records inside of records, lists and any JSON: how they are read.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, MapAccess, Visitor};
use serde_json::{Value, json};

use crate::issue::{Code, Found, Report};
use crate::provider::record::{Declared, Record, Type};
use crate::provider::sample::{Consent, ConsentFields, Item, ItemFields, Order, OrderFields, OrderRead, Tcf, TcfFields, check};
use crate::provider::{camel_case, snake_case};
use crate::value::Json;
use crate::value::lend::{Lend, ListRef};

use super::text::JsonText;
use super::{scan, typed};

/// An order as text, so that an owned one can be compared with one as it is read.
fn text_of(order: &dyn OrderFields) -> String {
    fn list<T: Lend>(list: Option<ListRef<'_, T>>, text: impl Fn(T::Ref<'_>) -> String) -> Option<Vec<String>> {
        list.map(|list| {
            assert_eq!(list.len(), list.iter().count());
            list.iter().map(text).collect()
        })
    }
    fn tcf(tcf: &dyn TcfFields) -> String {
        format!("{:?} {:?}", tcf.policy_version(), tcf.tc_string())
    }
    let consent = |consent: &dyn ConsentFields| format!("{:?} {:?}", consent.is_given(), consent.tcf_data().map(tcf));
    let item = |item: &dyn ItemFields| {
        let price = item.unit_price().map(|price| price.as_str().to_owned());
        let free = item
            .free_params()
            .map(|free| free.as_slice().iter().map(|(key, value)| format!("{:?} {}", key.as_str(), written(value))).collect::<Vec<_>>());
        format!("{:?} {price:?} {:?} {:?} {free:?}", item.item_id(), item.tcf_data().map(tcf), list(item.own_labels(), str::to_owned))
    };
    let names = order.name_map().map(|names| names.iter().map(|(key, value)| format!("{key:?} {value:?}")).collect::<Vec<_>>());
    format!(
        "{:?} {:?} {:?} {:?} {:?} {:?} {names:?}",
        order.order_id(),
        order.consent_data().map(consent),
        list(order.user_ids(), str::to_owned),
        list(order.amounts(), |amount| amount.as_str().to_owned()),
        list(order.items(), item),
        order.free_value().map(written),
    )
}

fn written(json: &Json) -> String {
    let mut out = Vec::new();
    crate::encode::json::value(&mut out, json);
    String::from_utf8(out).unwrap()
}

/// Everything that is wrong with an order by the thorough reading, and the order as text where nothing is.
fn thorough(text: JsonText<'_>) -> Result<String, Vec<(String, &'static str)>> {
    let mut found = Found::default();
    let order = typed::object(text, "", &mut found).map(|(members, mut spelling)| {
        let order: Order = typed::declared(members, "", &mut spelling, &mut found).unwrap_or_default();
        (order, spelling)
    });
    let (order, spelling) = order.unwrap();
    let mut report = Report::with(found);
    check(&order, &mut report);
    match report.finish() {
        Ok(_) => Ok(text_of(&order)),
        Err(issues) => {
            let issues = spelling.applied(issues).into_vec();
            Err(issues.into_iter().map(|issue| (issue.path().to_owned(), issue.code().as_str())).collect())
        }
    }
}

/// The order as text by the fast reading, where nothing is wrong.
fn fast(text: &str) -> Option<String> {
    struct OrderVisitor;

    impl<'de> Visitor<'de> for OrderVisitor {
        type Value = OrderRead<'de>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<OrderRead<'de>, A::Error> {
            OrderRead::deserialize(MapAccessDeserializer::new(map))
        }
    }

    let order = scan::object(text, OrderVisitor).ok()?;
    let mut report = Report::default();
    check(&order, &mut report);
    report.finish().ok().map(|_| text_of(&order))
}

#[track_caller]
fn assert_found(text: &str, expected: &[(&str, &str)]) {
    let found = thorough(JsonText::new(text)).unwrap_err();
    assert_eq!(found.iter().map(|(path, code)| (path.as_str(), *code)).collect::<Vec<_>>(), expected, "{text}");
    assert_eq!(fast(text), None, "{text}");
}

#[test]
fn everything_is_read_in_either_spelling() {
    let event = json!({
        "order_id": "1", "consent_data": {"is_given": true, "tcf_data": {"policy_version": 2, "tc_string": "\n"}}, "user_ids": ["a", ""],
        "amounts": ["1.50", 2.5], "items": [{"item_id": "i", "unit_price": 1, "own_labels": ["x"], "free_params": {"aB": [1], "a_b": {}}}, {"item_id": "j"}],
        "free_value": {"aB": null, "a_b": [1.0]}, "name_map": {"aB": "c"},
    });
    let mut event = event.to_string().replace("\"\"", "\"b\"");
    let text = thorough(JsonText::new(&event)).unwrap();
    assert_eq!(fast(&event).as_ref(), Some(&text));
    for record in std::iter::once(&Order::RECORD).chain(Order::RECORD.nested()) {
        for field in record.fields {
            event = event.replace(&format!("\"{}\":", field.name), &format!("\"{}\":", camel_case(field.name)));
        }
    }
    assert_eq!(fast(&event).as_ref(), Some(&text));
    assert_eq!(thorough(JsonText::new(&event).with_camel_case()).as_ref(), Ok(&text));
}

#[test]
fn null_is_absent_but_not_in_a_list() {
    let absent = r#"{"order_id":"1","consent_data":{"tcf_data":null},"user_ids":null,"items":[{"item_id":"i","own_labels":null}],"free_value":null}"#;
    assert_eq!(fast(absent), Some(thorough(JsonText::new(absent)).unwrap()));
    assert!(fast(r#"{"order_id":"1","free_value":[null]}"#).is_some());
    assert_found(
        r#"{"order_id":"1","user_ids":[null,"a"],"amounts":[null],"items":[null],"name_map":{"a":null}}"#,
        &[("/user_ids/0", "null_value"), ("/amounts/0", "null_value"), ("/items/0", "null_value"), ("/name_map/a", "null_value")],
    );
}

#[test]
fn every_issue_is_found_at_its_own_path() {
    assert_found(
        r#"{"consent_data":{"is_given":1,"tcf_data":{"policy_versoin":1},"isgiven":2},"user_ids":["a",1,""],"amounts":["x",true,{}],
            "items":[{"item_id":1},"item",{"own_labels":["",2]},{"tcf_data":{"policy_version":"1"},"unit_price":[]}],"name_map":[1]}"#,
        &[
            ("/consent_data/is_given", "wrong_type"),
            ("/consent_data/tcf_data/policy_versoin", "unknown_field"),
            ("/consent_data/isgiven", "unknown_field"),
            ("/user_ids/1", "wrong_type"),
            ("/amounts/1", "wrong_type"),
            ("/amounts/2", "wrong_type"),
            ("/items/0/item_id", "wrong_type"),
            ("/items/1", "wrong_type"),
            ("/items/2/own_labels/1", "wrong_type"),
            ("/items/3/tcf_data/policy_version", "wrong_type"),
            ("/items/3/unit_price", "wrong_type"),
            ("/name_map", "wrong_type"),
            ("/order_id", "missing"),
            ("/consent_data/tcf_data/policy_version", "missing"),
            ("/user_ids/2", "empty"),
            ("/amounts/0", "invalid_number"),
            ("/items/2/item_id", "missing"),
            ("/items/2/own_labels/0", "empty"),
            ("/items/3/item_id", "missing"),
        ],
    );
    assert_found(
        r#"{"order_id":"1","consent_data":[true,null],"items":[["1",null,null,null,null],{"item_id":"1","tcf_data":[2,"x"]}]}"#,
        &[("/consent_data", "wrong_type"), ("/items/0", "wrong_type"), ("/items/1/tcf_data", "wrong_type")],
    );
    assert_found(
        r#"{"order_id":"1","consent_data":[],"user_ids":{"a":1},"items":{"itemId":"1"},"amounts":1}"#,
        &[("/consent_data", "wrong_type"), ("/user_ids", "wrong_type"), ("/items", "wrong_type"), ("/amounts", "wrong_type")],
    );
}

#[test]
fn paths_are_spelled_as_the_caller_spelled() {
    let text = r#"{"orderId":"1","consentData":{"tcf_data":{"policyVersoin":1,"tcString":1,"tc_string":""}},
        "items":[{"itemId":"1","tcfData":{},"freeParams":{"a_b":1,"a_b":2}}],"freeValue":{"aB":1,"aB":1}}"#;
    assert_found(
        text,
        &[
            ("/consentData/tcf_data/tc_string", "duplicate_key"),
            ("/consentData/tcf_data/policyVersoin", "unknown_field"),
            ("/consentData/tcf_data/tcString", "wrong_type"),
            ("/consentData/tcf_data/policy_version", "missing"),
            ("/items/0/tcfData/policy_version", "missing"),
            ("/items/0/freeParams/a_b", "duplicate_key"),
            ("/freeValue/aB", "duplicate_key"),
        ],
    );
    let issues = thorough(JsonText::new(text).with_camel_case()).unwrap_err();
    let paths: Vec<&str> = issues.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "/consentData/tcf_data/tc_string",
            "/consentData/tcf_data/policyVersoin",
            "/consentData/tcf_data/tcString",
            "/consentData/tcf_data/policyVersion",
            "/items/0/tcfData/policyVersion",
            "/items/0/freeParams/a_b",
            "/freeValue/aB",
        ]
    );
}

#[test]
fn what_cannot_be_read_is_told_once_and_what_is_after_it_in_its_place() {
    assert_found(
        r#"{"order_id":"1","user_ids":["\ud800",""],"items":[{"itemId":"\ud800"},{}],"free_value":["\ud800"],"consent_data":{"tcfData":{"tc_string":"\ud800"}}}"#,
        &[
            ("/user_ids/0", "invalid_unicode"),
            ("/items/0/itemId", "invalid_unicode"),
            ("/free_value/0", "invalid_unicode"),
            ("/consent_data/tcfData/tc_string", "invalid_unicode"),
            ("/consent_data/tcfData/policy_version", "missing"),
            ("/user_ids/1", "empty"),
            ("/items/1/item_id", "missing"),
        ],
    );
}

#[test]
fn what_json_does_not_have_is_not_missing() {
    let issues = [crate::Issue::new("/items/0/itemId", Code::WrongType, "is a function")];
    let text = JsonText::new(r#"{"orderId":"1","items":[{"itemId":null}]}"#).with_issues(&issues);
    assert_eq!(thorough(text.with_camel_case()), Err(vec![("/items/0/itemId".to_owned(), "wrong_type")]));
    assert_eq!(thorough(text), Err(vec![("/items/0/itemId".to_owned(), "wrong_type")]));
}

#[test]
fn levels_are_counted_from_the_event_on() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let free = |levels| format!(r#"{{"order_id":"1","free_value":{}}}"#, nested(levels));
    let param = |levels| format!(r#"{{"order_id":"1","items":[{{"item_id":"1","free_params":{{"a":{}}}}}]}}"#, nested(levels));
    // The event is a level; so are the list, the item and the map.
    for (path, text) in [("/free_value", [free(31), free(32)]), ("/items", [param(28), param(29)])] {
        let [deepest, deeper] = text;
        assert!(thorough(JsonText::new(&deepest)).is_ok(), "{deepest}");
        assert_found(&deeper, &[(path, "too_deep")]);
        let mut order: Order = serde_json::from_str(&param(0).replace("\"a\":", "\"a\":1")).unwrap();
        if path == "/free_value" {
            order.free_value = Json::parse(&nested(32));
        } else {
            let free = Json::parse(&nested(29)).unwrap();
            order.items = Some(vec![Item::builder().item_id("1").free_params([("a", free)]).build()]);
        }
        let mut report = Report::default();
        check(&order, &mut report);
        let issues = report.finish().unwrap_err();
        assert_eq!(issues.into_iter().map(|issue| (issue.path(), issue.code())).collect::<Vec<_>>(), [(path, Code::TooDeep)]);
    }
}

#[test]
fn a_record_describes_those_inside_of_it() {
    let names: Vec<&str> = Order::RECORD.nested().into_iter().map(|record| record.name).collect();
    assert_eq!(names, ["Tcf", "Consent", "Item"]);
    assert!(Order::RECORD.has_anywhere("policy_version") && !Order::RECORD.has_anywhere("policy"));
    let of = |field: &str| Order::RECORD.field(field).unwrap().of;
    assert!(matches!(of("consent_data"), Type::Record(record) if record.name == "Consent"));
    assert!(matches!(of("user_ids"), Type::List(Type::Text)) && matches!(of("amounts"), Type::List(Type::Number)));
    assert!(matches!(of("items"), Type::List(Type::Record(record)) if record.field("item_id").unwrap().is_required));
    assert!(matches!(of("free_value"), Type::Json));
}

#[test]
fn an_order_of_structs_is_the_same() {
    let consent = Consent::builder().is_given(true).tcf_data(Tcf::builder().policy_version(2).build()).build();
    let item = Item::builder().item_id("i").unit_price("1.50").build();
    let order = Order::builder().order_id("1").consent_data(consent).user_ids(["a".into()]).items([item]).free_value("x").build();
    assert_eq!(format!("{order:?}"), "Order { .. }");
    let text = r#"{"order_id":"1","consent_data":{"is_given":true,"tcf_data":{"policy_version":2}},"user_ids":["a"],
        "items":[{"item_id":"i","unit_price":"1.50"}],"free_value":"x"}"#;
    assert_eq!(Some(text_of(&order)), fast(text));
}

#[cfg(feature = "schema")]
#[test]
fn a_schema_describes_what_is_inside() {
    let schema = schemars::schema_for!(Order).to_value();
    assert_eq!(schema["required"], json!(["order_id"]));
    assert_eq!(schema["$defs"]["Tcf"]["required"], json!(["policy_version"]));
    assert_eq!(schema["$defs"]["Tcf"]["additionalProperties"], json!(false));
    assert_eq!(schema["properties"]["items"]["items"], json!({"$ref": "#/$defs/Item"}));
    assert_eq!(schema["properties"]["user_ids"]["items"], schema["$defs"]["Item"]["properties"]["own_labels"]["items"]);
}

fn object_of(record: &'static Record) -> BoxedStrategy<Value> {
    let fields: Vec<_> = record.fields.iter().collect();
    let member = select(fields).prop_flat_map(|field| {
        let camel = camel_case(field.name);
        (select(vec![field.name.to_owned(), field.name.to_owned(), camel, "other".to_owned()]), value_of(field.of))
    });
    vec(member, 0..6).prop_map(|members| Value::Object(members.into_iter().collect())).boxed()
}

fn value_of(of: Type) -> BoxedStrategy<Value> {
    let right = match of {
        Type::Record(record) => object_of(record),
        Type::List(item) => vec(value_of(*item), 0..3).prop_map(Value::from).boxed(),
        Type::Texts | Type::Values => select(vec![json!({}), json!({"a": "b"}), json!({"aB": "b", "a_b": 1})]).boxed(),
        Type::Integer => Just(json!(2)).boxed(),
        Type::Boolean => Just(json!(true)).boxed(),
        Type::Number => select(vec![json!(2), json!(2.5), json!("2.5")]).boxed(),
        _ => select(vec![json!("a"), json!("é\n"), json!("\u{1F600}")]).boxed(),
    };
    let wrong = select(vec![json!(null), json!(1), json!(""), json!([]), json!([null]), json!({}), json!({"a": [1]})]);
    prop_oneof![12 => right, 1 => wrong].boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn the_fast_reading_and_the_thorough_one_agree(order in object_of(&Order::RECORD)) {
        let text = order.to_string();
        prop_assert_eq!(fast(&text), thorough(JsonText::new(&text)).ok(), "{}", text);
    }

    #[test]
    fn either_spelling_has_the_same_issues(order in object_of(&Order::RECORD)) {
        let text = order.to_string();
        let snake = |told: Result<String, Vec<(String, &'static str)>>| {
            told.map_err(|issues| issues.into_iter().map(|(path, code)| (snake_case(&path).into_owned(), code)).collect::<Vec<_>>())
        };
        prop_assert_eq!(snake(thorough(JsonText::new(&text))), snake(thorough(JsonText::new(&text).with_camel_case())), "{}", text);
    }
}

#[test]
fn a_literal_or_a_number_is_read_where_it_is_one() {
    let good = ["0", "-0", "10", "1.50", "1e5", "1E+05", "1.5e-3", "true", "false", "null", "[]", "{}", " [ 1 , { \"a\" : null } ] "];
    let bad = [
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "1.e1",
        "1.5.2",
        "0x1",
        "NaN",
        "-Infinity",
        "t",
        "truer",
        "nil",
        "null0",
        "[1,]",
        "[1",
        "{\"a\"}",
        "1 2",
        "",
    ];
    for (values, is_read) in [(good.as_slice(), true), (&bad, false)] {
        for value in values {
            let text = format!("{{\"order_id\":\"1\",\"free_value\":{value}}}");
            assert_eq!(fast(&text).is_some(), is_read, "{text}");
            assert_eq!(serde_json::from_str::<Value>(&text).is_ok(), is_read, "{text}");
            if is_read {
                assert_eq!(fast(&text), thorough(JsonText::new(&text)).ok(), "{text}");
            }
        }
    }
}

#[test]
fn the_fast_reading_leaves_what_is_nested_too_deep_to_the_thorough_one() {
    let nested = |levels: usize| format!("{{\"order_id\":\"1\",\"free_value\":{}{}}}", "[".repeat(levels), "]".repeat(levels));
    assert!(fast(&nested(31)).is_some());
    assert_found(&nested(32), &[("/free_value", "too_deep")]);
    assert_eq!(fast(&nested(100_000)), None);
}

#[test]
fn the_provider_and_the_kind_are_found_wherever_they_are() {
    let found = |text| scan::provider_and_kind(text).map(|(provider, kind)| [provider.into_owned(), kind.into_owned()]);
    for text in [
        r#"{"provider":"a","kind":"b"}"#,
        r#" { "kind" : "b" , "provider" : "a" , "rest" is not looked at"#,
        r#"{"a":"}\"","b":[{"kind":"x","c":[1,-2.5e+3,true,null]},"]"],"d":{},"e":[],"f":null,"kind":"b","g":1.5,"provider":"a"}"#,
        r#"{"pro\u0076ider":"\u0061","kind":"b"}"#,
    ] {
        assert_eq!(found(text), Some(["a".to_owned(), "b".to_owned()]), "{text}");
    }
    for text in [
        "",
        "[]",
        "{}",
        r#"{"provider":"a"}"#,
        r#"{"provider":null,"kind":"b"}"#,
        r#"{"a":,"provider":"a","kind":"b"}"#,
        r#"{"a":],"provider":"a","kind":"b"}"#,
        r#"{"a":[{"provider":"a","kind":"b"}"#,
        r#"{"a":"b"#,
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}
