//! From one event in the JSON form to its request.
//!
//! Nearly all events are right, so reading first goes straight from the text into the struct of the kind. Only where something is wrong
//! does a second, slower reading find everything that is.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};

use crate::issue::{self, Code, Issue, Issues};
use crate::provider::client::NewId;
use crate::provider::read::{ReadEvent, Seen};
use crate::provider::{self, AnyClient, AnyKind, WithKind, with_kind, with_snake_case};
use crate::request::Request;
use crate::value::lend::ReadText;
use crate::value::{Json, Timestamp};

use super::kinds;
use super::read::source::Source;
use super::read::spelling::Spelling;
use super::read::text::JsonText;
use super::read::typed::{self, Members};

/// A destination, and its name where it has one.
pub(super) type Found<'d> = (&'d AnyClient, Option<&'d str>);

/// Builds the request of the event in `text`, whose destination `look_up` finds by provider and name.
pub(super) fn build_text<'d>(
    text: &[u8],
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Result<(Request, Found<'d>), Issues> {
    match std::str::from_utf8(text) {
        Ok(text) => build(JsonText::new(text), None, now, new_id, look_up),
        Err(error) => {
            let valid = text.get(..error.valid_up_to()).unwrap_or_default();
            let column = 1 + String::from_utf8_lossy(valid).chars().count();
            Err(Issue::new("", Code::InvalidUnicode, format!("is not UTF-8 (column {column})")).into())
        }
    }
}

/// Builds the request of an event. `known` are its provider and kind, where they are no members of it.
pub(super) fn build<'s, 'd>(
    source: impl Source<'s>,
    known: Option<(&str, &str)>,
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Result<(Request, Found<'d>), Issues> {
    // However often the event is read, it gets one id.
    let mut made = None;
    let mut once = new_id.map(|new_id| move || made.get_or_insert_with(&mut *new_id).clone());
    if let Some(built) = straight(source, known, now, once.as_mut().map(|once| once as _), &look_up) {
        return Ok(built);
    }
    thorough(source, known, now, once.as_mut().map(|once| once as _), look_up)
}

/// The keys of an event that belong to no kind.
#[derive(Default)]
struct Envelope<'t> {
    provider: Option<ReadText<'t>>,
    kind: Option<ReadText<'t>>,
    destination: Option<ReadText<'t>>,
}

impl<'t> Envelope<'t> {
    const KEYS: [&'static str; 3] = ["provider", "kind", "destination"];

    fn slot(&mut self, key: &str) -> Option<&mut Option<ReadText<'t>>> {
        match key {
            "provider" => Some(&mut self.provider),
            "kind" => Some(&mut self.kind),
            "destination" => Some(&mut self.destination),
            _ => None,
        }
    }
}

/// The request, if nothing is wrong at all.
fn straight<'s, 'd>(
    source: impl Source<'s>,
    known: Option<(&str, &str)>,
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: &impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Option<(Request, Found<'d>)> {
    let has_envelope = known.is_none();
    let (provider, kind) = match known {
        Some((provider, kind)) => (Cow::Borrowed(provider), Cow::Borrowed(kind)),
        None => source.provider_and_kind()?,
    };
    with_kind(&provider, &kind, Straight { source, has_envelope, now, new_id, provider: &provider, look_up })?
}

struct Straight<'a, 'n, S, L> {
    source: S,
    /// Whether provider and kind are members of the event.
    has_envelope: bool,
    now: Timestamp,
    new_id: NewId<'n>,
    provider: &'a str,
    look_up: &'a L,
}

impl<'s, 'd, S: Source<'s>, L: Fn(&str, Option<&str>) -> Option<Found<'d>>> WithKind for Straight<'_, '_, S, L> {
    type Output = Option<(Request, Found<'d>)>;

    fn with<T: AnyKind>(self) -> Self::Output {
        self.source.read(EventVisitor { straight: self, kind: PhantomData::<T> })
    }
}

/// Reads the members of an event and builds its request from the borrowed values.
struct EventVisitor<'a, 'n, S, L, T> {
    straight: Straight<'a, 'n, S, L>,
    kind: PhantomData<T>,
}

impl<'de, 'd, S: Source<'de>, L: Fn(&str, Option<&str>) -> Option<Found<'d>>, T: AnyKind> Visitor<'de> for EventVisitor<'_, '_, S, L, T> {
    type Value = (Request, Found<'d>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Straight { source, has_envelope, now, new_id, provider, look_up } = self.straight;
        let is_camel_case = source.is_camel_case();
        // The thorough reading finds out what the problem is.
        let wrong = || A::Error::custom("not right");
        let (mut envelope, mut is_respelled) = (Envelope::default(), false);
        let (mut event, mut seen) = (T::Read::default(), Seen::default());
        while let Some(key) = map.next_key::<ReadText<'_>>()? {
            let names = <T::Read<'de> as ReadEvent>::NAMES;
            let mut field = names.find(key.as_bytes());
            if field.is_none() {
                if has_envelope && let Some(slot) = envelope.slot(&key) {
                    // The thorough reading reports a repeated one, or null.
                    if slot.is_some() {
                        return Err(wrong());
                    }
                    *slot = Some(map.next_value()?);
                    continue;
                }
                field = with_snake_case(&key, |field| names.find(field));
                is_respelled = true;
            }
            let field = field.ok_or_else(wrong)?;
            seen.note(field)?;
            event.read(field, &mut map)?;
        }
        let found = look_up(provider, envelope.destination.as_deref()).ok_or_else(wrong)?;
        T::complete_read(&mut event, new_id);
        let mut request = provider::build_read::<T>(&event, found.0, now, issue::Found::default()).map_err(|_| wrong())?;
        if is_camel_case {
            Spelling::camel_case("", [&T::RECORD]).apply(request.warnings_mut());
        } else if request.warnings().iter().any(|warning| is_respelled || is_inside_a_field(warning.path())) {
            // Only the thorough reading keeps the spelling of each key.
            return Err(wrong());
        }
        Ok((request, found))
    }
}

/// Whether a JSON Pointer leads to something inside of a field.
fn is_inside_a_field(path: &str) -> bool {
    path.bytes().filter(|byte| *byte == b'/').count() > 1
}

/// The request, or everything that is wrong. Where no destination is configured for the event, the rules of its provider are not looked at.
#[cold]
fn thorough<'s, 'd>(
    source: impl Source<'s>,
    known: Option<(&str, &str)>,
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Result<(Request, Found<'d>), Issues> {
    let mut found = issue::Found::default();
    let Some((members, mut spelling)) = typed::object(source, "", &mut found) else { return Err(found.into_issues()) };
    let (members, envelope) = match known {
        Some((provider, kind)) => (members, Envelope { provider: Some(provider.into()), kind: Some(kind.into()), destination: None }),
        None => split(members, &mut found),
    };
    let Some((provider, kind)) = provider_and_kind(&envelope, &mut found) else { return Err(spelling.applied(found.into_issues())) };
    let destination = look_up(provider, envelope.destination.as_deref());
    if destination.is_none() {
        let (at, message) = match envelope.destination {
            Some(_) => ("/destination", "no destination of that name is configured for this provider"),
            None => ("/provider", "no destination is configured for this provider"),
        };
        found.push(Issue::new(at, Code::UnknownDestination, message));
    }
    let built = with_kind(provider, kind, Thorough { members, spelling: &mut spelling, now, new_id, destination, found });
    match (built, destination) {
        (Some(Ok(mut request)), Some(destination)) => {
            spelling.apply(request.warnings_mut());
            Ok((request, destination))
        }
        (Some(Err(issues)), _) => Err(spelling.applied(issues)),
        // `provider_and_kind` has reported unknown ones, and `Thorough` an absent destination.
        _ => Err(Issue::new("", Code::UnknownKind, "there is no such kind of event").into()),
    }
}

struct Thorough<'a, 'n, 'd> {
    members: Members,
    spelling: &'a mut Spelling,
    now: Timestamp,
    new_id: NewId<'n>,
    destination: Option<Found<'d>>,
    found: issue::Found,
}

impl WithKind for Thorough<'_, '_, '_> {
    type Output = Result<Request, Issues>;

    fn with<T: AnyKind>(mut self) -> Self::Output {
        let event = typed::declared::<T>(self.members, "", self.spelling, &mut self.found);
        match (event, self.destination) {
            (Some(mut event), Some((destination, _))) => {
                event.complete(self.new_id);
                provider::build(&event, destination, self.now, self.found)
            }
            _ => Err(self.found.into_issues()),
        }
    }
}

/// Takes the envelope out of the members.
fn split<'e>(members: Members, found: &mut issue::Found) -> (Members, Envelope<'e>) {
    let mut envelope = Envelope::default();
    let (own, fields): (Members, Members) = members.into_iter().partition(|(key, _)| Envelope::KEYS.contains(&key.as_str()));
    for (key, value) in own {
        match (envelope.slot(&key), value) {
            (Some(slot), Json::String(text)) => *slot = Some(String::from(text).into()),
            (_, Json::Null) => {}
            _ => found.push(Issue::new(["/", &key].concat(), Code::WrongType, "must be a text")),
        }
    }
    (fields, envelope)
}

fn provider_and_kind<'e>(envelope: &'e Envelope<'_>, found: &mut issue::Found) -> Option<(&'e str, &'e str)> {
    for (path, value) in [("/provider", &envelope.provider), ("/kind", &envelope.kind)] {
        if value.is_none() && !found.has(path) {
            found.push(Issue::new(path, Code::Missing, "is required"));
        }
    }
    let name = envelope.provider.as_deref()?;
    let provider = kinds::provider(name, "/provider", found)?;
    let kind = envelope.kind.as_deref()?;
    kinds::has_kind(provider, kind, "/kind", found).then_some((name, kind))
}
