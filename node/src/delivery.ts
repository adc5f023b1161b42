import { randomBytes } from 'node:crypto'
import { type Clock, FIELDS, millis } from './client.js'
import type { Part } from './destinations.js'
import { ConfigError, LogError, RefusedError } from './errors.js'
import { write } from './json.js'
import * as native from './native.js'
import { causeOf, kindOf, type NoResponse, responseOf } from './no-response.js'
import { plainText, type Request, RequestReader } from './request.js'
import {
  type FetchResponse,
  type PlainResponse,
  type Received,
  receive,
  received,
  type UndiciResponse,
} from './response.js'
import { Run } from './run.js'
import type { DeliveryConfig } from './types.js'
import {
  checked,
  type FailureOptions,
  known,
  PlainSend,
  type Report,
  reportsOf,
  type Send,
  type Ticket,
} from './words.js'

/** How a delivery begins, in addition to its settings. */
export interface DeliveryOptions {
  /**
   * What the waits are drawn from, from 0 to 2^64 - 1: random by default. Processes with the same seed would wait the same times, and come
   * back to a provider all at once.
   */
  readonly seed?: number | bigint | undefined
  /**
   * Gives each event one attempt, whatever comes of it: nothing is sent again, and no destination is paused. Of several messages in one
   * request that is refused, each is still tried by itself. `false` by default.
   */
  readonly once?: boolean | undefined
}

/** Where a submission belongs. */
export interface SubmissionOptions extends Clock {
  /**
   * The name of its destination, of 1 to 255 bytes; the provider's name by default. Requests of one destination share credentials, limits and
   * pauses; several apps of one provider should have a name each.
   */
  readonly destination?: string | undefined
  /** Its lane, if you know better than the request which events have to keep their order: a user's own id, for example. */
  readonly lane?: string | undefined
}

/** What an accepted submission has become. */
export interface Accepted {
  /** The event had no time, and got that of its submission: see `dateUndated` of {@link DeliveryConfig}. */
  readonly isDated: boolean
}

/** A part of an event that was submitted. */
export interface SubmittedPart {
  /** The label of its destination. */
  readonly destination: string
  /** What its submission has become; null for a part without a request, which was not submitted. */
  readonly accepted: Accepted | null
}

/** Store the log; then ask again. */
export interface Store {
  readonly kind: 'store'
}

/** Nothing can be sent before that time, unless a response or an event arrives. */
export interface WaitUntil {
  readonly kind: 'wait_until'
  readonly time: Date
}

/** Nothing can be sent before a response arrives. */
export interface WaitForAnswer {
  readonly kind: 'wait_for_answer'
}

/** Nothing waits and nothing is under way. */
export interface Idle {
  readonly kind: 'idle'
}

/** What to do next, by `kind`. */
export type Next = Send | Store | WaitUntil | WaitForAnswer | Idle

/** What a delivery has done since it began, and what it has to do. */
export interface DeliveryStats {
  /** Events that were submitted. */
  readonly submitted: number
  /** Events that were delivered. */
  readonly delivered: number
  /** Events that the provider had already. */
  readonly duplicate: number
  /** Events that the provider refuses. */
  readonly dropped: number
  /** Events that were given up. */
  readonly gaveUp: number
  /** Number of requests that were returned to be sent. */
  readonly requests: number
  /** Events that wait or are under way. */
  readonly pending: number
  /** Requests that are under way. */
  readonly inFlight: number
  /** Lanes with events. */
  readonly lanes: number
  /** Lanes without events that are remembered. */
  readonly rememberedLanes: number
  /** What is known of each destination. */
  readonly destinations: readonly DestinationStats[]
}

/** What is known of a destination. */
export interface DestinationStats {
  /** Its name. */
  readonly name: string
  /** Provider of its requests; destinations of several providers may share a name. */
  readonly provider: string
  /**
   * Its state: requests are being sent (`open`); it refuses the credentials or all events (`refused`), or does not respond (`silent`), and
   * one request now and then tries again.
   */
  readonly state: 'open' | 'refused' | 'silent'
  /** Requests that are under way. */
  readonly inFlight: number
  /** How many requests may go there in a second; null where that is not limited. */
  readonly perSecond: number | null
  /** The text of the HTTP client's error that the last request failed with, without what the request carried; null where there is none. */
  readonly cause: string | null
}

/**
 * A queue of requests that decides what to send next: it keeps the order of events, repeats what has to be repeated, and loses nothing. It does
 * no I/O; a {@link Driver} sends what it says. Printing it shows nothing of what it holds.
 *
 * Its log holds requests with their credentials and personal data.
 */
export class Delivery {
  readonly #native: native.Delivery
  readonly #reader = new RequestReader()
  readonly #run: Run

  /**
   * A delivery that has nothing to do.
   *
   * @throws {@link ConfigError} with everything that is wrong with the settings.
   */
  constructor(settings: DeliveryConfig = {}, options?: DeliveryOptions) {
    // One that was restored comes as it is.
    this.#native = settings instanceof native.Delivery ? settings : begun(settings, options)
    this.#run = new Run(this.#native.run(), this.#reader)
  }

  /**
   * Restores the delivery that wrote a log, as it was when the log ended; an empty log is that of a new one. The settings may have changed since; the
   * journal is on. A request that was under way is treated as one without a response.
   *
   * `wholeBytes` of the log are whole: what follows is the torn end of a write that was never confirmed. Cut it off before you append anything.
   *
   * @throws {@link ConfigError} with everything that is wrong with the settings; {@link LogError} where the log cannot be read.
   */
  static restore(
    settings: DeliveryConfig,
    log: Uint8Array,
    options?: DeliveryOptions,
  ): { delivery: Delivery; wholeBytes: number } {
    const { text, wrong } = write(settings, FIELDS)
    const { seed, once = false } = known(options, ['seed', 'once'])
    const restored = native.restoreDelivery(text, wrong, seedOf(seed), once, log)
    if (typeof restored !== 'string') return { delivery: new Delivery(restored[0] as object), wholeBytes: restored[1] }
    throw restored.startsWith('[') ? new ConfigError(JSON.parse(restored)) : new LogError(restored)
  }

  /**
   * Takes an event. `id` is your name for it, of 1 to 255 bytes; its report repeats it. With a journal the event is safe, and may be confirmed to
   * its sender, only once {@link Delivery.isStored}.
   *
   * @throws {@link RefusedError} where it was not taken; nothing has changed then.
   */
  submit(id: string, request: Request, options?: SubmissionOptions): Accepted {
    const { destination, lane, now } = known(options, ['destination', 'lane', 'now'])
    for (const name of [id, destination ?? '', lane ?? '']) {
      if (!isUnicode(name)) throw new RefusedError('invalid_name')
    }
    const accepted = this.#native.submit(id, plainText(request), destination, lane, millis(now))
    if (typeof accepted !== 'boolean') throw new RefusedError(accepted as RefusedError['code'])
    return { isDated: accepted }
  }

  /**
   * Takes all parts of an event, or none: those of `fanOut`, or objects of a destination's label and a request. Each request is submitted under the
   * id `ID/LABEL` to the destination of its label: its report repeats both. A part without a request is not submitted. Returns one entry for each
   * part, in their order.
   *
   * @throws {@link RefusedError} with the `destination` of the first part that cannot be taken; nothing has changed then.
   */
  submitParts(id: string, parts: Iterable<Pick<Part, 'destination' | 'request'>>, options?: Clock): SubmittedPart[] {
    const { now } = known(options, ['now'])
    const given = [...parts]
    if (!isUnicode(id)) throw new RefusedError('invalid_name')
    const labels = given.map(({ destination }) => {
      if (!isUnicode(destination)) throw new RefusedError('invalid_name', destination)
      return destination
    })
    const requests = given.map(({ request }) => request && plainText(request))
    const submitted = this.#native.submitParts(id, labels, requests, millis(now))
    if (typeof submitted === 'string') {
      const end = submitted.indexOf(' ')
      throw new RefusedError(submitted.slice(0, end) as RefusedError['code'], submitted.slice(end + 1))
    }
    return submitted.map((isDated, at) => ({
      destination: labels[at] as string,
      accepted: typeof isDated === 'boolean' ? { isDated } : null,
    }))
  }

  /** What to do now. Ask again after each `send` and `store`, and after anything that was told. */
  poll(options?: Clock): Next {
    const text = this.#native.poll(millis(options?.now))
    const end = text.indexOf('\n')
    if (end >= 0) return new PlainSend(BigInt(text.slice(0, end)), this.#reader.read(text.slice(end + 1)))
    const [kind, time] = text.split(' ') as [Next['kind'], string | undefined]
    return (time === undefined ? { kind } : { kind, time: new Date(Number(time)) }) as Next
  }

  /**
   * Takes the response to a request: a `Response` of fetch or undici, whose body is read, at most 1 MiB of it; or plain data. Returns `false`
   * for a ticket that is not under way: its result was reported before. If the body cannot be read, call {@link Delivery.onError}.
   */
  async onResponse(
    ticket: Ticket,
    response: FetchResponse | UndiciResponse | PlainResponse,
    options?: Clock,
  ): Promise<boolean> {
    return this._onReceived(ticket, await receive(response), options)
  }

  /** Takes a response that is there already, as plain data. */
  onResponseSync(ticket: Ticket, response: PlainResponse, options?: Clock): boolean {
    return this._onReceived(ticket, received(response), options)
  }

  /** Reports that nothing came back for a ticket. `false` for one that is not under way. */
  onNoResponse(ticket: Ticket, kind: NoResponse, options?: FailureOptions): boolean {
    const { cause = '', now } = known(options, ['cause', 'now'])
    return this.#native.onFailure(checked(ticket), kind, cause, millis(now))
  }

  /**
   * Reports that an HTTP client failed with `error` for a ticket: fetch, undici, axios, got, node-fetch, or `node:http`. Where axios or got throw
   * because of the status, the error carries a response, which is taken. `false` for a ticket that is not under way.
   */
  onError(ticket: Ticket, error: unknown, options?: Clock): boolean {
    const response = responseOf(error)
    if (response !== undefined) return this._onReceived(ticket, response, options)
    return this.onNoResponse(ticket, kindOf(error), { cause: causeOf(error), now: options?.now })
  }

  /** @internal Takes a response that has been read. */
  _onReceived(ticket: Ticket, { status, headers, body, receivedAt }: Received, options?: Clock): boolean {
    return this.#native.onResponse(checked(ticket), status, headers, body, receivedAt, millis(options?.now))
  }

  /**
   * What became of events since this was asked last. With a journal, reports whose record is stored; each comes again after a restore until
   * {@link Delivery.acknowledge}.
   */
  takeReports(): Report[] {
    return reportsOf(this.#native.takeReports())
  }

  /**
   * The report of this event has arrived where it belongs, and need not come again; its id may be used again. `false` where there is no such
   * report. Without a journal there is nothing to acknowledge.
   */
  acknowledge(id: string): boolean {
    return isUnicode(id) && this.#native.acknowledge(id)
  }

  /** The log since this was asked last: append it to what is stored, and then say {@link Delivery.logStored}. */
  takeLog(): Buffer {
    return this.#native.takeLog()
  }

  /** The log that was taken is stored. */
  logStored(): void {
    this.#native.logStored()
  }

  /**
   * Takes back a log that could not be stored: nothing of it is returned. What was stored of it, if anything was, has to be cut off before the
   * next attempt.
   */
  logNotStored(log: Uint8Array): void {
    this.#native.logNotStored(log)
  }

  /** Whether everything is stored that was told so far. Without a journal there is nothing to store. */
  get isStored(): boolean {
    return this.#native.isStored
  }

  /**
   * A log that begins anew and from which the same is restored: it can replace everything that was stored. Null while there is a log that is not
   * stored, and without a journal.
   */
  snapshot(): Buffer | null {
    return this.#native.snapshot()
  }

  /**
   * Returns a log that is to replace everything stored, once that has grown long (`snapshotAfterBytes` of {@link DeliveryConfig}); null before
   * that, while a log is being stored, and without a journal.
   *
   * Ask before each {@link Delivery.takeLog}, whose log it replaces, too. Store it so that a crash leaves either the old log or this one, and
   * then say {@link Delivery.logStored}. Where that fails, the old log has to be there still: say {@link Delivery.logNotStored}.
   */
  takeSnapshot(): Buffer | null {
    return this.#native.takeSnapshot()
  }

  /** Lets requests go to a destination again that was shut: its credentials are mended, say. `false` if there is no such destination. */
  resume(destination: string, options?: Clock): boolean {
    return isUnicode(destination) && this.#native.resume(destination, millis(options?.now))
  }

  /**
   * Gives the requests that wait for a destination the credentials of `request`, which was built with the new ones for the same app and in the
   * same style. Say {@link Delivery.resume} then. `false` where there is no such destination of its provider.
   */
  renewCredentials(destination: string, request: Request): boolean {
    return isUnicode(destination) && this.#native.renewCredentials(destination, plainText(request))
  }

  /**
   * Takes back what {@link Delivery.poll} has prepared and not returned, so that it is known of every event whether it was sent. Do not poll
   * after it; store the log once all responses have arrived.
   */
  recall(options?: Clock): void {
    this.#native.recall(millis(options?.now))
  }

  /** Gives up everything that is not under way, for an end. */
  giveUpAll(options?: Clock): void {
    this.#native.giveUpAll(millis(options?.now))
  }

  /** Its run loop, which a {@link Driver} pumps. */
  get run(): Run {
    return this.#run
  }

  /** What it has done and what it has to do. */
  stats(): DeliveryStats {
    return JSON.parse(this.#native.stats())
  }
}

function begun(settings: object, options: DeliveryOptions | undefined): native.Delivery {
  const { text, wrong } = write(settings, FIELDS)
  const { seed, once = false } = known(options, ['seed', 'once'])
  const begun = native.beginDelivery(text, wrong, seedOf(seed), once)
  if (typeof begun === 'string') throw new ConfigError(JSON.parse(begun))
  return begun
}

function seedOf(given: DeliveryOptions['seed']): bigint {
  const seed = given ?? randomBytes(8).readBigUInt64LE()
  if (typeof seed === 'bigint' ? BigInt.asUintN(64, seed) === seed : Number.isSafeInteger(seed) && seed >= 0) {
    return BigInt(seed)
  }
  throw new TypeError('seed must be an integer from 0 to 2^64 - 1')
}

/** Whether a name can be told as it is. */
function isUnicode(name: string): boolean {
  if (typeof name !== 'string') throw new TypeError('ids and names must be strings')
  return name.isWellFormed()
}
