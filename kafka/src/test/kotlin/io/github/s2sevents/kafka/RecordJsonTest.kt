package io.github.s2sevents.kafka

import io.github.s2sevents.ValidationException
import org.apache.kafka.connect.data.Date
import org.apache.kafka.connect.data.Decimal
import org.apache.kafka.connect.data.Schema
import org.apache.kafka.connect.data.SchemaBuilder
import org.apache.kafka.connect.data.Struct
import org.apache.kafka.connect.data.Time
import org.apache.kafka.connect.data.Timestamp
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.nio.ByteBuffer
import java.time.Instant
import java.util.Date as Moment

/** Values of records to JSON. */
class RecordJsonTest {
    @Test
    fun `a text and bytes are passed as they are`() {
        for (value in listOf("{\"a\": 1.50}", "{\"a\": 1.50}".toByteArray(), ByteBuffer.wrap("x{\"a\": 1.50}".toByteArray(), 1, 11))) {
            assertEquals("{\"a\": 1.50}", json(null, value))
        }
    }

    @Test
    fun `a struct keeps digits and times`() {
        val item = SchemaBuilder.struct().field("id", Schema.STRING_SCHEMA).build()
        val schema = SchemaBuilder.struct()
            .field("price", Decimal.schema(4)).field("count", Schema.INT64_SCHEMA).field("ratio", Schema.FLOAT64_SCHEMA)
            .field("time", Timestamp.SCHEMA).field("day", Date.SCHEMA).field("none", Schema.OPTIONAL_STRING_SCHEMA)
            .field("items", SchemaBuilder.array(item).build())
            .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.BOOLEAN_SCHEMA).build())
            .build()
        val value = Struct(schema)
            .put("price", "1234567890123456.7000".toBigDecimal()).put("count", Long.MAX_VALUE).put("ratio", 0.1)
            .put("time", Moment.from(Instant.parse("2026-11-20T10:00:00.123Z")))
            .put("day", Moment.from(Instant.parse("2026-11-20T00:00:00Z")))
            .put("items", listOf(Struct(item).put("id", "A\"1"))).put("tags", mapOf("a" to true))
        assertEquals(
            """{"price":1234567890123456.7000,"count":9223372036854775807,"ratio":0.1,"time":"2026-11-20T10:00:00.123Z",""" +
                """"day":"2026-11-20","none":null,"items":[{"id":"A\"1"}],"tags":{"a":true}}""",
            json(schema, value),
        )
    }

    @Test
    fun `a map without a schema keeps digits`() {
        val value = linkedMapOf("a" to 19.99, "b" to 1L, "c" to listOf(null, "x"), "d" to mapOf("e" to "1e3".toBigDecimal()))
        assertEquals("""{"a":19.99,"b":1,"c":[null,"x"],"d":{"e":1000}}""", json(null, value))
    }

    @Test
    fun `what has no form in JSON is refused with its path`() {
        val schema = SchemaBuilder.struct()
            .field("time", Time.SCHEMA).field("a/b", Schema.BYTES_SCHEMA).field("n", Schema.FLOAT64_SCHEMA).build()
        val value = Struct(schema).put("time", Moment(1)).put("a/b", ByteArray(1)).put("n", Double.NaN)
        assertEquals(listOf("/time wrong_type", "/a~1b wrong_type", "/n not_finite"), issues(schema, value))
        assertEquals(listOf(" wrong_type"), issues(null, mapOf(1 to "a")))
        assertEquals(listOf(" wrong_type"), issues(null, 7L))
        assertEquals(listOf("/a wrong_type"), issues(null, mapOf("a" to Any())))
    }

    private fun json(schema: Schema?, value: Any): String = RecordJson.of(schema, value).decodeToString()

    private fun issues(schema: Schema?, value: Any): List<String> =
        assertThrows(ValidationException::class.java) { json(schema, value) }.issues.map { "${it.path} ${it.code}" }
}
