package io.github.s2sevents.kafka

import com.fasterxml.jackson.core.JsonGenerator
import io.github.s2sevents.Issue
import io.github.s2sevents.ValidationException
import org.apache.kafka.connect.data.Date
import org.apache.kafka.connect.data.Decimal
import org.apache.kafka.connect.data.Schema
import org.apache.kafka.connect.data.Struct
import org.apache.kafka.connect.data.Time
import org.apache.kafka.connect.data.Timestamp
import java.math.BigDecimal
import java.math.BigInteger
import java.nio.ByteBuffer
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

/**
 * The JSON form of an event, of what a converter has made of a record's value: a text or bytes of JSON, a struct, or a map without a schema.
 * What has no place in JSON is a [ValidationException] with the path of each.
 */
internal object RecordJson {
    /** Returns the JSON text in UTF-8. [value] is not null. */
    fun of(schema: Schema?, value: Any): ByteArray = when (value) {
        is String -> value.toByteArray()
        is ByteArray -> value
        is ByteBuffer -> ByteArray(value.remaining()).also(value.duplicate()::get)
        is Struct, is Map<*, *> -> {
            val issues = ArrayList<Issue>()
            val event = Json.bytes { Writer(it, issues).value(schema, value, "") }
            if (issues.isEmpty()) event else throw ValidationException(issues)
        }
        else -> throw ValidationException(listOf(Issue("", "wrong_type", "must be a text, bytes, a struct or a map")))
    }

    private class Writer(private val to: JsonGenerator, private val issues: MutableList<Issue>) {
        fun value(schema: Schema?, value: Any?, at: String) {
            when (value) {
                null -> to.writeNull()
                is String -> to.writeString(value)
                is Boolean -> to.writeBoolean(value)
                is Byte, is Short, is Int, is Long, is BigInteger -> to.writeNumber("$value")
                is BigDecimal -> to.writeNumber(value.toPlainString())
                is Float -> if (value.isFinite()) to.writeNumber(value) else refuse(at, "not_finite", "must be a finite number")
                is Double -> if (value.isFinite()) to.writeNumber(value) else refuse(at, "not_finite", "must be a finite number")
                is java.util.Date -> time(schema, value, at)
                is Struct -> struct(value, at)
                is Map<*, *> -> map(schema, value, at)
                is List<*> -> {
                    to.writeStartArray()
                    value.forEachIndexed { position, item -> value(schema?.valueSchema(), item, "$at/$position") }
                    to.writeEndArray()
                }
                is ByteArray, is ByteBuffer -> refuse(at, "wrong_type", "must not be bytes, which have no form in JSON")
                else -> refuse(at, "wrong_type", "has a type that has no form in JSON")
            }
        }

        private fun struct(struct: Struct, at: String) {
            to.writeStartObject()
            for (field in struct.schema().fields()) {
                to.writeFieldName(field.name())
                value(field.schema(), struct.get(field), "$at/${token(field.name())}")
            }
            to.writeEndObject()
        }

        private fun map(schema: Schema?, map: Map<*, *>, at: String) {
            to.writeStartObject()
            for ((key, member) in map) {
                if (key is String) {
                    to.writeFieldName(key)
                    value(schema?.valueSchema(), member, "$at/${token(key)}")
                } else {
                    issues.add(Issue(at, "wrong_type", "has a key that is not a text"))
                }
            }
            to.writeEndObject()
        }

        /** The logical types that Connect's converters make of numbers. */
        private fun time(schema: Schema?, value: java.util.Date, at: String) {
            val instant = value.toInstant()
            when (schema?.name()) {
                Timestamp.LOGICAL_NAME, null -> to.writeString(DateTimeFormatter.ISO_INSTANT.format(instant))
                Date.LOGICAL_NAME -> to.writeString(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString())
                Time.LOGICAL_NAME -> refuse(at, "wrong_type", "must not be a time of day without a date")
                else -> refuse(at, "wrong_type", "has a logical type that has no form in JSON")
            }
        }

        private fun refuse(at: String, code: String, message: String) {
            issues.add(Issue(at, code, message))
            to.writeNull()
        }
    }

    /** A key in a JSON Pointer. */
    private fun token(key: String): String = key.replace("~", "~0").replace("/", "~1")
}
