//! `s2s build`: events become requests, which are printed.

use std::borrow::Cow;
use std::io;

use s2s_core::dynamic::Destinations;
use s2s_core::{Code, Issue, Request};
use serde::{Serialize, Serializer};

use crate::args;
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::lines::{Batch, Line};
use crate::output::{IssueList, json_line};
use crate::{config, pipeline};

pub(crate) fn run(arguments: &args::Build) -> Result<bool, Error> {
    let destinations = config::load(&arguments.config)?;
    let clock = arguments.now.clock();
    pipeline::run(&arguments.file, |batch, out| build(&destinations, clock, batch, arguments.show_secrets, out))
}

fn build(destinations: &Destinations, clock: Clock, batch: &Batch, shows_secrets: bool, out: &mut Vec<u8>) -> io::Result<bool> {
    let now = clock.now();
    let mut is_fine = true;
    for Line { number: line, text } in batch.lines() {
        let built = match text {
            Some(text) => destinations.build(text, now, Some(&mut edge::new_id)).map_err(s2s_core::Issues::into_vec),
            None => Err(vec![too_long()]),
        };
        match built {
            Ok(built) => {
                let request = RequestLine { request: &built.request, shows_secrets };
                json_line(out, &BuiltLine { line, request, warnings: IssueList(built.request.warnings()) })?;
            }
            Err(issues) => {
                is_fine = false;
                json_line(out, &RefusedLine { line, issues: IssueList(&issues) })?;
            }
        }
    }
    Ok(is_fine)
}

/// What the core says of a line that is too long, for one that was not even kept.
pub(crate) fn too_long() -> Issue {
    Issue::new("", Code::TooLarge, "is larger than 4 MiB")
}

#[derive(Serialize)]
struct BuiltLine<'a> {
    line: u64,
    request: RequestLine<'a>,
    warnings: IssueList<'a>,
}

/// A line of the input that is not what it should be.
#[derive(Serialize)]
pub(crate) struct RefusedLine<'a> {
    pub(crate) line: u64,
    pub(crate) issues: IssueList<'a>,
}

struct RequestLine<'a> {
    request: &'a Request,
    shows_secrets: bool,
}

impl Serialize for RequestLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Shown<'a> {
            method: &'static str,
            url: Cow<'a, str>,
            headers: Headers<'a>,
            body: Cow<'a, str>,
        }
        let Self { request, shows_secrets } = *self;
        let (url, body) = if shows_secrets {
            (request.url().into(), String::from_utf8_lossy(request.body()))
        } else {
            (request.redacted_url(), request.redacted_body())
        };
        Shown { method: request.method().as_str(), url, headers: Headers(self), body }.serialize(serializer)
    }
}

struct Headers<'a>(&'a RequestLine<'a>);

impl Serialize for Headers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RequestLine { request, shows_secrets } = self.0;
        serializer.collect_seq(request.headers().iter().map(|header| {
            let value = if *shows_secrets { header.value() } else { header.redacted_value() };
            (header.name(), value)
        }))
    }
}
