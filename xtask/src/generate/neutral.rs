//! `docs/one-event-reference.md`: the fields of a neutral event, and what becomes of it at each provider, as the vectors have it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use s2s_core::Timestamp;
use s2s_core::binding::NEUTRAL;
use s2s_core::dynamic::{self, Destinations, PROVIDERS, Record, Spec, Type};
use s2s_core::one_event::Row;
use serde_json::Value;

use super::pages;
use crate::run::root;

/// Files whose cases have every name, and every field that has a place.
const FILES: [&str; 3] = ["names", "fields", "identifiers"];

/// Sets of destinations that have names of their own for an event: those of an app, and of a website.
const SETS: [&str; 2] = ["app", "web"];

pub(super) fn page() -> Result<String, String> {
    let [event, mapping] = NEUTRAL;
    let files = FILES.map(read).into_iter().collect::<Result<Vec<_>, _>>()?;
    let names = files.first().ok_or("there are no names")?;
    let mut page = String::from(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/one_event` and `vectors/one_event`. -->\n\n\
         # Names and fields of neutral events\n\n\
         [One event for every provider](one-event.md) describes how they are used.\n\n## Events\n\n\
         The name at each provider. Where there is none, `events` of the destination has to have one, or says `skip`; until then the event \
         has the issue [`unmapped_event`](issue-codes.md#unmapped_event) there. *token*: the provider has no names, and `events` has the \
         token. Every name can be replaced in `events`.\n\n",
    );
    page += &self::names(event, names)?;
    page.push_str("\n## Fields of an event\n\n");
    pages::fields(&mut page, event);
    let _ = write!(page, "\n## Fields of `mapping`\n\nEach destination has its own.\n\n");
    pages::fields(&mut page, mapping);
    page.push_str(
        "\n## Places of the fields\n\nEach field as `s2s explain` has it, and its place in the provider's own event, in which `*` is a position. \
         What is not in a provider's table has no place there. Some places are for apps or for websites alone, or for some events. The parameters that `mapping` names come in addition.\n",
    );
    let mut leaves = Vec::new();
    self::leaves(event, "", &mut leaves);
    for (provider, places) in self::places(&files)? {
        let title = PROVIDERS.iter().find(|spec| spec.name == provider).map_or(provider.as_str(), |spec| spec.title);
        let _ = write!(page, "\n### {title}\n\n| field | place |\n|---|---|\n");
        for field in &leaves {
            if let Some(places) = places.get(field) {
                let _ = writeln!(page, "| `{field}` | {} |", places.join(", "));
            }
        }
    }
    Ok(page)
}

/// A file of cases, and its destinations by the names of their sets.
struct Cases {
    file: Value,
    sets: BTreeMap<String, Destinations>,
}

fn read(name: &str) -> Result<Cases, String> {
    let path = format!("vectors/one_event/{name}.json");
    let text = fs::read_to_string(root().join(&path)).map_err(|error| format!("{path}: {error}"))?;
    let file: Value = serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))?;
    let mut sets = BTreeMap::new();
    for (name, config) in file["destinations"].as_object().into_iter().flatten() {
        let config = dynamic::from_json(&config.to_string()).map_err(|issues| format!("{path}: {issues}"))?;
        sets.insert(name.clone(), Destinations::from_config(&config).map_err(|issues| format!("{path}: {issues}"))?);
    }
    Ok(Cases { file, sets })
}

/// Calls `each` with every case of an event that is not refused as a whole, the provider of each destination, the result that the case expects
/// there, and where the fields go.
fn each(cases: &Cases, mut each: impl FnMut(&Value, &'static str, &Value, &[Row])) -> Result<(), String> {
    for case in cases.file["cases"].as_array().into_iter().flatten() {
        let (Some(set), Some(results)) = (case["destinations"].as_str(), case["results"].as_object()) else { continue };
        let destinations = cases.sets.get(set).ok_or_else(|| format!("{set} is no set of destinations"))?;
        let now = Timestamp::parse(case["now"].as_str().unwrap_or_default()).map_err(|code| code.to_string())?;
        let explained = destinations.explain_json(case["event"].to_string().as_bytes(), now, Some(&mut || "id".to_owned()));
        for own in explained.map_err(|issues| issues.to_string())? {
            let provider = own.part.destination.provider();
            if let Some(result) = results.get(own.part.name.unwrap_or(provider)) {
                each(case, provider, result, &own.rows);
            }
        }
    }
    Ok(())
}

/// The table of names.
fn names(event: &Record, cases: &Cases) -> Result<String, String> {
    let mut known: BTreeMap<(&str, String), Vec<(usize, String)>> = BTreeMap::new();
    each(cases, |case, provider, result, rows| {
        let Some(set) = SETS.iter().position(|set| case["destinations"] == *set) else { return };
        let neutral = case["event"]["event"].as_str().unwrap_or_default();
        let own = &cases.file["destinations"][SETS[set]][provider]["events"][neutral];
        let is_text = |text: &Value, name: &str| text.as_str().is_some_and(|text| name == format!("`{text}`"));
        let name = name(result, rows).map(|name| match &*name {
            token if is_text(own, token) => "*token*".to_owned(),
            custom if is_text(&case["event"]["name"], custom) => "its `name`".to_owned(),
            _ => name,
        });
        known.entry((provider, neutral.to_owned())).or_default().push((set, name.unwrap_or_default()));
    })?;
    // A provider that is being added has no cases yet. A test of the core requires them.
    let told: Vec<&Spec> = PROVIDERS.iter().copied().filter(|spec| known.keys().any(|(provider, _)| *provider == spec.name)).collect();
    let mut table = String::from("| event |");
    for spec in &told {
        let _ = write!(table, " [`{0}`](providers/{0}.md) |", spec.name);
    }
    let _ = write!(table, "\n|{}\n", "---|".repeat(told.len() + 1));
    let choices = event.fields.iter().find_map(|field| match field.of {
        Type::Choice(choices) if field.name == "event" => Some(choices),
        _ => None,
    });
    for choice in choices.into_iter().flatten() {
        let _ = write!(table, "| `{}` |", choice.name);
        for spec in &told {
            let names = known
                .remove(&(spec.name, choice.name.to_owned()))
                .ok_or_else(|| format!("no case has {} at {}", choice.name, spec.name))?;
            let is_one = names.iter().all(|(_, name)| Some(name) == names.first().map(|(_, name)| name));
            let cell = match names.first() {
                Some((_, name)) if is_one => name.clone(),
                _ => names
                    .iter()
                    .filter(|(_, name)| !name.is_empty())
                    .map(|(set, name)| format!("{}: {name}", SETS[*set]))
                    .collect::<Vec<_>>()
                    .join(", "),
            };
            let _ = write!(table, " {cell} |");
        }
        table.push('\n');
    }
    Ok(table)
}

/// The name that a case expects, or the kind of event where that has none.
fn name(result: &Value, rows: &[Row]) -> Option<String> {
    let event = result.get("event").or_else(|| result.get("messages").map(|_| result))?;
    let place = rows.iter().find(|row| row.from == "/event")?.to;
    match event.pointer(place) {
        Some(Value::String(name)) => Some(format!("`{name}`")),
        _ => event["kind"].as_str().map(|kind| format!("kind `{kind}`")),
    }
}

/// The fields of a record and of those inside of it, as a row has them.
fn leaves(record: &Record, at: &str, found: &mut Vec<String>) {
    for field in record.fields {
        let path = format!("{at}/{}", field.name);
        match field.of {
            Type::Record(inner) => leaves(inner, &path, found),
            Type::List(Type::Record(inner)) => leaves(inner, &format!("{path}/*"), found),
            _ => found.push(path),
        }
    }
}

/// The places of each field at each provider.
fn places(files: &[Cases]) -> Result<BTreeMap<String, BTreeMap<String, Vec<String>>>, String> {
    let mut places: BTreeMap<String, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    for cases in files {
        each(cases, |_, provider, _, rows| {
            let own = places.entry(provider.to_owned()).or_default();
            for row in rows {
                let how = if row.how.as_str() == "hashed" { ", hashed" } else { "" };
                let to = if row.to.is_empty() { "the kind of event".to_owned() } else { format!("`{}`{how}", row.to) };
                let known = own.entry(row.from.to_owned()).or_default();
                if !known.contains(&to) {
                    known.push(to);
                }
            }
        })?;
    }
    Ok(places)
}
