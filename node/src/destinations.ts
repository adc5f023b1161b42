import { type Clock, type Ids, millis, NOT_UNICODE, textOf } from './client.js'
import { Destination } from './destination.js'
import { ConfigError, type Issue, ValidationError } from './errors.js'
import { camelCase, FREE, record, write } from './json.js'
import * as native from './native.js'
import { EVENT_FIELDS } from './neutral.js'
import type { Request } from './request.js'
import type { Event, EventMapping, Provider, ProviderConfigs } from './types.js'

/** How a destination takes neutral events. */
export interface NeutralSettings {
  /**
   * What events become, by their names: the provider's own name, token or slug of the event; `skip` where it is not for this destination; or an
   * object of the name and the `kind`, at providers that have several. An event without an entry becomes what the provider documents for it; where
   * there is nothing, that is an issue.
   */
  readonly events?:
    | {
        readonly [E in Event['event']]?:
          | string
          | { readonly name: string; readonly kind?: string | undefined }
          | undefined
      }
    | undefined
  /** What happens to fields that have no place there, and without consent. */
  readonly mapping?: EventMapping | undefined
}

/** A destination with its own name: the `provider` and its settings. */
export type NamedDestination = {
  [P in Provider]: { readonly provider: P } & ProviderConfigs[P] & NeutralSettings
}[Provider]

/** The destinations of a program: at most one by the name of each provider, and any number of others in `destination`, by their own names. */
export type DestinationsConfig = {
  readonly [P in Provider]?: (ProviderConfigs[P] & NeutralSettings) | undefined
} & { readonly destination?: { readonly [name: string]: NamedDestination | undefined } | undefined }

/** An event for every provider. */
export interface NeutralEvent extends Event {
  /** The labels of the destinations that it is for, as {@link Part} has them; all of them by default. */
  readonly destinations?: readonly string[] | null | undefined
}

interface PartFields {
  /**
   * The label of the destination: its name, or that of its provider where it has none. A destination that has the name of a provider is
   * `destination.NAME`.
   */
  readonly destination: string
  /** The destination's provider. */
  readonly provider: Provider
}

/** A neutral event is built for a destination. */
export interface PartBuilt extends PartFields {
  /** The request. Paths of its warnings are those of the neutral event. */
  readonly request: Request
  readonly issues: null
  readonly skipped: false
}

/** A neutral event has issues at a destination, and nothing is sent there. Other destinations get it all the same. */
export interface PartRefused extends PartFields {
  readonly request: null
  /** All issues, at least one. Their paths are those of the neutral event. */
  readonly issues: readonly Issue[]
  readonly skipped: false
}

/** A neutral event is not for a destination: its `events` say `skip`. */
export interface PartSkipped extends PartFields {
  readonly request: null
  readonly issues: null
  readonly skipped: true
}

/**
 * What becomes of a neutral event at one destination: a `request`, its `issues`, or it is `skipped`.
 *
 * `JSON.stringify`, `console.log` and `String` show the label, which of the three it is, and codes. **Spreading does show the request.**
 */
export type Part = PartBuilt | PartRefused | PartSkipped

/** Where a field of a neutral event goes at a destination. */
export interface Row {
  /** The field: a JSON Pointer into the neutral event, in which `*` is the position of an item. */
  readonly from: string
  /** The field of the provider's own event: a JSON Pointer, in which `*` is a position. */
  readonly to: string
  /**
   * How its value gets there: as it is, or in the provider's form of it (`plain`); as a digest of its normal form (`hashed`); in the provider's
   * word for it (`named`); or not at all, because the user has not consented (`withheld`).
   */
  readonly how: 'plain' | 'hashed' | 'named' | 'withheld'
  /** Whether the event has it. */
  readonly isGiven: boolean
}

/** What becomes of a neutral event at one destination, and where each field goes. */
export interface Explained {
  readonly part: Part
  /** The fields that have a place there, also those that the event does not have. Empty where it is skipped. */
  readonly rows: readonly Row[]
}

/**
 * All destinations of a program: one event for every provider becomes a request for each of them. It is immutable and may be shared freely.
 *
 * ```js
 * const destinations = new Destinations({
 *   adjust: { appToken: '4w565xzmb54d', events: { purchase: 'f0ob4r' }, mapping: { unmapped: 'warn' } },
 *   ga4: { measurementId: 'G-PSW1MY7HB4', apiSecret: 'secret' },
 * })
 * for (const { destination, request, issues } of destinations.fanOut(purchase)) {
 *   if (request) await destinations.get(destination).interpret(request, await fetch(request.url, request))
 *   else if (issues) console.log(destination, issues)
 * }
 * ```
 */
export class Destinations {
  readonly #native: native.Destinations
  readonly #clients = new Map<string, Destination>()

  /**
   * Opens the destinations of a configuration: an object, or JSON text, in which names may be in snake_case as they are in the configuration file
   * of the program `s2s`.
   *
   * @throws {@link ConfigError} with all problems of all destinations.
   */
  constructor(config: DestinationsConfig | string) {
    const isText = typeof config === 'string'
    if (isText && !config.isWellFormed()) throw new ConfigError([NOT_UNICODE])
    const { text, wrong } = isText ? { text: config, wrong: undefined } : write(config, FREE)
    const opened = native.openDestinations(text, !isText, wrong)
    if (typeof opened === 'string') throw new ConfigError(JSON.parse(opened))
    this.#native = opened
  }

  /** The client of the destination that has this label, to interpret responses or to build events of its provider; undefined if there is none. */
  get(label: string): Destination | undefined {
    const known = this.#clients.get(label)
    if (known !== undefined) return known
    const client = this.#native.get(label)
    if (client === null) return undefined
    const destination = Destination._of(client)
    this.#clients.set(label, destination)
    return destination
  }

  /**
   * Builds the requests of one neutral event: one part for each destination, or for those that its `destinations` names, in the order of the
   * configuration, first those by the names of providers. The event is an object, or JSON text as a string or as bytes.
   *
   * Messages of providers that have ids get the event's `id`; without one, they get what `newId` returns, the same at each destination.
   *
   * @throws {@link ValidationError} with the issues of the event itself, which are the same for all destinations.
   */
  fanOut(event: NeutralEvent | string | Uint8Array, options?: Clock & Ids): Part[] {
    return this.#explained(event, options, false).map(({ part }) => part)
  }

  /** Like {@link Destinations.fanOut}, and says where each field goes. @throws {@link ValidationError} as there. */
  explain(event: NeutralEvent | string | Uint8Array, options?: Clock & Ids): Explained[] {
    return this.#explained(event, options, true)
  }

  #explained(
    event: NeutralEvent | string | Uint8Array,
    options: (Clock & Ids) | undefined,
    hasRows: boolean,
  ): Explained[] {
    const now = millis(options?.now)
    const isText = typeof event === 'string' || event instanceof Uint8Array
    let explained: string[] | string
    if (event instanceof Uint8Array) explained = this.#native.explainBytes(event, now, options?.newId, hasRows)
    else {
      const { text, wrong } = textOf(event) ?? write(event, EVENT)
      explained = this.#native.explain(text, !isText, now, wrong, options?.newId, hasRows)
    }
    if (typeof explained === 'string') throw new ValidationError(JSON.parse(explained))
    return explained.map((text) => this.#read(text, !isText))
  }

  /** Reads what the native module says of one destination. */
  #read(text: string, isTyped: boolean): Explained {
    const end = text.indexOf('\n')
    const [destination, provider, rows] = JSON.parse(text.slice(0, end)) as [string, Provider, PlainRow[]]
    return {
      part: this.#part(destination, provider, text.slice(end + 1)),
      rows: rows.map(([from, to, how, isGiven]) => ({ from: isTyped ? camelCase(from) : from, to, how, isGiven })),
    }
  }

  #part(destination: string, provider: Provider, text: string): Part {
    if (text === '') return new PlainPart(destination, provider, null, null) as Part
    const reader = (this.get(destination) as Destination)._reader
    const built = reader.readAny(text)
    const [request, issues] = built instanceof ValidationError ? [null, built.issues] : [built, null]
    return new PlainPart(destination, provider, request, issues) as Part
  }
}

/** Where the fields of an event, and its destinations, take neither a map nor a single value. */
const EVENT = record({ ...EVENT_FIELDS, destinations: FREE })

type PlainRow = [from: string, to: string, how: Row['how'], isGiven: boolean]

/** Its own properties are those of a part. */
class PlainPart {
  readonly skipped: boolean

  constructor(
    readonly destination: string,
    readonly provider: Provider,
    readonly request: Request | null,
    readonly issues: readonly Issue[] | null,
  ) {
    this.skipped = request === null && issues === null
  }

  /** What may be logged. */
  toJSON(): object {
    const { destination, provider, request, issues } = this
    if (request !== null) return { destination, provider, verdict: 'built', warnings: codes(request.warnings) }
    if (issues !== null) return { destination, provider, verdict: 'refused', issues: codes(issues) }
    return { destination, provider, verdict: 'skipped' }
  }

  toString(): string {
    const { destination, request, issues } = this
    if (issues !== null) return `Part ${destination}: refused (${codes(issues).join(', ')})`
    return `Part ${destination}: ${request === null ? 'skipped' : 'built'}`
  }

  [Symbol.for('nodejs.util.inspect.custom')](
    _depth: number,
    options: object,
    inspect: (value: unknown, options: object) => string,
  ): string {
    return `Part ${inspect(this.toJSON(), options)}`
  }
}

function codes(issues: readonly Issue[]): string[] {
  return issues.map(({ code }) => code)
}
