//! The time of an event, and what becomes of it.

use jiff::Timestamp;
use serde_json::Value;

use super::finding::{
    Effect, Finding,
    ValidationCode::{ValueInvalid, ValueOutOfBounds},
};
use crate::provider::json::Object;

const TIMESTAMP: &str = "timestamp_micros";
const HOUR: i64 = 60 * 60 * 1_000_000;
/// Older events are moved: "Events and user properties can be backdated up to 72 hours".
const OLDEST: i64 = 72 * HOUR;

/// Checks the time of an event, and moves it where Google does: to 72 hours ago. The time is the
/// event's own, or else that of its request. The reference has the field among the parameters, too;
/// all samples have it next to `name`.
pub(super) fn check(position: usize, event: &mut Object, of_request: Option<&Value>, now: Timestamp) -> Result<(), Finding> {
    let of_params = event.get("params").and_then(|params| params.get(TIMESTAMP));
    let Some(given) = event.get(TIMESTAMP).or(of_params).or(of_request) else { return Ok(()) };
    let Some(micros) = given.as_i64() else {
        let rule = ("invalid_timestamp", ValueInvalid);
        return Err(Finding::new(
            Effect::Lost,
            rule,
            TIMESTAMP,
            format!("Event at index: [{position}] has a time that is not an integer."),
        ));
    };
    let oldest = now.as_microsecond() - OLDEST;
    if micros >= oldest {
        return Ok(());
    }
    event.insert(TIMESTAMP.to_owned(), oldest.into());
    let rule = ("moved_to_72_hours_ago", ValueOutOfBounds);
    Err(Finding::new(Effect::Changed, rule, TIMESTAMP, format!("Event at index: [{position}] is older than 72 hours.")))
}
