use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Branch knows: the table `[branch]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[branch.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
    /// Names that are accepted at `/v2/event/standard` in addition to the documented ones.
    pub extra_standard_names: Vec<String>,
    /// The member that a successful response has. Branch documents no choice.
    pub success: Success,
}

/// An app of Branch's dashboard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
    /// The key of the live environment: `key_live_…`.
    pub live_key: Secret,
    /// The key of the test environment: `key_test_…`. Without it, the app has none.
    #[serde(default)]
    pub test_key: Option<Secret>,
    /// Whether Branch's support allowed the app the header `X-IP-Override` (default false).
    #[serde(default)]
    pub ip_override: bool,
}

/// The body of a successful response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Success {
    /// `skan`: the fields of SKAdNetwork, which come whether or not the app uses it.
    #[default]
    Skan,
    /// `branch_view`: the older `{"branch_view_enabled":false}`.
    BranchView,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            apps: vec![App { live_key: "key_live_demo".into(), test_key: Some("key_test_demo".into()), ip_override: false }],
            extra_standard_names: Vec::new(),
            success: Success::default(),
        }
    }
}

/// The environment of an app, which the key selects.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Environment {
    Live,
    Test,
}

impl Config {
    /// The app and the environment of a key.
    pub(super) fn app(&self, key: &str) -> Option<(&App, Environment)> {
        self.apps.iter().find_map(|app| {
            if app.live_key.reveal() == key {
                Some((app, Environment::Live))
            } else if app.test_key.as_ref().is_some_and(|own| own.reveal() == key) {
                Some((app, Environment::Test))
            } else {
                None
            }
        })
    }
}
