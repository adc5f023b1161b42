// Made by `cargo xtask generate` from `crates/s2s-core`.

package io.github.s2sevents

import io.github.s2sevents.ffi.ConfigData
import io.github.s2sevents.ffi.OneDestinationData
import io.github.s2sevents.ffi.TargetData
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
    Client(clientOf(ConfigData.Typed(AnyConfig.Adjust(config))) { EventJson.of(config, "provider" to "adjust") }) {
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

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AdjustEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.AdjustEvent(event), now)

    /**
     * Returns the key of the lane of ad revenue, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AdjustAdRevenue, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.AdjustAdRevenue(event), now)

    /**
     * Returns the key of the lane of a session, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AdjustSession, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.AdjustSession(event), now)

    /**
     * Returns the key of the lane of a decision about third-party sharing, or null where the order does not
     * matter: see [Request.laneKey]. It does not depend on [now], which is for the checks of the event, nor on
     * an id, which may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AdjustThirdPartySharing, now: Instant = Instant.now()): String? =
        laneKeyTyped(AnyEvent.AdjustThirdPartySharing(event), now)

    /**
     * Returns the key of the lane of an erasure, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AdjustGdprForgetDevice, now: Instant = Instant.now()): String? =
        laneKeyTyped(AnyEvent.AdjustGdprForgetDevice(event), now)

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
    Client(clientOf(ConfigData.Typed(AnyConfig.AppsFlyer(config))) { EventJson.of(config, "provider" to "appsflyer") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: AppsFlyerEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.AppsFlyerEvent(event), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: AppsFlyerEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.AppsFlyerEvent(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<AppsFlyerEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.AppsFlyerEvent(it) }
}

/**
 * Branch's Events API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://help.branch.io/apidocs/events>.
 *
 * - Branch refuses a standard name that arrives as a custom event. That is refused here, as is another name as a
 *   standard event. Names are in upper case: `purchase` is not `PURCHASE`.
 * - No time is sent. Branch records an event when it arrives, so that replays and retries over night are counted
 *   on the day of their arrival. See the settings `late` and `maxDelay`, and `maxAgeMs` of a delivery.
 * - A 400 means a wrong key or a wrong field. The first one stops a destination, the second one is about its
 *   event alone; the response's body says which one it is.
 * - A series of refusals of one field has been an outage of Branch's before. Do not throw such events away
 *   unseen. The response's header `X-Branch-Request-Id` serves Branch's support.
 * - `developerIdentity` is a text, and must be the one that the app gives to Branch's SDK.
 * - An identifier of a device needs `os`.
 * - Without `currency`, revenue counts as US dollars.
 * - Revenue of a custom event may be ignored. Use a standard commerce event.
 * - `customData` and `metaData` are two things; `metadata` is for Branch's own use, and not sent.
 * - Geography is that of your server, unless `ipOverride` is set and Branch's support has allowed the header for
 *   your app.
 * - No deduplication is documented, also not by `transactionId`. A repetition after an unclear response may
 *   count twice.
 * - Events of a `key_test_` key go to the test environment, and no response says so.
 * - An event that Branch's SDK logs must not be sent S2S, too.
 */
public class Branch(config: BranchConfig) :
    Client(clientOf(ConfigData.Typed(AnyConfig.Branch(config))) { EventJson.of(config, "provider" to "branch") }) {
    /** Builds the request of a standard event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun standard(standard: BranchStandard, now: Instant = Instant.now()): Request =
        buildTyped(AnyEvent.BranchStandard(standard), now)

    /** Builds the request of a custom event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun custom(custom: BranchCustom, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.BranchCustom(custom), now)

    /**
     * Returns the key of the lane of a standard event, or null where the order does not matter: see
     * [Request.laneKey]. It does not depend on [now], which is for the checks of the event, nor on an id, which
     * may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: BranchStandard, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.BranchStandard(event), now)

    /**
     * Returns the key of the lane of a custom event, or null where the order does not matter: see
     * [Request.laneKey]. It does not depend on [now], which is for the checks of the event, nor on an id, which
     * may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: BranchCustom, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.BranchCustom(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<BranchStandard>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.BranchStandard(it) }

    /** Builds the requests of many events of the kind `custom`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManyCustom(events: List<BranchCustom>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.BranchCustom(it) }
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
public class Ga4(config: Ga4Config) :
    Client(clientOf(ConfigData.Typed(AnyConfig.Ga4(config))) { EventJson.of(config, "provider" to "ga4") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: Ga4Event, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.Ga4Event(event), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: Ga4Event, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.Ga4Event(event), now)

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    @JvmOverloads
    public fun events(identity: Ga4Identity, events: List<Ga4Message>, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(identity, events, Instant.now(), newId) { AnyMessages.Ga4(identity, events) }

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    public fun events(identity: Ga4Identity, events: List<Ga4Message>, newId: NewId?, now: Instant): Request =
        buildTyped(identity, events, now, newId) { AnyMessages.Ga4(identity, events) }
}

/**
 * Meta's Conversions API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>.
 *
 * - **All or nothing.** One invalid event, or one that is too old, refuses all events of its request. So a
 *   request has one event by default, see the setting `maxEvents`. A delivery sends the events of a refused
 *   request again in smaller ones.
 * - Events of more than 7 days ago are refused, of a `physical_store` those of more than 62 days ago. Meta
 *   advises to send within an hour.
 * - A 2xx counts as delivered only if its `events_received` is the number of events that were sent.
 * - `eventId`, with `eventName`, is compared with events of the pixel or the app's SDK. That two equal events of
 *   a server are merged is not documented: a repetition after an unclear response keeps `eventId` and
 *   `eventTime`, and may count twice.
 * - `testEventCode` does not make a test: **the events count**. There is no dry run.
 * - `Purchase` requires `value` and `currency`. App events have the names of the web: `Purchase`, not
 *   `fb_mobile_purchase`.
 * - A `website` needs `eventSourceUrl` and `clientUserAgent`; an `app` needs `appData`, whose
 *   `advertiserTrackingEnabled` is not a member of the event. Nothing of them is made up.
 * - Plain values belong into plain fields, which are hashed here, and digests into `hashed_…` fields. Meta
 *   refuses a request for one value that it does not expect in plain form.
 * - Some identifiers are too weak on their own, such as a name with a gender, or a user agent: Meta refuses the
 *   event.
 * - An `externalId` matches only if every channel sends it in the same form.
 * - The access token is in the URL, which proxies may log; the setting `tokenIn` can move it.
 * - `apiVersion` expires: look at it at least once a year.
 */
public class Meta(config: MetaConfig) :
    Client(clientOf(ConfigData.Typed(AnyConfig.Meta(config))) { EventJson.of(config, "provider" to "meta") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: MetaEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.MetaEvent(event), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetaEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.MetaEvent(event), now)

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    @JvmOverloads
    public fun events(events: List<MetaMessage>, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(NoIdentity(), events, Instant.now(), newId) { AnyMessages.Meta(NoIdentity(), events) }

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    public fun events(events: List<MetaMessage>, newId: NewId?, now: Instant): Request =
        buildTyped(NoIdentity(), events, now, newId) { AnyMessages.Meta(NoIdentity(), events) }
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
    Client(clientOf(ConfigData.Typed(AnyConfig.Metrix(config))) { EventJson.of(config, "provider" to "metrix") }) {
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

    /**
     * Returns the key of the lane of a profile update, or null where the order does not matter: see
     * [Request.laneKey]. It does not depend on [now], which is for the checks of the event, nor on an id, which
     * may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetrixUser, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.MetrixUser(event), now)

    /**
     * Returns the key of the lane of an action, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetrixAction, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.MetrixAction(event), now)

    /**
     * Returns the key of the lane of revenue, or null where the order does not matter: see [Request.laneKey]. It
     * does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetrixRevenue, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.MetrixRevenue(event), now)

    /**
     * Returns the key of the lane of a business event, or null where the order does not matter: see
     * [Request.laneKey]. It does not depend on [now], which is for the checks of the event, nor on an id, which
     * may be absent. An event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetrixBusinessEvent, now: Instant = Instant.now()): String? =
        laneKeyTyped(AnyEvent.MetrixBusinessEvent(event), now)

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
    Client(clientOf(ConfigData.Typed(AnyConfig.MetrixInApp(config))) { EventJson.of(config, "provider" to "metrix_inapp") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: MetrixInAppEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.MetrixInAppEvent(event), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: MetrixInAppEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.MetrixInAppEvent(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<MetrixInAppEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.MetrixInAppEvent(it) }
}

/**
 * Singular's S2S API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://support.singular.net/hc/en-us/articles/31496864868635>.
 *
 * - Singular responds with **200** to every request, and the body decides. Even `{"status":"ok"}` says only that
 *   the event was queued: one with a wrong SDK key, app ID or name may vanish without a word. Look at new events
 *   in the Testing Console or the Export Logs, which lag about three hours.
 * - A device needs a session before its first event, and its requests have to arrive in the order of their
 *   times. A delivery sends the sessions and events of a device in that order where their first identifier is
 *   the same: give a session the `sdid`, too, if the device's events are of V2, and give both their `time`.
 * - V2, the default, identifies a device by `sdid` (the Singular Device ID of the SDK) alone and ignores the
 *   identifiers of its platform. Accounts created since 2026-07-15 have V2 only.
 * - `ip` is the device's address. `useRequestIp` takes the address of your server, and with it every user is in
 *   your data centre; it is never the default.
 * - Names of platforms are case-sensitive at Singular, and its pages spell those of consoles in several ways:
 *   see `consolePlatforms`.
 * - In a session, `n` is the name of the app, which is `appName` here.
 * - If the app's setting "Reject IAP without Receipt" is on, Singular drops revenue without a `purchaseReceipt`
 *   without a word: set `requireReceipt`.
 * - Singular reports at most 150 different names of events for an app, a platform and a version: a name with an
 *   ID in it, such as `level_4711`, uses them up.
 * - No deduplication is documented: a repetition after an unclear response may count twice. `eventId` and
 *   `purchaseTransactionId` are not said to merge anything at Singular.
 * - What was sent cannot be deleted. Singular has no sandbox: use an app of its own for tests.
 * - An event (revenue above all) or a session that the SDK sends must not be sent S2S, too.
 */
public class Singular(config: SingularConfig) :
    Client(clientOf(ConfigData.Typed(AnyConfig.Singular(config))) { EventJson.of(config, "provider" to "singular") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: SingularEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.SingularEvent(event), now)

    /** Builds the request of ad revenue, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun adRevenue(adRevenue: SingularAdRevenue, now: Instant = Instant.now()): Request =
        buildTyped(AnyEvent.SingularAdRevenue(adRevenue), now)

    /** Builds the request of a session, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun session(session: SingularSession, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.SingularSession(session), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: SingularEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.SingularEvent(event), now)

    /**
     * Returns the key of the lane of ad revenue, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: SingularAdRevenue, now: Instant = Instant.now()): String? =
        laneKeyTyped(AnyEvent.SingularAdRevenue(event), now)

    /**
     * Returns the key of the lane of a session, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: SingularSession, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.SingularSession(event), now)

    /** Builds the requests of many events, in their order. All cores work. */
    @JvmOverloads
    public fun buildMany(events: List<SingularEvent>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.SingularEvent(it) }

    /** Builds the requests of many events of the kind `ad_revenue`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManyAdRevenue(events: List<SingularAdRevenue>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.SingularAdRevenue(it) }

    /** Builds the requests of many events of the kind `session`, in their order. All cores work. */
    @JvmOverloads
    public fun buildManySession(events: List<SingularSession>, now: Instant = Instant.now()): List<BuildResult> =
        buildTyped(events, now, null) { AnyEvent.SingularSession(it) }
}

/**
 * TikTok's Events API: one app. What is wrong with its configuration is a [ConfigException]. See
 * <https://business-api.tiktok.com/portal/docs?id=1771101303285761>.
 *
 * - TikTok responds with 200 to errors, too: the `code` in the body decides, and 0 is success.
 * - `eventSource` `app` has to be switched on by TikTok. Its `eventSourceId` is the TikTok App ID, not the ID of
 *   a store; that of `offline` is the ID of the offline event set, not a pixel code.
 * - The token goes into the header `access-token` without `Bearer`.
 * - A repetition of an event is dropped if `eventId` is set and the same at each try, within 48 hours. For
 *   events of an app that is not documented.
 * - One wrong event makes TikTok refuse all events of its request. Requests have one event each unless
 *   `maxEvents` says otherwise.
 * - `code` 20001 means that some events of a request were accepted. Which ones is not documented.
 * - Apps and websites have different names for the same event: `Checkout` and `InitiateCheckout`, `Registration`
 *   and `CompleteRegistration`. A name of your own needs `custom`.
 * - An impression of an ad is `InAppADImpr` in one SDK of TikTok and `InAppAdImpr` in the other: see the setting
 *   `adImpressionName`.
 * - Phone numbers are hashed with their `+`, email addresses keep their dots and `+suffix`.
 * - TikTok's page contradicts itself on the case in which an IDFA is hashed. Raw identifiers avoid the question.
 * - `value` is in full units of `currency` (`149.99`, not `14999`), and of the whole order; `price` is that of
 *   one piece.
 * - Whether events with `testEventCode` count is not documented.
 */
public class TikTok(config: TikTokConfig) :
    Client(clientOf(ConfigData.Typed(AnyConfig.TikTok(config))) { EventJson.of(config, "provider" to "tiktok") }) {
    /** Builds the request of an event, or throws a [ValidationException] with all of its issues. */
    @JvmOverloads
    public fun event(event: TikTokEvent, now: Instant = Instant.now()): Request = buildTyped(AnyEvent.TikTokEvent(event), now)

    /**
     * Returns the key of the lane of an event, or null where the order does not matter: see [Request.laneKey].
     * It does not depend on [now], which is for the checks of the event, nor on an id, which may be absent. An
     * event with issues is a [ValidationException].
     */
    @JvmOverloads
    public fun laneKey(event: TikTokEvent, now: Instant = Instant.now()): String? = laneKeyTyped(AnyEvent.TikTokEvent(event), now)

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    @JvmOverloads
    public fun events(events: List<TikTokMessage>, newId: NewId? = NewId.RANDOM): Request =
        buildTyped(NoIdentity(), events, Instant.now(), newId) { AnyMessages.TikTok(NoIdentity(), events) }

    /** Builds one request of several, or throws a [ValidationException] with all issues. */
    public fun events(events: List<TikTokMessage>, newId: NewId?, now: Instant): Request =
        buildTyped(NoIdentity(), events, now, newId) { AnyMessages.TikTok(NoIdentity(), events) }
}

/**
 * A destination of [Destinations]: the configuration of its provider, and how it takes neutral events. `events` says what events become there; an
 * event without an entry becomes what the provider documents for it, and where there is nothing, that is an issue. `mapping` says what happens
 * to fields that have no place there, and without consent. `name` is needed where a provider has several destinations.
 */
public class DestinationConfig private constructor(
    private val config: AnyConfig,
    private val events: Map<EventName, EventTarget>,
    private val mapping: EventMapping,
    private val name: String?,
) {
    internal val data: OneDestinationData
        get() = OneDestinationData(name, config, events.map { (event, own) -> TargetData(event, own.name, own.kind) }, mapping)

    /** A destination of Adjust's S2S APIs. */
    @JvmOverloads
    public constructor(
        config: AdjustConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Adjust(config), events, mapping, name)

    /** A destination of AppsFlyer's S2S events API for mobile. */
    @JvmOverloads
    public constructor(
        config: AppsFlyerConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.AppsFlyer(config), events, mapping, name)

    /** A destination of Branch's Events API. */
    @JvmOverloads
    public constructor(
        config: BranchConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Branch(config), events, mapping, name)

    /** A destination of Google Analytics 4's Measurement Protocol. */
    @JvmOverloads
    public constructor(
        config: Ga4Config,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Ga4(config), events, mapping, name)

    /** A destination of Meta's Conversions API. */
    @JvmOverloads
    public constructor(
        config: MetaConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Meta(config), events, mapping, name)

    /** A destination of Metrix's REST API. */
    @JvmOverloads
    public constructor(
        config: MetrixConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Metrix(config), events, mapping, name)

    /** A destination of Metrix's older API for in-app events. */
    @JvmOverloads
    public constructor(
        config: MetrixInAppConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.MetrixInApp(config), events, mapping, name)

    /** A destination of Singular's S2S API. */
    @JvmOverloads
    public constructor(
        config: SingularConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.Singular(config), events, mapping, name)

    /** A destination of TikTok's Events API. */
    @JvmOverloads
    public constructor(
        config: TikTokConfig,
        events: Map<EventName, EventTarget> = emptyMap(),
        mapping: EventMapping = EventMapping(),
        name: String? = null,
    ) : this(AnyConfig.TikTok(config), events, mapping, name)

    /** The name alone: a configuration holds credentials. */
    override fun toString(): String = if (name == null) "DestinationConfig(…)" else "DestinationConfig($name, …)"
}

/** The JSON form of a typed event that cannot be written as it is. */
internal fun jsonOf(event: AnyEvent): EventJson = when (event) {
    is AnyEvent.AdjustEvent -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "event")
    is AnyEvent.AdjustAdRevenue -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "ad_revenue")
    is AnyEvent.AdjustSession -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "session")
    is AnyEvent.AdjustThirdPartySharing -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "third_party_sharing")
    is AnyEvent.AdjustGdprForgetDevice -> EventJson.of(event.v1, "provider" to "adjust", "kind" to "gdpr_forget_device")
    is AnyEvent.AppsFlyerEvent -> EventJson.of(event.v1, "provider" to "appsflyer", "kind" to "event")
    is AnyEvent.BranchStandard -> EventJson.of(event.v1, "provider" to "branch", "kind" to "standard")
    is AnyEvent.BranchCustom -> EventJson.of(event.v1, "provider" to "branch", "kind" to "custom")
    is AnyEvent.Ga4Event -> EventJson.of(event.v1, "provider" to "ga4", "kind" to "event")
    is AnyEvent.MetaEvent -> EventJson.of(event.v1, "provider" to "meta", "kind" to "event")
    is AnyEvent.MetrixUser -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "user")
    is AnyEvent.MetrixAction -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "action")
    is AnyEvent.MetrixRevenue -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "revenue")
    is AnyEvent.MetrixBusinessEvent -> EventJson.of(event.v1, "provider" to "metrix", "kind" to "business_event")
    is AnyEvent.MetrixInAppEvent -> EventJson.of(event.v1, "provider" to "metrix_inapp", "kind" to "event")
    is AnyEvent.SingularEvent -> EventJson.of(event.v1, "provider" to "singular", "kind" to "event")
    is AnyEvent.SingularAdRevenue -> EventJson.of(event.v1, "provider" to "singular", "kind" to "ad_revenue")
    is AnyEvent.SingularSession -> EventJson.of(event.v1, "provider" to "singular", "kind" to "session")
    is AnyEvent.TikTokEvent -> EventJson.of(event.v1, "provider" to "tiktok", "kind" to "event")
}

/** The event of a message, and its kind; null for anything else. */
internal fun partsOf(message: Any?): Pair<Any, String>? = when (message) {
    is Ga4Message.Event -> message.v1 to "event"
    is MetaMessage.Event -> message.v1 to "event"
    is MetrixMessage.User -> message.v1 to "user"
    is MetrixMessage.Action -> message.v1 to "action"
    is MetrixMessage.Revenue -> message.v1 to "revenue"
    is MetrixMessage.BusinessEvent -> message.v1 to "business_event"
    is TikTokMessage.Event -> message.v1 to "event"
    else -> null
}
