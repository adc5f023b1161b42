import type { Transform } from 'node:stream'
import { types } from 'node:util'
import { Client, type Clock, type Ids, messages, millis, notUnicode, textOf } from './client.js'
import type { ValidationError } from './errors.js'
import { ANY, Plain, write, writeAny } from './json.js'
import type { Request } from './request.js'
import { jsonlStream } from './stream.js'

/** How lines of JSON are written. */
export interface JsonlOptions extends Clock, Ids {
  /** Whether requests contain their credentials, as they must to be sent (default `true`); otherwise these are `[redacted]`. */
  readonly showSecrets?: boolean | undefined
}

/**
 * How the columns of a table in CSV (RFC 4180) become the fields of events.
 *
 * The first row has the names of the columns. A column is the field of its name, or the one that `map` says; a field inside of a record, or an
 * entry of a map, has a path with points, such as `callback_params.order`. Names are those of the JSON form, in snake_case or camelCase. A
 * cell is a text, and its field says what it becomes: an empty one is an absent field; amounts and other numbers keep their digits; a time is
 * RFC 3339 or Unix milliseconds; a truth value is `true` or `false`, in any case; a list, a record or a map of its own is JSON.
 */
export interface CsvOptions {
  /** Columns, and the field that each is; null leaves it out. A column that is no field, and is not here, is an error. */
  readonly map?: Readonly<Record<string, string | null>> | undefined
  /** Fields that every row has, such as `{ provider: 'adjust', kind: 'event' }`, each with the text of a cell. */
  readonly constants?: Readonly<Record<string, string>> | undefined
  /** Character between two cells, in ASCII (default `,`). */
  readonly delimiter?: string | undefined
}

/** How a stream of events is read, and how lines of JSON are written. */
export interface StreamOptions extends JsonlOptions {
  /** Reads a table in CSV instead of lines of JSON, with these columns; `true` for those of the fields' own names. */
  readonly csv?: CsvOptions | boolean | undefined
}

/**
 * An event in the JSON form: an object with its `provider`, its `kind` and its fields, in snake_case or camelCase; or the text of one. Only
 * text keeps the order of keys such as `"7"`, and numbers as they were written.
 */
export type AnyEvent = object | string | Uint8Array

/** A client of the provider that a configuration names, for events that name their provider and kind. */
export class Destination extends Client {
  /**
   * The destination of a configuration: an object with the name of the `provider` and its settings.
   *
   * @throws {@link ConfigError} with everything that is wrong with the configuration.
   */
  static fromConfig(config: object): Destination {
    return new Destination(undefined, config)
  }

  /** @internal The client of one of several destinations. */
  static _of(client: object): Destination {
    return new Destination(undefined, client)
  }

  /** The request of an event. @throws {@link ValidationError} with all of its issues. */
  build(event: AnyEvent, options?: Clock & Ids): Request {
    const now = millis(options?.now)
    if (event instanceof Uint8Array) return this._reader.read(this._native.buildBytes(event, now, options?.newId))
    const { text, wrong } = textOf(event) ?? write(event, ANY)
    return this._reader.read(this._native.build(text, now, wrong, options?.newId))
  }

  /**
   * Builds the requests of many events, with a {@link ValidationError} in the place of each that has issues; one whose getters, `toJSON` or Proxy
   * throw has an issue, too. All of them cross to the core at once.
   */
  buildMany(events: Iterable<AnyEvent>, options?: Clock & Ids): (Request | ValidationError)[] {
    const now = millis(options?.now)
    const newId = options?.newId
    // An iterator may change an event once the next one is asked for, and ids are made in the order of the events.
    const mayWait = Array.isArray(events) && newId === undefined
    const plain = new Plain(!mayWait)
    const texts = new Texts()
    const given: AnyEvent[] = []
    const others = new Map<number, Request | ValidationError>()
    for (const event of events) {
      plain.strings = 0
      const text = typeof event === 'object' ? plainlyOf(event, plain) : undefined
      if (text === undefined) others.set(given.length, this.#collected(event, now, newId))
      texts.add(text ?? '', mayWait ? plain.strings : 0)
      given.push(event)
    }
    const built = this._native.buildMany(texts.bytes(), texts.sizes(), now, newId)
    return built.map((text, at) => {
      if (text !== null) return this._reader.readAny(text)
      return others.get(at) ?? this.#collected(given[at] as AnyEvent, now, newId)
    })
  }

  /** One request of several messages of one user. @throws {@link ValidationError} with all issues. */
  messages(identity: object | string, several: Iterable<object | string> | string, options?: Clock & Ids): Request {
    if (typeof several !== 'string') return messages(this, identity, several, options, ANY)
    const [{ text: own }, { text }] = [textOf(identity) ?? write(identity, ANY), textOf(several) ?? write(several, ANY)]
    return this._reader.read(this._native.messagesText(own, text, millis(options?.now), options?.newId))
  }

  /**
   * The requests of the events in `lines`, one JSON object per line, as lines of JSON:
   * `{"line":1,"request":{"method":…,"url":…,"headers":[[name,value],…],"body":…},"warnings":[…]}` or `{"line":2,"issues":[…]}`.
   */
  buildJsonl(lines: Uint8Array, options?: JsonlOptions): Buffer {
    return this._native.buildJsonl(lines, 1, millis(options?.now), options?.newId, options?.showSecrets ?? true)
  }

  /**
   * The same as a stream, for files larger than memory: bytes in, bytes out. With `csv`, the input is a table, and `line` is the one in which a row
   * begins. A row with another number of cells than the table has columns is a line with an issue, and so is the last row if a quotation mark in
   * it is not closed.
   *
   * The stream fails with a {@link ConfigError} before anything is built if the columns of a table do not fit: `issues` has all problems of its
   * columns, of `map` and of `constants`.
   */
  buildStream(options?: StreamOptions): Transform {
    return jsonlStream(this._native, options)
  }

  /** Builds an event that is not plain data. Only what `newId` throws is thrown. */
  #collected(event: AnyEvent, now: number, newId: Ids['newId']): Request | ValidationError {
    // A Proxy may throw where `instanceof` asks for its prototype.
    if (types.isUint8Array(event)) return this._reader.readAny(this._native.buildBytes(event, now, newId))
    if (typeof event === 'string' && !event.isWellFormed()) return notUnicode()
    const { text, wrong } = textOf(event) ?? writeAny(event, ANY)
    return this._reader.readAny(this._native.build(text, now, wrong, newId))
  }
}

/** Returns the text of an event that is plain data. */
function plainlyOf(event: object, plain: Plain): string | undefined {
  try {
    const text = plain.write(event, ANY, 0)
    return text?.isWellFormed() ? text : undefined
  } catch {
    // What throws is reported when it is written.
    return undefined
  }
}

/** Texts as bytes, one after the other. Joining them as strings would copy each of them several times. */
class Texts {
  #count = 0
  #buffer = Buffer.allocUnsafe(64 * 1024)
  #length = 0
  #sizes = new Uint32Array(256)

  /** Adds a text, with the number of its strings if nothing in them was escaped, or 0 for JSON. */
  add(text: string, strings: number): void {
    // A code unit takes three bytes at the most.
    const most = this.#length + 3 * text.length
    if (most > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(2 * most)
      this.#buffer.copy(larger, 0, 0, this.#length)
      this.#buffer = larger
    }
    if (2 * this.#count === this.#sizes.length) {
      const larger = new Uint32Array(2 * this.#sizes.length)
      larger.set(this.#sizes)
      this.#sizes = larger
    }
    const written = this.#buffer.write(text, this.#length)
    this.#sizes[2 * this.#count] = written
    this.#sizes[2 * this.#count + 1] = strings
    this.#length += written
    this.#count += 1
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.#length)
  }

  /** The number of bytes and of strings of each. */
  sizes(): Uint32Array {
    return this.#sizes.subarray(0, 2 * this.#count)
  }
}
