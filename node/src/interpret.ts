// What came back for a request, by the request's own provider.

import * as native from './native.js'
import { kindOf, type NoResponse, responseOf } from './no-response.js'
import { type Outcome, readOutcome } from './outcome.js'
import { plainText, type Request } from './request.js'
import {
  type FetchResponse,
  type PlainResponse,
  type Received,
  receive,
  received,
  type UndiciResponse,
} from './response.js'

/**
 * Interprets a response to `request`, by the request's own provider: a `Response` of fetch or undici, whose body is read, at most 1 MiB of it; or
 * plain data. It serves a sender of requests of several providers, which has no client at hand.
 */
export async function interpret(
  request: Request,
  response: FetchResponse | UndiciResponse | PlainResponse,
): Promise<Outcome> {
  return interpretAs(request, undefined, await receive(response))
}

/** Interprets a response that is there already, as plain data. */
export function interpretSync(request: Request, response: PlainResponse): Outcome {
  return interpretAs(request, undefined, received(response))
}

/** Interprets the lack of a response: the same for every provider. */
export function interpretNoResponse(kind: NoResponse): Outcome {
  return readOutcome(native.interpretNoResponse(kind))
}

/**
 * Returns what it means that an HTTP client failed with `error`: fetch, undici, axios, got, node-fetch, or `node:http`. Where axios or got throw
 * because of the status, the error carries a response, which is interpreted.
 */
export function interpretError(request: Request, error: unknown): Outcome {
  return interpretErrorAs(request, undefined, error)
}

/** Interprets the error of an HTTP client by the provider of its request, or else of a client. */
export function interpretErrorAs(request: Request | null, client: native.Client | undefined, error: unknown): Outcome {
  const response = responseOf(error)
  if (response !== undefined) return interpretAs(request, client, response)
  return interpretNoResponse(kindOf(error))
}

/** Interprets a response by the provider of its request, or else of a client. */
export function interpretAs(request: Request | null, client: native.Client | undefined, response: Received): Outcome {
  const { status, headers, body, receivedAt } = response
  const text =
    request === null && client !== undefined
      ? client.interpret(status, headers, body, receivedAt)
      : native.interpret(plainText(request as Request), status, headers, body, receivedAt)
  return readOutcome(text)
}
