//! Several events of a lane in one request, for providers that take such requests.

use crate::provider::spec::{Batch, RequestKind};
use crate::request::Request;
use crate::value::Timestamp;

use super::arena::{Arena, Id};
use super::lane::Lane;
use super::packed::{Head, Heads, Packed};
use super::{Delivery, Event};

/// Whether a request can be joined with others of its lane.
pub(super) fn is_joinable(request: &Request) -> bool {
    request.spec().batch.is_some_and(|batch| events(&batch, request.facts().lane(), request.parameters()).is_some())
}

/// The events in a body: everything between what all bodies of the lane begin with, and what all of the provider end with.
fn events<'b>(batch: &Batch, lane: usize, body: &'b [u8]) -> Option<&'b [u8]> {
    body.get(lane..)?.strip_suffix(batch.end).filter(|events| !events.is_empty())
}

impl Packed {
    fn events(&self, batch: &Batch) -> Option<&[u8]> {
        events(batch, self.facts.lane(), &self.tail)
    }

    /// The number of its events: more than one where the caller has put several together.
    pub(super) fn count(&self) -> usize {
        self.message_ids.len().max(self.facts.events()).max(1)
    }
}

impl Delivery {
    /// Takes the events out of a lane that can go with its first one in one request.
    pub(super) fn take_others(&mut self, lane: Id<Lane>, first: Id<Event>, at: i64, now: Timestamp) -> Vec<Id<Event>> {
        let mut others = Vec::new();
        let Some((event, head, batch)) = joinable(&self.events, &self.heads, first) else { return others };
        let (max_events, max_bytes) = (self.heads.max_events(event), head.limits.max_bytes(batch));
        let mut ids: Vec<&String> = event.packed.message_ids.iter().collect();
        let (mut count, mut bytes) = (event.packed.count(), event.packed.tail.len());
        let Some(own) = self.lanes.get_mut(lane) else { return others };
        while let Some((_, _, place)) = own.first() {
            let Some(other) = self.events.get(place) else { break };
            let Some(events) = other.packed.events(batch) else { break };
            // What has to wait lets others pass, and what is too old would have them refused with it.
            if (head.is_concurrent() && other.next_at > at) || other.expires_at <= now.unix_millis() {
                break;
            }
            count += other.packed.count();
            bytes += batch.separator.len() + events.len();
            let goes_with = count <= max_events
                && bytes <= max_bytes
                && other.tries.max_batch == event.tries.max_batch
                && self.heads.get(other.packed.head).is_some_and(|other| same_but_kind(head, other))
                // The provider would drop one of two messages with the same id.
                && !other.packed.message_ids.iter().any(|id| ids.contains(&id));
            if !goes_with {
                break;
            }
            ids.extend(&other.packed.message_ids);
            others.push(place);
            own.pop();
        }
        others
    }

    /// One request of several events: the first one's, with the others' after its own.
    pub(super) fn joined(&self, first: Id<Event>, others: &[Id<Event>]) -> Option<Request> {
        let (first, head, batch) = joinable(&self.events, &self.heads, first)?;
        let own = &first.packed;
        let mut soonest = first;
        let mut body = own.tail.strip_suffix(batch.end)?.to_vec();
        let mut message_ids = own.message_ids.to_vec();
        let mut count = own.facts.events();
        for other in others {
            let other = self.events.get(*other)?;
            if other.expires_at < soonest.expires_at {
                soonest = other;
            }
            let other = &other.packed;
            body.extend_from_slice(batch.separator);
            body.extend_from_slice(other.events(batch)?);
            message_ids.extend_from_slice(&other.message_ids);
            count += other.facts.events();
        }
        body.extend_from_slice(batch.end);
        let joined = Packed {
            head: own.head,
            tail: body.into(),
            credential: own.credential,
            message_ids: message_ids.into(),
            // The whole request is refused with the event that is the first to be too old.
            facts: soonest.packed.facts.with_events(count),
        };
        Some(Head { kind: RequestKind::of_several(head.kind.spec, batch), ..head.clone() }.request(&joined))
    }
}

/// An event that can be joined with others of its lane.
fn joinable<'d>(events: &'d Arena<Event>, heads: &'d Heads, event: Id<Event>) -> Option<(&'d Event, &'d Head, &'static Batch)> {
    let event = events.get(event)?;
    let head = heads.get(event.packed.head).filter(|head| head.traits.is_joinable)?;
    let batch = head.kind.spec.batch.as_ref()?;
    event.packed.events(batch).map(|_| (event, head, batch))
}

impl Heads {
    /// The largest number of events in a request that begins with this one.
    pub(super) fn max_events(&self, event: &Event) -> usize {
        let limit = |head: &Head| head.kind.spec.batch.map(|batch| head.limits.max_events(&batch));
        let most = self.get(event.packed.head).and_then(limit).unwrap_or(1);
        if event.tries.max_batch == 0 { most } else { most.min(event.tries.max_batch as usize) }
    }
}

/// Whether requests differ in nothing but their kind of event.
fn same_but_kind(a: &Head, b: &Head) -> bool {
    (&a.destination, a.kind.spec, a.method, &a.url, a.is_query) == (&b.destination, b.kind.spec, b.method, &b.url, b.is_query)
        && a.headers == b.headers
        && (a.traits, a.limits) == (b.traits, b.limits)
}

#[cfg(test)]
mod tests {
    use crate::delivery::{Config, Delivery, Next, Submission};
    use crate::{Ga4, Timestamp, ga4};

    /// Google's events have no ids to count.
    #[test]
    fn requests_of_several_events_are_not_joined_beyond_the_largest_number() {
        let config = ga4::Config::builder().measurement_id("G-PSW1MY7HB4").api_secret("secret").max_events(3).build();
        let ga4 = Ga4::new(config).unwrap();
        let event = || ga4::Message::from(ga4::Event::builder().client_id("1.2").name("login").build());
        let two = || ga4.events(&ga4::Identity::builder().client_id("1.2").build(), &[event(), event()], Timestamp::MIN).unwrap();
        let mut delivery = Delivery::new(&Config::builder().linger_ms(0).build(), 1).unwrap();
        for id in ["a", "b"] {
            delivery.submit(Submission::new(id, two()), Timestamp::MIN).unwrap();
        }
        let Next::Send { request, .. } = delivery.poll(Timestamp::MIN) else { panic!("a request") };
        assert_eq!(request.event_count(), 2);
        assert_eq!(String::from_utf8_lossy(request.body()).matches("login").count(), 2);
    }
}
