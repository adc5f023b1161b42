package io.github.s2sevents

import io.github.s2sevents.ffi.Answer
import io.github.s2sevents.ffi.ConfigData
import io.github.s2sevents.ffi.FfiConverterTypeLinesCall
import io.github.s2sevents.ffi.FfiConverterTypeMessagesCall
import io.github.s2sevents.ffi.FfiConverterTypeNewIds
import io.github.s2sevents.ffi.LinesCall
import io.github.s2sevents.ffi.MessagesCall
import io.github.s2sevents.ffi.MessagesData
import io.github.s2sevents.ffi.NewIds
import io.github.s2sevents.ffi.OpenException
import java.nio.BufferOverflowException
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.time.Instant

/**
 * What all clients have. A client is immutable: make it once and share it between threads. It holds a little native memory, which is freed
 * by [close], or when the client is garbage.
 */
public sealed class Client(native: io.github.s2sevents.ffi.Client) : AutoCloseable {
    internal val handle: Handle<io.github.s2sevents.ffi.Client> = Handle(native, native.id(), "client")

    /** The name of the provider API. */
    public val provider: String = native.provider()

    /**
     * Interprets the response to [request], by the rules of the request's own provider and kind, whichever client is asked: see also the function
     * `interpret`. [headers] are the names, in any case, each with its values; [body] is decoded from its transfer and content encodings.
     * [receivedAt] counts only where the server names a date to wait for. Without [request], the first kind of event of the client's provider
     * counts, and the outcome has less of the provider's own error text.
     */
    @JvmOverloads
    public fun interpret(
        request: Request?,
        status: Int,
        headers: Map<String, List<String>>,
        body: ByteArray,
        receivedAt: Instant? = null,
    ): Outcome = interpret(request, answerOf(status, headers, body, receivedAt))

    /** Interprets the lack of a response: the same for every provider and request. */
    public fun interpret(noResponse: NoResponse): Outcome = interpret(null, Answer.None(noResponse.text))

    /** Interprets an exception of the HTTP client: the response that it carries ([Response.of]), or the lack of one ([NoResponse.of]). */
    public fun interpret(request: Request?, exception: Throwable): Outcome = interpret(request, answerOf(exception, null))

    private fun interpret(request: Request?, answer: Answer): Outcome =
        interpreted(request, answer) { input, length -> handle.call { Native.interpret(it, input, length) } }

    /**
     * Builds events, which [write] writes with [typed] or [json]. One that cannot be written does not affect the others: [json] is its
     * form then. Many are built on all cores.
     */
    internal fun <E> build(
        events: List<E>,
        now: Instant,
        newId: NewId?,
        write: (E, ByteBuffer) -> Unit,
        json: (E) -> EventJson,
    ): List<BuildResult> {
        val results = ArrayList<BuildResult>(events.size)
        val parts = if (events.size <= AT_ONCE) listOf(events) else events.chunked(AT_ONCE)
        for (part in parts) {
            val ids = idsOf(newId, part.size)
            val unwritten = HashMap<Int, EventJson>()
            lowered(
                { buffer ->
                    unwritten.clear()
                    buffer.putLong(millisOf(now))
                    FfiConverterTypeNewIds.write(ids, buffer)
                    buffer.putInt(part.size)
                    part.forEachIndexed { position, event ->
                        val start = buffer.position()
                        buffer.putInt(0)
                        try {
                            write(event, buffer)
                        } catch (full: BufferOverflowException) {
                            throw full
                        } catch (failure: Exception) {
                            rethrowIfCancelled(failure)
                            val form = formOf(event, json)
                            buffer.position(start + Int.SIZE_BYTES)
                            json(form.text.toByteArray(), buffer)
                            unwritten[position] = form
                        }
                        buffer.putInt(start, buffer.position() - start - Int.SIZE_BYTES)
                    }
                },
                { input, length ->
                    val output = handle.call { Native.build(it, input, length) }
                    repeat(part.size) { position ->
                        val result = resultOf(output)
                        results.add(unwritten[position]?.refused(result) ?: result)
                    }
                },
            )
        }
        return results
    }

    internal fun buildTyped(event: AnyEvent, now: Instant, newId: NewId? = null): Request =
        build(listOf(event), now, newId, ::typed, ::jsonOf).single().orThrow()

    internal fun laneKeyTyped(event: AnyEvent, now: Instant): String? = buildTyped(event, now, UNSENT).laneKey()

    internal fun <E> buildTyped(events: List<E>, now: Instant, newId: NewId?, any: (E) -> AnyEvent): List<BuildResult> =
        build(events, now, newId, { event, buffer -> typed(any(event), buffer) }, { jsonOf(any(it)) })

    /** Builds one request of several; those that cannot be written as they are have issues. */
    internal fun buildTyped(identity: Any, messages: List<*>, now: Instant, newId: NewId?, any: () -> AnyMessages): Request = try {
        buildMessages(MessagesData.Typed(any()), messages.size, now, newId)
    } catch (failure: Exception) {
        rethrowIfCancelled(failure)
        val (user, all) = EventJson.ofIdentity(identity) to EventJson.ofMessages(messages)
        user.and(all).refused(buildMessages(MessagesData.Json(user.text, all.text), messages.size, now, newId))
    }.orThrow()

    internal fun buildMessages(messages: MessagesData, count: Int, now: Instant, newId: NewId?): BuildResult {
        val call = MessagesCall(messages, millisOf(now), idsOf(newId, count))
        return lowered({ FfiConverterTypeMessagesCall.write(call, it) }) { input, length ->
            resultOf(handle.call { Native.messages(it, input, length) })
        }
    }

    internal fun buildLines(lines: ByteArray, now: Instant, newId: NewId?, showSecrets: Boolean): ByteArray {
        val count = if (newId == null || newId === NewId.RANDOM) 0 else lines.count { it == LINE_FEED } + 1
        val call = LinesCall(millisOf(now), idsOf(newId, count), showSecrets)
        return lowered({ FfiConverterTypeLinesCall.write(call, it) }) { input, length ->
            handle.call { Native.buildJsonl(it, lines, input, length) }.array()
        }
    }

    /** Frees the client's memory. Nothing can be built with it any more. */
    override fun close(): Unit = handle.close()

    /** The provider alone: a configuration holds credentials. */
    override fun toString(): String = "${javaClass.simpleName}($provider)"

    private companion object {
        const val LINE_FEED = '\n'.code.toByte()

        /** Number of events that cross at once: enough that crossing costs next to nothing, and few enough to stay in a processor's cache. */
        const val AT_ONCE = 400
    }
}

/** Opens a configuration, whose issues are a [ConfigException]. */
internal fun clientOf(config: ConfigData, json: () -> EventJson): io.github.s2sevents.ffi.Client {
    Native.ensureLoaded()
    return try {
        try {
            io.github.s2sevents.ffi.Client(config)
        } catch (_: CharacterCodingException) {
            // In JSON, half of a surrogate pair has a path.
            io.github.s2sevents.ffi.Client(ConfigData.Json(json().text))
        }
    } catch (refused: OpenException.Issues) {
        throw ConfigException(issuesOf(refused.issues))
    }
}

/** Where a message without an id gets one from. It is called once for each message, also for one that has an id. */
public fun interface NewId {
    /** A new id: any text, random and unique. */
    public fun make(): String

    public companion object {
        /** A random UUID: the default. */
        @JvmField
        public val RANDOM: NewId = NewId { java.util.UUID.randomUUID().toString() }
    }
}

/** The id of a message that is built for the key of its lane alone, which does not depend on it. */
internal val UNSENT = NewId { "unsent" }

/** A response as it crosses. */
internal fun answerOf(status: Int, headers: Map<String, List<String>>, body: ByteArray, receivedAt: Instant?): Answer {
    require(status in 0..0xFFFF) { "a status is an integer from 0 to 65535" }
    val pairs = headers.flatMap { (name, values) -> values.flatMap { listOf(whole(name), whole(it)) } }
    return Answer.Response(status.toUShort(), pairs, body, receivedAt?.let(::millisOf))
}

/** What an exception of an HTTP client says: the response that it carries, or none. */
internal fun answerOf(exception: Throwable, receivedAt: Instant?): Answer =
    Response.of(exception)?.takeIf { it.status in 0..0xFFFF }?.let { answerOf(it.status, it.headers, it.body, receivedAt) }
        ?: Answer.None(NoResponse.of(exception).text)

/** The text, with `?` in place of half a surrogate pair: what came has a meaning, whatever its headers or its error text hold. */
internal fun whole(text: String): String = text.toByteArray().decodeToString()

/** Writes a typed event. */
internal fun typed(event: AnyEvent, buffer: ByteBuffer) {
    buffer.put(1)
    FfiConverterTypeAnyEvent.write(event, buffer)
}

/** Writes the JSON text of an event. */
internal fun json(event: ByteArray, buffer: ByteBuffer) {
    buffer.put(0)
    buffer.put(event)
}

internal fun idsOf(newId: NewId?, count: Int): NewIds = when {
    newId == null -> NewIds.None
    newId === NewId.RANDOM -> NewIds.Random
    // An id that is no text becomes an empty one, which is an issue of its message.
    else -> NewIds.Given(List(count) { (newId.make() as String?).orEmpty().takeIf { whole(it) == it }.orEmpty() })
}

/** The form of an event that cannot be written, whatever it is. */
internal fun <E> formOf(event: E, json: (E) -> EventJson): EventJson = try {
    if (event == null) EventJson.ofNone(null) else json(event)
} catch (failure: Exception) {
    rethrowIfCancelled(failure)
    EventJson.ofNone(event)
}
