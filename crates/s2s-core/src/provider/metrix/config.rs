//! The configuration of one Metrix app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one Metrix app. `app_id` and `api_key` are required.
    pub struct MetrixConfig {
        /// The application's id, sent as `X-Application-Id`: visible ASCII. Required.
        /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
        app_id: Secret, required => "X-Application-Id";
        /// The server key, sent as `X-API-Key`: visible ASCII. Required. It must not be used in client-side code.
        /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
        api_key: Secret, required => "X-API-Key";
        /// How `time` is sent: `seconds_string` (default) or `millis_number`.
        /// The page "getting started" specifies Unix seconds as a string; the pages on users, events and troubleshooting and Metrix's Web SDK have a JSON number of milliseconds.
        /// Whether the server takes both is not documented by Metrix.
        time_format: TimeFormat;
        /// Maximum number of messages in one request, whether you or a delivery put them together (default 100). No limit is documented by Metrix.
        max_events: i64 = 100;
        /// Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 524,288). No limit is documented by
        /// Metrix.
        max_bytes: i64 = 524288;
        /// The address of the API, `https://entry.metrix.ir` by default: `https` or `http`, a host, and an optional path; `/` is appended.
        base_url: String = "https://entry.metrix.ir";
    }
}

choice! {
    /// How the time of a message is sent.
    pub enum TimeFormat("MetrixTimeFormat") {
        /// A string of whole Unix seconds. Source: <https://docs.metrix.ir/en/technical/api/getting-started>
        SecondsString = "seconds_string", default;
        /// A number of Unix milliseconds. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
        MillisNumber = "millis_number";
    }
}
