//! The destinations, and how events are delivered: from a file in TOML, the environment and `--set`.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use s2s_core::Issues;
use s2s_core::delivery;
use s2s_core::dynamic::{self, Destinations, PROVIDERS, Type};
use s2s_core::value::Json;
use toml::{Table, Value};

use crate::args;
use crate::edge;
use crate::error::Error;
use crate::format;

/// The configuration that is read where none is named.
const DEFAULT_FILE: &str = "s2s.toml";

/// The table of further destinations of a provider, by name.
pub(crate) const NAMED: &str = "destination";

/// The table of the settings of a delivery.
const DELIVERY: &str = "delivery";

/// What a configuration says.
pub(crate) struct Configuration {
    pub(crate) destinations: Destinations,
    pub(crate) delivery: delivery::Config,
}

/// Reads the configuration.
pub(crate) fn load(arguments: &args::Config) -> Result<Configuration, Error> {
    let mut tables = match &arguments.config {
        Some(path) => parse(path, &format::read_text(path).map_err(|error| Error::file(path, &error))?)?,
        None => {
            let path = Path::new(DEFAULT_FILE);
            match format::read_text(path) {
                Ok(text) => parse(path, &text)?,
                Err(error) if error.kind() == ErrorKind::NotFound => Table::new(),
                Err(error) => return Err(Error::file(path, &error)),
            }
        }
    };
    for setting in &arguments.set {
        set(&mut tables, setting)?;
    }
    let delivery = tables.remove(DELIVERY).map_or_else(|| Ok(delivery::Config::default()), delivery_config)?;
    for_each_destination(&mut tables, resolve)?;
    let destinations = Destinations::from_config(&json(Value::Table(tables))).map_err(|issues| Error::usage(describe(&issues, "")))?;
    Ok(Configuration { destinations, delivery })
}

/// The settings of a delivery. What `--set` has given is a text, also where it is a number.
fn delivery_config(mut value: Value) -> Result<delivery::Config, Error> {
    for (_, value) in value.as_table_mut().into_iter().flatten() {
        let Some(text) = value.as_str() else { continue };
        if let Ok(number) = text.parse() {
            *value = Value::Integer(number);
        } else if let Ok(own) = text.parse() {
            *value = Value::Boolean(own);
        }
    }
    let config = dynamic::delivery_config(&json(value)).map_err(|issues| Error::usage(describe(&issues, "/delivery")))?;
    match config.journal {
        Some(_) => Err(Error::usage("delivery.journal: is not set here; `--outbox FILE` keeps a journal")),
        None => Ok(config),
    }
}

/// The issues of a configuration, or of the part of it that stands at `at`, one on a line.
pub(crate) fn describe(issues: &Issues, at: &str) -> String {
    let mut text = "the configuration has issues:".to_owned();
    for issue in issues {
        let path = if issue.path().is_empty() && at.is_empty() { "/" } else { issue.path() };
        // Writing to a text cannot fail.
        let _ = write!(text, "\n  {at}{path}: {} [{}]", issue.message(), issue.code());
    }
    text
}

/// TOML's own message is left out: it may repeat what stands in the file.
fn parse(path: &Path, text: &str) -> Result<Table, Error> {
    toml::from_str(text).map_err(|error: toml::de::Error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        Error::usage(format!("{}: line {line} is not TOML, or defines a key twice", path.display()))
    })
}

/// Puts one setting, `provider.key=value` or `destination.NAME.key=value`, in its place.
fn set(tables: &mut Table, setting: &str) -> Result<(), Error> {
    // The setting itself is not repeated: where the `=` is missing, all of it may be a credential.
    let form = || Error::usage("--set takes provider.key=value or destination.NAME.key=value");
    let (path, value) = setting.split_once('=').ok_or_else(form)?;
    let (table, key) = path.rsplit_once('.').filter(|(table, key)| !table.is_empty() && !key.is_empty()).ok_or_else(form)?;
    let table = match table.strip_prefix(NAMED).and_then(|rest| rest.strip_prefix('.')) {
        Some(name) => below(below(tables, NAMED)?, name)?,
        None if table == NAMED => return Err(form()),
        None => below(tables, table)?,
    };
    table.insert(key.to_owned(), Value::String(value.to_owned()));
    Ok(())
}

/// The table of that name, made where there is none.
fn below<'t>(tables: &'t mut Table, name: &str) -> Result<&'t mut Table, Error> {
    let value = tables.entry(name).or_insert_with(|| Value::Table(Table::new()));
    value.as_table_mut().ok_or_else(|| Error::usage(format!("the configuration's `{name}` is not a table")))
}

/// Calls `then` with the table of every destination, its path and its provider.
fn for_each_destination(tables: &mut Table, then: impl Fn(&mut Table, &str, &str) -> Result<(), Error>) -> Result<(), Error> {
    for (name, value) in tables {
        let Value::Table(table) = value else { continue };
        if name != NAMED {
            then(table, name, name)?;
            continue;
        }
        for (name, value) in table {
            let Value::Table(table) = value else { continue };
            let provider = table.get("provider").and_then(Value::as_str).unwrap_or_default().to_owned();
            then(table, &format!("{NAMED}.{name}"), &provider)?;
        }
    }
    Ok(())
}

/// Puts the values of variables in place of `{ env = "NAME" }`, and numbers in place of texts where a setting takes a number.
fn resolve(table: &mut Table, at: &str, provider: &str) -> Result<(), Error> {
    let fields = PROVIDERS.iter().find(|known| known.name == provider).map(|known| known.config.fields).unwrap_or_default();
    for (key, value) in table {
        if let Some(name) = variable(value) {
            let found =
                edge::variable(name).map_err(|_| Error::usage(format!("{at}.{key}: the variable {name} is not set, or not Unicode")))?;
            *value = Value::String(found);
        }
        let is_integer = fields.iter().any(|field| field.name == *key && matches!(field.of, Type::Integer));
        if let Value::String(text) = value
            && let Ok(number) = text.parse()
            && is_integer
        {
            *value = Value::Integer(number);
        }
    }
    Ok(())
}

/// The name in `{ env = "NAME" }`.
fn variable(value: &Value) -> Option<&str> {
    let table = value.as_table().filter(|table| table.len() == 1)?;
    table.get("env")?.as_str()
}

fn json(value: Value) -> Json {
    match value {
        Value::String(text) => Json::String(text.into()),
        Value::Integer(number) => number.into(),
        Value::Float(number) => number.into(),
        Value::Boolean(value) => Json::Bool(value),
        // No setting is a date; its type will be an issue where a number or a table is taken, and its text one elsewhere.
        Value::Datetime(date) => Json::String(date.to_string().into()),
        Value::Array(items) => Json::Array(items.into_iter().map(json).collect()),
        Value::Table(table) => Json::Object(table.into_iter().map(|(key, value)| (key.into(), json(value))).collect()),
    }
}
