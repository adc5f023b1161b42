//! What a neutral purchase costs on its way to the requests of all providers, next to the events that an application writes by hand.
//!
//! - `neutral`: a neutral event that is there already becomes the request of each destination.
//! - `by_hand`: code for each provider makes its typed event of the same purchase, and its client the request: byte by byte the same ones.
//! - `neutral PROVIDER`, `by_hand PROVIDER`: the same for one of them.
//! - `json_line PROVIDER`: the line of JSON of a provider's own purchase becomes a request; `digest` has ready digests in place of what is hashed.
//! - `floor`: the bytes of an Adjust event, escaped into one buffer; nothing is checked.
//! - `hash`: a normalized email address becomes a digest.
//!
//! `cargo xtask bench one_event` runs it. Called with `--count NAME --passes N`, it repeats the work of one contender without measuring it, for
//! counting instructions.

#![expect(clippy::indexing_slicing, reason = "a bench fails by panicking")]

mod by_hand;
#[path = "../core/events.rs"]
#[allow(dead_code, reason = "the other bench has more contenders")]
mod events;
mod lines;
mod purchase;
#[path = "../core/rounds.rs"]
mod rounds;

use std::error::Error;
use std::hint::black_box;

use s2s_core::dynamic::{Destinations, Part, Verdict, from_json};
use s2s_core::one_event::Event;
use s2s_core::{Header, Issues, Method, Request, Timestamp, bench_support, hash};
use serde_json::{Map, Value, json};

use by_hand::{Clients, NEW_ID, ORDER};
use events::{AUTH_TOKEN, Sample, URL, samples};
use purchase::{NOW, Purchase, config, neutral, purchases};
use rounds::Contender;

/// A row: its name, what it is compared with, and the bytes of its requests, where those count.
struct Row {
    name: String,
    with: Option<String>,
    bytes: Option<usize>,
}

impl Row {
    fn new(name: String, with: Option<&str>, bytes: Option<usize>) -> Self {
        Self { name, with: with.map(str::to_owned), bytes }
    }
}

/// What does the work of a row once for every sample.
type Pass<'a> = Box<dyn Fn() + 'a>;

fn main() -> Result<(), Box<dyn Error>> {
    let now = Timestamp::parse(NOW).map_err(|code| code.as_str())?;
    let samples = samples();
    let purchases = purchases();
    let events: Vec<Event> = purchases.iter().map(neutral).collect();
    let clients = Clients::new(now)?;
    let all = opened(config())?;
    let each = config().into_iter().map(|own| opened(vec![own])).collect::<Result<Vec<_>, _>>()?;
    agree(&all, &clients, &purchases, &events, now)?;

    let mut lines: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, line) in purchases.iter().flat_map(lines::lines) {
        match lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, lines)) => lines.push(line),
            None => lines.push((name, vec![line])),
        }
    }

    let mut contenders = vec![
        (Row::new("neutral".to_owned(), Some("by_hand"), None), fan_out(&all, &events, now)),
        (Row::new("by_hand".to_owned(), None, None), each_of(&purchases, |purchase| clients.build(purchase))),
    ];
    for (((name, _), destinations), of) in config().into_iter().zip(&each).zip(ORDER) {
        let (by_hand, clients) = (format!("by_hand {name}"), &clients);
        contenders.push((Row::new(format!("neutral {name}"), Some(&by_hand), None), fan_out(destinations, &events, now)));
        contenders.push((Row::new(by_hand, None, None), each_of(&purchases, move |purchase| of(clients, purchase))));
    }
    let floor = |sample: &Sample| bench_support::request(URL, AUTH_TOKEN, &sample.parameters);
    let bytes = samples.iter().map(|sample| size(&floor(sample))).sum();
    contenders.push((Row::new("floor".to_owned(), None, Some(bytes)), each_of(&samples, floor)));
    let build = |line: &String| all.build(line.as_bytes(), now, None).map(|built| built.request);
    for (name, lines) in &lines {
        let bytes = lines.iter().map(|line| Ok(size(&build(line)?))).sum::<Result<usize, Issues>>();
        let bytes = bytes.map_err(|issues| format!("{name}: {issues}"))?;
        contenders.push((Row::new(format!("json_line {name}"), Some("floor"), Some(bytes)), each_of(lines, build)));
    }
    contenders.push((Row::new("hash".to_owned(), None, None), each_of(&purchases, |purchase| hash::email(&purchase.email))));

    let mut arguments = std::env::args().skip(1);
    if let Some(name) = arguments.by_ref().find(|argument| argument == "--count").and_then(|_| arguments.next()) {
        let passes: u32 = arguments.nth(1).ok_or("--passes needs a value")?.parse()?;
        let (_, pass) = contenders.iter().find(|(row, _)| row.name == name).ok_or("there is no such contender")?;
        (0..passes).for_each(|_| pass());
        return Ok(());
    }
    measure(contenders, purchases.len(), samples.len());
    Ok(())
}

fn opened(config: Vec<(&str, Value)>) -> Result<Destinations, Box<dyn Error>> {
    let config: Map<String, Value> = config.into_iter().map(|(name, own)| (name.to_owned(), own)).collect();
    Ok(Destinations::from_config(&from_json(&Value::Object(config).to_string())?)?)
}

fn each_of<'a, S, T>(samples: &'a [S], build: impl Fn(&'a S) -> T + 'a) -> Pass<'a> {
    Box::new(move || {
        for sample in samples {
            black_box(build(black_box(sample)));
        }
    })
}

fn fan_out<'a>(destinations: &'a Destinations, events: &'a [Event], now: Timestamp) -> Pass<'a> {
    each_of(events, move |event| destinations.fan_out(event, now, Some(&mut || NEW_ID.to_owned())))
}

/// The bytes of a request that its event decides about.
fn size(request: &Request) -> usize {
    request.url().len() + request.body().len()
}

/// Checks that both ways lead to the same requests.
fn agree(all: &Destinations, clients: &Clients, purchases: &[Purchase], events: &[Event], now: Timestamp) -> Result<(), Box<dyn Error>> {
    for (purchase, event) in purchases.iter().zip(events) {
        let parts = all.fan_out(event, now, Some(&mut || NEW_ID.to_owned()))?;
        let mut by_hand: Vec<Request> = clients.build(purchase).into_iter().collect::<Result<_, _>>()?;
        if parts.len() != by_hand.len() {
            return Err("there is a destination without code by hand".into());
        }
        for Part { destination, verdict, .. } in parts {
            let provider = destination.provider();
            let position = by_hand.iter().position(|own| own.provider() == provider).ok_or("no code for a destination")?;
            let own = by_hand.swap_remove(position);
            match verdict {
                Verdict::Built(request) if sent(&request) == sent(&own) => {}
                verdict => return Err(format!("{provider}: {verdict:?} is not {own:?}").into()),
            }
        }
    }
    Ok(())
}

/// What is sent of a request. Warnings have the paths of the event that it was made of.
fn sent(request: &Request) -> (Method, &str, &[Header], &[u8]) {
    (request.method(), request.url(), request.headers(), request.body())
}

fn measure(contenders: Vec<(Row, Pass<'_>)>, purchases: usize, samples: usize) {
    let (rows, passes): (Vec<Row>, Vec<Contender<'_>>) = contenders.into_iter().map(|(row, pass)| (row, ("", pass))).unzip();
    let times = rounds::shortest(&passes);
    let count = |name: &str| if name == "floor" { samples } else { purchases };
    let ns = |position: usize| {
        let (row, time) = (rows.get(position)?, times.get(position)?);
        Some((row, time.as_secs_f64() * 1e9 / count(&row.name) as f64))
    };
    let round = |number: f64| (number * 1e3).round() / 1e3;
    for (row, time) in (0..rows.len()).filter_map(ns) {
        let per_byte = |row: &Row, time: f64| Some(time * count(&row.name) as f64 / row.bytes? as f64);
        let other = row.with.as_ref().and_then(|with| ns(rows.iter().position(|own| own.name == *with)?));
        let factor = other.map(|(other, other_time)| match (per_byte(row, time), per_byte(other, other_time)) {
            (Some(own), Some(other)) => own / other,
            _ => time / other_time,
        });
        let mut line = json!({"bench": "one_event", "name": row.name, "ns_per_event": round(time)});
        if let (Some(with), Some(factor)) = (&row.with, factor) {
            line["vs"] = json!({with: round(factor)});
        }
        if let (Some(bytes), Some(per_byte)) = (row.bytes, per_byte(row, time)) {
            line["bytes"] = json!(bytes / count(&row.name));
            line["ns_per_byte"] = json!(round(per_byte));
        }
        println!("{line}");
    }
}
