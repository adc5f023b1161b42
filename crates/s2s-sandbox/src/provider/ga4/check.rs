//! The rules of a request, in the order in which they are checked.

use super::config::{Config, Sort};
use crate::exchange::Incoming;

pub(super) const API_SECRET: &str = "api_secret";
const FIREBASE_APP_ID: &str = "firebase_app_id";
const MEASUREMENT_ID: &str = "measurement_id";

/// The stream that a request names: its sort, and its parameter with the value.
pub(super) type Named<'r> = (Sort, &'static str, &'r str);

/// The stream that a request names, known or not.
pub(super) fn named(request: &Incoming) -> Result<Named<'_>, &'static str> {
    let app = parameter(request, FIREBASE_APP_ID);
    let web = parameter(request, MEASUREMENT_ID);
    match (app, web) {
        (Some(id), None) => Ok((Sort::App, FIREBASE_APP_ID, id)),
        (None, Some(id)) => Ok((Sort::Web, MEASUREMENT_ID, id)),
        (None, None) => Err("missing_stream"),
        (Some(_), Some(_)) => Err("both_streams_not_documented"),
    }
}

/// Everything but the content of the body. Google responds with 2xx to a request that fails, too.
pub(super) fn request(config: &Config, request: &Incoming) -> Result<(), &'static str> {
    let secret = parameter(request, API_SECRET).ok_or("missing_api_secret")?;
    let (sort, _, id) = named(request)?;
    let (_, _, expected) = config.streams().find(|(own, known, _)| *own == sort && *known == id).ok_or("unknown_stream")?;
    if expected.reveal() != secret {
        let is_known = config.streams().any(|(_, _, known)| known.reveal() == secret);
        return Err(if is_known { "api_secret_of_another_stream" } else { "unknown_api_secret" });
    }
    if !request.is_of_type("application/json") {
        return Err("unsupported_content_type");
    }
    if request.body.len() > config.max_body_bytes {
        return Err("body_too_large");
    }
    Ok(())
}

fn parameter<'r>(request: &'r Incoming, name: &str) -> Option<&'r str> {
    request.query.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
}
