//! The parts of one event: a request for each of several destinations, which are submitted together.

use std::fmt;

use crate::dynamic::{Part, Verdict};
use crate::request::Request;
use crate::value::Timestamp;

use super::journal::Journal;
use super::key::Key;
use super::{Accepted, Delivery, Refused, Submission};

/// A part of an event that was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SubmittedPart {
    /// The destination's label: see [`Part::label`].
    pub label: String,
    /// What the part's submission has become. `None` for a part without a request, which was not submitted.
    pub accepted: Option<Accepted>,
}

/// A part of an event that cannot be submitted. None of the event's parts was.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RefusedPart {
    /// The destination's label: see [`Part::label`].
    pub label: String,
    /// Why.
    pub reason: Refused,
}

impl fmt::Display for RefusedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.label, self.reason)
    }
}

impl std::error::Error for RefusedPart {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.reason)
    }
}

/// The label of the part's destination, and the request where it is built.
impl From<Part<'_>> for (String, Option<Request>) {
    fn from(part: Part<'_>) -> Self {
        let label = part.label().into_owned();
        let request = match part.verdict {
            Verdict::Built(request) => Some(request),
            Verdict::Refused(_) | Verdict::Skipped => None,
        };
        (label, request)
    }
}

/// A request that can be admitted.
struct Checked {
    request: Request,
    part_id: String,
    id_key: Key,
}

impl Delivery {
    /// Takes all parts of an event, or none: those of [`Destinations::fan_out`](crate::dynamic::Destinations::fan_out), or pairs of a
    /// destination's label and a request. Each request is submitted under the ID `ID/LABEL` for the destination of its label, as
    /// [`Delivery::submit`] does without a lane: reports repeat both. A part without a request is not submitted.
    ///
    /// Returns one entry for each part, in their order. With a journal, a crash loses all parts or none.
    ///
    /// # Errors
    /// The first part that cannot be submitted, and why; nothing has changed then. A label that appears more than once is refused as
    /// [`Refused::IdInUse`], an empty `id` as [`Refused::InvalidName`].
    pub fn submit_parts(
        &mut self,
        id: &str,
        parts: impl IntoIterator<Item: Into<(String, Option<Request>)>>,
        now: Timestamp,
    ) -> Result<Vec<SubmittedPart>, RefusedPart> {
        let mut checked: Vec<(String, Option<Checked>)> = Vec::new();
        for (label, request) in parts.into_iter().map(Into::into) {
            let Some(request) = request else {
                checked.push((label, None));
                continue;
            };
            let part_id = format!("{id}/{label}");
            let earlier: Vec<Key> = checked.iter().filter_map(|(_, own)| Some(own.as_ref()?.id_key)).collect();
            match self.admissible_part(id, &part_id, &label, &earlier) {
                Ok(id_key) => checked.push((label, Some(Checked { request, part_id, id_key }))),
                Err(reason) => return Err(RefusedPart { label, reason }),
            }
        }
        let start = self.journal.as_ref().map_or(0, Journal::len);
        let submitted = checked.into_iter().map(|(label, own)| {
            let accepted = own.map(|own| self.admit(&mut Submission::new(&own.part_id, own.request).destination(&label), own.id_key, now));
            SubmittedPart { label, accepted }
        });
        let submitted = submitted.collect();
        if let Some(journal) = &mut self.journal {
            journal.join(start);
        }
        Ok(submitted)
    }

    fn admissible_part(&self, id: &str, part_id: &str, label: &str, earlier: &[Key]) -> Result<Key, Refused> {
        if id.is_empty() {
            return Err(Refused::InvalidName);
        }
        let id_key = self.admissible(part_id, label, earlier.len())?;
        if earlier.contains(&id_key) { Err(Refused::IdInUse) } else { Ok(id_key) }
    }
}
