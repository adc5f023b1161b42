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

/// Names of an app, each with what the name of a website for the same thing has in front of it.
const SAME: [(&str, &str); 2] = [("Checkout", "Initiate"), ("Registration", "Complete")];

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

/// What to do about a name that is not listed, without the name itself.
fn unknown(source: EventSource, name: &str) -> String {
    let of_app = SAME.iter().find(|(app, _)| *app == name);
    let of_website = SAME.iter().find(|(app, before)| name.strip_prefix(before) == Some(*app));
    match (source, of_app, of_website) {
        (EventSource::App, _, Some((app, _))) => format!("is the name of a website's event; that of an app's is `{app}`"),
        (EventSource::Web | EventSource::Offline, Some((_, before)), _) => {
            format!("is the name of an app's event; that of a website's has `{before}` in front of it")
        }
        (EventSource::Offline, ..) => "is not a name that TikTok lists, and offline events have no others".to_owned(),
        _ => "is not a name that TikTok lists for this source; `custom` says that it is your own".to_owned(),
    }
}
