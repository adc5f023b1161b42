//! Meta's errors.
//!
//! The statuses are not documented: 400 was seen, and is that of all errors here except 1 and 2. Texts
//! are the sandbox's own, apart from titles and that of an unexpected key.
//!
//! Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/error-reference>

use std::borrow::Cow;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::exchange::Answer;

/// What a response says in place of an ID of its trace.
pub(super) const TRACE: &str = "sandbox";

/// An error by its code and subcode.
#[derive(Clone, Copy)]
pub(super) struct ApiError {
    status: StatusCode,
    code: u32,
    subcode: Option<u32>,
    is_transient: bool,
    text: &'static str,
}

impl ApiError {
    const fn new(code: u32, subcode: Option<u32>, text: &'static str) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, subcode, is_transient: false, text }
    }

    const fn transient(self) -> Self {
        Self { is_transient: true, ..self }
    }

    pub(super) const fn because(self, rule: &'static str) -> Refusal {
        Refusal { error: self, rule, message: Cow::Borrowed(self.text) }
    }
}

/// An error, and the sandbox's name for the rule that was broken, which is more exact.
pub(super) struct Refusal {
    error: ApiError,
    pub(super) rule: &'static str,
    message: Cow<'static, str>,
}

impl Refusal {
    /// A key that an object must not have. The path is that of the object in the request.
    ///
    /// Source: <https://github.com/facebook/facebook-nodejs-business-sdk/issues/258>
    pub(super) fn unexpected(key: &str, path: &str) -> Self {
        let message = format!("Unexpected key \"{key}\" on param \"$['data']{path}\"").into();
        Self { error: INVALID, rule: "unexpected_key", message }
    }

    pub(super) fn answer(&self) -> Answer {
        let ApiError { status, code, subcode, is_transient, .. } = self.error;
        let mut error = json!({"message": self.message, "type": "OAuthException", "code": code});
        if let (Value::Object(members), Some(subcode)) = (&mut error, subcode) {
            members.insert("error_subcode".to_owned(), subcode.into());
        }
        if let Value::Object(members) = &mut error {
            members.insert("is_transient".to_owned(), is_transient.into());
            members.insert("fbtrace_id".to_owned(), TRACE.into());
        }
        Answer { status, body: json!({"error": error}).to_string() }
    }
}

pub(super) const INVALID: ApiError = ApiError::new(100, None, "Invalid parameter");
pub(super) const TOO_OLD: ApiError = ApiError::new(100, Some(2_804_003), "Event Timestamp Too Old");
pub(super) const NOT_HASHED: ApiError = ApiError::new(100, Some(2_804_016), "User Parameter Not Hashed");
pub(super) const NO_VALUE: ApiError = ApiError::new(100, Some(2_804_009), "Missing Value for Purchase Event");
pub(super) const LIMITED_DATA_USE: ApiError = ApiError::new(100, Some(2_804_030), "Invalid data processing options");
pub(super) const NO_DATASET: ApiError = ApiError::new(100, Some(33), "The object does not exist, or lacks a permission");
/// Which of the codes of tokens a missing one has is not documented.
pub(super) const NO_TOKEN: ApiError = ApiError::new(104, None, "An access token is required");
pub(super) const INVALID_TOKEN: ApiError = ApiError::new(190, None, "The access token is not valid");
pub(super) const PASSWORD_CHANGED: ApiError = ApiError::new(190, Some(460), "The password has changed");
pub(super) const EXPIRED: ApiError = ApiError::new(190, Some(463), "The access token has expired");
pub(super) const NO_PERMISSION: ApiError = ApiError::new(200, None, "A permission is missing");
pub(super) const RATE_LIMITED: ApiError = ApiError::new(4, Some(1_504_022), "Application request limit reached").transient();
pub(super) const BLOCKED: ApiError = ApiError::new(368, None, "Temporarily blocked");
pub(super) const NOT_READY: ApiError = ApiError::new(21_009, None, "The data set upload is temporarily not ready").transient();
pub(super) const UNAVAILABLE: ApiError = ApiError {
    status: StatusCode::INTERNAL_SERVER_ERROR,
    ..ApiError::new(2, None, "The service is temporarily unavailable").transient()
};
