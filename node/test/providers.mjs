// Made by `cargo xtask generate` from `crates/s2s-core`.

import { Adjust, AppsFlyer, Branch, Ga4, Meta, Metrix, MetrixInApp, Singular, TikTok } from 's2s-events'

/** The classes of the providers by their names. */
export const CLASSES = {
  adjust: Adjust,
  appsflyer: AppsFlyer,
  branch: Branch,
  ga4: Ga4,
  meta: Meta,
  metrix: Metrix,
  metrix_inapp: MetrixInApp,
  singular: Singular,
  tiktok: TikTok,
}

/** The kind of each provider that counts where a case of a response has none. */
export const MAIN_KINDS = {
  adjust: 'event',
  appsflyer: 'event',
  branch: 'standard',
  ga4: 'event',
  meta: 'event',
  metrix: 'user',
  metrix_inapp: 'event',
  singular: 'event',
  tiktok: 'event',
}

/** Where fields are inside of fields, by the names of the providers: `*` is a position or a key. */
export const RECORDS = {
  appsflyer: ['app_set_id', 'consent_data', 'consent_data/manual', 'consent_data/tcf'],
  branch: ['content_items/*', 'event_data', 'user_data'],
  ga4: ['consent', 'device', 'items/*', 'user_data', 'user_data/address/*', 'user_location', 'user_properties/*'],
  meta: ['app_data', 'app_data/extinfo', 'custom_data', 'custom_data/contents/*', 'original_event_data', 'user_data'],
  singular: ['data_sharing_options'],
  tiktok: ['ad', 'app', 'lead', 'page', 'properties', 'properties/contents/*', 'user'],
}
