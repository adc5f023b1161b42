//! What texts may hold, by what they are for.

use crate::issue::{Code, Report};

/// What a text may hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Tokens, keys and slugs: visible ASCII without spaces.
    Token,
    /// Identifiers and header values: anything without control characters.
    Identifier,
    /// Anything.
    Free,
}

/// What is wrong with a text, if anything is.
pub(crate) fn check(kind: Kind, text: &str) -> Option<(Code, &'static str)> {
    if text.is_empty() {
        return Some((Code::Empty, "is empty; leave it out instead"));
    }
    match kind {
        Kind::Token if !all_bytes(text, |byte| byte.is_ascii_graphic()) => {
            Some((Code::InvalidToken, "must be visible ASCII without spaces"))
        }
        // Most texts are plain ASCII, which is told faster than where characters end.
        Kind::Identifier if !all_bytes(text, |byte| matches!(byte, b' '..=b'~')) && text.chars().any(char::is_control) => Some((Code::ControlCharacter, "must not hold a control character")),
        _ => None,
    }
}

/// Looks at every byte, without a way out in between: that is done for many bytes at once.
fn all_bytes(text: &str, is: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(true, |all, byte| all & is(byte))
}

/// The text of an optional field, if it is there and nothing is wrong with it.
pub(crate) fn optional<'a>(report: &mut Report, field: &str, kind: Kind, text: Option<&'a str>) -> Option<&'a str> {
    let text = text?;
    match check(kind, text) {
        None => Some(text),
        Some((code, message)) => {
            report.issue(field, code, message);
            None
        }
    }
}

/// The text of a required field, if nothing is wrong with it.
pub(crate) fn required<'a>(report: &mut Report, field: &str, kind: Kind, text: Option<&'a str>) -> Option<&'a str> {
    if text.is_none() && !report.has(field) {
        report.issue(field, Code::Missing, "is required");
    }
    optional(report, field, kind, text)
}
