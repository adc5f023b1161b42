//! From one event in the JSON form to its request.
//!
//! Nearly all events are right, so reading first goes straight from the text into the struct of the kind. Only where something is wrong
//! does a second, slower reading find everything that is.

use std::fmt;

use serde::de::{MapAccess, Visitor};

use crate::issue::{self, Code, Issue, Issues};
use crate::provider::client::NewId;
use crate::provider::read::{Key, ReadEvent, Seen};
use crate::provider::{self, AnyClient, AnyKind, WithKind, with_kind};
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
#[derive(Clone, Default)]
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

    /// Reads the value if the key belongs to no kind, and returns whether it does. Repeated keys and null are errors.
    fn read<A: MapAccess<'t>>(&mut self, key: &str, map: &mut A) -> Result<bool, A::Error> {
        let Some(slot) = self.slot(key) else { return Ok(false) };
        if slot.is_some() {
            return Err(wrong());
        }
        *slot = Some(map.next_value()?);
        Ok(true)
    }
}

/// The request, if nothing is wrong at all.
fn straight<'s, 'd>(
    source: impl Source<'s>,
    known: Option<(&str, &str)>,
    now: Timestamp,
    mut new_id: NewId<'_>,
    look_up: &impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Option<(Request, Found<'d>)> {
    let is_camel_case = source.is_camel_case();
    let mut begins_with_others = known.is_none() && !source.may_begin_with(&Envelope::KEYS);
    if !begins_with_others {
        let new_id = new_id.as_mut().map(|new_id| &mut **new_id as _);
        let event = Event {
            known,
            has_envelope: known.is_none(),
            is_camel_case,
            begins_with_others: &mut begins_with_others,
            now,
            new_id,
            look_up,
        };
        let built = source.read(event);
        if !begins_with_others {
            return built;
        }
    }
    let (provider, kind) = source.provider_and_kind()?;
    let known = Some((&*provider, &*kind));
    source.read(Event { known, has_envelope: true, is_camel_case, begins_with_others: &mut begins_with_others, now, new_id, look_up })
}

/// Reads the members of an event and builds its request from the borrowed values.
struct Event<'a, 'n, L> {
    /// Its provider and kind; `None` where they are its first members.
    known: Option<(&'a str, &'a str)>,
    /// Whether provider and kind are members of it.
    has_envelope: bool,
    is_camel_case: bool,
    /// Whether other members come before provider and kind.
    begins_with_others: &'a mut bool,
    now: Timestamp,
    new_id: NewId<'n>,
    look_up: &'a L,
}

impl<'de, 'd, L: Fn(&str, Option<&str>) -> Option<Found<'d>>> Visitor<'de> for Event<'_, '_, L> {
    type Value = (Request, Found<'d>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        let known = match self.known {
            Some((provider, kind)) => Envelope { provider: Some(provider.into()), kind: Some(kind.into()), destination: None },
            None => {
                while envelope.provider.is_none() || envelope.kind.is_none() {
                    let key = map.next_key::<ReadText<'_>>()?.ok_or_else(wrong)?;
                    if !envelope.read(&key, &mut map)? {
                        *self.begins_with_others = true;
                        return Err(wrong());
                    }
                }
                envelope.clone()
            }
        };
        let (Some(provider), Some(kind)) = (&known.provider, &known.kind) else { return Err(wrong()) };
        with_kind(provider, kind, Fields { event: self, provider, envelope, map }).unwrap_or_else(|| Err(wrong()))
    }
}

/// Returns an error without details: the thorough reading finds all problems.
fn wrong<E: serde::de::Error>() -> E {
    E::custom("not right")
}

/// The members of an event of a kind that is known.
struct Fields<'a, 'n, 'de, L, A> {
    event: Event<'a, 'n, L>,
    provider: &'a str,
    /// The keys that were read before the kind was known.
    envelope: Envelope<'de>,
    map: A,
}

impl<'de, 'd, L: Fn(&str, Option<&str>) -> Option<Found<'d>>, A: MapAccess<'de>> WithKind for Fields<'_, '_, 'de, L, A> {
    type Output = Result<(Request, Found<'d>), A::Error>;

    fn with<T: AnyKind>(self) -> Self::Output {
        let Self { event: Event { has_envelope, is_camel_case, now, new_id, look_up, .. }, provider, mut envelope, mut map } = self;
        let names = <T::Read<'de> as ReadEvent>::NAMES;
        let (mut event, mut seen, mut is_respelled) = (T::Read::default(), Seen::default(), false);
        while let Some(key) = map.next_key_seed(names)? {
            let field = match key {
                Key::Field(field) => field,
                Key::Respelled(field) => {
                    is_respelled = true;
                    field
                }
                Key::Other(key) => {
                    if has_envelope && envelope.read(&key, &mut map)? {
                        continue;
                    }
                    return Err(wrong());
                }
            };
            seen.note(field)?;
            event.read(field, &mut map)?;
        }
        let found = look_up(provider, envelope.destination.as_deref()).ok_or_else(wrong)?;
        T::complete_read(&mut event, new_id);
        let mut request = provider::build_read::<T>(&event, found.0, now, issue::Found::default()).map_err(|_| wrong())?;
        if is_camel_case && !request.warnings().is_empty() {
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
