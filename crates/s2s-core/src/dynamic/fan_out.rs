//! One neutral event for every destination of a program.

use std::borrow::Cow;

use crate::issue::{self, Code, Issue, Issues, below};
use crate::one_event::map::{Map, Nothing, Parts};
use crate::one_event::{Event, Row};
use crate::provider::client::NewId;
use crate::provider::{self, AnyClient};
use crate::request::Request;
use crate::value::{Json, Text, Timestamp};

use super::clients::{Destinations, Own};
use super::jsonl::{self, Shown};
use super::read::source::Object;
use super::read::text::JsonText;
use super::read::typed;

/// What becomes of a neutral event at one destination.
#[derive(Debug)]
#[non_exhaustive]
pub struct Part<'d> {
    /// The destination.
    pub destination: &'d AnyClient,
    /// The destination's name; `None` for that of its provider.
    pub name: Option<&'d str>,
    /// What becomes of the event there.
    pub verdict: Verdict,
}

impl<'d> Part<'d> {
    /// The destination as the member `destinations` of an event names it: its name, or that of its provider. A destination whose name is
    /// that of a provider, or begins with `destination.`, is `destination.NAME`.
    pub fn label(&self) -> Cow<'d, str> {
        label(self.name, self.destination)
    }

    /// Appends one line, as [`write_jsonl`](super::write_jsonl) does, with the `destination`:
    /// `{"line":1,"destination":"ga4","request":…,"warnings":[…]}`, `{"line":1,"destination":"ga4","issues":[…]}` or
    /// `{"line":1,"destination":"ga4","skipped":true}`.
    pub fn write_jsonl(&self, out: &mut Vec<u8>, line: u64, shown: Shown) {
        jsonl::write_part(out, line, self, shown);
    }
}

/// What becomes of a neutral event at a destination.
#[derive(Debug)]
pub enum Verdict {
    /// It is built.
    Built(Request),
    /// It has issues there. Their paths are those of the neutral event.
    Refused(Issues),
    /// The destination's `events` say `skip`.
    Skipped,
}

/// Where the fields of a neutral event go at one destination.
#[derive(Debug)]
#[non_exhaustive]
pub struct Explained<'d> {
    /// What becomes of it there.
    pub part: Part<'d>,
    /// The fields that have a place there, whether the event has them or not. Empty where it is skipped.
    pub rows: Vec<Row>,
}

impl Destinations {
    /// Builds the requests of one neutral event: one for each destination, each with a result of its own.
    /// The messages of providers that have ids get the event's `id`, or one of `new_id`, the same at each destination. Another message of the same
    /// event gets another one.
    ///
    /// # Errors
    /// The issues of the event itself, which are the same for all destinations; `unknown_destination` where there is no destination.
    pub fn fan_out(&self, event: &Event, now: Timestamp, new_id: NewId<'_>) -> Result<Vec<Part<'_>>, Issues> {
        let explained = self.mapped(event, &[], issue::Found::default(), now, new_id)?;
        Ok(explained.into_iter().map(|explained| explained.part).collect())
    }

    /// Like [`Destinations::fan_out`], and says where each field goes.
    ///
    /// # Errors
    /// As [`Destinations::fan_out`].
    pub fn explain(&self, event: &Event, now: Timestamp, new_id: NewId<'_>) -> Result<Vec<Explained<'_>>, Issues> {
        self.mapped(event, &[], issue::Found::default(), now, new_id)
    }

    /// Like [`Destinations::explain`], for an event in the JSON form: an object of the fields of [`Event`], and perhaps `destinations`, a list of
    /// the destinations that it is for, each as [`Part::label`] has it.
    ///
    /// # Errors
    /// As [`Destinations::fan_out`], and those of the text and the types.
    pub fn explain_json(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Vec<Explained<'_>>, Issues> {
        let text = std::str::from_utf8(event).map_err(|_| Issue::new("", Code::InvalidUnicode, "is not UTF-8"))?;
        self.explain_object(JsonText::new(text), now, new_id)
    }

    /// As [`Destinations::explain_json`], from any object.
    ///
    /// # Errors
    /// As [`Destinations::explain_json`].
    #[doc(hidden)]
    pub fn explain_object<'s>(&self, event: impl Object<'s>, now: Timestamp, new_id: NewId<'_>) -> Result<Vec<Explained<'_>>, Issues> {
        let mut found = issue::Found::default();
        let Some((members, mut spelling)) = typed::object(event, "", &mut found) else { return Err(found.into_issues()) };
        let (only, members): (Vec<_>, Vec<_>) = members.into_iter().partition(|(key, _)| key == "destinations");
        // Null means absent.
        let only = only.into_iter().map(|(_, only)| only).find(|only| !matches!(only, Json::Null));
        let only = only.map(|only| self.named(only, &mut found)).unwrap_or_default();
        let event: Option<Event> = typed::declared(members, "", &mut spelling, &mut found);
        let Some(event) = event else { return Err(spelling.applied(found.into_issues())) };
        let mut explained = self.mapped(&event, &only, found, now, new_id).map_err(|issues| spelling.applied(issues))?;
        for explained in &mut explained {
            match &mut explained.part.verdict {
                Verdict::Built(request) => spelling.apply(request.warnings_mut()),
                Verdict::Refused(issues) => *issues = spelling.applied(issues.clone()),
                Verdict::Skipped => {}
            }
        }
        Ok(explained)
    }

    /// The destination of that label: see [`Part::label`].
    pub fn labeled(&self, label: &str) -> Option<&AnyClient> {
        self.iter().find(|(name, own)| is_of(*name, own, label)).map(|(_, own)| &own.client)
    }

    /// The labels of all destinations: see [`Part::label`].
    pub fn labels(&self) -> impl Iterator<Item = Cow<'_, str>> {
        self.iter().map(|(name, own)| label(name, &own.client))
    }

    /// The names of destinations that an event is for.
    fn named(&self, only: Json, found: &mut issue::Found) -> Vec<Text> {
        const AT: &str = "/destinations";
        let Json::Array(names) = only else {
            found.push(Issue::new(AT, Code::WrongType, "must be a list of names"));
            return Vec::new();
        };
        if names.is_empty() {
            found.push(Issue::new(AT, Code::Empty, "must name a destination; without the list, the event is for all of them"));
        }
        let mut known = Vec::new();
        for (position, name) in names.into_iter().enumerate() {
            let at = below(AT, &position.to_string());
            match name {
                Json::String(name) if self.iter().any(|(own, destination)| is_of(own, destination, &name)) => known.push(name),
                Json::String(_) => found.push(Issue::new(at, Code::UnknownDestination, "no destination of that name is configured")),
                _ => found.push(Issue::new(at, Code::WrongType, "must be a name")),
            }
        }
        known
    }

    fn mapped(
        &self,
        event: &Event,
        only: &[Text],
        found: issue::Found,
        now: Timestamp,
        new_id: NewId<'_>,
    ) -> Result<Vec<Explained<'_>>, Issues> {
        let nothing = Nothing::default();
        let parts = Parts::read(event, &nothing, found)?;
        let (mut made, mut new_id) = (None, new_id);
        let mut explained = Vec::new();
        for (name, own) in self.iter() {
            if !only.is_empty() && !only.iter().any(|wanted| is_of(name, own, wanted)) {
                continue;
            }
            let (verdict, rows) = if own.mapping.skips(parts.name) {
                (Verdict::Skipped, Vec::new())
            } else {
                let mut map = Map::new(&parts, &own.mapping);
                let mut is_first = true;
                let mut ids = new_id
                    .as_mut()
                    .map(|new_id| || if std::mem::take(&mut is_first) { made.get_or_insert_with(&mut *new_id).clone() } else { new_id() });
                let built = own.client.build_neutral(&mut map, now, ids.as_mut().map(|ids| ids as _));
                (built.map_or_else(Verdict::Refused, Verdict::Built), map.into_rows())
            };
            explained.push(Explained { part: Part { destination: &own.client, name, verdict }, rows });
        }
        if explained.is_empty() {
            return Err(Issue::new("", Code::UnknownDestination, "no destination is configured").into());
        }
        Ok(explained)
    }
}

/// Whether a list of destinations means this one by that name.
fn is_of(name: Option<&str>, own: &Own, wanted: &str) -> bool {
    label(name, &own.client) == wanted
}

/// What the label of a destination begins with that could be that of another one.
const NAMED: &str = "destination.";

/// What a list of destinations calls this one.
fn label<'d>(name: Option<&'d str>, destination: &AnyClient) -> Cow<'d, str> {
    match name {
        None => destination.provider().into(),
        // So that no two destinations have one label.
        Some(name) if provider::find(name).is_some() || name.starts_with(NAMED) => [NAMED, name].concat().into(),
        Some(name) => name.into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::dynamic::{AnyClient, Destinations, from_json};

    #[test]
    fn destinations_are_found_by_their_labels() {
        let config = r#"{"adjust": {"app_token": "4w565xzmb54d"}, "destination": {
            "adjust": {"provider": "ga4", "measurement_id": "G-PSW1MY7HB4", "api_secret": "secret"},
            "destination.adjust": {"provider": "adjust", "app_token": "4w565xzmb54d"},
            "eu": {"provider": "adjust", "app_token": "4w565xzmb54d"}}}"#;
        let destinations = Destinations::from_config(&from_json(config).unwrap()).unwrap();
        let provider = |label: &str| destinations.labeled(label).map(AnyClient::provider);
        let labels: Vec<_> = destinations.labels().collect();
        assert_eq!(labels, ["adjust", "destination.adjust", "destination.destination.adjust", "eu"]);
        assert_eq!(
            labels.iter().map(|label| provider(label)).collect::<Vec<_>>(),
            [Some("adjust"), Some("ga4"), Some("adjust"), Some("adjust")]
        );
        assert_eq!(["ga4", "destination.eu", ""].map(provider), [None; 3]);
    }
}
