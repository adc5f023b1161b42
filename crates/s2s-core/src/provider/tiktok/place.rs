//! Where an event happened, and where it came from: the page, the app, the ad and the lead.

use crate::encode::json::Object;
use crate::issue::{Code, Report};
use crate::provider::rules;
use crate::value::text::{self, Kind};

use super::event::{TikTokAdFields, TikTokAppFields, TikTokLeadFields, TikTokPageFields};
use super::EventSource;

/// Appends the page.
pub(super) fn page(report: &mut Report, page: &dyn TikTokPageFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if let Some(url) = text::required(report, "url", Kind::Identifier, page.url()) {
        if !url.starts_with("https://") && !url.starts_with("http://") {
            report.issue("url", Code::InvalidShape, "must begin with `https://` or `http://`");
        }
        object.text("url", url);
    }
    optional(report, "referrer", page.referrer(), &mut object);
    object.end();
}

/// Appends the app.
pub(super) fn app(report: &mut Report, app: &dyn TikTokAppFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if let Some(id) = text::required(report, "app_id", Kind::Free, app.app_id()) {
        if !is_app_id(id) {
            report.issue(
                "app_id",
                Code::InvalidAppId,
                "must be the number of the App Store, such as `343200656`, or a package name, such as `com.example.app`",
            );
        }
        object.text("app_id", id);
    }
    optional(report, "app_name", app.app_name(), &mut object);
    optional(report, "app_version", app.app_version(), &mut object);
    object.end();
}

/// Digits, or segments of letters, digits, `_` and `-` with points.
/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, without the characters of a package name.
fn is_app_id(id: &str) -> bool {
    let is_segment =
        |segment: &str| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    id.bytes().all(|byte| byte.is_ascii_digit()) || (id.contains('.') && id.split('.').all(is_segment))
}

/// Appends the ad.
pub(super) fn ad(source: EventSource, report: &mut Report, ad: &dyn TikTokAdFields, out: &mut Vec<u8>) {
    let texts = [
        ("callback", ad.callback()),
        ("campaign_id", ad.campaign_id()),
        ("ad_id", ad.ad_id()),
        ("creative_id", ad.creative_id()),
        ("attribution_type", ad.attribution_type()),
        ("attribution_provider", ad.attribution_provider()),
    ];
    let flags = [("is_retargeting", ad.is_retargeting()), ("attributed", ad.attributed())];
    let of_texts = texts.iter().map(|(field, given)| (*field, given.is_some()));
    let given: Vec<(&str, bool)> = of_texts.chain(flags.iter().map(|(field, given)| (*field, given.is_some()))).collect();
    let is_app = source == EventSource::App;
    for (field, _) in given.iter().filter(|(field, is_given)| *is_given && !is_app && !report.has(field)).collect::<Vec<_>>() {
        report.issue(field, Code::Conflict, "is a field of an app's events: a website has `attribution_share` alone");
    }
    let [callback, campaign_id, ad_id, creative_id, attribution_type, attribution_provider] = texts;
    let mut object = Object::begin(out);
    if is_app {
        for (field, given) in [callback, campaign_id, ad_id, creative_id] {
            optional(report, field, given, &mut object);
        }
        for (field, given) in flags {
            flag(field, given, &mut object);
        }
        for (field, given) in [attribution_type, attribution_provider] {
            optional(report, field, given, &mut object);
        }
    }
    attribution_share(report, ad, &mut object);
    object.end();
    rules::not_empty(report, ad.attribution_share().is_none() && given.iter().all(|(_, is_given)| !is_given));
}

fn attribution_share(report: &mut Report, ad: &dyn TikTokAdFields, object: &mut Object<'_>) {
    const FIELD: &str = "attribution_share";
    let Some(given) = ad.attribution_share() else { return };
    match rules::amount(given) {
        Ok(share) if share.is_negative() || !share.is_at_most_ten_to(0) => {
            report.issue(FIELD, Code::OutOfRange, "must be from 0 to 1");
        }
        Ok(share) => share.write(object.key(FIELD)),
        Err((code, message)) => report.issue(FIELD, code, message),
    }
}

/// Appends the lead.
pub(super) fn lead(report: &mut Report, lead: &dyn TikTokLeadFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if let Some(id) = text::required(report, "lead_id", Kind::Identifier, lead.lead_id()) {
        object.text("lead_id", id);
    }
    optional(report, "lead_event_source", lead.lead_event_source(), &mut object);
    object.end();
}

/// Appends a truth value.
pub(super) fn flag(field: &str, given: Option<bool>, object: &mut Object<'_>) {
    if let Some(flag) = given {
        object.value(field, &flag.into());
    }
}

fn optional(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(text) = text::optional(report, field, Kind::Identifier, given) {
        object.text(field, text);
    }
}
