// What the compiler must refuse, and what it must take.

import { expectTypeOf } from 'expect-type'
import {
  Adjust,
  type CannotRunError,
  Delivery,
  Destination,
  Destinations,
  Driver,
  type Explained,
  type Issue,
  type IssueCode,
  interpret,
  interpretError,
  interpretNoResponse,
  interpretSync,
  type LogStore,
  Metrix,
  MetrixInApp,
  type NeutralEvent,
  type Outcome,
  type OutcomeKind,
  type Part,
  type Provider,
  type RefusedError,
  type Report,
  Request,
  type SubmittedPart,
  type Ticket,
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

// The declared words are those of the types.
expectTypeOf<Outcome['kind']>().toEqualTypeOf<OutcomeKind>()

// Responses come from where they came.
expectTypeOf(adjust.interpret(request, await fetch(request.url, request))).resolves.toEqualTypeOf<Outcome>()
expectTypeOf(adjust.interpret(request, await undiciRequest(request.url, request))).resolves.toEqualTypeOf<Outcome>()
expectTypeOf(adjust.interpretSync(request, { status: 200, headers: {}, body: '' })).toEqualTypeOf<Outcome>()
// @ts-expect-error the body is required
adjust.interpretSync(request, { status: 200, headers: {} })
// @ts-expect-error there is no such kind of no-response
adjust.interpretNoResponse('lost')

// The same without a client.
expectTypeOf(interpret(request, await fetch(request.url, request))).resolves.toEqualTypeOf<Outcome>()
expectTypeOf(interpretSync(request, { status: 200, headers: {}, body: '' })).toEqualTypeOf<Outcome>()
expectTypeOf(interpretNoResponse('timeout')).toEqualTypeOf<Outcome>()
expectTypeOf(interpretError(request, new Error('x'))).toEqualTypeOf<Outcome>()
// @ts-expect-error without a client the provider is that of the request
interpretSync(null, { status: 200, headers: {}, body: '' })
// @ts-expect-error there is no such kind of no-response
interpretNoResponse('lost')

// Outcomes are distinguished by their kinds.
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

// Destinations of neutral events.
const destinations = new Destinations({
  adjust: {
    appToken: '4w565xzmb54d',
    events: { purchase: 'f0ob4r', refund: 'skip' },
    mapping: { noConsent: 'withhold_user_data', ignore: ['/orderId'], params: true },
  },
  destination: {
    eu: { provider: 'metrix', appId: 'a', apiKey: 'k', events: { login: { name: 'x', kind: 'action' } } },
  },
})
new Destinations('{}')
// @ts-expect-error there is no such provider
new Destinations({ adjst: { appToken: '4w565xzmb54d' } })
// @ts-expect-error `appToken` is required
new Destinations({ adjust: {} })
// @ts-expect-error a destination with a name has a provider
new Destinations({ destination: { eu: { appId: 'a', apiKey: 'k' } } })
// @ts-expect-error the setting is of another provider
new Destinations({ destination: { eu: { provider: 'metrix', appId: 'a', apiKey: 'k', appToken: 'x' } } })
// @ts-expect-error there is no such event
new Destinations({ adjust: { appToken: '4w565xzmb54d', events: { purchas: 'f0ob4r' } } })
// @ts-expect-error a misspelt setting
new Destinations({ adjust: { appToken: '4w565xzmb54d', mapping: { unmaped: 'warn' } } })
// @ts-expect-error `event` is required
destinations.fanOut({ value: 1 })
// @ts-expect-error there is no such event
destinations.fanOut({ event: 'purchas' })
// @ts-expect-error fields are in camelCase
destinations.fanOut({ event: 'purchase', order_id: 'A-1' })
// @ts-expect-error labels are a list
destinations.fanOut({ event: 'purchase', destinations: 'adjust' })
const neutral: NeutralEvent = {
  event: 'purchase',
  time: new Date(),
  value: 19.99,
  currency: 'EUR',
  items: [{ id: 'a', quantity: 1n, price: '5' }],
  params: new Map([['7', 'x']]),
  destinations: ['adjust'],
}
expectTypeOf(destinations.fanOut('{}')).toEqualTypeOf<Part[]>()
expectTypeOf(destinations.explain(new Uint8Array(), { newId: null })).toEqualTypeOf<Explained[]>()
expectTypeOf<Explained['rows'][number]['how']>().toEqualTypeOf<'plain' | 'hashed' | 'named' | 'withheld'>()
expectTypeOf(destinations.get('eu')).toEqualTypeOf<Destination | undefined>()
for (const part of destinations.fanOut(neutral, { now: new Date(), newId: () => 'A-1' })) {
  expectTypeOf(part.destination).toEqualTypeOf<string>()
  expectTypeOf(part.provider).toEqualTypeOf<Provider>()
  if (part.request) {
    expectTypeOf(part.request).toEqualTypeOf<Request>()
    expectTypeOf(part.issues).toEqualTypeOf<null>()
  } else if (part.issues) expectTypeOf(part.issues).toEqualTypeOf<readonly Issue[]>()
  else expectTypeOf(part.skipped).toEqualTypeOf<true>()
}

// Deliveries.
const delivery = new Delivery(
  { journal: true, maxPending: 10n, providers: { adjust: { repeat: 'at_most_once' } } },
  { seed: 7n },
)
new Delivery({ providers: new Map([['adjust', { perSecond: 5 }]]) }, { seed: 7, once: true })
// @ts-expect-error a misspelt setting
new Delivery({ maxPendng: 10 })
// @ts-expect-error there is no such way to repeat
new Delivery({ providers: { adjust: { repeat: 'twice' } } })
// @ts-expect-error the seed is a number
new Delivery({}, { seed: '7' })
// @ts-expect-error the request is required
delivery.submit('a')
// @ts-expect-error events belong into requests first
delivery.submit('a', required)
delivery.submit('a', request, { destination: 'b', lane: 'c', now: new Date() })
expectTypeOf(delivery.submit('a', request).isDated).toEqualTypeOf<boolean>()
expectTypeOf(delivery.submitParts('a', destinations.fanOut(neutral), { now: new Date() })).toEqualTypeOf<
  SubmittedPart[]
>()
delivery.submitParts('a', new Set([{ destination: 'eu', request }]))
// @ts-expect-error a part has a destination
delivery.submitParts('a', [{ request }])
// @ts-expect-error each part has its own destination
delivery.submitParts('a', [], { destination: 'eu' })
expectTypeOf(Delivery.restore({}, new Uint8Array())).toEqualTypeOf<{ delivery: Delivery; wholeBytes: number }>()
expectTypeOf(delivery.takeLog()).toEqualTypeOf<Buffer>()
expectTypeOf(delivery.snapshot()).toEqualTypeOf<Buffer | null>()
expectTypeOf(delivery.takeReports()).toEqualTypeOf<Report[]>()
expectTypeOf(delivery.takeSnapshot()).toEqualTypeOf<Buffer | null>()
expectTypeOf<Report['cause']>().toEqualTypeOf<string | null>()
expectTypeOf<Report['outcome']>().toEqualTypeOf<Outcome | null>()
expectTypeOf<RefusedError['code']>().toEqualTypeOf<'full' | 'id_in_use' | 'invalid_name'>()

// What is to be done next is distinguished by its kind.
const next = delivery.poll()
switch (next.kind) {
  case 'send':
    expectTypeOf(next.ticket).toEqualTypeOf<Ticket>()
    expectTypeOf(next.request).toEqualTypeOf<Request>()
    expectTypeOf(
      delivery.onResponse(next.ticket, await fetch(next.request.url, next.request)),
    ).resolves.toEqualTypeOf<boolean>()
    expectTypeOf(delivery.onResponseSync(next.ticket, { status: 200, headers: {}, body: '' })).toEqualTypeOf<boolean>()
    // @ts-expect-error there is no such kind of no-response
    delivery.onNoResponse(next.ticket, 'lost')
    delivery.onNoResponse(next.ticket, 'closed', { cause: 'socket hang up' })
    // @ts-expect-error a cause is text
    delivery.onNoResponse(next.ticket, 'closed', { cause: new Error('x') })
    // @ts-expect-error a ticket is a bigint
    delivery.onError(5, new Error('x'))
    break
  case 'wait_until':
    expectTypeOf(next.time).toEqualTypeOf<Date>()
    break
  case 'store':
  case 'wait_for_answer':
  case 'idle':
    break
  default:
    expectTypeOf(next).toEqualTypeOf<never>()
}

// A run says what a driver does, told apart by its kind, too.
delivery.run.begin({ until: 'stopped', storage: 'replace', maxInFlight: 5, stopOnError: true, acknowledge: true })
// @ts-expect-error there is no such storage
delivery.run.begin({ storage: 'file' })
expectTypeOf<CannotRunError['code']>().toEqualTypeOf<'already_running' | 'no_storage' | 'store_unfinished'>()
const step = delivery.run.next()
switch (step.kind) {
  case 'send':
    expectTypeOf(delivery.run.onError(step.ticket, null, { cause: 'reset' })).toEqualTypeOf<boolean>()
    expectTypeOf(delivery.run.withdraw(step.ticket)).toEqualTypeOf<boolean>()
    break
  case 'store':
    expectTypeOf(step.log).toEqualTypeOf<Buffer>()
    expectTypeOf(step.replaces).toEqualTypeOf<boolean>()
    break
  case 'cancel':
    expectTypeOf(step.ticket).toEqualTypeOf<Ticket>()
    break
  case 'wait':
    expectTypeOf(step.ms).toEqualTypeOf<number>()
    break
  case 'report':
    expectTypeOf(delivery.run.reports()).toEqualTypeOf<Report[]>()
    break
  case 'done':
    break
  default:
    expectTypeOf(step).toEqualTypeOf<never>()
}

// Drivers send with what there is.
const driver = new Driver(delivery)
// @ts-expect-error it is `requestTimeoutMs` of the delivery
new Driver(delivery, { timeoutMs: 5_000 })
new Driver(delivery, { send: (request, signal) => fetch(request.url, { ...request, signal }) })
new Driver(delivery, {
  send: (request, signal) => undiciRequest(request.url, { ...request, signal, idempotent: false }),
})
new Driver(delivery, { send: async () => ({ status: 200, headers: {}, body: '' }) })
// @ts-expect-error it gives a response
new Driver(delivery, { send: async () => 200 })
// @ts-expect-error what becomes of events is not to be missed
driver.run()
// @ts-expect-error there is no such end
driver.run({ until: 'done', onReport: () => {} })
expectTypeOf(
  driver.run({ until: 'stopped', onReport: async () => {}, store: async () => {} }),
).resolves.toEqualTypeOf<void>()
const file: LogStore = { append: async () => {}, replace: async () => {} }
driver.run({ onReport: () => {}, store: file, acknowledge: true })
// @ts-expect-error it only appends, which a function does
driver.run({ onReport: () => {}, store: { append: async () => {} } })
new Driver(delivery, { stopOnError: true })
expectTypeOf(driver.delivery).toEqualTypeOf<Delivery>()
