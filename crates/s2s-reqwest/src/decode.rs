//! Bodies that were compressed on their way.

use std::io::{self, Read};

use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use reqwest::header::{CONTENT_ENCODING, HeaderMap};

/// Maximum number of codings that one response may have. One is usual.
const MAX_CODINGS: usize = 3;

/// Decodes a body as its `Content-Encoding` says, up to `limit` bytes at each step. `None` if it cannot be decoded, or if nothing is coded.
pub(crate) fn decoded(headers: &HeaderMap, body: &[u8], limit: usize) -> Option<Vec<u8>> {
    let values: Vec<&str> = headers.get_all(CONTENT_ENCODING).iter().map(|value| value.to_str().ok()).collect::<Option<_>>()?;
    let codings: Vec<&str> = values.iter().flat_map(|value| value.split(',')).map(str::trim).collect();
    if codings.is_empty() || codings.len() > MAX_CODINGS {
        return None;
    }
    // The last one was applied last.
    codings.into_iter().rev().try_fold(body.to_vec(), |body, coding| decode(coding, &body, limit))
}

fn decode(coding: &str, body: &[u8], limit: usize) -> Option<Vec<u8>> {
    let is = |name: &str| coding.eq_ignore_ascii_case(name);
    if body.is_empty() || is("identity") {
        Some(body.to_vec())
    } else if is("gzip") || is("x-gzip") {
        read(MultiGzDecoder::new(body), limit).ok()
    } else if is("deflate") {
        // RFC 9110, section 8.4.1.2: some servers send it without the zlib format around it.
        read(ZlibDecoder::new(body), limit).or_else(|_| read(DeflateDecoder::new(body), limit)).ok()
    } else if is("br") {
        read(brotli_decompressor::Decompressor::new(body, 4096), limit).ok()
    } else {
        None
    }
}

fn read(decoder: impl Read, limit: usize) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    decoder.take(limit as u64).read_to_end(&mut body)?;
    Ok(body)
}
