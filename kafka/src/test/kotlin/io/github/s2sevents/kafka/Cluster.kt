package io.github.s2sevents.kafka

import com.fasterxml.jackson.databind.JsonNode
import io.github.s2sevents.testing.Sandbox
import org.apache.kafka.clients.admin.Admin
import org.apache.kafka.clients.admin.NewTopic
import org.apache.kafka.clients.consumer.ConsumerRecord
import org.apache.kafka.clients.consumer.KafkaConsumer
import org.apache.kafka.clients.producer.KafkaProducer
import org.apache.kafka.clients.producer.ProducerRecord
import org.apache.kafka.common.TopicPartition
import org.apache.kafka.common.serialization.StringDeserializer
import org.apache.kafka.common.serialization.StringSerializer
import java.io.File
import java.net.URI
import java.time.Duration
import java.time.Instant

/** A broker, workers and a sandbox in processes of their own, and a topic of events that a sink sends to Adjust. */
internal class Cluster(folder: File, faults: String = "", workers: Int) : AutoCloseable {
    val sandbox: Sandbox = Sandbox.start("[account]\nmax_entries = 1000000\nmax_bytes = 4000000000\n$faults")
    val broker = Broker(folder).apply { start() }
    val workers: List<Worker> = List(workers) { Worker("worker-$it", folder, broker.servers, mapOf("ADJUST_APP_TOKEN" to TOKEN)) }

    /** Time of the event of number zero. */
    private val begin = Instant.now().minus(Duration.ofDays(1))
    private val admin = Admin.create(mapOf<String, Any>("bootstrap.servers" to broker.servers))

    /** Starts the workers and the sink. */
    fun start(tasks: Int, settings: Map<String, String> = emptyMap()) {
        admin.createTopics(listOf(NewTopic(TOPIC, PARTITIONS, 1.toShort()))).all().get()
        workers.forEach(JavaProcess::begin)
        workers.forEach(JavaProcess::awaitUp)
        val config = mapOf(
            "connector.class" to "io.github.s2sevents.kafka.S2SSinkConnector",
            "tasks.max" to "$tasks",
            "topics" to TOPIC,
            "consumer.override.session.timeout.ms" to "6000",
            "consumer.override.heartbeat.interval.ms" to "1500",
            "errors.tolerance" to "all",
            "errors.deadletterqueue.topic.name" to ERRANT,
            "errors.deadletterqueue.topic.replication.factor" to "1",
            "destinations" to "adjust",
            "destination.adjust.app_token" to "\${env:ADJUST_APP_TOKEN}",
            "destination.adjust.environment" to "sandbox",
            "destination.adjust.base_url" to sandbox.baseUrl("adjust"),
        )
        workers.first().configure(NAME, config + settings)
        await("the start of the sink") {
            runCatching { workers.first().tasks(NAME) }.getOrDefault(emptyList()).count { it == "RUNNING" } ==
                tasks
        }
    }

    /** Writes the events of these numbers, of [devices] devices in turn, each keyed by its device, with times in their order. */
    fun produce(numbers: IntRange, devices: Int) {
        val settings = mapOf<String, Any>("bootstrap.servers" to broker.servers, "linger.ms" to 50)
        KafkaProducer(settings, StringSerializer(), StringSerializer()).use { producer ->
            for (number in numbers) {
                val device = "62f746b4-84e6-4ceb-95bd-%012d".format(number % devices)
                val event = """{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"$device",""" +
                    """"created_at":"${begin.plusSeconds(number.toLong())}","callback_params":{"n":"$number"}}"""
                producer.send(ProducerRecord(TOPIC, device, event))
            }
        }
    }

    /** The number of records whose offsets are committed. */
    fun committed(): Long = admin.listConsumerGroupOffsets("connect-$NAME").partitionsToOffsetAndMetadata().get().values.sumOf {
        it?.offset()
            ?: 0
    }

    /** Everything that arrived at the sandbox, in order of arrival. */
    fun arrivals(): List<Arrival> {
        val account = MAPPER.readTree(URI.create("${sandbox.url}/_sandbox/events").toURL().readText())
        val entries = account.get("accepted").map { it to true } + account.get("rejected").map { it to false }
        return entries.map { (entry, isAccepted) -> Arrival(entry, isAccepted) }.sortedBy { it.position }
    }

    /** The dead letters. */
    fun errant(): List<ConsumerRecord<String, String>> {
        if (ERRANT !in admin.listTopics().names().get()) return emptyList()
        val settings = mapOf<String, Any>("bootstrap.servers" to broker.servers)
        return KafkaConsumer(settings, StringDeserializer(), StringDeserializer()).use { consumer ->
            val partition = TopicPartition(ERRANT, 0)
            consumer.assign(listOf(partition))
            consumer.seekToBeginning(listOf(partition))
            val end = consumer.endOffsets(listOf(partition)).getValue(partition)
            val records = ArrayList<ConsumerRecord<String, String>>()
            while (consumer.position(partition) < end) records += consumer.poll(Duration.ofSeconds(1))
            records
        }
    }

    override fun close() {
        admin.close(Duration.ZERO)
        workers.forEach(AutoCloseable::close)
        broker.close()
        sandbox.close()
    }

    /** An event that arrived at the sandbox. */
    class Arrival(entry: JsonNode, val isAccepted: Boolean) {
        val position: Long = entry.get("sequence").asLong()
        val number: Int = NUMBER.find(entry.get("parameters").get("callback_params").asText())!!.value.toInt()
        val device: String = entry.get("parameters").get("gps_adid").asText()

        /** Whether the sender got no response. */
        val isLost: Boolean = entry.get("answer_lost")?.asBoolean() == true
        val rule: String? = entry.get("rule")?.asText()

        private companion object {
            val NUMBER = Regex("\\d+")
        }
    }

    companion object {
        const val NAME = "events-to-providers"
        const val TOPIC = "events"
        const val ERRANT = "events-errant"
        const val PARTITIONS = 4

        /** An app that the sandbox knows. */
        const val TOKEN = "4w565xzmb54d"
    }
}
