// What came back for a request, from whatever the HTTP client has.

/** Headers with their values: anything with entries, pairs, or a plain object. */
export type ResponseHeaders =
  | Iterable<readonly [name: string, value: string]>
  | { readonly [name: string]: string | number | readonly string[] | null | undefined }

/** A response as plain data. */
export interface PlainResponse {
  readonly status: number
  readonly headers: ResponseHeaders
  /** The body after transfer and content decoding. */
  readonly body: string | Uint8Array | ArrayBuffer
  /** When the response came. Only a `Retry-After` that is a date needs it; without it the response's own `Date` is taken. */
  readonly receivedAt?: Date | undefined
}

/** The `Response` of fetch, as far as it is needed. */
export interface FetchResponse {
  readonly status: number
  readonly headers: Iterable<readonly [name: string, value: string]>
  readonly body: AsyncIterable<Uint8Array> | null
  readonly bodyUsed: boolean
}

/** What undici's `request` gives, as far as it is needed. */
export interface UndiciResponse {
  readonly statusCode: number
  readonly headers: ResponseHeaders
  readonly body: AsyncIterable<Uint8Array> & { readonly bodyUsed: boolean }
}

/** So much of a body is kept: the 1 MiB that the core reads, and one byte more, by which it knows that there was more. */
const MAX_BODY = 1024 * 1024 + 1

/** A response as the native module takes it. */
export interface Received {
  readonly status: number
  /** Alternating names and values. */
  readonly headers: string[]
  readonly body: Uint8Array
  readonly receivedAt: number | undefined
}

/** Reads any response; of its body no more than the core needs. */
export async function receive(response: FetchResponse | UndiciResponse | PlainResponse): Promise<Received> {
  return open(response)()
}

/**
 * Checks a response, and returns what reads it. What throws here is a mistake of who gives it; what throws later, the HTTP client has failed
 * with.
 */
export function open(response: FetchResponse | UndiciResponse | PlainResponse): () => Promise<Received> {
  if (typeof response !== 'object' || response === null) throw new TypeError('a response must be an object')
  if ('statusCode' in response)
    return opened(response.statusCode, response.headers, response.body, response.body.bodyUsed)
  if ('bodyUsed' in response) return opened(response.status, response.headers, response.body, response.bodyUsed)
  const read = received(response)
  return async () => read
}

function opened(
  status: number,
  headers: ResponseHeaders,
  body: AsyncIterable<Uint8Array> | null,
  isUsed: boolean,
): () => Promise<Received> {
  const head = received({ status, headers, body: '' })
  if (isUsed)
    throw new TypeError('the body of the response has been read already; pass { status, headers, body } instead')
  return async () => ({ ...head, body: await read(body) })
}

/** Reads a plain response. */
export function received({ status, headers, body, receivedAt }: PlainResponse): Received {
  if (!Number.isInteger(status) || status < 0 || status > 65_535)
    throw new TypeError('status must be an integer from 0 to 65535')
  if (receivedAt !== undefined && Number.isNaN(receivedAt.getTime()))
    throw new TypeError('receivedAt must be a valid Date')
  return { status, headers: flat(headers), body: bytes(body), receivedAt: receivedAt?.getTime() }
}

async function read(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  // Leaving the loop early cancels the stream.
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= MAX_BODY) break
  }
  return Buffer.concat(chunks).subarray(0, MAX_BODY)
}

function bytes(body: unknown): Uint8Array {
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return body
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  throw new TypeError('body must be a string, a Uint8Array or an ArrayBuffer')
}

function flat(headers: ResponseHeaders): string[] {
  const isIterable = typeof (headers as Iterable<unknown>)?.[Symbol.iterator] === 'function'
  const pairs = isIterable ? (headers as Iterable<readonly [string, unknown]>) : Object.entries(headers)
  const texts: string[] = []
  for (const [name, values] of pairs) {
    for (const value of Array.isArray(values) ? values : [values]) {
      if (value !== null && value !== undefined) texts.push(String(name), String(value))
    }
  }
  return texts
}
