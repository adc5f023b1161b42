package io.github.s2sevents.kafka

import io.github.s2sevents.Destinations
import io.github.s2sevents.NewId
import org.apache.kafka.common.config.ConfigDef
import org.apache.kafka.common.config.ConfigException
import org.apache.kafka.connect.components.Versioned
import org.apache.kafka.connect.connector.ConnectRecord
import org.apache.kafka.connect.data.Schema
import org.apache.kafka.connect.source.SourceRecord
import org.apache.kafka.connect.transforms.Transformation
import java.time.Instant

/**
 * Sets the key of a record to the lane of its event, so that events whose order matters are in one partition. It belongs into a source connector, whose
 * records are then partitioned by their keys; records that are in a topic stay in their partitions.
 *
 * A neutral event has a lane for each destination: the one that `key.destination` names counts. A record keeps its key where the order of its events
 * does not matter, and where no event can be built; the sink reports why.
 */
public class LaneKey<R : ConnectRecord<R>> :
    Transformation<R>,
    Versioned {
    private lateinit var events: Events
    private lateinit var destination: String

    override fun version(): String = S2SSinkConnector.VERSION

    override fun config(): ConfigDef = definition()

    override fun configure(settings: Map<String, *>) {
        val given = settings.mapValues { (_, value) -> value?.toString() }
        val definition = DestinationKeys.defineEach(definition(), given)
        DestinationKeys.unknown(definition, given).firstOrNull()?.let { throw ConfigException("there is no key $it") }
        val values = definition.parse(given)
        val names = DestinationKeys.names(given)
        val named = values[DESTINATION] as String? ?: names.singleOrNull()
        if (named !in names) throw ConfigException("$DESTINATION has to be one of the destinations")
        destination = checkNotNull(named)
        events = Events(Destinations(DestinationKeys.json(given, values)))
    }

    override fun apply(record: R): R {
        val parts = events.of(record, Instant.now(), null, ANY_ID)
        val part = if (parts.isNeutral) parts.built.firstOrNull { it.destination == destination } else parts.built.firstOrNull()
        val key = part?.request?.laneKey() ?: return record
        val partition = if (record is SourceRecord) null else record.kafkaPartition()
        return record.newRecord(
            record.topic(), partition, Schema.STRING_SCHEMA, key, record.valueSchema(), record.value(), record.timestamp(),
            record.headers(),
        )
    }

    override fun close() {
        if (this::events.isInitialized) events.close()
    }

    internal companion object {
        const val DESTINATION = "key.destination"

        /** A lane does not depend on the ids of messages. */
        private val ANY_ID = NewId { "id" }

        /** The keys that do not depend on the destinations. */
        fun definition(): ConfigDef = DestinationKeys.define(ConfigDef()).define(
            DESTINATION, ConfigDef.Type.STRING, null, ConfigDef.Importance.HIGH,
            "The name of the destination whose lane is the key of a neutral event. It can be left out if there is only one destination.",
        )
    }
}
