//! The sandbox's account of everything it has processed.

use std::{collections::BTreeMap, fmt};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::exchange::{Answer, Content, Fate, Processed};

/// Everything that a sandbox has processed, in order of arrival and whatever its length. It holds personal data as the
/// events do, and never an authentication header.
///
/// As JSON it is what `GET /_sandbox/events` answers.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// What the provider would have taken.
    pub accepted: Vec<Entry>,
    /// What the provider would have refused.
    pub rejected: Vec<Entry>,
    /// What Metrix would have answered with 200 and silently dropped, because it has it already.
    pub duplicates: Vec<Entry>,
    /// How many entries there are in all.
    #[serde(skip)]
    length: u64,
}

/// An event or message that arrived.
#[derive(Clone, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The position of its arrival among all entries of the account, from 1.
    pub sequence: u64,
    /// The provider API that it came to.
    pub provider: Provider,
    /// When it arrived by the sandbox's clock, in RFC 3339.
    pub time: String,
    /// Adjust: its decoded parameters. Of a parameter that is there twice, the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    /// Metrix's REST API: whom its message is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// Metrix: the message, or the body of an in-app event. A refused body without messages stands here whole, and one that
    /// is not JSON as a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Value>,
    /// How it was answered, for what is not accepted.
    #[serde(flatten)]
    pub refusal: Option<Refusal>,
    /// The sender never heard the answer, because of a fault it asked for or met by chance.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub answer_lost: bool,
}

/// A provider API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Provider {
    /// Adjust's `/event`.
    Adjust,
    /// Metrix's REST API.
    Metrix,
    /// Metrix's in-app event API.
    MetrixInapp,
}

/// Whom the messages of a Metrix request are about, as its envelope says.
#[derive(Clone, Default, Serialize)]
#[non_exhaustive]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// `customUserId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_user_id: Option<String>,
    /// `metrixUserId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metrix_user_id: Option<String>,
}

/// How something was answered that was not accepted.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The body of the answer.
    pub body: String,
    /// The rule that it broke: one of the names that the [crate's page](crate#rules) lists.
    pub rule: &'static str,
}

impl Account {
    /// Enters what a request brought, and returns its answer.
    pub(crate) fn record(&mut self, provider: Provider, now: Timestamp, processed: Processed, answer_lost: bool) -> Answer {
        let Processed { answer, items } = processed;
        for (content, fate) in items {
            let (list, rule) = match fate {
                Fate::Accepted => (&mut self.accepted, None),
                Fate::Rejected(rule) => (&mut self.rejected, Some(rule)),
                Fate::Duplicate(rule) => (&mut self.duplicates, Some(rule)),
            };
            let (parameters, identity, message) = match content {
                Content::Parameters(parameters) => (Some(parameters), None, None),
                Content::Message(identity, message) => (None, identity, Some(message)),
            };
            self.length += 1;
            list.push(Entry {
                sequence: self.length,
                provider,
                time: now.to_string(),
                parameters,
                identity,
                message,
                refusal: rule.map(|rule| Refusal { status: answer.status.as_u16(), body: answer.body.clone(), rule }),
                answer_lost,
            });
        }
        answer
    }
}

/// Without what arrived, which is personal data.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("sequence", &self.sequence)
            .field("provider", &self.provider)
            .field("time", &self.time)
            .field("refusal", &self.refusal)
            .field("answer_lost", &self.answer_lost)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}
