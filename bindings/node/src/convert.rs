//! Events of other formats as neutral ones.

use napi::bindgen_prelude::Either;
use napi::{Error, Result, Status};
use napi_derive::napi;
use s2s_core::dynamic::from_json;
use s2s_core::one_event::{self, Conversion};

use crate::issues;

/// The neutral event as JSON and, as JSON, what is not in it; or issues of the other event or of the options. `format` is `segment` or `ga4`;
/// `wrong` is what was wrong with values of the event that JSON does not have.
#[napi(catch_unwind)]
pub fn convert(format: String, event: String, options: String, wrong: Option<String>) -> Result<Either<(String, String), String>> {
    let convert = match &*format {
        "segment" => one_event::from_segment,
        "ga4" => one_event::from_ga4,
        _ => return Err(Error::new(Status::InvalidArg, "format must be 'segment' or 'ga4'")),
    };
    let mut wrong = issues::given(wrong)?;
    let converted =
        from_json(&options).and_then(|options| Conversion::from_json(&options)).and_then(|options| convert(event.as_bytes(), &options));
    Ok(match converted {
        Ok(converted) if wrong.is_empty() => Either::A((converted.event_json, issues::to_json(&converted.unmapped))),
        Ok(_) => Either::B(issues::to_json(&wrong)),
        Err(found) => {
            wrong.extend(found.into_vec());
            Either::B(issues::to_json(&wrong))
        }
    })
}
