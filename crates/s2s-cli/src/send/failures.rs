//! Requests without a response: one by one with `--verbose`, and the last one of each destination in the summary.

use std::collections::BTreeMap;

use s2s_core::NoResponse;

/// The last failure of each destination to which nothing could be delivered.
#[derive(Default)]
pub(super) struct Failures(BTreeMap<String, Option<(NoResponse, String)>>);

impl Failures {
    /// Adds a failure; its cause holds nothing of the request.
    pub(super) fn failed(&mut self, destination: &str, kind: NoResponse, cause: &str) {
        match self.0.get_mut(destination) {
            // Something was delivered.
            Some(None) => {}
            Some(Some(last)) => *last = (kind, cause.to_owned()),
            None => {
                self.0.insert(destination.to_owned(), Some((kind, cause.to_owned())));
            }
        }
    }

    /// Notes that a destination has an event.
    pub(super) fn delivered(&mut self, destination: &str) {
        match self.0.get_mut(destination) {
            Some(last) => *last = None,
            None => {
                self.0.insert(destination.to_owned(), None);
            }
        }
    }

    /// Destination, kind and cause.
    pub(super) fn rows(&self) -> Vec<[String; 3]> {
        let failed = self.0.iter().filter_map(|(destination, last)| Some((destination, last.as_ref()?)));
        failed.map(|(destination, (kind, cause))| [destination.clone(), kind.as_str().to_owned(), cause.clone()]).collect()
    }
}
