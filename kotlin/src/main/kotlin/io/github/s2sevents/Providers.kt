// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

import io.github.s2sevents.ffi.ConfigData
import java.time.Instant

/**
 * Adjust's S2S events API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://dev.adjust.com/en/api/s2s-api/events/>.
 *
 * - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as success.
 * - Adjust refuses an event that is older than the last one of the same device and event token, and one that is
 *   older than 58 days.
 * - Adjust documents no deduplication except for event tokens that are set to *unique* in its dashboard: a
 *   repeated purchase may count twice.
 * - A device needs a recorded session before Adjust accepts its events.
 * - An event that the SDK sends must not be sent S2S, too.
 * - `revenue` is in full currency units (`149.99`, not `14999`).
 * - Event tokens and the app token are in the dashboard under AppView, the S2S security token under Protection.
 *   They belong on servers only.
 */
public class Adjust(config: AdjustConfig) :
    Client(ConfigData.Typed(AnyConfig.Adjust(config)), { EventJson.of(config, "provider" to "adjust") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: AdjustEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.AdjustEvent(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<AdjustEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustEvent(it) }
}

/**
 * AppsFlyer's S2S events API for mobile: one app. What is wrong with its configuration is a [ConfigException].
 * See <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>.
 *
 * - An iOS `appId` without `id` in front gets a **200** response, and the event is not recorded. A bundle ID in
 *   its place gets a 400.
 * - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
 * - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival, without an
 *   error: a queue that stands over night moves revenue to another day.
 * - AppsFlyer documents no deduplication: a repetition after an unclear response may count revenue twice.
 * - A body may have 1 KB: long product lists do not fit. What happens to a larger one is not documented.
 * - The currency belongs into `eventCurrency`, not into `eventValue` as in the SDKs.
 * - A 500 response may be due to the body, so that repeating it does not help.
 * - `ip` is the device's. The server's own address would move all users to its data center.
 * - An event that the SDK sends must not be sent S2S, too: both are counted.
 * - An event that arrives within seconds of the install may be lost or count as organic.
 * - The S2S key is in the security center of the dashboard, under AppsFlyer API tokens, where admins alone see
 *   it. The dev key and the token of the pull API do not work. It belongs on servers only.
 */
public class AppsFlyer(config: AppsFlyerConfig) :
    Client(ConfigData.Typed(AnyConfig.AppsFlyer(config)), { EventJson.of(config, "provider" to "appsflyer") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: AppsFlyerEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.AppsFlyerEvent(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<AppsFlyerEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AppsFlyerEvent(it) }
}

/**
 * Metrix's REST API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://docs.metrix.ir/en/technical/api/getting-started>.
 *
 * An event without `id` gets one from `newId`: a random UUID by default; with null the absence is an issue.
 *
 * - Metrix's pages disagree on the format of `time`; see the setting `timeFormat`.
 * - A 200 means that the request was received, not that the messages were processed.
 * - Metrix drops a message whose `id` it has seen: a repetition is safe if it keeps `id` and `time`.
 * - Metrix also drops one of two messages of the same `metrixUserId` with the same time, which is likelier with
 *   whole seconds.
 * - The dashboard may have a list of the IP addresses that may send requests. Others get a 403.
 * - The keys are in the dashboard under Application Settings. The API key is a server key and belongs on servers
 *   only.
 * - An event that the SDK sends must not be sent S2S, too.
 */
public class Metrix(config: MetrixConfig) :
    Client(ConfigData.Typed(AnyConfig.Metrix(config)), { EventJson.of(config, "provider" to "metrix") }) {
    /** Builds the request of a profile update, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun user(user: MetrixUser, newId: NewId? = NewId.RANDOM): Request = buildTyped(AnyEvent.MetrixUser(user), Instant.now(), newId)

    /** Builds the request of a profile update, or throws a [ValidationException] with all of its issues. */
    public fun user(user: MetrixUser, newId: NewId?, now: Instant): Request = buildTyped(AnyEvent.MetrixUser(user), now, newId)

    /** Builds the request of an action, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun action(action: MetrixAction, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixAction(action), Instant.now(), newId)

    /** Builds the request of an action, or throws a [ValidationException] with all of its issues. */
    public fun action(action: MetrixAction, newId: NewId?, now: Instant): Request = buildTyped(AnyEvent.MetrixAction(action), now, newId)

    /** Builds the request of revenue, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun revenue(revenue: MetrixRevenue, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixRevenue(revenue), Instant.now(), newId)

    /** Builds the request of revenue, or throws a [ValidationException] with all of its issues. */
    public fun revenue(revenue: MetrixRevenue, newId: NewId?, now: Instant): Request =
        buildTyped(AnyEvent.MetrixRevenue(revenue), now, newId)

    /** Builds the request of a business event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun businessEvent(businessEvent: MetrixBusinessEvent, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(AnyEvent.MetrixBusinessEvent(businessEvent), Instant.now(), newId)

    /** Builds the request of a business event, or throws a [ValidationException] with all of its issues. */
    public fun businessEvent(businessEvent: MetrixBusinessEvent, newId: NewId?, now: Instant): Request =
        buildTyped(AnyEvent.MetrixBusinessEvent(businessEvent), now, newId)

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    @JvmOverloads
    public fun messages(identity: MetrixIdentity, messages: List<MetrixMessage>, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(identity, messages, Instant.now(), newId) { AnyMessages.Metrix(identity, messages) }

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    public fun messages(identity: MetrixIdentity, messages: List<MetrixMessage>, newId: NewId?, now: Instant): Request =
        buildTyped(identity, messages, now, newId) { AnyMessages.Metrix(identity, messages) }
}

/**
 * Metrix's older API for in-app events: one app. What is wrong with its configuration is a [ConfigException].
 * See <https://docs.metrix.ir/faq/s2s-integration/>.
 *
 * - The documented address is plain `http`: the key travels in clear, and every request carries the warning
 *   `insecure_transport`. Newer copies of the page have `https://analytics.metrix.ir`; set `baseUrl` to it if
 *   your account accepts it.
 * - Exactly one of `idfa` and `advertisingId` must be sent.
 * - An event that the SDK sends must not be sent S2S, too.
 * - No deduplication is documented: a repetition after an unclear outcome may count twice.
 * - The dev key is in the dashboard under Settings, S2S Integration, where the IP addresses of your servers are
 *   entered, too. It belongs on servers only.
 */
public class MetrixInApp(config: MetrixInAppConfig) :
    Client(ConfigData.Typed(AnyConfig.MetrixInApp(config)), { EventJson.of(config, "provider" to "metrix_inapp") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: MetrixInAppEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.MetrixInAppEvent(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<MetrixInAppEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.MetrixInAppEvent(it) }
}

/** The JSON form of a typed event that cannot be written as it is. */
internal fun jsonOf(event: AnyEvent): EventJson = when (event) {
    is AnyEvent.AdjustEvent -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "event")
    is AnyEvent.AppsFlyerEvent -> EventJson.of(event.v1, "provider" to "appsflyer", "kind" to "event")
    is AnyEvent.MetrixUser -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "user")
    is AnyEvent.MetrixAction -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "action")
    is AnyEvent.MetrixRevenue -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "revenue")
    is AnyEvent.MetrixBusinessEvent -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "business_event")
    is AnyEvent.MetrixInAppEvent -> EventJson.of(event.v1, "provider" to "metrix_inapp", "kind" to "event")
}

/** The event of a message, and its kind; null for anything else. */
internal fun partsOf(message: Any?): Pair<Any, String>? = when (message) {
    is MetrixMessage.User -> message.v1 to "user"
    is MetrixMessage.Action -> message.v1 to "action"
    is MetrixMessage.Revenue -> message.v1 to "revenue"
    is MetrixMessage.BusinessEvent -> message.v1 to "business_event"
    else -> null
}
