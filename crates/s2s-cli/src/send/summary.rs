//! What a run comes to, for people.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use s2s_core::Code;

use super::record::{Record, Verdict};

/// What a run comes to.
#[derive(Default)]
pub(crate) struct Summary {
    outcomes: BTreeMap<(&'static str, &'static str), u64>,
    reasons: BTreeMap<(&'static str, &'static str, String), u64>,
    warnings: BTreeMap<Code, u64>,
    not_delivered: u64,
    total: u64,
}

/// What stands in place of a provider that is not known.
const NO_PROVIDER: &str = "-";

impl Summary {
    /// Adds an event.
    pub(crate) fn add(&mut self, record: &Record<'_>) {
        let provider = record.provider.unwrap_or(NO_PROVIDER);
        let outcome = record.verdict.name();
        self.total += 1;
        *self.outcomes.entry((provider, outcome)).or_default() += 1;
        for warning in &record.warnings {
            *self.warnings.entry(warning.code()).or_default() += 1;
        }
        if record.verdict.is_delivered() {
            return;
        }
        self.not_delivered += 1;
        let mut count = |reason: String| *self.reasons.entry((provider, outcome, reason)).or_default() += 1;
        match &record.verdict {
            Verdict::Invalid(issues) => issues.iter().for_each(|issue| count(format!("{}: {}", issue.code(), issue.code().meaning()))),
            verdict => count(verdict.reason().into_owned()),
        }
    }

    /// How many events the providers do not have, as far as is known.
    pub(crate) fn not_delivered(&self) -> u64 {
        self.not_delivered
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rows = vec![["provider", "outcome", "events"].map(str::to_owned)];
        rows.extend(
            self.outcomes.iter().map(|((provider, outcome), count)| [(*provider).to_owned(), (*outcome).to_owned(), count.to_string()]),
        );
        rows.push(["total".to_owned(), String::new(), self.total.to_string()]);
        table(f, &rows, [false, false, true])?;
        if !self.reasons.is_empty() {
            f.write_str("\nnot delivered, and why:\n")?;
            let rows: Vec<_> = self
                .reasons
                .iter()
                .map(|((provider, outcome, reason), count)| {
                    [count.to_string(), (*provider).to_owned(), (*outcome).to_owned(), reason.clone()]
                })
                .collect();
            table(f, &rows, [true, false, false, false])?;
        }
        if !self.warnings.is_empty() {
            f.write_str("\nwarnings:\n")?;
            let rows: Vec<_> =
                self.warnings.iter().map(|(code, count)| [count.to_string(), format!("{code}: {}", code.meaning())]).collect();
            table(f, &rows, [true, false])?;
        }
        Ok(())
    }
}

/// Writes rows in columns; a column of numbers stands to the right.
fn table<const N: usize>(f: &mut fmt::Formatter<'_>, rows: &[[String; N]], is_number: [bool; N]) -> fmt::Result {
    let mut widths = [0; N];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    for row in rows {
        let mut line = String::new();
        for ((cell, width), is_number) in row.iter().zip(widths).zip(is_number) {
            if is_number {
                write!(line, "{cell:>width$}  ")?;
            } else {
                write!(line, "{cell:<width$}  ")?;
            }
        }
        writeln!(f, "{}", line.trim_end())?;
    }
    Ok(())
}
