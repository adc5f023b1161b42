//! The declaration of an event, and of what the events of one request have in common.

use crate::provider::record::{choice, record};
use crate::value::{Json, Number, Pairs, Text, Time};

record! {
    /// Something that happened in an app. Required are `device_id`, `id`, `time` and `name`. Source: <https://docs.numbat.example/events>
    pub struct NumbatEvent lends NumbatEventFields, NumbatEventRead {
        /// The device: a UUID, sent in lower case with hyphens. Required, but in a request of several, which says it once.
        /// Source: <https://docs.numbat.example/events>
        device_id: Text;
        /// When it happened: RFC 3339, or an integer of Unix milliseconds; sent as milliseconds. At most seven days ago. Required.
        /// Source: <https://docs.numbat.example/events>
        time: Time, required;
        /// The event's own id: any text. Required. Numbat drops a second event of the same id.
        /// Source: <https://docs.numbat.example/events>
        id: Text;
        /// The name: visible ASCII. Required.
        /// Source: <https://docs.numbat.example/events>
        name: Text, required;
        /// Where it happened, `app` by default.
        /// Source: <https://docs.numbat.example/events>
        channel: Channel;
        /// An amount of money: a decimal of at most 28 digits.
        /// Source: <https://docs.numbat.example/events>
        amount: Number;
        /// Words about the event: visible ASCII, in your order.
        /// Source: <https://docs.numbat.example/events>
        tags: Vec<Text>;
        /// Numbers about the event: decimals of at most 28 digits, in your order.
        /// Source: <https://docs.numbat.example/events>
        scores: Vec<Number>;
        /// What was bought, in your order.
        /// Source: <https://docs.numbat.example/events>
        items: Vec<NumbatItem>;
        /// The user's consent.
        /// Source: <https://docs.numbat.example/events>
        user_consent: NumbatConsent => "consent";
        /// Anything about the event.
        /// Source: <https://docs.numbat.example/events>
        free_value: Json => "value";
        /// Further members of the event, sent as they are after all others. It must not name a member that the event has.
        extra: Pairs<Json>;
    }
}

record! {
    /// Something that was bought.
    pub struct NumbatItem lends NumbatItemFields, NumbatItemRead {
        /// Its id: visible ASCII. Required.
        /// Source: <https://docs.numbat.example/events>
        item_id: Text, required => "id";
        /// Its price: a decimal of at most 28 digits.
        /// Source: <https://docs.numbat.example/events>
        unit_price: Number => "price";
        /// Words about it: visible ASCII, in your order.
        /// Source: <https://docs.numbat.example/events>
        tags: Vec<Text>;
        /// Anything about it, in your order.
        /// Source: <https://docs.numbat.example/events>
        free_params: Pairs<Json> => "params";
    }
}

record! {
    /// The consent of a user.
    pub struct NumbatConsent lends NumbatConsentFields, NumbatConsentRead {
        /// Whether it was given. Required.
        /// Source: <https://docs.numbat.example/events>
        is_given: bool, required => "given";
        /// How it was given.
        /// Source: <https://docs.numbat.example/events>
        tcf_data: NumbatTcf => "tcf";
    }
}

record! {
    /// A consent by the framework of the IAB.
    pub struct NumbatTcf lends NumbatTcfFields, NumbatTcfRead {
        /// The version of the policy. Required.
        /// Source: <https://docs.numbat.example/events>
        policy_version: i64, required => "version";
        /// The text of the consent: visible ASCII.
        /// Source: <https://docs.numbat.example/events>
        tc_string: Text => "text";
        /// Where it was given, `app` by default.
        /// Source: <https://docs.numbat.example/events>
        asked_in: Channel => "channel";
        /// When it was given: RFC 3339, or an integer of Unix milliseconds; sent as milliseconds.
        /// Source: <https://docs.numbat.example/events>
        given_at: Time => "time";
    }
}

choice! {
    /// Where an event happened. Source: <https://docs.numbat.example/events>
    pub enum Channel("NumbatChannel") {
        /// In the app.
        App = "app", default;
        /// In a web shop.
        Web = "web";
        /// In a store.
        Store = "store";
    }
}

record! {
    /// Whose events a request of several holds. Source: <https://docs.numbat.example/events>
    pub struct NumbatIdentity {
        /// The device: a UUID, sent in lower case with hyphens. Required.
        /// Source: <https://docs.numbat.example/events>
        device_id: Text, required;
    }
}

/// An event in a request of several. Its own device is absent, or the same as the request's.
#[derive(Clone)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum), uniffi::export(Debug))]
#[non_exhaustive]
pub enum NumbatMessage {
    /// Something that happened in an app.
    Event(NumbatEvent),
}

impl From<NumbatEvent> for NumbatMessage {
    fn from(event: NumbatEvent) -> Self {
        Self::Event(event)
    }
}

crate::redacted_debug!(NumbatMessage);
