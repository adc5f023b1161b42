//! Keeps web pages of others out: the sandbox serves programs, and its own page.

use std::{
    net::{IpAddr, Ipv6Addr},
    sync::Arc,
};

use axum::{
    extract::{Request, State},
    http::{
        HeaderMap, Method, StatusCode,
        header::{HOST, ORIGIN},
    },
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::page;

/// The hosts that the sandbox is reached by.
pub(crate) struct Hosts {
    names: Vec<String>,
    /// Whether any IP address will do. A page is at an address only if it came from there, so that
    /// addresses, unlike names, cannot be made to lead somewhere else.
    takes_addresses: bool,
}

impl Hosts {
    pub(crate) fn new(allowed: &[String], listening: IpAddr) -> Self {
        Self {
            names: allowed.iter().map(|name| without_port(name).to_ascii_lowercase()).collect(),
            takes_addresses: !listening.is_loopback(),
        }
    }

    fn has(&self, host: &str) -> bool {
        let host = without_port(host).to_ascii_lowercase();
        match address(&host) {
            Some(address) => self.takes_addresses || address.is_loopback() || self.names.contains(&host),
            None => host == "localhost" || self.names.contains(&host),
        }
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

fn address(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(host) => host.parse::<Ipv6Addr>().ok().map(|address| IpAddr::V6(address).to_canonical()),
        None => host.parse().ok().filter(IpAddr::is_ipv4),
    }
}

/// Refuses requests for other hosts, and requests that a browser sends for a page of others.
pub(crate) async fn check(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    // The address of an absolute request line counts, too. Browsers always name a host; what does
    // not is a program.
    let named = request.uri().authority().map(|authority| Ok(authority.as_str()));
    let mut hosts_named = named.into_iter().chain(request.headers().get_all(HOST).iter().map(|host| host.to_str()));
    if !hosts_named.all(|host| host.is_ok_and(|host| hosts.has(host))) {
        return refuse("the sandbox has another name than this `Host`; `--allow-host NAME` or `allowed_hosts` allows it");
    }
    let opens_page = request.method() == Method::GET && request.uri().path() == page::PATH;
    if is_of_others(request.headers(), opens_page) {
        return refuse("the sandbox serves no web page but its own");
    }
    next.run(request).await
}

/// Whether a browser sends the request for a page from elsewhere: also one from another port of the
/// same host. Links to the sandbox's page may be anywhere.
fn is_of_others(headers: &HeaderMap, opens_page: bool) -> bool {
    match headers.get(ORIGIN) {
        Some(origin) => {
            let host = headers.get(HOST).and_then(|host| host.to_str().ok());
            let origin = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
            host.is_none() || origin != host
        }
        None => !opens_page && headers.get("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none"),
    }
}

fn refuse(why: &'static str) -> Response {
    (StatusCode::FORBIDDEN, why).into_response()
}
