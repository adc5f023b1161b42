//! What an Adjust event of about 500 bytes costs on its way to a request, next to a floor and to a hand-written equivalent.
//!
//! - `typed`: an event that is there already becomes a request.
//! - `json_line`: a line of JSON becomes a request.
//! - `floor`: the same bytes, escaped by the same escaper into one buffer; nothing is checked.
//! - `handwritten`: the line becomes a request as a backend without this library would do it.
//! - `cli`: the program `s2s build` reads a file of such lines and writes their requests.
//!
//! `cargo xtask bench core` runs it. Called with `--count NAME --passes N`, it repeats the work of one contender without measuring it, for
//! counting instructions.

mod events;
mod handwritten;
mod program;
mod rounds;

use std::collections::BTreeSet;
use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use rust_decimal::Decimal;
use s2s_core::dynamic::{Destinations, from_json};
use s2s_core::{Adjust, Timestamp, adjust, bench_support};
use serde_json::json;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use events::{APP_TOKEN, AUTH_TOKEN, NOW, Sample, URL, samples};
use rounds::Contender;

const DEFAULT_EVENTS: usize = 1_000_000;
/// A run this short shows whether the memory grows with the file.
const FEW_EVENTS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options::read(std::env::args().skip(1))?;
    let samples = samples();
    let clients = Clients::new()?;
    clients.agree(&samples)?;
    let contenders = clients.contenders(&samples);
    match options.count {
        Some((name, passes)) => count(&contenders, &name, passes),
        None => measure(&contenders, &samples, &options),
    }
}

#[derive(Default)]
struct Options {
    program: Option<PathBuf>,
    events: Option<usize>,
    count: Option<(String, u32)>,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        let (mut name, mut passes) = (None, 1);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                // `cargo bench` says so to every bench.
                "--bench" => {}
                "--cli" => options.program = Some(value()?.into()),
                "--events" => options.events = Some(value()?.parse()?),
                "--count" => name = Some(value()?),
                "--passes" => passes = value()?.parse()?,
                _ => return Err(format!("there is no option {argument}").into()),
            }
        }
        options.count = name.map(|name| (name, passes));
        Ok(options)
    }
}

/// One for each contender, for the same app and the same clock.
struct Clients {
    now: Timestamp,
    adjust: Adjust,
    destinations: Destinations,
    authorization: String,
    handwritten: handwritten::Client,
}

impl Clients {
    fn new() -> Result<Self, Box<dyn Error>> {
        let config =
            adjust::Config::builder().app_token(APP_TOKEN).auth_token(AUTH_TOKEN).environment(adjust::Environment::Sandbox).build();
        let table = json!({"adjust": {"app_token": APP_TOKEN, "auth_token": AUTH_TOKEN, "environment": "sandbox"}});
        let authorization = format!("Bearer {AUTH_TOKEN}");
        Ok(Self {
            now: Timestamp::parse(NOW).map_err(|code| code.as_str())?,
            adjust: Adjust::new(config)?,
            destinations: Destinations::from_config(&from_json(&table.to_string())?)?,
            handwritten: handwritten::Client {
                url: URL.to_owned(),
                app_token: APP_TOKEN.to_owned(),
                authorization: authorization.clone(),
                now: OffsetDateTime::parse(NOW, &Rfc3339)?,
                revenue: (Decimal::new(1, 3), Decimal::new(100_000_000_000, 0)),
            },
            authorization,
        })
    }

    /// Checks that every contender does the same work: the same request, with the same parameters.
    fn agree(&self, samples: &[Sample]) -> Result<(), Box<dyn Error>> {
        for Sample { line, event, parameters } in samples {
            let typed = self.adjust.event(event, self.now)?;
            let json_line = self.destinations.build(line.as_bytes(), self.now, None)?.request;
            if typed != json_line {
                return Err("`typed` and `json_line` differ".into());
            }
            let floor = bench_support::request(URL, &self.authorization, parameters);
            if (typed.url(), typed.headers(), typed.body()) != (floor.url(), floor.headers(), floor.body()) {
                return Err("`typed` and `floor` differ".into());
            }
            let handwritten = self.handwritten.build(line)?;
            let headers = typed.headers().iter().map(|header| (header.name(), header.value()));
            let pairs = |body| form_urlencoded::parse(body).into_owned().collect::<BTreeSet<_>>();
            if (typed.method().as_str(), typed.url()) != (handwritten.method, &handwritten.url)
                || !headers.eq(handwritten.headers.iter().map(|(name, value)| (*name, value.as_str())))
                || pairs(typed.body()) != pairs(handwritten.body.as_bytes())
            {
                return Err("`typed` and `handwritten` differ".into());
            }
        }
        Ok(())
    }

    fn contenders<'a>(&'a self, samples: &'a [Sample]) -> [Contender<'a>; 4] {
        fn contender<'a, T>(name: &'static str, samples: &'a [Sample], build: impl Fn(&'a Sample) -> T + 'a) -> Contender<'a> {
            let pass = move || {
                for sample in samples {
                    black_box(build(black_box(sample)));
                }
            };
            (name, Box::new(pass))
        }
        [
            contender("typed", samples, |sample| self.adjust.event(&sample.event, self.now)),
            contender("json_line", samples, |sample| self.destinations.build(sample.line.as_bytes(), self.now, None)),
            contender("floor", samples, |sample| bench_support::request(URL, &self.authorization, &sample.parameters)),
            contender("handwritten", samples, |sample| self.handwritten.build(&sample.line)),
        ]
    }
}

fn count(contenders: &[Contender<'_>], name: &str, passes: u32) -> Result<(), Box<dyn Error>> {
    let (_, pass) = contenders.iter().find(|(own, _)| *own == name).ok_or(format!("there is no contender {name}"))?;
    for _ in 0..passes {
        pass();
    }
    Ok(())
}

fn measure(contenders: &[Contender<'_>], samples: &[Sample], options: &Options) -> Result<(), Box<dyn Error>> {
    let per_event = |time: Duration, events: usize| time.as_secs_f64() * 1e9 / events as f64;
    let times = rounds::shortest(contenders).into_iter().map(|time| per_event(time, samples.len()));
    let mut rows: Vec<(&str, f64)> = contenders.iter().map(|(name, _)| *name).zip(times).collect();
    if let Some(program) = &options.program {
        let events = options.events.unwrap_or(DEFAULT_EVENTS);
        let few = program::build(program, samples, FEW_EVENTS, 1)?;
        let many = program::build(program, samples, events, 3)?;
        rows.push(("cli", per_event(many.time, events)));
        if let (Some(few), Some(many)) = (few.peak, many.peak) {
            eprintln!("`s2s build` holds {few} KiB at {FEW_EVENTS} events and {many} KiB at {events}");
        }
    }
    let time_of = |name: &str| rows.iter().find(|(own, _)| *own == name).map(|(_, time)| *time);
    let round = |number: f64, digits: f64| (number * digits).round() / digits;
    for (name, time) in &rows {
        let other = match *name {
            "typed" => Some("floor"),
            "json_line" => Some("handwritten"),
            "cli" => Some("json_line"),
            _ => None,
        };
        let vs: serde_json::Map<_, _> =
            other.and_then(|other| Some((other.to_owned(), json!(round(time / time_of(other)?, 1e3))))).into_iter().collect();
        println!("{}", json!({"bench": "core", "name": name, "ns_per_event": round(*time, 10.0), "vs": vs}));
    }
    Ok(())
}
