//! Events that another language gives as structs, through UniFFI.

use crate::Metrix;
use crate::issue::{Found, Issues};
use crate::provider::client::Batches;
use crate::provider::{AnyEvent, OfAny, metrix};
use crate::request::Request;
use crate::value::Timestamp;

use super::spelling::Spelling;
use super::{Destination, NewId, one_event};

impl Destination {
    /// Builds the request of an event whose fields have names in camelCase for whoever reads issues and warnings.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn build_typed(&self, event: AnyEvent, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        spelled(event.build(self, now, new_id), &[Spelling::camel_case()])
    }

    /// As [`Destination::messages`], from the structs of Metrix, whose fields have names in camelCase for whoever reads issues and warnings.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`](crate::Code::UnknownKind) at a provider that has no requests of several messages.
    pub fn messages_typed(
        &self,
        identity: &metrix::Identity,
        mut messages: Vec<metrix::Message>,
        mut new_id: NewId<'_>,
    ) -> Result<Request, Issues> {
        for message in &mut messages {
            Metrix::complete(message, new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String));
        }
        let at = |at: &str| Spelling::of_keys(at, true, std::iter::empty());
        let mut spellings = vec![Spelling::camel_case(), at("/identity")];
        spellings.extend((0..messages.len()).map(|position| at(&format!("/messages/{position}"))));
        let Some(metrix) = Metrix::of(self) else { return Err(one_event()) };
        spelled(metrix.build_many(Some(identity), messages.iter().map(Some), Found::default()), &spellings)
    }
}

/// Issues of a struct whose fields have names in camelCase.
pub fn in_camel_case(issues: Issues) -> Issues {
    Spelling::camel_case().applied(issues)
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
