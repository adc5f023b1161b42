package io.github.s2sevents.kafka

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonGenerator
import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.core.StreamReadFeature
import com.fasterxml.jackson.core.StreamWriteFeature
import io.github.s2sevents.JsonValue
import java.io.ByteArrayOutputStream
import java.io.StringWriter

/** JSON texts, written and skimmed. What is right in an event is the library's business. */
internal object Json {
    private val factory: JsonFactory = JsonFactory.builder()
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        // An error of the text must not repeat it.
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build()

    /** The text of a value. */
    fun text(value: JsonValue): String = StringWriter().also { text -> factory.createGenerator(text).use { write(value, it) } }.toString()

    /** The bytes of what [write] writes. */
    fun bytes(write: (JsonGenerator) -> Unit): ByteArray =
        ByteArrayOutputStream().also { bytes -> factory.createGenerator(bytes).use(write) }.toByteArray()

    private fun write(value: JsonValue, to: JsonGenerator) {
        when (value) {
            is JsonValue.Null -> to.writeNull()
            is JsonValue.Bool -> to.writeBoolean(value.value)
            is JsonValue.Number -> to.writeNumber(value.digits)
            is JsonValue.Text -> to.writeString(value.value)
            is JsonValue.Array -> {
                to.writeStartArray()
                value.items.forEach { write(it, to) }
                to.writeEndArray()
            }
            is JsonValue.Object -> {
                to.writeStartObject()
                for ((key, member) in value.members) {
                    to.writeFieldName(key)
                    write(member, to)
                }
                to.writeEndObject()
            }
        }
    }

    /** Where an event goes, by the names of its members. Problems of its text are found when it is built. */
    fun envelope(event: ByteArray): Envelope {
        val envelope = Envelope()
        try {
            factory.createParser(event).use { parser ->
                if (parser.nextToken() != JsonToken.START_OBJECT) return envelope
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    val key = parser.currentName()
                    val value = parser.nextToken()
                    val text = if (value == JsonToken.VALUE_STRING) parser.text else null
                    when (key) {
                        "provider", "kind" -> {
                            envelope.isOfOneProvider = true
                            if (key == "provider") envelope.provider = text
                        }
                        "destination" -> envelope.destination = text
                        "event" -> envelope.hasEvent = true
                    }
                    parser.skipChildren()
                }
            }
        } catch (_: JsonProcessingException) {
            return envelope
        }
        return envelope
    }

    /** The event without its member `destination`, every other one digit for digit. */
    fun withoutDestination(event: ByteArray): ByteArray = bytes { to ->
        factory.createParser(event).use { parser ->
            var depth = 0
            while (parser.nextToken() != null) {
                if (depth == 1 && parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName() == "destination") {
                    parser.nextToken()
                    parser.skipChildren()
                    continue
                }
                if (parser.currentToken().isStructStart) depth++
                if (parser.currentToken().isStructEnd) depth--
                to.copyCurrentEventExact(parser)
            }
        }
    }

    /** What an event names. */
    class Envelope {
        var provider: String? = null
        var destination: String? = null
        var isOfOneProvider = false
        var hasEvent = false

        /** An event for every destination: `event`, and neither `provider` nor `kind`. */
        val isNeutral: Boolean get() = hasEvent && !isOfOneProvider
    }
}
