//! What the sandbox knows and how it behaves.

mod adjust;
mod metrix;
mod secret;

use std::fmt::{self, Write as _};

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, de::Error as _};

pub use self::{
    adjust::{AdjustApp, AdjustConfig, AdjustDevice, AdjustEvent, DeviceState, SecurityToken, UnauthorizedStatus},
    metrix::{MetrixApp, MetrixConfig, MetrixInappApp, MetrixInappConfig, MetrixTime},
    secret::Secret,
};
use crate::fault::FaultConfig;

/// What a [`Sandbox`](crate::Sandbox) knows and how it behaves. The default knows the examples of the providers'
/// documentation ([`Config::describe_defaults`] lists them) and has no faults.
///
/// ```
/// let config = s2s_sandbox::Config::from_toml(r#"
///     now = "2026-11-20T12:00:00Z"
///
///     [[adjust.apps]]
///     token = "4w565xzmb54d"
///     security_tokens = [{ token = "v8s5opi0zs45607l8h8c48wak2vxb5oe" }]
///     events = [
///         { token = "f0ob4r", response = { skadn_conv_value = 12 } },
///         { token = "1a2b3c", unique = true },
///     ]
///
///     [metrix]
///     time_format = "millis_number"
///
///     [faults]
///     seed = 7
///     rates = [{ fault = "429;retry-after=2", rate = 0.05 }]
/// "#)?;
/// assert_eq!(config.adjust.apps.len(), 1);
/// assert_eq!(config.metrix.apps.len(), 1, "what a file leaves out keeps its default");
/// # Ok::<(), s2s_sandbox::ConfigError>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct Config {
    /// The sandbox's clock stands still at this instant. Absent: it is the machine's. See [`Config::with_now`].
    #[serde(deserialize_with = "instant")]
    pub(crate) now: Option<Timestamp>,
    /// Adjust's `/event`.
    pub adjust: AdjustConfig,
    /// Metrix's REST API, `POST /`.
    pub metrix: MetrixConfig,
    /// Metrix's in-app event API, `POST /inappevent/{appId}`.
    pub metrix_inapp: MetrixInappConfig,
    /// Faults that happen by chance.
    pub faults: FaultConfig,
}

impl Config {
    /// Reads a configuration. Every key may be left out; see the fields of the types for what they mean.
    ///
    /// # Errors
    /// When the text is not TOML, names an unknown key, or a value is not allowed. The error tells the line.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| ConfigError {
            line: error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1),
            message: error.message().to_owned(),
        })
    }

    /// Stops the sandbox's clock at an instant, given in RFC 3339, so that a run is the same at any time.
    ///
    /// # Errors
    /// When the text is not an RFC 3339 instant.
    pub fn with_now(mut self, rfc3339: &str) -> Result<Self, ConfigError> {
        let now = parse_instant(rfc3339).map_err(|message| ConfigError { line: None, message: message.to_owned() })?;
        self.now = Some(now);
        Ok(self)
    }

    /// A text for people that lists the apps, events, credentials and devices of the default configuration. All of them
    /// are examples; none is a credential of anybody.
    pub fn describe_defaults() -> String {
        let config = Self::default();
        let mut text = String::new();
        // Writing to a `String` cannot fail.
        let _ = config.describe(&mut text);
        text
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        writeln!(text, "Adjust (/event)")?;
        for app in &self.adjust.apps {
            write!(text, "  app_token {}", app.token)?;
            if app.inactive {
                write!(text, " (inactive)")?;
            }
            for token in &app.security_tokens {
                write!(text, " (S2S security, token {})", token.token.reveal())?;
            }
            writeln!(text)?;
            for event in &app.events {
                let unique = if event.unique { " (unique)" } else { "" };
                let blocklisted = if event.blocklisted { " (blocklisted)" } else { "" };
                writeln!(text, "    event_token {}{unique}{blocklisted}", event.token)?;
            }
        }
        for device in &self.adjust.devices {
            let state = match device.state {
                DeviceState::OptedOut => "opted out",
                DeviceState::NotFound => "not found",
            };
            writeln!(text, "  {} {} ({state})", device.parameter, device.value)?;
        }
        writeln!(text, "Metrix REST API (/)")?;
        for app in &self.metrix.apps {
            writeln!(text, "  app_id {}, api_key {}", app.app_id, app.api_key.reveal())?;
        }
        writeln!(text, "Metrix in-app events (/inappevent/{{appId}})")?;
        for app in &self.metrix_inapp.apps {
            writeln!(text, "  app_id {}, dev_key {}", app.app_id, app.dev_key.reveal())?;
        }
        Ok(())
    }
}

/// Why a configuration is not one. It repeats no credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    line: Option<usize>,
    message: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConfigError {}

fn instant<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Timestamp>, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_instant(&text).map(Some).map_err(D::Error::custom)
}

fn parse_instant(text: &str) -> Result<Timestamp, &'static str> {
    text.parse().map_err(|_| "`now` must be an RFC 3339 instant in quotes, such as \"2026-11-20T12:00:00Z\"")
}
