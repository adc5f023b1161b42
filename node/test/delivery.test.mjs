// A delivery: every script of `vectors/delivery`, and what JavaScript adds.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { Adjust, ConfigError, Delivery, LogError, Metrix, RefusedError } from 's2s-events'
import { Script } from './deliveries.mjs'
import { scriptCounts, scripts } from './vectors.mjs'

const adjust = new Adjust({ appToken: '4w565xzmb54d', authToken: 'old-token' })
const now = new Date('2026-11-20T12:00:00Z')
const later = (ms) => ({ now: new Date(now.getTime() + ms) })
const OK = { status: 200, headers: {}, body: '{"status":"OK"}' }

/** An event of a device of its own. */
function purchase(number = 0, event = { createdAt: now }, client = adjust) {
  const gpsAdid = `660e1d86-6796-463a-be86-${String(number).padStart(12, '0')}`
  return client.event({ eventToken: 'f0ob4r', gpsAdid, ...event }, { now })
}

/** A delivery with one event, and the ticket of its request. */
function sending(settings, options) {
  const delivery = new Delivery(settings, options)
  delivery.submit('a', purchase(), { now })
  const { ticket } = delivery.poll({ now })
  return { delivery, ticket }
}

function issuesOf(run) {
  try {
    run()
  } catch (error) {
    assert(error instanceof ConfigError, String(error))
    return error.issues.map(({ path, code }) => `${path} ${code}`)
  }
  throw new Error('nothing was refused')
}

/** What was written, and a delivery that begins with it. */
function logged(count = 3) {
  const delivery = new Delivery({ journal: true }, { seed: 7 })
  for (let number = 0; number < count; number++) delivery.submit(String(number), purchase(number), { now })
  assert.equal(delivery.poll({ now }).kind, 'store')
  const log = delivery.takeLog()
  delivery.logStored()
  return { delivery, log }
}

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })

describe('the scripts', () => {
  for (const script of scripts) {
    test(script.name, () => new Script(script).run())
  }
  test('are all run', () => assert.deepEqual({ scripts: scripts.length }, scriptCounts))
})

describe('settings', () => {
  test('have names in camelCase, also those of providers, which may be a Map or pairs', () => {
    const wrong = { maxInFlight: 0, perSecnd: 5 }
    for (const providers of [{ adjust: wrong }, new Map([['adjust', wrong]]), [['adjust', wrong]]]) {
      assert.deepEqual(
        issuesOf(() => new Delivery({ maxPendng: 5, providers })),
        [
          '/maxPendng unknown_field',
          '/providers/adjust/perSecnd unknown_field',
          '/providers/adjust/maxInFlight out_of_range',
        ],
      )
    }
    assert.deepEqual(
      issuesOf(() => Delivery.restore({ maxPending: 0, providers: { adjust: { perSecond: 0 } } }, Buffer.alloc(0))),
      ['/maxPending out_of_range', '/providers/adjust/perSecond out_of_range'],
    )
    assert.deepEqual(
      issuesOf(() => new Delivery({ providers: { nobody: {} } })),
      ['/providers/nobody unknown_provider'],
    )
    new Delivery({
      maxPending: 5n,
      journal: undefined,
      backoffMs: null,
      providers: { adjust: { repeat: 'at_most_once' } },
    })
  })

  test('of wrong types are issues', () => {
    for (const [wrong, code] of [
      [Number.NaN, 'not_finite'],
      [() => 1, 'wrong_type'],
      ['x', 'wrong_type'],
      [1.5, 'not_an_integer'],
      [2n ** 80n, 'out_of_range'],
      [-1, 'out_of_range'],
      [{}, 'wrong_type'],
    ]) {
      assert.deepEqual(
        issuesOf(() => new Delivery({ maxAgeMs: wrong })),
        [`/maxAgeMs ${code}`],
      )
    }
    for (const wrong of [null, 5, 'x', [], () => 1]) {
      assert.deepEqual(issuesOf(() => new Delivery(wrong)).at(-1), ' wrong_type')
    }
  })

  test('the seed is random, or a number of 64 bits', () => {
    const start = (seed) => new Delivery({ journal: true }, { seed }).takeLog()
    assert.notDeepEqual(start(), start())
    assert.deepEqual(start(7), start(7n))
    assert.notDeepEqual(start(2n ** 64n - 1n), start(0))
    for (const seed of [-1, 1.5, 2 ** 53, 2n ** 64n, -1n, '7', Number.NaN]) {
      assert.throws(() => new Delivery({}, { seed }), /seed must be an integer/)
    }
  })

  test('with `once` each event has one attempt', () => {
    const { delivery, ticket } = sending({}, { once: true })
    assert.equal(delivery.onNoResponse(ticket, 'connect', { now }), true)
    assert.deepEqual(
      delivery.takeReports().map(({ kind, attempts }) => [kind, attempts]),
      [['gave_up', 1]],
    )
    assert.deepEqual(delivery.poll({ now }), { kind: 'idle' })
  })
})

describe('a submission', () => {
  test('is refused with a code, and changes nothing', () => {
    const delivery = new Delivery({ maxPending: 2 })
    const refusal = (id, options) => {
      try {
        delivery.submit(id, purchase(), { now, ...options })
      } catch (error) {
        assert(error instanceof RefusedError && error instanceof Error)
        assert.equal(error.name, 'RefusedError')
        assert(error.message.length > 0)
        return error.code
      }
    }
    for (const wrong of ['', 'x'.repeat(256), 'é'.repeat(128), 'x'.repeat(10_000_000), '\ud800', 'a\udc00']) {
      assert.equal(refusal(wrong), 'invalid_name')
      assert.equal(refusal('a', { destination: wrong }), 'invalid_name')
    }
    assert.equal(refusal('a', { lane: '\ud800' }), 'invalid_name')
    assert.equal(delivery.stats().submitted, 0)
    assert.equal(refusal('a', { destination: 'é'.repeat(127), lane: '' }), undefined)
    assert.equal(refusal('a'), 'id_in_use')
    assert.equal(refusal('b', { destination: undefined, lane: 'x'.repeat(1_000_000) }), undefined)
    assert.equal(refusal('c'), 'full')
    assert.equal(delivery.stats().submitted, 2)
  })

  test('keeps its id, whatever that is', () => {
    const ids = ['\0', ' ', '🎉\u202e', "'); DROP TABLE events", 'é'.repeat(127)]
    const delivery = new Delivery()
    for (const [number, id] of ids.entries()) delivery.submit(id, purchase(number), { now })
    delivery.giveUpAll({ now })
    assert.deepEqual(
      delivery
        .takeReports()
        .map(({ id }) => id)
        .sort(),
      ids.sort(),
    )
  })

  test('takes a request, or plain data that is one', () => {
    const delivery = new Delivery()
    assert.deepEqual(delivery.submit('a', { ...purchase() }, { now }), { isDated: false })
    assert.deepEqual(delivery.submit('b', purchase(1, {}), { now }), { isDated: true })
    for (const wrong of [undefined, null, {}, [], 5, 'x', { ...purchase(), url: 'x' }, { ...purchase(), body: 5 }]) {
      assert.throws(() => delivery.submit('c', wrong, { now }), /not a request/)
    }
    for (const wrong of [undefined, null, 5, {}, Symbol('x')]) {
      assert.throws(() => delivery.submit(wrong, purchase(2)), TypeError)
      assert.throws(() => delivery.acknowledge(wrong), TypeError)
      assert.throws(() => delivery.resume(wrong), TypeError)
    }
    assert.equal(delivery.stats().pending, 2)
  })

  test('has the time of the caller, which must be one', () => {
    const delivery = new Delivery()
    for (const wrong of [new Date('x'), new Date(8.64e15), new Date(-8.64e15)]) {
      for (const run of [
        () => delivery.submit('a', purchase(), { now: wrong }),
        () => delivery.poll({ now: wrong }),
        () => delivery.onResponseSync(1n, OK, { now: wrong }),
        () => delivery.onNoResponse(1n, 'other', { now: wrong }),
        () => delivery.resume('adjust', { now: wrong }),
        () => delivery.recall({ now: wrong }),
        () => delivery.giveUpAll({ now: wrong }),
      ]) {
        assert.throws(run, /now must be a valid Date|within the years/)
      }
    }
    assert.deepEqual(delivery.poll(), { kind: 'idle' })
  })
})

describe('an answer', () => {
  test('comes as from `interpret`, and its outcome stands in the report', async () => {
    for (const response of [
      new Response(OK.body),
      { statusCode: 200, headers: {}, body: new Response(OK.body).body },
      { ...OK, headers: [['content-type', 'application/json']] },
      { ...OK, body: Buffer.from(OK.body) },
    ]) {
      const { delivery, ticket } = sending()
      assert.equal(await delivery.onResponse(ticket, response, { now }), true)
      const [report] = delivery.takeReports()
      assert.deepEqual({ ...report.outcome }, { ...(await adjust.interpret(null, OK)) })
      assert.deepEqual(
        { ...report, outcome: null },
        {
          id: 'a',
          destination: 'adjust',
          kind: 'delivered',
          reason: 'accepted',
          maybeDelivered: false,
          attempts: 1,
          cause: null,
          outcome: null,
        },
      )
      assert.equal(delivery.onResponseSync(ticket, OK, { now }), false)
    }
  })

  test('whose body breaks off tells nothing by itself', async () => {
    const { delivery, ticket } = sending({ maxAttempts: 1 })
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('broken')) })
    await assert.rejects(delivery.onResponse(ticket, new Response(broken)), /broken/)
    assert.equal(delivery.stats().inFlight, 1)
    assert.equal(delivery.onError(ticket, new DOMException('x', 'TimeoutError'), { now }), true)
    assert.equal(delivery.takeReports()[0].outcome.reason, 'no response in time after sending began')
  })

  test('that did not come has a cause, from which what the request carried is removed', () => {
    const { delivery, ticket } = sending({ maxAttempts: 1 })
    assert.throws(() => delivery.onNoResponse(ticket, 'closed', { why: 'x' }), /unknown option: why/)
    const cause = 'Error ECONNRESET: GET https://a.example/event?app_token=4w565xzmb54d'
    assert.equal(delivery.onNoResponse(ticket, 'closed', { cause, now }), true)
    assert.equal(
      delivery.stats().destinations[0].cause.startsWith('Error ECONNRESET: GET https://a.example/event'),
      true,
    )
    const [report] = delivery.takeReports()
    assert.equal(report.cause, delivery.stats().destinations[0].cause)
    assert.doesNotMatch(inspect(report) + JSON.stringify(delivery.stats()), /4w565xzmb54d/)
    assert.equal(new Delivery().takeSnapshot(), null)
  })

  test('has the time at which it is told, for a `Retry-After` that is a date', () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 12:01:40 GMT' }
    const { delivery, ticket } = sending()
    delivery.onResponseSync(ticket, { status: 429, headers, body: '' }, later(40_000))
    assert(delivery.poll(later(40_000)).time.getTime() - now.getTime() >= 100_000)
  })

  test('for a ticket that is none changes nothing', () => {
    const { delivery, ticket } = sending()
    for (const wrong of [-1n, -ticket - 1n, ticket + 1n, ticket + 2n ** 64n, 2n ** 64n - 1n, 2n ** 64n, 2n ** 2000n]) {
      assert.equal(delivery.onResponseSync(wrong, OK, { now }), false)
      assert.equal(delivery.onNoResponse(wrong, 'timeout', { now }), false)
      assert.equal(delivery.onError(wrong, undefined, { now }), false)
    }
    for (const wrong of [undefined, null, 0, '0', {}, Object(0n)]) {
      assert.throws(() => delivery.onResponseSync(wrong, OK), TypeError)
      assert.throws(() => delivery.onNoResponse(wrong, 'timeout'), TypeError)
    }
    assert.throws(() => delivery.onNoResponse(ticket, 'lost'), /no such kind/)
    for (const wrong of [
      { status: -1 },
      { status: 70_000 },
      { status: '200' },
      { body: 5 },
      { receivedAt: new Date('x') },
    ]) {
      assert.throws(() => delivery.onResponseSync(ticket, { ...OK, ...wrong }), TypeError)
    }
    assert.equal(delivery.stats().inFlight, 1)
    assert.equal(delivery.onResponseSync(ticket, OK, { now }), true)
  })
})

describe('a log', () => {
  test('is stored before anything of it is sent or reported', async () => {
    const { delivery, log } = logged(1)
    const { ticket } = delivery.poll({ now })
    assert.equal(delivery.isStored, true)
    delivery.onResponseSync(ticket, OK, { now })
    assert.deepEqual([delivery.isStored, delivery.takeReports()], [false, []])
    assert.equal(delivery.snapshot(), null)
    const lost = delivery.takeLog()
    delivery.logNotStored(lost)
    assert.deepEqual(delivery.takeReports(), [])
    const more = delivery.takeLog()
    assert.deepEqual(more, lost)
    delivery.logStored()
    assert.equal(delivery.takeReports().length, 1)
    assert.equal(delivery.takeLog().length, 0)

    const whole = Buffer.concat([log, more])
    for (const stored of [whole, delivery.snapshot()]) {
      const restored = Delivery.restore({}, stored)
      assert.equal(restored.wholeBytes, stored.length)
      assert.deepEqual(
        restored.delivery.takeReports().map(({ id, kind, outcome }) => [id, kind, outcome]),
        [['0', 'delivered', null]],
      )
      assert.equal(restored.delivery.acknowledge('0'), true)
      assert.equal(restored.delivery.acknowledge('0'), false)
    }
  })

  test('that is torn is read to where it is whole, and one that is damaged is refused', () => {
    const { log } = logged()
    for (let end = 0; end <= log.length; end++) {
      const { delivery, wholeBytes } = Delivery.restore({}, log.subarray(0, end))
      assert(wholeBytes <= end)
      assert(delivery.stats().pending <= 3)
    }
    const damaged = Buffer.from(log)
    damaged[20] ^= 1
    for (const [wrong, message] of [
      [damaged, /the log is damaged at byte/],
      [Buffer.from('x'.repeat(100)), /not the log of a delivery/],
    ]) {
      assert.throws(
        () => Delivery.restore({}, wrong),
        (error) => error instanceof LogError && error.name === 'LogError' && message.test(error.message),
      )
    }
    for (const wrong of [undefined, null, 'x', 5, [1]]) assert.throws(() => Delivery.restore({}, wrong))
  })

  test('of any bytes is a delivery or an error', () => {
    const { log } = logged()
    const change = fc.tuple(fc.nat(log.length - 1), fc.nat(255))
    const changed = fc.array(change, { maxLength: 4 }).map((changes) => {
      const bytes = Buffer.from(log)
      for (const [at, value] of changes) bytes[at] = value
      return bytes
    })
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), changed), (bytes) => {
        try {
          Delivery.restore({}, bytes).delivery.poll({ now })
        } catch (error) {
          assert(error instanceof LogError)
        }
      }),
    )
    const { delivery } = logged()
    for (const bytes of [log, Buffer.alloc(0), Buffer.from('nonsense')]) delivery.logNotStored(bytes)
    assert.equal(delivery.poll({ now }).kind, 'store')
  })

  test('without a journal is empty', () => {
    const { delivery } = sending()
    assert.deepEqual([delivery.takeLog().length, delivery.isStored, delivery.snapshot()], [0, true, null])
    delivery.logNotStored(Buffer.from('x'))
    delivery.logStored()
    assert.deepEqual([delivery.takeLog().length, delivery.isStored], [0, true])
  })
})

describe('an end', () => {
  test('takes back what was not handed out, or gives up what is not under way', () => {
    const delivery = new Delivery({}, { seed: 7 })
    for (let number = 0; number < 3; number++) delivery.submit(String(number), purchase(number), { now })
    delivery.poll({ now })
    delivery.recall({ now })
    assert.deepEqual([delivery.stats().pending, delivery.stats().inFlight], [3, 1])
    delivery.giveUpAll({ now })
    assert.equal(delivery.takeReports().length, 2)
    assert.deepEqual(delivery.poll({ now }), { kind: 'wait_for_answer' })
  })

  test('of credentials is their renewal', () => {
    const { delivery, ticket } = sending()
    delivery.submit('b', purchase(1), { now })
    delivery.onResponseSync(ticket, { status: 401, headers: {}, body: 'Failed to authorize request' }, { now })
    assert.equal(delivery.stats().destinations[0].state, 'refused')
    const fresh = purchase(2, undefined, new Adjust({ appToken: '4w565xzmb54d', authToken: 'new-token' }))
    const metrix = new Metrix({ appId: 'a', apiKey: 'k' })
    assert.equal(delivery.renewCredentials('adjust', metrix.action({ time: now, name: 'x', customUserId: 'u' })), false)
    assert.equal(delivery.renewCredentials('\ud800', fresh), false)
    assert.throws(() => delivery.renewCredentials('adjust', {}), /not a request/)
    assert.equal(delivery.renewCredentials('adjust', fresh), true)
    assert.equal(delivery.resume('adjust', { now }), true)
    assert.equal(delivery.poll(later(1000)).request.headers.authorization, 'Bearer new-token')
  })
})

test('many events leave nothing behind', () => {
  const delivery = new Delivery({ journal: true, maxPending: 10, maxLanes: 10 })
  const request = purchase()
  const round = () => {
    for (let count = 0; count < 1_500; count++) {
      delivery.submit(String(count % 7), request, { lane: String(count), now })
      for (let next = delivery.poll({ now }); next.kind !== 'idle'; next = delivery.poll({ now })) {
        if (next.kind === 'send') delivery.onResponseSync(next.ticket, OK, { now })
        else {
          delivery.takeLog()
          delivery.logStored()
        }
      }
      for (const { id } of delivery.takeReports()) delivery.acknowledge(id)
    }
    globalThis.gc()
    return process.memoryUsage().rss
  }
  round()
  const before = round()
  const growth = Math.max(round(), round()) - before
  assert(growth < 15 * 1024 * 1024, `${growth} bytes`)
})
