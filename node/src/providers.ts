import { Client, type Clock, Events, type Ids, messages } from './client.js'
import type { Request } from './request.js'
import type {
  AdjustConfig,
  AdjustEvent,
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

/** Adjust's S2S events API: one app. */
export class Adjust extends Client {
  readonly #event = new Events(this, 'event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: AdjustConfig) {
    super('adjust', config)
  }

  /** The request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: AdjustEvent, options?: Clock): Request {
    return this.#event.build(event, options)
  }
}

/** Metrix's REST API: one app. Where a message has no `id`, it gets what `newId` returns: a random UUID by default. */
export class Metrix extends Client {
  readonly #user = new Events(this, 'user')
  readonly #action = new Events(this, 'action')
  readonly #revenue = new Events(this, 'revenue')
  readonly #businessEvent = new Events(this, 'business_event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: MetrixConfig) {
    super('metrix', config)
  }

  /** The request of a profile update. @throws {@link ValidationError} with all of its issues. */
  user(user: MetrixUser, options?: Ids): Request {
    return this.#user.build(user, options)
  }

  /** The request of an action. @throws {@link ValidationError} with all of its issues. */
  action(action: MetrixAction, options?: Ids): Request {
    return this.#action.build(action, options)
  }

  /** The request of revenue. @throws {@link ValidationError} with all of its issues. */
  revenue(revenue: MetrixRevenue, options?: Ids): Request {
    return this.#revenue.build(revenue, options)
  }

  /** The request of a business event. @throws {@link ValidationError} with all of its issues. */
  businessEvent(event: MetrixBusinessEvent, options?: Ids): Request {
    return this.#businessEvent.build(event, options)
  }

  /** One request of several messages of one user. @throws {@link ValidationError} with all issues. */
  messages(identity: MetrixIdentity, several: Iterable<MetrixMessage>, options?: Ids): Request {
    return messages(this, identity, several, options, true)
  }
}

/** Metrix's older API for in-app events: one app. */
export class MetrixInApp extends Client {
  readonly #event = new Events(this, 'event')

  /** @throws {@link ConfigError} with everything that is wrong with the configuration. */
  constructor(config: MetrixInAppConfig) {
    super('metrix_inapp', config)
  }

  /** The request of an event. @throws {@link ValidationError} with all of its issues. */
  event(event: MetrixInAppEvent): Request {
    return this.#event.build(event, undefined)
  }
}
