// The words of a delivery and of its run: tickets, what is sent, reports.

import type { Clock } from './client.js'
import { type Outcome, outcomeOf } from './outcome.js'
import type { Request } from './request.js'

/** A request that is under way: a number of the delivery that gave it. */
export type Ticket = bigint

/** Send this request, and tell what came back for the ticket. There may be more to send at once. */
export interface Send {
  readonly kind: 'send'
  /** Identifies the request when its response is reported. */
  readonly ticket: Ticket
  /** The request. It has no warnings any more. */
  readonly request: Request
}

/**
 * What became of an event in the end. Every event that was submitted gets exactly one; after a restore it may come again until it is
 * acknowledged.
 *
 * `console.log` and `JSON.stringify` show neither the id nor the destination. **Spreading does:** `{ ...report }` is plain data.
 */
export interface Report {
  /** The event's id, as it was submitted. */
  readonly id: string
  /** Its destination. */
  readonly destination: string
  /**
   * What became of it: the provider accepted it (`delivered`), had it already (`duplicate`), refuses it, or would (`dropped`); or it was tried
   * as often or as long as the settings allow (`gave_up`).
   */
  readonly kind: 'delivered' | 'duplicate' | 'dropped' | 'gave_up'
  /** Why, in our words: one of a fixed set of texts, without personal data. */
  readonly reason: string
  /** Whether the provider may have the event although it is not reported as delivered. */
  readonly maybeDelivered: boolean
  /** How often it was sent, also where nothing can have arrived. */
  readonly attempts: number
  /**
   * The text of the HTTP client's last error, without what the request carried; null where there was a response, and after a restore.
   */
  readonly cause: string | null
  /** The last outcome; null where it was never sent, and after a restore. */
  readonly outcome: Outcome | null
}

/** What else is known where nothing came back. */
export interface FailureOptions extends Clock {
  /**
   * The text of the HTTP client's error, for {@link Report.cause}. Pass it as it is: everything that the request carried, and the queries of URLs,
   * are removed from it.
   */
  readonly cause?: string | undefined
}

/** The options, if it knows all of them: a misspelt one would be ignored. */
export function known<T extends object>(options: T | undefined, names: readonly (keyof T)[]): Partial<T> {
  for (const name of Object.keys(options ?? {})) {
    if (!names.includes(name as keyof T)) throw new TypeError(`unknown option: ${name}`)
  }
  return options ?? {}
}

export function checked(ticket: Ticket): Ticket {
  if (typeof ticket !== 'bigint') throw new TypeError('ticket must be a bigint')
  return ticket
}

export class PlainSend implements Send {
  readonly kind = 'send'

  constructor(
    readonly ticket: Ticket,
    readonly request: Request,
  ) {}

  /** What may be logged. JSON has no numbers that long. */
  toJSON(): object {
    return { ...this, ticket: String(this.ticket) }
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Send ${inspect({ ...this }, options)}`
  }
}

/** Reads reports from the native module. */
export function reportsOf(json: string): Report[] {
  const reports: Report[] = JSON.parse(json)
  return reports.map((report) => Object.assign(new PlainReport(), report, { outcome: outcomeOf(report.outcome) }))
}

/** Its own properties are those of a report. */
class PlainReport {
  toJSON(): object {
    const { id: _, destination: __, ...shown } = this as unknown as Report
    return shown
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Report ${inspect(this.toJSON(), options)}`
  }
}
