//! A provider that keeps the documented rules, and whose network fails.

use std::collections::{BTreeMap, BTreeSet};

use s2s_core::{NoResponse, Request, Response};
use serde_json::Value;

use super::simulation::Dice;

/// How often what goes wrong, in thousandths, and when everything does.
#[derive(Debug, Clone, Default)]
pub(crate) struct Faults {
    /// No connection.
    pub(crate) connect: u64,
    /// The connection ends before the request is processed.
    pub(crate) lost_before: u64,
    /// The connection ends after the request was processed.
    pub(crate) lost_after: u64,
    /// A server error; half of the requests were processed.
    pub(crate) server_error: u64,
    /// Too many requests.
    pub(crate) too_many: u64,
    /// A device that is not known yet.
    pub(crate) unknown_device: u64,
    /// A message that is refused for good, whenever it comes.
    pub(crate) refused: u64,
    /// From then to then (milliseconds) the token is wrong.
    pub(crate) unauthorized: Option<(i64, i64)>,
    /// From then to then there is no connection.
    pub(crate) outage: Option<(i64, i64)>,
}

/// What the provider knows of an event, by the name that the test gave it.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// How often it was counted.
    pub(crate) counted: u32,
    /// How often it was sent.
    pub(crate) sent: u32,
    /// When it was sent first.
    pub(crate) first_sent: Option<i64>,
    /// Whether a sending of it had no clear response.
    pub(crate) was_unclear: bool,
}

/// What the provider has seen, and what it has seen wrong.
#[derive(Debug, Default)]
pub(crate) struct Provider {
    faults: Faults,
    pub(crate) known: BTreeMap<String, Known>,
    /// The time, and the name, of the last event that was counted, by lane.
    last: BTreeMap<String, (i64, String)>,
    message_ids: BTreeSet<String>,
    /// Events that came although a later one of their lane was counted: the event, and the later one.
    pub(crate) inversions: Vec<(String, String)>,
}

/// What the sender sees.
pub(crate) enum Answer {
    Response(Response),
    Nothing(NoResponse),
}

fn text(status: u16, body: &str) -> Answer {
    Answer::Response(Response::new(status, [("content-type", "text/plain")], body))
}

impl Provider {
    pub(crate) fn new(faults: Faults) -> Self {
        Self { faults, ..Self::default() }
    }

    /// A request is on its way.
    pub(crate) fn is_sent(&mut self, request: &Request, at: i64) {
        for name in names(request) {
            let known = self.known.entry(name).or_default();
            known.sent += 1;
            known.first_sent.get_or_insert(at);
        }
    }

    /// Takes a request that arrives at that time. One `of_the_dead` was sent by a process that is no more: nobody can keep it after another.
    pub(crate) fn take(&mut self, request: &Request, at: i64, of_the_dead: bool, dice: &mut Dice) -> Answer {
        let known = self.inversions.len();
        let answer = self.answer(request, at, dice);
        if of_the_dead {
            self.inversions.truncate(known);
        }
        answer
    }

    fn answer(&mut self, request: &Request, at: i64, dice: &mut Dice) -> Answer {
        let within = |range: Option<(i64, i64)>| range.is_some_and(|(from, to)| (from..to).contains(&at));
        if within(self.faults.outage) || dice.happens(self.faults.connect) {
            return Answer::Nothing(if dice.happens(500) { NoResponse::Connect } else { NoResponse::Tls });
        }
        let names = names(request);
        if within(self.faults.unauthorized) {
            return if request.provider() == "adjust" { text(202, "") } else { text(401, "") };
        }
        if dice.happens(self.faults.too_many) {
            let after = dice.below(30).to_string();
            return Answer::Response(Response::new(429, [("retry-after", after)], ""));
        }
        if dice.happens(self.faults.lost_before) {
            self.unclear(&names);
            return Answer::Nothing(NoResponse::Closed);
        }
        if dice.happens(self.faults.server_error) {
            if dice.happens(500) {
                self.process(request, &names);
            }
            self.unclear(&names);
            return text(500, "");
        }
        let is_adjust = request.provider() == "adjust";
        if is_adjust && dice.happens(self.faults.unknown_device) {
            return text(404, "Event request failed (device not found, contact support@adjust.com)");
        }
        let is_taken = self.process(request, &names);
        if dice.happens(self.faults.lost_after) {
            self.unclear(&names);
            return Answer::Nothing(NoResponse::Timeout);
        }
        match (is_taken, is_adjust) {
            (true, _) => text(200, "OK"),
            (false, true) => text(400, "Event request failed (bad event state, contact support@adjust.com)"),
            (false, false) => text(400, ""),
        }
    }

    fn unclear(&mut self, names: &[String]) {
        for name in names {
            self.known.entry(name.clone()).or_default().was_unclear = true;
        }
    }

    /// Whether a message is refused for good: that depends on its name alone.
    fn is_refused(&self, name: &str) -> bool {
        let sum: u64 = name.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        sum % 1_000 < self.faults.refused
    }

    fn process(&mut self, request: &Request, names: &[String]) -> bool {
        if names.iter().any(|name| self.is_refused(name)) {
            return false;
        }
        match request.provider() {
            "adjust" => {
                let parameters = parameters(request);
                let [name] = names else { return false };
                let lane = ["app_token", "event_token", "idfv"].map(|key| &*parameters[key]).join("/");
                let time: i64 = parameters["created_at_unix"].parse().unwrap();
                if let Some((last, later)) = self.last.get(&lane)
                    && time < *last
                {
                    self.inversions.push((name.clone(), later.clone()));
                    return false;
                }
                self.last.insert(lane, (time, name.clone()));
                self.known.entry(name.clone()).or_default().counted += 1;
            }
            _ => {
                // Messages of one user have to come as they were submitted: their names are numbers.
                let body: Value = serde_json::from_slice(request.body()).unwrap();
                let user = body["customUserId"].as_str().unwrap().to_owned();
                for name in names {
                    if !self.message_ids.insert(name.clone()) {
                        continue;
                    }
                    let number: i64 = name.parse().unwrap();
                    if let Some((last, later)) = self.last.get(&user)
                        && number < *last
                    {
                        self.inversions.push((name.clone(), later.clone()));
                    }
                    self.last.insert(user.clone(), (number, name.clone()));
                    self.known.entry(name.clone()).or_default().counted += 1;
                }
            }
        }
        true
    }
}

fn parameters(request: &Request) -> BTreeMap<String, String> {
    form_urlencoded::parse(request.body()).into_owned().collect()
}

/// The names of the events of a request.
fn names(request: &Request) -> Vec<String> {
    if request.provider() == "adjust" {
        let callback: Value = serde_json::from_str(&parameters(request)["callback_params"]).unwrap();
        return vec![callback["name"].as_str().unwrap().to_owned()];
    }
    let body: Value = serde_json::from_slice(request.body()).unwrap();
    body["messages"].as_array().unwrap().iter().map(|message| message["id"].as_str().unwrap().to_owned()).collect()
}
