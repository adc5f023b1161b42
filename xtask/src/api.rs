//! `cargo xtask api`: the listing of the core's public API. With `--check` a stale one is an error.
//!
//! The listing comes from rustdoc's JSON, whose format belongs to the version of Rust that wrote it.

use std::fs;

use crate::run::{cargo, root, run as run_command};

/// The listing.
pub(crate) const LISTING: &str = "crates/s2s-core/api.txt";

/// All features but those that only the bindings and the benches use.
const FEATURES: &str = "chrono,csv,http,jiff,rust_decimal,schema,serialize,time,uuid";

/// The format of rustdoc's JSON that `public-api` reads: that of Rust 1.95.
const FORMAT: u64 = 57;

pub(crate) fn run(is_check: bool) -> Result<(), String> {
    let Some(listing) = listing()? else { return Ok(()) };
    let file = root().join(LISTING);
    if fs::read_to_string(&file).is_ok_and(|there| there == listing) {
        return Ok(());
    }
    if is_check {
        return Err(format!("{LISTING} is not the public API: run `cargo xtask api`, and see whether the difference is meant"));
    }
    fs::write(file, listing).map_err(|error| format!("{LISTING}: {error}"))
}

/// The listing as it should be; `None` where this version of Rust writes another format.
fn listing() -> Result<Option<String>, String> {
    // A folder of its own: elsewhere, Cargo would build everything again for the unstable options, and again without them.
    let target = root().join("target/api");
    let mut rustdoc = cargo(&["rustdoc", "--locked", "--lib", "--package", "s2s-core", "--features", FEATURES, "--target-dir"]);
    rustdoc.arg(&target).args(["--", "-Z", "unstable-options", "--output-format", "json"]).env("RUSTC_BOOTSTRAP", "1");
    run_command(rustdoc)?;
    let file = target.join("doc/s2s_core.json");
    let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
    let json = fs::read_to_string(&file).map_err(|error| failed(&error))?;
    let format = serde_json::from_str::<serde_json::Value>(&json).map_err(|error| failed(&error))?["format_version"].as_u64();
    if format != Some(FORMAT) {
        eprintln!("the public API is not compared: this version of Rust writes format {format:?} instead of {FORMAT}");
        return Ok(None);
    }
    let api = public_api::Builder::from_rustdoc_json(&file)
        .omit_auto_derived_impls(true)
        .omit_auto_trait_impls(true)
        .omit_blanket_impls(true)
        .build()
        .map_err(|error| failed(&error))?;
    Ok(Some(api.to_string()))
}
