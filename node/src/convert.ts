import { textOf } from './client.js'
import { type Issue, issuesOf, ValidationError } from './errors.js'
import { camelCase, FREE, write } from './json.js'
import * as native from './native.js'
import type { Event } from './types.js'

/** How events of another format become neutral ones. */
export interface ConversionOptions {
  /**
   * The neutral events that events of your own names are. They count before the names that the format documents. `custom` keeps your name as the
   * `name` of a custom event.
   */
  readonly names?: { readonly [name: string]: Event['event'] } | ReadonlyMap<string, Event['event']> | undefined
  /** Properties that become parameters of the same names (`params`): texts, numbers or truth values that have no place of their own. */
  readonly params?: readonly string[] | undefined
}

/** An event of another format as a neutral one. Printing it shows only what is not in the event. */
export interface Converted {
  /**
   * The neutral event. Only what the other event says is in it: it may still lack what a destination requires, such as `source`. A number of more
   * than 15 digits is a text.
   */
  readonly event: Event
  /** What is not in the neutral event, by its path in the other one: what has no place, or does not fit into it. */
  readonly unmapped: readonly Issue[]
}

/**
 * Converts a `track` call of Segment's spec: an object, or JSON text.
 *
 * `value` is the first that is given of `total`, `value` and `revenue`. Nothing is assumed: there is no currency without `currency`, and `source` is
 * not in a call.
 *
 * @throws {@link ValidationError} with what keeps the call from becoming an event; what has no place is in `unmapped`.
 */
export function fromSegment(call: object | string, options?: ConversionOptions): Converted {
  return converted(native.fromSegment, call, options)
}

/**
 * Converts a body of Google Analytics' Measurement Protocol with one event: an object, or JSON text.
 *
 * @throws {@link ValidationError} with what keeps the body from becoming an event; what has no place is in `unmapped`.
 */
export function fromGa4(body: object | string, options?: ConversionOptions): Converted {
  return converted(native.fromGa4, body, options)
}

function converted(
  convert: typeof native.fromSegment,
  given: object | string,
  options: ConversionOptions = {},
): Converted {
  const { text, wrong } = textOf(given) ?? write(given, FREE)
  const own = write(options, FREE)
  if (own.wrong !== undefined) throw new ValidationError(JSON.parse(own.wrong))
  const converted = convert(text, own.text, wrong)
  if (typeof converted === 'string') throw new ValidationError(JSON.parse(converted))
  const [event, unmapped] = converted
  return new PlainConverted(neutral(exact(event)) as Event, issuesOf(JSON.parse(unmapped)))
}

/** The text of an event as JavaScript's values. A number of more than 15 digits, which would be rounded, is a text. */
function exact(json: string): unknown {
  const quoted = json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') || token.replace(/[eE].*|\D/g, '').length <= 15 ? token : `"${token}"`,
  )
  return JSON.parse(quoted)
}

/** An event with its fields in camelCase; the names of parameters stay. */
function neutral(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(neutral)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([key, own]) => [camelCase(key), key === 'params' ? own : neutral(own)])
  return Object.fromEntries(fields)
}

/** Its own properties are those of a conversion. */
class PlainConverted implements Converted {
  constructor(
    readonly event: Event,
    readonly unmapped: readonly Issue[],
  ) {}

  /** What may be logged. */
  toJSON(): object {
    return { unmapped: this.unmapped }
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Converted ${inspect(this.toJSON(), options)}`
  }
}
