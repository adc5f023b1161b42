//! One purchase for every destination: each gets its own request, and one that refuses it holds no other one up.

use std::error::Error;

use s2s_core::delivery::{Config, Delivery, Report};
use s2s_core::dynamic::{self, Destinations, Part, Verdict};
use s2s_core::one_event::{Event, Ids, Item, Name, User};
use s2s_core::{Issues, Timestamp};
use s2s_reqwest::{Driver, Until};

/// Opens all destinations of a configuration in JSON, which has the keys of the program's `s2s.toml`.
pub fn destinations(config: &str) -> Result<Destinations, Issues> {
    Destinations::from_config(&dynamic::from_json(config)?)
}

/// A purchase, in words of no provider.
pub fn purchase(time: &str) -> Event {
    let item = Item::builder().id("saffron-1g").price("12.50").quantity(2);
    let user = User::builder().id("user-2001").email("maryam@example.com");
    let ids = Ids::builder().adjust_adid("18546f6171f67e29d1cb983322ad1329").app_instance_id("7e5d0e1c9f3a4b2d8c6b5a4938271605");
    Event::builder()
        .event(Name::Purchase)
        .id("order-A-6001")
        .time(time)
        .value("25.00")
        .currency("EUR")
        .order_id("A-6001")
        .items(vec![item.build()])
        .user(user.build())
        .ids(ids.build())
        .build()
}

/// Returns why destinations refuse an event: a line for each problem, without a value of the event.
pub fn problems(parts: &[Part<'_>]) -> Vec<String> {
    let mut problems = Vec::new();
    for part in parts {
        if let Verdict::Refused(issues) = &part.verdict {
            problems.extend(issues.into_iter().map(|issue| format!("{}: {} {}", part.label(), issue.path(), issue.code())));
        }
    }
    problems
}

/// Delivers the parts of an event. `seed` is a random number.
pub async fn deliver(
    id: &str,
    parts: Vec<Part<'_>>,
    now: Timestamp,
    http: reqwest::Client,
    seed: u64,
) -> Result<Vec<Report>, Box<dyn Error>> {
    let mut delivery = Delivery::new(&Config::default(), seed)?;
    delivery.submit_parts(id, parts, now)?;
    let mut reports = Vec::new();
    Driver::new(delivery, http).run(Until::Idle, |report| reports.push(report)).await?;
    Ok(reports)
}
