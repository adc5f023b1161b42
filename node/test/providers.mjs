// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, AppsFlyer, Ga4, Metrix, MetrixInApp } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = { adjust: Adjust, appsflyer: AppsFlyer, ga4: Ga4, metrix: Metrix, metrix_inapp: MetrixInApp }

/** The kind of each provider that counts where a case of a response has none. */
export const MAIN_KINDS = { adjust: 'event', appsflyer: 'event', ga4: 'event', metrix: 'user', metrix_inapp: 'event' }

/** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */
export const RECORDS = {
  appsflyer: ['app_set_id', 'consent_data', 'consent_data/manual', 'consent_data/tcf'],
  ga4: ['consent', 'device', 'items/*', 'user_data', 'user_data/address/*', 'user_location', 'user_properties/*'],
}
