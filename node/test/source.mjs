// Reads JSON with the source text of every value, and as the values that a typed API takes.

/** The members of an object with the source text of each value. */
export function members(source) {
  const found = []
  let at = skip(source, skip(source, 0) + 1)
  while (source[at] !== '}') {
    const key = end(source, at)
    const start = skip(source, skip(source, key) + 1)
    const stop = end(source, start)
    found.push([JSON.parse(source.slice(at, key)), source.slice(start, stop)])
    at = skip(source, stop)
    if (source[at] === ',') at = skip(source, at + 1)
  }
  return found
}

/** The source texts of the items of an array. */
export function items(source) {
  const found = []
  let at = skip(source, skip(source, 0) + 1)
  while (source[at] !== ']') {
    const stop = end(source, at)
    found.push(source.slice(at, stop))
    at = skip(source, stop)
    if (source[at] === ',') at = skip(source, at + 1)
  }
  return found
}

/** A number that JavaScript writes otherwise. */
export class Unholdable extends Error {}

/** A value as JavaScript has it: maps for objects, so that the order of keys stays, and bigints for large integers. */
export function value(source) {
  const text = source.trim()
  if (text[0] === '{') return new Map(members(text).map(([key, member]) => [key, value(member)]))
  if (text[0] === '[') return items(text).map(value)
  const parsed = JSON.parse(text)
  if (typeof parsed !== 'number' || String(parsed) === text) return parsed
  if (/^-?[1-9][0-9]*$/.test(text)) return BigInt(text)
  throw new Unholdable(text)
}

/** Where the value ends that begins at `at`. */
function end(source, at) {
  if (source[at] === '"') {
    let to = at + 1
    while (source[to] !== '"') to += source[to] === '\\' ? 2 : 1
    return to + 1
  }
  if (source[at] !== '{' && source[at] !== '[') {
    let to = at
    while (to < source.length && !',]} \n\t\r'.includes(source[to])) to++
    return to
  }
  let depth = 0
  let to = at
  do {
    if (source[to] === '"') {
      to = end(source, to)
      continue
    }
    if ('{['.includes(source[to])) depth += 1
    if ('}]'.includes(source[to])) depth -= 1
    to += 1
  } while (depth > 0)
  return to
}

function skip(source, at) {
  while (' \n\t\r'.includes(source[at])) at++
  return at
}
