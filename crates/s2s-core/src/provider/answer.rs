//! Responses as rules, and the rules that every provider's responses have in common.

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::response::Response;
use crate::value::{Json, Text};

/// A response's body is read up to this size; a larger one is not the provider's.
const MAX_BODY: usize = 1024 * 1024;

/// A rule of what a response means. The first one that holds decides, after those of the provider's own error texts.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ResponseRule {
    /// The first and the last status that it is for.
    pub statuses: (u16, u16),
    /// The body that it is for.
    pub body: BodyRule,
    /// The decision.
    pub kind: OutcomeKind,
    /// What the decision is about.
    pub scope: Scope,
    /// Why, in our words.
    pub reason: &'static str,
    /// Whether the refusal of a destination may be about a group of its events alone.
    pub(super) may_be_of_group: bool,
}

/// The bodies that a [`ResponseRule`] is for.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum BodyRule {
    /// Any body.
    Any,
    /// A body whose error text contains this one, in any case.
    Error(&'static str),
    /// A body of a form.
    Form(Form),
}

/// A form that bodies have.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Form {
    /// The form in words: "a web page".
    pub about: &'static str,
    pub(super) is: fn(&Answer<'_>) -> bool,
}

impl ResponseRule {
    /// The rule of the statuses from `first` to `last`.
    pub(super) const fn statuses(first: u16, last: u16, kind: OutcomeKind, scope: Scope, reason: &'static str) -> Self {
        Self { statuses: (first, last), body: BodyRule::Any, kind, scope, reason, may_be_of_group: false }
    }

    /// The rule of one status.
    pub(super) const fn status(status: u16, kind: OutcomeKind, scope: Scope, reason: &'static str) -> Self {
        Self::statuses(status, status, kind, scope, reason)
    }

    /// The rule of an error text in lower case, whatever the status is.
    pub(super) const fn error(text: &'static str, kind: OutcomeKind, scope: Scope, reason: &'static str) -> Self {
        Self { body: BodyRule::Error(text), ..Self::statuses(0, u16::MAX, kind, scope, reason) }
    }

    /// The same rule for bodies of a form.
    pub(super) const fn of(self, form: Form) -> Self {
        Self { body: BodyRule::Form(form), ..self }
    }

    pub(super) const fn maybe_of_group(self) -> Self {
        Self { may_be_of_group: true, ..self }
    }

    fn outcome(&self) -> Outcome {
        let outcome = Outcome::new(self.kind, self.scope, self.reason);
        if self.may_be_of_group { outcome.maybe_of_group() } else { outcome }
    }
}

/// What a response means by these tables.
///
/// `texts` are the provider's own error texts, the more telling first; those of a table in [`BodyRule::Error`] decide before everything else.
pub(super) fn decide(rules: &[&[ResponseRule]], answer: &Answer<'_>, texts: &[&str]) -> Outcome {
    let rules = || rules.iter().copied().flatten();
    let of_text = texts.iter().find_map(|text| {
        let text = text.to_ascii_lowercase();
        rules().find(|rule| matches!(rule.body, BodyRule::Error(known) if text.contains(known)))
    });
    let of_status = || {
        rules().find(|rule| {
            let (first, last) = rule.statuses;
            (first..=last).contains(&answer.status)
                && match rule.body {
                    BodyRule::Any => true,
                    BodyRule::Error(_) => false,
                    BodyRule::Form(form) => (form.is)(answer),
                }
        })
    };
    of_text.or_else(of_status).map_or(Outcome::new(OutcomeKind::Unclear, Scope::Event, UNKNOWN), ResponseRule::outcome)
}

/// What a response means.
pub(crate) struct Interpreted {
    /// Everything but the provider's message.
    pub(crate) outcome: Outcome,
    /// What the provider says in its own words, which may repeat anything of the request.
    pub(crate) text: Option<String>,
}

/// A response, as rules read it.
pub(super) struct Answer<'a> {
    pub(super) status: u16,
    pub(super) body: Body<'a>,
    /// Whether the body is a web page: a proxy's, for example, and not an API's.
    pub(super) is_page: bool,
}

impl<'a> Answer<'a> {
    pub(super) fn read(response: &'a Response) -> Self {
        let body = Body::read(response);
        let is_page = response.header("content-type").is_some_and(|kind| kind.trim_start().to_ascii_lowercase().starts_with("text/html"))
            || matches!(body, Body::Text(text) if text.starts_with('<'));
        Self { status: response.status(), body, is_page }
    }
}

/// The body of a response.
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
        // Most bodies are a word, and finding out why they are not JSON takes longer than all the rest.
        let object = text.trim_start().starts_with('{').then(|| Json::parse(text)).flatten();
        match object {
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

    /// The members, if the body is an object.
    pub(super) fn into_members(self) -> Vec<(Text, Json)> {
        match self {
            Self::Object(members) => members,
            Self::Text(_) | Self::Encoded => Vec::new(),
        }
    }
}

/// The statuses that mean the same at every provider. A provider's own table follows: it has the other 2xx and 4xx.
pub(super) const COMMON: &[ResponseRule] = {
    use OutcomeKind::{Rejected, RetryLater, Unclear};
    use Scope::{Destination, Event};
    &[
        ResponseRule::statuses(0, 199, Unclear, Event, NOT_FINAL),
        ResponseRule::statuses(300, 399, Rejected, Destination, "redirect"),
        ResponseRule::status(407, RetryLater, Destination, "a proxy asks for credentials"),
        ResponseRule::status(408, RetryLater, Destination, "the server timed out waiting for the request"),
        ResponseRule::status(425, RetryLater, Destination, "too early"),
        ResponseRule::status(429, RetryLater, Destination, "too many requests"),
        ResponseRule::statuses(500, 599, Unclear, Event, "server error"),
        ResponseRule::statuses(600, u16::MAX, Unclear, Event, NOT_FINAL),
    ]
};

const NOT_FINAL: &str = "not a final HTTP status";

/// A body that cannot be read, because the HTTP client has not decoded it.
pub(super) const ENCODED: Form = Form { about: "compressed", is: |answer| matches!(answer.body, Body::Encoded) };

/// A page of something between the client and the API.
pub(super) const PAGE: Form = Form { about: "a web page", is: |answer| answer.is_page };

const OBJECT: Form = Form { about: "a JSON object", is: |answer| matches!(answer.body, Body::Object(_)) };

/// Why a body of the form [`ENCODED`] cannot be understood.
pub(super) const STILL_ENCODED: &str = "the response is compressed; decode it by its `content-encoding`";

/// Why a 2xx says nothing.
pub(super) const UNKNOWN: &str = "unknown response";

/// A 4xx that does not come from the provider: from a proxy, a firewall or a wrong base URL.
pub(super) const NOT_THE_PROVIDER: ResponseRule = ResponseRule::statuses(
    400,
    499,
    OutcomeKind::RetryLater,
    Scope::Destination,
    "refused by something that is not the provider's API; check `base_url` and what is in between",
);

/// The rules of an API that documents only its statuses.
pub(super) const fn of_status_alone(delivered: &'static str, unauthorized: &'static str) -> [ResponseRule; 8] {
    use OutcomeKind::{Delivered, Rejected, RetryLater, Unauthorized};
    use Scope::{Destination, Event};
    [
        ResponseRule::statuses(200, 299, Delivered, Event, delivered),
        NOT_THE_PROVIDER.of(PAGE),
        ResponseRule::status(400, Rejected, Event, "invalid JSON, or a field missing or invalid"),
        ResponseRule::status(401, Unauthorized, Destination, unauthorized),
        ResponseRule::status(403, Unauthorized, Destination, unauthorized),
        ResponseRule::statuses(400, 499, Rejected, Event, "refused").of(OBJECT),
        ResponseRule::statuses(400, 499, RetryLater, Destination, STILL_ENCODED).of(ENCODED),
        NOT_THE_PROVIDER,
    ]
}

/// Interprets a response of such an API.
pub(super) fn by_status_alone(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let outcome = decide(rules, &answer, &[]);
    let Answer { body, is_page, .. } = answer;
    let text = match &body {
        _ if outcome.kind() == OutcomeKind::Delivered || is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        Body::Object(_) => ["error", "message"].iter().find_map(|name| body.member(name)?.as_str()),
    };
    let text = text.map(str::to_owned);
    Interpreted { outcome: outcome.with_retry_after(response).with_details(body.into_members()), text }
}
