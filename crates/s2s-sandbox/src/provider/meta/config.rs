use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Meta knows: the table `[meta]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The datasets: `[[meta.datasets]]`. A list in the file replaces the built-in one.
    pub datasets: Vec<Dataset>,
}

/// A dataset, or a pixel.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Dataset {
    /// Its ID, a segment of the path.
    pub dataset_id: String,
    /// The tokens that may send to it.
    pub access_tokens: Vec<AccessToken>,
    /// Whether it is linked to exactly one app (the default), as events with the source `app` need.
    #[serde(default = "yes")]
    pub app: bool,
}

/// A token of a dataset.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AccessToken {
    /// The query parameter, or the member of the body, `access_token`.
    pub token: Secret,
    /// The response to its requests.
    #[serde(default)]
    pub state: TokenState,
}

/// The response to the requests of a token. In TOML: `expired`, for example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TokenState {
    /// That of the events.
    #[default]
    Valid,
    /// Code 190, subcode 463.
    Expired,
    /// Code 190, subcode 460.
    PasswordChanged,
    /// Code 200: it lacks a permission.
    WithoutPermission,
    /// Code 4, subcode 1504022: too many calls.
    RateLimited,
    /// Code 368: blocked for a while.
    Blocked,
    /// Code 2, with `is_transient`: the service is not available.
    Unavailable,
    /// Code 21009: the dataset is not ready for a while.
    NotReady,
}

impl TokenState {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::PasswordChanged => "password_changed",
            Self::WithoutPermission => "without_permission",
            Self::RateLimited => "rate_limited",
            Self::Blocked => "blocked",
            Self::Unavailable => "unavailable",
            Self::NotReady => "not_ready",
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        let token = |token: &str, state| AccessToken { token: token.into(), state };
        let access_tokens = vec![
            token("demo-access-token", TokenState::Valid),
            token("demo-expired-token", TokenState::Expired),
            token("demo-limited-token", TokenState::RateLimited),
            token("demo-unavailable-token", TokenState::Unavailable),
        ];
        Self { datasets: vec![Dataset { dataset_id: "1234567890123456".to_owned(), access_tokens, app: true }] }
    }
}

fn yes() -> bool {
    true
}
