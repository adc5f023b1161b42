package io.github.s2sevents

import io.github.s2sevents.ffi.DestinationData
import io.github.s2sevents.ffi.ReportData
import io.github.s2sevents.ffi.StatsData

/**
 * What became of an event in the end. Every event that was submitted gets exactly one; after a restore it may come again until it is
 * acknowledged. `toString` does not show the id, which may be personal data.
 */
public data class Report(
    /** The event's id, as it was submitted. */
    val id: String,
    /** Its destination. */
    val destination: String,
    /** What became of it. */
    val kind: ReportKind,
    /** Why, in our words: one of a fixed set of texts, without personal data. */
    val reason: String,
    /** Whether the provider may have the event although it is not reported as delivered. */
    val maybeDelivered: Boolean,
    /** How often it was sent, also where nothing can have arrived. */
    val attempts: Int,
    /** The last outcome. Null where it was never sent, and after a restore. */
    val outcome: Outcome?,
    /**
     * The HTTP client's error, with what caused it, where the last request got no response. It holds nothing that the request carried, and no
     * query of a URL. Null where the last request got a response, where the error is not known, and after a restore.
     */
    val cause: String? = null,
) {
    override fun toString(): String = "Report(${kind.text}: $reason, attempts=$attempts, maybeDelivered=$maybeDelivered)"
}

/** What became of an event. */
public enum class ReportKind(
    /** The kind, as in JSON. */
    public val text: String,
) {
    /** The provider accepted it. */
    DELIVERED("delivered"),

    /** The provider had it already. */
    DUPLICATE("duplicate"),

    /** The provider refuses it, or would: it is not sent again. */
    DROPPED("dropped"),

    /** It was tried as often or as long as the settings allow. */
    GAVE_UP("gave_up"),
}

/** What a delivery has done since it began, and what it has to do. */
public data class DeliveryStats(
    /** Events that were submitted. */
    val submitted: Long,
    /** Events that were delivered. */
    val delivered: Long,
    /** Events that the provider had already. */
    val duplicate: Long,
    /** Events that the provider refuses. */
    val dropped: Long,
    /** Events that were given up. */
    val gaveUp: Long,
    /** Number of requests that were returned to be sent. */
    val requests: Long,
    /** Events that wait or are under way. */
    val pending: Long,
    /** Requests that are under way. */
    val inFlight: Long,
    /** Lanes with events. */
    val lanes: Long,
    /** Lanes without events that are remembered. */
    val rememberedLanes: Long,
    /** What is known of each destination. */
    val destinations: List<DestinationStats>,
)

/** What is known of a destination. */
public data class DestinationStats(
    /** Its name. */
    val name: String,
    /** Provider of its requests; destinations of several providers may share a name. */
    val provider: String,
    /** Whether requests go there. */
    val state: DestinationState,
    /** Requests that are under way. */
    val inFlight: Long,
    /** How many requests may go there in a second, where that is limited. */
    val perSecond: Double?,
    /** The HTTP client's error of the last request that got no response, as in [Report.cause]. Null once a response came. */
    val cause: String? = null,
)

/** Whether requests go to a destination. */
public enum class DestinationState(
    /** The state, as in JSON. */
    public val text: String,
) {
    /** They do. */
    OPEN("open"),

    /** It refuses the credentials or all events; one request now and then tries again. */
    REFUSED("refused"),

    /** It does not respond; one request now and then tries again. */
    SILENT("silent"),
}

internal fun reportOf(data: ReportData): Report = Report(
    data.id, data.destination, ReportKind.entries.first { it.text == data.kind }, data.reason, data.maybeDelivered, data.attempts,
    data.outcome?.let(::outcomeOf), data.cause,
)

internal fun statsOf(data: StatsData): DeliveryStats = DeliveryStats(
    submitted = data.submitted.toLong(),
    delivered = data.delivered.toLong(),
    duplicate = data.duplicate.toLong(),
    dropped = data.dropped.toLong(),
    gaveUp = data.gaveUp.toLong(),
    requests = data.requests.toLong(),
    pending = data.pending.toLong(),
    inFlight = data.inFlight.toLong(),
    lanes = data.lanes.toLong(),
    rememberedLanes = data.rememberedLanes.toLong(),
    destinations = data.destinations.map(::destinationOf),
)

private fun destinationOf(data: DestinationData): DestinationStats {
    val state = DestinationState.entries.first { it.text == data.state }
    return DestinationStats(data.name, data.provider, state, data.inFlight.toLong(), data.perSecond, data.cause)
}
