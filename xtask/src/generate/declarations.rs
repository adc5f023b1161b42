//! The core's declarations of configurations and events, as generated types need them.

use std::collections::BTreeSet;

use s2s_core::binding::{self, DELIVERY, NEUTRAL};
use s2s_core::dynamic::{self, KindSpec, PROVIDERS, Record, Spec};

use super::prose::pascal_case;

/// A configuration, a kind of event, or a record inside of one.
pub(super) struct Declaration {
    /// The name of its type in languages where all types share one space: `AdjustEvent`.
    pub(super) name: &'static str,
    pub(super) documentation: String,
    pub(super) fields: Vec<Field>,
    /// The `kind` that it has as a message of a request of several, and the name of the client's type.
    pub(super) message: Option<(&'static str, &'static str)>,
}

pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) documentation: String,
    pub(super) r#type: Type,
    pub(super) is_required: bool,
}

pub(super) enum Type {
    Text,
    Number,
    Time,
    Integer,
    Boolean,
    /// One of a few texts, each with what it means.
    Choice(Vec<(String, String)>),
    Texts,
    Numbers,
    Values,
    /// A map of those of a declaration.
    Records(&'static str),
    /// One of a declaration.
    Record(&'static str),
    List(Box<Type>),
    Json,
}

/// All declarations: of each provider the configuration first, those of neutral events last, and before each one those inside of it.
pub(super) fn read() -> Result<Vec<Declaration>, String> {
    let mut declarations = Vec::new();
    for provider in PROVIDERS {
        let shared = std::iter::once(provider.config).chain(provider.identity());
        for record in shared {
            nested(record, &mut declarations)?;
            declarations.push(declaration(record)?);
        }
        for kind in provider.kinds {
            nested(kind.record, &mut declarations)?;
            let message = provider.batch.map(|_| (kind.name, provider.type_name));
            declarations.push(Declaration { message, ..declaration(kind.record)? });
        }
    }
    for record in NEUTRAL {
        nested(record, &mut declarations)?;
        declarations.push(declaration(record)?);
    }
    Ok(declarations)
}

/// Adds the records inside of one.
fn nested(record: &Record, declarations: &mut Vec<Declaration>) -> Result<(), String> {
    for inside in record.nested() {
        if !declarations.iter().any(|known| known.name == inside.name) {
            declarations.push(declaration(inside)?);
        }
    }
    Ok(())
}

/// The settings of deliveries; what they refer to comes first.
pub(super) fn delivery() -> Result<Vec<Declaration>, String> {
    DELIVERY.into_iter().rev().map(declaration).collect()
}

fn declaration(record: &Record) -> Result<Declaration, String> {
    let fields = record.fields.iter().map(field).collect::<Result<_, _>>()?;
    Ok(Declaration { name: record.name, documentation: documentation(record.doc), fields, message: None })
}

fn field(field: &dynamic::Field) -> Result<Field, String> {
    Ok(Field {
        name: field.name,
        documentation: documentation(field.doc),
        r#type: type_of(field.of).ok_or_else(|| format!("`{}` has a type that is not known: {:?}", field.name, field.of))?,
        is_required: field.is_required,
    })
}

/// A documentation in which links to Rust's items are their names.
pub(super) fn documentation(doc: &[&str]) -> String {
    let mut text = binding::documentation(doc);
    // Where a link to a Rust item leads.
    while let Some(start) = text.find("(super::")
        && let Some(length) = text[start..].find(')')
    {
        text.replace_range(start..=start + length, "");
    }
    text.replace("[`", "`").replace("`]", "`").replace("::", ".")
}

fn type_of(of: dynamic::Type) -> Option<Type> {
    Some(match of {
        dynamic::Type::Text => Type::Text,
        dynamic::Type::Number => Type::Number,
        dynamic::Type::Time => Type::Time,
        dynamic::Type::Integer => Type::Integer,
        dynamic::Type::Boolean => Type::Boolean,
        dynamic::Type::Choice(choices) => {
            Type::Choice(choices.iter().map(|choice| (choice.name.to_owned(), documentation(choice.doc))).collect())
        }
        dynamic::Type::Texts => Type::Texts,
        dynamic::Type::Numbers => Type::Numbers,
        dynamic::Type::Values => Type::Values,
        dynamic::Type::Records(record) => Type::Records(record.name),
        dynamic::Type::Record(record) => Type::Record(record.name),
        dynamic::Type::List(item) => Type::List(Box::new(type_of(*item)?)),
        dynamic::Type::Json => Type::Json,
        _ => return None,
    })
}

/// The paths inside of a provider's configuration and events at which there are fields: `consent/details`, or `items/*` in a list or a map.
pub(super) fn field_places(spec: &Spec) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    let records = std::iter::once(spec.config).chain(spec.identity()).chain(spec.kinds.iter().map(|kind| kind.record));
    records.for_each(|record| add_places(&mut places, record, ""));
    places
}

fn add_places(places: &mut BTreeSet<String>, record: &Record, before: &str) {
    for field in record.fields {
        let Some(inside) = field.of.record() else { continue };
        let each = if matches!(field.of, dynamic::Type::Record(_)) { "" } else { "/*" };
        let place = format!("{before}{}{each}", field.name);
        add_places(places, inside, &format!("{place}/"));
        places.insert(place);
    }
}

/// The methods that build many requests of a kind, where a provider takes one event in a request: the name of each, what it does, and the kind.
/// That of the first kind is the shortest.
pub(super) fn build_many(spec: &Spec) -> Vec<(String, String, &'static KindSpec)> {
    let own = |(position, kind): (usize, &'static KindSpec)| match position {
        0 => ("buildMany".to_owned(), "Builds the requests of many events".to_owned(), kind),
        _ => (
            format!("buildMany{}", pascal_case(kind.name)),
            format!("Builds the requests of many events of the kind `{}`", kind.name),
            kind,
        ),
    };
    if spec.batch.is_some() { Vec::new() } else { spec.kinds.iter().enumerate().map(own).collect() }
}

/// Each provider with its first kind, which counts where the kind of a request is not known.
pub(super) fn main_kinds() -> Vec<(&'static str, &'static str)> {
    PROVIDERS.iter().filter_map(|spec| Some((spec.name, spec.kinds.first()?.name))).collect()
}

/// The kinds of requests of all providers.
pub(super) fn request_kinds() -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for kind in PROVIDERS.iter().flat_map(|spec| spec.kind_names()).chain(PROVIDERS.iter().filter_map(|spec| Some(spec.batch?.kind))) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}
