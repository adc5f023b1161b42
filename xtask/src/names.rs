//! How many lines of the source name a provider: each is one that a further provider may need, too.
//!
//! A line counts where words of it are the name of a provider or of its client, in any case and with or without underscores. Not counted are
//! - what belongs to one provider: files in a folder of its name or with its name, and `vectors/`;
//! - what is generated;
//! - converters from a provider's format (`FORMATS`);
//! - the hash functions, as a rule that is one provider's alone has its name, and lists of packages (`*.lock`, `*-lock.json`);
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

/// Functions, and the files of their names, whose subject is a provider's format: applications have events in it, wherever they send them.
const FORMATS: [&str; 3] = ["from_ga4", "fromGa4", "fromGA4"];

/// What has the name of a provider in it and is another thing.
const OTHERS: [&str; 5] = ["META-INF", "<meta ", "metaKey", "uniffi_meta", "color-adjust"];

pub(crate) fn check() -> Result<(), String> {
    let words: BTreeSet<String> =
        PROVIDERS.iter().flat_map(|spec| [spec.name, spec.type_name]).map(|name| name.to_lowercase().replace('_', "")).collect();
    let generated: Vec<String> = generate::paths()?.into_iter().chain([api::LISTING.to_owned()]).collect();
    let mut found = Vec::new();
    for path in output(&mut command("git", &["ls-files"]))?.lines() {
        if is_of_cases(path) || is_of_a_provider(path) || is_left_out(path) || generated.iter().any(|own| own == path) {
            continue;
        }
        // What is not text has no lines.
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        for (number, line) in code(path, &text) {
            if names_one(line, &words) {
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

/// Whether words of a line, as they are between capitals, underscores and signs, are one of these names.
fn names_one(line: &str, names: &BTreeSet<String>) -> bool {
    let line = OTHERS.iter().chain(&FORMATS).fold(line.to_owned(), |line, other| line.replace(other, ""));
    line.split(|character: char| !character.is_alphanumeric() && character != '_').any(|identifier| {
        let mut words: Vec<String> = Vec::new();
        let mut was_lower = false;
        for character in identifier.chars() {
            if words.is_empty() || character == '_' || (was_lower && character.is_uppercase()) {
                words.push(String::new());
            }
            if character != '_' {
                words.last_mut().into_iter().for_each(|word| word.extend(character.to_lowercase()));
            }
            was_lower = character.is_lowercase();
        }
        // What is named after a rule of a provider, as those functions are.
        words.first().is_none_or(|first| first != "hash")
            && (0..words.len()).any(|first| (first..words.len()).any(|last| names.contains(&words[first..=last].concat())))
    })
}

fn is_left_out(path: &str) -> bool {
    let is_hash = Path::new(path).iter().chain(Path::new(path).file_stem()).any(|part| part.eq_ignore_ascii_case("hash"));
    let is_format = Path::new(path).file_stem().is_some_and(|stem| FORMATS.iter().any(|format| *format == stem));
    is_hash || is_format || [".md", ".lock", "-lock.json"].iter().any(|end| path.ends_with(end))
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
