//! What became of an event, as a line of JSON.

use std::borrow::Cow;
use std::io::Write;

use crate::encode::json::{self, Object};
use crate::issue::Issue;
use crate::request::Request;
use crate::value::Json;

use super::fan_out::{Part, Verdict};

/// What lines of requests show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whether credentials are shown; otherwise they are `[redacted]`.
    pub secrets: bool,
    /// Whether a request has its [lane key](Request::lane_key) next to it, in `lane_key`: null where the order does not matter.
    pub lane_keys: bool,
}

/// Appends one line: `{"line":1,"request":{"method":…,"url":…,"headers":[[name,value],…],"body":…},"warnings":[…]}`, or
/// `{"line":2,"issues":[…]}`, where an issue or warning has `path`, `code` and `message`.
pub fn write(out: &mut Vec<u8>, line: u64, built: Result<&Request, &[Issue]>, shown: Shown) {
    let mut object = begin(out, line);
    result(&mut object, built, shown);
    object.end();
    out.push(b'\n');
}

/// As [`write`], of a neutral event at one destination.
pub(super) fn write_part(out: &mut Vec<u8>, line: u64, part: &Part<'_>, shown: Shown) {
    let mut object = begin(out, line);
    object.text("destination", &part.label());
    match &part.verdict {
        Verdict::Built(own) => result(&mut object, Ok(own), shown),
        Verdict::Refused(own) => result(&mut object, Err(own.as_slice()), shown),
        Verdict::Skipped => object.key("skipped").extend_from_slice(b"true"),
    }
    object.end();
    out.push(b'\n');
}

fn begin(out: &mut Vec<u8>, line: u64) -> Object<'_> {
    let mut object = Object::begin(out);
    // Writing to memory does not fail.
    let _ = write!(object.key("line"), "{line}");
    object
}

fn result(object: &mut Object<'_>, built: Result<&Request, &[Issue]>, shown: Shown) {
    match built {
        Ok(own) => {
            if shown.lane_keys {
                let key = own.lane_key().map_or(Json::Null, Json::from);
                object.value("lane_key", &key);
            }
            request(object.key("request"), own, shown.secrets);
            issues(object.key("warnings"), own.warnings());
        }
        Err(own) => issues(object.key("issues"), own),
    }
}

fn request(out: &mut Vec<u8>, request: &Request, shows_secrets: bool) {
    let (url, body) =
        if shows_secrets { (Cow::Borrowed(request.url()), request.body_text()) } else { (request.redacted_url(), request.redacted_body()) };
    let mut object = Object::begin(out);
    object.text("method", request.method().as_str());
    object.text("url", &url);
    json::array(object.key("headers"), request.headers(), |out, header| {
        let value = if shows_secrets { header.value() } else { header.redacted_value() };
        json::array(out, &[header.name(), value], |out, text| json::string(out, text));
    });
    object.text("body", &body);
    object.end();
}

fn issues(out: &mut Vec<u8>, issues: &[Issue]) {
    json::array(out, issues, |out, issue| {
        let mut object = Object::begin(out);
        object.text("path", issue.path());
        object.text("code", issue.code().as_str());
        object.text("message", issue.message());
        object.end();
    });
}
