//! Of the Kotlin module: the classes of the providers, the enums, and what the tests find by the names of providers and kinds.

use std::collections::BTreeSet;
use std::fmt::Write;

use s2s_core::binding::{CLOSED, Closed};
use s2s_core::dynamic::{KindSpec, PROVIDERS, Spec};

use super::MADE;
use super::declarations::{build_many, documentation, field_places, main_kinds};
use super::prose::{camel_case, pascal_case, respelled, wrapped};

/// The longest line.
const WIDTH: usize = 140;

/// `Providers.kt`: the classes, and what is made of events of any provider.
pub(super) fn providers(names: &BTreeSet<&str>) -> String {
    let mut text = format!(
        "// {MADE}\n\npackage io.github.s2sevents\n\nimport io.github.s2sevents.ffi.ConfigData\n\
         import io.github.s2sevents.ffi.OneDestinationData\nimport io.github.s2sevents.ffi.TargetData\nimport java.time.Instant\n"
    );
    PROVIDERS.iter().for_each(|spec| class(&mut text, spec, names));
    destination_config(&mut text);
    text.push_str(
        "\n/** The JSON form of a typed event that cannot be written as it is. */\ninternal fun jsonOf(event: AnyEvent): EventJson = when (event) {\n",
    );
    for spec in PROVIDERS {
        for KindSpec { name, record, .. } in spec.kinds {
            let _ = writeln!(
                text,
                "    is AnyEvent.{} -> EventJson.of(event.v1, \"provider\" to \"{}\", \"kind\" to \"{name}\")",
                record.name, spec.name
            );
        }
    }
    text.push_str(
        "}\n\n/** The event of a message, and its kind; null for anything else. */\ninternal fun partsOf(message: Any?): Pair<Any, String>? = when (message) {\n",
    );
    for spec in PROVIDERS.iter().filter(|spec| spec.batch.is_some()) {
        for KindSpec { name, .. } in spec.kinds {
            let _ = writeln!(text, "    is {}Message.{} -> message.v1 to \"{name}\"", spec.type_name, pascal_case(name));
        }
    }
    text.push_str("    else -> null\n}\n");
    text
}

fn class(text: &mut String, spec: &Spec, names: &BTreeSet<&str>) {
    let Spec { name, type_name, title, traps, config, kinds, .. } = spec;
    let has_ids = kinds.iter().any(|kind| kind.has_ids);
    let ids = if has_ids {
        "\n\nAn event without `id` gets one from `newId`: a random UUID by default; with null the absence is an issue."
    } else {
        ""
    };
    let about = format!(
        "{title}: one app. What is wrong with its configuration is a [ConfigException]. See <{}>.{ids}\n\n{traps}",
        spec.documentation()
    );
    text.push('\n');
    text.push_str(&comment(0, &respelled(&about, names)));
    let client = format!(
        "Client(clientOf(ConfigData.Typed(AnyConfig.{type_name}(config))) {{ EventJson.of(config, \"provider\" to \"{name}\") }}) {{"
    );
    after(text, 0, &format!("public class {type_name}(config: {}) :", config.name), &client);
    for (position, KindSpec { name, noun, record, has_ids, .. }) in kinds.iter().enumerate() {
        let method = camel_case(name);
        if position > 0 {
            text.push('\n');
        }
        let about = format!("Builds the request of {noun}, or throws a [ValidationException] with all of its issues.");
        text.push_str(&comment(4, &about));
        let (event, any) = (format!("{method}: {}", record.name), format!("AnyEvent.{}({method})", record.name));
        if *has_ids {
            // `newId` is the last parameter, so that it can follow as a lambda.
            let head = format!("public fun {method}({event}, newId: NewId? = NewId.RANDOM): Request =");
            function(text, &head, &format!("buildTyped({any}, Instant.now(), newId)"));
            text.push('\n');
            text.push_str(&comment(4, &about));
            let head = format!("public fun {method}({event}, newId: NewId?, now: Instant): Request =");
            after(text, 4, &head, &format!("buildTyped({any}, now, newId)"));
        } else {
            let head = format!("public fun {method}({event}, now: Instant = Instant.now()): Request =");
            function(text, &head, &format!("buildTyped({any}, now)"));
        }
    }
    for KindSpec { noun, record, .. } in *kinds {
        text.push('\n');
        text.push_str(&comment(
            4,
            &format!(
                "Returns the key of the lane of {noun}, or null where the order does not matter: see [Request.laneKey]. It does not depend on [now], which \
                 is for the checks of the event, nor on an id, which may be absent. An event with issues is a [ValidationException]."
            ),
        ));
        let head = format!("public fun laneKey(event: {}, now: Instant = Instant.now()): String? =", record.name);
        function(text, &head, &format!("laneKeyTyped(AnyEvent.{}(event), now)", record.name));
    }
    for (method, about, KindSpec { record, has_ids, .. }) in build_many(spec) {
        let (parameter, argument) = if *has_ids { (", newId: NewId? = NewId.RANDOM", "newId") } else { ("", "null") };
        text.push('\n');
        text.push_str(&comment(4, &format!("{about}, in their order. All cores work.")));
        let head =
            format!("public fun {method}(events: List<{}>, now: Instant = Instant.now(){parameter}): List<BuildResult> =", record.name);
        function(text, &head, &format!("buildTyped(events, now, {argument}) {{ AnyEvent.{}(it) }}", record.name));
    }
    if let Some(batch) = spec.batch {
        let method = camel_case(batch.kind);
        text.push('\n');
        let about = "Builds one request of several, or throws a [ValidationException] with all issues.";
        text.push_str(&comment(4, about));
        let (parameter, identity) = match spec.identity() {
            Some(identity) => (format!("identity: {}, ", identity.name), "identity"),
            None => (String::new(), "NoIdentity()"),
        };
        let messages = format!("{parameter}{method}: List<{type_name}Message>");
        let head = format!("public fun {method}({messages}, newId: NewId? = NewId.RANDOM): Request =");
        let built =
            |now: &str| format!("buildTyped({identity}, {method}, {now}, newId) {{ AnyMessages.{type_name}({identity}, {method}) }}");
        function(text, &head, &built("Instant.now()"));
        text.push('\n');
        text.push_str(&comment(4, about));
        let head = format!("public fun {method}({messages}, newId: NewId?, now: Instant): Request =");
        after(text, 4, &head, &built("now"));
    }
    text.push_str("}\n");
}

/// The configuration of a destination of any provider.
fn destination_config(text: &mut String) {
    text.push_str(
        r"
/**
 * A destination of [Destinations]: the configuration of its provider, and how it takes neutral events. `events` says what events become there; an
 * event without an entry becomes what the provider documents for it, and where there is nothing, that is an issue. `mapping` says what happens
 * to fields that have no place there, and without consent. `name` is needed where a provider has several destinations.
 */
public class DestinationConfig private constructor(
    private val config: AnyConfig,
    private val events: Map<EventName, EventTarget>,
    private val mapping: EventMapping,
    private val name: String?,
) {
    internal val data: OneDestinationData
        get() = OneDestinationData(name, config, events.map { (event, own) -> TargetData(event, own.name, own.kind) }, mapping)
",
    );
    for Spec { type_name, title, config, .. } in PROVIDERS {
        let _ = write!(
            text,
            "\n    /** A destination of {title}. */\n    @JvmOverloads\n    public constructor(\n        config: {},\n        \
             events: Map<EventName, EventTarget> = emptyMap(),\n        mapping: EventMapping = EventMapping(),\n        \
             name: String? = null,\n    ) : this(AnyConfig.{type_name}(config), events, mapping, name)\n",
            config.name
        );
    }
    text.push_str(
        "\n    /** The name alone: a configuration holds credentials. */\n    \
         override fun toString(): String = if (name == null) \"DestinationConfig(…)\" else \"DestinationConfig($name, …)\"\n}\n",
    );
}

/// A method that Java can call without the parameters that have defaults.
fn function(text: &mut String, head: &str, body: &str) {
    text.push_str("    @JvmOverloads\n");
    after(text, 4, head, body);
}

/// What follows a head: on its line, if there is room.
fn after(text: &mut String, indent: usize, head: &str, rest: &str) {
    let spaces = " ".repeat(indent);
    let line = format!("{spaces}{head} {rest}");
    let _ = if line.chars().count() <= WIDTH { writeln!(text, "{line}") } else { writeln!(text, "{spaces}{head}\n{spaces}    {rest}") };
}

/// A comment before what it documents.
fn comment(indent: usize, documentation: &str) -> String {
    let spaces = " ".repeat(indent);
    match &wrapped(documentation, 110 - indent)[..] {
        [line] => format!("{spaces}/** {line} */\n"),
        lines => {
            let lines: String = lines.iter().map(|line| format!("{}\n", format!("{spaces} * {line}").trim_end())).collect();
            format!("{spaces}/**\n{lines}{spaces} */\n")
        }
    }
}

/// What an enum has besides its words.
const MEMBERS: &[(&str, &str)] = &[(
    "NoResponse",
    r"
    public companion object {
        /**
         * The kind that an exception of an HTTP client is, by its class or that of what caused it: the classes of the JDK, and
         * those of OkHttp, Ktor, Apache HttpClient, netty and Reactor (`WebClient`) that do not extend them. In doubt, the kind
         * that claims less about the request. An exception that [carries a response][Response.of] is [OTHER] here, as is one
         * that is not known.
         */
        @JvmStatic
        public fun of(exception: Throwable): NoResponse = noResponseOf(exception)
    }
",
)];

/// An enum of a few words.
pub(super) fn closed(closed: &Closed) -> String {
    let mut text = format!(
        "// {MADE}\n\npackage io.github.s2sevents\n\n{}public enum class {}(\n    /** The word in JSON. */\n    public val text: String,\n) {{\n",
        comment(0, &documentation(closed.doc)),
        closed.name
    );
    let words: Vec<_> = (closed.words.iter())
        .map(|word| format!("{}    {}(\"{}\"),\n", comment(4, &documentation(word.doc)), word.name.to_uppercase(), word.name))
        .collect();
    text.push_str(&words.join("\n"));
    if let Some((_, members)) = MEMBERS.iter().find(|(name, _)| *name == closed.name) {
        text.push_str("    ;\n");
        text.push_str(members);
    }
    text.push_str("}\n");
    text
}

/// The enums that have a file of their own. The kinds of outcomes are classes.
pub(super) fn enums() -> impl Iterator<Item = &'static Closed> {
    CLOSED.into_iter().filter(|closed| closed.name != "OutcomeKind")
}

/// Where fields are inside of a provider's fields, in a map of the tests.
fn inner_places(spec: &&Spec) -> String {
    let places: String = field_places(spec).iter().map(|place| format!("            \"{place}\",\n")).collect();
    if places.is_empty() { places } else { format!("        \"{}\" to setOf(\n{places}        ),\n", spec.name) }
}

/// `TypedProviders.kt` of the tests: typed clients and events of what a case has.
pub(super) fn tests() -> String {
    let mut text = format!(
        "// {MADE}\n\npackage io.github.s2sevents\n\nimport java.time.Instant\n\n/** Typed clients and events of cases, by the names of providers and kinds. */\n\
         internal object TypedProviders {{\n    val NAMES: List<String> = listOf({})\n\n    \
         /** The kind of each provider that counts where a case of a response has none. */\n    \
         val MAIN_KINDS: Map<String, String> = mapOf(\n{}    )\n\n    fun client(provider: String, config: Map<String, Any?>): Client = when (provider) {{\n",
        PROVIDERS.iter().map(|spec| format!("\"{}\"", spec.name)).collect::<Vec<_>>().join(", "),
        main_kinds().iter().map(|(provider, kind)| format!("        \"{provider}\" to \"{kind}\",\n")).collect::<String>()
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "        \"{}\" -> {}(Typed.of(config))", spec.name, spec.type_name);
    }
    text.push_str(
        "        else -> error(\"there is no provider $provider\")\n    }\n\n    \
         fun build(client: Client, kind: String, event: Map<String, Any?>, now: Instant, newId: NewId?): Request = when (client) {\n",
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "        is {} -> when (kind) {{", spec.type_name);
        for KindSpec { name, has_ids, .. } in spec.kinds {
            let new_id = if *has_ids { ", newId" } else { "" };
            let _ = writeln!(text, "            \"{name}\" -> client.{}(Typed.of(event){new_id}, now)", camel_case(name));
        }
        let _ = writeln!(text, "            else -> error(\"there is no kind $kind\")\n        }}");
    }
    text.push_str(
        "        is Destination -> error(\"not a typed client\")\n    }\n\n    \
         fun laneKey(client: Client, kind: String, event: Map<String, Any?>, now: Instant): String? = when (client) {\n",
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "        is {} -> when (kind) {{", spec.type_name);
        for KindSpec { name, record, .. } in spec.kinds {
            let _ = writeln!(text, "            \"{name}\" -> client.laneKey(Typed.of<{}>(event), now)", record.name);
        }
        let _ = writeln!(text, "            else -> error(\"there is no kind $kind\")\n        }}");
    }
    text.push_str(
        "        is Destination -> error(\"not a typed client\")\n    }\n\n    \
         fun messages(\n        \
         client: Client,\n        identity: Map<String, Any?>,\n        messages: List<Pair<String, Map<String, Any?>>>,\n        \
         newId: NewId?,\n        now: Instant,\n    ): Request = when (client) {\n",
    );
    for spec in PROVIDERS {
        let Some(batch) = spec.batch else { continue };
        let _ = writeln!(
            text,
            "        is {0} -> client.{1}({2}messages.map {{ (kind, fields) -> {3}Message(kind, fields) }}, newId, now)",
            spec.type_name,
            camel_case(batch.kind),
            if spec.identity().is_some() { "Typed.of(identity), " } else { "" },
            camel_case(spec.name)
        );
    }
    text.push_str("        else -> error(\"a client of requests of one event\")\n    }\n");
    text.push_str(
        "\n    fun destination(\n        provider: String,\n        config: Map<String, Any?>,\n        events: Map<EventName, EventTarget>,\n        \
         mapping: EventMapping,\n        name: String?,\n    ): DestinationConfig = when (provider) {\n",
    );
    for Spec { name, config, .. } in PROVIDERS {
        let _ = writeln!(text, "        \"{name}\" -> DestinationConfig(Typed.of<{}>(config), events, mapping, name)", config.name);
    }
    text.push_str("        else -> error(\"there is no provider $provider\")\n    }\n");
    text.push_str("\n    /** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */\n");
    let places: String = PROVIDERS.iter().map(inner_places).collect();
    let places = if places.is_empty() { "emptyMap()".to_owned() } else { format!("mapOf(\n{places}    )") };
    let _ = writeln!(text, "    val RECORDS: Map<String, Set<String>> = {places}");
    for spec in PROVIDERS.iter().filter(|spec| spec.batch.is_some()) {
        let _ = write!(
            text,
            "\n    private fun {}Message(kind: String, fields: Map<String, Any?>): {1}Message = when (kind) {{\n",
            camel_case(spec.name),
            spec.type_name
        );
        for KindSpec { name, .. } in spec.kinds {
            let _ = writeln!(text, "        \"{name}\" -> {}Message.{}(Typed.of(fields))", spec.type_name, pascal_case(name));
        }
        text.push_str("        else -> error(\"there is no kind $kind\")\n    }\n");
    }
    text.push_str("}\n");
    text
}
