package io.github.s2sevents

import examples.LogFile
import examples.driverOf
import examples.exchange
import io.github.s2sevents.testing.Sandbox
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.currentTime
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import org.springframework.http.HttpHeaders
import org.springframework.http.HttpStatus
import org.springframework.web.client.HttpClientErrorException
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.net.ConnectException
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset

/** A driver: against the sandbox, and with a clock that does not wait. */
@OptIn(ExperimentalCoroutinesApi::class)
class DriverTest {
    @TempDir
    lateinit var folder: Path

    @Test
    fun `everything arrives in the order of its lanes, although some of it fails at first`() = Sandbox.start(FAULTS).use { sandbox ->
        val reports = mutableListOf<Report>()
        val driver = Driver(Delivery(CONFIG, seed = 7), ::exchange)
        repeat(200) { driver.submit("$it", request(it, sandbox.baseUrl("adjust"))) }
        runBlocking(Dispatchers.Default) { driver.run { reports += it } }
        assertEquals((0..<200).map { "$it" }.toSet(), reports.map { it.id }.toSet())
        assertEquals(200, reports.size)
        assertTrue(reports.all { it.kind == ReportKind.DELIVERED && it.outcome is Outcome.Delivered }, "$reports")
        assertTrue(reports.any { it.attempts > 1 })
        assertArrivedInOrder(sandbox, 200)
        assertEquals(0, driver.delivery.stats().pending)
    }

    @Test
    fun `what was too much for a provider arrives later`() = Sandbox.start(TOO_MANY).use { sandbox ->
        val reports = mutableListOf<Report>()
        val driver = Driver(Delivery(CONFIG, seed = 7), ::exchange)
        repeat(6) { driver.submit("$it", request(it, sandbox.baseUrl("adjust"))) }
        runBlocking(Dispatchers.Default) { driver.run { reports += it } }
        assertTrue(reports.all { it.kind == ReportKind.DELIVERED } && reports.any { it.attempts > 1 }, "$reports")
        assertEquals(6, sandbox.accepted().size)
    }

    @Test
    fun `a log goes on after each end, and nothing is lost`() = Sandbox.start(FAULTS).use { sandbox ->
        val file = folder.resolve("log")
        val reported = mutableListOf<String>()
        var runs = 0
        var submitted = 0
        do {
            LogFile(file).use { log ->
                // So short that the file is replaced several times in each run.
                val driver = driverOf(log, CONFIG.copy(journal = true, snapshotAfterBytes = 1))
                repeat(if (submitted < 120) 40 else 0) { driver.submit("$submitted", request(submitted++, sandbox.baseUrl("adjust"))) }
                runBlocking(Dispatchers.Default) {
                    val run = launch {
                        driver.run {
                            reported += it.id
                            driver.acknowledge(it.id)
                        }
                    }
                    // The first runs are ended in the middle: one is stopped, one is cancelled.
                    if (runs < 2) delay(150)
                    if (runs == 0) driver.stop()
                    if (runs == 1) run.cancel()
                    run.join()
                }
                runs++
                // What is not closed is killed: nothing but the file is left of it.
            }
        } while (reported.size < 120 && runs < 10)
        assertEquals((0..<120).map { "$it" }.toSet(), reported.toSet())
        assertEquals(120, reported.size)
        assertArrivedInOrder(sandbox, 120)
        assertEquals(0, LogFile(file).use { Delivery.restore(it.read()).delivery.takeReports().size })
    }

    @Test
    fun `a process that dies at any moment loses nothing`() = runTest {
        val logs = mutableListOf(ByteArray(0))
        val sent = mutableListOf<String>()
        val send: suspend (Request) -> Response = { request ->
            sent += request.body.decodeToString()
            delay(1)
            ok()
        }
        val first = Driver(Delivery(CONFIG.copy(journal = true)), send, { logs += logs.last() + it }, clock())
        repeat(20) { first.submit("$it", request(it)) }
        first.run { first.acknowledge(it.id) }
        assertEquals(20, sent.size)
        assertTrue(logs.size > 3)
        for (log in logs.drop(1)) {
            val (delivery, whole) = Delivery.restore(log + byteArrayOf(1, 2, 3), CONFIG)
            assertEquals(log.size, whole)
            val before = delivery.stats().pending.toInt()
            val told = mutableSetOf<String>()
            Driver(delivery, send, {}, clock()).run { told += it.id }
            assertEquals(0, delivery.stats().pending)
            assertTrue(told.size >= before)
        }
    }

    /**
     * The bound does not depend on the number of events. A million (`S2S_EVENTS=1000000`) take minutes, because the library of the tests is not
     * optimized.
     */
    @Test
    fun `the log of many events stays short`() = runBlocking(Dispatchers.Default) {
        val store = object : Store {
            val log = ByteArrayOutputStream()
            var longest = 0
            var written = 0L
            var replaced = 0

            override suspend fun append(log: ByteArray) {
                written += log.size
                this.log.write(log)
                longest = maxOf(longest, this.log.size())
            }

            override suspend fun replace(snapshot: ByteArray) {
                replaced++
                log.reset()
                append(snapshot)
            }
        }
        val config = DeliveryConfig(journal = true, snapshotAfterBytes = 20_000)
        val driver = Driver(Delivery(config), { ok() }, store)
        val requests = List(20) { request(it) }
        repeat(EVENTS / requests.size) { round ->
            requests.forEachIndexed { number, request -> driver.submit("$round-$number", request) }
            driver.run { driver.acknowledge(it.id) }
        }
        assertEquals(EVENTS.toLong(), driver.delivery.stats().delivered)
        assertTrue(store.written > 600_000, "${store.written} bytes were written")
        assertTrue(store.longest < 60_000, "${store.longest} bytes were stored")
        assertTrue(store.replaced > 10, "${store.replaced} snapshots")
        val (restored, whole) = Delivery.restore(store.log.toByteArray(), config)
        assertEquals(store.log.size() to 0L, whole to restored.stats().pending)
    }

    @Test
    fun `a snapshot that cannot be stored leaves the log as it was, and ends the run`() = runTest {
        var isFull = true
        var stored = ByteArray(0)
        val store = object : Store {
            override suspend fun append(log: ByteArray) {
                stored += log
            }

            override suspend fun replace(snapshot: ByteArray) {
                if (isFull) throw IOException("disk full")
                stored = snapshot
            }
        }
        val config = DeliveryConfig(journal = true, snapshotAfterBytes = 1)
        val driver = Driver(Delivery(config), { ok() }, store, clock())
        repeat(50) { driver.submit("$it", request(it)) }
        assertEquals("disk full", thrown<IOException> { driver.run { driver.acknowledge(it.id) } }.message)
        isFull = false
        val (restored, whole) = Delivery.restore(stored, config)
        assertEquals(stored.size, whole)
        val reported = restored.takeReports().size + restored.stats().pending
        assertTrue(reported <= 50)
        driver.run { driver.acknowledge(it.id) }
        assertEquals(0, driver.delivery.stats().pending)
        assertEquals(0, Delivery.restore(stored, config).delivery.run { takeReports().size + stats().pending })
    }

    @Test
    fun `a store that fails ends the run, and nothing was sent of what is not stored`() = runTest {
        var stored = ByteArray(0)
        var isFull = true
        var sent = 0
        val driver = Driver(
            Delivery(DeliveryConfig(journal = true)),
            { ok().also { sent++ } },
            { log ->
                delay(5)
                if (isFull) throw IOException("disk full")
                stored += log
            },
            clock(),
        )
        driver.submit("a", request())
        assertFalse(driver.isStored)
        assertEquals("disk full", thrown<IOException> { driver.run { fail("nothing was sent") } }.message)
        assertEquals(0 to 0, sent to stored.size)
        isFull = false
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertEquals(listOf("a"), reports.map { it.id })
        assertTrue(driver.isStored)
        val (restored, whole) = Delivery.restore(stored)
        assertEquals(stored.size, whole)
        assertEquals(listOf("a"), restored.takeReports().map { it.id })
    }

    @Test
    fun `a store that fails while requests are under way waits for their answers`() = runTest {
        var parts = 0
        val driver = Driver(
            Delivery(DeliveryConfig(journal = true)),
            {
                delay(1_000)
                ok()
            },
            { if (++parts == 2) throw IOException("disk full") },
            clock(),
        )
        driver.submit("a", request(1))
        launch {
            delay(10)
            driver.submit("b", request(2))
        }
        assertEquals("disk full", thrown<IOException> { driver.run { fail("its record is not stored") } }.message)
        assertEquals(1_000, currentTime)
        assertEquals(0, driver.delivery.stats().inFlight)
        val reports = mutableListOf<String>()
        driver.run { reports += it.id }
        assertEquals(listOf("a", "b"), reports)
    }

    @Test
    fun `an exception that nobody knows is one of its event, and the run goes on`() = runTest {
        val reports = mutableListOf<Report>()
        val limits = mapOf("adjust" to DeliveryLimits(repeat = DeliveryRepeat.AT_MOST_ONCE))
        var sent = 0
        val driver = Driver(
            Delivery(DeliveryConfig(providers = limits)),
            { if (++sent % 10 == 1) throw IllegalStateException("a fault", RuntimeException("of it")) else ok() },
            clock = clock(),
        )
        repeat(200) { driver.submit("$it", request(it)) }
        driver.run { reports += it }
        assertEquals(200, reports.size)
        val (faulty, others) = reports.partition { it.kind != ReportKind.DELIVERED }
        assertEquals(20 to 180, faulty.size to others.size)
        val cause = "java.lang.IllegalStateException: a fault <- java.lang.RuntimeException: of it"
        assertEquals(setOf(cause to true), faulty.map { it.cause to it.maybeDelivered }.toSet())
        assertEquals(setOf(null), others.map { it.cause }.toSet())
    }

    @Test
    fun `an error and an interruption end the run, and are thrown by it`() = runTest {
        for (failure in listOf(OutOfMemoryError("a test"), InterruptedException("a test"))) {
            var sent = 0
            val delivery = Delivery(DeliveryConfig(maxInFlight = 1, maxAttempts = 1))
            val driver = Driver(delivery, { throw failure.also { sent++ } }, clock = clock())
            repeat(3) { driver.submit("$it", request(it)) }
            val reports = mutableListOf<Report>()
            assertEquals(failure, thrown<Throwable> { driver.run { reports += it } })
            assertEquals(1 to listOf(true), sent to reports.map { it.maybeDelivered })
        }
    }

    @Test
    fun `a fault in send ends the run where it is asked to, and the answers of the others are kept`() = runTest {
        val reports = mutableListOf<Report>()
        val limits = mapOf("adjust" to DeliveryLimits(repeat = DeliveryRepeat.AT_MOST_ONCE))
        val driver = Driver(
            Delivery(DeliveryConfig(providers = limits)),
            {
                if ("000000000002" in it.body.decodeToString()) error("a fault")
                delay(100)
                ok()
            },
            clock = clock(),
            stopOnError = true,
        )
        repeat(4) { driver.submit("$it", request(it)) }
        assertEquals("a fault", thrown<IllegalStateException> { driver.run { reports += it } }.message)
        assertEquals(setOf("0", "1", "2", "3"), reports.map { it.id }.toSet())
        val (faulty, others) = reports.partition { it.id == "2" }
        assertTrue(faulty.single().maybeDelivered, "something may have been sent")
        assertTrue(others.all { it.kind == ReportKind.DELIVERED })
        assertEquals(100, currentTime)
    }

    @Test
    fun `a response that is none is a fault, too`() = runTest {
        val driver = Driver(Delivery(once = true), { Response(-1, emptyMap()) }, clock = clock())
        driver.submit("a", request())
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertTrue(reports.single().maybeDelivered)
        assertTrue("a status is" in reports.single().cause.orEmpty())
    }

    @Test
    fun `a report that nobody took is told again by the next run`() = runTest {
        val told = mutableListOf<String>()
        val driver = Driver(Delivery(), { ok() }, clock = clock())
        repeat(5) { driver.submit("$it", request(it)) }
        val failed = thrown<IllegalStateException> {
            driver.run {
                if (told.size == 2) error("nobody")
                told += it.id
            }
        }
        assertEquals("nobody", failed.message)
        assertEquals(2, told.size)
        driver.run { told += it.id }
        assertEquals((0..<5).map { "$it" }, told.sorted())
    }

    @Test
    fun `what the HTTP client throws is an answer that did not come`() = runTest {
        val failures = ArrayDeque(listOf(ConnectException(), IOException("reset"), java.net.http.HttpTimeoutException("late")))
        val driver = Driver(Delivery(CONFIG), { failures.removeFirstOrNull()?.let { throw it } ?: ok() }, clock = clock())
        driver.submit("a", request())
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertEquals(listOf(ReportKind.DELIVERED to 4), reports.map { it.kind to it.attempts })
    }

    @Test
    fun `it waits as long as the delivery says, and no longer`() = runTest {
        val times = mutableListOf<Long>()
        val driver = Driver(
            Delivery(),
            {
                times += currentTime
                if (times.size == 1) Response(429, mapOf("Retry-After" to listOf("3600"))) else ok()
            },
            clock = clock(),
        )
        driver.submit("a", request())
        driver.run()
        assertEquals(listOf(0L, 3_600_000L), times)
    }

    @Test
    fun `a running driver takes events until it is stopped`() = runTest {
        val reports = mutableListOf<String>()
        val driver = Driver(
            Delivery(),
            {
                delay(50)
                ok()
            },
            clock = clock(),
        )
        val run = async { driver.run(Until.STOPPED) { reports += it.id } }
        repeat(20) {
            driver.submit("$it", request(it))
            delay(1_000)
        }
        assertEquals(20, reports.size)
        val other = Driver(driver.delivery, { fail("it does not run") }, clock = clock())
        for (second in listOf(driver, other)) {
            assertEquals(CannotRun.ALREADY_RUNNING, thrown<CannotRunException> { second.run() }.reason)
        }
        driver.submit("last", request(20))
        driver.submit("of the same lane", request(20))
        runCurrent()
        driver.stop()
        run.await()
        assertEquals("last", reports.last())
        assertEquals(1, driver.delivery.stats().pending)
        other.stop()
        driver.run { fail("it was stopped before") }
        driver.run { reports += it.id }
        assertEquals("of the same lane", reports.last())
    }

    @Test
    fun `a journal needs a store`() = runTest {
        val delivery = Delivery(DeliveryConfig(journal = true))
        val driver = Driver(delivery, { fail("nothing is sent") }, clock = clock())
        driver.submit("a", request())
        assertEquals(CannotRun.NO_STORAGE, thrown<CannotRunException> { driver.run { fail("nothing is reported") } }.reason)
        assertFalse(driver.isStored)
        delivery.takeLog()
        assertEquals(CannotRun.STORE_UNFINISHED, thrown<CannotRunException> { Driver(delivery, { ok() }, {}, clock()).run() }.reason)
    }

    @Test
    fun `a request has its time, and is cancelled after it`() = runTest {
        val config = DeliveryConfig(requestTimeoutMs = 1_000, maxAttempts = 1)
        val ends = mutableListOf<Long>()
        val driver = Driver(
            Delivery(config),
            { request ->
                try {
                    if ("000000000001" in request.body.decodeToString()) awaitCancellation()
                    delay(999)
                    ok()
                } finally {
                    ends += currentTime
                }
            },
            clock = clock(),
        )
        repeat(2) { driver.submit("$it", request(it)) }
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertEquals(listOf(999L, 1_000L), ends)
        assertEquals(listOf("0" to ReportKind.DELIVERED, "1" to ReportKind.GAVE_UP), reports.map { it.id to it.kind })
        assertEquals("no response in 1000 ms" to true, reports.last().run { cause to maybeDelivered })
        assertEquals(0, driver.delivery.stats().inFlight)
    }

    @Test
    fun `a request that does not let itself be cancelled ends in its own time, and the run waits for it`() = runTest {
        val driver = Driver(
            Delivery(DeliveryConfig(requestTimeoutMs = 1_000, maxAttempts = 1)),
            {
                withContext(NonCancellable) { delay(5_000) }
                ok()
            },
            clock = clock(),
        )
        driver.submit("a", request())
        val reports = mutableListOf<Pair<ReportKind, Long>>()
        driver.run { reports += it.kind to currentTime }
        assertEquals(listOf(ReportKind.GAVE_UP to 1_000L), reports)
        assertEquals(5_000, currentTime)
    }

    @Test
    fun `what was reported is acknowledged where that is asked for`() = runTest {
        for (acknowledge in listOf(false, true)) {
            var stored = ByteArray(0)
            val driver = Driver(Delivery(DeliveryConfig(journal = true)), { ok() }, { stored += it }, clock(), acknowledge = acknowledge)
            repeat(3) { driver.submit("$it", request(it)) }
            val reported = mutableListOf<String>()
            val failed = thrown<IllegalStateException> {
                driver.run { report ->
                    if (reported.size == 2) error("nobody")
                    reported += report.id
                }
            }
            assertEquals("nobody", failed.message)
            val left = Delivery.restore(stored).delivery.takeReports().map { it.id }
            assertEquals(if (acknowledge) listOf("0", "1", "2") - reported.toSet() else listOf("0", "1", "2"), left.sorted())
            driver.run { reported += it.id }
            assertEquals(listOf("0", "1", "2"), reported.sorted())
            assertEquals(if (acknowledge) 0 else 3, Delivery.restore(stored).delivery.takeReports().size)
        }
    }

    @Test
    fun `an exception that carries a response counts as that response`() = runTest {
        val body = "Event request failed (device not found, contact support@adjust.com)".toByteArray()
        val unknown = HttpClientErrorException.create(HttpStatus.NOT_FOUND, "", HttpHeaders(), body, null)
        val driver = Driver(Delivery(once = true), { throw unknown }, clock = clock(), stopOnError = true)
        driver.submit("a", request())
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertEquals(Scope.DEVICE to null, reports.single().run { outcome?.scope to cause })
    }

    @Test
    fun `a store that fails while the run is cancelled is what the run throws`() = runTest {
        val driver = Driver(Delivery(CONFIG.copy(journal = true)), { ok() }, {
            delay(1_000)
            throw IOException("disk full")
        }, clock())
        driver.submit("a", request())
        val run = async(SupervisorJob()) { driver.run { fail("nothing was sent") } }
        delay(10)
        run.cancel()
        run.join()
        assertEquals(1_000, currentTime)
        assertEquals("disk full", run.getCompletionExceptionOrNull()?.message)
        assertFalse(driver.isStored)
    }

    @Test
    fun `a run that is cancelled tells what is under way and takes back the rest`() = runTest {
        var stored = ByteArray(0)
        val config = DeliveryConfig(journal = true, providers = mapOf("adjust" to DeliveryLimits(repeat = DeliveryRepeat.AT_MOST_ONCE)))
        val driver = Driver(Delivery(config), { awaitCancellation() }, { stored += it }, clock())
        repeat(40) { driver.submit("$it", request(it)) }
        val reports = mutableListOf<Report>()
        val run = launch { driver.run { reports += it } }
        delay(1_000)
        run.cancel()
        run.join()
        assertTrue(run.isCancelled)
        assertEquals(16, reports.size)
        assertTrue(reports.all { it.maybeDelivered && it.outcome is Outcome.Unclear })
        val (restored, _) = Delivery.restore(stored, config)
        for (delivery in listOf(driver.delivery, restored)) {
            assertEquals(24L to 0L, delivery.stats().run { pending to inFlight })
            val delivered = mutableListOf<Report>()
            Driver(delivery, { ok() }, {}, clock()).run { if (it.kind == ReportKind.DELIVERED) delivered += it }
            assertEquals(24, delivered.size)
            assertTrue(delivered.all { it.attempts == 1 })
        }
    }

    @Test
    fun `a run that is cancelled at once leaves nothing under way`() = runTest {
        val delivery = Delivery(DeliveryConfig(backoffMs = 0))
        val driver = Driver(delivery, { ok() }, clock = clock())
        driver.submit("a", request())
        val run = launch { driver.run { fail("nothing was sent") } }
        launch { run.cancel() }
        run.join()
        assertEquals(listOf(1L, 0L, 0L), delivery.stats().run { listOf(pending, inFlight, requests) })
        val reports = mutableListOf<Report>()
        driver.run { reports += it }
        assertEquals(listOf(1 to ReportKind.DELIVERED), reports.map { it.attempts to it.kind })
    }

    @Test
    fun `no more is under way than the settings allow`() = runTest {
        var (most, now) = 0 to 0
        val driver = Driver(
            Delivery(DeliveryConfig(maxInFlight = 3)),
            {
                most = maxOf(most, ++now)
                delay(10)
                now--
                ok()
            },
            clock = clock(),
        )
        repeat(30) { driver.submit("$it", request(it)) }
        driver.run()
        assertEquals(3 to 0, most to now)
    }

    @Test
    fun `a delivery that is shut is resumed`() = runTest {
        var isRefused = true
        val driver = Driver(Delivery(), { if (isRefused) Response(202, emptyMap()) else ok() }, clock = clock())
        driver.submit("a", request())
        val run = async { driver.run() }
        delay(1_000)
        assertEquals(DestinationState.REFUSED, driver.delivery.stats().destinations.single().state)
        isRefused = false
        assertTrue(driver.resume("adjust"))
        run.await()
        assertEquals(1_000, currentTime)
        assertFalse(driver.resume("nowhere"))
    }

    @Test
    fun `a delivery that is closed ends the run`() = runTest {
        val answer = CompletableDeferred<Response>()
        val driver = Driver(Delivery(), { answer.await() }, clock = clock())
        driver.submit("a", request())
        launch {
            delay(10)
            driver.delivery.close()
            answer.complete(ok())
        }
        assertEquals("the delivery is closed", thrown<IllegalStateException> { driver.run() }.message)
    }

    private fun assertArrivedInOrder(sandbox: Sandbox, count: Int) {
        assertEquals(emptyList<Any>(), sandbox.rejected(), "a lane keeps its order")
        val accepted = sandbox.accepted().map { it["parameters"].asObject() }
        assertEquals(count, accepted.map { it["created_at_unix"] }.toSet().size)
        for ((_, ofDevice) in accepted.groupBy { it["gps_adid"] }) {
            val times = ofDevice.map { it["created_at_unix"] as String }
            assertEquals(times.sorted(), times)
        }
    }

    /** The clock that coroutines of a test wait by. */
    private fun TestScope.clock() = object : Clock() {
        override fun instant(): Instant = NOW.plusMillis(currentTime)

        override fun getZone() = ZoneOffset.UTC

        override fun withZone(zone: java.time.ZoneId?) = this
    }

    private suspend inline fun <reified T : Throwable> thrown(run: () -> Unit): T {
        val thrown = runCatching { run() }.exceptionOrNull()
        if (thrown is CancellationException) throw thrown
        return assertThrows(T::class.java) { thrown?.let { throw it } }
    }

    private fun ok() = Response(200, mapOf("content-type" to listOf("text/plain")), "OK".toByteArray())

    private fun request(number: Int = 0, baseUrl: String? = null): Request =
        Adjust(AdjustConfig(appToken = "abc", baseUrl = baseUrl)).use { adjust ->
            val device = "660e1d86-6796-463a-be86-%012d".format(if (baseUrl == null) number else number % 20)
            val time = NOW - Duration.ofSeconds(1_000L - number)
            adjust.event(AdjustEvent(eventToken = "f0ob4r", gpsAdid = device, createdAt = time), NOW)
        }

    private companion object {
        val NOW: Instant = Instant.parse("2026-11-20T12:00:00Z")
        val EVENTS = System.getenv("S2S_EVENTS")?.toInt() ?: 3_000
        val CONFIG = DeliveryConfig(backoffMs = 20, breakerMs = 20)
        val FAULTS = """
            now = "$NOW"
            [[adjust.apps]]
            token = "abc"
            events = [{ token = "f0ob4r" }]
            [faults]
            seed = 7
            rates = [
                { fault = "500", rate = 0.1 }, { fault = "500-after", rate = 0.05 },
                { fault = "drop", rate = 0.1 }, { fault = "drop-after", rate = 0.05 },
            ]
        """.trimIndent()

        /** Few, because a 429 slows everything down. */
        val TOO_MANY = FAULTS.substringBefore("rates") + """rates = [{ fault = "429;retry-after=0", rate = 0.3 }]"""
    }
}
