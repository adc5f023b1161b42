use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's AppsFlyer knows: the table `[appsflyer]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[appsflyer.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
    /// Maximum size of a body in bytes (default 1,024). "Up to 1KB" is documented; whether that is
    /// 1,000 or 1,024, and the response to more, are not.
    pub max_body_bytes: usize,
}

/// An app of the AppsFlyer dashboard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
    /// The last segment of the path: `id` and digits on iOS, the package name on Android.
    pub app_id: String,
    /// The S2S key of its requests: the header `authentication`, without a scheme.
    pub s2s_key: Secret,
    /// An account on the "Zero package", which does not accept events: 403 `Forbidden`.
    #[serde(default)]
    pub zero_package: bool,
}

impl Default for Config {
    fn default() -> Self {
        let app = |app_id: &str| App { app_id: app_id.to_owned(), s2s_key: "demo-s2s-key".into(), zero_package: false };
        Self { apps: vec![app("id123456789"), app("com.example.myapp")], max_body_bytes: 1024 }
    }
}
