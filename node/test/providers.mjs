// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, AppsFlyer, Metrix, MetrixInApp } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = { adjust: Adjust, metrix: Metrix, metrix_inapp: MetrixInApp }

/** The kind of each provider that counts where a case of a response has none. */
export const MAIN_KINDS = { adjust: 'event', metrix: 'user', metrix_inapp: 'event' }
