package io.github.s2sevents

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import java.math.BigDecimal
import java.time.Instant

/** Every case of `vectors/from_segment.json` and `vectors/from_ga4.json`. */
class ConvertTest {
    @Test
    fun `every case of Segment holds`() = check("from_segment", ::fromSegment, ::fromSegment)

    @Test
    fun `every case of Google Analytics holds`() = check("from_ga4", ::fromGa4, ::fromGa4)

    private fun check(format: String, ofText: (String, Conversion) -> Converted, ofBytes: (ByteArray, Conversion) -> Converted) {
        val (count, cases) = Vectors.converted(format)
        assertEquals(count, cases.map { it.name }.toSet().size)
        assertEquals(count, cases.size)
        for (case in cases) {
            val text = case["raw"] as String? ?: Json.write(case["input"])
            val options = if ("options" in case) Conversion(Json.write(case["options"])) else Conversion()
            if ("issues" in case) {
                val refused = assertThrows(ValidationException::class.java, { ofText(text, options) }, case.name)
                assertEquals(case.issues("issues"), codes(refused.issues), case.name)
                continue
            }
            val converted = ofText(text, options)
            assertEquals(values(case["event"]), values(Json.read(converted.eventJson)), case.name)
            assertEquals(case.issues("unmapped"), codes(converted.unmapped), case.name)
            assertEquals(converted.eventJson, ofBytes(text.toByteArray(), options).eventJson, case.name)
            // The typed event says the same.
            val json = body { BRANCH.fanOut(converted.eventJson, NOW, null) }
            assertEquals(json, body { BRANCH.fanOut(converted.event, NOW, null) }, case.name)
        }
    }

    /** The value with numbers that are compared by their values. */
    private fun values(json: Any?): Any? = when (json) {
        is Digits -> BigDecimal(json.text).stripTrailingZeros()
        is List<*> -> json.map(::values)
        is Map<*, *> -> json.mapValues { values(it.value) }
        else -> json
    }

    /** The body of the request; null where the event lacks something. */
    private fun body(fanOut: () -> List<Part>): String? = try {
        (fanOut().single() as? Part.Built)?.request?.body?.decodeToString()
    } catch (_: ValidationException) {
        null
    }

    private fun codes(issues: List<Issue>): Set<Pair<String, String>> = issues.map { it.path to it.code }.toSet()

    @Test
    fun `options are typed, and amounts keep their digits`() {
        val call = """{"event":"Gift Opened","properties":{"total":19.990,"plan":"gold","level":"x"},"userId":"k4n4r1env0g3l"}"""
        val converted = fromSegment(call, Conversion(mapOf("Gift Opened" to EventName.CUSTOM), listOf("plan")))
        val expected = Event(
            event = EventName.CUSTOM,
            name = "Gift Opened",
            value = BigDecimal("19.990"),
            user = EventUser(id = "k4n4r1env0g3l"),
            params = jsonMembers("plan" to "gold"),
        )
        assertEquals(expected, converted.event)
        assertEquals(setOf("/properties/level" to "unmapped_field"), codes(converted.unmapped))
        assertFalse("k4n4r1env0g3l" in converted.toString() + Conversion(mapOf("k4n4r1env0g3l" to EventName.LOGIN)))
    }

    private companion object {
        val NOW: Instant = Instant.parse("2026-11-20T12:00:00Z")
        val BRANCH = Destinations("""{"branch":{"branch_key":"key_live_abc","mapping":{"unmapped":"warn"}}}""")
    }
}
