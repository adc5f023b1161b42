use std::net::IpAddr;

use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Metrix in-app event API knows: the table `[metrix_inapp]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[metrix_inapp.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
}

/// An app of the Metrix dashboard, for the in-app event API.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
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

impl Default for Config {
    fn default() -> Self {
        Self {
            apps: vec![App {
                app_id: "metrix-demo-app".to_owned(),
                dev_key: "metrix-demo-dev-key".into(),
                event_slugs: Vec::new(),
                allowed_ips: Vec::new(),
            }],
        }
    }
}
