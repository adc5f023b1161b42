package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource
import java.io.PrintWriter
import java.io.StringWriter
import java.math.BigDecimal
import java.time.temporal.Temporal
import kotlin.reflect.KClass
import kotlin.reflect.KParameter
import kotlin.reflect.full.primaryConstructor

/** No credential and no personal data is in anything that is printed. */
class CanaryTest {
    @ParameterizedTest
    @MethodSource("records")
    fun `configurations and events show nothing`(type: KClass<*>) {
        val constructor = checkNotNull(type.primaryConstructor)
        hides(constructor.callBy(constructor.parameters.filter { canary(it) != null }.associateWith(::canary)))
    }

    @Test
    fun `messages and events of any provider show nothing`() {
        hides(MetrixMessage.User(MetrixUser(email = CANARY)))
        hides(AnyEvent.AdjustEvent(AdjustEvent(imei = CANARY)))
        hides(JsonValue.of(mapOf("a" to listOf(CANARY))))
        hides(JsonMember(CANARY, JsonValue.of(CANARY)))
        hides(NumberForm(CANARY, false))
    }

    @Test
    fun `clients, requests and outcomes show nothing`() {
        for (style in AdjustRequestStyle.entries) {
            val client = Adjust(AdjustConfig(appToken = CANARY, authToken = CANARY, requestStyle = style))
            val request = client.event(AdjustEvent(eventToken = "f0ob4r", externalDeviceId = CANARY))
            listOf(client, request, request.data, request.headers.map { it.first }, BuildResult.Success(request)).forEach(::hides)
            val answer = """{"error":"$CANARY","adid":"$CANARY"}""".toByteArray()
            val outcome = client.interpret(request, 400, mapOf("a" to listOf(CANARY)), answer)
            listOf(outcome, outcome.providerMessage.toString(), outcome.details.values).forEach(::hides)
        }
        val inApp = MetrixInApp(MetrixInAppConfig(appId = CANARY, devKey = CANARY))
        val event = MetrixInAppEvent(metrixUserId = CANARY, metrixSessionId = CANARY, idfa = CANARY, eventSlug = "taqsq")
        hides(inApp.event(event))
        hides(inApp.event(event).warnings)
        assertFalse(CANARY in inApp.event(event).toCurl().substringBefore("--data-raw"))
    }

    @Test
    fun `deliveries and what they say show nothing`() {
        val adjust = Adjust(AdjustConfig(appToken = CANARY, authToken = CANARY))
        val request = adjust.event(AdjustEvent(eventToken = "f0ob4r", externalDeviceId = CANARY))
        val delivery = Delivery(DeliveryConfig(journal = true, providers = mapOf("adjust" to DeliveryLimits(maxInFlight = 1))), once = true)
        delivery.submit(CANARY, request, lane = CANARY)
        listOf(delivery, Driver(delivery, { Response(200, emptyMap()) }), Restored(delivery, 0), delivery.stats()).forEach(::hides)
        hides(assertThrows(RefusedException::class.java) { delivery.submit(CANARY, request) })
        val log = delivery.takeLog()
        assertTrue(CANARY in log.decodeToString())
        hides(assertThrows(LogException::class.java) { Delivery.restore(CANARY.toByteArray()) })
        hides(assertThrows(LogException::class.java) { Delivery.restore(log.also { it[log.size / 4]++ } + log) })
        delivery.logStored()
        delivery.poll()
        delivery.takeLog()
        delivery.logStored()
        val next = delivery.poll() as Next.Send
        listOf(next, next.ticket, next.request).forEach(::hides)
        val response = Response(400, mapOf(CANARY to listOf(CANARY)), """{"error":"$CANARY"}""".toByteArray())
        hides(response)
        delivery.onResponse(next.ticket, response.status, response.headers, response.body)
        delivery.takeLog()
        delivery.logStored()
        val report = delivery.takeReports().single()
        assertEquals(CANARY, report.id)
        hides(report)
        val config = DeliveryConfig(journal = true)
        val run = Delivery(config).also { it.submit(CANARY, request, lane = CANARY) }.run
        hides(run)
        hides(assertThrows(CannotRunException::class.java) { run.begin() })
        run.begin(storage = Storage.APPEND)
        val store = run.next() as Do.Store
        assertTrue(CANARY in store.log.decodeToString())
        hides(store)
        run.stored()
        val send = run.next() as Do.Send
        hides(send)
        run.cancel()
        hides(run.next())
        assertFalse(run.onError(send.ticket, NoResponse.CONNECT, "refused by $CANARY"))
        hides(run.next())
        hides(assertThrows(ValidationException::class.java) { delivery.acknowledge("$CANARY\ud800") })
        val wrong = DeliveryConfig(providers = mapOf("adjust" to DeliveryLimits(maxInFlight = 0)))
        hides(assertThrows(ConfigException::class.java) { Delivery(wrong) })
    }

    @Test
    fun `destinations and what becomes of an event show nothing`() {
        val adjust = AdjustConfig(appToken = CANARY, authToken = CANARY)
        val tokens = mapOf(EventName.PURCHASE to EventTarget(CANARY), EventName.LOGIN to EventTarget.SKIP)
        val ignoring = EventMapping(ignore = listOf("/id", "/user/email", "/user/id", "/params"))
        val configs = listOf(
            DestinationConfig(adjust, tokens, ignoring),
            DestinationConfig(Ga4Config(measurementId = "G-PSW1MY7HB4", apiSecret = CANARY), name = "eu"),
            DestinationConfig(MetaConfig(datasetId = "1234567890", accessToken = CANARY)),
        )
        listOf(configs, EventTarget(CANARY, CANARY), ignoring).forEach(::hides)
        val destinations = Destinations(configs)
        listOf(destinations, destinations["eu"] as Any, destinations.labels).forEach(::hides)
        val event = Event(
            event = EventName.PURCHASE,
            id = CANARY,
            value = BigDecimal("19.99"),
            currency = "USD",
            params = mapOf(CANARY to JsonValue.of(CANARY)),
            user = EventUser(id = CANARY, email = CANARY),
            ids = EventIds(clientId = CANARY, adjustAdid = ADID),
        )
        val parts = destinations.fanOut(event)
        assertTrue(CANARY in (parts[0] as Part.Built).request.body.decodeToString())
        assertTrue(parts.drop(1).all { it is Part.Refused }, "$parts")
        hides(parts)
        destinations.explain(event).forEach { hides(listOf(it, it.part, it.rows)) }
        hides(destinations.fanOut(event.copy(event = EventName.LOGIN)))
        val wrong = listOf(event.copy(currency = null, name = CANARY), event.copy(name = "$CANARY\ud800"))
        wrong.forEach { own -> hides(assertThrows(ValidationException::class.java) { destinations.fanOut(own) }) }
        val json = """{"event":"$CANARY","user":{"email":1}}"""
        hides(assertThrows(ValidationException::class.java) { destinations.fanOut(json) })
        hides(assertThrows(ConfigException::class.java) { Destinations(DestinationConfig(AdjustConfig(appToken = "$CANARY "))) })
        val unknownKind = mapOf(EventName.LOGIN to EventTarget(CANARY, CANARY))
        hides(assertThrows(ConfigException::class.java) { Destinations(DestinationConfig(adjust, unknownKind)) })
        val config = """{"adjust":{"app_token":"$CANARY ","events":{"login":["$CANARY"]}}}"""
        hides(assertThrows(ConfigException::class.java) { Destinations(config) })
    }

    @Test
    fun `exceptions show nothing, and neither do their stack traces`() {
        val client = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
        val wrong = AdjustEvent(
            eventToken = "$CANARY ", idfa = CANARY, currency = CANARY, revenue = DecimalText(CANARY), createdAt = TimeText(CANARY),
            ipAddress = CANARY, osName = CANARY,
        )
        hides(assertThrows(ValidationException::class.java) { client.event(wrong) })
        hides(assertThrows(ConfigException::class.java) { Adjust(AdjustConfig(appToken = "$CANARY ", baseUrl = CANARY)) })
        val json = """{"provider":"adjust","kind":"event","$CANARY":1,"idfa":"$CANARY"}"""
        val refused = assertThrows(ValidationException::class.java) { Destination(CONFIG).build(json.replace("\"$CANARY\":1,", "")) }
        hides(refused)
        hides(assertThrows(ValidationException::class.java) { client.event(AdjustEvent(eventToken = "$CANARY\ud800")) })
        hides(assertThrows(ValidationException::class.java) { Destination(CONFIG).build("$CANARY\ud800") })
    }

    private fun hides(value: Any) {
        assertFalse(CANARY in value.toString(), "toString of ${value.javaClass}")
        if (value is Throwable) {
            val trace = StringWriter().also { value.printStackTrace(PrintWriter(it)) }.toString()
            assertFalse(CANARY in trace, "stack trace of ${value.javaClass}")
            assertFalse(CANARY in value.message.orEmpty(), "message of ${value.javaClass}")
        }
    }

    private companion object {
        const val CANARY = "k4n4r1env0g3l"
        const val ADID = "18546f6171f67e29d1cb983322ad1329"
        const val CONFIG = """{"provider":"adjust","app_token":"4w565xzmb54d"}"""

        @JvmStatic
        fun records(): List<KClass<*>> = listOf(
            AdjustConfig::class, AdjustEvent::class, MetrixConfig::class, MetrixUser::class, MetrixAction::class, MetrixRevenue::class,
            MetrixBusinessEvent::class, MetrixIdentity::class, MetrixInAppConfig::class, MetrixInAppEvent::class, Event::class,
            EventItem::class, EventUser::class, EventDevice::class, EventIds::class, EventClick::class, EventPage::class, EventAd::class,
            EventSubscription::class, EventMapping::class,
        )

        fun canary(field: KParameter): Any? = when (field.type.classifier) {
            String::class -> CANARY
            kotlin.Number::class -> DecimalText(CANARY)
            Temporal::class -> TimeText(CANARY)
            Map::class -> mapOf(
                CANARY to when (field.type.arguments[1].type?.classifier) {
                    String::class -> CANARY
                    kotlin.Number::class -> DecimalText(CANARY)
                    else -> JsonValue.of(CANARY)
                },
            )
            else -> null
        }
    }
}
