//! Adjust's documented errors.
//!
//! Sources: <https://dev.adjust.com/en/api/s2s-api/> (the table) and <https://dev.adjust.com/en/api/s2s-api/security/>
//! (`MISSING_TOKEN`, `WRONG_TOKEN`, `MISSING_SCOPE`).

use axum::http::StatusCode;

use crate::exchange::Answer;

/// A row of the documentation: a status and a text.
#[derive(Clone, Copy)]
pub(super) struct DocumentedError {
    status: StatusCode,
    text: &'static str,
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

    /// The form in which Adjust documents its errors: `{ "error": "Event request failed (${error_message})" }`.
    pub(super) fn answer(self) -> Answer {
        Answer { status: self.status, body: format!(r#"{{"error":"Event request failed ({})"}}"#, self.text) }
    }
}

const fn error(status: StatusCode, text: &'static str) -> DocumentedError {
    DocumentedError { status, text }
}

/// "Request details don't meet expectations": also for what Adjust refuses without saying with which error.
pub(super) const BAD_EVENT_STATE: DocumentedError = error(StatusCode::BAD_REQUEST, "Bad event state");
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
pub(super) const DEVICE_NOT_FOUND: DocumentedError = error(StatusCode::NOT_FOUND, "Device not found");
pub(super) const TOO_LARGE: DocumentedError = error(StatusCode::PAYLOAD_TOO_LARGE, "Request size too large");
pub(super) const OPTED_OUT: DocumentedError = error(StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "Device is opted out");
pub(super) const INTERNAL_ERROR: DocumentedError = error(StatusCode::INTERNAL_SERVER_ERROR, "Internal error, contact support@adjust.com");
