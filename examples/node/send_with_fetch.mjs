// Sends a request with the global `fetch`. Try it with a sandbox, `npx s2s sandbox --port 8080`:
//
//     node send_with_fetch.mjs http://127.0.0.1:8080/adjust

import { pathToFileURL } from 'node:url'
import { Adjust, interpret, interpretError } from 's2s-events'

/** Sends a request of any provider once. Its `redirect` keeps `fetch` from following redirects. */
export async function send(request, timeout = 30_000) {
  try {
    const response = await fetch(request.url, { ...request, signal: AbortSignal.timeout(timeout) })
    return await interpret(request, response)
  } catch (error) {
    return interpretError(request, error)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox', baseUrl: process.argv[2] })
  const request = adjust.event({
    eventToken: 'f0ob4r',
    gpsAdid: '660e1d86-6796-463a-be86-897993136018',
    revenue: '19.99',
    currency: 'USD',
  })
  const outcome = await send(request)
  console.log(`${outcome.kind}: ${outcome.reason}`)
}
