//! Whether reqwest can send `https` requests.

use reqwest::{Client, ClientBuilder};

/// The problem if no TLS feature of reqwest is enabled, and what to do.
pub(crate) const MISSING: &str = "reqwest is built without TLS; enable one of its features `rustls` and `native-tls` for https requests";

/// Returns whether a TLS backend of reqwest is compiled in.
///
/// Features of a dependency are not visible here. `ClientBuilder` has the method `tls_info` with such a feature only; without it, the method of
/// [`WithoutTls`] is called.
pub(crate) fn is_available() -> bool {
    Client::builder().tls_info(false).has_tls()
}

#[allow(dead_code, reason = "with TLS, the method of `ClientBuilder` is called instead")]
trait WithoutTls: Sized {
    fn tls_info(self, _: bool) -> NoTls {
        NoTls
    }
}

impl WithoutTls for ClientBuilder {}

#[allow(dead_code, reason = "only made without TLS")]
struct NoTls;

trait Tells {
    fn has_tls(&self) -> bool;
}

impl Tells for ClientBuilder {
    fn has_tls(&self) -> bool {
        true
    }
}

impl Tells for NoTls {
    fn has_tls(&self) -> bool {
        false
    }
}
