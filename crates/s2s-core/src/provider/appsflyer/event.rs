//! The declaration of an event.

use crate::provider::record::record;
use crate::value::{Json, Pairs, Text, Time};

record! {
    /// An in-app event. Required are `appsflyer_id` and `event_name`.
    ///
    /// The members of the body are sent in this order: `appsflyer_id`, `eventTime`, then the others as they are declared, and `extra`.
    pub struct AppsFlyerEvent lends AppsFlyerEventFields, AppsFlyerEventRead {
        /// The ID that AppsFlyer's SDK makes at the first launch, the only link to the install: digits, a hyphen and digits, such as
        /// `1665148898336-5539842602053895577`. Required.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        appsflyer_id: Text, required;
        /// The event's name: 1 to 100 characters of any language, such as `af_purchase`. Your own names should not begin with `af_`. Required.
        /// Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
        event_name: Text, required => "eventName";
        /// The event's parameters: a JSON object, or a text that holds one, in your order; sent as a text, and without it as `""`. Members are of any type but null.
        /// `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are decimals, also inside an array, and may be negative;
        /// AppsFlyer documents up to five decimals.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        event_value: Json => "eventValue";
        /// The currency of the event: three letters, sent in upper case. Required with `af_revenue`. AppsFlyer lists 179 codes; others have
        /// a warning.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        event_currency: Text => "eventCurrency";
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in UTC as `2019-05-15 12:17:01.123`. Without it
        /// AppsFlyer takes the time of arrival, which it takes also for an event that arrives after 02:00 UTC of the next day.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        time: Time => "eventTime";
        /// Your own ID of the user, as it is set in the SDK. Any text.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        customer_user_id: Text;
        /// Android: the advertising ID of Google Play services, a UUID, sent in lower case with hyphens. All zeros are left out.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        advertising_id: Text;
        /// Android: the open advertising identifier, a UUID, sent in lower case with hyphens. All zeros are left out.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        oaid: Text;
        /// Android: the advertising ID of Amazon Fire. AppsFlyer documents no shape. All zeros are left out.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        amazon_aid: Text;
        /// Android: the IMEI, 14 to 16 digits with or without hyphens, sent as it is.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        imei: Text;
        /// Android: the app set ID. One of zeros is left out.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        app_set_id: AppsFlyerAppSetId;
        /// iOS: the advertising identifier, a UUID, sent in upper case with hyphens. All zeros are left out.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        idfa: Text;
        /// iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. All zeros are left out. Meta's Aggregated Event Measurement needs it, and `ip`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        idfv: Text;
        /// iOS: the status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        att: i64;
        /// Whether the user agreed to share the advertising identifier: `false` means limited ad tracking. Android, and iOS before 14.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        aie: bool;
        /// The user's email address, plain: trimmed, in lower case and hashed here. Not together with `email_hashed`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        email: Text => "email_hashed";
        /// The user's phone number, plain, beginning with `+` or `00`: normalized and hashed here, see the setting `phone_hash`. A number
        /// that begins otherwise needs the setting `default_calling_code`. Not together with `phone_number_hashed` or
        /// `phone_number_e164_hashed`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        phone: Text;
        /// The user's first name, plain: trimmed, in lower case and hashed here. Not together with `first_name_hashed`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        first_name: Text => "first_name_hashed";
        /// The user's last name, plain: trimmed, in lower case and hashed here. Not together with `last_name_hashed`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        last_name: Text => "last_name_hashed";
        /// The SHA-256 digest of the email address, trimmed and in lower case: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        email_hashed: Text;
        /// The SHA-256 digest of the phone number: digits with the calling code, without `+` and leading zeros; 64 hexadecimal digits, sent in lower case.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        phone_number_hashed: Text;
        /// The SHA-256 digest of the phone number in the form of E.164, with `+`: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        phone_number_e164_hashed: Text;
        /// The SHA-256 digest of the first name in lower case: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        first_name_hashed: Text;
        /// The SHA-256 digest of the last name in lower case: 64 hexadecimal digits, sent in lower case.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        last_name_hashed: Text;
        /// The ID of Facebook Login: digits.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        fb_login_id: Text;
        /// The IPv4 address of the device at the time of the event, never the server's: without it AppsFlyer takes the geography of the install. An IPv4-mapped
        /// IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        ip: Text;
        /// The device's user agent, as the device sent it.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        ua: Text;
        /// The version of the operating system, such as `14.5.1`. AppsFlyer takes an iOS event without it as one of iOS 14.5.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        os: Text;
        /// The version of the app. Any text.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        app_version_name: Text;
        /// The store that the app was installed from, `AF_STORE` of Android. Any text.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        app_store: Text;
        /// The bundle identifier or package name, such as `com.myapp`. AppsFlyer asks for it in every event, as ad networks need it.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        bundle_identifier: Text => "bundleIdentifier";
        /// The partners that the event is not shared with: `"all"`, or a list of IDs as the integrations API names them, such as `googleadwords_int`; exceptions are
        /// `Apple Search Ads` and `twitter`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        sharing_filter: Json;
        /// iOS: `app_clip` where the event is one of an App Clip.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        app_type: Text;
        /// Your own data for raw data reports: a JSON object, or a text that holds one, in your order; sent as a text.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        custom_data: Json;
        /// The user's consent: `tcf` or `manual`.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        consent_data: AppsFlyerConsentData;
        /// Further members of the body, sent as they are after all others. It must not name a member that has a field here, or
        /// `custom_dimension`, which AppsFlyer reserves for itself.
        extra: Pairs<Json>;
    }
}

record! {
    /// The app set ID of Android. Both members are required.
    pub struct AppsFlyerAppSetId lends AppsFlyerAppSetIdFields, AppsFlyerAppSetIdRead {
        /// The scope: 1 the app, 2 all apps of the developer. Required.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        scope: i64, required;
        /// The ID: a UUID, sent in lower case with hyphens. Required.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        id: Text, required;
    }
}

record! {
    /// The user's consent: exactly one of `tcf` and `manual`.
    pub struct AppsFlyerConsentData lends AppsFlyerConsentDataFields, AppsFlyerConsentDataRead {
        /// What a consent management platform of the Transparency and Consent Framework gives.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        tcf: AppsFlyerTcf;
        /// What the app has asked the user itself.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        manual: AppsFlyerManualConsent;
    }
}

record! {
    /// Consent as a platform of the Transparency and Consent Framework gives it. Which members are required is not documented; at least
    /// one is required here.
    pub struct AppsFlyerTcf lends AppsFlyerTcfFields, AppsFlyerTcfRead {
        /// The version of the policy: an integer.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        policy_version: i64;
        /// Whether the GDPR applies: 1 yes, 0 no; AppsFlyer lists -1, too, without its meaning.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        gdpr_applies: i64;
        /// The ID of the platform's SDK: an integer.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        cmp_sdk_id: i64;
        /// The version of the platform's SDK: an integer.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        cmp_sdk_version: i64;
        /// The TC string.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        tcstring: Text;
    }
}

record! {
    /// Consent that the app has asked for itself. Which members are required is not documented; at least one is required here.
    pub struct AppsFlyerManualConsent lends AppsFlyerManualConsentFields, AppsFlyerManualConsentRead {
        /// Whether the GDPR applies.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        gdpr_applies: bool;
        /// Whether the user agreed that data is shared for ads.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        ad_user_data_enabled: bool;
        /// Whether the user agreed to personalized ads.
        /// Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
        ad_personalization_enabled: bool;
    }
}
