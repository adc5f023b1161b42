//! All destinations of a program, for the package's class.

use std::sync::Arc;

use napi::Result;
use napi::bindgen_prelude::{Either, Uint8Array};
use napi_derive::napi;
use s2s_core::Issues;
use s2s_core::binding::JsonText;
use s2s_core::dynamic::{self, Explained, Verdict};

use crate::client::{Client, timestamp};
use crate::new_id::{self, NewId};
use crate::{issues, request};

/// All destinations of a program. They are immutable.
#[napi]
pub struct Destinations(dynamic::Destinations);

/// The destinations of a configuration, or issues. With `is_typed`, fields have names in camelCase. `wrong` is what was wrong with values
/// that JSON does not have.
#[napi(catch_unwind)]
pub fn open_destinations(config: String, is_typed: bool, wrong: Option<String>) -> Result<Either<Destinations, String>> {
    let wrong = issues::given(wrong)?;
    Ok(match dynamic::Destinations::from_object(object(&config, is_typed).with_issues(&wrong)) {
        Ok(destinations) => Either::A(Destinations(destinations)),
        Err(found) => Either::B(issues::to_json(found.as_slice())),
    })
}

#[napi]
impl Destinations {
    /// The client of the destination that has this label.
    #[napi(catch_unwind)]
    pub fn get(&self, label: String) -> Option<Client> {
        self.0.labeled(&label).map(|client| Client(Arc::new(client.clone())))
    }

    /// What becomes of a neutral event: a text for each destination, or issues of the event itself. `is_typed` and `wrong` are as at
    /// [`open_destinations`].
    ///
    /// The first line of a text is `[label, provider, rows]` as JSON, where a row is `[from, to, how, isGiven]`; there are none without
    /// `has_rows`. What follows is the request, its issues, or nothing where the event is skipped.
    #[napi(catch_unwind)]
    pub fn explain(
        &self,
        event: String,
        is_typed: bool,
        now: f64,
        wrong: Option<String>,
        new_id: NewId<'_>,
        has_rows: bool,
    ) -> Result<Either<Vec<String>, String>> {
        let wrong = issues::given(wrong)?;
        let event = object(&event, is_typed).with_issues(&wrong);
        let now = timestamp(now)?;
        let explained = new_id::lend(&new_id, |new_id| self.0.explain_object(event, now, new_id))?;
        Ok(texts(explained, has_rows))
    }

    /// The same for the bytes of a JSON text.
    #[napi(catch_unwind)]
    pub fn explain_bytes(&self, event: Uint8Array, now: f64, new_id: NewId<'_>, has_rows: bool) -> Result<Either<Vec<String>, String>> {
        let now = timestamp(now)?;
        let explained = new_id::lend(&new_id, |new_id| self.0.explain_json(&event, now, new_id))?;
        Ok(texts(explained, has_rows))
    }
}

fn object(text: &str, is_typed: bool) -> JsonText<'_> {
    let text = JsonText::new(text);
    if is_typed { text.with_camel_case() } else { text }
}

/// What [`Destinations::explain`] returns.
fn texts(explained: core::result::Result<Vec<Explained<'_>>, Issues>, has_rows: bool) -> Either<Vec<String>, String> {
    match explained {
        Ok(explained) => Either::A(explained.iter().map(|own| text(own, has_rows)).collect()),
        Err(found) => Either::B(issues::to_json(found.as_slice())),
    }
}

fn text(Explained { part, rows, .. }: &Explained<'_>, has_rows: bool) -> String {
    let rows: Vec<_> = rows.iter().filter(|_| has_rows).map(|row| (row.from, row.to, row.how.as_str(), row.is_given)).collect();
    // Texts do not fail to become JSON.
    let head = serde_json::to_string(&(part.label(), part.destination.provider(), rows)).unwrap_or_default() + "\n";
    match &part.verdict {
        Verdict::Built(own) => request::text_behind(&head, own),
        Verdict::Refused(found) => head + &issues::to_json(found.as_slice()),
        Verdict::Skipped => head,
    }
}
