//! The responses. All of them have the status 200.
//!
//! Source: "Response Codes & Errors", <https://support.singular.net/hc/en-us/articles/31542603988379>

use axum::http::StatusCode;
use serde_json::Value;

use crate::exchange::Answer;

/// An error: the text of `reason`, and the sandbox's name for the rule that was broken.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    reason: String,
    pub(super) rule: &'static str,
}

impl Refusal {
    /// `missing argument`: a parameter is absent or empty.
    pub(super) fn missing(name: &str, rule: &'static str) -> Self {
        Self { reason: format!("missing argument: {name}"), rule }
    }

    /// A value of another form. Singular documents no text for it; this one is the sandbox's own.
    pub(super) fn invalid(name: &str, rule: &'static str) -> Self {
        Self { reason: format!("invalid argument: {name}"), rule }
    }

    pub(super) fn platform(given: &str) -> Self {
        Self { reason: format!("invalid platform: {given}"), rule: "invalid_platform" }
    }

    /// A parameter that a platform needs.
    pub(super) fn of_platform(platform: &str, name: &str, rule: &'static str) -> Self {
        Self { reason: format!("platform: {platform} should have an {name} param"), rule }
    }

    pub(super) fn no_device_id() -> Self {
        Self { reason: "no device ID supplied".to_owned(), rule: "no_device_id" }
    }

    /// What the sandbox says in its own words.
    pub(super) fn own(reason: &str, rule: &'static str) -> Self {
        Self { reason: reason.to_owned(), rule }
    }

    pub(super) fn answer(&self) -> Answer {
        let reason = Value::from(self.reason.as_str());
        Answer { status: StatusCode::OK, body: format!(r#"{{"status":"error","reason":{reason}}}"#) }
    }
}

/// "Queued for processing", and no more.
pub(super) fn queued() -> Answer {
    Answer { status: StatusCode::OK, body: r#"{"status":"ok"}"#.to_owned() }
}
