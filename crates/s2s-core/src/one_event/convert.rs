//! From an event of another format to a neutral one: what goes where, and what has no place.

use std::fmt;

use crate::encode::json;
use crate::issue::{Code, Found, Issue, Issues, below, push_key};
use crate::provider::record::{Declared as _, Type};
use crate::value::decimal::Decimal;
use crate::value::{Json, Text};

use super::{Event, Name};

/// How events of another format become neutral ones: the names of your own events, and the properties to keep as parameters. Without
/// either, only names that the format documents are known, and a property without a place is reported.
#[derive(Clone, Default)]
pub struct Conversion {
    names: Vec<(Text, Name)>,
    params: Vec<Text>,
}

crate::redacted_debug!(Conversion);

impl Conversion {
    /// Adds the neutral event that an event of your own name is. It counts before the names that the format documents. [`Name::Custom`] keeps your
    /// name as the `name` of a custom event.
    #[must_use]
    pub fn name(mut self, own: impl Into<Text>, name: Name) -> Self {
        self.names.push((own.into(), name));
        self
    }

    /// Adds a property that becomes a parameter of the same name (`params`): a text, a number or a truth value that has no place of its own.
    #[must_use]
    pub fn param(mut self, name: impl Into<Text>) -> Self {
        self.params.push(name.into());
        self
    }

    /// Reads the JSON form, an object of two optional members: `names`, an object of your own names with the names of neutral events, and
    /// `params`, a list of properties.
    ///
    /// # Errors
    /// All issues: `unknown_field`, `wrong_type`, `duplicate_key` and, for what is not the name of a neutral event, `unknown_event_name`.
    pub fn from_json(options: &Json) -> Result<Self, Issues> {
        let mut found = Found::default();
        let mut conversion = Self::default();
        for (key, value) in options.members_once("", &mut found) {
            let at = below("", key);
            match (key.as_str(), value) {
                (_, Json::Null) => {}
                ("names", value) => {
                    for (own, name) in value.members_once(&at, &mut found) {
                        match Name::ALL.iter().find(|known| name.as_str() == Some(known.as_str())) {
                            Some(name) => conversion.names.push((own.clone(), *name)),
                            None => found.push(Issue::new(below(&at, own), Code::UnknownEventName, "must be the name of a neutral event")),
                        }
                    }
                }
                ("params", Json::Array(params)) => {
                    for (position, param) in params.iter().enumerate() {
                        match param {
                            Json::String(param) => conversion.params.push(param.clone()),
                            _ => found.push(Issue::new(below(&at, &position.to_string()), Code::WrongType, "must be a name")),
                        }
                    }
                }
                ("params", _) => found.push(Issue::new(at, Code::WrongType, "must be a list of names")),
                _ => found.push(Issue::new(at, Code::UnknownField, "there is no such option")),
            }
        }
        if found.is_empty() { Ok(conversion) } else { Err(found.into_issues()) }
    }

    /// The neutral event of that name in a format that documents `known`.
    pub(super) fn event(&self, own: Option<&Json>, at: &str, known: impl FnOnce(&str) -> Option<Name>) -> Result<Named, Issue> {
        let own = match own {
            None | Some(Json::Null) => return Err(Issue::new(at, Code::Missing, "is required")),
            Some(Json::String(own)) if own.is_empty() => return Err(Issue::new(at, Code::Missing, "is required")),
            Some(Json::String(own)) => own,
            Some(_) => return Err(Issue::new(at, Code::WrongType, "must be a text")),
        };
        let name = self.names.iter().find(|(known, _)| known == own).map(|(_, name)| *name).or_else(|| known(own));
        match name {
            Some(name) => Ok(Named { name, own: own.clone() }),
            None => Err(Issue::new(at, Code::UnmappedEvent, "is not the name of a neutral event; `names` can say which one it is")),
        }
    }
}

/// What an event of another format is.
pub(super) struct Named {
    pub(super) name: Name,
    own: Text,
}

/// An event of another format as a neutral one.
#[derive(Clone)]
#[non_exhaustive]
pub struct Converted {
    /// The neutral event. Only what the other event says is in it: it may still lack what a destination requires.
    pub event: Event,
    /// The neutral event in the JSON form: a JSON text, as [`Destinations::explain_json`](crate::dynamic::Destinations::explain_json) takes it.
    pub event_json: String,
    /// What is not in the neutral event, by its path in the other one: `unmapped_field` for what has no place, or the code of why a value does not
    /// fit into its place (`wrong_type`, `not_an_integer`, `out_of_range`, `invalid_choice`, `invalid_shape`). At most [`Issues::MAX`].
    pub unmapped: Vec<Issue>,
}

/// The event may be personal data and is not shown.
impl fmt::Debug for Converted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Converted").field("unmapped", &self.unmapped).finish_non_exhaustive()
    }
}

/// Where a field of the other event goes: JSON Pointers, in which `*` is the position of an item. Of several fields with the same place the first
/// that is given counts.
pub(super) type Field = (&'static str, &'static str, Form);

/// How a value becomes that of its place.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// As the place takes it: a whole number is also a text, and the text of a number also a number.
    Own,
    /// `GRANTED` is true, and `DENIED` false.
    Granted,
    /// Unix microseconds, taken to the millisecond toward the past.
    Micros,
    /// A country, if it is two letters.
    Country,
}

/// Another format.
pub(super) struct Format<'f> {
    /// Its fields that have a place.
    pub(super) fields: Vec<Field>,
    /// Fields that decide what the event is, and so are never without a place.
    pub(super) deciding: &'static [&'static str],
    /// The object of the event's own properties.
    pub(super) properties: &'static str,
    pub(super) conversion: &'f Conversion,
}

/// Reads a JSON text.
pub(super) fn read(text: &[u8]) -> Result<Json, Issue> {
    let text = std::str::from_utf8(text).map_err(|_| Issue::new("", Code::InvalidUnicode, "is not UTF-8"))?;
    let json = Json::parse_or_code(text).map_err(|code| Issue::new("", code, "cannot be read"))?;
    match json {
        Json::Object(_) => Ok(json),
        _ => Err(Issue::new("", Code::WrongType, "must be an object")),
    }
}

/// The value at a JSON Pointer whose keys need no escapes.
pub(super) fn at<'j>(json: &'j Json, path: &str) -> Option<&'j Json> {
    path.split('/').skip(1).try_fold(json, |json, key| match json {
        Json::Object(members) => members.iter().find(|(own, _)| own == key).map(|(_, value)| value),
        Json::Array(items) => items.get(key.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Whether there is a value at a JSON Pointer that says something.
pub(super) fn is_given(json: &Json, path: &str) -> bool {
    at(json, path).is_some_and(|value| !says_nothing(value))
}

/// Whether a value says nothing: null, or an empty text, list or object.
fn says_nothing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::String(text) => text.is_empty(),
        Json::Array(items) => items.is_empty(),
        Json::Object(members) => members.is_empty(),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

impl Format<'_> {
    /// Converts an event.
    ///
    /// # Errors
    /// Keys that appear more than once.
    pub(super) fn convert(&self, event: &Json, named: Named) -> Result<Converted, Issues> {
        let mut walk = Walk { format: self, given: Vec::new(), params: Vec::new(), unmapped: Found::default(), repeated: Found::default() };
        walk.visit(event, &mut String::new(), &mut String::new(), None);
        let Walk { mut given, mut params, mut unmapped, repeated, .. } = walk;
        if !repeated.is_empty() {
            return Err(repeated.into_issues());
        }
        let mut neutral = vec![("event".into(), Json::String(named.name.as_str().into()))];
        if named.name == Name::Custom {
            neutral.push(("name".into(), Json::String(named.own)));
        }
        let mut neutral = Json::Object(neutral);
        // The first field of a place counts, whatever the order in the event.
        given.sort_by_key(|given| given.field);
        for Given { field, path, position, value } in given {
            let Some((_, to, form)) = self.fields.get(field) else { continue };
            let to = position.map_or_else(|| (*to).to_owned(), |position| to.replacen('*', &position.to_string(), 1));
            let value = match form.apply(&to, value) {
                Ok(value) => value,
                Err((code, message)) => {
                    unmapped.push(Issue::new(path, code, message));
                    continue;
                }
            };
            match place(&mut neutral, &to) {
                Some(place @ Json::Null) => *place = value,
                Some(own) if *own == value => {}
                _ => unmapped.push(Issue::new(path, Code::UnmappedField, "has no place, as another field has taken it")),
            }
        }
        if !params.is_empty() {
            place(&mut neutral, "/params").into_iter().for_each(|place| *place = Json::Object(std::mem::take(&mut params)));
        }
        let mut event_json = Vec::new();
        json::value(&mut event_json, &neutral);
        let event = serde_json::from_slice(&event_json).map_err(|_| Issue::new("", Code::WrongType, "cannot become a neutral event"))?;
        let event_json = String::from_utf8(event_json).map_err(|_| Issue::new("", Code::InvalidUnicode, "is not UTF-8"))?;
        let unmapped = if unmapped.is_empty() { Vec::new() } else { unmapped.into_issues().into_vec() };
        Ok(Converted { event, event_json, unmapped })
    }

    fn has_below(&self, pattern: &str, key: &str) -> bool {
        let is_below = |from: &str| {
            let rest = from.strip_prefix(pattern).and_then(|rest| rest.strip_prefix('/')).and_then(|rest| rest.strip_prefix(key));
            rest.is_some_and(|rest| key.is_empty() || rest.is_empty() || rest.starts_with('/'))
        };
        self.fields.iter().any(|(from, ..)| is_below(from)) || self.deciding.iter().any(|from| is_below(from))
    }
}

/// A field of the other event that has a place.
struct Given<'j> {
    field: usize,
    path: String,
    position: Option<usize>,
    value: &'j Json,
}

/// Everything that an event says.
struct Walk<'f, 'j> {
    format: &'f Format<'f>,
    given: Vec<Given<'j>>,
    params: Vec<(Text, Json)>,
    unmapped: Found,
    repeated: Found,
}

impl<'j> Walk<'_, 'j> {
    /// Visits a value: `path` is where it is, `pattern` the same with `*` for the position of an item.
    fn visit(&mut self, json: &'j Json, path: &mut String, pattern: &mut String, position: Option<usize>) {
        let format = self.format;
        if says_nothing(json) || format.deciding.contains(&pattern.as_str()) {
            return;
        }
        if let Some(field) = format.fields.iter().position(|(from, ..)| from == pattern) {
            self.given.push(Given { field, path: path.clone(), position, value: json });
            return;
        }
        let is_listed = format.has_below(pattern, "*");
        let is_list = is_listed || format.has_below(pattern, "0");
        match json {
            Json::Array(items) if is_list => {
                for (position, item) in items.iter().enumerate() {
                    let key = position.to_string();
                    let lengths = (path.len(), pattern.len());
                    push_key(path, &key);
                    push_key(pattern, if is_listed { "*" } else { &key });
                    self.visit(item, path, pattern, Some(position).filter(|_| is_listed));
                    path.truncate(lengths.0);
                    pattern.truncate(lengths.1);
                }
            }
            Json::Object(_) if !is_list && format.has_below(pattern, "") => {
                for (key, value) in json.members_once(path, &mut self.repeated) {
                    let lengths = (path.len(), pattern.len());
                    push_key(path, key);
                    push_key(pattern, key);
                    self.visit(value, path, pattern, position);
                    path.truncate(lengths.0);
                    pattern.truncate(lengths.1);
                }
            }
            _ if is_list => self.unmapped.push(Issue::new(path.as_str(), Code::WrongType, "must be a list")),
            _ if format.has_below(pattern, "") => self.unmapped.push(Issue::new(path.as_str(), Code::WrongType, "must be an object")),
            _ => self.own(json, path, pattern),
        }
    }

    /// A field without a place: a parameter, if the options name it.
    fn own(&mut self, json: &Json, path: &str, pattern: &str) {
        let properties = self.format.properties;
        let param = self.format.conversion.params.iter().find(|param| below(properties, param) == pattern);
        match (param, json) {
            (None, _) => self.unmapped.push(Issue::new(path, Code::UnmappedField, "has no place in a neutral event")),
            (Some(_), Json::Array(_) | Json::Object(_)) => {
                self.unmapped.push(Issue::new(path, Code::WrongType, "must be a text, a number or a truth value"));
            }
            (Some(param), value) => self.params.push((param.clone(), value.clone())),
        }
    }
}

/// A place of the neutral event: null where it has nothing.
fn place<'n>(neutral: &'n mut Json, to: &str) -> Option<&'n mut Json> {
    to.split('/').skip(1).try_fold(neutral, |json, key| match key.parse() {
        Ok(position) => item(json, position),
        Err(_) => member(json, key),
    })
}

fn member<'n>(json: &'n mut Json, key: &str) -> Option<&'n mut Json> {
    if !matches!(json, Json::Object(_)) {
        *json = Json::Object(Vec::new());
    }
    let Json::Object(members) = json else { return None };
    if !members.iter().any(|(own, _)| own == key) {
        members.push((key.into(), Json::Null));
    }
    members.iter_mut().find(|(own, _)| own == key).map(|(_, value)| value)
}

/// The item of that position; items before it that say nothing keep theirs.
fn item(json: &mut Json, position: usize) -> Option<&mut Json> {
    if !matches!(json, Json::Array(_)) {
        *json = Json::Array(Vec::new());
    }
    let Json::Array(items) = json else { return None };
    if items.len() <= position {
        items.resize(position + 1, Json::Object(Vec::new()));
    }
    items.get_mut(position)
}

/// What the field of the neutral event at that path takes.
fn type_of(to: &str) -> Option<Type> {
    let (mut record, mut of) = (&Event::RECORD, None);
    for key in to.split('/').skip(1).filter(|key| key.parse::<usize>().is_err()) {
        let field = record.field(key)?;
        of = Some(field.of);
        record = field.of.record().unwrap_or(record);
    }
    of
}

/// Why a value does not fit into its place.
type Unfit = (Code, &'static str);

impl Form {
    fn apply(self, to: &str, value: &Json) -> Result<Json, Unfit> {
        match (self, value) {
            (Self::Own, value) => own(to, value),
            (Self::Granted, Json::String(word)) => match word.as_str() {
                "GRANTED" => Ok(Json::Bool(true)),
                "DENIED" => Ok(Json::Bool(false)),
                _ => Err((Code::InvalidChoice, "must be `GRANTED` or `DENIED`")),
            },
            (Self::Micros, Json::Number(micros)) => Ok(Json::Number(whole(micros.as_str())?.div_euclid(1_000).into())),
            (Self::Country, Json::String(country)) => {
                let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic());
                if is_code { Ok(value.clone()) } else { Err((Code::InvalidShape, "must be two letters (ISO 3166-1)")) }
            }
            (Self::Granted | Self::Country, _) => Err((Code::WrongType, "must be a text")),
            (Self::Micros, _) => Err((Code::WrongType, "must be a number")),
        }
    }
}

/// The value as the place takes it.
fn own(to: &str, value: &Json) -> Result<Json, Unfit> {
    match (type_of(to), value) {
        (Some(Type::Text | Type::Number | Type::Time), Json::String(_))
        | (Some(Type::Number | Type::Time), Json::Number(_))
        | (Some(Type::Boolean), Json::Bool(_)) => Ok(value.clone()),
        // An ID, say.
        (Some(Type::Text), Json::Number(digits)) if digits.as_str().bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(Json::String(digits.as_str().into()))
        }
        (Some(Type::Integer), Json::Number(number)) => Ok(Json::Number(whole(number.as_str())?.into())),
        (Some(Type::Integer), Json::String(number)) => Ok(Json::Number(whole(number)?.into())),
        (Some(Type::Choice(choices)), Json::String(word)) => {
            let choice = choices.iter().find(|choice| choice.name.eq_ignore_ascii_case(word));
            choice
                .map(|choice| Json::String(choice.name.into()))
                .ok_or((Code::InvalidChoice, "is not one of the values of a neutral event"))
        }
        _ => Err((Code::WrongType, "is of another type than the field of the neutral event")),
    }
}

fn whole(number: &str) -> Result<i64, Unfit> {
    let decimal = Decimal::parse(number).map_err(|code| (code, "must be a whole number"))?;
    if !decimal.is_integer() {
        return Err((Code::NotAnInteger, "must be a whole number"));
    }
    decimal.to_i64().ok_or((Code::OutOfRange, "is too large"))
}
