//! `--metrics`: what the machine has done and has to do, in the text format of Prometheus.

use std::fmt::Write;
use std::net::SocketAddr;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use s2s_core::delivery::{self, Stats};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;

use crate::error::Error;
use crate::output;

/// Somebody asks for the numbers.
pub(super) type Ask = oneshot::Sender<Stats>;

/// Serves the numbers for as long as the program runs, if an address is given. What it returns receives who asks for them.
pub(super) async fn serve(address: Option<SocketAddr>) -> Result<UnboundedReceiver<Ask>, Error> {
    let (sender, asks) = unbounded_channel();
    if let Some(address) = address {
        output::warn_of_others(address, "read the metrics");
        let failure = |error| Error::usage(format!("{address}: {error}"));
        let listener = TcpListener::bind(address).await.map_err(failure)?;
        output::say(&format!("s2s: metrics are at http://{}/metrics", listener.local_addr().map_err(failure)?));
        let router = Router::new().route("/metrics", get(metrics)).route("/healthz", get(health)).with_state(sender);
        // It does not fail; it only has the signature for it.
        tokio::spawn(async move { axum::serve(listener, router).await });
    }
    Ok(asks)
}

async fn metrics(asks: State<UnboundedSender<Ask>>) -> Response {
    match stats(asks).await {
        Some(stats) => ([(CONTENT_TYPE, "text/plain; version=0.0.4")], text(&stats)).into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// Returns 200 if the run still responds.
async fn health(asks: State<UnboundedSender<Ask>>) -> Response {
    match stats(asks).await {
        Some(_) => "ok".into_response(),
        None => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// The numbers of the run; `None` when it is over.
async fn stats(State(asks): State<UnboundedSender<Ask>>) -> Option<Stats> {
    let (ask, stats) = oneshot::channel();
    asks.send(ask).ok()?;
    stats.await.ok()
}

/// The text format: <https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format>.
fn text(stats: &Stats) -> String {
    let mut out = Page(String::new());
    out.metric("s2s_events_submitted_total", "counter", "Events that were submitted.", [("", stats.submitted as f64)]);
    let ends = [("delivered", stats.delivered), ("duplicate", stats.duplicate), ("dropped", stats.dropped), ("gave_up", stats.gave_up)];
    let ends = ends.map(|(end, count)| (format!("{{result=\"{end}\"}}"), count as f64));
    out.metric("s2s_events_finished_total", "counter", "Events that are through, by what became of them.", ends);
    out.metric("s2s_requests_total", "counter", "Requests that were sent.", [("", stats.requests as f64)]);
    out.metric("s2s_events_pending", "gauge", "Events that wait or are under way.", [("", stats.pending as f64)]);
    out.metric("s2s_requests_in_flight", "gauge", "Requests that are under way.", [("", stats.in_flight as f64)]);
    out.metric("s2s_lanes", "gauge", "Lanes with events.", [("", stats.lanes as f64)]);
    out.metric("s2s_lanes_remembered", "gauge", "Lanes without events that are remembered.", [("", stats.remembered_lanes as f64)]);
    let of_each = |number: &dyn Fn(&delivery::DestinationStats) -> Option<f64>| {
        let own = stats.destinations.iter();
        own.filter_map(|own| Some((format!("{{{}}}", labels(own)), number(own)?))).collect::<Vec<_>>()
    };
    let in_flight = of_each(&|own| Some(own.in_flight as f64));
    out.metric("s2s_destination_requests_in_flight", "gauge", "Requests to a destination that are under way.", in_flight);
    let per_second = of_each(&|own| own.per_second);
    out.metric(
        "s2s_destination_requests_per_second",
        "gauge",
        "How many requests may go to a destination, where that is limited.",
        per_second,
    );
    let states = [delivery::State::Open, delivery::State::Refused, delivery::State::Silent];
    let states = stats.destinations.iter().flat_map(|own| {
        states.map(|state| {
            let labels = format!("{{{},state=\"{}\"}}", labels(own), state.as_str());
            (labels, f64::from(u8::from(own.state == state)))
        })
    });
    out.metric("s2s_destination_state", "gauge", "1 for the state that a destination is in.", states);
    out.0
}

struct Page(String);

impl Page {
    fn metric<L: AsRef<str>>(&mut self, name: &str, kind: &str, help: &str, values: impl IntoIterator<Item = (L, f64)>) {
        // Writing to a text cannot fail.
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
        for (labels, value) in values {
            let _ = writeln!(self.0, "{name}{} {value}", labels.as_ref());
        }
    }
}

fn labels(own: &delivery::DestinationStats) -> String {
    format!("destination=\"{}\",provider=\"{}\"", escaped(&own.name), own.provider)
}

/// A label's value.
fn escaped(text: &str) -> String {
    text.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_escaped() {
        assert_eq!(escaped("a\\b\"c\nd"), r#"a\\b\"c\nd"#);
    }
}
