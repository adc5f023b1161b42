//! What every provider's answers have in common.

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::request::Request;
use crate::response::Response;
use crate::value::{Json, Text};

use super::mask::masked;

/// An answer's body is read up to this size; a larger one is not the provider's.
const MAX_BODY: usize = 1024 * 1024;

/// The body of an answer.
pub(super) enum Body<'a> {
    /// A JSON object: its members.
    Object(Vec<(Text, Json)>),
    /// Anything else.
    Text(&'a str),
    /// What cannot be read, because the HTTP client has not decoded it by its `Content-Encoding`.
    Encoded,
}

impl<'a> Body<'a> {
    pub(super) fn read(response: &'a Response) -> Self {
        // A mark at the start says that the text is UTF-8; some proxies add it.
        let body = response.body().strip_prefix("\u{feff}".as_bytes()).unwrap_or(response.body());
        let Some(text) = std::str::from_utf8(body).ok().filter(|text| text.len() <= MAX_BODY) else {
            let is_encoded = response.header("content-encoding").is_some_and(|coding| !coding.trim().eq_ignore_ascii_case("identity"));
            return if is_encoded { Self::Encoded } else { Self::Text("") };
        };
        match Json::parse(text) {
            Some(Json::Object(members)) => Self::Object(members),
            _ => Self::Text(text.trim()),
        }
    }

    /// The member of that name, if the body is an object.
    pub(super) fn member(&self, name: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().find(|(own, _)| own.as_str() == name).map(|(_, value)| value),
            Self::Text(_) | Self::Encoded => None,
        }
    }

    /// Whether this is a web page: of a proxy, say, and of no API.
    pub(super) fn is_page(&self, response: &Response) -> bool {
        response.header("content-type").is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"))
            || matches!(self, Self::Text(text) if text.starts_with('<'))
    }

    /// The members, if the body is an object.
    pub(super) fn into_members(self) -> Vec<(Text, Json)> {
        match self {
            Self::Object(members) => members,
            Self::Text(_) | Self::Encoded => Vec::new(),
        }
    }
}

/// What a status means at every provider; `None` where it is the provider's to say.
pub(super) fn by_status(status: u16) -> Option<Outcome> {
    use OutcomeKind::{Rejected, RetryLater, Unclear};
    Some(match status {
        200..=299 => return None,
        300..=399 => Outcome::new(Rejected, Scope::Destination, "redirect"),
        407 => Outcome::new(RetryLater, Scope::Destination, "a proxy asks for credentials"),
        408 => Outcome::new(RetryLater, Scope::Destination, "the server timed out waiting for the request"),
        425 => Outcome::new(RetryLater, Scope::Destination, "too early"),
        429 => Outcome::new(RetryLater, Scope::Destination, "too many requests"),
        400..=499 => return None,
        500..=599 => Outcome::new(Unclear, Scope::Event, "server error"),
        _ => Outcome::new(Unclear, Scope::Event, "not a final HTTP status"),
    })
}

/// Why a response whose body is [`Body::Encoded`] cannot be understood.
pub(super) const ENCODED: &str = "the response is compressed; decode it by its `content-encoding`";

/// A 4xx that does not come from the provider: a proxy, a firewall, a wrong base URL.
pub(super) const NOT_THE_PROVIDER: Outcome = Outcome::new(
    OutcomeKind::RetryLater,
    Scope::Destination,
    "refused by something that is not the provider's API; check `base_url` and what stands between",
);

/// What an answer means at an API of which only the status is documented.
pub(super) fn by_status_alone(
    request: Option<&Request>,
    response: &Response,
    delivered: &'static str,
    unauthorized: &'static str,
) -> Outcome {
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized};
    let body = Body::read(response);
    let is_page = body.is_page(response);
    let outcome = by_status(response.status()).unwrap_or_else(|| match (response.status(), &body) {
        (200..=299, _) => Outcome::new(Delivered, Scope::Event, delivered),
        _ if is_page => NOT_THE_PROVIDER,
        (400, _) => Outcome::new(Rejected, Scope::Event, "invalid JSON, or a field missing or invalid"),
        (401 | 403, _) => Outcome::new(Unauthorized, Scope::Destination, unauthorized),
        (_, Body::Object(_)) => Outcome::new(Rejected, Scope::Event, "refused"),
        (_, Body::Encoded) => Outcome::new(RetryLater, Scope::Destination, ENCODED),
        _ => NOT_THE_PROVIDER,
    });
    let message = match &body {
        _ if outcome.kind() == Delivered || is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        Body::Object(_) => ["error", "message"].iter().find_map(|name| body.member(name)?.as_str()),
    };
    let message = message.map(|text| masked(text, request));
    outcome.with_provider_message(message).with_retry_after(response).with_details(body.into_members())
}
