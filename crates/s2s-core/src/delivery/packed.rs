//! Requests that wait: what many of them have in common is kept once.

use std::borrow::Cow;
use std::sync::Arc;

use crate::encode;
use crate::provider::facts::Facts;
use crate::provider::spec::{Limits, Repeated, RequestKind};
use crate::request::{Header, Method, Request, SecretPlace};

use super::arena::{Arena, Id};
use super::key::{self, ByKey, Key};

/// What a request has of its own.
pub(super) struct Packed {
    pub(super) head: Id<Counted>,
    /// The query or the body.
    pub(super) tail: Box<[u8]>,
    /// Range of the credential, if there is one: in the URL or in the body, as the head says.
    pub(super) credential: (u32, u32),
    pub(super) message_ids: Box<[String]>,
    pub(super) facts: Facts,
}

/// What requests of one destination have in common.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) destination: Box<str>,
    pub(super) kind: RequestKind,
    pub(super) method: Method,
    /// The URL, up to the `?` where the parameters are in the query.
    pub(super) url: Arc<str>,
    pub(super) headers: Arc<[Header]>,
    pub(super) is_query: bool,
    pub(super) credential_in: CredentialIn,
    pub(super) traits: Traits,
    pub(super) limits: Limits,
}

/// What delivering requests has to know of their kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits {
    /// Whether several requests can be joined to one.
    pub(super) is_joinable: bool,
    /// Whether the provider refuses an event that is older than what it has of its lane.
    pub(super) is_ordered: bool,
    pub(super) repeated: Repeated,
}

/// The part of a request that a credential is in, in addition to the headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CredentialIn {
    /// In none.
    Headers,
    Url,
    Body,
}

impl Head {
    /// Whether several requests of its lane may be under way at once. A lane of the caller's own is for keeping an order.
    pub(super) fn is_concurrent(&self) -> bool {
        self.kind.rules.is_concurrent && self.traits.is_joinable
    }

    /// The request of this head and what is its own.
    pub(super) fn request(&self, own: &Packed) -> Request {
        let (url, body) = if self.is_query {
            ([&*self.url, "?", &encode::text(&own.tail)].concat().into(), Vec::new())
        } else {
            (self.url.clone(), own.tail.to_vec())
        };
        let range = own.credential.0 as usize..own.credential.1 as usize;
        Request {
            method: self.method,
            url,
            headers: self.headers.clone(),
            body,
            kind: self.kind,
            message_ids: own.message_ids.to_vec(),
            warnings: Vec::new(),
            secret: match self.credential_in {
                CredentialIn::Url => Some(SecretPlace::Url(range)),
                CredentialIn::Body => Some(SecretPlace::Body(range)),
                CredentialIn::Headers => None,
            },
            facts: own.facts,
            limits: self.limits,
        }
    }
}

/// The credentials, the address and the limits that requests of a destination get: those of a request that was built with them. Requests of
/// kinds with another address get the credentials alone.
pub(super) struct Renewal<'a> {
    pub(super) destination: Cow<'a, str>,
    pub(super) provider: Cow<'a, str>,
    pub(super) is_query: bool,
    /// The URL, up to the `?` where the parameters are in the query.
    pub(super) url: Cow<'a, str>,
    pub(super) headers: Cow<'a, [Header]>,
    /// The credential in the URL or the body, and where it begins.
    pub(super) credential: Cow<'a, [u8]>,
    pub(super) start: u32,
    pub(super) end: RenewalEnd<'a>,
}

/// What not every renewal has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RenewalEnd<'a> {
    pub(super) limits: Limits,
    /// The kind of the request, where its address is not that of its provider's first kind.
    pub(super) apart: Option<Cow<'a, str>>,
}

/// What requests get of a renewal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Share {
    Whole,
    /// They are of a kind with another address.
    Credentials,
}

impl<'a> Renewal<'a> {
    pub(super) fn of(destination: &'a str, fresh: &'a Request) -> Self {
        let (is_query, url, _) = split(fresh);
        let (whole, range) = match fresh.secret() {
            Some(SecretPlace::Url(range)) => (fresh.url().as_bytes(), range.clone()),
            Some(SecretPlace::Body(range)) => (fresh.body(), range.clone()),
            None => (fresh.body(), 0..0),
        };
        Self {
            destination: destination.into(),
            provider: fresh.provider().into(),
            is_query,
            url: url.into(),
            headers: fresh.headers().into(),
            start: u32::try_from(range.start).unwrap_or(0),
            credential: whole.get(range).unwrap_or_default().into(),
            end: RenewalEnd { limits: fresh.limits(), apart: fresh.request_kind().apart().map(Cow::Borrowed) },
        }
    }

    /// What requests of this head get. Those of the same address in another style keep what they have: they were built by other settings.
    fn share(&self, head: &Head) -> Option<Share> {
        if (&*self.destination, &*self.provider) != (&*head.destination, head.kind.spec.name) {
            None
        } else if head.kind.apart() != self.end.apart.as_deref() {
            Some(Share::Credentials)
        } else {
            (self.is_query == head.is_query).then_some(Share::Whole)
        }
    }

    /// Renews a request that waits. Its head is still as it was.
    pub(super) fn renew(&self, head: &Head, request: &mut Packed) {
        let Some(share) = self.share(head).filter(|_| !self.credential.is_empty()) else { return };
        let (start, end) = request.credential;
        let length = u32::try_from(self.credential.len()).unwrap_or(0);
        // Where the tail begins in what the credential is in, before and now.
        let (before, now) = match head.credential_in {
            CredentialIn::Headers => return,
            CredentialIn::Url if !head.is_query => {
                if share == Share::Credentials {
                    return;
                }
                request.credential = (self.start, self.start.saturating_add(length));
                return;
            }
            CredentialIn::Url => (head.url.len() + 1, 1 + if share == Share::Whole { self.url.len() } else { head.url.len() }),
            CredentialIn::Body => (0, 0),
        };
        let mut tail = std::mem::take(&mut request.tail).into_vec();
        if let (Some(from), Some(to)) = ((start as usize).checked_sub(before), (end as usize).checked_sub(before))
            && from <= to
            && to <= tail.len()
        {
            tail.splice(from..to, self.credential.iter().copied());
            request.facts = request.facts.with_replaced(from..to, self.credential.len());
            let start = u32::try_from(from + now).unwrap_or(0);
            request.credential = (start, start.saturating_add(length));
        }
        request.tail = tail.into_boxed_slice();
    }
}

/// Whether the parameters of a request are in its query; its URL, up to the `?` then; the query.
fn split(request: &Request) -> (bool, &str, &str) {
    let url = request.url();
    match url.split_once('?').filter(|_| request.body().is_empty()) {
        Some((url, query)) => (true, url, query),
        None => (false, url, ""),
    }
}

/// Headers of others, without what those say of an event, and with what these say of theirs.
fn with_address(own: &[Header], fresh: &Arc<[Header]>) -> Arc<[Header]> {
    if !own.iter().chain(&**fresh).any(Header::is_of_event) {
        return Arc::clone(fresh);
    }
    let of_event = own.iter().filter(|header| header.is_of_event());
    fresh.iter().filter(|header| !header.is_of_event()).chain(of_event).cloned().collect()
}

/// Headers with the credentials of others.
fn with_credentials(own: &[Header], fresh: &[Header]) -> Arc<[Header]> {
    let of_kind = own.iter().filter(|header| !header.is_sensitive());
    of_kind.chain(fresh.iter().filter(|header| header.is_sensitive())).cloned().collect()
}

/// All heads of requests that wait.
#[derive(Default)]
pub(super) struct Heads {
    heads: Arena<Counted>,
    /// Those of each destination, by the hash of its provider and its name.
    of_destinations: ByKey<Vec<Id<Counted>>>,
    next_number: u64,
    last: Option<Id<Counted>>,
}

pub(super) struct Counted {
    head: Head,
    /// How many requests have it.
    count: usize,
    /// Its number in the journal, which no other head ever has.
    number: u64,
}

fn destination_key(provider: &str, destination: &str) -> Key {
    key::key(0, [provider.as_bytes(), destination.as_bytes()])
}

/// A head that was not there before.
pub(super) struct IsNew(pub(super) bool);

impl Heads {
    pub(super) fn get(&self, head: Id<Counted>) -> Option<&Head> {
        self.heads.get(head).map(|counted| &counted.head)
    }

    /// Its number in the journal.
    pub(super) fn number(&self, head: Id<Counted>) -> u64 {
        self.heads.get(head).map_or(0, |counted| counted.number)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u64, &Head)> {
        self.heads.values().map(|counted| (counted.number, &counted.head))
    }

    /// Takes what a request has of its own, and returns whether its head is new.
    pub(super) fn pack(&mut self, destination: &str, request: &mut Request, traits: Traits) -> (Packed, IsNew) {
        let (credential_in, range) = match request.secret() {
            Some(SecretPlace::Url(range)) => (CredentialIn::Url, range.clone()),
            Some(SecretPlace::Body(range)) => (CredentialIn::Body, range.clone()),
            None => (CredentialIn::Headers, 0..0),
        };
        let (kind, method, limits) = (request.request_kind(), request.method(), request.limits());
        let (shared_url, headers) = request.shared();
        let (is_query, url, query) = split(request);
        let is_same = |own: &Head| {
            *own.url == *url
                && *own.destination == *destination
                && (own.kind, own.method) == (kind, method)
                && (own.is_query, own.credential_in) == (is_query, credential_in)
                && (own.traits, own.limits) == (traits, limits)
                && (Arc::ptr_eq(&own.headers, headers) || own.headers == *headers)
        };
        let last = self.last.filter(|last| self.get(*last).is_some_and(is_same));
        let of_destination = || self.of_destinations.get(&destination_key(kind.spec.name, destination)).into_iter().flatten().copied();
        let found = last.or_else(|| of_destination().find(|head| self.get(*head).is_some_and(is_same)));
        let (head, is_new) = match found {
            Some(head) => (head, false),
            None => {
                let url = if is_query { url.into() } else { shared_url.clone() };
                let headers = headers.clone();
                let head = Head { destination: destination.into(), kind, method, url, headers, is_query, credential_in, traits, limits };
                let number = self.next_number;
                (self.insert(head, number), true)
            }
        };
        self.hold(head);
        self.last = Some(head);
        let query: Option<Box<[u8]>> = is_query.then(|| query.as_bytes().into());
        let facts = request.facts();
        let (body, message_ids) = request.take_own();
        let (tail, message_ids) = (query.unwrap_or_else(|| body.into()), message_ids.into());
        let credential = (u32::try_from(range.start).unwrap_or(0), u32::try_from(range.end).unwrap_or(0));
        (Packed { head, tail, credential, message_ids, facts }, IsNew(is_new))
    }

    /// Renews all heads that are meant. Returns whether any was, where requests of that destination wait at all.
    pub(super) fn renew(&mut self, renewal: &Renewal<'_>) -> bool {
        let (url, headers) = (Arc::from(&*renewal.url), Arc::from(&*renewal.headers));
        let mut is_renewed = !self.of_destinations.contains_key(&destination_key(&renewal.provider, &renewal.destination));
        for Counted { head, .. } in self.heads.values_mut() {
            match renewal.share(head) {
                Some(Share::Whole) => {
                    head.headers = with_address(&head.headers, &headers);
                    (head.url, head.limits) = (Arc::clone(&url), renewal.end.limits);
                }
                Some(Share::Credentials) => head.headers = with_credentials(&head.headers, &headers),
                None => continue,
            }
            is_renewed = true;
        }
        is_renewed
    }

    /// Adds a head of a journal, which no request has yet.
    pub(super) fn insert(&mut self, head: Head, number: u64) -> Id<Counted> {
        self.next_number = self.next_number.max(number.saturating_add(1));
        let key = destination_key(head.kind.spec.name, &head.destination);
        let place = self.heads.insert(Counted { head, count: 0, number });
        self.of_destinations.entry(key).or_default().push(place);
        place
    }

    /// One request more has this head.
    pub(super) fn hold(&mut self, head: Id<Counted>) {
        if let Some(counted) = self.heads.get_mut(head) {
            counted.count += 1;
        }
    }

    /// One request less has this head.
    pub(super) fn release(&mut self, head: Id<Counted>) {
        let Some(counted) = self.heads.get_mut(head) else { return };
        counted.count = counted.count.saturating_sub(1);
        if counted.count == 0 {
            self.remove(head);
        }
    }

    fn remove(&mut self, place: Id<Counted>) {
        let Some(Counted { head, .. }) = self.heads.remove(place) else { return };
        let key = destination_key(head.kind.spec.name, &head.destination);
        if let Some(own) = self.of_destinations.get_mut(&key) {
            own.retain(|other| *other != place);
            if own.is_empty() {
                self.of_destinations.remove(&key);
            }
        }
    }

    /// Removes heads that no request has.
    pub(super) fn remove_unused(&mut self) {
        let unused = self.heads.iter().filter(|(_, counted)| counted.count == 0);
        let unused: Vec<Id<Counted>> = unused.map(|(place, _)| place).collect();
        unused.into_iter().for_each(|place| self.remove(place));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::delivery::{Config, Delivery, Next, Submission};
    use crate::{Adjust, Branch, MetrixInApp, Request, Timestamp, adjust, branch, metrix_inapp};

    fn request(style: adjust::RequestStyle, token: &str, base_url: &str) -> Request {
        let config = adjust::Config::builder().app_token(token).auth_token(token).request_style(style).base_url(base_url).build();
        let event = adjust::Event::builder().event_token("t").external_device_id("device").build();
        Adjust::new(config).unwrap().event(&event, Timestamp::MIN).unwrap()
    }

    fn in_app(id: &str, base_url: &str) -> Request {
        let config = metrix_inapp::Config::builder().app_id(id).dev_key(id).base_url(base_url).build();
        let event = metrix_inapp::Event::builder().idfa("i").metrix_user_id("u").metrix_session_id("s").event_slug("slug").build();
        MetrixInApp::new(config).unwrap().event(&event, Timestamp::MIN).unwrap()
    }

    /// What is sent of a request after its destination got the credentials of another, before and after a restart.
    fn sent(waiting: Request, fresh: &Request) -> Arc<Request> {
        let config = Config::builder().journal(true).build();
        let mut delivery = Delivery::new(&config, 1).unwrap();
        delivery.submit(Submission::new("id", waiting).destination("one"), Timestamp::MIN).unwrap();
        delivery.submit(Submission::new("other", fresh.clone()).destination("one"), Timestamp::MIN).unwrap();
        assert!(delivery.renew_credentials("one", fresh));
        let log = delivery.take_log();
        delivery.log_stored();
        let (restored, _) = Delivery::restore(&config, 2, &log).unwrap();
        let [found, again] = [delivery, restored].map(|mut delivery| {
            assert!(matches!(delivery.poll(Timestamp::MIN), Next::Store));
            delivery.take_log();
            delivery.log_stored();
            let Next::Send { request, .. } = delivery.poll(Timestamp::MIN) else { panic!("a request") };
            request
        });
        assert!(found == again, "{found:?}, and after a restart {again:?}");
        found
    }

    fn has_header(request: &Request, value: &str) -> bool {
        request.headers().iter().any(|header| header.value() == value)
    }

    #[test]
    fn credentials_and_the_address_are_renewed_in_the_same_style_and_nothing_is_broken_in_another() {
        use adjust::RequestStyle::{GetQuery, PostForm};
        for style in [GetQuery, PostForm] {
            let own = sent(request(style, "old", "https://a.example"), &request(style, "renewed", "https://longer.example"));
            assert!(own.url().starts_with("https://longer.example/event"));
            assert!(has_header(&own, "Bearer renewed"));
            assert!([own.url(), &own.body_text()].concat().contains("app_token=renewed&"));
            let shown = [own.redacted_url(), own.redacted_body()].concat();
            assert!(shown.contains("app_token=[redacted]&"), "{shown}");
        }
        let own = sent(request(PostForm, "old", "https://a.example"), &request(GetQuery, "renewed", "https://b.example"));
        assert_eq!(own.url(), "https://a.example/event");
        assert!(has_header(&own, "Bearer old"));
        assert!(own.body_text().contains("app_token=old&"), "one request has one set of credentials");
        let own = sent(request(GetQuery, "old", "https://a.example"), &request(PostForm, "renewed", "https://b.example"));
        assert!(own.url().starts_with("https://a.example/event?"));
    }

    #[test]
    fn what_is_prepared_is_renewed_too() {
        let style = adjust::RequestStyle::PostForm;
        let mut delivery = Delivery::new(&Config::builder().journal(true).build(), 1).unwrap();
        delivery.submit(Submission::new("id", request(style, "old", "https://a.example")), Timestamp::MIN).unwrap();
        for renews in [true, false] {
            assert!(matches!(delivery.poll(Timestamp::MIN), Next::Store));
            delivery.take_log();
            delivery.log_stored();
            if renews {
                assert!(delivery.renew_credentials("adjust", &request(style, "renewed", "https://b.example")));
            }
        }
        let Next::Send { request, .. } = delivery.poll(Timestamp::MIN) else { panic!("a request") };
        assert!(has_header(&request, "Bearer renewed"));
        assert!(request.url() == "https://b.example/event" && request.body_text().contains("app_token=renewed&"));
    }

    #[test]
    fn a_credential_in_the_path_is_renewed_and_hidden() {
        let own = sent(in_app("old", "https://a.example"), &in_app("renewed", "https://longer.example"));
        assert_eq!(own.url(), "https://longer.example/inappevent/renewed");
        assert_eq!(own.redacted_url(), "https://longer.example/inappevent/[redacted]");
    }

    #[test]
    fn the_address_of_a_user_stays_with_the_event() {
        let login = |key: &str, ip_override, address: &str| {
            let config = branch::Config::builder().branch_key(key).ip_override(ip_override).build();
            let user = branch::UserData::builder().developer_identity("u").ip(address).build();
            let event = branch::Standard::builder().name("LOGIN").user_data(user).build();
            Branch::new(config).unwrap().standard(&event, Timestamp::MIN).unwrap()
        };
        for fresh_has_header in [true, false] {
            let own = sent(login("key_live_old", true, "192.0.2.1"), &login("key_live_renewed", fresh_has_header, "192.0.2.2"));
            assert!(own.body_text().contains("key_live_renewed") && has_header(&own, "192.0.2.1") && !has_header(&own, "192.0.2.2"));
        }
        let own = sent(login("key_live_old", false, "192.0.2.1"), &login("key_live_renewed", true, "192.0.2.2"));
        assert!(!own.headers().iter().any(|header| header.name() == "x-ip-override"));
    }

    /// Ad revenue, in the same style and in another one.
    #[test]
    fn requests_of_another_kind_get_the_credentials_and_keep_their_address() {
        use adjust::RequestStyle::{GetQuery, PostForm};
        let ad_revenue = |style| {
            let config = adjust::Config::builder().app_token("old").auth_token("old").request_style(style).base_url("https://a.example");
            let event = adjust::AdRevenue::builder().external_device_id("device").revenue("1").currency("EUR").ad_impressions_count(1);
            Adjust::new(config.build()).unwrap().ad_revenue(&event.build(), Timestamp::MIN).unwrap()
        };
        for style in [PostForm, GetQuery] {
            let own = sent(ad_revenue(style), &request(PostForm, "renewed", "https://longer.example"));
            assert!(own.url().starts_with("https://a.example/ad_revenue"));
            assert!(has_header(&own, "Bearer renewed"));
            assert_eq!(own.headers().len(), if style == PostForm { 2 } else { 1 });
            assert!([own.url(), &own.body_text()].concat().contains("app_token=renewed&"));
            assert!([own.redacted_url(), own.redacted_body()].concat().contains("app_token=[redacted]&"));
        }
        let own = sent(request(PostForm, "old", "https://a.example"), &ad_revenue(PostForm));
        assert_eq!(own.url(), "https://a.example/event", "and the other way round");
    }

    #[test]
    fn requests_of_another_provider_keep_their_credentials() {
        let own = sent(in_app("old", "https://a.example"), &request(adjust::RequestStyle::PostForm, "renewed", "https://b.example"));
        assert_eq!(own.url(), "https://a.example/inappevent/old");
        assert!(has_header(&own, "old"));
    }
}
