package io.github.s2sevents

import io.github.s2sevents.ffi.DestinationsData
import io.github.s2sevents.ffi.ExplainedData
import io.github.s2sevents.ffi.FannedOut
import io.github.s2sevents.ffi.Fault
import io.github.s2sevents.ffi.FfiConverterBoolean
import io.github.s2sevents.ffi.FfiConverterTypeFannedOut
import io.github.s2sevents.ffi.FfiConverterTypeNeutralData
import io.github.s2sevents.ffi.FfiConverterTypeNewIds
import io.github.s2sevents.ffi.FfiConverterTypeOneDestinationData
import io.github.s2sevents.ffi.InternalException
import io.github.s2sevents.ffi.NeutralData
import io.github.s2sevents.ffi.OpenException
import java.nio.BufferOverflowException
import java.nio.ByteBuffer
import java.time.Instant

/**
 * All destinations of a program: one neutral [Event] becomes a request for each of them. It is immutable: open it once and share it between
 * threads. It holds a little native memory, which is freed by [close], or when the object is garbage.
 */
public class Destinations private constructor(open: () -> io.github.s2sevents.ffi.Destinations) : AutoCloseable {
    private val handle = opened(open).let { Handle(it, it.id(), "set of destinations") }

    /** The labels of the destinations: what [Part.destination] and the member `destinations` of an event call them. */
    public val labels: List<String> = native { it.labels() }

    /** Largest number of ids that one event can need. */
    private val mostIds = native { it.mostNewIds() }.toInt()

    /**
     * Opens the destinations of a configuration: a JSON object that says what the configuration file of the program `s2s` does, such as
     * `{"adjust": {…, "events": {…}, "mapping": {…}}, "destination": {"eu": {"provider": "ga4", …}}}`.
     *
     * All issues of all destinations are a [ConfigException].
     */
    public constructor(config: String) : this({ io.github.s2sevents.ffi.Destinations(DestinationsData.Json(escaped(config))) })

    /**
     * Opens destinations. One of each provider can be without a name.
     *
     * All issues of all destinations are a [ConfigException]; their paths begin with the position of a destination: `/0/config/appToken`.
     */
    public constructor(destinations: List<DestinationConfig>) : this({ opened(destinations) })

    /** Opens destinations, as the constructor that takes a list. */
    public constructor(vararg destinations: DestinationConfig) : this(destinations.asList())

    /**
     * A client of the destination of that label, to interpret responses or to build events of its provider; null if there is no such
     * destination. Each call makes another one.
     */
    public operator fun get(label: String): Destination? =
        label.takeIf { whole(it) == it }?.let { native { own -> own.client(it) } }?.let(::Destination)

    /**
     * Builds the requests of one event: a part for each destination. The messages of providers that have ids get the event's [Event.id] or, if
     * it has none, one of [newId], the same at each destination. With null, the absence is an issue.
     *
     * Issues of the event itself, which are the same for all destinations, are a [ValidationException].
     */
    @JvmOverloads
    public fun fanOut(event: Event, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Part> =
        results(now, newId, false) { write(event, it) }.map(::partOf)

    /**
     * As for a typed event, for a JSON text: an object of the fields of [Event], and perhaps `destinations`, a list of the [labels] of those
     * that it is for.
     */
    @JvmOverloads
    public fun fanOut(event: String, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Part> =
        fanOut(escaped(event).toByteArray(), now, newId)

    /** As for a JSON text, for its bytes in UTF-8. */
    @JvmOverloads
    public fun fanOut(event: ByteArray, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Part> =
        results(now, newId, false) { write(event, it) }.map(::partOf)

    /** Like [fanOut], and says where each field goes. */
    @JvmOverloads
    public fun explain(event: Event, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Explained> =
        results(now, newId, true) { write(event, it) }.map(::explainedOf)

    /** Like [fanOut] of a JSON text, and says where each field goes. */
    @JvmOverloads
    public fun explain(event: String, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Explained> =
        explain(escaped(event).toByteArray(), now, newId)

    /** As for a JSON text, for its bytes in UTF-8. */
    @JvmOverloads
    public fun explain(event: ByteArray, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<Explained> =
        results(now, newId, true) { write(event, it) }.map(::explainedOf)

    /** What becomes of an event, which [write] writes; it returns the JSON form of one that cannot be written as it is. */
    private fun results(now: Instant, newId: NewId?, hasRows: Boolean, write: (ByteBuffer) -> EventJson?): List<ExplainedData> {
        val ids = idsOf(newId, mostIds)
        var form: EventJson? = null
        val result = lowered(
            { buffer ->
                form = write(buffer)
                buffer.putLong(millisOf(now))
                FfiConverterTypeNewIds.write(ids, buffer)
                FfiConverterBoolean.write(hasRows, buffer)
            },
            { input, length -> FfiConverterTypeFannedOut.read(handle.call { Native.fanOut(it, input, length) }) },
        )
        val issues = (result as? FannedOut.Issues)?.let { issuesOf(it.issues) }
        form?.let { throw ValidationException(it.refused(BuildResult.Failure(issues.orEmpty())).issues) }
        return (result as? FannedOut.Parts)?.parts ?: throw ValidationException(issues.orEmpty())
    }

    private fun write(event: ByteArray, buffer: ByteBuffer): EventJson? {
        FfiConverterTypeNeutralData.write(NeutralData.Json(event), buffer)
        return null
    }

    private fun write(event: Event, buffer: ByteBuffer): EventJson? {
        val start = buffer.position()
        try {
            FfiConverterTypeNeutralData.write(NeutralData.Typed(event), buffer)
            return null
        } catch (full: BufferOverflowException) {
            throw full
        } catch (failure: Exception) {
            rethrowIfCancelled(failure)
            val form = formOf(event) { EventJson.of(it) }
            buffer.position(start)
            write(form.text.toByteArray(), buffer)
            return form
        }
    }

    private fun <T> native(call: (io.github.s2sevents.ffi.Destinations) -> T): T = try {
        handle.open(call)
    } catch (_: Fault) {
        throw fault()
    } catch (_: InternalException) {
        throw fault()
    }

    /** Frees the memory. Nothing can be built any more; clients that [get] has returned are not affected. */
    override fun close(): Unit = handle.close()

    /** The labels alone: a configuration holds credentials. */
    override fun toString(): String = "Destinations(${labels.joinToString()})"
}

/**
 * What a neutral event becomes at a destination: an event of this [name], token or slug, and perhaps of a [kind], at providers that have several.
 * `toString` shows nothing of it.
 */
public class EventTarget @JvmOverloads constructor(internal val name: String, internal val kind: String? = null) {
    override fun equals(other: Any?): Boolean = other is EventTarget && other.name == name && other.kind == kind

    override fun hashCode(): Int = 31 * name.hashCode() + kind.hashCode()

    override fun toString(): String = "EventTarget(…)"

    public companion object {
        /** Nothing: the destination does not get the event. The name `skip` without a kind means the same. */
        @JvmField
        public val SKIP: EventTarget = EventTarget("skip")
    }
}

private fun opened(open: () -> io.github.s2sevents.ffi.Destinations): io.github.s2sevents.ffi.Destinations {
    Native.ensureLoaded()
    return try {
        open()
    } catch (refused: OpenException.Issues) {
        throw ConfigException(issuesOf(refused.issues))
    } catch (_: InternalException) {
        throw fault()
    }
}

private fun opened(destinations: List<DestinationConfig>): io.github.s2sevents.ffi.Destinations {
    val issues = destinations.mapIndexedNotNull { position, own -> unreadable(own, "/$position") }
    if (issues.isNotEmpty()) throw ConfigException(issues)
    return io.github.s2sevents.ffi.Destinations(DestinationsData.Typed(destinations.map { it.data }))
}

/** The issue of a destination that cannot be written as it is: Java or a mapper put something into it that it does not take. */
private fun unreadable(destination: DestinationConfig, at: String): Issue? = try {
    lowered({ FfiConverterTypeOneDestinationData.write(destination.data, it) }) { _, _ -> null }
} catch (_: ValidationException) {
    Issue(at, "invalid_unicode", "a text holds half of a surrogate pair")
} catch (failure: Exception) {
    rethrowIfCancelled(failure)
    Issue(at, "wrong_type", "cannot be read")
}
