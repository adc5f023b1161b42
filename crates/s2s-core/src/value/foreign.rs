//! Values as other languages pass them through UniFFI. Converting one never fails: its problems are reported when a request is built.

use crate::secret::Secret;

use super::time::Given;
use super::{Json, Number, Pairs, Text, Time, Timestamp};

uniffi::custom_type!(
    /// A text.
    Text, String, { lower: |text| text.into(), try_lift: |text| Ok(text.into()) }
);

uniffi::custom_type!(
    /// A credential.
    Secret, String, { lower: |secret| secret.expose().to_owned(), try_lift: |text| Ok(text.into()) }
);

uniffi::custom_type!(
    /// A decimal number.
    Number, NumberForm, {
        lower: |number| NumberForm { text: number.as_str().into(), is_float: number.is_float() },
        try_lift: |form| Ok(Number::given(form.text, form.is_float)),
    }
);

uniffi::custom_type!(
    /// A time.
    Time, TimeForm, { lower: |time| time.into(), try_lift: |form| Ok(form.into()) }
);

uniffi::custom_type!(
    /// Any JSON.
    Json, JsonForm, { lower: |json| json.into(), try_lift: |form| Ok(form.into()) }
);

type TextPairs = Pairs<Text>;
type NumberPairs = Pairs<Number>;
type JsonPairs = Pairs<Json>;

uniffi::custom_type!(
    /// Texts by their keys, in the caller's order.
    TextPairs, Vec<TextPair>, {
        lower: |pairs| pairs.into_vec().into_iter().map(|(key, value)| TextPair { key, value }).collect(),
        try_lift: |pairs| Ok(pairs.into_iter().map(|TextPair { key, value }| (key, value)).collect()),
    }
);

uniffi::custom_type!(
    /// Numbers by their keys, in the caller's order.
    NumberPairs, Vec<NumberPair>, {
        lower: |pairs| pairs.into_vec().into_iter().map(|(key, value)| NumberPair { key, value }).collect(),
        try_lift: |pairs| Ok(pairs.into_iter().map(|NumberPair { key, value }| (key, value)).collect()),
    }
);

uniffi::custom_type!(
    /// Any JSON by its keys, in the caller's order.
    JsonPairs, Vec<JsonMember>, {
        lower: |pairs| pairs.into_vec().into_iter().map(|(key, value)| JsonMember { key, value }).collect(),
        try_lift: |pairs| Ok(pairs.into_iter().map(|JsonMember { key, value }| (key, value)).collect()),
    }
);

/// An entry of a map of texts.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct TextPair {
    key: Text,
    value: Text,
}

/// An entry of a map of numbers.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NumberPair {
    key: Text,
    value: Number,
}

/// A member of a JSON object.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct JsonMember {
    key: Text,
    value: Json,
}

/// A decimal number as it crosses.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NumberForm {
    text: Text,
    /// Whether it was a binary float, whose shortest form is the text.
    is_float: bool,
}

/// A JSON value as it crosses.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum JsonForm {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool { value: bool },
    /// A number, digit for digit.
    Number { digits: Number },
    /// A text.
    Text { text: Text },
    /// An array.
    Array { items: Vec<Json> },
    /// An object.
    Object { members: Vec<JsonMember> },
}

impl From<JsonForm> for Json {
    fn from(form: JsonForm) -> Self {
        match form {
            JsonForm::Null => Self::Null,
            JsonForm::Bool { value } => Self::Bool(value),
            JsonForm::Number { digits } => Self::Number(digits),
            JsonForm::Text { text } => Self::String(text),
            JsonForm::Array { items } => Self::Array(items),
            JsonForm::Object { members } => Self::Object(members.into_iter().map(|JsonMember { key, value }| (key, value)).collect()),
        }
    }
}

impl From<Json> for JsonForm {
    fn from(json: Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(value) => Self::Bool { value },
            Json::Number(digits) => Self::Number { digits },
            Json::String(text) => Self::Text { text },
            Json::Array(items) => Self::Array { items },
            Json::Object(members) => Self::Object { members: members.into_iter().map(|(key, value)| JsonMember { key, value }).collect() },
        }
    }
}

/// A time as it crosses.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum TimeForm {
    /// RFC 3339, or what the caller took for it.
    Text { text: Text },
    /// A number that counts milliseconds, as it was written.
    Millis { digits: Number },
    /// A point in time, in Unix milliseconds: never treated as seconds.
    Instant { unix_millis: i64 },
}

impl From<TimeForm> for Time {
    fn from(form: TimeForm) -> Self {
        match form {
            TimeForm::Text { text } => Self(Given::Text(text)),
            TimeForm::Millis { digits } => Self(Given::Millis(digits)),
            // A time beyond the year 9999 becomes one that building refuses.
            TimeForm::Instant { unix_millis } => Timestamp::from_unix_millis(unix_millis).map_or_else(|| i64::MAX.into(), Self::from),
        }
    }
}

impl From<Time> for TimeForm {
    fn from(Time(given): Time) -> Self {
        match given {
            Given::Text(text) => Self::Text { text },
            Given::Millis(digits) => Self::Millis { digits },
            Given::Time(time) => Self::Instant { unix_millis: time.unix_millis() },
        }
    }
}

crate::redacted_debug!(TextPair);
crate::redacted_debug!(NumberPair);
crate::redacted_debug!(JsonMember);
crate::redacted_debug!(NumberForm);
crate::redacted_debug!(JsonForm);
crate::redacted_debug!(TimeForm);
