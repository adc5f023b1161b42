//! Members of a JSON object, as Meta's records have them.

use crate::encode::integer;
use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{NumberRef, Text};

/// A text that may hold anything.
pub(super) fn free(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(text) = text::optional(report, field, Kind::Free, given) {
        object.text(field, text);
    }
}

/// A text without control characters.
pub(super) fn identifier(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(text) = text::optional(report, field, Kind::Identifier, given) {
        object.text(field, text);
    }
}

/// One of a few documented words.
pub(super) fn choice<'e>(report: &mut Report, field: &str, given: Option<&'e str>, documented: &[&str]) -> Option<&'e str> {
    let given = text::optional(report, field, Kind::Free, given)?;
    if !documented.contains(&given) {
        report.issue(field, Code::InvalidChoice, format!("must be one of `{}`", documented.join("`, `")));
        return None;
    }
    Some(given)
}

/// A list of texts, which is not empty.
pub(super) fn texts(report: &mut Report, field: &str, given: Option<ListRef<'_, Text>>, object: &mut Object<'_>) {
    let Some(list) = given else { return };
    rules::not_empty_list(report, field, list.len());
    let mut array = Array::begin(object.key(field));
    report.each(field, list, |report, item| {
        if let Some(text) = text::optional(report, "", Kind::Free, Some(item)) {
            json::string(array.item(), text);
        }
    });
    array.end();
}

/// A decimal, as a number.
pub(super) fn number(report: &mut Report, field: &str, given: Option<NumberRef<'_>>, object: &mut Object<'_>) {
    match given.map(rules::amount) {
        Some(Ok(number)) => number.write(object.key(field)),
        Some(Err((code, message))) => report.issue(field, code, message),
        None => {}
    }
}

/// An amount of money, as a number.
pub(super) fn money(report: &mut Report, field: &str, given: Option<NumberRef<'_>>, object: &mut Object<'_>) {
    given.into_iter().for_each(|given| rules::float_noise(report, field, given));
    number(report, field, given, object);
}

/// A whole number that is not negative.
pub(super) fn natural(report: &mut Report, field: &str, given: Option<i64>, object: &mut Object<'_>) {
    let Some(number) = given else { return };
    if number < 0 {
        report.issue(field, Code::OutOfRange, "must not be negative");
    }
    integer(object.key(field), number);
}

/// A truth value, as 0 or 1.
pub(super) fn flag(field: &str, given: Option<bool>, object: &mut Object<'_>) {
    if let Some(flag) = given {
        integer(object.key(field), i64::from(flag));
    }
}

