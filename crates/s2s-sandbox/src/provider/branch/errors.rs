//! The responses that refuse a request. The status of all of them is 400.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{exchange::Answer, provider::json::Object};

/// The parts of a body that the error of a validation always has.
const PARTS: [&str; 4] = ["user_data", "content_items", "event_data", "custom_data"];

/// Why a request is refused: the rule, and the value of `error` in the response.
pub(super) struct Refusal {
    pub(super) rule: &'static str,
    error: Value,
}

impl Refusal {
    /// The one error that Branch documents: the key is wrong.
    pub(super) fn of_key(rule: &'static str) -> Self {
        Self { rule, error: json!({"message": "Authentication failed !", "code": 400}) }
    }

    /// A body that cannot be read.
    pub(super) fn of_body(rule: &'static str, message: &str) -> Self {
        Self { rule, error: json!({"message": message, "code": 400}) }
    }

    /// A member of the body is wrong as a whole.
    pub(super) fn of_member(rule: &'static str, name: &'static str, message: &str) -> Self {
        Self { rule, error: parts([(name, message.into())]) }
    }

    /// Members of members are wrong.
    pub(super) fn of_fields(rule: &'static str, errors: Vec<(&'static str, Value)>) -> Self {
        Self { rule, error: parts(errors) }
    }

    pub(super) fn answer(self) -> Answer {
        Answer { status: StatusCode::BAD_REQUEST, body: json!({"error": self.error}).to_string() }
    }
}

fn parts(errors: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let mut error: Object = PARTS.iter().map(|name| ((*name).to_owned(), json!([]))).collect();
    error.extend(errors.into_iter().map(|(name, value)| (name.to_owned(), value)));
    error.into()
}
