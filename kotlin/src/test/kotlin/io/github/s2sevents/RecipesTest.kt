package io.github.s2sevents

import examples.DeliverFromJava
import examples.Order
import examples.Purchase
import examples.PurchaseController
import examples.PurchasesEverywhere
import examples.QuickStart
import examples.QuickStartFromJava
import examples.RequestsOfEvents
import examples.SendEverywhereFromJava
import examples.SendFromJava
import examples.destinations
import examples.exchange
import examples.fromJackson
import examples.fromKotlin
import examples.fromSerialization
import examples.members
import examples.requests
import examples.send
import examples.sendWithKtor
import examples.sendWithOkHttp
import io.github.s2sevents.testing.Sandbox
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.apache.kafka.common.serialization.ByteArraySerializer
import org.apache.kafka.common.serialization.StringDeserializer
import org.apache.kafka.common.serialization.StringSerializer
import org.apache.kafka.streams.StreamsBuilder
import org.apache.kafka.streams.TopologyTestDriver
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import org.junit.jupiter.params.provider.MethodSource
import java.io.IOException
import java.math.BigDecimal
import java.net.ServerSocket
import java.nio.file.Path
import java.time.Instant

/** Runs every recipe of `examples/kotlin` and `examples/java` against the sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipesTest {
    private lateinit var sandbox: Sandbox

    @BeforeAll
    fun start() {
        sandbox = Sandbox.start()
    }

    @AfterAll
    fun stop() = sandbox.close()

    @Test
    fun `the quick start runs`(): Unit = runBlocking {
        val before = sandbox.accepted().size
        val kotlin = QuickStart(sandbox.baseUrl("adjust"))
        val outcome = kotlin.send(kotlin.purchase("660e1d86-6796-463a-be86-00000000000a"))
        assertEquals("delivered" to "accepted", outcome.kind to outcome.reason)
        assertEquals(PROBLEMS, kotlin.problems())
        val reports = kotlin.deliver(kotlin.purchase("660e1d86-6796-463a-be86-00000000000b"))
        assertEquals(listOf("order-1" to ReportKind.DELIVERED), reports.map { it.id to it.kind })
        val java = QuickStartFromJava(sandbox.baseUrl("adjust"))
        assertInstanceOf(Outcome.Delivered::class.java, java.send(java.purchase("660e1d86-6796-463a-be86-00000000000c")))
        assertEquals(PROBLEMS, java.problems())
        assertEquals(before + 3, sandbox.accepted().size)
    }

    enum class Recipe(val send: (Request) -> Outcome) {
        HTTP_CLIENT(::send),
        OK_HTTP(::sendWithOkHttp),
        KTOR({ request -> runBlocking { sendWithKtor(request) } }),
    }

    @ParameterizedTest
    @EnumSource
    fun `every client sends every style of request as it is`(recipe: Recipe) {
        for (style in AdjustRequestStyle.entries) {
            val before = sandbox.accepted().size
            adjust(sandbox.baseUrl("adjust"), style).use { adjust ->
                val outcome = recipe.send(adjust.event(EVENT))
                assertInstanceOf(Outcome.Delivered::class.java, outcome, "$style")
            }
            assertEquals(before + 1, sandbox.accepted().size)
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `a provider's no is an outcome`(recipe: Recipe) {
        adjust(sandbox.baseUrl("adjust")).use { adjust ->
            val outcome = recipe.send(adjust.event(EVENT.copy(eventToken = "zzzzzz")))
            assertEquals("rejected" to "invalid event token", outcome.kind to outcome.reason)
        }
    }

    @ParameterizedTest
    @EnumSource
    fun `nobody listens, so nothing was sent`(recipe: Recipe) {
        val port = ServerSocket(0).use { it.localPort }
        adjust("http://127.0.0.1:$port").use { adjust ->
            val outcome = recipe.send(adjust.event(EVENT))
            assertEquals("retry_later" to false, outcome.kind to outcome.maybeDelivered)
        }
    }

    @Test
    fun `Java sends`() {
        assertInstanceOf(Outcome.Delivered::class.java, SendFromJava().purchase(sandbox.baseUrl("adjust")))
    }

    @Test
    fun `Java delivers, and goes on where the log ends`(@TempDir folder: Path) {
        adjust(sandbox.baseUrl("adjust")).use { adjust ->
            val before = sandbox.accepted().size
            val reports = mutableListOf<Report>()
            DeliverFromJava(folder.resolve("log")).use { first ->
                repeat(3) { first.submit("$it", adjust.event(EVENT.copy(callbackParams = mapOf("order" to "$it")))) }
                val failed = assertThrows(IOException::class.java) { first.run { error("killed") } }
                assertEquals("killed", failed.cause?.message)
            }
            DeliverFromJava(folder.resolve("log")).use { second -> second.run { reports += it } }
            assertEquals(listOf("0", "1", "2"), reports.map { it.id }.sorted())
            assertEquals(before + 3, sandbox.accepted().size)
            DeliverFromJava(folder.resolve("log")).use { third -> third.run { error("all were acknowledged") } }
        }
    }

    @Test
    fun `a controller answers with what became of a purchase`() {
        adjust(sandbox.baseUrl("adjust")).use { adjust ->
            val controller = PurchaseController(adjust)
            val answer = controller.purchase(Purchase(GPS_ADID, BigDecimal("19.99"), "USD", "A-1"))
            assertEquals(200 to mapOf("outcome" to "delivered", "reason" to "accepted"), answer.statusCode.value() to answer.body)
            val refused = controller.refused(ValidationException(listOf(Issue("/currency", "missing", "is required"))))
            assertEquals(422, refused.statusCode.value())
        }
    }

    @Test
    fun `a controller submits an order to every destination`(): Unit = runBlocking {
        val before = sandbox.accepted().size
        destinations(sandbox.baseUrl("adjust"), sandbox.baseUrl("ga4")).use { destinations ->
            val driver = Driver(Delivery(), ::exchange)
            val controller = PurchasesEverywhere(destinations, driver)
            fun order(id: String, adid: String, currency: String? = "USD") =
                Order(id, Instant.now(), BigDecimal("19.99"), currency, "a@example.com", adid, "1234567890.1687758765")
            val accepted = controller.order(order("A-1", ADID))
            assertEquals(202 to emptyMap<String, List<Issue>>(), accepted.statusCode.value() to accepted.body)
            val partly = controller.order(order("A-2", ""))
            assertEquals(listOf("/ids/adjustAdid empty"), partly.body?.get("adjust")?.map { "${it.path} ${it.code}" })
            val reports = mutableListOf<Report>()
            driver.run { reports += it }
            assertEquals(
                setOf("A-1/adjust" to "adjust", "A-1/ga4" to "ga4", "A-2/ga4" to "ga4"),
                reports.map { it.id to it.destination }.toSet(),
            )
            assertEquals(setOf(ReportKind.DELIVERED), reports.map { it.kind }.toSet())
            assertEquals(before + 3, sandbox.accepted().size)
            val refused = assertThrows(ValidationException::class.java) { controller.order(order("A-3", ADID, null)) }
            assertEquals(422, controller.refused(refused).statusCode.value())
        }
    }

    @Test
    fun `Java sends to every destination`() {
        val before = sandbox.accepted().size
        SendEverywhereFromJava(sandbox.baseUrl("adjust"), sandbox.baseUrl("ga4")).use { java ->
            val expected = listOf("adjust" to "accepted", "ga4" to "received, not validated by Google")
            assertEquals(expected, java.purchase("J-1", ADID, "1234567890.1687758765").toList())
            assertTrue("[empty]" in java.purchase("J-2", "", "1234567890.1687758765").getValue("adjust"))
        }
        assertEquals(before + 3, sandbox.accepted().size)
    }

    @Test
    fun `a stream of events becomes one of requests`() {
        RequestsOfEvents("""{"provider":"adjust","app_token":"4w565xzmb54d"}""").use { requestsOfEvents ->
            val topology = StreamsBuilder().also { requests(it, requestsOfEvents) }.build()
            TopologyTestDriver(topology).use { stream ->
                val events = stream.createInputTopic("events", StringSerializer(), ByteArraySerializer())
                val (requests, issues) = listOf("requests", "issues")
                    .map { stream.createOutputTopic(it, StringDeserializer(), StringDeserializer()) }
                val wrong = """{"provider":"adjust","kind":"event","event_token":"f0ob4r"}"""
                val event = wrong.replace("}", ""","gps_adid":"$GPS_ADID"}""")
                events.pipeInput("a", event.toByteArray())
                events.pipeInput("b", wrong.toByteArray())
                events.pipeInput("tombstone", null as ByteArray?)
                events.pipeInput("c", "$wrong\n$event\n".toByteArray())
                val built = requests.readKeyValuesToList()
                assertEquals(listOf("a", "c"), built.map { it.key })
                assertTrue(built[0].value.startsWith("""{"line":1,"request":{"method":"POST","""))
                assertTrue(built[1].value.startsWith("""{"line":2,"request":{"method":"POST","""))
                val refused = issues.readKeyValuesToList()
                assertEquals(listOf("b", "c"), refused.map { it.key })
                assertTrue(refused.all { it.value.startsWith("""{"line":1,"issues":[{"path":""") })
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attributes")
    fun `attributes come from whatever holds JSON`(members: Map<String, JsonValue>) {
        assertEquals(listOf("z", "a"), members.keys.toList())
        assertEquals(JsonValue.Number("1.50"), members["z"])
        assertEquals(JsonValue.of(listOf(true, null, "\"ü\"")), members["a"])
        assertEquals(JsonValue.Bool(true), fromKotlin["renewal"])
    }

    @Test
    fun `what is no object has no attributes`() {
        assertThrows(IllegalArgumentException::class.java) { fromJackson(listOf(1)) }
        assertThrows(IllegalArgumentException::class.java) { members("{") }
    }

    private companion object {
        val PROBLEMS = listOf(
            "/gpsAdid invalid_device_id must be a UUID: 32 hexadecimal digits, with or without hyphens",
            "/currency missing is required with `revenue`",
        )

        @JvmStatic
        fun attributes(): List<Map<String, JsonValue>> {
            val items = listOf(true, null, "\"ü\"")
            return listOf(
                jsonMembers("z" to BigDecimal("1.50"), "a" to items),
                fromJackson(linkedMapOf("z" to BigDecimal("1.50"), "a" to items)),
                fromSerialization(
                    buildJsonObject {
                        put("z", BigDecimal("1.50"))
                        put("a", JsonArray(listOf(JsonPrimitive(true), JsonNull, JsonPrimitive("\"ü\""))))
                    },
                ),
                members("""{"z":1.50,"a":[true,null,"\"ü\""]}"""),
            )
        }

        const val ADID = "18546f6171f67e29d1cb983322ad1329"
        const val GPS_ADID = "660e1d86-6796-463a-be86-897993136018"
        val EVENT = AdjustEvent(eventToken = "f0ob4r", gpsAdid = GPS_ADID, callbackParams = mapOf("a b" to "ü&=/+", "order" to "A-1"))

        fun adjust(url: String, style: AdjustRequestStyle? = null): Adjust =
            Adjust(AdjustConfig(appToken = "4w565xzmb54d", environment = AdjustEnvironment.SANDBOX, baseUrl = url, requestStyle = style))
    }
}
