//! The destinations, and how events are delivered: from a file in TOML, the environment and `--set`.

use std::env::VarError;
use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::Path;

use s2s_core::binding::DELIVERY as DELIVERY_RECORDS;
use s2s_core::delivery;
use s2s_core::dynamic::{self, Destinations, Field, PROVIDERS, Type};
use s2s_core::value::Json;
use s2s_core::{Code, Issue, Issues};
use toml::{Table, Value};

use crate::args;
use crate::edge;
use crate::error::Error;
use crate::format;

/// The configuration that is read where none is named.
const DEFAULT_FILE: &str = "s2s.toml";

/// The table of further destinations of a provider, by name.
pub(crate) const NAMED: &str = "destination";

/// The name of a destination, as the configuration has it, so that one of a provider's name is not confused with the provider's own.
pub(crate) fn destination(name: Option<&str>, provider: &str) -> String {
    name.map_or_else(|| provider.to_owned(), |name| format!("{NAMED}.{name}"))
}

/// The table of the settings of a delivery.
const DELIVERY: &str = "delivery";

/// What a configuration says.
pub(crate) struct Configuration {
    pub(crate) destinations: Destinations,
    pub(crate) delivery: delivery::Config,
    has_destination: bool,
}

/// Reads the configuration of a run that sends, which needs a destination.
pub(crate) fn load_to_send(arguments: &args::Config) -> Result<(Destinations, delivery::Config), Error> {
    let Configuration { destinations, delivery, has_destination } = load(arguments)?;
    if has_destination {
        return Ok((destinations, delivery));
    }
    Err(Error::usage(match &arguments.config {
        Some(path) => format!("no destination is configured: {} has none", path.display()),
        None if Path::new(DEFAULT_FILE).exists() => format!("no destination is configured: {DEFAULT_FILE} has none"),
        None => {
            let place = std::env::current_dir().map(|place| format!(" in {}", place.display())).unwrap_or_default();
            format!("no destination is configured: there is no {DEFAULT_FILE}{place}; name a configuration with `--config FILE`")
        }
    }))
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
    let mut unset = Vec::new();
    for_each_table(&mut tables, |table, at, provider| resolve(table, at, provider, &mut unset));
    let delivery_table = tables.remove(DELIVERY);
    let has_destination = tables.iter().any(|(name, value)| name != NAMED || value.as_table().is_none_or(|named| !named.is_empty()));
    let delivery = delivery_table.map_or_else(|| Ok(delivery::Config::default()), |value| delivery_config(&json(value)));
    let destinations = Destinations::from_config(&json(Value::Table(tables))).map_err(Issues::into_vec);
    match (delivery, destinations) {
        (Ok(delivery), Ok(destinations)) if unset.is_empty() => Ok(Configuration { destinations, delivery, has_destination }),
        (delivery, destinations) => {
            // Of a value that could not be had, that is the only issue.
            let is_unset = |issue: &Issue| unset.iter().any(|own| own.path() == issue.path());
            let others = [destinations.err(), delivery.err()].into_iter().flatten().flatten().filter(|issue| !is_unset(issue));
            let issues: Vec<Issue> = unset.iter().cloned().chain(others).collect();
            Err(Error::usage(describe(&issues, "")))
        }
    }
}

/// The settings of a delivery.
fn delivery_config(value: &Json) -> Result<delivery::Config, Vec<Issue>> {
    let mut issues = Vec::new();
    let config = dynamic::delivery_config(value).unwrap_or_else(|own| {
        let below = |issue: Issue| Issue::new(format!("/{DELIVERY}{}", issue.path()), issue.code(), issue.message().to_owned());
        issues = own.into_vec().into_iter().map(below).collect();
        delivery::Config::default()
    });
    if let Json::Object(members) = value
        && members.iter().any(|(key, _)| key.as_str() == "journal")
    {
        issues.push(Issue::new(format!("/{DELIVERY}/journal"), Code::Conflict, "is not set here; `--outbox FILE` keeps a journal"));
    }
    if issues.is_empty() { Ok(config) } else { Err(issues) }
}

/// The issues of a configuration, or of the part of it at `at`, one on a line.
pub(crate) fn describe(issues: &[Issue], at: &str) -> String {
    ["the configuration has issues:", &list(issues, at)].concat()
}

/// Issues, each on a line of its own, which begins with a line break.
pub(crate) fn list(issues: &[Issue], at: &str) -> String {
    let mut text = String::new();
    for issue in issues {
        let path = if issue.path().is_empty() && at.is_empty() { "/" } else { issue.path() };
        // Writing to a text cannot fail.
        let _ = write!(text, "\n  {at}{path}: {} [{}]", issue.message(), issue.code());
    }
    text
}

/// TOML's own message is left out: it may repeat what is in the file.
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

/// Calls `then` with every table of settings and its path; of a destination also with its provider.
fn for_each_table(tables: &mut Table, mut then: impl FnMut(&mut Table, &str, Option<&str>)) {
    for (name, value) in tables {
        let Value::Table(table) = value else { continue };
        let at = pointer("", name);
        match name.as_str() {
            NAMED => {
                for (name, table) in tables_of(table) {
                    let provider = table.get("provider").and_then(Value::as_str).unwrap_or_default().to_owned();
                    then(table, &pointer(&at, name), Some(&provider));
                }
            }
            DELIVERY => {
                let providers = table.get_mut("providers").and_then(Value::as_table_mut);
                for (name, table) in providers.into_iter().flat_map(tables_of) {
                    then(table, &pointer(&pointer(&at, "providers"), name), None);
                }
                then(table, &at, None);
            }
            provider => then(table, &at, Some(provider)),
        }
    }
}

fn tables_of(tables: &mut Table) -> impl Iterator<Item = (&String, &mut Table)> {
    tables.iter_mut().filter_map(|(name, value)| Some((name, value.as_table_mut()?)))
}

/// The JSON Pointer of a member.
fn pointer(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Puts the values of variables in place of `{ env = "NAME" }`, and numbers in place of texts where a setting takes a number. Variables
/// without a value go into `unset`.
fn resolve(table: &mut Table, at: &str, provider: Option<&str>, unset: &mut Vec<Issue>) {
    let fields: Vec<&Field> = match provider {
        Some(provider) => PROVIDERS.iter().filter(|known| known.name == provider).flat_map(|known| known.config.fields).collect(),
        None => DELIVERY_RECORDS.iter().flat_map(|record| record.fields).collect(),
    };
    for (key, value) in table {
        if let Some(name) = variable(value) {
            let found = match edge::variable(name) {
                Ok(found) if !found.is_empty() => Ok(found),
                Ok(_) => Err((Code::Missing, "is empty")),
                Err(VarError::NotPresent) => Err((Code::Missing, "is not set")),
                Err(VarError::NotUnicode(_)) => Err((Code::InvalidUnicode, "is not Unicode")),
            };
            if let Err((code, state)) = found {
                unset.push(Issue::new(pointer(at, key), code, format!("the environment variable `{name}` {state}")));
            }
            // Any text, so that the setting is not missing.
            *value = Value::String(found.unwrap_or_else(|_| "unset".to_owned()));
        }
        let Value::String(text) = value else { continue };
        match fields.iter().find(|field| field.name == *key).map(|field| field.of) {
            Some(Type::Integer) => {
                if let Ok(number) = text.parse() {
                    *value = Value::Integer(number);
                }
            }
            Some(Type::Boolean) => {
                if let Ok(own) = text.parse() {
                    *value = Value::Boolean(own);
                }
            }
            _ => {}
        }
    }
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
