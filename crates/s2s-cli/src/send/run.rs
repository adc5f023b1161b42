//! A run, from its arguments to its exit code.

use std::fs;
use std::io::{IsTerminal, Read, stderr};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use s2s_core::Issues;
use s2s_core::delivery::{self, Delivery, RestoreError};
use s2s_sandbox::Sandbox;
use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedReceiver;

use super::client::client;
use super::files::Files;
use super::in_order::InOrder;
use super::kept::{self, Checked, InOutbox};
use super::metrics::{self, Ask};
use super::reader::{INTO, Lines};
use super::sender::{Sender, Tools};
use super::settings::Settings;
use super::summary::Summary;
use crate::args;
use crate::config::{self, Configuration};
use crate::edge;
use crate::error::Error;
use crate::outbox::Outbox;
use crate::{demo, lines, output, signals};

/// Runs `s2s send`.
pub(crate) fn run(arguments: args::Send) -> Result<bool, Error> {
    let input = match &arguments.outbox {
        Some(outbox) => {
            let file = kept::digest(&arguments.file)?;
            lines::open(&arguments.file, "> events.jsonl")?;
            Input::Kept { outbox, file }
        }
        None => Input::Once(lines::open(&arguments.file, INTO)?),
    };
    tokio::runtime::Runtime::new()?.block_on(async {
        let sandbox = if arguments.sandbox { Some(demo::start(arguments.now.now.as_ref()).await?) } else { None };
        let Configuration { destinations, delivery } = match &sandbox {
            Some(sandbox) => {
                Configuration { destinations: demo::destinations(&sandbox.base_url())?, delivery: delivery::Config::default() }
            }
            None => config::load(&arguments.config)?,
        };
        let settings = Settings::new(delivery, &arguments);
        let client = client(sandbox.is_some())?;
        let asks = metrics::serve(arguments.metrics).await?;
        let mut files = Files::create(&arguments)?;
        let tools = Tools { destinations, client, clock: arguments.now.clock(), is_verbose: arguments.verbose, stop: Notify::new() };
        let progress = progress(&arguments.file);
        let summary = tokio::select! {
            summary = send(&tools, &settings, input, asks, &mut files, &progress) => summary?,
            result = twice_told_to_stop(&tools, arguments.outbox.is_some()) => {
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
            let keeps = if arguments.outbox.is_some() { "the outbox has them" } else { "`--failed FILE` keeps what is not" };
            output::say(&format!("s2s: not delivered: {not_delivered}; {keeps}"));
        }
        if let Some(sandbox) = sandbox {
            sandbox.stop().await;
        }
        Ok(not_delivered == 0)
    })
}

/// Where the events come from.
enum Input<'a> {
    Once(Box<dyn Read + Send>),
    /// A file and its digest, and where what becomes of it is kept.
    Kept {
        outbox: &'a Path,
        file: (Vec<u8>, Checked),
    },
}

async fn send(
    tools: &Tools,
    settings: &Settings,
    input: Input<'_>,
    asks: UnboundedReceiver<Ask>,
    files: &mut Files,
    progress: &ProgressBar,
) -> Result<Summary, Error> {
    let usage = |issues: Issues| Error::usage(config::describe(issues.as_slice(), "/delivery"));
    let (outbox, digest, file) = match input {
        Input::Once(input) => {
            let delivery = Delivery::new(&settings.config, edge::seed()).map_err(usage)?;
            let delivery = if settings.is_once { delivery.once() } else { delivery };
            let sender = Sender::new(tools, delivery, InOrder::new(files, progress), asks);
            let (ledger, failures) = sender.all(Lines::read(input, 0)).await?;
            return Ok(ledger.into_summary().with_failures(&failures));
        }
        Input::Kept { outbox, file: (digest, file) } => (outbox, digest, file),
    };
    let mut outbox = Outbox::open(outbox)?;
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
    let ledger = InOutbox::new(outbox, &digest, tools.clock)?;
    let lines = Lines::read(Box::new(file), ledger.lines());
    let (ledger, failures) = Sender::new(tools, delivery, ledger, asks).all(lines).await?;
    Ok(ledger.tell(files)?.with_failures(&failures))
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

/// Ends what is to be sent when it is told to stop, and returns when it is told so again.
async fn twice_told_to_stop(tools: &Tools, has_outbox: bool) -> Result<(), Error> {
    signals::stop().await?;
    tools.stop.notify_one();
    let rest = if has_outbox { "the rest stays in the outbox" } else { "and writing down the rest" };
    output::say(&format!("s2s: finishing what is in flight, {rest}; once more to stop at once"));
    Ok(signals::stop_at_once().await?)
}
