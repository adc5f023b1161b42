//! Of the npm package: the classes of the providers, and the runner's map of them. Their types are in `typescript.rs`.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::binding::NEUTRAL;
use s2s_core::dynamic::{KindSpec, PROVIDERS, Record, Spec, Type};

use super::MADE;
use super::declarations::{field_places, main_kinds};
use super::prose::{camel_case, respelled, wrapped};

/// The longest line.
const WIDTH: usize = 120;

/// `src/providers.ts`: the classes. `names` are those of all fields.
pub(super) fn providers(names: &BTreeSet<&str>) -> String {
    let is_any = |of: fn(&KindSpec) -> bool| PROVIDERS.iter().any(|spec| spec.kinds.iter().any(of));
    let ids = if is_any(|kind| kind.has_ids) { ", type Ids" } else { "" };
    let messages = if PROVIDERS.iter().any(|spec| spec.batch.is_some()) { ", messages" } else { "" };
    let places: Vec<_> = PROVIDERS.iter().filter_map(|spec| Some((spec, places(spec)?))).collect();
    let functions: BTreeSet<_> =
        places.iter().flat_map(|(_, own)| ["FREE", "record"].into_iter().filter(|name| own.contains(name))).collect();
    let functions: Vec<_> = functions.into_iter().map(str::to_owned).collect();
    let fields = if PROVIDERS.iter().any(|spec| spec.batch.is_some() && places_of(spec) == "FIELDS") { ", FIELDS" } else { "" };
    let mut types: Vec<_> = PROVIDERS.iter().flat_map(|spec| records(spec)).collect();
    types.sort_unstable();
    let mut text = format!(
        "// {MADE}\n\nimport {{ Client, type Clock, Events{fields}{ids}{messages} }} from './client.js'\n{}import type {{ Request }} from './request.js'\n{}\n",
        if functions.is_empty() { String::new() } else { list("import {", &functions, "} from './json.js'", true) + "\n" },
        list("import type {", &types, "} from './types.js'", true)
    );
    for (spec, own) in places {
        let _ = write!(
            text,
            "\n/** Where the fields of {} take neither a map nor a single value. */\nconst {} = {own}\n",
            spec.type_name,
            places_of(spec)
        );
    }
    PROVIDERS.iter().for_each(|spec| class(&mut text, spec, names));
    text
}

/// `src/neutral.ts`: what writing a neutral event takes.
pub(super) fn neutral() -> String {
    let [event, _] = NEUTRAL;
    format!(
        "// {MADE}\n\nimport {{ record }} from './json.js'\n\n\
         /** Where the fields of a neutral event take neither a map nor a single value. */\nexport const EVENT_FIELDS = {}\n",
        record_fields(&[event], 0)
    )
}

/// The types of what a provider's client takes.
fn records(spec: &Spec) -> Vec<String> {
    let mut types: Vec<_> = spec.kinds.iter().map(|kind| kind.record.name.to_owned()).collect();
    types.push(spec.config.name.to_owned());
    if spec.batch.is_some() {
        types.extend(spec.identity().map(|identity| identity.name.to_owned()));
        types.push(format!("{}Message", spec.type_name));
    }
    types
}

/// Items between braces: on one line, or on a line each.
fn list(before: &str, items: &[String], after: &str, ends_with_comma: bool) -> String {
    let line = format!("{before} {} {after}", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let comma = if ends_with_comma { "," } else { "" };
    format!("{before}\n  {}{comma}\n{after}", items.join(",\n  "))
}

fn class(text: &mut String, spec: &Spec, names: &BTreeSet<&str>) {
    let Spec { name, type_name, title, traps, config, kinds, .. } = spec;
    let ids = if kinds.iter().any(|kind| kind.has_ids) {
        "\n\nAn event without `id` gets what `newId` returns: a random UUID by default; with `null` the absence is an issue."
    } else {
        ""
    };
    let about = format!("{title}: one app. See <{}>.{ids}\n\n{traps}", spec.documentation());
    let _ = write!(text, "\n{}export class {type_name} extends Client {{\n", comment(0, &respelled(&about, names)));
    for KindSpec { name, .. } in *kinds {
        let place = if places(spec).is_some() { format!(", {}", places_of(spec)) } else { String::new() };
        let _ = writeln!(text, "  readonly #{} = new Events(this, '{name}'{place})", camel_case(name));
    }
    let _ = write!(
        text,
        "\n  /** @throws {{@link ConfigError}} with everything that is wrong with the configuration. */\n  constructor(config: {}) {{\n    \
         super('{name}', config)\n  }}\n",
        config.name
    );
    for KindSpec { name, noun, record, has_ids, .. } in *kinds {
        let method = camel_case(name);
        let options = if *has_ids { "Clock & Ids" } else { "Clock" };
        let _ = write!(
            text,
            "\n{}  {method}({method}: {}, options?: {options}): Request {{\n    return this.#{method}.build({method}, options)\n  }}\n",
            comment(2, &format!("Builds the request of {noun}. @throws {{@link ValidationError}} with all of its issues.")),
            record.name
        );
    }
    if let Some(batch) = spec.batch {
        let (parameter, identity) = match spec.identity() {
            Some(identity) => (format!("identity: {}, ", identity.name), "identity"),
            None => (String::new(), "{}"),
        };
        let _ = write!(
            text,
            "\n{}  {}({parameter}several: Iterable<{type_name}Message>, options?: Clock & Ids): Request {{\n    \
             return messages(this, {identity}, several, options, {})\n  }}\n",
            comment(2, "Builds one request of several. @throws {@link ValidationError} with all issues."),
            camel_case(batch.kind),
            places_of(spec)
        );
    }
    text.push_str("}\n");
}

/// The name of what [`places`] is.
fn places_of(spec: &Spec) -> String {
    if places(spec).is_some() { spec.name.to_uppercase() } else { "FIELDS".to_owned() }
}

/// The places of the fields, where some take neither a map nor a single value. Fields of one name are the same in all kinds of a provider.
fn places(spec: &Spec) -> Option<String> {
    let records: Vec<_> = spec.identity().into_iter().chain(spec.kinds.iter().map(|kind| kind.record)).collect();
    let place = record_place(&records, 0);
    place.contains(':').then_some(place)
}

fn record_place(records: &[&Record], indent: usize) -> String {
    format!("record({})", record_fields(records, indent))
}

fn record_fields(records: &[&Record], indent: usize) -> String {
    let mut known = BTreeSet::new();
    let mut fields = String::new();
    for field in records.iter().flat_map(|record| record.fields).filter(|field| known.insert(field.name)) {
        let place = match field.of {
            Type::Record(inside) => record_place(&[inside], indent + 2),
            Type::List(item) => item.record().map_or_else(|| "FREE".to_owned(), |inside| record_place(&[inside], indent + 2)),
            Type::Json => "FREE".to_owned(),
            _ => continue,
        };
        let _ = writeln!(fields, "{:1$}{2}: {place},", "", indent + 2, camel_case(field.name));
    }
    if fields.is_empty() { "{}".to_owned() } else { format!("{{\n{fields}{:indent$}}}", "") }
}

/// A comment before what it documents.
fn comment(indent: usize, documentation: &str) -> String {
    let spaces = " ".repeat(indent);
    match &wrapped(documentation, 100 - indent)[..] {
        [line] => format!("{spaces}/** {line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("{}\n", format!("{spaces} * {line}").trim_end())).collect();
            format!("{spaces}/**\n{lines}{spaces} */\n")
        }
    }
}

/// `providers.mjs`: the classes for `import`, the same as for `require`.
pub(super) fn exports() -> String {
    let mut names: Vec<_> = PROVIDERS.iter().map(|spec| spec.type_name.to_owned()).collect();
    names.sort_unstable();
    format!("// {MADE}\n\n{}\n", list("export {", &names, "} from './dist/providers.js'", true))
}

/// `test/providers.mjs`: what the runner of the vectors finds by the names of providers.
pub(super) fn tests() -> String {
    let mut names: Vec<_> = PROVIDERS.iter().map(|spec| spec.type_name.to_owned()).collect();
    let classes: Vec<_> = PROVIDERS.iter().map(|spec| format!("{}: {}", spec.name, spec.type_name)).collect();
    names.sort_unstable();
    let kinds: Vec<_> = main_kinds().iter().map(|(provider, kind)| format!("{provider}: '{kind}'")).collect();
    format!(
        "// {MADE}\n\n{}\n\n/** The classes of the providers by their names. */\n{}\n\n\
         /** The kind of each provider that counts where a case of a response has none. */\n{}\n\n\
         /** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */\n{}\n",
        list("import {", &names, "} from 's2s-events'", true),
        list("export const CLASSES = {", &classes, "}", true),
        list("export const MAIN_KINDS = {", &kinds, "}", true),
        inner_places()
    )
}

fn inner_places() -> String {
    let mut text = String::new();
    for spec in PROVIDERS {
        let places: Vec<_> = field_places(spec).iter().map(|place| format!("'{place}'")).collect();
        if !places.is_empty() {
            let before = format!("  {}: [", spec.name);
            let line = format!("{before}{}],\n", places.join(", "));
            let lines = || format!("{before}\n    {},\n  ],\n", places.join(",\n    "));
            text += &if line.chars().count() <= WIDTH { line } else { lines() };
        }
    }
    if text.is_empty() { "export const RECORDS = {}".to_owned() } else { format!("export const RECORDS = {{\n{text}}}") }
}
