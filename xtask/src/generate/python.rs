//! Of the Python package: what keyword arguments take, the classes of the providers, and the enums.

use std::fmt::Write;

use s2s_core::Code;
use s2s_core::binding::CLOSED;
use s2s_core::dynamic::{KindSpec, PROVIDERS, Spec};

use super::MADE;
use super::declarations::{Declaration, Field, Type, documentation, main_kinds, request_kinds};
use super::prose::{summary, wrapped};

/// The longest line.
const WIDTH: usize = 120;

const HEAD: &str = r#""""The fields of configurations, events and settings, for annotations.

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
    let mut text = format!("# {MADE}\n{HEAD}");
    for declaration in declarations {
        class(&mut text, declaration);
    }
    messages(&mut text, declarations);
    delivery.iter().for_each(|own| class(&mut text, own));
    let providers: Vec<_> = PROVIDERS.iter().map(|spec| spec.name).collect();
    let codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
    text.push('\n');
    words(&mut text, "Provider", "The provider APIs.", &providers);
    words(
        &mut text,
        "RequestKind",
        "The kinds of requests: that of the event, or `messages` where one request carries several.",
        &request_kinds(),
    );
    words(&mut text, "IssueCode", "The stable codes of issues and warnings.", &codes);
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
    // `None` is JSON, too, and Python cannot join the text that names it with anything.
    let or_none = if field.is_required || matches!(field.r#type, Type::Json) { "" } else { " | None" };
    let line = match &field.r#type {
        // As ruff breaks it. None that can be absent is as long.
        Type::Choice(choices) if field.is_required => {
            list(&format!("    {}: Literal[", field.name), &quoted(choices), "]").replace('\n', "\n    ")
        }
        r#type => format!("    {}: {}{or_none}", field.name, annotation(r#type)),
    };
    let _ = writeln!(text, "{line}");
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
        Type::Choice(choices) => format!("Literal[{}]", quoted(choices).join(", ")),
        Type::Texts => "Mapping[str, Text]".to_owned(),
        Type::Numbers => "Mapping[str, Number]".to_owned(),
        Type::Values => "Mapping[str, Json]".to_owned(),
        Type::Records(name) => format!("Mapping[str, {name}]"),
        Type::Record(name) => (*name).to_owned(),
        Type::List(item) => format!("Sequence[{}]", annotation(item)),
        Type::Json => "Json".to_owned(),
    }
}

fn quoted(choices: &[(String, String)]) -> Vec<String> {
    choices.iter().map(|(value, _)| format!("\"{value}\"")).collect()
}

/// A type of a few words.
fn words(text: &mut String, name: &str, documentation: &str, words: &[&str]) {
    let words = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>();
    let list = list(&format!("{name}: TypeAlias = Literal["), &words, "]");
    let _ = write!(text, "\n{list}\n\"\"\"{documentation}\"\"\"\n");
}

/// Items between brackets: on one line, or on a line each.
fn list(before: &str, items: &[String], after: &str) -> String {
    let line = format!("{before}{}{after}", items.join(", "));
    if line.chars().count() <= WIDTH {
        return line;
    }
    let items: String = items.iter().map(|item| format!("    {item},\n")).collect();
    format!("{before}\n{items}{after}")
}

/// The messages of requests of several, which name their kind.
fn messages(text: &mut String, declarations: &[Declaration]) {
    for spec in PROVIDERS.iter().filter(|spec| spec.batch.is_some()) {
        let mut names = Vec::new();
        for Declaration { name, message, .. } in declarations {
            let Some((kind, _)) = message.filter(|(_, client)| *client == spec.type_name) else { continue };
            let _ = write!(text, "\n\nclass {name}Message({name}):\n");
            docstring(text, &format!("A message of the kind `{kind}` in a request of several."));
            let _ = writeln!(text, "\n    kind: Literal[\"{kind}\"]");
            names.push(format!("{name}Message"));
        }
        let alias = format!("{}Message: TypeAlias = {}", spec.type_name, names.join(" | "));
        let _ = write!(text, "\n\n{alias}\n\"\"\"One message of a request of several.\"\"\"\n");
    }
}

/// `_providers.py`: the classes, whose code is in the native module.
pub(super) fn providers() -> String {
    let names = names();
    format!(
        "# {MADE}\n\"\"\"The clients of the providers.\"\"\"\n\n{}\n\n{}\n",
        imports("from ._native import", &names),
        list("__all__ = [", &names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>(), "]")
    )
}

fn names() -> Vec<String> {
    let mut names: Vec<_> = PROVIDERS.iter().map(|spec| spec.type_name.to_owned()).collect();
    names.sort_unstable();
    names
}

fn imports(before: &str, names: &[String]) -> String {
    let line = format!("{before} {}", names.join(", "));
    if line.len() <= WIDTH { line } else { list(&format!("{before} ("), names, ")") }
}

/// `_providers.pyi`: their signatures and documentation.
pub(super) fn stubs() -> String {
    let mut types: Vec<_> = PROVIDERS.iter().flat_map(|spec| records(spec)).collect();
    types.sort_unstable();
    let mut text = format!(
        "# {MADE}\n\"\"\"The clients of the providers.\"\"\"\n\nfrom collections.abc import Iterable\nfrom datetime import datetime\nfrom typing import final\n\n\
         from typing_extensions import Self, Unpack\n\nfrom ._native import Request, _Client, _NewId\n{}\n\n{}\n",
        imports("from .types import", &types),
        list("__all__ = [", &names().iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>(), "]")
    );
    PROVIDERS.iter().for_each(|spec| stub(&mut text, spec));
    text
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

fn stub(text: &mut String, spec: &Spec) {
    let Spec { type_name, title, traps, .. } = spec;
    let _ = write!(text, "\n@final\nclass {type_name}(_Client):\n");
    let ids = if spec.kinds.iter().any(|kind| kind.has_ids) {
        "\n\nAn event without `id` gets what `new_id` returns: a random UUID by default; with `None` the absence is an issue."
    } else {
        ""
    };
    let about = format!(
        "{title}: one app. What is wrong with its configuration is a `ConfigError`.\n\nSource: <{}>{ids}\n\n{traps}",
        spec.documentation()
    );
    indented(text, 4, &about);
    let _ = write!(text, "\n    def __new__(cls, **config: Unpack[{}]) -> Self: ...\n", spec.config.name);
    for KindSpec { name, noun, record, has_ids, .. } in spec.kinds {
        let mut parameters = vec!["self".to_owned(), "*".to_owned(), "now: datetime | None = None".to_owned()];
        if *has_ids {
            parameters.push("new_id: _NewId = ...".to_owned());
        }
        parameters.push(format!("**{name}: Unpack[{}]", record.name));
        method(text, name, &parameters);
        let about = format!(
            "Builds the request of {noun}, or raises a `ValidationError` with all of its issues.\n\n`now` is aware; by default it is the machine's clock."
        );
        indented(text, 8, &about);
    }
    if let Some(batch) = spec.batch {
        let name = batch.kind;
        let identity = spec.identity().map(|identity| format!("identity: {}", identity.name));
        let paths = if identity.is_some() { "`/identity` or `/messages/N`" } else { "`/messages/N`" };
        let messages = format!("{name}: Iterable[{type_name}Message]");
        let rest = [messages, "*".to_owned(), "now: datetime | None = None".to_owned(), "new_id: _NewId = ...".to_owned()];
        let parameters: Vec<_> = std::iter::once("self".to_owned()).chain(identity).chain(rest).collect();
        method(text, name, &parameters);
        let about = "Builds one request of several, or raises a `ValidationError` with all issues.";
        indented(text, 8, &format!("{about}\n\nPaths of issues begin with {paths}."));
    }
}

/// The head of a method that builds a request, as ruff breaks its lines.
fn method(text: &mut String, name: &str, parameters: &[String]) {
    let line = format!("    def {name}({}) -> Request:", parameters.join(", "));
    let several = format!("        {}", parameters.join(", "));
    let _ = if line.len() <= WIDTH {
        writeln!(text, "{line}")
    } else if several.len() <= WIDTH {
        writeln!(text, "    def {name}(\n{several}\n    ) -> Request:")
    } else {
        let each: String = parameters.iter().map(|parameter| format!("        {parameter},\n")).collect();
        writeln!(text, "    def {name}(\n{each}    ) -> Request:")
    };
}

/// A text for people, indented: a line that says what it is, and the rest.
fn indented(text: &mut String, indent: usize, documentation: &str) {
    let spaces = " ".repeat(indent);
    let width = WIDTH - indent;
    // A text of one line is in quotes.
    let lines = match &wrapped(documentation, width - 6)[..] {
        [line] => vec![line.clone()],
        _ => {
            let (first, rest) = summary(documentation);
            [vec![first, String::new()], wrapped(&rest, width)].concat()
        }
    };
    let close = if lines.len() > 1 { format!("\n{spaces}\"\"\"") } else { "\"\"\"".to_owned() };
    let lines: Vec<_> = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("{spaces}{line}") }).collect();
    let _ = writeln!(text, "{spaces}\"\"\"{}{close}", lines.join("\n").trim_start());
}

/// `_kinds.py`: the enums of a few words.
pub(super) fn kinds() -> String {
    let mut text = format!("# {MADE}\n\"\"\"The closed sets of words that requests and responses have.\"\"\"\n\nfrom enum import Enum\n");
    for closed in CLOSED {
        let _ = write!(text, "\n\nclass {}(str, Enum):\n", closed.name);
        indented(&mut text, 4, &documentation(closed.doc));
        text.push('\n');
        for word in closed.words {
            let _ = writeln!(text, "    {} = \"{}\"", word.name.to_uppercase(), word.name);
            indented(&mut text, 4, &documentation(word.doc));
        }
        text.push_str("\n    __str__ = str.__str__\n");
    }
    let names: Vec<_> = CLOSED.iter().map(|closed| closed.name).collect();
    let _ = write!(text, "\n\nfor _class in ({}):\n    _class.__module__ = \"s2s_events\"\n", names.join(", "));
    text
}

/// `tests/providers.py`: what the runner of the vectors finds by the names of providers and kinds.
pub(super) fn tests() -> String {
    let names = names();
    let mut text = format!(
        "# {MADE}\n\"\"\"The classes of the providers by their names, and their kinds of events.\"\"\"\n\n{}\n\nTypedClient = {}\n\n",
        imports("from s2s_events import", &names),
        names.join(" | ")
    );
    text.push_str("CLASSES: dict[str, type[TypedClient]] = {\n");
    for spec in PROVIDERS {
        let _ = writeln!(text, "    \"{}\": {},", spec.name, spec.type_name);
    }
    text.push_str("}\n\n# Whether events of a kind have ids.\nHAS_IDS = {\n");
    for spec in PROVIDERS {
        for kind in spec.kinds {
            let has_ids = if kind.has_ids { "True" } else { "False" };
            let _ = writeln!(text, "    (\"{}\", \"{}\"): {has_ids},", spec.name, kind.name);
        }
    }
    text.push_str("}\n\n# The kind of each provider that counts where a case of a response has none.\nMAIN_KINDS = {\n");
    for (provider, kind) in main_kinds() {
        let _ = writeln!(text, "    \"{provider}\": \"{kind}\",");
    }
    text.push_str("}\n");
    text
}

/// `bindings/python/src/providers.rs`: the code of the classes.
pub(super) fn native() -> String {
    let mut text = format!(
        "// {MADE}\n//! The clients of the providers: what is called on them goes to [`Client`].\n\n\
         use pyo3::prelude::*;\nuse pyo3::types::{{PyDict, PyTuple}};\n\nuse crate::client::{{Client, Edge, NewId}};\nuse crate::request::Request;\nuse crate::time::Aware;\n\n\
         /// Adds the classes to the module. Its `__all__` has only what its stub declares: `_providers.pyi` declares these.\npub(crate) fn add(module: &Bound<'_, PyModule>) -> PyResult<()> {{\n"
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "module.setattr(\"{0}\", module.py().get_type::<{0}>())?;", spec.type_name);
    }
    text.push_str("Ok(())\n}\n");
    PROVIDERS.iter().for_each(|spec| class_of(&mut text, spec));
    text
}

fn class_of(text: &mut String, spec: &Spec) {
    let Spec { name, type_name, title, config, .. } = spec;
    let about = format!(
        "{title}: one app. Its arguments are those of `s2s_events.types.{}`; what is wrong with them is a `ConfigError`.",
        config.name
    );
    let _ = write!(
        text,
        "\n{}#[pyclass(frozen, extends = Client, module = \"s2s_events\")]\npub(crate) struct {type_name};\n\n#[pymethods]\nimpl {type_name} {{\n\
         #[new]\n#[pyo3(signature = (**config))]\n\
         fn new(py: Python<'_>, config: Option<&Bound<'_, PyDict>>) -> PyResult<PyClassInitializer<Self>> {{\n\
         Ok(PyClassInitializer::from(Client::of_keywords(py, \"{name}\", config)?).add_subclass(Self))\n}}\n",
        comment(0, &about)
    );
    for KindSpec { name, noun, record, has_ids, .. } in spec.kinds {
        let about = format!(
            "Builds the request of {noun}, or raises a `ValidationError` with all of its issues. Its fields are those of `s2s_events.types.{}`.\n\n\
             `now` is aware; by default it is the machine's clock.",
            record.name
        );
        let own = if *has_ids { "now=None, new_id=..." } else { "now=None" };
        let _ = write!(
            text,
            "\n{}#[pyo3(signature = (*args, **{name}), text_signature = \"($self, *, {own}, **{name})\")]\n\
             fn {name}(slf: &Bound<'_, Self>, args: &Bound<'_, PyTuple>, {name}: Option<&Bound<'_, PyDict>>) -> PyResult<Request> {{\n\
             Client::build(slf.as_super(), \"{name}\", args, {name}, {has_ids})\n}}\n",
            comment(4, &about)
        );
    }
    if let Some(batch) = spec.batch {
        let name = batch.kind;
        let (before, parameter, identity) = match spec.identity() {
            Some(_) => ("identity, ", "identity: &Bound<'_, PyAny>, ", "identity"),
            None => ("", "", "PyDict::new(slf.py()).as_any()"),
        };
        let _ = write!(
            text,
            "\n{}#[pyo3(signature = ({before}{name}, *, now = None, new_id = NewId::Random), text_signature = \"($self, {before}{name}, *, now=None, new_id=...)\")]\n\
             fn {name}(slf: &Bound<'_, Self>, {parameter}{name}: &Bound<'_, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Request> {{\n\
             slf.as_super().get().messages({identity}, {name}, &Edge::new(now, new_id))\n}}\n",
            comment(
                4,
                "Builds one request of several, or raises a `ValidationError` with all issues.\n\n`now` is aware; by default it is the machine's clock."
            )
        );
    }
    text.push_str("}\n");
}

/// A comment of Rust.
fn comment(indent: usize, documentation: &str) -> String {
    wrapped(documentation, 96 - indent).iter().map(|line| format!("{}\n", format!("/// {line}").trim_end())).collect()
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
