package io.github.s2sevents

import com.fasterxml.jackson.databind.ObjectMapper
import com.fasterxml.jackson.databind.exc.MismatchedInputException
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.time.Instant
import java.time.LocalDate
import java.time.OffsetDateTime

/** Events with a plain `ObjectMapper`, which has none of its modules. */
class JacksonTest {
    private val mapper = ObjectMapper()
    private val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
    private val now = Instant.parse("2026-11-20T12:00:00Z")

    private fun sent(event: AdjustEvent): String = adjust.event(event, now).body.decodeToString()

    private fun read(createdAt: String): AdjustEvent = mapper.readValue(
        """{"eventToken":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329","createdAt":$createdAt}""",
        AdjustEvent::class.java,
    )

    private fun again(event: AdjustEvent): AdjustEvent = mapper.readValue(mapper.writeValueAsString(event), AdjustEvent::class.java)

    @Test
    fun `a time is read from a text and from a number, and written as it was`() {
        for (time in listOf("\"2026-11-20T10:00:00Z\"", "\"2026-11-20T13:30:00+03:30\"", "1795168800000")) {
            assertTrue("&created_at_unix=1795168800&" in sent(read(time)), time)
            assertEquals(read(time), again(read(time)))
        }
        assertEquals(null, read("null").createdAt)
    }

    @Test
    fun `times of every class are written so that they are read again`() {
        val offset = OffsetDateTime.parse("2026-11-20T13:30:00+03:30")
        for (time in listOf(offset.toInstant(), offset, offset.toZonedDateTime(), UnixMillis(1_795_168_800_000))) {
            assertTrue("&created_at_unix=1795168800&" in sent(again(read("null").copy(createdAt = time))), "${time.javaClass}")
        }
        val user = MetrixUser(customUserId = "u", time = now, birthday = LocalDate.parse("1990-05-17"))
        assertEquals(TimeText("1990-05-17"), mapper.readValue(mapper.writeValueAsString(user), MetrixUser::class.java).birthday)
    }

    @Test
    fun `what is not a time is refused, by whoever knows it`() {
        val refused = assertThrows(MismatchedInputException::class.java) { read("{\"secret\":1}") }
        assertFalse("secret\":1" in refused.originalMessage)
        val issues = assertThrows(ValidationException::class.java) { sent(read("1795168800")) }.issues
        assertEquals(listOf("/createdAt" to "time_unit"), issues.map { it.path to it.code })
    }
}
