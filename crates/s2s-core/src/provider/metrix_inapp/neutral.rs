//! The mapping of a neutral event.

use crate::issue::{Code, Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Number, Pairs, Text, Timestamp};

use super::{Event, MetrixInApp};

/// An event is its slug, which the destination's settings name. Parameters that are numbers are metrics, and the others attributes.
pub(super) fn build(metrix: &MetrixInApp, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, device, ids) = (map.parts.event, map.parts.device, map.parts.ids);
    let (custom_attributes, custom_metrics) = params(map);
    let own = Event {
        metrix_user_id: map.plain(Place::MetrixUserId, "/metrix_user_id", ids.metrix_user_id.as_ref()),
        metrix_session_id: map.plain(Place::MetrixSessionId, "/metrix_session_id", ids.metrix_session_id.as_ref()),
        idfa: map.plain(Place::DeviceIdfa, "/idfa", device.idfa.as_ref()),
        advertising_id: map.plain(Place::DeviceGpsAdid, "/advertising_id", device.gps_adid.as_ref()),
        custom_attributes,
        custom_metrics,
        device_ip: map.plain(Place::DeviceIp, "/device_ip", device.ip.as_ref()),
        event_slug: map.token("/event_slug"),
        event_time: map.plain(Place::Time, "/event_time", event.time.as_ref()),
        revenue: map.value("/revenue"),
        currency: map.currency_of_value("/currency"),
        ..Event::default()
    };
    map.build(|| metrix.build(&own, now, Found::default()))
}

fn params(map: &mut Map<'_>) -> (Option<Pairs<Text>>, Option<Pairs<Number>>) {
    let mut texts = map.named_params("/custom_attributes");
    let mut numbers: Vec<(Text, Number)> = Vec::new();
    map.row(Place::Params, "/custom_attributes", How::Plain);
    map.row(Place::Params, "/custom_metrics", How::Plain);
    for (key, value) in map.parts.event.params.iter().flat_map(Pairs::as_slice) {
        match value {
            Json::String(text) => texts.push((key.clone(), text.clone())),
            Json::Bool(value) => texts.push((key.clone(), if *value { "true" } else { "false" }.into())),
            Json::Number(number) => numbers.push((key.clone(), number.clone())),
            _ => map.issue(Place::Params, Code::WrongType, "must be texts, numbers and truth values"),
        }
    }
    let (texts, numbers) = (texts.into_iter().collect::<Pairs<_>>(), numbers.into_iter().collect::<Pairs<_>>());
    ((!texts.as_slice().is_empty()).then_some(texts), (!numbers.as_slice().is_empty()).then_some(numbers))
}
