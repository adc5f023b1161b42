package io.github.s2sevents

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside
import com.fasterxml.jackson.core.JsonGenerator
import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.core.JsonToken
import com.fasterxml.jackson.databind.DeserializationContext
import com.fasterxml.jackson.databind.JsonDeserializer
import com.fasterxml.jackson.databind.JsonSerializer
import com.fasterxml.jackson.databind.SerializerProvider
import com.fasterxml.jackson.databind.annotation.JsonDeserialize
import com.fasterxml.jackson.databind.annotation.JsonSerialize
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.time.ZonedDateTime
import java.time.format.DateTimeFormatter
import java.time.temporal.Temporal

/**
 * Lets Jackson read a field that accepts any time: a text as [TimeText], a number as [UnixMillis]. Both are written as they were. Where
 * Jackson is not on the class path, this changes nothing.
 */
@Target(AnnotationTarget.FIELD)
@Retention(AnnotationRetention.RUNTIME)
@JacksonAnnotationsInside
@JsonDeserialize(using = TimeDeserializer::class)
@JsonSerialize(using = TimeSerializer::class)
internal annotation class JsonTime

internal class TimeDeserializer : JsonDeserializer<Temporal>() {
    override fun deserialize(parser: JsonParser, context: DeserializationContext): Temporal? = when (parser.currentToken()) {
        JsonToken.VALUE_STRING -> TimeText(parser.text)
        JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT -> UnixMillis(DecimalText(parser.text))
        else -> context.handleUnexpectedToken(Temporal::class.java, parser) as Temporal?
    }
}

internal class TimeSerializer : JsonSerializer<Temporal>() {
    override fun serialize(time: Temporal, out: JsonGenerator, provider: SerializerProvider) = when (time) {
        is UnixMillis -> out.writeNumber(time.toString())
        is OffsetDateTime -> out.writeString(time.toInstant().toString())
        is ZonedDateTime -> out.writeString(time.toInstant().toString())
        is LocalDateTime -> out.writeString(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time))
        else -> out.writeString(time.toString())
    }
}
