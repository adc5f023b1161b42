//! The return codes of TikTok's API.
//!
//! Source: <https://github.com/tiktok/tiktok-business-api-sdk>, which names them.

use axum::http::StatusCode;
use serde_json::json;

use crate::exchange::Answer;

pub(super) const OK: ReturnCode = ReturnCode(0);
pub(super) const PARTIAL_OK: ReturnCode = ReturnCode(20_001);
pub(super) const NO_PERMISSION: ReturnCode = ReturnCode(40_001);
pub(super) const PARAM_ERROR: ReturnCode = ReturnCode(40_002);
pub(super) const INVALID_BATCH_SIZE: ReturnCode = ReturnCode(40_061);
pub(super) const PII_NOT_HASHED: ReturnCode = ReturnCode(40_062);
pub(super) const INVALID_PARTNER_NAME: ReturnCode = ReturnCode(40_063);
pub(super) const TOO_FREQUENT: ReturnCode = ReturnCode(40_100);
pub(super) const EMPTY_TOKEN: ReturnCode = ReturnCode(40_104);
pub(super) const WRONG_TOKEN: ReturnCode = ReturnCode(40_105);
pub(super) const SYSTEM_ERROR: ReturnCode = ReturnCode(50_000);

/// The member `code` of a response.
#[derive(Clone, Copy)]
pub(super) struct ReturnCode(u32);

impl ReturnCode {
    /// A response, whose HTTP status is 200 whatever the code is.
    pub(super) fn answer(self, message: &str, request_id: &str) -> Answer {
        let body = json!({"code": self.0, "message": message, "request_id": request_id, "data": {}});
        Answer { status: StatusCode::OK, body: body.to_string() }
    }

    /// A refusal with this code.
    pub(super) fn because(self, rule: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { code: self, rule, message: message.into() }
    }
}

/// Why a request is refused, with all of its events.
pub(super) struct Refusal {
    pub(super) code: ReturnCode,
    pub(super) rule: &'static str,
    /// TikTok's text where one is documented, or else the sandbox's own.
    pub(super) message: String,
}
