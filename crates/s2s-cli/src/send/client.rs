//! The HTTP client.

use s2s_reqwest::delivery_client_builder as builder;

use crate::error::Error;
use crate::output;

/// A client for the providers, or for a sandbox on this machine.
pub(super) fn client(is_for_sandbox: bool) -> Result<reqwest::Client, Error> {
    // Fails where a program that uses this crate has chosen one already.
    let _ = rustls::crypto::ring::default_provider().install_default();
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
