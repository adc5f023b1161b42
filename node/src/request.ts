import { type Issue, issuesOf, ValidationError } from './errors.js'
import { FREE, write } from './json.js'
import * as native from './native.js'
import type { Provider, RequestKind } from './types.js'

/** Place of a configured credential outside of the headers. */
export interface Credential {
  /** The part of the request. */
  readonly in: 'url' | 'body'
  /** Its first byte. */
  readonly start: number
  /** The byte after its last one. */
  readonly end: number
}

const REDACTED = '[redacted]'

/**
 * A complete HTTP request: `await fetch(request.url, request)` sends it, and so does undici's `request(request.url, request)`.
 *
 * `JSON.stringify`, `console.log` and `String` show neither the query, the body nor a credential. **Everything else does:** spreading and
 * `structuredClone` copy what is inside, and the diff of an assertion shows it. `{ ...request }` is plain data, for a queue, say; it holds
 * personal data and credentials, and {@link Request.from} restores it.
 */
export class Request {
  /** The absolute URL, with its query. */
  readonly url: string
  /** The method; a `GET` has no body. */
  readonly method: 'GET' | 'POST'
  /** The headers. `Host` and `Content-Length` belong to the HTTP client. */
  readonly headers: Readonly<Record<string, string>>
  /** The body: text to be sent as UTF-8. */
  readonly body: string | null
  /** Keeps `fetch` from following redirects: they would carry the credentials elsewhere. */
  readonly redirect: 'manual'
  /** The provider API that the request is for. */
  readonly provider: Provider
  /** The kind of event. */
  readonly kind: RequestKind
  /** The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without message ids. */
  readonly messageIds: readonly string[]
  /** What is legal but probably not meant. */
  readonly warnings: readonly Issue[]
  /** The names of the headers that are credentials. */
  readonly sensitiveHeaders: readonly string[]
  /** Place of a credential outside of the headers. */
  readonly credential: Credential | null
  /** Largest number of events that a delivery puts into one request with this one's, where the configuration sets it. */
  readonly maxEvents: number | null
  /** Largest body of a request into which a delivery puts this one's events, or a time, in bytes, where the configuration sets it. */
  readonly maxBytes: number | null
  /** Whether a delivery drops the event once its provider would record it at the time of its arrival, as the configuration asks. */
  readonly expires: boolean

  private constructor(
    head: Head,
    url: string,
    body: string,
    messageIds: readonly string[],
    warnings: readonly Issue[],
  ) {
    this.url = url
    this.method = head.method
    this.headers = head.headers
    this.body = body === '' ? null : body
    this.redirect = 'manual'
    this.provider = head.provider
    this.kind = head.kind
    this.messageIds = messageIds
    this.warnings = warnings
    this.sensitiveHeaders = head.sensitiveHeaders
    this.credential = head.credential
    this.maxEvents = head.maxEvents
    this.maxBytes = head.maxBytes
    this.expires = head.expires
  }

  /**
   * The request that plain data describes: `{ ...request }`, or what came of it through JSON or `structuredClone`.
   *
   * It is checked for what it is made of, not for the rules of its provider: those were kept when it was built.
   *
   * @throws {@link ValidationError} with all issues.
   */
  static from(plain: object): Request {
    const { text, wrong } = write(withoutFetch(plain), FREE)
    return new RequestReader().read(native.restore(text, wrong))
  }

  /** @internal */
  static _of(
    head: Head,
    url: string,
    body: string,
    messageIds: readonly string[],
    warnings: readonly Issue[],
  ): Request {
    return new Request(head, url, body, messageIds, warnings)
  }

  /** The headers as pairs, in their order. */
  get headerList(): [name: string, value: string][] {
    return Object.entries(this.headers)
  }

  /**
   * Returns the key of the request's lane, 32 hexadecimal digits, or null where the order of events does not matter (Meta, TikTok).
   *
   * Events with one key have to stay in one partition, in their order. The key depends on no credential, time, setting or address, is the same in
   * every language, and only a major version changes it.
   */
  laneKey(): string | null {
    return native.laneKey(this.provider, this.kind, this.url, this.body ?? '')
  }

  /**
   * Returns the request as a command of `curl`, for a POSIX shell. Without `showSecrets`, configured credentials are replaced by `[redacted]`;
   * personal data stays in it.
   */
  toCurl(options?: { readonly showSecrets?: boolean | undefined }): string {
    return native.toCurl(plainText(this), options?.showSecrets ?? false)
  }

  /** What may be logged: neither the query, the body nor a credential. */
  toJSON(): Record<string, unknown> {
    const { method, provider, kind, messageIds, warnings, body } = this
    const headers = this.headerList.map(([name, value]) => [
      name,
      this.sensitiveHeaders.includes(name) ? REDACTED : value,
    ])
    const bytes = Buffer.byteLength(body ?? '')
    return {
      method,
      url: this.#address(),
      headers: Object.fromEntries(headers),
      body: `${bytes} bytes`,
      provider,
      kind,
      messageIds,
      warnings,
    }
  }

  toString(): string {
    return `Request ${this.method} ${this.#address()}, ${this.provider} ${this.kind}, ${Buffer.byteLength(this.body ?? '')} bytes`
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Request ${inspect(this.toJSON(), options)}`
  }

  /** The URL without its query and a credential. */
  #address(): string {
    const { url, credential } = this
    const shown = credential?.in === 'url' ? url.slice(0, credential.start) + REDACTED + url.slice(credential.end) : url
    return shown.split('?', 1).join()
  }
}

/** What most requests of a client have in common. */
interface Head {
  readonly provider: Provider
  readonly kind: RequestKind
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly sensitiveHeaders: readonly string[]
  readonly credential: Credential | null
  readonly maxEvents: number | null
  readonly maxBytes: number | null
  readonly expires: boolean
}

const NO_IDS: readonly string[] = Object.freeze([])
const NO_WARNINGS: readonly Issue[] = Object.freeze([])

/** Reads the texts in which the native module gives requests. Its own part is what is the same in one request after the other. */
export class RequestReader {
  #text = ''
  #head: Head | undefined

  /** The request, or a `ValidationError` is thrown. */
  read(text: string): Request {
    const built = this.readAny(text)
    if (built instanceof ValidationError) throw built
    return built
  }

  /** The request, or its issues. */
  readAny(text: string): Request | ValidationError {
    if (text.startsWith('[')) return new ValidationError(JSON.parse(text))
    const head = text.indexOf('\n')
    const notes = text.indexOf('\n', head + 1)
    const url = text.indexOf('\n', notes + 1)
    const [messageIds, warnings] = notes === head + 1 ? [NO_IDS, NO_WARNINGS] : JSON.parse(text.slice(head + 1, notes))
    return Request._of(
      this.#headOf(text.slice(0, head)),
      text.slice(notes + 1, url),
      text.slice(url + 1),
      messageIds,
      warnings.length === 0 ? warnings : issuesOf(warnings),
    )
  }

  #headOf(text: string): Head {
    if (this.#head === undefined || text !== this.#text) {
      this.#head = readHead(text)
      this.#text = text
    }
    return this.#head
  }
}

function readHead(text: string): Head {
  const [provider, kind, method, place, maxEvents, maxBytes, expires, ...texts] = text.split('\t')
  const headers: Record<string, string> = {}
  const sensitiveHeaders: string[] = []
  for (let index = 0; index < texts.length; index += 2) {
    const [mark, value] = texts.slice(index, index + 2) as [string, string]
    const name = mark.replace('!', '')
    if (name !== mark) sensitiveHeaders.push(name)
    headers[name] = value
  }
  const [part, start, end] = (place as string).split(' ')
  return {
    provider: provider as Provider,
    kind: kind as RequestKind,
    method: method as 'GET' | 'POST',
    headers: Object.freeze(headers),
    sensitiveHeaders: Object.freeze(sensitiveHeaders),
    credential:
      part === '' ? null : Object.freeze({ in: part as 'url' | 'body', start: Number(start), end: Number(end) }),
    maxEvents: maxEvents === '' ? null : Number(maxEvents),
    maxBytes: maxBytes === '' ? null : Number(maxBytes),
    expires: expires !== '',
  }
}

/** The plain JSON of the core. */
export function plainText(request: Request): string {
  return JSON.stringify(withoutFetch({ ...request }))
}

/** Plain data without what is only there for `fetch` and its like. */
function withoutFetch(plain: object): object {
  const { redirect: _, ...fields } = plain as Partial<Request>
  const { headers, body } = fields
  const isMap = typeof headers === 'object' && headers !== null && !Array.isArray(headers)
  return { ...fields, headers: isMap ? Object.entries(headers) : headers, body: body === null ? '' : body }
}
