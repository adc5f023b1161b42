// Tables in CSV as streams of events.

import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { createGunzip, gzipSync } from 'node:zlib'
import { ConfigError, Destination } from 's2s-events'

const destination = Destination.fromConfig({ provider: 'adjust', app_token: '4w565xzmb54d' })
const now = new Date('2026-11-20T12:00:00Z')
const ORDERS = `order,device,price,note
A-1,660e1d86-6796-463a-be86-897993136018,19.990,
A-2,no device,1,

A-3,760e1d86-6796-463a-be86-897993136018,"2","several
lines"
A-4,860e1d86-6796-463a-be86-897993136018
A-5,960e1d86-6796-463a-be86-897993136018,3,é
`
const csv = {
  constants: { provider: 'adjust', kind: 'event', eventToken: 'f0ob4r', currency: 'EUR' },
  map: { order: 'callback_params.order', device: 'gpsAdid', price: 'revenue', note: null },
}

const inParts = (bytes, size) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
  )
const built = async (stream, options) => {
  const text = await buffer(stream.pipe(destination.buildStream({ now, ...options })))
  return String(text)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
const failure = (text, options) =>
  assert.rejects(built(Readable.from([Buffer.from(text)]), options), (error) => {
    assert(error instanceof ConfigError)
    assert(!error.message.includes('660e1d86'))
    return true
  })

describe('a stream of a table', () => {
  test('is an event a row, under the line that the row begins in, however it comes', async () => {
    const bytes = Buffer.from(ORDERS)
    const whole = await built(Readable.from([bytes]), { csv })
    const found = whole.map(({ line, issues = [] }) => [line, issues.map(({ path, code }) => `${path} ${code}`).join()])
    assert.deepEqual(found, [
      [2, ''],
      [3, '/gpsAdid invalid_device_id'],
      [5, ''],
      [7, ' wrong_type'],
      [8, ''],
    ])
    assert.match(whole[0].request.body, /&revenue=19\.990?&/)
    assert(whole[0].request.body.includes('callback_params=%7B%22order%22%3A%22A-1%22%7D'))
    for (const size of [1, 7, 64]) assert.deepEqual(await built(inParts(bytes, size), { csv }), whole)
    const unzipped = Readable.from([gzipSync(bytes)]).pipe(createGunzip())
    assert.deepEqual(await built(unzipped, { csv }), whole)
  })

  test('has the names of fields by default', async () => {
    const table = 'provider;kind;event_token;adid\nadjust;event;f0ob4r;18546f6171f67e29d1cb983322ad1329\n'
    const [{ line, request }] = await built(Readable.from([Buffer.from(table)]), { csv: { delimiter: ';' } })
    assert.deepEqual([line, request.method], [2, 'POST'])
    assert.equal((await built(Readable.from([Buffer.from(table.replaceAll(';', ','))]), { csv: true })).length, 1)
  })

  test('fails before anything is built where a column is no field', async () => {
    await failure('event_token,adid,revenu\nf0ob4r,18546f6171f67e29d1cb983322ad1329,1\n', { csv })
    await failure('660e1d86-6796-463a-be86-897993136018,f0ob4r\n', { csv: true })
    await failure('', { csv: true })
    const error = await built(Readable.from([Buffer.from('adid,revenu\n')]), {
      csv: { constants: csv.constants },
    }).catch((error) => error)
    assert.deepEqual(
      error.issues.map(({ path, code }) => `${path} ${code}`),
      ['/columns/revenu unknown_field'],
    )
  })

  test('takes one character of ASCII between cells', () => {
    for (const delimiter of ['', ';;', '"', '\n', 'é']) {
      assert.throws(() => destination.buildStream({ csv: { delimiter } }), TypeError)
    }
  })
})
