//! The configuration of one Metrix app.

use serde::Deserialize;

use crate::secret::Secret;

/// The configuration of one Metrix app. `app_id` and `api_key` are required.
#[derive(Clone, Default, Deserialize, bon::Builder)]
#[builder(on(_, into))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi::export(Debug))]
#[non_exhaustive]
pub struct MetrixConfig {
    /// The application's id, sent as `X-Application-Id`: visible ASCII. Required.
    /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub app_id: Option<Secret>,
    /// The server key, sent as `X-API-Key`: visible ASCII. Required. It must not be used in client-side code.
    /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub api_key: Option<Secret>,
    /// How `time` is sent: `seconds_string` (default) or `millis_number`.
    /// The page "getting started" specifies Unix seconds as a string; the pages on users, events and troubleshooting and Metrix's Web SDK have a JSON number of milliseconds.
    /// Whether the server takes both is not documented by Metrix.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub time_format: Option<TimeFormat>,
    /// How many messages one request may hold, 100 by default. No limit is documented by Metrix.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_messages: Option<i64>,
    /// How large the body of one request may be, in bytes, 524288 by default. No limit is documented by Metrix.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub max_bytes: Option<i64>,
    /// The address of the API, `https://entry.metrix.ir` by default: `https` or `http`, a host, and an optional path; `/` is appended.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub base_url: Option<String>,
}

/// How the time of a message is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi(name = "MetrixTimeFormat"))]
pub enum TimeFormat {
    /// A string of whole Unix seconds. Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    #[default]
    SecondsString,
    /// A number of Unix milliseconds. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    MillisNumber,
}

crate::redacted_debug!(MetrixConfig);
