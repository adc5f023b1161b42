//! What the bindings, the program and the generated files of this repository need of the core, and its users do not: names and signatures
//! change without notice.

pub use crate::closed::Closed;
#[cfg(feature = "uniffi")]
pub use crate::delivery::foreign::settings_in_camel_case;
#[cfg(feature = "uniffi")]
pub use crate::dynamic::foreign::TypedDestination;
pub use crate::dynamic::kinds::{CLOSED, DELIVERY, NEUTRAL};
pub use crate::dynamic::plain::request_from_object;
pub use crate::dynamic::read::source::{Object, Source};
pub use crate::dynamic::read::text::JsonText;
pub use crate::dynamic::settings::delivery_config_from_object;
pub use crate::issue::{Found, push_key};
pub use crate::provider::record::documentation;
#[cfg(feature = "uniffi")]
pub use crate::provider::{AnyConfig, AnyEvent, AnyMessages};
pub use crate::value::exact::{EXACT, TIME};
pub use crate::value::json::MAX_DEPTH;

use crate::encode::json;
use crate::provider::{self, camel_case};
use crate::value::Json;
use crate::{Issue, request};

/// The JSON text of a value.
pub fn json_text(value: &Json) -> Vec<u8> {
    let mut text = Vec::new();
    json::value(&mut text, value);
    text
}

/// The key of the lane of a request that is kept as plain data: see [`crate::Request::lane_key`]. `None` also where there is no such provider or
/// kind.
pub fn lane_key(provider: &str, kind: &str, url: &str, body: &[u8]) -> Option<String> {
    let kind = provider::find(provider)?.request_kind(kind)?;
    let parameters = request::parameters(url, body);
    request::lane_key(kind, parameters.get(..(kind.rules.facts)(parameters).lane()).unwrap_or_default())
}

/// The issue of a function's argument, for languages whose names are in camelCase.
pub fn argument_in_camel_case(mut issue: Issue) -> Issue {
    issue.set_path(camel_case(issue.path()));
    issue
}

/// A path of the names of fields alone, for languages whose names are in camelCase.
pub fn path_in_camel_case(path: &str) -> String {
    camel_case(path)
}
