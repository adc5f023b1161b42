//! A provider's own words, without what they may repeat of a request.

use std::collections::BTreeSet;

use crate::encode::percent;
use crate::request::Request;
use crate::secret::REDACTED;
use crate::value::Json;

/// A text of a provider, of at most 200 characters, with every word masked that is not plainly prose: words with digits or signs in them,
/// long ones, and words that the request carried as a value or a credential. Without the request only words of [`VOCABULARY`] stay.
pub(super) fn masked(text: &str, request: Option<&Request>) -> String {
    const MAX_CHARACTERS: usize = 200;
    let carried = request.map(carried);
    let is_prose = |word: &str| {
        let word = word.to_lowercase();
        match &carried {
            None => VOCABULARY.contains(&word.as_str()),
            Some(carried) => {
                word.chars().all(char::is_alphabetic)
                    && word.chars().count() <= 20
                    && !carried.words.contains(&word)
                    // A part of a longer value is masked, too, but not each word that is a part of some value by chance.
                    && (word.chars().count() < 5 || !carried.texts.iter().any(|text| text.contains(&word)))
            }
        }
    };
    // What is neither ASCII nor punctuation, such as an emoji, is no part of prose, but may be one of a name.
    let is_sign = |character: char| !character.is_ascii() && !character.is_whitespace() && !matches!(character, '\u{2000}'..='\u{206f}');
    let is_inside = |character: char| character.is_alphanumeric() || is_sign(character) || "_-@.:=+/%~*$".contains(character);
    let mut out = String::new();
    let mut rest = text;
    while !rest.is_empty() && out.len() < 4 * MAX_CHARACTERS {
        let (word, after) = rest.split_at(rest.find(|character| !is_inside(character)).unwrap_or(rest.len()));
        let plain = word.trim_end_matches(['.', ':']);
        let has_capital_inside = plain.chars().skip(1).any(char::is_uppercase);
        out.push_str(if plain.is_empty() || (!has_capital_inside && is_prose(plain)) { word } else { REDACTED });
        let mut characters = after.chars();
        out.extend(characters.next().map(|character| if character.is_control() { ' ' } else { character }));
        rest = characters.as_str();
    }
    out.chars().take(MAX_CHARACTERS).collect()
}

impl Request {
    /// Returns a text without anything that the request carries: for the error of an HTTP client, which may repeat the URL.
    ///
    /// A URL is cut at its `?`; credentials, and values of the query and the body of four and more bytes, become `[redacted]`. At most
    /// 500 characters, without control characters.
    pub fn redact(&self, text: &str) -> String {
        const MAX_CHARACTERS: usize = 500;
        const SHORTEST: usize = 4;
        let text = without_queries(text);
        let lower = text.to_lowercase();
        // Where a letter has another length in lower case, positions differ.
        let text = if lower.len() == text.len() { &text } else { &lower };
        let carried = carried(self);
        let mut hidden: Vec<(usize, usize)> = carried
            .texts
            .iter()
            .flat_map(|value| std::iter::once(&**value).chain(value.split_whitespace()))
            .filter(|value| value.len() >= SHORTEST)
            .flat_map(|value| lower.match_indices(value).map(|(start, value)| (start, start + value.len())))
            .collect();
        hidden.sort_unstable();
        let mut out = String::new();
        let mut shown = 0;
        for (start, end) in hidden {
            if start >= shown {
                out.push_str(text.get(shown..start).unwrap_or_default());
                out.push_str(REDACTED);
            }
            shown = shown.max(end);
        }
        out.push_str(text.get(shown..).unwrap_or_default());
        out.chars().map(|character| if character.is_control() { ' ' } else { character }).take(MAX_CHARACTERS).collect()
    }
}

/// A text with the query cut off from each URL in it.
fn without_queries(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("://") {
        let is_end = |character: char| character.is_whitespace() || "\"'<>()[]{}`".contains(character);
        let (before, from) = rest.split_at(start);
        let (url, after) = from.split_at(from.find(is_end).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(url.split_once('?').map_or(url, |(address, _)| address));
        rest = after;
    }
    out + rest
}

/// What a request carries, in lower case.
#[derive(Default)]
struct Carried {
    texts: Vec<String>,
    words: BTreeSet<String>,
}

fn carried(request: &Request) -> Carried {
    let mut carried = Carried::default();
    let query = request.url().split_once('?').map_or("", |(_, query)| query);
    carried.add(&percent::decode(request.url_secret()));
    for header in request.headers().iter().filter(|header| header.is_sensitive()) {
        carried.add(header.value());
    }
    let body = String::from_utf8_lossy(request.body());
    match Json::parse(&body) {
        Some(json) => carried.add_json(&json, request.spec().words),
        None => {
            for (_, value) in [query, &*body].iter().flat_map(|form| form.split('&')).filter_map(|pair| pair.split_once('=')) {
                let value = percent::decode(value);
                match Json::parse(&value) {
                    Some(json @ Json::Object(_)) => carried.add_json(&json, &[]),
                    _ => carried.add(&value),
                }
            }
        }
    }
    carried
}

impl Carried {
    fn add(&mut self, text: &str) {
        let text = text.to_lowercase();
        self.words.extend(text.split(|character: char| !character.is_alphanumeric()).map(str::to_owned));
        self.texts.push(text);
    }

    /// Adds the texts of a value, but for those of members that are words of the API.
    fn add_json(&mut self, json: &Json, words: &[&str]) {
        match json {
            Json::Object(members) => {
                let carried = members.iter().filter(|(key, _)| !words.contains(&key.as_str()));
                carried.for_each(|(_, member)| self.add_json(member, words));
            }
            Json::Array(items) => items.iter().for_each(|item| self.add_json(item, words)),
            Json::String(text) => self.add(text),
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
}

/// The words of the documented error texts, and others that errors are made of.
const VOCABULARY: &[&str] = &[
    "a",
    "access",
    "accepted",
    "address",
    "again",
    "allowed",
    "already",
    "an",
    "and",
    "api",
    "app",
    "application",
    "are",
    "argument",
    "as",
    "at",
    "authentication",
    "authorization",
    "authorize",
    "bad",
    "be",
    "before",
    "blocked",
    "blocklisted",
    "body",
    "by",
    "callback",
    "cannot",
    "check",
    "connection",
    "contact",
    "content",
    "correct",
    "could",
    "credentials",
    "data",
    "date",
    "denied",
    "device",
    "disabled",
    "duplicate",
    "earlier",
    "empty",
    "error",
    "event",
    "exceeded",
    "expected",
    "failed",
    "field",
    "fields",
    "firewall",
    "for",
    "forbidden",
    "format",
    "found",
    "from",
    "future",
    "gateway",
    "has",
    "have",
    "header",
    "headers",
    "id",
    "if",
    "ignoring",
    "in",
    "inactive",
    "incorrect",
    "insufficient",
    "internal",
    "invalid",
    "ip",
    "is",
    "it",
    "json",
    "key",
    "large",
    "later",
    "length",
    "limit",
    "limited",
    "long",
    "malformed",
    "many",
    "maximum",
    "message",
    "messages",
    "method",
    "minimum",
    "missing",
    "must",
    "name",
    "no",
    "not",
    "null",
    "of",
    "on",
    "only",
    "opted",
    "or",
    "out",
    "param",
    "parameter",
    "parameters",
    "partner",
    "permission",
    "permissions",
    "platform",
    "please",
    "proxy",
    "rate",
    "received",
    "rejected",
    "request",
    "requests",
    "required",
    "retry",
    "revenue",
    "scope",
    "scopes",
    "server",
    "service",
    "session",
    "should",
    "size",
    "state",
    "supplied",
    "support",
    "temporarily",
    "the",
    "time",
    "timeout",
    "timestamp",
    "to",
    "token",
    "too",
    "tracked",
    "tracking",
    "try",
    "type",
    "unauthorized",
    "unavailable",
    "unexpected",
    "unique",
    "unknown",
    "unsupported",
    "user",
    "value",
    "values",
    "was",
    "with",
    "wrong",
    "your",
];
