// Any value gives the same result as its JSON text, and nothing crashes.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Adjust, Destination, Metrix, Request, ValidationError } from 's2s-events'

const destination = Destination.fromConfig({ provider: 'metrix', app_id: 'a', api_key: 'k' })
const metrix = new Metrix({ appId: 'a', apiKey: 'k' })
const adjust = new Adjust({ appToken: '4w565xzmb54d' })
const options = { now: new Date('2026-11-20T12:00:00Z'), newId: () => 'A-1' }

/** A request or issues, as data. */
function result(run) {
  try {
    return { ...run() }
  } catch (error) {
    if (error instanceof ValidationError) return error.issues
    throw error
  }
}

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\u2028', '\ud800', 'é', '🎉', '\u0000'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
})
const key = fc.oneof(
  text,
  fc.constantFrom(
    'id',
    'time',
    'name',
    'customName',
    'attributes',
    'extra',
    'customUserId',
    'metrix_user_id',
    '7',
    'toString',
    '__proto__',
  ),
)
const { tree: value } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    text,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
  ),
}))
const fields = fc.dictionary(key, value, { maxKeys: 6 })
const action = fields.map((own) => ({
  provider: 'metrix',
  kind: 'action',
  customUserId: 'u',
  time: '2026-11-20T10:00:00Z',
  name: 'aewqd',
  ...own,
}))
const runs = { numRuns: 2000 }
// The same examples each time, so that a run says something of the change that it tests; `FC_SEED=1234` tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })

test('any value is built as its JSON text is', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        action,
        fields,
        value.filter((own) => typeof own !== 'string'),
      ),
      (event) => {
        assert.deepEqual(
          result(() => destination.build(event, options)),
          result(() => destination.build(JSON.stringify(event), options)),
        )
        assert.deepEqual(
          result(() => destination.build(event, options)),
          result(() => destination.build(Buffer.from(JSON.stringify(event)), options)),
        )
      },
    ),
    runs,
  )
})

test('events are built together as they are one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(action, fc.anything()), { maxLength: 5 }), (events) => {
      const together = destination
        .buildMany(events, options)
        .map((built) => (built instanceof ValidationError ? built.issues : { ...built }))
      assert.deepEqual(
        together,
        events.map((event) => result(() => destination.build(event, options))),
      )
    }),
    { numRuns: 500 },
  )
})

test('anything at all is built or refused', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withNullPrototype: true,
    withTypedArray: true,
    withSparseArray: true,
  })
  const isAnswer = (built) => built.url !== undefined || built.length > 0
  fc.assert(
    fc.property(anything, fc.dictionary(key, anything), (whole, members) => {
      assert(isAnswer(result(() => metrix.action(whole, options))))
      assert(isAnswer(result(() => metrix.action({ time: 0, name: 'a', ...members }, options))))
      assert(isAnswer(result(() => adjust.event(members))))
      assert(isAnswer(result(() => metrix.messages(whole, [members, whole]))))
      assert(isAnswer(result(() => Request.from(members))))
    }),
    runs,
  )
})

test('a request is restored from plain data', () => {
  fc.assert(
    fc.property(action, (event) => {
      const built = result(() => destination.build(event, options))
      if (built.url === undefined) return
      assert.deepEqual({ ...Request.from(structuredClone(built)) }, built)
      assert.deepEqual({ ...Request.from(JSON.parse(JSON.stringify(built))) }, built)
    }),
    { numRuns: 500 },
  )
})

test('any answer has an outcome', () => {
  const request = adjust.event({ eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' })
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999 }),
      fc.dictionary(text, text),
      fc.oneof(text, fc.json(), fc.uint8Array()),
      (status, headers, body) => {
        const outcome = adjust.interpretSync(request, { status, headers, body })
        assert(['delivered', 'duplicate', 'rejected', 'unauthorized', 'retry_later', 'unclear'].includes(outcome.kind))
      },
    ),
    runs,
  )
})
