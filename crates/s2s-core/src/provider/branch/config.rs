//! The configuration of one app.

use crate::provider::record::{choice, record};
use crate::secret::Secret;
use crate::value::Text;

record! {
    /// The configuration of one app of Branch. `branch_key` is required. Branch's secret is not needed, and must not be sent.
    pub struct BranchConfig {
        /// The key of the app: `key_live_` or `key_test_` and visible ASCII, from the dashboard. Sent in the body. It decides between the
        /// live and the test environment; no response of Branch says which one it was. Required.
        /// Source: <https://help.branch.io/apidocs/events>
        branch_key: Secret, required;
        /// Names of standard events that this library does not know yet: visible ASCII without spaces. The kind `standard` accepts them, and
        /// `custom` refuses them. Upper and lower case differ. Default: none.
        /// Source: <https://help.branch.io/apidocs/events>
        extra_standard_names: Vec<Text>;
        /// What happens to an event of iOS or Android without `os_version`, which Branch asks for with events of servers: `warn` (default),
        /// `require` or `ignore`.
        /// Source: <https://help.branch.io/developer-hub/track-branch-events>
        require_os_version: RequireOsVersion;
        /// What happens to a negative `revenue`: `refuse` (default) or `send`. Branch does not document it; others say that it is not
        /// supported.
        negative_revenue: NegativeRevenue;
        /// What happens to `revenue`, `shipping` or `tax` without `currency`, which Branch counts as US dollars: `refuse` (default) or
        /// `send` (with a warning).
        /// Source: <https://help.branch.io/developer-hub/track-branch-events>
        missing_currency: MissingCurrency;
        /// What happens to parts of an event that Branch's pages do not agree to take: fields of `event_data` other than `description`
        /// with a custom event, and `content_items` with a custom or a lifecycle event. `warn` (default), `refuse` or `send`.
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        undocumented_parts: UndocumentedParts;
        /// The form in which `custom_fields` of an item are sent, as Branch's pages disagree: `string` (default, a text of JSON) or
        /// `object`.
        /// Sources: <https://help.branch.io/developer-hub/track-branch-events>, <https://help.branch.io/apidocs/events>
        custom_fields_as: CustomFieldsAs;
        /// The form in which `product_category` of an item is sent, as Branch's pages disagree: `as_given` (default), `constant` (such as
        /// `SPORTING_GOODS`) or `display` (such as `Sporting Goods`).
        /// Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
        product_category: ProductCategory;
        /// What happens to an event that happened longer ago than `max_delay` when its request is built: `warn` (default), `refuse` or
        /// `send`. Branch takes no time and records an event when it arrives. A delivery does not check it again: its setting `max_age_ms` says
        /// how long an event may wait there.
        /// Source: <https://help.branch.io/apidocs/events/overview>
        late: Late;
        /// Number of seconds after which an event is late (default 86,400, 24 hours). Branch asks for events as they happen, and documents
        /// no limit.
        /// Source: <https://help.branch.io/apidocs/events/overview>
        max_delay: i64 = 86400;
        /// Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Branch documents no limit.
        max_future: i64 = 86400;
        /// Whether `ip` of `user_data` is also sent as the header `X-IP-Override` (default `false`), from which Branch takes the geography
        /// once its support has allowed that for the app. Until then the header is ignored. With it, `ip` is required.
        /// Source: <https://help.branch.io/developer-hub/track-branch-events>
        ip_override: bool;
        /// The address of the API (default `https://api2.branch.io`): `https` or `http`, a host, and an optional path; `/v2/event/standard`
        /// or `/v2/event/custom` is appended. Branch documents no address in the European Union for this API.
        /// Source: <https://help.branch.io/apidocs/events>
        base_url: String = "https://api2.branch.io";
    }
}

choice! {
    /// What happens to an event of iOS or Android without `os_version`.
    pub enum RequireOsVersion("BranchRequireOsVersion") {
        /// It is sent, with a warning.
        Warn = "warn", default;
        /// It is an issue.
        Require = "require";
        /// It is sent.
        Ignore = "ignore";
    }
}

choice! {
    /// What happens to a negative `revenue`.
    pub enum NegativeRevenue("BranchNegativeRevenue") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// It is sent.
        Send = "send";
    }
}

choice! {
    /// What happens to amounts without a currency.
    pub enum MissingCurrency("BranchMissingCurrency") {
        /// It is an issue.
        Refuse = "refuse", default;
        /// They are sent, with a warning: Branch counts US dollars.
        Send = "send";
    }
}

choice! {
    /// What happens to parts of an event that Branch's pages do not agree to take.
    pub enum UndocumentedParts("BranchUndocumentedParts") {
        /// They are sent, with a warning.
        Warn = "warn", default;
        /// They are an issue.
        Refuse = "refuse";
        /// They are sent.
        Send = "send";
    }
}

choice! {
    /// The form in which the fields of your own of an item are sent.
    pub enum CustomFieldsAs("BranchCustomFieldsAs") {
        /// A text of JSON. Source: <https://help.branch.io/developer-hub/track-branch-events>
        String = "string", default;
        /// An object. Source: <https://help.branch.io/apidocs/events>
        Object = "object";
    }
}

choice! {
    /// The form in which the category of a product is sent.
    pub enum ProductCategory("BranchProductCategory") {
        /// The form in which it was given.
        AsGiven = "as_given", default;
        /// The constant, such as `SPORTING_GOODS`.
        Constant = "constant";
        /// The name for display, such as `Sporting Goods`.
        Display = "display";
    }
}

choice! {
    /// What happens to an event that happened longer ago than the setting `max_delay`.
    pub enum Late("BranchLate") {
        /// It is sent, with a warning: Branch records it at the time of its arrival.
        Warn = "warn", default;
        /// It is an issue.
        Refuse = "refuse";
        /// It is sent.
        Send = "send";
    }
}
