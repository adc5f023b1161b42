//! The names of events.

use crate::issue::{Code, Report};
use crate::value::text::{self, Kind};

/// The event of ad revenue.
/// Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
pub(super) const AD_REVENUE: &str = "__ADMON_USER_LEVEL_REVENUE__";

/// The revenue event of Singular's SDKs: it is one of revenue without being marked.
/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
pub(super) const IN_APP_PURCHASE: &str = "__iap__";

/// The first event of a web page.
/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
const PAGE_VISIT: &str = "__PAGE_VISIT__";

/// Source: <https://github.com/singular-labs/Singular-iOS-SDK>
const STANDARD: &[&str] = &[
    "sng_achievement_unlocked",
    "sng_add_payment_info",
    "sng_add_to_cart",
    "sng_add_to_wishlist",
    "sng_book",
    "sng_checkout_initiated",
    "sng_complete_registration",
    "sng_content_view",
    "sng_content_view_list",
    "sng_ecommerce_purchase",
    "sng_invite",
    "sng_level_achieved",
    "sng_login",
    "sng_rate",
    "sng_search",
    "sng_share",
    "sng_spent_credits",
    "sng_start_trial",
    "sng_submit_application",
    "sng_subscribe",
    "sng_tutorial_complete",
    "sng_update",
    "sng_view_cart",
];

/// Checks the name of an event.
pub(super) fn event<'e>(report: &mut Report, given: Option<&'e str>, max_bytes: usize) -> Option<&'e str> {
    const FIELD: &str = "name";
    let name = text::required(report, FIELD, Kind::Identifier, given)?;
    if name.len() > max_bytes {
        report.issue(FIELD, Code::TooLong, "has more bytes than `max_event_name` allows");
    }
    if name == AD_REVENUE {
        report.issue(FIELD, Code::ReservedName, "is the name of ad revenue, which is a kind of its own");
    } else if name.starts_with("__") && name != IN_APP_PURCHASE && name != PAGE_VISIT {
        report.issue(FIELD, Code::ReservedName, "begins as the names of Singular itself do");
    } else if name.starts_with("sng_") && !STANDARD.contains(&name) {
        report.warning(FIELD, Code::UnknownPredefinedName, "is none of Singular's standard events");
    }
    Some(name)
}
