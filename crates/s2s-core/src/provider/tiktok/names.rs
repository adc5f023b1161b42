//! The names of events.

use crate::issue::{Code, Report};

use super::{AdImpressionName, EventSource};

/// The names of an app's events, but for [`AdImpressionName`].
/// Sources: <https://github.com/tiktok/tiktok-business-ios-sdk>, <https://github.com/tiktok/tiktok-business-android-sdk>
const OF_APPS: [&str; 26] = [
    "AchieveLevel",
    "AddPaymentInfo",
    "AddToCart",
    "AddToWishlist",
    "Checkout",
    "CompleteTutorial",
    "CreateGroup",
    "CreateRole",
    "GenerateLead",
    "InAppADClick",
    "InstallApp",
    "JoinGroup",
    "LaunchAPP",
    "LoanApplication",
    "LoanApproval",
    "LoanDisbursal",
    "Login",
    "Purchase",
    "Rate",
    "Registration",
    "Search",
    "SpendCredits",
    "StartTrial",
    "Subscribe",
    "UnlockAchievement",
    "ViewContent",
];

/// The names of a website's events, and of offline ones.
/// Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, and for `Pageview` <https://github.com/tiktok/gtm-template-eapi>
const OF_WEBSITES: [&str; 23] = [
    "AddPaymentInfo",
    "AddToCart",
    "AddToWishlist",
    "ApplicationApproval",
    "ClickButton",
    "CompletePayment",
    "CompleteRegistration",
    "Contact",
    "CustomizeProduct",
    "Download",
    "FindLocation",
    "InitiateCheckout",
    "Lead",
    "Pageview",
    "PlaceAnOrder",
    "Purchase",
    "Schedule",
    "Search",
    "StartTrial",
    "SubmitApplication",
    "SubmitForm",
    "Subscribe",
    "ViewContent",
];

/// Names of an app with those of a website for the same thing.
const SAME: [(&str, &str); 2] = [("Checkout", "InitiateCheckout"), ("Registration", "CompleteRegistration")];

/// Older names of a website with the present ones.
/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
const OLDER: [(&str, &str); 2] = [("CompletePayment", "Purchase"), ("SubmitForm", "Lead")];

/// Whether TikTok lists the name for that source.
pub(super) fn is_known(source: EventSource, name: &str) -> bool {
    let is_impression = [AdImpressionName::Upper, AdImpressionName::Mixed].iter().any(|known| known.as_str() == name);
    listed(source).contains(&name) || (source == EventSource::App && is_impression)
}

fn listed(source: EventSource) -> &'static [&'static str] {
    if source == EventSource::App { &OF_APPS } else { &OF_WEBSITES }
}

/// Checks the name of an event. Returns it as it is sent.
pub(super) fn check<'e>(
    source: EventSource,
    impression: AdImpressionName,
    report: &mut Report,
    name: &'e str,
    custom: Option<bool>,
) -> &'e str {
    let is_custom = custom == Some(true);
    if is_custom && source == EventSource::Offline {
        report.issue("custom", Code::Conflict, "offline events have listed names only");
    }
    match source {
        // The page says that names are custom only, and has a standard one in its example.
        EventSource::Crm => return name,
        EventSource::App if [AdImpressionName::Upper, AdImpressionName::Mixed].iter().any(|known| known.as_str() == name) => {
            return impression.as_str();
        }
        EventSource::App | EventSource::Web | EventSource::Offline => {}
    }
    if !listed(source).contains(&name) && !is_custom {
        report.issue("event_name", Code::UnknownEventName, unknown(source, name));
    }
    if let Some((_, newer)) = OLDER.iter().find(|(older, _)| *older == name && source == EventSource::Web) {
        report.warning("event_name", Code::DeprecatedName, format!("is an older name; the present one is `{newer}`"));
    }
    name
}

/// What to do about a name that is not listed.
fn unknown(source: EventSource, name: &str) -> String {
    let is_app = source == EventSource::App;
    let other = SAME.iter().map(|(app, web)| if is_app { (*web, *app) } else { (*app, *web) }).find(|(other, _)| *other == name);
    match (other, source) {
        (Some((_, own)), _) => format!("is a name of other sources; here it is `{own}`"),
        (None, EventSource::Offline) => "is not a name that TikTok lists, and offline events have no others".to_owned(),
        (None, _) => "is not a name that TikTok lists for this source; `custom` says that it is your own".to_owned(),
    }
}
