import com.sun.net.httpserver.HttpServer
import io.github.s2sevents.Adjust
import io.github.s2sevents.AdjustConfig
import io.github.s2sevents.AdjustEnvironment
import io.github.s2sevents.AdjustEvent
import io.github.s2sevents.Delivery
import io.github.s2sevents.Driver
import io.github.s2sevents.Outcome
import io.github.s2sevents.Report
import io.github.s2sevents.ReportKind
import io.github.s2sevents.Request
import io.github.s2sevents.Response
import io.github.s2sevents.testing.Sandbox
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Instant
import java.util.concurrent.ConcurrentLinkedQueue

class DeliveryTest {
    private val received = ConcurrentLinkedQueue<String>()
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).apply {
        createContext("/") { exchange ->
            received += exchange.requestBody.readAllBytes().decodeToString()
            exchange.sendResponseHeaders(200, 2)
            exchange.responseBody.use { it.write("OK".toByteArray()) }
        }
        start()
    }
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d", baseUrl = "http://127.0.0.1:${server.address.port}"))
    private val http = HttpClient.newHttpClient()

    @AfterEach
    fun stop() {
        server.stop(0)
        adjust.close()
    }

    private fun request(order: Int): Request = adjust.event(
        AdjustEvent(
            eventToken = "f0ob4r",
            gpsAdid = "660e1d86-6796-463a-be86-897993136018",
            createdAt = Instant.now(),
            revenue = BigDecimal("19.99"),
            currency = "USD",
            callbackParams = mapOf("order" to "$order"),
        ),
    )

    private suspend fun exchange(request: Request): Response = withContext(Dispatchers.IO) {
        val call = HttpRequest.newBuilder(URI.create(request.url))
            .apply { request.headers.forEach { (name, value) -> header(name, value) } }
            .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body)).build()
        val response = http.send(call, HttpResponse.BodyHandlers.ofByteArray())
        Response(response.statusCode(), response.headers().map(), response.body())
    }

    @Test
    fun `the project has the oldest standard library`() {
        assertEquals(KotlinVersion(1, 9, 25), KotlinVersion.CURRENT)
    }

    @Test
    fun `one event is sent`() {
        val request = request(1)
        val response = runBlocking { exchange(request) }
        val outcome = adjust.interpret(request, response.status, response.headers, response.body)
        assertInstanceOf(Outcome.Delivered::class.java, outcome)
        assertTrue("revenue=19.99" in received.single())
    }

    @Test
    fun `the sandbox accepts it`() {
        Sandbox.start().use { sandbox ->
            val config = AdjustConfig(appToken = "4w565xzmb54d", environment = AdjustEnvironment.SANDBOX, baseUrl = sandbox.baseUrl("adjust"))
            Adjust(config).use { adjust ->
                val request = adjust.event(AdjustEvent(eventToken = "f0ob4r", gpsAdid = "660e1d86-6796-463a-be86-897993136018"))
                val response = runBlocking { exchange(request) }
                val outcome = adjust.interpret(request, response.status, response.headers, response.body)
                assertInstanceOf(Outcome.Delivered::class.java, outcome)
                assertEquals(1, sandbox.accepted().size)
            }
        }
    }

    @Test
    fun `a driver delivers`() {
        val reports = mutableListOf<Report>()
        Delivery().use { delivery ->
            val driver = Driver(delivery, ::exchange)
            repeat(3) { driver.submit("order-$it", request(it)) }
            runBlocking { driver.run { reports += it } }
        }
        assertEquals(listOf("order-0", "order-1", "order-2"), reports.map { it.id }.sorted())
        assertTrue(reports.all { it.kind == ReportKind.DELIVERED }, "$reports")
        assertEquals(3, received.size)
    }
}
