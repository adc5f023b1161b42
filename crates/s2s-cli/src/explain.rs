//! `s2s explain`: where the fields of an event for every provider go at each destination.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};

use s2s_core::dynamic::{Destinations, Explained, Part, Verdict};
use s2s_core::one_event::Row;
use s2s_core::{Issue, Issues};
use serde::Serialize;

use crate::edge::{self, Clock};
use crate::error::Error;
use crate::lines::{Batch, Line, too_long};
use crate::neutral::{self, Form};
use crate::output::{self, IssueList, json_line, table};
use crate::{args, config, demo, pipeline};

/// Number of spaces before what belongs to a destination.
const INDENT: &str = "  ";

pub(crate) fn run(arguments: &args::Explain) -> Result<bool, Error> {
    let destinations = if arguments.sandbox { demo::unsent()? } else { config::load(&arguments.config)?.destinations };
    let explainer = Explainer {
        destinations,
        clock: arguments.now.clock(),
        shows_all: arguments.all,
        is_json: arguments.json,
        own: AtomicU64::default(),
    };
    let is_fine = pipeline::run(&arguments.file, &arguments.table, "| s2s explain -", |batch, out| explainer.explain(batch, out))?;
    match explainer.own.into_inner() {
        0 => {}
        1 => output::say("s2s: 1 line is an event of one provider, where nothing is mapped"),
        own => output::say(&format!("s2s: {own} lines are events of one provider, where nothing is mapped")),
    }
    Ok(is_fine)
}

struct Explainer {
    destinations: Destinations,
    clock: Clock,
    /// Whether fields are listed that the event does not have.
    shows_all: bool,
    is_json: bool,
    /// Number of lines that are events of one provider.
    own: AtomicU64,
}

impl Explainer {
    fn explain(&self, batch: &Batch, out: &mut Vec<u8>) -> io::Result<bool> {
        let now = self.clock.now();
        let mut is_fine = true;
        for Line { number, text } in batch.lines() {
            let explained = match text {
                Some(text) if Form::of(text) == Form::Own => {
                    self.own.fetch_add(1, Ordering::Relaxed);
                    continue;
                }
                Some(text) => neutral::explain(&self.destinations, text, now, &mut edge::new_id),
                None => Err(vec![too_long()]),
            };
            match explained {
                Ok(explained) => {
                    for own in &explained {
                        is_fine &= !matches!(own.part.verdict, Verdict::Refused(_));
                        self.write(&Lines::of(number, own, self.shows_all), out)?;
                    }
                }
                Err(issues) => {
                    is_fine = false;
                    self.write(&Lines::refused(number, &issues), out)?;
                }
            }
        }
        Ok(is_fine)
    }

    fn write(&self, lines: &Lines<'_>, out: &mut Vec<u8>) -> io::Result<()> {
        if self.is_json {
            return json_line(out, lines);
        }
        out.extend_from_slice(lines.for_people().as_bytes());
        Ok(())
    }
}

/// What is known of an event at one destination, without the event's values.
#[derive(Serialize)]
struct Lines<'e> {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    destination: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<&'static str>,
    verdict: &'static str,
    fields: Vec<Field>,
    issues: IssueList<'e>,
    warnings: IssueList<'e>,
}

/// A field of the event and its place.
#[derive(Serialize)]
struct Field {
    from: &'static str,
    to: &'static str,
    how: &'static str,
    given: bool,
}

impl<'e> Lines<'e> {
    fn of(line: u64, Explained { part, rows, .. }: &'e Explained<'_>, shows_all: bool) -> Self {
        let Part { destination, verdict, .. } = part;
        let (name, issues, warnings): (_, &[Issue], &[Issue]) = match verdict {
            Verdict::Built(request) => ("built", &[], request.warnings()),
            Verdict::Refused(issues) => ("refused", Issues::as_slice(issues), &[]),
            Verdict::Skipped => ("skipped", &[], &[]),
        };
        let mut fields: Vec<Field> = Vec::with_capacity(rows.len());
        for Row { from, to, how, is_given, .. } in rows {
            let is_listed = fields.iter().any(|field| (field.from, field.to) == (*from, *to));
            if !is_listed && (*is_given || shows_all) {
                fields.push(Field { from, to, how: how.as_str(), given: *is_given });
            }
        }
        Self {
            line,
            destination: Some(part.label().into_owned()),
            provider: Some(destination.provider()),
            verdict: name,
            fields,
            issues: IssueList(issues),
            warnings: IssueList(warnings),
        }
    }

    /// An event that is wrong for every destination.
    fn refused(line: u64, issues: &'e [Issue]) -> Self {
        let (issues, warnings) = (IssueList(issues), IssueList(&[]));
        Self { line, destination: None, provider: None, verdict: "refused", fields: Vec::new(), issues, warnings }
    }

    fn for_people(&self) -> String {
        let place = match (&self.destination, self.provider) {
            (Some(destination), Some(provider)) if destination == provider => format!(", {destination}"),
            (Some(destination), Some(provider)) => format!(", {destination} ({provider})"),
            _ => String::new(),
        };
        let mut text = format!("line {}{place}: {}\n", self.line, self.verdict);
        let whole = |path: &'static str| if path.is_empty() { "/" } else { path }.to_owned();
        let fields: Vec<Vec<String>> = (self.fields.iter())
            .map(|field| {
                vec![whole(field.from), whole(field.to), field.how.to_owned(), if field.given { "" } else { "not given" }.to_owned()]
            })
            .collect();
        for line in table(&fields, |_| false).lines() {
            text.extend([INDENT, line, "\n"]);
        }
        for (title, IssueList(issues)) in [("issues", &self.issues), ("warnings", &self.warnings)] {
            if !issues.is_empty() {
                text.extend([INDENT, title, ":\n"]);
            }
            for issue in *issues {
                let path = if issue.path().is_empty() { "/" } else { issue.path() };
                text += &format!("{INDENT}{INDENT}{path}: {} [{}]\n", issue.message(), issue.code());
            }
        }
        text.push('\n');
        text
    }
}
