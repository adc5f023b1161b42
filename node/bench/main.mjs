// Times the ways of an event to its request: one line of JSON each.

import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { Adjust, Destination } from 's2s-events'
import { unchecked, zod } from './contenders.mjs'
import { NOW, purchase } from './events.mjs'

const EVENTS = 5_000
const ROUNDS = 40

const events = Array.from({ length: EVENTS }, purchase)
const named = events.map((event) => ({ provider: 'adjust', kind: 'event', ...event }))
const lines = Buffer.from(named.map((event) => JSON.stringify(event)).join('\n'))
const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox' })
const destination = Destination.fromConfig({ provider: 'adjust', app_token: '4w565xzmb54d', environment: 'sandbox' })
const options = { now: NOW }

const contenders = {
  typed: () => events.map((event) => adjust.event(event, options)),
  build_many: () => destination.buildMany(named, options),
  build_jsonl: () => destination.buildJsonl(lines, options),
  zod: () => events.map(zod),
  unchecked: () => events.map(unchecked),
}

// All of them say the same; the core has an order of its own.
const said = (body) => [...new URLSearchParams(body)].sort()
const expected = events.map((event) => said(unchecked(event).body))
for (const [name, requests] of [
  ['typed', contenders.typed()],
  ['build_many', contenders.build_many()],
  ['zod', contenders.zod()],
  [
    'build_jsonl',
    String(contenders.build_jsonl())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).request),
  ],
]) {
  assert(
    isDeepStrictEqual(
      requests.map(({ body }) => said(body)),
      expected,
    ),
    name,
  )
}

// Alternating, so that what else the machine does affects all of them; the best round is what the work takes.
const best = Object.fromEntries(Object.keys(contenders).map((name) => [name, Number.POSITIVE_INFINITY]))
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const start = process.hrtime.bigint()
    run()
    best[name] = Math.min(best[name], Number(process.hrtime.bigint() - start) / EVENTS / 1000)
  }
}
for (const [name, us] of Object.entries(best)) {
  const others = ['zod', 'unchecked'].filter((other) => other !== name)
  console.log(
    JSON.stringify({
      name,
      us_per_event: us,
      vs: Object.fromEntries(others.map((other) => [other, best[other] / us])),
    }),
  )
}
