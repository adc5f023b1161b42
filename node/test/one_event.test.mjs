// Neutral events: every case of `vectors/one_event/`, from text and from objects, and what JavaScript's values become.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import {
  ConfigError,
  Delivery,
  Destination,
  Destinations,
  Driver,
  fromGa4,
  fromSegment,
  RefusedError,
  ValidationError,
} from 's2s-events'
import { camelCase, camelMembers } from './camel.mjs'
import { items, members, Unholdable, value } from './source.mjs'
import { conversions, neutralCases, neutralCounts } from './vectors.mjs'

/** The cases that say something else where an object is given: an empty list is also one of no pairs. */
const UNHOLDABLE = ['wrong type: params']

const sorted = (list, path = (own) => own) => [...new Set(list.map((own) => `${path(own.path)} ${own.code}`))].sort()

describe('every case of a neutral event', () => {
  test('holds for JSON text', () => {
    const text = { config: (own) => own.config, event: (own) => own.source.event, paths: (path) => path }
    assert.deepEqual(failuresOf(text), { failures: [], unholdable: [] })
    const names = neutralCases.map((own) => own.name)
    assert.deepEqual({ cases: new Set(names).size }, neutralCounts)
    assert.equal(names.length, neutralCounts.cases)
  })

  test('holds for objects', () => {
    const object = { config: camelConfig, event: (own) => camelEvent(own.source.event), paths: camelPath }
    assert.deepEqual(failuresOf(object), { failures: [], unholdable: UNHOLDABLE })
  })
})

function failuresOf(form) {
  const [failures, unholdable, sets] = [[], [], new Map()]
  for (const own of neutralCases) {
    try {
      check(own, form, sets)
    } catch (error) {
      if (error instanceof Unholdable) unholdable.push(own.name)
      else failures.push(`${own.name}: ${error.message}`)
    }
  }
  return { failures, unholdable }
}

function check(own, form, sets) {
  if (own.config_issues !== undefined) {
    const config = form.config(own)
    const found = issuesOf(() => new Destinations(config), ConfigError)
    return assert.deepEqual(
      found,
      sorted(own.config_issues, (path) => form.paths(path, own)),
    )
  }
  // Each set is opened once.
  if (!sets.has(own.config)) sets.set(own.config, new Destinations(form.config(own)))
  const destinations = sets.get(own.config)
  const options = { now: new Date(own.now), newId: own.new_id === undefined ? null : () => own.new_id }
  const event = form.event(own)
  if (own.issues !== undefined) {
    const found = issuesOf(() => destinations.fanOut(event, options), ValidationError)
    return assert.deepEqual(
      found,
      sorted(own.issues, (path) => form.paths(path, own)),
    )
  }
  const parts = destinations.fanOut(event, options)
  const nameOf = ({ destination }) => destination.replace(/^destination\./, '')
  assert.deepEqual(parts.map(nameOf).sort(), Object.keys(own.results).sort())
  const sources = Object.fromEntries(members(own.source.results))
  for (const part of parts) {
    const [expected, source] = [own.results[nameOf(part)], Object.fromEntries(members(sources[nameOf(part)]))]
    checkPart(part, expected, source, destinations, options.now, (path) => form.paths(path, own))
  }
  const explained = destinations.explain(event, options)
  assert.deepEqual(
    explained.map(({ part }) => ({ ...part })),
    parts.map((part) => ({ ...part })),
  )
}

function checkPart(part, expected, source, destinations, now, paths) {
  const verdict = [part.request !== null, part.issues !== null, part.skipped]
  const at = part.destination
  if (expected.skipped) return assert.deepEqual(verdict, [false, false, true], at)
  if (expected.issues !== undefined) {
    assert.deepEqual(verdict, [false, true, false], at)
    return assert.deepEqual(sorted(part.issues), sorted(expected.issues, paths), at)
  }
  assert.deepEqual(verdict, [true, false, false], `${at}: ${JSON.stringify(part.issues)}`)
  const client = destinations.get(part.destination)
  assert.equal(client.provider, part.provider)
  const options = { now, newId: null }
  const built =
    expected.messages === undefined
      ? client.build(source.event, options)
      : client.messages(source.identity, source.messages, options)
  for (const key of ['url', 'method', 'headerList', 'body'])
    assert.deepEqual(part.request[key], built[key], `${at} ${key}`)
  assert.deepEqual(sorted(part.request.warnings), sorted(expected.warnings ?? [], paths), at)
}

function issuesOf(run, kind) {
  try {
    run()
  } catch (error) {
    assert(error instanceof kind, String(error))
    return sorted(error.issues)
  }
  throw new Error('nothing was refused')
}

/** An object of members. In JavaScript, an object has each of them once. */
function object(entries) {
  const own = Object.fromEntries(entries)
  if (Object.keys(own).length < entries.length) throw new Unholdable()
  return own
}

/** An event, in which all fields but the free `params` are in camelCase. */
function camelEvent(source, place = '') {
  if (source[0] === '{' && place !== 'params') {
    return object(members(source).map(([key, own]) => [camelCase(key), camelEvent(own, key)]))
  }
  if (place === 'params' && source === '[]') throw new Unholdable()
  return source[0] === '[' ? items(source).map((item) => camelEvent(item)) : value(source)
}

/** A configuration, in which all fields are in camelCase; names of providers, destinations and events are no fields. */
function camelConfig({ config }) {
  const each = (source, read) => (source[0] === '{' ? object(members(source).map(read)) : value(source))
  const table = (provider, source) =>
    each(source, ([key, own]) => {
      if (key === 'events') return [key, each(own, ([name, target]) => [name, value(target)])]
      if (key === 'mapping') return [key, each(own, ([name, setting]) => [camelCase(name), value(setting)])]
      return camelMembers(`{${JSON.stringify(key)}:${own}}`, provider)[0]
    })
  return each(config, ([key, own]) =>
    key === 'destination'
      ? [key, each(own, ([name, source]) => [name, table(JSON.parse(source)?.provider, source)])]
      : [key, table(key, own)],
  )
}

/** Where fields are in camelCase: see {@link camelEvent} and {@link camelConfig}. */
function camelPath(path, { config_issues: ofConfig }) {
  const keys = path.split('/')
  const free = keys.findIndex((key) => key === 'params' || key === 'events')
  const begin = ofConfig === undefined ? 0 : keys[1] === 'destination' ? 3 : 2
  return keys.map((key, at) => (at < begin || (free > 0 && at > free) ? key : camelCase(key))).join('/')
}

const now = new Date('2026-11-20T12:00:00Z')
const config = {
  adjust: { appToken: '4w565xzmb54d', events: { purchase: 'f0ob4r', refund: 'skip' }, mapping: { params: true } },
  ga4: { measurementId: 'G-PSW1MY7HB4', apiSecret: 'secret' },
  destination: {
    eu: { provider: 'metrix', appId: 'a', apiKey: 'k' },
    adjust: { provider: 'adjust', appToken: '1a2b3c4d5e6f', events: { purchase: 'f0ob4r' } },
  },
}
const destinations = new Destinations(config)
const adid = '18546f6171f67e29d1cb983322ad1329'
const purchase = {
  event: 'purchase',
  time: new Date('2026-11-20T11:59:00Z'),
  value: 19.9,
  currency: 'EUR',
  ids: { adjustAdid: adid },
}
const only = (...names) => ({ ...purchase, destinations: names })
const parameters = (event) => {
  const [{ request, issues }] = destinations.fanOut({ ...only('adjust'), ...event }, { now })
  assert.equal(issues, null)
  return new URLSearchParams(request.body)
}

describe('destinations', () => {
  test('have labels, by which there is a client of each', () => {
    const labels = destinations.fanOut(purchase, { now }).map(({ destination }) => destination)
    assert.deepEqual(labels, ['adjust', 'ga4', 'eu', 'destination.adjust'])
    assert.deepEqual(
      labels.map((label) => destinations.get(label).provider),
      ['adjust', 'ga4', 'metrix', 'adjust'],
    )
    assert(destinations.get('eu') instanceof Destination)
    assert.equal(destinations.get('eu'), destinations.get('eu'))
    assert.equal(destinations.get('metrix'), undefined)
  })

  test('open from text as from an object, and with all of their issues', () => {
    const text = '{"adjust":{"app_token":"4w565xzmb54d"},"destination":{"eu":{"provider":"nosuch"}}}'
    assert.deepEqual(
      issuesOf(() => new Destinations(text), ConfigError),
      ['/destination/eu/provider unknown_provider'],
    )
    const wrong = {
      adjust: { appToken: Number.NaN, mapping: { unmaped: 'warn', noConsent: 1, ignore: ['/orderId', '/order'] } },
      ga4: { measurementId: 'G-PSW1MY7HB4', apiSecret: () => 'x', events: { purchas: 'x' } },
      destination: { eu: { provider: 'metrix', appId: 'a', mapping: { orderId: 'o' } } },
      nosuch: {},
    }
    assert.deepEqual(
      issuesOf(() => new Destinations(wrong), ConfigError),
      [
        '/adjust/appToken not_finite',
        '/adjust/mapping/ignore/1 unknown_field',
        '/adjust/mapping/noConsent wrong_type',
        '/adjust/mapping/unmaped unknown_field',
        '/destination/eu/apiKey missing',
        '/ga4/apiSecret wrong_type',
        '/ga4/events/purchas unknown_event_name',
        '/nosuch unknown_provider',
      ],
    )
  })

  test('refuse what is no configuration', () => {
    for (const [given, issue] of [
      ['', ' invalid_json'],
      ['[]', ' wrong_type'],
      ['{"adjust":1}', '/adjust wrong_type'],
      ['{"adjust":{},"adjust":{"app_token":"x"}}', '/adjust duplicate_key'],
      ['"\ud800"', ' invalid_unicode'],
      [undefined, ' wrong_type'],
      [null, ' wrong_type'],
      [5, ' wrong_type'],
      [[], ' wrong_type'],
      [() => config, ' wrong_type'],
      [Buffer.from('{}'), ' wrong_type'],
      [new (class Config {})(), ' wrong_type'],
    ]) {
      const found = issuesOf(() => new Destinations(given), ConfigError)
      assert(found.includes(issue), `${String(given)}: ${found}`)
    }
    const self = { adjust: {} }
    self.adjust.mapping = self
    assert.match(issuesOf(() => new Destinations(self), ConfigError).join(), /too_deep/)
  })
})

describe('parts', () => {
  test('have exactly one of a request, issues and a skip', () => {
    const parts = destinations.fanOut({ ...purchase, event: 'refund' }, { now })
    assert.deepEqual(
      parts.map(({ destination, request, issues, skipped }) => [
        destination,
        request !== null,
        issues !== null,
        skipped,
      ]),
      [
        ['adjust', false, false, true],
        ['ga4', false, true, false],
        ['eu', false, true, false],
        ['destination.adjust', false, true, false],
      ],
    )
    const [skipped, refused] = parts
    assert.deepEqual(
      { ...skipped },
      { destination: 'adjust', provider: 'adjust', request: null, issues: null, skipped: true },
    )
    assert(refused.issues[0].url.endsWith(`#${refused.issues[0].code}`))
  })

  test('are those of the destinations that the event names', () => {
    const named = (names) => destinations.fanOut(only(...names), { now }).map(({ destination }) => destination)
    assert.deepEqual(named(['eu', 'adjust']), ['adjust', 'eu'])
    assert.deepEqual(named(['destination.adjust']), ['destination.adjust'])
    assert.deepEqual(destinations.fanOut({ ...purchase, destinations: null }, { now }).length, 4)
    for (const [names, issue] of [
      [['nosuch'], '/destinations/0 unknown_destination'],
      [[], '/destinations empty'],
      [['adjust', 5], '/destinations/1 wrong_type'],
      ['adjust', '/destinations wrong_type'],
      [{ adjust: true }, '/destinations wrong_type'],
    ]) {
      assert.deepEqual(
        issuesOf(() => destinations.fanOut({ ...purchase, destinations: names }, { now }), ValidationError),
        [issue],
      )
    }
  })

  test('of bytes are those of text, and text names fields as it spells them', () => {
    const text = '{"event":"purchase","orderId":5,"search_term":6,"user":{"firstName":1,"last_name":2}}'
    const found = [
      '/orderId wrong_type',
      '/search_term wrong_type',
      '/user/firstName wrong_type',
      '/user/last_name wrong_type',
    ]
    for (const event of [text, Buffer.from(text), new Uint8Array(Buffer.from(text))]) {
      assert.deepEqual(
        issuesOf(() => destinations.fanOut(event, { now }), ValidationError),
        found,
      )
    }
    assert.deepEqual(
      issuesOf(() => destinations.fanOut(Buffer.from([0xff]), { now }), ValidationError),
      [' invalid_unicode'],
    )
    assert.deepEqual(
      issuesOf(() => destinations.fanOut('"\ud800"', { now }), ValidationError),
      [' invalid_unicode'],
    )
    assert.deepEqual(
      issuesOf(() => destinations.fanOut({ ...purchase, coupon: '\ud800' }, { now }), ValidationError),
      ['/coupon invalid_unicode'],
    )
  })

  test('get ids from where the caller says, the same at each destination', () => {
    const twice = new Destinations({
      metrix: { appId: 'a', apiKey: 'k' },
      destination: { eu: { provider: 'metrix', appId: 'b', apiKey: 'k' } },
    })
    const event = { event: 'login', time: now, user: { id: 'u' } }
    const ids = (options) => twice.fanOut(event, { now, ...options }).map(({ request }) => request?.messageIds)
    let calls = 0
    const newId = () => `id-${++calls}`
    const [[own], [other]] = ids({ newId })
    assert.deepEqual([own, other, calls], ['id-1', 'id-1', 1])
    assert.match(ids({})[0][0], /^[0-9a-f-]{36}$/)
    assert.deepEqual(sorted(twice.fanOut(event, { now, newId: null })[0].issues), ['/id missing'])
    const thrown = new RangeError('no ids')
    assert.throws(
      () =>
        ids({
          newId: () => {
            throw thrown
          },
        }),
      (error) => error === thrown,
    )
    assert.throws(() => ids({ newId: () => 5 }), /newId must return a string/)
    assert.throws(() => ids({ now: new Date(Number.NaN) }), /now must be a valid Date/)
  })

  test('say where each field goes, in the spelling of the event', () => {
    const rows = (event) => destinations.explain(event, { now })[0].rows
    const own = rows({ ...only('adjust'), params: { color: 'red' } })
    const row = (from) => own.find((row) => row.from === from)
    assert.deepEqual(row('/ids/adjustAdid'), { from: '/ids/adjustAdid', to: '/adid', how: 'plain', isGiven: true })
    assert.equal(row('/event').how, 'named')
    assert.deepEqual([row('/device/gpsAdid').isGiven, row('/params').isGiven], [false, true])
    const text = JSON.stringify({ event: 'purchase', destinations: ['adjust'] })
    assert(rows(text).some(({ from }) => from === '/ids/adjust_adid'))
    assert.deepEqual(destinations.explain({ ...only('adjust'), event: 'refund' }, { now })[0].rows, [])
  })
})

describe('values of an event', () => {
  test('are those of every event', () => {
    assert.equal(parameters({ value: 12345678901n }).get('revenue'), '12345678901')
    assert.equal(parameters({ value: { toJSON: () => '19.5' } }).get('revenue'), '19.5')
    for (const time of [
      purchase.time,
      purchase.time.toISOString(),
      purchase.time.getTime(),
      BigInt(purchase.time.getTime()),
    ]) {
      assert.equal(parameters({ time }).get('created_at_unix'), '1795175940')
    }
    const entries = [
      ['7', 'x'],
      ['a', 1],
    ]
    for (const params of [new Map(entries), entries]) {
      assert.equal(parameters({ params }).get('callback_params'), '{"7":"x","a":"1"}')
    }
    assert.equal(parameters({ ids: new Map([['adjustAdid', adid]]), user: undefined, device: null }).get('adid'), adid)
    assert.equal(parameters({ ids: { toJSON: () => ({ adjust_adid: adid }) } }).get('adid'), adid)
  })

  test('that are wrong are all reported where they are', () => {
    const self = {}
    self.self = self
    const wrong = {
      ...purchase,
      value: Number.NaN,
      currency: () => 'EUR',
      orderId: Symbol('x'),
      time: new Date(Number.NaN),
      user: { email: Number.POSITIVE_INFINITY, firstName: Buffer.from('x'), born: 1 },
      items: [{ id: 'a' }, { id: 5, price: new (class Price {})() }, 7],
      device: new (class Device {})(),
      params: self,
      click: { fbclidTime: new Date(Number.NaN) },
    }
    assert.deepEqual(
      issuesOf(() => destinations.fanOut(wrong, { now }), ValidationError),
      [
        '/click/fbclidTime invalid_time',
        '/currency wrong_type',
        '/device wrong_type',
        '/items/1/id wrong_type',
        '/items/1/price wrong_type',
        '/items/2 wrong_type',
        '/orderId wrong_type',
        '/params too_deep',
        '/time invalid_time',
        '/user/born unknown_field',
        '/user/email not_finite',
        '/user/firstName wrong_type',
        '/value not_finite',
      ],
    )
  })

  test('that are no event are issues, and what the caller throws is thrown', () => {
    for (const event of [
      undefined,
      null,
      5,
      true,
      [],
      () => purchase,
      Symbol('x'),
      new (class Purchase {})(),
      '',
      '[]',
      '{}',
    ]) {
      assert.throws(() => destinations.fanOut(event, { now }), ValidationError, String(event))
      assert.throws(() => destinations.explain(event, { now }), ValidationError, String(event))
    }
    const thrown = new Error('mine')
    const throwing = () => {
      throw thrown
    }
    const trap = new Proxy({ ...purchase }, { ownKeys: throwing })
    for (const event of [
      { ...purchase, user: { toJSON: throwing } },
      trap,
      Object.defineProperty({}, 'event', { get: throwing, enumerable: true }),
    ]) {
      assert.throws(
        () => destinations.fanOut(event, { now }),
        (error) => error === thrown,
      )
    }
    assert.equal(destinations.fanOut(new Proxy(purchase, {}), { now }).length, 4)
  })
})

describe('the parts of an event are submitted together', () => {
  const ok = async () => ({ status: 200, headers: {}, body: '{"status":"OK"}' })
  const refusal = (code, destination) => (error) => {
    assert(error instanceof RefusedError)
    assert.deepEqual([error.code, error.destination], [code, destination])
    return true
  }

  test('each under its own id, to the destination of its label', async () => {
    const driver = new Driver(new Delivery(), { send: ok })
    const parts = destinations.fanOut(only('adjust', 'ga4', 'destination.adjust'), { now })
    const submitted = driver.submitParts('order-1', parts)
    assert.deepEqual(
      submitted.map(({ destination, accepted }) => [destination, accepted !== null]),
      parts.map(({ destination, request }) => [destination, request !== null]),
    )
    const reports = []
    await driver.run({ onReport: ({ id, destination, kind }) => reports.push(`${id} ${destination} ${kind}`) })
    const expected = parts
      .filter((part) => part.request)
      .map(({ destination: own }) => `order-1/${own} ${own} delivered`)
    assert(expected.length > 1)
    assert.deepEqual(reports.sort(), expected.sort())
  })

  test('during a run, too', async () => {
    const driver = new Driver(new Delivery(), { send: ok })
    const reports = []
    const run = driver.run({ until: 'stopped', onReport: ({ id }) => reports.push(id) })
    await new Promise(setImmediate)
    driver.submitParts('order-2', destinations.fanOut(only('adjust'), { now }))
    while (reports.length === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    driver.stop()
    await run
    assert.deepEqual(reports, ['order-2/adjust'])
  })

  test('all of them or none', () => {
    const [{ request }] = destinations.fanOut(only('adjust'), { now })
    const part = (destination) => ({ destination, request })
    const delivery = new Delivery({ maxPending: 2 })
    assert.throws(() => delivery.submitParts('a', ['x', 'y', 'z'].map(part)), refusal('full', 'z'))
    assert.throws(() => delivery.submitParts('a', ['x', 'x'].map(part)), refusal('id_in_use', 'x'))
    assert.throws(() => delivery.submitParts('a', [part('x'), part('')]), refusal('invalid_name', ''))
    assert.throws(() => delivery.submitParts('a', [part('x'), part('\ud800')]), refusal('invalid_name', '\ud800'))
    assert.throws(() => delivery.submitParts('\ud800', [part('x')]), refusal('invalid_name', null))
    for (const wrong of [[request], [{ destination: 5, request }], 5, undefined]) {
      assert.throws(() => delivery.submitParts('a', wrong), TypeError)
    }
    assert.throws(() => delivery.submitParts('a', [part('x')], { destination: 'y' }), /unknown option/)
    assert.throws(() => delivery.submitParts('a', [part('x'), { destination: 'y', request: {} }]), /not a request/)
    assert.equal(delivery.stats().pending, 0)
    assert.deepEqual(delivery.submitParts('a', [part('x'), { destination: 'y', request: null }], { now }), [
      { destination: 'x', accepted: { isDated: false } },
      { destination: 'y', accepted: null },
    ])
    assert.throws(() => delivery.submitParts('a', [part('x')]), refusal('id_in_use', 'x'))
    assert.deepEqual([delivery.stats().pending, delivery.submitParts('b', [])], [1, []])
    const error = new RefusedError('full')
    assert.equal(error.destination, null)
  })
})

describe('events of other formats', () => {
  for (const [format, convert] of Object.entries({ segment: fromSegment, ga4: fromGa4 })) {
    test(`every case of ${format} holds`, () => {
      const { count, cases } = conversions(format)
      const [failures, names] = [[], new Set()]
      for (const own of cases) {
        names.add(own.name)
        try {
          checkConversion(own, () => convert(own.raw ?? own.source.input, own.options))
          if (own.raw === undefined && typeof own.input !== 'string')
            checkConversion(own, () => convert(value(own.source.input), own.options))
        } catch (error) {
          if (!(error instanceof Unholdable)) failures.push(`${own.name}: ${error.message}`)
        }
      }
      assert.deepEqual(failures, [])
      assert.deepEqual([cases.length, names.size], [count, count])
    })
  }

  function checkConversion(own, convert) {
    if (own.issues !== undefined) return assert.deepEqual(issuesOf(convert, ValidationError), sorted(own.issues))
    const { event, unmapped } = convert()
    assert.deepEqual(event, camelFields(own.event))
    assert.deepEqual(sorted(unmapped), sorted(own.unmapped ?? []))
  }

  function camelFields(given) {
    if (Array.isArray(given)) return given.map(camelFields)
    if (typeof given !== 'object') return given
    const fields = Object.entries(given).map(([key, own]) => [
      camelCase(key),
      key === 'params' ? own : camelFields(own),
    ])
    return Object.fromEntries(fields)
  }

  const call = (properties) => `{"event":"Order Completed","properties":${properties}}`

  test('keep every digit, and fan out', () => {
    const { event, unmapped } = fromSegment(call('{"total":12345678901234.567,"order_id":"A-1","currency":"EUR"}'))
    assert.deepEqual([event.value, event.orderId, unmapped], ['12345678901234.567', 'A-1', []])
    const [part] = destinations.fanOut(
      { ...event, time: now, ids: { adjustAdid: adid }, destinations: ['eu'] },
      { now },
    )
    assert.equal(part.destination, 'eu')
  })

  test('are refused with the problems of their values and options', () => {
    const found = (given, options) => issuesOf(() => fromSegment(given, options), ValidationError)
    assert.deepEqual(found({ event: 'Order Completed', properties: { total: Number.NaN } }), [
      '/properties/total not_finite',
    ])
    assert.deepEqual(found(call('{}'), { names: { a: 'purchas' } }), ['/names/a unknown_event_name'])
    assert.deepEqual(found(call('{}'), { params: [() => 'x'] }), ['/params/0 wrong_type'])
    assert.deepEqual(found(call('{}'), { labels: {} }), ['/labels unknown_field'])
    for (const given of [undefined, null, 5, '', '[]', Buffer.from('{}'), () => {}]) {
      assert.throws(() => fromGa4(given), ValidationError)
    }
  })

  test('print nothing of the event', () => {
    const converted = fromSegment(call('{"order_id":"c4n4ry","email":"c4n4ry"}'))
    assert.equal(converted.event.orderId, 'c4n4ry')
    for (const text of [inspect(converted), JSON.stringify(converted), String(converted)])
      assert(!text.includes('c4n4ry'))
  })
})
