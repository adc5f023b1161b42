//! How many lines of the source name a provider: each is one that a further provider may need, too.
//!
//! A line counts where it contains the name of a provider or of its client, in any case and with or without underscores. Not counted are
//! - what belongs to one provider: files in a folder of its name or with its name, and `vectors/`;
//! - what is generated;
//! - tests, benches, examples and fuzz targets, which have cases of their own;
//! - prose: Markdown, comments and docstrings.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use s2s_core::dynamic::PROVIDERS;

use crate::run::{command, output, root};
use crate::{api, generate};

/// The largest number of such lines.
const LIMIT: usize = 40;

/// Folders of cases: a part of a path, whatever follows its name in a longer one (`S2SEventsTests`).
const CASES: [&str; 8] = ["vectors", "tests", "test", "benches", "bench", "examples", "fuzz", "consumers"];

pub(crate) fn check() -> Result<(), String> {
    let words: BTreeSet<String> =
        PROVIDERS.iter().flat_map(|spec| [spec.name, spec.type_name]).map(|name| name.to_lowercase().replace('_', "")).collect();
    let generated: Vec<String> = generate::paths()?.into_iter().chain([api::LISTING.to_owned()]).collect();
    let mut found = Vec::new();
    for path in output(&mut command("git", &["ls-files"]))?.lines() {
        if is_of_cases(path) || is_of_a_provider(path) || path.ends_with(".md") || generated.iter().any(|own| own == path) {
            continue;
        }
        // What is not text has no lines.
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        for (number, line) in code(path, &text) {
            let plain = line.to_lowercase().replace('_', "");
            if words.iter().any(|word| plain.contains(word)) {
                found.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    if found.len() > LIMIT {
        return Err(format!("{}\n{} lines name a provider, {LIMIT} at most", found.join("\n"), found.len()));
    }
    eprintln!("{} lines name a provider, {LIMIT} at most", found.len());
    Ok(())
}

fn is_of_cases(path: &str) -> bool {
    path.split('/').any(|part| CASES.contains(&part.to_lowercase().as_str()))
}

fn is_of_a_provider(path: &str) -> bool {
    let path = Path::new(path);
    let parts = path.iter().chain(path.file_stem());
    parts.filter_map(|part| part.to_str()).any(|part| PROVIDERS.iter().any(|spec| spec.name == part))
}

/// The lines that are code, with their numbers.
fn code<'t>(path: &str, text: &'t str) -> Vec<(usize, &'t str)> {
    let extension = Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let has_docstrings = matches!(extension, "py" | "pyi");
    let comments: &[&str] = if matches!(extension, "py" | "pyi" | "toml" | "yml" | "sh") { &["#"] } else { &["//", "/*", "*"] };
    let mut is_docstring = false;
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        // A module's tests are at its end.
        if extension == "rs" && line.trim() == "#[cfg(test)]" {
            break;
        }
        let quotes = if has_docstrings { line.matches("\"\"\"").count() } else { 0 };
        if !is_docstring && quotes == 0 && !comments.iter().any(|comment| line.trim_start().starts_with(comment)) {
            lines.push((number, line));
        }
        is_docstring ^= quotes % 2 == 1;
    }
    lines
}
