// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Client, type Clock, Events, FIELDS, type Ids, messages } from './client.js'
import { FREE, record } from './json.js'
import type { Request } from './request.js'
import type {
  AdjustConfig,
  AdjustEvent,
  AppsFlyerConfig,
  AppsFlyerEvent,
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

/**
 * Adjust's S2S events API: one app. See <https://dev.adjust.com/en/api/s2s-api/events/>.
 *
 * - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as
 *   success.
 * - Adjust refuses an event that is older than the last one of the same device and event token, and
 *   one that is older than 58 days.
 * - Adjust documents no deduplication except for event tokens that are set to *unique* in its
 *   dashboard: a repeated purchase may count twice.
 * - A device needs a recorded session before Adjust accepts its events.
 * - An event that the SDK sends must not be sent S2S, too.
 * - `revenue` is in full currency units (`149.99`, not `14999`).
 * - Event tokens and the app token are in the dashboard under AppView, the S2S security token under
 *   Protection. They belong on servers only.
 */
export class Adjust extends Client {
  readonly #event = new Events(this, 'event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: AdjustConfig) {
    super('adjust', config)
  }

  /** Builds the request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: AdjustEvent, options?: Clock): Request {
    return this.#event.build(event, options)
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
 *   without an error: a queue that stands over night moves revenue to another day.
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
