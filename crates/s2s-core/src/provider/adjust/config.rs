//! The configuration of one Adjust app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one Adjust app, for all kinds of requests. Only `app_token` is required.
    pub struct AdjustConfig {
        /// The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required.
        app_token: Secret, required;
        /// The environment that requests are posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
        environment: Environment;
        /// The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for the app.
        /// It is created under AppView, Protection, S2S Security and is not the account's API token.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/security/>
        auth_token: Secret => "Authorization";
        /// Where the parameters of events and ad revenue travel: `post_form` (default), `post_query` or `get_query`. Third-party sharing knows no
        /// `get_query`, for which it has `post_query`; sessions are always forms, and the parameters of erasures always in the URL.
        request_style: RequestStyle;
        /// How the event's time is sent: `unix_seconds` (default, recommended by Adjust) or `iso8601`.
        time_format: TimeFormat;
        /// How far ahead of `now` an event may be, in seconds; 86400 (24 hours) by default. Adjust documents no limit; a day leaves room for
        /// clocks in the wrong time zone.
        max_future: i64 = 86400;
        /// What happens to an IPv6 address, which Adjust does not support: `refuse` (default) or `omit`.
        ipv6: Ipv6;
        /// The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` and the paths of the
        /// other kinds are appended.
        /// Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
        base_url: String = "https://s2s.adjust.com";
        /// The address for erasures, `https://gdpr.adjust.com` by default: as `base_url`; `/gdpr_forget_device` is appended.
        /// Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
        gdpr_base_url: String = "https://gdpr.adjust.com";
        /// How the maps of third-party sharing are encoded, which Adjust's page does not show: `by_partner` (default, as Adjust's SDKs do it) or
        /// `as_list`. Neither was confirmed for S2S.
        sharing_format: SharingFormat;
    }
}

choice! {
    /// Where the events of an app are posted to. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    pub enum Environment("AdjustEnvironment") {
        /// For tests.
        Sandbox = "sandbox";
        /// For real events.
        Production = "production", default;
    }
}

choice! {
    /// The three styles of requests that Adjust documents for events and ad revenue. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    pub enum RequestStyle("AdjustRequestStyle") {
        /// `POST` with a form as its body: tokens and identifiers stay out of URLs and access logs.
        PostForm = "post_form", default;
        /// `POST` with the parameters in the URL.
        PostQuery = "post_query";
        /// `GET` with the parameters in the URL.
        GetQuery = "get_query";
    }
}

choice! {
    /// How the time of an event is sent. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    pub enum TimeFormat("AdjustTimeFormat") {
        /// `created_at_unix`, whole seconds.
        UnixSeconds = "unix_seconds", default;
        /// `created_at`, as `2017-01-02T15:04:05.000+0000`.
        Iso8601 = "iso8601";
    }
}

choice! {
    /// How the maps of third-party sharing are encoded. Adjust documents that they are "passed as a URL-encoded form object", and the names
    /// `partnerName`, `key` and `value`, without an example. Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
    pub enum SharingFormat("AdjustSharingFormat") {
        /// As JSON, `{"partner":{"key":value}}`.
        ByPartner = "by_partner", default;
        /// As JSON, `[{"partnerName":"partner","key":"key","value":value}]`.
        AsList = "as_list";
    }
}

choice! {
    /// What happens to an event with an IPv6 address.
    pub enum Ipv6("AdjustIpv6") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// The address is left out, with a warning.
        Omit = "omit";
    }
}
