//! The settings of deliveries.

use crate::delivery;
use crate::issue::{Found, Issues, below};
use crate::value::Json;

use super::read::source::Object;
use super::read::typed;

/// As [`delivery_config`](super::delivery_config), from any object.
///
/// # Errors
/// All issues of the settings.
pub fn delivery_config_from_object<'s>(config: impl Object<'s>) -> Result<delivery::Config, Issues> {
    let mut found = Found::default();
    let Some((mut members, spelling)) = typed::object(config, "", &mut found) else { return Err(found.into_issues()) };
    let mut spellings = vec![spelling];
    for (key, value) in &mut members {
        let Json::Object(providers) = value else { continue };
        for (name, limits) in providers {
            let at = below(&below("", key), name);
            if let Json::Object(_) = limits
                && let Some((members, spelling)) = typed::object(&*limits, &at, &mut found)
            {
                *limits = Json::Object(members);
                spellings.push(spelling);
            }
        }
    }
    let applied = |issues| spellings.iter().fold(issues, |issues, spelling| spelling.applied(issues));
    let config = typed::typed(members, "", &mut found).unwrap_or_default();
    delivery::check(&config, found).map(|()| config).map_err(applied)
}
