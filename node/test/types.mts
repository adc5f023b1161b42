// What the compiler must refuse, and what it must take.

import { expectTypeOf } from 'expect-type'
import {
  Adjust,
  Destination,
  type Issue,
  type IssueCode,
  Metrix,
  MetrixInApp,
  type Outcome,
  Request,
  ValidationError,
} from 's2s-events'
import { request as undiciRequest } from 'undici'

const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox' })
const metrix = new Metrix({ appId: 'a', apiKey: 'k' })
const inApp = new MetrixInApp({ appId: 'a', devKey: 'k' })
const required = { eventToken: 'f0ob4r' }

// Configurations.
// @ts-expect-error `appToken` is required
new Adjust({ environment: 'sandbox' })
// @ts-expect-error there is no such environment
new Adjust({ appToken: '4w565xzmb54d', environment: 'staging' })
// @ts-expect-error a misspelt setting
new Adjust({ appToken: '4w565xzmb54d', enviroment: 'sandbox' })

// Fields.
// @ts-expect-error `eventToken` is required
adjust.event({ gpsAdid: 'x' })
// @ts-expect-error a misspelt field
adjust.event({ ...required, gpsAdId: 'x' })
// @ts-expect-error fields are in camelCase
adjust.event({ ...required, gps_adid: 'x' })
// @ts-expect-error revenue without currency
adjust.event({ ...required, revenue: '19.99' })
// @ts-expect-error currency without revenue
adjust.event({ ...required, currency: 'USD' })
// @ts-expect-error a text, not a number
adjust.event({ eventToken: 5 })
// @ts-expect-error parameters are texts
adjust.event({ ...required, callbackParams: { order: 5 } })
// @ts-expect-error `now` is a Date
adjust.event(required, { now: 5 })
// @ts-expect-error revenue without currency
inApp.event({ metrixUserId: '1', metrixSessionId: '2', eventSlug: 't', revenue: 1 })
// @ts-expect-error `time` is required
metrix.action({ name: 'aewqd' })
// @ts-expect-error there is no such kind of message
metrix.messages({ customUserId: 'u' }, [{ kind: 'purchase', time: new Date() }])

adjust.event(
  { ...required, revenue: 19.99, currency: 'USD', createdAt: new Date(), callbackParams: new Map([['7', 'x']]) },
  { now: new Date() },
)
adjust.event({ ...required, revenue: 5n, currency: 'USD', createdAt: 1_763_632_800_000, callbackParams: [['7', 'x']] })
adjust.event({ ...required, revenue: null, currency: undefined, partnerParams: { url: new URL('https://a.example') } })
metrix.action(
  { time: '2026-11-20T10:00:00Z', attributes: { list: [1, 2n, { deep: new Date() }], none: null } },
  { newId: () => 'A-1' },
)
metrix.messages({ customUserId: 'u' }, [{ kind: 'user', firstName: 'x', time: new Date() }], { newId: null })

// Requests go where fetch and undici look.
const request = adjust.event(required)
expectTypeOf(request).toEqualTypeOf<Request>()
expectTypeOf(request.body).toEqualTypeOf<string | null>()
expectTypeOf(request.redirect).toEqualTypeOf<'manual'>()
// @ts-expect-error a request is not changed
request.url = ''
// @ts-expect-error requests are built
new Request()
expectTypeOf(fetch(request.url, request)).resolves.toEqualTypeOf<Response>()
undiciRequest(request.url, request)
expectTypeOf(Request.from({ ...request })).toEqualTypeOf<Request>()

// Answers come from where they came.
expectTypeOf(adjust.interpret(request, await fetch(request.url, request))).resolves.toEqualTypeOf<Outcome>()
expectTypeOf(adjust.interpret(request, await undiciRequest(request.url, request))).resolves.toEqualTypeOf<Outcome>()
expectTypeOf(adjust.interpretSync(request, { status: 200, headers: {}, body: '' })).toEqualTypeOf<Outcome>()
// @ts-expect-error the body is required
adjust.interpretSync(request, { status: 200, headers: {} })
// @ts-expect-error there is no such kind of no-response
adjust.interpretNoResponse(request, 'lost')

// An outcome is told apart by its kind.
const outcome = adjust.interpretError(request, new Error('x'))
if (outcome.kind === 'retry_later') expectTypeOf(outcome.retryAfterMs).toEqualTypeOf<number | null>()
if (outcome.kind === 'delivered') expectTypeOf(outcome.retryAfterMs).toEqualTypeOf<null>()
if (outcome.kind === 'unclear') expectTypeOf(outcome.maybeDelivered).toEqualTypeOf<true>()
// @ts-expect-error there is no such kind
if (outcome.kind === 'failed') throw new Error('x')

// Issues and what is built from anything.
expectTypeOf(new ValidationError([]).issues).toEqualTypeOf<readonly Issue[]>()
expectTypeOf<Issue['code']>().toEqualTypeOf<IssueCode>()
const destination = Destination.fromConfig({ provider: 'adjust', app_token: 'x' })
expectTypeOf(destination.buildMany([{}])).toEqualTypeOf<(Request | ValidationError)[]>()
expectTypeOf(destination.buildJsonl(new Uint8Array())).toEqualTypeOf<Buffer>()
