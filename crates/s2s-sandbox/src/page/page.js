// The sandbox's page: a list of what arrives, the details of one event, and the faults that are switched on by hand.
// Everything that arrived is inserted as text.

/** Height of a row, in pixels. */
const ROW = 32
/** Rows that are drawn beyond each edge of the list. */
const MARGIN = 8
/** How much of a body is shown, in characters. */
const MAX_BODY = 65_536
const MAX_FIELDS = 500
/** How often new events are announced to a screen reader, in milliseconds. */
const QUIET = 2_500

const FAULTS = [
  { name: 'latency', title: 'Latency', about: 'the response is delayed', amount: { unit: 'ms', value: 1000 } },
  { name: '429', title: '429', about: 'not processed; Retry-After in seconds', amount: { unit: 's', value: 2 } },
  { name: '500', title: '500', about: 'server error, not processed' },
  { name: 'drop', title: 'Drop', about: 'connection closed, not processed' },
  { name: '500-after', title: '500 after', about: 'processed, then server error' },
  { name: 'drop-after', title: 'Drop after', about: 'processed, then connection closed' },
]
const KINDS = { accepted: 'Accepted', rejected: 'Rejected', duplicate: 'Duplicate', unprocessed: 'Unprocessed' }
const THEMES = { system: 'as the system', light: 'light', dark: 'dark' }

const at = (id) => document.getElementById(id)
const list = at('list')
const detail = at('detail')
const input = at('text')

/** An element with properties, attributes and children; text becomes text. */
function make(tag, properties, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name in element) element[name] = value
    else element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child !== undefined))
  return element
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
  use.setAttribute('href', `#icon-${name}`)
  svg.append(use)
  return svg
}

const format = new Intl.NumberFormat('en')
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
const millisecondsOf = (time) => `.${String(time % 1000).padStart(3, '0')}`
const count = (number, noun) => `${format.format(number)} ${noun}${number === 1 ? '' : 's'}`

// What has arrived, oldest first, and what of it the filter lets through.

let rows = []
let view = []
let limit = Number.POSITIVE_INFINITY
let totals = { accepted: 0, rejected: 0, duplicate: 0, unprocessed: 0, forgotten: 0 }
const titles = new Map()
const filter = { kind: '', provider: '', words: [] }
let showsSecrets = false
/** The id of the selected row. */
let selected

function matches(row) {
  if (filter.kind !== '' && row.kind !== filter.kind) return false
  if (filter.provider !== '' && row.provider !== filter.provider) return false
  return filter.words.every((word) => row.search.includes(word))
}

function refilter() {
  filter.words = input.value.toLowerCase().split(/\s+/).filter(Boolean)
  view = rows.filter(matches)
  list.scrollTop = 0
  draw()
  const position = view.findIndex((row) => row.id === selected)
  if (position >= 0) reveal(position)
}

/** Takes rows in, and keeps what is being read where it is. */
function take(added) {
  const before = view.length
  const arrived = performance.now()
  for (const row of added) {
    row.id = row.id.join('/')
    row.arrived = arrived
    const texts = [
      row.kind,
      row.provider,
      titles.get(row.provider),
      row.rule,
      row.fault,
      row.status,
      ...row.summary,
      row.text,
    ]
    row.search = texts.join(' ').toLowerCase()
    rows.push(row)
    if (matches(row)) view.push(row)
  }
  const fresh = view.length - before
  // A tenth more, so that the lists are not copied for each message.
  if (rows.length > limit * 1.1) {
    rows = rows.slice(-limit)
    view = rows.filter(matches)
  }
  if (list.scrollTop > 0 && fresh > 0) {
    resize()
    list.scrollTop += fresh * ROW
    unread += fresh
  }
}

/** New rows above what is being read. */
let unread = 0

// The list draws the rows that can be seen, in elements that are used again.

const slots = []
const drawn = at('rows')

function resize() {
  drawn.style.height = `${view.length * ROW}px`
}

/** Makes enough elements for a number of rows. */
function prepare(number) {
  while (slots.length < number) {
    const element = make('div', { className: 'row', role: 'option', id: `row-${slots.length}` })
    slots.push(element)
    drawn.append(element)
  }
}

function fill(element, row) {
  if (element.row === row) return
  element.row = row
  element.dataset.kind = row.kind
  const isLost = row.fault !== null && row.kind !== 'unprocessed'
  const isFresh = !isBeginning && performance.now() - row.arrived < 500
  element.className = `row${isLost ? ' lost' : ''}${isFresh ? ' fresh' : ''}`
  const [name, ...others] = row.summary
  const summary = make(
    'span',
    { className: 'summary' },
    name === undefined ? (row.kind === 'unprocessed' ? 'not processed' : 'unnamed') : make('b', null, name),
    ...others.map((text) => make('span', null, text)),
  )
  const kind = icon(row.kind)
  kind.setAttribute('role', 'img')
  kind.removeAttribute('aria-hidden')
  kind.setAttribute('aria-label', KINDS[row.kind])
  element.replaceChildren(
    make('span', { className: 'time mono' }, clock.format(row.time), make('small', null, millisecondsOf(row.time))),
    kind,
    make('span', { className: 'provider' }, titles.get(row.provider) ?? row.provider),
    summary,
    make('span', { className: 'why mono' }, row.fault ?? row.rule ?? ''),
    make('span', { className: 'status mono' }, row.status === null ? '–' : String(row.status)),
  )
}

let isScheduled = false
/** Whether the rows that were there before the page are still arriving. */
let isBeginning = true

function draw() {
  if (isScheduled) return
  isScheduled = true
  requestAnimationFrame(() => {
    isScheduled = false
    drawNow()
  })
}

function drawNow() {
  resize()
  // Read once, before anything is written: each reading after that would lay the page out again.
  const { scrollTop, clientHeight } = list
  const top = Math.max(0, Math.floor(scrollTop / ROW) - MARGIN)
  const bottom = Math.min(view.length, Math.ceil((scrollTop + clientHeight) / ROW) + MARGIN)
  prepare(Math.ceil(clientHeight / ROW) + 2 * MARGIN + 1)
  const used = new Set()
  let active = ''
  for (let line = top; line < bottom; line += 1) {
    const position = view.length - 1 - line
    const row = view[position]
    const element = slots[position % slots.length]
    used.add(element)
    fill(element, row)
    element.hidden = false
    element.style.transform = `translateY(${line * ROW}px)`
    element.setAttribute('aria-posinset', line + 1)
    element.setAttribute('aria-setsize', view.length)
    element.setAttribute('aria-selected', row.id === selected)
    if (row.id === selected) active = element.id
  }
  for (const element of slots) if (!used.has(element)) element.hidden = true
  if (active === '') list.removeAttribute('aria-activedescendant')
  else list.setAttribute('aria-activedescendant', active)
  drawAround(scrollTop)
}

function drawAround(scrollTop) {
  const all = totals.accepted + totals.rejected + totals.duplicate + totals.unprocessed
  for (const button of at('kinds').children) {
    const number = button.dataset.kind === '' ? all : totals[button.dataset.kind]
    button.lastChild.textContent = format.format(number)
    button.toggleAttribute('data-some', number > 0)
    button.setAttribute('aria-pressed', button.dataset.kind === filter.kind)
  }
  const isFiltered = view.length < rows.length
  const isPartial = rows.length < all
  const shown = isFiltered ? `${format.format(view.length)} of ${format.format(rows.length)}` : ''
  at('count').textContent =
    isPartial && !isFiltered && !isBeginning ? `the newest ${format.format(rows.length)}` : shown
  at('empty').hidden = rows.length > 0
  at('none').hidden = rows.length === 0 || view.length > 0
  if (scrollTop < ROW) unread = 0
  at('newer').hidden = unread === 0
  at('newer').textContent = `↑ ${format.format(unread)} new`
  document.title = totals.rejected > 0 ? `(${format.format(totals.rejected)}) s2s sandbox` : 's2s sandbox'
}

// The selection and its details.

function reveal(position) {
  const top = (view.length - 1 - position) * ROW
  if (top < list.scrollTop) list.scrollTop = top
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight
}

function select(position) {
  const row = view[position]
  if (row === undefined) return
  selected = row.id
  resize()
  reveal(position)
  drawNow()
  load()
}

/** Selects the row that is some lines below the selected one, or the newest. */
function move(lines) {
  const position = view.findLastIndex((row) => row.id === selected)
  select(position < 0 ? view.length - 1 : Math.min(view.length - 1, Math.max(0, position - lines)))
}

let loading
let command = ''

/** Shows the details of the selected row, a moment later: the next one may be selected already. */
function load() {
  clearTimeout(loading)
  const id = selected
  loading = setTimeout(async () => {
    const [shown, problem] = await ask(`/_sandbox/requests/${id}${showsSecrets ? '?secrets' : ''}`)
    if (id !== selected) return
    detail.dataset.id = id
    command = shown?.curl ?? ''
    detail.replaceChildren(...(shown === undefined ? [make('p', { className: 'hint' }, problem)] : describe(shown)))
    detail.scrollTop = 0
  }, 40)
}

async function ask(path) {
  try {
    const response = await fetch(path)
    return response.ok ? [await response.json()] : [undefined, capital(`${await response.text()}.`)]
  } catch {
    return [undefined, 'The sandbox does not respond.']
  }
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1)

function unselect() {
  selected = undefined
  command = ''
  delete detail.dataset.id
  detail.replaceChildren(make('p', { className: 'hint' }, 'Select an event to see its request.'))
  document.body.classList.remove('open')
  draw()
}

function describe(shown) {
  const { summary, kind, request, response } = shown
  const [name, ...others] = summary
  const time = make('time', { dateTime: shown.time, title: shown.time }, new Date(shown.time).toLocaleString('sv-SE'))
  const heading = make(
    'header',
    null,
    make('h2', null, name ?? `${request.method} request`, ...others.map((text) => make('span', null, text))),
    make(
      'button',
      { type: 'button', className: 'button square close', 'aria-label': 'Close', onclick: back },
      icon('close'),
    ),
    make(
      'p',
      { className: 'about' },
      make('span', { className: `badge is-${kind}` }, icon(kind), KINDS[kind]),
      make('span', null, titles.get(shown.provider) ?? shown.provider),
      time,
      shown.sequence === null ? undefined : make('span', null, `event ${format.format(shown.sequence)}`),
    ),
  )
  const parts = [heading, ...verdicts(shown)]
  if (shown.fields.length > 0) parts.push(part('Parameters', format.format(shown.fields.length), fields(shown.fields)))
  parts.push(part('Request', '', raw(request), () => `${plain(request)}${request.body}`))
  if (response !== null)
    parts.push(part('Response', String(response.status), make('pre', null, response.body || '(no body)')))
  parts.push(part('curl', '', make('pre', { id: 'curl' }, cut(shown.curl)), () => shown.curl))
  return parts
}

/** Why an event was refused, what was noted about it, and what a fault did to its request. */
function verdicts({ kind, rule, fault, response }) {
  const verdict = (color, name, text) =>
    make(
      'div',
      { className: `verdict is-${color}` },
      make('code', { className: 'rule-name' }, name),
      make('p', null, text),
    )
  const found = []
  if (kind === 'accepted' && rule !== null)
    found.push(verdict(kind, rule, 'It was accepted with this note. The fields are as recorded.'))
  if (kind === 'rejected')
    found.push(
      verdict(
        kind,
        rule,
        response.status < 300
          ? `It was answered with ${response.status} and not recorded, by this rule.`
          : `The request broke this rule and was answered with ${response.status}.`,
      ),
    )
  if (kind === 'duplicate')
    found.push(verdict(kind, rule, `It got a ${response.status} and was dropped, by this rule.`))
  if (fault !== null) {
    const known = FAULTS.find(({ name }) => name === fault.split(/[;=]/)[0])
    const lost = kind === 'unprocessed' ? '' : ' The sender never got the response below.'
    found.push(verdict('unprocessed', fault, `Fault: ${known?.about ?? 'on request'}.${lost}`))
  }
  return found
}

function part(title, small, content, text) {
  const copy = text && make('button', { type: 'button', className: 'button copy' }, 'Copy')
  copy?.addEventListener('click', () => copyText(text(), copy))
  return make(
    'section',
    { className: 'part' },
    make('h3', null, make('span', null, title, make('small', null, small)), copy ?? ''),
    content,
  )
}

function fields(all) {
  const body = make('tbody', null)
  for (const { name, value, is_masked: isMasked } of all.slice(0, MAX_FIELDS)) {
    const cell = make(
      'td',
      isMasked ? { className: 'masked', title: 'Masked; press s to show secrets' } : null,
      cut(value),
    )
    body.append(make('tr', null, make('th', { scope: 'row' }, name), cell))
  }
  const table = make('table', { className: 'fields' }, body)
  const more = all.length - MAX_FIELDS
  return more > 0
    ? make('div', null, table, make('p', { className: 'note' }, `${count(more, 'more field')} in the request below`))
    : table
}

const plain = ({ method, target, headers }) =>
  `${method} ${target} HTTP/1.1\n${headers.map(([name, value]) => `${name}: ${value}\n`).join('')}\n`

function raw(request) {
  const lines = [make('b', null, `${request.method} `), `${request.target}\n`]
  for (const [name, value] of request.headers) lines.push(make('i', null, `${name}: `), `${value}\n`)
  if (request.body !== '') lines.push(`\n${cut(request.body)}`)
  return make('pre', null, ...lines)
}

const cut = (text) =>
  text.length > MAX_BODY ? `${text.slice(0, MAX_BODY)}\n… ${count(text.length - MAX_BODY, 'more character')}` : text

async function copyText(text, button) {
  let word = 'Copied'
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Browsers give the clipboard to pages on loopback and over TLS only.
    word = 'Not allowed here'
  }
  announce(word)
  if (button === undefined) return
  button.textContent = word
  setTimeout(() => {
    button.textContent = 'Copy'
  }, 1_500)
}

// The stream.

let source

function connect() {
  source?.close()
  source = new EventSource(`/_sandbox/stream${showsSecrets ? '?secrets' : ''}`)
  source.onopen = () => say('live', 'Live')
  source.onerror = () => say('lost', 'Connection lost, trying again')
  source.onmessage = ({ data }) => receive(JSON.parse(data))
}

function say(state, text) {
  at('connection').dataset.state = state
  at('connection').textContent = text
}

function receive({ start, totals: now, faults, rows: added, more }) {
  if (start !== undefined) begin(start)
  else if (!isBeginning) tell(added)
  totals = now
  take(added)
  isBeginning &&= more
  showFaults(faults)
  draw()
}

function begin({ providers, lines }) {
  rows = []
  view = []
  unread = 0
  limit = lines
  isBeginning = true
  for (const element of slots) element.row = undefined
  const isNew = providers.some(({ name }) => !titles.has(name))
  for (const { name, title } of providers) titles.set(name, title)
  if (!isNew) return
  for (const { name, title } of providers) {
    at('provider').append(make('option', { value: name }, title))
    const url = `${location.origin}/${name}`
    const copy = make('button', { type: 'button', className: 'button copy' }, 'Copy')
    copy.addEventListener('click', () => copyText(url, copy))
    at('base-urls').append(make('div', null, make('dt', null, title), make('dd', null, make('code', null, url), copy)))
  }
}

const news = { events: 0, rejected: 0, isWaiting: false }

/** Announces new events to screen readers, together. */
function tell(added) {
  news.events += added.length
  news.rejected += added.filter((row) => row.kind === 'rejected').length
  if (news.events === 0 || news.isWaiting) return
  news.isWaiting = true
  setTimeout(() => {
    announce(
      `${count(news.events, 'new event')}${news.rejected > 0 ? `, ${format.format(news.rejected)} rejected` : ''}`,
    )
    Object.assign(news, { events: 0, rejected: 0, isWaiting: false })
  }, QUIET)
}

function announce(text) {
  at('announcement').textContent = text
}

// The faults. The sandbox says which are on; other pages may have switched them.

const controls = new Map()
let faultsOn = []

function makeFaults() {
  for (const fault of FAULTS) {
    const id = `fault-${fault.name}`
    const toggle = make('button', {
      type: 'button',
      className: 'switch',
      role: 'switch',
      'aria-checked': 'false',
      'aria-labelledby': id,
    })
    toggle.addEventListener('click', () => switchFault(fault, toggle.getAttribute('aria-checked') !== 'true'))
    let amount
    if (fault.amount !== undefined) {
      amount = make('input', {
        type: 'number',
        min: '0',
        step: '1',
        value: String(fault.amount.value),
        'aria-label': `${fault.title}, ${fault.amount.unit}`,
      })
      amount.addEventListener('change', () => {
        if (toggle.getAttribute('aria-checked') === 'true') switchFault(fault, true)
      })
    }
    controls.set(fault.name, { toggle, amount })
    const label = make('label', { id }, fault.title, make('small', null, fault.about))
    label.addEventListener('click', () => toggle.click())
    const box = amount === undefined ? make('span') : make('span', { className: 'amount' }, amount, fault.amount.unit)
    at('fault-list').append(make('div', { className: 'fault' }, label, box, toggle))
    if (fault.name === 'latency') at('fault-list').append(make('h3', null, 'Instead of the response, one of'))
  }
}

async function switchFault(fault, isOn) {
  const nameOf = (text) => text.split(/[;=]/)[0]
  // A request meets its latency and one other fault.
  const isKept = (text) =>
    nameOf(text) !== fault.name && (!isOn || fault.name === 'latency' || nameOf(text) === 'latency')
  const faults = faultsOn.filter(isKept)
  if (isOn) {
    const amount = controls.get(fault.name).amount?.value
    if (fault.name === 'latency') faults.push(`latency=${amount || 0}`)
    else faults.push(amount ? `${fault.name};retry-after=${amount}` : fault.name)
  }
  try {
    const response = await fetch('/_sandbox/faults', { method: 'PUT', body: JSON.stringify({ faults }) })
    at('fault-problem').textContent = response.ok ? '' : capital(`${await response.text()}.`)
  } catch {
    at('fault-problem').textContent = 'The sandbox does not respond.'
  }
}

function showFaults(faults) {
  if (faults.join() === faultsOn.join() && at('faults-on').textContent !== '') return
  faultsOn = faults
  for (const [name, { toggle, amount }] of controls) {
    const on = faults.find((text) => text.split(/[;=]/)[0] === name)
    toggle.setAttribute('aria-checked', on !== undefined)
    const number = on?.match(/=(\d+)$/)?.[1]
    if (number !== undefined) amount.value = number
  }
  at('faults-button').toggleAttribute('data-on', faults.length > 0)
  at('faults-on').textContent = faults.length > 0 ? faults.join(', ') : 'off'
}

// What people do.

function showKind(kind) {
  filter.kind = kind
  refilter()
}

function toggleSecrets() {
  showsSecrets = !showsSecrets
  at('secrets').setAttribute('aria-pressed', showsSecrets)
  connect()
  if (selected !== undefined) load()
}

/** From the details to the list. */
function back() {
  document.body.classList.remove('open')
  list.focus()
}

function enter() {
  if (selected === undefined) move(0)
  document.body.classList.add('open')
  detail.focus()
}

function showTheme(theme) {
  document.documentElement.dataset.theme = theme
  localStorage.setItem('theme', theme)
  const label = `Colors: ${THEMES[theme]}`
  at('theme').setAttribute('aria-label', label)
  at('theme').title = label
  at('theme').replaceChildren(icon(theme))
}

function nextTheme() {
  const names = Object.keys(THEMES)
  showTheme(names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length])
}

function leave() {
  if (detail.contains(document.activeElement)) back()
  else if (document.activeElement === input || input.value !== '') {
    input.value = ''
    refilter()
    list.focus()
  } else unselect()
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  g: () => select(view.length - 1),
  G: () => select(0),
  '/': () => input.select(),
  '?': () => at('help-dialog').showModal(),
  c: () => command !== '' && copyText(command, detail.querySelector('.part:last-child .copy')),
  f: () => at('faults').togglePopover(),
  s: toggleSecrets,
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]') !== null) return
  // The browser closes what is open above the page.
  if (event.key === 'Escape' && !at('faults').matches(':popover-open')) return leave()
  const isTyping = event.target.matches('input, select')
  if (isTyping) {
    if (event.target === input && event.key === 'Enter') list.focus()
    return
  }
  const kind = at('kinds').children[Number(event.key) - 1]
  if (kind !== undefined) showKind(kind.dataset.kind)
  else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]()
  else return
  event.preventDefault()
})

list.addEventListener('keydown', (event) => {
  const page = Math.max(1, Math.floor(list.clientHeight / ROW) - 1)
  const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -view.length, End: view.length }
  if (event.key === 'Enter') enter()
  else if (Object.hasOwn(moves, event.key)) move(moves[event.key])
  else return
  event.preventDefault()
})
list.addEventListener('scroll', draw, { passive: true })
list.addEventListener('click', (event) => {
  const row = event.target.closest('.row')?.row
  if (row === undefined) return
  select(view.lastIndexOf(row))
  document.body.classList.add('open')
})
new ResizeObserver(draw).observe(list)

at('kinds').addEventListener('click', (event) => {
  const button = event.target.closest('button')
  if (button !== null) showKind(button.dataset.kind)
})
at('provider').addEventListener('change', () => {
  filter.provider = at('provider').value
  refilter()
})
input.addEventListener('input', refilter)
at('reset').addEventListener('click', () => {
  input.value = ''
  at('provider').value = ''
  Object.assign(filter, { kind: '', provider: '' })
  refilter()
  list.focus()
})
at('newer').addEventListener('click', () => {
  list.scrollTop = 0
  list.focus()
})
at('secrets').addEventListener('click', toggleSecrets)
at('theme').addEventListener('click', nextTheme)
at('help').addEventListener('click', () => at('help-dialog').showModal())
at('clear').addEventListener('click', () => {
  at('clear-dialog').returnValue = ''
  at('clear-dialog').showModal()
})
at('clear-dialog').addEventListener('close', async () => {
  if (at('clear-dialog').returnValue !== 'clear') return
  unselect()
  await fetch('/_sandbox/events', { method: 'DELETE' })
})

list.style.setProperty('--row', `${ROW}px`)
const theme = localStorage.getItem('theme')
showTheme(Object.hasOwn(THEMES, theme) ? theme : 'system')
makeFaults()
connect()
