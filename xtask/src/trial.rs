//! `cargo xtask trial`: adds a provider to a copy of the project, and so proves that adding one takes three folders, a line in two lists, and
//! `cargo xtask generate`.
//!
//! The provider is in `xtask/trial/`, the copy in `target/trial/`. It is built into a folder of its own, `target/trial/target`: Cargo takes the
//! crates of a copy for those of the original.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::generate;
use crate::run::{cargo, command, output, root, run as run_command};

/// The provider's name, and its entries in the lists.
const NAME: &str = "numbat";
const LISTS: [(&str, &str, &str); 2] = [
    (
        "crates/s2s-core/src/provider/mod.rs",
        "\nproviders! {\n",
        "    /// Numbat's events API.\n    numbat::Numbat [Identity, Message] {\n        /// An event for Numbat.\n        NumbatEvent(Event),\n    }\n",
    ),
    ("crates/s2s-sandbox/src/provider/mod.rs", "\napis! {\n", "    /// Numbat's events API.\n    numbat::Numbat,\n"),
];

/// The provider's folders, and where they belong.
const FOLDERS: [(&str, &str); 3] =
    [("core", "crates/s2s-core/src/provider/numbat"), ("sandbox", "crates/s2s-sandbox/src/provider/numbat"), ("vectors", "vectors/numbat")];

/// Its tests, which a provider of the project may have, too.
const TESTS: (&str, &str) = ("tests.rs", "crates/s2s-core/tests/numbat.rs");

/// Generated files that have to name it, among others.
const NAMING: [&str; 10] = [
    "README.md",
    "mkdocs.yml",
    "docs/providers/index.md",
    "docs/providers/numbat.md",
    "python/s2s_events/_providers.py",
    "python/s2s_events/_providers.pyi",
    "node/src/providers.ts",
    "kotlin/src/main/kotlin/io/github/s2sevents/Providers.kt",
    "swift/Sources/S2SEvents/Providers.swift",
    "crates/s2s-core/tests/common/typed.rs",
];

/// What is tested together with it. One selection of packages, so that dependencies have the same features and are built once.
const PACKAGES: [&str; 9] =
    ["--locked", "--package", "s2s-core", "--package", "s2s-sandbox", "--package", "s2s-cli", "--features", "s2s-core/schema"];

pub(crate) fn run() -> Result<(), String> {
    let originals = copy()?;
    let mut added = BTreeSet::new();
    for (from, to) in FOLDERS {
        for entry in entries(&root().join("xtask/trial").join(from))? {
            let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
            added.insert(put(&format!("{to}/{name}"), &read(&entry)?)?);
        }
    }
    added.insert(put(TESTS.1, &read(&root().join("xtask/trial").join(TESTS.0))?)?);
    for (list, head, entry) in LISTS {
        let text = String::from_utf8(read(&root().join(list))?).map_err(|error| format!("{list}: {error}"))?;
        let (before, after) = text.split_once(head).ok_or_else(|| format!("{list} has no list"))?;
        put(list, [before, head, entry, after].concat().as_bytes())?;
    }

    run_command(there(cargo(&["xtask", "generate"])))?;
    compare(&originals, &added)?;

    run_command(there(cargo(&["fmt", "--all", "--check"])))?;
    let tests = ["vectors", "spec", NAME].map(|test| ["--test", test]).concat();
    run_command(there(cargo(&[&["test"], &PACKAGES[..], &tests].concat())))?;
    run_command(there(cargo(&["test", "--doc", "--locked", "--package", "s2s-core", NAME])))?;
    send()?;
    let libraries = ["s2s-core", "s2s-sandbox", "s2s-python", "s2s-node", "s2s-uniffi"].map(|package| ["--package", package]).concat();
    run_command(there(cargo(&[&["clippy", "--locked", "--lib"], &libraries[..], &["--", "-D", "warnings"]].concat())))
}

fn folder() -> PathBuf {
    root().join("target/trial")
}

/// A command in the copy.
fn there(mut command: Command) -> Command {
    command.current_dir(folder()).env("CARGO_TARGET_DIR", folder().join("target"));
    // Nobody debugs the copy, and it is built sooner.
    command.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
    command
}

/// The files of the project, by their paths.
type Originals = BTreeMap<String, Vec<u8>>;

/// Copies the project. A file that is the same already stays untouched, so that nothing is compiled again for it.
fn copy() -> Result<Originals, String> {
    let list = output(&mut command("git", &["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    let paths = list.lines().filter(|path| root().join(path).is_file());
    let originals: Originals = paths.map(|path| Ok((path.to_owned(), read(&root().join(path))?))).collect::<Result<_, String>>()?;
    for path in files(&folder(), "")? {
        if !originals.contains_key(&path) {
            fs::remove_file(folder().join(&path)).map_err(|error| format!("{path}: {error}"))?;
        }
    }
    for (path, text) in &originals {
        put(path, text)?;
    }
    Ok(originals)
}

/// Fails where more has changed by hand than the two lists, or less by `cargo xtask generate` than is needed.
fn compare(originals: &Originals, added: &BTreeSet<String>) -> Result<(), String> {
    let generated: BTreeSet<String> = generate::paths()?.into_iter().chain([format!("docs/providers/{NAME}.md")]).collect();
    let is_changed = |path: &String| originals.get(path) != read(&folder().join(path)).ok().as_ref();
    let changed: BTreeSet<String> = files(&folder(), "")?.into_iter().filter(is_changed).collect();
    let by_hand: Vec<_> = changed.iter().filter(|path| !added.contains(*path) && !generated.contains(*path)).collect();
    if !by_hand.iter().map(|path| path.as_str()).eq(LISTS.map(|(list, ..)| list)) {
        return Err(format!("a provider takes changes by hand in {by_hand:?}"));
    }
    for path in NAMING {
        let text = String::from_utf8_lossy(&read(&folder().join(path))?).to_lowercase();
        if !changed.contains(path) || !text.contains(NAME) {
            return Err(format!("{path} does not name the provider after `cargo xtask generate`"));
        }
    }
    let generated = changed.intersection(&generated).count();
    eprintln!("{} files added, {} lists edited, {generated} files generated", added.len(), by_hand.len());
    Ok(())
}

/// Sends events with the program to the sandbox.
fn send() -> Result<(), String> {
    let file = |name: &str| folder().join("target").join(name);
    let events = root().join("xtask/trial/events.jsonl");
    let [events, report, account] = [events, file("report.jsonl"), file("account.json")].map(|path| path.to_string_lossy().into_owned());
    let arguments = ["send", "--sandbox", "--now", "2026-11-20T12:00:00Z", &events, "--report", &report, "--account", &account];
    run_command(there(cargo(&[&["run", "--quiet", "--locked", "--package", "s2s-cli", "--"], &arguments[..]].concat())))?;

    let lines = String::from_utf8_lossy(&read(Path::new(&events))?).lines().count();
    let reports = String::from_utf8_lossy(&read(Path::new(&report))?).into_owned();
    let delivered = reports.lines().filter(|line| line.contains("\"delivered\"")).count();
    let account: Value = serde_json::from_slice(&read(Path::new(&account))?).map_err(|error| format!("{account}: {error}"))?;
    let of_provider = |entry: &&Value| entry["provider"] == NAME;
    let accepted = account["accepted"].as_array().map_or(0, |entries| entries.iter().filter(of_provider).count());
    if (delivered, accepted) != (lines, lines) {
        return Err(format!("of {lines} events {delivered} were delivered, and the sandbox accepted {accepted}"));
    }
    Ok(())
}

fn put(path: &str, text: &[u8]) -> Result<String, String> {
    let file = folder().join(path);
    if fs::read(&file).is_ok_and(|there| there == text) {
        return Ok(path.to_owned());
    }
    let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, text));
    written.map(|()| path.to_owned()).map_err(|error| format!("{}: {error}", file.display()))
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    fs::read_dir(folder).map_err(failed)?.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}

/// The files below a folder, by their paths from there, without what is built.
fn files(folder: &Path, below: &str) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in entries(folder)? {
        let path = format!("{below}{}", entry.file_name().unwrap_or_default().to_string_lossy());
        if entry.is_dir() && path != "target" {
            found.extend(files(&entry, &format!("{path}/"))?);
        } else if entry.is_file() {
            found.push(path);
        }
    }
    Ok(found)
}
