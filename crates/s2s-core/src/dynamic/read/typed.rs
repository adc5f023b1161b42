//! From JSON to a struct: everything that is wrong with the text or with a type is found, and what is right is kept.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::issue::{Code, Found, Issue, below, push_key};
use crate::provider::snake_case;
use crate::value::{Json, Text};

use super::source::Object;
use super::spelling::Spelling;
use super::tree::Node;

/// Members of an object by the names of their fields, each once.
pub(in crate::dynamic) type Members = Vec<(Text, Json)>;

/// Reads one object; its values are read one by one, so that one that is wrong leaves the others.
pub(in crate::dynamic) fn object<'s, O: Object<'s>>(object: O, at: &str, found: &mut Found) -> Option<(Members, Spelling)> {
    let (fields, spelling) = fields(object.members(at, found)?, object.is_camel_case(), at, found);
    let mut members = Members::with_capacity(fields.len());
    for (field, value) in fields {
        members.extend(O::json(value, &below(at, &field), found).map(|value| (field, value)));
    }
    Some((members, spelling))
}

/// Returns the members with the names of their fields, each once, and how the caller spelled them.
fn fields<V>(members: Vec<(Text, V)>, is_camel_case: bool, at: &str, found: &mut Found) -> (Vec<(Text, V)>, Spelling) {
    let mut seen = BTreeSet::new();
    let mut keys = Vec::with_capacity(members.len());
    let mut fields = Vec::with_capacity(members.len());
    for (key, value) in members {
        let field = Text::from(&*snake_case(&key));
        if !seen.insert(field.clone()) {
            found.push(Issue::new(below(at, &key), Code::DuplicateKey, "appears more than once"));
            continue;
        }
        keys.push((key, field.clone()));
        fields.push((field, value));
    }
    let spelling = Spelling::of_keys(at, is_camel_case, keys.iter().map(|(key, field)| (key.as_str(), field.as_str())));
    (fields, spelling)
}

/// Reads a struct whose fields are all optional: as a whole, or, if that fails, without what has the wrong type, which is put into `found`.
pub(in crate::dynamic) fn typed<T: DeserializeOwned>(members: Members, at: &str, found: &mut Found) -> Option<T> {
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

/// Returns the members that have the right type; each other one is an issue.
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
