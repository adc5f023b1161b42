//! A run, from its arguments to its exit code.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use s2s_core::Issues;
use s2s_core::delivery::{self, Delivery, RestoreError};
use s2s_sandbox::Sandbox;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedReceiver;

use super::client::client;
use super::files::Files;
use super::in_order::InOrder;
use super::kept::{self, InOutbox};
use super::metrics::{self, Ask};
use super::reader::{INTO, Input, Lines};
use super::sender::{Sender, Tools};
use super::settings::Settings;
use super::summary::Summary;
use crate::args;
use crate::config;
use crate::edge;
use crate::error::Error;
use crate::growing::{self, Ended, Options};
use crate::outbox::Outbox;
use crate::{demo, lines, output, signals};

/// Runs `s2s send`.
pub(crate) fn run(arguments: args::Send) -> Result<bool, Error> {
    // One thread: a run is one loop, and handing each request to another thread and back costs more than that thread takes over.
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let sandbox = if arguments.sandbox { Some(demo::start(arguments.now.now.as_ref()).await?) } else { None };
        let (destinations, delivery) = match &sandbox {
            Some(sandbox) => (demo::destinations(sandbox)?, delivery::Config::default()),
            None => config::load_to_send(&arguments.config)?,
        };
        // Before anything is written or sent.
        if !arguments.file.is_empty() {
            arguments.table.check(arguments.file.iter().map(PathBuf::as_path))?;
        }
        let inputs = match &arguments.outbox {
            Some(_) => {
                arguments.file.iter().try_for_each(|file| growing::check(file, &arguments.table, arguments.follow))?;
                Vec::new()
            }
            None => open(&arguments)?,
        };
        let settings = Settings::new(delivery, &arguments);
        let client = client(sandbox.is_some())?;
        let asks = metrics::serve(arguments.metrics).await?;
        let mut files = Files::create(&arguments)?;
        let tools = Tools {
            destinations,
            client: Arc::new(s2s_reqwest::Sender::new(client)),
            clock: arguments.now.clock(),
            is_verbose: arguments.verbose,
            follows: arguments.follow,
            stop: Notify::new(),
        };
        let progress = progress(&arguments);
        let summary = tokio::select! {
            summary = send(&tools, &settings, &arguments, inputs, asks, &mut files, &progress) => summary?,
            result = twice_told_to_stop(&tools, arguments.outbox.is_some()) => {
                result?;
                files.finish()?;
                return Err(std::io::Error::other("stopped; what became of the events in flight is not known").into());
            }
        };
        progress.finish_and_clear();

        files.account(|| sandbox.as_ref().map(Sandbox::account).unwrap_or_default())?;
        let (keeps_failures, is_stdout_taken) = (files.keep_failures(), files.is_stdout_taken());
        files.finish()?;
        if is_stdout_taken {
            output::say(summary.to_string().trim_end());
        } else {
            output::print(&summary.to_string())?;
        }
        let not_delivered = summary.not_delivered();
        if not_delivered > 0 && !keeps_failures {
            let keeps = if arguments.outbox.is_some() { "the outbox has them" } else { "`--failed FILE` keeps them" };
            let lists = if arguments.report.is_some() { "" } else { ", `--report FILE` lists every problem" };
            let page = if sandbox.is_none() || arguments.keep_sandbox { "" } else { ", `--keep-sandbox` shows every request on a page" };
            output::say(&format!("s2s: not delivered: {not_delivered}; {keeps}{lists}{page}"));
        }
        if let Some(sandbox) = sandbox {
            if arguments.keep_sandbox {
                output::say(&format!("s2s: the sandbox's page is {}/ until Ctrl-C", sandbox.url()));
                signals::stop().await?;
            }
            sandbox.stop().await;
        }
        Ok(not_delivered == 0)
    })
}

/// Opens the inputs of a run without an outbox.
fn open(arguments: &args::Send) -> Result<Vec<Input>, Error> {
    let args::Send { file: files, table, .. } = arguments;
    let input = |file: &PathBuf| {
        let name = (files.len() > 1).then(|| file.display().to_string().into());
        Ok(Input { read: lines::open(file, table, INTO)?, before: 0, marks: None, file: name })
    };
    files.iter().map(input).collect()
}

async fn send(
    tools: &Tools,
    settings: &Settings,
    arguments: &args::Send,
    mut inputs: Vec<Input>,
    asks: UnboundedReceiver<Ask>,
    files: &mut Files,
    progress: &ProgressBar,
) -> Result<Summary, Error> {
    let usage = |issues: Issues| Error::usage(config::describe(issues.as_slice(), "/delivery"));
    let Some(outbox) = &arguments.outbox else {
        let delivery = Delivery::new(&settings.config, edge::seed()).map_err(usage)?;
        let delivery = if settings.is_once { delivery.once() } else { delivery };
        let sender = Sender::new(tools, delivery, InOrder::new(files, progress), asks);
        let (ledger, failures) = sender.all(Lines::read(inputs, None)).await?;
        return Ok(ledger.into_summary().with_failures(&failures));
    };
    let outbox = Outbox::open(outbox)?;
    let log = outbox.log()?;
    let (mut delivery, whole) = Delivery::restore(&settings.config, edge::seed(), &log).map_err(|error| match error {
        RestoreError::Settings(issues) => usage(issues),
        error => Error::usage(format!("the outbox: {error}")),
    })?;
    // SQLite leaves no torn ends.
    if whole != log.len() {
        return Err(Error::usage(format!("the outbox: the log is damaged at byte {whole}")));
    }
    drop(log);
    kept::renew_credentials(&outbox, &mut delivery, &tools.destinations, tools.clock.now())?;
    let follow = arguments.follow.then(Ended::default);
    let options = Options { table: &arguments.table, is_rotated: arguments.rotated, follow: follow.clone() };
    let mut sources = Vec::new();
    for file in &arguments.file {
        let (file, marks, source) = growing::open(file, &outbox.known()?, &options)?;
        inputs.push(Input { read: Box::new(file), before: source.lines, marks: Some(marks), file: None });
        sources.push(source);
    }
    let ledger = InOutbox::new(outbox, sources, tools.clock, arguments.purge_after, progress)?;
    let (ledger, failures) = Sender::new(tools, delivery, ledger, asks).all(Lines::read(inputs, follow)).await?;
    Ok(ledger.tell(files)?.with_failures(&failures))
}

/// A progress bar, on a terminal.
fn progress(arguments: &args::Send) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    // What an outbox sends is not only what its files hold.
    if arguments.outbox.is_some() {
        let progress = ProgressBar::new_spinner();
        progress.enable_steady_tick(Duration::from_millis(200));
        return progress;
    }
    // What a line adds to the bar is its length in JSON.
    let is_measured = |file: &&PathBuf| arguments.table.is_plain(file);
    let length = |file: &PathBuf| {
        Some(file).filter(is_measured).and_then(|file| fs::metadata(file).ok()).map(|metadata| metadata.len()).filter(|length| *length > 0)
    };
    match arguments.file.iter().map(length).sum() {
        Some(length) => {
            let style = ProgressStyle::with_template("{bar:40} {percent:>3}%  {msg}  {eta} left");
            ProgressBar::new(length).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        }
        None => ProgressBar::new_spinner(),
    }
}

/// Ends the sending at the first signal to stop, and returns at the second.
async fn twice_told_to_stop(tools: &Tools, has_outbox: bool) -> Result<(), Error> {
    signals::stop().await?;
    tools.stop.notify_one();
    let rest = if has_outbox { "the rest stays in the outbox" } else { "and writing down the rest" };
    output::say(&format!("s2s: finishing what is in flight, {rest}; once more to stop at once"));
    Ok(signals::stop_at_once().await?)
}
