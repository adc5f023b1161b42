//! Masks credentials and personal data in what the page shows.

use std::borrow::Cow;

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

/// What is shown in place of a secret, whatever its length.
pub(super) const MASK: &str = "••••••••";

/// Headers that hold credentials wherever they are sent, also by mistake.
const CREDENTIALS: [&str; 4] = ["authorization", "proxy-authorization", "cookie", "x-api-key"];

/// Where a provider's requests hold secrets.
pub(super) struct Secrets {
    names: Vec<&'static str>,
    /// Its paths, with parameters such as `{name}`.
    paths: Vec<String>,
}

impl Secrets {
    pub(super) fn new(names: Vec<&'static str>, paths: Vec<String>) -> Self {
        Self { names, paths }
    }

    /// Whether the value of a name is masked.
    pub(super) fn hide(&self, name: &str) -> bool {
        self.names.iter().chain(&CREDENTIALS).any(|own| own.eq_ignore_ascii_case(name))
    }

    /// The path and query of a request.
    pub(super) fn target(&self, target: &str) -> String {
        let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
        let path = self.path(path);
        query.map_or(path.clone(), |query| format!("{path}?{}", self.form(query)))
    }

    fn path(&self, path: &str) -> String {
        let fits = |pattern: &&String| {
            let (pattern, path) = (pattern.split('/'), path.split('/'));
            pattern.clone().count() == path.clone().count()
                && pattern.zip(path).all(|(pattern, own)| parameter(pattern).is_some() || pattern == own)
        };
        let Some(pattern) = self.paths.iter().find(fits) else { return path.to_owned() };
        let mask = |(pattern, own)| if parameter(pattern).is_some_and(|name| self.hide(name)) { MASK } else { own };
        pattern.split('/').zip(path.split('/')).map(mask).collect::<Vec<_>>().join("/")
    }

    /// A body.
    pub(super) fn body<'b>(&self, body: &'b str, is_form: bool) -> Cow<'b, str> {
        if body.is_empty() {
            Cow::Borrowed(body)
        } else if body.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(body).is_ok() {
            Cow::Owned(self.json(body))
        } else if is_form {
            Cow::Owned(self.form(body))
        } else {
            // A secret may be anywhere in it.
            Cow::Borrowed(MASK)
        }
    }

    /// The parameters of a query or form, as they were sent.
    fn form(&self, text: &str) -> String {
        let mask = |pair: &str| {
            let Some((name, _)) = form_urlencoded::parse(pair.as_bytes()).next() else { return pair.to_owned() };
            if !is_name(&name) {
                return MASK.to_owned();
            }
            match pair.split_once('=') {
                Some((own, _)) if self.hide(&name) => format!("{own}={MASK}"),
                _ => pair.to_owned(),
            }
        };
        text.split('&').map(mask).collect::<Vec<_>>().join("&")
    }

    /// A JSON object, as it was sent.
    fn json(&self, text: &str) -> String {
        let mut rest = text;
        let mut masked = String::with_capacity(text.len());
        while let Some((before, string)) = rest.find('"').and_then(|start| rest.split_at_checked(start)) {
            let (string, after) = string.split_at_checked(value_length(string)).unwrap_or((string, ""));
            masked.extend([before, string]);
            rest = after;
            let value = after.trim_start().strip_prefix(':').map(str::trim_start);
            let name = serde_json::from_str(string).unwrap_or(Cow::Borrowed(string));
            if let Some(value) = value.filter(|_| self.hide(&name)) {
                masked.extend([": \"", MASK, "\""]);
                rest = value.get(value_length(value)..).unwrap_or_default();
            }
        }
        masked + rest
    }

    /// The decoded fields of a message: the path of each, its value as JSON, and whether that is a
    /// secret.
    pub(super) fn fields(&self, message: &Value) -> Vec<(String, String, bool)> {
        let mut fields = Vec::new();
        match message {
            Value::Object(_) => self.flatten(message, "", false, &mut fields),
            // A body that is no event.
            Value::String(text) => fields.push(("body".to_owned(), text.clone(), true)),
            value => fields.push(("body".to_owned(), value.to_string(), true)),
        }
        fields
    }

    /// The same of what a request says once about all of its messages.
    pub(super) fn members(&self, members: &Map<String, Value>) -> Vec<(String, String, bool)> {
        let mut fields = Vec::new();
        for (name, value) in members {
            self.flatten(value, name, self.hide(name), &mut fields);
        }
        fields
    }

    fn flatten(&self, value: &Value, path: &str, is_hidden: bool, fields: &mut Vec<(String, String, bool)>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Object(members) if !members.is_empty() => {
                for (name, value) in members {
                    self.flatten(value, &below(name), is_hidden || self.hide(name), fields);
                }
            }
            Value::Array(values) if !values.is_empty() => {
                for (position, value) in values.iter().enumerate() {
                    self.flatten(value, &below(&position.to_string()), is_hidden, fields);
                }
            }
            value => fields.push((path.to_owned(), value.to_string(), is_hidden)),
        }
    }
}

/// Whether a text is a name, and not a body that was read as one.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= 64 && text.chars().all(|char| char.is_ascii_alphanumeric() || "_-.[]".contains(char))
}

/// The name of a path's parameter.
fn parameter(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The length of the JSON value that a text begins with.
fn value_length(text: &str) -> usize {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.next();
    values.byte_offset()
}
