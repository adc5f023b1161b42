//! From JSON to a struct: everything that is wrong with the text or with a type is found, and what is right is kept.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use crate::issue::{Code, Found, Issue, below, push_key};
use crate::provider::record::Declared;
use crate::provider::snake_case;
use crate::value::{Json, Text};

use super::place::Place;
use super::source::Object;
use super::spelling::Spelling;
use super::tree::{Node, Step};

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

/// As [`typed`], for a struct that may have records inside of it, in which fields have the same spellings.
pub(in crate::dynamic) fn declared<T: Declared>(mut members: Members, at: &str, spelling: &mut Spelling, found: &mut Found) -> Option<T> {
    spelling.set_record(&T::RECORD, found);
    for (field, value) in &mut members {
        let place = Place::Record(&T::RECORD).below(field);
        if place.has_fields() {
            name_fields(place, value, &mut below(at, field), spelling, found);
        }
    }
    typed(members, at, found)
}

/// Gives the members of records the names of the fields that they mean, each once.
fn name_fields(place: Place, value: &mut Json, at: &mut String, spelling: &mut Spelling, found: &mut Found) {
    match value {
        Json::Object(members) => {
            let mut seen = BTreeSet::new();
            let mut fields = Members::with_capacity(members.len());
            for (key, mut value) in std::mem::take(members) {
                // What comes now would not be listed.
                if found.is_full() {
                    return;
                }
                let field = match place {
                    Place::Record(_) => Text::from(&*snake_case(&key)),
                    _ => key.clone(),
                };
                if matches!(place, Place::Record(_)) && !seen.insert(field.clone()) {
                    found.push(Issue::new(below(at, &key), Code::DuplicateKey, "appears more than once"));
                    continue;
                }
                spelling.name(place, at, &key);
                name_fields_below(place, &field, &mut value, at, spelling, found);
                fields.push((field, value));
            }
            *members = fields;
        }
        Json::Array(items) => {
            for (position, item) in items.iter_mut().enumerate() {
                name_fields_below(place, &position.to_string(), item, at, spelling, found);
            }
        }
        _ => {}
    }
}

fn name_fields_below(place: Place, key: &str, value: &mut Json, at: &mut String, spelling: &mut Spelling, found: &mut Found) {
    let place = place.below(key);
    if place.has_fields() {
        let length = at.len();
        push_key(at, key);
        name_fields(place, value, at, spelling, found);
        at.truncate(length);
    }
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

/// The members that have the right type; each other one is an issue.
fn without_wrong<T: DeserializeOwned>(steps: &mut Vec<Step>, members: Members, at: &str, found: &mut Found) -> Members {
    let mut right = Members::with_capacity(members.len());
    for (key, value) in members {
        // What comes now would not be listed.
        if found.is_full() {
            break;
        }
        steps.push(Step::Key(key.clone()));
        let value = isolated::<T>(steps, value, at, found);
        steps.pop();
        right.extend(value.map(|value| (key, value)));
    }
    right
}

/// The items of a list. In place of each that has a wrong type, which is an issue, is one that says nothing, so that the others keep their
/// positions; `None` where there is nothing that says nothing.
fn without_wrong_items<T: DeserializeOwned>(steps: &mut Vec<Step>, items: Vec<Json>, at: &str, found: &mut Found) -> Option<Vec<Json>> {
    let mut right = Some(Vec::with_capacity(items.len()));
    for (position, item) in items.into_iter().enumerate() {
        if found.is_full() {
            return None;
        }
        steps.push(Step::Item(position));
        let item = isolated::<T>(steps, item, at, found).or_else(|| {
            let nothing = [Json::Object(Members::new()), Json::from("")];
            nothing.into_iter().find(|nothing| T::deserialize(Node::Only(steps, nothing)).is_ok())
        });
        steps.pop();
        right = right.zip(item).map(|(mut right, item)| {
            right.push(item);
            right
        });
    }
    right
}

/// What is left of a value once the members and items of a wrong type are taken out of it, each with an issue; nothing if it is wrong itself.
fn isolated<T: DeserializeOwned>(steps: &mut Vec<Step>, value: Json, at: &str, found: &mut Found) -> Option<Json> {
    let Err(failure) = T::deserialize(Node::Only(steps, &value)) else { return Some(value) };
    let is_inside = failure.depth > steps.len();
    match value {
        Json::Object(members) if is_inside => Some(Json::Object(without_wrong::<T>(steps, members, at, found))),
        // What is in a list is no list but of a fixed length, which an item of its own would not have.
        Json::Array(items) if is_inside && !matches!(steps.last(), Some(Step::Item(_))) => {
            without_wrong_items::<T>(steps, items, at, found).map(Json::Array)
        }
        value => {
            let mut path = at.to_owned();
            for step in &*steps {
                match step {
                    Step::Key(key) => push_key(&mut path, key),
                    Step::Item(position) => push_key(&mut path, &position.to_string()),
                }
            }
            match value {
                // In a list, null is in place of what could not be read.
                Json::Null if found.has(&path) => {}
                Json::Null if steps.len() > 1 => found.push(Issue::new(path, Code::NullValue, "must not be null")),
                _ => found.push(Issue::new(path, failure.code, failure.message)),
            }
            None
        }
    }
}
