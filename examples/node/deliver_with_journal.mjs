// Delivers events with a journal in a file: a process that dies at any moment loses none, and the next one goes on. Try it with a sandbox,
// `npx s2s sandbox --port 8080`:
//
//     node deliver_with_journal.mjs http://127.0.0.1:8080/adjust events.log
//
// The file holds personal data and the credentials. One process at a time may have it.

import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Adjust, Delivery, Driver } from 's2s-events'

const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants

/** The log of a delivery in a file. */
export class Journal {
  #path
  #file
  #length = 0

  /** Opens the journal in a file, which need not be there yet, and restores the delivery from it. */
  static async open(path, settings) {
    const { delivery } = Delivery.restore(settings, await contents(path))
    const journal = new Journal()
    journal.#path = path
    // So a torn end is gone, too.
    await journal.replace(delivery.snapshot() ?? Buffer.alloc(0))
    return { journal, delivery }
  }

  /** Appends a part of the log, or nothing of it. */
  async append(log) {
    try {
      await this.#file.appendFile(log)
      await this.#file.sync()
      this.#length += log.length
    } catch (error) {
      await this.#file.truncate(this.#length)
      throw error
    }
  }

  /** Replaces the log. A new file takes the place of the old one once it is whole and on the disk. */
  async replace(log) {
    const path = `${this.#path}.new`
    const file = await open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
    try {
      await file.appendFile(log)
      await file.sync()
      await rename(path, this.#path)
    } catch (error) {
      await file.close()
      await rm(path, { force: true })
      throw error
    }
    const old = this.#file
    this.#file = file
    this.#length = log.length
    await old?.close()
    try {
      await syncFolder(dirname(this.#path))
    } catch (error) {
      // Nobody knows which of the two files a crash would leave. Both are whole, but nothing more may be appended.
      await file.close()
      throw error
    }
  }

  close() {
    return this.#file.close()
  }
}

/** Makes a rename last. Windows cannot open folders. */
async function syncFolder(path) {
  if (process.platform === 'win32') return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function contents(path) {
  try {
    return await readFile(path)
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox', baseUrl: process.argv[2] })
  const { journal, delivery } = await Journal.open(process.argv[3], { maxAttempts: 10 })
  const driver = new Driver(delivery)
  driver.submit(randomUUID(), adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86-6796-463a-be86-897993136018' }))
  await driver.run({
    store: journal,
    onReport: ({ kind, reason }) => console.log(`${kind}: ${reason}`),
    // What became of it is known elsewhere then; the id can be forgotten.
    acknowledge: true,
  })
  await journal.close()
}
