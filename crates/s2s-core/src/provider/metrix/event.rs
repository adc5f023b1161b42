//! The declarations of the four messages.

use crate::provider::record::record;
use crate::value::{Json, Number, Pairs, Text, Time};

/// Declares a message: its own fields are between those that all messages have.
macro_rules! message {
    ($(#[doc = $doc:literal])* pub struct $message:ident lends $lent:ident, $read:ident { $($fields:tt)* }) => {
        record! {
            $(#[doc = $doc])*
            pub struct $message lends $lent, $read {
                /// Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
                /// user journeys. At least one of `custom_user_id` and `metrix_user_id` is required.
                /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
                custom_user_id: Text => "customUserId";
                /// The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
                /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
                metrix_user_id: Text => "metrixUserId";
                /// The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
                /// keeps it.
                /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
                id: Text;
                /// When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `time_format` for how it is sent.
                /// Source: <https://docs.metrix.ir/en/technical/api/getting-started>
                time: Time, required;
                $($fields)*
                /// Further members of the message, sent as they are after all others. It must not name a member that the message has.
                extra: Pairs<Json>;
            }
        }
    };
}

/// Declares a message that has a name.
macro_rules! event {
    ($(#[doc = $doc:literal])* pub struct $message:ident lends $lent:ident, $read:ident { $($fields:tt)* }) => {
        message! {
            $(#[doc = $doc])*
            pub struct $message lends $lent, $read {
                /// The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `custom_name` is required.
                /// Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
                name: Text;
                /// The event's own name, such as `product_viewed`. Exactly one of `name` and `custom_name` is required.
                /// Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
                custom_name: Text => "customName";
                $($fields)*
            }
        }
    };
}

message! {
    /// An update of a user's profile: a message of type `user`. Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    pub struct MetrixUser lends MetrixUserFields, MetrixUserRead {
        /// The first name.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        first_name: Text => "firstName";
        /// The last name.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        last_name: Text => "lastName";
        /// The phone number, such as `09121122333`.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        phone_number: Text => "phoneNumber";
        /// The hashed phone number. The hash algorithm is not documented by Metrix.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        hashed_phone_number: Text => "hashedPhoneNumber";
        /// The email address.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        email: Text;
        /// The hashed email address. The hash algorithm is not documented by Metrix.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        hashed_email: Text => "hashedEmail";
        /// The country.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        country: Text;
        /// The city.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        city: Text;
        /// The region.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        region: Text;
        /// The locality.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        locality: Text;
        /// The gender: `Male`, `Female` or `Other`, in any case.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        gender: Text;
        /// The birthday: `YYYY-MM-DD` (midnight UTC), RFC 3339, or an integer of Unix milliseconds, negative before 1970. Always sent as a
        /// number of milliseconds.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        birthday: Time;
        /// Free attributes of the user: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
        custom_attributes: Pairs<Json> => "customAttributes";
    }
}

event! {
    /// Something that a user did: a message of type `action`. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    pub struct MetrixAction lends MetrixActionFields, MetrixActionRead {
        /// Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
        attributes: Pairs<Json>;
    }
}

event! {
    /// Revenue of a user: a message of type `revenue`. Its exact JSON is not documented where it could be read; what is inferred says so.
    pub struct MetrixRevenue lends MetrixRevenueFields, MetrixRevenueRead {
        /// The amount in the unit of `currency`: a finite double, refused where no double is equal to the decimal. Required. The field's name
        /// and type are documented by Metrix, the message as a whole is inferred.
        /// Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
        revenue: Number, required;
        /// The currency: `IRR`, `USD` or `EUR`, in any case. Required. Inferred from Metrix's SDKs and its older API.
        /// Source: <https://docs.metrix.ir/en/features/event-tracking>
        currency: Text, required;
        /// The id of the order. Inferred from Metrix's SDKs; not documented by Metrix for this API.
        order_id: Text => "orderId";
        /// Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
        /// message.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
        attributes: Pairs<Json>;
    }
}

event! {
    /// An occurrence of your backend, such as a discount: a message of type `businessEvent`. Its exact JSON is not documented where it
    /// could be read: name and attributes are inferred from the other messages. Metrix states no exception from the rule that a user's id
    /// is required. Source: <https://docs.metrix.ir/en/features/event-tracking>
    pub struct MetrixBusinessEvent lends MetrixBusinessEventFields, MetrixBusinessEventRead {
        /// Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
        /// message.
        /// Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
        attributes: Pairs<Json>;
    }
}

record! {
    /// Whose messages a request of several holds. At least one of the two is required. Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    pub struct MetrixIdentity {
        /// Your own id of the user. Mandatory for automation and user journeys.
        custom_user_id: Text => "customUserId";
        /// The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
        metrix_user_id: Text => "metrixUserId";
    }
}

/// One message of a request of several. Its own user ids are absent, or the same as the request's.
#[derive(Clone)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi::export(Debug))]
#[non_exhaustive]
pub enum MetrixMessage {
    /// An update of a user's profile.
    User(MetrixUser),
    /// Something that a user did.
    Action(MetrixAction),
    /// Revenue of a user.
    Revenue(MetrixRevenue),
    /// An occurrence of your backend.
    BusinessEvent(MetrixBusinessEvent),
}

crate::redacted_debug!(MetrixMessage);
