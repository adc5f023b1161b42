// The sandbox that users have in their own tests.

import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Adjust } from 's2s-events'
import { Sandbox, startSandbox } from 's2s-events/testing'

const adid = '18546f6171f67e29d1cb983322ad1329'

describe('a sandbox in a line', () => {
  let sandbox
  let adjust
  before(async () => {
    sandbox = await startSandbox({ config: '[[adjust.apps]]\ntoken = "shop"\nevents = [{ token = "order" }]\n' })
    adjust = new Adjust({ appToken: 'shop', baseUrl: sandbox.baseUrl('adjust') })
  })
  beforeEach(() => sandbox.reset())
  after(() => sandbox.stop())

  const send = (eventToken) => {
    const request = adjust.event({ eventToken, adid })
    return fetch(request.url, request)
  }

  test('lists events by what became of them', async () => {
    await send('order')
    await send('nosuch')
    const [accepted, none] = await sandbox.accepted()
    assert.deepEqual([accepted.provider, accepted.parameters.event_token, none], ['adjust', 'order', undefined])
    const [rejected] = await sandbox.rejected('adjust')
    assert.equal(rejected.parameters.event_token, 'nosuch')
    assert(rejected.status >= 400 && rejected.rule)
    assert.deepEqual([await sandbox.accepted('metrix'), await sandbox.duplicates()], [[], []])
  })

  test('switches faults on and off', async () => {
    await sandbox.setFaults('429;retry-after=7')
    const response = await send('order')
    assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '7'])
    await sandbox.setFaults('500-after')
    assert.equal((await send('order')).status, 500)
    assert.equal((await sandbox.accepted()).length, 1)
    await sandbox.reset()
    assert.deepEqual([(await send('order')).status, (await sandbox.accepted()).length], [200, 1])
    await assert.rejects(sandbox.setFaults('nosuch'), /returned 4/)
  })
})

test('a configuration that is wrong is an error', async () => {
  await assert.rejects(startSandbox({ config: 'nosuch = 1' }), /did not start/)
})

test('import and require give the same', () => {
  assert.equal(createRequire(import.meta.url)('s2s-events/testing').Sandbox, Sandbox)
})

test('a process that forgets to stop it ends, and so does the sandbox, also where the process is killed', async () => {
  const script = `
    const { startSandbox } = require(${JSON.stringify(createRequire(import.meta.url).resolve('s2s-events/testing'))})
    startSandbox().then(({ url }) => { console.log(url); WAIT })`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script.replace('WAIT', '')], {
    timeout: 30_000,
  })
  const killed = spawn(process.execPath, ['-e', script.replace('WAIT', 'setTimeout(() => {}, 60_000)')])
  const [line] = await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  for (const url of [stdout, String(line)]) await isGone(url.trim())
})

test('the recipe runs', async () => {
  const [recipe, register] = ['../../examples/node/test_with_sandbox.mjs', './examples.mjs'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  // As a run of its own, and not as a part of this one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', register, '--test', recipe], { env })
  assert.match(stdout, /^# pass 1$/m)
})

async function isGone(url) {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    try {
      await fetch(`${url}/healthz`)
    } catch {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail(`${url} still answers`)
}
