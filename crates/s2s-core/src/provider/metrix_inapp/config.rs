//! The configuration of one Metrix app on the older API.

use serde::Deserialize;

use crate::secret::Secret;

/// The configuration of one Metrix app on the older API. `app_id` and `dev_key` are required.
#[derive(Clone, Default, Deserialize, bon::Builder)]
#[builder(on(_, into))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi::export(Debug))]
#[non_exhaustive]
pub struct MetrixInAppConfig {
    /// The app's id, a segment of the URL's path: any text without control characters but `.` and `..`; it is percent-encoded. Required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub app_id: Option<Secret>,
    /// The app's dev key, sent as it is as `Authorization`: visible ASCII. Required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub dev_key: Option<Secret>,
    /// The address of the API, `http://analytics.metrix.ir` by default, as documented: `https` or `http`, a host, and an optional path;
    /// `/inappevent/{app_id}` is appended. Newer copies of the documentation have `https://analytics.metrix.ir`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub base_url: Option<String>,
}

crate::redacted_debug!(MetrixInAppConfig);
