package io.github.s2sevents

import io.github.s2sevents.ffi.FfiConverterBoolean
import io.github.s2sevents.ffi.FfiConverterOptionalString
import io.github.s2sevents.ffi.FfiConverterSequenceTypeReportData
import io.github.s2sevents.ffi.FfiConverterString
import java.nio.ByteBuffer
import java.time.Duration
import java.time.Instant

/**
 * The run loop of a [Delivery], without I/O: everything that a driver decides. [Driver] pumps it with coroutines; this is for drivers of your own.
 *
 * A driver begins a run ([begin]) and does what [next] says until that is [Do.Done]. Responses go to the delivery ([Delivery.onResponse]), errors
 * of the HTTP client to [onError], in any order and also while the driver waits. Any thread may call it, but only one calls [next].
 */
public class Run internal constructor(private val delivery: Delivery) {
    /**
     * Begins a run, or throws a [CannotRunException]; nothing has changed then. Reports that an earlier run has failed with come again.
     *
     * [maxInFlight] is the maximum number of requests in flight (by default as many as the delivery allows). [stopOnError] ends the run at an
     * error that is not known as one of an HTTP client: see [onError]. [acknowledge] acknowledges each report once it was reported; with a journal,
     * the acknowledgement is stored with what is stored next.
     */
    @JvmOverloads
    public fun begin(
        until: Until = Until.IDLE,
        storage: Storage = Storage.NONE,
        maxInFlight: Int? = null,
        stopOnError: Boolean = false,
        acknowledge: Boolean = false,
    ) {
        if (maxInFlight != null && maxInFlight < 1) {
            throw ValidationException(listOf(Issue("/maxInFlight", "out_of_range", "must be at least 1")))
        }
        val refused = delivery.native { it.runBegin(until, storage, maxInFlight?.toULong(), stopOnError, acknowledge) } ?: return
        throw CannotRunException(CannotRun.entries.first { it.text == refused.code }, refused.text)
    }

    /** Returns what to do now. Do not ask while a log is being stored. */
    @JvmOverloads
    public fun next(now: Instant = Instant.now()): Do = lowered({ it.putLong(millisOf(now)) }) { input, length ->
        doOf(delivery.handle.call { Native.runNext(it, input, length) })
    }

    /** Ends the run once what is under way has its response. Where there is none, ends the next one. */
    public fun stop(): Unit = delivery.native { it.runStop() }

    /** Lets a run until [Until.STOPPED] end as one until [Until.IDLE] would. */
    public fun finish(): Unit = delivery.native { it.runFinish() }

    /** Ends the run, and cancels what is under way. */
    public fun cancel(): Unit = delivery.native { it.runCancel() }

    /** Ends the run as [stop] does: something that the driver needs has failed. */
    public fun fail(): Unit = delivery.native { it.runFail() }

    /**
     * Ends the run at once, where nothing can be waited for any more. What is under way has no response ([NoResponse.CANCELLED]). A log that is
     * being stored stays so.
     */
    @JvmOverloads
    public fun abandon(now: Instant = Instant.now()): Unit = delivery.native { it.runAbandon(millisOf(now)) }

    /** Reports that the log of [Do.Store] is stored. */
    public fun stored(): Unit = lowered({}) { input, length -> delivery.handle.call { Native.runStored(it, input, length) } }

    /**
     * Reports that the [log] of [Do.Store] could not be stored: it comes again with the next run, and this one ends. What was stored of it has to
     * be cut off before the next run.
     */
    public fun notStored(log: ByteArray): Unit = delivery.native { it.runNotStored(log) }

    /**
     * Reports that the first [count] reports of [Do.Report] were reported. Where that is not all of them, the driver has failed with the next one: it
     * comes again with the next run, and this one ends.
     */
    public fun reported(count: Int): Unit = lowered({ it.putLong(maxOf(count, 0).toLong()) }) { input, length ->
        delivery.handle.call { Native.runReported(it, input, length) }
    }

    /**
     * Reports the error of a request that has no response: its [kind], if it is known as one of an HTTP client, and its text ([Report.cause]).
     * Returns whether it ends the run (`stopOnError`). An unknown error counts as [NoResponse.OTHER]: the request may have been sent.
     */
    @JvmOverloads
    public fun onError(ticket: Ticket, kind: NoResponse?, cause: String, now: Instant = Instant.now()): Boolean = lowered(
        { buffer ->
            buffer.putLong(ticket.number)
            FfiConverterOptionalString.write(kind?.text, buffer)
            FfiConverterString.write(whole(cause), buffer)
            buffer.putLong(millisOf(now))
        },
        { input, length -> FfiConverterBoolean.read(delivery.handle.call { Native.runError(it, input, length) }) },
    )

    /**
     * Reports what the HTTP client threw for a request: an exception that carries a response ([Response.of]), or one of the kind [NoResponse.of],
     * where [NoResponse.OTHER] is not known. Returns whether it ends the run (`stopOnError`).
     */
    @JvmOverloads
    public fun onError(ticket: Ticket, exception: Throwable, now: Instant = Instant.now()): Boolean {
        val response = Response.of(exception)
        if (response != null) {
            delivery.onResponse(ticket, response.status, response.headers, response.body, now)
            return false
        }
        val kind = NoResponse.of(exception).takeUnless { it == NoResponse.OTHER }
        return onError(ticket, kind, causeOf(exception), now)
    }

    /**
     * Takes back a request that was certainly not sent, because it was cancelled before it began: it does not count. Returns false for a ticket that
     * is not under way.
     */
    @JvmOverloads
    public fun withdraw(ticket: Ticket, now: Instant = Instant.now()): Boolean =
        delivery.native { it.runWithdraw(ticket.number.toULong(), millisOf(now)) }

    /** Nothing of what it holds. */
    override fun toString(): String = "Run($delivery)"
}

/** What a driver does next: see [Run.next]. */
public sealed interface Do {
    /** Send this request, and go on. Report what came back for the ticket when it comes. */
    public data class Send(
        /** The ticket of the request. */
        val ticket: Ticket,
        /** The request. It has no warnings any more. */
        val request: Request,
    ) : Do

    /** Store this log; then call [Run.stored] or [Run.notStored]. `toString` shows its size alone. */
    public class Store(
        /** The log. It holds credentials and personal data. */
        public val log: ByteArray,
        /** Replaces everything that is stored, at once, instead of being appended: a crash must leave either the old log or this one. */
        public val replaces: Boolean,
    ) : Do {
        override fun toString(): String = "Store(${log.size} bytes, replaces=$replaces)"
    }

    /** Report what became of events; then call [Run.reported]. */
    public data class Report(
        /** The reports, at least one. */
        val reports: List<io.github.s2sevents.Report>,
    ) : Do

    /** Cancel the request of this ticket: its time is over, or the run is cancelled. Report its end as usual. */
    public data class Cancel(
        /** The ticket of the request. */
        val ticket: Ticket,
    ) : Do

    /** Wait until something changes (a response, a submission, a call of [Run]), but no longer than this. */
    public data class Wait(
        /** The longest wait: at least a millisecond, at most a minute. */
        val atMost: Duration,
    ) : Do

    /** Nothing more: the run has ended. */
    public data object Done : Do
}

/** Why a run cannot begin. */
public enum class CannotRun(
    /** The stable code. */
    public val text: String,
) {
    /** Another run of this delivery has not ended. */
    ALREADY_RUNNING("already_running"),

    /** The delivery has a journal, and there is no storage for its log. */
    NO_STORAGE("no_storage"),

    /** A log was taken, and nobody said whether it is stored. Restore a delivery from what is stored. */
    STORE_UNFINISHED("store_unfinished"),
}

/** A run cannot begin, and nothing has changed. */
public class CannotRunException(
    /** Why. */
    public val reason: CannotRun,
    message: String,
) : IllegalStateException(message)

private fun doOf(output: ByteBuffer): Do = when (output.getInt()) {
    1 -> Do.Send(Ticket(output.getLong()), Request(ByteArray(output.remaining()).also(output::get)))
    2 -> Do.Store(ByteArray(output.getInt()).also(output::get), FfiConverterBoolean.read(output))
    3 -> Do.Report(FfiConverterSequenceTypeReportData.read(output).map(::reportOf))
    4 -> Do.Cancel(Ticket(output.getLong()))
    5 -> Do.Wait(Duration.ofMillis(output.getLong()))
    else -> Do.Done
}
