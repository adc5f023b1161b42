//! What a run comes to, for people: what arrived, what did not and why, and where to look.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

use s2s_core::Code;
use serde::Deserialize;

use super::failures::Failures;
use super::record::{Record, Verdict};
use crate::outbox::Row;
use crate::output::table;

/// Number of problems that a section lists.
const SHOWN: usize = 6;
/// Number of problems that are counted one by one; paths hold keys of the events, so there may be many.
const MAX_PROBLEMS: usize = 10_000;
/// Number of lines that a problem names.
const LINES: usize = 3;

/// Placeholder of a provider that is not known.
const NO_PROVIDER: &str = "-";

/// Sections of what was not delivered: what to do, and the outcomes that ask for it.
const SECTIONS: [(&str, &[&str]); 8] = [
    ("to fix in the events, which were not sent", &["invalid"]),
    ("refused by the provider", &["rejected"]),
    ("credentials refused, check the configuration", &["unauthorized"]),
    ("not delivered yet, send again later", &["retry_later", "not_sent", "waiting", "added", "again"]),
    ("may have arrived, sending again may count twice", &["unclear"]),
    ("without a destination in the configuration", &["unconfigured"]),
    ("dropped", &["dropped"]),
    ("given up", &["gave_up"]),
];

/// What a run comes to.
#[derive(Default)]
pub(crate) struct Summary {
    /// Numbers of events by provider, and by outcome.
    outcomes: BTreeMap<Cow<'static, str>, BTreeMap<&'static str, u64>>,
    problems: BTreeMap<Problem, Place>,
    /// Problems beyond [`MAX_PROBLEMS`], by outcome.
    uncounted: BTreeMap<&'static str, u64>,
    warnings: BTreeMap<Code, u64>,
    /// Destination, kind and cause of failures.
    failures: Vec<[String; 3]>,
    not_delivered: u64,
    total: u64,
    /// Whether a problem has the code of an issue.
    has_codes: bool,
}

/// Why events were not delivered.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Problem {
    outcome: &'static str,
    /// The destination of an event for every provider; the provider of another one.
    destination: Cow<'static, str>,
    /// Path of an issue; empty where there is none.
    path: String,
    message: String,
}

/// Where a problem occurs.
#[derive(Default)]
struct Place {
    count: u64,
    lines: Vec<u64>,
}

impl Summary {
    /// Adds an event.
    pub(crate) fn add(&mut self, record: &Record<'_>) {
        for warning in &record.warnings {
            *self.warnings.entry(warning.code()).or_default() += 1;
        }
        let reasons = match &record.verdict {
            verdict if verdict.is_settled() => Vec::new(),
            Verdict::Invalid(issues) => {
                self.has_codes = true;
                issues.iter().map(|issue| (issue.path().to_owned(), format!("{} [{}]", issue.message(), issue.code()))).collect()
            }
            verdict => vec![(String::new(), verdict.reason().into_owned())],
        };
        let provider = record.provider.unwrap_or(NO_PROVIDER).into();
        let destination = record.destination.map(|destination| Cow::Owned(destination.to_owned()));
        self.count(provider, destination, record.verdict.name(), record.line, record.verdict.is_settled(), reasons);
    }

    /// Adds an event of an outbox.
    pub(crate) fn add_row(&mut self, row: &Row) {
        #[derive(Deserialize)]
        struct Issue {
            path: String,
            code: String,
            message: String,
        }

        let issues: Option<Vec<Issue>> = row.issues.as_ref().and_then(|issues| serde_json::from_str(issues.get()).ok());
        let reasons = match issues {
            _ if row.state.is_settled() => Vec::new(),
            Some(issues) => {
                self.has_codes = true;
                issues.into_iter().map(|issue| (issue.path, format!("{} [{}]", issue.message, issue.code))).collect()
            }
            None => vec![(String::new(), row.reason().to_owned())],
        };
        let provider = row.provider.clone().map_or(NO_PROVIDER.into(), Cow::Owned);
        let destination = row.label.clone().map(Cow::Owned);
        self.count(provider, destination, row.state.as_str(), row.line, row.state.is_settled(), reasons);
    }

    /// A summary that begins with warnings.
    pub(crate) fn with_warnings(warnings: BTreeMap<Code, u64>) -> Self {
        Self { warnings, ..Self::default() }
    }

    /// The same summary with the failures of destinations to which nothing could be delivered.
    pub(super) fn with_failures(self, failures: &Failures) -> Self {
        Self { failures: failures.rows(), ..self }
    }

    /// Counts an event; `destination` is the one of an event for every provider.
    fn count(
        &mut self,
        provider: Cow<'static, str>,
        destination: Option<Cow<'static, str>>,
        outcome: &'static str,
        line: u64,
        is_settled: bool,
        reasons: Vec<(String, String)>,
    ) {
        self.total += 1;
        self.not_delivered += u64::from(!is_settled);
        *self.outcomes.entry(provider.clone()).or_default().entry(outcome).or_default() += 1;
        let destination = destination.unwrap_or(provider);
        for (path, message) in reasons {
            let problem = Problem { outcome, destination: destination.clone(), path, message };
            if self.problems.len() >= MAX_PROBLEMS && !self.problems.contains_key(&problem) {
                *self.uncounted.entry(outcome).or_default() += 1;
                continue;
            }
            let place = self.problems.entry(problem).or_default();
            place.count += 1;
            if place.lines.len() < LINES {
                place.lines.push(line);
            }
        }
    }

    /// Number of events that the providers do not have, as far as is known.
    pub(crate) fn not_delivered(&self) -> u64 {
        self.not_delivered
    }

    /// The table of outcomes by provider.
    fn arrived(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut totals: BTreeMap<&'static str, u64> = BTreeMap::new();
        for (outcome, count) in self.outcomes.values().flatten() {
            *totals.entry(outcome).or_default() += count;
        }
        let known =
            ["delivered", "duplicate", "skipped"].into_iter().chain(SECTIONS.iter().flat_map(|(_, outcomes)| outcomes.iter().copied()));
        let columns: Vec<&str> = known.filter(|outcome| totals.contains_key(outcome)).collect();
        let row = |name: &str, counts: &BTreeMap<&'static str, u64>| {
            let cells = columns.iter().map(|outcome| counts.get(outcome).map(u64::to_string).unwrap_or_default());
            let total = counts.values().sum::<u64>().to_string();
            [name.to_owned()].into_iter().chain(cells).chain([total]).collect()
        };
        let heads = ["provider"].into_iter().chain(columns.iter().copied()).chain(["events"]).map(str::to_owned).collect();
        let mut rows: Vec<Vec<String>> = vec![heads];
        rows.extend(self.outcomes.iter().map(|(provider, counts)| row(provider, counts)));
        if self.outcomes.len() != 1 {
            rows.push(row("total", &totals));
        }
        f.write_str(&table(&rows, |column| column > 0))
    }

    /// One section of what was not delivered.
    fn section(&self, f: &mut fmt::Formatter<'_>, title: &str, outcomes: &[&str]) -> fmt::Result {
        let mut problems: Vec<_> = self.problems.iter().filter(|(problem, _)| outcomes.contains(&problem.outcome)).collect();
        if problems.is_empty() {
            return Ok(());
        }
        problems.sort_by_key(|(_, place)| (Reverse(place.count), place.lines.first().copied()));
        let uncounted: u64 = outcomes.iter().filter_map(|outcome| self.uncounted.get(outcome)).sum();
        let others = problems.len().saturating_sub(SHOWN) as u64 + uncounted;
        writeln!(f, "\n{title}:")?;
        let rows: Vec<_> = problems
            .into_iter()
            .take(SHOWN)
            .map(|(problem, place)| {
                let path = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
                vec![place.to_string(), problem.destination.to_string(), path + &problem.message]
            })
            .collect();
        for line in table(&rows, |_| false).lines() {
            writeln!(f, "  {line}")?;
        }
        match others {
            0 => Ok(()),
            1 => writeln!(f, "  … and 1 more problem"),
            _ => writeln!(f, "  … and {others} more problems"),
        }
    }
}

/// The lines, such as "line 3" or "lines 3, 4, … (7)".
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.lines.iter().map(u64::to_string).collect();
        let (noun, lines) = (if self.count == 1 { "line" } else { "lines" }, lines.join(", "));
        if self.count > self.lines.len() as u64 { write!(f, "{noun} {lines}, … ({})", self.count) } else { write!(f, "{noun} {lines}") }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.arrived(f)?;
        for (title, outcomes) in SECTIONS {
            self.section(f, title, outcomes)?;
        }
        if !self.failures.is_empty() {
            f.write_str("\nnothing delivered, and the last cause:\n")?;
            let rows: Vec<_> = self.failures.iter().map(|row| row.to_vec()).collect();
            f.write_str(&table(&rows, |_| false))?;
        }
        if !self.warnings.is_empty() {
            f.write_str("\nwarnings:\n")?;
            let rows: Vec<_> =
                self.warnings.iter().map(|(code, count)| vec![count.to_string(), format!("{code}: {}", code.meaning())]).collect();
            f.write_str(&table(&rows, |column| column == 0))?;
        }
        if self.has_codes || !self.warnings.is_empty() {
            writeln!(f, "\nwhat the codes mean: {}", Code::PAGE)?;
        }
        Ok(())
    }
}
