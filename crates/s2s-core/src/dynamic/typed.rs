//! From JSON text to a struct: everything that is wrong with the text or with a type is found, and what is right is kept.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::issue::{Code, Issue, Issues, push_key};
use crate::provider::snake_case;
use crate::value::{Json, MAX_DEPTH, Pairs, Text};

use super::tree::Node;

/// The text of one event may be so long.
pub(super) const MAX_TEXT: usize = 4 * 1024 * 1024;

/// The members of an object, by the field names they stand for.
pub(super) type Members = Vec<(Text, Json)>;

/// Reads the text of one JSON value.
pub(super) fn value(text: &str, at: &str, issues: &mut Vec<Issue>) -> Option<Json> {
    let raw = raw(text, at, issues)?;
    read(raw, MAX_DEPTH, at, issues)
}

/// Reads the text of one object; its values are read one by one, so that one that is wrong leaves the others.
/// Beside the members come the keys that were not in snake_case.
pub(super) fn members(text: &str, issues: &mut Vec<Issue>) -> Option<(Members, Vec<String>)> {
    let raw = raw(text, "", issues)?;
    if !raw.get().starts_with('{') {
        issues.push(Issue::new("", Code::WrongType, "must be an object"));
        return None;
    }
    let Ok(raw_members) = serde_json::from_str::<Pairs<&RawValue>>(raw.get()) else {
        issues.push(Issue::new("", Code::InvalidUnicode, "a key holds half of a surrogate pair"));
        return None;
    };
    let mut members = Members::new();
    for (key, field) in fields(raw_members.as_slice(), "", issues) {
        let mut at = String::new();
        push_key(&mut at, &field);
        members.extend(read(key, MAX_DEPTH - 1, &at, issues).map(|value| ((&*field).into(), value)));
    }
    Some((members, other_spellings(raw_members.as_slice())))
}

/// The keys that are not in snake_case.
pub(super) fn other_spellings<V>(members: &[(Text, V)]) -> Vec<String> {
    members.iter().filter(|(key, _)| matches!(snake_case(key), Cow::Owned(_))).map(|(key, _)| key.clone().into()).collect()
}

/// The values of an object's members with the names of the fields that they stand for, each once.
pub(super) fn fields<'a, V>(members: &'a [(Text, V)], at: &str, issues: &mut Vec<Issue>) -> Vec<(&'a V, Cow<'a, str>)> {
    let mut seen = BTreeSet::new();
    let mut fields = Vec::with_capacity(members.len());
    for (key, value) in members {
        let field = snake_case(key);
        if seen.insert(field.clone()) {
            fields.push((value, field));
        } else {
            let mut path = at.to_owned();
            push_key(&mut path, key);
            issues.push(Issue::new(path, Code::DuplicateKey, "stands twice"));
        }
    }
    fields
}

/// Reads a configuration. What cannot be read is left out and stands in `issues`.
pub(super) fn config<T: DeserializeOwned + Default>(config: &Json, issues: &mut Vec<Issue>) -> T {
    let Json::Object(members) = config else {
        issues.push(Issue::new("", Code::WrongType, "must be an object"));
        return T::default();
    };
    let members = fields(members, "", issues).into_iter().map(|(value, field)| ((&*field).into(), value.clone())).collect();
    typed(members, "", issues).unwrap_or_default()
}

/// Reads a struct of which every field is optional: whole at once, or, if that fails, without what has the wrong type, which then stands in `issues`.
pub(super) fn typed<T: DeserializeOwned>(members: Members, at: &str, issues: &mut Vec<Issue>) -> Option<T> {
    let whole = Json::Object(members);
    if let Ok(value) = T::deserialize(Node::Value(&whole)) {
        return Some(value);
    }
    let Json::Object(members) = whole else { return None };
    let mut right = Members::with_capacity(members.len());
    for (key, value) in members {
        // More than this are not listed.
        if issues.len() > Issues::MAX {
            break;
        }
        let mut keys = vec![key];
        let value = isolated::<T>(&mut keys, value, at, issues);
        right.extend(keys.pop().zip(value));
    }
    T::deserialize(Node::Value(&Json::Object(right))).ok()
}

/// What is left of a value once the members of a wrong type are taken out of it, each with an issue; nothing if it is wrong itself.
fn isolated<T: DeserializeOwned>(keys: &mut Vec<Text>, value: Json, at: &str, issues: &mut Vec<Issue>) -> Option<Json> {
    let Err(failure) = T::deserialize(Node::Only(keys, &value)) else { return Some(value) };
    match value {
        Json::Object(members) if failure.depth > keys.len() => {
            let mut right = Members::with_capacity(members.len());
            for (key, value) in members {
                keys.push(key);
                let value = isolated::<T>(keys, value, at, issues);
                right.extend(keys.pop().zip(value));
            }
            Some(Json::Object(right))
        }
        value => {
            let mut path = at.to_owned();
            keys.iter().for_each(|key| push_key(&mut path, key));
            issues.push(match value {
                Json::Null if keys.len() > 1 => Issue::new(path, Code::NullValue, "must not be null"),
                _ => Issue::new(path, failure.code, failure.message),
            });
            None
        }
    }
}

/// The issues with the caller's spelling of keys instead of the names of fields.
pub(super) fn respelled(issues: Issues, given: &Json) -> Issues {
    let mut issues = issues.into_vec();
    if let Json::Object(members) = given {
        respell(&mut issues, "", members.iter().map(|(key, _)| key.as_str()));
    }
    Issues::new(issues)
}

/// Puts the caller's spelling of keys, which stand at `at`, in place of the names of fields.
pub(super) fn respell<'a>(issues: &mut [Issue], at: &str, keys: impl Iterator<Item = &'a str>) {
    for key in keys {
        let Cow::Owned(field) = snake_case(key) else { continue };
        let mut from = at.to_owned();
        push_key(&mut from, &field);
        let mut to = at.to_owned();
        push_key(&mut to, key);
        for issue in &mut *issues {
            // A key that stands twice is told as it stands the second time.
            if issue.code() == Code::DuplicateKey && issue.path() == from {
                continue;
            }
            if let Some(rest) = issue.path().strip_prefix(&from).filter(|rest| rest.is_empty() || rest.starts_with('/')) {
                let path = [&to, rest].concat();
                issue.set_path(path);
            }
        }
    }
}

/// A message with the nearest known name behind it, if one is near.
pub(super) fn with_hint(message: &str, given: &str, known: &[&str]) -> String {
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(given, name), *name)).min();
    match near {
        Some((distance, name)) if distance <= 1 + name.len() / 4 => format!("{message}; did you mean `{name}`?"),
        _ => message.to_owned(),
    }
}

fn raw<'a>(text: &'a str, at: &str, issues: &mut Vec<Issue>) -> Option<&'a RawValue> {
    let mut issue = |code, message| issues.push(Issue::new(at, code, message));
    if text.len() > MAX_TEXT {
        issue(Code::TooLarge, "is larger than 4 MiB");
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let Ok(raw) = <&RawValue>::deserialize(&mut deserializer) else {
        issue(Code::InvalidJson, "is not JSON");
        return None;
    };
    if deserializer.end().is_err() {
        issue(Code::TrailingData, "something follows the JSON value");
        return None;
    }
    Some(raw)
}

fn read(raw: &RawValue, depth: usize, at: &str, issues: &mut Vec<Issue>) -> Option<Json> {
    let value = Json::read(raw, depth, &mut at.to_owned(), issues);
    value.unwrap_or_else(|_| {
        issues.push(Issue::new(at, Code::TooDeep, "is nested too deep"));
        None
    })
}
