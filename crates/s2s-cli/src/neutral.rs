//! Lines with an event for every provider: `event` in place of `provider` and `kind`.

use std::collections::BTreeSet;
use std::fmt;

use s2s_core::dynamic::{Destinations, Explained};
use s2s_core::{Issue, Issues, Timestamp};
use serde::Deserialize;
use serde::de::{Deserializer as _, Error as _, IgnoredAny, MapAccess, Visitor};

use crate::event::Event;

/// What a line is, by the names of its members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// It has `provider` or `kind`: an event of one provider.
    Own,
    /// It has `event` and neither of them: an event for every provider.
    Neutral,
    /// It has none of them, or is no object.
    Neither,
}

impl Form {
    /// Reads no more of a line than it has to: `provider` is the first member of most events.
    pub(crate) fn of(line: &[u8]) -> Self {
        let mut form = Self::Neither;
        // Problems of the JSON are found when the event is read.
        let _ = serde_json::Deserializer::from_slice(line).deserialize_map(Members(&mut form));
        form
    }
}

/// Whether a line is an event for every provider.
pub(crate) fn is_neutral(line: &[u8]) -> bool {
    Form::of(line) == Form::Neutral
}

/// Maps an event to its destinations.
///
/// # Errors
/// The issues of the event itself.
pub(crate) fn explain<'d>(
    destinations: &'d Destinations,
    line: &[u8],
    now: Timestamp,
    new_id: &mut dyn FnMut() -> String,
) -> Result<Vec<Explained<'d>>, Vec<Issue>> {
    destinations.explain_json(line, now, Some(new_id)).map_err(Issues::into_vec)
}

/// The text of an event, for one destination.
///
/// # Errors
/// Writing to memory fails only where there is no more of it.
pub(crate) fn for_destination(line: &[u8], label: &str) -> serde_json::Result<Vec<u8>> {
    serde_json::to_vec(&Event::read_for(line, Some(label), None))
}

/// The destinations that an event names.
pub(crate) fn destinations(line: &[u8]) -> BTreeSet<String> {
    #[derive(Deserialize)]
    struct Named {
        destinations: BTreeSet<String>,
    }

    serde_json::from_slice(line).map(|Named { destinations }| destinations).unwrap_or_default()
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key {
    Event,
    Provider,
    Kind,
    #[serde(other)]
    Other,
}

struct Members<'f>(&'f mut Form);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Key>()? {
            match key {
                Key::Provider | Key::Kind => {
                    *self.0 = Form::Own;
                    return Err(A::Error::custom("nothing more is to be read"));
                }
                Key::Event => *self.0 = Form::Neutral,
                Key::Other => {}
            }
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_neutral_by_the_names_of_its_members() {
        for (line, form) in [
            (r#"{"event":"purchase"}"#, Form::Neutral),
            (r#" {"value":{"provider":1},"event":7} "#, Form::Neutral),
            (r#"{"event":"purchase","value":"#, Form::Neutral),
            (r#"{"event":"purchase","provider":"adjust"}"#, Form::Own),
            (r#"{"kind":"event","event":"purchase"}"#, Form::Own),
            (r#"{"provider":"adjust","kind":"event"}"#, Form::Own),
            (r#"{"evnt":"purchase"}"#, Form::Neither),
            (r#""event""#, Form::Neither),
            ("", Form::Neither),
        ] {
            assert_eq!(Form::of(line.as_bytes()), form, "{line}");
        }
    }
}
