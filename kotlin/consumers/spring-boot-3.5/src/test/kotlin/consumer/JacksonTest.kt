package consumer

import com.fasterxml.jackson.databind.ObjectMapper
import io.github.s2sevents.Adjust
import io.github.s2sevents.AdjustConfig
import io.github.s2sevents.AdjustEvent
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.test.autoconfigure.json.JsonTest
import java.time.Instant

@SpringBootApplication
class Application

/** Events with the `ObjectMapper` that reads the bodies of a controller. */
@JsonTest
class JacksonTest(@Autowired private val mapper: ObjectMapper) {
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
    private val now = Instant.parse("2026-11-20T12:00:00Z")

    private fun sent(event: AdjustEvent): String = adjust.event(event, now).body.decodeToString()

    private fun read(createdAt: String): AdjustEvent = mapper.readValue(
        """{"eventToken":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329","createdAt":$createdAt}""",
        AdjustEvent::class.java,
    )

    @Test
    fun `the mapper has Spring's modules`() {
        val modules = mapper.registeredModuleIds.map { "$it" }
        assertTrue(modules.any { "kotlin" in it } && modules.any { "jsr310" in it }, "$modules")
    }

    @Test
    fun `a time is read, and written as it was`() {
        for (time in listOf("\"2026-11-20T10:00:00Z\"", "\"2026-11-20T13:30:00+03:30\"", "1795168800000")) {
            assertTrue("&created_at_unix=1795168800&" in sent(read(time)), time)
            assertEquals(read(time), mapper.readValue(mapper.writeValueAsString(read(time)), AdjustEvent::class.java))
        }
        val event = read("null").copy(createdAt = Instant.parse("2026-11-20T10:00:00Z"))
        assertTrue("&created_at_unix=1795168800&" in sent(mapper.readValue(mapper.writeValueAsString(event), AdjustEvent::class.java)))
    }
}
