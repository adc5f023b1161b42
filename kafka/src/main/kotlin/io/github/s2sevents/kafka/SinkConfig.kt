package io.github.s2sevents.kafka

import io.github.s2sevents.Delivery
import io.github.s2sevents.DeliveryConfig
import io.github.s2sevents.Destinations
import io.github.s2sevents.Issue
import io.github.s2sevents.JsonValue
import org.apache.kafka.common.config.Config
import org.apache.kafka.common.config.ConfigDef
import org.apache.kafka.common.config.ConfigDef.Importance
import org.apache.kafka.common.config.ConfigDef.Type
import org.apache.kafka.common.config.ConfigException
import org.apache.kafka.common.config.ConfigValue
import io.github.s2sevents.ConfigException as SettingsException

/** The keys of the destinations, which the sink and [LaneKey] share. */
internal object DestinationKeys {
    const val DESTINATIONS = "destinations"
    const val PROVIDER = "provider"
    private const val EVENTS = "events."
    private const val MAPPING_PREFIX = "mapping."
    private const val KIND = ".kind"

    /** Before each key of a destination. */
    fun prefix(name: String): String = "destination.$name."

    fun define(definition: ConfigDef): ConfigDef = definition.define(
        DESTINATIONS, Type.LIST, ConfigDef.NO_DEFAULT_VALUE, Names, Importance.HIGH,
        "The names of the destinations. The keys of a destination begin with `destination.NAME.`. Events name a destination by its " +
            "provider if its name is that of its provider, and otherwise by its name in `destination` (an event of one provider) or " +
            "`destinations` (a neutral event).",
    )

    /** Adds the keys of the destinations that [given] names. */
    fun defineEach(definition: ConfigDef, given: Map<String, String?>): ConfigDef {
        for (name in names(given)) {
            val (prefix, provider) = prefix(name) to provider(name, given)
            define(definition, name)
            for (setting in PROVIDERS[provider].orEmpty()) setting.define(definition, prefix, name)
            for (setting in MAPPING) setting.define(definition, prefix + MAPPING_PREFIX, name)
            for (key in given.keys.filter { it.startsWith(prefix + EVENTS) }) {
                definition.define(key, Type.PASSWORD, null, null, Importance.MEDIUM, ABOUT_EVENTS, name, -1, ConfigDef.Width.MEDIUM, key)
            }
        }
        return definition
    }

    /** Adds the key of a destination's provider. */
    private fun define(definition: ConfigDef, name: String) {
        val default: Any = if (name in PROVIDERS) name else ConfigDef.NO_DEFAULT_VALUE
        val key = prefix(name) + PROVIDER
        val validator = Choice(PROVIDERS.keys.toList())
        definition.define(key, Type.STRING, default, validator, Importance.HIGH, ABOUT_PROVIDER, name, -1, ConfigDef.Width.MEDIUM, key)
    }

    /** The keys of a destination of that provider, for the documentation. */
    fun documented(provider: String): ConfigDef = ConfigDef().also { definition ->
        PROVIDERS.getValue(provider).forEach { it.define(definition, prefix("NAME"), provider) }
    }

    /** The keys that every destination has, for the documentation. */
    fun documented(): ConfigDef = ConfigDef().also { definition ->
        define(definition, "NAME")
        val key = prefix("NAME") + EVENTS
        definition.define(key + "EVENT", Type.PASSWORD, null, Importance.MEDIUM, ABOUT_EVENTS)
        definition.define(key + "EVENT" + KIND, Type.PASSWORD, null, Importance.LOW, ABOUT_KIND)
        MAPPING.forEach { it.define(definition, prefix("NAME") + MAPPING_PREFIX, "NAME") }
    }

    /** The destinations' names. Problems of the key are found by its own definition. */
    fun names(given: Map<String, String?>): List<String> =
        given[DESTINATIONS]?.split(',').orEmpty().map(String::trim).filter(String::isNotEmpty).distinct()

    private fun provider(name: String, given: Map<String, String?>): String = given[prefix(name) + PROVIDER] ?: name

    /** The keys of destinations that are no setting: of a destination that is not named, or misspelled. */
    fun unknown(definition: ConfigDef, given: Map<String, String?>): List<String> =
        given.keys.filter { key -> key.startsWith("destination.") && key !in definition.names() }

    /** The configuration of the library, of the values that were given. */
    fun json(given: Map<String, String?>, values: Map<String, Any?>): String {
        val (own, named) = LinkedHashMap<String, Any?>() to LinkedHashMap<String, Any?>()
        for (name in names(given)) {
            val (prefix, provider) = prefix(name) to provider(name, given)
            fun value(key: String): Any? = values[key]?.takeIf { key in given }?.let(::plain)
            val settings = LinkedHashMap<String, Any?>()
            for (setting in PROVIDERS[provider].orEmpty()) value(prefix + setting.name)?.let { settings[setting.name] = it }
            val mapping = LinkedHashMap<String, Any?>()
            for (setting in MAPPING) value(prefix + MAPPING_PREFIX + setting.name)?.let { mapping[setting.name] = it }
            if (mapping.isNotEmpty()) settings["mapping"] = mapping
            val events = given.keys.filter { it.startsWith(prefix + EVENTS) }.map { it.removePrefix(prefix + EVENTS) }
            val targets = events.map { it.removeSuffix(KIND) }.distinct().associateWith { event ->
                val (target, kind) = value(prefix + EVENTS + event) to value(prefix + EVENTS + event + KIND)
                if (kind == null) target else mapOf("name" to target, "kind" to kind)
            }
            if (targets.isNotEmpty()) settings["events"] = targets
            if (name == provider) own[name] = settings else named[name] = mapOf(PROVIDER to provider) + settings
        }
        if (named.isNotEmpty()) own["destination"] = named
        return Json.text(JsonValue.of(own))
    }

    /** The key that an issue of the configuration is about. */
    fun key(issue: Issue): String {
        val path = issue.path.removePrefix("/").split('/').map { it.replace("~1", "/").replace("~0", "~") }
        val inside = if (path.first() == "destination") path.drop(1) else path
        val name = inside.firstOrNull().orEmpty()
        if (name.isEmpty()) return DESTINATIONS
        // The position in a list, and the name of an event's target, are part of one key.
        val rest = inside.drop(1).filter { it.toIntOrNull() == null }
        val event = rest.takeIf { it.firstOrNull() == "events" && it.lastOrNull() == "name" }
        return (prefix(name) + (event?.dropLast(1) ?: rest).joinToString(".")).removeSuffix(".")
    }

    private const val ABOUT_PROVIDER = "The provider API of the destination. Its default is the destination's name."
    private const val ABOUT_EVENTS =
        "What the neutral event `EVENT` is called at the destination: a name, token or slug, or `skip`, so that the destination does not get it."
    private const val ABOUT_KIND = "The kind of event that the neutral event `EVENT` becomes, for providers that have several."

    /** Names that keys and labels can have. */
    private object Names : ConfigDef.Validator {
        private const val CHARACTERS = "letters, digits, `_` and `-`"
        private val NAME = Regex("[A-Za-z0-9_-]+")

        override fun ensureValid(name: String, value: Any?) {
            val names = (value as? List<*>).orEmpty()
            if (names.isEmpty()) throw ConfigException("$name has to name at least one destination")
            if (!names.all { NAME.matches("$it") }) throw ConfigException("a name in $name has other characters than $CHARACTERS")
            if (names.distinct().size < names.size) throw ConfigException("a name appears more than once in $name")
        }

        override fun toString(): String = "at least one name of $CHARACTERS"
    }
}

/** The configuration of a sink. `toString` shows no value. */
internal class SinkConfig(given: Map<String, String?>) {
    private val values: Map<String, Any?> = definition(given).parse(given)

    /** Opened destinations of this configuration. */
    val json: String = DestinationKeys.json(given, values)

    /** Settings of the task's delivery. */
    val delivery: DeliveryConfig = delivery(given, values)

    /** Longest time from an offset that can be committed to its commit, in milliseconds. */
    val commitIntervalMs: Long = values.getValue(COMMIT_INTERVAL) as Long

    /** Longest time that the task takes to finish events of partitions that it has to return, in milliseconds. */
    val closeTimeoutMs: Long = values.getValue(CLOSE_TIMEOUT) as Long

    /** Number of unfinished records of a partition at which it is paused. */
    val maxPending: Int = values.getValue(MAX_PENDING) as Int

    /** Whether a record without a value is ignored. */
    val ignoresNull: Boolean = values.getValue(NULL_VALUES) == "ignore"

    /** Name of the connector. */
    val connector: String = given["name"].orEmpty()

    /** Position of the task in its connector. */
    val task: String = given[TASK].orEmpty()

    override fun toString(): String = "SinkConfig(…)"

    companion object {
        const val COMMIT_INTERVAL = "commit.interval.ms"
        const val CLOSE_TIMEOUT = "close.timeout.ms"
        const val MAX_PENDING = "max.pending.records"
        const val NULL_VALUES = "behavior.on.null.values"

        /** Set by the connector for each of its tasks. */
        const val TASK = "s2s.events.task"

        private const val DELIVERY_PREFIX = "delivery."
        private const val LIMITS_PREFIX = "delivery.providers."

        /** The keys that do not depend on the destinations. */
        fun definition(): ConfigDef {
            val definition = DestinationKeys.define(ConfigDef())
            definition.define(
                MAX_PENDING, Type.INT, 5_000, ConfigDef.Range.atLeast(1), Importance.MEDIUM,
                "Number of unfinished records of a partition at which its consumption is paused, until half of them are finished. It " +
                    "bounds the memory of a task, and how much is sent again after a crash.",
            ).define(
                COMMIT_INTERVAL, Type.LONG, 5_000L, ConfigDef.Range.atLeast(0), Importance.MEDIUM,
                "Longest time in milliseconds after which the offsets of finished records are committed. The worker's own " +
                    "`offset.flush.interval.ms` holds in addition. Records that were finished after the last commit are sent again after " +
                    "a crash.",
            ).define(
                CLOSE_TIMEOUT, Type.LONG, 4_000L, ConfigDef.Range.atLeast(0), Importance.MEDIUM,
                "Longest time in milliseconds for the requests in flight, and for records before them, when partitions are returned in a " +
                    "rebalance or when the task stops. Keep it below the worker's `task.shutdown.graceful.timeout.ms` (default 5,000).",
            ).define(
                NULL_VALUES, Type.STRING, "error", Choice(listOf("error", "ignore")), Importance.LOW,
                "What happens to a record without a value, such as a tombstone: `error` treats it as an invalid event, `ignore` skips it.",
            )
            DELIVERY.forEach { it.define(definition, DELIVERY_PREFIX, "delivery") }
            return definition
        }

        /** The limits of a provider's destinations, for the documentation. */
        fun documentedLimits(): ConfigDef = ConfigDef().also { definition ->
            LIMITS.forEach { it.define(definition, "${LIMITS_PREFIX}PROVIDER.", "delivery") }
        }

        /** All keys for what is given. */
        fun definition(given: Map<String, String?>): ConfigDef {
            val definition = DestinationKeys.defineEach(definition(), given)
            for (provider in PROVIDERS.keys.filter { provider -> given.keys.any { it.startsWith("$LIMITS_PREFIX$provider.") } }) {
                LIMITS.forEach { it.define(definition, "$LIMITS_PREFIX$provider.", "delivery") }
            }
            return definition
        }

        /** The values of a configuration, each with its problems. */
        fun validated(given: Map<String, String?>): Config {
            val definition = definition(given)
            val values = definition.validateAll(given)
            val unknown = DestinationKeys.unknown(definition, given) +
                given.keys.filter { it.startsWith(DELIVERY_PREFIX) && it !in definition.names() }
            for (key in unknown) values.computeIfAbsent(key, ::ConfigValue).addErrorMessage("there is no key $key")
            if (values.values.none { it.errorMessages().isNotEmpty() }) {
                val parsed = definition.parse(given)
                open(parsed, given).forEach { (key, message) -> values.computeIfAbsent(key, ::ConfigValue).addErrorMessage(message) }
            }
            return Config(values.values.toList())
        }

        /** The issues that the library finds, by their keys. */
        private fun open(parsed: Map<String, Any?>, given: Map<String, String?>): List<Pair<String, String>> {
            fun issues(key: (Issue) -> String, open: () -> AutoCloseable): List<Pair<String, String>> = try {
                open().close()
                emptyList()
            } catch (refused: SettingsException) {
                refused.issues.map { issue -> key(issue).let { it to "$it ${issue.message} [${issue.code}]" } }
            }
            return issues(DestinationKeys::key) { Destinations(DestinationKeys.json(given, parsed)) } +
                issues(::deliveryKey) { Delivery(delivery(given, parsed)) }
        }

        private fun deliveryKey(issue: Issue): String =
            DELIVERY_PREFIX + issue.path.removePrefix("/").replace('/', '.').replace(Regex("[A-Z]")) { "_" + it.value.lowercase() }

        private fun delivery(given: Map<String, String?>, values: Map<String, Any?>): DeliveryConfig {
            fun of(settings: List<Setting>, prefix: String): Map<String, Any> = buildMap {
                for (setting in settings.filter { prefix + it.name in given }) {
                    values[prefix + setting.name]?.let { put(setting.name, plain(it)) }
                }
            }
            val limits = PROVIDERS.keys.associateWith { of(LIMITS, "$LIMITS_PREFIX$it.") }.filterValues { it.isNotEmpty() }
            return deliveryConfig(of(DELIVERY, DELIVERY_PREFIX), limits.mapValues { deliveryLimits(it.value) })
        }
    }
}

/** More events than ever wait: partitions are paused before. */
internal const val MOST_PENDING = 1_000_000_000L
