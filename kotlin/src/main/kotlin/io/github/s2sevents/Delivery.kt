package io.github.s2sevents

import io.github.s2sevents.ffi.Answer
import io.github.s2sevents.ffi.DeliveryException
import io.github.s2sevents.ffi.Fault
import io.github.s2sevents.ffi.FfiConverterBoolean
import io.github.s2sevents.ffi.FfiConverterOptionalString
import io.github.s2sevents.ffi.FfiConverterSequenceTypeReportData
import io.github.s2sevents.ffi.FfiConverterString
import io.github.s2sevents.ffi.FfiConverterTypeAnswer
import io.github.s2sevents.ffi.FfiConverterTypeSubmitted
import io.github.s2sevents.ffi.InternalException
import io.github.s2sevents.ffi.PartData
import io.github.s2sevents.ffi.SubmitPartsCall
import io.github.s2sevents.ffi.Submitted
import io.github.s2sevents.ffi.SubmittedParts
import io.github.s2sevents.ffi.restoreDelivery
import java.nio.ByteBuffer
import java.nio.charset.CharacterCodingException
import java.security.SecureRandom
import java.time.Instant

/**
 * What to send next: a queue of requests that keeps the order of events, repeats what has to be repeated, and loses nothing.
 *
 * It does no I/O. [poll] returns what to do; [submit], [onResponse] and [onNoResponse] take what has happened. Every event that was
 * submitted ends with one [Report]. [run] decides everything else that a driver has to decide, and [Driver] does what it says with
 * coroutines. Any thread may call it; calls are short.
 *
 * With [DeliveryConfig.journal] every change is a record in a log that you keep. [poll] returns [Next.Store] until it is stored: take the
 * log ([takeLog]), append it to what is stored, say so ([logStored]). A submission is safe, and may be confirmed to its caller, once
 * [isStored]; only then are requests and reports returned. [restore] makes a delivery from everything that was stored. The log holds
 * requests with their credentials and personal data.
 *
 * It holds native memory for what waits, which is freed by [close], or when the delivery is garbage.
 */
public class Delivery private constructor(open: () -> io.github.s2sevents.ffi.Delivery) : AutoCloseable {
    internal val handle = opened(open).let { Handle(it, it.id(), "delivery") }

    /** The run of this delivery, which a driver pumps. */
    public val run: Run = Run(this)

    /**
     * A delivery that has nothing to do. If [config] has issues, it throws a [ConfigException].
     *
     * The waits before repetitions are drawn from all bits of [seed], by default a random number. Give each process another one,
     * or all of them repeat at the same moments.
     *
     * With [once], each event has one attempt, whatever its outcome: nothing is sent again, and no destination is paused. Of several messages
     * in one request that is refused, each is still tried by itself.
     */
    @JvmOverloads
    public constructor(config: DeliveryConfig = DeliveryConfig(), seed: Long = newSeed(), once: Boolean = false) :
        this({ io.github.s2sevents.ffi.Delivery(checked(config), seed.toULong(), once) })

    /**
     * Takes an event, or throws a [RefusedException]; nothing has changed then. With a journal it is safe only once [isStored].
     *
     * [id] is your name for the event, of 1 to 255 bytes; its report repeats it. [destination], of 1 to 255 bytes, is by default the provider's
     * name: requests of one destination share credentials, limits and pauses, and several apps of one provider should have a name each. [lane]
     * is for cases in which you know better than the request which events have to keep their order: a user's own id, for example.
     */
    @JvmOverloads
    public fun submit(
        id: String,
        request: Request,
        destination: String? = null,
        lane: String? = null,
        now: Instant = Instant.now(),
    ): Accepted {
        val submitted = lowered(
            { buffer ->
                request.write(buffer)
                FfiConverterString.write(id, buffer)
                FfiConverterOptionalString.write(destination, buffer)
                FfiConverterOptionalString.write(lane, buffer)
                buffer.putLong(millisOf(now))
            },
            { input, length -> FfiConverterTypeSubmitted.read(handle.call { Native.submit(it, input, length) }) },
        )
        return when (submitted) {
            is Submitted.Accepted -> Accepted(submitted.isDated)
            is Submitted.Refused -> throw RefusedException(Refused.entries.first { it.text == submitted.code }, submitted.text)
        }
    }

    /**
     * Takes all parts of an event, or none: those of [Destinations.fanOut]. Each that is built is submitted under the id `ID/LABEL` for the
     * destination of its label: reports repeat both. The others are not submitted.
     *
     * Returns an entry for each part, in their order. The first part that cannot be submitted is a [RefusedException] with the label of its
     * destination; nothing has changed then.
     */
    @JvmOverloads
    public fun submitParts(id: String, parts: List<Part>, now: Instant = Instant.now()): List<SubmittedPart> {
        val call = SubmitPartsCall(id, parts.map { PartData(it.destination, (it as? Part.Built)?.request?.data) }, millisOf(now))
        return when (val submitted = native { it.submitParts(call) }) {
            is SubmittedParts.Accepted -> submitted.parts.map { SubmittedPart(it.label, it.isDated?.let(::Accepted)) }
            is SubmittedParts.Refused -> {
                val reason = Refused.entries.first { it.text == submitted.code }
                throw RefusedException(reason, submitted.text, submitted.label)
            }
        }
    }

    /** What to do now. Ask again after each [Next.Send] and [Next.Store], and after anything that was told. */
    @JvmOverloads
    public fun poll(now: Instant = Instant.now()): Next = lowered({ it.putLong(millisOf(now)) }) { input, length ->
        nextOf(handle.call { Native.poll(it, input, length) })
    }

    /**
     * Takes the response to a request: [headers] are the names, in any case, each with its values; [body] is decoded from its transfer and content
     * encodings. Returns false for a ticket that is not under way: its result was reported before.
     */
    @JvmOverloads
    public fun onResponse(
        ticket: Ticket,
        status: Int,
        headers: Map<String, List<String>>,
        body: ByteArray,
        now: Instant = Instant.now(),
    ): Boolean = settle(ticket, answerOf(status, headers, body, now), now)

    /** Takes that no response arrived for a request. Returns false for a ticket that is not under way: its result was reported before. */
    @JvmOverloads
    public fun onNoResponse(ticket: Ticket, noResponse: NoResponse, now: Instant = Instant.now()): Boolean =
        settle(ticket, Answer.None(noResponse.text), now)

    /**
     * The HTTP client threw an exception for a request: it carries a response ([Response.of]), or none came ([NoResponse.of]). Then its class and
     * message, and those of what caused it, become [Report.cause].
     */
    @JvmOverloads
    public fun onNoResponse(ticket: Ticket, exception: Throwable, now: Instant = Instant.now()): Boolean =
        settle(ticket, answerOf(exception, now), now, whole(causeOf(exception)))

    /**
     * No response came for a request; [cause] is the text of the HTTP client's error, as it is. [Report.cause] and [DestinationStats.cause] repeat
     * it without anything that the request carried. Returns false for a ticket that is not under way.
     */
    @JvmOverloads
    public fun onFailure(ticket: Ticket, noResponse: NoResponse, cause: String, now: Instant = Instant.now()): Boolean =
        settle(ticket, Answer.None(noResponse.text), now, whole(cause))

    private fun settle(ticket: Ticket, answer: Answer, now: Instant, cause: String = ""): Boolean = lowered(
        { buffer ->
            buffer.putLong(ticket.number)
            FfiConverterTypeAnswer.write(answer, buffer)
            buffer.putLong(millisOf(now))
            FfiConverterString.write(cause, buffer)
        },
        { input, length -> FfiConverterBoolean.read(handle.call { Native.settle(it, input, length) }) },
    )

    /**
     * What became of events since this was asked last. With a journal, reports whose record is stored; each comes again after a [restore] until
     * [acknowledge].
     */
    public fun takeReports(): List<Report> = lowered({}) { input, length ->
        FfiConverterSequenceTypeReportData.read(handle.call { Native.takeReports(it, input, length) }).map(::reportOf)
    }

    /**
     * The report of this event has arrived where it belongs, and need not come again; its id may be used again. Returns false where there is no
     * such report. Without a journal there is nothing to acknowledge.
     */
    public fun acknowledge(id: String): Boolean = lowered({ FfiConverterString.write(id, it) }) { input, length ->
        FfiConverterBoolean.read(handle.call { Native.acknowledge(it, input, length) })
    }

    /**
     * The log since this was asked last, empty where there is none: append it to what is stored, and then say [logStored]. It holds credentials
     * and personal data.
     */
    public fun takeLog(): ByteArray = native { it.takeLog() }

    /**
     * A shorter log that **replaces** everything that is stored, with what [takeLog] would return; null while the stored log is not long (see
     * [DeliveryConfig.snapshotAfterBytes]). Ask for it before each [takeLog]. Replace what is stored at once or not at all, and then say
     * [logStored], or [logNotStored] with any array: then the old log must still be there.
     */
    public fun takeSnapshot(): ByteArray? = native { it.takeSnapshot() }

    /** The log that was taken is stored, or the snapshot. */
    public fun logStored(): Unit = native { it.logStored() }

    /**
     * Takes back a [log] that could not be stored: nothing of it is returned. What was stored of it, if anything was, has to be cut off before
     * the next attempt.
     */
    public fun logNotStored(log: ByteArray): Unit = native { it.logNotStored(log) }

    /** Whether everything is stored that was told so far. Without a journal there is nothing to store. */
    public val isStored: Boolean get() = native { it.isStored() }

    /**
     * A log that begins anew and from which the same is restored: it can replace everything that was stored. Null while there is a log that is
     * not stored, and without a journal.
     */
    public fun snapshot(): ByteArray? = native { it.snapshot() }

    /**
     * Lets requests go to a destination again that was shut: its credentials are mended, say. Returns false where there is no such
     * destination.
     */
    @JvmOverloads
    public fun resume(destination: String, now: Instant = Instant.now()): Boolean = native { it.resume(destination, millisOf(now)) }

    /**
     * Gives the requests that wait for a destination the credentials of [fresh], a request that was built with the new ones for the same app
     * and in the same style. Say [resume] then. Returns false where there is no such destination of its provider.
     */
    public fun renewCredentials(destination: String, fresh: Request): Boolean = native { it.renewCredentials(destination, fresh.data) }

    /**
     * Takes back what [poll] has prepared and not returned, so that it is known of every event whether it was sent. Do not poll after it; store
     * the log once all responses have arrived.
     */
    @JvmOverloads
    public fun recall(now: Instant = Instant.now()): Unit = native { it.recall(millisOf(now)) }

    /** Gives up everything that is not under way: the run ends. */
    @JvmOverloads
    public fun giveUpAll(now: Instant = Instant.now()): Unit = native { it.giveUpAll(millisOf(now)) }

    /** What it has done and what it has to do. */
    public fun stats(): DeliveryStats = statsOf(native { it.stats() })

    /** What is asked seldom goes UniFFI's own way. */
    internal fun <T> native(call: (io.github.s2sevents.ffi.Delivery) -> T): T = try {
        handle.open(call)
    } catch (_: CharacterCodingException) {
        throw ValidationException(listOf(HALF_A_PAIR))
    } catch (_: Fault) {
        throw fault()
    } catch (_: InternalException) {
        throw fault()
    }

    /** Frees the memory, with everything in it that is not stored. Nothing can be asked any more. */
    override fun close(): Unit = handle.close()

    /** Nothing of what it holds: events may be personal data. */
    override fun toString(): String = "Delivery(…)"

    public companion object {
        /**
         * Restores the delivery that wrote a [log], as it was when the log ended; an empty log is that of a new one. [config] may have changed since; its
         * journal is on. A request that was under way is treated as one without a response. [seed] and [once] are as for a new one.
         *
         * Issues of the settings are a [ConfigException]; a log that cannot be read is a [LogException].
         */
        @JvmStatic
        @JvmOverloads
        public fun restore(
            log: ByteArray,
            config: DeliveryConfig = DeliveryConfig(),
            seed: Long = newSeed(),
            once: Boolean = false,
        ): Restored {
            val restored = opened { restoreDelivery(checked(config), seed.toULong(), log, once) }
            return Restored(Delivery { restored.delivery }, restored.wholeBytes.toInt())
        }

        private fun newSeed(): Long = SecureRandom().nextLong()
    }
}

/** What was made of a log. */
public data class Restored(
    /** The delivery that wrote it. */
    val delivery: Delivery,
    /**
     * How many bytes of the log are whole: what follows is the torn end of a write that was never confirmed, and has to be cut off before
     * anything is appended.
     */
    val wholeBytes: Int,
)

private fun <T> opened(open: () -> T): T {
    Native.ensureLoaded()
    return try {
        open()
    } catch (refused: DeliveryException.Settings) {
        throw ConfigException(issuesOf(refused.issues))
    } catch (refused: DeliveryException.Log) {
        throw LogException(refused.text)
    } catch (_: CharacterCodingException) {
        // No other texts are in the settings.
        throw ConfigException(listOf(Issue("/providers", "invalid_unicode", "a key holds half of a surrogate pair")))
    } catch (_: DeliveryException.Panicked) {
        throw fault()
    } catch (_: InternalException) {
        throw fault()
    }
}

/** The settings, if Java or a mapper put nothing into their map that it does not take. */
private fun checked(config: DeliveryConfig): DeliveryConfig {
    val wrong = (config.providers as Map<*, *>?).orEmpty().filterNot { (key, value) -> key is String && value is DeliveryLimits }
    if (wrong.isEmpty()) return config
    throw ConfigException(
        wrong.map { (key, value) ->
            val at = if (key is String) "/providers/${token(whole(key))}" else "/providers"
            val code = if (key == null || value == null) "null_value" else "wrong_type"
            Issue(at, code, "must be the limits of a provider")
        },
    )
}

private fun nextOf(output: ByteBuffer): Next = when (output.getInt()) {
    1 -> Next.Send(Ticket(output.getLong()), Request(ByteArray(output.remaining()).also(output::get)))
    2 -> Next.Store
    3 -> Next.WaitUntil(Instant.ofEpochMilli(output.getLong()))
    4 -> Next.WaitForAnswer
    else -> Next.Idle
}
