//! The sandbox of `s2s send --sandbox`, and the destinations that are in it.

use s2s_core::dynamic::Destinations;
use s2s_core::value::Json;
use s2s_sandbox::{DemoDestination, Sandbox};

use crate::args::Instant;
use crate::config;
use crate::error::Error;

/// Starts a sandbox on a free port; its clock is fixed at `now`.
pub(crate) async fn start(now: Option<&Instant>) -> Result<Sandbox, Error> {
    let mut config = s2s_sandbox::Config::default();
    // `--account` is about all events.
    (config.account.max_entries, config.account.max_bytes) = (usize::MAX, usize::MAX);
    if let Some(now) = now {
        config = config.with_now(&now.text).map_err(|error| Error::usage(error.to_string()))?;
    }
    Ok(Sandbox::start(config, 0).await?)
}

/// The sandbox's demo destinations, as a program's configuration has them.
pub(crate) fn destinations(sandbox: &Sandbox) -> Result<Destinations, Error> {
    open(sandbox.demo_destinations())
}

/// The same destinations at the providers' own addresses: for events that are not sent.
pub(crate) fn unsent() -> Result<Destinations, Error> {
    open(DemoDestination::all())
}

fn open(destinations: Vec<DemoDestination>) -> Result<Destinations, Error> {
    let (mut tables, mut named) = (Vec::new(), Vec::new());
    for DemoDestination { provider, name, settings, events, mapping, .. } in destinations {
        let object = |members: Vec<(&'static str, &'static str)>| -> Json {
            Json::Object(members.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
        };
        let settings = settings.into_iter().map(|(key, value)| (key.into(), value.into()));
        let settings = settings.chain([("events".into(), object(events)), ("mapping".into(), object(mapping))]);
        match name {
            None => tables.push((provider.into(), Json::Object(settings.collect()))),
            Some(name) => {
                let settings = settings.chain([("provider".into(), provider.into())]);
                named.push((name.into(), Json::Object(settings.collect())));
            }
        }
    }
    tables.push((config::NAMED.into(), Json::Object(named)));
    Destinations::from_config(&Json::Object(tables)).map_err(|issues| Error::usage(config::describe(issues.as_slice(), "")))
}
