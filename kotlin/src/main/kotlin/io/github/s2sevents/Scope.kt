// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

/** What an outcome is about, and so what else it stops. */
public enum class Scope(
    /** The word in JSON. */
    public val text: String,
) {
    /** This event only. */
    EVENT("event"),

    /** Every event of this device: it opted out, or the provider does not know it (yet). */
    DEVICE("device"),

    /** Every event for this destination: credentials, an inactive app, a wrong address. */
    DESTINATION("destination"),
}
