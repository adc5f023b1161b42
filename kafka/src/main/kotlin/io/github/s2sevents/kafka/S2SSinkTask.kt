package io.github.s2sevents.kafka

import io.github.s2sevents.Delivery
import io.github.s2sevents.DestinationState
import io.github.s2sevents.Destinations
import io.github.s2sevents.Part
import org.apache.kafka.clients.consumer.OffsetAndMetadata
import org.apache.kafka.common.TopicPartition
import org.apache.kafka.connect.sink.ErrantRecordReporter
import org.apache.kafka.connect.sink.SinkRecord
import org.apache.kafka.connect.sink.SinkTask
import org.slf4j.LoggerFactory
import java.time.Instant

/**
 * A task of the sink. Its records go to a delivery, which a thread of its own runs. An offset is committed once every record before it is finished:
 * each of its events has a final report, and if one of them failed, its report as an errant record is written.
 *
 * A RetriableException is never thrown, and records that Connect brings again all the same are skipped.
 */
public class S2SSinkTask : SinkTask() {
    private lateinit var config: SinkConfig
    private lateinit var events: Events
    private lateinit var metrics: Metrics
    private lateinit var pump: Pump
    private lateinit var errants: Errants
    private val paused = HashSet<TopicPartition>()
    private val states = HashMap<String, DestinationState>()
    private var lastCommit = System.nanoTime()
    private var lastLook = System.nanoTime()

    /** What the last [preCommit] has returned, if nothing was called since. */
    private var offer: Offer? = null

    /**
     * The offsets that Connect has read up to, and those that can be committed. Where partitions are returned, Connect calls [close] after [preCommit]
     * and commits only then: what is finished in [close] goes into the offsets that [preCommit] has returned.
     */
    private class Offer(private val current: Map<TopicPartition, OffsetAndMetadata>) {
        val offsets: MutableMap<TopicPartition, OffsetAndMetadata> = HashMap()

        /** Sets the first offset that is not finished, or else the current one, which may be after records that a transform has filtered out. */
        fun update(ledger: Ledger) {
            for ((partition, own) in current) offsets[partition] = ledger.firstUnfinished(partition)?.let(::OffsetAndMetadata) ?: own
        }
    }

    override fun version(): String = S2SSinkConnector.VERSION

    override fun start(settings: Map<String, String>) {
        config = SinkConfig(settings)
        val destinations = Destinations(config.json)
        events = Events(destinations)
        metrics = Metrics(config.connector, config.task)
        pump = Pump(Delivery(config.delivery), metrics, "s2s-events-${config.connector}-${config.task}")
        errants = Errants(pump, reporter(), metrics)
        metrics.publish(destinations.labels, pending = { pump.locked { it.size } }, paused = { paused.size }, stats = pump::stats)
        pump.start()
    }

    /** Connect older than 2.6 has no errant records. */
    private fun reporter(): ErrantRecordReporter? = try {
        context.errantRecordReporter()
    } catch (_: NoSuchMethodError) {
        null
    }

    override fun put(records: Collection<SinkRecord>) {
        offer = null
        for (record in records) {
            val held = pump.locked { it.take(record) } ?: continue
            metrics.count(Metric.RECORDS)
            if (record.value() == null && config.ignoresNull) {
                metrics.count(Metric.SKIPPED)
                pump.submit(held, emptyList())
            } else {
                pump.submit(held, build(held, null))
            }
        }
        errants.settle()
        errants.check()
        balance()
        val (isIdle, hasFinished) = pump.locked { (it.size == 0) to it.hasFinished }
        if (hasFinished && millisSince(lastCommit) >= config.commitIntervalMs) context.requestCommit()
        // Otherwise Connect polls for up to a minute while everything is paused.
        if (!isIdle || hasFinished) context.timeout(LONGEST_POLL_MS)
        look()
    }

    /** The events of a record, of the destinations in [only] or of all. Issues go into its problems. */
    private fun build(held: Held, only: Set<String>?): List<Part.Built> {
        val parts = events.of(held.record, Instant.now(), only, Events.ids(held.record))
        if (parts.problems.isEmpty()) return parts.built
        metrics.count(Metric.INVALID)
        pump.locked { held.problems += parts.problems }
        return parts.built
    }

    /** Pauses partitions that have too many unfinished records, and lets them go on once half of these are finished. */
    private fun balance() {
        for (partition in context.assignment()) {
            val pending = pump.locked { it.pending(partition) }
            if (pending >= config.maxPending && paused.add(partition)) context.pause(partition)
            if (pending <= config.maxPending / 2 && paused.remove(partition)) context.resume(partition)
        }
    }

    /** Logs each destination that is no longer open, or is again. */
    private fun look() {
        if (millisSince(lastLook) < LOOK_EVERY_MS) return
        lastLook = System.nanoTime()
        for (destination in pump.stats().destinations) {
            val before = states.put(destination.name, destination.state) ?: DestinationState.OPEN
            if (before == destination.state) continue
            when (destination.state) {
                DestinationState.OPEN -> LOG.info("destination {}: requests are sent again", destination.name)
                DestinationState.REFUSED ->
                    LOG.warn("destination {} refuses the credentials, or all events: its events wait", destination.name)
                DestinationState.SILENT ->
                    LOG.warn("destination {} does not respond: its events wait ({})", destination.name, destination.cause)
            }
        }
    }

    override fun preCommit(current: Map<TopicPartition, OffsetAndMetadata>): Map<TopicPartition, OffsetAndMetadata> {
        lastCommit = System.nanoTime()
        // Connect may still know offsets of partitions that are assigned no more.
        val own = Offer(current.filterKeys(context.assignment()::contains))
        errants.settle()
        pump.locked { ledger ->
            ledger.hasFinished = false
            own.update(ledger)
        }
        offer = own
        return own.offsets
    }

    override fun open(partitions: Collection<TopicPartition>) {
        offer = null
    }

    /**
     * Returns partitions. Records after the last one that was begun are dropped: the next owner of the partition reads them. Those up to
     * it are finished first, as far as [SinkConfig.closeTimeoutMs] allows, so that they are not sent again.
     */
    override fun close(partitions: Collection<TopicPartition>) {
        val closing = partitions.toSet()
        val own = offer
        offer = null
        pump.withdraw({ it.toSubmitAgain(closing) }, ::buildAgain)
        // Partitions that were lost belong to another task already: their offsets cannot be committed.
        val isFinished = own != null && finish(closing)
        if (!isFinished) pump.cancel()
        pump.withdraw(
            { ledger ->
                own?.update(ledger)
                closing.forEach(ledger::forget)
                ledger.toSubmitAgain(emptySet())
            },
            ::buildAgain,
        )
        paused -= closing
    }

    private fun buildAgain(held: Held): List<Part.Built> = build(held, held.withdrawn.toSet())

    /** Waits until everything up to the last offset that was begun is finished. Returns false where that takes too long. */
    private fun finish(closing: Set<TopicPartition>): Boolean {
        val begin = System.nanoTime()
        while (true) {
            errants.settle()
            if (pump.locked { ledger -> closing.none(ledger::hasGaps) }) return true
            if (millisSince(begin) >= config.closeTimeoutMs) return false
            Thread.sleep(STEP_MS)
        }
    }

    override fun stop() {
        // A task that could not start has less.
        if (this::metrics.isInitialized) metrics.close()
        if (this::pump.isInitialized) pump.close()
        if (this::events.isInitialized) events.close()
    }

    private fun millisSince(nanos: Long): Long = (System.nanoTime() - nanos) / NANOS_PER_MILLI

    private companion object {
        const val LONGEST_POLL_MS = 100L
        const val LOOK_EVERY_MS = 1_000L
        const val STEP_MS = 5L
        const val NANOS_PER_MILLI = 1_000_000L
        val LOG = LoggerFactory.getLogger(S2SSinkTask::class.java)
    }
}
