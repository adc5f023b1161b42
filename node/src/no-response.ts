// What an error of an HTTP client says about the request.

/** Why there is no response. */
export type NoResponse =
  /** No connection came about, so nothing was sent: name resolution, refused, unreachable, or a timeout while connecting. */
  | 'connect'
  /** The TLS handshake failed, so nothing was sent. */
  | 'tls'
  /** The request was, or may have been, sent, and no answer came in time. */
  | 'timeout'
  /** The connection was closed after sending began. */
  | 'closed'
  /** The caller gave up after sending began. */
  | 'cancelled'
  /** Anything else; nothing is known of the request. */
  | 'other'

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
    ETIMEDOUT: 'timeout',
    // https://undici.nodejs.org/#/docs/api/Errors.md
    UND_ERR_CONNECT_TIMEOUT: 'connect',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    UND_ERR_BODY_TIMEOUT: 'timeout',
    UND_ERR_SOCKET: 'closed',
    UND_ERR_CLOSED: 'other',
    UND_ERR_ABORTED: 'cancelled',
    // https://axios-http.com/docs/handling_errors: a timeout that is not told from one while connecting.
    ECONNABORTED: 'timeout',
    ERR_CANCELED: 'cancelled',
    // https://dom.spec.whatwg.org/#aborting-ongoing-activities
    AbortError: 'cancelled',
    TimeoutError: 'timeout',
  } satisfies Record<string, NoResponse>),
)

/**
 * The codes of certificates that were refused: https://nodejs.org/api/tls.html#x509-certificate-error-codes, and of handshakes that came to
 * nothing. OpenSSL has many more, which may also stand at the end of a connection over which the request went.
 */
const TLS =
  /^(CERT_|CRL_|ERR_TLS_CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|INVALID_PURPOSE|HOSTNAME_MISMATCH|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*HANDSHAKE_FAILURE|.*ALERT_PROTOCOL_VERSION)$)/
/** The same where an older way of Node tells it in the message alone. */
const TLS_MESSAGE =
  /SSL routines:.*(wrong version number|unsupported protocol|handshake failure|alert protocol version)/

/** By code or name: further failures of connections, of parsing what came over them, and of decompressing it. */
const TRANSPORT = /^(EPROTO$|EAI_|ERR_SSL_|ERR_NETWORK$|ERR_STREAM_PREMATURE_CLOSE$|HPE_|HTTPParserError$|Z_)/

/** So many causes are looked at. */
const MAX_CAUSES = 8

/** The kind of no-response that an error is. Where it is in doubt, the one that claims less about the request. */
export function kindOf(error: unknown): NoResponse {
  return knownKindOf(error) ?? 'other'
}

/** The same; nothing for an error that may be one of the code around the request. */
export function knownKindOf(error: unknown): NoResponse | undefined {
  let kind: NoResponse | undefined
  let isTransport = false
  let cause = error
  for (let depth = 0; depth < MAX_CAUSES && typeof cause === 'object' && cause !== null; depth++) {
    // What is deeper is nearer to what happened.
    kind = own(cause) ?? kind
    const { cause: next, code, name, errors } = cause as Record<'cause' | 'code' | 'name' | 'errors', unknown>
    isTransport ||= TRANSPORT.test(String(code)) || TRANSPORT.test(String(name))
    // Of several addresses the last failure counts, as long as none was reached.
    cause = next ?? (Array.isArray(errors) ? errors.at(-1) : undefined)
  }
  return kind ?? (isTransport ? 'other' : undefined)
}

function own(error: object): NoResponse | undefined {
  const { code, name, syscall, message } = error as Record<'code' | 'name' | 'syscall' | 'message', unknown>
  if (TLS.test(String(code)) || (code === 'EPROTO' && TLS_MESSAGE.test(String(message)))) return 'tls'
  // A connection that timed out, or was reset, while it was made.
  if (syscall === 'connect') return 'connect'
  return KINDS.get(code) ?? KINDS.get(name)
}
