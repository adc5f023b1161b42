package io.github.s2sevents

import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.StringWriter

/** JSON for the tests: Jackson, but that numbers stay as they were written. */
internal object Json {
    private val MAPPER = ObjectMapper()

    /** Null, booleans, [Digits], texts, lists, and maps with their order. */
    fun read(text: String): Any? = MAPPER.createParser(text).use { parser ->
        parser.nextToken()
        value(parser)
    }

    private fun value(parser: com.fasterxml.jackson.core.JsonParser): Any? = when (parser.currentToken()) {
        JsonToken.START_OBJECT -> buildMap {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                val key = parser.currentName()
                parser.nextToken()
                put(key, value(parser))
            }
        }
        JsonToken.START_ARRAY -> buildList { while (parser.nextToken() != JsonToken.END_ARRAY) add(value(parser)) }
        JsonToken.VALUE_STRING -> parser.text
        JsonToken.VALUE_TRUE -> true
        JsonToken.VALUE_FALSE -> false
        JsonToken.VALUE_NULL -> null
        else -> Digits(parser.text)
    }

    fun write(value: Any?): String = StringWriter().also { writer ->
        MAPPER.createGenerator(writer).use { write(it, value) }
    }.toString()

    private fun write(out: com.fasterxml.jackson.core.JsonGenerator, value: Any?) {
        when (value) {
            null -> out.writeNull()
            is Boolean -> out.writeBoolean(value)
            is Digits -> out.writeNumber(value.text)
            is String -> out.writeString(value)
            is List<*> -> {
                out.writeStartArray()
                value.forEach { write(out, it) }
                out.writeEndArray()
            }
            is Map<*, *> -> {
                out.writeStartObject()
                value.forEach { (key, member) ->
                    out.writeFieldName(key as String)
                    write(out, member)
                }
                out.writeEndObject()
            }
            else -> error("no JSON of ${value.javaClass}")
        }
    }
}

/** A number as it is written in its case. */
internal data class Digits(val text: String) {
    override fun toString(): String = text
}
