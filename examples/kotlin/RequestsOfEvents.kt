package examples

import io.github.s2sevents.Destination
import org.apache.kafka.common.serialization.Serdes
import org.apache.kafka.streams.StreamsBuilder
import org.apache.kafka.streams.kstream.Branched
import org.apache.kafka.streams.kstream.Consumed
import org.apache.kafka.streams.kstream.Produced
import org.apache.kafka.streams.kstream.ValueMapper
import java.io.Closeable

/**
 * A map function for Kafka Streams or Flink: events in the JSON form, each on one line, to requests as lines of JSON, or to their issues.
 * A message without a value (a tombstone) is not an event. An event without an id gets a random one here: keep the result, and a retry has
 * the same. The requests hold the credentials.
 */
class RequestsOfEvents(config: String) :
    ValueMapper<ByteArray?, List<String>>,
    Closeable {
    private val destination = Destination(config)

    override fun apply(events: ByteArray?): List<String> =
        events?.let { destination.buildJsonl(it).decodeToString().lines().filter(String::isNotEmpty) }.orEmpty()

    override fun close() = destination.close()
}

/** Reads the topic `events`, and writes requests to the topic `requests`, the issues of wrong events to the topic `issues`. */
fun requests(builder: StreamsBuilder, requestsOfEvents: RequestsOfEvents) {
    val lines = Produced.with(Serdes.String(), Serdes.String())
    builder.stream("events", Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .flatMapValues(requestsOfEvents)
        .split()
        .branch({ _, line -> isRequest(line) }, Branched.withConsumer { it.to("requests", lines) })
        .defaultBranch(Branched.withConsumer { it.to("issues", lines) })
}

/** The other lines are `{"line":1,"issues":[…]}`. */
private fun isRequest(line: String): Boolean = line.substringAfter(',').startsWith("\"request\":")
