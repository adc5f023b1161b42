//! The declarations of an event and of the records inside of it.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

record! {
    /// An event. Required are `event_name` and `time`, of a website `page`, of an app `app`, of a CRM `lead`, and `event_id` of all but an app
    /// (see the setting `missing_event_id`).
    ///
    /// Members are sent in the order of the fields. A field that the configured `event_source` does not take is an issue.
    pub struct TikTokEvent lends TikTokEventFields, TikTokEventRead {
        /// The event's name, such as `Purchase`. Upper and lower case differ, and names differ between sources: an app has `Checkout` and
        /// `Registration`, a website `InitiateCheckout` and `CompleteRegistration`. A name that TikTok does not list for the source
        /// needs `custom`, except for `crm`: of that, TikTok's page says that names are one's own, and has `AddToCart` in its example.
        /// Offline events have the names of a website's. Required.
        /// Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://github.com/tiktok/tiktok-business-ios-sdk>
        event_name: Text, required => "event";
        /// Whether `event_name` is a name of your own, which TikTok measures and does not optimize for. Not for `offline`, which takes listed
        /// names only. Never sent.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        custom: bool;
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, rounded down. There is a warning beyond the
        /// setting `max_age`: TikTok documents no largest age. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        time: Time, required => "event_time";
        /// Your own ID of the event. TikTok merges events of a source with the same name and ID within 48 hours, so a repetition does not count
        /// twice, and neither does the pixel's event of the same ID. For an app it is sent, too; whether it has an effect there is not
        /// documented. Required but for an app, see the setting `missing_event_id`.
        /// Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://ads.tiktok.com/help/article/event-deduplication>
        event_id: Text;
        /// The user and the device.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        user: TikTokUser;
        /// What the event is about.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        properties: TikTokProperties;
        /// The page on which the event happened. Only for `web`, where it is required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        page: TikTokPage;
        /// The app in which the event happened. Only for `app`, where it is required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        app: TikTokApp;
        /// The ad that the event is attributed to. Only for `app`, and for `web` with `attribution_share` alone.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        ad: TikTokAd;
        /// Whether TikTok is to limit what it does with the event's data. Only for `web` and `app`. `true` requires the user's `ip`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        limited_data_use: bool;
        /// The lead. Only for `crm`, where it is required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        lead: TikTokLead;
        /// Further members of the event, sent as they are after the others. It must not name a member that has a field here.
        extra: Pairs<Json>;
    }
}

record! {
    /// The user and the device. At least one field is required. Plain values of the fields that have a `hashed_` one are normalized and hashed
    /// here; a single value is either plain or a digest, lists may have both, the plain ones first.
    pub struct TikTokUser lends TikTokUserFields, TikTokUserRead {
        /// Email addresses, plain. Hashed in lower case, without white space around them.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        emails: Vec<Text> => "email";
        /// SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hashed_emails: Vec<Text> => "email";
        /// Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs the
        /// setting `default_calling_code`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        phones: Vec<Text> => "phone";
        /// SHA-256 digests of phone numbers in the form that `phones` are hashed in, with `+`: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hashed_phones: Vec<Text> => "phone";
        /// Your own IDs of the user, plain. Hashed without white space around them, in the case that they are given in. Only for `web` and
        /// `crm`, and for `app` with the setting `app_external_id`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        external_ids: Vec<Text> => "external_id";
        /// SHA-256 digests of your own IDs of the user: 64 hexadecimal digits, sent in lower case. For the sources of `external_ids`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hashed_external_ids: Vec<Text> => "external_id";
        /// The first name, plain. Hashed in lower case, without white space around it. Not on the page of TikTok that could be read. Only for
        /// `web`. Not together with `hashed_first_name`.
        first_name: Text;
        /// The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case. Only for `web`.
        hashed_first_name: Text => "first_name";
        /// The last name, plain. Hashed as `first_name` is. Only for `web`. Not together with `hashed_last_name`.
        last_name: Text;
        /// The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case. Only for `web`.
        hashed_last_name: Text => "last_name";
        /// The ZIP or postal code, plain. Hashed in lower case, without white space around it: the form is not on the page of TikTok that could
        /// be read. Only for `web`. Not together with `hashed_zip_code`.
        zip_code: Text;
        /// The SHA-256 digest of the ZIP or postal code: 64 hexadecimal digits, sent in lower case. Only for `web`.
        hashed_zip_code: Text => "zip_code";
        /// The city. Sent in lower case, with its letters and digits alone; not hashed. Only for `web`.
        city: Text;
        /// The state. Sent as `city` is. Only for `web`.
        state: Text;
        /// The country. Sent as `city` is. Only for `web`.
        country: Text;
        /// The click ID, as `ttclid` has it in the URL of the landing page. Only for `web`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        ttclid: Text;
        /// The value of the cookie `_ttp`. Only for `web`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        ttp: Text;
        /// The public IP address of the user: IPv4 or IPv6, sent as it is. Only for `web` and `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        ip: Text;
        /// The user agent, as the device sent it. Only for `web` and `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        user_agent: Text;
        /// The advertising identifier of iOS (IDFA): a UUID with hyphens, sent in upper case, or as a digest with the setting `hash_maids`. All
        /// zeros mean that tracking is not allowed; they are never sent. Only for `app`. Not together with `hashed_idfa`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        idfa: Text;
        /// The SHA-256 digest of the IDFA: 64 hexadecimal digits, sent in lower case. TikTok's page contradicts itself on the case of what
        /// is hashed: `idfa` avoids the question. Only for `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hashed_idfa: Text => "idfa";
        /// The advertising identifier of Google Play services: a UUID with hyphens, sent in lower case, or as a digest with the setting
        /// `hash_maids`. All zeros are never sent. Only for `app`. Not together with `hashed_gaid`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        gaid: Text;
        /// The SHA-256 digest of the advertising identifier of Google Play services in lower case: 64 hexadecimal digits, sent in lower case.
        /// Only for `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hashed_gaid: Text => "gaid";
        /// The identifier for vendors of iOS (IDFV): a UUID with hyphens, sent as it is. Only for `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        idfv: Text;
        /// The language (BCP 47), such as `en-US`. Any text. Only for `web` and `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        locale: Text;
        /// The status of App Tracking Transparency: `NOT_DETERMINED`, `RESTRICTED`, `DENIED`, `AUTHORIZED` or `NOT_APPLICABLE` (before iOS 14, and
        /// Android), in any case; or iOS's number, `0` to `3`, which is sent as the name. With `DENIED` TikTok does not match by email and
        /// phone. Only for `app`; there is a warning for an iOS event without it.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        att_status: Text;
    }
}

record! {
    /// What an event is about. At least one field is required. Members are sent in the order of the fields.
    pub struct TikTokProperties lends TikTokPropertiesFields, TikTokPropertiesRead {
        /// The value of the whole order in full units of `currency`: a decimal, sent as a number. It requires `currency`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        value: Number;
        /// The currency of `value`: three letters (ISO 4217), sent in upper case. TikTok has a list of currencies, see the setting
        /// `unlisted_currency`. Required with `value`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        currency: Text;
        /// What the `content_id` of `contents` and `content_ids` name: `product` or `product_group`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        content_type: Text;
        /// A description.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        description: Text;
        /// The products.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        contents: Vec<TikTokContent>;
        /// The IDs of the products, for ads with a catalogue.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        content_ids: Vec<Text>;
        /// The number of items: an integer, not negative.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        num_items: i64;
        /// What the user searched for.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        search_string: Text;
        /// The ID of the order.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        order_id: Text;
        /// The ID of the shop.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        shop_id: Text;
        /// Whether the customer is a `new` or a `returning` one. Only for `web` and `app`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        customer_type: Text;
        /// The category. Not on the page of TikTok that could be read.
        content_category: Text;
        /// The predicted value of the customer over time: a decimal, sent as a number. Not on the page of TikTok that could be read.
        predicted_ltv: Number;
        /// The sort of delivery. Any text. Not on the page of TikTok that could be read.
        delivery_category: Text;
        /// The status, such as of a registration. Any text. Not on the page of TikTok that could be read.
        status: Text;
        /// Properties of your own: texts, numbers and truth values, sent in your order after the others.
        params: Pairs<Json>;
    }
}

record! {
    /// A product. At least one field is required. Members are sent in the order of the fields.
    pub struct TikTokContent lends TikTokContentFields, TikTokContentRead {
        /// The price of one piece in full units of the event's `currency`: a decimal, sent as a number.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        price: Number;
        /// The number of pieces: an integer, not negative.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        quantity: i64;
        /// The ID of the product, for ads with a catalogue.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        content_id: Text;
        /// The name of the product.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        content_name: Text;
        /// The category of the product.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        content_category: Text;
        /// The brand of the product.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        brand: Text;
    }
}

record! {
    /// The page on which an event happened. `url` is required.
    pub struct TikTokPage lends TikTokPageFields, TikTokPageRead {
        /// The page's URL with its parameters, beginning with `https://` or `http://`. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        url: Text, required;
        /// The URL that the user came from, with its parameters.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        referrer: Text;
    }
}

record! {
    /// The app in which an event happened. `app_id` is required.
    pub struct TikTokApp lends TikTokAppFields, TikTokAppRead {
        /// The app's ID in its store: the number of the App Store, such as `343200656` (iOS), or the package name, such as
        /// `com.test.flyingsneakers` (Android). It is not the `event_source_id`. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        app_id: Text, required;
        /// The app's name.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        app_name: Text;
        /// The app's version, such as `3.0.2`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        app_version: Text;
    }
}

record! {
    /// The ad that an event is attributed to. At least one field is required. A website has `attribution_share` alone.
    pub struct TikTokAd lends TikTokAdFields, TikTokAdRead {
        /// The callback of the click, as TikTok gave it.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        callback: Text;
        /// The ID of the campaign.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        campaign_id: Text;
        /// The ID of the ad **group**.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        ad_id: Text;
        /// The ID of the ad.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        creative_id: Text;
        /// Whether the user had the app already.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        is_retargeting: bool;
        /// Whether the event is attributed to TikTok.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        attributed: bool;
        /// The sort of attribution, such as `click_through`. Any text.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        attribution_type: Text;
        /// Who attributed the event. Any text.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        attribution_provider: Text;
        /// The share of the event that is attributed to TikTok: a decimal from 0 to 1, sent as a number.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        attribution_share: Number;
    }
}

record! {
    /// The lead of a CRM. `lead_id` is required.
    pub struct TikTokLead lends TikTokLeadFields, TikTokLeadRead {
        /// The ID of the lead. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        lead_id: Text, required;
        /// The CRM, such as `Salesforce`. Any text.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        lead_event_source: Text;
    }
}

/// One event of a request of several.
#[derive(Clone)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi::export(Debug))]
#[non_exhaustive]
pub enum TikTokMessage {
    /// An event.
    Event(TikTokEvent),
}

crate::redacted_debug!(TikTokMessage);
