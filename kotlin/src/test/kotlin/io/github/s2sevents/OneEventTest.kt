package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.math.BigDecimal
import java.time.Instant

/** Every case of `vectors/one_event/` in the JSON form, those that types can hold through the typed API, too; and what is left of the API. */
class OneEventTest {
    @Test
    fun `no case is skipped by mistake`() {
        assertEquals(Vectors.NEUTRAL_COUNTS["cases"].toString().toInt(), Vectors.NEUTRAL.map { it.name }.toSet().size)
        assertEquals(Vectors.NEUTRAL.size, Vectors.NEUTRAL.map { it.name }.toSet().size)
        val untyped = Vectors.NEUTRAL.filter { "event" in it && !isTyped(it) }
        assertEquals(UNTYPED, untyped.size, untyped.joinToString("\n") { it.name })
    }

    @TestFactory
    fun json(): List<DynamicTest> = Vectors.NEUTRAL.map { case ->
        dynamicTest(case.name) {
            if ("config_issues" in case) {
                val refused = assertThrows(ConfigException::class.java) { opened(case.objectAt("config")) }
                assertEquals(case.issues("config_issues"), codes(refused.issues))
            } else {
                val destinations = opened(case.objectAt("config"))
                check(case, destinations, { it }) { destinations.explain(case.text, checkNotNull(case.time("now")), case.newId) }
            }
        }
    }

    @TestFactory
    fun typed(): List<DynamicTest> = Vectors.NEUTRAL.filter { "event" in it && isTyped(it) }.map { case ->
        dynamicTest(case.name) {
            val only = case.objectAt("event")["destinations"] as List<*>?
            val destinations = Destinations(typed(case.objectAt("config")))
            check(case, destinations, ::typedPath) {
                val parts = destinations.fanOut(eventOf(case), checkNotNull(case.time("now")), case.newId)
                val explained = destinations.explain(eventOf(case), checkNotNull(case.time("now")), case.newId)
                assertEquals(parts, explained.map { it.part })
                explained.filter { only == null || it.part.destination in only }
            }
        }
    }

    private fun check(case: Case, destinations: Destinations, path: (String) -> String, explain: () -> List<Explained>) {
        fun set(issues: Any?): Set<Pair<String, String>> = (issues as List<*>?).orEmpty().map { it.asObject() }
            .map { path(it["path"] as String) to it["code"] as String }.toSet()
        if ("issues" in case) {
            val refused = assertThrows(ValidationException::class.java) { explain() }
            assertEquals(set(case["issues"]), codes(refused.issues))
            return
        }
        val results = case.objectAt("results")
        val parts = explain().associate { it.part.destination.removePrefix("destination.") to it.part }
        assertEquals(results.keys, parts.keys)
        for ((name, part) in parts) {
            val expected = results[name].asObject()
            when (part) {
                is Part.Skipped -> assertEquals(mapOf("skipped" to true), expected, name)
                is Part.Refused -> assertEquals(set(expected.getValue("issues")), codes(part.issues), name)
                is Part.Built -> {
                    val client = checkNotNull(destinations[part.destination])
                    assertEquals(part.provider, client.provider)
                    assertEquals(plain(own(case, expected, client)), plain(part.request), name)
                    assertEquals(set(expected["warnings"]), codes(part.request.warnings), name)
                }
            }
        }
    }

    /** The request of the provider's own event. */
    private fun own(case: Case, expected: Map<String, Any?>, client: Destination): Request {
        val now = checkNotNull(case.time("now"))
        val event = expected["event"] ?: return client.messages(
            Json.write(expected.getValue("identity")), Json.write(expected.getValue("messages")), now, null,
        )
        return client.build(Json.write(event), now, null)
    }

    private fun plain(request: Request): List<Any> = listOf(request.method, request.url, request.headers, request.body.decodeToString())

    private fun codes(issues: List<Issue>): Set<Pair<String, String>> = issues.map { it.path to it.code }.toSet()

    @Test
    fun `typed destinations report all of their issues at once`() {
        val wrong = assertThrows(ConfigException::class.java) {
            Destinations(
                DestinationConfig(AdjustConfig(), mapOf(EventName.REFUND to EventTarget("f0ob4r", "event"))),
                DestinationConfig(GA4, mapping = EventMapping(orderId = "order", ignore = listOf("/delivery"))),
                DestinationConfig(GA4),
                DestinationConfig(GA4, mapping = EventMapping(userId = "user"), name = "eu"),
                DestinationConfig(AdjustConfig(appToken = "4w565xzmb54d"), name = "eu"),
                DestinationConfig(METRIX, mapOf(EventName.SIGN_UP to EventTarget("x", "user"))),
            )
        }
        val expected = setOf(
            "/0/config/appToken" to "missing",
            "/1/mapping/ignore/0" to "unknown_field",
            "/2/name" to "duplicate_key",
            "/3/mapping/userId" to "conflict",
            "/4/name" to "duplicate_key",
            "/5/events/sign_up/kind" to "unknown_kind",
        )
        assertEquals(expected, codes(wrong.issues))
    }

    @Test
    fun `what cannot be read is an issue of its destination`() {
        val broken = DestinationConfig(AdjustConfig(appToken = "4w565xzmb54d"), mapOf(EventName.PURCHASE to EventTarget("\ud800")))
        val wrong = assertThrows(ConfigException::class.java) { Destinations(DestinationConfig(GA4), broken) }
        assertEquals(setOf("/1" to "invalid_unicode"), codes(wrong.issues))
        val json = assertThrows(ConfigException::class.java) { Destinations("""{"adjust":{"app_token":"${'\ud800'}"}}""") }
        assertEquals(setOf("/adjust/app_token" to "invalid_unicode"), codes(json.issues))
        assertThrows(ConfigException::class.java) { Destinations("[") }
    }

    @Test
    fun `what cannot be read is an issue of its event`() {
        DESTINATIONS.run {
            val event = PURCHASE.copy(user = EventUser(firstName = "\ud800"), params = mapOf("a_b" to JsonValue.Text("\udc00")))
            val refused = assertThrows(ValidationException::class.java) { fanOut(event, NOW) }
            assertEquals(setOf("/user/firstName" to "invalid_unicode", "/params/a_b" to "invalid_unicode"), codes(refused.issues))
            val json = assertThrows(ValidationException::class.java) { fanOut("""{"event":"purchase","name":"${'\ud800'}"}""", NOW) }
            assertEquals(setOf("/name" to "invalid_unicode"), codes(json.issues))
            val text = assertThrows(ValidationException::class.java) { fanOut("{", NOW) }
            assertEquals(setOf("" to "invalid_json"), codes(text.issues))
        }
    }

    @Test
    fun `each destination has a part, and a client by its label`() {
        assertEquals(listOf("adjust", "ga4", "eu", "destination.meta"), DESTINATIONS.labels)
        val parts = DESTINATIONS.fanOut(PURCHASE, NOW)
        assertEquals(DESTINATIONS.labels, parts.map { it.destination })
        assertEquals(listOf("adjust", "ga4", "metrix", "adjust"), parts.map { it.provider })
        assertEquals(
            "[Part(adjust: built), Part(ga4: refused, missing), Part(eu: built), Part(destination.meta: skipped)]",
            parts.toString(),
        )
        DESTINATIONS.labels.zip(parts).forEach { (label, part) ->
            checkNotNull(DESTINATIONS[label]).use { assertEquals(part.provider, it.provider) }
        }
        assertNull(DESTINATIONS["meta"])
        assertNull(DESTINATIONS["\ud800"])
        val adjust = parts[0] as Part.Built
        val body = adjust.request.body.decodeToString()
        assertTrue("event_token=f0ob4r" in body && "revenue=19.99" in body, body)
    }

    @Test
    fun `a client outlives its destinations, and closed ones say so`() {
        val destinations = Destinations(DestinationConfig(GA4))
        val client = checkNotNull(destinations["ga4"])
        destinations.close()
        assertEquals("ga4", client.provider)
        assertEquals("retry_later", client.interpret(NoResponse.CONNECT).kind)
        val closed = assertThrows(IllegalStateException::class.java) { destinations.fanOut(PURCHASE, NOW) }
        assertEquals("the set of destinations is closed", closed.message)
    }

    @Test
    fun `an id is the same at all destinations`() {
        val destinations = Destinations(DestinationConfig(METRIX), DestinationConfig(METRIX, name = "eu"))
        val event = PURCHASE.copy(id = null, user = EventUser(id = "u-1", email = "a@example.com"))
        fun ids(newId: NewId?) = destinations.fanOut(event, NOW, newId).map { (it as Part.Built).request.messageIds }
        var count = 0
        val made = ids { "id-${count++}" }
        assertEquals(listOf(listOf("id-0", "id-1"), listOf("id-0", "id-2")), made)
        val random = ids(NewId.RANDOM)
        assertEquals(random[0][0], random[1][0])
        assertNotEquals(random[0][1], random[1][1])
        val refused = destinations.fanOut(event, NOW, null).map { codes((it as Part.Refused).issues) }
        // The message with the user's profile, which has no id either, is no field of the event.
        assertEquals(List(2) { setOf("/id" to "missing", "" to "missing") }, refused)
    }

    @Test
    fun `rows say where fields go, and hold no value`() {
        val typed = DESTINATIONS.explain(PURCHASE, NOW)[1].rows
        assertTrue(Row("/orderId", "/transaction_id", Row.How.PLAIN, true) in typed, "$typed")
        assertTrue(Row("/user/sha256Email", "/user_data/sha256_email_address/0", Row.How.PLAIN, false) in typed, "$typed")
        val json = DESTINATIONS.explain("""{"event":"purchase","value":1,"currency":"USD","destinations":["eu"]}""", NOW).single()
        assertEquals("Part(eu: refused, missing_one_of, missing)", json.part.toString())
        assertTrue(Row("/order_id", "/messages/0/order_id", Row.How.PLAIN, false) in json.rows, "${json.rows}")
        assertEquals(emptyList<Row>(), DESTINATIONS.explain(PURCHASE, NOW).last().rows)
    }

    @Test
    fun `all parts of an event are submitted, or none`() {
        val parts = DESTINATIONS.fanOut(PURCHASE, NOW)
        val delivery = Delivery()
        val accepted = Accepted(isDated = false)
        val submitted = DESTINATIONS.labels.zip(listOf(accepted, null, accepted, null), ::SubmittedPart)
        assertEquals(submitted, delivery.submitParts("A-1", parts, NOW))
        delivery.submit("A-2/eu", (parts[2] as Part.Built).request, now = NOW)
        val refused = assertThrows(RefusedException::class.java) { delivery.submitParts("A-2", parts, NOW) }
        assertEquals(Refused.ID_IN_USE to "eu", refused.reason to refused.destination)
        assertEquals(3L, delivery.stats().pending)
        assertThrows(RefusedException::class.java) { delivery.submitParts("", parts, NOW) }
        val half = assertThrows(ValidationException::class.java) { delivery.submitParts("\ud800", parts, NOW) }
        assertEquals(setOf("" to "invalid_unicode"), codes(half.issues))
        delivery.giveUpAll(NOW)
        val reports = delivery.takeReports().map { it.id to it.destination }.toSet()
        assertEquals(setOf("A-1/adjust" to "adjust", "A-1/eu" to "eu", "A-2/eu" to "metrix"), reports)
    }

    private companion object {
        /** Number of cases whose event types cannot hold. */
        const val UNTYPED = 28

        val NOW: Instant = Instant.parse("2026-11-20T12:00:00Z")
        val GA4 = Ga4Config(measurementId = "G-PSW1MY7HB4", apiSecret = "secret", missingSession = Ga4MissingSession.IGNORE)
        val METRIX = MetrixConfig(appId = "app", apiKey = "key")
        val PURCHASE = Event(
            event = EventName.PURCHASE,
            id = "e-1",
            time = NOW,
            value = BigDecimal("19.99"),
            currency = "USD",
            orderId = "A-1",
            user = EventUser(id = "u-1"),
            ids = EventIds(adjustAdid = "18546f6171f67e29d1cb983322ad1329"),
        )
        val DESTINATIONS = Destinations(
            DestinationConfig(
                AdjustConfig(appToken = "4w565xzmb54d"),
                mapOf(EventName.PURCHASE to EventTarget("f0ob4r")),
                EventMapping(ignore = listOf("/id"), orderId = "order", userId = "user"),
            ),
            DestinationConfig(GA4, mapping = EventMapping(ignore = listOf("/id"))),
            DestinationConfig(METRIX, name = "eu"),
            DestinationConfig(AdjustConfig(appToken = "4w565xzmb54d"), mapOf(EventName.PURCHASE to EventTarget.SKIP), name = "meta"),
        )

        val opened = mutableMapOf<Map<String, Any?>, Destinations>()

        fun opened(config: Map<String, Any?>): Destinations = opened.getOrPut(config) { Destinations(Json.write(config)) }

        fun typed(config: Map<String, Any?>): List<DestinationConfig> {
            val named = config["destination"]?.asObject().orEmpty()
            val own = (config - "destination").map { (provider, table) -> typed(provider, table.asObject(), null) }
            return own + named.map { (name, table) -> table.asObject().let { typed(it["provider"] as String, it - "provider", name) } }
        }

        private fun typed(provider: String, table: Map<String, Any?>, name: String?): DestinationConfig {
            val events = table["events"]?.asObject().orEmpty()
                .entries.associate { (event, target) -> EventName.valueOf(event.uppercase()) to targetOf(target) }
            val mapping = Typed.of<EventMapping>(table["mapping"]?.asObject().orEmpty())
            return TypedProviders.destination(provider, table - setOf("events", "mapping"), events, mapping, name)
        }

        private fun targetOf(target: Any?): EventTarget {
            if (target is String) return EventTarget(target)
            val (name, kind) = listOf("name", "kind").map { target.asObject()[it] as String? }
            return EventTarget(checkNotNull(name), kind)
        }

        fun eventOf(case: Case): Event = Typed.of(case.objectAt("event") - "destinations")

        /** Whether a typed event can say what the case does: it holds no wrong type, and names no destinations. */
        fun isTyped(case: Case): Boolean = case.issues("issues").none { (path, code) ->
            path.startsWith("/destinations") || code in setOf("wrong_type", "invalid_choice", "unknown_field")
        }

        /** The names of fields are in camelCase in the typed API; names of parameters stay. */
        fun typedPath(path: String): String =
            if (path.startsWith("/params/")) path else path.split('/').joinToString("/") { Typed.camelCase(it) }
    }
}
