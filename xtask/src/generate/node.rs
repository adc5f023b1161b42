//! Of the npm package: the classes of the providers, and the runner's map of them. Their types are in `typescript.rs`.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::dynamic::{KindSpec, PROVIDERS, Spec};

use super::MADE;
use super::declarations::main_kinds;
use super::prose::{camel_case, respelled, wrapped};

/// The longest line.
const WIDTH: usize = 120;

/// `src/providers.ts`: the classes. `names` are those of all fields.
pub(super) fn providers(names: &BTreeSet<&str>) -> String {
    let is_any = |of: fn(&KindSpec) -> bool| PROVIDERS.iter().any(|spec| spec.kinds.iter().any(of));
    let ids = if is_any(|kind| kind.has_ids) { ", type Ids" } else { "" };
    let messages = if PROVIDERS.iter().any(|spec| spec.batch.is_some()) { ", messages" } else { "" };
    let mut types: Vec<_> = PROVIDERS.iter().flat_map(|spec| records(spec)).collect();
    types.sort_unstable();
    let mut text = format!(
        "// {MADE}\n\nimport {{ Client, type Clock, Events{ids}{messages} }} from './client.js'\nimport type {{ Request }} from './request.js'\n{}\n",
        list("import type {", &types, "} from './types.js'", true)
    );
    PROVIDERS.iter().for_each(|spec| class(&mut text, spec, names));
    text
}

/// The types of what a provider's client takes.
fn records(spec: &Spec) -> Vec<String> {
    let mut types: Vec<_> = spec.kinds.iter().map(|kind| kind.record.name.to_owned()).collect();
    types.push(spec.config.name.to_owned());
    if let Some(batch) = spec.batch {
        types.extend([batch.identity.name.to_owned(), format!("{}Message", spec.type_name)]);
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
        let _ = writeln!(text, "  readonly #{} = new Events(this, '{name}')", camel_case(name));
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
        let _ = write!(
            text,
            "\n{}  {}(identity: {}, several: Iterable<{type_name}Message>, options?: Clock & Ids): Request {{\n    \
             return messages(this, identity, several, options, true)\n  }}\n",
            comment(2, "Builds one request of several. @throws {@link ValidationError} with all issues."),
            camel_case(batch.kind),
            batch.identity.name
        );
    }
    text.push_str("}\n");
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
         /** The kind of each provider that counts where a case of a response has none. */\n{}\n",
        list("import {", &names, "} from 's2s-events'", true),
        list("export const CLASSES = {", &classes, "}", true),
        list("export const MAIN_KINDS = {", &kinds, "}", true)
    )
}
