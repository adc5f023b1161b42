package io.github.s2sevents.kafka

import io.github.s2sevents.Issue
import io.github.s2sevents.Report
import io.github.s2sevents.ReportKind
import org.apache.kafka.common.TopicPartition
import org.apache.kafka.connect.sink.SinkRecord
import java.util.TreeMap

/** A reason why a destination does not get the event of a record. No part of it holds a value of the event. */
internal class Problem(
    /** The destination's name, or null for all of them. */
    val destination: String?,
    /** Where in the event: a JSON Pointer, empty for the whole. */
    val path: String,
    /** A code of an issue, or the kind of a report. */
    val code: String,
    /** Why, for people. */
    val reason: String,
) {
    constructor(destination: String?, issue: Issue) : this(destination, issue.path, issue.code, issue.message)

    constructor(report: Report) : this(report.destination, "", report.kind.text, report.reason)

    override fun toString(): String = "${destination?.let { "$it: " }.orEmpty()}${path.ifEmpty { "(event)" }}: $reason [$code]"
}

/** A record that is not finished: events of it have no final report, or its report as an errant record is not written yet. */
internal class Held(val number: Long, val partition: TopicPartition, val record: SinkRecord) {
    val offset: Long = record.originalKafkaOffset()

    /** The destinations whose events are with the delivery. */
    val waiting: MutableSet<String> = LinkedHashSet()

    /** The destinations whose events the delivery gave back, without a final report. */
    val withdrawn: MutableSet<String> = LinkedHashSet()
    val problems: MutableList<Problem> = ArrayList()

    /** Whether an event of it has a final report. */
    var hasReport = false

    /** Whether something of it was sent, or may have been. */
    val isBegun: Boolean get() = hasReport || waiting.isNotEmpty() || isSettled

    /** Whether there is nothing more to wait for but the report of an errant record. */
    val isSettled: Boolean get() = waiting.isEmpty() && withdrawn.isEmpty()
}

/**
 * The records of the assigned partitions, each until it is finished: an offset can be committed once every record before it is finished.
 * All calls are made under the lock of the [Pump].
 */
internal class Ledger {
    private val partitions = HashMap<TopicPartition, Partition>()
    private val byNumber = HashMap<Long, Held>()
    private var lastNumber = 0L

    /** Records whose events are final, some of them without success, in the order in which they were. */
    val errant: ArrayDeque<Held> = ArrayDeque()

    /** Whether a record was finished since this was last set to false. */
    var hasFinished = false

    /** The number of unfinished records. */
    val size: Int get() = byNumber.size

    private class Partition {
        val unfinished = TreeMap<Long, Held>()
        var next = Long.MIN_VALUE
        var lastFinished = Long.MIN_VALUE
    }

    /** Takes a record, or returns null for one that was taken before: after an exception Connect brings records again. */
    fun take(record: SinkRecord): Held? {
        val at = TopicPartition(record.originalTopic(), record.originalKafkaPartition())
        val partition = partitions.getOrPut(at, ::Partition)
        if (record.originalKafkaOffset() < partition.next) return null
        val held = Held(++lastNumber, at, record)
        partition.next = held.offset + 1
        partition.unfinished[held.offset] = held
        byNumber[held.number] = held
        return held
    }

    /** The number of unfinished records of a partition. */
    fun pending(at: TopicPartition): Int = partitions[at]?.unfinished?.size ?: 0

    /** The first offset of a partition that is not finished, or null if all are. */
    fun firstUnfinished(at: TopicPartition): Long? = partitions[at]?.unfinished?.firstEntry()?.key

    /** Takes the final report of an event. That of a record which is gone is ignored. */
    fun reported(report: Report) {
        val held = byNumber[report.id.substringBefore('/').toLong()] ?: return
        held.waiting -= report.destination
        held.hasReport = true
        if (report.kind == ReportKind.DROPPED || report.kind == ReportKind.GAVE_UP) held.problems += Problem(report)
        settle(held)
    }

    /** Takes that the delivery has given an event back. */
    fun withdrawn(report: Report) {
        val held = byNumber[report.id.substringBefore('/').toLong()] ?: return
        if (held.waiting.remove(report.destination)) held.withdrawn += report.destination
    }

    /** Finishes a record for which there is nothing to wait for; one with problems has to be reported as an errant record first. */
    fun settle(held: Held) {
        if (!held.isSettled) return
        if (held.problems.isEmpty()) finish(held) else errant += held
    }

    /** Finishes a record. */
    fun finish(held: Held) {
        if (byNumber.remove(held.number) == null) return
        hasFinished = true
        val partition = partitions[held.partition] ?: return
        partition.unfinished -= held.offset
        partition.lastFinished = maxOf(partition.lastFinished, held.offset)
    }

    /**
     * The records with events that were withdrawn and have to be sent: those of the partitions that are kept, and those of [closing] ones up to the
     * last offset that was begun, so that nothing after the committed offset was sent. In the order in which they were taken.
     */
    fun toSubmitAgain(closing: Set<TopicPartition>): List<Held> {
        val ends = closing.associateWith(::lastSent)
        val again = byNumber.values.filter { it.withdrawn.isNotEmpty() && it.offset <= (ends[it.partition] ?: Long.MAX_VALUE) }
        return again.sortedBy { it.number }
    }

    /** Whether a partition has unfinished records up to the last offset that was begun. */
    fun hasGaps(at: TopicPartition): Boolean = (firstUnfinished(at) ?: Long.MAX_VALUE) <= lastSent(at)

    /** The last offset of a partition that was begun: see [Held.isBegun]. */
    private fun lastSent(at: TopicPartition): Long {
        val partition = partitions[at] ?: return Long.MIN_VALUE
        val begun = partition.unfinished.descendingMap().entries.firstOrNull { (_, held) -> held.isBegun }
        return maxOf(partition.lastFinished, begun?.key ?: Long.MIN_VALUE)
    }

    /** Forgets a partition with its records. */
    fun forget(at: TopicPartition) {
        val partition = partitions.remove(at) ?: return
        partition.unfinished.values.forEach { byNumber -= it.number }
        errant.removeAll { it.partition == at }
    }
}
