package io.github.s2sevents.kafka

import org.apache.kafka.common.config.ConfigDef
import org.apache.kafka.common.config.ConfigException
import org.apache.kafka.common.config.types.Password

/** What a setting takes. */
internal enum class Takes { TEXT, INTEGER, BOOLEAN, LIST }

/** A setting of a destination or of a delivery, which becomes a key of the configuration. */
internal class Setting(
    val name: String,
    val takes: Takes,
    val about: String,
    val isRequired: Boolean = false,
    val default: String? = null,
    val choices: List<String> = emptyList(),
) {
    /**
     * Its type in Connect. A text without a default is a credential, or identifies an app or a person's device: none of them is to appear in a
     * log or in a response of the REST API.
     */
    private val type: ConfigDef.Type = when (takes) {
        Takes.TEXT -> if (default == null && choices.isEmpty()) ConfigDef.Type.PASSWORD else ConfigDef.Type.STRING
        Takes.INTEGER -> ConfigDef.Type.LONG
        Takes.BOOLEAN -> ConfigDef.Type.BOOLEAN
        Takes.LIST -> ConfigDef.Type.LIST
    }

    /** Adds the key `PREFIX` + [name]. */
    fun define(definition: ConfigDef, prefix: String, group: String) {
        val importance = if (isRequired) ConfigDef.Importance.HIGH else ConfigDef.Importance.LOW
        val validator = Choice(choices).takeIf { choices.isNotEmpty() }
        val key = prefix + name
        val fallback = if (isRequired) ConfigDef.NO_DEFAULT_VALUE else default?.let { ConfigDef.parseType(key, it, type) }
        definition.define(key, type, fallback, validator, importance, about, group, -1, ConfigDef.Width.MEDIUM, key)
    }
}

/** The value of a key, as the library reads it. */
internal fun plain(value: Any): Any = if (value is Password) value.value() else value

/** A closed set of texts. Unlike Kafka's own validator it does not repeat the value, which may be a secret in the wrong place. */
internal class Choice(private val choices: List<String>) : ConfigDef.Validator {
    override fun ensureValid(name: String, value: Any?) {
        if (value != null && value !in choices) throw ConfigException("the value of $name is not one of: ${choices.joinToString()}")
    }

    override fun toString(): String = choices.joinToString()
}
