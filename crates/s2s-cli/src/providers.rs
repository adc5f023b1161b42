//! `s2s providers`: what there is to send, and its rules.

use std::fmt::{self, Write as _};

use s2s_core::dynamic::{self, PROVIDERS, Spec};
use serde_json::{Value, json};

use crate::args;
use crate::error::Error;
use crate::output;

/// The kind under which the schema of a provider's configuration stands.
const CONFIG: &str = "config";

/// So many characters are on a line, which a terminal of usual width shows.
const WIDTH: usize = 100;

pub(crate) fn run(arguments: &args::Providers) -> Result<bool, Error> {
    let mut text = String::new();
    if arguments.json {
        let providers: Vec<Value> = PROVIDERS.iter().copied().map(for_programs).collect();
        text = format!("{:#}\n", json!({ "providers": providers }));
    } else {
        for provider in PROVIDERS {
            for_people(provider, &mut text).map_err(std::io::Error::other)?;
        }
    }
    output::print(&text)?;
    Ok(true)
}

fn for_programs(provider: &Spec) -> Value {
    let kinds: Vec<Value> =
        provider.kinds.iter().map(|kind| json!({ "kind": kind, "schema": dynamic::schema(provider.name, kind) })).collect();
    json!({
        "name": provider.name,
        "endpoint": provider.endpoint,
        "documentation": provider.documentation,
        "config": dynamic::schema(provider.name, CONFIG),
        "kinds": kinds,
    })
}

fn for_people(provider: &Spec, out: &mut String) -> fmt::Result {
    writeln!(out, "{}\n  {}\n  {}\n", provider.name, provider.endpoint, provider.documentation)?;
    section(out, &format!("configuration: [{}] in s2s.toml", provider.name), provider.name, CONFIG)?;
    for kind in provider.kinds {
        section(out, &format!("\"kind\":\"{kind}\""), provider.name, kind)?;
    }
    Ok(())
}

fn section(out: &mut String, title: &str, provider: &str, kind: &str) -> fmt::Result {
    let schema = dynamic::schema(provider, kind).unwrap_or_default();
    writeln!(out, "  {title}")?;
    wrap(out, 4, &rules(&schema))?;
    for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let field = resolved(&schema, field);
        writeln!(out, "    {name} ({})", type_of(&schema, &field))?;
        wrap(out, 8, &rules(&field))?;
    }
    writeln!(out)
}

/// A field with what it refers to.
fn resolved(schema: &Value, field: &Value) -> Value {
    let mut resolved = target(schema, field).cloned().unwrap_or_default();
    if let (Some(resolved), Some(field)) = (resolved.as_object_mut(), field.as_object()) {
        resolved.extend(field.clone());
    }
    resolved
}

/// What a field refers to, by itself or as one choice of which the other is null.
fn target<'s>(schema: &'s Value, field: &'s Value) -> Option<&'s Value> {
    let choices = field.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    match std::iter::once(field).chain(choices).find_map(|field| field.get("$ref")?.as_str()) {
        Some(reference) => schema.pointer(reference.trim_start_matches('#')),
        None => Some(field),
    }
}

/// The JSON type of a field, in words.
fn type_of(schema: &Value, field: &Value) -> String {
    if let Some(choices) = choices(field) {
        return choices.join(" | ");
    }
    if let Some(values) = field.get("additionalProperties").filter(|values| values.is_object()) {
        return format!("map of {}", type_of(schema, &resolved(schema, values)));
    }
    let names = match field.get("type") {
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        Some(Value::String(name)) => vec![name.as_str()],
        _ => Vec::new(),
    };
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| *name != "null")
        .map(|name| match name {
            "string" => "text",
            "object" => "map",
            name => name,
        })
        .collect();
    if names.is_empty() { "any JSON".to_owned() } else { names.join(" | ") }
}

/// The values of a field that takes one of a few.
fn choices(field: &Value) -> Option<Vec<String>> {
    if let Some(names) = field.get("enum").and_then(Value::as_array) {
        return names.iter().map(|name| name.as_str().map(str::to_owned)).collect();
    }
    field.get("oneOf")?.as_array()?.iter().map(|choice| choice.get("const")?.as_str().map(str::to_owned)).collect()
}

/// The description without its source, as one paragraph.
fn rules(described: &Value) -> String {
    let description = described.get("description").and_then(Value::as_str).unwrap_or_default();
    let (rules, _) = description.split_once("Source:").unwrap_or((description, ""));
    rules.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a paragraph, indented and wrapped.
fn wrap(out: &mut String, indent: usize, text: &str) -> fmt::Result {
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            writeln!(out)?;
            column = 0;
        }
        if column == 0 {
            write!(out, "{:indent$}{word}", "")?;
            column = indent + width;
        } else {
            write!(out, " {word}")?;
            column += 1 + width;
        }
    }
    if column > 0 { writeln!(out) } else { Ok(()) }
}
