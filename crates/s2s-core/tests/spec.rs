//! What is said of providers as data agrees with what they do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod common;

use common::{Case, ExpectedRequest, all_cases, members};
use s2s_core::binding::documentation;
use s2s_core::dynamic::{BodyRule, KindRules, PROVIDERS, Record, Spec};

fn records(spec: &'static Spec) -> impl Iterator<Item = &'static Record> {
    let shared = std::iter::once(spec.config).chain(spec.identity());
    shared.chain(spec.kinds.iter().map(|kind| kind.record))
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
            for (field, wire) in record.fields.iter().filter_map(|field| Some((field.name, field.wire?))) {
                let is_given = |case: &Case| {
                    let part = if kind.is_some() {
                        &case.event
                    } else if record.name == spec.config.name {
                        &case.config
                    } else {
                        &case.identity
                    };
                    let members = part.as_deref().map(|part| members(part.get())).unwrap_or_default();
                    let has =
                        |key: &str, wanted: &dyn Fn(&str) -> bool| members.iter().any(|(own, value)| own == key && wanted(value.get()));
                    has(field, &|value| value != "null") && kind.is_none_or(|kind| has("kind", &|value| value.trim_matches('"') == kind))
                };
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
