// Made by `cargo xtask generate` from `crates/s2s-core`.

export { Adjust, AppsFlyer, Ga4, Metrix, MetrixInApp } from './dist/providers.js'
