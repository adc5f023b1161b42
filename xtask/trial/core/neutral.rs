//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::Name;
use crate::one_event::map::Map;
use crate::one_event::place::Place;
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::Timestamp;

use super::{Event, Numbat};

/// Source: <https://docs.numbat.example/events>
const fn name(name: Name) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("purchase"),
        _ => None,
    }
}

pub(super) fn build(numbat: &Numbat, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, device) = (map.parts.event, map.parts.device);
    let own = Event {
        device_id: map.plain(Place::DeviceGpsAdid, "/device_id", device.gps_adid.as_ref()),
        time: map.plain(Place::Time, "/time", event.time.as_ref()),
        id: map.plain(Place::Id, "/id", event.id.as_ref()),
        name: map.name("/name", name(map.parts.name)),
        amount: map.value("/amount"),
        ..Event::default()
    };
    map.build(|| numbat.build(&own, now, Found::default()))
}
