//! The declaration of an event.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

record! {
    /// An in-app event. Required are `metrix_user_id`, `metrix_session_id`, `event_slug` and exactly one of `idfa` and `advertising_id`.
    pub struct MetrixInAppEvent lends MetrixInAppEventFields, MetrixInAppEventRead {
        /// The Metrix user id, such as `1415211453000-6513894`. Required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        metrix_user_id: Text, required => "metrixUserId";
        /// The Metrix session id. Required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        metrix_session_id: Text, required => "metrixSessionId";
        /// The advertising id of an iOS device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        idfa: Text;
        /// The Google advertising id of an Android device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        advertising_id: Text => "advertisingId";
        /// Your own attributes: texts, in your order.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        custom_attributes: Pairs<Text> => "customAttributes";
        /// Your own metrics: doubles, in your order; a decimal that no double is equal to is refused.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        custom_metrics: Pairs<Number> => "customMetrics";
        /// The device's IP address, IPv4 or IPv6.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        device_ip: Text => "deviceIp";
        /// The event's slug from the dashboard: visible ASCII, such as `taqsq`. Required.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        event_slug: Text, required => "eventSlug";
        /// When the event happened: RFC 3339, or an integer of Unix milliseconds; sent as a string of milliseconds. Without it Metrix takes
        /// the time of receipt.
        /// Source: <https://docs.metrix.ir/faq/s2s-integration/>
        event_time: Time => "eventTime";
        /// The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not be given, too. Required with
        /// `currency`.
        /// Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
        revenue: Number => "customMetrics._revenue";
        /// The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not be given, too. Required
        /// with `revenue`.
        /// Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
        currency: Text => "customAttributes._currency";
        /// Further members of the body, sent as they are after all others. It must not name a member that has a field here.
        extra: Pairs<Json>;
    }
}
