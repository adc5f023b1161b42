package io.github.s2sevents

import java.time.temporal.Temporal
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.full.primaryConstructor

/** Makes the typed configurations and events of a case's JSON, by the names and types of their fields. */
internal object Typed {
    inline fun <reified T : Any> of(fields: Map<String, Any?>): T = of(T::class, fields)

    fun <T : Any> of(type: KClass<T>, fields: Map<String, Any?>): T {
        val constructor = checkNotNull(type.primaryConstructor)
        val given = fields.mapKeys { (key, _) -> camelCase(key) }
        val unknown = given.keys - constructor.parameters.map { it.name }.toSet()
        check(unknown.isEmpty()) { "$type has no $unknown" }
        return constructor.callBy(constructor.parameters.filter { it.name in given }.associateWith { value(it, given[it.name]) })
    }

    fun camelCase(name: String): String = name.split('_').let { words ->
        words.first() + words.drop(1).joinToString("") { word -> word.replaceFirstChar { it.uppercase() } }
    }

    private fun value(field: KParameter, value: Any?): Any? {
        val type = field.type.classifier as KClass<*>
        return when {
            value == null -> null
            type == String::class -> value as String
            type == Boolean::class -> value as Boolean
            type == Long::class -> value.toString().toLong()
            type == kotlin.Number::class -> DecimalText(value.toString())
            type == Temporal::class -> if (value is Digits) UnixMillis(DecimalText(value.text)) else TimeText(value as String)
            type == Map::class -> map(field, value.asObject())
            type.java.isEnum -> type.java.enumConstants.single { it.toString() == (value as String).uppercase() }
            else -> error("no value of ${field.type}")
        }
    }

    private fun map(field: KParameter, map: Map<String, Any?>): Map<String, Any?> = map.mapValues { (_, value) ->
        when (field.type.arguments[1].type?.classifier) {
            String::class -> value as String
            kotlin.Number::class -> DecimalText(value.toString())
            DeliveryLimits::class -> of(DeliveryLimits::class, value.asObject())
            else -> json(value)
        }
    }

    fun json(value: Any?): JsonValue = when (value) {
        is Digits -> JsonValue.Number(value.text)
        is List<*> -> JsonValue.Array(value.map(::json))
        is Map<*, *> -> JsonValue.Object(value.asObject().mapValues { json(it.value) })
        else -> JsonValue.of(value)
    }
}
