import type { AnyEvent } from './destination.js'
import { ConfigError, type IssueData, ValidationError } from './errors.js'
import { interpretAs, interpretErrorAs, interpretNoResponse } from './interpret.js'
import { ANY, FREE, type Place, Plain, record, type Written, write } from './json.js'
import * as native from './native.js'
import type { NoResponse } from './no-response.js'
import type { Outcome } from './outcome.js'
import { type Request, RequestReader } from './request.js'
import { type FetchResponse, type PlainResponse, receive, received, type UndiciResponse } from './response.js'
import type { Provider } from './types.js'

/** The caller's clock. */
export interface Clock {
  /** The machine's clock by default. */
  readonly now?: Date | undefined
}

/** Where a message without `id` gets one from. */
export interface Ids {
  /** A random UUID by default; with `null` an absent `id` is an issue. */
  readonly newId?: (() => string) | null | undefined
}

/** What has maps and single values as fields. */
export const FIELDS = record({})

/** What all clients have. A client is immutable and may be shared freely. */
export abstract class Client {
  /** @internal */
  readonly _native: native.Client
  /** @internal */
  readonly _reader = new RequestReader()

  /** @internal */
  protected constructor(provider: Provider | undefined, config: object) {
    // The client of one of several destinations comes as it is.
    this._native = config instanceof native.Client ? config : opened(provider, config)
    // Spreading or printing a client shows nothing of it.
    for (const name of ['_native', '_reader'] as const) Object.defineProperty(this, name, { enumerable: false })
  }

  /** The name of the provider API. */
  get provider(): Provider {
    return this._native.provider as Provider
  }

  /**
   * Returns the key of the lane of an event, which names its `provider` and `kind`, or null where the order does not matter: see
   * {@link Request.laneKey}. It does not depend on `now`, which is for the checks of the event, nor on an `id`, which may be absent.
   *
   * @throws {@link ValidationError} with all issues of the event.
   */
  laneKey(event: AnyEvent, options?: Clock): string | null {
    const now = millis(options?.now)
    if (event instanceof Uint8Array) return keyOf(this._native.laneKeyBytes(event, now))
    const { text, wrong } = textOf(event) ?? write(event, ANY)
    return keyOf(this._native.laneKey(text, now, wrong))
  }

  /**
   * Interprets a response to `request`, by the request's own provider and kind: a `Response` of fetch or undici, whose body is read, at most 1 MiB
   * of it; or plain data. Without the request, which is null then, it goes by the first kind of event of the client's provider, and less of the
   * provider's own error text is kept.
   */
  async interpret(request: Request | null, response: FetchResponse | UndiciResponse | PlainResponse): Promise<Outcome> {
    return interpretAs(request, this._native, await receive(response))
  }

  /** Interprets a response that is there already, as plain data. */
  interpretSync(request: Request | null, response: PlainResponse): Outcome {
    return interpretAs(request, this._native, received(response))
  }

  /** Interprets the lack of a response: the same for every provider. */
  interpretNoResponse(kind: NoResponse): Outcome {
    return interpretNoResponse(kind)
  }

  /** Returns what it means that an HTTP client failed with `error`: fetch, undici, axios, got, node-fetch, or `node:http`. */
  interpretError(request: Request | null, error: unknown): Outcome {
    return interpretErrorAs(request, this._native, error)
  }
}

function opened(provider: Provider | undefined, config: object): native.Client {
  const { text, wrong } = write(config, FREE)
  const opened = native.open(provider, text, wrong)
  if (typeof opened === 'string') throw new ConfigError(JSON.parse(opened))
  return opened
}

/** A key, or issues are thrown. */
function keyOf(text: string | null): string | null {
  if (text?.startsWith('[')) throw new ValidationError(JSON.parse(text))
  return text
}

/** The events of one kind. */
export class Events {
  readonly #native: native.Events
  readonly #reader = new RequestReader()
  readonly #place: Place

  constructor(client: Client, kind: string, place = FIELDS) {
    this.#native = client._native.events(kind)
    this.#place = place
  }

  build(event: object, options: (Clock & Ids) | undefined): Request {
    const now = millis(options?.now)
    const newId = options?.newId
    const plain = new Plain(false)
    const unescaped = newId === undefined ? plain.write(event, this.#place, 0) : undefined
    if (unescaped?.isWellFormed()) {
      const built = this.#native.build(unescaped, plain.strings, now)
      if (built !== null) return this.#reader.read(built)
    }
    const { text, wrong } = write(event, this.#place)
    return this.#reader.read(this.#native.buildWith(text, now, wrong, newId))
  }
}

/** One request of several messages of one user. Those whose kind only the caller knows are at {@link ANY}. */
export function messages(
  client: Client,
  identity: unknown,
  several: Iterable<unknown>,
  options: (Clock & Ids) | undefined,
  place: Place,
): Request {
  const written: Written[] = [identity, ...several].map((object) => textOf(object) ?? write(object, place))
  const texts = written.map(({ text }) => text)
  const wrong = written.map(({ wrong }) => wrong ?? '[]')
  return client._reader.read(client._native.messages(texts, wrong, place !== ANY, millis(options?.now), options?.newId))
}

/** An object that is given as JSON text already. */
export function textOf(object: unknown): Written | undefined {
  if (typeof object !== 'string') return undefined
  if (!object.isWellFormed()) throw notUnicode()
  return { text: object, wrong: undefined }
}

export const NOT_UNICODE: IssueData = { path: '', code: 'invalid_unicode', message: 'is not Unicode' }

export function notUnicode(): ValidationError {
  return new ValidationError([NOT_UNICODE])
}

/** A time in milliseconds since 1970; now, if there is none. */
export function millis(now: Date | undefined): number {
  const time = now === undefined ? Date.now() : now.getTime()
  if (Number.isNaN(time)) throw new TypeError('now must be a valid Date')
  return time
}
