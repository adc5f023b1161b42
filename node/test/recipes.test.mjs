// Runs every recipe of `examples/node` against the sandbox, and against servers that only listen.

import './examples.mjs'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { Adjust, Driver, Metrix, MetrixInApp } from 's2s-events'
import { Sandbox, serve } from './sandbox.mjs'

const recipe = (name) => import(`../../examples/node/${name}.mjs`)
const byFetch = await recipe('send_with_fetch')
const byUndici = await recipe('send_with_undici')
const byAxios = await recipe('send_with_axios')

const SENDERS = {
  fetch: byFetch.send,
  undici: async (request, timeout) => {
    const pool = byUndici.pool(timeout)
    const outcome = await byUndici.send(request, pool)
    await pool.close()
    return outcome
  },
  axios: byAxios.send,
}

/** Keys and values with everything that a client might escape in its own way. */
const ODD = { 'a/b c': '50 % – é%2F+ü&=?#', "~'()*!": '"\\\\ سلام 🎉 ../' }

let sandbox

before(async () => {
  sandbox = await Sandbox.start()
})
after(async () => {
  assert.deepEqual(await sandbox.stop(), { code: 0, signal: null })
})
beforeEach(() => sandbox.forget())

const adjust = (config) =>
  new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox', baseUrl: sandbox.baseUrl('adjust'), ...config })

/** A purchase on a device of its own. */
const purchase = (client, event) =>
  client.event({ eventToken: 'f0ob4r', gpsAdid: randomUUID(), revenue: '19.99', currency: 'USD', ...event })

const metrix = (config) =>
  new Metrix({ appId: 'metrix-demo-app', apiKey: 'metrix-demo-api-key', baseUrl: sandbox.baseUrl('metrix'), ...config })

const action = (client, attributes) =>
  client.action({ customUserId: 'user-17', time: new Date(), name: 'aewqd', attributes })

for (const [name, send] of Object.entries(SENDERS)) {
  describe(name, () => {
    test('an event is delivered', async () => {
      const client = adjust()
      const outcome = await send(purchase(client))
      assert.equal(outcome.kind, 'delivered')
      const { accepted } = await sandbox.account()
      assert.deepEqual(
        accepted.map((event) => event.parameters.revenue),
        ['19.99'],
      )
    })

    test('a message of Metrix is delivered', async () => {
      const client = metrix()
      const outcome = await send(action(client, { city: 'تهران' }))
      assert.equal(outcome.kind, 'delivered')
      const { accepted } = await sandbox.account()
      assert.deepEqual(
        accepted.map((event) => event.message.attributes),
        [{ city: 'تهران' }],
      )
    })

    test('a missing or wrong token is unauthorized although the status is 202', async () => {
      const reasons = []
      for (const authToken of [undefined, 'wr0ng', 'v8s5opi0zs45607l8h8c48wak2vxb5oe']) {
        const client = adjust({ appToken: 's3cur3dapp12', authToken })
        reasons.push((await send(purchase(client, { eventToken: 's3ct0k' }))).reason)
      }
      assert.deepEqual(reasons, ['security token missing', 'security token wrong or inactive', 'accepted'])
    })

    test('a wrong event is rejected', async () => {
      const client = adjust()
      const outcome = await send(purchase(client, { eventToken: 'n0such' }))
      assert.deepEqual([outcome.kind, outcome.reason], ['rejected', 'invalid event token'])
    })

    for (const requestStyle of ['post_query', 'get_query']) {
      const withFault = (fault, timeout) => {
        const client = adjust({ requestStyle })
        return send(purchase(client, { extra: { sandbox_fault: fault } }), timeout)
      }

      test(`a busy provider is tried again later (${requestStyle})`, async () => {
        const outcome = await withFault('429;retry-after=7')
        assert.deepEqual([outcome.kind, outcome.retryAfterMs], ['retry_later', 7000])
      })

      test(`a lost answer is unclear and nothing is sent twice (${requestStyle})`, async () => {
        const outcome = await withFault('drop-after')
        assert.deepEqual([outcome.kind, outcome.reason], ['unclear', 'connection closed without a response'])
        assert.equal((await sandbox.account()).accepted.length, 1)
      })

      test(`a late answer is unclear and nothing is sent twice (${requestStyle})`, async () => {
        const outcome = await withFault('latency=2500', 300)
        assert.deepEqual([outcome.kind, outcome.reason], ['unclear', 'no response in time after sending began'])
        assert((await sandbox.account()).accepted.length <= 1)
      })
    }

    test('an unreachable provider is tried again later', async (t) => {
      const server = await serve(t, () => {})
      server.close()
      await once(server, 'close')
      const client = adjust({ baseUrl: server.url })
      const outcome = await send(purchase(client))
      assert.deepEqual([outcome.kind, outcome.reason], ['retry_later', 'no connection, nothing was sent'])
    })

    test('a server that speaks no TLS gets nothing', async (t) => {
      const server = await serve(t, (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
      const client = adjust({ baseUrl: `https://127.0.0.1:${server.port}` })
      const outcome = await send(purchase(client))
      assert.deepEqual([outcome.kind, outcome.reason], ['retry_later', 'no secure connection, nothing was sent'])
    })

    for (const status of [301, 302, 303, 307, 308]) {
      test(`a redirect is not followed (${status})`, async (t) => {
        const elsewhere = await serve(t, (socket) => socket.end())
        const server = await serve(t, (socket) =>
          socket.end(
            `HTTP/1.1 ${status} Elsewhere\r\nlocation: ${elsewhere.url}/\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
          ),
        )
        const client = adjust({ baseUrl: server.url })
        const outcome = await send(purchase(client))
        assert.deepEqual([outcome.kind, outcome.reason], ['rejected', 'redirect'])
        assert.equal(elsewhere.connections, 0)
      })
    }

    test('parameters arrive as they are', async () => {
      for (const requestStyle of ['post_form', 'post_query', 'get_query']) {
        const client = adjust({ requestStyle })
        const outcome = await send(purchase(client, { callbackParams: ODD, userAgent: 'a/b+c %2F ü' }))
        assert.equal(outcome.kind, 'delivered')
      }
      for (const { parameters } of (await sandbox.account()).accepted) {
        assert.deepEqual(JSON.parse(parameters.callback_params), ODD)
        assert.equal(parameters.user_agent, 'a/b+c %2F ü')
      }
    })

    test('a request arrives byte for byte', async (t) => {
      const arrived = []
      const server = await serve(t, (socket, request) => {
        arrived.push(request)
        socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n')
      })
      for (const request of requestsOfEveryShape(server.url)) {
        arrived.length = 0
        await send(request)
        const [head, body] = arrived.join('').split('\r\n\r\n')
        const [line, ...headers] = head.split('\r\n')
        assert.equal(line, `${request.method} ${request.url.slice(server.url.length)} HTTP/1.1`)
        assert.equal(body, request.body ?? '')
        const lines = headers.map((header) => header.replace(/^[^:]*/, (name) => name.toLowerCase()))
        for (const [name, value] of request.headerList) assert(lines.includes(`${name}: ${value}`), name)
      }
    })
  })
}

/** Form, query and JSON, with and without a body, with and without headers, and a path with escapes. */
function requestsOfEveryShape(baseUrl) {
  const built = ['post_form', 'post_query', 'get_query'].map((requestStyle) => {
    const client = adjust({ baseUrl: `${baseUrl}/a%2Fb`, requestStyle, authToken: 't0k3n' })
    return purchase(client, { callbackParams: ODD })
  })
  const own = metrix({ baseUrl })
  const inApp = new MetrixInApp({ appId: 'a/b+c%2F d', devKey: 'k', baseUrl })
  const device = { metrixUserId: '1415211453000-6513900', metrixSessionId: randomUUID(), idfa: randomUUID() }
  return [...built, action(own, ODD), inApp.event({ ...device, eventSlug: 'taqsq', customAttributes: ODD })]
}

describe('the services', () => {
  const body = (purchase) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(purchase),
  })
  const right = { gpsAdid: '660e1d86-6796-463a-be86-897993136018', revenue: 19.99, currency: 'USD', order: 'A-1' }

  async function behaves(url) {
    const taken = await fetch(`${url}/purchases`, body(right))
    assert.deepEqual([taken.status, await taken.json()], [200, { outcome: 'delivered', reason: 'accepted' }])
    const refused = await fetch(`${url}/purchases`, body({ ...right, revenue: '19,99', currency: undefined }))
    const { issues } = await refused.json()
    assert.deepEqual(
      [refused.status, issues.map(({ path, code }) => `${path} ${code}`)],
      [422, ['/revenue invalid_number']],
    )
  }

  test('express', async (t) => {
    const { service } = await recipe('express_app')
    const server = service(adjust()).listen(0, '127.0.0.1')
    t.after(() => server.close())
    await once(server, 'listening')
    await behaves(`http://127.0.0.1:${server.address().port}`)
  })

  test('fastify', async (t) => {
    const { service } = await recipe('fastify_app')
    const app = service(adjust())
    t.after(() => app.close())
    await behaves(await app.listen({ port: 0, host: '127.0.0.1' }))
  })
})

describe('the service for every provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 's2s-everywhere-'))
  after(() => rmSync(folder, { recursive: true }))

  /** Starts the service on a journal, and returns a function that reports a purchase. */
  async function started(t, path, driverOptions) {
    const { ConfirmedJournal, destinations, service } = await recipe('purchases_everywhere')
    const { Journal } = await recipe('deliver_with_journal')
    const { journal, delivery } = await Journal.open(path, {})
    const [driver, confirmed] = [new Driver(delivery, driverOptions), new ConfirmedJournal(journal)]
    const server = service(destinations(sandbox.url), driver, confirmed).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const reports = []
    const run = driver.run({
      until: 'stopped',
      store: confirmed,
      onReport: (own) => reports.push(own),
      acknowledge: true,
    })
    const end = async () => {
      server.close()
      driver.stop()
      await run
      await journal.close()
    }
    t.after(() => {
      server.close()
      driver.stop()
    })
    const report = async (purchase) => {
      const response = await fetch(`http://127.0.0.1:${server.address().port}/purchases`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(purchase),
      })
      return [response.status, await response.json()]
    }
    return { report, reports, delivery, end }
  }

  const purchase = {
    order: 'A-1',
    value: '19.99',
    currency: 'EUR',
    user: { id: 'u-1', email: 'mary@example.com' },
    device: { gpsAdid: randomUUID() },
    ids: { appInstanceId: '7e5d0e1c9f3a4b2d8c6b5a4938271605' },
  }
  const places = (issues) => issues.map(({ path, code }) => `${path} ${code}`)

  test('confirms a purchase once it is stored, and reports it everywhere', async (t) => {
    const path = join(folder, 'everywhere')
    const { report, reports, delivery, end } = await started(t, path)
    assert.deepEqual(await report(purchase), [202, { destinations: ['adjust', 'ga4', 'metrix'], issues: {} }])
    for (const name of ['adjust', 'ga4', 'metrix']) assert(readFileSync(path).includes(`A-1/${name}`), name)
    while (reports.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
    assert.deepEqual(
      reports.map(({ id, destination, kind }) => [id, destination, kind]).sort(),
      ['adjust', 'ga4', 'metrix'].map((name) => [`A-1/${name}`, name, 'delivered']),
    )
    await end()
    assert.equal(delivery.stats().pending, 0)
    const { accepted } = await sandbox.account()
    // Metrix gets a message of the user, too.
    assert.deepEqual(accepted.map(({ provider }) => provider).sort(), ['adjust', 'ga4', 'metrix', 'metrix'])
    const of = (provider) => accepted.find((event) => event.provider === provider)
    assert.equal(JSON.parse(of('adjust').parameters.callback_params).order_id, 'A-1')
    assert(!JSON.stringify(of('ga4')).includes('mary@'))
  })

  test('reports to the others what one destination refuses, and says so', async (t) => {
    const { report, end } = await started(t, join(folder, 'others'))
    const [status, { destinations, issues }] = await report({ ...purchase, ids: undefined })
    assert.deepEqual([status, destinations, Object.keys(issues)], [202, ['adjust', 'metrix'], ['ga4']])
    assert.deepEqual(places(issues.ga4), ['/ids/appInstanceId missing'])
    await end()
  })

  test('refuses what is no purchase, and what is on its way already', async (t) => {
    let respond
    const response = new Promise((resolve) => {
      respond = () => resolve({ status: 200, headers: {}, body: '' })
    })
    const { report, end } = await started(t, join(folder, 'refused'), { send: () => response })
    t.after(respond)
    const [status, { issues }] = await report({ ...purchase, value: {} })
    assert.deepEqual([status, places(issues)], [422, ['/value wrong_type']])
    const [none, refused] = await report({ ...purchase, value: '19,99' })
    assert.deepEqual([none, Object.keys(refused.issues)], [422, ['adjust', 'ga4', 'metrix']])
    assert.equal((await report(purchase))[0], 202)
    assert.deepEqual(await report(purchase), [409, { refused: 'id_in_use' }])
    respond()
    await end()
  })
})

describe('the worker', () => {
  test('delivers a request that went through a queue', async () => {
    const { deliver } = await recipe('bullmq_worker')
    const client = metrix()
    const queued = JSON.parse(JSON.stringify({ ...action(client, ODD) }))
    assert.deepEqual(await deliver(queued), { kind: 'delivered' })
    assert.deepEqual((await sandbox.account()).accepted[0].message.attributes, ODD)
  })

  test('waits as long as the server asks', async () => {
    const { deliver } = await recipe('bullmq_worker')
    const client = adjust({ requestStyle: 'post_query' })
    const request = purchase(client, { extra: { sandbox_fault: '429;retry-after=7' } })
    assert.deepEqual(await deliver({ ...request }), { kind: 'retry_later', waitMs: 7000 })
  })

  test('fails for good where another try would not help', async () => {
    const { deliver, UndeliveredError } = await recipe('bullmq_worker')
    const client = adjust()
    const failure = await deliver({ ...purchase(client, { eventToken: 'n0such' }) }).catch((error) => error)
    assert(failure instanceof UndeliveredError)
    assert.deepEqual([failure.message, failure.isFinal], ['rejected: invalid event token', true])
  })
})

test('the quick start runs as it is shown', async (t) => {
  const printed = []
  const send = globalThis.fetch
  t.mock.method(globalThis, 'fetch', (url, options) => send(url.replace('http://127.0.0.1:8080', sandbox.url), options))
  t.mock.method(console, 'log', (...words) => printed.push(words.join(' ')))
  await recipe('quick_start')
  assert.deepEqual(printed, [
    'delivered accepted',
    '/gpsAdid invalid_device_id must be a UUID: 32 hexadecimal digits, with or without hyphens',
    '/currency missing is required with `revenue`',
    'order-1 delivered accepted',
  ])
  const { accepted } = await sandbox.account()
  assert.equal(accepted.length, 2)
})
