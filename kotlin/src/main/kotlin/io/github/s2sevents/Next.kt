package io.github.s2sevents

import java.time.Instant

/** What a [Delivery] says that is to be done next. */
public sealed interface Next {
    /** Send this request, and tell what came back for the ticket. There may be more to send at once. */
    public data class Send(
        /** Identifies the request when its response is reported. */
        val ticket: Ticket,
        /** The request. It has no warnings any more. */
        val request: Request,
    ) : Next

    /** Store the log; then ask again. */
    public data object Store : Next

    /** Nothing can be sent before that time, unless a response or an event arrives. */
    public data class WaitUntil(val time: Instant) : Next

    /** Nothing can be sent before a response arrives. */
    public data object WaitForAnswer : Next

    /** Nothing waits and nothing is under way. */
    public data object Idle : Next
}

/** A request that is under way. */
public class Ticket internal constructor(internal val number: Long) {
    override fun equals(other: Any?): Boolean = other is Ticket && other.number == number

    override fun hashCode(): Int = number.hashCode()

    override fun toString(): String = "Ticket(${number.toULong()})"
}

/** What an accepted submission has become. */
public data class Accepted(
    /** The event had no time, and got that of its submission: see [DeliveryConfig.dateUndated]. */
    val isDated: Boolean,
)

/** A part of an event that [Delivery.submitParts] took, or one that has no request. */
public data class SubmittedPart(
    /** The label of its destination: see [Part.destination]. */
    val destination: String,
    /** What the submission has become; null for a part without a request, which was not submitted. */
    val accepted: Accepted?,
)

/** Why an event was not taken. */
public enum class Refused(
    /** The stable code. */
    public val text: String,
) {
    /** As many events wait as [DeliveryConfig.maxPending] allows. Send what is there first. */
    FULL("full"),

    /** An event of this id waits, or its report is not acknowledged yet. */
    ID_IN_USE("id_in_use"),

    /** The id, or the destination's name, is empty or longer than 255 bytes. */
    INVALID_NAME("invalid_name"),
}

/** An event was not taken: it waits nowhere, and nothing has changed. The message never holds its id. */
public class RefusedException @JvmOverloads constructor(
    /** Why. */
    public val reason: Refused,
    message: String,
    /** The label of the destination whose part was not taken, where parts of an event were submitted. */
    public val destination: String? = null,
) : RuntimeException(message)

/** A log from which no delivery can be made: it is none, is of another version of this library, or is damaged before its end. */
public class LogException(message: String) : IllegalArgumentException(message)
