//! Sends many requests.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use reqwest::{Client, Url};
use s2s_core::{Request, Response};

use crate::SendError;

/// A client that sends many requests, for a driver of your own.
///
/// [`send`](crate::send) parses the URL of each request. The events of a provider mostly go to one URL, which this parses once.
pub struct Sender {
    client: Client,
    last: Mutex<Option<Url>>,
}

impl Sender {
    /// Sends with this client.
    pub fn new(client: Client) -> Self {
        Self { client, last: Mutex::new(None) }
    }

    /// Sends a request as [`send`](crate::send) does.
    ///
    /// # Errors
    /// As for [`send`](crate::send).
    pub async fn send(&self, request: &Request) -> Result<Response, SendError> {
        let url = self.url(request.url());
        crate::exchange(&self.client, request, url).await
    }

    fn url(&self, url: &str) -> Option<Url> {
        // A query belongs to one event, and is not kept.
        if url.contains('?') {
            return url.parse().ok();
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|last| last.as_str() != url) {
            *last = url.parse().ok();
        }
        last.clone()
    }
}

/// The URL may hold credentials and is not shown.
impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}
