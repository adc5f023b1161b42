// Sends requests with undici over a pool of connections. Needs undici.

import { interpret, interpretError } from 's2s-events'
import { Agent, request as sendRequest } from 'undici'

/** Connections that are used again. Connecting gets less time: after it nobody knows whether the request was sent. */
export function pool(timeout = 30_000) {
  return new Agent({ connections: 16, connect: { timeout: 10_000 }, headersTimeout: timeout, bodyTimeout: timeout })
}

/** Sends a request of any provider once. undici follows no redirects. */
export async function send(request, dispatcher) {
  try {
    // By its own account a GET may be sent again where a connection breaks; an event might count twice.
    const response = await sendRequest(request.url, { ...request, idempotent: false, dispatcher })
    return await interpret(request, response)
  } catch (error) {
    return interpretError(request, error)
  }
}
