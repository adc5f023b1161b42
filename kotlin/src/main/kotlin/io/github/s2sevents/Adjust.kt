package io.github.s2sevents

import java.time.Instant

/** Adjust's S2S events API: one app. What is wrong with its configuration is a [ConfigException]. */
public class Adjust(config: AdjustConfig) :
    Client({ io.github.s2sevents.ffi.Client.adjust(config) }, { EventJson.of(config, "provider" to "adjust") }) {
    /** The request of an event, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: AdjustEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.Adjust(event), now)

    /** What becomes of each of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<AdjustEvent>, now: Instant = Instant.now()): List<BuildResult> = build(
        events,
        now,
        null,
        { event, buffer -> typed(AnyEvent.Adjust(event), buffer) },
        { EventJson.of(AnyEvent.Adjust(it)) },
    )
}
