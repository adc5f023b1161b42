//! A provider API, to the rest of the sandbox.

use std::fmt;

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;

use crate::exchange::{Answer, Incoming, Processed};

/// A provider API that behaves as it is documented, with its configuration and what it remembers.
pub(crate) trait Api: Send {
    /// What people call it.
    fn title(&self) -> &'static str;

    /// The requests that it documents; others do not reach it.
    fn routes(&self) -> &'static [Route];

    /// Settings of a sender, in addition to `base_url`, that name another host of the provider, each
    /// with the path that is that host here.
    fn hosts(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// Decides about a request by the rules of the documentation.
    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed;

    /// The response to an error of the provider's own making.
    fn internal_error(&self) -> Answer {
        Answer::empty(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// Names of the parameters, or fields of a message, that the page lists of each event, in order.
    /// The first that an event has is its title.
    fn summary(&self) -> &'static [&'static str];

    /// Names of the headers, path segments, parameters and fields that hold credentials or identify
    /// a person or device. The page masks their values, and those of `Authorization`, `X-API-Key`
    /// and cookies.
    fn secrets(&self) -> Vec<&'static str>;

    /// Lists for people what its configuration knows, a line each, indented by two spaces.
    fn describe(&self, text: &mut String) -> fmt::Result;

    /// Senders that its default configuration knows, for demos.
    fn demo(&self) -> &'static [Demo];

    /// What the sender of that name calls events that it has for every provider, where the provider
    /// has no name of its own for them.
    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    /// Settings of how the senders take such events.
    fn demo_mapping(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }
}

/// A path of an API, from its mount on, and the methods that it takes. Segments such as `{name}`
/// are parameters.
pub(crate) struct Route {
    pub(crate) methods: MethodFilter,
    pub(crate) path: &'static str,
}

/// The settings of a sender, all but addresses.
pub(crate) struct Demo {
    /// The name of its destination, if that is not the provider's own.
    pub(crate) name: Option<&'static str>,
    pub(crate) settings: &'static [(&'static str, &'static str)],
}
