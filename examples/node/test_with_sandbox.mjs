// A test of your own code with a sandbox: `node --test`. Vitest and Jest do the same in `beforeAll`, `beforeEach` and `afterAll`.

import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Adjust } from 's2s-events'
import { startSandbox } from 's2s-events/testing'

let sandbox
before(async () => {
  sandbox = await startSandbox()
})
beforeEach(() => sandbox.reset())
after(() => sandbox.stop())

test('a purchase arrives', async () => {
  const adjust = new Adjust({ appToken: '4w565xzmb54d', baseUrl: sandbox.baseUrl('adjust') })
  const request = adjust.event({ eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' })
  await fetch(request.url, request)
  assert.equal((await sandbox.accepted()).length, 1)
})
