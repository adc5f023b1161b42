// A sandbox that plays the providers, and servers that behave as a test wants.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../bin/s2s.js', import.meta.url))

export class Sandbox {
  /** Starts one, with a configuration in a file: docs/sandbox.md. */
  static async start(config) {
    const sandbox = new Sandbox()
    const options = config === undefined ? [] : ['--config', config]
    sandbox.process = spawn(process.execPath, [PROGRAM, 'sandbox', '--port', '0', ...options], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [lines] = await once(sandbox.process.stdout, 'data')
    sandbox.url = String(lines).split('\n', 1)[0]
    return sandbox
  }

  /** The `baseUrl` of a provider. */
  baseUrl(provider) {
    return `${this.url}/${provider}`
  }

  /** What has arrived: `accepted`, `rejected` and `duplicates`. */
  async account() {
    return (await fetch(`${this.url}/_sandbox/events`)).json()
  }

  /** Empties the account. */
  async forget() {
    await fetch(`${this.url}/_sandbox/events`, { method: 'DELETE' })
  }

  /** Asks it to end, and returns how it did. */
  async stop() {
    this.process.kill('SIGTERM')
    const [code, signal] = await once(this.process, 'exit')
    return { code, signal }
  }
}

/** A server that handles every connection with `talk(socket, request)`, where the request is what has arrived first. */
export async function serve(t, talk) {
  const server = createServer((socket) => {
    server.connections += 1
    socket.on('error', () => {})
    socket.once('data', (request) => talk(socket, String(request)))
  })
  server.connections = 0
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  return Object.assign(server, { url: `http://127.0.0.1:${server.address().port}`, port: server.address().port })
}
