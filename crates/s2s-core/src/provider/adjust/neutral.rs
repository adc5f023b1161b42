//! The mapping of a neutral event.

use crate::issue::{Code, Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{AttStatus, Name};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Pairs, Text, Timestamp};

use super::{AdRevenue, Adjust, Event};

/// Adjust has no names: an event is its token, which the destination's settings name. Ad revenue has a kind of its own, unless they name a token for it.
pub(super) fn build(adjust: &Adjust, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    if map.parts.name == Name::AdRevenue && map.settings.target(Name::AdRevenue).is_none() {
        let event = ad_revenue(map);
        return map.build(|| adjust.build_ad_revenue(&event, now, Found::default()));
    }
    let event = event(map);
    map.build(|| adjust.build_event(&event, now, Found::default()))
}

fn event(map: &mut Map<'_>) -> Event {
    let (event, device) = (map.parts.event, map.parts.device);
    let event_token = map.token("/event_token");
    Event {
        event_token,
        gps_adid: map.plain(Place::DeviceGpsAdid, "/gps_adid", device.gps_adid.as_ref()),
        idfa: map.plain(Place::DeviceIdfa, "/idfa", device.idfa.as_ref()),
        adid: map.plain(Place::AdjustAdid, "/adid", map.parts.ids.adjust_adid.as_ref()),
        idfv: map.plain(Place::DeviceIdfv, "/idfv", device.idfv.as_ref()),
        android_id: map.plain(Place::DeviceAndroidId, "/android_id", device.android_id.as_ref()),
        oaid: map.plain(Place::DeviceOaid, "/oaid", device.oaid.as_ref()),
        created_at: map.plain(Place::Time, "/created_at", event.time.as_ref()),
        revenue: map.value("/revenue"),
        currency: map.currency_of_value("/currency"),
        callback_params: callback_params(map),
        user_agent: map.plain(Place::DeviceUserAgent, "/user_agent", device.user_agent.as_ref()),
        ip_address: map.plain(Place::DeviceIp, "/ip_address", device.ip.as_ref()),
        os_version: map.plain(Place::DeviceOsVersion, "/os_version", device.os_version.as_ref()),
        device_name: map.plain(Place::DeviceModel, "/device_name", device.model.as_ref()),
        att_status: map.formed(Place::DeviceAttStatus, "/att_status", device.att_status, AttStatus::number),
        ..Event::default()
    }
}

fn ad_revenue(map: &mut Map<'_>) -> AdRevenue {
    let (event, device, ad) = (map.parts.event, map.parts.device, map.parts.ad);
    map.row(Place::Event, "", How::Named);
    AdRevenue {
        gps_adid: map.plain(Place::DeviceGpsAdid, "/gps_adid", device.gps_adid.as_ref()),
        idfa: map.plain(Place::DeviceIdfa, "/idfa", device.idfa.as_ref()),
        adid: map.plain(Place::AdjustAdid, "/adid", map.parts.ids.adjust_adid.as_ref()),
        idfv: map.plain(Place::DeviceIdfv, "/idfv", device.idfv.as_ref()),
        android_id: map.plain(Place::DeviceAndroidId, "/android_id", device.android_id.as_ref()),
        oaid: map.plain(Place::DeviceOaid, "/oaid", device.oaid.as_ref()),
        created_at: map.plain(Place::Time, "/created_at", event.time.as_ref()),
        revenue: map.value("/revenue"),
        currency: map.plain(Place::Currency, "/currency", event.currency.as_ref()),
        ad_impressions_count: map.plain(Place::AdImpressions, "/ad_impressions_count", ad.impressions.as_ref()),
        ad_revenue_network: map.plain(Place::AdNetwork, "/ad_revenue_network", ad.network.as_ref()),
        ad_revenue_unit: map.plain(Place::AdUnit, "/ad_revenue_unit", ad.unit.as_ref()),
        ad_revenue_placement: map.plain(Place::AdPlacement, "/ad_revenue_placement", ad.placement.as_ref()),
        callback_params: callback_params(map),
        ip_address: map.plain(Place::DeviceIp, "/ip_address", device.ip.as_ref()),
        os_version: map.plain(Place::DeviceOsVersion, "/os_version", device.os_version.as_ref()),
        device_name: map.plain(Place::DeviceModel, "/device_name", device.model.as_ref()),
        att_status: map.formed(Place::DeviceAttStatus, "/att_status", device.att_status, AttStatus::number),
        ..AdRevenue::default()
    }
}

/// What the settings name a parameter for.
fn callback_params(map: &mut Map<'_>) -> Option<Pairs<Text>> {
    const TO: &str = "/callback_params";
    let mut pairs = map.named_params(TO);
    if map.settings.params {
        map.row(Place::Params, TO, How::Plain);
        for (key, value) in map.parts.event.params.iter().flat_map(Pairs::as_slice) {
            let text = match value {
                Json::String(text) => text.clone(),
                Json::Number(number) => number.as_str().into(),
                Json::Bool(value) => if *value { "true" } else { "false" }.into(),
                _ => {
                    map.issue(Place::Params, Code::WrongType, "must be texts, numbers and truth values");
                    continue;
                }
            };
            pairs.push((key.clone(), text));
        }
    }
    (!pairs.is_empty()).then(|| pairs.into_iter().collect())
}
