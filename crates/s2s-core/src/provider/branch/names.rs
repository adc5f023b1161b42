//! The names of events.

use crate::issue::{Code, Report};
use crate::value::Text;

use super::Sort;

/// What a standard event is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Commerce,
    Content,
    Lifecycle,
    /// That of names which are not in the lists of this API.
    Unknown,
}

use Category::{Commerce, Content, Lifecycle, Unknown};

/// Sources: <https://help.branch.io/apidocs/events>; `RESERVE`, `OPT_IN` and `OPT_OUT` are in
/// <https://help.branch.io/developer-hub/track-branch-events> and in Branch's SDKs.
const STANDARD: [(&str, Category); 27] = [
    ("ADD_TO_CART", Commerce),
    ("ADD_TO_WISHLIST", Commerce),
    ("VIEW_CART", Commerce),
    ("INITIATE_PURCHASE", Commerce),
    ("ADD_PAYMENT_INFO", Commerce),
    ("CLICK_AD", Commerce),
    ("PURCHASE", Commerce),
    ("RESERVE", Commerce),
    ("SPEND_CREDITS", Commerce),
    ("VIEW_AD", Commerce),
    ("SEARCH", Content),
    ("VIEW_ITEM", Content),
    ("VIEW_ITEMS", Content),
    ("RATE", Content),
    ("SHARE", Content),
    ("INITIATE_STREAM", Content),
    ("COMPLETE_STREAM", Content),
    ("COMPLETE_REGISTRATION", Lifecycle),
    ("COMPLETE_TUTORIAL", Lifecycle),
    ("ACHIEVE_LEVEL", Lifecycle),
    ("UNLOCK_ACHIEVEMENT", Lifecycle),
    ("INVITE", Lifecycle),
    ("LOGIN", Lifecycle),
    ("START_TRIAL", Lifecycle),
    ("SUBSCRIBE", Lifecycle),
    ("OPT_IN", Unknown),
    ("OPT_OUT", Unknown),
];

/// Whether Branch lists the name for standard events.
pub(super) fn is_standard(name: &str) -> bool {
    STANDARD.iter().any(|(known, _)| *known == name)
}

/// "Not applicable" to this API. Source: <https://help.branch.io/developer-hub/track-branch-events>
const OF_SDK: [&str; 2] = ["OPT_IN", "OPT_OUT"];

/// Source: <https://help.branch.io/developer-hub/track-branch-events>
const RESERVED: &str = "custom event";

/// Events that Branch records itself. That their names are better avoided is not in its documentation.
const OWN: [&str; 4] = ["open", "close", "install", "referred session"];

/// Checks the name of an event. Returns the category of a standard one.
///
/// Branch responds with 400 to the name of a standard event that arrives as a custom one. Upper and lower case differ, as in its SDKs.
pub(super) fn check(sort: Sort, extra: &[Text], report: &mut Report, name: &str) -> Option<Category> {
    const FIELD: &str = "name";
    let standard = || STANDARD.iter().copied().chain(extra.iter().map(|name| (name.as_str(), Unknown)));
    let found = standard().find(|(known, _)| *known == name).map(|(_, category)| category);
    let differs_in_case = || standard().any(|(known, _)| known.eq_ignore_ascii_case(name));
    match (sort, found) {
        (Sort::Standard, Some(category)) => {
            if OF_SDK.contains(&name) {
                report.warning(FIELD, Code::NotDocumentedForApi, "is an event of Branch's SDKs, and not documented for this API");
            }
            return Some(category);
        }
        (Sort::Standard, None) => {
            let hint = if differs_in_case() {
                "is a standard event in another case: its name must be written as documented"
            } else {
                "is not a standard event: use the kind `custom`, or the setting `extra_standard_names`"
            };
            report.issue(FIELD, Code::UnknownEventName, hint);
        }
        (Sort::Custom, Some(_)) => report.issue(FIELD, Code::ReservedName, "is a standard event, which Branch refuses here: use the kind `standard`"),
        (Sort::Custom, None) if name.eq_ignore_ascii_case(RESERVED) => report.issue(FIELD, Code::ReservedName, "is reserved by Branch"),
        (Sort::Custom, None) => {
            if OWN.iter().any(|own| own.eq_ignore_ascii_case(name)) {
                report.warning(FIELD, Code::UsedByProvider, "is the name of an event that Branch records itself");
            } else if differs_in_case() {
                report.warning(FIELD, Code::UndocumentedSpelling, "differs from a standard event in case alone, and is a custom one");
            }
        }
    }
    None
}
