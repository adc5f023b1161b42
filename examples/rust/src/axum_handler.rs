//! A handler of axum that takes a purchase and hands it to a driver.

use std::sync::Arc;
use std::time::SystemTime;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use s2s_core::delivery::{Refused, Submission};
use s2s_core::{Adjust, Timestamp, adjust};
use s2s_reqwest::Driver;
use serde::Deserialize;

/// What the handler needs.
#[derive(Clone, Debug)]
pub struct Backend {
    /// The client that builds requests.
    pub adjust: Arc<Adjust>,
    /// A driver that runs: see `spawn_driver.rs`.
    pub driver: Arc<Driver>,
}

/// A purchase, as an app of ours reports it.
#[derive(Deserialize)]
struct Purchase {
    order: String,
    gps_adid: String,
    price: String,
    currency: String,
}

/// The routes: `POST /purchases`.
pub fn router(backend: Backend) -> Router {
    Router::new().route("/purchases", post(purchase)).with_state(backend)
}

async fn purchase(State(backend): State<Backend>, Json(purchase): Json<Purchase>) -> Result<StatusCode, (StatusCode, String)> {
    #[expect(clippy::disallowed_methods, reason = "the clock is read where the program begins, and passed on from here")]
    let now = Timestamp::try_from(SystemTime::now()).map_err(|error| (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))?;
    let event = adjust::Event::builder()
        .event_token("f0ob4r")
        .gps_adid(purchase.gps_adid)
        .revenue(purchase.price)
        .currency(purchase.currency)
        .created_at(now)
        .build();
    // All issues at once, without the values.
    let request = backend.adjust.event(&event, now).map_err(|issues| (StatusCode::UNPROCESSABLE_ENTITY, issues.to_string()))?;
    match backend.driver.submit(Submission::new(&purchase.order, request)) {
        Ok(_) => Ok(StatusCode::ACCEPTED),
        // The same order again, while it waits.
        Err(Refused::IdInUse) => Ok(StatusCode::ACCEPTED),
        Err(refused) => Err((StatusCode::SERVICE_UNAVAILABLE, refused.to_string())),
    }
}
