//! What is said of providers as data agrees with what they do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{Case, ExpectedRequest, all_cases};
use s2s_core::binding::documentation;
use s2s_core::dynamic::{BodyRule, KindRules, PROVIDERS, Record, Spec, Type};
use serde_json::Value;

fn records(spec: &'static Spec) -> impl Iterator<Item = &'static Record> {
    let shared = std::iter::once(spec.config).chain(spec.identity());
    let records = shared.chain(spec.kinds.iter().map(|kind| kind.record));
    records.flat_map(|record| record.nested().into_iter().chain([record]))
}

/// The names of a record's fields and of those inside of them, each with the name that it is sent under.
fn sent_as(record: &Record) -> Vec<(Vec<&'static str>, &'static str)> {
    let mut all = Vec::new();
    for field in record.fields {
        all.extend(field.wire.map(|wire| (vec![field.name], wire)));
        for (path, wire) in field.of.record().map(sent_as).unwrap_or_default() {
            all.push(([&[field.name], &path[..]].concat(), wire));
        }
    }
    all
}

/// Whether a value has a field at a path, in any item of a list.
fn has(value: &Value, path: &[&str]) -> bool {
    match (value, path) {
        (Value::Array(items), [_, ..]) => items.iter().any(|item| has(item, path)),
        (value, [field, path @ ..]) => value.get(field).is_some_and(|value| has(value, path)),
        (value, []) => !value.is_null(),
    }
}

/// Fields of one name are the same in all kinds of a provider: issues of typed events are respelled without their kind, and so are the values
/// that JavaScript gives.
#[test]
fn fields_of_one_name_have_the_same_shape_in_all_kinds_of_a_provider() {
    fn shape(of: Type) -> String {
        match of {
            Type::Record(_) | Type::Records(_) | Type::List(_) | Type::Json => format!("{of:?}"),
            _ => "a map or a single value".to_owned(),
        }
    }
    for spec in PROVIDERS {
        let fields: Vec<_> = spec.kinds.iter().flat_map(|kind| kind.record.fields).collect();
        for field in &fields {
            let others = fields.iter().filter(|other| other.name == field.name);
            others.for_each(|other| assert_eq!(shape(field.of), shape(other.of), "{}: {}", spec.name, field.name));
        }
    }
}

/// The rules of all kinds of requests.
fn all_rules(spec: &Spec) -> impl Iterator<Item = KindRules> {
    spec.kinds.iter().map(|kind| kind.rules).chain(spec.batch.map(|batch| batch.rules))
}

#[test]
fn a_field_with_a_default_says_it() {
    for field in PROVIDERS.iter().flat_map(|spec| records(spec)).flat_map(|record| record.fields) {
        if let Some(default) = field.default {
            // A long number is written with commas.
            let doc = documentation(field.doc);
            assert!(doc.contains(default) || doc.replace(',', "").contains(default), "{}: {default}", field.name);
        }
    }
}

#[test]
fn a_field_is_sent_under_its_wire_name() {
    let cases = all_cases();
    for spec in PROVIDERS {
        let built: Vec<(&Case, String)> = (cases.iter().filter(|case| case.provider == spec.name))
            .filter_map(|case| {
                let ExpectedRequest { headers, url, body, .. } = case.request.as_ref()?;
                let headers: String = headers.iter().map(|(name, _)| format!("{name}\n")).collect();
                Some((case, format!("{headers}{url}{body}")))
            })
            .collect();
        let shared = spec.batch.map(|batch| (batch.identity, None)).into_iter().chain([(spec.config, None)]);
        for (record, kind) in shared.chain(spec.kinds.iter().map(|kind| (kind.record, Some(kind.name)))) {
            for (path, wire) in sent_as(record) {
                let is_given = |case: &Case| {
                    let part = if kind.is_some() {
                        &case.event
                    } else if record.name == spec.config.name {
                        &case.config
                    } else {
                        &case.identity
                    };
                    let part = part.as_deref().map(|part| serde_json::from_str(part.get()).unwrap()).unwrap_or_default();
                    has(&part, &path) && kind.is_none_or(|kind| part["kind"] == kind)
                };
                let field = path.join(".");
                let mut of_field = built.iter().filter(|(case, _)| is_given(case)).peekable();
                assert!(of_field.peek().is_some(), "{}: no request has {field}", record.name);
                for (case, sent) in of_field {
                    // Names of headers are in lower case.
                    let is_sent = wire.split('.').all(|part| sent.contains(part) || sent.contains(&part.to_ascii_lowercase()));
                    assert!(is_sent, "{}: {field} is not sent as {wire}", case.title());
                }
            }
        }
    }
}

#[test]
fn every_status_has_a_rule() {
    for (spec, rules) in PROVIDERS.iter().flat_map(|spec| all_rules(spec).map(move |rules| (spec, rules))) {
        let rules: Vec<_> = rules.responses.iter().copied().flatten().filter(|rule| matches!(rule.body, BodyRule::Any)).collect();
        for status in 0..=u16::MAX {
            assert!(rules.iter().any(|rule| (rule.statuses.0..=rule.statuses.1).contains(&status)), "{}: {status}", spec.name);
        }
    }
}

#[test]
fn traps_are_a_list() {
    for spec in PROVIDERS {
        assert!(spec.traps.lines().all(|line| line.starts_with("- ") || line.starts_with("  ")), "{}", spec.name);
    }
}
