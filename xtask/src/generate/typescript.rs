//! `node/src/types.ts`: what the methods of the npm package take.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::Code;
use s2s_core::binding::{CLOSED, Closed};
use s2s_core::dynamic::PROVIDERS;

use super::MADE;
use super::declarations::{Declaration, Field, Type, documentation, request_kinds};
use super::prose::{camel_case, respelled};

const HEAD: &str = r#"
/** A text, or what `toJSON` turns into one, such as a `URL`. */
export type Text = string | { toJSON(): string }

/**
 * A decimal number. A `number` is taken by its shortest form: `19.99` is 19.99. Integers beyond 2^53 need a `bigint` or a text, and a
 * decimal type is taken by the text or number of its `toJSON`.
 */
export type Numeric = string | number | bigint | { toJSON(): string | number }

/** A `Date`, RFC 3339, or Unix milliseconds. */
export type Time = Date | string | number | bigint | { toJSON(): string | number }

/** Any JSON. A `bigint` keeps its digits, a `Date` is written as ISO 8601, a `Map` with texts as keys is an object. */
export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | { toJSON(): unknown }
  | readonly Json[]
  | ReadonlyMap<string, Json | undefined>
  | { readonly [key: string]: Json | undefined }

/** Names and values. JavaScript moves keys such as `"7"` to the front of an object; a `Map` and pairs keep your order. */
export type Entries<V> =
  | { readonly [name: string]: V | undefined }
  | ReadonlyMap<string, V | undefined>
  | readonly (readonly [name: string, value: V | undefined])[]
"#;

/// The longest line that the formatter leaves as it is.
const WIDTH: usize = 120;

/// Two fields that need each other.
const PAIR: [&str; 2] = ["revenue", "currency"];

/// The text of the module.
pub(super) fn types(declarations: &[Declaration], delivery: &[Declaration]) -> String {
    let names = declarations.iter().chain(delivery).flat_map(|declaration| &declaration.fields).map(|field| field.name).collect();
    let mut module = Module { text: format!("// {MADE}\n{HEAD}"), names };
    declarations.iter().for_each(|own| module.declaration(own));
    module.messages(declarations);
    delivery.iter().for_each(|own| module.declaration(own));
    CLOSED.into_iter().for_each(|own| module.closed(own));
    module.configs();
    let names: Vec<_> = PROVIDERS.iter().map(|spec| spec.name).collect();
    module.words("Provider", "The provider APIs.", &names);
    module.words("RequestKind", "The kind of a request's event; `messages` where one request carries several.", &request_kinds());
    module.words("IssueCode", "The stable code of an issue or a warning.", &Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    module.text
}

struct Module {
    text: String,
    /// The names of all fields.
    names: BTreeSet<&'static str>,
}

impl Module {
    fn declaration(&mut self, declaration: &Declaration) {
        let Declaration { name, documentation, fields, .. } = declaration;
        let of_pair = |field: &&Field| PAIR.contains(&field.name) && !field.is_required;
        let (pair, others): (Vec<_>, Vec<_>) = fields.iter().partition(of_pair);
        if pair.len() < PAIR.len() {
            self.interface(name, documentation, fields.iter());
            return;
        }
        self.interface(&format!("{name}Fields"), &format!("The fields of {name} but `{}`.", PAIR.join("` and `")), others.into_iter());
        self.documentation("", &format!("The fields of {name} that need each other."));
        let _ = writeln!(self.text, "export type {name}Money =\n  | {{");
        for own in &pair {
            self.documentation("      ", &self.respelled(&own.documentation));
            let _ = writeln!(self.text, "      {}: {}", own.name, annotation(&own.r#type));
        }
        let absent: Vec<_> = pair.iter().map(|own| format!("{}?: null | undefined", own.name)).collect();
        let _ = writeln!(self.text, "    }}\n  | {{ {} }}", absent.join("; "));
        self.documentation("", &self.respelled(documentation));
        let _ = writeln!(self.text, "export type {name} = {name}Fields & {name}Money");
    }

    fn interface<'f>(&mut self, name: &str, documentation: &str, fields: impl Iterator<Item = &'f Field>) {
        self.documentation("", &self.respelled(documentation));
        let _ = writeln!(self.text, "export interface {name} {{");
        for field in fields {
            let choices = match &field.r#type {
                Type::Choice(choices) => choices.iter().map(|(value, meaning)| format!("\n- `{value}`: {meaning}")).collect(),
                _ => String::new(),
            };
            self.documentation("  ", &[self.respelled(&field.documentation), choices].concat());
            let (mark, or_absent) = if field.is_required { ("", "") } else { ("?", " | null | undefined") };
            let _ = writeln!(self.text, "  {}{mark}: {}{or_absent}", camel_case(field.name), annotation(&field.r#type));
        }
        self.text.push_str("}\n");
    }

    /// The messages of requests of several, which name their kind.
    fn messages(&mut self, declarations: &[Declaration]) {
        for spec in PROVIDERS.iter().filter(|spec| spec.batch.is_some()) {
            self.documentation("", "One message of a request of several.");
            let _ = write!(self.text, "export type {}Message =", spec.type_name);
            for Declaration { name, message, .. } in declarations {
                if let Some((kind, _)) = message.filter(|(_, client)| *client == spec.type_name) {
                    let _ = write!(self.text, "\n  | ({name} & {{ kind: '{kind}' }})");
                }
            }
            self.text.push('\n');
        }
    }

    /// The type of each provider's configuration.
    fn configs(&mut self) {
        self.documentation("", "The configurations of the providers, by their names.");
        self.text.push_str("export interface ProviderConfigs {\n");
        for spec in PROVIDERS {
            let _ = writeln!(self.text, "  {}: {}", spec.name, spec.config.name);
        }
        self.text.push_str("}\n");
    }

    /// A type of a few words, each with its documentation.
    fn closed(&mut self, closed: &Closed) {
        self.documentation("", &documentation(closed.doc));
        let _ = writeln!(self.text, "export type {} =", closed.name);
        for word in closed.words {
            self.documentation("  ", &documentation(word.doc));
            let _ = writeln!(self.text, "  | '{}'", word.name);
        }
    }

    /// A type of a few words.
    fn words(&mut self, name: &str, documentation: &str, words: &[&str]) {
        self.documentation("", documentation);
        let line = format!("export type {name} = {}", words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | "));
        if line.len() <= WIDTH {
            let _ = writeln!(self.text, "{line}");
        } else {
            let words: String = words.iter().map(|word| format!("\n  | '{word}'")).collect();
            let _ = writeln!(self.text, "export type {name} ={words}");
        }
    }

    /// A text for people before what it documents.
    fn documentation(&mut self, indent: &str, documentation: &str) {
        if indent.is_empty() {
            self.text.push('\n');
        }
        let _ = match documentation.lines().collect::<Vec<_>>()[..] {
            [line] => writeln!(self.text, "{indent}/** {line} */"),
            ref lines => {
                let lines: String = lines.iter().map(|line| format!("{}\n", format!("{indent} * {line}").trim_end())).collect();
                writeln!(self.text, "{indent}/**\n{lines}{indent} */")
            }
        };
    }

    /// The core's documentation, in which fields have their names in camelCase.
    fn respelled(&self, documentation: &str) -> String {
        respelled(documentation, &self.names)
    }
}

fn annotation(r#type: &Type) -> String {
    match r#type {
        Type::Text => "Text".to_owned(),
        Type::Number => "Numeric".to_owned(),
        Type::Time => "Time".to_owned(),
        Type::Integer => "number | bigint".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Choice(choices) => choices.iter().map(|(value, _)| format!("'{value}'")).collect::<Vec<_>>().join(" | "),
        Type::Texts => "Entries<Text>".to_owned(),
        Type::Numbers => "Entries<Numeric>".to_owned(),
        Type::Values => "Entries<Json>".to_owned(),
        Type::Records(name) => format!("Entries<{name}>"),
        Type::Record(name) => (*name).to_owned(),
        Type::List(item) => match annotation(item) {
            item if item.contains(' ') => format!("readonly ({item})[]"),
            item => format!("readonly {item}[]"),
        },
        Type::Json => "Json".to_owned(),
    }
}
