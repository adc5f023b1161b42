//! The declarations of an event, of what all events of a request have in common, and of the records inside of them.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

/// Declares a record with the members that a request has once: its own fields are between them and `extra`.
macro_rules! of_request {
    ($(#[doc = $doc:literal])* pub struct $record:ident lends $lent:ident, $read:ident { $($fields:tt)* }) => {
        record! {
            $(#[doc = $doc])*
            pub struct $record lends $lent, $read {
                /// App streams: the ID of the app's installation, 32 hexadecimal digits from Firebase's SDK (`getAppInstanceId`), sent as it is. An
                /// ID that the SDK has not used is not found in reports. Required for an app stream.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                app_instance_id: Text;
                /// Web streams: the ID of the client, as the tag has it in the cookie `_ga`: two numbers with a point, or the cookie's whole
                /// value, such as `GA1.1.1234567890.1687758765`. Any text; others have a warning. Required for a web stream.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
                client_id: Text;
                /// Your own ID of the user: up to 256 characters. It must not identify a person to others, such as an email address.
                /// Source: <https://support.google.com/analytics/answer/9213390>
                user_id: Text;
                /// Properties of the user: up to 25.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                user_properties: Vec<Ga4UserProperty>;
                /// Personal data of the user, sent as digests. Google asks for `user_id` with it.
                /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
                user_data: Ga4UserData;
                /// What the user has consented to. Without it, the consent of the user's events in the app or on the web counts.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                consent: Ga4Consent;
                /// Where the user is. It counts before `ip_override`.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                user_location: Ga4UserLocation;
                /// The IP address of the user, from which Analytics takes the geography: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for
                /// other IPv6 addresses see the setting `ipv6`. Analytics ignores it in addition to `user_location`.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                ip_override: Text;
                /// The device of the user. It counts before `user_agent`.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                device: Ga4Device;
                /// The user agent of the user's browser, as the browser sent it. Analytics ignores it in addition to `device`.
                /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
                user_agent: Text;
                $($fields)*
                /// Further members of the request's body, sent as they are before `events`. It must not name a member that has a field
                /// here, or `events`, `timestamp_micros` or `validation_behavior`.
                extra: Pairs<Json>;
            }
        }
    };
}

of_request! {
    /// An event. Required are `name`, and `app_instance_id` or `client_id`, as the stream is.
    ///
    /// The fields from `app_instance_id` to `user_agent`, and `extra`, are of the request. Each is sent as it is named here, in this order;
    /// the others are members of `events`. Their parameters (`params`) are sent in the order from `session_id` to `items`, and then those of
    /// `params`.
    pub struct Ga4Event lends Ga4EventFields, Ga4EventRead {
        /// The event's name: up to 40 letters (A to Z in both cases), digits and `_`, the first one a letter, such as `purchase`. Upper and
        /// lower case differ. Names that Analytics reserves are refused. Required.
        /// Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
        /// <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        name: Text, required;
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. Up to 72 hours ago, see the setting
        /// `too_old`. Without it Analytics takes the time of receipt.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        time: Time => "timestamp_micros";
        /// The session, from the SDK or the tag: a positive whole number, or a text of its digits; sent as it is given. A new one begins a
        /// session. Without it reports such as Realtime may not show the event. It is never made up.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        session_id: Json;
        /// The time of the user's engagement since the preceding event: an integer of milliseconds, not negative. Without it
        /// reports such as that of active users may miss the event. It is never made up.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        engagement_time_msec: i64;
        /// Whether DebugView shows the event. `false` is the same as no value, and is not sent: Analytics takes a `false` on the wire for `true`.
        /// Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/verify-implementation>,
        /// <https://support.google.com/analytics/answer/7201382>
        debug_mode: bool;
        /// The ID of the transaction: up to 100 characters. Required for `purchase` and `refund`. Google documents that web streams
        /// drop a second `purchase` with the same one, and app streams do not; whether that holds for this protocol is not documented.
        /// Sources: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>,
        /// <https://support.google.com/analytics/answer/12313109>
        transaction_id: Text;
        /// The value of the event in full units of `currency`: a decimal, sent as a number. For items it is the sum of price times
        /// quantity, without shipping and tax. Required with `currency`, and for `purchase` and `refund`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        value: Number;
        /// The currency of `value`: three letters (ISO 4217), sent in upper case. Required with `value`, except for
        /// `spend_virtual_currency` and `earn_virtual_currency`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        currency: Text;
        /// The cost of shipping in `currency`: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        shipping: Number;
        /// The tax in `currency`: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        tax: Number;
        /// The items: 1 to 200.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        items: Vec<Ga4Item>;
        /// The other parameters: texts of up to 100 characters (`page_title` 300, `page_referrer` 420, `page_location` 1,000; see also the
        /// setting `analytics360`), numbers and truth values, in your order. Names have up to 40 letters, digits and `_`, the first one a
        /// letter, and do not begin with `_`, `firebase_`, `ga_`, `google_` or `gtag.`. An event has up to 25 parameters, those of fields
        /// of their own included.
        /// Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
        /// <https://support.google.com/analytics/answer/9267744>
        params: Pairs<Json>;
    }
}

of_request! {
    /// What all events of a request have in common.
    pub struct Ga4Identity lends Ga4IdentityFields, Ga4IdentityRead {}
}

record! {
    /// An item of an event. `item_id` or `item_name` is required. Members are sent in the order of the fields, and then those of `params`.
    /// Texts have up to 100 characters, see also the setting `analytics360`.
    pub struct Ga4Item lends Ga4ItemFields, Ga4ItemRead {
        /// The item's ID.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_id: Text;
        /// The item's name.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_name: Text;
        /// The store, such as `Google Store`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        affiliation: Text;
        /// The coupon of the item.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        coupon: Text;
        /// The currency of `price` and `discount`: three letters (ISO 4217), sent in upper case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        currency: Text;
        /// The discount of one unit: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        discount: Number;
        /// The position in a list: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        index: Number;
        /// The brand.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_brand: Text;
        /// The first level of the category.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_category: Text;
        /// The second level of the category.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_category2: Text;
        /// The third level of the category.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_category3: Text;
        /// The fourth level of the category.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_category4: Text;
        /// The fifth level of the category.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_category5: Text;
        /// The ID of the list in which the user saw the item.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_list_id: Text;
        /// The name of the list in which the user saw the item.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_list_name: Text;
        /// The variant, such as a color or a size.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        item_variant: Text;
        /// The place of the item, such as a Google Place ID.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        location_id: Text;
        /// The price of one unit, in full units of the currency: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        price: Number;
        /// The number of units: a decimal, sent as a number.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        quantity: Number;
        /// The name of the promotion's creative.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        creative_name: Text;
        /// The slot of the promotion's creative.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        creative_slot: Text;
        /// The ID of the promotion.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        promotion_id: Text;
        /// The name of the promotion.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        promotion_name: Text;
        /// Parameters of your own: names and values as those of an event's `params`, up to 10, see the setting `max_item_params`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        params: Pairs<Json>;
    }
}

record! {
    /// A property of the user. `name` and `value` are required.
    pub struct Ga4UserProperty lends Ga4UserPropertyFields, Ga4UserPropertyRead {
        /// The name: up to 24 letters, digits and `_`, the first one a letter. It does not begin with `_`, `firebase_`, `ga_` or `google_`, and is none of
        /// those that Analytics reserves. Required.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        name: Text, required;
        /// The value: a text of up to 36 characters, a number or a truth value. Whether numbers are kept as such is not documented. Required.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        value: Json, required;
        /// When it was set: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. The rules are those of an event's `time`, but
        /// that a delivery does not check them again. Without it the event's own time counts.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        time: Time => "timestamp_micros";
    }
}

record! {
    /// Personal data of the user. Plain values are normalized and hashed here, ready digests are sent in addition to them.
    pub struct Ga4UserData lends Ga4UserDataFields, Ga4UserDataRead {
        /// Email addresses, plain. Hashed in lower case, without white space, and for gmail.com and googlemail.com without points before the
        /// `@`; see also the setting `gmail_plus`. How many there may be is not documented.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        email_addresses: Vec<Text> => "sha256_email_address";
        /// Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs
        /// the setting `default_calling_code`. How many there may be is not documented.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        phone_numbers: Vec<Text> => "sha256_phone_number";
        /// SHA-256 digests of email addresses in the form that `email_addresses` are hashed in: 64 hexadecimal digits, sent in lower case after
        /// those of `email_addresses`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        sha256_email_address: Vec<Text>;
        /// SHA-256 digests of phone numbers in the form that `phone_numbers` are hashed in: 64 hexadecimal digits, sent in lower case after
        /// those of `phone_numbers`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        sha256_phone_number: Vec<Text>;
        /// Names and addresses.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        address: Vec<Ga4Address>;
    }
}

record! {
    /// A name and an address of the user.
    pub struct Ga4Address lends Ga4AddressFields, Ga4AddressRead {
        /// The first name, plain. Hashed in lower case, without digits, symbols and white space around it. Not together with
        /// `sha256_first_name`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        first_name: Text => "sha256_first_name";
        /// The last name, plain. Hashed as `first_name` is. Not together with `sha256_last_name`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        last_name: Text => "sha256_last_name";
        /// Street and number, plain. Hashed in lower case, without symbols and white space around it. Not together with `sha256_street`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        street: Text => "sha256_street";
        /// The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        sha256_first_name: Text;
        /// The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        sha256_last_name: Text;
        /// The SHA-256 digest of street and number: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        sha256_street: Text;
        /// The city. Sent in lower case, without digits, symbols and white space around it; not hashed.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        city: Text;
        /// The region. Sent as `city` is.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        region: Text;
        /// The postal code, sent as it is. How it is to be normalized is not documented.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        postal_code: Text;
        /// The country, sent as it is: two letters in Google's examples.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        country: Text;
    }
}

record! {
    /// What the user has consented to. At least one field is required.
    pub struct Ga4Consent lends Ga4ConsentFields, Ga4ConsentRead {
        /// Consent to sending user data to Google for advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        ad_user_data: Text;
        /// Consent to personalized advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        ad_personalization: Text;
    }
}

record! {
    /// Where the user is. At least one field is required.
    pub struct Ga4UserLocation lends Ga4UserLocationFields, Ga4UserLocationRead {
        /// The city, such as `Mountain View`. One of the United States needs `country_id` and `region_id`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        city: Text;
        /// The region (ISO 3166-2), such as `US-CA`, sent in upper case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        region_id: Text;
        /// The country (ISO 3166-1 alpha-2), such as `US`, sent in upper case.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        country_id: Text;
        /// The subcontinent (UN M49): three digits, such as `021`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        subcontinent_id: Text;
        /// The continent (UN M49): three digits, such as `019`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        continent_id: Text;
    }
}

record! {
    /// The device of the user. At least one field is required.
    pub struct Ga4Device lends Ga4DeviceFields, Ga4DeviceRead {
        /// The category, such as `desktop`, `tablet`, `mobile` or `smart TV`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        category: Text;
        /// The language (ISO 639-1), such as `en` or `en-US`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        language: Text;
        /// The resolution of the screen: width, `x` and height, such as `1280x2856`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        screen_resolution: Text;
        /// The operating system, such as `Android`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        operating_system: Text;
        /// The version of the operating system, such as `14`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        operating_system_version: Text;
        /// The model, such as `Pixel 9 Pro`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        model: Text;
        /// The brand, such as `Google`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        brand: Text;
        /// The browser, such as `Chrome`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        browser: Text;
        /// The version of the browser, such as `136.0.7103.60`. Any text.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        browser_version: Text;
    }
}

/// One event of a request of several. What its request says once is absent, or the same as the request's.
#[derive(Clone)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi::export(Debug))]
#[non_exhaustive]
pub enum Ga4Message {
    /// An event.
    Event(Ga4Event),
}

crate::redacted_debug!(Ga4Message);
