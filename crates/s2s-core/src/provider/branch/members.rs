//! Members of the objects of a body.

use crate::encode;
use crate::encode::json::Object;
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::text::{self, Kind};
use crate::value::{Json, NumberRef, Pairs, currency};

/// Appends a text.
pub(super) fn write_text(report: &mut Report, (field, key): Name, kind: Kind, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(given) = text::optional(report, field, kind, given) {
        object.text(key, given);
    }
}

/// Appends a truth value.
pub(super) fn write_flag(key: &str, given: Option<bool>, object: &mut Object<'_>) {
    if let Some(given) = given {
        object.value(key, &given.into());
    }
}

/// Appends one of a few words, as it is documented.
pub(super) fn write_choice(report: &mut Report, (field, key): Name, given: Option<&str>, words: &'static [&'static str], object: &mut Object<'_>) {
    if let Some(word) = rules::choice(report, field, given, words) {
        object.text(key, word);
    }
}

/// Appends a currency in upper case.
pub(super) fn write_currency(report: &mut Report, (field, key): Name, given: Option<&str>, object: &mut Object<'_>) {
    let Some(given) = text::optional(report, field, Kind::Free, given) else { return };
    match currency::parse(given) {
        Some(code) => object.text(key, &encode::text(&code)),
        None => report.issue(field, Code::InvalidCurrency, "must be three letters (ISO 4217)"),
    }
}

/// Signs that a number may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Any,
    NotNegative(&'static str),
}

/// Appends a decimal, as a number.
pub(super) fn write_number(report: &mut Report, (field, key): Name, given: Option<NumberRef<'_>>, sign: Sign, object: &mut Object<'_>) {
    match given.map(rules::amount) {
        Some(Ok(number)) => match sign {
            Sign::NotNegative(message) if number.is_negative() => report.issue(field, Code::OutOfRange, message),
            _ => number.write(object.key(key)),
        },
        Some(Err((code, message))) => report.issue(field, code, message),
        None => {}
    }
}

/// Appends an amount of money, as a number.
pub(super) fn write_amount(report: &mut Report, name: Name, given: Option<NumberRef<'_>>, sign: Sign, object: &mut Object<'_>) {
    given.into_iter().for_each(|given| rules::float_noise(report, name.0, given));
    write_number(report, name, given, sign, object);
}

/// The name of a field, and the one that it is sent under.
pub(super) type Name = (&'static str, &'static str);

/// Values that a map of the user's own may hold, in addition to texts, numbers and truth values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Nested {
    Refused,
    Warned,
}

/// Appends a map of the user's own. `is_own` finds the names that have a field.
pub(super) fn write_flat(
    report: &mut Report,
    field: &str,
    pairs: &Pairs<Json>,
    nested: Nested,
    is_own: impl Fn(&str) -> bool,
    object: &mut Object<'_>,
) {
    rules::unique_keys(report, field, pairs.repeated());
    rules::named(report, field, pairs.as_slice().iter().map(|(name, _)| name.as_str()));
    for (name, value) in pairs.as_slice() {
        if is_own(name) {
            report.entry_issue(field, name, Code::ReservedField, "has a field of its own here");
        }
        match value {
            Json::Null => report.entry_issue(field, name, Code::NullValue, "must not be null; leave it out instead"),
            Json::Array(_) | Json::Object(_) if nested == Nested::Refused => {
                report.entry_issue(field, name, Code::WrongType, "must be a text, a number or a truth value");
            }
            Json::Array(_) | Json::Object(_) => report.nested_warning(field, name, "", Code::NotFlat, "is not a text, a number or a truth value"),
            _ => {}
        }
        // The map is a level, too.
        value.check(report.levels() + 1, &mut |inside, code, message| match code {
            Code::TooDeep => report.too_deep(field, message),
            _ => report.nested_issue(field, name, inside, code, message),
        });
        object.value(name, value);
    }
}

/// Appends an object of the user's own.
pub(super) fn write_map(report: &mut Report, field: &'static str, pairs: Option<&Pairs<Json>>, object: &mut Object<'_>) {
    let Some(pairs) = pairs else { return };
    rules::not_empty_list(report, field, pairs.as_slice().len());
    let mut own = Object::begin(object.key(field));
    write_flat(report, field, pairs, Nested::Warned, |_| false, &mut own);
    own.end();
}

/// Whether `extra` is absent, or holds nothing.
pub(super) fn is_without(extra: Option<&Pairs<Json>>) -> bool {
    extra.is_none_or(|pairs| pairs.as_slice().is_empty())
}
