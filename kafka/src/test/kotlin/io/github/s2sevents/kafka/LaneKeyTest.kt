package io.github.s2sevents.kafka

import org.apache.kafka.common.config.ConfigException
import org.apache.kafka.common.record.TimestampType
import org.apache.kafka.connect.sink.SinkRecord
import org.apache.kafka.connect.source.SourceRecord
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.io.File
import java.time.Instant

/** Records that are keyed by the lane of their event. */
class LaneKeyTest {
    @Test
    fun `events of a lane have one key, and a source chooses the partition by it`() {
        LaneKey<SourceRecord>().use { transform ->
            transform.configure(ADJUST)
            fun keyed(event: String) = transform.apply(SourceRecord(null, null, "events", 3, null, null, null, event.toByteArray()))
            val first = keyed(event("62f746b4-84e6-4ceb-95bd-447e7184d454", 1))
            assertEquals(32, "${first.key()}".length)
            assertNull(first.kafkaPartition())
            assertEquals(first.key(), keyed(event("62f746b4-84e6-4ceb-95bd-447e7184d454", 2)).key())
            assertNotEquals(first.key(), keyed(event("62f746b4-84e6-4ceb-95bd-447e7184d455", 1)).key())
        }
    }

    @Test
    fun `a neutral event has the lane of the destination that is named`() {
        val purchase = """{"event":"purchase","id":"1","time":"${Instant.now()}","source":"web",""" +
            """"value":"25.00","currency":"EUR","order_id":"1","device":{"gps_adid":"$DEVICE"},"ids":{"client_id":"1.2"}}"""
        fun key(destination: String): Any? = LaneKey<SourceRecord>().use { transform ->
            transform.configure(ADJUST + GA4 + mapOf("destinations" to "adjust,ga4", LaneKey.DESTINATION to destination))
            transform.apply(SourceRecord(null, null, "events", null, null, null, null, purchase)).key()
        }
        val keys = listOf("adjust", "ga4").map(::key)
        assertEquals(2, keys.filterNotNull().distinct().size, "$keys")
    }

    @Test
    fun `a record without a lane stays as it is, and a sink's in its partition`() {
        LaneKey<SinkRecord>().use { transform ->
            transform.configure(ADJUST)
            fun record(value: String?) = SinkRecord("events", 3, null, "key", null, value, 7, 1L, TimestampType.CREATE_TIME)
            for (value in listOf(null, "{", event("none", 1).replace("event_token", "evnt"))) {
                val record = record(value)
                assertSame(record, transform.apply(record))
            }
            val keyed = transform.apply(record(event(DEVICE, 1)))
            assertEquals(listOf<Any?>(3, 7L), listOf<Any?>(keyed.kafkaPartition(), keyed.kafkaOffset()))
        }
    }

    @Test
    fun `the destination of neutral events has to be named where there are several`() {
        val transform = LaneKey<SourceRecord>()
        assertThrows(ConfigException::class.java) { transform.configure(ADJUST + GA4 + mapOf("destinations" to "adjust,ga4")) }
        assertThrows(ConfigException::class.java) { transform.configure(ADJUST + mapOf(LaneKey.DESTINATION to "ga4")) }
        assertThrows(ConfigException::class.java) { transform.configure(ADJUST + mapOf("destination.adjust.app_tokn" to "a")) }
    }

    @Test
    fun `the example of the page keys records`() {
        val example = MAPPER.readTree(File(System.getProperty("test.root"), "kafka/examples/lane-key.json")).properties()
        val settings = HashMap<String, String>()
        for ((key, value) in example) {
            val name = key.removePrefix("transforms.lane.")
            if (name != key && name != "type") settings[name] = value.asText().replace(PLACEHOLDER, "4w565xzmb54d")
        }
        LaneKey<SourceRecord>().use { transform ->
            transform.configure(settings)
            val record = SourceRecord(null, null, "events", null, null, null, null, event(DEVICE, 1).toByteArray())
            assertEquals(32, "${transform.apply(record).key()}".length)
        }
    }

    private companion object {
        const val PLACEHOLDER = "\${env:ADJUST_APP_TOKEN}"
        const val DEVICE = "62f746b4-84e6-4ceb-95bd-447e7184d454"
        val ADJUST = mapOf(
            "destinations" to "adjust",
            "destination.adjust.app_token" to "4w565xzmb54d",
            "destination.adjust.events.purchase" to "f0ob4r",
            "destination.adjust.mapping.unmapped" to "warn",
        )
        val GA4 = mapOf(
            "destination.ga4.measurement_id" to "G-DEMO123456",
            "destination.ga4.api_secret" to "s",
            "destination.ga4.missing_session" to "ignore",
            "destination.ga4.mapping.unmapped" to "warn",
        )

        fun event(device: String, number: Int): String =
            """{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"$device","callback_params":{"n":"$number"}}"""
    }
}
