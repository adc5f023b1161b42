//! The page at `/`: what has arrived, as it arrives, and the faults that are switched on by hand.

mod curl;
mod mask;
mod stream;
mod view;

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS},
    },
    middleware,
    response::{IntoResponse, Response},
    routing::{get, put},
};
use serde::Deserialize;

use self::mask::Secrets;
use crate::{
    exchange::Answer,
    fault::Fault,
    provider::{Api, Config},
    server::{Shared, lock},
};

/// Where the page is.
pub(crate) const PATH: &str = "/";

/// Nothing from elsewhere, nothing inline, and no text becomes HTML.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// What the page needs to know of a provider.
struct Provider {
    title: &'static str,
    summary: &'static [&'static str],
    secrets: Secrets,
}

#[derive(Clone)]
struct Page {
    shared: Arc<Shared>,
    providers: Arc<BTreeMap<&'static str, Provider>>,
}

pub(crate) fn router(config: &Config, shared: &Arc<Shared>) -> Router {
    let provider = |(name, api): (&'static str, Box<dyn Api>)| {
        let paths = api.routes().iter().map(|route| format!("/{name}{}", route.path)).collect();
        (name, Provider { title: api.title(), summary: api.summary(), secrets: Secrets::new(api.secrets(), paths) })
    };
    let providers = Arc::new(config.apis().into_iter().map(provider).collect());
    Router::new()
        .route(PATH, get(async || asset("text/html; charset=utf-8", include_str!("index.html"))))
        .route("/_sandbox/page.css", get(async || asset("text/css; charset=utf-8", include_str!("page.css"))))
        .route("/_sandbox/page.js", get(async || asset("text/javascript; charset=utf-8", include_str!("page.js"))))
        .route("/_sandbox/stream", get(stream::serve))
        .route("/_sandbox/requests/{number}/{item}", get(show))
        .route("/_sandbox/faults", put(switch_faults))
        .layer(middleware::map_response(harden))
        .with_state(Page { shared: Arc::clone(shared), providers })
}

fn asset(media_type: &'static str, text: &'static str) -> Response {
    ([(CONTENT_TYPE, media_type)], text).into_response()
}

async fn harden(mut response: Response) -> Response {
    let headers: [(HeaderName, &str); 6] = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        (REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ];
    response.headers_mut().extend(headers.map(|(name, value)| (name, HeaderValue::from_static(value))));
    response
}

/// Whether a page asks for the secrets.
fn shows_secrets(query: Option<&str>) -> bool {
    query == Some("secrets")
}

/// Shows an event or message with its request; secrets are masked without the query `secrets`.
async fn show(State(page): State<Page>, Path((number, item)): Path<(u64, usize)>, RawQuery(query): RawQuery) -> Response {
    let received = lock(&page.shared.ledger).get(number);
    let detail = received
        .as_ref()
        .and_then(|received| view::detail(received, item, page.providers.get(received.provider)?, shows_secrets(query.as_deref())));
    match detail.map(|detail| serde_json::to_string(&detail)) {
        Some(Ok(body)) => Answer { status: StatusCode::OK, body }.into_response(),
        Some(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        None => (StatusCode::NOT_FOUND, "the request is no longer kept").into_response(),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Faults {
    faults: Vec<Fault>,
}

/// Switches faults on, and all others off.
async fn switch_faults(State(page): State<Page>, body: Bytes) -> Response {
    match serde_json::from_slice(&body) {
        Ok(Faults { faults }) => {
            *lock(&page.shared.faults) = faults;
            page.shared.changes.send_replace(());
            StatusCode::NO_CONTENT.into_response()
        }
        Err(error) => (StatusCode::BAD_REQUEST, error.to_string()).into_response(),
    }
}
