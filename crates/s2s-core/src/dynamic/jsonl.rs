//! What became of an event, as a line of JSON.

use std::borrow::Cow;
use std::io::Write;

use crate::encode::json::{self, Object};
use crate::issue::Issue;
use crate::request::Request;

use super::fan_out::{Part, Verdict};

/// Appends one line: `{"line":1,"request":{"method":…,"url":…,"headers":[[name,value],…],"body":…},"warnings":[…]}`, or
/// `{"line":2,"issues":[…]}`, where an issue or warning has `path`, `code` and `message`. Without `shows_secrets`, credentials are
/// `[redacted]`.
pub fn write(out: &mut Vec<u8>, line: u64, built: Result<&Request, &[Issue]>, shows_secrets: bool) {
    let mut object = begin(out, line);
    result(&mut object, built, shows_secrets);
    object.end();
    out.push(b'\n');
}

impl Part<'_> {
    /// Appends one line, as [`write_jsonl`](super::write_jsonl) does, with the `destination`:
    /// `{"line":1,"destination":"ga4","request":…,"warnings":[…]}`, `{"line":1,"destination":"ga4","issues":[…]}` or
    /// `{"line":1,"destination":"ga4","skipped":true}`.
    pub fn write_jsonl(&self, out: &mut Vec<u8>, line: u64, shows_secrets: bool) {
        let mut object = begin(out, line);
        object.text("destination", &self.label());
        match &self.verdict {
            Verdict::Built(own) => result(&mut object, Ok(own), shows_secrets),
            Verdict::Refused(own) => result(&mut object, Err(own.as_slice()), shows_secrets),
            Verdict::Skipped => object.key("skipped").extend_from_slice(b"true"),
        }
        object.end();
        out.push(b'\n');
    }
}

fn begin(out: &mut Vec<u8>, line: u64) -> Object<'_> {
    let mut object = Object::begin(out);
    // Writing to memory does not fail.
    let _ = write!(object.key("line"), "{line}");
    object
}

fn result(object: &mut Object<'_>, built: Result<&Request, &[Issue]>, shows_secrets: bool) {
    match built {
        Ok(own) => {
            request(object.key("request"), own, shows_secrets);
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
