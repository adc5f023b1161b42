//! The configuration of one Numbat app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one Numbat app. Only `api_key` is required.
    pub struct NumbatConfig {
        /// The server key, sent as `X-Numbat-Key`: visible ASCII. Required.
        /// Source: <https://docs.numbat.example/events>
        api_key: Secret, required => "X-Numbat-Key";
        /// The environment that events count in: `live` (default) or `test`.
        /// Source: <https://docs.numbat.example/events>
        environment: Environment => "X-Numbat-Environment";
        /// Maximum number of events in one request (default 25, the limit that Numbat documents).
        /// Source: <https://docs.numbat.example/events>
        max_events: i64 = 25;
        /// Maximum size of the body of one request in bytes (default 131,072, the limit that Numbat documents).
        /// Source: <https://docs.numbat.example/events>
        max_bytes: i64 = 131072;
        /// The address of the API, `https://s2s.numbat.example` by default: `https` or `http`, a host, and an optional path; `/v1/events` is
        /// appended.
        base_url: String = "https://s2s.numbat.example";
    }
}

choice! {
    /// Where events count. Source: <https://docs.numbat.example/events>
    pub enum Environment("NumbatEnvironment") {
        /// In reports.
        Live = "live", default;
        /// Nowhere.
        Test = "test";
    }
}
