//! The sandbox's account of everything it has processed.

use std::{collections::BTreeMap, fmt};

use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::exchange::{Answer, Content, Fate, Identity, Processed};

/// Everything that a sandbox has processed, in order of arrival and whatever its length. It holds
/// personal data as the events do, and never an authentication header.
///
/// `GET /_sandbox/events` returns it as JSON.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// What the provider would have accepted.
    pub accepted: Vec<Entry>,
    /// What the provider would have refused.
    pub rejected: Vec<Entry>,
    /// What the provider would have accepted and silently dropped, because it has it already.
    pub duplicates: Vec<Entry>,
    /// Number of entries in all three lists.
    #[serde(skip)]
    length: u64,
}

/// An event or message that arrived.
#[derive(Clone, Serialize)]
#[non_exhaustive]
pub struct Entry {
    /// The position of its arrival among all entries of the account, from 1.
    pub sequence: u64,
    /// The provider API that it came to: one of [`PROVIDERS`](crate::PROVIDERS).
    pub provider: &'static str,
    /// Time of its arrival by the sandbox's clock, in RFC 3339.
    pub time: String,
    /// Decoded parameters, where the API takes an event as parameters. Of a repeated one, the
    /// first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    /// What its request says once about all of its messages, where the API has such requests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Identity>,
    /// The message, where the API takes an event as JSON. A refused body without messages is here
    /// whole, and one that is not JSON as a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Value>,
    /// The response, if it was not accepted.
    #[serde(flatten)]
    pub refusal: Option<Refusal>,
    /// Whether the sender never got the response, because of a fault that it asked for or met by
    /// chance.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub answer_lost: bool,
}

/// Response to something that was not accepted.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// The rule that it broke: one of those on the page of its provider's [module](crate#modules).
    pub rule: &'static str,
}

impl Account {
    /// Enters the events of a request, and returns its response.
    pub(crate) fn record(&mut self, provider: &'static str, now: Timestamp, processed: Processed, answer_lost: bool) -> Answer {
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
