package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.IOException
import java.math.BigDecimal
import java.net.ConnectException
import java.net.SocketTimeoutException
import java.nio.charset.CharacterCodingException
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.OffsetDateTime
import java.util.concurrent.CancellationException
import javax.net.ssl.SSLHandshakeException

/** The values of Kotlin and Java that fields take. */
class ValuesTest {
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
    private val event = AdjustEvent(eventToken = "f0ob4r", adid = "18546f6171f67e29d1cb983322ad1329")
    private val now = Instant.parse("2026-11-20T12:00:00Z")

    private fun sent(event: AdjustEvent): String = adjust.event(event, now).body.decodeToString()

    private fun refused(event: AdjustEvent): List<Pair<String, String>> =
        assertThrows(ValidationException::class.java) { adjust.event(event, now) }.issues.map { it.path to it.code }

    @Test
    fun `money is exact, whatever counts it`() {
        for (amount in listOf(BigDecimal("19.990"), 19.99, DecimalText("19.99"))) {
            assertTrue("&revenue=19.99&" in sent(event.copy(revenue = amount, currency = "USD")))
        }
        assertTrue("&revenue=1000&" in sent(event.copy(revenue = BigDecimal("1E+3"), currency = "USD")))
        assertTrue("&revenue=5&" in sent(event.copy(revenue = 5, currency = "USD")))
        assertEquals(listOf("/revenue" to "too_many_digits"), refused(event.copy(revenue = HUGE, currency = "USD")))
        assertEquals(listOf("/revenue" to "not_finite"), refused(event.copy(revenue = Double.NaN, currency = "USD")))
    }

    @Test
    fun `a text keeps its question marks, and half of a surrogate pair is none, wherever it is`() {
        for (length in 1..20) {
            for (place in 0 until length) {
                fun with(mark: String) = "~".repeat(place) + mark + "~".repeat(length - place - 1)
                assertEquals(with("?"), String(utf8Of(with("?")), Charsets.UTF_8))
                assertThrows(CharacterCodingException::class.java) { utf8Of(with("\ud800")) }
            }
        }
    }

    @Test
    fun `the noise of a binary float is a warning, and nothing else is`() {
        fun codes(request: Request) = request.warnings.map { it.path to it.code }
        fun paid(revenue: Number) = event.copy(revenue = revenue, currency = "USD")
        fun warnings(revenue: Number) = codes(adjust.event(paid(revenue), now))
        val noise = listOf("/revenue" to "float_noise")
        assertEquals(noise, warnings(0.1 + 0.2))
        assertEquals(noise, codes(adjust.buildMany(listOf(paid(0.1 + 0.2)), now).single().orThrow()))
        for (exact in listOf(19.99, 19.99f, 1e9, 5, BigDecimal("0.30000000000000004"), DecimalText("0.30000000000000004"))) {
            assertEquals(emptyList<Any>(), warnings(exact), "${exact.javaClass}")
        }
        val destination = Destination("""{"provider":"adjust","app_token":"4w565xzmb54d"}""")
        val adid = "18546f6171f67e29d1cb983322ad1329"
        val begin = """{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"$adid","currency":"USD""""
        fun dynamic(revenue: String) = codes(destination.build("""$begin,"revenue":$revenue}""", now))
        assertEquals(noise, dynamic("0.30000000000000004"))
        assertEquals(emptyList<Any>(), dynamic("\"0.30000000000000004\""))
    }

    @Test
    fun `an issue has the address of its documentation`() {
        val refused = assertThrows(ValidationException::class.java) { adjust.event(event.copy(eventToken = ""), now) }
        assertEquals(listOf("https://s2s-events.github.io/s2s-events/issue-codes/#empty"), refused.issues.map { it.url })
    }

    @Test
    fun `times of every class are one time`() {
        val times = listOf(
            Instant.parse("2026-11-20T10:00:00Z"), OffsetDateTime.parse("2026-11-20T13:30:00+03:30"), UnixMillis(1_795_168_800_000),
            TimeText("2026-11-20T10:00:00Z"), OffsetDateTime.parse("2026-11-20T10:00:00Z").toZonedDateTime(),
        )
        for (time in times) assertTrue("&created_at_unix=1795168800&" in sent(event.copy(createdAt = time)), "${time.javaClass}")
        val local = LocalDateTime.parse("2026-11-20T10:00")
        assertEquals(listOf("/createdAt" to "time_without_offset"), refused(event.copy(createdAt = local)))
        assertEquals(listOf("/createdAt" to "time_unit"), refused(event.copy(createdAt = UnixMillis(1_795_168_800))))
        assertEquals(listOf("/createdAt" to "out_of_range"), refused(event.copy(createdAt = Instant.MAX)))
        val metrix = Metrix(MetrixConfig(appId = "app", apiKey = "key"))
        val user = MetrixUser(customUserId = "u", time = now, birthday = LocalDate.parse("1990-05-17"))
        assertTrue("642902400000" in metrix.user(user).body.decodeToString())
    }

    @Test
    fun `maps keep their order`() {
        val sent = sent(event.copy(callbackParams = linkedMapOf("z" to "1", "a" to "2", "m" to "3")))
        assertTrue("callback_params=%7B%22z%22%3A%221%22%2C%22a%22%3A%222%22%2C%22m%22%3A%223%22%7D" in sent)
    }

    @Test
    fun `half of a surrogate pair is an issue, in typed events and in JSON`() {
        assertEquals(listOf("/deviceName" to "invalid_unicode"), refused(event.copy(deviceName = "\ud83d")))
        val destination = Destination("""{"provider":"adjust","app_token":"4w565xzmb54d"}""")
        assertThrows(ValidationException::class.java) { destination.build("{\"a\":\"\ud83d\"}") }
        assertThrows(ConfigException::class.java) { Destination("\ud83d") }
        assertThrows(ConfigException::class.java) { Adjust(AdjustConfig(appToken = "\ud83d")) }
        assertThrows(ConfigException::class.java) { Adjust(AdjustConfig(appToken = "4w565xzmb54d", authToken = "\ud83d")) }
        assertNull(JsonValue.parse("\"\ud83d\""))
    }

    @Test
    fun `half of a surrogate pair in an answer takes nothing from its meaning`() {
        val outcome = adjust.interpret(null, 200, mapOf("x\ud83d" to listOf("\ud83d")), "OK".toByteArray())
        assertEquals("delivered", outcome.kind)
    }

    @Test
    fun `nothing that can be printed throws`() {
        val printed = listOf(
            AdjustEvent(deviceName = "\ud83d", revenue = DecimalText("\ud83d"), createdAt = TimeText("\ud83d")),
            AdjustEvent(callbackParams = mapOf("\ud83d" to "\ud83d")),
            AdjustConfig(appToken = "\ud83d", authToken = "\ud83d"),
            MetrixAction(attributes = mapOf("\ud83d" to JsonValue.Text("\ud83d"))),
            MetrixMessage.User(MetrixUser(email = "\ud83d")),
        ).map { it.toString() }
        assertEquals(listOf("AdjustEvent(…)", "AdjustEvent(…)", "AdjustConfig(…)", "MetrixAction(…)", "User(…)"), printed)
    }

    @Test
    fun `what is nested too deep is an issue`() {
        var deep: JsonValue = JsonValue.Null
        repeat(5_000) { deep = JsonValue.Array(listOf(deep)) }
        val metrix = Metrix(MetrixConfig(appId = "app", apiKey = "key"))
        val action = MetrixAction(customUserId = "u", time = now, name = "aewqd", attributes = mapOf("a" to deep))
        val refused = assertThrows(ValidationException::class.java) { metrix.action(action) }
        assertEquals(listOf("too_deep"), refused.issues.map { it.code })
        val ring = mutableListOf<Any?>().apply { add(this) }
        assertThrows(IllegalArgumentException::class.java) { JsonValue.of(ring) }
    }

    @Test
    fun `large events cross, too`() {
        val params = (1..2_000).associate { "key-$it" to "value ".repeat(20) }
        assertTrue("key-2000" in sent(event.copy(callbackParams = params)))
    }

    @Test
    fun `exceptions tell what is known of the request`() {
        val kinds = mapOf(
            ConnectException() to NoResponse.CONNECT, SSLHandshakeException("") to NoResponse.TLS,
            SocketTimeoutException() to NoResponse.TIMEOUT, IOException() to NoResponse.CLOSED,
            IOException(ConnectException()) to NoResponse.CONNECT, CancellationException() to NoResponse.CANCELLED,
            InterruptedException() to NoResponse.CANCELLED, IllegalStateException() to NoResponse.OTHER,
            RuntimeException(IOException()) to NoResponse.CLOSED,
        )
        for ((exception, kind) in kinds) assertEquals(kind, NoResponse.of(exception), "$exception")
    }

    @Test
    fun `requests are compared by what they are`() {
        val request = adjust.event(event, now)
        assertEquals(request, adjust.event(event, now))
        assertEquals(request.hashCode(), adjust.event(event, now).hashCode())
        assertFalse(request == adjust.event(event.copy(eventToken = "abc123"), now))
        request.body.fill(0)
        assertTrue(request.body.decodeToString().startsWith("s2s=1"))
    }

    @Test
    fun `a map may build something while it is read`() {
        val computed = object : AbstractMap<String, String>() {
            override val entries get() = mapOf("other" to adjust.event(event, now).method).entries
        }
        assertTrue("callback_params=%7B%22other%22%3A%22POST%22%7D" in sent(event.copy(callbackParams = computed)))
    }

    @Test
    fun `more events than cross at once are answered in their order, too`() {
        val many = List(2_000) { event.copy(eventToken = "token$it") }
        val bodies = adjust.buildMany(many, now).map { it.orThrow().body.decodeToString() }
        assertEquals(many.map { true }, bodies.mapIndexed { position, body -> "event_token=token$position&" in body })
    }

    @Test
    fun `many events are answered in their order`() {
        val results = adjust.buildMany(listOf(event, event.copy(eventToken = null), event), now)
        assertEquals(listOf(true, false, true), results.map { it is BuildResult.Success })
        assertEquals(listOf("/eventToken"), (results[1] as BuildResult.Failure).issues.map { it.path })
    }

    private companion object {
        /** Some gigabytes, if it were written out. */
        val HUGE = BigDecimal("1E+999999999")
    }
}
