//! Names of events.
//!
//! Source: <https://help.branch.io/developer-hub/track-branch-events>

/// The category of a standard event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Category {
    Commerce,
    Content,
    Lifecycle,
    /// "Not applicable" to this API.
    OfSdk,
}

/// `RESERVE` is missing in the list of the API's reference, and among the commerce events elsewhere.
const COMMERCE: &[&str] = &[
    "ADD_TO_CART",
    "ADD_TO_WISHLIST",
    "VIEW_CART",
    "INITIATE_PURCHASE",
    "ADD_PAYMENT_INFO",
    "CLICK_AD",
    "PURCHASE",
    "RESERVE",
    "SPEND_CREDITS",
    "VIEW_AD",
];
const CONTENT: &[&str] = &["SEARCH", "VIEW_ITEM", "VIEW_ITEMS", "RATE", "SHARE", "INITIATE_STREAM", "COMPLETE_STREAM"];
const LIFECYCLE: &[&str] = &[
    "COMPLETE_REGISTRATION",
    "COMPLETE_TUTORIAL",
    "ACHIEVE_LEVEL",
    "UNLOCK_ACHIEVEMENT",
    "INVITE",
    "LOGIN",
    "START_TRIAL",
    "SUBSCRIBE",
];
const OF_SDK: &[&str] = &["OPT_IN", "OPT_OUT"];

/// The one name that custom events must not have, apart from the standard ones.
pub(super) const RESERVED: &str = "custom event";

/// The category of a name, if it is a standard one. Case matters.
pub(super) fn category(name: &str) -> Option<Category> {
    [(COMMERCE, Category::Commerce), (CONTENT, Category::Content), (LIFECYCLE, Category::Lifecycle), (OF_SDK, Category::OfSdk)]
        .into_iter()
        .find_map(|(names, category)| names.contains(&name).then_some(category))
}
