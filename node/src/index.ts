/**
 * Server-to-server events for measurement and advertising providers: events to validated HTTP requests, responses to decisions.
 *
 * ```js
 * const adjust = new Adjust({ appToken: '4w565xzmb54d', environment: 'sandbox' })
 * const request = adjust.event({ eventToken: 'f0ob4r', gpsAdid: '660e1d86-6796-463a-be86-897993136018' })
 * const outcome = await adjust.interpret(request, await fetch(request.url, request))
 * ```
 *
 * Nothing but {@link Driver} does I/O: send a request with the HTTP client that you have, as it is, and do not follow redirects.
 *
 * @packageDocumentation
 */

export type { Clock, Ids } from './client.js'
export { type ConversionOptions, type Converted, fromGa4, fromSegment } from './convert.js'
export {
  type Accepted,
  Delivery,
  type DeliveryOptions,
  type DeliveryStats,
  type DestinationStats,
  type Idle,
  type Next,
  type Store,
  type SubmissionOptions,
  type SubmittedPart,
  type WaitForAnswer,
  type WaitUntil,
} from './delivery.js'
export { type AnyEvent, type CsvOptions, Destination, type JsonlOptions, type StreamOptions } from './destination.js'
export {
  Destinations,
  type DestinationsConfig,
  type Explained,
  type NamedDestination,
  type NeutralEvent,
  type NeutralSettings,
  type Part,
  type PartBuilt,
  type PartRefused,
  type PartSkipped,
  type Row,
} from './destinations.js'
export { Driver, type DriverOptions, type LogStore, type RunOptions } from './driver.js'
export { CannotRunError, ConfigError, type Issue, LogError, RefusedError, ValidationError } from './errors.js'
export * as hash from './hash.js'
export { interpret, interpretError, interpretNoResponse, interpretSync } from './interpret.js'
export type {
  Delivered,
  Duplicate,
  EventOutcome,
  Outcome,
  Rejected,
  RetryLater,
  Unauthorized,
  Unclear,
} from './outcome.js'
export * from './providers.js'
export { type Credential, Request } from './request.js'
export type { FetchResponse, PlainResponse, ResponseHeaders, UndiciResponse } from './response.js'
export type { BeginOptions, Cancel, Do, Done, ReportsReady, Run, StoreLog, Wait } from './run.js'
export type * from './types.js'
export type { FailureOptions, Report, Send, Ticket } from './words.js'
