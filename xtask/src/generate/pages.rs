//! `docs/`: a page for each provider, their table and their part of the navigation, and the issue codes.

use std::fmt::Write;

use s2s_core::binding::DELIVERY;
use s2s_core::dynamic::{BodyRule, Field, KindRules, PROVIDERS, Record, ResponseRule, Spec, Type};
use s2s_core::{Code, NoResponse, Severity, interpret_no_response};

use super::declarations::documentation;

/// The page of a provider.
pub(super) fn provider(spec: &Spec) -> String {
    let Spec { name, type_name, title, traps, .. } = spec;
    let mut page = format!(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/provider/{name}`. -->\n\n# {title}\n\n\
         `{name}` in JSON and configurations, `{type_name}` in code.\n\n\
         Documentation: {}.\n\n## Pitfalls\n\n{traps}\n## Requests\n\n{}",
        links(spec),
        requests(spec)
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
            "\n### Several in one request\n\nA request of the kind `{}` carries up to {} events and {} bytes, unless the settings say otherwise.",
            batch.kind, batch.max_events, batch.max_bytes
        );
        match spec.identity() {
            Some(identity) => {
                page.push_str(" It has these fields once:\n\n");
                fields(&mut page, identity);
            }
            None => page.push_str(" Its events may be those of different users.\n"),
        }
    }
    page.push_str(
        "\n## Responses\n\nThe first row that matches a response decides. Error texts match in any case, also within longer text.\n",
    );
    responses(&mut page, spec);
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

/// The table of the kinds of requests: where they go, and what a delivery has to know of them.
fn requests(spec: &Spec) -> String {
    let row = |rules: &KindRules| {
        let KindRules { endpoint, lane, is_ordered, max_age, repeated, .. } = rules;
        let order = if *is_ordered { "by time" } else { "as submitted" };
        let age = max_age.map_or_else(|| "not documented".to_owned(), days);
        format!("`{endpoint}` | {lane} | {order} | {age} | {} |", repeated.about())
    };
    let rows: String = grouped(spec, row).into_iter().map(|(kinds, row)| format!("| {kinds} | {row}\n")).collect();
    format!("| kind | request | lane | order in a lane | largest age | a repetition |\n|---|---|---|---|---|---|\n{rows}")
}

/// What there is to say of kinds of requests, each text once with the kinds that it is about.
fn grouped(spec: &Spec, about: impl Fn(&KindRules) -> String) -> Vec<(String, String)> {
    let mut groups: Vec<(String, String)> = Vec::new();
    for (kind, rules) in kinds(spec) {
        let text = about(&rules);
        match groups.iter_mut().find(|(_, known)| *known == text) {
            Some((kinds, _)) => *kinds += &format!(", `{kind}`"),
            None => groups.push((format!("`{kind}`"), text)),
        }
    }
    groups
}

fn days(millis: i64) -> String {
    format!("{} days", millis / (24 * 60 * 60 * 1_000))
}

/// The table of a record's fields and of those of the records inside of it, without columns in which there is nothing.
pub(super) fn fields(page: &mut String, record: &Record) {
    type Cell = fn(&Row) -> String;
    let columns: [(&str, Cell); 6] = [
        ("field", |row| format!("`{}`", row.path)),
        ("type", |row| type_of(row.field.of)),
        ("required", |row| if row.field.is_required { "yes".to_owned() } else { String::new() }),
        ("default", |row| code(default(row.field))),
        ("sent as", |row| code(row.field.wire)),
        ("", |row| about(row.field)),
    ];
    let mut rows = Vec::new();
    add_rows(&mut rows, record, "");
    let columns: Vec<_> = columns.iter().filter(|(_, cell)| rows.iter().any(|row| !cell(row).is_empty())).collect();
    let heads: String = columns.iter().map(|(head, _)| format!(" {head} |")).collect();
    let _ = writeln!(page, "|{heads}\n|{}", "---|".repeat(columns.len()));
    for row in rows {
        let cells: String = columns.iter().map(|(_, cell)| format!(" {} |", cell(&row))).collect();
        let _ = writeln!(page, "|{cells}");
    }
}

/// A field, and the path to it: `consent.version`, or `items[].id` in a list.
struct Row {
    path: String,
    field: &'static Field,
}

fn add_rows(rows: &mut Vec<Row>, record: &Record, before: &str) {
    for field in record.fields {
        let path = format!("{before}{}", field.name);
        rows.push(Row { path: path.clone(), field });
        match field.of {
            Type::Record(inside) => add_rows(rows, inside, &format!("{path}.")),
            Type::List(Type::Record(inside)) => add_rows(rows, inside, &format!("{path}[].")),
            _ => {}
        }
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
        Type::Record(_) => "object".to_owned(),
        Type::List(Type::Record(_)) => "list of objects".to_owned(),
        Type::List(item) => format!("list of {}s", type_of(*item)),
        Type::Json => "any JSON".to_owned(),
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

/// The table of responses to all kinds of requests: a row that several have is there once.
fn responses(page: &mut String, spec: &Spec) {
    let kinds = kinds(spec);
    let mut rows: Vec<([String; 3], Vec<&str>)> = Vec::new();
    for (kind, rules) in &kinds {
        // The rows of each kind stay in their order.
        let mut after = 0;
        for row in rules.responses.iter().copied().flatten().map(response) {
            let known = rows.iter().skip(after).position(|(known, _)| *known == row).map(|position| after + position);
            let place = known.unwrap_or_else(|| {
                rows.insert(after, (row, Vec::new()));
                after
            });
            rows[place].1.push(kind);
            after = place + 1;
        }
    }
    let differ = rows.iter().any(|(_, own)| own.len() < kinds.len());
    page.push_str(if differ {
        "A row is about all kinds of requests unless it names some.\n\n| status | body | kind | outcome | scope | reason |\n|---|---|---|---|---|---|\n"
    } else {
        "\n| status | body | outcome | scope | reason |\n|---|---|---|---|---|\n"
    });
    for ([status, body, rest], own) in rows {
        let of =
            if own.len() < kinds.len() { own.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ") } else { String::new() };
        let kind = if differ { format!(" {of} |") } else { String::new() };
        let _ = writeln!(page, "| {status} | {body} |{kind} {rest} |");
    }
}

/// The kinds of requests with their rules.
fn kinds(spec: &Spec) -> Vec<(&'static str, KindRules)> {
    let of_one = spec.kinds.iter().map(|kind| (kind.name, kind.rules));
    of_one.chain(spec.batch.map(|batch| (batch.kind, batch.rules))).collect()
}

/// The status, the body, and the rest of a row.
fn response(rule: &ResponseRule) -> [String; 3] {
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
    [status, body, format!("{kind} | {scope} | {reason}")]
}

/// The table of providers, for a page from which their pages are in `folder`.
pub(super) fn table(folder: &str) -> String {
    let mut table = String::from("| provider API | name | events | request | documentation |\n|---|---|---|---|---|\n");
    for spec in PROVIDERS {
        let Spec { name, title, .. } = spec;
        let kinds = spec.kind_names().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ");
        let requests = spec.endpoints().iter().map(|endpoint| format!("`{endpoint}`")).collect::<Vec<_>>().join(", ");
        let _ = writeln!(table, "| [{title}]({folder}{name}.md) | `{name}` | {kinds} | {requests} | <{}> |", spec.documentation());
    }
    table
}

/// The page of the settings of deliveries.
pub(super) fn delivery() -> String {
    let [config, limits] = DELIVERY;
    let mut page = format!(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/delivery/config.rs`. -->\n\n# Delivery settings\n\n{}\n\n\
         [Delivery](delivery.md) describes what they do together. The program `s2s` reads them from `[delivery]`, and has \
         [some defaults of its own](outbox.md#settings).\n\n",
        documentation(config.doc)
    );
    fields(&mut page, config);
    let _ = write!(page, "\n## `providers`\n\n{}\n\n", documentation(limits.doc));
    fields(&mut page, limits);
    page
}

/// The page that lists the providers.
pub(super) fn providers() -> String {
    format!(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core`. -->\n\n# Providers\n\n{}\n\
         Each page lists the fields of the provider's configuration and events, how every response is interpreted, and what users \
         overlook, with the sources. `s2s providers` prints the fields, too.\n\n\
         Where a provider documents nothing, there is a setting, or the field says so. Nothing was tried against the providers' own \
         servers.\n",
        table("")
    )
}

/// The providers' pages in the navigation.
pub(super) fn navigation() -> String {
    PROVIDERS.iter().map(|Spec { name, title, .. }| format!("      - \"{title}\": providers/{name}.md\n")).collect()
}

/// The page of issue codes. Each code is a heading, so that it has an anchor and is found by the search.
pub(super) fn issue_codes() -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask generate` from `crates/s2s-core/src/issue.rs`. -->\n\n# Issue codes\n\n\
         An issue has a path (a JSON Pointer into the event), a code of this page, and a message for people.\n\
         Codes are stable; messages are not. The anchor of a code is its name, such as [`#too_old`](#too_old).\n",
    );
    for (severity, title, text) in [
        (Severity::Issue, "Issues", "Nothing is built. All issues of an event are reported at once."),
        (Severity::Warning, "Warnings", "The request is built and carries them: legal, but probably not meant."),
    ] {
        let _ = write!(page, "\n## {title}\n\n{text}\n");
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let _ = write!(page, "\n### `{code}`\n\n{}.\n\nExample: {}\n", capitalized(code.meaning()), code.example());
        }
    }
    page
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
