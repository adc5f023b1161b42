//! The members of a request as plain data.

use serde::Deserialize;

use crate::value::Text;

macro_rules! plain {
    ($($field:ident: $type:ty;)*) => {
        #[derive(Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct Plain {
            $(pub(super) $field: Option<$type>,)*
        }

        /// The names of the members.
        pub(in crate::dynamic) const FIELDS: &[&str] = &[$(stringify!($field)),*];
    };
}

plain! {
    provider: Text;
    kind: Text;
    method: PlainMethod;
    url: String;
    headers: Vec<(Text, Text)>;
    sensitive_headers: Vec<Text>;
    body: String;
    credential: Place;
    message_ids: Vec<String>;
    warnings: Vec<Warning>;
    max_events: i64;
    max_bytes: i64;
    expires: bool;
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum PlainMethod {
    Get,
    Post,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    pub(super) r#in: Part,
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Part {
    Url,
    Body,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Warning {
    pub(super) path: String,
    pub(super) code: Text,
    pub(super) message: String,
}
