// Made by `cargo xtask generate` from `crates/s2s-core`.

import { record } from './json.js'

/** Where the fields of a neutral event take neither a map nor a single value. */
export const EVENT_FIELDS = {
  items: record({}),
  user: record({}),
  device: record({}),
  ids: record({}),
  click: record({}),
  page: record({}),
  consent: record({}),
  ad: record({}),
  subscription: record({}),
}
