//! From a text to one JSON value.

use std::borrow::Cow;

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::issue::{Code, Found, Issue};
use crate::value::Json;

/// Maximum length of the JSON text of one event, or of the messages of one request, in bytes.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// The source of one JSON value, if the text is one and nothing else.
pub(in crate::dynamic) fn raw<'a>(text: &'a str, at: &str, found: &mut Found) -> Option<&'a RawValue> {
    let mut issue = |code, message: Cow<'static, str>| found.push(Issue::new(at, code, message));
    if text.len() > MAX_TEXT {
        issue(Code::TooLarge, "is larger than 4 MiB".into());
        return None;
    }
    // RFC 8259, section 8.1, forbids writing one. Only at the beginning of a file it says something.
    if text.starts_with(BYTE_ORDER_MARK) {
        issue(Code::InvalidJson, "begins with a byte order mark (U+FEFF), which is not JSON".into());
        return None;
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let raw = match <&RawValue>::deserialize(&mut deserializer) {
        Ok(raw) => raw,
        Err(error) => {
            let how = if error.is_eof() { "ends too early, at " } else { "" };
            issue(Code::InvalidJson, format!("is not JSON ({how}{})", place(text, &error)).into());
            return None;
        }
    };
    if let Err(error) = deserializer.end() {
        issue(Code::TrailingData, format!("something follows the JSON value ({})", place(text, &error)).into());
        return None;
    }
    Some(raw)
}

/// The character that some programs write at the beginning of a file, to say that it is Unicode.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Where a text stops being JSON, for people: the column in characters, from 1, and the line where there are several.
fn place(text: &str, error: &serde_json::Error) -> String {
    let line = text.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    // The byte that is wrong is counted, unless it is a control character in a string.
    let bytes = error.column() + usize::from(error.to_string().starts_with("control character"));
    let column = line.char_indices().take_while(|(at, _)| *at < bytes).count().max(1);
    if text.trim_ascii_end().contains('\n') { format!("line {}, column {column}", error.line()) } else { format!("column {column}") }
}

/// Reads one JSON value.
pub(in crate::dynamic) fn value(raw: &RawValue, depth: usize, at: &str, found: &mut Found) -> Option<Json> {
    let value = Json::read(raw, depth, &mut at.to_owned(), found);
    value.unwrap_or_else(|_| {
        found.push(Issue::new(at, Code::TooDeep, "is nested too deep"));
        None
    })
}
