//! The members of an event, with the type of each and the event sources that it is for.
//!
//! Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>

use super::config::Source;

/// A member of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    /// The sources that it is documented for.
    pub(super) sources: &'static [Source],
    /// The sources for which it is required.
    pub(super) required: &'static [Source],
}

/// The shape of a value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Text,
    /// A text of a closed set.
    Choice(&'static [&'static str]),
    /// A text, or a list of texts.
    Texts,
    /// SHA-256 digests: a text, or a list of texts.
    Digests,
    Ip,
    Number,
    Integer,
    /// Unix seconds.
    Seconds,
    Boolean,
    List(&'static Self),
    Object(&'static [Field]),
    /// An object whose members are not listed.
    AnyObject,
}

use Shape::{AnyObject, Boolean, Choice, Digests, Integer, Ip, List, Number, Object, Seconds, Text, Texts};

const ALL: &[Source] = Source::ALL;
const WEB: &[Source] = &[Source::Web];
const APP: &[Source] = &[Source::App];
const CRM: &[Source] = &[Source::Crm];
const APP_AND_WEB: &[Source] = &[Source::App, Source::Web];
const WEB_AND_CRM: &[Source] = &[Source::Web, Source::Crm];

impl Field {
    const fn of(sources: &'static [Source], name: &'static str, shape: Shape) -> Self {
        Self { name, shape, sources, required: &[] }
    }

    const fn all(name: &'static str, shape: Shape) -> Self {
        Self::of(ALL, name, shape)
    }

    /// A member that is required for each source that it is for.
    const fn required(self) -> Self {
        Self { required: self.sources, ..self }
    }
}

pub(super) const EVENT: &[Field] = &[
    Field::all("event", Text).required(),
    Field::all("event_time", Seconds).required(),
    // "Conditional": required where the events come from the pixel or a file, too. Other sources than
    // these are not listed, but senders of app events set it as well.
    Field::all("event_id", Text),
    Field::all("user", Object(USER)),
    Field::all("properties", Object(PROPERTIES)),
    Field::of(WEB, "page", Object(PAGE)).required(),
    Field::of(APP, "app", Object(APP_MEMBERS)).required(),
    Field::of(APP_AND_WEB, "ad", Object(AD)),
    Field::of(APP_AND_WEB, "limited_data_use", Boolean),
    Field::of(CRM, "lead", Object(LEAD)).required(),
    // Only in TikTok's template of Google Tag Manager.
    Field::of(WEB, "device", AnyObject),
];

/// The members of `user`. The names and the address are in the code of partners alone, and so is
/// that they are hashed.
pub(super) const USER: &[Field] = &[
    Field::all("email", Digests),
    Field::all("phone", Digests),
    // "Hashing required", but the example of the same page is plain.
    Field::of(WEB_AND_CRM, "external_id", Texts),
    Field::of(WEB, "first_name", Texts),
    Field::of(WEB, "last_name", Texts),
    Field::of(WEB, "zip_code", Texts),
    Field::of(WEB, "city", Text),
    Field::of(WEB, "state", Text),
    Field::of(WEB, "country", Text),
    Field::of(WEB, "ttclid", Text),
    Field::of(WEB, "ttp", Text),
    Field::of(APP_AND_WEB, "ip", Ip),
    Field::of(APP_AND_WEB, "user_agent", Text),
    Field::of(APP, "idfa", Text),
    Field::of(APP, "gaid", Text),
    Field::of(APP, "idfv", Text),
    Field::of(APP_AND_WEB, "locale", Text),
    Field::of(APP, "att_status", Choice(&["AUTHORIZED", "DENIED", "NOT_DETERMINED", "RESTRICTED", "NOT_APPLICABLE"])),
];

const PROPERTIES: &[Field] = &[
    Field::all("value", Number),
    // The list of currencies is documented, but not the result of another one.
    Field::all("currency", Text),
    Field::all("contents", List(&Object(CONTENT))),
    Field::all("content_ids", List(&Text)),
    Field::all("content_type", Choice(&["product", "product_group"])),
    Field::all("num_items", Integer),
    Field::all("search_string", Text),
    Field::all("description", Text),
    Field::all("order_id", Text),
    Field::all("shop_id", Text),
    Field::of(APP_AND_WEB, "customer_type", Choice(&["new", "returning"])),
];

const CONTENT: &[Field] = &[
    Field::all("price", Number),
    Field::all("quantity", Integer),
    Field::all("content_id", Text),
    Field::all("content_name", Text),
    Field::all("content_category", Text),
    Field::all("brand", Text),
];

const PAGE: &[Field] = &[Field::of(WEB, "url", Text).required(), Field::of(WEB, "referrer", Text)];

const APP_MEMBERS: &[Field] =
    &[Field::of(APP, "app_id", Text).required(), Field::of(APP, "app_name", Text), Field::of(APP, "app_version", Text)];

const AD: &[Field] = &[
    Field::of(APP, "callback", Text),
    Field::of(APP, "campaign_id", Text),
    Field::of(APP, "ad_id", Text),
    Field::of(APP, "creative_id", Text),
    Field::of(APP, "is_retargeting", Boolean),
    Field::of(APP, "attributed", Boolean),
    Field::of(APP, "attribution_type", Text),
    Field::of(APP, "attribution_provider", Text),
    Field::of(APP_AND_WEB, "attribution_share", Number),
];

const LEAD: &[Field] = &[Field::of(CRM, "lead_id", Text).required(), Field::of(CRM, "lead_event_source", Text)];

/// Standard events of websites, which are those of offline event sets, too. `Pageview` is in TikTok's
/// template of Google Tag Manager alone.
pub(super) const STANDARD: &[&str] = &[
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
