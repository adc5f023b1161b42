//! The command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand};
use s2s_core::Timestamp;
use s2s_core::dynamic::PROVIDERS;

use crate::edge::Clock;
use crate::state::State;
use crate::table::Table;

/// Server-to-server events for measurement and advertising providers: validated, delivered, accounted for.
#[derive(Parser)]
#[command(name = "s2s", version, after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 all fine, 1 some events rejected or not delivered, 2 usage or configuration.";

#[derive(Subcommand)]
pub(crate) enum Command {
    Build(Build),
    Explain(Explain),
    Interpret(Interpret),
    Send(Send),
    Outbox(Outbox),
    Sandbox(Sandbox),
    Health(Health),
    Providers(Providers),
}

/// Build requests from events without sending them: JSON Lines in, JSON Lines out
///
/// Prints one line for each event, in the order of the input:
/// {"line":1,"request":{…},"warnings":[…]} or {"line":2,"issues":[…]}. Blank lines are skipped, but
/// counted.
///
/// A line with `event` in place of `provider` and `kind` is an event for every provider. It goes to
/// all destinations, or to those that its `destinations` names, and one line is printed for each of
/// them, with its `destination`; {"line":3,"destination":"…","skipped":true} if the destination's
/// `events` say `skip`.
#[derive(Args)]
pub(crate) struct Build {
    /// The events, one JSON object per line or a row of CSV, also compressed (see --format); `-` is
    /// the standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) table: Table,

    /// Build for the sandbox's demo destinations, at the providers' own addresses
    #[arg(long, conflicts_with_all = ["config", "set"])]
    pub(crate) sandbox: bool,

    #[command(flatten)]
    pub(crate) config: Config,

    #[command(flatten)]
    pub(crate) now: Now,

    /// Print credentials instead of `[redacted]`
    #[arg(long)]
    pub(crate) show_secrets: bool,

    /// Print the key of each request's lane, as `lane_key`: events of one key have to stay in one
    /// partition, in their order
    ///
    /// The key is null if the order of events does not matter (Meta, TikTok). It depends on no
    /// credential, setting or time, and only a major version of the program changes it.
    #[arg(long)]
    pub(crate) lanes: bool,
}

/// Show where the fields of events for every provider go, without sending them
///
/// An event for every provider has `event`, such as `purchase`, in place of `provider` and `kind`.
/// For each of them and each destination, a table lists the fields of the event, the fields of the
/// provider's own event that they become, and how: `plain` (as it is, or in the provider's form),
/// `hashed`, `named` (in the provider's word) or `withheld` (without consent). Issues and warnings
/// follow: why nothing is sent, and what is left out. No value of an event is printed. Other events
/// are skipped. The exit code is 1 if a destination refuses an event.
#[derive(Args)]
pub(crate) struct Explain {
    /// The events, one JSON object per line or a row of CSV, also compressed (see --format); `-` is
    /// the standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,

    #[command(flatten)]
    pub(crate) table: Table,

    /// Also list the fields that an event does not have
    #[arg(long)]
    pub(crate) all: bool,

    /// Print one JSON line for each event and destination
    #[arg(long)]
    pub(crate) json: bool,

    /// Explain for the sandbox's demo destinations
    #[arg(long, conflicts_with_all = ["config", "set"])]
    pub(crate) sandbox: bool,

    #[command(flatten)]
    pub(crate) config: Config,

    #[command(flatten)]
    pub(crate) now: Now,
}

/// Interpret responses: JSON Lines in, JSON Lines out; needs no configuration
///
/// A response is {"status":202,"headers":[["name","value"]],"body":"…"}, or {"no_response":KIND}
/// with the kind `connect`, `tls`, `timeout`, `closed`, `cancelled` or `other`. The provider's own
/// text is printed if there is one; because the request is not known here, only common words of
/// error texts are left in it. The exit code is 1 if a line is not a response.
#[derive(Args)]
pub(crate) struct Interpret {
    /// The responses, one JSON object per line; `-` is the standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,

    /// The provider that responded
    #[arg(long, value_parser = PossibleValuesParser::new(PROVIDERS.iter().map(|provider| provider.name)))]
    pub(crate) provider: String,

    /// The kind of event that was sent; by default the first one that `s2s providers` lists
    #[arg(long)]
    pub(crate) kind: Option<String>,

    #[command(flatten)]
    pub(crate) now: Now,
}

/// Send events and account for every one
///
/// Each event is tried once, for at most 30 seconds. An event that is worth another try is
/// reported, not retried; --failed keeps it. The events of a lane (at Adjust: of a device and an
/// event token) are sent one after the other, in the order of their times as far as they have been
/// read. Metrix's messages of one user are sent together. Ctrl-C, SIGTERM and SIGHUP finish the
/// requests in flight; all other events are reported as `not_sent`. A second Ctrl-C or SIGTERM
/// stops at once.
///
/// A line with `event` in place of `provider` and `kind` is sent to every destination, or to those
/// that its `destinations` names, and is reported once for each. `s2s explain` shows what becomes of
/// it. An outbox does not take such lines yet.
///
/// With --outbox, events are kept until they are delivered or given up, even if the program or the
/// machine stops, and retried by the rules of `[delivery]` in the configuration: docs/outbox.md.
#[derive(Args)]
pub(crate) struct Send {
    /// The events, one JSON object per line or a row of CSV, also compressed (see --format); `-` is
    /// the standard input. With --outbox and no FILE, the events in the outbox are sent
    #[arg(value_name = "FILE", required_unless_present = "outbox")]
    pub(crate) file: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) table: Table,

    /// Send to a sandbox on this machine, which plays the providers and knows all demo destinations
    #[arg(long, conflicts_with_all = ["config", "set"])]
    pub(crate) sandbox: bool,

    /// Keep the sandbox running afterwards, until Ctrl-C: its page shows every request
    #[arg(long, requires = "sandbox")]
    pub(crate) keep_sandbox: bool,

    #[command(flatten)]
    pub(crate) config: Config,

    #[command(flatten)]
    pub(crate) now: Now,

    /// Maximum number of requests in flight [default: 8]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) concurrency: Option<u32>,

    /// Maximum number of attempts for an event [default: 1, with --outbox 20]
    ///
    /// With more than one attempt and without --outbox, an event is given up ten minutes after it
    /// was read, unless `[delivery]` says otherwise.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) max_attempts: Option<u32>,

    /// Keep the events in this file until they are delivered or given up; it is created if it does
    /// not exist
    ///
    /// A run with the same outbox and the same FILE continues where the last one stopped, even if
    /// the file has grown. A file is recognized by its contents. Cannot be combined with the
    /// standard input (see `s2s outbox add`) or --sandbox. `s2s outbox` shows what is in it.
    #[arg(long, value_name = "OUTBOX", conflicts_with = "sandbox")]
    pub(crate) outbox: Option<PathBuf>,

    /// Keep sending what is appended to the FILEs or added by `s2s outbox add`, until Ctrl-C or
    /// SIGTERM
    #[arg(long, requires = "outbox")]
    pub(crate) follow: bool,

    /// Read a FILE from its beginning if it does not start with what was read under its name before
    ///
    /// Name the old file first, so that its last lines are sent: `s2s send --outbox outbox.db
    /// --rotated app.log.1 app.log`.
    #[arg(long, requires = "outbox")]
    pub(crate) rotated: bool,

    /// Remove events from the outbox this number of days after they were delivered
    #[arg(long, value_name = "DAYS", requires = "outbox", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    pub(crate) purge_after: Option<u32>,

    /// Write every event that was not delivered, with its outcome, to this file (overwritten); `-`
    /// is the standard output
    ///
    /// One line each: {"line":1,"outcome":"…","reason":"…","event":{…}}. An event that is not JSON
    /// is written as a text, and of a line above 4 MiB only the number. An event for every provider
    /// is written for each destination that does not have it, with that one in `destinations`.
    #[arg(long, value_name = "FILE")]
    pub(crate) failed: Option<PathBuf>,

    /// Write one JSON line for each event, in the order of the input, to this file (overwritten);
    /// `-` is the standard output
    ///
    /// With `-`, the summary goes to the standard error.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,

    /// Serve metrics of the run at http://HOST:PORT/metrics, in the text format of Prometheus; port
    /// 0 is a free one
    ///
    /// HOST is an IP address, 127.0.0.1 by default; an IPv6 address is in brackets. The metrics
    /// contain no personal data. The address is printed to the standard error. /healthz returns 200
    /// during the run.
    #[arg(long, value_name = "[HOST:]PORT", value_parser = address)]
    pub(crate) metrics: Option<SocketAddr>,

    /// Print one line to the standard error for each request without a response: destination, kind
    /// and cause
    ///
    /// The kinds are `connect`, `tls`, `timeout`, `closed` and `other`. The line contains neither
    /// credentials nor personal data.
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// Write the sandbox's own account of what it has received to this file (overwritten); `-` is
    /// the standard output
    #[arg(long, value_name = "FILE", requires = "sandbox")]
    pub(crate) account: Option<PathBuf>,
}

/// Show and change the outbox of `s2s send --outbox`
///
/// An event is `waiting` (it will be sent, or sent again), `added` or `again` (the next `s2s send`
/// builds it; `again` is set by retry), `unconfigured` (it waits for a configuration that has its
/// destination), `delivered`, `duplicate` (the provider had it already), `dropped` (the provider
/// refuses it, or would), `gave_up`, or `invalid` (it could not be built): docs/outbox.md.
#[derive(Args)]
pub(crate) struct Outbox {
    #[command(subcommand)]
    pub(crate) command: OutboxCommand,
}

#[derive(Subcommand)]
pub(crate) enum OutboxCommand {
    /// Add events without sending them; `s2s send --outbox` sends them, also one that runs with
    /// --follow
    ///
    /// `tail -n +1 -F app.log | s2s outbox add outbox.db -` adds each line as it is written.
    /// Nothing is remembered about the standard input: an event that is given twice is sent twice.
    Add {
        /// The outbox; it is created if it does not exist
        #[arg(value_name = "OUTBOX")]
        outbox: PathBuf,
        /// The events, one JSON object per line or a row of CSV, also compressed (see --format); `-`
        /// is the standard input
        #[arg(value_name = "FILE", required = true)]
        file: Vec<PathBuf>,
        #[command(flatten)]
        table: Table,
        /// Read a FILE from its beginning if it does not start with what was read under its name
        /// before
        #[arg(long)]
        rotated: bool,
    },
    /// Count the events by destination and state, and show which destinations refuse requests or do
    /// not respond
    Status {
        /// The outbox
        file: PathBuf,
        /// Print one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Print one line for each event, without personal data
    ///
    /// Columns, separated by tabs: file and line, state, destination, attempts, earliest time of
    /// the next attempt, last reason.
    List {
        /// The outbox
        file: PathBuf,
        /// Only events in this state
        #[arg(long, value_parser = PossibleValuesParser::new(State::ALL.map(State::as_str)))]
        state: Option<String>,
        /// Print one JSON object for each event
        #[arg(long)]
        json: bool,
    },
    /// Print one JSON line for each event, as `--report` of `s2s send` does
    Export {
        /// The outbox
        file: PathBuf,
        /// Print the events that are not delivered, as `--failed` of `s2s send` does
        #[arg(long)]
        failed: bool,
    },
    /// Let the next `s2s send` build and submit once more what was dropped, given up or invalid
    Retry {
        /// The outbox
        file: PathBuf,
    },
    /// Remove events that were delivered or skipped; their lines stay known and are not sent again
    Purge {
        /// The outbox
        file: PathBuf,
        /// Also remove events that were dropped, given up or invalid
        #[arg(long)]
        all: bool,
        /// Also remove events that wait for a configuration
        #[arg(long)]
        unconfigured: bool,
    },
}

/// Play the providers on this machine, until Ctrl-C
///
/// Prints its address and, below it, the `base_url` of each provider: the address, a slash and the
/// provider's name. A page at the address shows what arrives. The account of what it has received is
/// at /_sandbox/events, and /healthz returns 200.
#[derive(Args)]
#[command(after_help = format!("Known without a configuration:\n\n{}", s2s_sandbox::Config::describe_defaults()))]
pub(crate) struct Sandbox {
    /// The IP address to listen on; other machines can reach any but a loopback address
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    pub(crate) host: IpAddr,

    /// The port; 0 is a free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,

    /// A name that the sandbox is reached by, such as that of its container
    ///
    /// Requests for other names than `localhost` are refused, so that a web page cannot read the
    /// account through a name of its own. IP addresses need not be allowed.
    #[arg(long, value_name = "NAME")]
    pub(crate) allow_host: Vec<String>,

    /// What the sandbox knows and how it behaves, in TOML: docs/sandbox.md
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// End when standard input does, such as a pipe of the process that started it
    #[arg(long)]
    pub(crate) stop_on_eof: bool,
}

/// Ask a running `s2s sandbox`, or `s2s send --metrics`, whether it responds
///
/// Exits with 0 if /healthz returns 200 within 3 seconds, and with 1 otherwise. It is the health
/// check of containers, which have no other program.
#[derive(Args)]
pub(crate) struct Health {
    /// Its address; 127.0.0.1 if only a port is given
    #[arg(value_name = "[HOST:]PORT", default_value = "8080", value_parser = address)]
    pub(crate) address: SocketAddr,
}

/// List the providers, their kinds of events, and all fields with their rules
#[derive(Args)]
pub(crate) struct Providers {
    /// Print JSON, with a JSON Schema of each kind and configuration
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where the destinations come from.
#[derive(Args)]
pub(crate) struct Config {
    /// The destinations, in TOML [default: s2s.toml, if it exists]
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    /// Set one value of the configuration: `adjust.app_token=…`, `destination.NAME.app_token=…`
    ///
    /// Other users of the machine can see the value; in the file, a value can be { env = "NAME" }.
    // Not parsed by clap, whose error would repeat what may be a credential.
    #[arg(long, value_name = "PROVIDER.KEY=VALUE")]
    pub(crate) set: Vec<String>,
}

/// An address to listen on: a port of this machine, or an IP address and a port.
fn address(text: &str) -> Result<SocketAddr, String> {
    let of_port = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    text.parse().map(of_port).or_else(|_| text.parse()).map_err(|_| "takes PORT or ADDRESS:PORT, such as 0.0.0.0:9100".to_owned())
}

/// The clock.
#[derive(Args)]
pub(crate) struct Now {
    /// The current time, in RFC 3339 [default: the machine's clock]
    #[arg(long, value_name = "TIME", value_parser = instant)]
    pub(crate) now: Option<Instant>,
}

/// A point in time, and how it was written.
#[derive(Clone)]
pub(crate) struct Instant {
    pub(crate) at: Timestamp,
    pub(crate) text: String,
}

fn instant(text: &str) -> Result<Instant, String> {
    let at = Timestamp::parse(text).map_err(|code| format!("{}; an example is 2026-11-20T12:00:00Z", code.meaning()))?;
    Ok(Instant { at, text: text.to_owned() })
}

impl Now {
    /// The clock of the run.
    pub(crate) fn clock(&self) -> Clock {
        Clock::new(self.now.as_ref().map(|now| now.at))
    }
}
