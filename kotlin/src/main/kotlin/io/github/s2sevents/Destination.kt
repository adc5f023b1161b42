package io.github.s2sevents

import io.github.s2sevents.ffi.ConfigData
import io.github.s2sevents.ffi.MessagesData
import java.time.Instant

/**
 * A client of the provider that a configuration names, for events in the JSON form, which name their provider and kind.
 * The configuration is a JSON object with the name of the `provider` and its settings; its issues are a [ConfigException].
 */
public class Destination internal constructor(native: io.github.s2sevents.ffi.Client) : Client(native) {
    public constructor(config: String) : this(clientOf(ConfigData.Json(escaped(config))) { error("an escaped text is whole") })

    /** The request of an event, one JSON object, or a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun build(event: String, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): Request =
        build(escaped(event).toByteArray(), now, newId)

    /** The same for the bytes of a JSON text in UTF-8. */
    @JvmOverloads
    public fun build(event: ByteArray, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): Request =
        build(listOf(event), now, newId, ::json, EventJson::ofNone).single().orThrow()

    /**
     * Returns the key of the lane of an event, one JSON object, or null where the order does not matter: see [Request.laneKey]. It does not depend
     * on [now], which is for the checks of the event, nor on an id, which may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: String, now: Instant = Instant.now()): String? = build(event, now, UNSENT).laneKey()

    /** The same for the bytes of a JSON text in UTF-8. */
    @JvmOverloads
    public fun laneKey(event: ByteArray, now: Instant = Instant.now()): String? = build(event, now, UNSENT).laneKey()

    /** One request of several messages of one user: an object, and an array of messages with their kinds. */
    @JvmOverloads
    public fun messages(identity: String, messages: String, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): Request {
        // As many as there can be, at most.
        val count = if (newId === NewId.RANDOM) 0 else messages.count { it == '{' }
        return buildMessages(MessagesData.Json(escaped(identity), escaped(messages)), count, now, newId).orThrow()
    }

    /** What becomes of each of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<ByteArray>, now: Instant = Instant.now(), newId: NewId? = NewId.RANDOM): List<BuildResult> =
        build(events, now, newId, ::json, EventJson::ofNone)

    /**
     * The requests of the events in [lines], one JSON object per line, as lines of JSON: `{"line":1,"request":{…},"warnings":[…]}` or
     * `{"line":2,"issues":[…]}`. All cores work. Without [showSecrets], credentials are `[redacted]`.
     */
    @JvmOverloads
    public fun buildJsonl(
        lines: ByteArray,
        now: Instant = Instant.now(),
        newId: NewId? = NewId.RANDOM,
        showSecrets: Boolean = true,
    ): ByteArray = buildLines(lines, now, newId, showSecrets)
}
