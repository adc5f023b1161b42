package io.github.s2sevents

import java.lang.ref.Reference
import java.nio.BufferOverflowException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException

/**
 * The calls that every event takes. UniFFI's own way, through JNA, costs several times what building an event does; these take the same
 * buffers through JNI.
 */
internal object Native {
    /** Loads the library, if that was not done yet: see [NativeLibrary.load]. */
    fun ensureLoaded() = NativeLibrary.load()

    @JvmStatic external fun build(client: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun messages(client: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun interpret(client: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun interpretAny(input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun laneKey(input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun buildJsonl(client: Long, lines: ByteArray, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun fanOut(destinations: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun submit(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun poll(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun settle(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun takeReports(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun acknowledge(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun runNext(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun runStored(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun runReported(delivery: Long, input: ByteArray, length: Int): ByteArray?

    @JvmStatic external fun runError(delivery: Long, input: ByteArray, length: Int): ByteArray?
}

/** The library's end of what is named [what]. It is freed by [close], or when it is garbage. */
internal class Handle<N : AutoCloseable>(val native: N, val id: Long, private val what: String) : AutoCloseable {
    /** Returns the result of a native call that finds it by its number. */
    inline fun call(call: (Long) -> ByteArray?): ByteBuffer = open { raised(call(id)) }

    /** Lets a call find it: it is not garbage until the call has ended. */
    inline fun <T> open(call: (N) -> T): T = try {
        check(!isClosed) { "the $what is closed" }
        call(native)
    } finally {
        Reference.reachabilityFence(this)
    }

    @Volatile
    private var isClosed = false

    override fun close() {
        isClosed = true
        native.close()
    }
}

/** Writes into the spare buffer of this thread, and hands it over. */
internal inline fun <T> lowered(write: (ByteBuffer) -> Unit, call: (ByteArray, Int) -> T): T {
    val spare = SPARE.get()
    var buffer = spare.buffer ?: ByteBuffer.allocate(SMALLEST)
    // It is this call's alone: what is written may build something else meanwhile, such as a map that computes its values.
    spare.buffer = null
    try {
        while (true) {
            try {
                buffer.clear()
                write(buffer)
                break
            } catch (_: BufferOverflowException) {
                buffer = ByteBuffer.allocate(Math.multiplyExact(buffer.capacity(), 2))
            }
        }
        return call(buffer.array(), buffer.position())
    } catch (_: CharacterCodingException) {
        throw ValidationException(listOf(HALF_A_PAIR))
    } finally {
        if (buffer.capacity() <= LARGEST_KEPT) spare.buffer = buffer
    }
}

/** What came of a call. */
internal fun raised(output: ByteArray?): ByteBuffer = ByteBuffer.wrap(output ?: throw fault())

internal fun fault() = IllegalStateException("a fault inside s2s-events; nothing was made of the call")

/** A buffer that no call uses now. */
internal class Spare {
    var buffer: ByteBuffer? = null
}

internal val SPARE: ThreadLocal<Spare> = ThreadLocal.withInitial(::Spare)

internal const val SMALLEST: Int = 4096

/** Larger buffers are not kept for the next call. */
internal const val LARGEST_KEPT: Int = 1 shl 20

internal val HALF_A_PAIR = Issue("", "invalid_unicode", "a text holds half of a surrogate pair")
