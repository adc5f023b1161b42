//! What TikTok remembers of earlier requests.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::config::{EventSource, FirstResponse, Source};

/// Repetitions within this time of the first event are dropped.
///
/// Source: <https://ads.tiktok.com/help/article/event-deduplication>
const WINDOW: SignedDuration = SignedDuration::from_hours(48);

#[derive(Default)]
pub(super) struct Memory {
    /// When an event arrived first, by its source's sort and ID, its name and its `event_id`.
    events: HashMap<(Source, String, String, String), Timestamp>,
    /// The number of [`FirstResponse`]s that a source has used.
    used: HashMap<(Source, String), usize>,
}

impl Memory {
    /// The response that a source has in store for a request.
    pub(super) fn next_response(&mut self, source: &EventSource) -> Option<FirstResponse> {
        let used = self.used.entry((source.event_source, source.event_source_id.clone())).or_default();
        let response = source.first_responses.get(*used).copied();
        *used += usize::from(response.is_some());
        response
    }

    /// Whether an event repeats an earlier one. Events of apps are never said to.
    pub(super) fn is_repeated(&mut self, source: &EventSource, event: &Value, now: Timestamp) -> bool {
        let text = |name: &str| event.get(name).and_then(Value::as_str).map(str::to_owned);
        let (Some(name), Some(id)) = (text("event"), text("event_id").filter(|id| !id.is_empty())) else { return false };
        if source.event_source == Source::App {
            return false;
        }
        let first = self.events.entry((source.event_source, source.event_source_id.clone(), name, id));
        let mut is_repeated = true;
        let first = first.or_insert_with(|| {
            is_repeated = false;
            now
        });
        if now.duration_since(*first) > WINDOW {
            *first = now;
            return false;
        }
        is_repeated
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{super::config::Config, *};

    #[test]
    fn a_repetition_after_48_hours_counts_and_is_the_first_of_the_next() {
        let (config, mut memory) = (Config::default(), Memory::default());
        let Some(source) = config.event_sources.first() else { return };
        let event = json!({"event": "Purchase", "event_id": "e-1"});
        let mut is_repeated = |hours| memory.is_repeated(source, &event, Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours));
        assert_eq!([0, 47, 48, 49, 50, 97, 98].map(&mut is_repeated), [false, true, true, false, true, true, false]);
    }
}
