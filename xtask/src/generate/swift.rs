//! Of the Swift package: the clients of the providers, the enums, and what the tests find by the names of providers and kinds.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::binding::{CLOSED, NEUTRAL};
use s2s_core::dynamic::{KindSpec, PROVIDERS, Record, Spec};

use super::MADE;
use super::declarations::{build_many, documentation, field_places, main_kinds};
use super::prose::{camel_case, respelled, wrapped};

/// `Providers.swift`: the clients, and what crosses the border for them.
pub(super) fn providers(names: &BTreeSet<&str>) -> String {
    let mut text = format!("// {MADE}\n\nimport Foundation\n");
    PROVIDERS.iter().for_each(|spec| client(&mut text, spec, names));
    destination_config(&mut text);
    text.push('\n');
    let mut known = BTreeSet::new();
    for spec in PROVIDERS {
        records(spec).into_iter().filter(|name| known.insert(*name)).for_each(|name| conformance(&mut text, name));
        if spec.batch.is_some() {
            conformance(&mut text, &format!("{}Message", spec.type_name));
        }
    }
    NEUTRAL.into_iter().flat_map(self::names).filter(|name| known.insert(*name)).for_each(|name| conformance(&mut text, name));
    sizes(&mut text);
    text
}

/// The names of what a provider takes.
fn records(spec: &'static Spec) -> Vec<&'static str> {
    let identity = spec.batch.map(|batch| batch.identity);
    let records = std::iter::once(spec.config).chain(identity).chain(spec.kinds.iter().map(|kind| kind.record));
    records.flat_map(names).collect()
}

/// The names of a record and of those inside of it.
fn names(record: &'static Record) -> Vec<&'static str> {
    record.nested().into_iter().chain([record]).map(|record| record.name).collect()
}

/// Enums of UniFFI begin with a small letter.
fn case(name: &str) -> String {
    name[..1].to_lowercase() + &name[1..]
}

fn client(text: &mut String, spec: &Spec, names: &BTreeSet<&str>) {
    let Spec { type_name, title, traps, config, kinds, .. } = spec;
    let has_ids = kinds.iter().any(|kind| kind.has_ids);
    let ids = if has_ids { "\n\nAn event without `id` gets one from `newID`: a random UUID by default." } else { "" };
    let about = format!("{title}: one app. See <{}>.{ids}\n\n{traps}", spec.documentation());
    let _ = write!(
        text,
        "\n{}public struct {type_name}: ProviderClient {{\n    /// What builds and interprets.\n    public let core: ClientCore\n\n    \
         /// A client of the app of that configuration.\n    ///\n    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.\n    \
         public init(_ config: {}) throws {{\n        core = try ClientCore(.typed(config: .{}(config)))\n    }}\n",
        comment(0, &respelled(&about, names)),
        config.name,
        case(type_name)
    );
    for KindSpec { name, noun, record, has_ids, .. } in *kinds {
        let method = camel_case(name);
        let (parameter, argument) = if *has_ids { (", newID: NewID = .random", ", newID: newID") } else { ("", "") };
        let _ = write!(
            text,
            "\n{}    public func {method}(_ {method}: {}, now: Date = Date(){parameter}) throws -> Request {{\n        \
             try core.build(.typed(event: .{}({method})), now: now{argument})\n    }}\n",
            comment(4, &format!("Builds the request of {noun}.\n\n- Throws: ``ValidationError`` with all of its issues.")),
            record.name,
            case(record.name)
        );
    }
    for KindSpec { noun, record, .. } in *kinds {
        let _ = write!(
            text,
            "\n{}    public func laneKey(_ event: {}, now: Date = Date()) throws -> String? {{\n        \
             try core.laneKey(.typed(event: .{}(event)), now: now)\n    }}\n",
            comment(
                4,
                &format!(
                    "Returns the key of the lane of {noun}, or nil where the order does not matter: see ``Request/laneKey()``. It does not depend on `now`, \
                     which is for the checks of the event, nor on an id, which may be absent.\n\n- Throws: ``ValidationError`` with all issues of the event."
                )
            ),
            record.name,
            case(record.name)
        );
    }
    for (method, about, KindSpec { record, has_ids, .. }) in build_many(spec) {
        let (parameter, argument) = if *has_ids { (", newID: NewID = .random", ", newID: newID") } else { ("", "") };
        let _ = write!(
            text,
            "\n{}    public func {method}(_ events: [{}], now: Date = Date(){parameter}) throws -> [Result<Request, ValidationError>] {{\n        \
             try core.build(events.map {{ .typed(event: .{}($0)) }}, now: now{argument})\n    }}\n",
            comment(4, &format!("{about}, in their order.")),
            record.name,
            case(record.name)
        );
    }
    if let Some(batch) = spec.batch {
        let method = camel_case(batch.kind);
        let (parameter, identity) = match spec.identity() {
            Some(identity) => (format!("_ identity: {}, ", identity.name), "identity"),
            None => (String::new(), "NoIdentity()"),
        };
        let _ = write!(
            text,
            "\n{}    public func {method}({parameter}_ {method}: [{type_name}Message], now: Date = Date(), newID: NewID = .random) throws -> Request {{\n        \
             let all = AnyMessages.{}(identity: {identity}, messages: {method})\n        \
             return try core.build(.typed(messages: all), count: {method}.count, now: now, newID: newID)\n    }}\n",
            comment(4, "Builds one request of several.\n\n- Throws: ``ValidationError`` with all issues."),
            case(type_name)
        );
    }
    text.push_str("}\n");
}

/// The initializers of a destination's configuration.
fn destination_config(text: &mut String) {
    text.push_str("\nextension DestinationConfig {\n");
    let initializers = PROVIDERS.iter().map(|Spec { type_name, title, config, .. }| {
        format!(
            "    /// A destination of {title}.\n    \
             public init(\n        _ config: {}, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil\n    ) {{\n        \
             self.init(.{}(config), events, mapping, name)\n    }}\n",
            config.name,
            case(type_name)
        )
    });
    text.push_str(&initializers.collect::<Vec<_>>().join("\n"));
    text.push_str("}\n");
}

/// The conformance of what UniFFI makes of a record.
fn conformance(text: &mut String, name: &str) {
    let _ = writeln!(
        text,
        "extension {name}: Record {{ func write(into bytes: inout [UInt8]) {{ FfiConverterType{name}.write(self, into: &bytes) }} }}"
    );
}

/// The sizes of events and messages of any kind. `Generated/Sizes.swift` has those of records.
fn sizes(text: &mut String) {
    let switch = |text: &mut String, name: &str, cases: &[String]| {
        let _ = write!(text, "\nextension {name} {{\n    var size: Int {{\n        switch self {{\n");
        cases.iter().for_each(|case| text.push_str(&format!("        case {case}\n")));
        text.push_str("        }\n    }\n}\n");
    };
    let kinds = PROVIDERS.iter().flat_map(|spec| spec.kinds);
    let events: Vec<_> = kinds.map(|kind| format!(".{}(let event): event.size", case(kind.record.name))).collect();
    switch(text, "AnyEvent", &events);
    let several = || PROVIDERS.iter().filter(|spec| spec.batch.is_some());
    let messages: Vec<_> = several()
        .map(|spec| {
            let (identity, size) = if spec.identity().is_some() { ("let identity", "identity.size") } else { ("_", "0") };
            format!(".{}({identity}, let messages): messages.reduce({size}) {{ $0 + $1.size }}", case(spec.type_name))
        })
        .collect();
    switch(text, "AnyMessages", &messages);
    for spec in several() {
        let cases: Vec<_> = spec.kinds.iter().map(|kind| format!(".{}(let event): event.size", camel_case(kind.name))).collect();
        switch(text, &format!("{}Message", spec.type_name), &cases);
    }
}

/// A comment before what it documents.
fn comment(indent: usize, documentation: &str) -> String {
    let spaces = " ".repeat(indent);
    wrapped(documentation, 110 - indent).iter().map(|line| format!("{}\n", format!("{spaces}/// {line}").trim_end())).collect()
}

/// The enums of a few words: where each is declared, its name there, what it conforms to, and what that is for.
const PLACES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "NoResponse",
        "",
        "NoResponse",
        "String, Error, CaseIterable",
        " It can be thrown where a ``Driver`` sends with a client whose errors are not known here.",
    ),
    ("OutcomeKind", "Outcome", "Kind", "String, Sendable, CaseIterable", ""),
    ("Scope", "Outcome", "Scope", "String, Sendable, CaseIterable", ""),
];

/// `Closed.swift`: these enums.
pub(super) fn closed() -> Result<String, String> {
    let mut text = format!("// {MADE}\n");
    for closed in CLOSED {
        let place = PLACES.iter().find(|(name, ..)| *name == closed.name);
        let (_, outer, name, protocols, purpose) = place.ok_or_else(|| format!("`{}` has no place in the Swift package", closed.name))?;
        let indent = if outer.is_empty() { 0 } else { 4 };
        let spaces = " ".repeat(indent);
        text.push('\n');
        if indent > 0 {
            let _ = writeln!(text, "extension {outer} {{");
        }
        let about = format!("{} The raw value is the word in JSON.{purpose}", documentation(closed.doc));
        let _ = writeln!(text, "{}{spaces}public enum {name}: {protocols} {{", comment(indent, &about));
        for word in closed.words {
            let camel = camel_case(word.name);
            let raw = if camel == word.name { String::new() } else { format!(" = \"{}\"", word.name) };
            let _ = writeln!(text, "{}{spaces}    case {camel}{raw}", comment(indent + 4, &documentation(word.doc)));
        }
        let _ = writeln!(text, "{spaces}}}");
        if indent > 0 {
            text.push_str("}\n");
        }
    }
    Ok(text)
}

/// Where fields are inside of a provider's fields, in a dictionary of the tests.
fn inner_places(spec: &&Spec) -> String {
    let places: String = field_places(spec).iter().map(|place| format!("            \"{place}\",\n")).collect();
    if places.is_empty() { places } else { format!("        \"{}\": [\n{places}        ],\n", spec.name) }
}

/// `TypedProviders.swift` of the tests: typed clients and events of what a case has.
pub(super) fn tests() -> String {
    let mut text = format!(
        "// {MADE}\n\nimport Foundation\n@testable import S2SEvents\n\n/// Typed clients and events of cases, by the names of providers and kinds.\nenum TypedProviders {{\n    \
         static let names = [{}]\n\n    /// The kind of each provider that counts where a case of a response has none.\n    \
         static let mainKinds = [{}]\n\n    static func client(_ provider: String, _ config: JsonValue) throws -> any ProviderClient {{\n        switch provider {{\n",
        PROVIDERS.iter().map(|spec| format!("\"{}\"", spec.name)).collect::<Vec<_>>().join(", "),
        main_kinds().iter().map(|(provider, kind)| format!("\"{provider}\": \"{kind}\"")).collect::<Vec<_>>().join(", ")
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "        case \"{}\": try {}(record(config))", spec.name, spec.type_name);
    }
    text.push_str(
        "        default: throw NoValue()\n        }\n    }\n\n    \
         static func build(_ client: any ProviderClient, _ event: JsonValue, now: Date, newID: NewID) throws -> Request {\n        \
         switch (client, event[\"kind\"]?.string.map(snakeCase)) {\n",
    );
    for spec in PROVIDERS {
        for KindSpec { name, has_ids, .. } in spec.kinds {
            let new_id = if *has_ids { ", newID: newID" } else { "" };
            let _ = writeln!(
                text,
                "        case (let client as {}, \"{name}\"): try client.{}(record(event), now: now{new_id})",
                spec.type_name,
                camel_case(name)
            );
        }
    }
    text.push_str(
        "        default: throw NoValue()\n        }\n    }\n\n    \
         static func laneKey(_ client: any ProviderClient, _ event: JsonValue, now: Date) throws -> String? {\n        \
         switch (client, event[\"kind\"]?.string.map(snakeCase)) {\n",
    );
    for spec in PROVIDERS {
        for KindSpec { name, record, .. } in spec.kinds {
            let _ = writeln!(
                text,
                "        case (let client as {}, \"{name}\"): try client.laneKey(record(event) as {}, now: now)",
                spec.type_name, record.name
            );
        }
    }
    text.push_str(
        "        default: throw NoValue()\n        }\n    }\n\n    \
         static func messages(_ client: any ProviderClient, _ identity: JsonValue, _ messages: [JsonValue], now: Date, newID: NewID) throws -> Request {\n        \
         switch client {\n",
    );
    for spec in PROVIDERS {
        let Some(batch) = spec.batch else { continue };
        let _ = writeln!(
            text,
            "        case let client as {}: try client.{}({}messages.map({}Message), now: now, newID: newID)",
            spec.type_name,
            camel_case(batch.kind),
            if spec.identity().is_some() { "record(identity), " } else { "" },
            camel_case(spec.name)
        );
    }
    text.push_str(
        "        default: throw NoValue()\n        }\n    }\n\n    static func destination(\n        \
         _ provider: String, _ config: JsonValue, events: [EventName: EventTarget], mapping: EventMapping, name: String?\n    \
         ) throws -> DestinationConfig {\n        switch provider {\n",
    );
    for Spec { name, config, .. } in PROVIDERS {
        let _ = writeln!(
            text,
            "        case \"{name}\": try DestinationConfig(record(config) as {}, events: events, mapping: mapping, name: name)",
            config.name
        );
    }
    text.push_str("        default: throw NoValue()\n        }\n    }\n");
    text.push_str("\n    /// Where fields are inside of fields, by the names of the providers: `*` is a position or a key.\n");
    let places: String = PROVIDERS.iter().map(inner_places).collect();
    let places = if places.is_empty() { "[:]".to_owned() } else { format!("[\n{places}    ]") };
    let _ = writeln!(text, "    static let records: [String: Set<String>] = {places}");
    for spec in PROVIDERS.iter().filter(|spec| spec.batch.is_some()) {
        let _ = write!(
            text,
            "\n    private static func {}Message(_ json: JsonValue) throws -> {}Message {{\n        switch json[\"kind\"]?.string.map(snakeCase) {{\n",
            camel_case(spec.name),
            spec.type_name
        );
        for KindSpec { name, .. } in spec.kinds {
            let _ = writeln!(text, "        case \"{name}\": .{}(try record(json))", camel_case(name));
        }
        text.push_str("        default: throw NoValue()\n        }\n    }\n");
    }
    text.push_str("}\n");
    text
}
