package io.github.s2sevents

import io.ktor.client.engine.HttpClientEngineConfig
import io.ktor.client.engine.HttpClientEngineFactory
import io.ktor.client.engine.cio.CIO
import io.ktor.client.engine.java.Java
import io.ktor.client.plugins.HttpTimeout
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import io.ktor.client.statement.bodyAsBytes
import io.ktor.http.content.ByteArrayContent
import io.ktor.util.toMap
import io.netty.channel.ChannelOption
import io.netty.handler.timeout.ReadTimeoutHandler
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import okhttp3.OkHttpClient
import okhttp3.RequestBody.Companion.toRequestBody
import org.apache.hc.client5.http.config.ConnectionConfig
import org.apache.hc.client5.http.config.RequestConfig
import org.apache.hc.client5.http.impl.classic.BasicHttpClientResponseHandler
import org.apache.hc.client5.http.impl.classic.HttpClients
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder
import org.apache.hc.core5.util.Timeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.springframework.http.client.SimpleClientHttpRequestFactory
import org.springframework.http.client.reactive.ReactorClientHttpConnector
import org.springframework.web.client.RestClient
import org.springframework.web.client.RestTemplate
import org.springframework.web.reactive.function.client.WebClient
import reactor.netty.resources.ConnectionProvider
import java.io.IOException
import java.net.HttpURLConnection
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.ServerSocket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.channels.SocketChannel
import java.time.Duration
import kotlin.concurrent.thread

/** What HTTP clients throw, each asked in the way of its own documentation, and what that says of the request. */
class ClientsTest {
    /** Sends a request in a way that throws for every failure of a connection; gives the status. */
    private val clients: Map<String, (String) -> Int> = mapOf(
        "java.net.http" to { url ->
            val call = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).POST(HttpRequest.BodyPublishers.ofByteArray(BODY)).build()
            HttpClient.newBuilder().connectTimeout(SHORT).build().send(call, HttpResponse.BodyHandlers.ofByteArray()).statusCode()
        },
        "java.net.http, asynchronously" to { url ->
            val call = HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).POST(HttpRequest.BodyPublishers.ofByteArray(BODY)).build()
            val client = HttpClient.newBuilder().connectTimeout(SHORT).build()
            client.sendAsync(call, HttpResponse.BodyHandlers.ofByteArray()).join().statusCode()
        },
        "HttpURLConnection" to { url ->
            (URI.create(url).toURL().openConnection() as HttpURLConnection).run {
                connectTimeout = SHORT.toMillis().toInt()
                readTimeout = LIMIT.toMillis().toInt()
                doOutput = true
                outputStream.use { it.write(BODY) }
                responseCode
            }
        },
        "OkHttp" to { url ->
            okHttp.newCall(okhttp3.Request.Builder().url(url).post(BODY.toRequestBody()).build()).execute().use {
                it.body.bytes()
                it.code
            }
        },
        "OkHttp, a timeout of the whole call" to { url ->
            val client = okHttp.newBuilder().readTimeout(Duration.ZERO).callTimeout(LIMIT).build()
            client.newCall(okhttp3.Request.Builder().url(url).post(BODY.toRequestBody()).build()).execute().use { it.code }
        },
        "Ktor with Java" to { url -> ktor(Java, url) },
        "Ktor with CIO" to { url -> ktor(CIO, url) },
        "Ktor with OkHttp" to { url -> ktor(io.ktor.client.engine.okhttp.OkHttp, url) },
        "Apache" to { url -> apache.use { it.execute(post(url)) { response -> response.code } } },
        "Apache, with the basic handler" to { url -> apache.use { it.execute(post(url), BasicHttpClientResponseHandler()) }.let { 200 } },
        "WebClient" to { url -> web(netty.responseTimeout(LIMIT), url) },
        "WebClient, a handler's timeout" to { url -> web(netty.doOnConnected { it.addHandlerLast(ReadTimeoutHandler(1)) }, url) },
        "RestClient" to { url ->
            RestClient.builder().requestFactory(simple).build().post().uri(url).body(BODY).retrieve().toBodilessEntity().statusCode.value()
        },
        "RestTemplate" to { url -> RestTemplate(simple).postForEntity(url, BODY, ByteArray::class.java).statusCode.value() },
    )

    /** These report the same for a connection that takes too long as for a response that does. */
    private val unsure = setOf("HttpURLConnection", "OkHttp", "OkHttp, a timeout of the whole call", "RestClient", "RestTemplate")

    private fun everyClient(check: (String, (String) -> Int) -> Unit): List<DynamicTest> =
        clients.map { (name, send) -> dynamicTest(name) { check(name, send) } }

    @TestFactory
    fun `nobody listens`() = everyClient { _, send ->
        val port = ServerSocket(0).use { it.localPort }
        assertEquals(NoResponse.CONNECT, kindOf { send("http://127.0.0.1:$port/") })
    }

    @TestFactory
    fun `no connection comes in time`() = everyClient { name, send ->
        // Its backlog is full: the system lets no more wait.
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { server ->
            val waiting = List(8) { SocketChannel.open().apply { configureBlocking(false) } }
            waiting.forEach { it.connect(InetSocketAddress(server.inetAddress, server.localPort)) }
            Thread.sleep(50)
            val kind = kindOf { send("http://127.0.0.1:${server.localPort}/") }
            assertEquals(if (name in unsure) NoResponse.TIMEOUT else NoResponse.CONNECT, kind)
            waiting.forEach { it.close() }
        }
    }

    @TestFactory
    fun `no answer comes in time`() = everyClient { _, send ->
        assertEquals(NoResponse.TIMEOUT, served({ Thread.sleep(5_000) }) { kindOf { send(it) } })
    }

    @TestFactory
    fun `the connection is closed instead of an answer`() = everyClient { _, send ->
        assertEquals(NoResponse.CLOSED, served({}) { kindOf { send(it) } })
    }

    @TestFactory
    fun `the connection is closed within an answer`() = everyClient { name, send ->
        val answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nO".toByteArray()
        val outcome = served({ it.write(answer) }) { url -> runCatching { send(url) } }
        // Some do not read the body.
        outcome.onFailure {
            assertNull(Response.of(it))
            // That one throws a class that anything throws.
            val expected = if (name == "Ktor with CIO") NoResponse.OTHER else NoResponse.CLOSED
            assertEquals(expected, NoResponse.of(it), "$name: ${causeOf(it)}")
        }
    }

    @TestFactory
    fun `the connection is closed within an answer that the client makes an exception`() = everyClient { name, send ->
        for (head in listOf("Content-Length: 100\r\n\r\nO", "Transfer-Encoding: chunked\r\n\r\n5\r\nO")) {
            val outcome = served({ it.write("HTTP/1.1 403 Forbidden\r\n$head".toByteArray()) }) { url -> runCatching { send(url) } }
            outcome.onFailure { assertNull(Response.of(it), "$name: ${causeOf(it)}") }
        }
    }

    @TestFactory
    fun `an answer that is no HTTP`() = everyClient { name, send ->
        val failure = served({ it.write("nonsense\r\n\r\n".toByteArray()) }) { url -> runCatching { send(url) }.exceptionOrNull() }
        failure?.let { assertEquals(true, NoResponse.of(it) in setOf(NoResponse.CLOSED, NoResponse.OTHER), "$name: ${causeOf(it)}") }
    }

    @TestFactory
    fun `an answer that the client makes an exception is the answer`() = everyClient { name, send ->
        val answer = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nX-Two: a\r\nX-Two: b\r\nContent-Length: 6\r\n\r\nno way"
        val result = served({ it.write(answer.toByteArray()) }) { url -> runCatching { send(url) } }
        val failure = result.exceptionOrNull()
        if (failure == null) {
            assertEquals(403, result.getOrNull())
            return@everyClient
        }
        assertEquals(NoResponse.OTHER, NoResponse.of(failure))
        if (name.startsWith("Apache")) {
            assertNull(Response.of(failure))
            return@everyClient
        }
        val response = checkNotNull(Response.of(RuntimeException(failure))) { name + causeOf(failure) }
        assertEquals(403 to "no way", response.status to response.body.decodeToString())
        val two = response.headers.entries.singleOrNull { it.key.equals("x-two", ignoreCase = true) }?.value
        assertEquals(listOf("a", "b"), two)
        val event = AdjustEvent(eventToken = "f0ob4r", adid = "18546f6171f67e29d1cb983322ad1329")
        val request = Adjust(AdjustConfig(appToken = "abc")).use { it.event(event) }
        assertEquals(interpret(request, response).reason, interpret(request, failure).reason)
        val delivery = Delivery(once = true)
        delivery.submit("a", request)
        delivery.onNoResponse((delivery.poll() as Next.Send).ticket, failure)
        val report = delivery.takeReports().single()
        assertEquals(interpret(request, response).kind to null, report.outcome?.kind to report.cause)
    }

    @Test
    fun `a timeout of coroutines is one`() {
        val timeout = runCatching { runBlocking { withTimeout(1) { kotlinx.coroutines.delay(10_000) } } }.exceptionOrNull()
        assertEquals(NoResponse.TIMEOUT, NoResponse.of(checkNotNull(timeout)))
    }

    @Test
    fun `an exception that only looks like one with a response is an exception`() {
        assertNull(Response.of(IOException(IllegalStateException("404"))))
        val broken = object : org.springframework.web.client.RestClientResponseException("", 404, "", null, null, null) {
            override fun getResponseBodyAsByteArray(): ByteArray = error("of another version")
        }
        assertNull(Response.of(broken))
        assertEquals(NoResponse.OTHER, NoResponse.of(broken))
    }

    private val okHttp = OkHttpClient.Builder().connectTimeout(SHORT).readTimeout(LIMIT).retryOnConnectionFailure(false).build()

    private val simple = SimpleClientHttpRequestFactory().apply {
        setConnectTimeout(SHORT)
        setReadTimeout(LIMIT)
    }

    private val apache
        get() = HttpClients.custom().disableAutomaticRetries().setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create().setDefaultConnectionConfig(
                ConnectionConfig.custom().setConnectTimeout(Timeout.of(SHORT)).setSocketTimeout(Timeout.of(LIMIT)).build(),
            ).build(),
        ).setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.of(LIMIT)).build()).build()

    private fun post(url: String) = ClassicRequestBuilder.post(url).setEntity(BODY, null).build()

    private val netty
        get() = reactor.netty.http.client.HttpClient.create(ConnectionProvider.newConnection())
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, SHORT.toMillis().toInt()).disableRetry(true)

    private fun web(netty: reactor.netty.http.client.HttpClient, url: String): Int = checkNotNull(
        WebClient.builder().clientConnector(ReactorClientHttpConnector(netty)).build().post().uri(url).bodyValue(BODY).retrieve()
            .toEntity(ByteArray::class.java).block(),
    ).statusCode.value()

    private fun ktor(engine: HttpClientEngineFactory<HttpClientEngineConfig>, url: String): Int = runBlocking {
        val client = io.ktor.client.HttpClient(engine) {
            install(HttpTimeout) {
                connectTimeoutMillis = SHORT.toMillis()
                requestTimeoutMillis = LIMIT.toMillis()
            }
        }
        client.use {
            val response = it.post(url) { setBody(ByteArrayContent(BODY)) }
            response.bodyAsBytes()
            Response(response.status.value, response.headers.toMap()).status
        }
    }

    private fun kindOf(send: () -> Unit): NoResponse? = runCatching(send).exceptionOrNull()?.let(NoResponse::of)

    /** Calls with the URL of a server that reads a request, writes a response, and closes. */
    private fun <T> served(answer: (java.io.OutputStream) -> Unit, call: (String) -> T): T =
        ServerSocket(0, 50, InetAddress.getLoopbackAddress()).use { server ->
            thread(isDaemon = true) {
                runCatching {
                    while (true) {
                        val socket = server.accept()
                        thread(isDaemon = true) {
                            runCatching {
                                socket.use {
                                    val input = socket.getInputStream()
                                    var read = ""
                                    while (!read.endsWith("\r\n\r\nbody")) read += input.read().also { check(it >= 0) }.toChar()
                                    answer(socket.getOutputStream())
                                }
                            }
                        }
                    }
                }
            }
            call("http://127.0.0.1:${server.localPort}/")
        }

    private companion object {
        val SHORT: Duration = Duration.ofMillis(300)
        val LIMIT: Duration = Duration.ofMillis(700)
        val BODY = "body".toByteArray()
    }
}
