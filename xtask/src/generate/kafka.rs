//! Of the Kafka Connect sink: the settings of destinations and of deliveries, which become keys of its configuration.

use std::fmt::Write;

use s2s_core::binding::{DELIVERY, NEUTRAL};
use s2s_core::dynamic::{Field, PROVIDERS, Record, Type};

use super::MADE;
use super::declarations::documentation;
use super::prose::{camel_case, wrapped};

/// Settings of a delivery that a sink decides for itself: Kafka keeps its events, and the partitions bound their number.
const OWN: [&str; 4] = ["journal", "max_pending", "snapshot_after_bytes", "providers"];

/// `Settings.kt`: what can be set, by provider.
pub(super) fn settings() -> Result<String, String> {
    let [delivery, limits] = DELIVERY;
    let mapping = NEUTRAL.iter().find(|record| record.name == "EventMapping").ok_or("there is no record EventMapping")?;
    let delivery: Vec<&Field> = delivery.fields.iter().filter(|field| !OWN.contains(&field.name)).collect();
    let mut text = format!(
        "// {MADE}\n\npackage io.github.s2sevents.kafka\n\nimport io.github.s2sevents.DeliveryConfig\nimport io.github.s2sevents.DeliveryLimits\n\
         import io.github.s2sevents.DeliveryRepeat\n\n/** The settings of a destination, by the names of the providers. */\n\
         internal val PROVIDERS: Map<String, List<Setting>> = mapOf(\n"
    );
    for spec in PROVIDERS {
        let _ = writeln!(text, "    \"{}\" to listOf(", spec.name);
        list(&mut text, 8, fields(spec.config))?;
        text.push_str("    ),\n");
    }
    text.push_str(")\n");
    for (about, name, fields) in [
        ("How a destination takes neutral events.", "MAPPING", fields(mapping)),
        ("The settings of a delivery.", "DELIVERY", delivery.clone()),
        ("The settings of the destinations of one provider.", "LIMITS", fields(limits)),
    ] {
        let _ = writeln!(text, "\n/** {about} */\ninternal val {name}: List<Setting> = listOf(");
        list(&mut text, 4, fields)?;
        text.push_str(")\n");
    }
    text.push_str("\n/** The settings of a delivery, of those that are given. */\n");
    text.push_str(
        "internal fun deliveryConfig(given: Map<String, Any>, limits: Map<String, DeliveryLimits>): DeliveryConfig = DeliveryConfig(\n",
    );
    // Partitions bound the number of events that wait.
    text.push_str("    maxPending = MOST_PENDING,\n");
    arguments(&mut text, delivery)?;
    text.push_str("    providers = limits,\n)\n\n/** The settings of the destinations of one provider, of those that are given. */\n");
    text.push_str("internal fun deliveryLimits(given: Map<String, Any>): DeliveryLimits = DeliveryLimits(\n");
    arguments(&mut text, fields(limits))?;
    text.push_str(")\n");
    Ok(text)
}

fn fields(record: &'static Record) -> Vec<&'static Field> {
    record.fields.iter().collect()
}

fn arguments(text: &mut String, fields: Vec<&Field>) -> Result<(), String> {
    for Field { name, of, .. } in fields {
        let value = match of {
            Type::Integer => format!("given[\"{name}\"] as Long?"),
            Type::Boolean => format!("given[\"{name}\"] as Boolean?"),
            Type::Choice(_) => format!("(given[\"{name}\"] as String?)?.let {{ DeliveryRepeat.valueOf(it.uppercase()) }}"),
            of => return Err(format!("the setting `{name}` of a delivery has a type that is not known: {of:?}")),
        };
        let _ = writeln!(text, "    {} = {value},", camel_case(name));
    }
    Ok(())
}

fn list(text: &mut String, indent: usize, fields: Vec<&Field>) -> Result<(), String> {
    let spaces = " ".repeat(indent);
    for field in fields {
        let Field { name, doc, of, is_required, default, .. } = field;
        let (takes, choices) = match of {
            Type::Text => ("TEXT", None),
            Type::Integer => ("INTEGER", None),
            Type::Boolean => ("BOOLEAN", None),
            Type::List(Type::Text) => ("LIST", None),
            Type::Choice(choices) => ("TEXT", Some(*choices)),
            of => return Err(format!("the setting `{name}` has a type that is no key: {of:?}")),
        };
        let _ = write!(text, "{spaces}Setting(\n{spaces}    \"{name}\",\n{spaces}    Takes.{takes},\n");
        // What is between backticks in our pages is so in those of Kafka.
        let lines = wrapped(&documentation(doc).replace('\n', " "), 110 - indent);
        for (position, line) in lines.iter().enumerate() {
            let (deeper, end) = (if position > 0 { "    " } else { "" }, if position + 1 < lines.len() { " \" +" } else { "\"," });
            let _ = writeln!(text, "{spaces}    {deeper}\"{}{end}", line.replace('\\', "\\\\").replace('"', "\\\"").replace('$', "\\$"));
        }
        if *is_required {
            let _ = writeln!(text, "{spaces}    isRequired = true,");
        }
        let chosen = choices.and_then(|choices| choices.iter().find(|choice| choice.is_default)).map(|choice| choice.name);
        if let Some(default) = default.or(chosen) {
            let _ = writeln!(text, "{spaces}    default = \"{default}\",");
        }
        if let Some(choices) = choices {
            let names: Vec<_> = choices.iter().map(|choice| format!("\"{}\"", choice.name)).collect();
            let _ = writeln!(text, "{spaces}    choices = listOf({}),", names.join(", "));
        }
        let _ = writeln!(text, "{spaces}),");
    }
    Ok(())
}
