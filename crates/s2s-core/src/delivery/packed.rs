//! Requests that wait: what many of them have in common is kept once.

use std::sync::Arc;

use slab::Slab;

use crate::provider::deliver::Repeated;
use crate::request::{Header, Method, Request, SecretPlace};

/// What a request has of its own.
pub(super) struct Packed {
    pub(super) head: u32,
    /// The query or the body.
    pub(super) tail: Box<[u8]>,
    /// Where the credential stands, if there is one: in the URL or in the body, as the head says.
    pub(super) credential: (u32, u32),
    pub(super) message_ids: Box<[String]>,
}

/// What requests of one destination have in common.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) destination: Box<str>,
    pub(super) provider: &'static str,
    pub(super) kind: &'static str,
    pub(super) method: Method,
    /// The URL, up to the `?` where the parameters are in the query.
    pub(super) url: Arc<str>,
    pub(super) headers: Arc<[Header]>,
    pub(super) is_query: bool,
    pub(super) credential_in: Option<Part>,
    pub(super) traits: Traits,
}

/// What delivering requests has to know of their provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits {
    /// Whether several requests can be joined to one.
    pub(super) is_joinable: bool,
    /// Whether the provider refuses an event that is older than what it has of its lane.
    pub(super) is_ordered: bool,
    pub(super) repeated: Repeated,
}

/// The part of a request that a credential is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Url,
    Body,
}

impl Head {
    /// The request of this head and what is its own.
    pub(super) fn request(&self, tail: Vec<u8>, credential: (u32, u32), message_ids: &[String]) -> Request {
        let (url, body) = if self.is_query {
            ([&*self.url, "?", &String::from_utf8_lossy(&tail)].concat().into(), Vec::new())
        } else {
            (self.url.clone(), tail)
        };
        let request = Request::new(self.provider, self.kind, self.method, url)
            .with_headers(self.headers.clone())
            .with_body(body)
            .with_message_ids(message_ids.to_vec());
        let range = credential.0 as usize..credential.1 as usize;
        match self.credential_in {
            Some(Part::Url) => request.with_secret(SecretPlace::Url(range)),
            Some(Part::Body) => request.with_secret(SecretPlace::Body(range)),
            None => request,
        }
    }
}

/// All heads of requests that wait.
#[derive(Default)]
pub(super) struct Heads {
    heads: Slab<Counted>,
    next_number: u64,
    last: Option<u32>,
}

struct Counted {
    head: Head,
    /// How many requests have it.
    count: usize,
    /// Its number in the journal, which no other head ever has.
    number: u64,
}

/// A head that was not there before.
pub(super) struct IsNew(pub(super) bool);

impl Heads {
    pub(super) fn get(&self, head: u32) -> Option<&Head> {
        self.heads.get(head as usize).map(|counted| &counted.head)
    }

    /// Its number in the journal.
    pub(super) fn number(&self, head: u32) -> u64 {
        self.heads.get(head as usize).map_or(0, |counted| counted.number)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Head)> {
        self.heads.iter().map(|(_, counted)| (counted.number, &counted.head))
    }

    /// Takes a request apart; tells whether its head is new.
    pub(super) fn pack(&mut self, destination: &str, request: Request, traits: Traits) -> (Packed, IsNew) {
        let is_query = request.body().is_empty() && request.url().contains('?');
        let (credential_in, range) = match request.secret() {
            Some(SecretPlace::Url(range)) => (Some(Part::Url), range.clone()),
            Some(SecretPlace::Body(range)) => (Some(Part::Body), range.clone()),
            None => (None, 0..0),
        };
        let (provider, kind, method) = (request.provider(), request.kind(), request.method());
        let (url, headers) = request.shared();
        let (address, query) = if is_query { url.split_once('?').unwrap_or((url, "")) } else { (&**url, "") };
        let is_same = |own: &Head| {
            *own.url == *address
                && *own.destination == *destination
                && (own.provider, own.kind, own.method) == (provider, kind, method)
                && (own.is_query, own.credential_in) == (is_query, credential_in)
                && own.traits == traits
                && (Arc::ptr_eq(&own.headers, headers) || own.headers == *headers)
        };
        let last = self.last.filter(|last| self.get(*last).is_some_and(is_same));
        let found = last.or_else(|| self.heads.iter().find(|(_, own)| is_same(&own.head)).and_then(|(key, _)| u32::try_from(key).ok()));
        let (head, is_new) = match found {
            Some(head) => (head, false),
            None => {
                let url = if is_query { address.into() } else { url.clone() };
                let headers = headers.clone();
                let head = Head { destination: destination.into(), provider, kind, method, url, headers, is_query, credential_in, traits };
                let number = self.next_number;
                (self.insert(head, number), true)
            }
        };
        self.hold(head);
        self.last = Some(head);
        let query: Option<Box<[u8]>> = is_query.then(|| query.as_bytes().into());
        let (body, message_ids) = request.into_own();
        let (tail, message_ids) = (query.unwrap_or_else(|| body.into()), message_ids.into());
        let credential = (u32::try_from(range.start).unwrap_or(0), u32::try_from(range.end).unwrap_or(0));
        (Packed { head, tail, credential, message_ids }, IsNew(is_new))
    }

    /// Gives the heads of a destination other headers, and another credential where that stands in the address. Heads of requests in another
    /// style than `address` is of keep theirs: its query would be another event's.
    pub(super) fn renew(&mut self, destination: &str, headers: &Arc<[Header]>, address: &Arc<str>) {
        let is_query = address.contains('?');
        let is_meant = |head: &Head| &*head.destination == destination && head.is_query == is_query;
        for (_, Counted { head, .. }) in self.heads.iter_mut().filter(|(_, counted)| is_meant(&counted.head)) {
            head.headers = headers.clone();
            if !head.is_query {
                head.url = address.clone();
            }
        }
    }

    /// Adds a head of a journal, which no request has yet.
    pub(super) fn insert(&mut self, head: Head, number: u64) -> u32 {
        self.next_number = self.next_number.max(number.saturating_add(1));
        u32::try_from(self.heads.insert(Counted { head, count: 0, number })).unwrap_or(u32::MAX)
    }

    /// One request more has this head.
    pub(super) fn hold(&mut self, head: u32) {
        if let Some(counted) = self.heads.get_mut(head as usize) {
            counted.count += 1;
        }
    }

    /// One request less has this head.
    pub(super) fn release(&mut self, head: u32) {
        let Some(counted) = self.heads.get_mut(head as usize) else { return };
        counted.count = counted.count.saturating_sub(1);
        if counted.count == 0 {
            self.heads.remove(head as usize);
        }
    }

    /// Removes heads that no request has.
    pub(super) fn remove_unused(&mut self) {
        self.heads.retain(|_, counted| counted.count > 0);
    }
}

#[cfg(test)]
mod tests {
    use crate::delivery::{Config, Delivery, Next, Submission};
    use crate::{Adjust, Request, Timestamp, adjust};

    fn request(style: adjust::RequestStyle, token: &str) -> Request {
        let config = adjust::Config::builder().app_token(token).auth_token(token).request_style(style).build();
        let event = adjust::Event::builder().event_token("t").external_device_id("device").build();
        Adjust::new(config).unwrap().event(&event, Timestamp::MIN).unwrap()
    }

    /// What is sent of an event in one style after the credentials were renewed by one in another.
    fn sent(style: adjust::RequestStyle, fresh: adjust::RequestStyle) -> Request {
        let mut delivery = Delivery::new(&Config::default(), 1).unwrap();
        delivery.submit(Submission::new("id", request(style, "old")), Timestamp::MIN).unwrap();
        assert!(delivery.renew_credentials("adjust", &request(fresh, "new")));
        let Next::Send { request, .. } = delivery.poll(Timestamp::MIN) else { panic!("a request") };
        request.clone()
    }

    #[test]
    fn credentials_are_renewed_in_the_same_style_and_nothing_is_broken_in_another() {
        use adjust::RequestStyle::{GetQuery, PostForm};
        for style in [GetQuery, PostForm] {
            let own = sent(style, style);
            assert!(own.headers().iter().any(|header| header.value() == "Bearer new"));
            assert!([own.url(), &own.body_text()].concat().contains("app_token=new&"));
        }
        let own = sent(PostForm, GetQuery);
        assert_eq!(own.url(), "https://s2s.adjust.com/event");
        assert!(own.headers().iter().any(|header| header.value() == "Bearer old"));
        assert!(own.body_text().contains("app_token=old&"), "one request has one set of credentials");
        assert!(sent(GetQuery, PostForm).url().starts_with("https://s2s.adjust.com/event?"));
    }
}
