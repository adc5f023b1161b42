// What one would write without this package.

import { z } from 'zod'
import { NOW } from './events.mjs'

const HEADERS = { 'content-type': 'application/x-www-form-urlencoded' }
const URL_OF_EVENTS = 'https://s2s.adjust.com/event'

/** The form without any check. */
export function unchecked(event) {
  const form = new URLSearchParams()
  form.append('s2s', '1')
  form.append('event_token', event.eventToken)
  form.append('app_token', '4w565xzmb54d')
  form.append('gps_adid', event.gpsAdid)
  form.append('adid', event.adid)
  form.append('created_at_unix', String(Math.floor(event.createdAt.getTime() / 1000)))
  form.append('callback_params', JSON.stringify(event.callbackParams))
  form.append('partner_params', JSON.stringify(event.partnerParams))
  form.append('ip_address', event.ipAddress)
  form.append('user_agent', event.userAgent)
  form.append('device_name', event.deviceName)
  form.append('currency', event.currency)
  form.append('revenue', event.revenue)
  form.append('environment', 'sandbox')
  return { url: URL_OF_EVENTS, method: 'POST', headers: HEADERS, body: form.toString() }
}

const text = z
  .string()
  .min(1)
  .regex(/^\P{Cc}*$/u)
const token = z.string().regex(/^[\x21-\x7e]+$/)
const uuid = z.string().regex(/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i)
const parameters = z.record(
  z.string(),
  z.string().refine((own) => own.isWellFormed()),
)
const OLDEST = 58 * 86_400_000

/** The checks that the core does, as far as these events have their fields. */
const Purchase = z
  .strictObject({
    eventToken: token,
    gpsAdid: uuid
      .toLowerCase()
      .refine((id) => /[1-9a-f]/.test(id))
      .optional(),
    adid: z
      .string()
      .regex(/^[0-9a-f]{32}$/i)
      .optional(),
    ipAddress: z.ipv4().optional(),
    userAgent: text.optional(),
    deviceName: text.optional(),
    createdAt: z
      .date()
      .refine((at) => at.getTime() > NOW.getTime() - OLDEST && at.getTime() < NOW.getTime() + 86_400_000)
      .optional(),
    revenue: z
      .string()
      .regex(/^\d{1,28}(\.\d{1,28})?$/)
      .refine((own) => Number(own) >= 0.001 && Number(own) <= 1e11)
      .optional(),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .toUpperCase()
      .optional(),
    callbackParams: parameters.optional(),
    partnerParams: parameters.optional(),
  })
  .refine((own) => (own.revenue === undefined) === (own.currency === undefined))
  .refine((own) => own.gpsAdid !== undefined || own.adid !== undefined)

/** The form with all checks. */
export function zod(event) {
  return unchecked(Purchase.parse(event))
}
