//! Sends with hyper, or any other client of the `http` crate.

use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use s2s_core::{NoResponse, Request, Response};

/// A client of hyper, which follows no redirects. For https, it takes a connector of `hyper-rustls` or `hyper-tls`.
pub type HttpClient = Client<HttpConnector, Full<hyper::body::Bytes>>;

/// Makes a client.
pub fn client() -> HttpClient {
    Client::builder(TokioExecutor::new()).build_http()
}

/// Sends a request once.
///
/// # Errors
/// The kind of failure, for `s2s_core::interpret_no_response`.
pub async fn send(client: &HttpClient, request: &Request) -> Result<Response, NoResponse> {
    let sent = http::Request::<Vec<u8>>::try_from(request).map_err(|_| NoResponse::Other)?;
    let exchange = async {
        let response = client.request(sent.map(|body| Full::new(body.into()))).await;
        let response = response.map_err(|error| if error.is_connect() { NoResponse::Connect } else { NoResponse::Closed })?;
        let (head, body) = response.into_parts();
        // More than the core reads.
        let body = Limited::new(body, 2 * 1024 * 1024).collect().await.map_err(|_| NoResponse::Closed)?;
        Ok(Response::from(http::Response::from_parts(head, body.to_bytes())))
    };
    tokio::time::timeout(Duration::from_secs(30), exchange).await.unwrap_or(Err(NoResponse::Timeout))
}
