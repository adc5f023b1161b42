// A sandbox for tests: the program of this package, in a process of its own.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Provider } from './types.js'

/** A fault of the sandbox. `after` means after the event has been counted; `latency` is in milliseconds, `retry-after` in seconds. */
export type Fault =
  | `latency=${number}`
  | '429'
  | `429;retry-after=${number}`
  | '500'
  | '500-after'
  | 'drop'
  | 'drop-after'

/** An event that the sandbox has received. */
export interface ReceivedEvent {
  /** Its provider. */
  readonly provider: Provider
  /** When it arrived: RFC 3339. */
  readonly time: string
  /** What was read from the request, where the provider takes parameters (Adjust). */
  readonly parameters?: Readonly<Record<string, string>>
  /** What was read from the request, where the provider takes JSON (all but Adjust). */
  // biome-ignore lint/suspicious/noExplicitAny: JSON of a provider
  readonly message?: any
  /** The status of the response to an event that was refused. */
  readonly status?: number
  /** The body of that response. */
  readonly body?: string
  /** The rule of the provider that refused it. */
  readonly rule?: string
  /** The rule by which the provider changed an event that it accepted, such as `recorded_at_arrival` (AppsFlyer). */
  readonly note?: string
}

/** Settings of {@link startSandbox}. */
export interface SandboxOptions {
  /** A configuration in TOML, with apps, tokens, devices and faults of your own. */
  readonly config?: string
}

/** A running sandbox: it behaves as the provider APIs are documented. */
export class Sandbox {
  /** Its address. A browser shows there what has arrived. */
  readonly url: string
  readonly #process: ChildProcess

  /** @internal */
  constructor(url: string, process: ChildProcess) {
    this.url = url
    this.#process = process
  }

  /** The `baseUrl` of a provider's client. */
  baseUrl(provider: Provider): string {
    return `${this.url}/${provider}`
  }

  /** The events that were accepted, in order of arrival: of one provider, or of all. */
  accepted(provider?: Provider): Promise<ReceivedEvent[]> {
    return this.#events('accepted', provider)
  }

  /** The events that were refused, each with the rule that refused it. */
  rejected(provider?: Provider): Promise<ReceivedEvent[]> {
    return this.#events('rejected', provider)
  }

  /** The events that a provider drops because it has had them before. */
  duplicates(provider?: Provider): Promise<ReceivedEvent[]> {
    return this.#events('duplicates', provider)
  }

  /** Lets every request fail in these ways, until other faults are set; without any, none fails. */
  async setFaults(...faults: readonly Fault[]): Promise<void> {
    await this.#call('PUT', 'faults', JSON.stringify({ faults }))
  }

  /** Forgets every event, and switches all faults off. */
  async reset(): Promise<void> {
    await this.#call('DELETE', 'events')
    await this.setFaults()
  }

  /** Stops it. It also ends when this process does. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    this.#process.ref()
    const end = once(this.#process, 'exit')
    this.#process.kill()
    await end
  }

  /** Stops it, at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #events(which: string, provider?: Provider): Promise<ReceivedEvent[]> {
    const account = JSON.parse(await this.#call('GET', 'events')) as Record<string, ReceivedEvent[]>
    return (account[which] ?? []).filter((event) => provider === undefined || event.provider === provider)
  }

  // Not `fetch`, which tests like to replace.
  #call(method: string, path: string, body?: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = body === undefined ? {} : { 'content-type': 'application/json' }
      const call = request(`${this.url}/_sandbox/${path}`, { method, headers, agent: false }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('error', reject)
        response.on('end', () => {
          if ((response.statusCode ?? 0) < 300) resolve(text)
          else reject(new Error(`the sandbox answered ${response.statusCode}: ${text}`))
        })
      })
      call.on('error', reject)
      call.end(body)
    })
  }
}

/**
 * Starts a sandbox on a free port of 127.0.0.1. Stop it after the tests; it also ends when this process does.
 *
 * @throws Error it did not start; the reason is on standard error.
 */
export async function startSandbox({ config = '' }: SandboxOptions = {}): Promise<Sandbox> {
  const folder = mkdtempSync(join(tmpdir(), 's2s-sandbox-'))
  try {
    const file = join(folder, 'sandbox.toml')
    writeFileSync(file, config)
    const program = join(__dirname, '..', 'bin', 's2s.js')
    const options = ['sandbox', '--port', '0', '--config', file, '--stop-on-eof']
    const child = spawn(process.execPath, [program, ...options], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })
    const url = await new Promise<string>((resolve, reject) => {
      lines.once('line', resolve)
      child.once('error', reject)
      child.once('exit', () => reject(new Error('the sandbox did not start')))
    })
    lines.close()
    // A test that forgets to stop it keeps no process alive for it.
    child.unref()
    for (const stream of [child.stdin, child.stdout]) (stream as unknown as { unref(): void }).unref()
    return new Sandbox(url, child)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
