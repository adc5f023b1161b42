//! The configuration of one Adjust app.

use serde::Deserialize;

use crate::secret::Secret;

/// The configuration of one Adjust app. Only `app_token` is required.
#[derive(Clone, Default, Deserialize, bon::Builder)]
#[builder(on(_, into))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi::export(Debug))]
#[non_exhaustive]
pub struct AdjustConfig {
    /// The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required.
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub app_token: Option<Secret>,
    /// The environment that every event is posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub environment: Option<Environment>,
    /// The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for the app.
    /// It is created under AppView, Protection, S2S Security and is not the account's API token.
    /// Source: <https://dev.adjust.com/en/api/s2s-api/security/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub auth_token: Option<Secret>,
    /// Where the parameters travel: `post_form` (default), `post_query` or `get_query`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub request_style: Option<RequestStyle>,
    /// How the event's time is sent: `unix_seconds` (default, recommended by Adjust) or `iso8601`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub time_format: Option<TimeFormat>,
    /// How far ahead of `now` an event may be, in seconds; 86400 (24 hours) by default. Adjust documents no limit.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_future: Option<i64>,
    /// What happens to an IPv6 address, which Adjust does not support: `refuse` (default) or `omit`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub ipv6: Option<Ipv6>,
    /// The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` is appended.
    /// Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub base_url: Option<String>,
}

/// Where the events of an app are posted to. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AdjustEnvironment"))]
pub enum Environment {
    /// For tests.
    Sandbox,
    /// For real events.
    #[default]
    Production,
}

impl Environment {
    /// The environment as it stands in a request.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sandbox => "sandbox",
            Self::Production => "production",
        }
    }
}

/// The three kinds of requests that Adjust documents. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AdjustRequestStyle"))]
pub enum RequestStyle {
    /// `POST` with a form as its body: tokens and identifiers stay out of URLs and access logs.
    #[default]
    PostForm,
    /// `POST` with the parameters in the URL.
    PostQuery,
    /// `GET` with the parameters in the URL.
    GetQuery,
}

/// How the time of an event is sent. Source: <https://dev.adjust.com/en/api/s2s-api/events/>
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AdjustTimeFormat"))]
pub enum TimeFormat {
    /// `created_at_unix`, whole seconds.
    #[default]
    UnixSeconds,
    /// `created_at`, as `2017-01-02T15:04:05.000+0000`.
    Iso8601,
}

/// What happens to an event with an IPv6 address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "AdjustIpv6"))]
pub enum Ipv6 {
    /// It is an issue.
    #[default]
    Refuse,
    /// The address is left out, with a warning.
    Omit,
}

crate::redacted_debug!(AdjustConfig);
