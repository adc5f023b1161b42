// Programs that send to a sandbox: events as the providers document them, some of them wrong.

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'shop-backend/4.2' }
const JSON_TYPE = { 'content-type': 'application/json', 'user-agent': 'shop-backend/4.2' }

export const DEVICE = '660e1d86-6796-463a-be86-897993136018'
export const APP_TOKEN = '4w565xzmb54d'
export const API_KEY = 'metrix-demo-api-key'
export const PHONE = '+989120000000'

/** An Adjust event; `undefined` leaves a parameter out. */
export function adjust(url, parameters = {}, headers = {}) {
  const all = { s2s: '1', app_token: APP_TOKEN, event_token: 'f0ob4r', gps_adid: DEVICE, ...parameters }
  const body = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== undefined))
  return fetch(`${url}/adjust/event`, { method: 'POST', headers: { ...FORM, ...headers }, body: String(body) })
}

/** Messages of one user for Metrix's REST API. */
export function metrix(url, messages, key = API_KEY) {
  const headers = { ...JSON_TYPE, 'x-application-id': 'metrix-demo-app', 'x-api-key': key }
  const body = JSON.stringify({ customUserId: PHONE, messages })
  return fetch(`${url}/metrix/`, { method: 'POST', headers, body })
}

export function inapp(url, event = {}) {
  const headers = { ...JSON_TYPE, authorization: 'metrix-demo-dev-key' }
  const ids = { metrixUserId: '1415211453000-6513894', metrixSessionId: '7f9d', advertisingId: DEVICE }
  const body = JSON.stringify({ ...ids, eventSlug: 'taqsq', ...event })
  return fetch(`${url}/metrix_inapp/inappevent/metrix-demo-app`, { method: 'POST', headers, body })
}

/** A morning of a shop, for pictures. */
export async function morning(url) {
  const purchase = { type: 'revenue', name: 'purchase', revenue: 18.5, currency: 'EUR', orderId: 'B-2213' }
  const at = (id, time, message) => ({ id, time: 1795176000000 + time, ...message })
  const order = (number) => ({
    callback_params: JSON.stringify({ order: `A-${number}`, shop: 'tehran-3' }),
    environment: 'sandbox',
  })
  const device = (last) => DEVICE.slice(0, -2) + last
  const steps = [
    () => adjust(url, { event_token: '1a2b3c', gps_adid: device('20') }),
    () =>
      metrix(url, [
        at('m-1', 0, { type: 'user', firstName: 'Sara', city: 'Tehran' }),
        at('m-2', 9, { type: 'action', name: 'signup' }),
      ]),
    () => adjust(url, { revenue: '4.99', currency: 'EUR', ...order(1040) }),
    () => inapp(url, { eventSlug: 'level_up', customMetrics: { score: 8.5 } }),
    () => adjust(url, { event_token: '1a2b3c', gps_adid: device('21') }),
    () => adjust(url, { event_token: '1a2b3c', gps_adid: device('20') }),
    () =>
      metrix(url, [
        at('m-3', 20, purchase),
        at('m-4', 31, { type: 'action', name: 'share', attributes: { channel: 'sms' } }),
      ]),
    () => metrix(url, [at('m-3', 20, purchase)]),
    () => adjust(url, { revenue: '12.50', currency: 'USD', ...order(1041) }),
    () => adjust(url, { event_token: 'p4rc8s', gps_adid: device('22') }, { 'x-sandbox-fault': 'drop-after' }),
    () => inapp(url, { eventSlug: 'tutorial_done' }),
    () => adjust(url, { event_token: 'p4rc8s', gps_adid: device('23') }, { 'x-sandbox-fault': '429;retry-after=2' }),
    () => adjust(url, { event_token: 'p4rc8s', gps_adid: device('23') }),
    () =>
      adjust(url, { app_token: 's3cur3dapp12', event_token: 's3ct0k' }, { authorization: 'Bearer last-years-token' }),
    () => inapp(url, { advertisingId: undefined }),
    () =>
      metrix(url, [at('m-5', 60, { type: 'businessEvent', customName: 'refund', attributes: { order: 'B-2213' } })]),
    () => adjust(url, { gps_adid: '00000000-0000-4000-8000-000000000451' }),
    () => adjust(url, { event_token: 'p4rc8s', gps_adid: device('24'), ...order(1042) }),
    () => adjust(url, { revenue: '19,99', currency: 'EUR', partner_params: '{"method":"card"}', ...order(1042) }),
    () => adjust(url, { event_token: 'p4rc8s', gps_adid: device('25') }),
    () => metrix(url, [at('m-6', 84, { type: 'action', name: 'open_cart' }), at('m-7', 92, purchase)]),
  ]
  for (const step of steps) {
    await step().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 70 + ((steps.indexOf(step) * 137) % 400)))
  }
}
