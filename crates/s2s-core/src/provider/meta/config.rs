//! The configuration of one dataset.

use crate::provider::record::{choice, record};
use crate::secret::Secret;

record! {
    /// The configuration of one dataset of Meta. `dataset_id` and `access_token` are required.
    pub struct MetaConfig {
        /// The ID of the dataset or pixel: digits, from Events Manager. App events need a dataset that is linked to exactly one app. Part of the
        /// path. Required.
        /// Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
        /// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
        dataset_id: String, required;
        /// The access token: visible ASCII, from Events Manager or of a system user. Required.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        access_token: Secret, required;
        /// The version of the API: `v` and two numbers with a point (default `v25.0`, that of Meta's samples of February 2026). Part of the
        /// path. Meta's pages disagree about how long a version is supported, from 90 days to two years.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        api_version: String = "v25.0";
        /// Where the access token is sent: `query` (default, the only place documented for a JSON body) or `body`, which keeps it out of URLs
        /// and the logs of proxies. Meta documents the body for forms alone, and its own libraries send both.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        token_in: TokenIn;
        /// A test code from Events Manager: visible ASCII, such as `TEST123`. Events with it are shown under Test Events and **count all the
        /// same**, so every request has a warning. Remove it in production.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        test_event_code: String;
        /// The name of a partner's platform: fewer than 23 characters, at least two of them letters (A to Z in both cases).
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>
        partner_agent: String;
        /// How plain `external_ids` are sent: `hash` (default, which Meta recommends) or `plain`. Every channel has to use the same form.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        external_id: ExternalId;
        /// What happens to white space inside of `first_name` and `last_name` before they are hashed: `keep` (default, as Meta's page has it) or
        /// `remove` (as its parameter builder does).
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        name_spaces: NameSpaces;
        /// The case of letters in `madid`, which Meta does not document: `lower` (default, that of its sample) or `keep`.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        madid_case: MadidCase;
        /// The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number
        /// is an issue.
        default_calling_code: String;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Meta documents nothing about events in the
        /// future.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
        max_future: i64 = 86400;
        /// Maximum number of events in one request, whether you or a delivery put them together: 1 (default) to 1,000, which is Meta's limit.
        /// One invalid event refuses all events of its request.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        max_events: i64 = 1;
        /// Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). Meta documents no
        /// limit.
        max_bytes: i64 = 1000000;
        /// The address of the API, `https://graph.facebook.com` by default: `https` or `http`, a host, and an optional path; the version, the
        /// dataset and `/events` are appended. Set it for a Conversions API Gateway.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
        base_url: String = "https://graph.facebook.com";
    }
}

choice! {
    /// Where the access token is sent.
    /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    pub enum TokenIn("MetaTokenIn") {
        /// In the URL, as `access_token`.
        Query = "query", default;
        /// In the body, as its first member `access_token`.
        Body = "body";
    }
}

choice! {
    /// How plain `external_ids` are sent.
    /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    pub enum ExternalId("MetaExternalId") {
        /// As digests.
        Hash = "hash", default;
        /// As they are, without white space around them.
        Plain = "plain";
    }
}

choice! {
    /// What happens to white space inside of names.
    pub enum NameSpaces("MetaNameSpaces") {
        /// It is hashed, too.
        /// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
        Keep = "keep", default;
        /// It is removed. Source: <https://github.com/facebook/capi-param-builder>
        Remove = "remove";
    }
}

choice! {
    /// The case of letters in `madid`.
    pub enum MadidCase("MetaMadidCase") {
        /// Lower case.
        Lower = "lower", default;
        /// As it is given.
        Keep = "keep";
    }
}
