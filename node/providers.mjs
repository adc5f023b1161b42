// Made by `cargo xtask generate` from `crates/s2s-core`.

export { Adjust, AppsFlyer, Metrix, MetrixInApp } from './dist/providers.js'
