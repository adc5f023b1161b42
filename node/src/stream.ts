import { Transform } from 'node:stream'
import { millis } from './client.js'
import type { CsvOptions, StreamOptions } from './destination.js'
import { ConfigError } from './errors.js'
import * as native from './native.js'

const LINE_BREAK = 0x0a

/** So much of a line is kept: the 4 MiB that the core reads, and one byte more, by which it knows that there was more. */
const MAX_LINE = 4 * 1024 * 1024 + 1

/** Lines of events in, or a table; lines of requests out. What is in memory is a chunk and the line that it ends in. */
export function jsonlStream(client: native.Client, options: StreamOptions | undefined): Transform {
  const { now, newId, showSecrets = true, csv = false } = options ?? {}
  const table = csv === false ? undefined : tableOf(csv === true ? {} : csv)
  let line = 1
  let begun: Uint8Array[] = []
  let length = 0

  const build = (lines: Uint8Array): Buffer => client.buildJsonl(lines, line, millis(now), newId, showSecrets)
  const keep = (part: Uint8Array): void => {
    const kept = part.subarray(0, MAX_LINE - length)
    if (kept.length > 0) begun.push(kept)
    length += kept.length
  }
  const whole = (last: Uint8Array): Buffer => {
    keep(last)
    const lines = Buffer.concat(begun)
    begun = []
    length = 0
    return lines
  }
  const read = (stream: Transform, chunk: Buffer): void => {
    const first = chunk.indexOf(LINE_BREAK)
    if (first < 0) {
      keep(chunk)
      return
    }
    // The line that was begun, then all others that end in this chunk.
    stream.push(build(whole(chunk.subarray(0, first))))
    line += 1
    const end = chunk.lastIndexOf(LINE_BREAK)
    if (end > first) {
      const lines = chunk.subarray(first + 1, end)
      stream.push(build(lines))
      line += lineCount(lines)
    }
    keep(chunk.subarray(end + 1))
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        read(this, table === undefined ? chunk : linesOf(table.read(chunk)))
        done()
      } catch (error) {
        done(error as Error)
      }
    },
    flush(done) {
      try {
        if (table !== undefined) read(this, linesOf(table.finish()))
        done(null, build(whole(Buffer.alloc(0))))
      } catch (error) {
        done(error as Error)
      }
    },
  })
}

function tableOf({ map = {}, constants = {}, delimiter = ',' }: CsvOptions): native.Table {
  if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 0x7f || '"\r\n'.includes(delimiter)) {
    throw new TypeError('delimiter must be one character of ASCII, and neither a quotation mark nor a line break')
  }
  const columns = Object.entries(map).flatMap(([column, field]) => [column, field ?? ''])
  return new native.Table(delimiter.charCodeAt(0), columns, Object.entries(constants).flat())
}

/** The lines, or the issues of the columns are thrown. */
function linesOf(read: Buffer | string): Buffer {
  if (typeof read === 'string') throw new ConfigError(JSON.parse(read))
  return read
}

function lineCount(lines: Uint8Array): number {
  let count = 1
  for (let at = lines.indexOf(LINE_BREAK); at >= 0; at = lines.indexOf(LINE_BREAK, at + 1)) count += 1
  return count
}
