package io.github.s2sevents

import java.time.temporal.Temporal
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.full.primaryConstructor

/** Makes the typed configurations and events of a case's JSON, by the names and types of their fields. */
internal object Typed {
    inline fun <reified T : Any> of(fields: Map<String, Any?>): T = of(T::class, fields)

    fun <T : Any> of(type: KClass<T>, fields: Map<String, Any?>): T {
        val constructor = checkNotNull(type.primaryConstructor)
        val given = fields.mapKeys { (key, _) -> camelCase(key) }
        val unknown = given.keys - constructor.parameters.map { it.name }.toSet()
        check(unknown.isEmpty()) { "$type has no $unknown" }
        return constructor.callBy(constructor.parameters.filter { it.name in given }.associateWith { value(it.type, given[it.name]) })
    }

    fun camelCase(name: String): String = name.split('_').let { words ->
        words.first() + words.drop(1).joinToString("") { word -> word.replaceFirstChar { it.uppercase() } }
    }

    private fun value(type: KType, value: Any?): Any? {
        val own = type.classifier as KClass<*>
        return when {
            value == null -> null
            own == String::class -> value as String
            own == Boolean::class -> value as Boolean
            own == Long::class -> value.toString().toLong()
            own == kotlin.Number::class -> DecimalText(value.toString())
            own == Temporal::class -> if (value is Digits) UnixMillis(DecimalText(value.text)) else TimeText(value as String)
            own == JsonValue::class -> json(value)
            own == List::class -> (value as List<*>).map { value(inside(type, 0), it) }
            own == Map::class -> value.asObject().mapValues { (_, member) -> member(inside(type, 1), member) }
            own.java.isEnum -> own.java.enumConstants.single { it.toString() == (SPELLINGS[value] ?: (value as String).uppercase()) }
            own.isData -> of(own, value.asObject())
            else -> error("no value of $type")
        }
    }

    /** Two texts that differ in case alone, and the constants that they are. */
    private val SPELLINGS = mapOf("InAppADImpr" to "UPPER", "InAppAdImpr" to "MIXED")

    /** A member of a map. One of any JSON may be null. */
    private fun member(type: KType, value: Any?): Any? = if (type.classifier == JsonValue::class) json(value) else value(type, value)

    /** The type of items or of members. */
    private fun inside(type: KType, position: Int): KType = checkNotNull(type.arguments[position].type)

    fun json(value: Any?): JsonValue = when (value) {
        is Digits -> JsonValue.Number(value.text)
        is List<*> -> JsonValue.Array(value.map(::json))
        is Map<*, *> -> JsonValue.Object(value.asObject().mapValues { json(it.value) })
        else -> JsonValue.of(value)
    }
}
