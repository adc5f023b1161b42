package io.github.s2sevents.kafka

import io.github.s2sevents.testing.Sandbox
import org.apache.kafka.clients.consumer.ConsumerRecord
import org.apache.kafka.clients.producer.KafkaProducer
import org.apache.kafka.clients.producer.ProducerRecord
import org.apache.kafka.common.TopicPartition
import org.apache.kafka.common.header.Header
import org.apache.kafka.common.header.internals.RecordHeader
import org.apache.kafka.common.record.TimestampType
import org.apache.kafka.connect.data.Decimal
import org.apache.kafka.connect.data.Schema
import org.apache.kafka.connect.data.SchemaBuilder
import org.apache.kafka.connect.data.Struct
import org.apache.kafka.connect.data.Timestamp
import org.apache.kafka.connect.json.JsonConverter
import org.apache.kafka.connect.runtime.rest.errors.ConnectRestException
import org.apache.kafka.connect.sink.SinkRecord
import org.apache.kafka.connect.storage.StringConverter
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInfo
import java.lang.management.ManagementFactory
import java.time.Duration
import java.time.Instant
import java.util.Date
import javax.management.ObjectName

/** The sink in a worker and with a broker, both in this process. */
class ConnectTest {
    private lateinit var topic: String

    @BeforeEach
    fun topic(test: TestInfo) {
        topic = "events-${test.testMethod.get().name.hashCode()}"
        connect.kafka().createTopic(topic, 2)
        sandbox.reset()
    }

    @AfterEach
    fun remove() {
        connect.connectors().forEach(connect::deleteConnector)
    }

    @Test
    fun `an event arrives, and its offset is committed`() {
        start()
        produce(adjust(1))
        awaitCommitted(1)
        assertEquals(listOf(1), numbers())
    }

    @Test
    fun `an errant record is a dead letter with its problems, and others go on`() {
        val dead = start(*deadLetters())
        produce("""{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"$DEVICE","curency":"$CANARY","revenue":"x"}""")
        produce("$CANARY{")
        produce("""{"provider":"metrix","kind":"event"}""")
        produce("""{"provider":"adjust","kind":"event","event_token":"$CANARY","gps_adid":"$DEVICE"}""")
        produce(adjust(1))
        awaitCommitted(5)
        assertEquals(listOf(1), numbers())
        val letters = letters(dead, 4)
        val problems = letters.map { letter ->
            MAPPER.readTree(letter.header(Headers.PROBLEMS)).map { "${it["path"].asText()} ${it["code"].asText()}" }
        }
        assertEquals(listOf("/curency unknown_field", "/revenue invalid_number"), problems.first { it.size == 2 }.sorted())
        assertEquals(
            setOf(" invalid_json", "/provider unknown_destination", " dropped"),
            problems.filter {
                it.size == 1
            }.flatten().toSet(),
        )
        val dropped = letters.single { it.header(Headers.CODE) == "dropped" }
        assertEquals(listOf("adjust", ""), listOf(dropped.header(Headers.DESTINATIONS), dropped.header(Headers.PATH)))
        for (letter in letters) {
            val headers = letter.headers().associate { it.key() to it.value()?.decodeToString() }
            assertTrue(headers.values.none { CANARY in it.orEmpty() || DEVICE in it.orEmpty() }, "$headers")
        }
    }

    @Test
    fun `without a place for errant records the task ends, and nothing is committed`() {
        start()
        produce("""{"provider":"adjust","kind":"event","event_token":"f0ob4r","curency":"$CANARY"}""")
        val trace = awaitFailed()
        assertTrue("unknown_field" in trace && CANARY !in trace, trace)
        assertTrue((committed(0) ?: 0L) == 0L)
    }

    @Test
    fun `a record is finished once each destination has its event`() {
        start(*deadLetters(), *ga4("http://127.0.0.1:${freePort()}"))
        produce(purchase("A-1"))
        await("the event at Adjust") { sandbox.accepted("adjust").size == 1 }
        Thread.sleep(1_000)
        assertEquals(0L, committed(0) ?: 0L)
        start(*deadLetters(), *ga4(sandbox.baseUrl("ga4")))
        awaitCommitted(1)
        assertEquals(1, sandbox.accepted("ga4").size)
    }

    @Test
    fun `a destination that does not respond holds no other partition up`() {
        start(*ga4("http://127.0.0.1:${freePort()}"), SinkConfig.MAX_PENDING to "2")
        repeat(10) { produce(purchase("A-$it").replace("{\"event\"", "{\"destinations\":[\"ga4\"],\"event\""), partition = 0) }
        repeat(10) { produce(adjust(it), partition = 1) }
        awaitCommitted(10, partition = 1)
        assertEquals((0..9).toList(), numbers())
        assertEquals(0L, committed(0) ?: 0L)
        await("the state") { metric("state", ",destination=\"ga4\"") == "silent" }
        assertEquals(1, metric("partition-paused-count").toString().toInt())
    }

    @Test
    fun `a dead letter goes to the destinations that do not have it`() {
        start(*ga4(sandbox.baseUrl("ga4")))
        val headers = listOf<Header>(RecordHeader(Headers.DESTINATIONS, "ga4".toByteArray()))
        producer().use { it.send(ProducerRecord(topic, 0, null as ByteArray?, purchase("B-1").toByteArray(), headers)).get() }
        awaitCommitted(1)
        assertEquals(listOf(0, 1), listOf(sandbox.accepted("adjust").size, sandbox.accepted("ga4").size))
    }

    @Test
    fun `a named destination, and a message whose id follows from its record`() {
        start(
            "destinations" to "adjust,eu", "destination.eu.provider" to "metrix", "destination.eu.app_id" to "metrix-demo-app",
            "destination.eu.api_key" to "metrix-demo-api-key", "destination.eu.base_url" to sandbox.baseUrl("metrix"), *deadLetters(),
        )
        val action = """"provider":"metrix","destination":"eu","kind":"action","custom_user_id":"u","name":"aewqd""""
        produce("{$action,\"time\":\"${Instant.now()}\"}")
        awaitCommitted(1)
        assertEquals(emptyList<Any>(), sandbox.rejected())
        val record = SinkRecord(topic, 0, null, null, null, null, 0, timestamp(), TimestampType.CREATE_TIME)
        val message = sandbox.accepted("metrix").single().getValue("message") as Map<*, *>
        assertTrue(Events.ids(record).make() in message.values, "$message")
    }

    @Test
    fun `structs keep their digits, and unknown fields are refused`() {
        val dead = start(*deadLetters(), "value.converter" to JsonConverter::class.java.name)
        val converter = JsonConverter().apply { configure(mapOf("schemas.enable" to true), false) }
        fun json(vararg others: String): String {
            val texts =
                mapOf("provider" to "adjust", "kind" to "event", "event_token" to "f0ob4r", "gps_adid" to DEVICE, "currency" to "EUR") +
                    others.associateWith { CANARY }
            val schema = SchemaBuilder.struct().field("created_at", Timestamp.SCHEMA).field("revenue", Decimal.schema(5))
            for (name in texts.keys) schema.field(name, Schema.STRING_SCHEMA)
            val event = Struct(schema.build())
                .put("created_at", Date.from(Instant.now()))
                .put("revenue", "12345678901.23456".toBigDecimal())
            texts.forEach(event::put)
            return converter.fromConnectData(topic, event.schema(), event).decodeToString()
        }
        produce(json())
        awaitCommitted(1)
        assertEquals("12345678901.23456", (sandbox.accepted("adjust").single()["parameters"] as Map<*, *>)["revenue"])
        produce(json("curency"))
        awaitCommitted(2)
        assertEquals("/curency", letters(dead, 1).single().header(Headers.PATH))
    }

    @Test
    fun `a restart sends nothing twice`() {
        sandbox.setFaults("latency=200")
        // Slow, so that there is always something in flight.
        start("delivery.max_in_flight" to "2")
        repeat(30) { produce(adjust(it, device = it), partition = it % 2) }
        for (restart in 1..3) {
            await("some events") { numbers().size >= restart * 6 }
            start("delivery.max_in_flight" to "2", SinkConfig.COMMIT_INTERVAL to "6000$restart")
        }
        start("delivery.max_in_flight" to "8")
        awaitCommitted(15)
        awaitCommitted(15, partition = 1)
        assertEquals((0 until 30).toList(), numbers().sorted())
    }

    @Test
    fun `an event is sent again after each fault`() {
        start()
        listOf("429;retry-after=1", "500", "drop", "500-after", "drop-after").forEachIndexed { position, fault ->
            sandbox.setFaults(fault)
            produce(adjust(position, device = position))
            Thread.sleep(300)
            sandbox.setFaults()
            awaitCommitted(position + 1L)
        }
        assertEquals((0..4).toList(), numbers().distinct())
    }

    @Test
    fun `many records pause their partitions, and each arrives once and in order`() {
        sandbox.setFaults("latency=20")
        start(SinkConfig.MAX_PENDING to "5")
        repeat(60) { produce(adjust(it), partition = 0) }
        awaitCommitted(60)
        assertEquals((0 until 60).toList(), numbers())
        assertEquals("60", metric("event-delivered-total").toString())
        assertEquals("0", metric("record-pending-count").toString())
    }

    @Test
    fun `a wrong configuration is refused at its keys`() {
        val settings = settings() + mapOf("destination.adjust.environment" to CANARY, "destination.adjust.app_tokn" to CANARY)
        val refused = assertThrows(ConnectRestException::class.java) { connect.configureConnector(topic, settings) }
        assertTrue("environment" in "$refused" && "app_tokn" in "$refused" && CANARY !in "$refused", "$refused")
    }

    /** Starts the sink, or starts it again with other settings, and returns the topic of its dead letters. */
    private fun start(vararg settings: Pair<String, String>): String {
        connect.configureConnector(topic, settings() + settings)
        connect.assertions().assertConnectorAndExactlyNumTasksAreRunning(topic, 1, "the sink runs")
        return "$topic-dead"
    }

    private fun settings() = mapOf(
        "connector.class" to S2SSinkConnector::class.java.name,
        "topics" to topic,
        "key.converter" to StringConverter::class.java.name,
        "value.converter" to StringConverter::class.java.name,
        "destinations" to "adjust",
        "destination.adjust.app_token" to "4w565xzmb54d",
        "destination.adjust.environment" to "sandbox",
        "destination.adjust.base_url" to sandbox.baseUrl("adjust"),
        "destination.adjust.events.purchase" to "f0ob4r",
        "destination.adjust.mapping.unmapped" to "warn",
        SinkConfig.COMMIT_INTERVAL to "100",
        "delivery.linger_ms" to "0",
        "delivery.backoff_ms" to "100",
        "delivery.max_backoff_ms" to "200",
        "delivery.breaker_failures" to "2",
        "delivery.breaker_ms" to "200",
    )

    private fun deadLetters() = arrayOf(
        "errors.tolerance" to "all",
        "errors.deadletterqueue.topic.name" to "$topic-dead",
        "errors.deadletterqueue.topic.replication.factor" to "1",
        "errors.deadletterqueue.context.headers.enable" to "true",
    )

    private fun ga4(address: String) = arrayOf(
        "destinations" to "adjust,ga4",
        "destination.ga4.measurement_id" to "G-DEMO123456",
        "destination.ga4.api_secret" to "demo-api-secret",
        "destination.ga4.missing_session" to "ignore",
        "destination.ga4.mapping.unmapped" to "warn",
        "destination.ga4.base_url" to address,
    )

    private fun produce(event: String, partition: Int = 0) {
        connect.kafka().produce(topic, partition, null, event)
    }

    /** Waits until that many records of the first partition are committed. */
    private fun awaitCommitted(count: Long, partition: Int = 0) {
        await("the offset $count") { committed(partition) == count }
    }

    private fun committed(partition: Int): Long? = connect.kafka().createAdminClient(emptyMap()).use { admin ->
        val offsets = admin.listConsumerGroupOffsets("connect-$topic").partitionsToOffsetAndMetadata().get()
        offsets[TopicPartition(topic, partition)]?.offset()
    }

    /** The reason for which the task has ended. */
    private fun awaitFailed(): String {
        await("the end of the task") { connect.connectorStatus(topic).tasks().any { it.state() == "FAILED" } }
        return connect.connectorStatus(topic).tasks().single().trace()
    }

    private fun letters(from: String, count: Int): List<ConsumerRecord<ByteArray, ByteArray>> =
        connect.kafka().consume(count, 30_000, from).records(from).toList()

    /** The timestamp of the topic's only record. */
    private fun timestamp(): Long = connect.kafka().consume(1, 30_000, topic).single().timestamp()

    private fun ConsumerRecord<*, *>.header(name: String): String = headers().lastHeader(name).value().decodeToString()

    private fun producer(): KafkaProducer<ByteArray, ByteArray> = connect.kafka().createProducer(emptyMap())

    /** The numbers of the events that Adjust has accepted, in order of arrival. */
    private fun numbers(): List<Int> = sandbox.accepted("adjust").map { event ->
        MAPPER.readTree((event["parameters"] as Map<*, *>)["callback_params"].toString())["n"].asInt()
    }

    private fun metric(name: String, rest: String = ""): Any {
        val bean = ObjectName("kafka.connect:type=s2s-sink-task-metrics,connector=\"$topic\",task=\"0\"$rest")
        return ManagementFactory.getPlatformMBeanServer().getAttribute(bean, name)
    }

    private companion object {
        lateinit var connect: EmbeddedConnectCluster
        lateinit var sandbox: Sandbox

        @JvmStatic
        @BeforeAll
        fun start() {
            sandbox = Sandbox.start()
            val settings = HashMap(mapOf("offset.flush.interval.ms" to "60000"))
            connect = EmbeddedConnectCluster.Builder().name("s2s").numWorkers(1).numBrokers(1).workerProps(settings).build()
            connect.start()
        }

        @JvmStatic
        @AfterAll
        fun stop() {
            connect.stop()
            sandbox.close()
        }

        const val DEVICE = "62f746b4-84e6-4ceb-95bd-447e7184d454"

        /** In no message, header or trace. */
        const val CANARY = "canary"

        fun adjust(number: Int, device: Int? = null): String {
            val own = device?.let { "62f746b4-84e6-4ceb-95bd-%012d".format(it) } ?: DEVICE
            return """{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"$own","callback_params":{"n":"$number"}}"""
        }

        fun purchase(id: String): String = """{"event":"purchase","id":"$id","time":"${Instant.now()}","source":"web","value":"25.00",""" +
            """"currency":"EUR","order_id":"$id","device":{"gps_adid":"$DEVICE","platform":"android"},"ids":{"client_id":"1.2"}}"""
    }
}

/** Waits until something holds. */
internal fun await(what: String, atMost: Duration = Duration.ofSeconds(30), holds: () -> Boolean) {
    val end = Instant.now() + atMost
    while (!holds()) {
        check(Instant.now() < end) { "it takes too long: $what" }
        Thread.sleep(50)
    }
}
