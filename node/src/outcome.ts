import type { OutcomeKind, Scope } from './types.js'

interface OutcomeFields {
  /** What the decision is about. */
  readonly scope: Scope
  /** Why, in our words: one of a fixed set of texts, without personal data. */
  readonly reason: string
  /**
   * The provider's own error text: at most 200 characters, with every word masked that has digits or signs in it or that the request
   * carried. Where the outcome was made without the request, only common words of error texts stay.
   */
  readonly providerMessage: string | null
  /**
   * All fields of the provider's response, where it is a JSON object. They may hold personal data, so that `console.log` and
   * `JSON.stringify` show only their number.
   */
  readonly details: Readonly<Record<string, unknown>>
  /**
   * What the response means for each event of a request of several, in their order, where it names positions. Empty elsewhere: what the
   * outcome says holds for all events.
   */
  readonly events: readonly EventOutcome[]
}

/** What a response means for one event of a request of several. */
export interface EventOutcome {
  /** The decision. */
  readonly kind: OutcomeKind
  /** What the decision is about. */
  readonly scope: Scope
  /** Why, in our words: one of a fixed set of texts. */
  readonly reason: string
}

interface Final extends OutcomeFields {
  /** Whether the provider may have accepted the event although that is not certain. */
  readonly maybeDelivered: false
  /** No wait makes sense. */
  readonly retryAfterMs: null
}

/** The provider accepted the event. */
export interface Delivered extends Final {
  readonly kind: 'delivered'
}

/** The provider already has the event. Nothing is left to do. */
export interface Duplicate extends Final {
  readonly kind: 'duplicate'
}

/** The provider will never accept the event as it is. */
export interface Rejected extends Final {
  readonly kind: 'rejected'
}

/**
 * The credentials are missing, wrong or lack a permission: stop sending to this destination and fix them. Then the event can be sent again.
 */
export interface Unauthorized extends Final {
  readonly kind: 'unauthorized'
}

/** The event was not accepted. Send it again later, a bounded number of times. */
export interface RetryLater extends OutcomeFields {
  readonly kind: 'retry_later'
  /** Whether the provider may have accepted the event although that is not certain. */
  readonly maybeDelivered: false
  /** How long the server asks to wait (`Retry-After`), in milliseconds: at most a year. */
  readonly retryAfterMs: number | null
}

/**
 * The event may or may not have been accepted. Sending it again delivers it at least once, and may count it twice where the provider does
 * not deduplicate.
 */
export interface Unclear extends OutcomeFields {
  readonly kind: 'unclear'
  /** Whether the provider may have accepted the event although that is not certain. */
  readonly maybeDelivered: true
  /** How long the server asks to wait (`Retry-After`), in milliseconds: at most a year. */
  readonly retryAfterMs: number | null
}

/** What a response, or the lack of one, means for the events of a request; `kind` is the decision. */
export type Outcome = Delivered | Duplicate | Rejected | Unauthorized | RetryLater | Unclear

/** The outcome in a text of the native module. */
export function readOutcome(text: string): Outcome {
  return outcomeOf(JSON.parse(text))
}

/** The outcome of plain data. */
export function outcomeOf<O extends Outcome | null>(plain: O): O {
  return plain && Object.assign(new PlainOutcome(), plain)
}

/** Its own properties are those of an outcome. */
class PlainOutcome {
  toJSON(): object {
    return { ...this, details: `${Object.keys((this as unknown as Outcome).details).length} fields` }
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Outcome ${inspect(this.toJSON(), options)}`
  }
}
