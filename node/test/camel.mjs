// From the names of the vectors to those of the typed API.

import { RECORDS } from './providers.mjs'
import { items, members, value } from './source.mjs'

export const camelCase = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())

/** The members of a configuration or an event of a provider, with the fields of records in camelCase. */
export function camelMembers(source, provider) {
  const places = RECORDS[provider] ?? []
  return members(source).map(([key, own]) => [camelCase(key), camelValue(own, key, places)])
}

function camelValue(source, place, places) {
  const each = `${place}/*`
  if (source[0] === '{' && places.includes(place)) {
    const own = members(source).map(([key, member]) => [camelCase(key), camelValue(member, `${place}/${key}`, places)])
    return Object.fromEntries(own)
  }
  if (source[0] === '[' && places.includes(each)) return items(source).map((item) => camelValue(item, each, places))
  return value(source)
}
