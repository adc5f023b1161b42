//! The stream of server-sent events that keeps a page up to date.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::Body,
    extract::{RawQuery, State},
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use serde::Serialize;
use tokio::sync::watch;

use super::{
    Page,
    view::{self, Row},
};
use crate::{fault::Fault, ledger::Totals, server::lock};

/// Number of lines that a page lists at most: the newest ones.
const LINES: usize = 20_000;
/// Number of lines in a message, unless one request has more.
const LINES_AT_ONCE: usize = 500;
/// A pause after each message, so that many events arrive in few of them.
const PAUSE: Duration = Duration::from_millis(30);
/// A comment is sent after this time without events, so that a page that has gone is noticed.
const SILENCE: Duration = Duration::from_secs(15);

pub(super) async fn serve(State(page): State<Page>, RawQuery(query): RawQuery) -> Response {
    let changes = page.shared.changes.subscribe();
    let feed = Feed { page, changes, shows_secrets: super::shows_secrets(query.as_deref()), position: None };
    let messages = stream::unfold(feed, async |mut feed| Some((Ok::<_, Infallible>(feed.message().await?), feed)));
    ([(CONTENT_TYPE, "text/event-stream")], Body::from_stream(messages)).into_response()
}

/// What one open page has been told.
struct Feed {
    page: Page,
    changes: watch::Receiver<()>,
    shows_secrets: bool,
    /// `None` at the beginning.
    position: Option<Position>,
}

#[derive(Clone, Copy)]
struct Position {
    /// Number of the next request.
    next: u64,
    /// Number after that of the newest request, when it was asked for last.
    end: u64,
    /// How often the ledger had been emptied by then.
    emptied: u64,
}

/// A message to the page.
#[derive(Serialize)]
struct Message<'a> {
    /// Present where the page begins, or begins again with an empty list.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Start<'a>>,
    totals: Totals,
    faults: Vec<Fault>,
    rows: Vec<Row<'a>>,
    /// Whether there are more rows already.
    more: bool,
}

#[derive(Serialize)]
struct Start<'a> {
    providers: Vec<Title<'a>>,
    lines: usize,
}

#[derive(Serialize)]
struct Title<'a> {
    name: &'a str,
    title: &'a str,
}

impl Feed {
    /// The next message, as soon as there is something to tell; `None` when the sandbox stops.
    async fn message(&mut self) -> Option<String> {
        // At the beginning, and where there is more already, nothing is waited for.
        if self.position.is_some_and(|position| position.next == position.end) {
            tokio::time::sleep(PAUSE).await;
            let mut stopped = self.page.shared.stopped.clone();
            tokio::select! {
                _ = stopped.changed() => return None,
                () = tokio::time::sleep(SILENCE) => return Some(":\n\n".to_owned()),
                changed = self.changes.changed() => changed.ok()?,
            }
        }
        let (totals, received, known, position) = {
            let ledger = lock(&self.page.shared.ledger);
            let (end, emptied) = (ledger.end(), ledger.emptied());
            let known = self.position.filter(|position| position.emptied == emptied);
            let next = known.map_or_else(|| ledger.newest(LINES), |position| position.next);
            let received = ledger.from(next, LINES_AT_ONCE);
            let next = received.last().map_or(next, |(number, _)| number + 1);
            (ledger.totals(), received, known, Position { next, end, emptied })
        };
        self.position = Some(position);
        let providers = &self.page.providers;
        let titles = || providers.iter().map(|(name, provider)| Title { name, title: provider.title }).collect();
        let lines = received.iter().filter_map(|(number, received)| {
            let provider = providers.get(received.provider)?;
            Some(view::rows(*number, received, provider, self.shows_secrets))
        });
        let message = Message {
            start: known.is_none().then(|| Start { providers: titles(), lines: LINES }),
            totals,
            faults: lock(&self.page.shared.faults).clone(),
            rows: lines.flatten().collect(),
            more: position.next < position.end,
        };
        // JSON has no line breaks but escaped ones.
        serde_json::to_string(&message).ok().map(|json| format!("data: {json}\n\n"))
    }
}
