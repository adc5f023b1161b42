//! The sandbox's account of everything it has processed.

use std::{collections::BTreeMap, fmt};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exchange::Identity;

/// Everything that a sandbox has processed, in order of arrival, up to the limits of
/// [`AccountConfig`]. It holds personal data as the events do, and never an authentication header.
///
/// `GET /_sandbox/events` returns it as JSON.
#[derive(Clone, Debug, Default, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// What the provider would have accepted.
    pub accepted: Vec<Entry>,
    /// What the provider would have refused, or received without recording it. The latter has a
    /// status of 2xx.
    pub rejected: Vec<Entry>,
    /// What the provider would have accepted and silently dropped, because it has it already.
    pub duplicates: Vec<Entry>,
    /// Number of older entries that are no longer kept. JSON leaves it out while it is zero.
    #[serde(skip_serializing_if = "is_zero")]
    pub forgotten: u64,
}

/// How much the sandbox remembers: `[account]`. The oldest requests are forgotten first, whole.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct AccountConfig {
    /// Maximum number of entries (default 100,000).
    pub max_entries: usize,
    /// Maximum size of all requests, in bytes as they were sent (default 256 MiB). Decoded, they
    /// take a multiple of it.
    pub max_bytes: usize,
}

impl Default for AccountConfig {
    fn default() -> Self {
        Self { max_entries: 100_000, max_bytes: 256 << 20 }
    }
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
    /// The rule by which the provider changed an accepted event, or leaves it out of some reports. The
    /// message is as it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'static str>,
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// Without what arrived, which is personal data.
impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("sequence", &self.sequence)
            .field("provider", &self.provider)
            .field("time", &self.time)
            .field("refusal", &self.refusal)
            .field("note", &self.note)
            .field("answer_lost", &self.answer_lost)
            .finish_non_exhaustive()
    }
}
