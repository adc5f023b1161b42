//! Runs the scripts of `vectors/delivery`; `vectors/README.md` specifies their steps.

use std::collections::BTreeMap;
use std::path::Path;

use s2s_core::delivery::{Accepted, Config, Delivery, Do, Next, RunOptions, Storage, Submission, Ticket, Until};
use s2s_core::dynamic::{Destinations, from_json, request_from_json, request_to_json};
use s2s_core::{NoResponse, Request, Response, Timestamp};
use serde_json::{Value, json};

#[test]
fn every_script_goes_as_it_is_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../vectors/delivery");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        for script in file["scripts"].as_array().unwrap() {
            Script::new(script).run();
            count += 1;
        }
    }
    let counts: Value = serde_json::from_str(include_str!("../../../../vectors/scripts.json")).unwrap();
    assert_eq!(counts["scripts"], count);
}

struct Script<'a> {
    script: &'a Value,
    destinations: Destinations,
    config: Config,
    seed: u64,
    delivery: Delivery,
    /// What is stored of the log.
    log: Vec<u8>,
    tickets: BTreeMap<String, Ticket>,
    /// The log that a run has asked to store, and whether it replaces what is stored.
    to_store: (Vec<u8>, bool),
}

impl<'a> Script<'a> {
    fn new(script: &'a Value) -> Self {
        let destinations = Destinations::from_config(&from_json(&script["destinations"].to_string()).unwrap()).unwrap();
        let config: Config = serde_json::from_value(script["config"].clone()).unwrap();
        let seed = script["seed"].as_u64().unwrap();
        let delivery = Delivery::new(&config, seed).unwrap();
        Self { script, destinations, config, seed, delivery, log: Vec::new(), tickets: BTreeMap::new(), to_store: Default::default() }
    }

    fn run(mut self) {
        for (position, step) in self.script["steps"].as_array().unwrap().iter().enumerate() {
            let at = format!("{}, step {position}: {step}", self.script["name"]);
            let (expected, found) = self.step(step, &at);
            assert_eq!(expected, found, "{at}");
        }
    }

    /// Does a step; gives what it should lead to, and what it has led to.
    fn step(&mut self, step: &Value, at: &str) -> (Value, Value) {
        let begin = Timestamp::parse(self.script["now"].as_str().unwrap()).unwrap().unix_millis();
        let now = Timestamp::from_unix_millis(begin + step["at"].as_i64().unwrap()).unwrap();
        let text = |name: &str| step[name].as_str().unwrap_or_default();
        let expected = step["expect"].clone();
        let found = if !step["submit"].is_null() {
            let request = self.request(&step["event"], now);
            let mut submission = Submission::new(text("submit"), request);
            if let Some(lane) = step["lane"].as_str() {
                submission = submission.lane(lane);
            }
            if let Some(destination) = step["destination"].as_str() {
                submission = submission.destination(destination);
            }
            match self.delivery.submit(submission, now) {
                Ok(Accepted { is_dated: true, .. }) => json!("dated"),
                Ok(_) => json!("accepted"),
                Err(refused) => json!(refused.as_str()),
            }
        } else if step["poll"] == true {
            match self.delivery.poll(now) {
                Next::Send { ticket, request } => self.sent(ticket, &request, &expected),
                Next::Store => json!("store"),
                Next::WaitUntil(until) => json!({"wait_until": until.unix_millis() - begin}),
                Next::WaitForAnswer => json!("wait_for_answer"),
                Next::Idle => json!("idle"),
                other => panic!("{at}: {other:?}"),
            }
        } else if step["begin"].is_object() {
            match self.delivery.run().begin(run_options(&step["begin"])) {
                Ok(()) => json!("begun"),
                Err(reason) => json!(reason.as_str()),
            }
        } else if step["next"] == true {
            match self.delivery.run().next(now) {
                Do::Send { ticket, request } => self.sent(ticket, &request, &expected),
                Do::Store { log, replaces } => {
                    self.to_store = (log, replaces);
                    json!({"store": if replaces { "replace" } else { "append" }})
                }
                Do::Report => {
                    let reports = self.delivery.run().reports().iter().map(|report| json!([report.id, report.kind.as_str()])).collect();
                    json!({"report": Value::Array(reports)})
                }
                Do::Cancel(ticket) => {
                    let name = self.tickets.iter().find(|(_, known)| **known == ticket).map(|(name, _)| name);
                    json!({"cancel": name})
                }
                Do::Wait(wait) => json!({"wait": wait.as_millis() as u64}),
                Do::Done => json!("done"),
                other => panic!("{at}: {other:?}"),
            }
        } else if let Some(succeeds) = step["stored"].as_bool() {
            let (log, replaces) = std::mem::take(&mut self.to_store);
            if succeeds {
                self.log = if replaces { log } else { [&*self.log, &log].concat() };
                self.delivery.run().stored();
            } else {
                self.delivery.run().not_stored(log);
            }
            Value::Null
        } else if let Some(count) = step["reported"].as_u64() {
            self.delivery.run().reported(usize::try_from(count).unwrap());
            Value::Null
        } else if !step["error"].is_null() {
            let kind = step["kind"].as_str().map(no_response);
            json!(self.delivery.run().on_error(self.tickets[text("error")], kind, text("cause"), now))
        } else if !step["withdraw"].is_null() {
            json!(self.delivery.run().withdraw(self.tickets[text("withdraw")], now))
        } else if step["stop"] == true {
            self.delivery.run().stop();
            Value::Null
        } else if step["finish"] == true {
            self.delivery.run().finish();
            Value::Null
        } else if step["cancel"] == true {
            self.delivery.run().cancel();
            Value::Null
        } else if step["fail"] == true {
            self.delivery.run().fail();
            Value::Null
        } else if step["abandon"] == true {
            self.delivery.run().abandon(now);
            Value::Null
        } else if let Some(status) = step["status"].as_u64() {
            let headers: Vec<(String, String)> = serde_json::from_value(step["headers"].clone()).unwrap_or_default();
            let response = Response::new(u16::try_from(status).unwrap(), headers, text("body"));
            json!(self.delivery.on_response(self.tickets[text("answer")], &response, now))
        } else if !step["no_response"].is_null() {
            let kind = no_response(text("no_response"));
            let is_under_way = self.delivery.destination_of(self.tickets[text("answer")]).is_some();
            assert_eq!(json!(is_under_way), step["expect"]);
            json!(self.delivery.on_failure(self.tickets[text("answer")], kind, text("cause"), now))
        } else if step["reports"] == true {
            let report = |report: &s2s_core::delivery::Report| {
                let mut found = json!({
                    "id": report.id,
                    "destination": &*report.destination,
                    "kind": report.kind.as_str(),
                    "reason": report.reason,
                    "maybe_delivered": report.maybe_delivered,
                    "attempts": report.attempts,
                });
                if let Some(cause) = &report.cause {
                    found["cause"] = json!(&**cause);
                }
                found
            };
            self.delivery.take_reports().iter().map(report).collect()
        } else if !step["acknowledge"].is_null() {
            json!(self.delivery.acknowledge(text("acknowledge")))
        } else if let Some(succeeds) = step["store"].as_bool() {
            let log = self.delivery.take_log();
            let is_empty = log.is_empty();
            if succeeds {
                self.log.extend_from_slice(&log);
                self.delivery.log_stored();
            } else {
                self.delivery.log_not_stored(log);
            }
            json!(!is_empty)
        } else if let Some(succeeds) = step["compact"].as_bool() {
            let snapshot = self.delivery.take_snapshot();
            let found = json!(snapshot.is_some());
            match snapshot {
                Some(snapshot) if succeeds => {
                    self.log = snapshot;
                    self.delivery.log_stored();
                }
                Some(_) => self.delivery.log_not_stored(Vec::new()),
                None => {}
            }
            found
        } else if step["snapshot"] == true {
            let snapshot = self.delivery.snapshot();
            let found = json!(snapshot.is_some());
            self.log = snapshot.unwrap_or_default();
            found
        } else if let Some(torn) = step["restart"].as_u64() {
            let whole = self.log.len().saturating_sub(usize::try_from(torn).unwrap());
            self.log.truncate(whole);
            let (delivery, whole) = Delivery::restore(&self.config, self.seed, &self.log).unwrap();
            self.log.truncate(whole);
            self.delivery = delivery;
            json!(self.delivery.stats().pending)
        } else if !step["resume"].is_null() {
            json!(self.delivery.resume(text("resume"), now))
        } else if !step["renew"].is_null() {
            let other = Destinations::from_config(&from_json(&step["destinations"].to_string()).unwrap()).unwrap();
            let request = other.build(step["event"].to_string().as_bytes(), now, None).unwrap().request;
            json!(self.delivery.renew_credentials(text("renew"), &request))
        } else if step["stats"] == true {
            let stats = self.delivery.stats();
            let destinations: Vec<Value> = stats.destinations.iter().map(|own| json!([&*own.name, own.state.as_str()])).collect();
            json!({
                "submitted": stats.submitted, "delivered": stats.delivered, "duplicate": stats.duplicate, "dropped": stats.dropped,
                "gave_up": stats.gave_up, "requests": stats.requests, "pending": stats.pending, "in_flight": stats.in_flight,
                "lanes": stats.lanes, "remembered_lanes": stats.remembered_lanes, "destinations": destinations,
            })
        } else {
            panic!("{at}: there is no such step")
        };
        (expected, found)
    }

    /// Remembers the ticket of a request by the name that the script gives it.
    fn sent(&mut self, ticket: Ticket, request: &Request, expected: &Value) -> Value {
        let name = expected["send"].as_str().unwrap_or("?").to_owned();
        // What delivery knows of a dated or joined request is found in its plain data, too.
        assert!(request_from_json(&request_to_json(request)).unwrap() == *request, "{name}");
        let mut found = json!({"send": name});
        let body = String::from_utf8_lossy(request.body());
        for part in ["body", "contains"] {
            if let Some(wanted) = expected[part].as_str() {
                let is_right = if part == "body" { body == wanted } else { body.contains(wanted) };
                found[part] = if is_right { json!(wanted) } else { json!(body) };
            }
        }
        if !expected["ids"].is_null() {
            found["ids"] = json!(request.message_ids());
        }
        self.tickets.insert(name, ticket);
        found
    }

    fn request(&self, event: &Value, now: Timestamp) -> Request {
        self.destinations.build(event.to_string().as_bytes(), now, None).unwrap().request
    }
}

fn no_response(name: &str) -> NoResponse {
    let kinds = [
        ("connect", NoResponse::Connect),
        ("tls", NoResponse::Tls),
        ("timeout", NoResponse::Timeout),
        ("closed", NoResponse::Closed),
        ("cancelled", NoResponse::Cancelled),
        ("other", NoResponse::Other),
    ];
    kinds.into_iter().find(|(known, _)| *known == name).unwrap().1
}

fn run_options(given: &Value) -> RunOptions {
    let mut options = RunOptions::default();
    for (name, value) in given.as_object().unwrap() {
        options = match (&**name, value.as_str()) {
            ("until", Some("idle")) => options.until(Until::Idle),
            ("until", Some("stopped")) => options.until(Until::Stopped),
            ("storage", Some("append")) => options.storage(Storage::Append),
            ("storage", Some("replace")) => options.storage(Storage::Replace),
            ("max_in_flight", None) => options.max_in_flight(usize::try_from(value.as_u64().unwrap()).unwrap().try_into().unwrap()),
            ("stop_on_error", None) => options.stop_on_error(value.as_bool().unwrap()),
            ("acknowledge", None) => options.acknowledge(value.as_bool().unwrap()),
            _ => panic!("{name}: {value}"),
        }
    }
    options
}
