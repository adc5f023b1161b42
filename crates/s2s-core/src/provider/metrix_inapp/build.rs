//! An event becomes a request.

use std::net::IpAddr;

use memchr::memmem;

use crate::encode::json::{self, Object};
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::facts::Facts;
use crate::provider::record::has_field;
use crate::provider::spec::RequestKind;
use crate::provider::{rules, snake_case};
use crate::request::{Method, Request, SecretPlace};
use crate::value::Timestamp;
use crate::value::lend::Lend as _;
use crate::value::text::{self, Kind};

use super::event::MetrixInAppEventFields;
use super::{Event, MetrixInApp};

/// Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
const CURRENCIES: &[&str] = &["IRR", "USD", "EUR"];

impl MetrixInApp {
    /// Builds the request of one event.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    pub(super) fn build(&self, event: &impl MetrixInAppEventFields, _now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(1024);
        let mut object = Object::begin(&mut out);
        if let Some(id) = text::required(report, "metrix_user_id", Kind::Identifier, event.metrix_user_id()) {
            object.text("metrixUserId", id);
        }
        let user = object.len();
        if let Some(id) = text::required(report, "metrix_session_id", Kind::Identifier, event.metrix_session_id()) {
            object.text("metrixSessionId", id);
        }
        advertising_id(event, report, &mut object);
        attributes(event, report, &mut object);
        metrics(event, report, &mut object);
        rules::together(report, ("revenue", event.revenue().is_some()), ("currency", event.currency().is_some()));
        if let Some(address) = text::optional(report, "device_ip", Kind::Free, event.device_ip()) {
            match address.parse::<IpAddr>() {
                Ok(address) => object.text("deviceIp", &address.to_string()),
                Err(_) => report.issue("device_ip", Code::InvalidIp, "must be an IPv4 or IPv6 address"),
            }
        }
        if let Some(slug) = text::required(report, "event_slug", Kind::Token, event.event_slug()) {
            object.text("eventSlug", slug);
        }
        if let Some(time) = event.event_time().and_then(|time| rules::time(report, "event_time", time.check())) {
            object.text("eventTime", &time.unix_millis().to_string());
        }
        if let Some(pairs) = event.extra() {
            rules::extra(report, pairs, &mut object, is_own);
        }
        object.end();

        let warnings = report.finish()?;
        Ok(Request::new(RequestKind::of::<Event>(), Method::Post, self.url.clone(), facts_of(user))
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_secret(SecretPlace::Url(self.app_id.clone()))
            .with_warnings(warnings))
    }
}

/// A lane is a user: the first member of the body, without the quote at its end. That events have to come in order is not documented; those of
/// one user keep the one in which they were submitted. No deduplication is documented.
fn facts_of(user: usize) -> Facts {
    Facts::new(user.saturating_sub(1), 0, None)
}

/// Finds the facts in the body of a request: where its first member ends.
pub(super) fn facts(body: &[u8]) -> Facts {
    facts_of(memmem::find(body, br#"",""#).map_or(body.len() + 1, |quote| quote + 1))
}

/// "Filling none or both of them will cause a 400 bad request error." Source: <https://docs.metrix.ir/faq/s2s-integration/>
fn advertising_id(event: &impl MetrixInAppEventFields, report: &mut Report, object: &mut Object<'_>) {
    let (idfa, advertising_id) = (event.idfa(), event.advertising_id());
    if !rules::is_given(report, "idfa", idfa) && !rules::is_given(report, "advertising_id", advertising_id) {
        report.issue("", Code::MissingOneOf, "`idfa` or `advertising_id` is required");
    }
    for (field, key, value) in [("idfa", "idfa", idfa), ("advertising_id", "advertisingId", advertising_id)] {
        if let Some(value) = text::optional(report, field, Kind::Identifier, value) {
            if value.contains('0') && value.bytes().all(|byte| matches!(byte, b'0' | b'-')) {
                report.warning(field, Code::ZeroAdvertisingId, "all zeros mean that tracking is not allowed");
            }
            object.text(key, value);
        }
    }
    rules::exclusive(report, ("idfa", idfa.is_some()), ("advertising_id", advertising_id.is_some()));
}

/// The caller's attributes, and the currency after them.
fn attributes(event: &impl MetrixInAppEventFields, report: &mut Report, object: &mut Object<'_>) {
    let currency = rules::choice(report, "currency", event.currency(), CURRENCIES);
    if event.custom_attributes().is_none() && currency.is_none() {
        return;
    }
    let mut attributes = Object::begin(object.key("customAttributes"));
    if let Some(pairs) = event.custom_attributes() {
        rules::unique_keys(report, "custom_attributes", pairs.repeated());
        for (key, value) in pairs.iter() {
            if currency.is_some() && key == "_currency" {
                report.issue("currency", Code::Conflict, "not together with `_currency` in `custom_attributes`");
            }
            attributes.text(key, value);
        }
    }
    if let Some(currency) = currency {
        attributes.text("_currency", currency);
    }
    attributes.end();
}

/// The caller's metrics, and the revenue after them.
fn metrics(event: &impl MetrixInAppEventFields, report: &mut Report, object: &mut Object<'_>) {
    event.revenue().into_iter().for_each(|given| rules::float_noise(report, "revenue", given));
    let revenue = event.revenue()
        .and_then(|revenue| rules::double(revenue).map_err(|(code, message)| report.issue("revenue", code, message)).ok());
    if event.custom_metrics().is_none() && revenue.is_none() {
        return;
    }
    let mut metrics = Object::begin(object.key("customMetrics"));
    if let Some(pairs) = event.custom_metrics() {
        rules::unique_keys(report, "custom_metrics", pairs.repeated());
        for (key, number) in pairs.as_slice() {
            match rules::double(number.lend()) {
                Ok(_) if revenue.is_some() && key == "_revenue" => {
                    report.issue("revenue", Code::Conflict, "not together with `_revenue` in `custom_metrics`");
                }
                Ok(number) => json::double(metrics.key(key), number),
                Err((code, message)) => report.entry_issue("custom_metrics", key, code, message),
            }
        }
    }
    if let Some(revenue) = revenue {
        json::double(metrics.key("_revenue"), revenue);
    }
    metrics.end();
}

/// Whether the body has a member of that name.
fn is_own(key: &str) -> bool {
    let field = snake_case(key);
    !key.contains('_') && !matches!(&*field, "revenue" | "currency" | "extra") && has_field::<Event>(&field)
}
