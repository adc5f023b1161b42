//! What the spans and events of a driver say.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its server has failed")]

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use s2s_core::delivery::{Delivery, Submission};
use s2s_reqwest::{Driver, Until};

mod support;
use support::{client, config, request, sandbox};

#[derive(Default)]
struct Told(Mutex<String>);

/// Everything that is logged, as text.
struct Collector(Arc<Told>);

struct Text<'a>(&'a mut String);

impl Visit for Text<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "{field}={value:?} ").unwrap();
    }
}

impl Collector {
    fn tell(&self, what: &Metadata<'_>, record: impl FnOnce(&mut Text<'_>)) {
        // The libraries below have spans of their own.
        if what.target().starts_with("s2s") {
            let told = &mut *self.0.0.lock().unwrap();
            told.push_str(what.name());
            told.push(' ');
            record(&mut Text(told));
        }
    }
}

impl Subscriber for Collector {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        self.tell(span.metadata(), |text| span.record(text));
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        values.record(&mut Text(&mut self.0.0.lock().unwrap()));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.tell(event.metadata(), |text| event.record(text));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// The only test of this program: what other threads do decides whether spans are logged at all.
#[tokio::test]
async fn spans_tell_of_exchanges_and_nothing_of_events() {
    let told = Arc::new(Told::default());
    let collecting = tracing::subscriber::set_default(Collector(Arc::clone(&told)));
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(false), 7).unwrap(), client());
    for number in 0..100 {
        driver.submit(Submission::new(&format!("order-{number}"), request(&sandbox.base_url("adjust"), number))).unwrap();
    }
    driver.run(Until::Idle, |_| {}).await.unwrap();
    sandbox.stop().await;
    drop(collecting);
    let told = told.0.lock().unwrap();
    for part in [
        "exchange provider=\"adjust\" kind=\"event\" ",
        "status=200 ",
        "status=500 ",
        "no_response=\"closed\" ",
        "cause=\"error sending request for url (http://127.0.0.1:",
    ] {
        assert!(told.contains(part), "`{part}` is not told: {told}");
    }
    for secret in ["abc", "f0ob4r", "660e1d86", "order-"] {
        assert!(!told.contains(secret), "`{secret}` is told: {told}");
    }
}
