//! The setting `base_url`.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::issue::{Code, Report};

/// An origin with an optional path, without a slash at its end.
#[derive(Clone)]
pub(super) struct BaseUrl {
    text: String,
    /// The name of the setting.
    name: &'static str,
    warns: bool,
}

impl BaseUrl {
    /// Reads the setting; without one it is `default`.
    pub(super) fn read(report: &mut Report, setting: Option<&str>, default: &str) -> Option<Self> {
        Self::read_as(report, "base_url", setting, default)
    }

    /// Reads the setting of another host under its name; without one it is `default`.
    pub(super) fn read_as(report: &mut Report, name: &'static str, setting: Option<&str>, default: &str) -> Option<Self> {
        let parsed = Self::parse(name, setting.unwrap_or(default));
        if parsed.is_none() {
            report.issue(name, Code::InvalidUrl, "must be http or https, a host, an optional port and path, and nothing else");
        }
        parsed
    }

    /// The URL of a path below the base.
    pub(super) fn join(&self, path: &str) -> String {
        [&self.text, path].concat()
    }

    /// Adds the warning that credentials travel in clear, where they do.
    pub(super) fn warn(&self, report: &mut Report) {
        if self.warns {
            report.warning(
                "",
                Code::InsecureTransport,
                format!("plain http: credentials travel in clear; set `{}` to an https address", self.name),
            );
        }
    }

    fn parse(name: &'static str, text: &str) -> Option<Self> {
        let (is_plain, rest) = match text.strip_prefix("https://") {
            Some(rest) => (false, rest),
            None => (true, text.strip_prefix("http://")?),
        };
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.strip_suffix('/').unwrap_or(path);
        let is_path = path.is_empty() || path.split('/').all(is_segment);
        let is_loopback = loopback(authority)?;
        is_path.then(|| Self { text: text.strip_suffix('/').unwrap_or(text).to_owned(), name, warns: is_plain && !is_loopback })
    }
}

/// Whether `host[:port]` names this machine; `None` if it is no host.
fn loopback(authority: &str) -> Option<bool> {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => {
            let (host, port) = rest.split_once(']')?;
            let address: Ipv6Addr = host.parse().ok()?;
            return is_port(port).then_some(address.is_loopback());
        }
        None => match authority.find(':') {
            Some(colon) => authority.split_at_checked(colon)?,
            None => (authority, ""),
        },
    };
    if !is_port(port) {
        return None;
    }
    let last = host.rsplit('.').next()?;
    if last.bytes().all(|byte| byte.is_ascii_digit()) {
        return host.parse().ok().map(|address: Ipv4Addr| address.is_loopback());
    }
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    // URL parsers read a last label such as `0x7f` as a number.
    let is_host = host.len() <= 253 && host.split('.').all(is_label) && !last.to_ascii_lowercase().starts_with("0x");
    is_host.then(|| host.eq_ignore_ascii_case("localhost"))
}

/// Nothing, or a colon and a port.
fn is_port(text: &str) -> bool {
    text.is_empty()
        || text.strip_prefix(':').is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok())
}

/// A segment of a path as RFC 3986 (section 3.3) writes it, but neither `.` nor `..`, which URL parsers collapse even if they are encoded.
fn is_segment(segment: &str) -> bool {
    let mut bytes = segment.bytes();
    while let Some(byte) = bytes.next() {
        let fits = match byte {
            b'%' => bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit()) && bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit()),
            byte => byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@".contains(&byte),
        };
        if !fits {
            return false;
        }
    }
    !matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "" | "." | "..")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_with_an_optional_path_is_taken() {
        for (text, joined) in [
            ("https://s2s.adjust.com", "https://s2s.adjust.com/event"),
            ("https://s2s.adjust.com/", "https://s2s.adjust.com/event"),
            ("https://proxy.example:8443/mmp/adjust/", "https://proxy.example:8443/mmp/adjust/event"),
            ("http://[::1]:80", "http://[::1]:80/event"),
        ] {
            assert_eq!(BaseUrl::parse("base_url", text).map(|url| url.join("/event")).as_deref(), Some(joined));
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            "s2s.adjust.com",
            "ftp://h",
            "https://",
            "https://u:p@h",
            "https://h?q",
            "https://h#f",
            "https://h/a?b",
            "https://h/..",
            "https://h/%2E%2e/a",
            "https://h//a",
            "https://h/a b",
            "https://h:70000",
            "https://h:",
            "https://h:+1",
            "https://1.2.3.256",
            "https://a..b",
            "https://[::1",
            "https://h\r\n",
            "HTTPS://h",
            "https://0x7f",
        ] {
            assert!(BaseUrl::parse("base_url", text).is_none(), "{text}");
        }
    }

    #[test]
    fn plain_http_warns_unless_it_stays_on_this_machine() {
        for (text, warns) in [
            ("http://h", true),
            ("https://h", false),
            ("http://localhost:1", false),
            ("http://127.9.9.9", false),
            ("http://[::1]", false),
            ("http://128.0.0.1", true),
        ] {
            assert_eq!(BaseUrl::parse("base_url", text).unwrap().warns, warns, "{text}");
        }
    }
}
