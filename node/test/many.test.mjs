// Many events at once: each has its request or its issues in its place, whatever is in the others.

import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { Destination, Request, ValidationError } from 's2s-events'

const destination = Destination.fromConfig({ provider: 'metrix', app_id: 'a', api_key: 's3cret' })
const now = new Date('2026-11-20T12:00:00Z')
const right = { provider: 'metrix', kind: 'action', id: 'A-1', customUserId: 'u', time: now, name: 'aewqd' }
const having = (value) => ({ ...right, attributes: { v: value } })

const thrower = () => {
  throw new Error('s3cret of the event')
}
const cycle = {}
cycle.self = cycle
let deep = {}
for (let level = 0; level < 100_000; level++) deep = { deep }
const { proxy: revoked, revoke } = Proxy.revocable({}, {})
revoke()
const traps = ['get', 'ownKeys', 'getPrototypeOf', 'has', 'getOwnPropertyDescriptor']
class Purchase {}

/** Values that no event can hold, and the code of the issue. */
const REFUSED = {
  'a Symbol': [Symbol('s3cret'), 'wrong_type'],
  'a function': [thrower, 'wrong_type'],
  NaN: [Number.NaN, 'not_finite'],
  Infinity: [Infinity, 'not_finite'],
  'an invalid Date': [new Date('x'), 'invalid_time'],
  'a Date that is none': [Object.create(Date.prototype), 'wrong_type'],
  'a Set': [new Set([1]), 'wrong_type'],
  bytes: [Buffer.from('a'), 'wrong_type'],
  'an instance of a class': [new Purchase(), 'wrong_type'],
  'a list with holes': [Object.assign([1], { 2: 2 }), 'wrong_type'],
  'half of a surrogate pair': ['\ud800', 'invalid_unicode'],
  'half of a surrogate pair in a key': [{ '\ud800': 1 }, 'invalid_unicode'],
  'a key that is no text': [new Map([[1, 1]]), 'wrong_type'],
  'a cycle': [cycle, 'too_deep'],
  'very deep objects': [deep, 'too_deep'],
  'a toJSON that throws': [{ toJSON: thrower }, 'wrong_type'],
  'a toJSON that gives itself': [{ toJSON: () => cycle }, 'too_deep'],
  'a getter that throws': [Object.defineProperty({}, 'x', { enumerable: true, get: thrower }), 'wrong_type'],
  'an array with a getter that throws': [
    Object.defineProperty([1], 0, { enumerable: true, get: thrower }),
    'wrong_type',
  ],
  'a revoked Proxy': [revoked, 'wrong_type'],
}
for (const trap of traps.slice(0, 3)) {
  REFUSED[`a Proxy whose ${trap} throws`] = [new Proxy({ x: 1 }, { [trap]: thrower }), 'wrong_type']
}

/** Values that are taken, and what becomes of them. */
const TAKEN = {
  'a BigInt': [2n ** 80n, '1208925819614629174706176'],
  'a Map': [
    new Map([
      ['b', 1],
      ['a', 2],
    ]),
    '{"b":1,"a":2}',
  ],
  'a key `__proto__`': [JSON.parse('{"__proto__":{"x":1}}'), '{"__proto__":{"x":1}}'],
  'an object without a prototype': [Object.assign(Object.create(null), { x: 1 }), '{"x":1}'],
  'a Proxy': [new Proxy({ x: 1 }, {}), '{"x":1}'],
  null: [null, 'null'],
}

/** Builds the list with a right event before and after the odd one; gives what came of the odd one. */
function among(event, options = { now }) {
  const built = destination.buildMany([right, event, right], options)
  assert.equal(built.length, 3)
  for (const at of [0, 2]) {
    assert(built[at] instanceof Request)
    assert.equal(built[at].body, destination.build(right, options).body)
  }
  return built[1]
}

const codes = (error) => {
  assert(error instanceof ValidationError, String(error))
  assert.doesNotMatch(error.message, /s3cret/)
  assert.equal(error.cause, undefined)
  return error.issues.map(({ code }) => code)
}

describe('one event of many', () => {
  for (const [what, [value, code]] of Object.entries(REFUSED)) {
    test(`with ${what} has its issues in its place`, () => {
      assert.deepEqual(codes(among(having(value))), [code])
      assert(codes(among({ ...right, name: value })).includes(code), 'in a field')
      codes(among(value))
      codes(among([value]))
    })
  }

  for (const [what, [value, text]] of Object.entries(TAKEN)) {
    test(`with ${what} is built`, () => {
      const built = among(having(value))
      assert(built instanceof Request, String(built))
      assert(built.body.includes(`"v":${text}`) || value === null, built.body)
      codes(among(value))
    })
  }

  test('that is no object has its issues in its place', () => {
    for (const wrong of [
      undefined,
      null,
      true,
      5,
      5n,
      Number.NaN,
      Symbol('s3cret'),
      thrower,
      '',
      'x',
      '{',
      '\ud800',
      '\n',
    ]) {
      codes(among(wrong))
    }
    for (const wrong of [
      [],
      [right],
      new Date(),
      new Map(),
      Buffer.alloc(0),
      new Uint8Array([0xff]),
      /x/,
      new Error('s3cret'),
    ]) {
      codes(among(wrong))
    }
    const holes = Object.assign([right], { 2: right })
    assert.deepEqual(
      destination.buildMany(holes, { now }).map((built) => built instanceof Request),
      [true, false, true],
    )
  })

  for (const trap of traps) {
    test(`that is a Proxy whose ${trap} throws is no end of the others`, () => {
      const built = among(new Proxy({ ...right }, { [trap]: thrower }))
      if (built instanceof ValidationError) codes(built)
    })
  }

  test('is given in any form', () => {
    const plain = JSON.stringify(right)
    for (const event of [plain, `\n${plain}`, Buffer.from(plain), new Map(Object.entries(right))]) {
      assert(among(event) instanceof Request)
    }
  })

  test('does not hide what `newId` or the list throws', () => {
    assert.throws(() => destination.buildMany([{ ...right, id: undefined }], { newId: thrower }), /s3cret/)
    const list = (function* () {
      yield right
      thrower()
    })()
    assert.throws(() => destination.buildMany(list), /s3cret/)
  })

  test('is what it was when it was given, also where an iterator changes it', () => {
    const [object, map] = [{ ...right }, new Map(Object.entries(right))]
    const names = ['a "quoted" one', 'plain', 'back\\slash', 'line\nbreak']
    const given = function* () {
      for (const name of names) {
        yield Object.assign(object, { name })
        yield map.set('name', name)
      }
    }
    const each = names.flatMap((name) => [
      { ...right, name },
      { ...right, name },
    ])
    const bodies = (events) => destination.buildMany(events, { now }).map((built) => built.body ?? codes(built))
    assert.deepEqual(bodies(given()), bodies(each))
    assert.deepEqual(
      bodies(each),
      each.map((event) => bodies([event])[0]),
    )
  })

  test('has the time of all others', () => {
    const built = destination.buildMany([{ ...right, time: Number.NaN }, right])
    assert.deepEqual(codes(built[0]), ['not_finite'])
  })
})

describe('one line of many', () => {
  const text = JSON.stringify(right)
  const lines = [
    'null',
    '[]',
    '5',
    '"x"',
    '{',
    '{}',
    '{"provider":"metrix"}',
    `${text}${text}`,
    text.replace('aewqd', '\\ud800'),
    text.replace('"aewqd"', 'NaN'),
    text.replace('"aewqd"', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    text.replace('{', '{"__proto__":1,'),
    text.replace('{', '{"name":"twice",'),
    '\u0000',
    Buffer.from([0xff, 0xfe]),
    Buffer.concat([Buffer.from('{"provider":"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    'x'.repeat(5 * 1024 * 1024),
  ].map((line) => Buffer.from(line))

  test('has its issues in its place, from bytes and from a stream', async () => {
    const all = Buffer.concat(lines.flatMap((line) => [Buffer.from(`${text}\n`), line, Buffer.from('\n')]))
    const whole = destination.buildJsonl(all, { now })
    const built = String(whole)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.equal(built.length, 2 * lines.length)
    for (const [at, { line, request, issues }] of built.entries()) {
      assert.equal(line, at + 1)
      if (at % 2 === 0) assert.equal(request.method, 'POST')
      else assert(issues.length > 0)
    }
    assert.deepEqual(await buffer(Readable.from([all]).pipe(destination.buildStream({ now }))), whole)
  })
})
