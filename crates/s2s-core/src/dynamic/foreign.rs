//! Events that another language gives as structs, through UniFFI.

use crate::issue::Issues;
use crate::provider::client::NewId;
use crate::provider::record::Record;
use crate::provider::{AnyClient, AnyConfig, AnyEvent, AnyMessages};
use crate::request::Request;
use crate::value::Timestamp;

use super::read::spelling::Spelling;

impl AnyClient {
    /// Makes the client of a configuration; issues name its fields in camelCase.
    ///
    /// # Errors
    /// All issues of the configuration.
    #[doc(hidden)]
    pub fn from_typed(config: AnyConfig) -> Result<Self, Issues> {
        let spelling = Spelling::camel_case("", [config.record()]);
        config.open().map_err(|issues| spelling.applied(issues))
    }

    /// Builds the request of an event; issues and warnings name its fields in camelCase.
    ///
    /// # Errors
    /// All issues of the event.
    #[doc(hidden)]
    pub fn build_typed(&self, event: AnyEvent, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        spelled(event.build(self, now, new_id), &[Spelling::camel_case("", self.kinds())])
    }

    /// Like [`AnyClient::messages`], from the structs of Metrix; issues and warnings name their fields in camelCase.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`](crate::Code::UnknownKind) at a provider that has no requests of several messages.
    #[doc(hidden)]
    pub fn messages_typed(&self, messages: AnyMessages, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        let count = messages.count();
        let mut spellings = vec![Spelling::camel_case("", []), Spelling::camel_case("/identity", self.spec().identity())];
        spellings.extend((0..count).map(|position| Spelling::camel_case(&format!("/messages/{position}"), self.kinds())));
        spelled(messages.build(self, now, new_id), &spellings)
    }

    /// The kinds of events. Fields of one name are the same in all kinds of a provider, so an event need not say its kind.
    fn kinds(&self) -> impl Iterator<Item = &'static Record> {
        self.spec().kinds.iter().map(|kind| kind.record)
    }
}

fn spelled(built: Result<Request, Issues>, spellings: &[Spelling]) -> Result<Request, Issues> {
    match built {
        Ok(mut request) => {
            spellings.iter().for_each(|spelling| spelling.apply(request.warnings_mut()));
            Ok(request)
        }
        Err(issues) => Err(spellings.iter().fold(issues, |issues, spelling| spelling.applied(issues))),
    }
}
