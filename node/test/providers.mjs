// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, AppsFlyer, Metrix, MetrixInApp } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = { adjust: Adjust, appsflyer: AppsFlyer, metrix: Metrix, metrix_inapp: MetrixInApp }

/** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */
export const RECORDS = {
  appsflyer: ['app_set_id', 'consent_data', 'consent_data/manual', 'consent_data/tcf'],
}
