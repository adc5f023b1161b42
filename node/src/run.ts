import { type Clock, millis } from './client.js'
import { CannotRunError } from './errors.js'
import type * as native from './native.js'
import type { NoResponse } from './no-response.js'
import type { RequestReader } from './request.js'
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

/** How a run begins. */
export interface BeginOptions {
  /**
   * When it ends: when nothing waits and nothing is under way (`idle`, the default), or when {@link Run.stop} says so and what is under way has
   * its response (`stopped`).
   */
  readonly until?: 'idle' | 'stopped' | undefined
  /** Where the log of a journal goes: to a storage that can append, or that can also replace everything by a shorter log, which keeps it short. */
  readonly storage?: 'append' | 'replace' | undefined
  /**
   * Maximum number of requests in flight; as many as the delivery allows by default. A request whose time is over counts until its end is
   * reported.
   */
  readonly maxInFlight?: number | undefined
  /** Ends the run at an error that is not known as one of an HTTP client. `false` by default. */
  readonly stopOnError?: boolean | undefined
  /**
   * Acknowledges each report once it has been reported. With a journal, the acknowledgement is stored with what is stored next. `false` by
   * default.
   */
  readonly acknowledge?: boolean | undefined
}

/** Store this log, and then call {@link Run.stored} or {@link Run.notStored}. Printing it does not show the log. */
export interface StoreLog {
  readonly kind: 'store'
  /** The log. It holds credentials and personal data. */
  readonly log: Buffer
  /** Whether it replaces everything that is stored, so that a crash leaves either the old log or this one; otherwise it is appended. */
  readonly replaces: boolean
}

/** Report what became of events ({@link Run.reports}), and then call {@link Run.reported}. */
export interface ReportsReady {
  readonly kind: 'report'
}

/** Cancel the request of this ticket: its time is over, or the run is cancelled. Report its end as usual. */
export interface Cancel {
  readonly kind: 'cancel'
  readonly ticket: Ticket
}

/** Wait until something changes (a response, a submission, a call of the {@link Run}), but no longer than this. */
export interface Wait {
  readonly kind: 'wait'
  /** Maximum duration, in milliseconds. */
  readonly ms: number
}

/** The run has ended. */
export interface Done {
  readonly kind: 'done'
}

/** What a driver does next; `kind` says what. */
export type Do = Send | StoreLog | ReportsReady | Cancel | Wait | Done

/**
 * The run of a delivery, from `delivery.run`: everything that a driver decides, without any I/O.
 *
 * A driver begins a run and does what {@link Run.next} says until that is `done`. Responses and failures are reported with the delivery's
 * `onResponse` and with {@link Run.onError}, in any order, and also while the driver waits.
 */
export class Run {
  readonly #native: native.Run
  readonly #reader: RequestReader

  /** @internal A run is that of a delivery: `delivery.run`. */
  constructor(run: native.Run, reader: RequestReader) {
    this.#native = run
    this.#reader = reader
  }

  /**
   * Begins a run. Reports that an earlier run has failed with come again.
   *
   * @throws {@link CannotRunError} where another run has not ended, or there is a log and no storage for it. Nothing has changed then.
   */
  begin(options?: BeginOptions): void {
    const names = ['until', 'storage', 'maxInFlight', 'stopOnError', 'acknowledge'] as const
    const { until = 'idle', storage, maxInFlight, stopOnError = false, acknowledge = false } = known(options, names)
    if (until !== 'idle' && until !== 'stopped') throw new TypeError("until must be 'idle' or 'stopped'")
    if (storage !== undefined && storage !== 'append' && storage !== 'replace')
      throw new TypeError("storage must be 'append' or 'replace'")
    if (maxInFlight !== undefined && !(Number.isInteger(maxInFlight) && maxInFlight > 0 && maxInFlight < 2 ** 32))
      throw new TypeError('maxInFlight must be an integer from 1 to 2^32 - 1')
    const code = this.#native.begin(until, storage, maxInFlight, stopOnError, acknowledge)
    if (code !== null) throw new CannotRunError(code as CannotRunError['code'])
  }

  /** Returns what to do now. Do not ask while a log is being stored. */
  next(options?: Clock): Do {
    const next = this.#native.next(millis(options?.now))
    if (typeof next !== 'string') return new PlainStoreLog(...next)
    const end = next.indexOf('\n')
    if (end >= 0) return new PlainSend(BigInt(next.slice(0, end)), this.#reader.read(next.slice(end + 1)))
    const [kind, number] = next.split(' ') as [Do['kind'], string | undefined]
    if (kind === 'cancel') return { kind, ticket: BigInt(number as string) }
    return (kind === 'wait' ? { kind, ms: Number(number) } : { kind }) as Do
  }

  /** Ends the run once what is under way has its response. Where there is none, ends the next one. */
  stop(): void {
    this.#native.stop()
  }

  /** Lets a run until `stopped` end as one until `idle` would. */
  finish(): void {
    this.#native.finish()
  }

  /** Ends the run, and cancels what is under way. */
  cancel(): void {
    this.#native.cancel()
  }

  /** Ends the run as {@link Run.stop} does: something that the driver needs has failed. */
  fail(): void {
    this.#native.fail()
  }

  /**
   * Ends the run at once, where nothing can be waited for any more. What is under way has no response (`cancelled`), and a log that is being
   * stored stays so.
   */
  abandon(options?: Clock): void {
    this.#native.abandon(millis(options?.now))
  }

  /**
   * Reports the error of a request that has no response; `kind` is null for an error that is not known as one of an HTTP client: the request may
   * have been sent. Returns whether it ends the run (`stopOnError`).
   */
  onError(ticket: Ticket, kind: NoResponse | null, options?: FailureOptions): boolean {
    const { cause = '', now } = known(options, ['cause', 'now'])
    return this.#native.onError(checked(ticket), kind, cause, millis(now))
  }

  /**
   * Takes back a request that was certainly not sent, because it was cancelled before it began. `false` for a ticket that is not under way.
   */
  withdraw(ticket: Ticket, options?: Clock): boolean {
    return this.#native.withdraw(checked(ticket), millis(options?.now))
  }

  /** Reports that the log is stored. */
  stored(): void {
    this.#native.stored()
  }

  /**
   * Reports that a log could not be stored: it comes again with the next run, and this one ends. `log` is what {@link StoreLog} had; what was
   * stored of it has to be cut off before the next run.
   */
  notStored(log: Uint8Array): void {
    this.#native.notStored(log)
  }

  /** Returns what became of events, and was not reported yet. */
  reports(): Report[] {
    return reportsOf(this.#native.reports())
  }

  /**
   * Reports that the first `count` of {@link Run.reports} were reported. Where that is not all of them, the driver has failed with the next one:
   * it comes again with the next run, and this one ends.
   */
  reported(count: number): void {
    if (!(Number.isInteger(count) && count >= 0 && count < 2 ** 32))
      throw new TypeError('count must be an integer from 0 to 2^32 - 1')
    this.#native.reported(count)
  }
}

class PlainStoreLog implements StoreLog {
  readonly kind = 'store'

  constructor(
    readonly log: Buffer,
    readonly replaces: boolean,
  ) {}

  /** What may be logged. */
  toJSON(): object {
    return { kind: this.kind, bytes: this.log.length, replaces: this.replaces }
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `StoreLog ${inspect(this.toJSON(), options)}`
  }
}
