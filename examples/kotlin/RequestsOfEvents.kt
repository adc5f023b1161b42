package examples

import io.github.s2sevents.Destination
import org.apache.kafka.common.serialization.Serdes
import org.apache.kafka.streams.StreamsBuilder
import org.apache.kafka.streams.kstream.Consumed
import org.apache.kafka.streams.kstream.Produced
import org.apache.kafka.streams.kstream.ValueMapper
import java.io.Closeable

/**
 * A map function for Kafka Streams or Flink: events in the JSON form, each on one line, to requests as lines of JSON, or to their issues.
 * Where a message has no id, it gets a random one here: keep the result, and a retry has the same. The requests hold the credentials.
 */
class RequestsOfEvents(config: String) :
    ValueMapper<ByteArray, ByteArray>,
    Closeable {
    private val destination = Destination(config)

    override fun apply(event: ByteArray): ByteArray = destination.buildJsonl(event)

    override fun close() = destination.close()
}

/** Reads events from the topic `events`, and writes the topic `requests`. */
fun requests(builder: StreamsBuilder, requestsOfEvents: RequestsOfEvents) {
    builder.stream("events", Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .mapValues(requestsOfEvents)
        .to("requests", Produced.with(Serdes.String(), Serdes.ByteArray()))
}
