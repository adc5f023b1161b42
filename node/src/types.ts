// Made by `cargo xtask generate` from `crates/s2s-core`.

/** A text, or what `toJSON` turns into one, such as a `URL`. */
export type Text = string | { toJSON(): string }

/**
 * A decimal number. A `number` is taken by its shortest form: `19.99` is 19.99. Integers beyond 2^53 need a `bigint` or a text, and a
 * decimal type is taken by the text or number of its `toJSON`.
 */
export type Numeric = string | number | bigint | { toJSON(): string | number }

/** A `Date`, RFC 3339, or Unix milliseconds. */
export type Time = Date | string | number | bigint | { toJSON(): string | number }

/** Any JSON. A `bigint` keeps its digits, a `Date` is written as ISO 8601, a `Map` with texts as keys is an object. */
export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | { toJSON(): unknown }
  | readonly Json[]
  | ReadonlyMap<string, Json | undefined>
  | { readonly [key: string]: Json | undefined }

/** Names and values. JavaScript moves keys such as `"7"` to the front of an object; a `Map` and pairs keep your order. */
export type Entries<V> =
  | { readonly [name: string]: V | undefined }
  | ReadonlyMap<string, V | undefined>
  | readonly (readonly [name: string, value: V | undefined])[]

/** The configuration of one Adjust app, for all kinds of requests. Only `appToken` is required. */
export interface AdjustConfig {
  /** The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required. */
  appToken: Text
  /**
   * The environment that requests are posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
   * - `sandbox`: For tests.
   * - `production`: For real events.
   */
  environment?: 'sandbox' | 'production' | null | undefined
  /**
   * The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for the app.
   * It is created under AppView, Protection, S2S Security and is not the account's API token.
   * Source: <https://dev.adjust.com/en/api/s2s-api/security/>
   */
  authToken?: Text | null | undefined
  /**
   * Where the parameters of events and ad revenue travel: `post_form` (default), `post_query` or `get_query`. Third-party sharing knows no
   * `get_query`, for which it has `post_query`; sessions are always forms, and the parameters of erasures always in the URL.
   * - `post_form`: `POST` with a form as its body: tokens and identifiers stay out of URLs and access logs.
   * - `post_query`: `POST` with the parameters in the URL.
   * - `get_query`: `GET` with the parameters in the URL.
   */
  requestStyle?: 'post_form' | 'post_query' | 'get_query' | null | undefined
  /**
   * How the event's time is sent: `unix_seconds` (default, recommended by Adjust) or `iso8601`.
   * - `unix_seconds`: `created_at_unix`, whole seconds.
   * - `iso8601`: `created_at`, as `2017-01-02T15:04:05.000+0000`.
   */
  timeFormat?: 'unix_seconds' | 'iso8601' | null | undefined
  /**
   * How far ahead of `now` an event may be, in seconds; 86400 (24 hours) by default. Adjust documents no limit; a day leaves room for
   * clocks in the wrong time zone.
   */
  maxFuture?: number | bigint | null | undefined
  /**
   * What happens to an IPv6 address, which Adjust does not support: `refuse` (default) or `omit`.
   * - `refuse`: It is an issue.
   * - `omit`: The address is left out, with a warning.
   */
  ipv6?: 'refuse' | 'omit' | null | undefined
  /**
   * The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` and the paths of the
   * other kinds are appended.
   * Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
   */
  baseUrl?: Text | null | undefined
  /**
   * The address for erasures, `https://gdpr.adjust.com` by default: as `baseUrl`; `/gdpr_forget_device` is appended.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  gdprBaseUrl?: Text | null | undefined
  /**
   * How the maps of third-party sharing are encoded, which Adjust's page does not show: `by_partner` (default, as Adjust's SDKs do it) or
   * `as_list`. Neither was confirmed for S2S.
   * - `by_partner`: As JSON, `{"partner":{"key":value}}`.
   * - `as_list`: As JSON, `[{"partnerName":"partner","key":"key","value":value}]`.
   */
  sharingFormat?: 'by_partner' | 'as_list' | null | undefined
}

/** The fields of AdjustEvent but `revenue` and `currency`. */
export interface AdjustEventFields {
  /**
   * The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  eventToken: Text
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
   * `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
   * All zeros mean that tracking is not allowed; they are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfa?: Text | null | undefined
  /**
   * The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
   * devices without an IDFA.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  adid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  idfv?: Text | null | undefined
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds. At most 58 days ago. Without it Adjust takes the time of
   * receipt.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  createdAt?: Time | null | undefined
  /**
   * When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `createdAt`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  createdAtUnix?: number | bigint | null | undefined
  /**
   * Parameters for your callbacks and raw data exports: texts, in your order, not nested.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  callbackParams?: Entries<Text> | null | undefined
  /**
   * Parameters for your network partners: texts, in your order, not nested.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  partnerParams?: Entries<Text> | null | undefined
  /**
   * The device's user agent, as the device sent it; it is encoded here.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  userAgent?: Text | null | undefined
  /**
   * The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  ipAddress?: Text | null | undefined
  /**
   * The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
   * `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
   * `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osName?: Text | null | undefined
  /**
   * The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osVersion?: Text | null | undefined
  /**
   * The device's model, such as `iPhone16,2`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceName?: Text | null | undefined
  /**
   * The device's type, such as `iPhone`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceType?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
   * `trackingEnabled`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  attStatus?: number | bigint | null | undefined
  /**
   * Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `attStatus`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  trackingEnabled?: boolean | null | undefined
  /**
   * The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  fireAdid?: Text | null | undefined
  /**
   * The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
   * sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaid?: Text | null | undefined
  /**
   * The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
   * that it identifies a device by itself, but users report that events with no other identifier
   * keep failing with `Device not found`: send another identifier with it where there is one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/>
   */
  webUuid?: Text | null | undefined
  /**
   * The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  winAdid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidId?: Text | null | undefined
  /**
   * MD5 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperSha1?: Text | null | undefined
  /**
   * The IMEI: 14 to 16 digits, without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imei?: Text | null | undefined
  /**
   * MD5 of the IMEI without hyphens, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imeiLowerMd5?: Text | null | undefined
  /**
   * The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  meid?: Text | null | undefined
  /**
   * The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winNaid?: Text | null | undefined
  /**
   * The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winHwid?: Text | null | undefined
  /**
   * MD5 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperSha1?: Text | null | undefined
  /**
   * The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaShort?: Text | null | undefined
  /**
   * MD5 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperSha1?: Text | null | undefined
  /**
   * MD5 of the lower-case OAID with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaidLowerMd5?: Text | null | undefined
  /**
   * The advertising identifier of Vizio televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  vida?: Text | null | undefined
  /**
   * The advertising identifier of Roku. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  rida?: Text | null | undefined
  /**
   * The advertising identifier of Samsung Tizen televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  tifa?: Text | null | undefined
  /**
   * Any text that identifies a PC, console or connected television; case-sensitive.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  externalDeviceId?: Text | null | undefined
  /**
   * A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  primaryDedupeToken?: Text | null | undefined
  /**
   * The name that the sessions page has for an identifier in the iOS keychain. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  persistentIosUuid?: Text | null | undefined
  /**
   * Android's App Set ID. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  googleAppSetId?: Text | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
   * request of this kind has.
   */
  extra?: Entries<Text> | null | undefined
}

/** The fields of AdjustEvent that need each other. */
export type AdjustEventMoney =
  | {
      /**
       * The revenue in full currency units (`149.99` is $149.99): a decimal from 0.001 to 100,000,000,000. Required with `currency`. The
       * maximum stands in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
       * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
       */
      revenue: Numeric
      /**
       * The currency of `revenue`: three letters, sent in upper case. Required with `revenue`.
       * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
       */
      currency: Text
    }
  | { revenue?: null | undefined; currency?: null | undefined }

/**
 * An event of Adjust's `/event` endpoint. Required are `eventToken` and at least one device identifier. The scope of the S2S security token
 * is *Events*.
 *
 * The parameters are sent in this order: `s2s=1`, `eventToken`, `appToken`, the device identifiers (`idfa`, `gpsAdid`, `fireAdid`, `oaid`,
 * `webUuid`, `winAdid`, `adid`, `idfv`, `androidId` and the others as they are declared), `osName`, `osVersion`, `deviceName`, `deviceType`,
 * `ipAddress`, `userAgent`, `attStatus`, `trackingEnabled`, `createdAtUnix` or `createdAt`, `callbackParams`, `partnerParams`, `currency`,
 * `revenue`, `environment`, `extra`.
 */
export type AdjustEvent = AdjustEventFields & AdjustEventMoney

/**
 * The revenue of ads that a device has seen: Adjust's `/ad_revenue` endpoint, which needs Adjust's ad revenue package. Required are `revenue` or
 * `amount`, `currency`, `adImpressionsCount` and at least one device identifier. The scope of the S2S security token is *Ad revenue*.
 * Adjust documents one error of it, and no table: the texts of the events' table are understood here, too.
 *
 * The parameters are sent in this order: `s2s=1`, `appToken`, the device identifiers and the description of the device as those of an event,
 * `createdAtUnix` or `createdAt`, `callbackParams`, `partnerParams`, `currency`, `revenue` or `amount`, `adImpressionsCount`,
 * `source=publisher`, `adRevenueNetwork`, `adRevenueUnit`, `adRevenuePlacement`, `environment`, `extra`.
 */
export interface AdjustAdRevenue {
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
   * `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
   * All zeros mean that tracking is not allowed; they are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfa?: Text | null | undefined
  /**
   * The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
   * devices without an IDFA.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  adid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  idfv?: Text | null | undefined
  /**
   * When the ad was shown: RFC 3339, or an integer of Unix milliseconds. At most 28 days ago.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  createdAt?: Time | null | undefined
  /**
   * When the ad was shown, in whole Unix seconds, as Adjust spells it. Not together with `createdAt`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  createdAtUnix?: number | bigint | null | undefined
  /**
   * The ad revenue in full currency units: a decimal that is not negative. Exactly one of `revenue` and `amount` is required. No limits are
   * documented by Adjust for it.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  revenue?: Numeric | null | undefined
  /**
   * Adjust's other name for `revenue`. Exactly one of the two is required.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  amount?: Numeric | null | undefined
  /**
   * The currency of the revenue: three letters, sent in upper case. Required.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  currency: Text
  /**
   * The number of impressions that the revenue is of: not negative. Required.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  adImpressionsCount: number | bigint
  /**
   * The ad network, such as `Admob`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  adRevenueNetwork?: Text | null | undefined
  /**
   * The unit of the ad, such as `rewarded_video`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  adRevenueUnit?: Text | null | undefined
  /**
   * The placement of the ad, such as `home_screen`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  adRevenuePlacement?: Text | null | undefined
  /**
   * Parameters for your callbacks and raw data exports: texts, in your order, not nested.
   * Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
   */
  callbackParams?: Entries<Text> | null | undefined
  /**
   * Parameters for your network partners: texts, in your order, not nested. The guide has them for all requests, the page of ad revenue
   * does not list them.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  partnerParams?: Entries<Text> | null | undefined
  /**
   * The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  ipAddress?: Text | null | undefined
  /**
   * The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
   * `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
   * `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osName?: Text | null | undefined
  /**
   * The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osVersion?: Text | null | undefined
  /**
   * The device's model, such as `iPhone16,2`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceName?: Text | null | undefined
  /**
   * The device's type, such as `iPhone`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceType?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
   * `trackingEnabled`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  attStatus?: number | bigint | null | undefined
  /**
   * Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `attStatus`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  trackingEnabled?: boolean | null | undefined
  /**
   * The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  fireAdid?: Text | null | undefined
  /**
   * The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
   * sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaid?: Text | null | undefined
  /**
   * The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
   * that it identifies a device by itself, but users report that events with no other identifier
   * keep failing with `Device not found`: send another identifier with it where there is one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/>
   */
  webUuid?: Text | null | undefined
  /**
   * The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  winAdid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidId?: Text | null | undefined
  /**
   * MD5 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperSha1?: Text | null | undefined
  /**
   * The IMEI: 14 to 16 digits, without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imei?: Text | null | undefined
  /**
   * MD5 of the IMEI without hyphens, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imeiLowerMd5?: Text | null | undefined
  /**
   * The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  meid?: Text | null | undefined
  /**
   * The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winNaid?: Text | null | undefined
  /**
   * The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winHwid?: Text | null | undefined
  /**
   * MD5 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperSha1?: Text | null | undefined
  /**
   * The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaShort?: Text | null | undefined
  /**
   * MD5 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperSha1?: Text | null | undefined
  /**
   * MD5 of the lower-case OAID with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaidLowerMd5?: Text | null | undefined
  /**
   * The advertising identifier of Vizio televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  vida?: Text | null | undefined
  /**
   * The advertising identifier of Roku. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  rida?: Text | null | undefined
  /**
   * The advertising identifier of Samsung Tizen televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  tifa?: Text | null | undefined
  /**
   * Any text that identifies a PC, console or connected television; case-sensitive.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  externalDeviceId?: Text | null | undefined
  /**
   * A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  primaryDedupeToken?: Text | null | undefined
  /**
   * The name that the sessions page has for an identifier in the iOS keychain. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  persistentIosUuid?: Text | null | undefined
  /**
   * Android's App Set ID. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  googleAppSetId?: Text | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
   * request of this kind has.
   */
  extra?: Entries<Text> | null | undefined
}

/**
 * A session of a device: Adjust's `/session` endpoint, which Adjust has to switch on for an app, except on connected televisions, PCs and consoles.
 * Required are `osName` and at least one device identifier. The scope of the S2S security token is *Sessions*.
 *
 * The first session of a device is its install. Adjust accepts a session no sooner than 20 minutes after the last one by its guide, 30 minutes
 * by its page of sessions: that is not checked here. Adjust documents no errors of it but those of the security page: the texts of the
 * events' table are understood here, too. The response has `ask_in`, the milliseconds to wait before asking for the attribution, and the
 * device's `adid`.
 *
 * It is always a `POST` with a form. The parameters are sent in this order: `s2s=1`, `appToken`, the device identifiers and the description of
 * the device as those of an event, `appVersion`, `appVersionShort`, `sessionCount`, `subsessionCount`, `sessionLength`, `timeSpent`,
 * `bundleId`, `packageName`, `country`, `language`, `cpuType`, `hardwareName`, `installReceipt`, `eea`, `adPersonalization`, `adUserData`,
 * `npa`, `sentAt`, `createdAtUnix` or `createdAt`, `callbackParams`, `partnerParams`, `environment`, `extra`. Adjust also documents the
 * header `X-Adjust-Forwarded-For` for the address that `ipAddress` is; its guide sends the parameter alone, and so does this library.
 */
export interface AdjustSession {
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
   * `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
   * All zeros mean that tracking is not allowed; they are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfa?: Text | null | undefined
  /**
   * The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
   * devices without an IDFA.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  adid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  idfv?: Text | null | undefined
  /**
   * When the session began: RFC 3339, or an integer of Unix milliseconds.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  createdAt?: Time | null | undefined
  /**
   * When the session began, in whole Unix seconds, as Adjust spells it. Not together with `createdAt`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  createdAtUnix?: number | bigint | null | undefined
  /**
   * When the device sent it: RFC 3339, or an integer of Unix milliseconds. Sent as `2017-01-02T15:04:05.000+0000`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  sentAt?: Time | null | undefined
  /**
   * The version of the app (Android), or the number of its build (iOS), such as `1.0`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  appVersion?: Text | null | undefined
  /**
   * The version of the app on iOS, such as `1.0`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  appVersionShort?: Text | null | undefined
  /**
   * The number of sessions so far, this one included.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  sessionCount?: number | bigint | null | undefined
  /**
   * The number of subsessions of the previous session; absent for the first one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  subsessionCount?: number | bigint | null | undefined
  /**
   * The length of the previous session in seconds; absent for the first one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  sessionLength?: number | bigint | null | undefined
  /**
   * The time that the user was active in the previous session. Its unit is not documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  timeSpent?: number | bigint | null | undefined
  /**
   * The identifier of the app's bundle (iOS), such as `com.adjust.example`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  bundleId?: Text | null | undefined
  /**
   * The name of the app's package (Android), such as `com.adjust.example`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  packageName?: Text | null | undefined
  /**
   * The country code of the device's locale, such as `de`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  country?: Text | null | undefined
  /**
   * The language code of the device's locale, such as `en`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  language?: Text | null | undefined
  /**
   * The family of the processor, such as `arm64-v8a`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  cpuType?: Text | null | undefined
  /**
   * The board of the device, such as `N66AP`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  hardwareName?: Text | null | undefined
  /**
   * The receipt of the install from the App Store.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  installReceipt?: Text | null | undefined
  /**
   * Whether the user is in the European Economic Area, so that the Digital Markets Act applies; sent as `1` or `0`. Required by Google for
   * its Ads and Marketing Platform.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  eea?: boolean | null | undefined
  /**
   * Whether the user consented to personalized ads of Google Ads; sent as `1` or `0`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  adPersonalization?: boolean | null | undefined
  /**
   * Whether the user consented to sharing personal data with Google; sent as `1` or `0`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  adUserData?: boolean | null | undefined
  /**
   * Whether the user consented to personalized ads of the Google Marketing Platform; sent as `1` (consented) or `0`, as Adjust documents it.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  npa?: boolean | null | undefined
  /**
   * Parameters for your callbacks and raw data exports: texts, in your order, not nested.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  callbackParams?: Entries<Text> | null | undefined
  /**
   * Parameters for your network partners: texts, in your order, not nested.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  partnerParams?: Entries<Text> | null | undefined
  /**
   * The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  ipAddress?: Text | null | undefined
  /**
   * The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
   * `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
   * `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osName?: Text | null | undefined
  /**
   * The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osVersion?: Text | null | undefined
  /**
   * The device's model, such as `iPhone16,2`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceName?: Text | null | undefined
  /**
   * The device's type, such as `iPhone`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceType?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
   * `trackingEnabled`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  attStatus?: number | bigint | null | undefined
  /**
   * Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `attStatus`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  trackingEnabled?: boolean | null | undefined
  /**
   * The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  fireAdid?: Text | null | undefined
  /**
   * The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
   * sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaid?: Text | null | undefined
  /**
   * The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
   * that it identifies a device by itself, but users report that events with no other identifier
   * keep failing with `Device not found`: send another identifier with it where there is one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/>
   */
  webUuid?: Text | null | undefined
  /**
   * The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  winAdid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidId?: Text | null | undefined
  /**
   * MD5 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperSha1?: Text | null | undefined
  /**
   * The IMEI: 14 to 16 digits, without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imei?: Text | null | undefined
  /**
   * MD5 of the IMEI without hyphens, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imeiLowerMd5?: Text | null | undefined
  /**
   * The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  meid?: Text | null | undefined
  /**
   * The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winNaid?: Text | null | undefined
  /**
   * The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winHwid?: Text | null | undefined
  /**
   * MD5 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperSha1?: Text | null | undefined
  /**
   * The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaShort?: Text | null | undefined
  /**
   * MD5 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperSha1?: Text | null | undefined
  /**
   * MD5 of the lower-case OAID with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaidLowerMd5?: Text | null | undefined
  /**
   * The advertising identifier of Vizio televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  vida?: Text | null | undefined
  /**
   * The advertising identifier of Roku. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  rida?: Text | null | undefined
  /**
   * The advertising identifier of Samsung Tizen televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  tifa?: Text | null | undefined
  /**
   * Any text that identifies a PC, console or connected television; case-sensitive.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  externalDeviceId?: Text | null | undefined
  /**
   * A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  primaryDedupeToken?: Text | null | undefined
  /**
   * The name that the sessions page has for an identifier in the iOS keychain. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  persistentIosUuid?: Text | null | undefined
  /**
   * Android's App Set ID. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  googleAppSetId?: Text | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
   * request of this kind has.
   */
  extra?: Entries<Text> | null | undefined
}

/**
 * What a user has decided about sharing data with third parties: Adjust's `/third_party_sharing` endpoint. Required are `sharing` and at least one
 * device identifier. No scope of the S2S security token is documented for it. A user who has opted out once is no longer included in audiences
 * for retargeting, even after opting in again. Adjust documents one error of it, and no table: the texts of the events' table are understood here,
 * too.
 *
 * It is always a `POST`; the setting `requestStyle` says whether the parameters are in the body (`post_form`) or in the URL (otherwise). They are
 * sent in this order: `s2s=1`, `appToken`, the device identifiers and the description of the device as those of an event, `sharing`,
 * `partnerSharingSettings`, `granularThirdPartySharingOptions`, `environment`, `extra`.
 */
export interface AdjustThirdPartySharing {
  /**
   * Whether data may be shared: `enable` or `disable`. Required.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
   * - `enable`: Data may be shared.
   * - `disable`: Data must not be shared.
   */
  sharing: 'enable' | 'disable'
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
   * `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
   * All zeros mean that tracking is not allowed; they are never sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfa?: Text | null | undefined
  /**
   * The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
   * devices without an IDFA.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  adid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  idfv?: Text | null | undefined
  /**
   * Settings of partners: a map by the partner's ID or name (`all` is every partner) of maps from a key to `true` (share) or `false`. The
   * documented keys are `ad_revenue`, `all`, `update`, `att_update`, `event`, `install`, `reattribution`, `reattribution_reinstall`, `reinstall`,
   * `rejected_install`, `rejected_reattribution`, `sdk_click`, `sdk_info`, `session`, `subscription` and `uninstall`, and in Adjust's SDKs
   * `attribution` and `cost_update`; another one is sent with a warning. How it is encoded is not documented: see the setting `sharingFormat`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
   */
  partnerSharingSettings?: Entries<Json> | null | undefined
  /**
   * Options of partners: a map by the partner's name, such as `google_dma` or `facebook`, of maps from a key to a text. How it is encoded
   * is not documented: see the setting `sharingFormat`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
   */
  granularThirdPartySharingOptions?: Entries<Json> | null | undefined
  /**
   * The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  ipAddress?: Text | null | undefined
  /**
   * The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
   * `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
   * `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osName?: Text | null | undefined
  /**
   * The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  osVersion?: Text | null | undefined
  /**
   * The device's model, such as `iPhone16,2`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceName?: Text | null | undefined
  /**
   * The device's type, such as `iPhone`; used for probabilistic modelling.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  deviceType?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
   * `trackingEnabled`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  attStatus?: number | bigint | null | undefined
  /**
   * Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `attStatus`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  trackingEnabled?: boolean | null | undefined
  /**
   * The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  fireAdid?: Text | null | undefined
  /**
   * The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
   * sent.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaid?: Text | null | undefined
  /**
   * The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
   * that it identifies a device by itself, but users report that events with no other identifier
   * keep failing with `Device not found`: send another identifier with it where there is one.
   * Source: <https://dev.adjust.com/en/api/s2s-api/>
   */
  webUuid?: Text | null | undefined
  /**
   * The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  winAdid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidId?: Text | null | undefined
  /**
   * MD5 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Android ID, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  androidIdUpperSha1?: Text | null | undefined
  /**
   * The IMEI: 14 to 16 digits, without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imei?: Text | null | undefined
  /**
   * MD5 of the IMEI without hyphens, in hex.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  imeiLowerMd5?: Text | null | undefined
  /**
   * The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  meid?: Text | null | undefined
  /**
   * The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winNaid?: Text | null | undefined
  /**
   * The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  winHwid?: Text | null | undefined
  /**
   * MD5 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case IDFA with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaUpperSha1?: Text | null | undefined
  /**
   * The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  idfaShort?: Text | null | undefined
  /**
   * MD5 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerMd5?: Text | null | undefined
  /**
   * SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidLowerSha1?: Text | null | undefined
  /**
   * MD5 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperMd5?: Text | null | undefined
  /**
   * SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  gpsAdidUpperSha1?: Text | null | undefined
  /**
   * MD5 of the lower-case OAID with hyphens, in hex.
   * Source: <https://help.adjust.com/en/article/device-identifiers>
   */
  oaidLowerMd5?: Text | null | undefined
  /**
   * The advertising identifier of Vizio televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  vida?: Text | null | undefined
  /**
   * The advertising identifier of Roku. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  rida?: Text | null | undefined
  /**
   * The advertising identifier of Samsung Tizen televisions. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  tifa?: Text | null | undefined
  /**
   * Any text that identifies a PC, console or connected television; case-sensitive.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  externalDeviceId?: Text | null | undefined
  /**
   * A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  primaryDedupeToken?: Text | null | undefined
  /**
   * The name that the sessions page has for an identifier in the iOS keychain. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
   */
  persistentIosUuid?: Text | null | undefined
  /**
   * Android's App Set ID. Any text.
   * Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
   */
  googleAppSetId?: Text | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
   * request of this kind has.
   */
  extra?: Entries<Text> | null | undefined
}

/**
 * A user's request to erase the data of a device: Adjust's `/gdpr_forget_device` endpoint, at a host of its own (the setting `gdprBaseUrl`). At least
 * one device identifier is required. The scope of the S2S security token is *GDPR*.
 *
 * **It is permanent**: Adjust deletes the data of the device in that app, and takes no further requests from the device. Adjust takes ten
 * erasures a minute, and documents the status of the response alone.
 *
 * It is always a `POST` with the parameters in the URL, as Adjust documents it. They are sent in this order: `s2s=1`, `appToken`, `idfa`,
 * `gpsAdid`, `fireAdid`, `winAdid`, `adid`, `idfv`, `extra`. `environment` is not documented for it, and not sent.
 */
export interface AdjustGdprForgetDevice {
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  gpsAdid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  idfa?: Text | null | undefined
  /**
   * The Adjust device identifier, on all platforms: 32 hexadecimal digits.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  adid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  idfv?: Text | null | undefined
  /**
   * The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  fireAdid?: Text | null | undefined
  /**
   * The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens.
   * Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
   */
  winAdid?: Text | null | undefined
  /** Further parameters, sent as they are after all others. It must not name an identifier of this record, `s2s` or `appToken`. */
  extra?: Entries<Text> | null | undefined
}

/** The configuration of one Metrix app. `appId` and `apiKey` are required. */
export interface MetrixConfig {
  /**
   * The application's id, sent as `X-Application-Id`: visible ASCII. Required.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  appId: Text
  /**
   * The server key, sent as `X-API-Key`: visible ASCII. Required. It must not be used in client-side code.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  apiKey: Text
  /**
   * How `time` is sent: `seconds_string` (default) or `millis_number`.
   * The page "getting started" specifies Unix seconds as a string; the pages on users, events and troubleshooting and Metrix's Web SDK have a JSON number of milliseconds.
   * Whether the server takes both is not documented by Metrix.
   * - `seconds_string`: A string of whole Unix seconds. Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   * - `millis_number`: A number of Unix milliseconds. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  timeFormat?: 'seconds_string' | 'millis_number' | null | undefined
  /** Maximum number of messages in one request, whether you or a delivery put them together (default 100). No limit is documented by Metrix. */
  maxEvents?: number | bigint | null | undefined
  /**
   * Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 524,288). No limit is documented by
   * Metrix.
   */
  maxBytes?: number | bigint | null | undefined
  /** The address of the API, `https://entry.metrix.ir` by default: `https` or `http`, a host, and an optional path; `/` is appended. */
  baseUrl?: Text | null | undefined
}

/** Whose messages a request of several holds. At least one of the two is required. Source: <https://docs.metrix.ir/en/technical/api/getting-started> */
export interface MetrixIdentity {
  /** Your own id of the user. Mandatory for automation and user journeys. */
  customUserId?: Text | null | undefined
  /** The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution). */
  metrixUserId?: Text | null | undefined
}

/** An update of a user's profile: a message of type `user`. Source: <https://docs.metrix.ir/en/technical/api/tracking-users> */
export interface MetrixUser {
  /**
   * Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
   * user journeys. At least one of `customUserId` and `metrixUserId` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  customUserId?: Text | null | undefined
  /**
   * The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  metrixUserId?: Text | null | undefined
  /**
   * The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
   * keeps it.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  id?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `timeFormat` for how it is sent.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  time: Time
  /**
   * The first name.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  firstName?: Text | null | undefined
  /**
   * The last name.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  lastName?: Text | null | undefined
  /**
   * The phone number, such as `09121122333`.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  phoneNumber?: Text | null | undefined
  /**
   * The hashed phone number. The hash algorithm is not documented by Metrix.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  hashedPhoneNumber?: Text | null | undefined
  /**
   * The email address.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  email?: Text | null | undefined
  /**
   * The hashed email address. The hash algorithm is not documented by Metrix.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  hashedEmail?: Text | null | undefined
  /**
   * The country.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  country?: Text | null | undefined
  /**
   * The city.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  city?: Text | null | undefined
  /**
   * The region.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  region?: Text | null | undefined
  /**
   * The locality.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  locality?: Text | null | undefined
  /**
   * The gender: `Male`, `Female` or `Other`, in any case.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  gender?: Text | null | undefined
  /**
   * The birthday: `YYYY-MM-DD` (midnight UTC), RFC 3339, or an integer of Unix milliseconds, negative before 1970. Always sent as a
   * number of milliseconds.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  birthday?: Time | null | undefined
  /**
   * Free attributes of the user: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
   */
  customAttributes?: Entries<Json> | null | undefined
  /** Further members of the message, sent as they are after all others. It must not name a member that the message has. */
  extra?: Entries<Json> | null | undefined
}

/** Something that a user did: a message of type `action`. Source: <https://docs.metrix.ir/en/technical/api/tracking-events> */
export interface MetrixAction {
  /**
   * Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
   * user journeys. At least one of `customUserId` and `metrixUserId` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  customUserId?: Text | null | undefined
  /**
   * The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  metrixUserId?: Text | null | undefined
  /**
   * The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
   * keeps it.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  id?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `timeFormat` for how it is sent.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  time: Time
  /**
   * The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  name?: Text | null | undefined
  /**
   * The event's own name, such as `product_viewed`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  customName?: Text | null | undefined
  /**
   * Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  attributes?: Entries<Json> | null | undefined
  /** Further members of the message, sent as they are after all others. It must not name a member that the message has. */
  extra?: Entries<Json> | null | undefined
}

/** Revenue of a user: a message of type `revenue`. Its exact JSON is not documented where it could be read; what is inferred says so. */
export interface MetrixRevenue {
  /**
   * Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
   * user journeys. At least one of `customUserId` and `metrixUserId` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  customUserId?: Text | null | undefined
  /**
   * The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  metrixUserId?: Text | null | undefined
  /**
   * The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
   * keeps it.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  id?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `timeFormat` for how it is sent.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  time: Time
  /**
   * The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  name?: Text | null | undefined
  /**
   * The event's own name, such as `product_viewed`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  customName?: Text | null | undefined
  /**
   * The amount in the unit of `currency`: a finite double, refused where no double is equal to the decimal. Required. The field's name
   * and type are documented by Metrix, the message as a whole is inferred.
   * Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
   */
  revenue: Numeric
  /**
   * The currency: `IRR`, `USD` or `EUR`, in any case. Required. Inferred from Metrix's SDKs and its older API.
   * Source: <https://docs.metrix.ir/en/features/event-tracking>
   */
  currency: Text
  /** The id of the order. Inferred from Metrix's SDKs; not documented by Metrix for this API. */
  orderId?: Text | null | undefined
  /**
   * Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
   * message.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  attributes?: Entries<Json> | null | undefined
  /** Further members of the message, sent as they are after all others. It must not name a member that the message has. */
  extra?: Entries<Json> | null | undefined
}

/**
 * An occurrence of your backend, such as a discount: a message of type `businessEvent`. Its exact JSON is not documented where it
 * could be read: name and attributes are inferred from the other messages. Metrix states no exception from the rule that a user's id
 * is required. Source: <https://docs.metrix.ir/en/features/event-tracking>
 */
export interface MetrixBusinessEvent {
  /**
   * Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
   * user journeys. At least one of `customUserId` and `metrixUserId` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  customUserId?: Text | null | undefined
  /**
   * The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  metrixUserId?: Text | null | undefined
  /**
   * The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
   * keeps it.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  id?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `timeFormat` for how it is sent.
   * Source: <https://docs.metrix.ir/en/technical/api/getting-started>
   */
  time: Time
  /**
   * The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  name?: Text | null | undefined
  /**
   * The event's own name, such as `product_viewed`. Exactly one of `name` and `customName` is required.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  customName?: Text | null | undefined
  /**
   * Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
   * message.
   * Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
   */
  attributes?: Entries<Json> | null | undefined
  /** Further members of the message, sent as they are after all others. It must not name a member that the message has. */
  extra?: Entries<Json> | null | undefined
}

/** The configuration of one Metrix app on the older API. `appId` and `devKey` are required. */
export interface MetrixInAppConfig {
  /**
   * The app's id, a segment of the URL's path: any text without control characters but `.` and `..`; it is percent-encoded. Required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  appId: Text
  /**
   * The app's dev key, sent as it is as `Authorization`: visible ASCII. Required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  devKey: Text
  /**
   * The address of the API, `http://analytics.metrix.ir` by default, as documented: `https` or `http`, a host, and an optional path;
   * `/inappevent/{app_id}` is appended. Newer copies of the documentation have `https://analytics.metrix.ir`.
   */
  baseUrl?: Text | null | undefined
}

/** The fields of MetrixInAppEvent but `revenue` and `currency`. */
export interface MetrixInAppEventFields {
  /**
   * The Metrix user id, such as `1415211453000-6513894`. Required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  metrixUserId: Text
  /**
   * The Metrix session id. Required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  metrixSessionId: Text
  /**
   * The advertising id of an iOS device: any text, sent as it is. Exactly one of `idfa` and `advertisingId` is required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  idfa?: Text | null | undefined
  /**
   * The Google advertising id of an Android device: any text, sent as it is. Exactly one of `idfa` and `advertisingId` is required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  advertisingId?: Text | null | undefined
  /**
   * Your own attributes: texts, in your order.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  customAttributes?: Entries<Text> | null | undefined
  /**
   * Your own metrics: doubles, in your order; a decimal that no double is equal to is refused.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  customMetrics?: Entries<Numeric> | null | undefined
  /**
   * The device's IP address, IPv4 or IPv6.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  deviceIp?: Text | null | undefined
  /**
   * The event's slug from the dashboard: visible ASCII, such as `taqsq`. Required.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  eventSlug: Text
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds; sent as a string of milliseconds. Without it Metrix takes
   * the time of receipt.
   * Source: <https://docs.metrix.ir/faq/s2s-integration/>
   */
  eventTime?: Time | null | undefined
  /** Further members of the body, sent as they are after all others. It must not name a member that has a field here. */
  extra?: Entries<Json> | null | undefined
}

/** The fields of MetrixInAppEvent that need each other. */
export type MetrixInAppEventMoney =
  | {
      /**
       * The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not stand, too. Required with
       * `currency`.
       * Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
       */
      revenue: Numeric
      /**
       * The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not stand, too. Required
       * with `revenue`.
       * Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
       */
      currency: Text
    }
  | { revenue?: null | undefined; currency?: null | undefined }

/** An in-app event. Required are `metrixUserId`, `metrixSessionId`, `eventSlug` and exactly one of `idfa` and `advertisingId`. */
export type MetrixInAppEvent = MetrixInAppEventFields & MetrixInAppEventMoney

/** One message of a request of several. */
export type MetrixMessage =
  | (MetrixUser & { kind: 'user' })
  | (MetrixAction & { kind: 'action' })
  | (MetrixRevenue & { kind: 'revenue' })
  | (MetrixBusinessEvent & { kind: 'business_event' })

/** Settings of the destinations of one provider. */
export interface DeliveryLimits {
  /** Maximum number of requests in flight to one destination (default 16). */
  maxInFlight?: number | bigint | null | undefined
  /**
   * Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate; accepted requests raise it
   * again.
   */
  perSecond?: number | bigint | null | undefined
  /**
   * Treatment of an event that may have been accepted, where the provider may count it twice: `at_least_once` (default) sends it
   * again, `at_most_once` does not.
   * - `at_least_once`: It is: it may be counted twice, and is not lost.
   * - `at_most_once`: It is not: it may be lost, and is not counted twice.
   */
  repeat?: 'at_least_once' | 'at_most_once' | null | undefined
}

/**
 * The settings of a delivery: whole numbers, times in milliseconds. Every one has a default. No provider documents limits of rates or
 * of repetition, so these are ours.
 */
export interface DeliveryConfig {
  /** Writes every change to a log from which a delivery can be restored (default `false`). */
  journal?: boolean | null | undefined
  /** Maximum number of waiting events (default 100,000). Further submissions are refused as `full`. */
  maxPending?: number | bigint | null | undefined
  /** Maximum number of requests in flight (default 64). */
  maxInFlight?: number | bigint | null | undefined
  /**
   * Maximum duration of a request until its response is read (default 30,000). A driver cancels a longer one, which counts as
   * a `timeout`.
   */
  requestTimeoutMs?: number | bigint | null | undefined
  /**
   * Maximum number of attempts that may have reached the provider (default 20); then the event is given up. Attempts in which
   * nothing was sent, and responses that refuse the credentials, do not count.
   */
  maxAttempts?: number | bigint | null | undefined
  /** Time after its submission at which an event is given up (default 7 days). */
  maxAgeMs?: number | bigint | null | undefined
  /**
   * Longest wait before the first repetition (default 1000). It doubles with each attempt, and the wait is a random part of it
   * (exponential backoff with full jitter).
   */
  backoffMs?: number | bigint | null | undefined
  /** Longest wait before any repetition (default 900,000, 15 minutes). */
  maxBackoffMs?: number | bigint | null | undefined
  /** Limit to which a longer `Retry-After` is reduced (default 3,600,000, an hour). */
  maxRetryAfterMs?: number | bigint | null | undefined
  /**
   * First wait of an event whose device the provider does not know yet (default 3600000, an
   * hour). It doubles with each attempt, up to eight hours. Devices were seen to become known
   * after hours, and after up to a week.
   */
  deviceRetryMs?: number | bigint | null | undefined
  /**
   * Maximum number of attempts for an event whose device is not known yet (default 24). With
   * the default waits they take 167 of the 168 hours of `maxAgeMs`.
   */
  maxDeviceAttempts?: number | bigint | null | undefined
  /**
   * Interval of single requests to a destination that refuses the credentials, or all events (default 60,000), until it is resumed
   * or one of them is accepted.
   */
  probeMs?: number | bigint | null | undefined
  /** Number of requests in a row without a response after which a destination gets no more for `breakerMs` (default 5). */
  breakerFailures?: number | bigint | null | undefined
  /** Pause of a destination that does not respond (default 30,000). Then one request tries whether it responds again. */
  breakerMs?: number | bigint | null | undefined
  /**
   * Time that an event waits for others of its lane that can share its request, where the provider takes several in a request
   * (default 1000); 0 sends each at once.
   */
  lingerMs?: number | bigint | null | undefined
  /**
   * Gives an event without a time that of its submission, where the provider would take the time of receipt (default `true`).
   * Otherwise a repetition hours later is an event of hours later.
   */
  dateUndated?: boolean | null | undefined
  /** Maximum number of idle lanes whose last event time is kept (default 100,000), for as long as a provider accepts older events. */
  maxLanes?: number | bigint | null | undefined
  /**
   * Least number of bytes by which the log grows before `Delivery.take_snapshot` returns a shorter one
   * (default 1048576). It grows by as much as the events in it take, if that is more.
   */
  snapshotAfterBytes?: number | bigint | null | undefined
  /** Settings of a provider's destinations, by the provider's name. */
  providers?: Entries<DeliveryLimits> | null | undefined
}

/** Why there is no response. */
export type NoResponse =
  /**
   * No connection was established, so nothing was sent. Name resolution failed, the server refused or could not be reached, or
   * connecting took too long.
   */
  | 'connect'
  /** The TLS handshake failed, so nothing was sent. */
  | 'tls'
  /** The request was, or may have been, sent, and no response came in time. */
  | 'timeout'
  /** The connection was closed after sending began. */
  | 'closed'
  /** The caller gave up after sending began. */
  | 'cancelled'
  /** Anything else; nothing is known of the request. */
  | 'other'

/** The decision. */
export type OutcomeKind =
  /** The provider accepted the event. */
  | 'delivered'
  /** The provider already has the event. Nothing is left to do. */
  | 'duplicate'
  /** The provider will never accept the event as it is. */
  | 'rejected'
  /**
   * The credentials are missing, wrong or lack a permission: stop sending to this destination and fix them. Then the event can be
   * sent again.
   */
  | 'unauthorized'
  /** The event was not accepted. Send it again later, a bounded number of times. */
  | 'retry_later'
  /**
   * The event may or may not have been accepted. Sending it again delivers it at least once, and may count it twice where the
   * provider does not deduplicate.
   */
  | 'unclear'

/** What an outcome is about, and so what else it stops. */
export type Scope =
  /** This event only. */
  | 'event'
  /** Every event of this device: it opted out, or the provider does not know it (yet). */
  | 'device'
  /** Every event for this destination: credentials, an inactive app, a wrong address. */
  | 'destination'

/** The provider APIs. */
export type Provider = 'adjust' | 'appsflyer' | 'metrix' | 'metrix_inapp'

/** The kind of a request's event; `messages` where one request carries several. */
export type RequestKind =
  | 'event'
  | 'ad_revenue'
  | 'session'
  | 'third_party_sharing'
  | 'gdpr_forget_device'
  | 'user'
  | 'action'
  | 'revenue'
  | 'business_event'
  | 'messages'

/** The stable code of an issue or a warning. */
export type IssueCode =
  | 'invalid_json'
  | 'trailing_data'
  | 'invalid_unicode'
  | 'too_deep'
  | 'too_large'
  | 'duplicate_key'
  | 'unknown_field'
  | 'wrong_type'
  | 'null_value'
  | 'unknown_provider'
  | 'unknown_kind'
  | 'unknown_destination'
  | 'missing'
  | 'missing_one_of'
  | 'conflict'
  | 'empty'
  | 'control_character'
  | 'invalid_token'
  | 'invalid_app_id'
  | 'invalid_segment'
  | 'invalid_choice'
  | 'too_long'
  | 'invalid_email'
  | 'invalid_phone'
  | 'already_hashed'
  | 'invalid_hash'
  | 'hash_of_empty'
  | 'invalid_number'
  | 'not_finite'
  | 'too_many_digits'
  | 'not_representable'
  | 'out_of_range'
  | 'invalid_currency'
  | 'invalid_time'
  | 'time_without_offset'
  | 'not_an_integer'
  | 'time_unit'
  | 'too_old'
  | 'in_the_future'
  | 'invalid_device_id'
  | 'zero_device_id'
  | 'invalid_ip'
  | 'ipv6_not_supported'
  | 'reserved_field'
  | 'identity_mismatch'
  | 'duplicate_id'
  | 'too_many_messages'
  | 'invalid_url'
  | 'too_many_issues'
  | 'insecure_transport'
  | 'ahead_of_now'
  | 'ipv6_omitted'
  | 'zero_device_id_omitted'
  | 'zero_advertising_id'
  | 'undocumented_name'
  | 'already_encoded'
  | 'float_noise'
  | 'may_be_rounded'
  | 'currency_not_listed'
  | 'will_be_redated'
  | 'near_size_limit'
  | 'counts_as_ios_14_5'
  | 'unknown_predefined_name'
  | 'undocumented_spelling'
  | 'same_time_may_be_dropped'
