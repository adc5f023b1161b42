use std::net::IpAddr;

use serde::Deserialize;

use super::Secret;

/// What the sandbox's Metrix REST API knows: `[metrix]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct MetrixConfig {
    /// The apps: `[[metrix.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<MetrixApp>,
    /// Which spelling of a message's `time` is understood. Metrix's pages disagree, so both are by default.
    pub time_format: MetrixTime,
    /// Whether a message of the same `metrixUserId` and the same `time` as an earlier one is dropped with 200, as Metrix's
    /// troubleshooting page says. On by default.
    pub drop_same_time: bool,
}

/// An app of the Metrix dashboard, for the REST API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MetrixApp {
    /// The header `X-Application-Id`.
    pub app_id: String,
    /// The header `X-API-Key`.
    pub api_key: Secret,
    /// The dashboard's list of allowed callers. Empty (the default): every address.
    #[serde(default)]
    pub allowed_ips: Vec<IpAddr>,
}

/// The spelling of a message's `time`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MetrixTime {
    /// Both of the documented ones.
    #[default]
    Any,
    /// Unix seconds as a JSON string: the page "getting started".
    SecondsString,
    /// Unix milliseconds as a JSON number: the pages on tracking and on troubleshooting.
    MillisNumber,
}

/// What the sandbox's Metrix in-app event API knows: `[metrix_inapp]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct MetrixInappConfig {
    /// The apps: `[[metrix_inapp.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<MetrixInappApp>,
}

/// An app of the Metrix dashboard, for the in-app event API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MetrixInappApp {
    /// The last segment of the path.
    pub app_id: String,
    /// The header `Authorization`, without a scheme.
    pub dev_key: Secret,
    /// The slugs of the dashboard's events. Empty (the default): every slug.
    #[serde(default)]
    pub event_slugs: Vec<String>,
    /// The dashboard's list of allowed callers. Empty (the default): every address.
    #[serde(default)]
    pub allowed_ips: Vec<IpAddr>,
}

impl Default for MetrixConfig {
    fn default() -> Self {
        Self {
            apps: vec![MetrixApp { app_id: "metrix-demo-app".to_owned(), api_key: "metrix-demo-api-key".into(), allowed_ips: Vec::new() }],
            time_format: MetrixTime::default(),
            drop_same_time: true,
        }
    }
}

impl Default for MetrixInappConfig {
    fn default() -> Self {
        Self {
            apps: vec![MetrixInappApp {
                app_id: "metrix-demo-app".to_owned(),
                dev_key: "metrix-demo-dev-key".into(),
                event_slugs: Vec::new(),
                allowed_ips: Vec::new(),
            }],
        }
    }
}
