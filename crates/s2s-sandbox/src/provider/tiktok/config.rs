use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's TikTok knows: the table `[tiktok]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The event sources: `[[tiktok.event_sources]]`. A list in the file replaces the built-in one.
    pub event_sources: Vec<EventSource>,
    /// The values of `partner_name` that are known (default `Example Partner`).
    pub partner_names: Vec<String>,
    /// Whether an event is dropped that has the `event` and the `event_id` of an earlier one of its
    /// web, offline or CRM event source within 48 hours, as documented. On by default.
    pub deduplicate: bool,
}

/// An event source of TikTok's Events Manager.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EventSource {
    /// The sort of the source: the member `event_source`.
    pub event_source: Source,
    /// The member `event_source_id`: the code of a pixel, the TikTok App ID, or the ID of an offline
    /// or CRM event set.
    pub event_source_id: String,
    /// The header `Access-Token`.
    pub access_token: Secret,
    /// Responses to the first requests that name the source with its token, in order. Later ones are
    /// processed as they are.
    #[serde(default)]
    pub first_responses: Vec<FirstResponse>,
}

/// The sort of an event source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Source {
    /// A website: its pixel.
    Web,
    /// An app.
    App,
    /// An offline event set.
    Offline,
    /// A CRM event set.
    Crm,
}

/// A response of TikTok's that has nothing to do with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FirstResponse {
    /// 40100: not processed.
    TooFrequent,
    /// 50000: not processed.
    SystemError,
    /// Processed, then 50000.
    SystemErrorAfter,
    /// 20001: the first, third and so on of the events are processed, the others are lost. What
    /// TikTok documents is the name `PARTIAL_OK` alone.
    PartialOk,
    /// HTTP 502 without JSON: not processed.
    BadGateway,
    /// Processed, then HTTP 502 without JSON.
    BadGatewayAfter,
}

impl Source {
    pub(super) const ALL: &[Self] = &[Self::Web, Self::App, Self::Offline, Self::Crm];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::App => "app",
            Self::Offline => "offline",
            Self::Crm => "crm",
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        let source = |event_source, id: &str| EventSource {
            event_source,
            event_source_id: id.to_owned(),
            access_token: "demo-access-token".into(),
            first_responses: Vec::new(),
        };
        Self {
            event_sources: vec![
                source(Source::Web, "C4DEMO0PIXEL00000WEB"),
                source(Source::App, "7012345678901234567"),
                source(Source::Offline, "7098765432109876543"),
                source(Source::Crm, "7055555555555555555"),
            ],
            partner_names: vec!["Example Partner".to_owned()],
            deduplicate: true,
        }
    }
}
