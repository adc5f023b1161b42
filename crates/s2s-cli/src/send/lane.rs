//! Which events have to keep their order among each other.

use std::hash::{DefaultHasher, Hash, Hasher};

use s2s_core::{Request, adjust};

/// A number that is the same for all events of a lane: those of one destination, device and event token at Adjust, which refuses an
/// event that is older than the last one; elsewhere, those of one user. Other lanes may have the same number.
///
/// It is read from the request, where identifiers have one spelling whatever the event's was.
pub(crate) fn lane(request: &Request, destination: Option<&str>) -> u64 {
    let body = String::from_utf8_lossy(request.body());
    let identity = if request.provider() == adjust::NAME {
        // The documented order of parameters: `s2s`, event token, app token, and then the device's first identifier.
        let parameters = if body.is_empty() { request.url().split_once('?').map_or("", |(_, query)| query) } else { &*body };
        let end = parameters.match_indices('&').nth(3).map_or(parameters.len(), |(end, _)| end);
        parameters.get(..end)
    } else {
        // The bodies of both Metrix APIs begin with the user's id.
        body.split(',').next()
    };
    // Its keys are fixed, so that the same input is sent in the same order every time.
    let mut hasher = DefaultHasher::new();
    (request.provider(), destination, identity).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use s2s_core::Timestamp;
    use s2s_core::dynamic::{Destinations, from_json};

    use super::*;

    fn lane_of(style: &str, event: &str) -> u64 {
        let config = format!(r#"{{"adjust":{{"app_token":"app","request_style":"{style}"}},"metrix":{{"app_id":"a","api_key":"k"}}}}"#);
        let destinations = Destinations::from_config(&from_json(&config).unwrap()).unwrap();
        let mut new_id = || "id".to_owned();
        let built = destinations.build(event.as_bytes(), Timestamp::MAX, Some(&mut new_id)).unwrap();
        lane(&built.request, built.name)
    }

    #[test]
    fn a_lane_of_adjust_is_device_and_event_token() {
        for style in ["post_form", "post_query", "get_query"] {
            let event = |token: &str, device: &str, more: &str| {
                lane_of(style, &format!(r#"{{{more}"provider":"adjust","kind":"event","event_token":"{token}","gps_adid":"{device}"}}"#))
            };
            let one = event("f0ob4r", "660e1d86-6796-463a-be86-897993136018", "");
            assert_eq!(one, event("f0ob4r", "660E1D866796463ABE86897993136018", r#""revenue":1,"currency":"EUR","#));
            assert_ne!(one, event("p4rc8s", "660e1d86-6796-463a-be86-897993136018", ""));
            assert_ne!(one, event("f0ob4r", "660e1d86-6796-463a-be86-897993136019", ""));
        }
    }

    #[test]
    fn a_lane_of_metrix_is_a_user() {
        let event = |user: &str, name: &str| {
            lane_of(
                "post_form",
                &format!(
                    r#"{{"provider":"metrix","kind":"action","custom_user_id":"{user}","time":"2026-11-20T10:00:00Z","name":"{name}"}}"#
                ),
            )
        };
        assert_eq!(event("a,b", "one"), event("a,b", "two"));
        assert_ne!(event("a", "one"), event("b", "one"));
    }
}
