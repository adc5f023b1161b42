use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Numbat knows: the table `[numbat]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[numbat.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
}

/// An app of Numbat's dashboard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
    /// The header `X-Numbat-Key`.
    pub api_key: Secret,
}

impl Default for Config {
    fn default() -> Self {
        Self { apps: vec![App { api_key: "numbat-demo-key".into() }] }
    }
}
