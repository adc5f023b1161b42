// Made by `cargo xtask generate` from `crates/s2s-core`.

export { Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok } from './dist/providers.js'
