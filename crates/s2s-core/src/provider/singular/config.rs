//! The configuration of one Singular app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one Singular app, for all kinds of requests. `sdk_key` and `app_id` are required.
    pub struct SingularConfig {
        /// The SDK key: visible ASCII, from Developer Tools, SDK Integration, SDK Keys. It is not the key of the Reporting API, which
        /// Singular refuses. What Singular responds to a wrong key is not documented. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        sdk_key: Secret, required => "a";
        /// The package name or bundle ID of the app, such as `com.singular.app`: visible ASCII, case-sensitive. The number of the App Store
        /// is an issue. Required.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        app_id: String, required => "i";
        /// The platform of events that name none: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in
        /// any case. Singular's is case-sensitive, so it is sent as it is written here.
        /// Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
        platform: String => "p";
        /// The version of the API for events and ad revenue: `v2` (default), which identifies devices by `sdid` alone and is the only one for
        /// accounts created since 2026-07-15, or `v1`, which identifies them by the identifiers of their platform. Sessions are always `v1`.
        /// Change it only while no event waits in a delivery.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        event_api: EventApi;
        /// Where the parameters travel: `post_form` (default, as the current pages have it) or `get_query` (as older pages have it).
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        request_style: RequestStyle;
        /// How the platforms of PCs and consoles are sent, as Singular's pages disagree: `current` (default, such as `PC` and `Playstation`) or
        /// `lower` (such as `pc` and `playstation`).
        /// Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
        console_platforms: ConsolePlatforms;
        /// How the time is sent: `umilisec` (default, milliseconds) or `utime` (seconds). A delivery that dates an event without a time sends
        /// it as `umilisec`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        time_format: TimeFormat;
        /// What happens to an IPv6 address, which older pages of Singular exclude: `refuse` (default), `omit` (only with `country`) or `send`.
        /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
        ipv6: Ipv6;
        /// What happens to a negative `amount`, about which Singular's pages say nothing: `send` (default) or `refuse`.
        negative_revenue: NegativeRevenue;
        /// Whether an `event` of revenue without `purchase_receipt` is an issue (default `false`): for apps with the switch "Reject IAP without
        /// Receipt", which lets Singular drop such events without a word.
        require_receipt: bool;
        /// Maximum number of bytes in the name of an event (default 32, which is Singular's limit: 32 ASCII characters).
        /// Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
        max_event_name: i64 = 32;
        /// Maximum number of bytes in the URL of a request with `get_query` (default 4,000, at most 65,534). A page of mParticle has 4,000
        /// characters for the query; Singular documents no limit. For a request without a time it is 23 bytes less, so that a delivery can
        /// date it.
        max_url_bytes: i64 = 4000;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Singular documents no limit.
        max_future: i64 = 86400;
        /// The address of the API (default `https://s2s.singular.net/api`): `https` or `http`, a host, and an optional path; `/v1/launch`,
        /// `/v1/evt` and `/v2/evt` are appended.
        /// Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
        base_url: String = "https://s2s.singular.net/api";
    }
}

choice! {
    /// The version of the API for events and ad revenue.
    /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    pub enum EventApi("SingularEventApi") {
        /// `/v2/evt`: devices are identified by `sdid`, the Singular Device ID.
        V2 = "v2", default;
        /// `/v1/evt`: devices are identified by the identifiers of their platform.
        V1 = "v1";
    }
}

choice! {
    /// The two styles of requests that Singular's pages have.
    pub enum RequestStyle("SingularRequestStyle") {
        /// `POST` with a form as its body: the key and identifiers stay out of URLs and access logs.
        /// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
        PostForm = "post_form", default;
        /// `GET` with the parameters in the URL.
        /// Source: <https://support.singular.net/hc/en-us/articles/360048588672>
        GetQuery = "get_query";
    }
}

choice! {
    /// How the platforms of PCs and consoles are sent.
    pub enum ConsolePlatforms("SingularConsolePlatforms") {
        /// As `PC`, `Xbox`, `Playstation`, `Nintendo` and `MetaQuest`.
        /// Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
        Current = "current", default;
        /// As `pc`, `xbox`, `playstation`, `nintendo` and `metaquest`.
        /// Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
        Lower = "lower";
    }
}

choice! {
    /// How the time of an event is sent. Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    pub enum TimeFormat("SingularTimeFormat") {
        /// `umilisec`, milliseconds since 1970.
        Umilisec = "umilisec", default;
        /// `utime`, whole seconds since 1970.
        Utime = "utime";
    }
}

choice! {
    /// What happens to an IPv6 address.
    pub enum Ipv6("SingularIpv6") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// The address is left out, with a warning, where there is a `country`.
        Omit = "omit";
        /// It is sent.
        Send = "send";
    }
}

choice! {
    /// What happens to a negative amount.
    pub enum NegativeRevenue("SingularNegativeRevenue") {
        /// It is sent.
        Send = "send", default;
        /// It is an issue.
        Refuse = "refuse";
    }
}
