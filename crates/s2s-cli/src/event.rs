//! An event as it was given, to be written down for another try.

use std::borrow::Cow;
use std::fmt;

use s2s_core::dynamic;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// An event as it was given, with the id that was generated for it.
pub(crate) enum Event<'a> {
    /// JSON, byte for byte.
    Json(&'a RawValue),
    /// JSON with the generated id as another member.
    WithId(Members<'a>, &'a str),
    /// JSON of an event for every provider, with the one destination that it is still for, and the generated id.
    For(Members<'a>, &'a str, Option<&'a str>),
    /// The text of a line that is not JSON.
    Text(Cow<'a, str>),
}

impl<'a> Event<'a> {
    /// Reads an event of one provider, or one for every provider that is to be sent to one `destination`. The generated id is added where the event
    /// has none.
    pub(crate) fn read_for(line: &'a [u8], destination: Option<&'a str>, new_id: Option<&'a str>) -> Self {
        let Some((destination, members)) = destination.and_then(|own| Some((own, serde_json::from_slice::<Members<'_>>(line).ok()?)))
        else {
            return Self::read(line, new_id);
        };
        let has_id = members.0.iter().any(|(key, value)| key == "id" && value.get() != "null");
        Self::For(members, destination, new_id.filter(|_| !has_id))
    }

    fn read(line: &'a [u8], new_id: Option<&'a str>) -> Self {
        // What the core cannot read, other programs may stumble over, too.
        let text = std::str::from_utf8(line).ok().filter(|text| dynamic::from_json(text).is_ok());
        let Some(raw) = text.and_then(|text| serde_json::from_str(text).ok()) else {
            return Self::Text(String::from_utf8_lossy(line));
        };
        let with_id = new_id.and_then(|id| Some(Self::WithId(serde_json::from_str(text?).ok()?, id)));
        with_id.unwrap_or(Self::Json(raw))
    }
}

impl Serialize for Event<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Json(raw) => raw.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::WithId(Members(members), id) => {
                // An id was generated, so one in the event is null.
                let own = members.iter().filter(|(key, _)| key != "id").map(|(key, value)| (key.as_str(), Member::Own(value)));
                serializer.collect_map(own.chain([("id", Member::Id(id))]))
            }
            Self::For(Members(members), destination, id) => {
                let is_replaced = |key: &str| key == "destinations" || (key == "id" && id.is_some());
                let own = members.iter().filter(|(key, _)| !is_replaced(key)).map(|(key, value)| (key.as_str(), Member::Own(value)));
                let id = id.map(|id| ("id", Member::Id(id)));
                serializer.collect_map(own.chain([("destinations", Member::Destinations([destination]))]).chain(id))
            }
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Member<'a> {
    Own(&'a RawValue),
    Id(&'a str),
    Destinations([&'a str; 1]),
}

/// The members of an object in their order, their values as they were written.
pub(crate) struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}
