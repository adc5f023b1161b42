use std::net::IpAddr;

use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Metrix REST API knows: the table `[metrix]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[metrix.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
    /// Which spelling of a message's `time` is understood. Metrix's pages disagree, so both are by
    /// default.
    pub time_format: TimeFormat,
    /// Whether a message of the same `metrixUserId` and the same `time` as an earlier one is
    /// dropped with 200, as Metrix's troubleshooting page says. On by default.
    pub drop_same_time: bool,
}

/// An app of the Metrix dashboard, for the REST API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
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
pub enum TimeFormat {
    /// Both of the documented ones.
    #[default]
    Any,
    /// Unix seconds as a JSON string: the page "getting started".
    SecondsString,
    /// Unix milliseconds as a JSON number: the pages on tracking and on troubleshooting.
    MillisNumber,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            apps: vec![App { app_id: "metrix-demo-app".to_owned(), api_key: "metrix-demo-api-key".into(), allowed_ips: Vec::new() }],
            time_format: TimeFormat::default(),
            drop_same_time: true,
        }
    }
}
