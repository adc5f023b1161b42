// Sends one event to the sandbox, with the packages from their archives.

import assert from 'node:assert/strict'
import { Adjust } from 's2s-events'
import { startSandbox } from 's2s-events/testing'

const sandbox = await startSandbox()
try {
  const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox', baseUrl: sandbox.baseUrl('adjust') })
  const request = adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86-6796-463a-be86-897993136018' })
  const outcome = await adjust.interpret(request, await fetch(request.url, request))
  assert.equal(outcome.kind, 'delivered')
  assert.equal((await sandbox.accepted()).length, 1)
} finally {
  await sandbox.stop()
}
