// The service of `express_app.mjs` with fastify. Needs fastify.

import { pathToFileURL } from 'node:url'
import fastify from 'fastify'
import { Adjust, ValidationError } from 's2s-events'
import { send } from './send_with_fetch.mjs'

/** The service of one client: 422 with every issue of the event, 502 where Adjust did not take it. */
export function service(adjust) {
  const app = fastify()
  app.setErrorHandler((error, _call, answer) => {
    if (!(error instanceof ValidationError)) throw error
    answer.code(422).send({ issues: error.issues })
  })
  app.post('/purchases', async (call, answer) => {
    const { gpsAdid, revenue, currency, order } = call.body
    const request = adjust.event({ eventToken: 'f0ob4r', gpsAdid, revenue, currency, callbackParams: { order } })
    const { kind, reason } = await send(request)
    answer.code(kind === 'delivered' || kind === 'duplicate' ? 200 : 502)
    return { outcome: kind, reason }
  })
  return app
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const adjust = new Adjust({ appToken: process.env.ADJUST_APP_TOKEN, baseUrl: process.env.ADJUST_BASE_URL })
  await service(adjust).listen({ port: 3000 })
}
