package io.github.s2sevents

import io.github.s2sevents.ffi.EventOutcomeData
import io.github.s2sevents.ffi.OutcomeData
import java.time.Duration

/** What a response, or the lack of one, means for the events of a request. `toString` shows nothing that may be personal data. */
public sealed class Outcome(private val data: OutcomeData) {
    /** The provider accepted the event. */
    public class Delivered internal constructor(data: OutcomeData) : Outcome(data)

    /** The provider already has the event. Nothing is left to do. */
    public class Duplicate internal constructor(data: OutcomeData) : Outcome(data)

    /** The provider will never accept the event as it is. */
    public class Rejected internal constructor(data: OutcomeData) : Outcome(data)

    /**
     * The credentials are missing, wrong or lack a permission: stop sending to this destination and fix them. Then the event can be sent
     * again.
     */
    public class Unauthorized internal constructor(data: OutcomeData) : Outcome(data)

    /** The event was not accepted. Send it again later, a bounded number of times. */
    public class RetryLater internal constructor(data: OutcomeData) : Outcome(data)

    /**
     * The event may or may not have been accepted. Sending it again delivers it at least once, and may count it twice where the provider
     * does not deduplicate.
     */
    public class Unclear internal constructor(data: OutcomeData) : Outcome(data)

    /** The decision, as in JSON: `delivered`, `duplicate`, `rejected`, `unauthorized`, `retry_later`, `unclear`. */
    public val kind: String get() = data.kind

    /** What the decision is about. */
    public val scope: Scope = scopeOf(data.scope)

    /** Why, in our words: one of a fixed set of texts, without personal data. */
    public val reason: String get() = data.reason

    /** How long the server asks to wait, for [RetryLater] and [Unclear]. */
    public val retryAfter: Duration? get() = data.retryAfterMillis?.let(Duration::ofMillis)

    /** Whether the provider may have accepted the event although that is not certain. */
    public val maybeDelivered: Boolean get() = data.maybeDelivered

    /** The provider's own error text, with every word masked that may be personal data or a credential. */
    public val providerMessage: String? get() = data.providerMessage

    /** All fields of the provider's response, if it is a JSON object. They may hold personal data. */
    public val details: Map<String, JsonValue> get() = data.details

    /**
     * What the response means for each event of a request of several, in their order, where it names positions. Empty elsewhere: what the
     * outcome says holds for all events.
     */
    public val events: List<EventOutcome> get() = data.events.map(::EventOutcome)

    override fun equals(other: Any?): Boolean = other is Outcome && other.data == data

    override fun hashCode(): Int = data.hashCode()

    override fun toString(): String = "Outcome($kind of ${scope.text}: $reason)"
}

/** What a response means for one event of a request of several. */
public class EventOutcome internal constructor(private val data: EventOutcomeData) {
    /** The decision, as in JSON: see [Outcome.kind]. */
    public val kind: String get() = data.kind

    /** What the decision is about. */
    public val scope: Scope = scopeOf(data.scope)

    /** Why, in our words: one of a fixed set of texts. */
    public val reason: String get() = data.reason

    override fun equals(other: Any?): Boolean = other is EventOutcome && other.data == data

    override fun hashCode(): Int = data.hashCode()

    override fun toString(): String = "EventOutcome($kind of ${scope.text}: $reason)"
}

private fun scopeOf(text: String): Scope = Scope.entries.first { it.text == text }

internal fun outcomeOf(data: OutcomeData): Outcome = when (data.kind) {
    "delivered" -> Outcome.Delivered(data)
    "duplicate" -> Outcome.Duplicate(data)
    "rejected" -> Outcome.Rejected(data)
    "unauthorized" -> Outcome.Unauthorized(data)
    "retry_later" -> Outcome.RetryLater(data)
    else -> Outcome.Unclear(data)
}
