//! `python/s2s_events/types.py`: what keyword arguments take.

use std::fmt::Write;

use s2s_core::Code;

use super::declarations::{Declaration, Field, Type};

const HEAD: &str = r#"# Made by `cargo xtask generate` from the declarations in `crates/s2s-core/src/provider` and `…/delivery`.
"""The fields of configurations, events and settings, for annotations.

Every field is documented with its shape, unit, allowed values and source. `None` stands for an absent field.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import Literal, TypeAlias, TypedDict
from uuid import UUID

Text: TypeAlias = str | UUID | IPv4Address | IPv6Address | Enum
"""A text, or what has one: the value of an enumeration of texts is taken."""

Number: TypeAlias = Decimal | int | str | float
"""A decimal number. A `float` is taken by its `repr`: `19.99` is 19.99. `Decimal` is the better choice for money."""

Time: TypeAlias = datetime | date | str | int
"""An aware `datetime`, RFC 3339, or Unix milliseconds; a `date` only where a date is asked for. A naive `datetime` is an issue."""

Json: TypeAlias = "Text | Number | datetime | date | bool | Mapping[str, Json] | Sequence[Json] | None"
"""Any JSON. A `Decimal` keeps its digits; a time is written as ISO 8601."""
"#;

/// The text of the module.
pub(super) fn types(declarations: &[Declaration], delivery: &[Declaration]) -> String {
    let mut text = HEAD.to_owned();
    for declaration in declarations {
        class(&mut text, declaration);
    }
    messages(&mut text, declarations);
    delivery.iter().for_each(|own| class(&mut text, own));
    let codes: String = Code::ALL.iter().map(|code| format!("    \"{code}\",\n")).collect();
    let _ = write!(text, "\n\nIssueCode: TypeAlias = Literal[\n{codes}]\n\"\"\"The stable codes of issues and warnings.\"\"\"\n");
    text
}

fn class(text: &mut String, declaration: &Declaration) {
    let Declaration { name, documentation, fields, .. } = declaration;
    let (required, optional): (Vec<_>, Vec<_>) = fields.iter().partition(|field| field.is_required);
    let mut base = "TypedDict".to_owned();
    if !required.is_empty() {
        base = format!("_{name}Required");
        let _ = write!(text, "\n\nclass {base}(TypedDict):\n");
        required.iter().for_each(|own| field(text, own));
    }
    let _ = write!(text, "\n\nclass {name}({base}, total=False):\n");
    docstring(text, documentation);
    if !optional.is_empty() {
        text.push('\n');
    }
    optional.iter().for_each(|own| field(text, own));
}

fn field(text: &mut String, field: &Field) {
    let or_none = if field.is_required { "" } else { " | None" };
    let _ = writeln!(text, "    {}: {}{or_none}", field.name, annotation(&field.r#type));
    let choices = match &field.r#type {
        Type::Choice(choices) => choices.iter().map(|(value, meaning)| format!("\n- `{value}`: {meaning}")).collect(),
        _ => String::new(),
    };
    docstring(text, &[&field.documentation, &*choices].concat());
}

fn annotation(r#type: &Type) -> String {
    match r#type {
        Type::Text => "Text".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Time => "Time".to_owned(),
        Type::Integer => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Choice(choices) => {
            format!("Literal[{}]", choices.iter().map(|(value, _)| format!("\"{value}\"")).collect::<Vec<_>>().join(", "))
        }
        Type::Texts => "Mapping[str, Text]".to_owned(),
        Type::Numbers => "Mapping[str, Number]".to_owned(),
        Type::Values => "Mapping[str, Json]".to_owned(),
        Type::Declared(name) => format!("Mapping[str, {name}]"),
    }
}

/// The messages of requests of several, which name their kind.
fn messages(text: &mut String, declarations: &[Declaration]) {
    let mut names = Vec::new();
    for Declaration { name, message_kind, .. } in declarations {
        let Some(kind) = message_kind else { continue };
        let _ = write!(text, "\n\nclass {name}Message({name}):\n");
        docstring(text, &format!("A message of the kind `{kind}` in a request of several."));
        let _ = writeln!(text, "\n    kind: Literal[\"{kind}\"]");
        names.push(format!("{name}Message"));
    }
    let _ = write!(text, "\n\nMetrixMessage: TypeAlias = {}\n\"\"\"One message of a request of several.\"\"\"\n", names.join(" | "));
}

/// A text for people, after what it documents.
fn docstring(text: &mut String, documentation: &str) {
    let plain = documentation.replace('\\', r"\\");
    let lines: Vec<&str> = plain.lines().collect();
    match lines[..] {
        [line] => {
            let _ = writeln!(text, "    \"\"\"{line}\"\"\"");
        }
        _ => {
            let lines = lines.join("\n    ").replace("    \n", "\n");
            let _ = writeln!(text, "    \"\"\"{lines}\n    \"\"\"");
        }
    }
}
