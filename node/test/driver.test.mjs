// A driver: over real sockets to a sandbox that fails by chance, and with clients that do what a test wants.

import './examples.mjs'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Adjust, Delivery, Driver, RefusedError } from 's2s-events'
import { request as sendRequest } from 'undici'
import { Sandbox, serve } from './sandbox.mjs'

const FAULTS = `
  [faults]
  seed = 7
  rates = [
    { fault = "500", rate = 0.1 }, { fault = "drop", rate = 0.1 }, { fault = "drop-after", rate = 0.05 },
  ]`
const SETTINGS = { backoffMs: 20, breakerMs: 20, probeMs: 20 }
const OK = { status: 200, headers: {}, body: '{"status":"OK"}' }

const folder = mkdtempSync(join(tmpdir(), 's2s-driver-'))
after(() => rmSync(folder, { recursive: true }))
const start = Date.now() - 1_000_000
let fleet = 0

/** The number of events of the longest log. A million takes minutes in a debug build: `S2S_EVENTS=1000000`. */
const COUNT = Number(process.env.S2S_EVENTS ?? 2000)
/** The log never holds more bytes than this, whatever the number of events. */
const BOUND = 128 * 1024

/** A store that counts. */
class Memory {
  #parts = []
  #length = 0
  appended = 0
  replaced = 0
  most = 0

  append(log) {
    this.#parts.push(log)
    this.#length += log.length
    this.appended += log.length
    this.most = Math.max(this.most, this.#length)
  }

  replace(log) {
    this.#parts = [log]
    this.#length = log.length
    this.replaced += 1
    this.most = Math.max(this.most, this.#length)
  }

  get log() {
    return Buffer.concat(this.#parts)
  }
}

/** An event of one of the ten devices of a fleet, a second after the one before. */
function purchase(number, baseUrl = 'http://127.0.0.1:9', config = {}) {
  const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox', baseUrl, ...config })
  const gpsAdid = `660e1d86-6796-463a-be86-${String(10 * fleet + (number % 10)).padStart(12, '0')}`
  const createdAt = start + number * 1000
  return adjust.event({ eventToken: 'f0ob4r', gpsAdid, createdAt, callbackParams: { number: String(number) } })
}

/** A driver with a number of events, whose client is `send`. */
function driverOf(count, send, settings, options) {
  const driver = new Driver(new Delivery({ ...SETTINGS, ...settings }, { seed: 7 }), { send, ...options })
  for (let number = 0; number < count; number++) driver.submit(String(number), purchase(number))
  return driver
}

/** Runs until nothing waits; gives the reports. */
async function reportsOf(driver, options) {
  const reports = []
  await driver.run({ onReport: (report) => reports.push(report), ...options })
  return reports
}

const failed = (code, more) =>
  Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(code), { code }, more) })

describe('with a sandbox', () => {
  let sandbox
  before(async () => {
    const config = join(folder, 'sandbox.toml')
    writeFileSync(config, FAULTS)
    sandbox = await Sandbox.start(config)
  })
  after(() => sandbox.stop())
  beforeEach(() => {
    fleet += 1
    return sandbox.forget()
  })

  /** The numbers of the events that have arrived, by device, in their order and each once. */
  async function arrived() {
    const { accepted, rejected, duplicates } = await sandbox.account()
    assert.deepEqual(
      [rejected, duplicates].map((list) => list.length),
      [0, 0],
    )
    const devices = new Map()
    for (const { parameters } of accepted) {
      const numbers = devices.get(parameters.gps_adid) ?? []
      numbers.push(Number(JSON.parse(parameters.callback_params).number))
      devices.set(parameters.gps_adid, numbers)
    }
    return [...devices.values()].sort(([a], [b]) => a - b).map((numbers) => [...new Set(numbers)])
  }

  /** All numbers of each of ten devices. */
  const everything = (count) =>
    Array.from({ length: 10 }, (_, first) => Array.from({ length: count / 10 }, (_, turn) => first + 10 * turn))

  const undici = async (request, signal) => sendRequest(request.url, { ...request, signal, idempotent: false })

  for (const [name, send] of Object.entries({ fetch: undefined, undici })) {
    test(`everything arrives in order although some of it fails at first (${name})`, async () => {
      const driver = new Driver(new Delivery(SETTINGS), { send })
      for (let number = 0; number < 200; number++)
        driver.submit(String(number), purchase(number, sandbox.baseUrl('adjust')))
      const reports = await reportsOf(driver)
      assert.deepEqual(new Set(reports.map(({ kind }) => kind)), new Set(['delivered']))
      assert.equal(new Set(reports.map(({ id }) => id)).size, 200)
      assert(reports.some(({ attempts }) => attempts > 1))
      assert.deepEqual(await arrived(), everything(200))
    })
  }

  test('everything arrives although the process dies again and again, in the middle of a write', async () => {
    const path = join(folder, 'journal')
    writeFileSync(path, '')
    const kinds = new Map()
    const submitted = new Set()
    let length = 0
    for (let round = 0; kinds.size < 100; round++) {
      assert(round < 50)
      // Everything that a process knew is in the file; what was not confirmed may be torn.
      const { delivery, wholeBytes } = Delivery.restore(SETTINGS, readFileSync(path))
      truncateSync(path, wholeBytes)
      const driver = new Driver(delivery)
      for (let number = 0; number < 100; number++) {
        try {
          if (!submitted.has(number)) driver.submit(String(number), purchase(number, sandbox.baseUrl('adjust')))
        } catch (error) {
          assert.equal(error.code, 'id_in_use')
        }
      }
      let parts = 0
      const died = new Error('died')
      await driver
        .run({
          onReport: ({ id, kind }) => {
            kinds.set(id, kind)
            driver.acknowledge(id)
          },
          store: async (log) => {
            parts += 1
            if (parts > 3 + round) {
              appendFileSync(path, log.subarray(0, log.length / 2))
              throw died
            }
            appendFileSync(path, log)
            length += log.length
            for (let number = 0; number < 100; number++) submitted.add(number)
          },
        })
        .catch((error) => assert.equal(error, died))
    }
    assert(length > 0)
    assert.deepEqual(new Set(kinds.values()), new Set(['delivered']))
    assert.deepEqual(await arrived(), everything(100))
    const { delivery } = Delivery.restore(SETTINGS, readFileSync(path))
    assert.equal(delivery.stats().pending, 0)
  })

  test('the recipe delivers, and finds its journal again', async () => {
    const { Journal } = await import('../../examples/node/deliver_with_journal.mjs')
    const path = join(folder, 'recipe')
    const first = await Journal.open(path, SETTINGS)
    for (let number = 0; number < 20; number++) {
      first.delivery.submit(String(number), purchase(number, sandbox.baseUrl('adjust')))
    }
    // It stores, and ends before it sends.
    await first.journal.append(first.delivery.takeLog())
    await first.journal.close()
    appendFileSync(path, 'torn')
    const { journal, delivery } = await Journal.open(path, SETTINGS)
    assert.equal(delivery.stats().pending, 20)
    const driver = new Driver(delivery)
    const reports = await reportsOf(driver, { store: journal })
    assert.equal(reports.length, 20)
    for (const { id } of reports) assert(driver.acknowledge(id))
    await reportsOf(driver, { store: journal })
    await journal.close()
    assert.deepEqual(await arrived(), everything(20))
    const { journal: last, delivery: nothing } = await Journal.open(path, SETTINGS)
    assert.deepEqual([nothing.stats().pending, nothing.takeReports()], [0, []])
    await last.close()
  })

  test('the recipe runs as a program, and ends', async () => {
    const program = fileURLToPath(new URL('../../examples/node/deliver_with_journal.mjs', import.meta.url))
    const hook = new URL('examples.mjs', import.meta.url).href
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      hook,
      program,
      sandbox.baseUrl('adjust'),
      join(folder, 'program'),
    ])
    assert.equal(stdout, 'delivered: accepted\n')
  })

  test('what is submitted while it runs is sent, until it is stopped', async () => {
    const driver = new Driver(new Delivery(SETTINGS))
    const kinds = []
    const run = driver.run({ until: 'stopped', onReport: ({ kind }) => kinds.push(kind) })
    for (let number = 0; number < 20; number++) {
      driver.submit(String(number), purchase(number, sandbox.baseUrl('adjust')))
      if (number % 5 === 0) await sleep(1)
    }
    while (kinds.length < 20) await sleep(5)
    for (const other of [driver, new Driver(driver.delivery)]) {
      await assert.rejects(other.run({ onReport: assert.fail }), { name: 'CannotRunError', code: 'already_running' })
    }
    driver.stop()
    await run
    assert.deepEqual(await arrived(), everything(20))
  })
})

describe('an answer that does not come', () => {
  test('in the middle of its body is unclear', async (t) => {
    const server = await serve(t, (socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"status":')
      setTimeout(() => socket.destroy(), 10)
    })
    for (const send of [undefined, (request, signal) => fetch(request.url, { ...request, signal })]) {
      const driver = driverOf(0, send, { maxAttempts: 1 })
      driver.submit('a', purchase(1, server.url))
      const [{ kind, maybeDelivered, outcome }] = await reportsOf(driver)
      assert.deepEqual(
        [kind, maybeDelivered, outcome.reason],
        ['gave_up', true, 'connection closed without a response'],
      )
    }
  })

  test('in time is unclear, also where the client does not heed the signal', async (t) => {
    const server = await serve(t, () => {})
    let aborted
    for (const send of [
      undefined,
      (_, signal) => {
        aborted = signal
        return new Promise(() => {})
      },
    ]) {
      const driver = driverOf(0, send, { maxAttempts: 1, requestTimeoutMs: 50 })
      driver.submit('a', purchase(1, server.url))
      const [{ outcome, cause }] = await reportsOf(driver)
      assert.equal(outcome.reason, 'no response in time after sending began')
      assert.equal(cause, 'no response in 50 ms')
    }
    assert(aborted.aborted)
  })

  test('because the run was cancelled is unclear, and another run goes on', async () => {
    let calls = 0
    const driver = driverOf(
      2,
      () => {
        calls += 1
        return calls === 1 ? new Promise(() => {}) : OK
      },
      { maxInFlight: 1 },
    )
    const run = reportsOf(driver)
    while (calls < 1) await sleep(1)
    driver.delivery.run.cancel()
    // It wakes the run.
    driver.acknowledge('nobody')
    assert.deepEqual(await run, [])
    const { pending, inFlight, destinations } = driver.delivery.stats()
    assert.deepEqual([pending, inFlight], [2, 0])
    assert.match(destinations[0].cause, /^AbortError/)
    assert.equal((await reportsOf(driver)).length, 2)
  })

  test('because there is no connection is sent again', async (t) => {
    const server = await serve(t, () => {})
    server.close()
    await once(server, 'close')
    const driver = driverOf(0, undefined, { maxAgeMs: 100, breakerFailures: 1 })
    driver.submit('a', purchase(1, server.url))
    const [{ kind, maybeDelivered, attempts }] = await reportsOf(driver)
    assert.deepEqual([kind, maybeDelivered], ['gave_up', false])
    assert(attempts > 1)
  })

  test('for whatever reason that fetch has ends no run', async (t) => {
    const server = await serve(t, (socket) => socket.end('nonsense\r\n\r\n'))
    const encoded = await serve(t, (socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\nconnection: close\r\n\r\nnone'),
    )
    for (const { url } of [server, encoded]) {
      for (const send of [undefined, (request, signal) => fetch(request.url, { ...request, signal })]) {
        const driver = driverOf(0, send, { maxAttempts: 1 })
        driver.submit('a', purchase(1, url))
        const [{ kind, maybeDelivered }] = await reportsOf(driver)
        assert.deepEqual([kind, maybeDelivered], ['gave_up', true])
      }
    }
    t.mock.method(globalThis, 'fetch', () => Promise.reject(new TypeError('odd')))
    const [{ kind, maybeDelivered }] = await reportsOf(driverOf(1, undefined, { maxAttempts: 1 }))
    assert.deepEqual([kind, maybeDelivered], ['gave_up', true])
  })

  for (const [error, isSent] of [
    [failed('ECONNREFUSED', { syscall: 'connect' }), false],
    [failed('CERT_HAS_EXPIRED'), false],
    [failed('UND_ERR_SOCKET'), true],
    [failed('HPE_INVALID_CONSTANT'), true],
    [new DOMException('x', 'AbortError'), true],
  ]) {
    test(`${error.cause?.code ?? error.name} of a client is known`, async () => {
      const driver = driverOf(1, () => Promise.reject(error), { maxAttempts: 1, maxAgeMs: 50 })
      const [{ maybeDelivered }] = await reportsOf(driver)
      assert.equal(maybeDelivered, isSent)
    })
  }
})

describe('a mistake', () => {
  test('in `send` is a no-response of its event, which may have been sent, and the run goes on', async () => {
    for (const mistake of [
      () => {
        throw new RangeError('at once')
      },
      () => Promise.reject(new TypeError('x is not a function')),
      () => Promise.reject('a text'),
      () => Promise.reject(undefined),
      () => Promise.reject(new Proxy(new Error('x'), { get: () => assert.fail('hostile') })),
    ]) {
      let calls = 0
      const send = (...given) => {
        calls += 1
        return calls === 1 ? mistake(...given) : OK
      }
      const reports = await reportsOf(driverOf(3, send, { maxAttempts: 1, maxInFlight: 1 }))
      assert.deepEqual(
        reports.map(({ kind, maybeDelivered }) => [kind, maybeDelivered]),
        [
          ['gave_up', true],
          ['delivered', false],
          ['delivered', false],
        ],
      )
    }
  })

  test('in what `send` returns ends the run: every event would be sent, and no response understood', async () => {
    const read = new Response('OK')
    await read.text()
    for (const wrong of [undefined, null, 5, {}, { ...OK, status: 'x' }, { ...OK, body: 5 }, read]) {
      for (const stopOnError of [false, true]) {
        const driver = driverOf(3, async () => wrong, { maxAttempts: 1, maxInFlight: 1 }, { stopOnError })
        const kinds = []
        await assert.rejects(driver.run({ onReport: ({ kind }) => kinds.push(kind) }), TypeError)
        assert.deepEqual([kinds, driver.delivery.stats().pending], [['gave_up'], 2])
      }
    }
  })

  test('in `send` is in the report and in the statistics as text, without what the request carried', async () => {
    const failure = new TypeError('fetch failed', {
      cause: new AggregateError([
        Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:9'), { code: 'ECONNREFUSED' }),
        Object.assign(new Error('no route'), { code: 'EHOSTUNREACH' }),
      ]),
    })
    const leak = new Error(`GET http://127.0.0.1:9/event?app_token=4w565xzmb54d of ${'660e1d86-6796-463a-be86'}`)
    leak.cause = new Error(purchase(0).body)
    for (const [error, expected] of [
      [
        failure,
        /^TypeError: fetch failed: AggregateError: Error: connect ECONNREFUSED .*: Error EHOSTUNREACH: no route$/,
      ],
      [leak, /^Error: GET/],
      [new RangeError('odd'), /^RangeError: odd$/],
      ['a text', /^a text$/],
      [{}, /^error$/],
    ]) {
      const driver = driverOf(1, () => Promise.reject(error), { maxAttempts: 1, maxAgeMs: 5000, backoffMs: 60_000 })
      const [{ cause }] = await reportsOf(driver)
      assert.match(cause, expected)
      assert.doesNotMatch(cause, /4w565xzmb54d|660e1d86-6796-463a-be86-0|f0ob4r/)
      assert.equal(driver.delivery.stats().destinations[0].cause, cause)
    }
    const [{ cause }] = await reportsOf(driverOf(1, async () => OK))
    assert.equal(cause, null)
  })

  test('in `send` ends the run with `stopOnError` when what is under way has its response', async () => {
    const mistake = new TypeError('x is not a function')
    let calls = 0
    let answered = 0
    const send = async () => {
      calls += 1
      if (calls === 3) throw mistake
      await sleep(20)
      answered += 1
      return OK
    }
    const driver = driverOf(10, send, undefined, { stopOnError: true })
    const reports = []
    const onReport = (report) => reports.push(report)
    await assert.rejects(driver.run({ onReport }), (error) => error === mistake)
    const { pending, inFlight } = driver.delivery.stats()
    assert.deepEqual([reports.length, pending, inFlight], [answered, 10 - answered, 0])
    await driver.run({ onReport })
    assert.deepEqual(reports.map(({ kind, attempts }) => `${kind} ${attempts}`).sort(), [
      ...Array(9).fill('delivered 1'),
      'delivered 2',
    ])
  })

  test('in what `send` gives ends the run with `stopOnError`', async () => {
    const options = { stopOnError: true }
    for (const wrong of [undefined, null, {}, { ...OK, status: 'x' }, { ...OK, body: 5 }]) {
      await assert.rejects(reportsOf(driverOf(1, async () => wrong, undefined, options)), TypeError)
    }
    const send = () => {
      throw new RangeError('at once')
    }
    await assert.rejects(reportsOf(driverOf(1, send, undefined, options)), RangeError)
  })

  test('of the connection ends no run with `stopOnError`', async () => {
    for (const error of [
      failed('ECONNREFUSED'),
      failed('ERR_HTTP2_STREAM_ERROR'),
      new DOMException('x', 'AbortError'),
    ]) {
      const settings = { maxAttempts: 1, maxAgeMs: 500 }
      const [{ kind }] = await reportsOf(driverOf(1, () => Promise.reject(error), settings, { stopOnError: true }))
      assert.equal(kind, 'gave_up')
    }
  })

  test('while a report is told ends the run at once, although there is nothing to do for long', async () => {
    let calls = 0
    const send = async () => {
      calls += 1
      if (calls === 1) return sleep(5, OK)
      await sleep(20)
      throw new Error('mistake')
    }
    const year = 365 * 24 * 3600 * 1000
    const settings = { backoffMs: year, maxBackoffMs: year, maxAgeMs: year }
    const driver = driverOf(2, send, settings, { stopOnError: true })
    await assert.rejects(driver.run({ onReport: () => sleep(50) }), /mistake/)
  })

  test('of several events is told as several errors', async () => {
    const mistakes = []
    const send = async () => {
      await sleep(10)
      mistakes.push(new Error('x'))
      throw mistakes.at(-1)
    }
    await assert.rejects(
      driverOf(3, send, { maxInFlight: 3 }, { stopOnError: true }).run({ onReport: assert.fail }),
      (error) => error instanceof AggregateError && assert.deepEqual(error.errors, mistakes) === undefined,
    )
  })

  test('in `onReport` ends the run, and the report comes again', async () => {
    const driver = driverOf(5, async () => OK)
    const mistake = new Error('no room')
    const told = []
    const onReport = async ({ id }) => {
      await sleep(1)
      if (told.length === 2) throw mistake
      told.push(id)
    }
    await assert.rejects(driver.run({ onReport }), mistake)
    assert.equal(told.length, 2)
    for (const { id } of await reportsOf(driver)) told.push(id)
    assert.deepEqual(told.sort(), ['0', '1', '2', '3', '4'])
  })

  test('in a callback leaves the log of the last answers stored', async () => {
    const driver = driverOf(5, () => sleep(10, OK), { journal: true })
    const parts = []
    const store = (log) => parts.push(log)
    await assert.rejects(driver.run({ onReport: () => assert.fail('x'), store }), /x/)
    assert(driver.delivery.isStored)
    const { delivery } = Delivery.restore({}, Buffer.concat(parts))
    assert.deepEqual([delivery.stats().pending, delivery.takeReports().length], [0, 5])
  })
})

describe('a journal', () => {
  test('that cannot be stored sends nothing, and is whole afterwards', async () => {
    let calls = 0
    const send = async () => {
      calls += 1
      return OK
    }
    const driver = driverOf(3, send, { journal: true })
    const full = new Error('disk full')
    await assert.rejects(driver.run({ onReport: assert.fail, store: () => Promise.reject(full) }), full)
    assert.deepEqual([calls, driver.delivery.isStored], [0, false])
    const parts = []
    assert.equal((await reportsOf(driver, { store: (log) => parts.push(log) })).length, 3)
    assert.equal(calls, 3)
    const { delivery, wholeBytes } = Delivery.restore({}, Buffer.concat(parts))
    assert.equal(wholeBytes, Buffer.concat(parts).length)
    assert.equal(delivery.takeReports().length, 3)
  })

  test('that fails in the middle waits for the answers, and tells only what is stored', async () => {
    const full = new Error('disk full')
    let answered = 0
    const send = async () => {
      await sleep(10)
      answered += 1
      return OK
    }
    const driver = driverOf(3, send, { journal: true })
    let parts = 0
    const store = () => {
      parts += 1
      if (parts === 2) throw full
    }
    await assert.rejects(driver.run({ onReport: assert.fail, store }), full)
    assert.deepEqual([answered, parts, driver.delivery.stats().pending], [3, 2, 0])
    assert.equal((await reportsOf(driver, { store: () => {} })).length, 3)
  })

  test('is not thrown away', async () => {
    const driver = driverOf(1, assert.fail, { journal: true })
    await assert.rejects(reportsOf(driver), { name: 'CannotRunError', code: 'no_storage' })
    assert(driver.delivery.takeLog().length > 0)
    await assert.rejects(reportsOf(driver, { store: assert.fail }), {
      name: 'CannotRunError',
      code: 'store_unfinished',
    })
  })

  test('takes no store that is half of one', async () => {
    for (const store of [{}, { append() {} }, { replace() {} }, null, 'file', { append: 1, replace: 2 }]) {
      await assert.rejects(reportsOf(driverOf(1, assert.fail, { journal: true }), { store }), /store must be/)
    }
  })

  test('is replaced by a shorter one when it has grown long', async () => {
    const settings = { journal: true, snapshotAfterBytes: 16 * 1024 }
    const store = new Memory()
    const driver = driverOf(0, async () => OK, settings)
    const request = purchase(0)
    let next = 0
    const submit = () => {
      if (next === COUNT) return
      driver.submit(String(next), request, { lane: String(next % 50) })
      next += 1
    }
    for (let number = 0; number < 50; number++) submit()
    let reports = 0
    const onReport = ({ id }) => {
      reports += 1
      driver.acknowledge(id)
      submit()
    }
    await driver.run({ onReport, store })
    assert.equal(reports, COUNT)
    assert(store.replaced > 10, `replaced ${store.replaced} times`)
    assert(store.appended > 2 * BOUND, `${store.appended} bytes of log`)
    assert(store.most < BOUND, `${store.most} bytes at most`)
    const { delivery } = Delivery.restore(settings, store.log)
    assert.deepEqual([delivery.stats().pending, delivery.takeReports()], [0, []])
  })

  test('that cannot be replaced is still there, and the next run goes on', async () => {
    const settings = { journal: true, snapshotAfterBytes: 1 }
    const store = new Memory()
    const driver = driverOf(20, async () => OK, settings)
    const full = new Error('disk full')
    let fails = true
    const replace = (log) => {
      if (fails) throw full
      store.replace(log)
    }
    const failing = { append: (log) => store.append(log), replace }
    const ids = []
    const onReport = ({ id }) => {
      ids.push(id)
      driver.acknowledge(id)
    }
    await assert.rejects(driver.run({ onReport, store: failing }), full)
    assert.equal(Delivery.restore(settings, store.log).wholeBytes, store.log.length)
    fails = false
    await driver.run({ onReport, store: failing })
    assert.deepEqual(new Set(ids).size, 20)
    assert(store.replaced > 0)
    const { delivery, wholeBytes } = Delivery.restore(settings, store.log)
    assert.deepEqual([wholeBytes, delivery.stats().pending, delivery.takeReports()], [store.log.length, 0, []])
  })

  test('of the recipe is replaced, and a failure leaves one that is whole', async () => {
    const { Journal } = await import('../../examples/node/deliver_with_journal.mjs')
    const path = join(folder, 'replaced')
    const settings = { ...SETTINGS, journal: true, snapshotAfterBytes: 1024 }
    const { journal, delivery } = await Journal.open(path, settings)
    const driver = new Driver(delivery, { send: async () => OK })
    let most = 0
    for (let round = 0; round < 10; round++) {
      for (let number = 0; number < 20; number++) driver.submit(`${round} ${number}`, purchase(number))
      await driver.run({ onReport: ({ id }) => driver.acknowledge(id), store: journal })
      most = Math.max(most, statSync(path).size)
    }
    assert(most < 40_000, `${most} bytes`)
    // In the place of the new file is a folder.
    mkdirSync(`${path}.new`)
    await assert.rejects(journal.replace(Buffer.from('lost')), { code: 'EISDIR' })
    rmSync(`${path}.new`, { recursive: true })
    driver.submit('last', purchase(1000))
    await journal.append(delivery.takeLog())
    await journal.close()
    assert.equal(existsSync(`${path}.new`), false)
    const again = await Journal.open(path, settings)
    assert.deepEqual([again.delivery.stats().pending, statSync(path).mode & 0o777], [1, 0o600])
    await again.journal.close()
  })
})

describe('time', () => {
  /** Lets everything happen that needs no time. */
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate)
  }

  test('passes without work until there is something to do', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() })
    const [began, sent] = [Date.now(), []]
    const send = async () => {
      sent.push(Date.now() - began)
      return sent.length === 1 ? { ...OK, status: 429, headers: { 'retry-after': '1000' }, body: '' } : OK
    }
    const driver = driverOf(0, send)
    driver.submit('a', purchase(1))
    const polls = t.mock.method(driver.delivery.run, 'next')
    const run = reportsOf(driver)
    await settle()
    const before = polls.mock.callCount()
    t.mock.timers.tick(999_999)
    await settle()
    // It checks the clock once a minute.
    assert.equal(sent.length, 1)
    assert(polls.mock.callCount() - before < 20)
    t.mock.timers.tick(60_000)
    await settle()
    assert.equal((await run)[0].attempts, 2)
    assert.equal(sent.length, 2)
  })

  test('of a timer is not held when a run has ended', async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
    const driver = driverOf(5, async () => OK)
    const run = driver.run({ until: 'stopped', onReport: () => {} })
    await sleep(5)
    driver.stop()
    await run
    assert.equal(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length, before)
  })
})

describe('a driver', () => {
  test('respects how many requests may be under way', async () => {
    let [underWay, most] = [0, 0]
    const send = async () => {
      underWay += 1
      most = Math.max(most, underWay)
      await sleep(1)
      underWay -= 1
      return OK
    }
    assert.equal((await reportsOf(driverOf(100, send, { maxInFlight: 3 }))).length, 100)
    assert.equal(most, 3)
  })

  test('goes on when a destination is resumed', async () => {
    let calls = 0
    const send = async () => {
      calls += 1
      return calls === 1 ? { ...OK, status: 401, body: 'Failed to authorize request' } : OK
    }
    const driver = driverOf(1, send, { probeMs: 1_000_000 })
    const run = reportsOf(driver)
    while (driver.delivery.stats().destinations[0].state === 'open') await sleep(1)
    assert.equal(driver.resume('adjust'), true)
    assert.equal(driver.resume('metrix'), false)
    assert.equal((await run)[0].kind, 'delivered')
  })

  test('that was stopped takes events and sends none until its next run, and one that is stopped while it sends waits for the answer', async () => {
    let isStopped = true
    const stopped = driverOf(1, () => (isStopped ? assert.fail() : OK))
    stopped.stop()
    assert.deepEqual(await reportsOf(stopped), [])
    stopped.submit('b', purchase(2))
    assert.throws(() => stopped.submit('b', purchase(2)), RefusedError)
    assert.equal(stopped.delivery.stats().pending, 2)
    isStopped = false
    assert.equal((await reportsOf(stopped)).length, 2)

    const driver = driverOf(
      2,
      async () => {
        driver.stop()
        await sleep(10)
        return OK
      },
      { maxInFlight: 1 },
    )
    assert.equal((await reportsOf(driver)).length, 1)
    assert.deepEqual([driver.delivery.stats().pending, driver.delivery.stats().inFlight], [1, 0])
  })

  test('that is stopped leaves what was not handed out for the next one', async () => {
    const settings = { journal: true, providers: { adjust: { repeat: 'at_most_once' } } }
    const parts = []
    const driver = driverOf(
      10,
      async () => {
        driver.stop()
        return OK
      },
      settings,
    )
    assert.equal((await reportsOf(driver, { store: (log) => parts.push(log) })).length, 1)
    const { delivery } = Delivery.restore(settings, Buffer.concat(parts))
    assert.deepEqual([delivery.stats().pending, delivery.takeReports().length], [9, 1])
  })

  test('acknowledges while it runs', async () => {
    const driver = driverOf(3, async () => OK, { journal: true })
    const parts = []
    const acknowledged = []
    await driver.run({
      store: (log) => parts.push(log),
      onReport: ({ id }) => acknowledged.push(driver.acknowledge(id)),
    })
    await driver.run({ store: (log) => parts.push(log), onReport: assert.fail })
    assert.deepEqual(acknowledged, [true, true, true])
    assert.deepEqual(Delivery.restore({}, Buffer.concat(parts)).delivery.takeReports(), [])
  })

  test('acknowledges what was reported where that is asked for', async () => {
    for (const acknowledge of [undefined, false, true]) {
      const driver = driverOf(4, async () => OK, { journal: true })
      const parts = []
      const ids = []
      const onReport = ({ id }) => {
        if (ids.length === 2) throw new Error('no room')
        ids.push(id)
      }
      await assert.rejects(driver.run({ store: (log) => parts.push(log), onReport, acknowledge }), /no room/)
      assert(driver.delivery.isStored)
      const again = Delivery.restore({}, Buffer.concat(parts)).delivery
      again.giveUpAll()
      again.takeLog()
      again.logStored()
      const left = again.takeReports().map(({ id }) => id)
      assert.equal(left.length, acknowledge ? 2 : 4)
      assert.equal(
        left.some((id) => ids.includes(id)),
        acknowledge !== true,
      )
    }
  })

  test('stores what is acknowledged while a stopped run tells its last reports', async () => {
    const driver = driverOf(
      1,
      () => {
        driver.stop()
        return OK
      },
      { journal: true },
    )
    const parts = []
    await driver.run({ store: (log) => parts.push(log), onReport: ({ id }) => driver.acknowledge(id) })
    assert(driver.delivery.isStored)
    assert.deepEqual(Delivery.restore({}, Buffer.concat(parts)).delivery.takeReports(), [])
  })

  test('takes events from many tasks at once', async () => {
    const driver = driverOf(0, () => sleep(1, OK))
    const ids = []
    const run = driver.run({ until: 'stopped', onReport: ({ id }) => ids.push(id) })
    const task = async (_, first) => {
      for (let number = first; number < 200; number += 20) {
        driver.submit(String(number), purchase(number))
        await sleep(number % 3)
      }
    }
    await Promise.all(Array.from({ length: 20 }, task))
    while (driver.delivery.stats().pending > 0) await sleep(5)
    driver.stop()
    await run
    assert.equal(new Set(ids).size, 200)
  })

  test('refuses options that are none', async () => {
    const delivery = new Delivery()
    for (const wrong of [undefined, null, {}, { ...delivery }]) assert.throws(() => new Driver(wrong), TypeError)
    assert.throws(() => new Driver(delivery, { onReport() {} }), /unknown option: onReport/)
    assert.throws(() => new Driver(delivery, { timeoutMs: 50 }), /unknown option: timeoutMs/)
    await assert.rejects(new Driver(delivery).run({}), /onReport must be a function/)
    await assert.rejects(new Driver(delivery).run(), TypeError)
    await assert.rejects(new Driver(delivery).run({ onReport() {}, until: 'Idle' }), /until must be/)
    assert.throws(() => new Driver(delivery).submit('a', purchase(1), { lan: 'user' }), /unknown option: lan/)
  })
})
