// A service that takes purchases from your apps and reports each of them to every provider, through a journal in a file: what it has confirmed
// survives a crash. Needs express. Try it with a sandbox, `npx s2s sandbox --port 8080`:
//
//     node purchases_everywhere.mjs http://127.0.0.1:8080 purchases.log
//     curl --json '{"order":"A-1","value":"19.99","currency":"EUR","user":{"id":"u-1","email":"mary@example.com"},
//         "device":{"gpsAdid":"660e1d86-6796-463a-be86-897993136018"},"ids":{"appInstanceId":"7e5d0e1c9f3a4b2d8c6b5a4938271605"}}' \
//         http://127.0.0.1:3000/purchases
//
// The file holds personal data and the credentials. The service authenticates nobody: put it after something that does.

import { pathToFileURL } from 'node:url'
import express from 'express'
import { Destinations, Driver, RefusedError, ValidationError } from 's2s-events'
import { Journal } from './deliver_with_journal.mjs'

/** The destinations of a shop. With `sandbox`, its address, they are those of the sandbox. */
export function destinations(sandbox) {
  const at = (provider) => (sandbox === undefined ? undefined : `${sandbox}/${provider}`)
  return new Destinations({
    adjust: {
      appToken: '4w565xzmb54d',
      baseUrl: at('adjust'),
      // Adjust knows events by tokens, and has no field for the order.
      events: { purchase: 'p4rc8s' },
      mapping: { orderId: 'order_id', ignore: ['/id', '/user/id', '/user/email'] },
    },
    ga4: {
      firebaseAppId: '1:1234567890:android:abcdef0123456789',
      apiSecret: 'demo-api-secret',
      baseUrl: at('ga4'),
      // The advertising ID has no place there.
      mapping: { ignore: ['/id', '/device/gpsAdid'] },
    },
    metrix: {
      appId: 'metrix-demo-app',
      apiKey: 'metrix-demo-api-key',
      baseUrl: at('metrix'),
      mapping: { ignore: ['/device/gpsAdid'] },
    },
  })
}

/** A store of the log that also says when it is stored. */
export class ConfirmedJournal {
  #journal
  #waiting = []

  constructor(journal) {
    this.#journal = journal
  }

  append(log) {
    return this.#confirmed(this.#journal.append(log))
  }

  replace(log) {
    return this.#confirmed(this.#journal.replace(log))
  }

  /** Resolves once everything is stored that was submitted before the call. */
  stored() {
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  async #confirmed(write) {
    // What is submitted from here on is in the next part of the log.
    const waiting = this.#waiting.splice(0)
    try {
      await write
    } catch (error) {
      for (const { reject } of waiting) reject(error)
      throw error
    }
    for (const { resolve } of waiting) resolve()
  }
}

/**
 * The service: 202 once the purchase is stored, with the destinations that get it, and the issues at those that do not; 422 where no destination
 * gets it, 409 for an order that is on its way already, 503 where too many wait.
 */
export function service(destinations, driver, journal) {
  const app = express()
  app.use(express.json())
  app.post('/purchases', async (call, response) => {
    const { order, value, currency, items, user, device, ids } = call.body
    const common = { event: 'purchase', source: 'app', time: new Date() }
    const purchase = { ...common, id: order, orderId: order, value, currency, items, user, device, ids }
    const parts = destinations.fanOut(purchase)
    const issues = Object.fromEntries(
      parts.filter((part) => part.issues).map((part) => [part.destination, part.issues]),
    )
    if (!parts.some((part) => part.request)) return response.status(422).json({ issues })
    const submitted = driver.submitParts(order, parts).filter(({ accepted }) => accepted)
    await journal.stored()
    response.status(202).json({ destinations: submitted.map(({ destination }) => destination), issues })
  })
  app.use((error, _call, response, next) => {
    if (error instanceof ValidationError) return response.status(422).json({ issues: error.issues })
    if (!(error instanceof RefusedError)) return next(error)
    response.status(error.code === 'full' ? 503 : 409).json({ refused: error.code })
  })
  return app
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { journal, delivery } = await Journal.open(process.argv[3], {})
  const [driver, confirmed] = [new Driver(delivery), new ConfirmedJournal(journal)]
  const server = service(destinations(process.argv[2]), driver, confirmed).listen(3000)
  process.once('SIGTERM', () => server.close(() => driver.stop()))
  await driver.run({
    until: 'stopped',
    store: confirmed,
    // The id of each report is `ORDER/DESTINATION`.
    onReport: ({ destination, kind, reason }) => console.log(`${destination}: ${kind}: ${reason}`),
    acknowledge: true,
  })
  await journal.close()
}
