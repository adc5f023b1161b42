package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.ConnectException
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/** What a delivery does in addition to the scripts: settings, refusals, what nobody means, threads. */
class DeliveryTest {
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))

    @Test
    fun `everything that is wrong with settings is told, in the names that they have here`() {
        val limits = DeliveryLimits(maxInFlight = 0, perSecond = Long.MAX_VALUE)
        val wrong = DeliveryConfig(maxPending = 0, backoffMs = -1, providers = mapOf("adjust" to limits, "max_bytes/x" to limits))
        for (open in listOf({ Delivery(wrong) }, { Delivery.restore(ByteArray(0), wrong) })) {
            val issues = assertThrows(ConfigException::class.java) { open() }.issues
            val expected = setOf(
                "/maxPending" to "out_of_range", "/backoffMs" to "out_of_range",
                "/providers/adjust/maxInFlight" to "out_of_range", "/providers/adjust/perSecond" to "out_of_range",
                "/providers/max_bytes~1x" to "unknown_provider",
                "/providers/max_bytes~1x/maxInFlight" to "out_of_range", "/providers/max_bytes~1x/perSecond" to "out_of_range",
            )
            assertEquals(expected, issues.map { it.path to it.code }.toSet())
        }
        assertThrows(ConfigException::class.java) { Delivery(DeliveryConfig(providers = mapOf("\ud800" to DeliveryLimits()))) }
    }

    @Test
    fun `what is not taken is refused with a code, and nothing has changed`() {
        val delivery = Delivery(DeliveryConfig(maxPending = 1))
        fun refused(id: String, destination: String? = null) =
            assertThrows(RefusedException::class.java) { delivery.submit(id, request(), destination) }.reason.text
        for (id in listOf("", "x".repeat(256), "ü".repeat(128), "x".repeat(10_000_000))) assertEquals("invalid_name", refused(id))
        assertEquals("invalid_name", refused("a", ""))
        assertEquals("invalid_name", refused("a", "x".repeat(256)))
        assertThrows(ValidationException::class.java) { delivery.submit("\ud800", request()) }
        assertThrows(ValidationException::class.java) { delivery.submit("a", request(), lane = "\ud800") }
        assertEquals(0, delivery.stats().submitted)
        assertEquals(Accepted(isDated = true), delivery.submit("ü".repeat(127), request(), lane = "x".repeat(1_000_000)))
        assertEquals("full", refused("b"))
    }

    @Test
    fun `a ticket of another delivery, or one that was answered, is not under way`() {
        val (delivery, other) = Delivery(DeliveryConfig(backoffMs = 0)) to Delivery()
        assertFalse(other.onNoResponse(sent(delivery, "a").ticket, NoResponse.CLOSED))
        val ticket = sent(delivery, "b").ticket
        assertThrows(IllegalArgumentException::class.java) { delivery.onResponse(ticket, -1, emptyMap(), ByteArray(0)) }
        assertThrows(IllegalArgumentException::class.java) { delivery.onResponse(ticket, 65536, emptyMap(), ByteArray(0)) }
        assertTrue(delivery.onResponse(ticket, 200, mapOf("\ud800" to listOf("\udc00", "")), ByteArray(1_000_000)))
        assertFalse(delivery.onResponse(ticket, 200, emptyMap(), ByteArray(0)))
        assertFalse(delivery.onNoResponse(Ticket(-1), NoResponse.OTHER))
        assertNotEquals(ticket, Ticket(-1))
        assertEquals("Ticket(18446744073709551615)", Ticket(-1).toString())
        assertFalse(delivery.acknowledge("nobody"))
        assertFalse(delivery.resume("nowhere"))
        assertFalse(delivery.renewCredentials("nowhere", request()))
        assertThrows(ValidationException::class.java) { delivery.acknowledge("\ud800") }
        assertThrows(ValidationException::class.java) { delivery.resume("\ud800") }
    }

    @Test
    fun `a report has the exception of the HTTP client and what caused it, whatever its messages hold`() {
        val delivery = Delivery(DeliveryConfig(maxAttempts = 1, providers = mapOf("adjust" to DeliveryLimits(maxInFlight = 1))))
        val mute = object : RuntimeException() {
            override val message get() = error("no message")
        }
        val ring = IllegalStateException("half \ud800 of https://s2s.adjust.com/event?adid=18546f6171f67e29d1cb983322ad1329", mute)
        mute.initCause(ring)
        assertTrue(delivery.onNoResponse(sent(delivery, "a").ticket, ring))
        val report = delivery.takeReports().single()
        val begin = "java.lang.IllegalStateException: half ? of https://s2s.adjust.com/event <- ${mute.javaClass.name} <- "
        assertTrue(report.cause.orEmpty().startsWith(begin), report.cause)
        assertEquals(report.cause, delivery.stats().destinations.single().cause)
        assertFalse("18546f" in report.cause.orEmpty())
    }

    @Test
    fun `any clock and any seed will do`() {
        for (seed in listOf(0, -1, Long.MIN_VALUE, Long.MAX_VALUE)) {
            val delivery = Delivery(seed = seed)
            for (now in listOf(Instant.MIN, Instant.MAX, Instant.EPOCH)) {
                delivery.submit(now.toString(), request(), now = now)
                (delivery.poll(now) as? Next.Send)?.let { delivery.onNoResponse(it.ticket, NoResponse.CLOSED, now) }
                delivery.resume("adjust", now)
            }
            delivery.recall(Instant.MIN)
            delivery.giveUpAll(Instant.MAX)
            assertEquals(0, delivery.stats().pending)
        }
    }

    @Test
    fun `a run takes what nobody means`() {
        val delivery = Delivery(DeliveryConfig(maxAttempts = 1))
        val run = delivery.run
        for (wrong in listOf(0, -1, Int.MIN_VALUE)) {
            val issue = assertThrows(ValidationException::class.java) { run.begin(maxInFlight = wrong) }.issues.single()
            assertEquals("/maxInFlight" to "out_of_range", issue.path to issue.code)
        }
        assertEquals(Do.Done, run.next(Instant.MIN))
        run.stored()
        run.notStored(ByteArray(100))
        run.reported(Int.MAX_VALUE)
        run.begin(Until.STOPPED, Storage.REPLACE, Int.MAX_VALUE)
        assertEquals(CannotRun.ALREADY_RUNNING, assertThrows(CannotRunException::class.java) { run.begin() }.reason)
        delivery.submit("a", request())
        val ticket = (run.next() as Do.Send).ticket
        assertFalse(run.onError(Ticket(-1), NoResponse.CLOSED, "half \ud800 of a pair"))
        assertFalse(run.withdraw(Ticket(-1), Instant.MIN))
        assertFalse(run.onError(ticket, NoResponse.CLOSED, "half \ud800 of a pair"))
        val reports = (run.next() as Do.Report).reports
        assertEquals(listOf("half ? of a pair"), reports.map { it.cause })
        // Nothing was reported, so it comes again with the next run.
        run.reported(Int.MIN_VALUE)
        assertEquals(Do.Done, run.next())
        run.begin()
        assertEquals(Do.Report(reports), run.next())
        run.reported(1)
        assertEquals(Do.Done, run.next())
        assertFalse(run.withdraw(ticket))
    }

    @Test
    fun `an exception of an HTTP client counts as what it is`() {
        val delivery = Delivery(once = true)
        delivery.onNoResponse(sent(delivery, "a").ticket, ConnectException())
        delivery.onNoResponse(sent(delivery, "b").ticket, java.io.IOException())
        val reports = delivery.takeReports()
        assertEquals(listOf(ReportKind.GAVE_UP to false, ReportKind.GAVE_UP to true), reports.map { it.kind to it.maybeDelivered })
        assertInstanceOf(Outcome.RetryLater::class.java, reports[0].outcome)
        assertInstanceOf(Outcome.Unclear::class.java, reports[1].outcome)
        assertEquals(emptyList<Report>(), delivery.takeReports())
    }

    @Test
    fun `what is no log is told, and a torn one is cut`() {
        for (log in listOf("no log of a delivery".toByteArray(), ByteArray(100_000) { 0x5a })) {
            assertThrows(LogException::class.java) { Delivery.restore(log) }
        }
        val delivery = Delivery(DeliveryConfig(journal = true))
        delivery.submit("a", request())
        assertFalse(delivery.isStored)
        assertNull(delivery.snapshot())
        val log = delivery.takeLog()
        delivery.logStored()
        assertTrue(delivery.isStored)
        assertTrue(delivery.snapshot()!!.isNotEmpty())
        for (size in 0..log.size) {
            Delivery.restore(log.copyOf(size)).let { (restored, whole) -> restored.use { assertTrue(whole <= size) } }
        }
        assertEquals(1, Delivery.restore(log + byteArrayOf(1, 2, 3)).delivery.stats().pending)
        val damaged = log.clone().also { it[log.size / 2] = (it[log.size / 2] + 1).toByte() }
        delivery.submit("b", request())
        val message = assertThrows(LogException::class.java) { Delivery.restore(damaged + delivery.takeLog()) }.message
        assertTrue(checkNotNull(message).startsWith("the log is damaged at byte "))
    }

    @Test
    fun `a closed delivery does nothing, says so and can be closed again`() {
        val delivery = Delivery()
        val ticket = sent(delivery, "a").ticket
        delivery.close()
        delivery.close()
        val calls = listOf<() -> Any?>(
            { delivery.submit("a", request()) }, { delivery.poll() }, { delivery.onNoResponse(ticket, NoResponse.OTHER) },
            { delivery.onResponse(ticket, 200, emptyMap(), ByteArray(0)) }, { delivery.takeReports() }, { delivery.acknowledge("a") },
            { delivery.takeLog() }, { delivery.logStored() }, { delivery.logNotStored(ByteArray(3)) }, { delivery.isStored },
            { delivery.snapshot() }, { delivery.resume("adjust") }, { delivery.renewCredentials("adjust", request()) },
            { delivery.recall() }, { delivery.giveUpAll() }, { delivery.stats() }, { delivery.run.begin() }, { delivery.run.next() },
            { delivery.run.stop() }, { delivery.run.finish() }, { delivery.run.cancel() }, { delivery.run.fail() },
            { delivery.run.abandon() }, { delivery.run.stored() }, { delivery.run.notStored(ByteArray(3)) }, { delivery.run.reported(1) },
            { delivery.run.onError(ticket, null, "") }, { delivery.run.withdraw(ticket) },
        )
        for (call in calls) assertEquals("the delivery is closed", assertThrows(IllegalStateException::class.java) { call() }.message)
    }

    @Test
    fun `a delivery that nobody closes is freed when it is garbage`() {
        val id = forgotten()
        // Others made later must not keep it: only what is garbage goes.
        val deadline = System.nanoTime() + 30_000_000_000
        while (knows(id) && System.nanoTime() < deadline) {
            System.gc()
            Thread.sleep(20)
        }
        assertFalse(knows(id))
    }

    private fun forgotten(): Long = Delivery().handle.id.also { assertTrue(knows(it)) }

    private fun knows(id: Long): Boolean = Native.takeReports(id, ByteArray(0), 0) != null

    @Test
    fun `many threads submit, send and answer at once`() {
        val delivery = Delivery(DeliveryConfig(maxInFlight = 1000, providers = mapOf("adjust" to DeliveryLimits(maxInFlight = 1000))))
        val threads = Executors.newFixedThreadPool(8)
        val work = List(8) { thread ->
            Callable {
                val told = mutableListOf<String>()
                for (number in 0..<500) {
                    delivery.submit("$thread-$number", request(number))
                    (delivery.poll() as? Next.Send)?.let { delivery.onResponse(it.ticket, 200, emptyMap(), "OK".toByteArray()) }
                    told += delivery.takeReports().map { it.id }
                }
                told
            }
        }
        val told = threads.invokeAll(work).flatMap { it.get() }.toMutableList()
        threads.shutdown()
        while (true) {
            val next = delivery.poll() as? Next.Send ?: break
            delivery.onResponse(next.ticket, 200, emptyMap(), "OK".toByteArray())
        }
        told += delivery.takeReports().map { it.id }
        assertEquals((0..<8).flatMap { thread -> (0..<500).map { "$thread-$it" } }.sorted(), told.sorted())
    }

    private fun sent(delivery: Delivery, id: String): Next.Send {
        delivery.submit(id, request(id.hashCode() and 0xffff))
        return assertInstanceOf(Next.Send::class.java, delivery.poll())
    }

    private fun request(number: Int = 0): Request =
        adjust.event(AdjustEvent(eventToken = "f0ob4r", gpsAdid = "660e1d86-6796-463a-be86-%012d".format(number)))
}
