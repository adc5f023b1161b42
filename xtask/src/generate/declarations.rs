//! The core's declarations of configurations and events, as generated types need them.

use s2s_core::dynamic::{self, PROVIDERS};
use serde_json::Value;

/// A configuration or a kind of event.
pub(super) struct Declaration {
    /// The name of its type in languages where all types share one space: `AdjustEvent`.
    pub(super) name: String,
    pub(super) documentation: String,
    pub(super) fields: Vec<Field>,
    /// The `kind` that it has as a message of a request of several.
    pub(super) message_kind: Option<&'static str>,
}

pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) documentation: String,
    pub(super) r#type: Type,
    pub(super) is_required: bool,
}

pub(super) enum Type {
    Text,
    Number,
    Time,
    Integer,
    Boolean,
    /// One of a few texts, each with what it means.
    Choice(Vec<(String, String)>),
    Texts,
    Numbers,
    Values,
    /// Those of a declaration, by names.
    Declared(&'static str),
}

/// The names of providers in the names of types.
const PREFIXES: [(&str, &str); 3] = [("adjust", "Adjust"), ("metrix", "Metrix"), ("metrix_inapp", "MetrixInApp")];
/// The provider that takes several messages in a request.
const OF_SEVERAL: &str = "metrix";

/// All declarations: of each provider the configuration first.
pub(super) fn read() -> Result<Vec<Declaration>, String> {
    let mut declarations = Vec::new();
    for provider in PROVIDERS {
        let (_, prefix) = PREFIXES.iter().find(|(name, _)| *name == provider.name).ok_or("a provider has no prefix")?;
        let is_of_several = provider.name == OF_SEVERAL;
        let kinds = ["config"].iter().chain(is_of_several.then_some(&"identity")).chain(provider.kinds);
        for kind in kinds {
            let message_kind = (is_of_several && provider.kinds.contains(kind)).then_some(*kind);
            let name = format!("{prefix}{}", pascal_case(kind));
            declarations.push(Declaration { message_kind, ..declaration(name, provider.name, kind)? });
        }
    }
    Ok(declarations)
}

/// The settings of deliveries; what they refer to stands first.
pub(super) fn delivery() -> Result<Vec<Declaration>, String> {
    Ok(vec![declaration(LIMITS.to_owned(), "delivery", "limits")?, declaration("DeliveryConfig".to_owned(), "delivery", "config")?])
}

const LIMITS: &str = "DeliveryLimits";

fn declaration(name: String, provider: &str, kind: &str) -> Result<Declaration, String> {
    let schema = dynamic::schema(provider, kind).ok_or("a kind has no schema")?;
    let names = dynamic::field_names(provider, kind).ok_or("a kind has no fields")?;
    let fields = names.iter().map(|name| field(&schema, name)).collect::<Result<_, _>>()?;
    Ok(Declaration { name, documentation: documentation(&schema), fields, message_kind: None })
}

fn pascal_case(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn documentation(described: &Value) -> String {
    let mut text = described["description"].as_str().unwrap_or_default().to_owned();
    // Where a link to a Rust item leads.
    while let Some(start) = text.find("(super::")
        && let Some(length) = text[start..].find(')')
    {
        text.replace_range(start..=start + length, "");
    }
    text
}

fn field(schema: &Value, name: &'static str) -> Result<Field, String> {
    let field = &schema["properties"][name];
    Ok(Field {
        name,
        documentation: documentation(field),
        r#type: type_of(schema, field).ok_or_else(|| format!("`{name}` has a type that is not known: {field}"))?,
        is_required: schema["required"].as_array().is_some_and(|names| names.iter().any(|own| own == name)),
    })
}

fn type_of(schema: &Value, field: &Value) -> Option<Type> {
    let field = target(schema, field)?;
    if let Some(choices) = field["oneOf"].as_array() {
        let choice = |choice: &Value| Some((choice["const"].as_str()?.to_owned(), documentation(choice)));
        return choices.iter().map(choice).collect::<Option<_>>().map(Type::Choice);
    }
    let names = match &field["type"] {
        Value::Array(names) => names.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect(),
        name => vec![name.as_str()?],
    };
    Some(match names[..] {
        ["string"] => Type::Text,
        ["string", "number"] => Type::Number,
        ["string", "integer"] => Type::Time,
        ["integer"] => Type::Integer,
        ["boolean"] => Type::Boolean,
        ["object"] => match target(schema, &field["additionalProperties"])? {
            Value::Bool(true) => Type::Values,
            values if values["properties"].is_object() => Type::Declared(LIMITS),
            values => match type_of(schema, values)? {
                Type::Text => Type::Texts,
                Type::Number => Type::Numbers,
                _ => return None,
            },
        },
        _ => return None,
    })
}

/// What a field refers to, by itself or as one choice of which the other is null.
fn target<'s>(schema: &'s Value, field: &'s Value) -> Option<&'s Value> {
    let choices = field["anyOf"].as_array().into_iter().flatten();
    match std::iter::once(field).chain(choices).find_map(|field| field["$ref"].as_str()) {
        Some(reference) => schema.pointer(reference.trim_start_matches('#')),
        None => Some(field),
    }
}
