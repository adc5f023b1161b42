//! The declaration of an event.

use serde::Deserialize;

use crate::value::{Json, Number, Pairs, Text, Time};

/// An in-app event. Required are `metrix_user_id`, `metrix_session_id`, `event_slug` and exactly one of `idfa` and `advertising_id`.
#[derive(Clone, Default, Deserialize, bon::Builder)]
#[builder(on(_, into))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record), uniffi::export(Debug))]
#[non_exhaustive]
pub struct MetrixInAppEvent {
    /// The Metrix user id, such as `1415211453000-6513894`. Required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub metrix_user_id: Option<Text>,
    /// The Metrix session id. Required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub metrix_session_id: Option<Text>,
    /// The advertising id of an iOS device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub idfa: Option<Text>,
    /// The Google advertising id of an Android device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub advertising_id: Option<Text>,
    /// Your own attributes: texts, in your order.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub custom_attributes: Option<Pairs<Text>>,
    /// Your own metrics: doubles, in your order; a decimal that no double is equal to is refused.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub custom_metrics: Option<Pairs<Number>>,
    /// The device's IP address, IPv4 or IPv6.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub device_ip: Option<Text>,
    /// The event's slug from the dashboard: visible ASCII, such as `taqsq`. Required.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "schema", schemars(required))]
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub event_slug: Option<Text>,
    /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent as a string of milliseconds. Without it Metrix takes
    /// the time of receipt.
    /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub event_time: Option<Time>,
    /// The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not stand, too. Required with
    /// `currency`.
    /// Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub revenue: Option<Number>,
    /// The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not stand, too. Required
    /// with `revenue`.
    /// Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub currency: Option<Text>,
    /// Further members of the body, sent as they are after all others. It must not name a member that has a field here.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub extra: Option<Pairs<Json>>,
}

crate::redacted_debug!(MetrixInAppEvent);
