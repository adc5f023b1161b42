// Made by `cargo xtask generate` from `crates/s2s-core`.

import Foundation

/// Adjust's S2S APIs: one app. See <https://dev.adjust.com/en/api/s2s-api/events/>.
///
/// - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as success.
///   Events, ad revenue, sessions and erasures are scopes of a token: one that lacks a scope gets 401, which
///   pauses all requests of the destination.
/// - Adjust refuses an event that is older than the last one of the same device and event token, and one that is
///   older than 58 days.
/// - Adjust documents no deduplication except for event tokens that are set to *unique* in its dashboard: a
///   repeated purchase may count twice.
/// - A device needs a recorded session before Adjust accepts its events. A delivery sends kinds side by side:
///   name a lane for a device to keep its session before its events.
/// - Adjust accepts a session no sooner than 20 (guide) or 30 minutes (sessions page) after the last one of its
///   device, and has to switch sessions on for an app.
/// - `gdpr_forget_device` is permanent, and Adjust takes ten a minute. Its parameters travel in the URL, as
///   Adjust documents it, and may be in access logs. Give erasures a destination of their own: a `Retry-After` or
///   an outage of their host pauses all requests of a destination.
/// - An event that the SDK sends must not be sent S2S, too.
/// - `revenue` is in full currency units (`149.99`, not `14999`).
/// - Event tokens and the app token are in the dashboard under AppView, the S2S security token under Protection.
///   They belong on servers only.
public struct Adjust: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: AdjustConfig) throws {
        core = try ClientCore(.typed(config: .adjust(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: AdjustEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjustEvent(event)), now: now)
    }

    /// Builds the request of ad revenue.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func adRevenue(_ adRevenue: AdjustAdRevenue, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjustAdRevenue(adRevenue)), now: now)
    }

    /// Builds the request of a session.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func session(_ session: AdjustSession, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjustSession(session)), now: now)
    }

    /// Builds the request of a decision about third-party sharing.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func thirdPartySharing(_ thirdPartySharing: AdjustThirdPartySharing, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjustThirdPartySharing(thirdPartySharing)), now: now)
    }

    /// Builds the request of an erasure.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func gdprForgetDevice(_ gdprForgetDevice: AdjustGdprForgetDevice, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .adjustGdprForgetDevice(gdprForgetDevice)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AdjustEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .adjustEvent(event)), now: now)
    }

    /// Returns the key of the lane of ad revenue, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AdjustAdRevenue, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .adjustAdRevenue(event)), now: now)
    }

    /// Returns the key of the lane of a session, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AdjustSession, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .adjustSession(event)), now: now)
    }

    /// Returns the key of the lane of a decision about third-party sharing, or nil where the order does not
    /// matter: see ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor
    /// on an id, which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AdjustThirdPartySharing, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .adjustThirdPartySharing(event)), now: now)
    }

    /// Returns the key of the lane of an erasure, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AdjustGdprForgetDevice, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .adjustGdprForgetDevice(event)), now: now)
    }

    /// Builds the requests of many events, in their order.
    public func buildMany(_ events: [AdjustEvent], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjustEvent($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `ad_revenue`, in their order.
    public func buildManyAdRevenue(_ events: [AdjustAdRevenue], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjustAdRevenue($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `session`, in their order.
    public func buildManySession(_ events: [AdjustSession], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjustSession($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `third_party_sharing`, in their order.
    public func buildManyThirdPartySharing(_ events: [AdjustThirdPartySharing], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjustThirdPartySharing($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `gdpr_forget_device`, in their order.
    public func buildManyGdprForgetDevice(_ events: [AdjustGdprForgetDevice], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .adjustGdprForgetDevice($0)) }, now: now)
    }
}

/// AppsFlyer's S2S events API for mobile: one app. See
/// <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>.
///
/// - An iOS `appId` without `id` in front gets a **200** response, and the event is not recorded. A bundle ID in
///   its place gets a 400.
/// - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
/// - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival, without an
///   error: a queue that is stuck over night moves revenue to another day.
/// - AppsFlyer documents no deduplication: a repetition after an unclear response may count revenue twice.
/// - A body may have 1 KB: long product lists do not fit. What happens to a larger one is not documented.
/// - The currency belongs into `eventCurrency`, not into `eventValue` as in the SDKs.
/// - A 500 response may be due to the body, so that repeating it does not help.
/// - `ip` is the device's. The server's own address would move all users to its data center.
/// - An event that the SDK sends must not be sent S2S, too: both are counted.
/// - An event that arrives within seconds of the install may be lost or count as organic.
/// - The S2S key is in the security center of the dashboard, under AppsFlyer API tokens, where admins alone see
///   it. The dev key and the token of the pull API do not work. It belongs on servers only.
public struct AppsFlyer: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: AppsFlyerConfig) throws {
        core = try ClientCore(.typed(config: .appsFlyer(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: AppsFlyerEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .appsFlyerEvent(event)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: AppsFlyerEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .appsFlyerEvent(event)), now: now)
    }

    /// Builds the requests of many events, in their order.
    public func buildMany(_ events: [AppsFlyerEvent], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .appsFlyerEvent($0)) }, now: now)
    }
}

/// Branch's Events API: one app. See <https://help.branch.io/apidocs/events>.
///
/// - Branch refuses a standard name that arrives as a custom event. That is refused here, as is another name as a
///   standard event. Names are in upper case: `purchase` is not `PURCHASE`.
/// - No time is sent. Branch records an event when it arrives, so that replays and retries over night are counted
///   on the day of their arrival. See the settings `late` and `maxDelay`, and `maxAgeMs` of a delivery.
/// - A 400 means a wrong key or a wrong field. The first one stops a destination, the second one is about its
///   event alone; the response's body says which one it is.
/// - A series of refusals of one field has been an outage of Branch's before. Do not throw such events away
///   unseen. The response's header `X-Branch-Request-Id` serves Branch's support.
/// - `developerIdentity` is a text, and must be the one that the app gives to Branch's SDK.
/// - An identifier of a device needs `os`.
/// - Without `currency`, revenue counts as US dollars.
/// - Revenue of a custom event may be ignored. Use a standard commerce event.
/// - `customData` and `metaData` are two things; `metadata` is for Branch's own use, and not sent.
/// - Geography is that of your server, unless `ipOverride` is set and Branch's support has allowed the header for
///   your app.
/// - No deduplication is documented, also not by `transactionId`. A repetition after an unclear response may
///   count twice.
/// - Events of a `key_test_` key go to the test environment, and no response says so.
/// - An event that Branch's SDK logs must not be sent S2S, too.
public struct Branch: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: BranchConfig) throws {
        core = try ClientCore(.typed(config: .branch(config)))
    }

    /// Builds the request of a standard event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func standard(_ standard: BranchStandard, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .branchStandard(standard)), now: now)
    }

    /// Builds the request of a custom event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func custom(_ custom: BranchCustom, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .branchCustom(custom)), now: now)
    }

    /// Returns the key of the lane of a standard event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: BranchStandard, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .branchStandard(event)), now: now)
    }

    /// Returns the key of the lane of a custom event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: BranchCustom, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .branchCustom(event)), now: now)
    }

    /// Builds the requests of many events, in their order.
    public func buildMany(_ events: [BranchStandard], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .branchStandard($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `custom`, in their order.
    public func buildManyCustom(_ events: [BranchCustom], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .branchCustom($0)) }, now: now)
    }
}

/// Google Analytics 4's Measurement Protocol: one app. See
/// <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>.
///
/// - Analytics responds with a 2xx to **every** request that it receives: also one with a wrong secret, the ID of
///   another stream, a reserved name or a malformed body. A 2xx never means that an event was recorded. Check
///   events of your own with the setting `validation` first.
/// - What exceeds a limit is ignored without an error. Such events are refused here.
/// - Without `sessionId` and `engagementTimeMsec`, events miss Realtime, active users and engaged sessions. Take
///   both from the SDK or the tag; they are never made up.
/// - `appInstanceId` (app streams) and `clientId` (web streams) must be those of the SDK or the tag: what becomes
///   of the events of a made-up one is not documented.
/// - An event of more than 72 hours ago is recorded at 72 hours ago.
/// - `value` and `currency` belong together. `value` is in full units (`149.99`, not `14999`), without shipping
///   and tax.
/// - Google documents for web streams, without naming this protocol, that a second `purchase` of the same
///   `transactionId` is dropped, and for app streams that it is not. A repetition after an unclear response may
///   count twice.
/// - `debug_mode: false` counts as switched on, so it is not sent. An event in debug mode is a real one.
/// - An event that the SDK or the tag sends must not be sent S2S, too.
/// - `apiSecret` is in the URL, which proxies may log. It is in Admin, Data streams, Measurement Protocol API
///   secrets, and belongs on servers only.
public struct Ga4: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: Ga4Config) throws {
        core = try ClientCore(.typed(config: .ga4(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: Ga4Event, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .ga4Event(event)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: Ga4Event, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .ga4Event(event)), now: now)
    }

    /// Builds one request of several.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func events(_ identity: Ga4Identity, _ events: [Ga4Message], now: Date = Date(), newID: NewID = .random) throws -> Request {
        let all = AnyMessages.ga4(identity: identity, messages: events)
        return try core.build(.typed(messages: all), count: events.count, now: now, newID: newID)
    }
}

/// Meta's Conversions API: one app. See
/// <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>.
///
/// - **All or nothing.** One invalid event, or one that is too old, refuses all events of its request. So a
///   request has one event by default, see the setting `maxEvents`. A delivery sends the events of a refused
///   request again in smaller ones.
/// - Events of more than 7 days ago are refused, of a `physical_store` those of more than 62 days ago. Meta
///   advises to send within an hour.
/// - A 2xx counts as delivered only if its `events_received` is the number of events that were sent.
/// - `eventId`, with `eventName`, is compared with events of the pixel or the app's SDK. That two equal events of
///   a server are merged is not documented: a repetition after an unclear response keeps `eventId` and
///   `eventTime`, and may count twice.
/// - `testEventCode` does not make a test: **the events count**. There is no dry run.
/// - `Purchase` requires `value` and `currency`. App events have the names of the web: `Purchase`, not
///   `fb_mobile_purchase`.
/// - A `website` needs `eventSourceUrl` and `clientUserAgent`; an `app` needs `appData`, whose
///   `advertiserTrackingEnabled` is not a member of the event. Nothing of them is made up.
/// - Plain values belong into plain fields, which are hashed here, and digests into `hashed_…` fields. Meta
///   refuses a request for one value that it does not expect in plain form.
/// - Some identifiers are too weak on their own, such as a name with a gender, or a user agent: Meta refuses the
///   event.
/// - An `externalId` matches only if every channel sends it in the same form.
/// - The access token is in the URL, which proxies may log; the setting `tokenIn` can move it.
/// - `apiVersion` expires: look at it at least once a year.
public struct Meta: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: MetaConfig) throws {
        core = try ClientCore(.typed(config: .meta(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: MetaEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .metaEvent(event)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetaEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metaEvent(event)), now: now)
    }

    /// Builds one request of several.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func events(_ events: [MetaMessage], now: Date = Date(), newID: NewID = .random) throws -> Request {
        let all = AnyMessages.meta(identity: NoIdentity(), messages: events)
        return try core.build(.typed(messages: all), count: events.count, now: now, newID: newID)
    }
}

/// Metrix's REST API: one app. See <https://docs.metrix.ir/en/technical/api/getting-started>.
///
/// An event without `id` gets one from `newID`: a random UUID by default.
///
/// - Metrix's pages disagree on the format of `time`; see the setting `timeFormat`.
/// - A 200 means that the request was received, not that the messages were processed.
/// - Metrix drops a message whose `id` it has seen: a repetition is safe if it keeps `id` and `time`.
/// - Metrix also drops one of two messages of the same `metrixUserId` with the same time, which is likelier with
///   whole seconds.
/// - The dashboard may have a list of the IP addresses that may send requests. Others get a 403.
/// - The keys are in the dashboard under Application Settings. The API key is a server key and belongs on servers
///   only.
/// - An event that the SDK sends must not be sent S2S, too.
public struct Metrix: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: MetrixConfig) throws {
        core = try ClientCore(.typed(config: .metrix(config)))
    }

    /// Builds the request of a profile update.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func user(_ user: MetrixUser, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixUser(user)), now: now, newID: newID)
    }

    /// Builds the request of an action.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func action(_ action: MetrixAction, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixAction(action)), now: now, newID: newID)
    }

    /// Builds the request of revenue.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func revenue(_ revenue: MetrixRevenue, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixRevenue(revenue)), now: now, newID: newID)
    }

    /// Builds the request of a business event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func businessEvent(_ businessEvent: MetrixBusinessEvent, now: Date = Date(), newID: NewID = .random) throws -> Request {
        try core.build(.typed(event: .metrixBusinessEvent(businessEvent)), now: now, newID: newID)
    }

    /// Returns the key of the lane of a profile update, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetrixUser, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metrixUser(event)), now: now)
    }

    /// Returns the key of the lane of an action, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetrixAction, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metrixAction(event)), now: now)
    }

    /// Returns the key of the lane of revenue, or nil where the order does not matter: see ``Request/laneKey()``.
    /// It does not depend on `now`, which is for the checks of the event, nor on an id, which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetrixRevenue, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metrixRevenue(event)), now: now)
    }

    /// Returns the key of the lane of a business event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetrixBusinessEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metrixBusinessEvent(event)), now: now)
    }

    /// Builds one request of several.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func messages(_ identity: MetrixIdentity, _ messages: [MetrixMessage], now: Date = Date(), newID: NewID = .random) throws -> Request {
        let all = AnyMessages.metrix(identity: identity, messages: messages)
        return try core.build(.typed(messages: all), count: messages.count, now: now, newID: newID)
    }
}

/// Metrix's older API for in-app events: one app. See <https://docs.metrix.ir/faq/s2s-integration/>.
///
/// - The documented address is plain `http`: the key travels in clear, and every request carries the warning
///   `insecure_transport`. Newer copies of the page have `https://analytics.metrix.ir`; set `baseUrl` to it if
///   your account accepts it.
/// - Exactly one of `idfa` and `advertisingId` must be sent.
/// - An event that the SDK sends must not be sent S2S, too.
/// - No deduplication is documented: a repetition after an unclear outcome may count twice.
/// - The dev key is in the dashboard under Settings, S2S Integration, where the IP addresses of your servers are
///   entered, too. It belongs on servers only.
public struct MetrixInApp: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: MetrixInAppConfig) throws {
        core = try ClientCore(.typed(config: .metrixInApp(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: MetrixInAppEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .metrixInAppEvent(event)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: MetrixInAppEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .metrixInAppEvent(event)), now: now)
    }

    /// Builds the requests of many events, in their order.
    public func buildMany(_ events: [MetrixInAppEvent], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .metrixInAppEvent($0)) }, now: now)
    }
}

/// Singular's S2S API: one app. See <https://support.singular.net/hc/en-us/articles/31496864868635>.
///
/// - Singular responds with **200** to every request, and the body decides. Even `{"status":"ok"}` says only that
///   the event was queued: one with a wrong SDK key, app ID or name may vanish without a word. Look at new events
///   in the Testing Console or the Export Logs, which lag about three hours.
/// - A device needs a session before its first event, and its requests have to arrive in the order of their
///   times. A delivery sends the sessions and events of a device in that order where their first identifier is
///   the same: give a session the `sdid`, too, if the device's events are of V2, and give both their `time`.
/// - V2, the default, identifies a device by `sdid` (the Singular Device ID of the SDK) alone and ignores the
///   identifiers of its platform. Accounts created since 2026-07-15 have V2 only.
/// - `ip` is the device's address. `useRequestIp` takes the address of your server, and with it every user is in
///   your data centre; it is never the default.
/// - Names of platforms are case-sensitive at Singular, and its pages spell those of consoles in several ways:
///   see `consolePlatforms`.
/// - In a session, `n` is the name of the app, which is `appName` here.
/// - If the app's setting "Reject IAP without Receipt" is on, Singular drops revenue without a `purchaseReceipt`
///   without a word: set `requireReceipt`.
/// - Singular reports at most 150 different names of events for an app, a platform and a version: a name with an
///   ID in it, such as `level_4711`, uses them up.
/// - No deduplication is documented: a repetition after an unclear response may count twice. `eventId` and
///   `purchaseTransactionId` are not said to merge anything at Singular.
/// - What was sent cannot be deleted. Singular has no sandbox: use an app of its own for tests.
/// - An event (revenue above all) or a session that the SDK sends must not be sent S2S, too.
public struct Singular: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: SingularConfig) throws {
        core = try ClientCore(.typed(config: .singular(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: SingularEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .singularEvent(event)), now: now)
    }

    /// Builds the request of ad revenue.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func adRevenue(_ adRevenue: SingularAdRevenue, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .singularAdRevenue(adRevenue)), now: now)
    }

    /// Builds the request of a session.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func session(_ session: SingularSession, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .singularSession(session)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: SingularEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .singularEvent(event)), now: now)
    }

    /// Returns the key of the lane of ad revenue, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: SingularAdRevenue, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .singularAdRevenue(event)), now: now)
    }

    /// Returns the key of the lane of a session, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: SingularSession, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .singularSession(event)), now: now)
    }

    /// Builds the requests of many events, in their order.
    public func buildMany(_ events: [SingularEvent], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .singularEvent($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `ad_revenue`, in their order.
    public func buildManyAdRevenue(_ events: [SingularAdRevenue], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .singularAdRevenue($0)) }, now: now)
    }

    /// Builds the requests of many events of the kind `session`, in their order.
    public func buildManySession(_ events: [SingularSession], now: Date = Date()) throws -> [Result<Request, ValidationError>] {
        try core.build(events.map { .typed(event: .singularSession($0)) }, now: now)
    }
}

/// TikTok's Events API: one app. See <https://business-api.tiktok.com/portal/docs?id=1771101303285761>.
///
/// - TikTok responds with 200 to errors, too: the `code` in the body decides, and 0 is success.
/// - `eventSource` `app` has to be switched on by TikTok. Its `eventSourceId` is the TikTok App ID, not the ID of
///   a store; that of `offline` is the ID of the offline event set, not a pixel code.
/// - The token goes into the header `access-token` without `Bearer`.
/// - A repetition of an event is dropped if `eventId` is set and the same at each try, within 48 hours. For
///   events of an app that is not documented.
/// - One wrong event makes TikTok refuse all events of its request. Requests have one event each unless
///   `maxEvents` says otherwise.
/// - `code` 20001 means that some events of a request were accepted. Which ones is not documented.
/// - Apps and websites have different names for the same event: `Checkout` and `InitiateCheckout`, `Registration`
///   and `CompleteRegistration`. A name of your own needs `custom`.
/// - An impression of an ad is `InAppADImpr` in one SDK of TikTok and `InAppAdImpr` in the other: see the setting
///   `adImpressionName`.
/// - Phone numbers are hashed with their `+`, email addresses keep their dots and `+suffix`.
/// - TikTok's page contradicts itself on the case in which an IDFA is hashed. Raw identifiers avoid the question.
/// - `value` is in full units of `currency` (`149.99`, not `14999`), and of the whole order; `price` is that of
///   one piece.
/// - Whether events with `testEventCode` count is not documented.
public struct TikTok: ProviderClient {
    /// What builds and interprets.
    public let core: ClientCore

    /// A client of the app of that configuration.
    ///
    /// - Throws: ``ConfigError`` with everything that is wrong with the configuration.
    public init(_ config: TikTokConfig) throws {
        core = try ClientCore(.typed(config: .tikTok(config)))
    }

    /// Builds the request of an event.
    ///
    /// - Throws: ``ValidationError`` with all of its issues.
    public func event(_ event: TikTokEvent, now: Date = Date()) throws -> Request {
        try core.build(.typed(event: .tikTokEvent(event)), now: now)
    }

    /// Returns the key of the lane of an event, or nil where the order does not matter: see
    /// ``Request/laneKey()``. It does not depend on `now`, which is for the checks of the event, nor on an id,
    /// which may be absent.
    ///
    /// - Throws: ``ValidationError`` with all issues of the event.
    public func laneKey(_ event: TikTokEvent, now: Date = Date()) throws -> String? {
        try core.laneKey(.typed(event: .tikTokEvent(event)), now: now)
    }

    /// Builds one request of several.
    ///
    /// - Throws: ``ValidationError`` with all issues.
    public func events(_ events: [TikTokMessage], now: Date = Date(), newID: NewID = .random) throws -> Request {
        let all = AnyMessages.tikTok(identity: NoIdentity(), messages: events)
        return try core.build(.typed(messages: all), count: events.count, now: now, newID: newID)
    }
}

extension DestinationConfig {
    /// A destination of Adjust's S2S APIs.
    public init(
        _ config: AdjustConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.adjust(config), events, mapping, name)
    }

    /// A destination of AppsFlyer's S2S events API for mobile.
    public init(
        _ config: AppsFlyerConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.appsFlyer(config), events, mapping, name)
    }

    /// A destination of Branch's Events API.
    public init(
        _ config: BranchConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.branch(config), events, mapping, name)
    }

    /// A destination of Google Analytics 4's Measurement Protocol.
    public init(
        _ config: Ga4Config, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.ga4(config), events, mapping, name)
    }

    /// A destination of Meta's Conversions API.
    public init(
        _ config: MetaConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.meta(config), events, mapping, name)
    }

    /// A destination of Metrix's REST API.
    public init(
        _ config: MetrixConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.metrix(config), events, mapping, name)
    }

    /// A destination of Metrix's older API for in-app events.
    public init(
        _ config: MetrixInAppConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.metrixInApp(config), events, mapping, name)
    }

    /// A destination of Singular's S2S API.
    public init(
        _ config: SingularConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.singular(config), events, mapping, name)
    }

    /// A destination of TikTok's Events API.
    public init(
        _ config: TikTokConfig, events: [EventName: EventTarget] = [:], mapping: EventMapping = EventMapping(), name: String? = nil
    ) {
        self.init(.tikTok(config), events, mapping, name)
    }
}

extension AdjustConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustConfig.write(self, into: &bytes) } }
extension AdjustEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustEvent.write(self, into: &bytes) } }
extension AdjustAdRevenue: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustAdRevenue.write(self, into: &bytes) } }
extension AdjustSession: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustSession.write(self, into: &bytes) } }
extension AdjustThirdPartySharing: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustThirdPartySharing.write(self, into: &bytes) } }
extension AdjustGdprForgetDevice: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAdjustGdprForgetDevice.write(self, into: &bytes) } }
extension AppsFlyerConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerConfig.write(self, into: &bytes) } }
extension AppsFlyerAppSetId: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerAppSetId.write(self, into: &bytes) } }
extension AppsFlyerTcf: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerTcf.write(self, into: &bytes) } }
extension AppsFlyerManualConsent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerManualConsent.write(self, into: &bytes) } }
extension AppsFlyerConsentData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerConsentData.write(self, into: &bytes) } }
extension AppsFlyerEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeAppsFlyerEvent.write(self, into: &bytes) } }
extension BranchConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchConfig.write(self, into: &bytes) } }
extension BranchUserData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchUserData.write(self, into: &bytes) } }
extension BranchEventData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchEventData.write(self, into: &bytes) } }
extension BranchContentItem: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchContentItem.write(self, into: &bytes) } }
extension BranchStandard: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchStandard.write(self, into: &bytes) } }
extension BranchCustom: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeBranchCustom.write(self, into: &bytes) } }
extension Ga4Config: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Config.write(self, into: &bytes) } }
extension Ga4UserProperty: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4UserProperty.write(self, into: &bytes) } }
extension Ga4Address: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Address.write(self, into: &bytes) } }
extension Ga4UserData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4UserData.write(self, into: &bytes) } }
extension Ga4Consent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Consent.write(self, into: &bytes) } }
extension Ga4UserLocation: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4UserLocation.write(self, into: &bytes) } }
extension Ga4Device: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Device.write(self, into: &bytes) } }
extension Ga4Identity: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Identity.write(self, into: &bytes) } }
extension Ga4Item: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Item.write(self, into: &bytes) } }
extension Ga4Event: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Event.write(self, into: &bytes) } }
extension Ga4Message: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeGa4Message.write(self, into: &bytes) } }
extension MetaConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaConfig.write(self, into: &bytes) } }
extension NoIdentity: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeNoIdentity.write(self, into: &bytes) } }
extension MetaOriginalEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaOriginalEvent.write(self, into: &bytes) } }
extension MetaUserData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaUserData.write(self, into: &bytes) } }
extension MetaExtinfo: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaExtinfo.write(self, into: &bytes) } }
extension MetaAppData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaAppData.write(self, into: &bytes) } }
extension MetaContent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaContent.write(self, into: &bytes) } }
extension MetaCustomData: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaCustomData.write(self, into: &bytes) } }
extension MetaEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaEvent.write(self, into: &bytes) } }
extension MetaMessage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetaMessage.write(self, into: &bytes) } }
extension MetrixConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixConfig.write(self, into: &bytes) } }
extension MetrixIdentity: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixIdentity.write(self, into: &bytes) } }
extension MetrixUser: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixUser.write(self, into: &bytes) } }
extension MetrixAction: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixAction.write(self, into: &bytes) } }
extension MetrixRevenue: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixRevenue.write(self, into: &bytes) } }
extension MetrixBusinessEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixBusinessEvent.write(self, into: &bytes) } }
extension MetrixMessage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixMessage.write(self, into: &bytes) } }
extension MetrixInAppConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixInAppConfig.write(self, into: &bytes) } }
extension MetrixInAppEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeMetrixInAppEvent.write(self, into: &bytes) } }
extension SingularConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeSingularConfig.write(self, into: &bytes) } }
extension SingularDataSharingOptions: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeSingularDataSharingOptions.write(self, into: &bytes) } }
extension SingularEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeSingularEvent.write(self, into: &bytes) } }
extension SingularAdRevenue: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeSingularAdRevenue.write(self, into: &bytes) } }
extension SingularSession: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeSingularSession.write(self, into: &bytes) } }
extension TikTokConfig: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokConfig.write(self, into: &bytes) } }
extension TikTokUser: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokUser.write(self, into: &bytes) } }
extension TikTokContent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokContent.write(self, into: &bytes) } }
extension TikTokProperties: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokProperties.write(self, into: &bytes) } }
extension TikTokPage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokPage.write(self, into: &bytes) } }
extension TikTokApp: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokApp.write(self, into: &bytes) } }
extension TikTokAd: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokAd.write(self, into: &bytes) } }
extension TikTokLead: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokLead.write(self, into: &bytes) } }
extension TikTokEvent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokEvent.write(self, into: &bytes) } }
extension TikTokMessage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeTikTokMessage.write(self, into: &bytes) } }
extension EventItem: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventItem.write(self, into: &bytes) } }
extension EventUser: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventUser.write(self, into: &bytes) } }
extension EventDevice: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventDevice.write(self, into: &bytes) } }
extension EventIds: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventIds.write(self, into: &bytes) } }
extension EventClick: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventClick.write(self, into: &bytes) } }
extension EventPage: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventPage.write(self, into: &bytes) } }
extension EventConsent: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventConsent.write(self, into: &bytes) } }
extension EventAd: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventAd.write(self, into: &bytes) } }
extension EventSubscription: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventSubscription.write(self, into: &bytes) } }
extension Event: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEvent.write(self, into: &bytes) } }
extension EventMapping: Record { func write(into bytes: inout [UInt8]) { FfiConverterTypeEventMapping.write(self, into: &bytes) } }

extension AnyEvent {
    var size: Int {
        switch self {
        case .adjustEvent(let event): event.size
        case .adjustAdRevenue(let event): event.size
        case .adjustSession(let event): event.size
        case .adjustThirdPartySharing(let event): event.size
        case .adjustGdprForgetDevice(let event): event.size
        case .appsFlyerEvent(let event): event.size
        case .branchStandard(let event): event.size
        case .branchCustom(let event): event.size
        case .ga4Event(let event): event.size
        case .metaEvent(let event): event.size
        case .metrixUser(let event): event.size
        case .metrixAction(let event): event.size
        case .metrixRevenue(let event): event.size
        case .metrixBusinessEvent(let event): event.size
        case .metrixInAppEvent(let event): event.size
        case .singularEvent(let event): event.size
        case .singularAdRevenue(let event): event.size
        case .singularSession(let event): event.size
        case .tikTokEvent(let event): event.size
        }
    }
}

extension AnyMessages {
    var size: Int {
        switch self {
        case .ga4(let identity, let messages): messages.reduce(identity.size) { $0 + $1.size }
        case .meta(_, let messages): messages.reduce(0) { $0 + $1.size }
        case .metrix(let identity, let messages): messages.reduce(identity.size) { $0 + $1.size }
        case .tikTok(_, let messages): messages.reduce(0) { $0 + $1.size }
        }
    }
}

extension Ga4Message {
    var size: Int {
        switch self {
        case .event(let event): event.size
        }
    }
}

extension MetaMessage {
    var size: Int {
        switch self {
        case .event(let event): event.size
        }
    }
}

extension MetrixMessage {
    var size: Int {
        switch self {
        case .user(let event): event.size
        case .action(let event): event.size
        case .revenue(let event): event.size
        case .businessEvent(let event): event.size
        }
    }
}

extension TikTokMessage {
    var size: Int {
        switch self {
        case .event(let event): event.size
        }
    }
}
