package io.github.s2sevents.kafka

import org.apache.kafka.common.config.ConfigDef
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.File

/** `docs/kafka-settings.md` is what the keys' definitions say. With `-Ds2s.write=true` it is written. */
class SettingsPageTest {
    @Test
    fun `the page has every key`() {
        val file = File(System.getProperty("test.root"), "docs/kafka-settings.md")
        if (System.getProperty("s2s.write") == "true") file.writeText(page())
        assertEquals(page(), file.readText())
    }

    private fun page(): String = buildString {
        append(
            "<!-- Made by `mvn test -Ds2s.write=true` in `kafka/` from the definitions of the keys. -->\n\n" +
                "# Settings of the Kafka sink\n\n" +
                "The keys of the [Kafka Connect sink](kafka.md), in addition to those that every sink connector has. " +
                "A value of the type `password` appears in no log. A key without a default that is not required may be left out.\n\n",
        )
        section("Connector", SinkConfig.definition().apply { configKeys().keys.removeIf { it.startsWith("delivery.") } })
        append("\n## Destinations\n\nEach destination has these keys, with its name in place of `NAME`, and those of its provider.\n\n")
        table(DestinationKeys.documented())
        for (provider in PROVIDERS.keys) {
            append("\n### `$provider`\n\n")
            table(DestinationKeys.documented(provider))
        }
        append("\n## Delivery\n\n[Delivery](delivery.md) describes what these settings do. All of them hold for each task.\n\n")
        table(SinkConfig.definition().apply { configKeys().keys.removeIf { !it.startsWith("delivery.") } })
        append("\nThese are for the destinations of one provider, with its name in place of `PROVIDER`:\n\n")
        table(SinkConfig.documentedLimits())
        append("\n## The transform `LaneKey`\n\nIt has the keys of [destinations](#destinations), too.\n\n")
        table(LaneKey.definition().apply { configKeys().remove(DestinationKeys.DESTINATIONS) })
    }

    private fun StringBuilder.section(title: String, definition: ConfigDef) {
        append("## $title\n\n")
        table(definition)
    }

    private fun StringBuilder.table(definition: ConfigDef) {
        append("| key | type | default | allowed | importance |  |\n|---|---|---|---|---|---|\n")
        for (key in definition.configKeys().values) {
            val default = when {
                !key.hasDefault() -> "required"
                key.defaultValue == null -> ""
                else -> "`${ConfigDef.convertToString(key.defaultValue, key.type)}`"
            }
            val (type, importance) = key.type.name.lowercase() to key.importance.name.lowercase()
            val about = key.documentation.replace("|", "\\|")
            append("| `${key.name}` | $type | $default | ${key.validator ?: ""} | $importance | $about |\n")
        }
    }
}
