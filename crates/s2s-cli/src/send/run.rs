//! The run: reading, building and sending at the same time, within bounds, and writing down in order.

use std::collections::BTreeMap;
use std::fs;
use std::io::{IsTerminal, Read, stderr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};
use s2s_core::dynamic::Destinations;
use s2s_core::{Outcome, Request};
use s2s_sandbox::Sandbox;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::files::Files;
use super::lane::lane;
use super::record::{Record, Verdict, provider_of};
use super::summary::Summary;
use crate::args;
use crate::build::too_long;
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::lines::{self, Batches};
use crate::{config, demo, output, signals};

/// So many requests are under way at once, at the most. A lane belongs to one of the workers, so its events keep their order.
const WORKERS: usize = 8;

/// So much of the input, in KiB, is under way between reading and writing down. It bounds the memory.
const WINDOW: u32 = 32 * 1024;

/// What an event takes of the window beside its text. It bounds the number of events under way.
const OVERHEAD: u32 = 16;

/// Runs `s2s send`.
pub(crate) fn run(arguments: args::Send) -> Result<bool, Error> {
    let input = lines::open(&arguments.file)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let sandbox = if arguments.sandbox { Some(demo::start(arguments.now.now.as_ref()).await?) } else { None };
        let destinations = match &sandbox {
            Some(sandbox) => demo::destinations(&sandbox.base_url())?,
            None => config::load(&arguments.config)?,
        };
        let client = client(sandbox.is_some())?;
        let mut files = Files::create(&arguments)?;

        let run = Run { destinations, client, clock: arguments.now.clock(), is_stopped: AtomicBool::new(false) };
        let run = Arc::new(run);
        let progress = progress(&arguments.file);
        let summary = tokio::select! {
            summary = Arc::clone(&run).all(input, &mut files, &progress) => summary?,
            result = twice_told_to_stop(&run) => {
                result?;
                files.finish()?;
                return Err(std::io::Error::other("stopped; what became of the events in flight is not known").into());
            }
        };
        progress.finish_and_clear();

        files.account(|| sandbox.as_ref().map(Sandbox::account).unwrap_or_default())?;
        let keeps_failures = files.keep_failures();
        files.finish()?;
        output::print(&summary.to_string())?;
        let not_delivered = summary.not_delivered();
        if not_delivered > 0 && !keeps_failures {
            output::say(&format!("s2s: not delivered: {not_delivered}; `--failed FILE` keeps what is not"));
        }
        if let Some(sandbox) = sandbox {
            sandbox.stop().await;
        }
        Ok(not_delivered == 0)
    })
}

/// A client for the providers, or for a sandbox on this machine.
fn client(is_for_sandbox: bool) -> Result<reqwest::Client, Error> {
    // Fails where a program that uses this crate has chosen one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let without_certificates = || s2s_reqwest::client_builder().tls_certs_only([]);
    // Of a machine's settings none matters on the way to itself.
    let client = if is_for_sandbox { without_certificates().no_proxy().build() } else { s2s_reqwest::client() };
    client
        .or_else(|_| {
            // Not the end: a destination may be plain http, as one documented address is.
            output::say("s2s: no certificates are found on this machine; every https request will fail");
            without_certificates().build()
        })
        .map_err(|_| Error::usage("an HTTP client cannot be set up"))
}

/// A progress bar, on a terminal.
fn progress(file: &Path) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match fs::metadata(file).map(|metadata| metadata.len()) {
        Ok(length) if length > 0 => {
            let style = ProgressStyle::with_template("{bar:40} {percent:>3}%  {msg}  {eta} left");
            ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        }
        _ => ProgressBar::new_spinner(),
    }
}

/// What all parts of a run share.
struct Run {
    destinations: Destinations,
    client: reqwest::Client,
    clock: Clock,
    /// Nothing more is sent.
    is_stopped: AtomicBool,
}

/// An event on its way: the position at which it is written down, and its share of the window.
struct Place {
    position: u64,
    /// Held until the event is written down.
    _share: OwnedSemaphorePermit,
}

/// A line that is not blank.
struct Line {
    place: Place,
    number: u64,
    text: Option<Vec<u8>>,
}

/// An event that can be sent.
struct Job {
    place: Place,
    request: Request,
    destination: Option<String>,
    record: Record,
}

impl Run {
    /// Sends the events of an input.
    async fn all(self: Arc<Self>, input: Box<dyn Read + Send>, files: &mut Files, progress: &ProgressBar) -> Result<Summary, Error> {
        let (line_sender, mut lines) = mpsc::unbounded_channel();
        let window = Arc::new(Semaphore::new(WINDOW as usize));
        let runtime = Handle::current();
        // Not a thread of the runtime, which would wait at its end for an input that does not come.
        let reader = thread::spawn(move || read(input, &runtime, &window, &line_sender));

        let (done, mut results) = mpsc::unbounded_channel();
        let workers: Vec<_> = (0..WORKERS)
            .map(|_| {
                let (sender, jobs) = mpsc::unbounded_channel();
                tokio::spawn(Arc::clone(&self).work(jobs, done.clone()));
                sender
            })
            .collect();
        let run = Arc::clone(&self);
        tokio::spawn(async move {
            while let Some(line) = lines.recv().await {
                run.dispatch(line, &workers, &done);
            }
        });

        let mut summary = Summary::default();
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        while let Some((place, record)) = results.recv().await {
            let Place { position, _share: share } = place;
            waiting.insert(position, (share, record));
            while let Some((_share, record)) = waiting.remove(&next) {
                next += 1;
                files.record(&record)?;
                summary.add(&record);
                progress.inc(record.text.as_ref().map_or(0, Vec::len) as u64 + 1);
                progress.set_message(format!("{} not delivered", summary.not_delivered()));
            }
            // Whatever ends the program, what was answered before is on record.
            if results.is_empty() {
                files.flush()?;
            }
        }
        reader.join().unwrap_or_else(|_| Err(std::io::Error::other("reading has failed")))?;
        Ok(summary)
    }

    /// Builds an event, and gives it to the worker of its lane.
    fn dispatch(&self, Line { place, number, text }: Line, workers: &[UnboundedSender<Job>], done: &UnboundedSender<(Place, Record)>) {
        let mut record = Record { line: number, text, provider: None, new_id: None, warnings: Vec::new(), verdict: Verdict::NotSent };
        let new_id = &mut record.new_id;
        let mut make_id = || new_id.insert(edge::new_id()).clone();
        let built = match &record.text {
            Some(text) => self.destinations.build(text, self.clock.now(), Some(&mut make_id)).map_err(s2s_core::Issues::into_vec),
            None => Err(vec![too_long()]),
        };
        match built {
            Ok(built) => {
                record.provider = Some(built.request.provider());
                record.warnings = built.request.warnings().to_vec();
                let destination = built.name.map(str::to_owned);
                let worker = lane(&built.request, built.name) % WORKERS as u64;
                if let Some(worker) = usize::try_from(worker).ok().and_then(|worker| workers.get(worker)) {
                    // A worker ends after this.
                    let _ = worker.send(Job { place, request: built.request, destination, record });
                }
            }
            Err(issues) => {
                record.new_id = None;
                record.provider = record.text.as_deref().and_then(provider_of);
                record.verdict = Verdict::Invalid(issues);
                // Fails when the run was stopped at once.
                let _ = done.send((place, record));
            }
        }
    }

    /// Sends the events of its lanes, one after the other.
    async fn work(self: Arc<Self>, mut jobs: UnboundedReceiver<Job>, done: UnboundedSender<(Place, Record)>) {
        while let Some(Job { place, request, destination, mut record }) = jobs.recv().await {
            if !self.is_stopped.load(Ordering::Relaxed)
                && let Some(destination) = self.destinations.get(request.provider(), destination.as_deref())
            {
                let outcome: Outcome = match s2s_reqwest::send(&self.client, &request).await {
                    // A wait until a date counts from the server's own time, or from now.
                    Ok(response) if response.received_at().is_some() => destination.interpret(&request, &response),
                    Ok(response) => destination.interpret(&request, &response.with_received_at(self.clock.now())),
                    Err(kind) => destination.interpret_no_response(&request, kind),
                };
                record.verdict = Verdict::Outcome(outcome);
            }
            if done.send((place, record)).is_err() {
                break;
            }
        }
    }
}

/// Reads lines for as long as somebody wants them.
fn read(input: Box<dyn Read + Send>, runtime: &Handle, window: &Arc<Semaphore>, lines: &UnboundedSender<Line>) -> std::io::Result<()> {
    let mut position = 0;
    let mut batches = Batches::new(input);
    while let Some(batch) = batches.next()? {
        for line in batch.lines() {
            let length = line.text.map_or(0, <[u8]>::len) / 1024;
            let share = u32::try_from(length).unwrap_or(u32::MAX).saturating_add(OVERHEAD).min(WINDOW);
            // Fails when the run has ended.
            let Ok(share) = runtime.block_on(Arc::clone(window).acquire_many_owned(share)) else { return Ok(()) };
            let place = Place { position, _share: share };
            position += 1;
            if lines.send(Line { place, number: line.number, text: line.text.map(<[u8]>::to_vec) }).is_err() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Ends what is to be sent when it is told to stop, and returns when it is told so again.
async fn twice_told_to_stop(run: &Run) -> Result<(), Error> {
    signals::stop().await?;
    run.is_stopped.store(true, Ordering::Relaxed);
    output::say("s2s: finishing what is in flight, and writing down the rest; once more to stop at once");
    Ok(signals::stop().await?)
}
