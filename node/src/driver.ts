import type { Clock } from './client.js'
import { type Accepted, Delivery, type SubmissionOptions, type SubmittedPart } from './delivery.js'
import type { Part } from './destinations.js'
import { causeOf, knownKindOf, responseOf } from './no-response.js'
import type { Request } from './request.js'
import { type FetchResponse, open, type PlainResponse, type UndiciResponse } from './response.js'
import { known, type Report, type Send, type Ticket } from './words.js'

/** How a driver sends. */
export interface DriverOptions {
  /**
   * Sends a request once and gives the response, whose body the driver reads: with another client than the global `fetch`, or with a pool of
   * your own. Do not follow redirects. `signal` is aborted when the time for the response is over (`requestTimeoutMs` of the delivery).
   *
   * What an HTTP client failed with is thrown as it is: it says whether anything was sent. Where nothing is known of an error, the request may
   * have been sent. {@link Report.cause} has its text. The error of axios or got for a status such as 404 is taken as the response it carries.
   *
   * What is no response at all ends the run, once what is under way has its response: every event would be sent, and no response understood.
   */
  readonly send?:
    | ((request: Request, signal: AbortSignal) => PromiseLike<FetchResponse | UndiciResponse | PlainResponse>)
    | undefined
  /**
   * Whether an error of `send` that is not known as one of an HTTP client also ends the run, once what is under way has its response: for finding
   * mistakes in `send`. `false` by default.
   */
  readonly stopOnError?: boolean | undefined
}

/** A store of the log that can replace it by a shorter one. A promise is awaited. */
export interface LogStore {
  /** Appends a part of the log to what is stored. Where it fails, what was stored of the part has to be cut off. */
  append(log: Buffer): unknown
  /** Replaces everything stored, so that a crash leaves either the old log or this one. Where it fails, the old log has to be there still. */
  replace(log: Buffer): unknown
}

/** What a run does, and when it ends. */
export interface RunOptions {
  /**
   * When it ends: when nothing waits and nothing is under way (`idle`, the default), or when {@link Driver.stop} was called and what is under way has
   * its response (`stopped`). Stopping ends any run.
   */
  readonly until?: 'idle' | 'stopped' | undefined
  /**
   * Receives the report of each event, one after the other; a promise is awaited. With a journal, the report is stored already; once it is
   * kept elsewhere, {@link Driver.acknowledge} ends it.
   */
  readonly onReport: (report: Report) => unknown
  /**
   * Stores the log, before anything of it is sent or reported. Needed where there is a journal. With a {@link LogStore} the log is replaced by a
   * shorter one whenever it has grown long (`snapshotAfterBytes`); a function only appends, and the log grows without end.
   */
  readonly store?: LogStore | ((log: Buffer) => unknown) | undefined
  /**
   * Acknowledges each report once `onReport` is finished with it. The acknowledgement is stored with what is stored next, so that after a crash a
   * report may come again. `false` by default.
   */
  readonly acknowledge?: boolean | undefined
}

/**
 * Sends what a {@link Delivery} says, with `fetch`. Any code may submit while it runs.
 *
 * ```js
 * const driver = new Driver(new Delivery())
 * driver.submit('order-1', request)
 * await driver.run({ onReport: ({ id, kind, reason }) => console.log(id, kind, reason) })
 * ```
 */
export class Driver {
  /** The delivery itself, for its statistics or a snapshot. Calls that change it take effect when the driver wakes the next time. */
  readonly delivery: Delivery
  readonly #send: DriverOptions['send']
  readonly #stopOnError: boolean
  /** Ends the wait of the run. */
  #wake = (): void => {}

  /** Nothing is sent before {@link Driver.run}. */
  constructor(delivery: Delivery, options?: DriverOptions) {
    const { send, stopOnError = false } = known(options, ['send', 'stopOnError'])
    if (!(delivery instanceof Delivery)) throw new TypeError('delivery must be a Delivery')
    this.delivery = delivery
    this.#send = send
    this.#stopOnError = stopOnError
  }

  /** Submits an event, and wakes the run: see {@link Delivery.submit}. @throws {@link RefusedError} where it was not taken. */
  submit(id: string, request: Request, options?: SubmissionOptions): Accepted {
    const accepted = this.delivery.submit(id, request, options)
    this.#wake()
    return accepted
  }

  /** Submits the parts of an event, and wakes the run: see {@link Delivery.submitParts}. @throws {@link RefusedError} where none was taken. */
  submitParts(id: string, parts: Iterable<Pick<Part, 'destination' | 'request'>>, options?: Clock): SubmittedPart[] {
    const submitted = this.delivery.submitParts(id, parts, options)
    this.#wake()
    return submitted
  }

  /** The report of this event has arrived where it belongs: see {@link Delivery.acknowledge}. */
  acknowledge(id: string): boolean {
    const isKnown = this.delivery.acknowledge(id)
    this.#wake()
    return isKnown
  }

  /** Lets requests go to a destination again: see {@link Delivery.resume}. */
  resume(destination: string): boolean {
    const isKnown = this.delivery.resume(destination)
    this.#wake()
    return isKnown
  }

  /** Ends the run, or the next one if there is none, once what is under way has its response. Another run may follow. */
  stop(): void {
    this.delivery.run.stop()
    this.#wake()
  }

  /**
   * Sends. While it runs, the process does not end by itself.
   *
   * @throws {@link CannotRunError} while another run of the delivery goes on, and for a journal without a `store`. What `onReport` or `store` failed
   * with, and with `stopOnError` also `send`, once what was under way has its response; an `AggregateError` of several. Nothing is lost: the run can
   * be started again. What `onReport` did not take it is given again. The part of the log that `store` failed with is put back: cut off what was
   * stored of it first.
   */
  async run(options: RunOptions): Promise<void> {
    const { until, onReport, store, acknowledge } = known(options, ['until', 'onReport', 'store', 'acknowledge'])
    if (typeof onReport !== 'function') throw new TypeError('onReport must be a function')
    if (store !== undefined && typeof store !== 'function' && !isLogStore(store))
      throw new TypeError('store must be a function, or an object with append and replace')
    const { run } = this.delivery
    const storage = store === undefined ? undefined : typeof store === 'function' ? 'append' : 'replace'
    run.begin({ until, storage, stopOnError: this.#stopOnError, acknowledge })
    const aborters = new Map<Ticket, AbortController>()
    const failures: unknown[] = []
    let isDone = false
    try {
      while (!isDone) {
        const next = run.next()
        if (next.kind === 'send') {
          const aborter = new AbortController()
          aborters.set(next.ticket, aborter)
          void this.#exchange(next, aborter.signal, failures).then(() => {
            aborters.delete(next.ticket)
            this.#wake()
          })
        } else if (next.kind === 'store') {
          try {
            if (typeof store === 'function') await store(next.log)
            else await (next.replaces ? store?.replace(next.log) : store?.append(next.log))
            run.stored()
          } catch (error) {
            failures.push(error)
            run.notStored(next.log)
          }
        } else if (next.kind === 'report') {
          let count = 0
          try {
            for (const report of run.reports()) {
              await onReport(report)
              count += 1
            }
          } catch (error) {
            failures.push(error)
          }
          run.reported(count)
        } else if (next.kind === 'cancel') aborters.get(next.ticket)?.abort()
        else if (next.kind === 'wait') await this.#sleep(next.ms)
        else isDone = true
      }
    } finally {
      if (!isDone) run.abandon()
    }
    if (failures.length > 1) throw new AggregateError(failures, 'a run ended with several errors')
    if (failures.length > 0) throw failures[0]
  }

  /** Sends a request, and reports what comes back. What ends the run is added to `failures`. */
  async #exchange({ ticket, request }: Send, signal: AbortSignal, failures: unknown[]): Promise<void> {
    const { run } = this.delivery
    // A client may not heed the signal.
    const cancelled = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
    })
    try {
      const response = await Promise.race([this.#sent(request, signal), cancelled])
      let read: ReturnType<typeof open>
      try {
        read = open(response)
      } catch (error) {
        // First of all, so that the event is not sent again in this run.
        run.fail()
        failures.push(error)
        throw error
      }
      this.delivery._onReceived(ticket, await Promise.race([read(), cancelled]))
    } catch (error) {
      const kind = signal.aborted ? 'cancelled' : (knownKindOf(error) ?? null)
      if (responseOf(error) !== undefined) this.delivery.onError(ticket, error)
      else if (run.onError(ticket, kind, { cause: causeOf(error) }) && !failures.includes(error)) failures.push(error)
    }
  }

  async #sent(request: Request, signal: AbortSignal): Promise<FetchResponse | UndiciResponse | PlainResponse> {
    return this.#send === undefined ? fetch(request.url, { ...request, signal }) : this.#send(request, signal)
  }

  /** Until something changes, but no longer than that. */
  #sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function isLogStore(store: unknown): store is LogStore {
  const { append, replace } = Object(store) as Partial<LogStore>
  return typeof append === 'function' && typeof replace === 'function'
}
