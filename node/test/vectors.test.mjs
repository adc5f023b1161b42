// Every case of `vectors/`: all of them through the dynamic API, all but the ones for JSON alone through the typed one, too.

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ConfigError, Destination, interpretNoResponse, interpretSync, ValidationError } from 's2s-events'
import { camelCase, camelMembers } from './camel.mjs'
import { CLASSES, MAIN_KINDS, RECORDS } from './providers.mjs'
import { items, members, Unholdable, value } from './source.mjs'
import { cases, counts, input } from './vectors.mjs'

/** The cases whose numbers JavaScript writes otherwise. */
const UNHOLDABLE = []

describe('the dynamic API', () => {
  eachProvider(cases, (own) => check(own, dynamic, dynamicLaneKey, (path) => path))
})

describe('the typed API', () => {
  const unholdable = []
  const typedCases = cases.filter((own) => !own.json_only)
  eachProvider(typedCases, (own) => {
    try {
      check(own, typed, typedLaneKey, camelPath)
    } catch (error) {
      if (!(error instanceof Unholdable)) throw error
      unholdable.push(`${own.provider}: ${own.name}`)
    }
  })
  test('runs all cases but those for JSON alone and those that JavaScript cannot hold', () => {
    assert.deepEqual({ cases: cases.length, json_only: cases.length - typedCases.length }, counts)
    assert.deepEqual(unholdable, UNHOLDABLE)
  })
})

/** Makes one test of all cases of a provider, which is far faster than a test for each. It names every case that fails. */
function eachProvider(cases, run) {
  for (const provider of new Set(cases.map((own) => own.provider))) {
    test(provider, () => {
      const failures = []
      for (const own of cases.filter((own) => own.provider === provider)) {
        try {
          run(own)
        } catch (error) {
          failures.push(`${own.name}: ${error.message}`)
        }
      }
      if (failures.length > 0) assert.fail(failures.join('\n\n'))
    })
  }
}

/** Runs a case. `laneKey` asks the client for a key; `paths` turns the paths of the vectors into those of the API. */
function check(own, api, laneKey, paths) {
  const codes = (list) => list.map(({ path, code }) => `${path} ${code}`).sort()
  const expected = (list) => codes(list.map(({ path, code }) => ({ path: paths(path, own), code })))
  if (own.outcome !== undefined && own.request === undefined) return checkOutcome(own)
  const problems = own.config_issues ?? own.issues
  if (problems !== undefined) {
    const kind = own.config_issues === undefined ? ValidationError : ConfigError
    const failure = failureOf(() => api(own))
    assert(failure instanceof kind)
    assert.deepEqual([...new Set(codes(failure.issues))], [...new Set(expected(problems))])
    return
  }
  const request = api(own)
  if (own.messages === undefined) assert.equal(laneKey(own), request.laneKey())
  if (own.lane_key !== undefined) return assert.equal(request.laneKey(), own.lane_key)
  assert.deepEqual(
    { method: request.method, url: request.url, headers: request.headerList, body: request.body ?? '' },
    own.request,
  )
  assert.deepEqual(request.messageIds, own.message_ids ?? [])
  assert.deepEqual([...new Set(codes(request.warnings))], [...new Set(expected(own.warnings ?? []))])
  if (own.outcome !== undefined) checkParts(interpretSync(request, responseOf(own)), own.outcome)
}

function failureOf(run) {
  try {
    run()
  } catch (error) {
    if (error instanceof Unholdable) throw error
    return error
  }
  return undefined
}

function options({ now, new_id: newId }) {
  return { now: now && new Date(now), newId: newId === undefined ? null : () => newId }
}

function dynamic(own) {
  const config = own.config
  const destination = Destination.fromConfig(withProvider(own.provider, config, own.source.config))
  if (own.config_issues !== undefined) return undefined
  if (own.messages !== undefined) return destination.messages(own.source.identity, own.source.messages, options(own))
  return destination.build(input(own), options(own))
}

function dynamicLaneKey(own) {
  const destination = Destination.fromConfig(withProvider(own.provider, own.config, own.source.config))
  return destination.laneKey(input(own), options(own))
}

function withProvider(provider, config, source) {
  return source === undefined
    ? config
    : new Map([['provider', provider], ...members(source).map(([key, own]) => [key, value(own)])])
}

function typed(own) {
  const fields = (source) => Object.fromEntries(camelMembers(source, own.provider))
  const client = new CLASSES[own.provider](fields(own.source.config))
  if (own.messages !== undefined) {
    const messages = items(own.source.messages).map((source) => {
      const { provider: _, ...message } = fields(source)
      return message
    })
    // The method has the name of the provider's requests of several events.
    const several = client.messages ?? client.events
    // Where the events of a request have nothing in common, it takes them alone, and the options.
    const identity = several.length > 2 ? [fields(own.source.identity)] : []
    return several.call(client, ...identity, messages, options(own))
  }
  const { provider: _, kind, ...event } = fields(input(own))
  return client[camelCase(kind)](event, options(own))
}

function typedLaneKey(own) {
  const fields = (source) => Object.fromEntries(camelMembers(source, own.provider))
  const client = new CLASSES[own.provider](fields(own.source.config))
  return client.laneKey({ provider: own.provider, ...fields(input(own)) }, options(own))
}

/** Fields are in camelCase, keys of maps as they are. */
function camelPath(path, { messages, provider }) {
  const fieldAt =
    messages !== undefined && path.startsWith('/messages/')
      ? 3
      : messages !== undefined && path.startsWith('/identity/')
        ? 2
        : 1
  const places = RECORDS[provider] ?? []
  const keys = path.split('/')
  const place = []
  for (let at = fieldAt; at < keys.length; at++) {
    const isField = at === fieldAt || places.includes(place.join('/'))
    place.push(places.includes([...place, '*'].join('/')) ? '*' : keys[at])
    if (isField) keys[at] = camelCase(keys[at])
  }
  return keys.join('/')
}

function checkOutcome(own) {
  const client = anyClient(own.provider)
  const request = own.kind === undefined ? null : requestOf(own)
  const outcome =
    own.response === undefined
      ? client.interpretNoResponse(own.no_response)
      : client.interpretSync(request, responseOf(own))
  checkParts(outcome, own.outcome)
  whicheverClientIsAsked(own, outcome)
}

function checkParts(outcome, expected) {
  const found = {
    outcome: outcome.kind,
    scope: outcome.scope,
    maybe_delivered: outcome.maybeDelivered,
    retry_after_ms: outcome.retryAfterMs,
    reason: outcome.reason,
    details: outcome.details,
    provider_message: outcome.providerMessage,
  }
  const { config: _, events = [], ...parts } = expected
  for (const [key, value] of Object.entries(parts)) assert.deepEqual(found[key], value, key)
  const ofEvents = outcome.events.map(({ kind, scope }) => ({ outcome: kind, scope }))
  assert.deepEqual(ofEvents, events)
}

function responseOf({ response: { status, headers, body, body_hex: hex }, received_at: receivedAt }) {
  return { status, headers, body: body ?? Buffer.from(hex, 'hex'), receivedAt: receivedAt && new Date(receivedAt) }
}

/** The clients of all providers, asked with a request of this kind, and the free functions say the same. */
function whicheverClientIsAsked(own, expected) {
  const request = requestOf(own)
  const free = { interpretSync, interpretNoResponse }
  for (const asked of [...Object.keys(CLASSES).map(anyClient), free]) {
    const { kind, scope, reason } =
      own.response === undefined
        ? asked.interpretNoResponse(own.no_response)
        : asked.interpretSync(request, responseOf(own))
    assert.deepEqual({ kind, scope, reason }, { kind: expected.kind, scope: expected.scope, reason: expected.reason })
  }
}

const requests = new Map()

/** A request of the kind that a case is about. */
function requestOf({ provider, kind = MAIN_KINDS[provider] }) {
  const key = `${provider} ${kind}`
  if (!requests.has(key)) requests.set(key, dynamic(builtCase(provider, kind)))
  return requests.get(key)
}

/** A client of a provider, for the cases of responses, which have no configuration. */
function anyClient(provider) {
  return new CLASSES[provider](Object.fromEntries(camelMembers(builtCase(provider).source.config, provider)))
}

/** The first case of a provider, and perhaps of a kind, in which an event becomes a request. */
function builtCase(provider, kind) {
  const isOfKind = (event) => kind === undefined || event?.kind === kind
  return cases.find(
    (own) =>
      own.provider === provider && own.request !== undefined && own.messages === undefined && isOfKind(own.event),
  )
}
