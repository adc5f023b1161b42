package io.github.s2sevents.kafka

import io.github.s2sevents.JsonValue
import org.apache.kafka.connect.connector.ConnectRecord
import org.apache.kafka.connect.errors.ConnectException
import org.apache.kafka.connect.errors.DataException
import org.apache.kafka.connect.sink.ErrantRecordReporter
import org.apache.kafka.connect.sink.SinkRecord
import java.util.concurrent.ExecutionException
import java.util.concurrent.Future

/** Headers of errant records. */
internal object Headers {
    /** Names of the destinations that do not have the event, separated by commas. A neutral record with it goes to these alone. */
    const val DESTINATIONS = "s2s.events.destinations"

    /** Place of the first problem in the event: a JSON Pointer, empty for the whole. */
    const val PATH = "s2s.events.path"

    /** Code of the first problem. */
    const val CODE = "s2s.events.code"

    /** Reason of the first problem, for people. */
    const val REASON = "s2s.events.reason"

    /** All problems: a JSON array of objects with `destination`, `path`, `code` and `reason`. */
    const val PROBLEMS = "s2s.events.problems"

    /** The destinations that a record is for by its header, or null where there is none. */
    fun destinations(record: ConnectRecord<*>): Set<String>? =
        record.headers().lastWithName(DESTINATIONS)?.value()?.toString()?.split(',')?.map(String::trim)?.toSet()

    /** The record as it was read, with its problems. */
    fun marked(record: SinkRecord, problems: List<Problem>): SinkRecord {
        val headers = record.headers().duplicate()
        val destinations = problems.mapNotNull { it.destination }.distinct()
        for (name in listOf(PATH, CODE, REASON, PROBLEMS)) headers.remove(name)
        if (destinations.isNotEmpty()) headers.remove(DESTINATIONS).addString(DESTINATIONS, destinations.joinToString(","))
        val first = problems.first()
        headers.addString(PATH, first.path).addString(CODE, first.code).addString(REASON, first.reason)
        val all = problems.map { mapOf("destination" to it.destination, "path" to it.path, "code" to it.code, "reason" to it.reason) }
        headers.addString(PROBLEMS, Json.text(JsonValue.of(all)))
        return SinkRecord(
            record.originalTopic(), record.originalKafkaPartition(), record.keySchema(), record.key(), record.valueSchema(), record.value(),
            record.originalKafkaOffset(), record.timestamp(), record.timestampType(), headers,
        )
    }
}

/**
 * Reports records that a destination did not get as errant. Each is finished once its report is written. Without a reporter, or if it fails, the task
 * fails, and the offset of the record is not committed: nothing is dropped in silence.
 */
internal class Errants(private val pump: Pump, private val reporter: ErrantRecordReporter?, private val metrics: Metrics) {
    private val underWay = ArrayDeque<Pair<Held, Future<Void?>?>>()
    private var failure: ConnectException? = null

    /** Reports what is errant, and finishes the records whose reports are written. */
    fun settle() {
        while (failure == null) report(pump.locked { it.errant.removeFirstOrNull() } ?: break)
        while (underWay.isNotEmpty() && underWay.first().second?.isDone != false) {
            val (held, report) = underWay.removeFirst()
            try {
                report?.get()
                pump.locked { it.finish(held) }
            } catch (failed: ExecutionException) {
                failure = ConnectException("a record could not be reported as errant", failed.cause)
            }
        }
    }

    /** Throws what has failed, which ends the task. */
    fun check() {
        failure?.let { throw it }
    }

    private fun report(held: Held) {
        val error = DataException("${held.partition}@${held.offset}: ${held.problems.joinToString("; ")}")
        if (reporter == null) {
            failure = ConnectException(
                "an event is refused, and there is no place for errant records: set errors.tolerance=all, and " +
                    "errors.deadletterqueue.topic.name or errors.log.enable",
                error,
            )
            return
        }
        try {
            underWay += held to reporter.report(Headers.marked(held.record, held.problems), error)
            metrics.count(Metric.ERRANT)
        } catch (refused: ConnectException) {
            failure = refused
        }
    }
}
