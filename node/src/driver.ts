import { type Accepted, Delivery, known, type Report, type SubmissionOptions, type Ticket } from './delivery.js'
import { knownKindOf, responseOf } from './no-response.js'
import type { Request } from './request.js'
import type { FetchResponse, PlainResponse, UndiciResponse } from './response.js'

/** How a driver sends. */
export interface DriverOptions {
  /**
   * Sends a request once and gives the response, whose body the driver reads: with another client than the global `fetch`, or with a pool of
   * your own. Do not follow redirects. `signal` is aborted when the time for the answer is over.
   *
   * What an HTTP client failed with is thrown as it is: it says whether anything was sent. Where nothing is known of an error, the request may
   * have been sent. {@link Report.cause} has its text. The error of axios or got for a status such as 404 is taken as the response it carries.
   */
  readonly send?:
    | ((request: Request, signal: AbortSignal) => PromiseLike<FetchResponse | UndiciResponse | PlainResponse>)
    | undefined
  /** How long a request may take until its answer is read, in milliseconds, from 1 to 2147483647: 30000 by default. */
  readonly timeoutMs?: number | undefined
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
   * When it ends: when nothing waits and nothing is under way (`idle`, the default), or when {@link Driver.stop} says so and what is under way has
   * its answer (`stopped`). Stopping ends any run.
   */
  readonly until?: 'idle' | 'stopped' | undefined
  /**
   * Is told what became of each event, one after the other; a promise is awaited. With a journal, what it is told is stored already; once it is
   * kept elsewhere, {@link Driver.acknowledge} ends it.
   */
  readonly onReport: (report: Report) => unknown
  /**
   * Stores the log, before anything of it is sent or reported. Needed where there is a journal. With a {@link LogStore} the log is replaced by a
   * shorter one whenever it has grown long (`snapshotAfterBytes`); a function only appends, and the log grows without end.
   */
  readonly store?: LogStore | ((log: Buffer) => unknown) | undefined
}

/** The longest time of a timer; a longer one would end at once. */
const LONGEST = 2 ** 31 - 1

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
  /** The delivery itself: for its statistics, for a snapshot. What it is told here is looked at when the driver wakes the next time. */
  readonly delivery: Delivery
  readonly #send: DriverOptions['send']
  readonly #timeoutMs: number
  readonly #stopOnError: boolean
  #isRunning = false
  #isStopped = false
  /** Reports that `onReport` has not taken yet. */
  #untold: Report[] = []
  /** Ends the wait of the run. */
  #wake = (): void => {}

  /** Nothing is sent before {@link Driver.run}. */
  constructor(delivery: Delivery, options?: DriverOptions) {
    const { send, timeoutMs = 30_000, stopOnError = false } = known(options, ['send', 'timeoutMs', 'stopOnError'])
    if (!(delivery instanceof Delivery)) throw new TypeError('delivery must be a Delivery')
    if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > LONGEST)
      throw new TypeError(`timeoutMs must be an integer from 1 to ${LONGEST}`)
    this.delivery = delivery
    this.#send = send
    this.#timeoutMs = timeoutMs
    this.#stopOnError = stopOnError
  }

  /** Submits an event, and wakes the run: see {@link Delivery.submit}. @throws {@link RefusedError} where it was not taken. */
  submit(id: string, request: Request, options?: SubmissionOptions): Accepted {
    const accepted = this.delivery.submit(id, request, options)
    this.#wake()
    return accepted
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

  /** Ends the run, once what is under way has its answer. It is for good: a later run ends at once. */
  stop(): void {
    this.#isStopped = true
    this.#wake()
  }

  /**
   * Sends. While it runs, the process does not end by itself.
   *
   * @throws What `onReport` or `store` failed with, and with `stopOnError` also `send`, once what was under way has its response; an
   * `AggregateError` of several. Nothing is lost: the run can be started again. What `onReport` did not take it is given again. The part of the log
   * that `store` failed with is put back: cut off what was stored of it first.
   */
  async run(options: RunOptions): Promise<void> {
    const { until = 'idle', onReport, store } = known(options, ['until', 'onReport', 'store'])
    if (typeof onReport !== 'function') throw new TypeError('onReport must be a function')
    if (store !== undefined && typeof store !== 'function' && !isLogStore(store))
      throw new TypeError('store must be a function, or an object with append and replace')
    if (until !== 'idle' && until !== 'stopped') throw new TypeError("until must be 'idle' or 'stopped'")
    if (this.#isRunning) throw new Error('the driver runs already')
    this.#isRunning = true
    try {
      await this.#run(until, onReport, store)
    } finally {
      this.#isRunning = false
    }
  }

  async #run(until: 'idle' | 'stopped', onReport: RunOptions['onReport'], store: RunOptions['store']): Promise<void> {
    const failures: unknown[] = []
    const succeeds = async (task: () => unknown): Promise<boolean> => {
      try {
        await task()
        return true
      } catch (error) {
        failures.push(error)
        return false
      }
    }
    let underWay = 0
    const send = async (ticket: Ticket, request: Request): Promise<void> => {
      underWay += 1
      await succeeds(() => this.#exchange(ticket, request))
      underWay -= 1
      this.#wake()
    }

    let canTell = true
    let canStore = true
    let isDone = false
    while (!isDone && failures.length === 0) {
      canTell = await succeeds(() => this.#tell(onReport))
      // While it was told, something else may have failed.
      if (failures.length > 0 || this.#isStopped) break
      await succeeds(async () => {
        const next = this.delivery.poll()
        if (next.kind === 'send') void send(next.ticket, next.request)
        else if (next.kind === 'store') canStore = await succeeds(() => this.#store(store))
        else if (next.kind === 'idle' && until === 'idle') isDone = true
        else await this.#sleep(next.kind === 'wait_until' ? next.time : undefined)
      })
    }
    while (underWay > 0) await this.#sleep()
    // What was not handed out is not to be taken for sent, and the last answers have a log, too, and reports behind it.
    await succeeds(() => this.delivery.recall())
    const keep = async () => canStore && (await succeeds(() => this.#store(store)))
    await keep()
    if (canTell) await succeeds(() => this.#tell(onReport))
    // What was acknowledged meanwhile.
    await keep()
    if (failures.length > 1) throw new AggregateError(failures, 'a run ended with several errors')
    if (failures.length > 0) throw failures[0]
  }

  async #tell(onReport: RunOptions['onReport']): Promise<void> {
    const reports = this.#untold.concat(this.delivery.takeReports())
    let told = 0
    try {
      for (const report of reports) {
        await onReport(report)
        told += 1
      }
    } finally {
      this.#untold = reports.slice(told)
    }
  }

  async #store(store: RunOptions['store']): Promise<void> {
    const snapshot = typeof store === 'object' ? this.delivery.takeSnapshot() : null
    const log = snapshot ?? this.delivery.takeLog()
    if (log.length === 0) return
    try {
      if (store === undefined) throw new TypeError('store must be a function or an object: the delivery has a journal')
      if (typeof store === 'function') await store(log)
      else if (snapshot === null) await store.append(log)
      else await store.replace(log)
    } catch (error) {
      this.delivery.logNotStored(log)
      throw error
    }
    this.delivery.logStored()
  }

  /** Sends a request and reports what came of it. Throws only what ends the run. */
  async #exchange(ticket: Ticket, request: Request): Promise<void> {
    const aborter = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const error = new DOMException('no answer in time', 'TimeoutError')
        aborter.abort(error)
        reject(error)
      }, this.#timeoutMs)
    })
    const answered = async (): Promise<boolean> => {
      const { signal } = aborter
      const send = this.#send
      const response = await (send === undefined ? fetch(request.url, { ...request, signal }) : send(request, signal))
      if (typeof response !== 'object' || response === null) throw new TypeError('send must give a response')
      return this.delivery.onResponse(ticket, response)
    }
    try {
      // A client may not heed the signal.
      await Promise.race([answered(), late])
    } catch (error) {
      this.delivery.onError(ticket, error)
      if (this.#stopOnError && responseOf(error) === undefined && knownKindOf(error) === undefined) throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Until that time, or something changes. */
  #sleep(until?: Date): Promise<void> {
    const wait = until === undefined ? LONGEST : Math.min(Math.max(until.getTime() - Date.now(), 1), LONGEST)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, wait)
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
