package io.github.s2sevents

import java.time.Instant

/** Metrix's older API for in-app events: one app. What is wrong with its configuration is a [ConfigException]. */
public class MetrixInApp(config: MetrixInAppConfig) :
    Client({ io.github.s2sevents.ffi.Client.metrixInApp(config) }, { EventJson.of(config, "provider" to "metrix_inapp") }) {
    /** The request of an event, or a [ValidationException] with all of its issues. */
    public fun event(event: MetrixInAppEvent): Request = buildTyped(AnyEvent.MetrixInApp(event))

    /** What becomes of each of many events, in their order. All cores work. */
    public fun buildMany(events: List<MetrixInAppEvent>): List<BuildResult> = build(
        events,
        Instant.EPOCH,
        null,
        { event, buffer -> typed(AnyEvent.MetrixInApp(event), buffer) },
        { EventJson.of(AnyEvent.MetrixInApp(it)) },
    )
}
