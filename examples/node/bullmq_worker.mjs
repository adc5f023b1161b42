// The body of a BullMQ worker: sends a request, and lets the queue send it again where that makes sense. Needs bullmq and Redis.
//
//     await queue.add('event', { ...adjust.event({ … }) }, { attempts: 8, backoff: { type: 'exponential', delay: 30_000 } })
//
//     new Worker('events', async (job, token) => {
//       const result = await deliver(job.data)
//       if (result.waitMs === undefined) return result.kind
//       await job.moveToDelayed(Date.now() + result.waitMs, token)
//       throw new DelayedError()
//     })
//
// Build the request before it is queued, so that a wrong event is an error at once. The queue holds what is in the request: personal data,
// and the credentials.

import { Request } from 's2s-events'
import { send } from './send_with_fetch.mjs'

/** The event was not taken, or nobody knows. Its text holds nothing of the event. */
export class UndeliveredError extends Error {
  name = 'UndeliveredError'

  constructor({ kind, reason }) {
    super(`${kind}: ${reason}`)
    /** Whether another try makes sense; BullMQ has its `UnrecoverableError` for what should not be tried again. */
    this.isFinal = kind === 'rejected' || kind === 'unauthorized'
  }
}

/**
 * Sends the request of `{ ...request }`, for whichever provider it is. Where the server says how long to wait, the wait is returned; otherwise it fails, and the queue
 * waits as it does.
 *
 * After `unclear` another try may count an event twice; leave that kind out where once too little is better.
 */
export async function deliver(data) {
  const outcome = await send(Request.from(data))
  if (outcome.kind === 'delivered' || outcome.kind === 'duplicate') return { kind: outcome.kind }
  if (outcome.retryAfterMs !== null) return { kind: outcome.kind, waitMs: outcome.retryAfterMs }
  throw new UndeliveredError(outcome)
}
