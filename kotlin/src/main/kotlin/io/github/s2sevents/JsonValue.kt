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
            is Map<*, *> -> Object(
                buildMap {
                    for ((key, member) in value) {
                        val isNew = put(requireNotNull(key) { "a key must not be null" }.toString(), of(member, inside(depth))) == null
                        require(isNew) { "two keys have the same text" }
                    }
                },
            )
            is Iterable<*> -> Array(value.map { of(it, inside(depth)) })
            else -> if (value.javaClass.isArray) Array(itemsOf(value).map { of(it, inside(depth)) }) else Text(value.toString())
        }

        /** The items of an array, also of one of numbers. */
        private fun itemsOf(array: Any): List<Any?> =
            List(java.lang.reflect.Array.getLength(array)) { java.lang.reflect.Array.get(array, it) }

        private fun inside(depth: Int): Int = (depth - 1).also { require(it > 0) { "the value is nested too deep" } }
    }
}

/** Members of an object by their keys: `attributes = jsonMembers("plan" to "gold", "renewal" to true)`. */
public fun jsonMembers(vararg members: Pair<String, Any?>): Map<String, JsonValue> =
    Collections.unmodifiableMap(LinkedHashMap<String, JsonValue>().apply { members.forEach { put(it.first, JsonValue.of(it.second)) } })

/** Deeper values are refused when a request is built; reading one that holds itself has to end. */
internal const val DEEPEST: Int = 64

/** A member of an event's map as it crosses. What is nested too deep to be accepted becomes something else that is: reading has to end. */
internal fun memberOf(key: String, value: JsonValue): JsonMember = JsonMember(key, if (isWithin(value, DEEPEST)) value else TOO_DEEP)

/** Whether a value is nested at most that deep. Its members may be of any class, where Java or a mapper put them there. */
internal fun isWithin(json: Any?, depth: Int): Boolean = depth > 0 && when (json) {
    is JsonValue.Array -> (json.items as Iterable<*>).all { isWithin(it, depth - 1) }
    is JsonValue.Object -> (json.members as Map<*, *>).values.all { isWithin(it, depth - 1) }
    else -> true
}

private val TOO_DEEP: JsonValue = (1..DEEPEST).fold(JsonValue.Null as JsonValue) { inner, _ -> JsonValue.Array(listOf(inner)) }

/** A value as it crosses, below [DEEPEST] as [memberOf] has it. */
internal fun formOf(json: JsonValue): JsonForm = when (val own = if (isWithin(json, DEEPEST)) json else TOO_DEEP) {
    is JsonValue.Null -> JsonForm.Null
    is JsonValue.Bool -> JsonForm.Bool(own.value)
    is JsonValue.Number -> JsonForm.Number(DecimalText(own.digits))
    is JsonValue.Text -> JsonForm.Text(own.value)
    is JsonValue.Array -> JsonForm.Array(own.items)
    is JsonValue.Object -> JsonForm.Object(own.members.map { JsonMember(it.key, it.value) })
}

internal fun jsonOf(form: JsonForm): JsonValue = when (form) {
    is JsonForm.Null -> JsonValue.Null
    is JsonForm.Bool -> JsonValue.Bool(form.value)
    is JsonForm.Number -> JsonValue.Number(form.digits.toString())
    is JsonForm.Text -> JsonValue.Text(form.text)
    is JsonForm.Array -> JsonValue.Array(form.items)
    is JsonForm.Object -> JsonValue.Object(form.members.associate { it.key to it.value })
}
