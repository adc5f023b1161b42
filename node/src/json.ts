// From JavaScript's values to JSON text. `JSON.stringify` would drop functions, and turn NaN and invalid dates into null.

import { types } from 'node:util'
import type { IssueData } from './errors.js'
import type { IssueCode } from './types.js'

/** A text for the core, and what JSON does not have. */
export interface Written {
  readonly text: string
  /** As JSON, or nothing where nothing is wrong. */
  readonly wrong: string | undefined
}

/** Maximum number of levels that the core accepts. */
const MAX_DEPTH = 32

/** Where a value is. */
export interface Place {
  /** Whether an array of pairs is an object there. */
  readonly takesPairs: boolean
  /** Whether a `Date` is a number of milliseconds there. Elsewhere it is ISO 8601. */
  readonly takesTime: boolean
  /** The places of the members, and of the items of a list. */
  readonly members: ReadonlyMap<string, Place> | undefined
  readonly others: Place
  readonly items: Place
}

function place(takesPairs: boolean, takesTime: boolean, others?: Place): Place {
  const own = { takesPairs, takesTime, members: undefined } as unknown as { others: Place; items: Place } & Place
  own.others = others ?? own
  own.items = others ?? own
  return own
}

/** Any JSON, and a list of texts or decimals. */
export const FREE = place(false, false)
/** A field that takes a map or a single value. */
const FIELD = place(true, true, FREE)
/** An event whose kind only the caller knows. */
export const ANY = place(false, false, place(false, true, FREE))

/** A record, or a list of records: the places of its fields that take neither a map nor a single value. */
export function record(fields: { readonly [name: string]: Place }): Place {
  const members = new Map<string, Place>()
  for (const [name, own] of Object.entries(fields)) {
    members.set(name, own)
    members.set(snakeCase(name), own)
  }
  const own = { takesPairs: false, takesTime: false, members, others: FIELD } as unknown as { items: Place } & Place
  own.items = own
  return own
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** A path, or the name of a field, in camelCase. */
export function camelCase(path: string): string {
  return path.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** The place of a member. */
function inside(place: Place, key: string): Place {
  return place.members?.get(key) ?? place.others
}

/** Writes a value. */
export function write(value: unknown, place: Place): Written {
  const text = new Plain(true).write(value, place, 0)
  return text === undefined ? written(value, place, new Writer(false)) : { text, wrong: undefined }
}

/** Writes a value that may be anything: where a getter, `toJSON` or a Proxy throws, that is an issue. */
export function writeAny(value: unknown, place: Place): Written {
  return written(value, place, new Writer(true))
}

function written(value: unknown, place: Place, writer: Writer): Written {
  const text = writer.write(value, place, [], '') ?? 'null'
  return { text, wrong: writer.issues.length === 0 ? undefined : JSON.stringify(writer.issues) }
}

/** What has to be escaped in a JSON string; the core refuses half of a surrogate pair. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/

function quoted(text: string): string {
  return SPECIAL.test(text) ? JSON.stringify(text) : `"${text}"`
}

/** Texts before the value of a member: of the first member of its object, or of a later one. */
interface Starts {
  readonly first: string
  readonly next: string
  /** With the quotation mark of a text. */
  readonly firstText: string
  readonly nextText: string
}

/** Starts of the first keys that were written: finding one takes less time than joining it again. */
const STARTS = new Map<string, Starts>()
/** Maximum number of starts that are kept: the keys of maps are the caller's, and there may be any number of them. */
const MOST_STARTS = 1000

function startsOf(key: string): Starts {
  const known = STARTS.get(key)
  if (known !== undefined) return known
  const own = `${quoted(key)}:`
  const starts = { first: `{${own}`, next: `,${own}`, firstText: `{${own}"`, nextText: `,${own}"` }
  if (STARTS.size < MOST_STARTS) STARTS.set(key, starts)
  return starts
}

/** The text of a value in which there is nothing but what nearly every event has; nothing for any other. It is faster than `JSON.stringify`. */
export class Plain {
  /** The number of strings in the text. */
  strings = 0
  readonly #escapes: boolean

  /** Without `escapes`, strings are written as they are: searching each for what has to be escaped takes as long as all the rest. */
  constructor(escapes: boolean) {
    this.#escapes = escapes
  }

  write(value: unknown, place: Place, depth: number): string | undefined {
    switch (typeof value) {
      case 'string':
        return this.#string(value)
      case 'number':
        return Number.isFinite(value) ? String(value) : undefined
      case 'boolean':
        return String(value)
      case 'object':
        if (value === null) return 'null'
        if (depth === MAX_DEPTH) return undefined
        switch (Object.getPrototypeOf(value)) {
          case Object.prototype:
            return this.#object(value as Record<string, unknown>, place, depth)
          case Array.prototype:
            return place.takesPairs ? undefined : this.#array(value as unknown[], place.items, depth)
          case Date.prototype:
            return place.takesTime ? millis(value as Date) : undefined
        }
    }
    return undefined
  }

  #string(text: string): string {
    this.strings += 1
    return this.#escapes ? quoted(text) : `"${text}"`
  }

  #object(value: Record<string, unknown>, place: Place, depth: number): string | undefined {
    let text = ''
    for (const key in value) {
      const member = value[key]
      if (member === undefined) continue
      const starts = startsOf(key)
      this.strings += 1
      if (typeof member === 'string' && !(this.#escapes && SPECIAL.test(member))) {
        this.strings += 1
        text += `${text === '' ? starts.firstText : starts.nextText}${member}"`
        continue
      }
      const own = this.write(member, inside(place, key), depth + 1)
      if (own === undefined) return undefined
      text += (text === '' ? starts.first : starts.next) + own
    }
    return text === '' ? '{}' : `${text}}`
  }

  #array(items: readonly unknown[], place: Place, depth: number): string | undefined {
    let text = ''
    for (let index = 0; index < items.length; index++) {
      const own = this.write(items[index], place, depth + 1)
      if (own === undefined) return undefined
      text += `${index === 0 ? '[' : ','}${own}`
    }
    return text === '' ? '[]' : `${text}]`
  }
}

/** A time as a field takes it. Inside of free values it is ISO 8601. */
function millis(time: Date): string | undefined {
  const own = time.getTime()
  return Number.isNaN(own) ? undefined : String(own)
}

class Writer {
  readonly issues: IssueData[] = []
  readonly #catches: boolean

  /** With `catches`, what an object throws is an issue of it. */
  constructor(catches: boolean) {
    this.#catches = catches
  }

  /** The text of a value; nothing where it has none. */
  write(value: unknown, place: Place, above: readonly object[], path: string): string | undefined {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return JSON.stringify(value)
      case 'bigint':
        return String(value)
      case 'number':
        return Number.isFinite(value) ? String(value) : this.#wrong(path, 'not_finite', 'is not a finite number')
      case 'object':
        return value === null ? 'null' : this.#caught(value, place, above, path)
      default:
        return this.#wrong(path, 'wrong_type', typeof value === 'undefined' ? 'is undefined' : `is a ${typeof value}`)
    }
  }

  #caught(value: object, place: Place, above: readonly object[], path: string): string | undefined {
    if (!this.#catches) return this.#object(value, place, above, path)
    try {
      return this.#object(value, place, above, path)
    } catch {
      // What was thrown may hold the value.
      return this.#wrong(path, 'wrong_type', 'cannot be read: a getter, `toJSON` or a Proxy throws')
    }
  }

  #object(value: object, place: Place, above: readonly object[], path: string): string | undefined {
    if (above.includes(value)) return this.#tooDeep(path, 'holds itself')
    if (above.length === MAX_DEPTH) return this.#tooDeep(path, 'is nested too deep')
    if (types.isDate(value)) return this.#date(value, place.takesTime, path)
    const around = [...above, value]
    if (ArrayBuffer.isView(value)) return this.#wrong(path, 'wrong_type', 'must not be bytes')
    if ('toJSON' in value && typeof value.toJSON === 'function') {
      return this.write(value.toJSON(path.slice(path.lastIndexOf('/') + 1)), place, around, path)
    }
    if (Array.isArray(value)) {
      return place.takesPairs && isPairs(value)
        ? this.#members(value, place, around, path)
        : this.#array(value, place.items, around, path)
    }
    if (types.isMap(value)) return this.#members(value, place, around, path)
    if (isPlain(value)) return this.#members(Object.entries(value), place, around, path)
    return this.#wrong(path, 'wrong_type', 'is an instance of a class without `toJSON`')
  }

  #date(time: Date, takesTime: boolean, path: string): string | undefined {
    const own = millis(time)
    if (own === undefined) return this.#wrong(path, 'invalid_time', 'is an invalid date')
    return takesTime ? own : JSON.stringify(time)
  }

  #array(items: readonly unknown[], place: Place, above: readonly object[], path: string): string {
    const texts: string[] = []
    for (let index = 0; index < items.length; index++) {
      texts.push(this.write(items[index], place, above, `${path}/${index}`) ?? 'null')
    }
    return `[${texts.join(',')}]`
  }

  #members(members: Iterable<readonly unknown[]>, place: Place, above: readonly object[], path: string): string {
    const texts: string[] = []
    for (const [key, member] of members) {
      if (typeof key !== 'string') {
        this.#wrong(path, 'wrong_type', 'has a key that is not a string')
        continue
      }
      if (member === undefined) continue
      const text = this.write(member, inside(place, key), above, `${path}/${token(key)}`)
      // A field that is wrong is there all the same: it is not missing.
      if (text !== undefined || above.length === 1) texts.push(`${JSON.stringify(key)}:${text ?? 'null'}`)
    }
    return `{${texts.join(',')}}`
  }

  /** Only the field is reported: a longer path means nothing. */
  #tooDeep(path: string, message: string): undefined {
    const field = path.split('/', 2).join('/')
    if (!this.issues.some((issue) => issue.path === field)) this.#wrong(field, 'too_deep', message)
  }

  #wrong(path: string, code: IssueCode, message: string): undefined {
    this.issues.push({ path, code, message })
  }
}

function isPairs(value: readonly unknown[]): value is readonly unknown[][] {
  // Spread, so that a hole is seen.
  return [...value].every((item) => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string')
}

/** Whether an object is none of a class: also one of another realm. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null
}

/** A reference token of a JSON Pointer (RFC 6901, section 3). A key of more than 100 characters, which no field has, is cut, as the core does. */
function token(key: string): string {
  const characters = key.length > 100 ? [...key] : []
  const short = characters.length > 100 ? `${characters.slice(0, 100).join('')}…` : key
  return short.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1')
}
