//! Objects in the JSON form.

use std::borrow::Cow;

use serde::de::Visitor;
use serde_json::value::RawValue;

use crate::issue::{Found, Issue};
use crate::provider::snake_case;
use crate::value::{Json, Text};

use super::raw::{self, MAX_TEXT};
use super::scan;
use super::source::{Object, Source};

/// The JSON text of an object, of at most [`MAX_TEXT`] bytes.
#[derive(Clone, Copy)]
pub struct JsonText<'t> {
    text: &'t str,
    is_camel_case: bool,
    issues: &'t [Issue],
}

impl<'t> JsonText<'t> {
    /// A text that should be a JSON object.
    pub fn new(text: &'t str) -> Self {
        Self { text, is_camel_case: false, issues: &[] }
    }

    /// Lets issues and warnings name fields in camelCase, also absent ones.
    #[must_use]
    pub fn with_camel_case(self) -> Self {
        Self { is_camel_case: true, ..self }
    }

    /// Adds what was wrong with values that JSON does not have, as found when the text was written. Paths are the caller's, from this object on.
    /// A field that is wrong as a whole is null in the text.
    #[must_use]
    pub fn with_issues(self, issues: &'t [Issue]) -> Self {
        Self { issues, ..self }
    }
}

impl<'t> Object<'t> for JsonText<'t> {
    type Value = &'t RawValue;

    fn members(self, at: &str, found: &mut Found) -> Option<Vec<(Text, Self::Value)>> {
        for issue in self.issues {
            found.push(Issue::new([at, &field_path(issue.path())].concat(), issue.code(), issue.message().to_owned()));
        }
        raw::raw(self.text, at, found)?.members(at, found)
    }

    fn json(value: Self::Value, at: &str, found: &mut Found) -> Option<Json> {
        <&RawValue>::json(value, at, found)
    }

    fn is_camel_case(self) -> bool {
        self.is_camel_case
    }
}

impl<'t> Source<'t> for JsonText<'t> {
    fn may_begin_with(self, keys: &[&str]) -> bool {
        let first = self.text.trim_start().strip_prefix('{').and_then(|members| members.trim_start().strip_prefix('"'));
        first.is_some_and(|first| keys.iter().any(|key| first.starts_with(key)))
    }

    fn provider_and_kind(self) -> Option<(Cow<'t, str>, Cow<'t, str>)> {
        scan::provider_and_kind(self.text)
    }

    fn read<V: Visitor<'t>>(self, visitor: V) -> Option<V::Value> {
        if self.text.len() > MAX_TEXT || !self.issues.is_empty() {
            return None;
        }
        scan::object(self.text, visitor).ok()
    }
}

/// Returns a path whose first key is the name of its field.
fn field_path(path: &str) -> Cow<'_, str> {
    let key = path.strip_prefix('/').map_or("", |keys| keys.split_once('/').map_or(keys, |(key, _)| key));
    match snake_case(key) {
        Cow::Borrowed(_) => Cow::Borrowed(path),
        Cow::Owned(field) => ["/", &field, path.get(key.len() + 1..).unwrap_or_default()].concat().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::{AnyClient, from_json};
    use crate::{Code, Timestamp};

    #[test]
    fn what_json_does_not_have_is_told_with_everything_else_and_is_not_missing() {
        let config = from_json(r#"{"provider":"adjust","app_token":"4w565xzmb54d"}"#).unwrap();
        let adjust = AnyClient::from_object(None, &config).unwrap();
        let wrong = [Issue::new("/eventToken", Code::WrongType, "is a function"), Issue::new("/extra/a", Code::NotFinite, "is not finite")];
        let text = r#"{"eventToken":null,"idfa":"x","extra":{}}"#;
        for is_typed in [true, false] {
            let own = JsonText::new(text).with_issues(&wrong);
            let own = if is_typed { own.with_camel_case() } else { own };
            let issues = adjust.build_object(Some("event"), own, Timestamp::MAX, None).unwrap_err();
            let found: Vec<_> = issues.into_iter().map(|issue| (issue.path(), issue.code().as_str())).collect();
            assert_eq!(found, [("/eventToken", "wrong_type"), ("/extra/a", "not_finite"), ("/idfa", "invalid_device_id")]);
        }
    }
}
