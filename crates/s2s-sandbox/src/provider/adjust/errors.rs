//! Adjust's documented errors.
//!
//! Sources: <https://dev.adjust.com/en/api/s2s-api/> (the table) and <https://dev.adjust.com/en/api/s2s-api/security/>
//! (`MISSING_TOKEN`, `WRONG_TOKEN`, `MISSING_SCOPE`).

use axum::http::StatusCode;

use super::kind::Kind;
use crate::exchange::Answer;

/// A row of the documentation: a status and a text.
#[derive(Clone, Copy)]
pub(super) struct DocumentedError {
    status: StatusCode,
    /// `None` where a kind has a text of its own.
    text: Option<&'static str>,
}

/// A documented error, and the sandbox's name for the rule that was broken, which is often more exact.
#[derive(Clone, Copy)]
pub(super) struct Refusal {
    pub(super) error: DocumentedError,
    pub(super) rule: &'static str,
}

impl DocumentedError {
    pub(super) const fn because(self, rule: &'static str) -> Refusal {
        Refusal { error: self, rule }
    }

    /// The response to a request of a kind. Adjust documents its errors in this form for events
    /// (`{ "error": "Event request failed (${error_message})" }`), ad revenue and third-party sharing;
    /// sessions have it by analogy. Of an erasure it documents the status alone.
    pub(super) fn answer(self, kind: Kind) -> Answer {
        let Some(wrapper) = kind.wrapper() else { return Answer::empty(self.status) };
        let text = self.text.unwrap_or(kind.unnamed_error());
        Answer { status: self.status, body: format!(r#"{{"error":"{wrapper} ({text})"}}"#) }
    }
}

const fn error(status: StatusCode, text: &'static str) -> DocumentedError {
    DocumentedError { status, text: Some(text) }
}

/// What Adjust refuses without saying with which error.
pub(super) const BAD_REQUEST: DocumentedError = DocumentedError { status: StatusCode::BAD_REQUEST, text: None };
pub(super) const INVALID_APP_TOKEN: DocumentedError = error(StatusCode::BAD_REQUEST, "Invalid app token");
pub(super) const NOT_UNIQUE: DocumentedError = error(StatusCode::BAD_REQUEST, "Ignoring event, earlier unique event tracked");
pub(super) const INVALID_CALLBACK_PARAMETERS: DocumentedError = error(StatusCode::BAD_REQUEST, "Invalid callback parameters");
pub(super) const INVALID_EVENT_TOKEN: DocumentedError = error(StatusCode::BAD_REQUEST, "Invalid event token");
pub(super) const INVALID_REVENUE: DocumentedError = error(StatusCode::BAD_REQUEST, "Invalid revenue");
pub(super) const UNAUTHORIZED: DocumentedError = error(StatusCode::UNAUTHORIZED, "Failed to authorize request");
pub(super) const MISSING_SCOPE: DocumentedError = error(StatusCode::UNAUTHORIZED, "Session failed");
pub(super) const MISSING_TOKEN: DocumentedError = error(StatusCode::ACCEPTED, "Missing authentication token");
pub(super) const WRONG_TOKEN: DocumentedError = error(StatusCode::ACCEPTED, "Wrong authentication token");
pub(super) const APP_INACTIVE: DocumentedError = error(StatusCode::FORBIDDEN, "App is inactive");
pub(super) const TRACKING_DISABLED: DocumentedError = error(StatusCode::FORBIDDEN, "Tracking disabled");
pub(super) const EVENT_BLOCKLISTED: DocumentedError = error(StatusCode::FORBIDDEN, "Event token blocklisted");
pub(super) const APP_NOT_FOUND: DocumentedError = error(StatusCode::NOT_FOUND, "App token not found");
/// That of third-party sharing: <https://help.adjust.com/en/article/re-enable-disable-3rd-party-sharing-s2s>.
pub(super) const SHARING_APP_NOT_FOUND: DocumentedError = error(StatusCode::BAD_REQUEST, "App not found");
pub(super) const DEVICE_NOT_FOUND: DocumentedError = error(StatusCode::NOT_FOUND, "Device not found");
pub(super) const TOO_LARGE: DocumentedError = error(StatusCode::PAYLOAD_TOO_LARGE, "Request size too large");
/// That of erasures: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>.
pub(super) const TOO_MANY_REQUESTS: DocumentedError = error(StatusCode::TOO_MANY_REQUESTS, "Too many requests");
pub(super) const OPTED_OUT: DocumentedError = error(StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "Device is opted out");
pub(super) const INTERNAL_ERROR: DocumentedError = error(StatusCode::INTERNAL_SERVER_ERROR, "Internal error, contact support@adjust.com");
