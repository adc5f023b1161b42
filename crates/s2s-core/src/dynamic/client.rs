//! The client of a provider that is chosen at run time.

use crate::issue::{Code, Found, Issue, Issues};
use crate::outcome::Outcome;
use crate::provider::client::{NewId, WithBatches, unsent_id};
use crate::provider::record::Declared;
use crate::provider::{AnyClient, Read};
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::{Json, Text, Timestamp};

use super::read::source::{Object, Source};
use super::read::spelling::Spelling;
use super::read::typed;
use super::{batch, kinds, line};

/// The members of a configuration, and what reading them has found.
struct Members<'a> {
    members: typed::Members,
    spelling: &'a mut Spelling,
    found: Found,
}

impl Read for Members<'_> {
    fn read<T: Declared + Default>(mut self) -> (T, Found) {
        let config = typed::declared(self.members, "", self.spelling, &mut self.found).unwrap_or_default();
        (config, self.found)
    }
}

impl AnyClient {
    /// The client of a provider from its configuration: an object of the fields of the provider's `Config`.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    pub fn from_config(provider: &str, config: &Json) -> Result<Self, Issues> {
        Self::from_object(Some(provider), config)
    }

    /// As [`AnyClient::from_config`], from any object. Without `provider`, the object has a member of that name.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    #[doc(hidden)]
    pub fn from_object<'s>(provider: Option<&str>, config: impl Object<'s>) -> Result<Self, Issues> {
        let mut found = Found::default();
        let Some((members, mut spelling)) = typed::object(config, "", &mut found) else { return Err(found.into_issues()) };
        let own = |(key, _): &(Text, Json)| provider.is_none() && key == "provider";
        let (named, members): (Vec<_>, Vec<_>) = members.into_iter().partition(own);
        let Some(provider) = provider.or_else(|| named.first()?.1.as_str()) else {
            found.push(Issue::new("/provider", Code::Missing, "is required: the name of a provider"));
            return Err(found.into_issues());
        };
        let at = if named.is_empty() { "" } else { "/provider" };
        if kinds::provider(provider, at, &mut found).is_none() {
            return Err(found.into_issues());
        }
        match Self::open(provider, Members { members, spelling: &mut spelling, found }) {
            Some(client) => client.map_err(|issues| spelling.applied(issues)),
            // An unknown provider has an issue already.
            None => Err(Issue::new(at, Code::UnknownProvider, "there is no such provider").into()),
        }
    }

    /// The name of its provider.
    pub fn provider(&self) -> &'static str {
        self.spec().name
    }

    /// Builds the request of one event in the JSON form, of at most [`MAX_TEXT`](super::MAX_TEXT) bytes. A key `destination` is an issue here.
    ///
    /// # Errors
    /// All issues of the event: of its text, its types and its provider's rules.
    pub fn build(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        line::build_text(event, now, new_id, |provider, name| self.find(provider, name)).map(|(request, _)| request)
    }

    /// Builds the request of one event from any object. Without `kind`, the object has members `provider` and `kind`.
    ///
    /// # Errors
    /// All issues of the event: of its types and its provider's rules.
    #[doc(hidden)]
    pub fn build_object<'s>(
        &self,
        kind: Option<&str>,
        event: impl Source<'s>,
        now: Timestamp,
        new_id: NewId<'_>,
    ) -> Result<Request, Issues> {
        let known = kind.map(|kind| (self.provider(), kind));
        line::build(event, known, now, new_id, |provider, name| self.find(provider, name)).map(|(request, _)| request)
    }

    /// Returns the key of the lane of one event in the JSON form: see [`Request::lane_key`]. It does not depend on `now`, which is for the checks
    /// of the event, nor on the ID of the event, which may be absent.
    ///
    /// # Errors
    /// All issues of the event, as of building its request.
    pub fn lane_key(&self, event: &[u8], now: Timestamp) -> Result<Option<String>, Issues> {
        self.build(event, now, Some(&mut unsent_id)).map(|request| request.lane_key())
    }

    /// As [`AnyClient::lane_key`], from any object: see [`AnyClient::build_object`].
    ///
    /// # Errors
    /// All issues of the event, as of building its request.
    #[doc(hidden)]
    pub fn lane_key_of<'s>(&self, kind: Option<&str>, event: impl Source<'s>, now: Timestamp) -> Result<Option<String>, Issues> {
        self.build_object(kind, event, now, Some(&mut unsent_id)).map(|request| request.lane_key())
    }

    /// Builds one request of several messages of one user: `identity` is an object of the fields of [`Spec::identity`](super::Spec::identity) (`custom_user_id` and
    /// `metrix_user_id` at Metrix), `messages` an array of messages in the JSON form with their `kind`. Paths of issues begin with `/identity`
    /// or `/messages/N`.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`] at a provider that has no requests of several messages.
    pub fn messages(&self, identity: &str, messages: &str, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        self.several(batch::Texts { identity, messages, now, new_id })
    }

    /// As [`AnyClient::messages`], from any objects.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`] at a provider that has no requests of several messages.
    #[doc(hidden)]
    pub fn messages_of<'s>(
        &self,
        identity: impl Object<'s>,
        messages: &[impl Object<'s>],
        now: Timestamp,
        new_id: NewId<'_>,
    ) -> Result<Request, Issues> {
        self.several(batch::Objects { identity, messages, now, new_id })
    }

    fn several(&self, build: impl WithBatches<Output = Result<Request, Issues>>) -> Result<Request, Issues> {
        self.with_batches(build).unwrap_or_else(|| Err(batch::one_event()))
    }

    /// This destination, for events that name none and are its provider's.
    fn find(&self, provider: &str, name: Option<&str>) -> Option<line::Found<'_>> {
        (name.is_none() && self.provider() == provider).then_some((self, None))
    }

    /// Interprets the response to `request`, by the rules of the request's provider: see [`crate::interpret`].
    pub fn interpret(&self, request: &Request, response: &Response) -> Outcome {
        crate::interpret(request, response)
    }

    /// Interprets the lack of a response: the same for every provider, see [`crate::interpret_no_response`].
    pub fn interpret_no_response(&self, kind: NoResponse) -> Outcome {
        kind.into()
    }
}
