package examples

import io.github.s2sevents.Destination
import io.github.s2sevents.ValidationException
import org.apache.kafka.streams.kstream.KStream
import org.apache.kafka.streams.kstream.ValueMapper
import java.io.Closeable

/**
 * A map function for Kafka Streams: events in the JSON form to requests as lines of JSON, or to their issues. Where a message has no id, it
 * gets a random one here: keep the result, and a retry has the same.
 */
class RequestsOfEvents(config: String) : ValueMapper<ByteArray, ByteArray>, Closeable {
    private val destination = Destination(config)

    override fun apply(event: ByteArray): ByteArray = destination.buildJsonl(event)

    override fun close() = destination.close()
}

/** Events whose request can be built, with it. */
fun requests(events: KStream<String, ByteArray>, destination: Destination): KStream<String, String> = events.flatMapValues { event ->
    try {
        listOf(destination.build(event).toCurl())
    } catch (_: ValidationException) {
        emptyList()
    }
}
