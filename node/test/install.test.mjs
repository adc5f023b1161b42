// The package where it is used: in a bundle, on a platform without a native module, and as its page says.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'

const PACKAGE = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 's2s-install-'))
after(() => rmSync(folder, { recursive: true }))

/** Runs a program in a folder; gives what it has written. */
async function run(cwd, ...args) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd })
  return stdout + stderr
}

/** A folder of its own, in which the package is installed if that is wanted. */
function place(name, isInstalled) {
  const path = join(folder, name)
  mkdirSync(join(path, 'node_modules'), { recursive: true })
  if (isInstalled) symlinkSync(PACKAGE, join(path, 'node_modules', 's2s-events'), 'dir')
  return path
}

describe('a bundle', () => {
  const PROGRAM = `
    import { Adjust } from 's2s-events'
    const adjust = new Adjust({ appToken: '4w565xzmb54d' })
    const { body } = adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86-6796-463a-be86-897993136018' })
    console.log(new URLSearchParams(body).get('event_token'))`

  async function bundled(outdir, options) {
    const source = place('source', true)
    writeFileSync(join(source, 'app.mjs'), PROGRAM)
    await build({
      entryPoints: [join(source, 'app.mjs')],
      bundle: true,
      platform: 'node',
      outdir,
      outExtension: { '.js': '.cjs' },
      logLevel: 'error',
      ...options,
    })
    rmSync(source, { recursive: true })
  }

  test('of esbuild with a copy of the native module runs in any folder', async () => {
    const path = place('copied', false)
    await bundled(path, { loader: { '.node': 'copy' } })
    assert.equal(await run(path, join(path, 'app.cjs')), 'f0ob4r\n')
  })

  test('of esbuild that leaves the package out runs where it is installed', async () => {
    const path = place('external', true)
    await bundled(path, { external: ['s2s-events'] })
    assert.equal(await run(path, join(path, 'app.cjs')), 'f0ob4r\n')
    assert.doesNotMatch(readFileSync(join(path, 'app.cjs'), 'utf8'), /\.node"/)
  })
})

test('without a native module for the platform the error says which there are, and what to do', async () => {
  const path = place('bare', false)
  const own = join(path, 'node_modules', 's2s-events')
  const isBinary = (source) => source.endsWith('.node')
  for (const part of ['dist', 'native', 'index.mjs', 'providers.mjs', 'package.json', 'bin']) {
    cpSync(join(PACKAGE, part), join(own, part), { recursive: true, filter: (source) => !isBinary(source) })
  }
  const load = (before) =>
    run(path, '-e', `${before}; try { require('s2s-events') } catch (error) { console.log(error.message) }`)
  const here = await load('')
  assert.match(here, new RegExp(`on ${process.platform} ${process.arch}`))
  assert.match(here, /x86_64-unknown-linux-gnu, .*aarch64-pc-windows-msvc/)
  assert.match(here, /npm ci && npm run build/)
  assert.doesNotMatch(here, /npm has a bug/)
  if (process.platform === 'linux') assert.match(here, /\((glibc [0-9.]+|musl)\)/)
  const elsewhere = await load("Object.defineProperty(process, 'platform', { value: 'aix' })")
  assert.match(elsewhere, new RegExp(`on aix ${process.arch}\\.`))
  await assert.rejects(run(path, join(own, 'bin', 's2s.js'), 'providers'), /could not load its native module/)
})

test('the program of the page runs', async () => {
  const page = readFileSync(join(PACKAGE, 'README.md'), 'utf8')
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code)
  assert(blocks.length >= 4)
  const path = place('page', true)
  const event = { provider: 'adjust', kind: 'event', eventToken: 'f0ob4r', adid: '18546f6171f67e29d1cb983322ad1329' }
  writeFileSync(join(path, 'events.jsonl'), `${JSON.stringify(event)}\n`)
  const orders = 'order,device,price,currency,note\nA-1,660e1d86-6796-463a-be86-89794ad83b90,19.99,EUR,x\n'
  writeFileSync(join(path, 'orders.csv'), orders)
  // What the blocks take for granted; nothing goes to a provider.
  const given = `
    globalThis.fetch = async () => new Response('{"status":"OK"}')
    const events = [${JSON.stringify(event)}]
    const buffer = Buffer.from(JSON.stringify(events[0]))\n`
  const shown = '\nconsole.log(requests[0].constructor.name, JSON.parse(lines).line)\n'
  writeFileSync(join(path, 'page.mjs'), given + blocks.join('\n') + shown)
  const printed = await run(path, 'page.mjs')
  const everywhere = 'adjust https://s2s.adjust.com/event\nga4 /ids/appInstanceId missing\nga4 /orderId missing\n'
  assert.match(printed, /^delivered accepted\n\/eventTokn unknown_field .*\norder-1 delivered accepted\nRequest 1\n$/s)
  assert(printed.includes(everywhere), printed)
  // The table came last.
  const [ofTable] = readFileSync(join(path, 'requests.jsonl'), 'utf8').split('\n')
  assert.match(JSON.parse(ofTable).request.body, /&revenue=19\.99&/)
})
