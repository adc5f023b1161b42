// The package as a whole: both module systems, threads, streams, memory, and the program.

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import * as esm from 's2s-events'

const { Adjust, Destination, ValidationError } = esm
const cjs = createRequire(import.meta.url)('s2s-events')
const event = { eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' }
const adjust = new Adjust({ appToken: '4w565xzmb54d' })
const destination = Destination.fromConfig({ provider: 'adjust', app_token: '4w565xzmb54d' })
const line = { provider: 'adjust', kind: 'event', ...event }

test('import and require give the same classes', () => {
  assert.deepEqual(Object.keys(cjs).sort(), Object.keys(esm).sort())
  for (const [name, own] of Object.entries(esm)) assert.equal(cjs[name], own)
})

test('a request has own properties where fetch and undici look', () => {
  const request = adjust.event(event)
  assert.deepEqual(Object.keys(request).slice(0, 5), ['url', 'method', 'headers', 'body', 'redirect'])
  assert.equal(Object.getPrototypeOf(request.headers), Object.prototype)
  assert.deepEqual(structuredClone(request), { ...request })
  assert.equal(new Adjust({ appToken: 'x', requestStyle: 'get_query' }).event(event).body, null)
})

test('a request built in one thread is sent and interpreted in another', async () => {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const { Adjust, Request } = require(${JSON.stringify(fileURLToPath(new URL('../dist/index.js', import.meta.url)))})
    const adjust = new Adjust({ appToken: '4w565xzmb54d' })
    for (let round = 0; round < 1000; round++) adjust.event(workerData.event)
    const { kind } = adjust.interpretSync(Request.from(workerData.request), { status: 200, headers: {}, body: '{"status":"OK"}' })
    parentPort.postMessage({ kind, body: adjust.event(workerData.event).body })`
  const request = adjust.event(event)
  const answers = [1, 2, 3].map(
    () =>
      new Promise((resolve, reject) =>
        new Worker(code, { eval: true, workerData: { event, request } }).on('message', resolve).on('error', reject),
      ),
  )
  for (const answer of await Promise.all(answers)) assert.deepEqual(answer, { kind: 'delivered', body: request.body })
})

test('each thread delivers by itself', async () => {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const { Delivery, Driver } = require(${JSON.stringify(fileURLToPath(new URL('../dist/index.js', import.meta.url)))})
    const send = async () => ({ status: 200, headers: {}, body: '{"status":"OK"}' })
    const driver = new Driver(new Delivery({ journal: true }), { send })
    for (let number = 0; number < 500; number++) driver.submit(String(number), workerData, { lane: String(number) })
    let count = 0
    driver.run({ onReport: () => { count += 1 }, store: () => {} }).then(() => parentPort.postMessage(count))`
  const workerData = { ...adjust.event(event) }
  const counts = [1, 2, 3].map(
    () =>
      new Promise((resolve, reject) =>
        new Worker(code, { eval: true, workerData }).on('message', resolve).on('error', reject),
      ),
  )
  assert.deepEqual(await Promise.all(counts), [500, 500, 500])
})

test('a response that has been read already is refused, and a long one is read in part', async () => {
  const request = adjust.event(event)
  const used = new Response('{}')
  await used.text()
  await assert.rejects(adjust.interpret(request, used), /has been read already/)
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) })
  assert.equal((await adjust.interpret(request, new Response(endless, { status: 200 }))).kind, 'unclear')
  assert.equal((await adjust.interpret(request, new Response(null, { status: 500 }))).kind, 'unclear')
})

test('lines are built as a whole and as a stream, however they are cut', async () => {
  const texts = [
    JSON.stringify(line),
    '',
    '{"provider":"adjust"}',
    '  ',
    JSON.stringify({ ...line, userAgent: 'é🎉' }),
    'x'.repeat(3000),
  ]
  const options = { now: new Date(), newId: null }
  for (const end of ['', '\n', '\n\n']) {
    const lines = Buffer.from(texts.join('\n') + end)
    const whole = destination.buildJsonl(lines, options)
    assert.deepEqual(
      String(whole)
        .trim()
        .split('\n')
        .map((text) => JSON.parse(text).line),
      [1, 3, 5, 6],
    )
    for (const size of [1, 7, 64, 1000, 100_000]) {
      const chunks = Array.from({ length: Math.ceil(lines.length / size) }, (_, at) =>
        lines.subarray(at * size, (at + 1) * size),
      )
      assert.deepEqual(await buffer(Readable.from(chunks).pipe(destination.buildStream(options))), whole)
    }
  }
})

test('a byte order mark is skipped at the beginning of the lines, whoever makes ids', async () => {
  const lines = Buffer.from(`${JSON.stringify(line)}\n`)
  const marked = Buffer.concat([Buffer.from('\ufeff'), lines])
  for (const newId of [null, undefined, () => 'id']) {
    const options = { now: new Date(), newId }
    const expected = destination.buildJsonl(lines, options)
    assert.ok(String(expected).startsWith('{"line":1,"request":'))
    assert.deepEqual(destination.buildJsonl(marked, options), expected)
    const chunks = [marked.subarray(0, 2), marked.subarray(2)]
    assert.deepEqual(await buffer(Readable.from(chunks).pipe(destination.buildStream(options))), expected)
  }
})

test('a line without an end costs bounded memory', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x')
  const before = process.memoryUsage().rss
  const built = await buffer(Readable.from(Array(200).fill(chunk)).pipe(destination.buildStream()))
  assert.deepEqual(
    JSON.parse(built).issues.map(({ code }) => code),
    ['too_large'],
  )
  assert(process.memoryUsage().rss - before < 100 * 1024 * 1024)
})

test('secrets are redacted in lines on demand', () => {
  const redacted = destination.buildJsonl(Buffer.from(JSON.stringify(line)), { showSecrets: false })
  assert(!String(redacted).includes('4w565xzmb54d'))
  assert(String(redacted).includes('[redacted]'))
})

test('many builds, refusals and outcomes leave nothing behind', () => {
  const round = () => {
    for (let count = 0; count < 20_000; count++) {
      const request = adjust.event(event)
      adjust.interpretSync(request, { status: 200, headers: {}, body: '{"status":"OK"}' })
      if (count % 20 === 0) assert.throws(() => adjust.event({}), ValidationError)
    }
    destination.buildMany(Array(1000).fill(line))
    globalThis.gc()
    return process.memoryUsage().rss
  }
  round()
  const before = round()
  const growth = Math.max(round(), round()) - before
  assert(growth < 15 * 1024 * 1024, `${growth} bytes`)
})

test('clients are collected', async () => {
  let left = 0
  const registry = new FinalizationRegistry(() => {
    left -= 1
  })
  for (let count = 0; count < 100; count++) {
    registry.register(new Adjust({ appToken: '4w565xzmb54d' }), undefined)
    left += 1
  }
  for (let round = 0; round < 20 && left > 0; round++) {
    globalThis.gc()
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  assert.equal(left, 0)
})

test('the program runs', () => {
  const program = fileURLToPath(new URL('../bin/s2s.js', import.meta.url))
  assert.match(execFileSync(process.execPath, [program, 'providers'], { encoding: 'utf8' }), /event_token/)
  assert.throws(() => execFileSync(process.execPath, [program, 'nothing'], { stdio: 'pipe' }), { status: 2 })
})

test('errors of HTTP clients tell what is known of the request', () => {
  const request = adjust.event(event)
  const failed = (cause) => Object.assign(new TypeError('fetch failed'), { cause })
  const coded = (code, more) => Object.assign(new Error(code), { code, ...more })
  for (const [error, kind] of [
    [failed(coded('ECONNREFUSED', { syscall: 'connect' })), 'retry_later'],
    [failed(coded('ETIMEDOUT', { syscall: 'connect' })), 'retry_later'],
    [failed(coded('ENOTFOUND', { syscall: 'getaddrinfo' })), 'retry_later'],
    [
      failed(
        Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]), { code: 'ECONNREFUSED' }),
      ),
      'retry_later',
    ],
    [failed(coded('UND_ERR_CONNECT_TIMEOUT')), 'retry_later'],
    [failed(coded('CERT_HAS_EXPIRED')), 'retry_later'],
    [failed(coded('ERR_TLS_CERT_ALTNAME_INVALID')), 'retry_later'],
    [failed(coded('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC')), 'unclear'],
    [failed(coded('UND_ERR_SOCKET')), 'unclear'],
    [coded('ETIMEDOUT', { syscall: 'read' }), 'unclear'],
    [new DOMException('x', 'AbortError'), 'unclear'],
    [new DOMException('x', 'TimeoutError'), 'unclear'],
    ['what', 'unclear'],
    [undefined, 'unclear'],
  ]) {
    assert.equal(adjust.interpretError(request, error).kind, kind, String(error?.cause?.code ?? error))
  }
  const loop = new Error('loop')
  loop.cause = loop
  assert.equal(adjust.interpretError(null, loop).reason, 'no response')
})
