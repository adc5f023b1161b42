// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, Metrix, MetrixInApp } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = { adjust: Adjust, metrix: Metrix, metrix_inapp: MetrixInApp }

/** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */
export const RECORDS = {}
