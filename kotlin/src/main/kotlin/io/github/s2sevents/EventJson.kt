package io.github.s2sevents

import java.lang.reflect.Modifier
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import java.lang.reflect.WildcardType
import java.time.Instant
import java.time.temporal.Temporal

/**
 * The JSON form of a typed event that cannot be written as it is: it holds half of a surrogate pair, a null or a value of another class that
 * Java or a reflection-based mapper put into a map, or a map that throws. The core reads it and reports the issues by their paths. What JSON
 * cannot carry is one of [found], with null [in place of it][replaced].
 */
internal class EventJson private constructor(
    val text: String,
    private val found: List<Issue>,
    private val replaced: Set<String>,
    private val records: Set<String>,
) {
    /** All issues of the event whose form the core has read. */
    fun refused(result: BuildResult): BuildResult.Failure {
        val others = if (result is BuildResult.Failure) result.issues.map { it.copy(path = camelCase(it.path)) } else emptyList()
        val issues = found + others.filterNot { it.path in replaced }
        return BuildResult.Failure(issues.ifEmpty { listOf(Issue("", "wrong_type", "changed while it was read")) })
    }

    /** The issues of this one and of another one. */
    fun and(other: EventJson): EventJson = EventJson(text, found + other.found, replaced + other.replaced, records + other.records)

    /** The path of a field as it is named here: what is at one of [records] is a field. The core names those that are not in the text as in JSON. */
    private fun camelCase(path: String): String = path.split('/').drop(1).fold("") { at, token ->
        "$at/${if (at in records) WORD.replace(token) { it.value.drop(1).uppercase() } else token}"
    }

    companion object {
        /** The JSON form of a configuration or an event. */
        fun of(record: Any, vararg names: Pair<String, String>): EventJson = written { it.record(record, "", *names) }

        fun ofIdentity(identity: Any): EventJson = written { it.record(identity, "/identity") }

        fun ofMessages(messages: List<*>): EventJson = written { writer ->
            writer.array(messages, "/messages") { message, at ->
                val parts = partsOf(message)
                if (parts == null) {
                    writer.wrong(message, at, "must be a message")
                } else {
                    writer.record(parts.first, at, "kind" to parts.second)
                }
            }
        }

        /** What is no event at all. */
        fun ofNone(event: Any?): EventJson = written { it.wrong(event, "", "must be an event") }

        private fun written(write: (EventJsonWriter) -> Unit): EventJson {
            val writer = EventJsonWriter()
            write(writer)
            return EventJson(writer.out.toString(), writer.issues, writer.replaced, writer.records)
        }

        private val WORD = Regex("_.")
    }
}

private class EventJsonWriter {
    val out = StringBuilder()
    val issues = mutableListOf<Issue>()
    val replaced = mutableSetOf<String>()

    /** The paths of records whose fields are named here. */
    val records = mutableSetOf<String>()

    fun record(record: Any, at: String, vararg names: Pair<String, String>) {
        records += at
        out.append('{')
        names.forEach { (key, value) -> member(key) { text(value) } }
        for (field in record.javaClass.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }) {
            field.isAccessible = true
            val value = field.get(record) ?: continue
            member(field.name) { field(value, field.genericType, "$at/${field.name}") }
        }
        close('}')
    }

    private fun field(value: Any, type: Type, at: String) {
        when (value) {
            is String -> text(value)
            is Boolean -> out.append(value)
            is Enum<*> -> text(value.name.lowercase())
            is Int, is Long -> out.append(value)
            is Number -> value(at) { text(digitsOf(value)) }
            is Temporal -> value(at) { time(value) }
            is JsonValue -> free(value, at)
            is Map<*, *> -> classOfValues(type).let { own -> members(value, at) { member, path -> inside(member, own, path) } }
            is List<*> -> classOfValues(type).let { own -> array(value, at) { item, path -> inside(item, own, path) } }
            else -> if (value.javaClass == type) record(value, at) else wrong(value, at, "is of a class that the field does not take")
        }
    }

    /** The class that the values of a map or the items of a list are declared to be. */
    private fun classOfValues(type: Type): Type {
        val declared = (type as ParameterizedType).actualTypeArguments.last()
        return if (declared is WildcardType) declared.upperBounds[0] else declared
    }

    private fun time(time: Temporal) {
        when (val form = formOf(time)) {
            is TimeForm.Text -> text(form.text)
            is TimeForm.Millis -> digitsOf(form.digits).let { if (NUMBER.matches(it)) out.append(it) else text(it) }
            is TimeForm.Instant -> text(Instant.ofEpochMilli(form.unixMillis).toString())
        }
    }

    /** A value in a map or a list. */
    private fun inside(value: Any?, type: Type, at: String) {
        when {
            value == null -> if (type == JsonValue::class.java) wrong(value, at, "") else out.append("null")
            type == String::class.java -> if (value is String) text(value) else wrong(value, at, "must be a text")
            type == JsonValue::class.java -> free(value, at)
            type == Number::class.java -> if (value is Number) value(at) { text(digitsOf(value)) } else wrong(value, at, "must be a number")
            else -> field(value, type, at)
        }
    }

    private fun free(value: Any, at: String) = value(at) { if (isWithin(value, DEEPEST)) json(value, at) else out.append(TOO_DEEP) }

    private fun members(map: Map<*, *>, at: String, write: (Any?, String) -> Unit) {
        out.append('{')
        read(at) {
            for ((key, value) in map) {
                when (key) {
                    is String -> member(key) { write(value, "$at/${token(key)}") }
                    null -> issue(at, "null_value", "a key must not be null")
                    else -> issue(at, "wrong_type", "a key must be a text")
                }
            }
        }
        close('}')
    }

    fun array(items: List<*>, at: String, write: (Any?, String) -> Unit) {
        out.append('[')
        read(at) {
            items.forEachIndexed { position, item ->
                write(item, "$at/$position")
                out.append(',')
            }
        }
        close(']')
    }

    private fun json(value: Any?, at: String) {
        when (value) {
            is JsonValue.Null -> out.append("null")
            is JsonValue.Bool -> out.append(value.value)
            is JsonValue.Number -> number(value.digits, at)
            is JsonValue.Text -> text(value.value)
            is JsonValue.Array -> array(value.items, at, ::json)
            is JsonValue.Object -> members(value.members, at, ::json)
            else -> wrong(value, at, "must be a value of JSON")
        }
    }

    private fun number(digits: String, at: String) {
        if (NUMBER.matches(digits)) {
            out.append(digits)
        } else {
            out.append('0')
            val isFinite = digits.removePrefix("-").removePrefix("+").lowercase() !in setOf("nan", "inf", "infinity")
            issue(at, if (isFinite) "invalid_number" else "not_finite", "is not a decimal number")
        }
    }

    private fun member(key: String, write: () -> Unit) {
        text(key)
        out.append(':')
        write()
        out.append(',')
    }

    /** Takes the last comma away. */
    private fun close(bracket: Char) {
        if (out.last() == ',') out.setLength(out.length - 1)
        out.append(bracket)
    }

    /** A text whose surrogates are all escaped: the core finds those that are half of a pair. */
    private fun text(text: String) {
        out.append('"')
        for (character in text) {
            if (character == '"' || character == '\\' || character < ' ' || character.isSurrogate()) {
                out.append("\\u%04x".format(character.code))
            } else {
                out.append(character)
            }
        }
        out.append('"')
    }

    /** What is no value of its field, with null in place of it: it never is the event's own value. */
    fun wrong(value: Any?, at: String, message: String) {
        replace(at)
        if (value == null) issue(at, "null_value", "must not be null") else issue(at, "wrong_type", message)
    }

    /** Writes a value, or null where it cannot be read. */
    private fun value(at: String, write: () -> Unit) {
        if (!read(at, write)) replace(at)
    }

    private fun replace(at: String) {
        out.append("null")
        replaced += whole(at)
    }

    /** Reads with the caller's own code, which may throw anything. */
    private fun read(at: String, read: () -> Unit): Boolean = try {
        read()
        true
    } catch (failure: Exception) {
        rethrowIfCancelled(failure)
        issue(at, "wrong_type", "cannot be read")
        false
    }

    private fun issue(at: String, code: String, message: String) {
        if (issues.size < MOST_ISSUES) issues += Issue(whole(at), code, message)
    }
}

/** A key in a JSON Pointer. */
internal fun token(key: String): String = key.replace("~", "~0").replace("/", "~1")

/** A caller that gives up is no fault of an event. */
internal fun rethrowIfCancelled(failure: Exception) {
    if (failure is InterruptedException || failure is java.util.concurrent.CancellationException) throw failure
}

/**
 * A JSON text, with an escape in place of half of a surrogate pair: the core reports it at its place. After a backslash, which no escape may
 * follow, the text is not JSON, and stays so.
 */
internal fun escaped(json: String): String {
    if (Charsets.UTF_8.newEncoder().canEncode(json)) return json
    val out = StringBuilder(json.length + 8)
    var isAfterBackslash = false
    json.forEachIndexed { position, character ->
        val isWhole = when {
            character.isHighSurrogate() -> json.getOrNull(position + 1)?.isLowSurrogate() == true
            character.isLowSurrogate() -> json.getOrNull(position - 1)?.isHighSurrogate() == true
            else -> true
        }
        when {
            isWhole -> out.append(character)
            isAfterBackslash -> out.append('?')
            else -> out.append("\\u%04x".format(character.code))
        }
        isAfterBackslash = character == '\\' && !isAfterBackslash
    }
    return out.toString()
}

private val NUMBER = Regex("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")

/** Deeper than what the core reads, which reports that. */
private val TOO_DEEP = "[".repeat(DEEPEST) + "]".repeat(DEEPEST)

private const val MOST_ISSUES = 100
