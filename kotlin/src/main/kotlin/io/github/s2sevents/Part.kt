package io.github.s2sevents

import io.github.s2sevents.ffi.ExplainedData
import io.github.s2sevents.ffi.RowData
import io.github.s2sevents.ffi.VerdictData

/** What becomes of a neutral event at one destination. `toString` shows the label, the verdict and codes of issues, and no value. */
public sealed class Part {
    /**
     * The label of the destination: its name, or that of its provider where it has none. A destination that has the name of a provider is
     * `destination.NAME`.
     */
    public abstract val destination: String

    /** The name of the destination's provider API. */
    public abstract val provider: String

    /** The event is built. Paths of the request's warnings are those of the neutral event. */
    public data class Built(
        override val destination: String,
        override val provider: String,
        /** The request. */
        val request: Request,
    ) : Part()

    /** The event has issues at this destination, and nothing is sent there. Other destinations get it all the same. */
    public data class Refused(
        override val destination: String,
        override val provider: String,
        /** All issues, at least one. Their paths are those of the neutral event. */
        val issues: List<Issue>,
    ) : Part()

    /** The destination does not get the event: see [EventTarget.SKIP]. */
    public data class Skipped(override val destination: String, override val provider: String) : Part()

    final override fun toString(): String = when (this) {
        is Built -> shown("built", request.warnings)
        is Refused -> shown("refused", issues)
        is Skipped -> shown("skipped", emptyList())
    }

    private fun shown(verdict: String, issues: List<Issue>): String =
        "Part($destination: ${(listOf(verdict) + issues.map { it.code }).joinToString()})"
}

/** What becomes of a neutral event at one destination, and where its fields go there. */
public data class Explained(
    /** What becomes of it. */
    val part: Part,
    /** The fields that have a place there, also those that the event does not have. Empty where the event is skipped. */
    val rows: List<Row>,
) {
    override fun toString(): String = "Explained($part, ${rows.size} rows)"
}

/** Where a field of a neutral event goes at a destination. It holds no value. */
public data class Row(
    /** The field: a JSON Pointer into the neutral event, in which `*` is the position of an item. */
    val from: String,
    /** The field of the provider's own event in the JSON form: a JSON Pointer, in which `*` is a position. */
    val to: String,
    /** How its value gets there. */
    val how: How,
    /** Whether the event has the field. */
    val isGiven: Boolean,
) {
    /** How a value gets to its place. */
    public enum class How(
        /** The stable name. */
        public val text: String,
    ) {
        /** As it is, or in the provider's form of it. */
        PLAIN("plain"),

        /** As a digest of its normal form. */
        HASHED("hashed"),

        /** In the provider's word for it. */
        NAMED("named"),

        /** Not at all: the user has not consented. */
        WITHHELD("withheld"),
    }
}

internal fun explainedOf(data: ExplainedData): Explained = Explained(partOf(data), data.rows.map(::rowOf))

internal fun partOf(data: ExplainedData): Part = when (val verdict = data.verdict) {
    is VerdictData.Built -> Part.Built(data.label, data.provider, Request(verdict.request))
    is VerdictData.Refused -> Part.Refused(data.label, data.provider, issuesOf(verdict.issues))
    is VerdictData.Skipped -> Part.Skipped(data.label, data.provider)
}

private fun rowOf(data: RowData): Row = Row(data.from, data.to, Row.How.entries.first { it.text == data.how }, data.isGiven)
