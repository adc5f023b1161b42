//! From JSON to a struct: everything that is wrong with the text or with a type is found, and what is right is kept.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::issue::{Code, Found, Issue, push_key};
use crate::provider::snake_case;
use crate::value::{Json, Text};

use super::source::Object;
use super::spelling::Spelling;
use super::tree::Node;

/// The JSON text of one event, or of the messages of one request, may be so many bytes long.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// The members of an object, by the names of the fields that they stand for, each once.
pub(super) type Members = Vec<(Text, Json)>;

/// The source of one JSON value, if the text is one and nothing else.
pub(super) fn raw<'a>(text: &'a str, at: &str, found: &mut Found) -> Option<&'a RawValue> {
    let mut issue = |code, message: Cow<'static, str>| found.push(Issue::new(at, code, message));
    if text.len() > MAX_TEXT {
        issue(Code::TooLarge, "is larger than 4 MiB".into());
        return None;
    }
    // RFC 8259, section 8.1, forbids writing one. Only at the beginning of a file it says something.
    if text.starts_with(BYTE_ORDER_MARK) {
        issue(Code::InvalidJson, "begins with a byte order mark (U+FEFF), which is not JSON".into());
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let raw = match <&RawValue>::deserialize(&mut deserializer) {
        Ok(raw) => raw,
        Err(error) => {
            let how = if error.is_eof() { "ends too early, at " } else { "" };
            issue(Code::InvalidJson, format!("is not JSON ({how}{})", place(text, &error)).into());
            return None;
        }
    };
    if let Err(error) = deserializer.end() {
        issue(Code::TrailingData, format!("something follows the JSON value ({})", place(text, &error)).into());
        return None;
    }
    Some(raw)
}

/// The character that some programs write at the beginning of a file, to say that it is Unicode.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where a text stops being JSON, for people: the column in characters, from 1, and the line where there are several.
fn place(text: &str, error: &serde_json::Error) -> String {
    let line = text.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The byte that is wrong is counted, unless it is a control character in a string.
    let bytes = error.column() + usize::from(error.to_string().starts_with("control character"));
    let column = line.char_indices().take_while(|(at, _)| *at < bytes).count().max(1);
    if text.trim_ascii_end().contains('\n') { format!("line {}, column {column}", error.line()) } else { format!("column {column}") }
}

/// Reads one JSON value.
pub(super) fn value(raw: &RawValue, depth: usize, at: &str, found: &mut Found) -> Option<Json> {
    let value = Json::read(raw, depth, &mut at.to_owned(), found);
    value.unwrap_or_else(|_| {
        found.push(Issue::new(at, Code::TooDeep, "is nested too deep"));
        None
    })
}

/// Reads one object; its values are read one by one, so that one that is wrong leaves the others.
pub(super) fn object<'s, O: Object<'s>>(object: O, at: &str, found: &mut Found) -> Option<(Members, Spelling)> {
    let (fields, spelling) = fields(object.members(at, found)?, object.is_camel_case(), at, found);
    let mut members = Members::with_capacity(fields.len());
    for (field, value) in fields {
        let mut at = at.to_owned();
        push_key(&mut at, &field);
        members.extend(O::json(value, &at, found).map(|value| (field, value)));
    }
    Some((members, spelling))
}

/// The members with the names of the fields that they stand for, each once, and how the caller spelled them.
fn fields<V>(members: Vec<(Text, V)>, is_camel_case: bool, at: &str, found: &mut Found) -> (Vec<(Text, V)>, Spelling) {
    let mut seen = BTreeSet::new();
    let mut keys = Vec::with_capacity(members.len());
    let mut fields = Vec::with_capacity(members.len());
    for (key, value) in members {
        let field = Text::from(&*snake_case(&key));
        if !seen.insert(field.clone()) {
            let mut path = at.to_owned();
            push_key(&mut path, &key);
            found.push(Issue::new(path, Code::DuplicateKey, "stands twice"));
            continue;
        }
        keys.push((key, field.clone()));
        fields.push((field, value));
    }
    let spelling = Spelling::of_keys(at, is_camel_case, keys.iter().map(|(key, field)| (key.as_str(), field.as_str())));
    (fields, spelling)
}

/// Reads a struct of which every field is optional: whole at once, or, if that fails, without what has the wrong type, which is put into `found`.
pub(super) fn typed<T: DeserializeOwned>(members: Members, at: &str, found: &mut Found) -> Option<T> {
    let whole = Json::Object(members);
    if found.is_full() {
        return None;
    }
    if let Ok(value) = T::deserialize(Node::Value(&whole)) {
        return Some(value);
    }
    let Json::Object(members) = whole else { return None };
    let right = without_wrong::<T>(&mut Vec::new(), members, at, found);
    T::deserialize(Node::Value(&Json::Object(right))).ok()
}

/// The members that have the right type; an issue tells each other one.
fn without_wrong<T: DeserializeOwned>(keys: &mut Vec<Text>, members: Members, at: &str, found: &mut Found) -> Members {
    let mut right = Members::with_capacity(members.len());
    for (key, value) in members {
        // What comes now would not be listed.
        if found.is_full() {
            break;
        }
        keys.push(key);
        let value = isolated::<T>(keys, value, at, found);
        right.extend(keys.pop().zip(value));
    }
    right
}

/// What is left of a value once the members of a wrong type are taken out of it, each with an issue; nothing if it is wrong itself.
fn isolated<T: DeserializeOwned>(keys: &mut Vec<Text>, value: Json, at: &str, found: &mut Found) -> Option<Json> {
    let Err(failure) = T::deserialize(Node::Only(keys, &value)) else { return Some(value) };
    match value {
        Json::Object(members) if failure.depth > keys.len() => Some(Json::Object(without_wrong::<T>(keys, members, at, found))),
        value => {
            let mut path = at.to_owned();
            keys.iter().for_each(|key| push_key(&mut path, key));
            found.push(match value {
                Json::Null if keys.len() > 1 => Issue::new(path, Code::NullValue, "must not be null"),
                _ => Issue::new(path, failure.code, failure.message),
            });
            None
        }
    }
}

/// A message with the nearest known name behind it, if one is near.
pub(super) fn with_hint(message: &'static str, given: &str, known: &[&str]) -> Cow<'static, str> {
    /// Longer than any name; comparing a whole text would take long.
    const LONGEST: usize = 64;
    if given.len() > LONGEST {
        return message.into();
    }
    let near = known.iter().map(|name| (strsim::damerau_levenshtein(given, name), *name)).min();
    match near {
        Some((distance, name)) if distance <= 1 + name.len() / 4 => format!("{message}; did you mean `{name}`?").into(),
        _ => message.into(),
    }
}
