//! Events of other formats as neutral ones.

use napi::Result;
use napi::bindgen_prelude::Either;
use napi_derive::napi;
use s2s_core::Issues;
use s2s_core::dynamic::from_json;
use s2s_core::one_event::{self, Conversion, Converted};

use crate::issues;

/// A `track` call of Segment as a neutral event: that event as JSON and, as JSON, what is not in it; or issues of the call or of the options.
/// `wrong` is what was wrong with values of the call that JSON does not have.
#[napi(catch_unwind)]
pub fn from_segment(call: String, options: String, wrong: Option<String>) -> Result<Either<(String, String), String>> {
    convert(one_event::from_segment, &call, &options, wrong)
}

/// A body of Google Analytics as a neutral event, as [`from_segment`].
#[napi(catch_unwind)]
pub fn from_ga4(body: String, options: String, wrong: Option<String>) -> Result<Either<(String, String), String>> {
    convert(one_event::from_ga4, &body, &options, wrong)
}

fn convert(
    convert: impl FnOnce(&[u8], &Conversion) -> std::result::Result<Converted, Issues>,
    event: &str,
    options: &str,
    wrong: Option<String>,
) -> Result<Either<(String, String), String>> {
    let mut wrong = issues::given(wrong)?;
    let converted =
        from_json(options).and_then(|options| Conversion::from_json(&options)).and_then(|options| convert(event.as_bytes(), &options));
    Ok(match converted {
        Ok(converted) if wrong.is_empty() => Either::A((converted.event_json, issues::to_json(&converted.unmapped))),
        Ok(_) => Either::B(issues::to_json(&wrong)),
        Err(found) => {
            wrong.extend(found.into_vec());
            Either::B(issues::to_json(&wrong))
        }
    })
}
