//! AppsFlyer's documented responses to what it does not accept.
//!
//! Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>

use axum::http::StatusCode;

use crate::exchange::Answer;

/// A row of the documentation: a status and a text.
#[derive(Clone, Copy)]
pub(super) struct DocumentedError {
    status: StatusCode,
    text: &'static str,
}

/// A documented error, and the sandbox's name for the rule that was broken, which is more exact.
#[derive(Clone, Copy)]
pub(super) struct Refusal {
    pub(super) error: DocumentedError,
    pub(super) rule: &'static str,
}

impl DocumentedError {
    pub(super) const fn because(self, rule: &'static str) -> Refusal {
        Refusal { error: self, rule }
    }

    /// The plain text, which is declared as JSON.
    pub(super) fn answer(self) -> Answer {
        Answer { status: self.status, body: self.text.to_owned() }
    }
}

const fn error(status: StatusCode, text: &'static str) -> DocumentedError {
    DocumentedError { status, text }
}

pub(super) const FAILED_TO_AUTHENTICATE: DocumentedError = error(StatusCode::BAD_REQUEST, "Failed to Authenticate");
/// The documentation names `app_id` in place of the text, so that this text is the sandbox's own.
pub(super) const WRONG_APP_ID: DocumentedError = error(StatusCode::BAD_REQUEST, "app_id is wrong");
pub(super) const MISSING_APPSFLYER_ID: DocumentedError = error(StatusCode::BAD_REQUEST, "appsflyer_id is a mandatory field");
pub(super) const UNREADABLE: DocumentedError = error(StatusCode::BAD_REQUEST, "Payload is missing or failed to parse");
/// "When the request failed at least one of the validation criteria": also for what AppsFlyer
/// refuses without naming the response.
pub(super) const BAD_REQUEST: DocumentedError = error(StatusCode::BAD_REQUEST, "Bad request");
pub(super) const UNAUTHORIZED: DocumentedError = error(StatusCode::UNAUTHORIZED, "Unauthorized");
pub(super) const FORBIDDEN: DocumentedError = error(StatusCode::FORBIDDEN, "Forbidden");
pub(super) const INTERNAL_ERROR: DocumentedError = error(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error");
