use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Singular knows: the table `[singular]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[singular.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
    /// The response to a wrong SDK key or app. Singular does not document it.
    pub unknown_app: UnknownApp,
    /// Maximum length of a query, as it is sent (default 4,000). Only mParticle's documentation
    /// names a limit, of 2023 and of GET.
    pub max_query_length: usize,
}

/// An app of an organisation at Singular.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
    /// The SDK key of its organisation: the parameter `a`. Several apps may have the same.
    pub sdk_key: Secret,
    /// The package name or bundle ID: the parameter `i`.
    pub app_id: String,
    /// "Reject IAP without Receipt" is on: the response to a revenue event without
    /// `purchase_receipt` is a success, and the event is dropped.
    #[serde(default)]
    pub requires_receipt: bool,
    /// The account is of 2026-07-15 or later and has the second version of events only. The response
    /// to an event of the first version is not documented: here it is a success, and the event is lost.
    #[serde(default)]
    pub only_v2: bool,
}

/// The response to a wrong SDK key, or to an app that the key does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UnknownApp {
    /// A success, which means no more than that the event is queued. Only the account shows that it
    /// is lost.
    #[default]
    Queued,
    /// The `reason` `invalid SDK key` or `invalid app`. These texts are the sandbox's own.
    Error,
}

impl App {
    fn new(app_id: &str) -> Self {
        Self { sdk_key: "your_org_name_sh868sdjv".into(), app_id: app_id.to_owned(), requires_receipt: false, only_v2: false }
    }
}

/// The key and the first app are the examples of Singular's documentation.
impl Default for Config {
    fn default() -> Self {
        Self {
            apps: vec![
                App::new("com.singular.app"),
                App { requires_receipt: true, ..App::new("com.example.receipts") },
                App { only_v2: true, ..App::new("com.example.v2") },
            ],
            unknown_app: UnknownApp::default(),
            max_query_length: 4_000,
        }
    }
}
