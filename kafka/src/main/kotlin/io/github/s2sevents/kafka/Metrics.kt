package io.github.s2sevents.kafka

import io.github.s2sevents.DeliveryStats
import io.github.s2sevents.DestinationState
import io.github.s2sevents.Report
import io.github.s2sevents.ReportKind
import java.lang.management.ManagementFactory
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong
import javax.management.Attribute
import javax.management.AttributeList
import javax.management.AttributeNotFoundException
import javax.management.DynamicMBean
import javax.management.MBeanAttributeInfo
import javax.management.MBeanInfo
import javax.management.ObjectName

/** What a metric counts, by its name in JMX. */
internal enum class Metric(val text: String, val about: String) {
    RECORDS("record-read-total", "Number of records that the task has read."),
    SKIPPED("record-skipped-total", "Number of records without a value that were skipped."),
    INVALID("record-invalid-total", "Number of records whose event a destination does not get because it has issues."),
    ERRANT("record-errant-total", "Number of records that were reported as errant."),
    DELIVERED("event-delivered-total", "Number of events that a provider accepted."),
    DUPLICATE("event-duplicate-total", "Number of events that a provider already had."),
    DROPPED("event-dropped-total", "Number of events that a provider refuses, or would."),
    GAVE_UP("event-gave-up-total", "Number of events that were tried as often or as long as the settings allow."),
}

/**
 * The metrics of a task in JMX, in the style of Connect's own:
 * `kafka.connect:type=s2s-sink-task-metrics,connector="NAME",task="N"`, and one with `destination="LABEL"` for each destination.
 */
internal class Metrics(private val connector: String, private val task: String) : AutoCloseable {
    private val counters = Metric.entries.associateWith { AtomicLong() }
    private val ofDestinations = ConcurrentHashMap<String, Map<ReportKind, AtomicLong>>()
    private val registered = ArrayList<Pair<ObjectName, Bean>>()

    /** Adds to a counter. */
    fun count(metric: Metric) {
        counters.getValue(metric).incrementAndGet()
    }

    /** The value of a counter. */
    fun value(metric: Metric): Long = counters.getValue(metric).get()

    /** Counts the final report of an event. */
    fun reported(report: Report) {
        count(
            when (report.kind) {
                ReportKind.DELIVERED -> Metric.DELIVERED
                ReportKind.DUPLICATE -> Metric.DUPLICATE
                ReportKind.DROPPED -> Metric.DROPPED
                ReportKind.GAVE_UP -> Metric.GAVE_UP
            },
        )
        ofDestinations[report.destination]?.getValue(report.kind)?.incrementAndGet()
    }

    /** Publishes the metrics. [pending] and [paused] are read whenever somebody asks, and so is [stats]. */
    fun publish(labels: List<String>, pending: () -> Int, paused: () -> Int, stats: () -> DeliveryStats) {
        val own = Metric.entries.map { metric -> Gauge(metric.text, metric.about) { value(metric) } } + listOf(
            Gauge("record-pending-count", "Number of records that are not finished.") { pending().toLong() },
            Gauge("partition-paused-count", "Number of partitions that are paused because too many of their records are not finished.") {
                paused().toLong()
            },
            Gauge("request-total", "Number of requests that were sent.") { stats().requests },
            Gauge("request-in-flight-count", "Number of requests in flight.") { stats().inFlight },
            Gauge("event-pending-count", "Number of events that wait or are in flight.") { stats().pending },
        )
        register("", own)
        for (label in labels) {
            val counts = ReportKind.entries.associateWith { AtomicLong() }
            ofDestinations[label] = counts
            fun of(stats: DeliveryStats) = stats.destinations.firstOrNull { it.name == label }
            val gauges = counts.map { (kind, count) ->
                Gauge("event-${kind.text.replace('_', '-')}-total", "Number of events with the report ${kind.text}.") { count.get() }
            } + listOf(
                Gauge("request-in-flight-count", "Number of requests in flight.") { of(stats())?.inFlight ?: 0L },
                Gauge("state", "State of the destination: open, refused or silent.") { (of(stats())?.state ?: DestinationState.OPEN).text },
            )
            register(",destination=${ObjectName.quote(label)}", gauges)
        }
    }

    private fun register(rest: String, gauges: List<Gauge>) {
        val name = ObjectName("kafka.connect:type=$TYPE,connector=${ObjectName.quote(connector)},task=${ObjectName.quote(task)}$rest")
        val bean = Bean(gauges)
        val server = ManagementFactory.getPlatformMBeanServer()
        synchronized(OWNERS) {
            // A predecessor of this task may not have ended: Connect gives up waiting for it.
            if (OWNERS.put(name, bean) != null) server.unregisterMBean(name)
            server.registerMBean(bean, name)
        }
        registered += name to bean
    }

    override fun close() {
        synchronized(OWNERS) {
            for ((name, bean) in registered) if (OWNERS.remove(name, bean)) ManagementFactory.getPlatformMBeanServer().unregisterMBean(name)
        }
        registered.clear()
    }

    private class Gauge(val name: String, val about: String, val value: () -> Any)

    private class Bean(private val gauges: List<Gauge>) : DynamicMBean {
        override fun getAttribute(name: String): Any {
            val gauge = gauges.firstOrNull { it.name == name } ?: throw AttributeNotFoundException(name)
            return gauge.value()
        }

        override fun getAttributes(names: Array<out String>): AttributeList =
            AttributeList(gauges.filter { it.name in names }.map { Attribute(it.name, it.value()) })

        override fun getMBeanInfo(): MBeanInfo {
            val attributes = gauges.map { MBeanAttributeInfo(it.name, it.value().javaClass.name, it.about, true, false, false) }
            return MBeanInfo(javaClass.name, "", attributes.toTypedArray(), null, null, null)
        }

        override fun setAttribute(attribute: Attribute): Unit = throw AttributeNotFoundException("the metrics are read-only")

        override fun setAttributes(attributes: AttributeList): AttributeList = AttributeList()

        override fun invoke(name: String, arguments: Array<out Any>?, signature: Array<out String>?): Any =
            throw UnsupportedOperationException("the metrics have no operations")
    }

    private companion object {
        const val TYPE = "s2s-sink-task-metrics"

        /** The beans of this process, by their names. */
        val OWNERS = HashMap<ObjectName, Bean>()
    }
}
