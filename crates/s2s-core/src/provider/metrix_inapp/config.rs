//! The configuration of one Metrix app on the older API.

use crate::provider::record::record;
use crate::secret::Secret;

record! {
    /// The configuration of one Metrix app on the older API. `app_id` and `dev_key` are required.
    pub struct MetrixInAppConfig {
        /// The app's id, a segment of the URL's path: any text without control characters but `.` and `..`; it is percent-encoded. Required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        app_id: Secret, required;
        /// The app's dev key, sent as it is as `Authorization`: visible ASCII. Required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        dev_key: Secret, required => "Authorization";
        /// The address of the API, `http://analytics.metrix.ir` by default, as documented: `https` or `http`, a host, and an optional path;
        /// `/inappevent/{app_id}` is appended. Newer copies of the documentation have `https://analytics.metrix.ir`.
        base_url: String = "http://analytics.metrix.ir";
    }
}
