// A service that takes purchases from your apps and passes them on to Adjust. Needs express.
//
//     ADJUST_APP_TOKEN=4w565xzmb54d ADJUST_BASE_URL=http://127.0.0.1:8080/adjust node express_app.mjs
//     curl --json '{"gpsAdid":"660e1d86-6796-463a-be86-897993136018","revenue":19.99,"currency":"USD","order":"A-1"}' \
//         http://127.0.0.1:3000/purchases
//
// It authenticates nobody: put it after something that does.

import { pathToFileURL } from 'node:url'
import express from 'express'
import { Adjust, ValidationError } from 's2s-events'
import { send } from './send_with_fetch.mjs'

/** The service of one client: 422 with every issue of the event, 502 where Adjust did not take it. */
export function service(adjust) {
  const app = express()
  app.use(express.json())
  app.post('/purchases', async (call, answer) => {
    const { gpsAdid, revenue, currency, order } = call.body
    const request = adjust.event({ eventToken: 'f0ob4r', gpsAdid, revenue, currency, callbackParams: { order } })
    const { kind, reason } = await send(request)
    answer.status(kind === 'delivered' || kind === 'duplicate' ? 200 : 502).json({ outcome: kind, reason })
  })
  app.use((error, _call, answer, next) => {
    if (!(error instanceof ValidationError)) return next(error)
    answer.status(422).json({ issues: error.issues })
  })
  return app
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  // One client for all requests: a wrong configuration stops the start.
  service(new Adjust({ appToken: process.env.ADJUST_APP_TOKEN, baseUrl: process.env.ADJUST_BASE_URL })).listen(3000)
}
