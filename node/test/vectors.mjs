// Reads `vectors/`, with the source text of what a case gives.

import { readdirSync, readFileSync } from 'node:fs'
import { items, members } from './source.mjs'

const FOLDER = new URL('../../vectors/', import.meta.url)

/** How many cases there are, and how many of them are for JSON alone. */
export const counts = JSON.parse(readFileSync(new URL('counts.json', FOLDER), 'utf8'))

/** Every case, with the texts of its members in `source`. */
export const cases = folders().flatMap((provider) =>
  readdirSync(new URL(`${provider}/`, FOLDER)).flatMap((file) => {
    const source = Object.fromEntries(members(readFileSync(new URL(`${provider}/${file}`, FOLDER), 'utf8')))
    return items(source.cases).map((text) => ({
      ...JSON.parse(text),
      provider,
      source: Object.fromEntries(members(text)),
    }))
  }),
)

/** The folders of cases. Deliveries have scripts instead, and neutral events cases of their own. */
function folders() {
  const entries = readdirSync(FOLDER, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !['delivery', 'one_event'].includes(entry.name))
    .map((entry) => entry.name)
}

/** The input as JSON text. */
export function input({ raw, source }) {
  if (raw === undefined) return source.event
  const part = (own) => (typeof own === 'string' ? own : own.repeat.repeat(own.times))
  return typeof raw === 'string' ? raw : raw.map(part).join('')
}

/** How many scripts of deliveries there are. */
export const scriptCounts = JSON.parse(readFileSync(new URL('scripts.json', FOLDER), 'utf8'))

/** Every script of a delivery. */
export const scripts = readdirSync(new URL('delivery/', FOLDER)).flatMap(
  (file) => JSON.parse(readFileSync(new URL(`delivery/${file}`, FOLDER), 'utf8')).scripts,
)

/** How many cases of neutral events there are. */
export const neutralCounts = JSON.parse(readFileSync(new URL('one_event.json', FOLDER), 'utf8'))

/** Every case of a neutral event, with the text of its configuration, also where a set of its file is one, in `config`. */
export const neutralCases = readdirSync(new URL('one_event/', FOLDER)).flatMap((file) => {
  const source = Object.fromEntries(members(readFileSync(new URL(`one_event/${file}`, FOLDER), 'utf8')))
  const sets = Object.fromEntries(members(source.destinations))
  return items(source.cases).map((text) => {
    const own = Object.fromEntries(members(text))
    return { ...JSON.parse(text), source: own, config: own.config ?? sets[JSON.parse(own.destinations)] }
  })
})

/** The cases of events of another format, with the texts of their members in `source`. */
export function conversions(format) {
  const { count, cases } = Object.fromEntries(members(readFileSync(new URL(`from_${format}.json`, FOLDER), 'utf8')))
  const own = items(cases).map((text) => ({ ...JSON.parse(text), source: Object.fromEntries(members(text)) }))
  return { count: JSON.parse(count), cases: own }
}
