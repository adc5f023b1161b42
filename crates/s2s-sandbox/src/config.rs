//! The configuration: how it is read, and its description for people.

use std::fmt::{self, Write as _};

use crate::{clock::Clock, provider::Config};

impl Config {
    /// Reads a configuration. Every key may be left out; see the fields of the types for what they
    /// mean.
    ///
    /// # Errors
    /// When the text is not TOML, names an unknown key, or a value is not allowed. The error has
    /// the line.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        toml::from_str(text).map_err(|error| ConfigError {
            line: error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1),
            message: error.message().to_owned(),
        })
    }

    /// Stops the sandbox's clock at an instant, given in RFC 3339, so that a run is the same at any
    /// time.
    ///
    /// # Errors
    /// When the text is not an RFC 3339 instant.
    pub fn with_now(mut self, rfc3339: &str) -> Result<Self, ConfigError> {
        self.clock = Clock::at(rfc3339).map_err(|message| ConfigError { line: None, message: message.to_owned() })?;
        Ok(self)
    }

    /// A text for people that lists the apps, events, credentials and devices of the default
    /// configuration. All of them are examples; none is a credential of anybody.
    pub fn describe_defaults() -> String {
        let config = Self::default();
        let mut text = String::new();
        // Writing to a `String` cannot fail.
        let _ = config.describe(&mut text);
        text
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for (name, api) in self.apis() {
            let paths: Vec<String> = api.routes().iter().map(|route| format!("/{name}{}", route.path)).collect();
            writeln!(text, "{} ({})", api.title(), paths.join(", "))?;
            api.describe(text)?;
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
