package io.github.s2sevents

import io.github.s2sevents.testing.Sandbox
import io.github.s2sevents.testing.SandboxExtension
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** The sandbox that users have in their own tests. */
class SandboxExtensionTest {
    private fun send(eventToken: String): HttpResponse<String> =
        Adjust(AdjustConfig(appToken = "shop", baseUrl = SANDBOX.sandbox.baseUrl("adjust"))).use { adjust ->
            val request = adjust.event(AdjustEvent(eventToken = eventToken, adid = "18546f6171f67e29d1cb983322ad1329"))
            val call = HttpRequest.newBuilder(URI.create(request.url))
                .method(request.method, HttpRequest.BodyPublishers.ofByteArray(request.body))
                .apply { request.headers.forEach { (name, value) -> header(name, value) } }
                .build()
            HttpClient.newHttpClient().send(call, HttpResponse.BodyHandlers.ofString())
        }

    @Test
    fun `events are listed by what became of them`() {
        send("order")
        send("nosuch")
        val accepted = SANDBOX.sandbox.accepted().single()
        assertEquals("adjust", accepted["provider"])
        assertEquals("order", (accepted["parameters"] as Map<*, *>)["event_token"])
        val rejected = SANDBOX.sandbox.rejected("adjust").single()
        assertEquals("nosuch", (rejected["parameters"] as Map<*, *>)["event_token"])
        assertEquals(setOf("status", "body", "rule"), rejected.keys intersect setOf("status", "body", "rule"))
        assertEquals(0, SANDBOX.sandbox.accepted("metrix").size + SANDBOX.sandbox.duplicates().size)
    }

    // --8<-- [start:test]
    @Test
    fun `a purchase arrives`() {
        assertEquals(200, send("order").statusCode())
        assertEquals(1, SANDBOX.sandbox.accepted().size)
    }
    // --8<-- [end:test]

    @Test
    fun `faults are switched on and off`() {
        SANDBOX.sandbox.setFaults("429;retry-after=7")
        val response = send("order")
        assertEquals(429 to "7", response.statusCode() to response.headers().firstValue("retry-after").orElse(null))
        SANDBOX.sandbox.setFaults("500-after")
        assertEquals(500 to 1, send("order").statusCode() to SANDBOX.sandbox.accepted().size)
        SANDBOX.sandbox.reset()
        assertEquals(200 to 1, send("order").statusCode() to SANDBOX.sandbox.accepted().size)
        assertThrows(IllegalStateException::class.java) { SANDBOX.sandbox.setFaults("nosuch") }
    }

    @Test
    fun `a configuration that is wrong is an exception`() {
        assertThrows(IllegalStateException::class.java) { Sandbox.start("nosuch = 1") }
    }

    companion object {
        // --8<-- [start:register]
        @JvmField
        @RegisterExtension
        val SANDBOX = SandboxExtension("[[adjust.apps]]\ntoken = \"shop\"\nevents = [{ token = \"order\" }]\n")
        // --8<-- [end:register]
    }
}
