// What an error of an HTTP client says about the request.

import { type PlainResponse, type Received, type ResponseHeaders, received } from './response.js'
import type { NoResponse } from './types.js'

export type { NoResponse }

/** By the code, or else the name, of an error or of what caused it. */
const KINDS = new Map<unknown, NoResponse>(
  Object.entries({
    // https://nodejs.org/api/errors.html and libuv's errors.
    ECONNREFUSED: 'connect',
    EHOSTUNREACH: 'connect',
    ENETUNREACH: 'connect',
    EADDRNOTAVAIL: 'connect',
    EAI_AGAIN: 'connect',
    ENOTFOUND: 'connect',
    ECONNRESET: 'closed',
    EPIPE: 'closed',
    ERR_STREAM_PREMATURE_CLOSE: 'closed',
    ETIMEDOUT: 'timeout',
    // https://undici.nodejs.org/#/docs/api/Errors.md
    UND_ERR_CONNECT_TIMEOUT: 'connect',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    UND_ERR_BODY_TIMEOUT: 'timeout',
    UND_ERR_SOCKET: 'closed',
    UND_ERR_CLOSED: 'other',
    UND_ERR_ABORTED: 'cancelled',
    // https://axios-http.com/docs/handling_errors: a timeout that also covers connecting.
    ECONNABORTED: 'timeout',
    ERR_CANCELED: 'cancelled',
    // https://github.com/sindresorhus/got/blob/main/documentation/8-errors.md
    ERR_ABORTED: 'cancelled',
    ERR_BODY_PARSE_FAILURE: 'other',
    // https://dom.spec.whatwg.org/#aborting-ongoing-activities
    AbortError: 'cancelled',
    TimeoutError: 'timeout',
  } satisfies Record<string, NoResponse>),
)

/**
 * The codes of certificates that were refused: https://nodejs.org/api/tls.html#x509-certificate-error-codes, and of handshakes that came to
 * nothing. OpenSSL has many more, which may also end a connection after the request was sent.
 */
const TLS =
  /^(CERT_|CRL_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*HANDSHAKE_FAILURE|.*ALERT_PROTOCOL_VERSION)$)/
/** The same where Node, or an older version of it, says so in the message alone. */
const TLS_MESSAGE =
  /SSL routines:.*(wrong version number|unsupported protocol|handshake failure|alert protocol version)|before secure TLS connection was established/

/** The phases of got's timeouts in which nothing was sent yet. */
const PHASES = new Map<unknown, NoResponse>([
  ['lookup', 'connect'],
  ['connect', 'connect'],
  ['secureConnect', 'tls'],
])

/** By code or name: other failures of connections, of parsing what came over them, and of decompressing it. */
const TRANSPORT =
  /^(EPROTO$|EAI_|ERR_SSL_|ERR_TLS_|ERR_HTTP2_|ERR_NETWORK$|ERR_BAD_RESPONSE$|UND_ERR_|HPE_|HTTPParserError$|Z_)/

/** Maximum number of errors that are examined. */
const MAX_ERRORS = 8

/** Returns the kind of no-response that an error is. Where it is in doubt, the one that claims less about the request. */
export function kindOf(error: unknown): NoResponse {
  return knownKindOf(error) ?? 'other'
}

/** Returns the kind of no-response; nothing for an error that may be one of the code around the request. */
export function knownKindOf(error: unknown): NoResponse | undefined {
  return kindAmong(error, { left: MAX_ERRORS })
}

function kindAmong(error: unknown, budget: { left: number }): NoResponse | undefined {
  if (typeof error !== 'object' || error === null || budget.left === 0) return undefined
  budget.left -= 1
  // What is deeper is nearer to what happened.
  const cause = member(error, 'cause')
  const below = cause === undefined ? leastOf(listOf(error), budget) : kindAmong(cause, budget)
  const own = ownKind(error)
  if (below === undefined || below === 'other') return own ?? below
  return below
}

/** Returns what all of several errors allow to say: nothing was sent only if none of them may have sent anything. */
function leastOf(errors: readonly unknown[], budget: { left: number }): NoResponse | undefined {
  const kinds = errors.map((error) => kindAmong(error, budget))
  return (
    kinds.find((kind) => kind !== 'connect' && kind !== 'tls') ?? (kinds.includes(undefined) ? undefined : kinds.at(-1))
  )
}

function ownKind(error: object): NoResponse | undefined {
  const code = member(error, 'code')
  const name = member(error, 'name')
  const message = text(member(error, 'message'))
  if (TLS.test(text(code))) return 'tls'
  if ((code === 'EPROTO' || code === 'ECONNRESET') && TLS_MESSAGE.test(message)) return 'tls'
  // A connection that timed out, or was reset, while it was made; node-fetch has a name of its own for the call.
  if (member(error, 'syscall') === 'connect' || member(error, 'erroredSysCall') === 'connect') return 'connect'
  const phase = name === 'TimeoutError' ? PHASES.get(member(error, 'event')) : undefined
  const kind = phase ?? KINDS.get(code) ?? KINDS.get(name)
  if (kind !== undefined) return kind
  // node-fetch: https://github.com/node-fetch/node-fetch/blob/main/docs/ERROR-HANDLING.md
  if (name === 'FetchError') return /timeout$/.test(text(member(error, 'type'))) ? 'timeout' : 'other'
  return TRANSPORT.test(text(code)) || TRANSPORT.test(text(name)) ? 'other' : undefined
}

/**
 * Returns the response that an error carries: axios, got and undici's `responseError` throw statuses such as 404 unless configured otherwise.
 * Nothing if there is none, or its body was not read.
 */
export function responseOf(error: unknown): Received | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if (member(error, 'code') === 'UND_ERR_RESPONSE') return complete(error, 'statusCode', 'body')
  const response = member(error, 'response')
  if (typeof response !== 'object' || response === null) return undefined
  if (member(error, 'isAxiosError') === true) return complete(response, 'status', 'data')
  // got's other errors may carry a response that has not come to its end.
  return member(error, 'name') === 'HTTPError' ? complete(response, 'statusCode', 'body') : undefined
}

function complete(response: object, status: string, body: string): Received | undefined {
  const content = member(response, body)
  try {
    if (isStream(content)) return undefined
    const headers = member(response, 'headers') as ResponseHeaders
    return received({ status: member(response, status) as number, headers, body: bodyOf(content) })
  } catch {
    // Not what the client gives.
    return undefined
  }
}

function isStream(data: unknown): boolean {
  return typeof data === 'object' && data !== null && ('pipe' in data || 'getReader' in data)
}

/** Returns the body of a response that a client has read. It may have parsed it as JSON. */
function bodyOf(data: unknown): PlainResponse['body'] {
  if (data === undefined || data === null) return ''
  const isRead = typeof data === 'string' || data instanceof Uint8Array || data instanceof ArrayBuffer
  return isRead ? data : JSON.stringify(data)
}

/**
 * Returns the text of an error for a report: names, codes and messages of it, of its causes, and of the errors of an `AggregateError`. The core
 * removes from it what the request carried.
 */
export function causeOf(error: unknown): string {
  const texts: string[] = []
  collect(error, texts, new Set())
  // Not cut: of half a credential nobody would know that it is one. The core cuts what is left.
  return texts.join(': ').toWellFormed()
}

function collect(error: unknown, texts: string[], seen: Set<unknown>): void {
  if (error === undefined || error === null || seen.has(error) || seen.size === MAX_ERRORS) return
  seen.add(error)
  texts.push(textOf(error))
  if (typeof error !== 'object') return
  collect(member(error, 'cause'), texts, seen)
  for (const each of listOf(error)) collect(each, texts, seen)
}

function textOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return text(error) || typeof error
  const [name, code, message] = ['name', 'code', 'message'].map((key) => text(member(error, key)))
  const title = [name || 'error', code && !message?.includes(code) ? code : ''].filter(Boolean).join(' ')
  return message ? `${title}: ${message}` : title
}

/** Returns the errors of an `AggregateError`. */
function listOf(error: object): readonly unknown[] {
  const errors = member(error, 'errors')
  try {
    return Array.isArray(errors) ? errors.slice(0, MAX_ERRORS) : []
  } catch {
    return []
  }
}

/** Returns a member of an error, whose getters may throw. */
function member(error: object, key: string): unknown {
  try {
    return (error as Record<string, unknown>)[key]
  } catch {
    return undefined
  }
}

/** Returns a primitive as text; nothing of an object, which may hold anything. */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}
