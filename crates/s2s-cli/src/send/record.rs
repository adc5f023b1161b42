//! What became of one event, and how that is written down.

use std::borrow::Cow;
use std::io::{self, Write};

use s2s_core::delivery::{Report, ReportKind};
use s2s_core::dynamic::PROVIDERS;
use s2s_core::{Issue, Outcome};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::output::{IssueList, json_line, retry_after_ms};
use crate::state::SKIPPED;

/// What became of one event.
pub(crate) struct Record<'t> {
    /// The name of its file, where there are several.
    pub(crate) file: Option<&'t str>,
    /// Its line in the input, from 1.
    pub(crate) line: u64,
    /// The line itself; `None` if it was too long to be kept.
    pub(crate) text: Option<&'t [u8]>,
    /// Its provider, where it is known.
    pub(crate) provider: Option<&'static str>,
    /// Of an event for every provider: the destination that this is about.
    pub(crate) destination: Option<&'t str>,
    /// The id that was made for it.
    pub(crate) new_id: Option<String>,
    pub(crate) warnings: Vec<Issue>,
    pub(crate) verdict: Verdict,
}

/// What became of an event, in short.
pub(crate) enum Verdict {
    /// It was sent, or it was decided that it is not to be sent.
    Report(Report),
    /// It is not right; nothing was sent.
    Invalid(Vec<Issue>),
    /// The destination is not to get it.
    Skipped,
    /// The run ended before its turn came.
    NotSent,
}

impl Verdict {
    /// What a report says. Without a response and without an attempt an event is given up only if
    /// the run ends.
    pub(crate) fn of(report: Report) -> Self {
        let was_never_sent = report.kind == ReportKind::GaveUp && report.outcome.is_none() && report.attempts == 0;
        if was_never_sent { Self::NotSent } else { Self::Report(report) }
    }

    /// Name in JSON: the last outcome, or `dropped` or `gave_up` where there is none, or
    /// `invalid`, `skipped` or `not_sent`.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Report(report) => report.outcome.as_ref().map_or(report.kind.as_str(), |outcome| outcome.kind().as_str()),
            Self::Invalid(_) => "invalid",
            Self::Skipped => "skipped",
            Self::NotSent => "not_sent",
        }
    }

    /// Whether the provider has the event.
    pub(crate) fn is_delivered(&self) -> bool {
        matches!(self, Self::Report(report) if matches!(report.kind, ReportKind::Delivered | ReportKind::Duplicate))
    }

    /// Whether nothing is left to do about it.
    pub(crate) fn is_settled(&self) -> bool {
        self.is_delivered() || matches!(self, Self::Skipped)
    }

    /// Why, for people: of an invalid event the codes of its issues.
    pub(crate) fn reason(&self) -> Cow<'static, str> {
        match self {
            Self::Report(report) => report.outcome.as_ref().map_or_else(|| report.reason.clone(), |outcome| outcome.reason().into()),
            Self::Skipped => SKIPPED.into(),
            Self::NotSent => "the run ended before its turn".into(),
            Self::Invalid(issues) => codes(issues).into(),
        }
    }

    fn issues(&self) -> Option<IssueList<'_>> {
        match self {
            Self::Invalid(issues) => Some(IssueList(issues)),
            _ => None,
        }
    }
}

/// The codes of issues, each once.
pub(crate) fn codes(issues: &[Issue]) -> String {
    let mut codes: Vec<&str> = Vec::new();
    for issue in issues {
        if !codes.contains(&issue.code().as_str()) {
            codes.push(issue.code().as_str());
        }
    }
    codes.join(", ")
}

impl Record<'_> {
    /// Writes its line of `--report`.
    pub(crate) fn report(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            file: Option<&'a str>,
            line: u64,
            provider: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            destination: Option<&'a str>,
            outcome: &'static str,
            reason: Cow<'static, str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            scope: Option<&'static str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            maybe_delivered: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            attempts: Option<u32>,
            #[serde(skip_serializing_if = "Option::is_none")]
            retry_after_ms: Option<u64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            provider_message: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            cause: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            issues: Option<IssueList<'a>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            warnings: Option<IssueList<'a>>,
        }
        let report = match &self.verdict {
            Verdict::Report(report) => Some(report),
            _ => None,
        };
        let outcome = report.and_then(|report| report.outcome.as_ref());
        json_line(
            out,
            &Line {
                file: self.file,
                line: self.line,
                provider: self.provider,
                destination: self.destination,
                outcome: self.verdict.name(),
                reason: self.verdict.reason(),
                scope: outcome.map(|outcome| outcome.scope().as_str()),
                maybe_delivered: report.map(|report| report.maybe_delivered),
                attempts: report.map(|report| report.attempts).filter(|attempts| *attempts > 1),
                retry_after_ms: outcome.and_then(retry_after_ms),
                provider_message: outcome.and_then(Outcome::provider_message),
                cause: report.and_then(|report| report.cause.as_deref()),
                issues: self.verdict.issues(),
                warnings: Some(IssueList(&self.warnings)).filter(|_| !self.warnings.is_empty()),
            },
        )
    }

    /// Writes its line of `--failed`.
    pub(crate) fn failure(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            file: Option<&'a str>,
            line: u64,
            outcome: &'static str,
            reason: Cow<'static, str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            issues: Option<IssueList<'a>>,
            event: Option<Event<'a>>,
        }
        json_line(
            out,
            &Line {
                file: self.file,
                line: self.line,
                outcome: self.verdict.name(),
                reason: self.verdict.reason(),
                issues: self.verdict.issues(),
                event: self.text.map(|text| Event::read_for(text, self.destination, self.new_id.as_deref())),
            },
        )
    }
}

/// The provider of an event that could not be built, if it names one.
pub(crate) fn provider_of(text: &[u8]) -> Option<&'static str> {
    #[derive(Deserialize)]
    struct Envelope {
        provider: String,
    }

    let Envelope { provider } = serde_json::from_slice(text).ok()?;
    PROVIDERS.iter().map(|known| known.name).find(|name| **name == provider)
}

/// The destination that an event names.
pub(crate) fn destination_of(text: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Envelope {
        destination: String,
    }

    serde_json::from_slice(text).ok().map(|Envelope { destination }| destination)
}

#[cfg(test)]
mod tests {
    use s2s_core::delivery::{Config, Delivery, Next, Submission};
    use s2s_core::{Adjust, NoResponse, Timestamp, adjust};

    use super::*;
    use crate::outbox::Details;

    #[test]
    fn the_cause_of_a_missing_response_is_reported_without_what_the_request_carries() {
        let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
        let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build()).unwrap();
        let event = adjust::Event::builder().event_token("f0ob4r").external_device_id("canary-device").build();
        let mut delivery = Delivery::new(&Config::default(), 1).unwrap().once();
        delivery.submit(Submission::new("1", adjust.event(&event, now).unwrap()), now).unwrap();
        let Next::Send { ticket, .. } = delivery.poll(now) else { panic!("nothing to send") };
        delivery.on_failure(ticket, NoResponse::Connect, "https://a.example/?id=canary-device: refused", now);
        let report = delivery.take_reports().remove(0);

        let details = serde_json::to_value(Details::of(&report)).unwrap();
        let mut out = Vec::new();
        let verdict = Verdict::Report(report);
        Record { file: None, line: 1, text: None, provider: None, destination: None, new_id: None, warnings: Vec::new(), verdict }
            .report(&mut out)
            .unwrap();
        let line: serde_json::Value = serde_json::from_slice(&out).unwrap();
        for cause in [&details["cause"], &line["cause"]] {
            let cause = cause.as_str().unwrap();
            assert!(cause.contains("refused") && !cause.contains("canary"), "{cause}");
        }
    }
}
