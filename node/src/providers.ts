// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Client, type Clock, Events, FIELDS, type Ids, messages } from './client.js'
import { FREE, record } from './json.js'
import type { Request } from './request.js'
import type {
  AdjustAdRevenue,
  AdjustConfig,
  AdjustEvent,
  AdjustGdprForgetDevice,
  AdjustSession,
  AdjustThirdPartySharing,
  AppsFlyerConfig,
  AppsFlyerEvent,
  Ga4Config,
  Ga4Event,
  Ga4Identity,
  Ga4Message,
  MetrixAction,
  MetrixBusinessEvent,
  MetrixConfig,
  MetrixIdentity,
  MetrixInAppConfig,
  MetrixInAppEvent,
  MetrixMessage,
  MetrixRevenue,
  MetrixUser,
} from './types.js'

/** Where the fields of AppsFlyer take neither a map nor a single value. */
const APPSFLYER = record({
  eventValue: FREE,
  appSetId: record({}),
  sharingFilter: FREE,
  customData: FREE,
  consentData: record({
    tcf: record({}),
    manual: record({}),
  }),
})

/** Where the fields of Ga4 take neither a map nor a single value. */
const GA4 = record({
  userProperties: record({
    value: FREE,
  }),
  userData: record({
    emailAddresses: FREE,
    phoneNumbers: FREE,
    sha256EmailAddress: FREE,
    sha256PhoneNumber: FREE,
    address: record({}),
  }),
  consent: record({}),
  userLocation: record({}),
  device: record({}),
  sessionId: FREE,
  items: record({}),
})

/**
 * Adjust's S2S APIs: one app. See <https://dev.adjust.com/en/api/s2s-api/events/>.
 *
 * - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as
 *   success. Events, ad revenue, sessions and erasures are scopes of a token: one that lacks a scope
 *   gets 401, which pauses all requests of the destination.
 * - Adjust refuses an event that is older than the last one of the same device and event token, and
 *   one that is older than 58 days.
 * - Adjust documents no deduplication except for event tokens that are set to *unique* in its
 *   dashboard: a repeated purchase may count twice.
 * - A device needs a recorded session before Adjust accepts its events. A delivery sends kinds side by
 *   side: name a lane for a device to keep its session before its events.
 * - Adjust accepts a session no sooner than 20 (guide) or 30 minutes (sessions page) after the last
 *   one of its device, and has to switch sessions on for an app.
 * - `gdpr_forget_device` is permanent, and Adjust takes ten a minute. Its parameters travel in the
 *   URL, as Adjust documents it, and may be in access logs. Give erasures a destination of their own:
 *   a `Retry-After` or an outage of their host pauses all requests of a destination.
 * - An event that the SDK sends must not be sent S2S, too.
 * - `revenue` is in full currency units (`149.99`, not `14999`).
 * - Event tokens and the app token are in the dashboard under AppView, the S2S security token under
 *   Protection. They belong on servers only.
 */
export class Adjust extends Client {
  readonly #event = new Events(this, 'event')
  readonly #adRevenue = new Events(this, 'ad_revenue')
  readonly #session = new Events(this, 'session')
  readonly #thirdPartySharing = new Events(this, 'third_party_sharing')
  readonly #gdprForgetDevice = new Events(this, 'gdpr_forget_device')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: AdjustConfig) {
    super('adjust', config)
  }

  /** Builds the request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: AdjustEvent, options?: Clock): Request {
    return this.#event.build(event, options)
  }

  /** Builds the request of ad revenue. @throws {@link ValidationError} with all of its issues. */
  adRevenue(adRevenue: AdjustAdRevenue, options?: Clock): Request {
    return this.#adRevenue.build(adRevenue, options)
  }

  /** Builds the request of a session. @throws {@link ValidationError} with all of its issues. */
  session(session: AdjustSession, options?: Clock): Request {
    return this.#session.build(session, options)
  }

  /**
   * Builds the request of a decision about third-party sharing. @throws {@link ValidationError} with
   * all of its issues.
   */
  thirdPartySharing(thirdPartySharing: AdjustThirdPartySharing, options?: Clock): Request {
    return this.#thirdPartySharing.build(thirdPartySharing, options)
  }

  /** Builds the request of an erasure. @throws {@link ValidationError} with all of its issues. */
  gdprForgetDevice(gdprForgetDevice: AdjustGdprForgetDevice, options?: Clock): Request {
    return this.#gdprForgetDevice.build(gdprForgetDevice, options)
  }
}

/**
 * AppsFlyer's S2S events API for mobile: one app. See
 * <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>.
 *
 * - An iOS `appId` without `id` in front gets a **200** response, and the event is not recorded. A
 *   bundle ID in its place gets a 400.
 * - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
 * - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival,
 *   without an error: a queue that is stuck over night moves revenue to another day.
 * - AppsFlyer documents no deduplication: a repetition after an unclear response may count revenue
 *   twice.
 * - A body may have 1 KB: long product lists do not fit. What happens to a larger one is not
 *   documented.
 * - The currency belongs into `eventCurrency`, not into `eventValue` as in the SDKs.
 * - A 500 response may be due to the body, so that repeating it does not help.
 * - `ip` is the device's. The server's own address would move all users to its data center.
 * - An event that the SDK sends must not be sent S2S, too: both are counted.
 * - An event that arrives within seconds of the install may be lost or count as organic.
 * - The S2S key is in the security center of the dashboard, under AppsFlyer API tokens, where admins
 *   alone see it. The dev key and the token of the pull API do not work. It belongs on servers only.
 */
export class AppsFlyer extends Client {
  readonly #event = new Events(this, 'event', APPSFLYER)

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: AppsFlyerConfig) {
    super('appsflyer', config)
  }

  /** Builds the request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: AppsFlyerEvent, options?: Clock): Request {
    return this.#event.build(event, options)
  }
}

/**
 * Google Analytics 4's Measurement Protocol: one app. See
 * <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>.
 *
 * - Analytics responds with a 2xx to **every** request that it receives: also one with a wrong secret,
 *   the ID of another stream, a reserved name or a malformed body. A 2xx never means that an event was
 *   recorded. Check events of your own with the setting `validation` first.
 * - What exceeds a limit is ignored without an error. Such events are refused here.
 * - Without `sessionId` and `engagementTimeMsec`, events miss Realtime, active users and engaged
 *   sessions. Take both from the SDK or the tag; they are never made up.
 * - `appInstanceId` (app streams) and `clientId` (web streams) must be those of the SDK or the tag:
 *   what becomes of the events of a made-up one is not documented.
 * - An event of more than 72 hours ago is recorded at 72 hours ago.
 * - `value` and `currency` belong together. `value` is in full units (`149.99`, not `14999`), without
 *   shipping and tax.
 * - Google documents for web streams, without naming this protocol, that a second `purchase` of the
 *   same `transactionId` is dropped, and for app streams that it is not. A repetition after an unclear
 *   response may count twice.
 * - `debug_mode: false` counts as switched on, so it is not sent. An event in debug mode is a real
 *   one.
 * - An event that the SDK or the tag sends must not be sent S2S, too.
 * - `apiSecret` is in the URL, which proxies may log. It is in Admin, Data streams, Measurement
 *   Protocol API secrets, and belongs on servers only.
 */
export class Ga4 extends Client {
  readonly #event = new Events(this, 'event', GA4)

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: Ga4Config) {
    super('ga4', config)
  }

  /** Builds the request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: Ga4Event, options?: Clock): Request {
    return this.#event.build(event, options)
  }

  /** Builds one request of several. @throws {@link ValidationError} with all issues. */
  events(identity: Ga4Identity, several: Iterable<Ga4Message>, options?: Clock & Ids): Request {
    return messages(this, identity, several, options, GA4)
  }
}

/**
 * Metrix's REST API: one app. See <https://docs.metrix.ir/en/technical/api/getting-started>.
 *
 * An event without `id` gets what `newId` returns: a random UUID by default; with `null` the absence
 * is an issue.
 *
 * - Metrix's pages disagree on the format of `time`; see the setting `timeFormat`.
 * - A 200 means that the request was received, not that the messages were processed.
 * - Metrix drops a message whose `id` it has seen: a repetition is safe if it keeps `id` and `time`.
 * - Metrix also drops one of two messages of the same `metrixUserId` with the same time, which is
 *   likelier with whole seconds.
 * - The dashboard may have a list of the IP addresses that may send requests. Others get a 403.
 * - The keys are in the dashboard under Application Settings. The API key is a server key and belongs
 *   on servers only.
 * - An event that the SDK sends must not be sent S2S, too.
 */
export class Metrix extends Client {
  readonly #user = new Events(this, 'user')
  readonly #action = new Events(this, 'action')
  readonly #revenue = new Events(this, 'revenue')
  readonly #businessEvent = new Events(this, 'business_event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: MetrixConfig) {
    super('metrix', config)
  }

  /** Builds the request of a profile update. @throws {@link ValidationError} with all of its issues. */
  user(user: MetrixUser, options?: Clock & Ids): Request {
    return this.#user.build(user, options)
  }

  /** Builds the request of an action. @throws {@link ValidationError} with all of its issues. */
  action(action: MetrixAction, options?: Clock & Ids): Request {
    return this.#action.build(action, options)
  }

  /** Builds the request of revenue. @throws {@link ValidationError} with all of its issues. */
  revenue(revenue: MetrixRevenue, options?: Clock & Ids): Request {
    return this.#revenue.build(revenue, options)
  }

  /** Builds the request of a business event. @throws {@link ValidationError} with all of its issues. */
  businessEvent(businessEvent: MetrixBusinessEvent, options?: Clock & Ids): Request {
    return this.#businessEvent.build(businessEvent, options)
  }

  /** Builds one request of several. @throws {@link ValidationError} with all issues. */
  messages(identity: MetrixIdentity, several: Iterable<MetrixMessage>, options?: Clock & Ids): Request {
    return messages(this, identity, several, options, FIELDS)
  }
}

/**
 * Metrix's older API for in-app events: one app. See <https://docs.metrix.ir/faq/s2s-integration/>.
 *
 * - The documented address is plain `http`: the key travels in clear, and every request carries the
 *   warning `insecure_transport`. Newer copies of the page have `https://analytics.metrix.ir`; set
 *   `baseUrl` to it if your account accepts it.
 * - Exactly one of `idfa` and `advertisingId` must be sent.
 * - An event that the SDK sends must not be sent S2S, too.
 * - No deduplication is documented: a repetition after an unclear outcome may count twice.
 * - The dev key is in the dashboard under Settings, S2S Integration, where the IP addresses of your
 *   servers are entered, too. It belongs on servers only.
 */
export class MetrixInApp extends Client {
  readonly #event = new Events(this, 'event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: MetrixInAppConfig) {
    super('metrix_inapp', config)
  }

  /** Builds the request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: MetrixInAppEvent, options?: Clock): Request {
    return this.#event.build(event, options)
  }
}
