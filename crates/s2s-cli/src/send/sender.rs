//! The run: what is read is submitted, what is to be sent is sent, and what comes of it is written down.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::Arc;
use std::time::Duration;

use s2s_core::delivery::{
    Delivery, DestinationStats, Do, EventKey, Refused, Report, ReportKind, RunOptions, State, Storage, Submission, Ticket, Until,
};
use s2s_core::dynamic::{Destinations, Verdict};
use s2s_core::{Code, Issue, NoResponse, Request, Response, Timestamp};
use s2s_reqwest::SendError;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::AbortHandle;
use tokio::time::MissedTickBehavior;

use super::failures::Failures;
use super::ledger::{Event, Ledger};
use super::metrics::Ask;
use super::reader::{Line, Lines, Part};
use super::record::{destination_of, provider_of};
use crate::config::{self, NAMED};
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::lines::too_long;
use crate::neutral;
use crate::outbox::Shut;
use crate::output;

/// What a run needs.
pub(super) struct Tools {
    pub(super) destinations: Destinations,
    pub(super) client: Arc<s2s_reqwest::Sender>,
    pub(super) clock: Clock,
    /// Whether every failed request is reported.
    pub(super) is_verbose: bool,
    /// Whether the run goes on when everything is sent.
    pub(super) follows: bool,
    /// Told when nothing more is to be sent.
    pub(super) stop: Notify,
}

/// What came of a request.
type Answer = (Ticket, Result<Response, SendError>);

/// A request that is under way.
struct UnderWay {
    destination: String,
    request: Arc<Request>,
    events: Vec<EventKey>,
    task: AbortHandle,
}

/// The end of a request.
struct End {
    request: Arc<Request>,
    answer: Result<Response, NoResponse>,
}

impl End {
    /// Why it ended so, in our words. Only what is asked for is interpreted once more.
    fn reason(&self) -> String {
        let outcome = match &self.answer {
            Ok(response) => s2s_core::interpret(&self.request, response),
            Err(kind) => s2s_core::interpret_no_response(*kind),
        };
        outcome.reason().to_owned()
    }
}

/// Number of events that are submitted before requests in flight get their turn.
const SUBMITTED_AT_ONCE: u32 = 256;

/// How often a run that follows its inputs looks for what `s2s outbox add` has taken in.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// A run.
pub(super) struct Sender<'a, L> {
    tools: &'a Tools,
    delivery: Delivery,
    ledger: L,
    /// Read, and not taken in yet.
    backlog: VecDeque<Line>,
    /// What other runs have left was read, and the input.
    is_again_read: bool,
    is_read: bool,
    /// Whether the maximum number of events waits; there is room once one is finished.
    is_full: bool,
    is_stopped: bool,
    /// Whether the delivery has nothing more to do.
    is_done: bool,
    under_way: BTreeMap<Ticket, UnderWay>,
    answers: (UnboundedSender<Answer>, UnboundedReceiver<Answer>),
    /// Reported, and written down with what is stored next.
    reports: Vec<Report>,
    asks: UnboundedReceiver<Ask>,
    /// Destinations that are or were shut, and since when.
    shut: BTreeMap<Arc<str>, (State, Timestamp)>,
    /// The last end of a request to each destination.
    ends: BTreeMap<String, End>,
    /// Why the input could not be read to its end.
    failure: Option<io::Error>,
    failures: Failures,
}

impl<'a, L: Ledger> Sender<'a, L> {
    pub(super) fn new(tools: &'a Tools, delivery: Delivery, ledger: L, asks: UnboundedReceiver<Ask>) -> Self {
        Self {
            tools,
            delivery,
            ledger,
            backlog: VecDeque::new(),
            is_again_read: false,
            is_read: false,
            is_full: false,
            is_stopped: false,
            is_done: false,
            under_way: BTreeMap::new(),
            answers: unbounded_channel(),
            reports: Vec::new(),
            asks,
            shut: BTreeMap::new(),
            ends: BTreeMap::new(),
            failure: None,
            failures: Failures::default(),
        }
    }

    /// Sends what there is until every event has its report, or until it is stopped.
    pub(super) async fn all(mut self, mut lines: Lines) -> Result<(L, Failures), Error> {
        let mut look = tokio::time::interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        self.ledger.tidy()?;
        let storage = if L::IS_KEPT { Storage::Replace } else { Storage::None };
        let options = RunOptions::default().until(Until::Stopped).storage(storage).acknowledge(L::IS_KEPT);
        self.delivery.run().begin(options).map_err(|reason| Error::usage(reason.to_string()))?;
        loop {
            self.take_in().await?;
            let mut wait = self.act()?;
            if !self.is_full && !self.backlog.is_empty() {
                wait = Duration::ZERO;
            }
            if self.is_over() {
                break;
            }
            tokio::select! {
                // What was read is sorted into its lanes before more is sent.
                biased;
                () = self.tools.stop.notified(), if !self.is_stopped => self.stop(),
                // Fails when who has asked is gone.
                Some(ask) = self.asks.recv() => drop(ask.send(self.delivery.stats())),
                some = lines.lines.recv(), if self.is_again_read && !self.is_read && self.backlog.is_empty() => self.read(some, &mut lines.lines),
                Some(answer) = self.answers.1.recv() => self.answered(answer)?,
                _ = look.tick(), if self.tools.follows && !self.is_stopped => self.look_again()?,
                () = tokio::time::sleep(wait) => {}
            }
        }
        self.ledger.end(&self.delivery)?;
        lines.finish()?;
        match self.failure {
            Some(error) => Err(error.into()),
            None => Ok((self.ledger, self.failures)),
        }
    }

    fn read(&mut self, some: Option<io::Result<Vec<Line>>>, lines: &mut UnboundedReceiver<io::Result<Vec<Line>>>) {
        self.is_read = some.is_none();
        let mut some = some;
        while let Some(more) = some {
            match more {
                Ok(more) => self.backlog.extend(more),
                Err(error) => {
                    self.failure = Some(error);
                    if L::IS_KEPT {
                        // What was read before is read again by the next run.
                        self.stop();
                        return;
                    }
                }
            }
            some = lines.try_recv().ok();
        }
    }

    fn look_again(&mut self) -> Result<(), Error> {
        self.is_again_read = false;
        self.ledger.tidy()
    }

    /// Submits what was read, as far as there is room.
    async fn take_in(&mut self) -> Result<(), Error> {
        while self.backlog.is_empty() && !self.is_again_read {
            self.backlog.extend(self.ledger.again()?);
            self.is_again_read = self.backlog.is_empty();
            self.submit_all().await?;
        }
        self.submit_all().await?;
        // What came meanwhile is not late.
        match self.answers.1.try_recv() {
            Ok(answer) => self.answered(answer),
            Err(_) => Ok(()),
        }
    }

    async fn submit_all(&mut self) -> Result<(), Error> {
        let mut count = 0;
        while !self.is_full
            && let Some(line) = self.backlog.pop_front()
        {
            self.submit(line)?;
            count += 1;
            if count % SUBMITTED_AT_ONCE == 0 {
                // Requests go on.
                tokio::task::yield_now().await;
            }
        }
        Ok(())
    }

    fn submit(&mut self, mut line: Line) -> Result<(), Error> {
        if let Some(part) = &mut line.part
            && let Some(verdict) = part.verdict.take()
        {
            return self.submit_part(line, verdict);
        }
        if line.text.as_deref().is_some_and(neutral::is_neutral) {
            return self.split(line);
        }
        let now = self.tools.clock.now();
        let mut new_id = None;
        let kept_id = line.kept.as_ref().and_then(|kept| kept.new_id.as_ref());
        let mut make_id = || new_id.insert(kept_id.cloned().unwrap_or_else(edge::new_id)).clone();
        let built = match &line.text {
            Some(text) => self.tools.destinations.build(text, now, Some(&mut make_id)).map_err(s2s_core::Issues::into_vec),
            None => Err(vec![too_long()]),
        };
        let built = match built {
            Ok(built) => built,
            Err(issues) => {
                let text = line.text.as_deref();
                let provider = text.and_then(provider_of);
                if !issues.iter().any(|issue| issue.code() == Code::UnknownDestination) {
                    return self.ledger.invalid(line, provider, issues);
                }
                let destination = text.and_then(destination_of).map(|name| format!("{NAMED}.{name}"));
                return self.ledger.unconfigured(line, provider, destination, issues);
            }
        };
        let event = Event { provider: built.request.provider(), new_id, warnings: built.request.warnings().to_vec() };
        if self.is_stopped {
            return self.ledger.not_sent(line, event);
        }
        let destination = config::destination(built.name, event.provider);
        let id = self.ledger.next_id(&line)?.to_string();
        let submission = Submission::new(&id, built.request).destination(&destination);
        match self.delivery.submit(submission, self.tools.clock.passing()) {
            Ok(_) => self.ledger.submitted(line, event, &destination),
            Err(Refused::Full) => {
                self.is_full = true;
                self.backlog.push_front(line);
                Ok(())
            }
            Err(refused) => Err(Error::usage(format!("line {}: {refused}", line.number))),
        }
    }

    /// Puts what an event for every provider becomes at each destination first in the backlog.
    fn split(&mut self, line: Line) -> Result<(), Error> {
        let (mut new_id, label) = line.kept.as_ref().map(|kept| (kept.new_id.clone(), kept.label.as_deref())).unwrap_or_default();
        let mut parts = match self.parts(line.text.as_deref().unwrap_or_default(), label, &mut new_id)? {
            Ok(parts) => parts,
            Err(issues) => return self.ledger.invalid(line, None, issues),
        };
        let mut is_last = true;
        for part in parts.iter_mut().rev() {
            let is_sent = |id: &String| matches!(&part.verdict, Some(Ok(Verdict::Built(request))) if request.message_ids().contains(id));
            part.new_id = new_id.clone().filter(is_sent);
            part.is_last = std::mem::take(&mut is_last);
        }
        for line in self.ledger.split(line, parts)?.into_iter().rev() {
            self.backlog.push_front(line);
        }
        Ok(())
    }

    /// What an event becomes at each destination, or at the one of that label; or the issues of the event itself. In an outbox it waits for a
    /// destination that is not configured, and the others get it. `new_id` is the event's id, if it needs one.
    fn parts(&self, text: &[u8], label: Option<&str>, new_id: &mut Option<String>) -> Result<Result<Vec<Part>, Vec<Issue>>, Error> {
        let mut is_first = true;
        // The first one is the event's; those of other messages need not be known again.
        let mut make_id = || if std::mem::take(&mut is_first) { new_id.get_or_insert_with(edge::new_id).clone() } else { edge::new_id() };
        let of_one = label.map(|label| neutral::for_destination(text, label)).transpose()?;
        let explained = neutral::explain(&self.tools.destinations, of_one.as_deref().unwrap_or(text), self.tools.clock.now(), &mut make_id);
        let issues = match explained {
            Ok(explained) => return Ok(Ok(explained.into_iter().map(|own| Part::of(own.part)).collect())),
            Err(issues) => issues,
        };
        if !L::IS_KEPT || issues.iter().any(|issue| issue.code() != Code::UnknownDestination) {
            return Ok(Err(issues));
        }
        if let Some(label) = label {
            return Ok(Ok(vec![Part::unconfigured(label, issues)]));
        }
        let mut parts = Vec::new();
        for label in neutral::destinations(text) {
            match self.parts(text, Some(&label), new_id)? {
                Ok(own) => parts.extend(own),
                Err(issues) => return Ok(Err(issues)),
            }
        }
        Ok(if parts.is_empty() { Err(issues) } else { Ok(parts) })
    }

    fn submit_part(&mut self, mut line: Line, verdict: Result<Verdict, Vec<Issue>>) -> Result<(), Error> {
        let Some(part) = &mut line.part else { return Ok(()) };
        let provider = part.provider;
        let request = match verdict {
            Ok(Verdict::Built(request)) => request,
            Ok(Verdict::Refused(issues)) => return self.ledger.invalid(line, provider, issues.into_vec()),
            Ok(Verdict::Skipped) => return self.ledger.skipped(line, provider),
            Err(issues) => {
                let destination = part.destination.clone();
                return self.ledger.unconfigured(line, provider, Some(destination), issues);
            }
        };
        let event = Event { provider: request.provider(), new_id: part.new_id.clone(), warnings: request.warnings().to_vec() };
        if self.is_stopped {
            return self.ledger.not_sent(line, event);
        }
        let destination = part.destination.clone();
        let id = self.ledger.next_id(&line)?.to_string();
        let submission = Submission::new(&id, request.clone()).destination(&destination);
        match self.delivery.submit(submission, self.tools.clock.passing()) {
            Ok(_) => self.ledger.submitted(line, event, &destination),
            Err(Refused::Full) => {
                self.is_full = true;
                if let Some(part) = &mut line.part {
                    part.verdict = Some(Ok(Verdict::Built(request)));
                }
                self.backlog.push_front(line);
                Ok(())
            }
            Err(refused) => Err(Error::usage(format!("line {}: {refused}", line.number))),
        }
    }

    /// Does what is to be done now; returns how long nothing is, unless something comes.
    fn act(&mut self) -> Result<Duration, Error> {
        if self.is_stopped && !L::IS_KEPT {
            self.delivery.give_up_all(self.tools.clock.passing());
        }
        if self.is_read && self.backlog.is_empty() {
            self.delivery.run().finish();
        }
        loop {
            match self.delivery.run().next(self.tools.clock.passing()) {
                Do::Send { ticket, request } => self.send(ticket, request),
                Do::Store { log, replaces } => {
                    self.write_reports()?;
                    self.ledger.store(&log, replaces)?;
                    self.delivery.run().stored();
                }
                Do::Report => self.report()?,
                Do::Cancel(ticket) => self.cancel(ticket)?,
                // What is not stored would keep others from writing.
                Do::Wait(_) if self.ledger.is_changed() => self.ledger.store(&[], false)?,
                Do::Wait(wait) => return Ok(wait),
                _ => {
                    self.is_done = true;
                    self.ledger.store(&[], false)?;
                    return Ok(LOOK_EVERY);
                }
            }
        }
    }

    fn send(&mut self, ticket: Ticket, request: Arc<Request>) {
        let (client, answers, sent) = (Arc::clone(&self.tools.client), self.answers.0.clone(), Arc::clone(&request));
        let task = tokio::spawn(async move {
            let answer = client.send(&sent).await;
            // Fails when the run was stopped at once.
            let _ = answers.send((ticket, answer));
        });
        let destination = self.delivery.destination_of(ticket).unwrap_or_default().to_owned();
        let events = self.delivery.events_of(ticket);
        self.under_way.insert(ticket, UnderWay { destination, request, events, task: task.abort_handle() });
    }

    fn answered(&mut self, answer: Answer) -> Result<(), Error> {
        let mut next = Some(answer);
        while let Some((ticket, answer)) = next {
            // One whose time was over has ended already.
            if let Some(under_way) = self.under_way.remove(&ticket) {
                let now = self.tools.clock.passing();
                let answer = match answer {
                    // A wait until a date counts from the server's own time, or from now.
                    Ok(response) => {
                        let response = if response.received_at().is_none() { response.with_received_at(now) } else { response };
                        self.delivery.on_response(ticket, &response, now);
                        Ok(response)
                    }
                    Err(error) => {
                        self.delivery.on_failure(ticket, error.kind(), &error.to_string(), now);
                        self.failed(&under_way.destination, error.kind());
                        Err(error.kind())
                    }
                };
                self.ended(under_way, answer)?;
            }
            next = self.answers.1.try_recv().ok();
        }
        self.tell_of_destinations()
    }

    /// Cancels a request whose time is over: the delivery knows.
    fn cancel(&mut self, ticket: Ticket) -> Result<(), Error> {
        self.delivery.on_no_response(ticket, NoResponse::Timeout, self.tools.clock.passing());
        let Some(under_way) = self.under_way.remove(&ticket) else { return Ok(()) };
        under_way.task.abort();
        self.failed(&under_way.destination, NoResponse::Timeout);
        self.ended(under_way, Err(NoResponse::Timeout))?;
        self.tell_of_destinations()
    }

    fn ended(&mut self, under_way: UnderWay, answer: Result<Response, NoResponse>) -> Result<(), Error> {
        let UnderWay { destination, request, events, .. } = under_way;
        let end = End { request, answer };
        for event in events {
            if let Some(attempt) = self.delivery.attempt(event)
                && let Ok(id) = attempt.id.parse()
            {
                self.ledger.attempted(id, &attempt, &end.reason())?;
            }
        }
        self.ends.insert(destination, end);
        Ok(())
    }

    fn failed(&mut self, destination: &str, kind: NoResponse) {
        // As the delivery has redacted it.
        let cause = self.delivery.stats().destinations.into_iter().find(|own| *own.name == *destination).and_then(|own| own.cause);
        let cause = cause.as_deref().unwrap_or_default();
        if self.tools.is_verbose {
            output::say(&format!("s2s: {destination}: {}: {cause}", kind.as_str()));
        }
        self.failures.failed(destination, kind, cause);
    }

    /// Reports to people, and to the ledger, when a destination is shut or opened.
    fn tell_of_destinations(&mut self) -> Result<(), Error> {
        let destinations = self.delivery.stats().destinations;
        let now = self.tools.clock.passing();
        let mut has_changed = false;
        for DestinationStats { name, state, .. } in &destinations {
            if self.shut.get(name).map_or(State::Open, |(state, _)| *state) == *state {
                continue;
            }
            has_changed = true;
            let what = match state {
                State::Refused => "refuses the credentials, or all events; one request now and then tries again",
                State::Silent => "does not respond; one request now and then tries again",
                _ => "takes requests again",
            };
            output::say(&format!("s2s: {name} {what}"));
            self.shut.insert(Arc::clone(name), (*state, now));
        }
        if !has_changed {
            return Ok(());
        }
        let shut = destinations.into_iter().filter(|own| own.state != State::Open).map(|own| Shut {
            since: self.shut.get(&own.name).map_or(now, |(_, since)| *since).unix_millis(),
            reason: self.ends.get(&*own.name).map(End::reason),
            state: own.state.as_str().to_owned(),
            cause: own.cause.as_deref().map(str::to_owned),
            destination: own.name.to_string(),
        });
        self.ledger.shut(shut.collect())
    }

    /// Takes what became of events. In an outbox it is written down with what is stored next, so that both are there or none.
    fn report(&mut self) -> Result<(), Error> {
        let reports = self.delivery.run().reports();
        let count = reports.len();
        self.reports.extend_from_slice(reports);
        self.delivery.run().reported(count);
        if !L::IS_KEPT {
            self.write_reports()?;
            self.ledger.store(&[], false)?;
        }
        Ok(())
    }

    fn write_reports(&mut self) -> Result<(), Error> {
        let mut reports = std::mem::take(&mut self.reports);
        for report in reports.drain(..) {
            self.is_full = false;
            if matches!(report.kind, ReportKind::Delivered | ReportKind::Duplicate) {
                self.failures.delivered(&report.destination);
            }
            // The ids are the ledger's own.
            if let Ok(id) = report.id.parse() {
                self.ledger.reported(id, report)?;
            }
        }
        // Its room is used again.
        self.reports = reports;
        Ok(())
    }

    /// Sends nothing more.
    fn stop(&mut self) {
        self.is_stopped = true;
        self.delivery.run().stop();
        if L::IS_KEPT {
            self.backlog.clear();
            self.is_again_read = true;
            self.is_read = true;
        }
    }

    fn is_over(&self) -> bool {
        self.is_read && self.backlog.is_empty() && self.is_done
    }
}
