//! Events: `/v2/evt` and `/v1/evt`.

use crate::encode::json::Object;
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::Request;
use crate::value::text::Kind;
use crate::value::{Json, Number, Pairs, Text, Time, Timestamp};

use super::build::{self, Draft, number, seconds, text, truth};
use super::common::{SingularDataSharingOptions, common, with_common};
use super::device::{Of, only};
use super::{Event, Singular, attributes, names};

with_common! {
    /// An event of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the setting `event_api`. Required are `name`, `platform` (here or in the
    /// configuration), the identifier of the device, and one of `ip`, `country` and `use_request_ip`.
    ///
    /// V2 identifies the device by `sdid` alone. V1 requires `idfv`, `att_authorization_status` and `os_version` of iOS, `os_version` and
    /// one of `asid`, `aifa`, `amid`, `oaid` and `andi` of Android, and `sdid` of every other platform.
    ///
    /// The parameters are sent in this order: `a`, `p`, `i`, the identifiers (`sdid`, `idfv`, `asid`, `idfa`, `aifa`, `amid`, `oaid`, `andi`),
    /// `umilisec` or `utime`, `ip`, `use_ip`, `country`, `ve`, `att_authorization_status`, `match_id`, `os`, `install_source`,
    /// `custom_user_id`, `data_sharing_options`, `global_properties`, `ma`, `mo`, `lc`, `bd`, `app_v` or `av`, `c`, `cn`, `ua`, `dnt`, `dntoff`,
    /// `partner`, `n`, `e`, `is_revenue_event`, `amt`, `cur` and the others as they are declared, `extra`.
    pub struct SingularEvent lends SingularEventFields, SingularEventRead {
        /// The name of the event: up to 32 ASCII characters, or 32 bytes of UTF-8, such as `sng_add_to_cart`. Names that begin with `__` are
        /// Singular's own; of those, `__iap__` and `__PAGE_VISIT__` can be sent. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
        name: Text, required => "n";
    } {
        /// Attributes of the event, sent as a JSON object in your order: texts, numbers and truth values. Keys and texts have up to 500
        /// ASCII characters. `ehash`, `phash`, `phashE164`, `fnamehash` and `lnamehash` are SHA-256 digests that you make, as Singular's
        /// rules for what is hashed could not be read; they are sent in lower case.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        attributes: Pairs<Json> => "e";
        /// Whether the event is one of revenue. Sent as `true` with an `amount`, unless given; `false` is not possible with one.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        is_revenue_event: bool;
        /// The revenue in full currency units (`2.51` is $2.51). For negative amounts see the setting `negative_revenue`. Required with
        /// `currency`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        amount: Number => "amt";
        /// The currency of `amount`: three letters of ISO 4217, sent in upper case. Required with `amount`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        currency: Text => "cur";
        /// The receipt of the purchase, as the store gave it. See the setting `require_receipt`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        purchase_receipt: Text;
        /// The signature of the receipt. Android only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        receipt_signature: Text;
        /// The product, such as `com.app.gold`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        purchase_product_id: Text;
        /// The transaction at the store. It is not said to deduplicate.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        purchase_transaction_id: Text;
        /// The latest conversion value of SKAdNetwork: 0 to 63. iOS only.
        /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
        skan_conversion_value: i64;
        /// When SKAdNetwork was first called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
        /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
        skan_first_call_timestamp: Time;
        /// When SKAdNetwork was last called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
        /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
        skan_last_call_timestamp: Time;
        /// Whether the event is a conversion: `true` for the first event of the web, `__PAGE_VISIT__`. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        conversion_event: bool;
        /// What the page knows of the visit's source, sent as JSON. Web only. Its members are not documented.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        attribution_data: Pairs<Json>;
        /// The address of the page. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        web_url: Text;
        /// The user agent of the browser, as it sent it; it is encoded here. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        device_user_agent: Text;
        /// The address of the page before. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        web_page_referrer: Text;
        /// The time zone of the browser. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        timezone: Text;
        /// The width of the screen: not negative. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        screen_width: i64;
        /// The height of the screen: not negative. Web only.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        screen_height: i64;
    }
}

impl Singular {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build_event(event, now, Found::default())
    }

    pub(super) fn build_event(&self, event: &impl SingularEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        let endpoint = (&self.addresses.event, self.event_way());
        let mut draft = Draft::begin(self, RequestKind::of::<Event>(), endpoint, &common!(event), now, report);
        if let Some(name) = names::event(report, event.name(), self.max_event_name) {
            draft.form.text("n", name);
        }
        if let Some(pairs) = event.attributes() {
            let mut json = Vec::new();
            let mut object = Object::begin(&mut json);
            attributes::write(report, pairs, |_| false, &mut object);
            object.end();
            build::append_json("e", &json, &mut draft.form);
        }
        self.revenue(event, report, &mut draft);
        skan(event, report, &mut draft);
        web(event, report, &mut draft);
        draft.finish::<Event>(event.extra(), report)
    }

    /// Appends revenue and its receipt.
    fn revenue(&self, event: &impl SingularEventFields, report: &mut Report, draft: &mut Draft<'_>) {
        let (platform, form) = (draft.platform, &mut draft.form);
        let has_amount = event.amount().is_some();
        truth("is_revenue_event", event.is_revenue_event().or(has_amount.then_some(true)), form);
        self.money(event.amount(), event.currency(), report, form);
        if has_amount && event.is_revenue_event() == Some(false) && !report.has("amount") {
            report.issue("is_revenue_event", Code::Conflict, "an event with an `amount` is one of revenue");
        }
        rules::together(report, ("amount", has_amount), ("currency", event.currency().is_some()));
        text("purchase_receipt", "purchase_receipt", Kind::Free, event.purchase_receipt(), report, form);
        text("receipt_signature", "receipt_signature", Kind::Free, event.receipt_signature(), report, form);
        only(report, platform, Of::Android, &[("receipt_signature", event.receipt_signature().is_some())]);
        text("purchase_product_id", "purchase_product_id", Kind::Identifier, event.purchase_product_id(), report, form);
        text("purchase_transaction_id", "purchase_transaction_id", Kind::Identifier, event.purchase_transaction_id(), report, form);
        let is_revenue = has_amount || event.is_revenue_event() == Some(true) || event.name() == Some(names::IN_APP_PURCHASE);
        if self.requires_receipt && is_revenue {
            rules::required(report, "purchase_receipt", event.purchase_receipt().is_some());
        }
    }
}

/// Appends what is known of SKAdNetwork.
fn skan(event: &impl SingularEventFields, report: &mut Report, draft: &mut Draft<'_>) {
    let (platform, form) = (draft.platform, &mut draft.form);
    if let Some(value) = event.skan_conversion_value() {
        number("skan_conversion_value", value, 0..=63, "must be from 0 to 63", report, form);
    }
    seconds("skan_first_call_timestamp", event.skan_first_call_timestamp(), report, form);
    seconds("skan_last_call_timestamp", event.skan_last_call_timestamp(), report, form);
    only(
        report,
        platform,
        Of::Ios,
        &[
            ("skan_conversion_value", event.skan_conversion_value().is_some()),
            ("skan_first_call_timestamp", event.skan_first_call_timestamp().is_some()),
            ("skan_last_call_timestamp", event.skan_last_call_timestamp().is_some()),
        ],
    );
}

/// Appends what is known of a web page.
fn web(event: &impl SingularEventFields, report: &mut Report, draft: &mut Draft<'_>) {
    let (platform, form) = (draft.platform, &mut draft.form);
    truth("conversion_event", event.conversion_event(), form);
    build::object("attribution_data", "attribution_data", event.attribution_data(), report, form);
    text("web_url", "web_url", Kind::Free, event.web_url(), report, form);
    if let Some(agent) = rules::user_agent(report, "device_user_agent", event.device_user_agent()) {
        form.text("device_user_agent", agent);
    }
    text("web_page_referrer", "web_page_referrer", Kind::Free, event.web_page_referrer(), report, form);
    text("timezone", "timezone", Kind::Free, event.timezone(), report, form);
    for (field, given) in [("screen_width", event.screen_width()), ("screen_height", event.screen_height())] {
        if let Some(given) = given {
            number(field, given, 0..=i64::MAX, "must not be negative", report, form);
        }
    }
    only(
        report,
        platform,
        Of::Web,
        &[
            ("conversion_event", event.conversion_event().is_some()),
            ("attribution_data", event.attribution_data().is_some()),
            ("web_url", event.web_url().is_some()),
            ("device_user_agent", event.device_user_agent().is_some()),
            ("web_page_referrer", event.web_page_referrer().is_some()),
            ("timezone", event.timezone().is_some()),
            ("screen_width", event.screen_width().is_some()),
            ("screen_height", event.screen_height().is_some()),
        ],
    );
}
