use std::collections::BTreeMap;

use serde::Deserialize;

use crate::secret::Secret;

/// What the sandbox's Adjust knows: the table `[adjust]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The apps: `[[adjust.apps]]`. A list in the file replaces the built-in one.
    pub apps: Vec<App>,
    /// The devices that are not simply known: `[[adjust.devices]]`. A list in the file replaces the
    /// built-in one.
    pub devices: Vec<Device>,
    /// How many minutes a session has to be later than the last one of its device (0 by default, with
    /// which an earlier one is refused). Adjust documents 20 in its guide and 30 on its page of
    /// sessions.
    pub session_gap: u16,
}

/// An app of the Adjust dashboard.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct App {
    /// The `app_token` of its requests.
    pub token: String,
    /// Its events.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Deactivated in the dashboard: 403 `App is inactive`.
    #[serde(default)]
    pub inactive: bool,
    /// Measurement is not enabled for the platform: 403 `Tracking disabled`.
    #[serde(default)]
    pub tracking_disabled: bool,
    /// The tokens of S2S Security. None: it is off, as it is by default at Adjust, and an
    /// `Authorization` header is ignored.
    #[serde(default)]
    pub security_tokens: Vec<SecurityToken>,
    /// The response to a missing or wrong security token.
    #[serde(default)]
    pub unauthorized_status: UnauthorizedStatus,
}

/// An event of an app.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Event {
    /// The `event_token` of its requests.
    pub token: String,
    /// Marked as unique: a second one of the same device gets 400 `Ignoring event, earlier
    /// unique event tracked`.
    #[serde(default)]
    pub unique: bool,
    /// 403 `Event token blocklisted`.
    #[serde(default)]
    pub blocklisted: bool,
    /// Other fields of the response to an accepted event, such as `skadn_conv_value`. Adjust
    /// documents that conversion values come back in the response; the names are known from its SDK
    /// only.
    #[serde(default)]
    pub response: BTreeMap<String, serde_json::Value>,
}

/// A token of S2S Security.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SecurityToken {
    /// The token: `Authorization: Bearer <token>`.
    pub token: Secret,
    /// Whether its scopes include events (the default). Without: 401 `Session failed`.
    #[serde(default = "yes")]
    pub events: bool,
    /// Whether they include ad revenue (the default).
    #[serde(default = "yes")]
    pub ad_revenue: bool,
    /// Whether they include sessions (the default).
    #[serde(default = "yes")]
    pub sessions: bool,
    /// Whether they include erasures (the default).
    #[serde(default = "yes")]
    pub gdpr: bool,
}

/// Adjust documents a missing or wrong security token in two ways: 202 with an error text (its page
/// on S2S Security) and 401 `Failed to authorize request` (its index page). In TOML: the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u16")]
#[non_exhaustive]
pub enum UnauthorizedStatus {
    /// 202 `Missing authentication token` or `Wrong authentication token`.
    #[default]
    Accepted,
    /// 401 `Failed to authorize request`.
    Unauthorized,
}

impl TryFrom<u16> for UnauthorizedStatus {
    type Error = &'static str;

    fn try_from(status: u16) -> Result<Self, Self::Error> {
        match status {
            202 => Ok(Self::Accepted),
            401 => Ok(Self::Unauthorized),
            _ => Err("`unauthorized_status` is 202 or 401"),
        }
    }
}

/// A device that is not simply known.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Device {
    /// The parameter that identifies it, such as `gps_adid`.
    pub parameter: String,
    /// The value of that parameter.
    pub value: String,
    /// What Adjust has to say of it.
    pub state: DeviceState,
}

/// What Adjust has to say of a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeviceState {
    /// 451 `Device is opted out`.
    OptedOut,
    /// 404 `Device not found`, until it has a session.
    NotFound,
}

fn yes() -> bool {
    true
}

impl App {
    fn new<const N: usize>(token: &str, events: [Event; N]) -> Self {
        Self {
            token: token.to_owned(),
            events: events.into(),
            inactive: false,
            tracking_disabled: false,
            security_tokens: Vec::new(),
            unauthorized_status: UnauthorizedStatus::default(),
        }
    }
}

impl Event {
    fn new(token: &str) -> Self {
        Self { token: token.to_owned(), unique: false, blocklisted: false, response: BTreeMap::new() }
    }
}

/// The first app, its first event and the security token are the examples of Adjust's
/// documentation.
impl Default for Config {
    fn default() -> Self {
        let device =
            |last: &str, state| Device { parameter: "gps_adid".to_owned(), value: format!("00000000-0000-4000-8000-{last}"), state };
        Self {
            apps: vec![
                App::new(
                    "4w565xzmb54d",
                    [
                        Event::new("f0ob4r"),
                        Event::new("p4rc8s"),
                        Event { unique: true, ..Event::new("1a2b3c") },
                        Event { blocklisted: true, ..Event::new("5d6e7f") },
                    ],
                ),
                App {
                    security_tokens: vec![SecurityToken {
                        token: "v8s5opi0zs45607l8h8c48wak2vxb5oe".into(),
                        events: true,
                        ad_revenue: true,
                        sessions: true,
                        gdpr: true,
                    }],
                    ..App::new("s3cur3dapp12", [Event::new("s3ct0k")])
                },
                App { inactive: true, ..App::new("1nact1veapp0", [Event::new("f0ob4r")]) },
            ],
            devices: vec![device("000000000451", DeviceState::OptedOut), device("000000000404", DeviceState::NotFound)],
            session_gap: 0,
        }
    }
}
