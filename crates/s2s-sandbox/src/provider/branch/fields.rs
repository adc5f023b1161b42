//! The documented members of a body, with the JSON type of each.
//!
//! Source: <https://help.branch.io/apidocs/events>

use serde_json::Value;

pub(super) type Test = fn(&Value) -> bool;
pub(super) type Field = (&'static str, Test);

/// The members of the body itself, apart from `name`, `branch_key` and those with members of their own.
pub(super) const ROOT: &[Field] = &[
    ("customer_event_alias", Value::is_string),
    ("custom_data", Value::is_object),
    ("meta_data", Value::is_object),
    ("metadata", Value::is_object),
];

pub(super) const DEVELOPER_IDENTITY: &str = "developer_identity";
pub(super) const IP: &str = "ip";

pub(super) const USER_DATA: &[Field] = &[
    ("os", Value::is_string),
    // A text in the reference, an integer (the API level) in a sample and from the Android SDK.
    ("os_version", |value| value.is_string() || value.is_i64()),
    ("environment", Value::is_string),
    ("aaid", Value::is_string),
    ("android_id", Value::is_string),
    ("idfa", Value::is_string),
    ("idfv", Value::is_string),
    ("advertising_ids", Value::is_object),
    ("anon_id", Value::is_string),
    (DEVELOPER_IDENTITY, Value::is_string),
    ("browser_fingerprint_id", Value::is_string),
    ("randomized_device_token", Value::is_string),
    ("device_fingerprint_id", Value::is_string),
    ("google_analytics_id", Value::is_string),
    ("limit_ad_tracking", Value::is_boolean),
    ("user_agent", Value::is_string),
    ("http_origin", Value::is_string),
    ("http_referrer", Value::is_string),
    (IP, Value::is_string),
    ("local_ip", Value::is_string),
    ("country", Value::is_string),
    ("language", Value::is_string),
    ("brand", Value::is_string),
    ("model", Value::is_string),
    ("app_version", Value::is_string),
    ("screen_dpi", Value::is_i64),
    ("screen_height", Value::is_i64),
    ("screen_width", Value::is_i64),
    ("dma_eea", Value::is_boolean),
    ("dma_ad_personalization", Value::is_boolean),
    ("dma_ad_user_data", Value::is_boolean),
];

/// Members of `user_data` that identify a person or device.
pub(super) const IDENTIFIERS: &[&str] = &[
    "aaid",
    "android_id",
    "idfa",
    "idfv",
    "advertising_ids",
    "anon_id",
    DEVELOPER_IDENTITY,
    "browser_fingerprint_id",
    "randomized_device_token",
    "device_fingerprint_id",
    "google_analytics_id",
    "user_agent",
    IP,
    "local_ip",
];

/// The guide says that revenue, currency and the like "cannot be attached" to custom events; the
/// reference lists all of these members for them, too.
pub(super) const EVENT_DATA: &[Field] = &[
    ("transaction_id", Value::is_string),
    ("revenue", Value::is_number),
    ("currency", Value::is_string),
    ("shipping", Value::is_number),
    ("tax", Value::is_number),
    ("coupon", Value::is_string),
    ("affiliation", Value::is_string),
    ("search_query", Value::is_string),
    ("ad_type", Value::is_string),
    (DESCRIPTION, Value::is_string),
];
pub(super) const DESCRIPTION: &str = "description";

pub(super) const CONTENT_ITEM: &[Field] = &[
    ("$og_title", Value::is_string),
    ("$og_description", Value::is_string),
    ("$og_image_url", Value::is_string),
    ("$canonical_identifier", Value::is_string),
    ("$canonical_url", Value::is_string),
    ("$sku", Value::is_string),
    ("$product_name", Value::is_string),
    ("$product_brand", Value::is_string),
    ("$product_variant", Value::is_string),
    ("$address_street", Value::is_string),
    ("$address_city", Value::is_string),
    ("$address_region", Value::is_string),
    ("$address_country", Value::is_string),
    ("$address_postal_code", Value::is_string),
    ("$currency", Value::is_string),
    ("$price", Value::is_number),
    ("$quantity", Value::is_number),
    ("$rating", Value::is_number),
    ("$rating_average", Value::is_number),
    ("$rating_count", Value::is_number),
    ("$rating_max", Value::is_number),
    ("$latitude", Value::is_number),
    ("$longitude", Value::is_number),
    ("$publicly_indexable", Value::is_boolean),
    ("$locally_indexable", Value::is_boolean),
    ("$keywords", are_texts),
    ("$image_captions", are_texts),
    ("$creation_timestamp", Value::is_i64),
    // "null or 0: no limit"
    ("$exp_date", |value| value.is_null() || value.is_i64()),
    ("$content_schema", Value::is_string),
    ("$condition", Value::is_string),
    ("$product_category", Value::is_string),
    // A text in the samples of requests, an object in the reference.
    ("$custom_fields", |value| value.is_string() || value.is_object()),
];

/// Members of an item with a closed list of values.
pub(super) const LISTS_OF_ITEM: &[(&str, &[&str])] =
    &[("$content_schema", CONTENT_SCHEMAS), ("$condition", CONDITIONS), ("$product_category", PRODUCT_CATEGORIES)];

/// Members of `event_data` with a closed list of values. Only the SDKs have it.
pub(super) const LISTS_OF_EVENT_DATA: &[(&str, &[&str])] = &[("ad_type", &["BANNER", "INTERSTITIAL", "REWARDED_VIDEO", "NATIVE"])];

const CONTENT_SCHEMAS: &[&str] = &[
    "COMMERCE_AUCTION",
    "COMMERCE_BUSINESS",
    "COMMERCE_OTHER",
    "COMMERCE_PRODUCT",
    "COMMERCE_RESTAURANT",
    "COMMERCE_SERVICE",
    "COMMERCE_TRAVEL_FLIGHT",
    "COMMERCE_TRAVEL_HOTEL",
    "COMMERCE_TRAVEL_OTHER",
    "GAME_STATE",
    "MEDIA_IMAGE",
    "MEDIA_MIXED",
    "MEDIA_MUSIC",
    "MEDIA_OTHER",
    "MEDIA_VIDEO",
    "OTHER",
    "TEXT_ARTICLE",
    "TEXT_BLOG",
    "TEXT_OTHER",
    "TEXT_RECIPE",
    "TEXT_REVIEW",
    "TEXT_SEARCH_RESULTS",
    "TEXT_STORY",
    "TEXT_TECHNICAL_DOC",
];
const CONDITIONS: &[&str] = &["OTHER", "NEW", "EXCELLENT", "GOOD", "FAIR", "POOR", "USED", "REFURBISHED"];

/// The constants of the lists, and the display names of the samples.
const PRODUCT_CATEGORIES: &[&str] = &[
    "ANIMALS_AND_PET_SUPPLIES",
    "APPAREL_AND_ACCESSORIES",
    "ARTS_AND_ENTERTAINMENT",
    "BABY_AND_TODDLER",
    "BUSINESS_AND_INDUSTRIAL",
    "CAMERAS_AND_OPTICS",
    "ELECTRONICS",
    "FOOD_BEVERAGES_AND_TOBACCO",
    "FURNITURE",
    "HARDWARE",
    "HEALTH_AND_BEAUTY",
    "HOME_AND_GARDEN",
    "LUGGAGE_AND_BAGS",
    "MATURE",
    "MEDIA",
    "OFFICE_SUPPLIES",
    "RELIGIOUS_AND_CEREMONIAL",
    "SOFTWARE",
    "SPORTING_GOODS",
    "TOYS_AND_GAMES",
    "VEHICLES_AND_PARTS",
    "Animals & Pet Supplies",
    "Apparel & Accessories",
    "Arts & Entertainment",
    "Baby & Toddler",
    "Business & Industrial",
    "Cameras & Optics",
    "Electronics",
    "Food, Beverages & Tobacco",
    "Furniture",
    "Hardware",
    "Health & Beauty",
    "Home & Garden",
    "Luggage & Bags",
    "Mature",
    "Media",
    "Office Supplies",
    "Religious & Ceremonial",
    "Software",
    "Sporting Goods",
    "Toys & Games",
    "Vehicles & Parts",
];

fn are_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|texts| texts.iter().all(Value::is_string))
}
