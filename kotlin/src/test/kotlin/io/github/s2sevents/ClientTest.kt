package io.github.s2sevents

import io.github.s2sevents.ffi.FfiConverterTypeLinesCall
import io.github.s2sevents.ffi.LinesCall
import io.github.s2sevents.ffi.NewIds
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

/** What clients do in addition to building: threads, memory, faults, platforms. */
class ClientTest {
    @Test
    fun `many threads share a client and get the same`() {
        val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
        val expected = adjust.event(event(0))
        val threads = Executors.newFixedThreadPool(16)
        val same = threads.invokeAll(
            List(16) { Callable { (1..10_000).count { number -> adjust.event(event(number % 2)) == expected } } },
        )
        assertEquals(List(16) { 5_000 }, same.map { it.get() })
        threads.shutdown()
    }

    @Test
    fun `a closed client builds nothing, says so and can be closed again`() {
        val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
        adjust.close()
        adjust.close()
        assertEquals("the client is closed", assertThrows(IllegalStateException::class.java) { adjust.event(event(0)) }.message)
    }

    @Test
    fun `a client that nobody closes is freed when it is garbage`() {
        val id = forgotten()
        // Others made later must not keep it: only what is garbage goes.
        val deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
        while (knows(id) && System.nanoTime() < deadline) {
            System.gc()
            Thread.sleep(20)
        }
        assertTrue(!knows(id))
    }

    private fun forgotten(): Long {
        val adjust = Adjust(AdjustConfig(appToken = "4w565xzmb54d"))
        val id = adjust.handle.id
        assertTrue(knows(id))
        return id
    }

    private fun knows(id: Long): Boolean {
        val call = LinesCall(0, NewIds.None, false)
        return lowered({ FfiConverterTypeLinesCall.write(call, it) }) { input, length ->
            Native.buildJsonl(id, ByteArray(0), input, length) != null
        }
    }

    @Test
    fun `a call that cannot be read answers with nothing`() {
        assertNull(Native.build(0, ByteArray(0), 0))
        assertNull(Native.interpret(0, byteArrayOf(1, 2, 3), 3))
    }

    @Test
    fun `a panic becomes an exception, and the process goes on`() {
        val java = ProcessHandle.current().info().command().get()
        val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val command =
            listOf(java, "-Ds2s.events.library=${System.getProperty("test.native")}", "-cp", classes, "io.github.s2sevents.PanicKt")
        val process = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        val printed = process.inputReader().readText().trim()
        assertEquals(0 to "IllegalStateException, then POST", process.waitFor() to printed)
    }

    @Test
    fun `a platform that is not carried is named`() {
        val missing = assertThrows(UnsatisfiedLinkError::class.java) { NativeLibrary.resource("plan9-mips") }
        assertTrue("no native library for `plan9-mips`" in missing.message.orEmpty())
        assertNotNull(NativeLibrary.resource(com.sun.jna.Platform.RESOURCE_PREFIX))
    }

    @Test
    fun `ids are random, are given, or are an issue`() {
        val metrix = Metrix(MetrixConfig(appId = "app", apiKey = "key"))
        val action = MetrixAction(customUserId = "user-17", time = java.time.Instant.now(), name = "aewqd")
        assertNotEquals(metrix.action(action).messageIds, metrix.action(action).messageIds)
        assertEquals(listOf("A-1"), metrix.action(action) { "A-1" }.messageIds)
        val refused = assertThrows(ValidationException::class.java) { metrix.action(action, null) }
        assertEquals(listOf("/id" to "missing"), refused.issues.map { it.path to it.code })
        var made = 0
        val messages =
            listOf(MetrixMessage.Action(action.copy(customUserId = null)), MetrixMessage.Action(action.copy(customUserId = null)))
        val request = metrix.messages(MetrixIdentity(customUserId = "user-17"), messages) { "A-${++made}" }
        assertEquals(listOf("A-1", "A-2"), request.messageIds)
        val json = """{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd"}"""
        val destination = Destination("""{"provider":"metrix","app_id":"app","api_key":"key"}""")
        val lines = destination.buildJsonl("$json\n$json".toByteArray(), newId = { "B-${++made}" }).decodeToString()
        assertTrue("B-3" in lines.lines()[0] && "B-4" in lines.lines()[1])
        made = 0
        val many = destination.buildMany(List(500) { json.toByteArray() }, newId = { "C-${++made}" })
        assertEquals(List(500) { listOf("C-${it + 1}") }, many.map { it.orThrow().messageIds })
    }

    private fun event(number: Int) = AdjustEvent(eventToken = "f0ob4r", adid = "18546f6171f67e29d1cb983322ad132$number")
}
