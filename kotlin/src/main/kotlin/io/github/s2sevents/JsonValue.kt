package io.github.s2sevents

import io.github.s2sevents.ffi.parseJson
import java.nio.charset.CharacterCodingException
import java.util.Collections

/** A JSON value, of attributes and of a provider's answer: digit for digit, and with the order of keys. `toString` shows its type alone. */
public sealed class JsonValue {
    /** `null`. */
    public object Null : JsonValue()

    /** `true` or `false`. */
    public data class Bool(val value: Boolean) : JsonValue() {
        override fun toString(): String = "a boolean"
    }

    /** A number, as it was written. */
    public data class Number(val digits: String) : JsonValue() {
        public constructor(value: kotlin.Number) : this(value.toString())

        override fun toString(): String = "a number"
    }

    /** A text. */
    public data class Text(val value: String) : JsonValue() {
        override fun toString(): String = "a text"
    }

    /** An array. */
    public data class Array(val items: List<JsonValue>) : JsonValue() {
        override fun toString(): String = "an array"
    }

    /** An object. */
    public data class Object(val members: Map<String, JsonValue>) : JsonValue() {
        override fun toString(): String = "an object"
    }

    override fun toString(): String = "null"

    /** The value as Kotlin and Java have it: null, [Boolean], [java.math.BigDecimal] (or the digits, where there is no such), [String], [List] or [Map]. */
    public fun toKotlin(): Any? = when (this) {
        is Null -> null
        is Bool -> value
        is Number -> digits.toBigDecimalOrNull() ?: digits
        is Text -> value
        is Array -> items.map(JsonValue::toKotlin)
        is Object -> members.mapValues { it.value.toKotlin() }
    }

    public companion object {
        /**
         * The value of what Kotlin and Java have: null, [Boolean], numbers, texts and enumerations (by their name), maps, iterables and arrays.
         * Whatever else has its text in JSON is that text.
         */
        @JvmStatic
        public fun of(value: Any?): JsonValue = of(value, DEEPEST)

        /** The members of an object. */
        @JvmStatic
        public fun membersOf(map: Map<String, Any?>): Map<String, JsonValue> = map.mapValues { of(it.value) }

        /** Reads a JSON text; null where it is none, or is nested deeper than 32 levels. */
        @JvmStatic
        public fun parse(text: String): JsonValue? {
            Native.ensureLoaded()
            return try {
                parseJson(text)
            } catch (_: CharacterCodingException) {
                null
            }
        }

        private fun of(value: Any?, depth: Int): JsonValue = when (value) {
            null -> Null
            is JsonValue -> value
            is Boolean -> Bool(value)
            is kotlin.Number -> Number(value)
            is Enum<*> -> Text(value.name)
            is Map<*, *> -> Object(value.entries.associate { it.key.toString() to of(it.value, inside(depth)) })
            is Iterable<*> -> Array(value.map { of(it, inside(depth)) })
            is kotlin.Array<*> -> Array(value.map { of(it, inside(depth)) })
            else -> Text(value.toString())
        }

        private fun inside(depth: Int): Int = (depth - 1).also { require(it > 0) { "the value is nested too deep" } }
    }
}

/** Members of an object by their keys: `attributes = jsonMembers("plan" to "gold", "renewal" to true)`. */
public fun jsonMembers(vararg members: Pair<String, Any?>): Map<String, JsonValue> =
    Collections.unmodifiableMap(LinkedHashMap<String, JsonValue>().apply { members.forEach { put(it.first, JsonValue.of(it.second)) } })

/** Deeper values are refused when a request is built; reading one that holds itself has to end. */
private const val DEEPEST = 64

/** A member of an event's map as it crosses. What is nested too deep to be taken is cut below where it is refused: reading has to end. */
internal fun memberOf(key: String, value: JsonValue): JsonMember =
    JsonMember(key, if (isWithin(value, DEEPEST)) value else cut(value, DEEPEST))

private fun isWithin(json: JsonValue, depth: Int): Boolean = depth > 0 && when (json) {
    is JsonValue.Array -> json.items.all { isWithin(it, depth - 1) }
    is JsonValue.Object -> json.members.values.all { isWithin(it, depth - 1) }
    else -> true
}

private fun cut(json: JsonValue, depth: Int): JsonValue = when {
    depth == 0 -> JsonValue.Null
    json is JsonValue.Array -> JsonValue.Array(json.items.map { cut(it, depth - 1) })
    json is JsonValue.Object -> JsonValue.Object(json.members.mapValues { cut(it.value, depth - 1) })
    else -> json
}

internal fun formOf(json: JsonValue): JsonForm = when (json) {
    is JsonValue.Null -> JsonForm.Null
    is JsonValue.Bool -> JsonForm.Bool(json.value)
    is JsonValue.Number -> JsonForm.Number(DecimalText(json.digits))
    is JsonValue.Text -> JsonForm.Text(json.value)
    is JsonValue.Array -> JsonForm.Array(json.items)
    is JsonValue.Object -> JsonForm.Object(json.members.map { JsonMember(it.key, it.value) })
}

internal fun jsonOf(form: JsonForm): JsonValue = when (form) {
    is JsonForm.Null -> JsonValue.Null
    is JsonForm.Bool -> JsonValue.Bool(form.value)
    is JsonForm.Number -> JsonValue.Number(form.digits.toString())
    is JsonForm.Text -> JsonValue.Text(form.text)
    is JsonForm.Array -> JsonValue.Array(form.items)
    is JsonForm.Object -> JsonValue.Object(form.members.associate { it.key to it.value })
}
