//! `cargo xtask bench`: what things cost.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Map, Value, json};

use crate::run::{executable, output, root};
use crate::{jvm, node, python, swift};

const USAGE: &str = "cargo xtask bench core [--json] [--events N] | delivery | one_event | send | instructions [--write] | python | arrow | node | jvm | swift";

/// The instruction counts that are kept.
const COUNTS: &str = "crates/s2s-core/benches/instructions.json";
/// The contenders whose instructions are counted.
const COUNTED: [&str; 3] = ["typed", "json_line", "floor"];
/// So far a count may differ from the one that is kept.
const TOLERANCE: f64 = 0.03;

/// Maximum ratio of the times of two rows of a bench.
const TARGETS: [(&str, &str, f64); 7] = [
    ("typed", "floor", 1.15),
    ("json_line", "floor", 2.5),
    ("json_line", "handwritten", 0.45),
    ("cli", "json_line", 2.5),
    ("neutral", "by_hand", 1.3),
    ("delivery", "floor", 0.9),
    ("delivery_journal", "floor", 1.2),
];

/// Maximum time for a byte of a request, in times of the floor, where nothing is hashed.
const PER_BYTE: f64 = 3.0;

/// Runs the bench that is named first in `args`.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["core"] => core(false, None),
        ["core", "--json"] => core(true, None),
        ["core", "--events", events] => core(false, Some(events)),
        ["core", "--json", "--events", events] | ["core", "--events", events, "--json"] => core(true, Some(events)),
        ["delivery"] => delivery(),
        ["one_event"] => one_event(),
        ["send"] => send(),
        ["python"] => python::bench(),
        ["arrow"] => python::bench_tables(),
        ["node"] => node::bench(),
        ["jvm"] => jvm::bench(),
        ["swift"] => swift::bench(),
        ["instructions"] => instructions(false),
        ["instructions", "--write"] => instructions(true),
        _ => Err(format!("usage: {USAGE}")),
    }
}

/// Times the ways of an Adjust event to its request.
fn core(as_json: bool, events: Option<&str>) -> Result<(), String> {
    let program = executable(&["build", "--release", "--package", "s2s-cli", "--bin", "s2s"])?;
    let mut bench = Command::new(core_bench("bench")?);
    bench.arg("--cli").arg(program);
    if let Some(events) = events {
        bench.args(["--events", events]);
    }
    let rows = output(&mut bench)?;
    if as_json {
        print!("{rows}");
        return Ok(());
    }
    println!("{:28} {:>12}  compared with", "", "ns per event");
    for row in rows.lines() {
        println!("{}", table_row(&serde_json::from_str(row).map_err(|error| format!("the bench printed `{row}`: {error}"))?));
    }
    Ok(())
}

/// Times a delivery with a million events.
fn delivery() -> Result<(), String> {
    let rows = output(&mut Command::new(executable(&["bench", "--no-run", "--package", "s2s-core", "--bench", "delivery"])?))?;
    println!("{:22} {:>9}  events per second", "", "ns each");
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).map_err(|error| format!("the bench printed `{row}`: {error}"))?;
        let ns = row["ns_per_event"].as_f64().unwrap_or_default();
        let name = row["name"].as_str().unwrap_or_default();
        let mut text = format!("{name:22} {ns:>9.0}  {:.0}", 1e9 / ns);
        if let Some(factor) = row["vs"]["floor"].as_f64() {
            text += &format!(", {factor:.2} × floor{}", verdict(name, "floor", factor));
        }
        if let Some(bytes) = row["journal_bytes_per_event"].as_u64().filter(|bytes| *bytes > 0) {
            text += &format!(", {bytes} bytes of journal per event");
        }
        println!("{text}");
    }
    Ok(())
}

/// Times a neutral event on its way to every provider, and each provider's own event.
fn one_event() -> Result<(), String> {
    let rows = output(&mut Command::new(executable(&[
        "bench",
        "--no-run",
        "--package",
        "s2s-core",
        "--features",
        "bench",
        "--bench",
        "one_event",
    ])?))?;
    println!("{:28} {:>12}  compared with", "", "ns per event");
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).map_err(|error| format!("the bench printed `{row}`: {error}"))?;
        let mut text = table_row(&row);
        if let (Some(bytes), Some(per_byte)) = (row["bytes"].as_u64(), row["ns_per_byte"].as_f64()) {
            text += &format!(" for a byte, {per_byte:.2} ns for each of {bytes}");
            if row["vs"]["floor"].as_f64().is_some_and(|factor| factor > PER_BYTE) {
                text += &format!(", over {PER_BYTE}");
            }
        }
        println!("{text}");
    }
    Ok(())
}

/// Measures the processor time of `s2s send` for each event, next to that of a client of hyper that posts the same requests.
fn send() -> Result<(), String> {
    const EVENTS: u32 = 100_000;
    const ROUNDS: usize = 3;
    /// Maximum number of microseconds per event of `s2s send` without an outbox.
    const TARGET: f64 = 30.0;
    const APP: &str = "adjust.app_token=4w565xzmb54d";
    let failed = |error: std::io::Error| error.to_string();
    // First, because cargo also builds the program for it, in the same place and with other settings.
    let hyper = executable(&["bench", "--no-run", "--package", "s2s-cli", "--bench", "send"])?;
    let program = executable(&["build", "--release", "--package", "s2s-cli", "--bin", "s2s"])?;
    let folder = root().join("target/bench");
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let (events, requests) = (folder.join("events.jsonl"), folder.join("requests.jsonl"));
    let event = |number| {
        format!(
            "{{\"provider\":\"adjust\",\"kind\":\"event\",\"event_token\":\"f0ob4r\",\"gps_adid\":\"660e1d86-6796-463a-be86-8979{number:08x}\"}}\n"
        )
    };
    std::fs::write(&events, (0..EVENTS).map(event).collect::<String>()).map_err(failed)?;
    let micros = |seconds: f64| seconds * 1e6 / f64::from(EVENTS);
    let (mut floor, mut send, mut kept) = (f64::MAX, f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        for (least, has_outbox) in [(&mut send, false), (&mut kept, true)] {
            let sandbox = Sandbox::start(&program)?;
            let mut shell = Command::new("sh");
            shell.args(["-c", "\"$0\" \"$@\" >&2; times"]).arg(&program).arg("send").arg(&events);
            shell.args(["--concurrency", "64", "--set", APP, "--set", &sandbox.adjust()]);
            if has_outbox {
                let outbox = folder.join("outbox");
                let _ = std::fs::remove_dir_all(&outbox);
                std::fs::create_dir(&outbox).map_err(failed)?;
                shell.arg("--outbox").arg(outbox.join("outbox.db"));
            }
            *least = least.min(micros(timed(&mut shell)?));
        }
        let sandbox = Sandbox::start(&program)?;
        let adjust = sandbox.adjust();
        let built = output(Command::new(&program).args(["build", "--show-secrets", "--set", APP, "--set", &adjust]).arg(&events))?;
        std::fs::write(&requests, built).map_err(failed)?;
        let seconds: f64 = output(Command::new(&hyper).arg(&requests))?.trim().parse().map_err(|_| "the client printed no time")?;
        floor = floor.min(micros(seconds));
    }
    let reached = if send <= TARGET { "within the" } else { "MISSES the" };
    println!("{:18} µs of processor time per event, the least of {ROUNDS} runs", "");
    println!("{:18} {floor:>6.1}", "hyper");
    println!("{:18} {send:>6.1}  {:.2} × hyper, {reached} target of {TARGET}", "s2s send", send / floor);
    println!("{:18} {kept:>6.1}  {:.2} × hyper", "s2s send --outbox", kept / floor);
    Ok(())
}

/// The seconds of processor time that the children of a shell took, as `times` prints them last.
fn timed(shell: &mut Command) -> Result<f64, String> {
    let text = output(shell)?;
    let seconds = |time: &str| {
        let (minutes, seconds) = time.strip_suffix('s')?.split_once('m')?;
        Some(minutes.parse::<f64>().ok()? * 60.0 + seconds.parse::<f64>().ok()?)
    };
    let times: Option<Vec<f64>> = text.lines().last().unwrap_or_default().split_whitespace().map(seconds).collect();
    times.map(|times| times.iter().sum()).ok_or_else(|| format!("`times` printed {text}"))
}

/// A sandbox in a process of its own.
struct Sandbox {
    process: Child,
    base_url: String,
}

impl Sandbox {
    fn start(program: &Path) -> Result<Self, String> {
        let mut process =
            Command::new(program).args(["sandbox", "--port", "0"]).stdout(Stdio::piped()).spawn().map_err(|error| error.to_string())?;
        let mut base_url = String::new();
        if let Some(out) = process.stdout.take() {
            BufReader::new(out).read_line(&mut base_url).map_err(|error| error.to_string())?;
        }
        Ok(Self { process, base_url: base_url.trim().to_owned() })
    }

    /// The setting that sends Adjust's events to it.
    fn adjust(&self) -> String {
        format!("adjust.base_url={}/adjust", self.base_url)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn table_row(row: &Value) -> String {
    let name = row["name"].as_str().unwrap_or_default();
    let mut text = format!("{name:28} {:>12.0}", row["ns_per_event"].as_f64().unwrap_or_default());
    for (other, factor) in row["vs"].as_object().into_iter().flatten() {
        let factor = factor.as_f64().unwrap_or_default();
        text += &format!("  {factor:.2} × {other}{}", verdict(name, other, factor));
    }
    text
}

/// Says whether a ratio is within its target, where it has one.
fn verdict(name: &str, other: &str, factor: f64) -> String {
    let target = TARGETS.iter().find(|(own, with, _)| (*own, *with) == (name, other));
    target.map(|(.., most)| format!(", {} target of {most}", if factor <= *most { "within the" } else { "MISSES the" })).unwrap_or_default()
}

/// Compares instruction counts with the kept ones, or keeps new ones.
fn instructions(write: bool) -> Result<(), String> {
    if !Command::new("valgrind").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    {
        println!("instruction counts: not compared, valgrind is not installed");
        return Ok(());
    }
    let compiler = compiler()?;
    let path = root().join(COUNTS);
    let kept: Value = match std::fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).map_err(|error| format!("{COUNTS}: {error}"))?,
        Err(_) if write => Value::Null,
        Err(error) => return Err(format!("{COUNTS}: {error}")),
    };
    if !write && kept["rustc"] != compiler {
        println!(
            "instruction counts: not compared, they are those of rustc {} and this is {compiler}",
            kept["rustc"].as_str().unwrap_or("?")
        );
        return Ok(());
    }
    let bench = core_bench("count")?;
    let mut counts = Map::new();
    let mut worse = Vec::new();
    for name in COUNTED {
        let count = instructions_per_pass(&bench, name)?;
        counts.insert(name.to_owned(), json!(count));
        let Some(before) = kept["per_pass"][name].as_u64() else { continue };
        let change = count as f64 / before as f64 - 1.0;
        println!("{name:12} {count:>12} instructions, {:+.2} %", change * 100.0);
        if change.abs() > TOLERANCE {
            worse.push(name);
        }
    }
    if write {
        let text = format!("{:#}\n", json!({"rustc": compiler, "per_pass": counts}));
        return std::fs::write(path, text).map_err(|error| format!("{COUNTS}: {error}"));
    }
    if counts.keys().any(|name| kept["per_pass"][name].is_null()) {
        return Err(format!("{COUNTS} lacks a contender; `cargo xtask bench instructions --write` keeps the new counts"));
    }
    if worse.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the instruction counts of {} differ by more than {} %; if that is meant, `cargo xtask bench instructions --write` keeps them",
        worse.join(", "),
        TOLERANCE * 100.0
    ))
}

/// What one more pass over all samples costs: what a process does once is not counted.
fn instructions_per_pass(bench: &Path, name: &str) -> Result<u64, String> {
    const FEW: u64 = 2;
    const MANY: u64 = 12;
    Ok((instructions_of(bench, name, MANY)? - instructions_of(bench, name, FEW)?) / (MANY - FEW))
}

fn instructions_of(bench: &Path, name: &str, passes: u64) -> Result<u64, String> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-fd=1"]).arg(bench);
    let text = output(valgrind.args(["--count", name, "--passes", &passes.to_string()]))?;
    let collected = text.lines().find_map(|line| line.split_once("Collected :")).and_then(|(_, count)| count.trim().parse().ok());
    collected.ok_or_else(|| format!("callgrind counted nothing: {text}"))
}

/// The version and the machine of the compiler, on which instruction counts depend.
fn compiler() -> Result<String, String> {
    let text = output(Command::new("rustc").arg("-vV"))?;
    let field = |name| text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
    Ok(format!("{} {}", field("release:"), field("host:")))
}

fn core_bench(profile: &str) -> Result<PathBuf, String> {
    executable(&["bench", "--no-run", "--profile", profile, "--package", "s2s-core", "--features", "bench", "--bench", "core"])
}
