// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, Metrix, MetrixInApp } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = { adjust: Adjust, metrix: Metrix, metrix_inapp: MetrixInApp }
