//! The HTTP client.

use std::time::Duration;

use crate::error::Error;
use crate::output;

/// The whole time of a request, which `request_timeout_ms` bounds.
const UNBOUNDED: Duration = Duration::from_secs(366 * 24 * 60 * 60);

/// A client for the providers, or for a sandbox on this machine.
pub(super) fn client(is_for_sandbox: bool) -> Result<reqwest::Client, Error> {
    // Fails where a program that uses this crate has chosen one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = || s2s_reqwest::client_builder().timeout(UNBOUNDED);
    let without_certificates = || builder().tls_certs_only([]);
    // Of a machine's settings none matters on the way to itself.
    let client = if is_for_sandbox { without_certificates().no_proxy().build() } else { builder().build() };
    client
        .or_else(|_| {
            // Not the end: a destination may be plain http, as one documented address is.
            output::say("s2s: no certificates are found on this machine; every https request will fail");
            without_certificates().build()
        })
        .map_err(|_| Error::usage("an HTTP client cannot be set up"))
}
