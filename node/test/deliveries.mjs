// Runs a script of `vectors/delivery`; `vectors/README.md` specifies its steps.

import assert from 'node:assert/strict'
import { CannotRunError, Delivery, Destination, RefusedError } from 's2s-events'
import { camelCase } from './camel.mjs'

/** Names in camelCase, of settings and of those of providers. */
function camelConfig({ providers, ...settings }) {
  const camel = (fields) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [camelCase(key), value]))
  const limits = Object.entries(providers ?? {}).map(([name, own]) => [name, camel(own)])
  return { ...camel(settings), providers: limits }
}

export class Script {
  #script
  #begin
  #settings
  #options
  #delivery
  /** What is stored of the log. */
  #log = Buffer.alloc(0)
  #tickets = new Map()
  /** What a run has asked to store. */
  #toStore

  constructor(script) {
    this.#script = script
    this.#begin = Date.parse(script.now)
    this.#settings = camelConfig(script.config)
    this.#options = { seed: script.seed }
    this.#delivery = new Delivery(this.#settings, this.#options)
  }

  async run() {
    for (const [position, step] of this.#script.steps.entries()) {
      const at = `${this.#script.name}, step ${position}: ${JSON.stringify(step)}`
      let found
      try {
        found = await this.#step(step)
      } catch (error) {
        throw new Error(at, { cause: error })
      }
      assert.deepEqual(found, step.expect, at)
    }
  }

  /** Does a step; gives what it has led to. */
  async #step(step) {
    const now = new Date(this.#begin + step.at)
    const delivery = this.#delivery
    if ('submit' in step) return this.#submit(step, now)
    if ('poll' in step) return this.#polled(delivery.poll({ now }), step.expect)
    if ('status' in step) {
      const { status, headers = [], body = '' } = step
      const response = new Response(status === 204 ? null : body, { status, headers })
      return delivery.onResponse(this.#tickets.get(step.answer), response, { now })
    }
    if ('no_response' in step) {
      return delivery.onNoResponse(this.#tickets.get(step.answer), step.no_response, { cause: step.cause, now })
    }
    if ('reports' in step) return delivery.takeReports().map(told)
    if ('acknowledge' in step) return delivery.acknowledge(step.acknowledge)
    if ('store' in step) return this.#store(step.store)
    if ('compact' in step) return this.#compact(step.compact)
    if ('snapshot' in step) {
      const snapshot = delivery.snapshot()
      this.#log = snapshot ?? Buffer.alloc(0)
      return snapshot !== null
    }
    if ('restart' in step) return this.#restart(step.restart)
    if ('resume' in step) return delivery.resume(step.resume, { now })
    if ('renew' in step) return delivery.renewCredentials(step.renew, build(step.destinations, step.event, now))
    if ('stats' in step) return statistics(delivery.stats())
    return this.#stepOfRun(step, now)
  }

  #stepOfRun(step, now) {
    const { run } = this.#delivery
    if ('begin' in step) return this.#begun(step.begin)
    if ('next' in step) return this.#next(run.next({ now }), step.expect)
    if (step.stored === true) {
      const { log, replaces } = this.#toStore
      this.#log = replaces ? log : Buffer.concat([this.#log, log])
      return run.stored()
    }
    if (step.stored === false) return run.notStored(this.#toStore.log)
    if ('reported' in step) return run.reported(step.reported)
    if ('error' in step) return run.onError(this.#tickets.get(step.error), step.kind, { cause: step.cause, now })
    if ('withdraw' in step) return run.withdraw(this.#tickets.get(step.withdraw), { now })
    if (step.stop) return run.stop()
    if (step.finish) return run.finish()
    if (step.cancel) return run.cancel()
    if (step.fail) return run.fail()
    if (step.abandon) return run.abandon({ now })
    throw new Error('there is no such step')
  }

  #begun(options) {
    try {
      this.#delivery.run.begin(
        Object.fromEntries(Object.entries(options).map(([key, value]) => [camelCase(key), value])),
      )
    } catch (error) {
      if (!(error instanceof CannotRunError)) throw error
      return error.code
    }
    return 'begun'
  }

  #next(next, expected) {
    switch (next.kind) {
      case 'send':
        return this.#sent(next, expected)
      case 'store':
        this.#toStore = next
        return { store: next.replaces ? 'replace' : 'append' }
      case 'report':
        return { report: this.#delivery.run.reports().map(({ id, kind }) => [id, kind]) }
      case 'cancel':
        return { cancel: [...this.#tickets].find(([, ticket]) => ticket === next.ticket)?.[0] }
      case 'wait':
        return { wait: next.ms }
      case 'done':
        return 'done'
    }
    throw new Error(`nothing is known of ${next.kind}`)
  }

  #submit({ submit, event, lane, destination }, now) {
    const request = build(this.#script.destinations, event, now)
    try {
      return this.#delivery.submit(submit, request, { lane, destination, now }).isDated ? 'dated' : 'accepted'
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error
      return error.code
    }
  }

  #polled(next, expected) {
    if (next.kind === 'wait_until') return { wait_until: next.time.getTime() - this.#begin }
    return next.kind === 'send' ? this.#sent(next, expected) : next.kind
  }

  /** Remembers the ticket of a request by the name that the script gives it. */
  #sent({ ticket, request }, expected) {
    const name = expected.send ?? '?'
    this.#tickets.set(name, ticket)
    const found = { send: name }
    const body = request.body ?? ''
    if ('body' in expected) found.body = body
    if ('contains' in expected) found.contains = body.includes(expected.contains) ? expected.contains : body
    if ('ids' in expected) found.ids = [...request.messageIds]
    return found
  }

  #store(succeeds) {
    const log = this.#delivery.takeLog()
    if (succeeds) {
      this.#log = Buffer.concat([this.#log, log])
      this.#delivery.logStored()
    } else {
      this.#delivery.logNotStored(log)
    }
    return log.length > 0
  }

  #compact(succeeds) {
    const snapshot = this.#delivery.takeSnapshot()
    if (snapshot === null) return false
    if (succeeds) {
      this.#log = snapshot
      this.#delivery.logStored()
    } else {
      this.#delivery.logNotStored(snapshot)
    }
    return true
  }

  #restart(torn) {
    const log = this.#log.subarray(0, Math.max(0, this.#log.length - torn))
    const { delivery, wholeBytes } = Delivery.restore(this.#settings, log, this.#options)
    this.#log = log.subarray(0, wholeBytes)
    this.#delivery = delivery
    return delivery.stats().pending
  }
}

/** The request of an event, by the destination that it names or that is its provider's. */
function build(destinations, { destination: name, ...event }, now) {
  const own =
    name === undefined ? { provider: event.provider, ...destinations[event.provider] } : destinations.destination[name]
  return Destination.fromConfig(own).build(event, { now, newId: null })
}

function told({ id, destination, kind, reason, maybeDelivered, attempts, cause }) {
  return { id, destination, kind, reason, maybe_delivered: maybeDelivered, attempts, ...(cause !== null && { cause }) }
}

function statistics({ gaveUp, inFlight, rememberedLanes, destinations, ...counts }) {
  const states = destinations.map(({ name, state }) => [name, state])
  return { ...counts, gave_up: gaveUp, in_flight: inFlight, remembered_lanes: rememberedLanes, destinations: states }
}
