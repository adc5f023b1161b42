//! `s2s providers`: what there is to send, and its rules.

use std::fmt::{self, Write as _};

use s2s_core::binding;
use s2s_core::dynamic::{self, PROVIDERS, Record, Spec, Type};
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
    let kinds: Vec<Value> = (provider.kinds.iter())
        .map(|kind| json!({ "kind": kind.name, "endpoint": kind.rules.endpoint, "schema": dynamic::schema(provider.name, kind.name) }))
        .collect();
    json!({
        "name": provider.name,
        "documentation": provider.documentation(),
        "config": dynamic::schema(provider.name, CONFIG),
        "kinds": kinds,
    })
}

fn for_people(provider: &Spec, out: &mut String) -> fmt::Result {
    writeln!(out, "{}\n  {}\n  {}\n", provider.name, provider.endpoints().join("\n  "), provider.documentation())?;
    section(out, &format!("configuration: [{}] in s2s.toml", provider.name), provider.config)?;
    for kind in provider.kinds {
        section(out, &format!("\"kind\":\"{}\"", kind.name), kind.record)?;
    }
    Ok(())
}

fn section(out: &mut String, title: &str, record: &Record) -> fmt::Result {
    writeln!(out, "  {title}")?;
    wrap(out, 4, &rules(record.doc))?;
    fields(out, 4, record)?;
    writeln!(out)
}

/// Writes the fields of a record, those of a record inside of it below its field.
fn fields(out: &mut String, indent: usize, record: &Record) -> fmt::Result {
    for field in record.fields {
        writeln!(out, "{:indent$}{} ({})", "", field.name, type_of(field.of))?;
        wrap(out, indent + 4, &rules(field.doc))?;
        if let Some(inside) = field.of.record() {
            fields(out, indent + 4, inside)?;
        }
    }
    Ok(())
}

/// The JSON type of a field, in words.
fn type_of(of: Type) -> String {
    match of {
        Type::Text => "text".to_owned(),
        Type::Number => "text | number".to_owned(),
        Type::Time => "text | integer".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Choice(choices) => choices.iter().map(|choice| choice.name).collect::<Vec<_>>().join(" | "),
        Type::Texts => "map of text".to_owned(),
        Type::Numbers => "map of text | number".to_owned(),
        Type::Values => "map of any JSON".to_owned(),
        Type::Record(_) => "object".to_owned(),
        Type::List(Type::Record(_)) => "list of objects".to_owned(),
        Type::List(item) => format!("list of {}", type_of(*item)),
        Type::Json => "any JSON".to_owned(),
        _ => "map".to_owned(),
    }
}

/// The documentation without its source, as one paragraph.
fn rules(doc: &[&str]) -> String {
    let documentation = binding::documentation(doc);
    let (rules, _) = documentation.split_once("Source:").unwrap_or((&documentation, ""));
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
