//! The products or contents that an event is about.

use crate::encode::{self, integer};
use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Report};
use crate::provider::record::Declared as _;
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, NumberRef, Pairs, Text};

use super::event::BranchContentItemFields;
use super::members::{Sign, is_without, write_amount, write_choice, write_currency, write_flag, write_number, write_text};
use super::{ContentItem, CustomFieldsAs, ProductCategory, Settings};

/// Source: <https://help.branch.io/apidocs/events>
const SCHEMAS: &[&str] = &[
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

/// Source: <https://help.branch.io/apidocs/events>
const CONDITIONS: &[&str] = &["OTHER", "NEW", "EXCELLENT", "GOOD", "FAIR", "POOR", "USED", "REFURBISHED"];

/// The constants and the names for display. Source: <https://help.branch.io/developer-hub/track-branch-events>
const CATEGORIES: [(&str, &str); 21] = [
    ("ANIMALS_AND_PET_SUPPLIES", "Animals & Pet Supplies"),
    ("APPAREL_AND_ACCESSORIES", "Apparel & Accessories"),
    ("ARTS_AND_ENTERTAINMENT", "Arts & Entertainment"),
    ("BABY_AND_TODDLER", "Baby & Toddler"),
    ("BUSINESS_AND_INDUSTRIAL", "Business & Industrial"),
    ("CAMERAS_AND_OPTICS", "Cameras & Optics"),
    ("ELECTRONICS", "Electronics"),
    ("FOOD_BEVERAGES_AND_TOBACCO", "Food, Beverages & Tobacco"),
    ("FURNITURE", "Furniture"),
    ("HARDWARE", "Hardware"),
    ("HEALTH_AND_BEAUTY", "Health & Beauty"),
    ("HOME_AND_GARDEN", "Home & Garden"),
    ("LUGGAGE_AND_BAGS", "Luggage & Bags"),
    ("MATURE", "Mature"),
    ("MEDIA", "Media"),
    ("OFFICE_SUPPLIES", "Office Supplies"),
    ("RELIGIOUS_AND_CEREMONIAL", "Religious & Ceremonial"),
    ("SOFTWARE", "Software"),
    ("SPORTING_GOODS", "Sporting Goods"),
    ("TOYS_AND_GAMES", "Toys & Games"),
    ("VEHICLES_AND_PARTS", "Vehicles & Parts"),
];

/// Appends the list.
pub(super) fn write(settings: &Settings, report: &mut Report, list: ListRef<'_, ContentItem>, out: &mut Vec<u8>) {
    const FIELD: &str = "content_items";
    rules::not_empty_list(report, FIELD, list.len());
    let mut array = Array::begin(out);
    report.each(FIELD, list, |report, own| item(settings, report, own, array.item()));
    array.end();
}

fn item(settings: &Settings, report: &mut Report, item: &dyn BranchContentItemFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let mut is_empty = is_without(item.extra());
    for (field, key, value) in members(item) {
        is_empty &= value.is_absent();
        value.write(settings, report, (field, key), &mut object);
    }
    if let Some(pairs) = item.extra() {
        rules::extra(report, pairs, &mut object, is_own);
    }
    object.end();
    rules::not_empty(report, is_empty);
}

/// Whether a member of that name has a field.
fn is_own(key: &str) -> bool {
    ContentItem::RECORD.fields.iter().any(|field| field.wire == Some(key))
}

/// The value of a member.
enum Member<'e> {
    Text(Option<&'e str>),
    Choice(Option<&'e str>, &'static [&'static str]),
    Category(Option<&'e str>),
    Currency(Option<&'e str>),
    Flag(Option<bool>),
    Amount(Option<NumberRef<'e>>),
    Number(Option<NumberRef<'e>>),
    /// Degrees, and the largest number of them that means anything.
    Degrees(Option<NumberRef<'e>>, f64),
    Texts(Option<ListRef<'e, Text>>),
    Time(Option<crate::value::TimeRef<'e>>),
    Fields(Option<&'e Pairs<Json>>),
}

/// The members of an item, in the order in which they are sent.
fn members(item: &dyn BranchContentItemFields) -> [(&'static str, &'static str, Member<'_>); 33] {
    use Member::{Amount, Category, Choice, Currency, Degrees, Fields, Flag, Number, Text, Texts, Time};
    [
        ("content_schema", "$content_schema", Choice(item.content_schema(), SCHEMAS)),
        ("og_title", "$og_title", Text(item.og_title())),
        ("og_description", "$og_description", Text(item.og_description())),
        ("og_image_url", "$og_image_url", Text(item.og_image_url())),
        ("canonical_identifier", "$canonical_identifier", Text(item.canonical_identifier())),
        ("canonical_url", "$canonical_url", Text(item.canonical_url())),
        ("publicly_indexable", "$publicly_indexable", Flag(item.publicly_indexable())),
        ("locally_indexable", "$locally_indexable", Flag(item.locally_indexable())),
        ("price", "$price", Amount(item.price())),
        ("currency", "$currency", Currency(item.currency())),
        ("quantity", "$quantity", Number(item.quantity())),
        ("sku", "$sku", Text(item.sku())),
        ("product_name", "$product_name", Text(item.product_name())),
        ("product_brand", "$product_brand", Text(item.product_brand())),
        ("product_category", "$product_category", Category(item.product_category())),
        ("product_variant", "$product_variant", Text(item.product_variant())),
        ("condition", "$condition", Choice(item.condition(), CONDITIONS)),
        ("rating", "$rating", Number(item.rating())),
        ("rating_average", "$rating_average", Number(item.rating_average())),
        ("rating_count", "$rating_count", Number(item.rating_count())),
        ("rating_max", "$rating_max", Number(item.rating_max())),
        ("address_street", "$address_street", Text(item.address_street())),
        ("address_city", "$address_city", Text(item.address_city())),
        ("address_region", "$address_region", Text(item.address_region())),
        ("address_country", "$address_country", Text(item.address_country())),
        ("address_postal_code", "$address_postal_code", Text(item.address_postal_code())),
        ("latitude", "$latitude", Degrees(item.latitude(), 90.0)),
        ("longitude", "$longitude", Degrees(item.longitude(), 180.0)),
        ("keywords", "$keywords", Texts(item.keywords())),
        ("image_captions", "$image_captions", Texts(item.image_captions())),
        ("creation_timestamp", "$creation_timestamp", Time(item.creation_timestamp())),
        ("exp_date", "$exp_date", Time(item.exp_date())),
        ("custom_fields", "$custom_fields", Fields(item.custom_fields())),
    ]
}

impl Member<'_> {
    fn is_absent(&self) -> bool {
        match self {
            Self::Text(given) | Self::Choice(given, _) | Self::Category(given) | Self::Currency(given) => given.is_none(),
            Self::Flag(given) => given.is_none(),
            Self::Amount(given) | Self::Number(given) | Self::Degrees(given, _) => given.is_none(),
            Self::Texts(given) => given.is_none(),
            Self::Time(given) => given.is_none(),
            Self::Fields(given) => given.is_none(),
        }
    }

    /// Appends the member.
    fn write(self, settings: &Settings, report: &mut Report, name: (&'static str, &'static str), object: &mut Object<'_>) {
        let (field, key) = name;
        match self {
            Self::Text(given) => write_text(report, name, Kind::Free, given, object),
            Self::Choice(given, words) => write_choice(report, name, given, words, object),
            Self::Category(given) => {
                if let Some(category) = category(settings.product_category, report, field, given) {
                    object.text(key, category);
                }
            }
            Self::Currency(given) => write_currency(report, name, given, object),
            Self::Flag(given) => write_flag(key, given, object),
            Self::Amount(given) => write_amount(report, name, given, Sign::Any, object),
            Self::Number(given) => write_number(report, name, given, Sign::NotNegative("must not be negative"), object),
            Self::Degrees(given, most) => {
                write_number(report, name, given, Sign::Any, object);
                if given.is_some_and(|given| given.as_str().parse().is_ok_and(|degrees: f64| degrees.abs() > most)) {
                    report.warning(field, Code::ImplausibleValue, format!("is beyond {most} degrees; it is sent as it is"));
                }
            }
            Self::Texts(given) => texts(report, name, given, object),
            Self::Time(given) => {
                if let Some(time) = given.and_then(|time| rules::time(report, field, time.check())) {
                    integer(object.key(key), time.unix_millis());
                }
            }
            Self::Fields(given) => custom_fields(settings.custom_fields_as, report, name, given, object),
        }
    }
}

fn category(form: ProductCategory, report: &mut Report, field: &str, given: Option<&str>) -> Option<&'static str> {
    let given = text::optional(report, field, Kind::Free, given)?;
    let is_given = |name: &str| name.eq_ignore_ascii_case(given);
    let Some((constant, display)) = CATEGORIES.into_iter().find(|(constant, display)| is_given(constant) || is_given(display)) else {
        report.issue(field, Code::InvalidChoice, "must be a documented category, such as `SPORTING_GOODS` or `Sporting Goods`");
        return None;
    };
    Some(match form {
        ProductCategory::Constant => constant,
        ProductCategory::Display => display,
        // A few are the same but for their case: `MEDIA`, for example.
        ProductCategory::AsGiven if given == display || !is_given(constant) => display,
        ProductCategory::AsGiven => constant,
    })
}

fn texts(report: &mut Report, (field, key): (&str, &str), list: Option<ListRef<'_, Text>>, object: &mut Object<'_>) {
    let Some(list) = list else { return };
    rules::not_empty_list(report, field, list.len());
    let mut array = Array::begin(object.key(key));
    report.each(field, list, |report, text| {
        if let Some((code, message)) = text::check(Kind::Free, text) {
            report.issue("", code, message);
        }
        json::string(array.item(), text);
    });
    array.end();
}

fn custom_fields(
    form: CustomFieldsAs,
    report: &mut Report,
    (field, key): (&str, &str),
    given: Option<&Pairs<Json>>,
    object: &mut Object<'_>,
) {
    let Some(pairs) = given else { return };
    rules::not_empty_list(report, field, pairs.as_slice().len());
    match form {
        CustomFieldsAs::Object => rules::free_values(report, field, pairs, object.key(key)),
        CustomFieldsAs::String => {
            let mut text = Vec::new();
            rules::free_values(report, field, pairs, &mut text);
            object.text(key, &encode::text(&text));
        }
    }
}
