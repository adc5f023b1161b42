// Nothing that is logged by mistake holds a credential or personal data.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { Adjust, Delivery, Destination, Destinations, Driver, Metrix, MetrixInApp, Request } from 's2s-events'

const CANARY = 'c4n4ry'
const UUID = '660e1d86-6796-463a-be86-897993136018'

/** Everything that is printed of a value by those who do not ask for what is inside. */
function printed(value) {
  const written = []
  const log = console.log
  const write = process.stdout.write
  process.stdout.write = (text) => written.push(text)
  console.log(value, '%s', value)
  process.stdout.write = write
  assert.equal(console.log, log)
  const causes = [value?.stack, value?.cause, value?.message]
  return [
    inspect(value, { depth: 9, showHidden: true }),
    JSON.stringify(value),
    String(value),
    `${value}`,
    inspect({ deep: [value] }, { depth: 9 }),
    ...causes.map(String),
    ...written,
  ].join('\n')
}

const CLIENTS = {
  adjust: () => new Adjust({ appToken: CANARY, authToken: CANARY, requestStyle: 'get_query' }),
  metrix: () => new Metrix({ appId: CANARY, apiKey: CANARY }),
  'metrix in-app': () => new MetrixInApp({ appId: CANARY, devKey: CANARY }),
  destination: () => Destination.fromConfig({ provider: 'adjust', app_token: CANARY, auth_token: CANARY }),
}
const BUILT = {
  adjust: (client) =>
    client.event({ eventToken: CANARY, gpsAdid: UUID, userAgent: CANARY, callbackParams: { a: CANARY } }),
  metrix: (client) => client.user({ customUserId: CANARY, id: 'A-1', time: new Date(), email: CANARY }),
  'metrix in-app': (client) =>
    client.event({ metrixUserId: CANARY, metrixSessionId: CANARY, eventSlug: CANARY, idfa: CANARY }),
  destination: (client) => client.build({ provider: 'adjust', kind: 'event', event_token: CANARY, gps_adid: UUID }),
}

for (const [name, client] of Object.entries(CLIENTS)) {
  test(`a client and a request of ${name} print nothing`, () => {
    const own = client()
    const request = BUILT[name](own)
    assert(JSON.stringify({ ...request }).includes(CANARY))
    for (const value of [
      own,
      { ...own },
      request,
      Request.from({ ...request }),
      request.toCurl().replaceAll(/--data-raw.*|--url.*?'[^']*'/g, ''),
    ]) {
      assert(!printed(value).includes(CANARY), name)
      assert(!printed(value).includes(UUID), name)
    }
  })
}

test('an outcome prints the number of its details', () => {
  const outcome = CLIENTS.adjust().interpretSync(null, {
    status: 200,
    headers: {},
    body: JSON.stringify({ status: 'OK', adid: CANARY }),
  })
  assert.equal(outcome.details.adid, CANARY)
  assert(!printed(outcome).includes(CANARY))
})

test('a delivery, what it says and what it reports print nothing', async () => {
  const options = { destination: CANARY, lane: CANARY }
  const delivery = new Delivery({ journal: true, maxPending: 1 }, { once: true })
  const driver = new Driver(delivery)
  const client = CLIENTS.adjust()
  const accepted = driver.submit(CANARY, BUILT.adjust(client), options)
  const store = delivery.poll()
  const { run } = delivery
  run.begin({ storage: 'append' })
  const toStore = run.next()
  assert(toStore.log.includes(CANARY))
  run.stored()
  const restored = Delivery.restore({}, delivery.snapshot())
  const send = run.next()
  const waits = run.next()
  delivery.onResponseSync(send.ticket, {
    status: 500,
    headers: {},
    body: JSON.stringify({ error: CANARY, adid: CANARY }),
  })
  assert.equal(run.next().kind, 'store')
  run.stored()
  const ready = run.next()
  const reports = run.reports()
  assert.deepEqual([reports[0].id, reports[0].destination], [CANARY, CANARY])
  assert(JSON.stringify({ ...reports[0] }).includes(CANARY))
  assert.deepEqual(JSON.parse(JSON.stringify(send)).ticket, String(send.ticket))
  const failures = []
  for (const run of [
    () => driver.submit(CANARY, BUILT.adjust(client), options),
    () => delivery.submit(`${CANARY}\ud800`, BUILT.adjust(client)),
    () => delivery.submit('a', { ...BUILT.adjust(client), url: CANARY, provider: CANARY }),
    () => Delivery.restore({}, Buffer.from(CANARY.repeat(9))),
    () => Delivery.restore({ journal: CANARY, providers: { adjust: { repeat: CANARY } } }, Buffer.alloc(0)),
    () => new Driver(delivery, { requestTimeoutMs: CANARY }),
    () => run.begin(),
    () => run.begin({ until: CANARY }),
    () => run.begin({ maxInFlight: CANARY }),
    () => run.onError(send.ticket, CANARY),
  ]) {
    assert.throws(run, (error) => failures.push(error) > 0)
  }
  const values = [
    delivery,
    driver,
    { ...driver },
    accepted,
    store,
    restored,
    run,
    { ...run },
    send,
    waits,
    toStore,
    ready,
    reports,
    ...reports,
    ...failures,
  ]
  for (const value of values) {
    assert(!printed(value).includes(CANARY))
    assert(!printed(value).includes(UUID))
  }
})

test('destinations and parts print labels and codes', () => {
  const email = `${CANARY}@example.com`
  const destinations = new Destinations({
    adjust: { appToken: CANARY, authToken: CANARY, events: { purchase: CANARY }, mapping: { orderId: CANARY } },
    meta: { datasetId: '1234567890', accessToken: CANARY },
    ga4: { measurementId: 'G-PSW1MY7HB4', apiSecret: CANARY, events: { purchase: 'skip' } },
    destination: { eu: { provider: 'metrix', appId: CANARY, apiKey: CANARY } },
  })
  const event = {
    event: 'purchase',
    id: CANARY,
    time: new Date(),
    source: 'app',
    value: '19.99',
    currency: 'EUR',
    orderId: CANARY,
    user: { id: CANARY, email, phone: '+16505551212', firstName: CANARY },
    device: { gpsAdid: UUID, userAgent: CANARY },
  }
  const named = (event) => ({ ...event, destinations: ['adjust'] })
  const built = destinations.fanOut(named({ ...event, id: undefined, user: undefined }))
  const parts = [...built, ...destinations.fanOut(event)]
  assert.equal(String(parts[0]), 'Part adjust: built')
  assert.match(String(parts[1]), /^Part adjust: refused \((unmapped_field(, )?){5}\)$/)
  assert(JSON.stringify({ ...built[0].request }).includes(CANARY))
  const failures = []
  for (const run of [
    () => destinations.fanOut({ ...event, event: CANARY }),
    () => destinations.fanOut({ ...event, value: CANARY, currency: Symbol(CANARY), destinations: [CANARY] }),
    () => destinations.fanOut(JSON.stringify({ ...event, value: CANARY }).slice(1)),
    () =>
      new Destinations({
        adjust: { appToken: `${CANARY} `, baseUrl: CANARY, mapping: { ignore: [CANARY], unmapped: CANARY } },
      }),
    () => new Destinations({ adjust: { appToken: CANARY, events: { purchase: () => CANARY } } }),
    () => new Destinations({ destination: { eu: { provider: CANARY } } }),
    () => new Destinations(`{"adjust":{"app_token":"${CANARY}"`),
  ]) {
    assert.throws(run, (error) => failures.push(error) > 0)
  }
  const values = [
    destinations,
    { ...destinations },
    destinations.get('eu'),
    parts,
    ...parts,
    ...destinations.explain(event),
    ...failures,
  ]
  for (const value of values) {
    for (const secret of [CANARY, UUID, '6505551212']) assert(!printed(value).includes(secret), String(value))
  }
})

test('errors hold no value', () => {
  const client = CLIENTS.adjust()
  const wrong = { toString: () => CANARY, [Symbol(CANARY)]: CANARY, [inspect.custom]: () => CANARY }
  for (const run of [
    () =>
      client.event({ eventToken: `${CANARY} `, gpsAdid: CANARY, revenue: CANARY, currency: CANARY, createdAt: CANARY }),
    () =>
      client.event({
        eventToken: Symbol(CANARY),
        gpsAdid: () => CANARY,
        userAgent: Buffer.from(CANARY),
        deviceName: new (class X {
          a = wrong
        })(),
      }),
    () => new Adjust({ appToken: `${CANARY} `, baseUrl: CANARY }),
    () => new Metrix({ appId: 5, apiKey: `${CANARY}\n` }),
    () => Request.from({ url: CANARY, body: CANARY, headers: { a: CANARY } }),
    () => Destination.fromConfig({ provider: CANARY }),
  ]) {
    assert.throws(run, (error) => !printed(error).includes(CANARY))
  }
})
