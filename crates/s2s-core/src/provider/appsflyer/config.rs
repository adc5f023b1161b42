//! The configuration of one AppsFlyer app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one AppsFlyer app. `app_id` and `s2s_key` are required.
    pub struct AppsFlyerConfig {
        /// The app's ID, the last segment of the URL: for iOS `id` and the digits of the App Store, such as `id123456789`; for Android the
        /// package name as in the dashboard, such as `com.example.myapp`; for Windows the ID of the Microsoft Store. Letters, digits, `.`,
        /// `_` and `-`. Nothing is added to it: AppsFlyer accepts an iOS ID without `id` with a 200 and loses the event. Required.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        app_id: String, required;
        /// The S2S key of the app, sent as it is as `authentication`: visible ASCII. An admin creates it in the security center; it is neither the dev key nor the
        /// token of the pull API. Required.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        s2s_key: Secret, required => "authentication";
        /// The platform of the app: `ios`, `android` or `windows`. By default it follows from `app_id`: `id` and digits is iOS, what has a
        /// `.` is Android. Required where neither is so.
        platform: Platform;
        /// What is sent as `eventValue` of an event without one: `empty` (default, the empty text) or `space` (one space).
        empty_event_value: EmptyEventValue;
        /// How `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are sent in `eventValue`: `string` (default, as in
        /// AppsFlyer's examples) or `number`.
        money_as: MoneyAs;
        /// What happens to an `event_currency` that is not among the 179 codes that AppsFlyer lists: `warn` (default) or `refuse`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        unlisted_currency: UnlistedCurrency;
        /// What happens to an event with `af_revenue` and without `event_currency`: `refuse` (default) or `send`. Which currency AppsFlyer
        /// takes then is not documented for S2S events.
        missing_currency: MissingCurrency;
        /// Maximum size of the body in bytes (default 1,024). AppsFlyer documents "1KB"; older copies of its pages have 1,000 bytes, from
        /// which on there is a warning. What happens to a larger body is not documented.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        max_body_bytes: i64 = 1024;
        /// What happens to an event that is sent after 02:00 UTC of the day after its own, when AppsFlyer records it at the time of its
        /// arrival: `warn` (default), `refuse` (also while it waits in a delivery) or `send`.
        /// Source: <https://support.appsflyer.com/hc/en-us/articles/207034486>
        late: Late;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). AppsFlyer documents no limit.
        max_future: i64 = 86400;
        /// The calling code of a `phone` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number is an issue.
        default_calling_code: String;
        /// The forms in which a `phone` is hashed: `both` (default), `digits` (`phone_number_hashed` alone) or `e164`
        /// (`phone_number_e164_hashed` alone).
        phone_hash: PhoneHash;
        /// Maximum number of characters of an `event_name` (default 100, which AppsFlyer documents for its SDKs; an older text had 45).
        /// Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
        max_event_name: i64 = 100;
        /// What happens to an IPv6 address, as AppsFlyer documents IPv4 alone: `refuse` (default) or `omit`.
        ipv6: Ipv6;
        /// The address of the API (default `https://api3.appsflyer.com`): `https` or `http`, a host, and an optional path;
        /// `/inappevent/{app_id}` is appended.
        base_url: String = "https://api3.appsflyer.com";
    }
}

choice! {
    /// The platform of an app.
    pub enum Platform("AppsFlyerPlatform") {
        /// iOS.
        Ios = "ios";
        /// Android, in and outside Google Play.
        Android = "android";
        /// Windows.
        Windows = "windows";
    }
}

choice! {
    /// The `eventValue` of an event without one. AppsFlyer's pages disagree.
    /// Sources: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>, <https://dev.appsflyer.com/hc/docs/s2s-events-api3-overview>
    pub enum EmptyEventValue("AppsFlyerEmptyEventValue") {
        /// The empty text, as the reference has it.
        Empty = "empty", default;
        /// One space, as the overview has it for Android.
        Space = "space";
    }
}

choice! {
    /// The JSON type of amounts of money inside `eventValue`.
    pub enum MoneyAs("AppsFlyerMoneyAs") {
        /// A string, as in AppsFlyer's examples.
        String = "string", default;
        /// A number.
        Number = "number";
    }
}

choice! {
    /// What happens to an event in a currency that AppsFlyer does not list.
    pub enum UnlistedCurrency("AppsFlyerUnlistedCurrency") {
        /// The event is sent, with a warning.
        Warn = "warn", default;
        /// It is an issue.
        Refuse = "refuse";
    }
}

choice! {
    /// What happens to revenue without a currency.
    pub enum MissingCurrency("AppsFlyerMissingCurrency") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// The event is sent.
        Send = "send";
    }
}

choice! {
    /// What happens to an event that AppsFlyer would record at the time of its arrival.
    pub enum Late("AppsFlyerLate") {
        /// It is sent, with a warning.
        Warn = "warn", default;
        /// It is an issue, and a delivery in which it has waited until then drops it.
        Refuse = "refuse";
        /// It is sent.
        Send = "send";
    }
}

choice! {
    /// The forms in which a phone number is hashed.
    /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    pub enum PhoneHash("AppsFlyerPhoneHash") {
        /// Both.
        Both = "both", default;
        /// Digits without `+`, in `phone_number_hashed`.
        Digits = "digits";
        /// E.164 with `+`, in `phone_number_e164_hashed`.
        E164 = "e164";
    }
}

choice! {
    /// What happens to an event with an IPv6 address.
    pub enum Ipv6("AppsFlyerIpv6") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// The address is left out, with a warning.
        Omit = "omit";
    }
}
