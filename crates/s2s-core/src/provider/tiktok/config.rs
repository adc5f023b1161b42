//! The configuration of one event source.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one event source of TikTok. `event_source`, `event_source_id` and `access_token` are required.
    pub struct TikTokConfig {
        /// The sort of the source: `web`, `app`, `offline` or `crm`. It says which fields and which names of events there are. `app` is a
        /// feature that TikTok has to switch on. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        event_source: EventSource, required;
        /// The ID of the source: the pixel code (`web`), the TikTok App ID, which is not the ID of a store (`app`), the ID of the offline event set
        /// (`offline`) or of the CRM event set (`crm`). Visible ASCII. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        event_source_id: String, required;
        /// The access token, sent in the header `access-token`, without `Bearer`: visible ASCII. From Events Manager, or from an app of a
        /// developer with the permission to report conversion events. Required.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        access_token: Secret, required => "access-token";
        /// The code of Events Manager, Test events: visible ASCII. Whether events with it count is not documented.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        test_event_code: String;
        /// The name of a partner of TikTok. TikTok refuses names that it does not know.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        partner_name: String;
        /// What happens to an event without `event_id`, which TikTok needs to recognize a repetition: `refuse` (default), `warn` or `ignore`.
        /// Only for `web`, `offline` and `crm`.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        missing_event_id: MissingEventId;
        /// Whether events of an app may have `external_ids` and `hashed_external_ids`, which TikTok documents for `web` and `crm` alone
        /// (default `false`).
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        app_external_id: bool;
        /// Whether `idfa` and `gaid` are sent as SHA-256 digests of their form in lower case (default `false`: sent as they are). TikTok's page
        /// contradicts itself on the case of a hashed IDFA: the text says lower case, the digest in its example is that of upper case.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        hash_maids: bool;
        /// The spelling in which an impression of an ad in an app is sent, whichever of both is given: `InAppADImpr` (default) or `InAppAdImpr`.
        /// TikTok's own SDKs disagree.
        /// Sources: <https://github.com/tiktok/tiktok-business-ios-sdk>, <https://github.com/tiktok/tiktok-business-android-sdk>
        ad_impression_name: AdImpressionName;
        /// What happens to a currency that TikTok does not list: `warn` (default) or `refuse`. What TikTok does with one is not documented.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        unlisted_currency: UnlistedCurrency;
        /// Maximum age of an event in seconds, above which there is a warning (default 604,800, 7 days). TikTok documents no limit.
        max_age: i64 = 604800;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). TikTok documents no limit.
        max_future: i64 = 86400;
        /// The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a
        /// number is an issue.
        default_calling_code: String;
        /// Maximum number of events in one request, whether you or a delivery put them together (default 1, at most 1,000, which is TikTok's
        /// limit). TikTok refuses all events of a request if one of them is wrong, and recommends to send each at once.
        /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
        max_events: i64 = 1;
        /// Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). TikTok documents no
        /// limit.
        max_bytes: i64 = 1000000;
        /// The address of the API (default `https://business-api.tiktok.com`): `https` or `http`, a host, and an optional path;
        /// `/open_api/v1.3/event/track/` is appended.
        base_url: String = "https://business-api.tiktok.com";
    }
}

choice! {
    /// The sort of an event source.
    /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    pub enum EventSource("TikTokEventSource") {
        /// A website, by its pixel.
        Web = "web";
        /// An app. TikTok has to switch it on.
        App = "app";
        /// An offline event set, such as of a store.
        Offline = "offline";
        /// A CRM event set.
        Crm = "crm";
    }
}

choice! {
    /// What happens to an event without `event_id`.
    pub enum MissingEventId("TikTokMissingEventId") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// It is sent, with a warning.
        Warn = "warn";
        /// It is sent.
        Ignore = "ignore";
    }
}

choice! {
    /// The spelling of an impression of an ad in an app.
    pub enum AdImpressionName("TikTokAdImpressionName") {
        /// As TikTok's SDK for iOS has it. Source: <https://github.com/tiktok/tiktok-business-ios-sdk>
        Upper = "InAppADImpr", default;
        /// As TikTok's SDK for Android has it. Source: <https://github.com/tiktok/tiktok-business-android-sdk>
        Mixed = "InAppAdImpr";
    }
}

choice! {
    /// What happens to a currency that TikTok does not list.
    pub enum UnlistedCurrency("TikTokUnlistedCurrency") {
        /// It is sent, with a warning.
        Warn = "warn", default;
        /// It is an issue.
        Refuse = "refuse";
    }
}
