//! The client of one destination.

use std::fmt;
use std::sync::Arc;

use s2s_core::Issues;
use s2s_core::binding::{AnyConfig, JsonText};
use s2s_core::dynamic::AnyClient;

use crate::answer::{InterpretCall, OutcomeData};
use crate::build::{BuildCall, Built, LinesCall, MessagesCall};
use crate::fault::{Fault, caught};
use crate::numbered::{All, Numbered};
use crate::request::{IssueData, issues};

/// A client: immutable, and shared freely between threads.
#[derive(uniffi::Object)]
pub struct Client {
    any: AnyClient,
    id: i64,
}

/// A configuration.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum ConfigData {
    /// A typed one.
    Typed {
        /// The configuration.
        config: AnyConfig,
    },
    /// A JSON object that names its provider.
    Json {
        /// The text.
        text: String,
    },
}

crate::redacted_debug!(ConfigData);

/// A configuration is wrong.
#[derive(Debug, uniffi::Error)]
pub enum OpenError {
    /// Everything that is wrong with it.
    Issues {
        /// The issues.
        issues: Vec<IssueData>,
    },
}

#[uniffi::export]
impl Client {
    /// A client of a configuration.
    #[uniffi::constructor]
    pub fn new(config: ConfigData) -> Result<Arc<Self>, OpenError> {
        let any = match config {
            ConfigData::Typed { config } => AnyClient::from_typed(config),
            ConfigData::Json { text } => AnyClient::from_object(None, JsonText::new(&text)),
        }?;
        Ok(Self::of_any(any))
    }

    /// The name of the provider API.
    pub fn provider(&self) -> String {
        self.any.provider().to_owned()
    }

    /// The number under which [`Numbered::of`] finds the client.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// What becomes of each event.
    pub fn build(&self, call: BuildCall) -> Result<Vec<Built>, Fault> {
        caught(|| call.run(&self.any))
    }

    /// What becomes of several messages of one user.
    pub fn messages(&self, call: MessagesCall) -> Result<Built, Fault> {
        caught(|| call.run(&self.any))
    }

    /// The requests of events, one JSON object per line, as lines of JSON.
    pub fn build_jsonl(&self, lines: Vec<u8>, call: LinesCall) -> Result<Vec<u8>, Fault> {
        caught(|| call.run(&self.any, &lines))
    }

    /// What a response means.
    pub fn interpret(&self, call: InterpretCall) -> Result<OutcomeData, Fault> {
        caught(|| call.run(Some(self.any.provider())))?.ok_or(Fault::Panicked)
    }
}

impl Client {
    pub(crate) fn of_any(any: AnyClient) -> Arc<Self> {
        Self::numbered(|id| Self { any, id })
    }

    /// Where the client's events go.
    pub(crate) fn any(&self) -> &AnyClient {
        &self.any
    }
}

impl Numbered for Client {
    fn all() -> &'static All<Self> {
        static ALL: All<Client> = All::new();
        &ALL
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        Self::all().forget(self.id);
    }
}

impl From<Issues> for OpenError {
    fn from(found: Issues) -> Self {
        Self::Issues { issues: issues(found.as_slice()) }
    }
}

/// The number of issues; what they say is their own matter.
impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Issues { issues } = self;
        write!(f, "the configuration has {} issues", issues.len())
    }
}

impl std::error::Error for OpenError {}
