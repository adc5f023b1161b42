//! From a body of Google Analytics' Measurement Protocol to a neutral event.

use crate::ga4;
use crate::issue::{Code, Issue, Issues};
use crate::value::Json;

use super::Name;
use super::convert::{Conversion, Converted, Field, Form, Format, at, is_given, read};

/// Converts the body of a request of Google Analytics'
/// [Measurement Protocol](https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference) with one event, whose names and
/// parameters are those of the [recommended events](https://developers.google.com/analytics/devguides/collection/ga4/reference/events).
/// An event of `gtag` or of Firebase has the same names: put it into `{"events":[{"name":…,"params":{…}}]}`.
///
/// - Google's `value` is without tax and shipping, and the neutral `tax` and `shipping` are parts of `value`: they have no place with a value.
/// - The `value` of `spend_virtual_currency` is an amount of no money and has no place.
/// - `timestamp_micros` of the event counts before that of the body. It is taken to the millisecond toward the past.
/// - `user_location` is where the user was, and has no place in the user's address. Of several digests or addresses the first one has a place.
/// - `source` is not in a body. Destinations that need it say so: set it in the neutral event.
/// - `null`, and an empty text, list or object, are absent.
///
/// # Errors
/// What keeps the body from becoming an event: it is not JSON or not an object, a key appears more than once, `events` does not have exactly
/// one event, or its `name` is absent or without a neutral event ([`Code::UnmappedEvent`]). Everything else that has no place is in
/// [`Converted::unmapped`].
pub fn from_ga4(body: &[u8], conversion: &Conversion) -> Result<Converted, Issues> {
    const EVENTS: &str = "/events";
    let body = read(body)?;
    match at(&body, EVENTS) {
        None | Some(Json::Null) => return Err(Issue::new(EVENTS, Code::Missing, "is required").into()),
        Some(Json::Array(events)) => match events.as_slice() {
            [Json::Object(_)] => {}
            [_] => return Err(Issue::new("/events/0", Code::WrongType, "must be an object").into()),
            [] => return Err(Issue::new(EVENTS, Code::Empty, "must have an event").into()),
            _ => return Err(Issue::new(EVENTS, Code::TooManyMessages, "must have one event: convert each by itself").into()),
        },
        Some(_) => return Err(Issue::new(EVENTS, Code::WrongType, "must be a list").into()),
    }
    let named = conversion.event(at(&body, "/events/0/name"), "/events/0/name", ga4::neutral)?;
    let fields = [FIELDS, amount(named.name, &body)].concat();
    Format { fields, deciding: &["/events/0/name"], properties: "/events/0/params", conversion }.convert(&body, named)
}

const FIELDS: &[Field] = &[
    ("/events/0/timestamp_micros", "/time", Form::Micros),
    ("/timestamp_micros", "/time", Form::Micros),
    ("/app_instance_id", "/ids/app_instance_id", Form::Own),
    ("/client_id", "/ids/client_id", Form::Own),
    ("/user_id", "/user/id", Form::Own),
    ("/user_data/sha256_email_address/0", "/user/sha256_email", Form::Own),
    ("/user_data/sha256_phone_number/0", "/user/phone_sha256_e164", Form::Own),
    ("/user_data/address/0/city", "/user/city", Form::Own),
    ("/user_data/address/0/region", "/user/state", Form::Own),
    ("/user_data/address/0/postal_code", "/user/postal_code", Form::Own),
    ("/user_data/address/0/country", "/user/country", Form::Country),
    ("/consent/ad_user_data", "/consent/ad_user_data", Form::Granted),
    ("/consent/ad_personalization", "/consent/ad_personalization", Form::Granted),
    ("/ip_override", "/device/ip", Form::Own),
    ("/user_agent", "/device/user_agent", Form::Own),
    ("/device/operating_system_version", "/device/os_version", Form::Own),
    ("/device/model", "/device/model", Form::Own),
    ("/device/language", "/device/locale", Form::Own),
    ("/events/0/params/session_id", "/ids/session_id", Form::Own),
    ("/events/0/params/transaction_id", "/order_id", Form::Own),
    ("/events/0/params/currency", "/currency", Form::Own),
    ("/events/0/params/coupon", "/coupon", Form::Own),
    ("/events/0/params/search_term", "/search_term", Form::Own),
    ("/events/0/params/method", "/method", Form::Own),
    ("/events/0/params/level", "/level", Form::Own),
    ("/events/0/params/score", "/score", Form::Own),
    ("/events/0/params/achievement_id", "/achievement_id", Form::Own),
    ("/events/0/params/group_id", "/group_id", Form::Own),
    ("/events/0/params/content_type", "/content_type", Form::Own),
    ("/events/0/params/content_id", "/content_id", Form::Own),
    // Shares have it in place of `content_id`.
    ("/events/0/params/item_id", "/content_id", Form::Own),
    ("/events/0/params/page_location", "/page/url", Form::Own),
    ("/events/0/params/page_referrer", "/page/referrer", Form::Own),
    ("/events/0/params/ad_source", "/ad/network", Form::Own),
    ("/events/0/params/ad_unit_name", "/ad/unit", Form::Own),
    ("/events/0/params/ad_format", "/ad/format", Form::Own),
    ("/events/0/params/items/*/item_id", "/items/*/id", Form::Own),
    ("/events/0/params/items/*/item_name", "/items/*/name", Form::Own),
    ("/events/0/params/items/*/item_category", "/items/*/category", Form::Own),
    ("/events/0/params/items/*/item_brand", "/items/*/brand", Form::Own),
    ("/events/0/params/items/*/item_variant", "/items/*/variant", Form::Own),
    ("/events/0/params/items/*/price", "/items/*/price", Form::Own),
    ("/events/0/params/items/*/quantity", "/items/*/quantity", Form::Own),
    ("/events/0/params/items/*/discount", "/items/*/discount", Form::Own),
];

/// The value, if it is one of money, or the parts of an amount that is not given.
fn amount(name: Name, body: &Json) -> &'static [Field] {
    if name == Name::SpendCredits {
        return &[];
    }
    if is_given(body, "/events/0/params/value") {
        return &[("/events/0/params/value", "/value", Form::Own)];
    }
    &[("/events/0/params/tax", "/tax", Form::Own), ("/events/0/params/shipping", "/shipping", Form::Own)]
}
