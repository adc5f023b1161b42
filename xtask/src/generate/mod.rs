//! `cargo xtask generate`: files that follow from the code. With `--check` a stale one is an error.

mod declarations;
mod python;
mod typescript;

use std::fmt::Write;
use std::fs;

use s2s_core::{Code, Severity};

use crate::run::root;

pub(crate) fn run(is_check: bool) -> Result<(), String> {
    let declarations = declarations::read()?;
    for (path, text) in [
        ("docs/issue-codes.md", issue_codes()),
        ("python/s2s_events/types.py", python::types(&declarations, &declarations::delivery()?)),
        ("node/src/types.ts", typescript::types(&declarations, &declarations::delivery()?)),
    ] {
        let file = root().join(path);
        if !is_check {
            fs::write(file, text).map_err(|error| format!("{path}: {error}"))?;
        } else if fs::read_to_string(file).ok().as_ref() != Some(&text) {
            return Err(format!("{path} is stale: run `cargo xtask generate`"));
        }
    }
    Ok(())
}

fn issue_codes() -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/issue.rs`. -->\n\n# Issue codes\n\nAn issue says where (a JSON Pointer), what (a code of this table) and why (a message for people). Codes are stable; messages are not.\n",
    );
    for (severity, title, text) in [
        (Severity::Issue, "Issues", "Nothing is built. All issues of an event are told at once."),
        (Severity::Warning, "Warnings", "The request is built and carries them: legal, but probably not meant."),
    ] {
        let _ = write!(page, "\n## {title}\n\n{text}\n\n| code | meaning | example |\n|---|---|---|\n");
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let _ = writeln!(page, "| `{code}` | {} | {} |", code.meaning(), code.example());
        }
    }
    page
}
