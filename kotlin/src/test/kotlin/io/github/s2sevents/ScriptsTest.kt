package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.time.Duration
import java.time.Instant

/** Every script of `vectors/delivery`; `vectors/README.md` specifies their steps. */
class ScriptsTest {
    @Test
    fun `no script is skipped by mistake`() {
        assertEquals(Vectors.SCRIPT_COUNTS, mapOf("scripts" to Digits(Vectors.SCRIPTS.size.toString())))
    }

    @TestFactory
    fun scripts(): List<DynamicTest> = Vectors.SCRIPTS.map { script -> dynamicTest(script["name"] as String) { Script(script).run() } }
}

/** A script, as far as it has gone. */
private class Script(private val script: Map<String, Any?>) {
    private val destinations = destinations(script)
    private val config: DeliveryConfig = Typed.of(script["config"].asObject())
    private val seed = script["seed"].toString().toULong().toLong()
    private val begin = Instant.parse(script["now"] as String)
    private var delivery = Delivery(config, seed)
    private val tickets = mutableMapOf<String, Ticket>()

    /** What is stored of the log. */
    private var log = ByteArray(0)

    /** The log that a run has asked to store. */
    private var toStore: Do.Store? = null

    fun run() = (script["steps"] as List<*>).forEachIndexed { position, step ->
        assertEquals(step.asObject()["expect"], found(step.asObject()), "${script["name"]}, step $position: ${Json.write(step)}")
    }

    /** Does a step; gives what it has led to. */
    private fun found(step: Map<String, Any?>): Any? {
        val now = begin + Duration.ofMillis(step["at"].toString().toLong())
        return when {
            "submit" in step -> submitted(step, now)
            "poll" in step -> polled(delivery.poll(now), step["expect"])
            "status" in step -> {
                val pairs = (step["headers"] as List<*>?).orEmpty().map { it as List<*> }
                val headers = pairs.groupBy({ it[0] as String }, { it[1] as String })
                val body = (step["body"] as String).toByteArray()
                delivery.onResponse(tickets.getValue(step["answer"] as String), step["status"].toString().toInt(), headers, body, now)
            }
            "no_response" in step -> {
                val kind = NoResponse.entries.single { it.text == step["no_response"] }
                delivery.onFailure(tickets.getValue(step["answer"] as String), kind, step["cause"] as String? ?: "", now)
            }
            "reports" in step -> delivery.takeReports().map(::told)
            "acknowledge" in step -> delivery.acknowledge(step["acknowledge"] as String)
            "store" in step -> stored(step["store"] as Boolean)
            "compact" in step -> compacted(step["compact"] as Boolean)
            "snapshot" in step -> {
                val snapshot = delivery.snapshot()
                log = snapshot ?: ByteArray(0)
                snapshot != null
            }
            "restart" in step -> restarted(step["restart"].toString().toInt())
            "resume" in step -> delivery.resume(step["resume"] as String, now)
            "renew" in step -> delivery.renewCredentials(step["renew"] as String, request(destinations(step), step["event"], now))
            "stats" in step -> told(delivery.stats())
            "begin" in step -> begun(step["begin"].asObject())
            "next" in step -> stepped(delivery.run.next(now), step["expect"])
            "stored" in step -> toStore(step["stored"] as Boolean)
            "reported" in step -> nothing { delivery.run.reported(step["reported"].toString().toInt()) }
            "error" in step -> {
                val kind = (step["kind"] as String?)?.let { name -> NoResponse.entries.single { it.text == name } }
                delivery.run.onError(tickets.getValue(step["error"] as String), kind, step["cause"] as String, now)
            }
            "withdraw" in step -> delivery.run.withdraw(tickets.getValue(step["withdraw"] as String), now)
            "stop" in step -> nothing { delivery.run.stop() }
            "finish" in step -> nothing { delivery.run.finish() }
            "cancel" in step -> nothing { delivery.run.cancel() }
            "fail" in step -> nothing { delivery.run.fail() }
            "abandon" in step -> nothing { delivery.run.abandon(now) }
            else -> error("there is no such step")
        }
    }

    private fun submitted(step: Map<String, Any?>, now: Instant): String {
        val request = request(destinations, step["event"], now)
        return try {
            val accepted = delivery.submit(step["submit"] as String, request, step["destination"] as String?, step["lane"] as String?, now)
            if (accepted.isDated) "dated" else "accepted"
        } catch (refused: RefusedException) {
            refused.reason.text
        }
    }

    private fun polled(next: Next, expected: Any?): Any = when (next) {
        is Next.Send -> sent(next.ticket, next.request, expected)
        is Next.Store -> "store"
        is Next.WaitUntil -> mapOf("wait_until" to digits(Duration.between(begin, next.time).toMillis()))
        is Next.WaitForAnswer -> "wait_for_answer"
        is Next.Idle -> "idle"
    }

    private fun sent(ticket: Ticket, request: Request, expected: Any?): Any {
        val wanted = expected as? Map<*, *> ?: emptyMap<String, Any?>()
        val name = wanted["send"] as String? ?: "?"
        tickets[name] = ticket
        val body = request.body.decodeToString()
        return buildMap {
            put("send", name)
            if ("body" in wanted) put("body", body)
            (wanted["contains"] as String?)?.let { put("contains", if (it in body) it else body) }
            if ("ids" in wanted) put("ids", request.messageIds)
        }
    }

    private fun begun(settings: Map<String, Any?>): String {
        val known = setOf("until", "storage", "max_in_flight", "stop_on_error", "acknowledge")
        check(known.containsAll(settings.keys)) { "there is no such setting" }
        val until = Until.valueOf((settings["until"] as String? ?: "idle").uppercase())
        val storage = Storage.valueOf((settings["storage"] as String? ?: "none").uppercase())
        val maxInFlight = settings["max_in_flight"]?.toString()?.toInt()
        val stopOnError = settings["stop_on_error"] as Boolean? ?: false
        return try {
            delivery.run.begin(until, storage, maxInFlight, stopOnError, settings["acknowledge"] as Boolean? ?: false)
            "begun"
        } catch (refused: CannotRunException) {
            refused.reason.text
        }
    }

    private fun stepped(next: Do, expected: Any?): Any = when (next) {
        is Do.Send -> sent(next.ticket, next.request, expected)
        is Do.Store -> {
            toStore = next
            mapOf("store" to if (next.replaces) "replace" else "append")
        }
        is Do.Report -> mapOf("report" to next.reports.map { listOf(it.id, it.kind.text) })
        is Do.Cancel -> mapOf("cancel" to tickets.entries.single { it.value == next.ticket }.key)
        is Do.Wait -> mapOf("wait" to digits(next.atMost.toMillis()))
        is Do.Done -> "done"
    }

    private fun toStore(succeeds: Boolean): Any? = nothing {
        val asked = checkNotNull(toStore) { "nothing is to be stored" }
        if (succeeds) {
            log = if (asked.replaces) asked.log else log + asked.log
            delivery.run.stored()
        } else {
            delivery.run.notStored(asked.log)
        }
        toStore = null
    }

    /** Does what has no result. */
    private fun nothing(act: () -> Unit): Any? {
        act()
        return null
    }

    private fun stored(succeeds: Boolean): Boolean {
        val part = delivery.takeLog()
        if (succeeds) {
            log += part
            delivery.logStored()
        } else {
            delivery.logNotStored(part)
        }
        return part.isNotEmpty()
    }

    private fun compacted(succeeds: Boolean): Boolean {
        val snapshot = delivery.takeSnapshot() ?: return false
        if (succeeds) {
            log = snapshot
            delivery.logStored()
        } else {
            delivery.logNotStored(ByteArray(0))
        }
        return true
    }

    private fun restarted(torn: Int): Any {
        val (restored, whole) = Delivery.restore(log.copyOf(maxOf(log.size - torn, 0)), config, seed)
        log = log.copyOf(whole)
        delivery.close()
        delivery = restored
        return digits(restored.stats().pending)
    }

    private fun told(report: Report) = listOfNotNull(
        "id" to report.id, "destination" to report.destination, "kind" to report.kind.text, "reason" to report.reason,
        "maybe_delivered" to report.maybeDelivered, "attempts" to digits(report.attempts), report.cause?.let { "cause" to it },
    ).toMap()

    private fun told(stats: DeliveryStats) = mapOf(
        "submitted" to digits(stats.submitted), "delivered" to digits(stats.delivered), "duplicate" to digits(stats.duplicate),
        "dropped" to digits(stats.dropped), "gave_up" to digits(stats.gaveUp), "requests" to digits(stats.requests),
        "pending" to digits(stats.pending), "in_flight" to digits(stats.inFlight), "lanes" to digits(stats.lanes),
        "remembered_lanes" to digits(stats.rememberedLanes), "destinations" to stats.destinations.map { listOf(it.name, it.state.text) },
    )

    private fun digits(number: Number) = Digits(number.toString())

    /** By their providers, and by the names of those that have one. */
    private fun destinations(of: Map<String, Any?>): Map<String, Destination> {
        val tables = of["destinations"].asObject()
        val own = (tables - "destination").mapValues { (provider, config) -> mapOf("provider" to provider) + config.asObject() }
        val named = tables["destination"]?.asObject().orEmpty().mapKeys { (name, _) -> "destination.$name" }
        return (own + named).mapValues { (_, config) -> Destination(Json.write(config)) }
    }

    private fun request(destinations: Map<String, Destination>, event: Any?, now: Instant): Request {
        val fields = event.asObject()
        val name = fields["destination"]?.let { "destination.$it" } ?: fields["provider"] as String
        return destinations.getValue(name).build(Json.write(fields - "destination"), now)
    }
}
