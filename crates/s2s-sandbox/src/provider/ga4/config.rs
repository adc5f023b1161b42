use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Google Analytics knows: the table `[ga4]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The app streams: `[[ga4.app_streams]]`. A list in the file replaces the built-in one.
    pub app_streams: Vec<AppStream>,
    /// The web streams: `[[ga4.web_streams]]`. A list in the file replaces the built-in one.
    pub web_streams: Vec<WebStream>,
    /// A property of Analytics 360, whose texts may have 500 characters instead of 100.
    pub analytics_360: bool,
    /// Whether a purchase on a web stream is dropped when an earlier one had its `transaction_id`.
    /// On by default: "Minimize duplicate key events with transaction IDs" says so of web streams.
    /// Whether it holds for the Measurement Protocol is not documented.
    pub deduplicate_purchases: bool,
    /// Maximum size of a body in bytes (default 130,000). "Smaller than 130kB" is documented;
    /// whether that is 130,000 or 133,120 is not.
    pub max_body_bytes: usize,
}

/// A data stream of an app.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AppStream {
    /// The query parameter `firebase_app_id`.
    pub firebase_app_id: String,
    /// The query parameter `api_secret`.
    pub api_secret: Secret,
}

/// A data stream of a website.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebStream {
    /// The query parameter `measurement_id`.
    pub measurement_id: String,
    /// The query parameter `api_secret`.
    pub api_secret: Secret,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            app_streams: vec![AppStream {
                firebase_app_id: "1:1234567890:android:abcdef0123456789".to_owned(),
                api_secret: "demo-api-secret".into(),
            }],
            web_streams: vec![WebStream { measurement_id: "G-DEMO123456".to_owned(), api_secret: "demo-api-secret".into() }],
            analytics_360: false,
            deduplicate_purchases: true,
            max_body_bytes: 130_000,
        }
    }
}

/// The sort of a data stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    App,
    Web,
}

impl Config {
    /// Every stream: its sort, its id and its secret.
    pub(super) fn streams(&self) -> impl Iterator<Item = (Sort, &str, &Secret)> {
        let apps = self.app_streams.iter().map(|stream| (Sort::App, stream.firebase_app_id.as_str(), &stream.api_secret));
        let webs = self.web_streams.iter().map(|stream| (Sort::Web, stream.measurement_id.as_str(), &stream.api_secret));
        apps.chain(webs)
    }

    /// The maximum length of the text of a parameter, in characters.
    pub(super) fn max_text(&self, param: &str) -> usize {
        match param {
            "page_title" => 300,
            "page_referrer" => 420,
            "page_location" => 1_000,
            _ if self.analytics_360 => 500,
            _ => 100,
        }
    }
}
