package io.github.s2sevents.bench

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.management.ThreadMXBean
import io.github.s2sevents.Adjust
import io.github.s2sevents.AdjustEvent
import io.github.s2sevents.AnyConfig
import io.github.s2sevents.AnyEvent
import io.github.s2sevents.BuildResult
import io.github.s2sevents.Delivery
import io.github.s2sevents.DeliveryConfig
import io.github.s2sevents.Destination
import io.github.s2sevents.Driver
import io.github.s2sevents.Next
import io.github.s2sevents.ReportKind
import io.github.s2sevents.Request
import io.github.s2sevents.Response
import io.github.s2sevents.ffi.BuildCall
import io.github.s2sevents.ffi.ConfigData
import io.github.s2sevents.ffi.EventData
import io.github.s2sevents.ffi.NewIds
import kotlinx.coroutines.runBlocking
import java.io.File
import java.lang.management.ManagementFactory

/** Times the ways of the same events to their requests, all in one run; prints a row of JSON for each. */
fun main() {
    val jackson = Jackson("4w565xzmb54d", "v8s5opi0zs45607l8h8c48wak2vxb5oe", "sandbox")
    val adjust = Adjust(Events.CONFIG)
    val destination = Destination(Events.JSON_CONFIG)
    val plain = io.github.s2sevents.ffi.Client(ConfigData.Typed(AnyConfig.Adjust(Events.CONFIG)))
    val samples = Events.SAMPLES
    val lines = samples.map { line(it).toByteArray() }
    agree(adjust, destination, jackson, samples, lines)

    val many = List(1_000) { samples[it % samples.size] }
    val jsonl = List(1_000) { lines[it % lines.size] }.fold(ByteArray(0)) { all, line -> all + line + '\n'.code.toByte() }
    val now = Events.NOW
    val delivery = Delivery(DeliveryConfig())
    val requests = adjust.buildMany(samples, now).map { it.orThrow() }
    val driver = Driver(Delivery(DeliveryConfig()), { answered(it) })
    val journaled = Driver(Delivery(DeliveryConfig(journal = true)), { answered(it) }, { sink(it) })
    val contenders = listOf(
        Contender("jackson", samples.size) { samples.forEach { send(jackson.typed(it, now)) } },
        Contender("jackson_json", samples.size) { lines.forEach { send(jackson.json(it, now)) } },
        Contender("typed", samples.size) { samples.forEach { send(adjust.event(it, now)) } },
        Contender("json_in", samples.size) { lines.forEach { send(destination.build(it, now)) } },
        Contender("build_many", many.size) { adjust.buildMany(many, now).forEach { send(it.orThrow()) } },
        Contender("build_jsonl", many.size) { sink(destination.buildJsonl(jsonl, now)) },
        Contender("delivery", requests.size) { requests.forEach { deliver(delivery, it) } },
        Contender("driver", requests.size) { drive(driver, requests) },
        Contender("driver_journal", requests.size) { drive(journaled, requests) },
        Contender("uniffi_jna", samples.size) {
            samples.forEach {
                val event = EventData.Typed(AnyEvent.AdjustEvent(it))
                sink(plain.build(BuildCall(listOf(event), now.toEpochMilli(), NewIds.None)))
            }
        },
    )
    // Every contender in every round: what else the machine does hits all of them.
    repeat(ROUNDS) { contenders.forEach(Contender::round) }
    contenders.forEach { println(it.row(contenders)) }

    val before = residentMegabytes()
    repeat(BUILDS / samples.size) { samples.forEach { sink(adjust.event(it, now)) } }
    println("""{"name":"memory","builds":$BUILDS,"growth_mb":${residentMegabytes() - before}}""")
}

/** Many short ones: where others want the processor, too, some are left alone. */
private const val ROUNDS = 150
private const val ROUND_NANOS = 20_000_000L
private const val BUILDS = 10_000_000

private class Contender(val name: String, val events: Int, val pass: () -> Unit) {
    private val rounds = mutableListOf<Pair<Double, Double>>()

    /** The best round: what else the machine does only ever takes time. */
    val nanos: Double get() = rounds.minOf { it.first }

    fun round() {
        val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
        val thread = Thread.currentThread().id
        val allocated = threads.getThreadAllocatedBytes(thread)
        val begin = System.nanoTime()
        var passes = 0
        do {
            pass()
            passes++
        } while (System.nanoTime() - begin < ROUND_NANOS)
        val built = passes.toDouble() * events
        rounds += (System.nanoTime() - begin) / built to (threads.getThreadAllocatedBytes(thread) - allocated) / built
    }

    fun row(all: List<Contender>): String {
        val others = all.filter { it.name.startsWith("jackson") && it !== this }
        val vs = others.joinToString(",") { """"${it.name}":${it.nanos / nanos}""" }
        return """{"name":"$name","us_per_event":${nanos / 1_000},"bytes_per_event":${rounds.last().second},"vs":{$vs}}"""
    }
}

/** What nobody uses the compiler might leave out. */
@Volatile
private var used = 0

private fun sink(value: Any) {
    used += System.identityHashCode(value) and 1
}

/** Takes of a request what a sender does: what it holds is read when it is asked for. */
private fun send(request: Request) {
    sink(request.method)
    sink(request.url)
    request.headers.forEach { (name, value) ->
        sink(name)
        sink(value)
    }
    sink(request.body)
}

private fun send(request: Jackson.Sent) {
    sink(request.method)
    sink(request.url)
    request.headers.forEach { (name, value) ->
        sink(name)
        sink(value)
    }
    sink(request.body)
}

private var delivered = 0L

/** All that a delivery is asked and told for an event that is accepted at once. */
private fun deliver(delivery: Delivery, request: Request) {
    val id = "order-${delivered++}"
    delivery.submit(id, request)
    val next = delivery.poll() as Next.Send
    send(next.request)
    delivery.onResponse(next.ticket, 200, ANSWER, OK)
    check(delivery.takeReports().single().kind == ReportKind.DELIVERED)
}

/** The same with a driver and an HTTP client that responds at once. */
private fun drive(driver: Driver, requests: List<Request>) {
    requests.forEach { driver.submit("order-${delivered++}", it) }
    var reported = 0
    runBlocking {
        driver.run {
            reported++
            driver.acknowledge(it.id)
        }
    }
    check(reported == requests.size)
}

private fun answered(request: Request): Response {
    send(request)
    return Response(200, ANSWER, OK)
}

private val ANSWER = mapOf("content-type" to listOf("text/plain"), "date" to listOf("Sun, 22 Nov 2026 08:00:00 GMT"))
private val OK = "OK".toByteArray()

/** All contenders must make the same bytes, or their times say nothing. */
private fun agree(adjust: Adjust, destination: Destination, jackson: Jackson, samples: List<AdjustEvent>, lines: List<ByteArray>) {
    val many = adjust.buildMany(samples, Events.NOW).map { (it as BuildResult.Success).request }
    for ((position, sample) in samples.withIndex()) {
        val request = adjust.event(sample, Events.NOW)
        check(request == many[position]) { "buildMany makes something else" }
        check(request == destination.build(lines[position], Events.NOW)) { "the JSON form makes something else" }
        for (sent in listOf(jackson.typed(sample, Events.NOW), jackson.json(lines[position], Events.NOW))) {
            val (ours, theirs) = request.body.decodeToString() to sent.body.decodeToString()
            check(ours == theirs) { "Jackson makes\n$theirs\nwhere we make\n$ours" }
        }
    }
}

private fun line(event: AdjustEvent): String = ObjectMapper().writeValueAsString(
    linkedMapOf(
        "provider" to "adjust", "kind" to "event", "event_token" to event.eventToken, "gps_adid" to event.gpsAdid,
        "adid" to event.adid, "os_name" to event.osName, "os_version" to event.osVersion, "device_name" to event.deviceName,
        "ip_address" to event.ipAddress, "user_agent" to event.userAgent, "created_at" to event.createdAt.toString(),
        "revenue" to event.revenue.toString(), "currency" to event.currency, "callback_params" to event.callbackParams,
        "partner_params" to event.partnerParams,
    ),
)

/** What the process holds; all pages of the heap of the bench are resident from the start, so only native memory can grow. */
private fun residentMegabytes(): Double =
    File("/proc/self/status").readLines().single { it.startsWith("VmRSS:") }.filter(Char::isDigit).toDouble() / 1024
