//! Providers and their kinds by their names, with an issue where there is none.

use crate::closed::Closed;
use crate::delivery;
use crate::issue::{Code, Found, Issue};
use crate::one_event;
use crate::outcome::{OutcomeKind, Scope};
use crate::provider::record::{Declared, Record};
use crate::provider::spec::Spec;
use crate::provider::{self, PROVIDERS, snake_case};
use crate::response::NoResponse;

use super::hint::with_hint;
use super::plain::members::FIELDS as PLAIN;

/// The settings of deliveries, and those of the destinations of one provider.
pub const DELIVERY: [&Record; 2] = [&delivery::Config::RECORD, &delivery::Limits::RECORD];

/// The neutral event, and how a destination takes it.
pub const NEUTRAL: [&Record; 2] = [&one_event::Event::RECORD, &one_event::Mapping::RECORD];

/// The enums of a few words that requests and responses have.
pub const CLOSED: [&Closed; 3] = [&NoResponse::CLOSED, &OutcomeKind::CLOSED, &Scope::CLOSED];

/// Whether a configuration, a kind of event, a neutral event or a request as plain data has a field of that name.
pub(super) fn is_field(name: &str) -> bool {
    let mut records = provider::records().chain(NEUTRAL).chain(DELIVERY);
    records.any(|record| record.has_anywhere(name)) || PLAIN.contains(&name)
}

/// The JSON Schema of a kind of event, of a provider's configuration with the kind `config`, or of what the events of a request of several
/// have in common with the kind `identity`; `None` if there is none. A required field is one without which nothing is built; an absent
/// `id` may be made. In place of a provider, `delivery` has the kinds `config` and `limits`.
#[cfg(feature = "schema")]
pub fn schema(provider: &str, kind: &str) -> Option<serde_json::Value> {
    use crate::provider::{AnyKind, WithKind};

    struct Schema;

    impl WithKind for Schema {
        type Output = schemars::Schema;

        fn with<T: AnyKind>(self) -> Self::Output {
            schemars::schema_for!(T)
        }
    }

    let schema = match (provider, kind) {
        ("delivery", "config") => Some(schemars::schema_for!(delivery::Config)),
        ("delivery", "limits") => Some(schemars::schema_for!(delivery::Limits)),
        (_, "identity") => provider::identity_schema(provider),
        (_, "config") => provider::config_schema(provider),
        _ => provider::with_kind(provider, kind, Schema),
    };
    schema.map(schemars::Schema::to_value)
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
    let name = snake_case(kind);
    let is_known = provider.kind_names().any(|known| known == name);
    if !is_known {
        let names: Vec<&str> = provider.kind_names().collect();
        found.push(Issue::new(at, Code::UnknownKind, with_hint("the provider has no such kind of event", kind, &names)));
    }
    is_known
}
