//! What a run comes to, for people.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use s2s_core::Code;

use super::failures::Failures;
use super::record::{Record, Verdict};
use crate::outbox::Row;
use crate::output::table;

/// What a run comes to.
#[derive(Default)]
pub(crate) struct Summary {
    outcomes: BTreeMap<(Cow<'static, str>, &'static str), u64>,
    reasons: BTreeMap<(Cow<'static, str>, &'static str, String), u64>,
    warnings: BTreeMap<Code, u64>,
    /// Destination, kind and cause of failures.
    failures: Vec<[String; 3]>,
    not_delivered: u64,
    total: u64,
}

/// What stands in place of a provider that is not known.
const NO_PROVIDER: &str = "-";

impl Summary {
    /// Adds an event.
    pub(crate) fn add(&mut self, record: &Record<'_>) {
        let provider = record.provider.unwrap_or(NO_PROVIDER);
        for warning in &record.warnings {
            *self.warnings.entry(warning.code()).or_default() += 1;
        }
        let reasons = match &record.verdict {
            Verdict::Invalid(issues) => issues.iter().map(|issue| format!("{}: {}", issue.code(), issue.code().meaning())).collect(),
            verdict => vec![verdict.reason().into_owned()],
        };
        self.count(provider.into(), record.verdict.name(), record.verdict.is_delivered(), reasons);
    }

    /// Adds an event of an outbox.
    pub(crate) fn add_row(&mut self, row: &Row) {
        let provider = row.provider.clone().map_or(NO_PROVIDER.into(), Cow::Owned);
        self.count(provider, row.state.as_str(), row.state.is_delivered(), vec![row.reason().to_owned()]);
    }

    /// A summary that begins with warnings.
    pub(crate) fn with_warnings(warnings: BTreeMap<Code, u64>) -> Self {
        Self { warnings, ..Self::default() }
    }

    /// The same summary with the failures of destinations to which nothing could be delivered.
    pub(super) fn with_failures(self, failures: &Failures) -> Self {
        Self { failures: failures.rows(), ..self }
    }

    fn count(&mut self, provider: Cow<'static, str>, outcome: &'static str, is_delivered: bool, reasons: Vec<String>) {
        self.total += 1;
        *self.outcomes.entry((provider.clone(), outcome)).or_default() += 1;
        if is_delivered {
            return;
        }
        self.not_delivered += 1;
        for reason in reasons {
            *self.reasons.entry((provider.clone(), outcome, reason)).or_default() += 1;
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
            self.outcomes.iter().map(|((provider, outcome), count)| [provider.to_string(), (*outcome).to_owned(), count.to_string()]),
        );
        rows.push(["total".to_owned(), String::new(), self.total.to_string()]);
        f.write_str(&table(&rows, [false, false, true]))?;
        if !self.reasons.is_empty() {
            f.write_str("\nnot delivered, and why:\n")?;
            let rows: Vec<_> = self
                .reasons
                .iter()
                .map(|((provider, outcome, reason), count)| {
                    [count.to_string(), provider.to_string(), (*outcome).to_owned(), reason.clone()]
                })
                .collect();
            f.write_str(&table(&rows, [true, false, false, false]))?;
        }
        if !self.failures.is_empty() {
            f.write_str("\nnothing delivered, and the last cause:\n")?;
            f.write_str(&table(&self.failures, [false, false, false]))?;
        }
        if !self.warnings.is_empty() {
            f.write_str("\nwarnings:\n")?;
            let rows: Vec<_> =
                self.warnings.iter().map(|(code, count)| [count.to_string(), format!("{code}: {}", code.meaning())]).collect();
            f.write_str(&table(&rows, [true, false]))?;
        }
        Ok(())
    }
}
