// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

import io.github.s2sevents.ffi.ConfigData
import java.time.Instant

/**
 * Adjust's S2S APIs: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://dev.adjust.com/en/api/s2s-api/events/>.
 *
 * - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as success.
 *   Events, ad revenue, sessions and erasures are scopes of a token: one that lacks a scope gets 401, which
 *   pauses all requests of the destination.
 * - Adjust refuses an event that is older than the last one of the same device and event token, and one that is
 *   older than 58 days.
 * - Adjust documents no deduplication except for event tokens that are set to *unique* in its dashboard: a
 *   repeated purchase may count twice.
 * - A device needs a recorded session before Adjust accepts its events. A delivery sends kinds side by side:
 *   name a lane for a device to keep its session before its events.
 * - Adjust accepts a session no sooner than 20 (guide) or 30 minutes (sessions page) after the last one of its
 *   device, and has to switch sessions on for an app.
 * - `gdpr_forget_device` is permanent, and Adjust takes ten a minute. Its parameters travel in the URL, as
 *   Adjust documents it, and may be in access logs. Give erasures a destination of their own: a `Retry-After` or
 *   an outage of their host pauses all requests of a destination.
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

    /** Builds the request of ad revenue, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun adRevenue(adRevenue: AdjustAdRevenue, now: Instant = Instant.now()): Request =
        buildTyped(AnyEvent.AdjustAdRevenue(adRevenue), now)

    /** Builds the request of a session, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun session(session: AdjustSession, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.AdjustSession(session), now)

    /**
     * Builds the request of a decision about third-party sharing, or throws a [ValidationException] with all of
     * its issues.
     */
    @JvmOverloads
    public fun thirdPartySharing(thirdPartySharing: AdjustThirdPartySharing, now: Instant = Instant.now()): Request =
        buildTyped(AnyEvent.AdjustThirdPartySharing(thirdPartySharing), now)

    /** Builds the request of an erasure, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun gdprForgetDevice(gdprForgetDevice: AdjustGdprForgetDevice, now: Instant = Instant.now()): Request =
        buildTyped(AnyEvent.AdjustGdprForgetDevice(gdprForgetDevice), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<AdjustEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustEvent(it) }

    /** Builds the requests of many events of the kind `ad_revenue`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManyAdRevenue(events: List<AdjustAdRevenue>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustAdRevenue(it) }

    /** Builds the requests of many events of the kind `session`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManySession(events: List<AdjustSession>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustSession(it) }

    /** Builds the requests of many events of the kind `third_party_sharing`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManyThirdPartySharing(events: List<AdjustThirdPartySharing>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustThirdPartySharing(it) }

    /** Builds the requests of many events of the kind `gdpr_forget_device`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManyGdprForgetDevice(events: List<AdjustGdprForgetDevice>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AdjustGdprForgetDevice(it) }
}

/**
 * AppsFlyer's S2S events API for mobile: one app. What is wrong with its configuration is a [ConfigException].
 * See <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>.
 *
 * - An iOS `appId` without `id` in front gets a **200** response, and the event is not recorded. A bundle ID in
 *   its place gets a 400.
 * - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
 * - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival, without an
 *   error: a queue that is stuck over night moves revenue to another day.
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
 * Google Analytics 4's Measurement Protocol: one app. What is wrong with its configuration is a
 * [ConfigException]. See <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>.
 *
 * - Analytics responds with a 2xx to **every** request that it receives: also one with a wrong secret, the ID of
 *   another stream, a reserved name or a malformed body. A 2xx never means that an event was recorded. Check
 *   events of your own with the setting `validation` first.
 * - What exceeds a limit is ignored without an error. Such events are refused here.
 * - Without `sessionId` and `engagementTimeMsec`, events miss Realtime, active users and engaged sessions. Take
 *   both from the SDK or the tag; they are never made up.
 * - `appInstanceId` (app streams) and `clientId` (web streams) must be those of the SDK or the tag: what becomes
 *   of the events of a made-up one is not documented.
 * - An event of more than 72 hours ago is recorded at 72 hours ago.
 * - `value` and `currency` belong together. `value` is in full units (`149.99`, not `14999`), without shipping
 *   and tax.
 * - Google documents for web streams, without naming this protocol, that a second `purchase` of the same
 *   `transactionId` is dropped, and for app streams that it is not. A repetition after an unclear response may
 *   count twice.
 * - `debug_mode: false` counts as switched on, so it is not sent. An event in debug mode is a real one.
 * - An event that the SDK or the tag sends must not be sent S2S, too.
 * - `apiSecret` is in the URL, which proxies may log. It is in Admin, Data streams, Measurement Protocol API
 *   secrets, and belongs on servers only.
 */
public class Ga4(config: Ga4Config) : Client(ConfigData.Typed(AnyConfig.Ga4(config)), { EventJson.of(config, "provider" to "ga4") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: Ga4Event, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.Ga4Event(event), now)

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    @JvmOverloads
    public fun events(identity: Ga4Identity, events: List<Ga4Message>, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(identity, events, Instant.now(), newId) { AnyMessages.Ga4(identity, events) }

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    public fun events(identity: Ga4Identity, events: List<Ga4Message>, newId: NewId?, now: Instant): Request =
        buildTyped(identity, events, now, newId) { AnyMessages.Ga4(identity, events) }
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
    is AnyEvent.AdjustAdRevenue -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "ad_revenue")
    is AnyEvent.AdjustSession -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "session")
    is AnyEvent.AdjustThirdPartySharing -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "third_party_sharing")
    is AnyEvent.AdjustGdprForgetDevice -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "gdpr_forget_device")
    is AnyEvent.AppsFlyerEvent -> EventJson.of(event.v1, "provider" to "appsflyer", "kind" to "event")
    is AnyEvent.Ga4Event -> EventJson.of(event.v1, "provider" to "ga4", "kind" to "event")
    is AnyEvent.MetrixUser -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "user")
    is AnyEvent.MetrixAction -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "action")
    is AnyEvent.MetrixRevenue -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "revenue")
    is AnyEvent.MetrixBusinessEvent -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "business_event")
    is AnyEvent.MetrixInAppEvent -> EventJson.of(event.v1, "provider" to "metrix_inapp", "kind" to "event")
}

/** The event of a message, and its kind; null for anything else. */
internal fun partsOf(message: Any?): Pair<Any, String>? = when (message) {
    is Ga4Message.Event -> message.v1 to "event"
    is MetrixMessage.User -> message.v1 to "user"
    is MetrixMessage.Action -> message.v1 to "action"
    is MetrixMessage.Revenue -> message.v1 to "revenue"
    is MetrixMessage.BusinessEvent -> message.v1 to "business_event"
    else -> null
}
