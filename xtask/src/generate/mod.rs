//! `cargo xtask generate`: files that follow from the code. With `--check` a stale one is an error.

mod declarations;
mod kafka;
mod kotlin;
mod neutral;
mod node;
mod pages;
mod prose;
mod python;
mod swift;
mod typescript;
mod vectors;

use std::fs;

use s2s_core::dynamic::PROVIDERS;

use crate::run::{piped, root};

/// What the first line of a file says that is made here.
const MADE: &str = "Made by `cargo xtask generate` from `crates/s2s-core`.";

/// Comments around the generated part of a Markdown page, and of a YAML file.
const MARKDOWN: (&str, &str) = ("<!-- Made by `cargo xtask generate`. -->\n\n", "\n<!-- End of the generated part. -->\n");
const YAML: (&str, &str) = ("      # Made by `cargo xtask generate`.\n", "      # End of the generated part.\n");

pub(crate) fn run(is_check: bool) -> Result<(), String> {
    let files = files()?;
    for (path, text) in &files {
        let file = root().join(path);
        // A file that is as it should be stays untouched, so that nothing is compiled again for it.
        if fs::read_to_string(&file).is_ok_and(|there| there == *text) {
            continue;
        }
        if is_check {
            return Err(format!("{path} is stale: run `cargo xtask generate`"));
        }
        file.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(file, text))
            .map_err(|error| format!("{path}: {error}"))?;
    }
    strays(&files, is_check)
}

/// The files that are made as a whole.
pub(crate) fn paths() -> Result<Vec<String>, String> {
    Ok(files()?.into_iter().map(|(path, _)| path).collect())
}

/// Every file that follows from the code.
fn files() -> Result<Vec<(String, String)>, String> {
    let declarations = declarations::read()?;
    let delivery = declarations::delivery()?;
    let names = declarations.iter().chain(&delivery).flat_map(|declaration| &declaration.fields).map(|field| field.name).collect();
    let files = [
        ("README.md", with_part("README.md", MARKDOWN, &pages::table("docs/providers/"))?),
        ("mkdocs.yml", with_part("mkdocs.yml", YAML, &pages::navigation())?),
        ("docs/issue-codes.md", pages::issue_codes()),
        ("docs/delivery-settings.md", pages::delivery()),
        ("docs/one-event-reference.md", neutral::page()?),
        ("docs/providers/index.md", pages::providers()),
        ("vectors/counts.json", vectors::counts()?),
        ("crates/s2s-core/tests/common/typed.rs", rust(vectors::typed())?),
        ("bindings/python/src/providers.rs", rust(python::native())?),
        ("python/s2s_events/_kinds.py", python::kinds()),
        ("python/s2s_events/_providers.py", python::providers()),
        ("python/s2s_events/_providers.pyi", python::stubs()),
        ("python/s2s_events/types.py", python::types(&declarations, &delivery)),
        ("python/tests/providers.py", python::tests()),
        ("kotlin/src/main/kotlin/io/github/s2sevents/Providers.kt", kotlin::providers(&names)),
        ("kotlin/src/test/kotlin/io/github/s2sevents/TypedProviders.kt", kotlin::tests()),
        ("kafka/src/main/kotlin/io/github/s2sevents/kafka/Settings.kt", kafka::settings()?),
        ("swift/Sources/S2SEvents/Closed.swift", swift::closed()?),
        ("swift/Sources/S2SEvents/Providers.swift", swift::providers(&names)),
        ("swift/Tests/S2SEventsTests/TypedProviders.swift", swift::tests()),
        ("node/providers.mjs", node::exports()),
        ("node/src/neutral.ts", node::neutral()),
        ("node/src/providers.ts", node::providers(&names)),
        ("node/test/providers.mjs", node::tests()),
        ("node/src/types.ts", typescript::types(&declarations, &delivery)),
    ];
    let enums = kotlin::enums().map(|own| (format!("kotlin/src/main/kotlin/io/github/s2sevents/{}.kt", own.name), kotlin::closed(own)));
    let pages = PROVIDERS.iter().map(|spec| (format!("{PAGES}/{}.md", spec.name), pages::provider(spec)));
    Ok(files.into_iter().map(|(path, text)| (path.to_owned(), text)).chain(enums).chain(pages).collect())
}

/// The folder of the pages of providers, in which there is nothing else.
const PAGES: &str = "docs/providers";

/// The page of a provider that is gone.
fn strays(files: &[(String, String)], is_check: bool) -> Result<(), String> {
    let folder = fs::read_dir(root().join(PAGES)).map_err(|error| format!("{PAGES}: {error}"))?;
    for file in folder.filter_map(Result::ok) {
        let path = format!("{PAGES}/{}", file.file_name().to_string_lossy());
        if files.iter().any(|(known, _)| *known == path) {
            continue;
        }
        if is_check {
            return Err(format!("{path} is stale: run `cargo xtask generate`"));
        }
        fs::remove_file(file.path()).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

/// The file, with `part` in place of its generated part, which is between two comments.
fn with_part(path: &str, (begin, end): (&str, &str), part: &str) -> Result<String, String> {
    let text = fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))?;
    let (before, rest) = text.split_once(begin).ok_or_else(|| format!("{path} has no generated part"))?;
    let (_, after) = rest.split_once(end).ok_or_else(|| format!("{path} has no end of its generated part"))?;
    Ok([before, begin, part, end, after].concat())
}

/// Rust, formatted.
fn rust(source: String) -> Result<String, String> {
    piped("rustfmt", &["--edition", "2024", "--config-path", "rustfmt.toml"], &source)
}
