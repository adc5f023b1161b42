//! From a `track` call of Segment's spec to a neutral event.

use crate::issue::{Code, Issue, Issues};
use crate::value::Json;

use super::Name;
use super::convert::{Conversion, Converted, Field, Form, Format, at, is_given, read};

/// Converts a `track` call in the JSON form of [Segment's spec](https://www.twilio.com/docs/segment/connections/spec/track), with its
/// [common fields](https://www.twilio.com/docs/segment/connections/spec/common) and the names and properties of the
/// [ecommerce events, version 2](https://www.twilio.com/docs/segment/connections/spec/ecommerce/v2), of
/// [B2B SaaS](https://www.twilio.com/docs/segment/connections/spec/b2b-saas) and of
/// [native mobile apps](https://www.twilio.com/docs/segment/connections/spec/native-mobile-spec).
///
/// - `value` is the first that is given of `total`, `value` and `revenue`. The neutral `tax` and `shipping` are parts of `value`, and Segment's
///   `revenue` is without them: where it is the value, they have no place.
/// - Segment counts an amount without a `currency` as US dollars. The neutral event has no currency then, and destinations that need one refuse it.
/// - `context.device.advertisingId` is `idfa` or `gps_adid`, by `context.device.type` (`ios`, `android`), and has no place without it. What
///   `context.device.id` identifies is not documented by Segment: it has no place.
/// - `source` is not in a `track` call. Destinations that need it say so: set it in the neutral event.
/// - `null`, and an empty text, list or object, are absent.
///
/// # Errors
/// What keeps the call from becoming an event: it is not JSON or not an object, a key appears more than once, `type` is not `track`, or
/// `event` is absent or without a neutral event ([`Code::UnmappedEvent`]). Everything else that has no place is in [`Converted::unmapped`].
pub fn from_segment(call: &[u8], conversion: &Conversion) -> Result<Converted, Issues> {
    let call = read(call)?;
    if is_given(&call, "/type") && at(&call, "/type").and_then(Json::as_str) != Some("track") {
        return Err(Issue::new("/type", Code::UnknownKind, "must be `track`").into());
    }
    let named = conversion.event(at(&call, "/event"), "/event", name)?;
    let fields = [COMMON, own_properties(named.name, &call), parts(&call), advertising_id(&call)].concat();
    Format { fields, deciding: &["/type", "/event"], properties: "/properties", conversion }.convert(&call, named)
}

/// The neutral event of a documented one, under its name or the one that the page says is an alias.
fn name(own: &str) -> Option<Name> {
    Some(match own {
        "Products Searched" => Name::Search,
        "Product List Viewed" | "Viewed Product Category" => Name::ViewItemList,
        "Product Viewed" | "Viewed Product" => Name::ViewItem,
        "Product Added" | "Added Product" | "Wishlist Product Added to Cart" => Name::AddToCart,
        "Product Removed" | "Removed Product" => Name::RemoveFromCart,
        "Cart Viewed" => Name::ViewCart,
        "Checkout Started" | "Started Order" => Name::BeginCheckout,
        "Payment Info Entered" => Name::AddPaymentInfo,
        "Order Completed" => Name::Purchase,
        "Order Refunded" => Name::Refund,
        "Product Added to Wishlist" => Name::AddToWishlist,
        "Product Shared" | "Cart Shared" => Name::Share,
        "Product Reviewed" => Name::Rate,
        "Signed Up" => Name::SignUp,
        "Signed In" => Name::Login,
        "Trial Started" => Name::StartTrial,
        "Application Installed" => Name::Install,
        _ => return None,
    })
}

/// What any call may have.
const COMMON: &[Field] = &[
    ("/messageId", "/id", Form::Own),
    ("/timestamp", "/time", Form::Own),
    ("/userId", "/user/id", Form::Own),
    ("/properties/total", "/value", Form::Own),
    ("/properties/value", "/value", Form::Own),
    ("/properties/revenue", "/value", Form::Own),
    ("/properties/currency", "/currency", Form::Own),
    ("/properties/discount", "/discount", Form::Own),
    ("/properties/order_id", "/order_id", Form::Own),
    ("/properties/query", "/search_term", Form::Own),
    ("/properties/share_via", "/method", Form::Own),
    ("/properties/rating", "/rating", Form::Own),
    ("/properties/products/*/product_id", "/items/*/id", Form::Own),
    ("/properties/products/*/sku", "/items/*/id", Form::Own),
    ("/properties/products/*/name", "/items/*/name", Form::Own),
    ("/properties/products/*/category", "/items/*/category", Form::Own),
    ("/properties/products/*/brand", "/items/*/brand", Form::Own),
    ("/properties/products/*/variant", "/items/*/variant", Form::Own),
    ("/properties/products/*/price", "/items/*/price", Form::Own),
    ("/properties/products/*/quantity", "/items/*/quantity", Form::Own),
    ("/context/groupId", "/group_id", Form::Own),
    ("/context/traits/id", "/user/id", Form::Own),
    ("/context/traits/email", "/user/email", Form::Own),
    ("/context/traits/phone", "/user/phone", Form::Own),
    // Traits may be in camelCase or in snake_case.
    ("/context/traits/firstName", "/user/first_name", Form::Own),
    ("/context/traits/first_name", "/user/first_name", Form::Own),
    ("/context/traits/lastName", "/user/last_name", Form::Own),
    ("/context/traits/last_name", "/user/last_name", Form::Own),
    ("/context/traits/birthday", "/user/date_of_birth", Form::Own),
    ("/context/traits/gender", "/user/gender", Form::Own),
    ("/context/traits/address/city", "/user/city", Form::Own),
    ("/context/traits/address/state", "/user/state", Form::Own),
    ("/context/traits/address/postalCode", "/user/postal_code", Form::Own),
    ("/context/traits/address/postal_code", "/user/postal_code", Form::Own),
    ("/context/traits/address/country", "/user/country", Form::Country),
    ("/context/device/type", "/device/platform", Form::Own),
    ("/context/device/model", "/device/model", Form::Own),
    ("/context/ip", "/device/ip", Form::Own),
    ("/context/userAgent", "/device/user_agent", Form::Own),
    ("/context/os/version", "/device/os_version", Form::Own),
    ("/context/app/namespace", "/device/app_id", Form::Own),
    ("/context/app/version", "/device/app_version", Form::Own),
    ("/context/locale", "/device/locale", Form::Own),
    ("/context/page/url", "/page/url", Form::Own),
    ("/context/page/referrer", "/page/referrer", Form::Own),
];

/// The properties of some events alone.
fn own_properties(name: Name, call: &Json) -> &'static [Field] {
    match name {
        // They are about one product, which the properties are, or about a list.
        Name::ViewItem | Name::AddToCart | Name::RemoveFromCart | Name::AddToWishlist | Name::Share | Name::Rate
            if is_given(call, "/properties/products") =>
        {
            &[]
        }
        Name::ViewItem | Name::AddToCart | Name::RemoveFromCart | Name::AddToWishlist | Name::Share | Name::Rate => &[
            ("/properties/product_id", "/items/0/id", Form::Own),
            ("/properties/sku", "/items/0/id", Form::Own),
            ("/properties/name", "/items/0/name", Form::Own),
            ("/properties/category", "/items/0/category", Form::Own),
            ("/properties/brand", "/items/0/brand", Form::Own),
            ("/properties/variant", "/items/0/variant", Form::Own),
            ("/properties/price", "/items/0/price", Form::Own),
            ("/properties/quantity", "/items/0/quantity", Form::Own),
        ],
        Name::SignUp => &[
            ("/properties/first_name", "/user/first_name", Form::Own),
            ("/properties/last_name", "/user/last_name", Form::Own),
            ("/properties/email", "/user/email", Form::Own),
            ("/properties/phone", "/user/phone", Form::Own),
        ],
        Name::Install => &[("/properties/version", "/device/app_version", Form::Own)],
        // The coupon of an order; that of a product has no place.
        _ => &[("/properties/coupon", "/coupon", Form::Own)],
    }
}

/// The parts of the amount that is the value: none where that is `revenue`, which is without them.
fn parts(call: &Json) -> &'static [Field] {
    let is_revenue =
        is_given(call, "/properties/revenue") && !["/properties/total", "/properties/value"].iter().any(|path| is_given(call, path));
    if is_revenue { &[] } else { &[("/properties/tax", "/tax", Form::Own), ("/properties/shipping", "/shipping", Form::Own)] }
}

/// The identifier that the advertising ID is.
fn advertising_id(call: &Json) -> &'static [Field] {
    let platform = at(call, "/context/device/type").and_then(Json::as_str).unwrap_or_default();
    if platform.eq_ignore_ascii_case("ios") {
        &[("/context/device/advertisingId", "/device/idfa", Form::Own)]
    } else if platform.eq_ignore_ascii_case("android") {
        &[("/context/device/advertisingId", "/device/gps_adid", Form::Own)]
    } else {
        &[]
    }
}
