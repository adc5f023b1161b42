package io.github.s2sevents.kafka

import io.github.s2sevents.Destinations
import io.github.s2sevents.Issue
import io.github.s2sevents.NewId
import io.github.s2sevents.Part
import io.github.s2sevents.ValidationException
import org.apache.kafka.connect.connector.ConnectRecord
import org.apache.kafka.connect.sink.SinkRecord
import java.time.Instant
import java.util.UUID

/** Records to the requests of their events. */
internal class Events(private val destinations: Destinations) : AutoCloseable {
    private val clients = destinations.labels.associateWith { checkNotNull(destinations[it]) { "there is no destination $it" } }

    /** The requests of a record's events, and why some destinations do not get one. */
    class Parts(val built: List<Part.Built>, val problems: List<Problem>, val isNeutral: Boolean)

    /**
     * Builds the events of a record, of the destinations in [only] or, if that is null, of all that it is for. Messages without an id get one of
     * [newId].
     */
    fun of(record: ConnectRecord<*>, now: Instant, only: Set<String>?, newId: NewId): Parts = try {
        val event = RecordJson.of(record.valueSchema(), record.value() ?: throw ValidationException(listOf(NO_VALUE)))
        val envelope = Json.envelope(event)
        if (envelope.isNeutral) neutral(event, now, only ?: Headers.destinations(record), newId) else single(event, envelope, now, newId)
    } catch (invalid: ValidationException) {
        Parts(emptyList(), invalid.issues.map { Problem(null, it) }, isNeutral = false)
    }

    private fun neutral(event: ByteArray, now: Instant, only: Set<String>?, newId: NewId): Parts {
        val parts = destinations.fanOut(event, now, newId).filter { only == null || it.destination in only }
        val problems = parts.filterIsInstance<Part.Refused>().flatMap { part -> part.issues.map { Problem(part.destination, it) } }
        return Parts(parts.filterIsInstance<Part.Built>(), problems, isNeutral = true)
    }

    /** An event of one provider: for the destination that it names, or for the one with the name of its provider. */
    private fun single(event: ByteArray, envelope: Json.Envelope, now: Instant, newId: NewId): Parts {
        val (provider, destination) = envelope.provider to envelope.destination
        val label = if (destination in PROVIDERS) "destination.$destination" else destination ?: provider
        val client = clients[label]
        // The library finds the problems of an event that names no provider that there is.
        if (client == null && provider in PROVIDERS) {
            throw ValidationException(listOf(if (destination == null) NO_PROVIDER else NO_DESTINATION))
        }
        val own = client ?: clients.values.first()
        val request = own.build(if (destination == null) event else Json.withoutDestination(event), now, newId)
        return Parts(listOf(Part.Built(label.orEmpty(), own.provider, request)), emptyList(), isNeutral = false)
    }

    override fun close() {
        clients.values.forEach(AutoCloseable::close)
        destinations.close()
    }

    companion object {
        private val NO_VALUE = Issue("", "missing", "the record has no value")
        private val NO_PROVIDER = unknown("/provider", "no destination is configured for this provider")
        private val NO_DESTINATION = unknown("/destination", "no destination of that name is configured for this provider")

        private fun unknown(path: String, message: String) = Issue(path, "unknown_destination", message)

        /**
         * Ids of the messages of a record that have none: the same ones whenever the record is read again, so that a provider that has them already
         * recognizes them. The time is part of them because the offsets of a topic that is deleted and created again begin at zero.
         */
        fun ids(record: SinkRecord): NewId {
            val place = listOf(record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset(), record.timestamp())
            var count = 0
            return NewId { UUID.nameUUIDFromBytes((place + count++).joinToString("/").toByteArray()).toString() }
        }
    }
}
