//! One event for every provider: said once, and sent to each destination in its own words.
//!
//! An [`Event`] says what happened, to whom and where, in words of no provider. Each provider's folder has a mapping (`neutral.rs`) from it to the
//! provider's own event. Nothing is dropped in silence: a field that a destination has no place for is an issue or, by its settings, a
//! warning; and nothing is made up: what a provider requires and the event does not say is an issue of that destination alone.
//!
//! [`from_segment`] and [`from_ga4`] make neutral events of those that an application has already, and report what has no place.

mod convert;
mod event;
mod from_ga4;
mod from_segment;
pub(crate) mod map;
pub(crate) mod place;
pub(crate) mod settings;

pub use convert::{Conversion, Converted};
pub use event::{
    AttStatus, Event, EventAd as Ad, EventClick as Click, EventConsent as Consent, EventDevice as Device, EventIds as Ids,
    EventItem as Item, EventPage as Page, EventSubscription as Subscription, EventUser as User, Gender, Name, Platform, Source,
};
pub use from_ga4::from_ga4;
pub use from_segment::from_segment;
pub use map::{How, Row};
pub use settings::{EventMapping as Mapping, NoConsent, Unmapped, Value};
