//! `node/src/types.ts`: what the methods of the npm package take.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::Code;

use super::declarations::{Declaration, Field, Type};

const HEAD: &str = r#"// Made by `cargo xtask generate` from the declarations in `crates/s2s-core/src/provider` and `…/delivery`.

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

/// Two fields that need each other.
const PAIR: [&str; 2] = ["revenue", "currency"];

/// The text of the module.
pub(super) fn types(declarations: &[Declaration], delivery: &[Declaration]) -> String {
    let names = declarations.iter().chain(delivery).flat_map(|declaration| &declaration.fields).map(|field| field.name).collect();
    let mut module = Module { text: HEAD.to_owned(), names };
    declarations.iter().for_each(|own| module.declaration(own));
    module.messages(declarations);
    delivery.iter().for_each(|own| module.declaration(own));
    module.documentation("", "The stable code of an issue or a warning.");
    let codes: String = Code::ALL.iter().map(|code| format!("\n  | '{code}'")).collect();
    let _ = writeln!(module.text, "export type IssueCode ={codes}");
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
        self.documentation("", "One message of a request of several.");
        self.text.push_str("export type MetrixMessage =");
        for Declaration { name, message_kind, .. } in declarations {
            if let Some(kind) = message_kind {
                let _ = write!(self.text, "\n  | ({name} & {{ kind: '{kind}' }})");
            }
        }
        self.text.push('\n');
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
        let parts = documentation.split('`').enumerate().map(|(position, part)| {
            let is_field = position % 2 == 1 && self.names.contains(part);
            if is_field { camel_case(part) } else { part.to_owned() }
        });
        parts.collect::<Vec<_>>().join("`")
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
        Type::Declared(name) => format!("Entries<{name}>"),
    }
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}
