//! The configuration of one data stream.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one data stream of Google Analytics 4. `api_secret` is required, and one of `firebase_app_id` (an app stream)
    /// and `measurement_id` (a web stream).
    pub struct Ga4Config {
        /// The ID of an app in Firebase, such as `1:98765432109:ios:fedcba9876543210`: it makes the destination an app stream. Sent in
        /// the URL, with its colons as they are. Not together with `measurement_id`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        firebase_app_id: String;
        /// The ID of a web stream: `G-` with letters and digits, such as `G-PSW1MY7HB4`. It is not the stream's number. Sent in the URL. Not
        /// together with `firebase_app_id`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
        measurement_id: String;
        /// The secret of the stream: visible ASCII, from Admin, Data streams, Measurement Protocol API secrets. Sent in the URL, where
        /// logs of proxies may hold it. Analytics reports no error for a wrong one. Required.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        api_secret: Secret, required;
        /// Where the data is collected: `global` (default) or `eu`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        region: Region;
        /// Whether requests go to the validation server, which records nothing (default `false`). It is asked to enforce the
        /// recommendations (`validation_behavior`), and checks neither `api_secret` nor the ID of the stream. Its messages are in the
        /// outcome's details; no outcome of it is `delivered`, so a delivery stops at the first valid event and keeps the others.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events>
        validation: bool;
        /// What happens to an event of more than 72 hours ago, which Analytics records at 72 hours ago: `refuse` (default, also while it
        /// waits in a delivery) or `send` (with a warning).
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        too_old: TooOld;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Google says that events happened in
        /// the past, and documents no limit.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        max_future: i64 = 86400;
        /// What happens to an event without `session_id` or `engagement_time_msec`, which reports such as Realtime may not show: `warn`
        /// (default) or `ignore`.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        missing_session: MissingSession;
        /// What happens to an event without a parameter that Google asks for with its name, such as the `items` of `add_to_cart`: `warn`
        /// (default), `require` or `ignore`. `transaction_id`, `value` and `currency` of `purchase` and `refund` are always required.
        /// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
        recommended: Recommended;
        /// Whether the property is one of Analytics 360, in which a parameter's text has up to 500 characters instead of 100 (default
        /// `false`).
        /// Source: <https://support.google.com/analytics/answer/9267744>
        analytics360: bool;
        /// Maximum number of parameters of your own in an item (default 10, as the guide has it; a page of the help center has 27).
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
        max_item_params: i64 = 10;
        /// What happens to `+suffix` in an email address of Gmail before it is hashed: `keep` (default) or `strip`. Google's pages disagree.
        gmail_plus: GmailPlus;
        /// The calling code of an entry of `phone_numbers` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it
        /// such a number is an issue.
        default_calling_code: String;
        /// What happens to an IPv6 address in `ip_override`, as Google documents an IPv4 address alone: `refuse` (default), `omit` or
        /// `send`.
        ipv6: Ipv6;
        /// Maximum number of events in one request, whether you or a delivery put them together (default 25, which is Google's limit).
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        max_events: i64 = 25;
        /// Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 130,000, at most 133,120).
        /// Google's limit is "130 kB", and not said to be the one or the other.
        /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
        max_bytes: i64 = 130000;
        /// The address of the API, by default that of `region`: `https` or `http`, a host, and an optional path; `/mp/collect` is appended,
        /// or `/debug/mp/collect` with `validation`.
        base_url: String;
    }
}

choice! {
    /// Where data is collected.
    /// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    pub enum Region("Ga4Region") {
        /// Anywhere: `https://www.google-analytics.com`.
        Global = "global", default;
        /// In the European Union: `https://region1.google-analytics.com`.
        Eu = "eu";
    }
}

impl Region {
    pub(super) const fn base_url(self) -> &'static str {
        match self {
            Self::Global => "https://www.google-analytics.com",
            Self::Eu => "https://region1.google-analytics.com",
        }
    }
}

choice! {
    /// What happens to an event of more than 72 hours ago.
    pub enum TooOld("Ga4TooOld") {
        /// It is an issue, and a delivery in which it has waited until then drops it.
        Refuse = "refuse", default;
        /// It is sent, with a warning: Analytics records it at 72 hours ago.
        Send = "send";
    }
}

choice! {
    /// What happens to an event without a session.
    pub enum MissingSession("Ga4MissingSession") {
        /// It is sent, with a warning.
        Warn = "warn", default;
        /// It is sent.
        Ignore = "ignore";
    }
}

choice! {
    /// What happens to an event without a parameter that Google asks for.
    pub enum Recommended("Ga4Recommended") {
        /// It is sent, with a warning.
        Warn = "warn", default;
        /// It is an issue.
        Require = "require";
        /// It is sent.
        Ignore = "ignore";
    }
}

choice! {
    /// What happens to `+suffix` in an email address of Gmail.
    pub enum GmailPlus("Ga4GmailPlus") {
        /// It is hashed, too. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
        Keep = "keep", default;
        /// It is removed. Source: <https://developers.google.com/data-manager/api>
        Strip = "strip";
    }
}

choice! {
    /// What happens to an IPv6 address.
    pub enum Ipv6("Ga4Ipv6") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// The address is left out, with a warning.
        Omit = "omit";
        /// It is sent.
        Send = "send";
    }
}
