// The page in a real browser: Chromium, where it is installed. With S2S_SCREENSHOTS=FOLDER it also takes the pictures of
// docs/sandbox.md.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { API_KEY, APP_TOKEN, adjust, DEVICE, inapp, metrix, morning, PHONE } from './senders.mjs'

const PROGRAM = process.env.S2S_PROGRAM ?? fileURLToPath(new URL('../../../../target/debug/s2s', import.meta.url))
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const EXECUTABLE = process.env.PATH.split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find((path) => existsSync(path))
const MISSING =
  "SKIPPED: the sandbox's page is not tested, because Chromium is not installed (Debian: `apt-get install chromium`)"
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A name that leads to this machine, as one of somebody else's may. */
const REBOUND = 'rebound.example'

if (EXECUTABLE === undefined) console.error(MISSING)

async function start({ port = '0', options = [] } = {}) {
  const child = spawn(PROGRAM, ['sandbox', '--port', port, ...options], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = once(child, 'exit').then(([code]) => assert.fail(`the sandbox ended with ${code}`))
  const [lines] = await Promise.race([once(child.stdout, 'data'), exit])
  exit.catch(() => {})
  const url = String(lines).split('\n', 1)[0]
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  const account = async () => (await fetch(`${url}/_sandbox/events`)).json()
  return { url, port: new URL(url).port, stop, account }
}

describe("the sandbox's page", { skip: EXECUTABLE === undefined && MISSING, timeout: 300_000 }, () => {
  let browser
  let sandbox
  let page
  /** Everything that a page must not do. */
  let faux

  before(async () => {
    const rules = `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`
    const args = ['--no-sandbox', '--disable-quic', '--disable-dev-shm-usage', rules]
    browser = await chromium.launch({ executablePath: EXECUTABLE, args })
  })
  after(() => browser?.close())

  beforeEach(async (t) => {
    sandbox = await start()
    faux = []
    page = await open(sandbox.url)
    t.after(async () => {
      await page.context().close()
      await sandbox.stop()
      assert.deepEqual(faux, [], 'errors of the page, or requests to elsewhere')
    })
  })

  /** Opens a page in a browser profile of its own, and waits until it is live. */
  async function open(url, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 700 }, ...options })
    const opened = await context.newPage()
    opened.on('pageerror', (error) => faux.push(String(error)))
    opened.on('console', (message) => message.type() === 'error' && faux.push(message.text()))
    opened.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol !== 'data:' && origin !== url) faux.push(request.url())
    })
    await opened.goto(url)
    await opened.locator('#connection[data-state=live]').waitFor()
    return opened
  }

  const rows = () => page.locator('#list .row:visible')
  const row = (text) => page.locator('#list .row:visible', { hasText: text })
  const total = (kind) => page.locator(`#kinds [data-kind="${kind}"] b`)
  const filtered = () => page.locator('#count')
  const selectedRow = () => page.locator('#list .row[aria-selected=true]')

  /** Waits until an element has a text; fails with what it has instead. */
  async function says(locator, text) {
    const deadline = Date.now() + 30_000
    let found
    do {
      found = await locator.textContent()
      if (found === text) return
      await new Promise((resolve) => setTimeout(resolve, 20))
    } while (Date.now() < deadline)
    assert.equal(found, text)
  }

  test('events appear as they arrive, newest first, with their result', async () => {
    await page.locator('#empty').waitFor()
    assert.match(await page.locator('#base-urls').textContent(), new RegExp(`${sandbox.url}/adjust`))
    await adjust(sandbox.url, { revenue: '4.99', currency: 'EUR' })
    await row('4.99').waitFor()
    await adjust(sandbox.url, { event_token: 'unknown' })
    await row('unknown_event_token').waitFor()
    const message = { id: 'm-1', type: 'action', name: 'signup', time: 1795176000000 }
    await metrix(sandbox.url, [message])
    await metrix(sandbox.url, [message])
    await row('duplicate_id').waitFor()

    const kinds = await rows().evaluateAll((all) =>
      all
        .sort((a, b) => a.ariaPosInSet - b.ariaPosInSet)
        .map((element) => [element.dataset.kind, element.lastChild.textContent]),
    )
    assert.deepEqual(kinds, [
      ['duplicate', '200'],
      ['accepted', '200'],
      ['rejected', '400'],
      ['accepted', '200'],
    ])
    for (const [kind, number] of [
      ['', '4'],
      ['accepted', '2'],
      ['rejected', '1'],
      ['duplicate', '1'],
      ['unprocessed', '0'],
    ]) {
      await says(total(kind), number)
    }
    assert.equal(await page.locator('#empty').isVisible(), false)
    await says(page.locator('#announcement'), '4 new events, 1 rejected')
  })

  test('the list is filtered by result, provider and text, also while events arrive', async () => {
    for (let order = 1; order <= 6; order += 1) await adjust(sandbox.url, { callback_params: `{"order":"A-${order}"}` })
    for (let score = 1; score <= 4; score += 1) await inapp(sandbox.url, { eventSlug: `level-${score}` })
    await adjust(sandbox.url, { event_token: 'unknown' })
    await says(total(''), '11')

    await page.locator('#text').fill('a-3')
    await says(filtered(), '1 of 11')
    await page.locator('#text').fill('ADJUST unknown')
    await says(filtered(), '1 of 11')
    await adjust(sandbox.url, { event_token: 'unknown', callback_params: '{"order":"A-7"}' })
    await adjust(sandbox.url)
    await says(filtered(), '2 of 13')
    await page.locator('#text').fill('no such event')
    await page.locator('#none').waitFor()
    await page.locator('#reset').click()
    await says(filtered(), '')

    await page.locator('#provider').selectOption({ label: 'Metrix in-app events' })
    await says(filtered(), '4 of 13')
    await page.locator('#provider').selectOption('')
    await page.locator('#kinds [data-kind=rejected]').click()
    await says(filtered(), '2 of 13')
    assert.equal(await page.locator('#kinds [data-kind=rejected]').getAttribute('aria-pressed'), 'true')
  })

  test('an event has its parameters, its request, the rule, the response and the curl command', async () => {
    await adjust(sandbox.url, { revenue: '19,99', currency: 'EUR' })
    await row('invalid_revenue').click()
    const detail = page.locator('#detail')
    await detail.locator('#curl').waitFor()
    assert.equal(await detail.locator('.rule-name').textContent(), 'invalid_revenue')
    assert.equal(await detail.locator('.fields tr', { hasText: 'revenue' }).locator('td').textContent(), '19,99')
    const [request, response, curl] = await detail.locator('pre').allTextContents()
    assert.match(request, /^POST \/adjust\/event\nhost: 127\.0\.0\.1:\d+\n/)
    assert.match(request, /revenue=19%2C99&currency=EUR$/)
    assert.equal(response, '{"error":"Event request failed (Invalid revenue)"}')
    assert.match(curl, /^curl 'http:\/\/127\.0\.0\.1:\d+\/adjust\/event' \\\n {2}--header /)
  })

  test('the curl command sends the same event again', async () => {
    await metrix(sandbox.url, [
      { id: "it's", type: 'action', name: 'signup', time: 1795176000000, attributes: { city: 'تهران' } },
    ])
    await page.locator('#secrets').click()
    await row('signup').click()
    await page.locator('#curl', { hasText: API_KEY }).waitFor()
    const command = await page.locator('#curl').textContent()
    const child = spawn('sh', ['-c', command.replace('curl', 'curl --silent --show-error')], { stdio: 'inherit' })
    const [code] = await once(child, 'exit')
    assert.equal(code, 0)
    const { accepted, duplicates } = await sandbox.account()
    assert.deepEqual([accepted.length, duplicates.length], [1, 1])
    assert.deepEqual(duplicates[0].message, accepted[0].message)
  })

  test('secrets are masked in list, details and command until they are shown', async () => {
    await adjust(sandbox.url)
    await metrix(sandbox.url, [{ id: 'm-1', type: 'user', email: 'sara@example.com', time: 1795176000000 }])
    const secrets = [DEVICE, APP_TOKEN, API_KEY, PHONE, 'sara@example.com']
    const seen = async () => {
      let text = ''
      for (const name of ['f0ob4r', 'user']) {
        await row(name).click()
        await page.locator('#detail h2', { hasText: name }).waitFor()
        text += await page.locator('html').innerHTML()
      }
      return text
    }
    await says(total(''), '2')
    const masked = await seen()
    for (const secret of secrets) assert(!masked.includes(secret), secret)
    assert.match(masked, /x-api-key: <\/i>••••••••/)

    await page.keyboard.press('s')
    await page.locator('#secrets[aria-pressed=true]').waitFor()
    await page.locator('#detail', { hasText: 'sara@example.com' }).waitFor()
    const shown = await seen()
    for (const secret of secrets) assert(shown.includes(secret), secret)
    await page.locator('#text').fill('sara@example')
    await says(filtered(), '1 of 2')

    await page.locator('#secrets').click()
    await page.locator('#none').waitFor()
    await page.locator('#detail', { hasText: '••••••••' }).waitFor()
    assert(!(await page.locator('main').innerHTML()).includes('sara@example.com'))
  })

  test('what arrives is text, whatever it looks like', async () => {
    const html = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await adjust(sandbox.url, { event_token: html, [html.slice(0, 30)]: html })
    await inapp(sandbox.url, { eventSlug: html, [html]: html })
    await says(total(''), '2')
    for (const index of [0, 1]) {
      await rows().nth(index).click()
      await page.locator('#detail .fields td', { hasText: '<img' }).first().waitFor()
    }
    assert.equal(await page.locator('img, main script').count(), 0)
    assert.match(await page.title(), /s2s sandbox$/)
  })

  test('faults are switched on and off by hand, on every open page', async (t) => {
    const other = await open(sandbox.url)
    t.after(() => other.context().close())
    await page.keyboard.press('f')
    await page.locator('#faults').waitFor()
    const fault = (name) => page.locator('.fault', { has: page.locator(`[id="fault-${name}"]`) })
    await fault('429').locator('input').fill('7')
    await fault('429').getByRole('switch').click()
    for (const opened of [page, other]) await says(opened.locator('#faults-on'), '429;retry-after=7')
    const refused = await adjust(sandbox.url)
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '7'])
    await says(total('unprocessed'), '1')

    await fault('drop').getByRole('switch').click()
    await fault('latency').locator('input').fill('5')
    await fault('latency').getByText('the response is delayed').click()
    await says(page.locator('#faults-on'), 'drop, latency=5')
    await assert.rejects(adjust(sandbox.url))
    await says(total('unprocessed'), '2')

    await fault('drop').getByRole('switch').click()
    await fault('latency').getByRole('switch').click()
    await says(page.locator('#faults-on'), 'off')
    assert.equal((await adjust(sandbox.url)).status, 200)
    await page.keyboard.press('Escape')
    await row('429;retry-after=7').click()
    await page.locator('#detail .verdict', { hasText: 'not processed' }).waitFor()
  })

  test('everything can be done with the keyboard', async () => {
    for (const slug of ['first', 'second', 'third']) await inapp(sandbox.url, { eventSlug: slug })
    await says(total(''), '3')
    const focused = () => page.evaluate(() => document.activeElement.id)
    const selects = async (text) => {
      await selectedRow().filter({ hasText: text }).waitFor()
      await page.locator('#detail h2', { hasText: text }).waitFor()
      const active = await page.locator('#list').getAttribute('aria-activedescendant')
      assert.equal(active, await selectedRow().getAttribute('id'))
    }
    for (const [key, expected] of [
      ['j', 'third'],
      ['j', 'second'],
      ['j', 'first'],
      ['j', 'first'],
      ['k', 'second'],
      ['g', 'third'],
      ['G', 'first'],
    ]) {
      await page.keyboard.press(key)
      await selects(expected)
    }
    await page.locator('#list').focus()
    await page.keyboard.press('ArrowUp')
    await selects('second')
    await page.keyboard.press('Enter')
    assert.equal(await focused(), 'detail')
    await page.keyboard.press('Escape')
    assert.equal(await focused(), 'list')

    await page.keyboard.press('/')
    assert.equal(await focused(), 'text')
    await page.keyboard.type('jk')
    await page.locator('#none').waitFor()
    await page.keyboard.press('Escape')
    await says(filtered(), '')
    assert.equal(await focused(), 'list')
    await page.keyboard.press('3')
    await page.locator('#none').waitFor()
    await page.keyboard.press('1')
    await says(filtered(), '')

    await page.keyboard.press('?')
    await page.locator('#help-dialog').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator('#help-dialog').isVisible(), false)
    await selects('second')
    await page.keyboard.press('Escape')
    await selectedRow().waitFor({ state: 'detached' })
  })

  test('clearing asks first, empties the account, and the page goes on', async () => {
    await adjust(sandbox.url)
    await rows().first().click()
    await page.locator('#clear').click()
    await page.keyboard.press('Escape')
    assert.equal((await sandbox.account()).accepted.length, 1)
    await page.locator('#clear').click()
    await page.locator('#clear-dialog .danger').click()
    await page.locator('#empty').waitFor()
    assert.deepEqual((await sandbox.account()).accepted, [])
    await adjust(sandbox.url, { event_token: 'p4rc8s' })
    await row('p4rc8s').waitFor()
    assert.equal(await rows().count(), 1)
  })

  test('ten thousand events arrive without a stall, and the list stays smooth', async (t) => {
    await page.evaluate(() => {
      window.longest = 0
      let last = performance.now()
      const frame = (now) => {
        window.longest = Math.max(window.longest, now - last)
        last = now
        requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
    const before = Date.now()
    for (let batch = 0; batch < 20; batch += 1) {
      const ids = Array.from({ length: 480 }, (_, index) => `${batch}-${index}`)
      await metrix(
        sandbox.url,
        ids.map((id) => ({ id, type: 'action', name: `step-${id}`, time: 1795176000000 })),
      )
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => adjust(sandbox.url, { event_token: `unknown-${index}` })),
      )
    }
    const sent = Date.now()
    await says(total(''), '10,000')
    await page.locator('#list .row:visible').first().waitFor()
    const shown = Date.now()
    assert((await page.locator('#list .row').count()) < 100, 'only the rows that can be seen are drawn')

    await page.keyboard.press('G')
    await selectedRow().filter({ hasText: 'step-0-0' }).waitFor()
    await page.mouse.move(300, 400)
    for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, -6_000)
    await page.locator('#text').pressSequentially('step-19-4', { delay: 20 })
    await says(filtered(), '91 of 10,000')
    const longest = await page.evaluate(() => window.longest)
    t.diagnostic(`sent in ${sent - before} ms, shown ${shown - sent} ms later, longest frame ${longest.toFixed(0)} ms`)
    assert(longest < 1_000, `a frame took ${longest} ms`)
    assert(shown - sent < 3_000, `the last event was shown ${shown - sent} ms after it was sent`)
  })

  test('new events do not move what is being read', async () => {
    const messages = (from) =>
      Array.from({ length: 200 }, (_, index) => ({
        id: `${from + index}`,
        type: 'action',
        name: `n${from + index}`,
        time: 1795176000000,
      }))
    await metrix(sandbox.url, messages(1000))
    await says(total(''), '200')
    await page.locator('#list').evaluate((list) => list.scrollTo(0, 3_200))
    const place = async () => (await row('n1095').boundingBox()).y
    await row('n1095').waitFor()
    const was = await place()
    await metrix(sandbox.url, messages(2000))
    await says(page.locator('#newer'), '↑ 200 new')
    assert.equal(await place(), was)
    await page.locator('#newer').click()
    await row('n2199').waitFor()
    assert.equal(await page.locator('#newer').isVisible(), false)
  })

  test('a page notices that its sandbox has gone, and begins again with the next one', async () => {
    await adjust(sandbox.url)
    await row('f0ob4r').waitFor()
    const { port } = sandbox
    await sandbox.stop()
    await page.locator('#connection[data-state=lost]').waitFor()
    sandbox = await start({ port })
    await page.locator('#connection[data-state=live]').waitFor()
    await page.locator('#empty').waitFor()
    // The failed attempts to connect again are errors of the console.
    faux = faux.filter((text) => !text.includes('net::ERR_'))
  })

  test('it is light or dark as the system is, unless it is told, and moves only where that is welcome', async (t) => {
    const background = (opened) => opened.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background(page)
    const dark = await open(sandbox.url, { colorScheme: 'dark', reducedMotion: 'reduce' })
    t.after(() => dark.context().close())
    assert.notEqual(await background(dark), light)
    assert.equal(
      await dark
        .locator('.switch')
        .first()
        .evaluate((element) => getComputedStyle(element, '::after').transitionDuration),
      '0s',
    )
    await dark.locator('#theme').click()
    assert.equal(await background(dark), light)
    await dark.reload()
    assert.equal(await background(dark), light, 'it remembers')
    assert.equal(await dark.locator('#theme').getAttribute('aria-label'), 'Colors: light')
  })

  for (const colorScheme of ['light', 'dark']) {
    test(`the ${colorScheme} page has no problem of accessibility that axe finds`, async (t) => {
      const opened = await open(sandbox.url, { colorScheme, reducedMotion: 'reduce' })
      t.after(() => opened.context().close())
      const check = async (state) => {
        const { violations, passes } = await opened.evaluate(`${AXE}; axe.run()`)
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
        )
        assert.deepEqual(found, [], state)
        assert(
          passes.some(({ id }) => id === 'color-contrast'),
          state,
        )
      }
      await check('empty')
      await adjust(sandbox.url)
      await adjust(sandbox.url, { event_token: 'unknown' }, { 'x-sandbox-fault': 'drop-after' }).catch(() => {})
      await adjust(sandbox.url, {}, { 'x-sandbox-fault': '500' })
      const message = { id: 'm-1', type: 'action', name: 'signup', time: 1795176000000 }
      await metrix(sandbox.url, [message, message])
      await opened
        .locator('.row', { hasText: 'unknown_event' })
        .or(opened.locator('.row', { hasText: 'drop-after' }))
        .first()
        .click()
      await opened.locator('#curl').waitFor()
      await check('details')
      await opened.keyboard.press('f')
      await opened.locator('#faults').waitFor()
      await check('faults')
      await opened.keyboard.press('Escape')
      await opened.keyboard.press('?')
      await opened.locator('#help-dialog').waitFor()
      await check('help')
    })
  }

  test('on a narrow screen the details open over the list', async (t) => {
    const opened = await open(sandbox.url, { viewport: { width: 420, height: 720 } })
    t.after(() => opened.context().close())
    await adjust(sandbox.url)
    await opened.locator('.row:visible').click()
    await opened.locator('#curl').waitFor()
    const width = await opened.evaluate(() => document.documentElement.scrollWidth)
    assert(width <= 420, `${width} pixels wide`)
    await opened.getByRole('button', { name: 'Close' }).click()
    assert.equal(await opened.locator('#detail').isVisible(), false)
  })

  test('a name that somebody else leads to this machine shows nothing', async (t) => {
    await adjust(sandbox.url)
    const context = await browser.newContext()
    t.after(() => context.close())
    const opened = await context.newPage()
    for (const path of ['/', '/_sandbox/events', '/_sandbox/stream']) {
      const response = await opened.goto(`http://${REBOUND}:${sandbox.port}${path}`)
      assert.equal(response.status(), 403)
      assert.match(await response.text(), /--allow-host/)
    }
  })

  test('a name that is allowed shows the page', async (t) => {
    const named = await start({ options: ['--allow-host', REBOUND] })
    t.after(named.stop)
    const opened = await open(`http://${REBOUND}:${named.port}`)
    t.after(() => opened.context().close())
    await adjust(named.url)
    await opened.locator('.row:visible').waitFor()
  })

  test('a page of somebody else neither sends, switches, empties nor reads', async (t) => {
    await adjust(sandbox.url)
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title>'),
    )
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.after(() => server.close())
    const context = await browser.newContext()
    t.after(() => context.close())
    const opened = await context.newPage()
    await opened.goto(`http://127.0.0.1:${server.address().port}/`)
    const read = await opened.evaluate(async (url) => {
      const event = 's2s=1&app_token=4w565xzmb54d&event_token=p4rc8s&adid=0123456789abcdef0123456789abcdef'
      const read = []
      const attempt = async (path, options) => {
        try {
          const response = await fetch(`${url}${path}`, options)
          if (response.type !== 'opaque') read.push(path)
        } catch {}
      }
      await attempt('/adjust/event', { method: 'POST', mode: 'no-cors', body: new URLSearchParams(event) })
      await attempt(`/adjust/event?${event}`, { mode: 'no-cors' })
      await attempt('/_sandbox/events', { method: 'DELETE' })
      await attempt('/_sandbox/faults', { method: 'PUT', body: '{"faults":["500"]}' })
      await attempt('/_sandbox/events', {})
      await new Promise((resolve) => {
        const image = new Image()
        image.onerror = resolve
        image.src = `${url}/adjust/event?${event}`
      })
      await new Promise((resolve) => {
        const source = new EventSource(`${url}/_sandbox/stream`)
        source.onmessage = () => resolve(read.push('stream'))
        source.onerror = () => resolve(source.close())
      })
      const frame = document.createElement('iframe')
      frame.src = `${url}/`
      document.body.append(frame)
      await new Promise((resolve) => {
        frame.onload = resolve
      })
      try {
        if (frame.contentDocument?.getElementById('list') != null) read.push('frame')
      } catch {}
      return read
    }, sandbox.url)
    assert.deepEqual(read, [])
    const { accepted, rejected } = await sandbox.account()
    assert.deepEqual([accepted.length, rejected.length], [1, 0])
    assert.equal((await adjust(sandbox.url)).status, 200)
  })

  test('pictures', {
    skip: process.env.S2S_SCREENSHOTS === undefined && 'S2S_SCREENSHOTS names no folder',
  }, async (t) => {
    await morning(sandbox.url)
    for (const colorScheme of ['light', 'dark']) {
      const opened = await open(sandbox.url, {
        colorScheme,
        viewport: { width: 1160, height: 600 },
        reducedMotion: 'reduce',
      })
      t.after(() => opened.context().close())
      await opened.locator('.row', { hasText: '19,99' }).click()
      await opened.locator('#curl').waitFor()
      await opened.mouse.move(580, 20)
      await opened.screenshot({ path: join(process.env.S2S_SCREENSHOTS, `sandbox-${colorScheme}.png`) })
    }
  })
})
