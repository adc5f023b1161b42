//! Providers and their kinds by their names, with an issue where there is none.

use crate::issue::{Code, Found, Issue};
use crate::provider::spec::Spec;
use crate::provider::{self, PROVIDERS, fields, snake_case};

use super::plain::Plain;
use super::typed::with_hint;

/// Whether a configuration, a kind of event or a request as plain data has a field of that name.
pub(super) fn is_field(name: &str) -> bool {
    field_lists().any(|names| names.contains(&name))
}

/// The names of the fields of every configuration, every kind of event, the settings of deliveries and requests as plain data.
pub(super) fn field_lists() -> impl Iterator<Item = &'static [&'static str]> {
    provider::field_lists().chain([fields::<crate::delivery::Config>(), fields::<crate::delivery::Limits>(), fields::<Plain>()])
}

/// The JSON Schema of a kind of event, of a provider's configuration with the kind `config`, or of whose messages a Metrix request of several
/// holds with the kind `identity`; `None` if there is none. A required field is one without which nothing is built; an absent `id` may be made.
/// In place of a provider, `delivery` has the kinds `config` and `limits`.
#[cfg(feature = "schema")]
pub fn schema(provider: &str, kind: &str) -> Option<serde_json::Value> {
    described(provider, kind).map(|(schema, _)| schema.to_value())
}

/// The names of the fields of what [`schema`] describes, in the order of their declaration.
#[cfg(feature = "schema")]
pub fn field_names(provider: &str, kind: &str) -> Option<&'static [&'static str]> {
    described(provider, kind).map(|(_, names)| names)
}

#[cfg(feature = "schema")]
fn described(provider: &str, kind: &str) -> Option<(schemars::Schema, &'static [&'static str])> {
    use crate::provider::spec::{Declared, Kind, WithKind};

    struct Described;

    impl WithKind for Described {
        type Output = (schemars::Schema, &'static [&'static str]);

        fn with<T: Kind>(self) -> Self::Output {
            described_as::<T>()
        }
    }

    fn described_as<T: Declared>() -> (schemars::Schema, &'static [&'static str]) {
        (schemars::schema_for!(T), fields::<T>())
    }

    match (provider, kind) {
        (_, "config") if provider != "delivery" => provider::described_config(provider),
        ("metrix", "identity") => Some(described_as::<crate::metrix::Identity>()),
        ("delivery", "config") => Some(described_as::<crate::delivery::Config>()),
        ("delivery", "limits") => Some(described_as::<crate::delivery::Limits>()),
        _ => provider::with_kind(provider, kind, Described),
    }
}

/// The provider of that name, or an issue that says that there is none, and which one may be meant.
pub(super) fn provider(name: &str, at: &str, found: &mut Found) -> Option<&'static Spec> {
    let provider = provider::find(name);
    if provider.is_none() {
        let names: Vec<&str> = PROVIDERS.iter().map(|provider| provider.name).collect();
        found.push(Issue::new(at, Code::UnknownProvider, with_hint("there is no such provider", name, &names)));
    }
    provider
}

/// Whether the provider has events of that kind; an issue says if not.
pub(super) fn has_kind(provider: &Spec, kind: &str, at: &str, found: &mut Found) -> bool {
    let is_known = provider.kinds.contains(&&*snake_case(kind));
    if !is_known {
        found.push(Issue::new(at, Code::UnknownKind, with_hint("the provider has no such kind of event", kind, provider.kinds)));
    }
    is_known
}
