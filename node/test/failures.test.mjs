// What the errors of HTTP clients say of a request: each client against real sockets, and codes that take too much to provoke.

import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import https from 'node:https'
import { describe, test } from 'node:test'
import axios from 'axios'
import got from 'got'
import nodeFetch from 'node-fetch'
import { Adjust, Delivery, Driver, interpretError, interpretSync, Metrix } from 's2s-events'
import { Agent, interceptors, request as undici } from 'undici'
import { serve } from './sandbox.mjs'

const adjust = new Adjust({ appToken: '4w565xzmb54d' })
const request = adjust.event({ eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' })

const CONNECT = 'no connection, nothing was sent'
const TLS = 'no secure connection, nothing was sent'
const TIMEOUT = 'no response in time after sending began'
const CLOSED = 'connection closed without a response'
const CANCELLED = 'cancelled before a response arrived'
const OTHER = 'no response'

/** Each gets an address, and options with `timeout` or `signal`. */
const CLIENTS = {
  fetch: (url, { timeout, signal }) => fetch(url, { signal: timeout ? AbortSignal.timeout(timeout) : signal }),
  undici: (url, { timeout, signal }) => undici(url, { headersTimeout: timeout, signal }),
  axios: (url, options) => axios.get(url, options),
  got: (url, { timeout, signal }) => got(url, { timeout: { request: timeout }, signal, retry: { limit: 0 } }),
  // It has no timeout, and distinguishes an aborted signal's reason from none.
  'node-fetch': (url, { timeout, signal }) =>
    nodeFetch(url, { signal: timeout ? AbortSignal.timeout(timeout) : signal }),
  'node:http': (url, { timeout, signal }) =>
    new Promise((resolve, reject) => {
      const { get } = url.startsWith('https') ? https : http
      get(url, { signal: timeout ? AbortSignal.timeout(timeout) : signal }, resolve).on('error', reject)
    }),
}

const failureOf = (promise) =>
  promise.then(
    () => assert.fail('it did not fail'),
    (error) => error,
  )
const reasonOf = (error) => interpretError(request, error).reason

for (const [name, send] of Object.entries(CLIENTS)) {
  describe(name, () => {
    test('without a connection has sent nothing', async (t) => {
      const server = await serve(t, () => {})
      server.close()
      await once(server, 'close')
      assert.equal(reasonOf(await failureOf(send(server.url, {}))), CONNECT)
    })

    test('without a host of that name has sent nothing', async () => {
      assert.equal(reasonOf(await failureOf(send('http://nowhere.invalid', {}))), CONNECT)
    })

    test('without TLS has sent nothing', async (t) => {
      const plain = await serve(t, (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      assert.equal(reasonOf(await failureOf(send(`https://127.0.0.1:${plain.port}`, {}))), TLS)
      const silent = await serve(t, (socket) => socket.destroy())
      const reason = reasonOf(await failureOf(send(`https://127.0.0.1:${silent.port}`, {})))
      assert([TLS, CLOSED].includes(reason), reason)
    })

    test('whose connection is closed may have sent it', async (t) => {
      const server = await serve(t, (socket) => socket.destroy())
      assert.equal(reasonOf(await failureOf(send(server.url, {}))), CLOSED)
    })

    test('that waits too long may have sent it', async (t) => {
      const server = await serve(t, () => {})
      const reason = reasonOf(await failureOf(send(server.url, { timeout: 100 })))
      assert.equal(reason, name === 'node-fetch' ? CANCELLED : TIMEOUT)
    })

    test('that is aborted may have sent it', async (t) => {
      const aborter = new AbortController()
      const server = await serve(t, () => aborter.abort())
      assert.equal(reasonOf(await failureOf(send(server.url, { signal: aborter.signal }))), CANCELLED)
    })

    test('that gets nonsense may have sent it', async (t) => {
      const server = await serve(t, (socket) => socket.end('nonsense\r\n\r\n'))
      assert.equal(reasonOf(await failureOf(send(server.url, {}))), OTHER)
    })
  })
}

describe('a status that a client throws is a response', () => {
  const undiciThrowing = (url) => {
    const dispatcher = new Agent().compose(interceptors.responseError())
    return undici(url, { dispatcher })
  }
  const THROWING = {
    axios: CLIENTS.axios,
    'axios with bytes': (url) => axios.get(url, { responseType: 'arraybuffer' }),
    'axios with text': (url) => axios.get(url, { transformResponse: (data) => data }),
    got: CLIENTS.got,
    'got with JSON': (url) => got(url, { responseType: 'json', retry: { limit: 0 } }),
    undici: undiciThrowing,
  }
  const RESPONSES = [
    [400, '{"error":"Event request failed (Event token not found)"}'],
    [404, '{"error":"Event request failed (App token not found)"}'],
    [401, '{"error":"Failed to authorize request"}'],
    [429, '{"error":"too many"}', { 'retry-after': '7' }],
    [500, ''],
    [503, '{"error":"busy"}'],
  ]
  for (const [name, send] of Object.entries(THROWING)) {
    for (const [status, body, more] of RESPONSES) {
      test(`${name}: ${status}`, async (t) => {
        const headers = { 'content-type': 'application/json', ...more }
        const server = http.createServer((_, response) => response.writeHead(status, headers).end(body))
        server.listen(0, '127.0.0.1')
        t.after(() => server.close())
        await once(server, 'listening')
        const error = await failureOf(send(`http://127.0.0.1:${server.address().port}`, {}))
        const expected = { ...interpretSync(request, { status, headers, body }) }
        // got parses a body itself, and an empty one is none.
        assert.deepEqual({ ...interpretError(request, error) }, expected)
        assert.deepEqual({ ...adjust.interpretError(request, error) }, expected)
        assert.deepEqual(
          { ...adjust.interpretError(null, error), providerMessage: null },
          { ...expected, providerMessage: null },
        )
        const driver = new Driver(new Delivery({ maxAttempts: 1 }, { once: true }), {
          send: () => Promise.reject(error),
          stopOnError: true,
        })
        driver.submit('a', request)
        const reports = []
        await driver.run({ onReport: (report) => reports.push(report) })
        assert.deepEqual([{ ...reports[0].outcome }, reports[0].cause], [expected, null])
      })
    }
  }

  test('unless its body was not read', async (t) => {
    const server = await serve(t, (socket) => socket.end('HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n'))
    const error = await failureOf(axios.get(server.url, { responseType: 'stream' }))
    assert.equal(reasonOf(error), OTHER)
  })
})

describe('an error with a code', () => {
  const coded = (code, more) => Object.assign(new Error(code), { code, ...more })
  const named = (name, more) => Object.assign(new Error(name), { name, ...more })
  const several = (...errors) => new AggregateError(errors)
  const handshake = 'Client network socket disconnected before secure TLS connection was established'
  for (const [what, error, reason] of [
    ...['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].map((code) => [
      code,
      coded(code),
      CONNECT,
    ]),
    ['ETIMEDOUT of connect', coded('ETIMEDOUT', { syscall: 'connect' }), CONNECT],
    ['ETIMEDOUT of read', coded('ETIMEDOUT', { syscall: 'read' }), TIMEOUT],
    ['ECONNRESET', coded('ECONNRESET', { syscall: 'read' }), CLOSED],
    ['ECONNRESET of connect', coded('ECONNRESET', { syscall: 'connect' }), CONNECT],
    ['ECONNRESET in the handshake', Object.assign(new Error(handshake), { code: 'ECONNRESET' }), TLS],
    ['EPIPE', coded('EPIPE'), CLOSED],
    ...[
      'CERT_HAS_EXPIRED',
      'CERT_NOT_YET_VALID',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
    ].map((code) => [code, coded(code), TLS]),
    [
      'EPROTO of a handshake',
      Object.assign(new Error('write EPROTO SSL routines:x:wrong version number'), { code: 'EPROTO' }),
      TLS,
    ],
    ['EPROTO', coded('EPROTO'), OTHER],
    ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', coded('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'), OTHER],
    ['UND_ERR_HEADERS_TIMEOUT', coded('UND_ERR_HEADERS_TIMEOUT'), TIMEOUT],
    ['UND_ERR_BODY_TIMEOUT', coded('UND_ERR_BODY_TIMEOUT'), TIMEOUT],
    ['UND_ERR_SOCKET', coded('UND_ERR_SOCKET'), CLOSED],
    ['ERR_HTTP2_STREAM_ERROR', coded('ERR_HTTP2_STREAM_ERROR'), OTHER],
    ["axios's ECONNABORTED", coded('ECONNABORTED', { isAxiosError: true }), TIMEOUT],
    ["axios's ERR_NETWORK", coded('ERR_NETWORK', { isAxiosError: true }), OTHER],
    ["got's timeout of lookup", named('TimeoutError', { code: 'ETIMEDOUT', event: 'lookup' }), CONNECT],
    ["got's timeout of connect", named('TimeoutError', { code: 'ETIMEDOUT', event: 'connect' }), CONNECT],
    ["got's timeout of secureConnect", named('TimeoutError', { code: 'ETIMEDOUT', event: 'secureConnect' }), TLS],
    ["got's timeout of response", named('TimeoutError', { code: 'ETIMEDOUT', event: 'response' }), TIMEOUT],
    ["node-fetch's reset of connect", named('FetchError', { code: 'ECONNRESET', erroredSysCall: 'connect' }), CONNECT],
    ["node-fetch's body-timeout", named('FetchError', { type: 'body-timeout' }), TIMEOUT],
    ["node-fetch's premature close", named('FetchError', { code: 'ERR_STREAM_PREMATURE_CLOSE' }), CLOSED],
    ['AbortError', new DOMException('x', 'AbortError'), CANCELLED],
    ['TimeoutError', new DOMException('x', 'TimeoutError'), TIMEOUT],
    ['several addresses', several(coded('ECONNREFUSED'), coded('ENETUNREACH')), CONNECT],
    ['several, one of which was sent', several(coded('ECONNRESET'), coded('ECONNREFUSED')), CLOSED],
    ['several, of one of which nothing is known', several(new Error('x'), coded('ECONNREFUSED')), OTHER],
    ['a text', 'what', OTHER],
    ['nothing', undefined, OTHER],
    ['null', null, OTHER],
  ]) {
    test(`${what}: ${reason}`, () => {
      assert.equal(reasonOf(error), reason)
      if (error === undefined) return
      assert.equal(reasonOf(new TypeError('fetch failed', { cause: error })), reason)
    })
  }

  test('that loops, or whose members throw, is one of which nothing is known', () => {
    const loop = new Error('loop')
    loop.cause = loop
    const list = new AggregateError([])
    list.errors.push(list, list, list)
    const hostile = new Proxy(new Error('x'), { get: () => assert.fail('hostile') })
    const response = new Proxy({}, { ownKeys: () => assert.fail('hostile') })
    const ownResponse = Object.assign(new Error('x'), {
      isAxiosError: true,
      response: { status: 200, headers: response },
    })
    for (const error of [loop, list, hostile, ownResponse]) {
      assert.equal(reasonOf(error), OTHER)
      const delivery = new Delivery({ maxAttempts: 1 })
      delivery.submit('a', request)
      assert.equal(delivery.onError(delivery.poll().ticket, error), true)
    }
  })
})

describe('a response', () => {
  test('is interpreted by the provider of its request, whichever client is asked', () => {
    const metrix = new Metrix({ appId: 'a', apiKey: 'k' })
    const refusal = { status: 202, headers: {}, body: '{"error":"Security token missing"}' }
    const expected = { ...adjust.interpretSync(request, refusal) }
    assert.notEqual(expected.kind, 'delivered')
    assert.equal(metrix.interpretSync(null, refusal).kind, 'delivered')
    assert.deepEqual({ ...metrix.interpretSync(request, refusal) }, expected)
    assert.deepEqual({ ...interpretSync(request, refusal) }, expected)
    assert.throws(() => interpretSync(null, refusal), Error)
  })
})

test('no part of what the request carried is in a cause, however long the text of the error is', () => {
  const long = 'a'.repeat(195)
  const own = adjust.event({ eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329', callbackParams: { long } })
  for (let gap = 0; gap < 60; gap++) {
    const delivery = new Delivery({ maxAttempts: 1 })
    delivery.submit('a', own)
    delivery.onError(delivery.poll().ticket, new Error(`${`${long} `.repeat(10)}${'-'.repeat(gap)} 4w565xzmb54d`))
    const [{ cause }] = delivery.takeReports()
    assert.match(cause, /^Error: /)
    assert.doesNotMatch(cause, /4w5|aaaa/)
  }
})
