//! The settings of deliveries.

use crate::delivery;
use crate::issue::{Found, Issues};

use super::read::source::Object;
use super::read::typed;

/// As [`delivery_config`](super::delivery_config), from any object.
///
/// # Errors
/// All issues of the settings.
pub fn delivery_config_from_object<'s>(config: impl Object<'s>) -> Result<delivery::Config, Issues> {
    let mut found = Found::default();
    let Some((members, mut spelling)) = typed::object(config, "", &mut found) else { return Err(found.into_issues()) };
    let config = typed::declared(members, "", &mut spelling, &mut found).unwrap_or_default();
    delivery::check(&config, found).map(|()| config).map_err(|issues| spelling.applied(issues))
}
