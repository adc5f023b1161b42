//! Erasures: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>.

use super::{
    errors::{BAD_REQUEST, Refusal},
    fields::{Fields, Parameters, identifiers},
};

/// The identifiers that an erasure takes.
const IDENTIFIERS: [&str; 6] = ["idfa", "idfv", "gps_adid", "fire_adid", "win_adid", "adid"];

/// Its identifiers. Nothing else about the request is documented.
pub(super) fn check(parameters: &Parameters) -> Result<Fields<'_>, Refusal> {
    let identifiers: Vec<_> = identifiers(parameters)?.into_iter().filter(|(name, _)| IDENTIFIERS.contains(name)).collect();
    let device = *identifiers.first().ok_or(BAD_REQUEST.because("missing_device_identifier"))?;
    Ok(Fields { device, identifiers, time: None })
}
