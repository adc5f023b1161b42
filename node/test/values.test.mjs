// What JavaScript's values become, and what is refused.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { Adjust, ConfigError, Destination, Metrix, Request, ValidationError } from 's2s-events'

const adjust = new Adjust({ appToken: '4w565xzmb54d' })
const metrix = new Metrix({ appId: 'a', apiKey: 'k' })
const now = new Date('2026-11-20T12:00:00Z')
const device = { eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' }
const action = { customUserId: 'u', id: 'A-1', time: now, name: 'aewqd' }

const parameters = (event) => new URLSearchParams(adjust.event({ ...device, ...event }, { now }).body)
const attributes = (value) =>
  /"attributes":\{"v":(.*?)\}\}\]\}$/.exec(metrix.action({ ...action, attributes: { v: value } }).body)[1]

function issuesOf(run) {
  try {
    run()
  } catch (error) {
    assert(error instanceof ValidationError || error instanceof ConfigError, String(error))
    return error.issues.map(({ path, code }) => `${path} ${code}`)
  }
  throw new Error('nothing was refused')
}

test('an issue and a warning have the address of their documentation', () => {
  const page = 'https://s2s-events.github.io/s2s-events/issue-codes/'
  assert.throws(
    () => adjust.event({ ...device, createdAt: 'yesterday' }, { now }),
    ({ issues }) => {
      assert.deepEqual(
        issues.map(({ url }) => url),
        [`${page}#invalid_time`],
      )
      assert.deepEqual(Object.keys({ ...issues[0] }), ['path', 'code', 'message'])
      return true
    },
  )
  const request = adjust.event({ ...device, revenue: 0.1 + 0.2, currency: 'USD' }, { now })
  assert.deepEqual(
    request.warnings.map(({ url }) => url),
    [`${page}#float_noise`],
  )
  assert.deepEqual(
    Request.from({ ...request }).warnings.map(({ url }) => url),
    [`${page}#float_noise`],
  )
})

describe('values that are taken', () => {
  test('every character of a text and of a key', () => {
    const controls = Array.from({ length: 33 }, (_, code) => String.fromCharCode(code))
    for (const text of [...controls, '"', '\\', '\u007f', 'ñ', '€', '😀', '","', '\u0001:\u0001']) {
      assert.equal(
        attributes({ [text]: [text, { k: `a${text}z` }] }),
        JSON.stringify({ [text]: [text, { k: `a${text}z` }] }),
      )
    }
  })

  test('a number by its shortest form, a bigint with all digits', () => {
    assert.equal(parameters({ revenue: 19.9, currency: 'USD' }).get('revenue'), '19.9')
    assert.equal(parameters({ revenue: 12345678901n, currency: 'USD' }).get('revenue'), '12345678901')
    assert.equal(attributes(12345678901234567890n), '12345678901234567890')
    assert.equal(attributes(1e21), '1e+21')
    assert.equal(attributes(-0), '0')
  })

  test('a Date, a URL, and what has toJSON', () => {
    assert.equal(parameters({ createdAt: new Date('2026-11-20T10:00:00Z') }).get('created_at_unix'), '1795168800')
    assert.equal(attributes(now), '"2026-11-20T12:00:00.000Z"')
    assert.equal(attributes(new URL('https://a.example/b')), '"https://a.example/b"')
    assert.equal(attributes({ toJSON: (key) => `own ${key}` }), '"own v"')
  })

  test('undefined and null are absent', () => {
    assert.equal(parameters({ revenue: undefined, currency: null }).has('revenue'), false)
    assert.equal(attributes({ a: undefined, b: null }), '{"b":null}')
  })

  test('a Map and pairs keep the order of keys', () => {
    const pairs = [
      ['b', '1'],
      ['7', '2'],
      ['a', '3'],
    ]
    for (const callbackParams of [new Map(pairs), pairs]) {
      assert.equal(parameters({ callbackParams }).get('callback_params'), '{"b":"1","7":"2","a":"3"}')
    }
    assert.equal(
      parameters({ callbackParams: Object.fromEntries(pairs) }).get('callback_params'),
      '{"7":"2","b":"1","a":"3"}',
    )
    assert.equal(
      attributes(
        new Map([
          [
            'b',
            new Map([
              ['7', 1],
              ['a', 2],
            ]),
          ],
        ]),
      ),
      '{"b":{"7":1,"a":2}}',
    )
  })

  test('an array of pairs inside of a value stays one', () => {
    assert.equal(attributes([['a', 1]]), '[["a",1]]')
  })

  test('objects without a prototype and of another realm', () => {
    assert.equal(attributes(Object.assign(Object.create(null), { a: 1 })), '{"a":1}')
    assert.equal(
      attributes(runInNewContext('({ a: [1, new Date(0), new Map([["b", 2]])] })')),
      '{"a":[1,"1970-01-01T00:00:00.000Z",{"b":2}]}',
    )
  })

  test('the same object twice, which is no cycle', () => {
    const shared = { a: 1 }
    assert.equal(attributes([shared, shared]), '[{"a":1},{"a":1}]')
  })
})

describe('values that are refused', () => {
  class Purchase {}
  for (const [what, wrong, code] of [
    ['NaN', Number.NaN, 'not_finite'],
    ['Infinity', -Infinity, 'not_finite'],
    ['a function', () => 1, 'wrong_type'],
    ['a symbol', Symbol('s3cret'), 'wrong_type'],
    ['an instance of a class', new Purchase(), 'wrong_type'],
    ['a Set', new Set(['a']), 'wrong_type'],
    ['bytes', Buffer.from('a'), 'wrong_type'],
    ['an invalid Date', new Date('x'), 'invalid_time'],
    ['half of a surrogate pair', '\ud800', 'invalid_unicode'],
  ]) {
    test(`${what}: with its path, and with every other issue`, () => {
      assert.deepEqual(
        issuesOf(() => adjust.event({ eventToken: wrong, idfa: 'x' }, { now })),
        [`/eventToken ${code}`, '/idfa invalid_device_id'],
      )
      assert.deepEqual(
        issuesOf(() => adjust.event({ ...device, callbackParams: { 'a/b': wrong } }, { now })),
        [`/callbackParams/a~1b ${code}`],
      )
      assert.deepEqual(
        issuesOf(() => metrix.action({ ...action, attributes: { list: [1, { deep: wrong }] } })),
        [`/attributes/list/1/deep ${code}`],
      )
      assert.deepEqual(
        issuesOf(() =>
          metrix.messages({ customUserId: 'u' }, [
            { kind: 'action', ...action },
            { kind: 'action', ...action, id: 'A-2', time: wrong },
          ]),
        ),
        [`/messages/1/time ${code}`],
      )
      assert.deepEqual(
        issuesOf(() => new Adjust({ appToken: wrong })),
        [`/appToken ${code}`],
      )
    })
  }

  test('undefined in an array', () => {
    assert.deepEqual(
      issuesOf(() => attributes([undefined])),
      ['/attributes/v/0 wrong_type'],
    )
  })

  test('a key that is no text', () => {
    assert.deepEqual(
      issuesOf(() => adjust.event({ ...device, callbackParams: new Map([[1, 'x']]) }, { now })),
      ['/callbackParams wrong_type'],
    )
  })

  test('a key that stands twice', () => {
    const callbackParams = [
      ['a', '1'],
      ['a', '2'],
    ]
    assert.deepEqual(
      issuesOf(() => adjust.event({ ...device, callbackParams }, { now })),
      ['/callbackParams/a duplicate_key'],
    )
  })

  test('cycles and what is nested too deep', () => {
    const cycle = {}
    cycle.self = [cycle]
    let deep = {}
    for (let level = 0; level < 10_000; level++) deep = { deep }
    for (const wrong of [cycle, deep, new Map([['cycle', cycle]])]) {
      assert.deepEqual(
        issuesOf(() => metrix.action({ ...action, attributes: { wrong } })),
        ['/attributes too_deep'],
      )
    }
    assert.deepEqual(issuesOf(() => metrix.action(cycle)).includes('/self too_deep'), true)
  })

  test('what is no object', () => {
    for (const wrong of [undefined, null, 5, 'x', [], () => 1, new Date()]) {
      assert.deepEqual(issuesOf(() => adjust.event(wrong)).at(-1), ' wrong_type')
      assert.deepEqual(issuesOf(() => new Adjust(wrong)).at(-1), ' wrong_type')
    }
  })
})

describe('exceptions of the caller', () => {
  const failure = new Error('own')
  const thrower = () => {
    throw failure
  }

  test('of a getter or toJSON are thrown as they are', () => {
    assert.throws(
      () =>
        adjust.event({
          get eventToken() {
            return thrower()
          },
        }),
      failure,
    )
    assert.throws(() => adjust.event({ eventToken: { toJSON: thrower } }), failure)
  })

  test('of newId are thrown as they are', () => {
    assert.throws(() => metrix.action({ ...action, id: undefined }, { newId: thrower }), failure)
    assert.throws(() => metrix.action({ ...action, id: undefined }, { newId: () => 5 }), /newId must return a string/)
  })
})

describe('ids', () => {
  test('are random UUIDs by default, what newId returns, or an issue', () => {
    const own = { ...action, id: undefined }
    assert.match(metrix.action(own).messageIds[0], /^[0-9a-f-]{36}$/)
    assert.deepEqual(metrix.action(own, { newId: () => 'A-7' }).messageIds, ['A-7'])
    assert.deepEqual(
      issuesOf(() => metrix.action(own, { newId: null })),
      ['/id missing'],
    )
    assert.deepEqual(metrix.action(action, { newId: () => assert.fail() }).messageIds, ['A-1'])
  })
})

describe('the noise of a binary float', () => {
  const noise = (request) => request.warnings.filter(({ code }) => code === 'float_noise').map(({ path }) => path)
  const destination = Destination.fromConfig({ provider: 'adjust', app_token: '4w565xzmb54d' })
  const money = (revenue) => ({ ...device, revenue, currency: 'USD' })
  const dynamic = (revenue) => ({ provider: 'adjust', kind: 'event', ...money(revenue) })
  const decimal = (text) => ({ toJSON: () => text })

  for (const [what, revenue, paths] of [
    ['a number with it', 0.1 + 0.2, ['/revenue']],
    ['another number with it', 1.1 * 3, ['/revenue']],
    ['a number without it', 19.99, []],
    ['a whole number', 20, []],
    ['text', '0.30000000000000004', []],
    ['a decimal whose toJSON is text', decimal('0.30000000000000004'), []],
    ['a bigint', 20n, []],
  ]) {
    test(`is ${paths.length === 0 ? 'not found in' : 'a warning of'} ${what}, typed and dynamic`, () => {
      const requests = [
        adjust.event(money(revenue), { now }),
        destination.build(dynamic(revenue), { now }),
        ...destination.buildMany([dynamic(revenue), new Map(Object.entries(dynamic(revenue)))], { now }),
      ]
      for (const request of requests) assert.deepEqual(noise(request), paths)
    })
  }
})
