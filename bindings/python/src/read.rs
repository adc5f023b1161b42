//! From Python's objects to the core: straight into its structs, or, where something is wrong, as JSON with everything that is.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use pyo3::exceptions::PyException;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::sync::critical_section::with_critical_section;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyMemoryView, PySequence, PyString, PyTuple, PyType,
};
use s2s_core::binding::{EXACT, Found, MAX_DEPTH, Object, Source, TIME, push_key};
use s2s_core::value::{Json, Number, Text};
use s2s_core::{Code, Issue, Issues};
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::time;

/// The classes beyond Python's built-in ones whose instances are understood.
struct Classes {
    date: Py<PyType>,
    datetime: Py<PyType>,
    decimal: Py<PyType>,
    enumeration: Py<PyType>,
    integral: Py<PyType>,
    /// Their `str` is their text.
    texts: [Py<PyType>; 3],
}

impl Classes {
    fn get(py: Python<'_>) -> PyResult<&Self> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        CLASSES.get_or_try_init(py, || {
            let class = |module, name| PyResult::Ok(py.import(module)?.getattr(name)?.cast_into::<PyType>()?.unbind());
            Ok(Self {
                date: class("datetime", "date")?,
                datetime: class("datetime", "datetime")?,
                decimal: class("decimal", "Decimal")?,
                enumeration: class("enum", "Enum")?,
                integral: class("numbers", "Integral")?,
                texts: [class("uuid", "UUID")?, class("ipaddress", "IPv4Address")?, class("ipaddress", "IPv6Address")?],
            })
        })
    }
}

/// Reads Python's objects. An exception of one of them stops the reading; it is raised once the core has returned.
pub(crate) struct Reader<'py> {
    classes: &'py Classes,
    raised: RefCell<Option<PyErr>>,
}

/// A Python object as JSON has it.
enum View<'a, 'py> {
    Null,
    Bool(bool),
    Text(Cow<'a, str>),
    Integer(i64),
    /// Another number, as it was written.
    Digits(String),
    /// The digits of a `Decimal`.
    Decimal(String),
    Members(Vec<Member<'py>>),
    Items(Vec<Bound<'py, PyAny>>),
    Wrong(Code, Cow<'static, str>),
}

type Member<'py> = (Bound<'py, PyAny>, Bound<'py, PyAny>);

impl<'py> Reader<'py> {
    pub(crate) fn new(py: Python<'py>) -> PyResult<Self> {
        Ok(Self { classes: Classes::get(py)?, raised: RefCell::new(None) })
    }

    /// The exception that an object raised, or the result.
    pub(crate) fn finish<T>(&self, result: PyResult<T>) -> PyResult<T> {
        match self.raised.take() {
            Some(raised) => Err(raised),
            None => result,
        }
    }

    /// Any object as JSON.
    pub(crate) fn json(&self, object: &Bound<'py, PyAny>) -> Result<Json, Issues> {
        let mut found = Found::default();
        let json = self.readable(object, &mut found);
        json.filter(|_| found.is_empty()).ok_or_else(|| found.into_issues())
    }

    /// What can be read of any object, as JSON; the issues of the rest go into `found`.
    pub(crate) fn readable(&self, object: &Bound<'py, PyAny>, found: &mut Found) -> Option<Json> {
        self.to_json(object, MAX_DEPTH, "", found)
    }

    /// What an object is. Containers are copied, so that nothing that reading calls can change them meanwhile.
    ///
    /// An object that raises an exception when it is read is wrong; what is no `Exception`, such as `KeyboardInterrupt`, ends the reading.
    fn view<'a>(&self, object: &'a Bound<'py, PyAny>) -> View<'a, 'py> {
        // Most are texts, and nothing of theirs is called.
        match text(object) {
            Some(text) => View::Text(text.into()),
            None => self.view_of_other(object),
        }
    }

    fn view_of_other<'a>(&self, object: &'a Bound<'py, PyAny>) -> View<'a, 'py> {
        if self.raised.borrow().is_some() {
            return View::Wrong(Code::WrongType, "was not read".into());
        }
        self.try_view(object).unwrap_or_else(|raised| {
            let py = object.py();
            let message = match raised.get_type(py).name() {
                Ok(name) => format!("raised `{name}` when it was read").into(),
                Err(_) => "raised an exception when it was read".into(),
            };
            if !raised.is_instance_of::<PyException>(py) {
                *self.raised.borrow_mut() = Some(raised);
            }
            View::Wrong(Code::WrongType, message)
        })
    }

    fn try_view<'a>(&self, object: &'a Bound<'py, PyAny>) -> PyResult<View<'a, 'py>> {
        if let Ok(text) = object.cast_exact::<PyString>() {
            return Ok(text_view(text));
        }
        if object.is_none() {
            return Ok(View::Null);
        }
        if let Ok(value) = object.cast_exact::<PyBool>() {
            return Ok(View::Bool(value.is_true()));
        }
        if object.is_exact_instance_of::<PyInt>() {
            return Ok(integer_view(object));
        }
        if let Ok(dict) = object.cast_exact::<PyDict>() {
            return Ok(View::Members(members(dict)));
        }
        if let Ok(list) = object.cast_exact::<PyList>() {
            return Ok(View::Items(list.iter().collect()));
        }
        let Classes { datetime, decimal, .. } = self.classes;
        if object.is_exact_instance(decimal.bind(object.py())) {
            return decimal_view(object);
        }
        if object.is_exact_instance(datetime.bind(object.py())) {
            return datetime_view(object);
        }
        self.view_of_class(object)
    }

    /// What an instance of a further class is.
    fn view_of_class<'a>(&self, object: &'a Bound<'py, PyAny>) -> PyResult<View<'a, 'py>> {
        let py = object.py();
        let Classes { date, datetime, decimal, enumeration, integral, texts } = self.classes;
        let is = |class: &Py<PyType>| object.is_instance(class.bind(py));
        // Members of enumerations may be anything else, too.
        if is(enumeration)? {
            return self.enumeration_view(&object.getattr(intern!(py, "value"))?);
        }
        for class in texts {
            if is(class)? {
                return Ok(View::Text(object.str()?.to_str()?.to_owned().into()));
            }
        }
        if is(decimal)? {
            return decimal_view(object);
        }
        if is(datetime)? {
            return datetime_view(object);
        }
        if is(date)? {
            return Ok(View::Text(object.call_method0(intern!(py, "isoformat"))?.extract::<String>()?.into()));
        }
        if let Ok(text) = object.cast::<PyString>() {
            return Ok(text_view(text));
        }
        if let Ok(number) = object.cast::<PyFloat>() {
            return float_view(py, number.value());
        }
        if object.is_instance_of::<PyBytes>() || object.is_instance_of::<PyByteArray>() || object.is_instance_of::<PyMemoryView>() {
            return Ok(View::Wrong(Code::WrongType, "must not be bytes".into()));
        }
        if let Ok(tuple) = object.cast::<PyTuple>() {
            return Ok(View::Items(tuple.iter().collect()));
        }
        if let Ok(mapping) = object.cast::<PyMapping>() {
            let items = mapping.items()?;
            return Ok(View::Members(items.iter().map(|item| item.extract()).collect::<PyResult<_>>()?));
        }
        if let Ok(sequence) = object.cast::<PySequence>() {
            return Ok(View::Items(sequence.to_list()?.iter().collect()));
        }
        // Also those of other libraries.
        if is(integral)? {
            return Ok(integer_view(&py.import("operator")?.getattr("index")?.call1((object,))?));
        }
        let message = format!("is of the class `{}`, which has no JSON form", object.get_type().name()?);
        Ok(View::Wrong(Code::WrongType, message.into()))
    }

    /// The value of a member of an enumeration, which is a scalar.
    fn enumeration_view<'a>(&self, value: &Bound<'py, PyAny>) -> PyResult<View<'a, 'py>> {
        let wrong = || View::Wrong(Code::WrongType, "must be an enumeration of texts or numbers".into());
        if value.is_instance(self.classes.enumeration.bind(value.py()))? {
            return Ok(wrong());
        }
        Ok(match self.try_view(value)? {
            View::Text(text) => View::Text(text.into_owned().into()),
            View::Bool(value) => View::Bool(value),
            View::Integer(value) => View::Integer(value),
            View::Digits(digits) => View::Digits(digits),
            View::Decimal(digits) => View::Decimal(digits),
            View::Wrong(code, message) => View::Wrong(code, message),
            View::Null | View::Members(_) | View::Items(_) => wrong(),
        })
    }

    /// A value as JSON; what is nested too deep is an issue of the whole of it.
    fn to_json(&self, object: &Bound<'py, PyAny>, depth: usize, at: &str, found: &mut Found) -> Option<Json> {
        self.walk(object, depth, &mut at.to_owned(), found).unwrap_or_else(|TooDeep| {
            found.push(Issue::new(at, Code::TooDeep, "is nested too deep"));
            None
        })
    }

    fn walk(&self, object: &Bound<'py, PyAny>, depth: usize, at: &mut String, found: &mut Found) -> Result<Option<Json>, TooDeep> {
        // What comes now would not be listed.
        if found.is_full() || self.raised.borrow().is_some() {
            return Ok(None);
        }
        Ok(Some(match self.view(object) {
            View::Null => Json::Null,
            View::Bool(value) => value.into(),
            View::Text(text) => Json::from(&*text),
            View::Integer(value) => value.into(),
            View::Digits(digits) => Json::Number(digits.into()),
            View::Decimal(digits) => Json::Number(Number::decimal(&digits)),
            View::Members(members) => {
                let depth = depth.checked_sub(1).ok_or(TooDeep)?;
                let mut read = Vec::with_capacity(members.len());
                for (key, value) in &members {
                    let Some(key) = self.key(key, at, found) else { continue };
                    let length = at.len();
                    push_key(at, &key);
                    let value = self.walk(value, depth, at, found)?;
                    at.truncate(length);
                    read.extend(value.map(|value| (Text::from(&*key), value)));
                }
                Json::Object(read)
            }
            View::Items(items) => {
                let depth = depth.checked_sub(1).ok_or(TooDeep)?;
                let mut read = Vec::with_capacity(items.len());
                for (position, item) in items.iter().enumerate() {
                    let length = at.len();
                    push_key(at, &position.to_string());
                    // What comes after keeps its position.
                    read.push(self.walk(item, depth, at, found)?.unwrap_or(Json::Null));
                    at.truncate(length);
                }
                Json::Array(read)
            }
            View::Wrong(code, message) => {
                found.push(Issue::new(&**at, code, message));
                return Ok(None);
            }
        }))
    }

    /// A key of a mapping, which is a text.
    fn key<'a>(&self, key: &'a Bound<'py, PyAny>, at: &str, found: &mut Found) -> Option<Cow<'a, str>> {
        let (code, message) = match self.view(key) {
            View::Text(text) => return Some(text),
            View::Wrong(code @ Code::InvalidUnicode, _) => (code, "a key holds half of a surrogate pair"),
            _ => (Code::WrongType, "a key is not a text"),
        };
        found.push(Issue::new(at, code, message));
        None
    }
}

/// The text of a `str` itself that is Unicode.
fn text<'a>(object: &'a Bound<'_, PyAny>) -> Option<&'a str> {
    object.cast_exact::<PyString>().ok()?.to_str().ok()
}

fn text_view<'a, 'py>(text: &'a Bound<'py, PyString>) -> View<'a, 'py> {
    // What is no Unicode cannot be encoded as UTF-8.
    let half_a_pair = |_| View::Wrong(Code::InvalidUnicode, "holds half of a surrogate pair".into());
    text.to_str().map_or_else(half_a_pair, |text| View::Text(text.into()))
}

fn integer_view<'a, 'py>(integer: &Bound<'py, PyAny>) -> View<'a, 'py> {
    if let Ok(value) = integer.extract() {
        return View::Integer(value);
    }
    let digits = integer.str().and_then(|digits| digits.to_str().map(str::to_owned));
    // Python does not print integers of more than 4300 digits.
    digits.map_or_else(|_| View::Wrong(Code::TooManyDigits, "has too many digits".into()), View::Digits)
}

fn decimal_view<'a, 'py>(decimal: &Bound<'py, PyAny>) -> PyResult<View<'a, 'py>> {
    let text = decimal.str()?;
    let text = text.to_str()?;
    let is_finite = text.trim_start_matches('-').starts_with(|first: char| first.is_ascii_digit());
    Ok(View::Decimal(if is_finite { text } else { "NaN" }.to_owned()))
}

fn datetime_view<'a, 'py>(datetime: &Bound<'py, PyAny>) -> PyResult<View<'a, 'py>> {
    let naive = || View::Wrong(Code::TimeWithoutOffset, "must have a time zone".into());
    Ok(time::text(datetime)?.map_or_else(naive, |text| View::Text(text.into())))
}

/// The shortest text that is the same double, as Python prints it.
fn float_view<'a, 'py>(py: Python<'py>, number: f64) -> PyResult<View<'a, 'py>> {
    let digits = if number.is_finite() { PyFloat::new(py, number).repr()?.to_str()?.to_owned() } else { "NaN".to_owned() };
    Ok(View::Digits(digits))
}

/// The members of a dict, which nobody can change meanwhile.
fn members<'py>(dict: &Bound<'py, PyDict>) -> Vec<Member<'py>> {
    with_critical_section(dict, || dict.iter().collect())
}

/// The fields of an event or a configuration.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a, 'py> {
    reader: &'a Reader<'py>,
    /// Nothing where the object is no mapping.
    members: Option<&'a [Member<'py>]>,
}

/// The members of an object, if it is a mapping.
pub(crate) struct Members<'py>(Option<Vec<Member<'py>>>);

impl<'py> Members<'py> {
    pub(crate) fn of(reader: &Reader<'py>, object: &Bound<'py, PyAny>) -> Self {
        Self(match reader.view(object) {
            View::Members(members) => Some(members),
            _ => None,
        })
    }

    /// The keyword arguments of a call.
    pub(crate) fn of_keywords(keywords: Option<&Bound<'py, PyDict>>) -> Self {
        Self(Some(keywords.map(members).unwrap_or_default()))
    }

    /// Takes out the keyword argument of this name, which is not a field.
    pub(crate) fn argument<T: for<'a> FromPyObject<'a, 'py, Error = PyErr>>(&mut self, name: &str) -> PyResult<Option<T>> {
        let is_named = |(key, _): &Member<'py>| key.cast::<PyString>().is_ok_and(|key| key.to_str().is_ok_and(|key| key == name));
        let found = self.0.as_mut().and_then(|members| Some(members.remove(members.iter().position(is_named)?)));
        let Some((_, value)) = found else { return Ok(None) };
        value.extract().map(Some).inspect_err(|raised: &PyErr| {
            // As PyO3 does; Python 3.10 has no notes.
            let note = format!("while processing '{name}'");
            let _ = raised.value(value.py()).call_method1(intern!(value.py(), "add_note"), (note,));
        })
    }

    pub(crate) fn fields<'a>(&'a self, reader: &'a Reader<'py>) -> Fields<'a, 'py> {
        Fields { reader, members: self.0.as_deref() }
    }
}

impl<'a, 'py> Object<'a> for Fields<'a, 'py> {
    type Value = (&'a Reader<'py>, &'a Bound<'py, PyAny>);

    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        let Self { reader, members } = self;
        let Some(members) = members else {
            found.push(Issue::new(at, Code::WrongType, "must be a mapping"));
            return None;
        };
        Some(members.iter().filter_map(|(key, value)| Some((Text::from(&*reader.key(key, at, found)?), (reader, value)))).collect())
    }

    fn json((reader, value): Self::Value, at: &str, found: &mut Found) -> Option<Json> {
        reader.to_json(value, MAX_DEPTH - 1, at, found)
    }
}

impl<'a, 'py> Source<'a> for Fields<'a, 'py> {
    fn provider_and_kind(self) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
        let text = |name: &str| {
            let (_, value) = self.members?.iter().find(|(key, _)| matches!(self.reader.view(key), View::Text(key) if key == name))?;
            match self.reader.view(value) {
                View::Text(text) => Some(text),
                _ => None,
            }
        };
        text("provider").zip(text("kind"))
    }

    fn read<V: Visitor<'a>>(self, visitor: V) -> Option<V::Value> {
        let members = self.members?.iter();
        visitor.visit_map(Event(Map { reader: self.reader, members, value: None, depth: MAX_DEPTH - 1 })).ok()
    }
}

/// A value is nested deeper than is read.
struct TooDeep;

/// There is a problem; reading it as JSON finds out which.
#[derive(Debug)]
pub(crate) struct Wrong;

/// The members of an event: their keys live as long as the event.
struct Event<'a, 'py>(Map<'a, 'py>);

impl<'a> MapAccess<'a> for Event<'a, '_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        match self.0.next_key() {
            Some(View::Text(Cow::Borrowed(key))) => seed.deserialize(BorrowedStrDeserializer::new(key)).map(Some),
            Some(View::Text(Cow::Owned(key))) => seed.deserialize(StrDeserializer::new(&key)).map(Some),
            Some(_) => Err(Wrong),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'a>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        match self.0.value.and_then(text) {
            Some(text) => seed.deserialize(Lent(text)),
            None => self.0.next_value_seed(seed),
        }
    }
}

/// A text that lives as long as the event.
struct Lent<'a>(&'a str);

impl<'de> Deserializer<'de> for Lent<'de> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.0))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

struct Map<'a, 'py> {
    reader: &'a Reader<'py>,
    members: std::slice::Iter<'a, Member<'py>>,
    value: Option<&'a Bound<'py, PyAny>>,
    /// Maximum number of levels inside.
    depth: usize,
}

impl<'a, 'py> Map<'a, 'py> {
    fn next_key(&mut self) -> Option<View<'a, 'py>> {
        let (key, value) = self.members.next()?;
        self.value = Some(value);
        Some(self.reader.view(key))
    }
}

impl<'de> MapAccess<'de> for Map<'_, '_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        match self.next_key() {
            Some(View::Text(key)) => seed.deserialize(StrDeserializer::new(&key)).map(Some),
            Some(_) => Err(Wrong),
            None => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Wrong> {
        seed.deserialize(Value { reader: self.reader, object: self.value.take().ok_or(Wrong)?, depth: self.depth })
    }
}

struct Items<'a, 'py> {
    reader: &'a Reader<'py>,
    items: std::slice::Iter<'a, Bound<'py, PyAny>>,
    depth: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Wrong;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Wrong> {
        let Self { reader, items, depth } = self;
        items.next().map(|object| seed.deserialize(Value { reader, object, depth: *depth })).transpose()
    }
}

struct Value<'a, 'py> {
    reader: &'a Reader<'py>,
    object: &'a Bound<'py, PyAny>,
    /// Maximum number of levels inside.
    depth: usize,
}

impl<'py> Value<'_, 'py> {
    fn visit<'de, V: Visitor<'de>>(self, view: View<'_, 'py>, visitor: V) -> Result<V::Value, Wrong> {
        let Self { reader, depth, .. } = self;
        match view {
            View::Null => visitor.visit_unit(),
            View::Bool(value) => visitor.visit_bool(value),
            View::Text(text) => visitor.visit_str(&text),
            View::Integer(value) => visitor.visit_i64(value),
            View::Members(members) => {
                let depth = depth.checked_sub(1).ok_or(Wrong)?;
                visitor.visit_map(Map { reader, members: members.iter(), value: None, depth })
            }
            View::Items(items) => {
                let depth = depth.checked_sub(1).ok_or(Wrong)?;
                visitor.visit_seq(Items { reader, items: items.iter(), depth })
            }
            View::Digits(_) | View::Decimal(_) | View::Wrong(..) => Err(Wrong),
        }
    }
}

impl<'de> Deserializer<'de> for Value<'_, '_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let view = self.reader.view(self.object);
        self.visit(view, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        if self.object.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        let Self { reader, object, .. } = self;
        // Only a `datetime` itself: in a class of its own, subtraction and text need not agree.
        if name == TIME && object.is_exact_instance(reader.classes.datetime.bind(object.py())) {
            return visitor.visit_i64(time::unix_millis(object).map_err(|_| Wrong)?);
        }
        match reader.view(object) {
            View::Integer(value) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(value.to_string().as_bytes()),
            View::Digits(digits) if [EXACT, TIME].contains(&name) => visitor.visit_bytes(digits.as_bytes()),
            View::Decimal(digits) if [EXACT, TIME].contains(&name) => visitor.visit_byte_buf(digits.into_bytes()),
            view => self.visit(view, visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        match self.reader.view(self.object) {
            View::Text(text) => visitor.visit_enum((*text).into_deserializer()),
            _ => Err(Wrong),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("something is wrong")
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
