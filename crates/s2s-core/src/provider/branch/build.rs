//! An event becomes a request.

use std::ops::Range;

use crate::encode::json::{self, Object};
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::facts::Facts;
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::{Header, Method, Request, SecretPlace};
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, Pairs, TimeRef, Timestamp};

use super::event::{BranchCustomFields, BranchEventDataFields, BranchStandardFields, BranchUserDataFields};
use super::members::write_map;
use super::names::{self, Category};
use super::{Branch, ContentItem, Custom, Late, Sort, Standard, UndocumentedParts, content_items, event_data, user_data};

/// What a body begins with: the first member of `user_data` follows.
const BEGIN: &[u8] = br#"{"user_data":{"#;

/// The members of a body, and `metadata`, which is for Branch's own use.
const MEMBERS: [&str; 9] = [
    "branch_key",
    "name",
    "user_data",
    "customer_event_alias",
    "event_data",
    "content_items",
    "custom_data",
    "meta_data",
    "metadata",
];

/// Events that may have an `ad_type`. Known from Branch's SDKs.
const OF_ADS: [&str; 2] = ["CLICK_AD", "VIEW_AD"];

/// The fields of an event of either kind.
pub(super) struct Parts<'e> {
    name: Option<&'e str>,
    customer_event_alias: Option<&'e str>,
    time: Option<TimeRef<'e>>,
    user_data: Option<&'e (dyn BranchUserDataFields + 'e)>,
    event_data: Option<&'e (dyn BranchEventDataFields + 'e)>,
    content_items: Option<ListRef<'e, ContentItem>>,
    custom_data: Option<&'e Pairs<Json>>,
    meta_data: Option<&'e Pairs<Json>>,
    extra: Option<&'e Pairs<Json>>,
}

/// The [`Parts`] of an event.
macro_rules! parts {
    ($event:ident, $meta_data:expr) => {
        Parts {
            name: $event.name(),
            customer_event_alias: $event.customer_event_alias(),
            time: $event.time(),
            user_data: $event.user_data(),
            event_data: $event.event_data(),
            content_items: $event.content_items(),
            custom_data: $event.custom_data(),
            meta_data: $meta_data,
            extra: $event.extra(),
        }
    };
}

impl Branch {
    /// Builds the request of a standard event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn standard(&self, event: &Standard, now: Timestamp) -> Result<Request, Issues> {
        self.build_standard(event, now, Found::default())
    }

    /// Builds the request of a custom event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn custom(&self, event: &Custom, now: Timestamp) -> Result<Request, Issues> {
        self.build_custom(event, now, Found::default())
    }

    pub(super) fn build_standard(&self, event: &impl BranchStandardFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        self.build(RequestKind::of::<Standard>(), Sort::Standard, &parts!(event, None), now, found)
    }

    pub(super) fn build_custom(&self, event: &impl BranchCustomFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        self.build(RequestKind::of::<Custom>(), Sort::Custom, &parts!(event, event.meta_data()), now, found)
    }

    fn build(&self, kind: RequestKind, sort: Sort, event: &Parts<'_>, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(1024);
        let mut body = Object::begin(&mut out);
        let mut lane = 0;
        rules::required(report, "user_data", event.user_data.is_some());
        if let Some(data) = event.user_data {
            lane = report.inside("user_data", |report| user_data::write(&self.settings, report, data, body.key("user_data")));
        }
        let name = text::required(report, "name", Kind::Identifier, event.name);
        let category = name.and_then(|name| {
            body.text("name", name);
            names::check(sort, &self.settings.extra_standard_names, report, name)
        });
        if let Some(alias) = text::optional(report, "customer_event_alias", Kind::Identifier, event.customer_event_alias) {
            body.text("customer_event_alias", alias);
        }
        self.check_time(event.time, now, report);
        self.undocumented(sort, category, event, report);
        if let Some(data) = event.event_data {
            report.inside("event_data", |report| event_data::write(&self.settings, report, data, body.key("event_data")));
        }
        if let Some(list) = event.content_items {
            content_items::write(&self.settings, report, list, body.key("content_items"));
        }
        write_map(report, "custom_data", event.custom_data, &mut body);
        write_map(report, "meta_data", event.meta_data, &mut body);
        if let Some(pairs) = event.extra {
            rules::extra(report, pairs, &mut body, |key| MEMBERS.contains(&key));
        }
        let secret = self.key(&mut body);
        body.end();

        let warnings = report.finish()?;
        let url = match sort {
            Sort::Standard => &self.standard_url,
            Sort::Custom => &self.custom_url,
        };
        let request = Request::new(kind, Method::Post, url.clone(), facts_of(lane))
            .with_body(out)
            .with_secret(SecretPlace::Body(secret))
            .with_warnings(warnings);
        let address = event.user_data.and_then(|data| data.ip()).filter(|_| self.settings.ip_override);
        Ok(match address {
            Some(address) => {
                let own = Header::ip_override(address);
                request.with_headers(self.headers.iter().cloned().chain([own]).collect::<Vec<_>>())
            }
            None => request.with_headers(self.headers.clone()),
        })
    }

    /// Checks the time, which is not sent.
    fn check_time(&self, given: Option<TimeRef<'_>>, now: Timestamp, report: &mut Report) {
        const FIELD: &str = "time";
        const LATE: &str = "is further ago than `max_delay`: Branch records the event when it arrives";
        let Some(time) = given.and_then(|given| rules::time(report, FIELD, given.check())) else { return };
        if now.unix_millis() - time.unix_millis() > self.settings.max_delay_millis {
            match self.settings.late {
                Late::Warn => report.warning(FIELD, Code::WillBeRedated, LATE),
                Late::Refuse => report.issue(FIELD, Code::TooOld, LATE),
                Late::Send => {}
            }
        }
        rules::ahead_of_now(report, FIELD, time, now, self.settings.max_future_millis);
    }

    /// Checks the parts that Branch's pages do not agree to take.
    /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    fn undocumented(&self, sort: Sort, category: Option<Category>, event: &Parts<'_>, report: &mut Report) {
        let mut part = |field: &str, message: &'static str| match self.settings.undocumented_parts {
            UndocumentedParts::Warn => report.warning(field, Code::MayBeIgnored, message),
            UndocumentedParts::Refuse => report.issue(field, Code::Conflict, message),
            UndocumentedParts::Send => {}
        };
        let is_custom = sort == Sort::Custom;
        if is_custom && event.event_data.is_some_and(event_data::has_declared) {
            part("event_data", "holds more than `description` and `extra`: Branch may not take that with a custom event");
        }
        if event.content_items.is_some() {
            if is_custom {
                part("content_items", "is documented for standard events alone");
            } else if category == Some(Category::Lifecycle) {
                part("content_items", "is not documented for lifecycle events");
            }
        }
        let has_ad_type = event.event_data.is_some_and(|data| data.ad_type().is_some());
        if category.is_some() && has_ad_type && !event.name.is_some_and(|name| OF_ADS.contains(&name)) {
            report.inside("event_data", |report| {
                report.warning("ad_type", Code::MayBeIgnored, "is a field of `CLICK_AD` and `VIEW_AD`");
            });
        }
    }

    /// Appends the key. Returns where it is.
    fn key(&self, body: &mut Object<'_>) -> Range<usize> {
        let out = body.key("branch_key");
        let start = out.len() + 1;
        json::string(out, self.branch_key.expose());
        start..out.len() - 1
    }
}

/// A lane is a user: the first member of `user_data`. That events have to come in order is not documented; those of one user keep the one in
/// which they were submitted, within their kind. No deduplication is documented. A request says nothing of the time.
fn facts_of(lane: usize) -> Facts {
    Facts::new(lane, 0, None)
}

/// Finds the facts in the body of a request.
pub(super) fn facts(body: &[u8]) -> Facts {
    facts_of(end_of_identity(body).unwrap_or(body.len()))
}

/// The end of the first member of `user_data`: a text after its name.
fn end_of_identity(body: &[u8]) -> Option<usize> {
    let name = end_of_string(body, body.strip_prefix(BEGIN).map(|_| BEGIN.len() + 1)?)?;
    (body.get(name..name + 2)? == br#":""#).then(|| end_of_string(body, name + 2))?
}

/// What comes after the string whose first character is at `at`.
fn end_of_string(body: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr::memchr2(b'"', b'\\', body.get(at..)?)?;
        if body.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::branch::{Config, UserData};

    fn request(config: Config) -> Request {
        let user = UserData::builder().os("iOS").os_version("17.1").idfv("59e27f41-a86b-4560-b585-63161f871c4b").ip("192.0.2.146").build();
        let event = Standard::builder().name("LOGIN").user_data(user).build();
        Branch::new(config).unwrap().standard(&event, Timestamp::MIN).unwrap()
    }

    #[test]
    fn a_stored_request_has_the_lane_with_which_it_was_built() {
        let request = request(Config::builder().branch_key("key_live_a").build());
        assert_eq!(request.lane(), br#"{"user_data":{"idfv":"59E27F41-A86B-4560-B585-63161F871C4B""#);
        assert_eq!(facts(request.body()).lane(), request.facts().lane());
        assert_eq!(end_of_identity(br#"{"user_data":{"developer_identity":"a\\\"b","os":"c"}}"#), Some(43));
        assert_eq!(end_of_identity(b"{}"), None);
    }

    #[test]
    fn the_address_of_a_user_is_not_shown() {
        let request = request(Config::builder().branch_key("key_live_a").ip_override(true).build());
        assert!(request.headers().iter().any(|header| (header.name(), header.value()) == ("x-ip-override", "192.0.2.146")));
        assert!(!format!("{request:?} {:?}", request.headers()).contains("192.0.2.146"));
    }
}
