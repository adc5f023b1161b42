//! What every provider's answers have in common.

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::request::Request;
use crate::response::Response;
use crate::secret::REDACTED;
use crate::value::{Json, Text};

/// An answer's body is read up to this size; a larger one is not the provider's.
const MAX_BODY: usize = 1024 * 1024;

/// The body of an answer.
pub(super) enum Body<'a> {
    /// A JSON object: its members.
    Object(Vec<(Text, Json)>),
    /// Anything else.
    Text(&'a str),
}

impl<'a> Body<'a> {
    pub(super) fn read(response: &'a Response) -> Self {
        let Some(text) = std::str::from_utf8(response.body()).ok().filter(|text| text.len() <= MAX_BODY) else {
            return Self::Text("");
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
            Self::Text(_) => None,
        }
    }

    /// The members, if the body is an object.
    pub(super) fn into_members(self) -> Vec<(Text, Json)> {
        match self {
            Self::Object(members) => members,
            Self::Text(_) => Vec::new(),
        }
    }
}

/// What a status means at every provider; `None` where it is the provider's to say.
pub(super) fn by_status(status: u16) -> Option<Outcome> {
    use OutcomeKind::{Rejected, RetryLater, Unclear};
    Some(match status {
        200..=299 => return None,
        300..=399 => Outcome::new(Rejected, Scope::Destination, "redirect"),
        408 => Outcome::new(RetryLater, Scope::Destination, "the server timed out waiting for the request"),
        425 => Outcome::new(RetryLater, Scope::Destination, "too early"),
        429 => Outcome::new(RetryLater, Scope::Destination, "too many requests"),
        400..=499 => return None,
        500..=599 => Outcome::new(Unclear, Scope::Event, "server error"),
        _ => Outcome::new(Unclear, Scope::Event, "not a final HTTP status"),
    })
}

/// A 4xx that does not come from the provider: a proxy, a firewall, a wrong base URL.
pub(super) const NOT_THE_PROVIDER: Outcome = Outcome::new(
    OutcomeKind::RetryLater,
    Scope::Destination,
    "refused by something that is not the provider's API; check `base_url` and what stands between",
);

/// The provider's own text, bounded, and with every word masked that is not plainly prose or the name of a documented field:
/// words with digits or signs inside, and words that the request carried as a value.
pub(super) fn masked(text: &str, request: Option<&Request>, names: &[&str]) -> String {
    const MAX_CHARACTERS: usize = 200;
    let is_inside = |character: char| character.is_alphanumeric() || "_-@.:=+/%~*$".contains(character);
    let values = request.map(values).unwrap_or_default();
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() && out.chars().count() < MAX_CHARACTERS {
        let end = rest.find(|character| !is_inside(character)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let prose = word.trim_end_matches(['.', ':']);
        let is_prose = prose.chars().all(char::is_alphabetic)
            && prose.chars().count() <= 20
            && !prose.chars().skip(1).any(char::is_uppercase)
            && !(prose.chars().count() > 3 && values.iter().any(|value| value.contains(&prose.to_lowercase())));
        out.push_str(if is_prose || names.contains(&prose) { word } else { REDACTED });
        let mut characters = after.chars();
        out.extend(characters.next().map(|character| if character.is_control() { ' ' } else { character }));
        rest = characters.as_str();
    }
    out.chars().take(MAX_CHARACTERS).collect()
}

/// The values that a request carries, of its parameters or of its JSON body, in lower case.
fn values(request: &Request) -> Vec<String> {
    let mut values = Vec::new();
    let query = request.url().split_once('?').map_or("", |(_, query)| query);
    let body = String::from_utf8_lossy(request.body());
    match Json::parse(&body) {
        Some(json) => texts(json, &mut values),
        None => values
            .extend([query, &*body].iter().flat_map(|form| form.split('&')).filter_map(|pair| Some(pair.split_once('=')?.1.to_lowercase()))),
    }
    values
}

fn texts(json: Json, values: &mut Vec<String>) {
    match json {
        Json::String(text) => values.push(text.to_lowercase()),
        Json::Array(items) => items.into_iter().for_each(|item| texts(item, values)),
        Json::Object(members) => members.into_iter().for_each(|(_, member)| texts(member, values)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// What an answer means at an API of which only the status is documented.
pub(super) fn by_status_alone(
    request: Option<&Request>,
    response: &Response,
    delivered: &'static str,
    unauthorized: &'static str,
) -> Outcome {
    use OutcomeKind::{Delivered, Rejected, Unauthorized};
    let body = Body::read(response);
    let is_page = response.header("content-type").is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"))
        || matches!(body, Body::Text(text) if text.starts_with('<'));
    let outcome = by_status(response.status()).unwrap_or_else(|| match (response.status(), &body) {
        (200..=299, _) => Outcome::new(Delivered, Scope::Event, delivered),
        _ if is_page => NOT_THE_PROVIDER,
        (400, _) => Outcome::new(Rejected, Scope::Event, "invalid JSON, or a field missing or invalid"),
        (401 | 403, _) => Outcome::new(Unauthorized, Scope::Destination, unauthorized),
        (_, Body::Object(_)) => Outcome::new(Rejected, Scope::Event, "refused"),
        _ => NOT_THE_PROVIDER,
    });
    let message = match &body {
        _ if outcome.kind() == Delivered || is_page => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        Body::Object(_) => ["error", "message"].iter().find_map(|name| body.member(name)?.as_str()),
    };
    let message = message.map(|text| masked(text, request, &[]));
    outcome.with_provider_message(message).with_retry_after(response).with_details(body.into_members())
}
