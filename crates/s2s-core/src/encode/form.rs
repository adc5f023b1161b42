//! Parameters of a query or of an `application/x-www-form-urlencoded` body.

use std::ops::Range;

use super::percent;
use crate::value::lend::TextsRef;

/// Appends parameters to a buffer, in the order of the calls.
pub(crate) struct Form {
    out: Vec<u8>,
    start: usize,
}

impl Form {
    /// Appends to the content of `out`: nothing, or a URL up to its `?`.
    pub(crate) fn new(out: Vec<u8>) -> Self {
        Self { start: out.len(), out }
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.out
    }

    /// The number of bytes in the buffer.
    pub(crate) fn len(&self) -> usize {
        self.out.len()
    }

    /// The number of bytes that the parameters take so far.
    pub(crate) fn parameters_len(&self) -> usize {
        self.out.len() - self.start
    }

    /// A parameter whose name consists of unreserved characters.
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        percent::encode(self.name(name), value.as_bytes());
    }

    /// Appends a parameter whose name and value consist of unreserved characters; returns the range of the value.
    pub(crate) fn plain(&mut self, name: &str, value: &[u8]) -> Range<usize> {
        let out = self.name(name);
        let start = out.len();
        out.extend_from_slice(value);
        start..out.len()
    }

    /// A parameter of any name.
    pub(crate) fn pair(&mut self, name: &str, value: &str) {
        self.separate();
        percent::encode(&mut self.out, name.as_bytes());
        self.out.push(b'=');
        percent::encode(&mut self.out, value.as_bytes());
    }

    /// A parameter whose value is a compact JSON object of texts, in the order of the pairs.
    pub(crate) fn object(&mut self, name: &str, pairs: TextsRef<'_>) {
        let out = self.name(name);
        out.extend_from_slice(b"%7B");
        // Two loops are faster than one over both kinds.
        match pairs {
            TextsRef::Held(pairs) => members(out, pairs.iter().map(|(key, value)| (key.as_str(), value.as_str()))),
            TextsRef::Read(pairs) => members(out, pairs.iter().map(|(key, value)| (&**key, &**value))),
        }
        out.extend_from_slice(b"%7D");
    }

    /// Begins a parameter whose value the caller appends, in unreserved characters.
    pub(crate) fn name(&mut self, name: &str) -> &mut Vec<u8> {
        self.separate();
        self.out.extend_from_slice(name.as_bytes());
        self.out.push(b'=');
        &mut self.out
    }

    fn separate(&mut self) {
        if self.out.len() > self.start {
            self.out.push(b'&');
        }
    }
}

/// Appends the members of a JSON object of texts, percent-encoded.
fn members<'e>(out: &mut Vec<u8>, pairs: impl Iterator<Item = (&'e str, &'e str)>) {
    for (position, (key, value)) in pairs.enumerate() {
        out.extend_from_slice(if position == 0 { b"%22" } else { b"%2C%22" });
        percent::encode_json(out, key.as_bytes());
        out.extend_from_slice(b"%22%3A%22");
        percent::encode_json(out, value.as_bytes());
        out.extend_from_slice(b"%22");
    }
}
