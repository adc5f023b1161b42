//! `docs/`: a page for each provider, the table of issue codes, and the README's table of providers.

use std::fmt::Write;

use s2s_core::dynamic::{BodyRule, Field, PROVIDERS, Record, ResponseRule, Spec, Type};
use s2s_core::{Code, NoResponse, Severity, interpret_no_response};

use super::declarations::documentation;

/// The page of a provider.
pub(super) fn provider(spec: &Spec) -> String {
    let Spec { name, type_name, title, endpoint, traps, .. } = spec;
    let mut page = format!(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/provider/{name}`. -->\n\n# {title}\n\n\
         `{name}` in JSON and configurations, `{type_name}` in code. Requests are `{endpoint}`.\n\n\
         Documentation: {}.\n\n## What users stumble over\n\n{traps}",
        links(spec)
    );
    let _ = write!(page, "\n## Configuration\n\n{}\n\n", documentation(spec.config.doc));
    fields(&mut page, spec.config);
    page.push_str("\n## Events\n");
    for kind in spec.kinds {
        let _ = write!(page, "\n### `{}`\n\n{}\n\n", kind.name, documentation(kind.record.doc));
        fields(&mut page, kind.record);
    }
    if let Some(batch) = spec.batch {
        let _ = write!(
            page,
            "\n### Several in one request\n\nA request of the kind `{}` carries up to {} events and {} bytes, unless the settings say otherwise. \
             It has these fields once:\n\n",
            batch.kind, batch.max_events, batch.max_bytes
        );
        fields(&mut page, batch.identity);
    }
    page.push_str(
        "\n## Responses\n\nThe first row that fits a response decides. Error texts are found in any case, and within other text.\n\n\
         | status | body | outcome | scope | reason |\n|---|---|---|---|---|\n",
    );
    spec.responses.iter().copied().flatten().for_each(|rule| response(&mut page, rule));
    page.push_str("\nWithout a response:\n\n| | outcome | scope | reason |\n|---|---|---|---|\n");
    for kind in NoResponse::ALL {
        let outcome = interpret_no_response(*kind);
        let _ = writeln!(page, "| `{kind}` | {} | {} | {} |", outcome.kind(), outcome.scope(), outcome.reason());
    }
    page
}

fn links(spec: &Spec) -> String {
    spec.sources.iter().map(|(title, address)| format!("[{title}]({address})")).collect::<Vec<_>>().join(", ")
}

/// The table of a record's fields, without columns in which there is nothing.
fn fields(page: &mut String, record: &Record) {
    type Cell = fn(&Field) -> String;
    let columns: [(&str, Cell); 6] = [
        ("field", |field| format!("`{}`", field.name)),
        ("type", |field| type_of(field.of)),
        ("required", |field| if field.is_required { "yes".to_owned() } else { String::new() }),
        ("default", |field| code(default(field))),
        ("sent as", |field| code(field.wire)),
        ("", about),
    ];
    let columns: Vec<_> = columns.iter().filter(|(_, cell)| record.fields.iter().any(|field| !cell(field).is_empty())).collect();
    let heads: String = columns.iter().map(|(head, _)| format!(" {head} |")).collect();
    let _ = writeln!(page, "|{heads}\n|{}", "---|".repeat(columns.len()));
    for field in record.fields {
        let cells: String = columns.iter().map(|(_, cell)| format!(" {} |", cell(field))).collect();
        let _ = writeln!(page, "|{cells}");
    }
}

fn code(text: Option<&str>) -> String {
    text.map(|text| format!("`{text}`")).unwrap_or_default()
}

fn default(field: &Field) -> Option<&'static str> {
    match field.of {
        Type::Choice(choices) => choices.iter().find(|choice| choice.is_default).map(|choice| choice.name),
        _ => field.default,
    }
}

fn type_of(of: Type) -> String {
    match of {
        Type::Text => "text".to_owned(),
        Type::Number => "decimal".to_owned(),
        Type::Time => "time".to_owned(),
        Type::Integer => "integer".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Choice(choices) => choices.iter().map(|choice| format!("`{}`", choice.name)).collect::<Vec<_>>().join(", "),
        Type::Texts => "map of texts".to_owned(),
        Type::Numbers => "map of decimals".to_owned(),
        Type::Values => "map of JSON".to_owned(),
        _ => "map".to_owned(),
    }
}

/// The documentation of a field and its choices, on one line.
fn about(field: &Field) -> String {
    let choices = match field.of {
        Type::Choice(choices) => choices.iter().map(|choice| format!(" `{}`: {}", choice.name, documentation(choice.doc))).collect(),
        _ => String::new(),
    };
    [documentation(field.doc), choices].concat().replace('\n', " ").replace('|', r"\|")
}

fn response(page: &mut String, rule: &ResponseRule) {
    let status = match rule.statuses {
        (0, u16::MAX) => "any".to_owned(),
        (first, last) if first == last => first.to_string(),
        (0, last) => format!("up to {last}"),
        (first, u16::MAX) => format!("from {first}"),
        (first, last) => format!("{first}–{last}"),
    };
    let body = match rule.body {
        BodyRule::Error(text) => format!("error `{text}`"),
        BodyRule::Form(form) => form.about.to_owned(),
        _ => String::new(),
    };
    let ResponseRule { kind, scope, reason, .. } = rule;
    let _ = writeln!(page, "| {status} | {body} | {kind} | {scope} | {reason} |");
}

/// The README's table of providers.
pub(super) fn table() -> String {
    let mut table = String::from("| provider API | name | events | request | documentation |\n|---|---|---|---|---|\n");
    for spec in PROVIDERS {
        let Spec { name, title, endpoint, .. } = spec;
        let kinds = spec.kind_names().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ");
        let _ = writeln!(table, "| [{title}](docs/providers/{name}.md) | `{name}` | {kinds} | `{endpoint}` | <{}> |", spec.documentation());
    }
    table
}

/// The table of issue codes.
pub(super) fn issue_codes() -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/issue.rs`. -->\n\n# Issue codes\n\nAn issue says where (a JSON Pointer), what (a code of this table) and why (a message for people). Codes are stable; messages are not.\n",
    );
    for (severity, title, text) in [
        (Severity::Issue, "Issues", "Nothing is built. All issues of an event are told at once."),
        (Severity::Warning, "Warnings", "The request is built and carries them: legal, but probably not meant."),
    ] {
        let _ = write!(page, "\n## {title}\n\n{text}\n\n| code | meaning | example |\n|---|---|---|\n");
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let _ = writeln!(page, "| `{code}` | {} | {} |", code.meaning(), code.example());
        }
    }
    page
}
