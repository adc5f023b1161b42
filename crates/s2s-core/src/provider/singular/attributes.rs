//! Attributes of an event: the parameter `e`.

use crate::encode::json::Object;
use crate::hash::normal;
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::{Json, Pairs, text};

use super::build::is_longer;

const FIELD: &str = "attributes";

/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
const MAX: usize = 500;
const TOO_LONG: &str = "has more than 500 characters";
const NOT_ASCII: &str = "is not ASCII: Singular documents 500 ASCII characters";

/// SHA-256 of what a user is known by. How that has to be written before it is hashed could not be read on Singular's pages.
const DIGESTS: [&str; 5] = ["ehash", "phash", "phashE164", "fnamehash", "lnamehash"];

/// Appends attributes by their names. `is_own` finds those that have a field of their own.
pub(super) fn write(report: &mut Report, pairs: &Pairs<Json>, is_own: impl Fn(&str) -> bool, object: &mut Object<'_>) {
    if pairs.as_slice().is_empty() {
        report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    }
    rules::unique_keys(report, FIELD, pairs.repeated());
    rules::named(report, FIELD, pairs.as_slice().iter().map(|(key, _)| key.as_str()));
    for (key, value) in pairs.as_slice() {
        if is_own(key) {
            report.entry_issue(FIELD, key, Code::ReservedField, "has a field of its own here");
        }
        let text = value.as_str().unwrap_or_default();
        if is_longer(key, MAX) || is_longer(text, MAX) {
            report.entry_issue(FIELD, key, Code::TooLong, TOO_LONG);
        }
        if !key.is_ascii() || !text.is_ascii() {
            report.nested_warning(FIELD, key, "", Code::NotAscii, NOT_ASCII);
        }
        // The map is a level, too.
        value.check(report.levels() + 1, &mut |inside, code, message| match code {
            Code::TooDeep => report.too_deep(FIELD, message),
            _ => report.nested_issue(FIELD, key, inside, code, message),
        });
        match (value, DIGESTS.contains(&key.as_str())) {
            (Json::Null, _) => report.entry_issue(FIELD, key, Code::NullValue, "must not be null; leave it out instead"),
            (Json::String(text), true) => match normal::digest(text) {
                Ok(digest) => object.text(key, &digest),
                Err((code, message)) => report.entry_issue(FIELD, key, code, message),
            },
            (_, true) => report.entry_issue(FIELD, key, Code::WrongType, "must be a text: a digest"),
            (Json::String(text), false) if text.is_empty() => {
                report.entry_issue(FIELD, key, Code::Empty, "is empty; leave it out instead");
            }
            (Json::Array(_) | Json::Object(_), false) => {
                report.nested_warning(FIELD, key, "", Code::NotFlat, "is nested: whether Singular reads it is not documented");
                object.value(key, value);
            }
            (_, false) => object.value(key, value),
        }
    }
}

/// Appends an attribute that has a field of its own.
pub(super) fn text(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    let Some(text) = text::optional(report, field, text::Kind::Free, given) else { return };
    if is_longer(text, MAX) {
        report.issue(field, Code::TooLong, TOO_LONG);
    }
    if !text.is_ascii() {
        report.warning(field, Code::NotAscii, NOT_ASCII);
    }
    object.text(field, text);
}
