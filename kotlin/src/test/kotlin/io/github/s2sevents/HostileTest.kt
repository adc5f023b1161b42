package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.lang.reflect.Proxy
import java.math.BigDecimal
import java.time.Instant
import java.time.temporal.Temporal
import java.util.concurrent.CancellationException

/** What Java, unchecked casts and reflection-based mappers can put into events: each has its issues, and takes nothing from the others. */
@Suppress("UNCHECKED_CAST")
class HostileTest {
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
    private val inApp = MetrixInApp(MetrixInAppConfig(appId = "app", devKey = "key"))
    private val metrix = Metrix(MetrixConfig(appId = "app", apiKey = "key"))
    private val event = AdjustEvent(eventToken = "f0ob4r", adid = "18546f6171f67e29d1cb983322ad1329")
    private val now = Instant.parse("2026-11-20T12:00:00Z")

    private class Thrown : RuntimeException()

    private class Throwing : AbstractMap<String, String>() {
        override val entries: Set<Map.Entry<String, String>> get() = throw Thrown()
    }

    /** Changes whenever it is read, as one that another thread writes to. */
    private class Changing : AbstractMap<String, String>() {
        override val entries: Set<Map.Entry<String, String>>
            get() = LinkedHashMap(mapOf("a" to "1", "b" to "2")).let { map ->
                object : AbstractSet<Map.Entry<String, String>>() {
                    override val size get() = map.size

                    override fun iterator() = map.entries.iterator().also { map["c"] = "3" }
                }
            }
    }

    private class Wordless : Number() {
        override fun toString(): String = throw Thrown()

        override fun toByte() = 0.toByte()

        override fun toDouble() = 0.0

        override fun toFloat() = 0f

        override fun toInt() = 0

        override fun toLong() = 0L

        override fun toShort() = 0.toShort()
    }

    private fun texts(vararg members: Pair<Any?, Any?>) = linkedMapOf(*members) as Map<String, String>

    private val typed: List<Pair<AdjustEvent, Set<Pair<String, String>>>> = listOf(
        event.copy(callbackParams = texts("order" to null)) to setOf("/callbackParams/order" to "null_value"),
        event.copy(callbackParams = texts(null to "x")) to setOf("/callbackParams" to "null_value"),
        event.copy(partnerParams = texts(1 to "x", "a" to 1, "b" to listOf("x"), "c/d~" to true)) to setOf(
            "/partnerParams" to "wrong_type", "/partnerParams/a" to "wrong_type", "/partnerParams/b" to "wrong_type",
            "/partnerParams/c~1d~0" to "wrong_type",
        ),
        event.copy(callbackParams = Throwing()) to setOf("/callbackParams" to "wrong_type"),
        event.copy(callbackParams = Changing()) to setOf("/callbackParams" to "wrong_type"),
        event.copy(callbackParams = texts("a\ud83d" to "x", "b" to "\ude00", "c" to "\ud83d\ude00")) to
            setOf("/callbackParams" to "invalid_unicode", "/callbackParams/b" to "invalid_unicode"),
        event.copy(revenue = Double.NaN, currency = "USD") to setOf("/revenue" to "not_finite"),
        event.copy(revenue = Double.NEGATIVE_INFINITY, currency = "USD") to setOf("/revenue" to "not_finite"),
        event.copy(revenue = BigDecimal("1E+999999999"), currency = "USD") to setOf("/revenue" to "too_many_digits"),
        event.copy(revenue = DecimalText("1\ud83d"), currency = "USD") to setOf("/revenue" to "invalid_unicode"),
        event.copy(revenue = Wordless(), currency = "USD") to setOf("/revenue" to "wrong_type"),
        event.copy(createdAt = TimeText("\ud83d")) to setOf("/createdAt" to "invalid_unicode"),
        event.copy(createdAt = UnixMillis(DecimalText("\ud83d"))) to setOf("/createdAt" to "invalid_unicode"),
        // Everything that is wrong is reported at once, also what is not hostile.
        event.copy(eventToken = null, currency = "EURO", deviceName = "\ud83d", callbackParams = texts("a" to null)) to setOf(
            "/eventToken" to "missing", "/currency" to "invalid_currency", "/deviceName" to "invalid_unicode",
            "/callbackParams/a" to "null_value",
        ),
    )

    @TestFactory
    fun `one bad event has its issues, and the others are built`(): List<DynamicTest> = typed.mapIndexed { position, (bad, issues) ->
        dynamicTest("$position: $issues") {
            val results = adjust.buildMany(listOf(event, bad, event), now)
            assertEquals(listOf(true, false, true), results.map { it is BuildResult.Success })
            assertEquals(issues, codes(results[1]))
            assertEquals(adjust.event(event, now), results[2].orThrow())
            assertEquals(issues, codes(BuildResult.Failure(thrown { adjust.event(bad, now) })))
        }
    }

    @Test
    fun `all bad events of a batch have their issues, across crossings`() {
        val results = adjust.buildMany(List(2_500) { if (it % 2 == 0) event else typed[it / 2 % typed.size].first }, now)
        results.forEachIndexed { position, result ->
            val expected = if (position % 2 == 0) emptySet() else typed[position / 2 % typed.size].second
            assertEquals(expected, codes(result), "$position")
        }
    }

    @Test
    fun `half of a surrogate pair is at its field, in every text of every event`() {
        for (field in AdjustEvent::class.java.declaredFields.filter { it.type == String::class.java }) {
            val bad = event.copy().also {
                field.isAccessible = true
                field.set(it, "x\ud83d")
            }
            assertEquals("invalid_unicode", codes(adjust.buildMany(listOf(bad), now).single()).toMap()["/${field.name}"], field.name)
        }
        val config = assertThrows(ConfigException::class.java) { Adjust(AdjustConfig(appToken = "abc", authToken = "\ud83d")) }
        assertEquals(setOf("/authToken" to "invalid_unicode"), codes(BuildResult.Failure(config.issues)))
        assertEquals(listOf("/app_token"), thrownConfig("""{"provider":"adjust","app_token":"\ud83d"}"""))
    }

    private fun thrownConfig(json: String) = assertThrows(ConfigException::class.java) { Destination(json) }.issues.map { it.path }

    @Test
    fun `an event that is none, and one of another class`() {
        val events = listOf(event, null, "text", event) as List<AdjustEvent>
        val results = adjust.buildMany(events, now)
        assertEquals(listOf(emptySet(), setOf("" to "null_value"), setOf("" to "wrong_type"), emptySet()), results.map(::codes))
        val texts = listOf("{}".toByteArray(), null, "text", byteArrayOf(-1)) as List<ByteArray>
        val dynamic = Destination("""{"provider":"adjust","app_token":"4w565xzmb54d"}""").buildMany(texts, now)
        assertEquals(setOf("" to "null_value"), codes(dynamic[1]))
        assertEquals(setOf("" to "wrong_type"), codes(dynamic[2]))
        assertEquals(listOf(false, false, false, false), dynamic.map { it is BuildResult.Success })
        val inAppEvents = inApp.buildMany(listOf(null) as List<MetrixInAppEvent>)
        assertEquals(setOf("" to "null_value"), codes(inAppEvents.single()))
    }

    @Test
    fun `attributes of every kind`() {
        val ring = mutableListOf<JsonValue>()
        repeat(2) { ring += JsonValue.Array(ring) }
        val members = linkedMapOf(
            "ok" to JsonValue.of(1), "null" to null, "text" to "plain", "number" to JsonValue.Number("NaN"),
            "items" to JsonValue.Array(listOf(JsonValue.Null, null, "x") as List<JsonValue>),
            "members" to
                JsonValue.Object(mapOf("a" to null, null to JsonValue.Null, "b" to JsonValue.Text("\ud83d")) as Map<String, JsonValue>),
            "ring" to JsonValue.Array(ring), "throws" to JsonValue.Object(Throwing() as Map<String, JsonValue>),
        ) as Map<String, JsonValue>
        val action = MetrixAction(customUserId = "u", time = now, name = "aewqd", attributes = members)
        val expected = setOf(
            "/attributes/null" to "null_value", "/attributes/text" to "wrong_type", "/attributes/number" to "not_finite",
            "/attributes/items/1" to "null_value", "/attributes/items/2" to "wrong_type", "/attributes/members/a" to "null_value",
            "/attributes/members" to "null_value", "/attributes/members/b" to "invalid_unicode", "/attributes/throws" to "wrong_type",
        )
        assertEquals(expected, codes(BuildResult.Failure(thrown { metrix.action(action) })).filterNot { it.second == "too_deep" }.toSet())
        val deep = action.copy(attributes = mapOf("ring" to JsonValue.Array(ring)))
        assertEquals(listOf("too_deep"), thrown { metrix.action(deep) }.map { it.code })
    }

    @Test
    fun `messages of every kind`() {
        val action = MetrixAction(time = now, name = "aewqd")
        val messages = listOf(
            MetrixMessage.Action(action), null, "text",
            MetrixMessage.Action(action.copy(attributes = mapOf("a" to null) as Map<String, JsonValue>)),
            MetrixMessage.Action(action.copy(name = "\ud83d")),
        ) as List<MetrixMessage>
        val issues = codes(BuildResult.Failure(thrown { metrix.messages(MetrixIdentity(customUserId = "\ud83d"), messages) }))
        val expected = setOf(
            "/identity/customUserId" to "invalid_unicode", "/messages/1" to "null_value", "/messages/2" to "wrong_type",
            "/messages/3/attributes/a" to "null_value", "/messages/4/name" to "invalid_unicode",
        )
        assertEquals(expected, issues intersect expected, "$issues")
    }

    @Test
    fun `half of a surrogate pair in a JSON text is at its place, and never becomes another text`() {
        val destination = Destination("""{"provider":"adjust","app_token":"4w565xzmb54d"}""")
        fun codesOf(json: String) = codes(BuildResult.Failure(thrown { destination.build(json, now) }))
        val begin = """{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329","""
        assertEquals(setOf("/device_name" to "invalid_unicode"), codesOf("""$begin"device_name":"\ud83d"}""".replace("\\ud83d", "\ud83d")))
        assertEquals(setOf("" to "invalid_json"), codesOf("$begin\"device_name\":\"\\\ud83d\"}"))
        assertEquals(setOf("/device_name" to "invalid_unicode"), codesOf("$begin\"device_name\":\"\\\\\ud83d\"}"))
        assertEquals(setOf("" to "invalid_json"), codesOf("\ud83d"))
    }

    @Test
    fun `ids that are none are an issue of their message`() {
        val action = MetrixAction(customUserId = "u", time = now, name = "aewqd")
        for (id in listOf("\ud83d", null)) {
            val newId = Proxy.newProxyInstance(javaClass.classLoader, arrayOf(NewId::class.java)) { _, _, _ -> id } as NewId
            assertEquals(listOf("/id"), thrown { metrix.action(action, newId) }.map { it.path })
        }
    }

    @Test
    fun `a caller that gives up is no fault of an event`() {
        val cancelled = object : AbstractMap<String, String>() {
            override val entries: Set<Map.Entry<String, String>> get() = throw CancellationException()
        }
        assertThrows(CancellationException::class.java) { adjust.buildMany(listOf(event.copy(callbackParams = cancelled)), now) }
    }

    @Test
    fun `settings with nulls are refused by their path`() {
        val providers = linkedMapOf("adjust" to null, null to DeliveryLimits(), "a/b" to 1) as Map<String, DeliveryLimits>
        val refused = assertThrows(ConfigException::class.java) { Delivery(DeliveryConfig(providers = providers)) }
        val expected = setOf("/providers/adjust" to "null_value", "/providers" to "null_value", "/providers/a~1b" to "wrong_type")
        assertEquals(expected, codes(BuildResult.Failure(refused.issues)))
    }

    @Test
    fun `JSON of what Kotlin has loses nothing and invents nothing`() {
        assertEquals(JsonValue.of(listOf(1, 2)), JsonValue.of(intArrayOf(1, 2)))
        assertThrows(IllegalArgumentException::class.java) { JsonValue.of(mapOf(null to 1)) }
        assertThrows(IllegalArgumentException::class.java) { JsonValue.of(mapOf(1 to "a", "1" to "b")) }
    }

    @Test
    fun `a time that throws is told at its field`() {
        val bad = object : Temporal by now {
            override fun toString(): String = throw Thrown()
        }
        val issues = thrown { adjust.event(event.copy(createdAt = bad), now) }
        assertEquals(listOf("/createdAt" to "wrong_type"), issues.map { it.path to it.code })
    }

    private fun thrown(build: () -> Unit): List<Issue> = assertThrows(ValidationException::class.java) { build() }.issues

    private fun codes(result: BuildResult): Set<Pair<String, String>> =
        (result as? BuildResult.Failure)?.issues.orEmpty().map { it.path to it.code }.toSet()
}
