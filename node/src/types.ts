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
       * maximum is in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
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

/** The configuration of one AppsFlyer app. `appId` and `s2sKey` are required. */
export interface AppsFlyerConfig {
  /**
   * The app's ID, the last segment of the URL: for iOS `id` and the digits of the App Store, such as `id123456789`; for Android the
   * package name as in the dashboard, such as `com.example.myapp`; for Windows the ID of the Microsoft Store. Letters, digits, `.`,
   * `_` and `-`. Nothing is added to it: AppsFlyer accepts an iOS ID without `id` with a 200 and loses the event. Required.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appId: Text
  /**
   * The S2S key of the app, sent as it is as `authentication`: visible ASCII. An admin creates it in the security center; it is neither the dev key nor the
   * token of the pull API. Required.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  s2sKey: Text
  /**
   * The platform of the app: `ios`, `android` or `windows`. By default it follows from `appId`: `id` and digits is iOS, what has a
   * `.` is Android. Required where neither is so.
   * - `ios`: iOS.
   * - `android`: Android, in and outside Google Play.
   * - `windows`: Windows.
   */
  platform?: 'ios' | 'android' | 'windows' | null | undefined
  /**
   * What is sent as `eventValue` of an event without one: `empty` (default, the empty text) or `space` (one space).
   * - `empty`: The empty text, as the reference has it.
   * - `space`: One space, as the overview has it for Android.
   */
  emptyEventValue?: 'empty' | 'space' | null | undefined
  /**
   * How `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are sent in `eventValue`: `string` (default, as in
   * AppsFlyer's examples) or `number`.
   * - `string`: A string, as in AppsFlyer's examples.
   * - `number`: A number.
   */
  moneyAs?: 'string' | 'number' | null | undefined
  /**
   * What happens to an `eventCurrency` that is not among the 179 codes that AppsFlyer lists: `warn` (default) or `refuse`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   * - `warn`: The event is sent, with a warning.
   * - `refuse`: It is an issue.
   */
  unlistedCurrency?: 'warn' | 'refuse' | null | undefined
  /**
   * What happens to an event with `af_revenue` and without `eventCurrency`: `refuse` (default) or `send`. Which currency AppsFlyer
   * takes then is not documented for S2S events.
   * - `refuse`: It is an issue.
   * - `send`: The event is sent.
   */
  missingCurrency?: 'refuse' | 'send' | null | undefined
  /**
   * Maximum size of the body in bytes (default 1,024). AppsFlyer documents "1KB"; older copies of its pages have 1,000 bytes, from
   * which on there is a warning. What happens to a larger body is not documented.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  maxBodyBytes?: number | bigint | null | undefined
  /**
   * What happens to an event that is sent after 02:00 UTC of the day after its own, when AppsFlyer records it at the time of its
   * arrival: `warn` (default), `refuse` (also while it waits in a delivery) or `send`.
   * Source: <https://support.appsflyer.com/hc/en-us/articles/207034486>
   * - `warn`: It is sent, with a warning.
   * - `refuse`: It is an issue, and a delivery in which it has waited until then drops it.
   * - `send`: It is sent.
   */
  late?: 'warn' | 'refuse' | 'send' | null | undefined
  /** Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). AppsFlyer documents no limit. */
  maxFuture?: number | bigint | null | undefined
  /** The calling code of a `phone` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number is an issue. */
  defaultCallingCode?: Text | null | undefined
  /**
   * The forms in which a `phone` is hashed: `both` (default), `digits` (`phoneNumberHashed` alone) or `e164`
   * (`phoneNumberE164Hashed` alone).
   * - `both`: Both.
   * - `digits`: Digits without `+`, in `phone_number_hashed`.
   * - `e164`: E.164 with `+`, in `phone_number_e164_hashed`.
   */
  phoneHash?: 'both' | 'digits' | 'e164' | null | undefined
  /**
   * Maximum number of characters of an `eventName` (default 100, which AppsFlyer documents for its SDKs; an older text had 45).
   * Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
   */
  maxEventName?: number | bigint | null | undefined
  /**
   * What happens to an IPv6 address, as AppsFlyer documents IPv4 alone: `refuse` (default) or `omit`.
   * - `refuse`: It is an issue.
   * - `omit`: The address is left out, with a warning.
   */
  ipv6?: 'refuse' | 'omit' | null | undefined
  /**
   * The address of the API (default `https://api3.appsflyer.com`): `https` or `http`, a host, and an optional path;
   * `/inappevent/{app_id}` is appended.
   */
  baseUrl?: Text | null | undefined
}

/** The app set ID of Android. Both members are required. */
export interface AppsFlyerAppSetId {
  /**
   * The scope: 1 the app, 2 all apps of the developer. Required.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  scope: number | bigint
  /**
   * The ID: a UUID, sent in lower case with hyphens. Required.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  id: Text
}

/**
 * Consent as a platform of the Transparency and Consent Framework gives it. Which members are required is not documented; at least
 * one is required here.
 */
export interface AppsFlyerTcf {
  /**
   * The version of the policy: an integer.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  policyVersion?: number | bigint | null | undefined
  /**
   * Whether the GDPR applies: 1 yes, 0 no; AppsFlyer lists -1, too, without its meaning.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  gdprApplies?: number | bigint | null | undefined
  /**
   * The ID of the platform's SDK: an integer.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  cmpSdkId?: number | bigint | null | undefined
  /**
   * The version of the platform's SDK: an integer.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  cmpSdkVersion?: number | bigint | null | undefined
  /**
   * The TC string.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  tcstring?: Text | null | undefined
}

/** Consent that the app has asked for itself. Which members are required is not documented; at least one is required here. */
export interface AppsFlyerManualConsent {
  /**
   * Whether the GDPR applies.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  gdprApplies?: boolean | null | undefined
  /**
   * Whether the user agreed that data is shared for ads.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  adUserDataEnabled?: boolean | null | undefined
  /**
   * Whether the user agreed to personalized ads.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  adPersonalizationEnabled?: boolean | null | undefined
}

/** The user's consent: exactly one of `tcf` and `manual`. */
export interface AppsFlyerConsentData {
  /**
   * What a consent management platform of the Transparency and Consent Framework gives.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  tcf?: AppsFlyerTcf | null | undefined
  /**
   * What the app has asked the user itself.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  manual?: AppsFlyerManualConsent | null | undefined
}

/**
 * An in-app event. Required are `appsflyerId` and `eventName`.
 *
 * The members of the body are sent in this order: `appsflyerId`, `eventTime`, then the others as they are declared, and `extra`.
 */
export interface AppsFlyerEvent {
  /**
   * The ID that AppsFlyer's SDK makes at the first launch, the only link to the install: digits, a hyphen and digits, such as
   * `1665148898336-5539842602053895577`. Required.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appsflyerId: Text
  /**
   * The event's name: 1 to 100 characters of any language, such as `af_purchase`. Your own names should not begin with `af_`. Required.
   * Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
   */
  eventName: Text
  /**
   * The event's parameters: a JSON object, or a text that holds one, in your order; sent as a text, and without it as `""`. Members are of any type but null.
   * `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are decimals, also inside an array, and may be negative;
   * AppsFlyer documents up to five decimals.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  eventValue?: Json | null | undefined
  /**
   * The currency of the event: three letters, sent in upper case. Required with `af_revenue`. AppsFlyer lists 179 codes; others have
   * a warning.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  eventCurrency?: Text | null | undefined
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in UTC as `2019-05-15 12:17:01.123`. Without it
   * AppsFlyer takes the time of arrival, which it takes also for an event that arrives after 02:00 UTC of the next day.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  time?: Time | null | undefined
  /**
   * Your own ID of the user, as it is set in the SDK. Any text.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  customerUserId?: Text | null | undefined
  /**
   * Android: the advertising ID of Google Play services, a UUID, sent in lower case with hyphens. All zeros are left out.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  advertisingId?: Text | null | undefined
  /**
   * Android: the open advertising identifier, a UUID, sent in lower case with hyphens. All zeros are left out.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  oaid?: Text | null | undefined
  /**
   * Android: the advertising ID of Amazon Fire. AppsFlyer documents no shape. All zeros are left out.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  amazonAid?: Text | null | undefined
  /**
   * Android: the IMEI, 14 to 16 digits with or without hyphens, sent as it is.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  imei?: Text | null | undefined
  /**
   * Android: the app set ID. One of zeros is left out.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appSetId?: AppsFlyerAppSetId | null | undefined
  /**
   * iOS: the advertising identifier, a UUID, sent in upper case with hyphens. All zeros are left out.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  idfa?: Text | null | undefined
  /**
   * iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. All zeros are left out. Meta's Aggregated Event Measurement needs it, and `ip`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  idfv?: Text | null | undefined
  /**
   * iOS: the status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  att?: number | bigint | null | undefined
  /**
   * Whether the user agreed to share the advertising identifier: `false` means limited ad tracking. Android, and iOS before 14.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  aie?: boolean | null | undefined
  /**
   * The user's email address, plain: trimmed, in lower case and hashed here. Not together with `emailHashed`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  email?: Text | null | undefined
  /**
   * The user's phone number, plain, beginning with `+` or `00`: normalized and hashed here, see the setting `phoneHash`. A number
   * that begins otherwise needs the setting `defaultCallingCode`. Not together with `phoneNumberHashed` or
   * `phoneNumberE164Hashed`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  phone?: Text | null | undefined
  /**
   * The user's first name, plain: trimmed, in lower case and hashed here. Not together with `firstNameHashed`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  firstName?: Text | null | undefined
  /**
   * The user's last name, plain: trimmed, in lower case and hashed here. Not together with `lastNameHashed`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  lastName?: Text | null | undefined
  /**
   * The SHA-256 digest of the email address, trimmed and in lower case: 64 hexadecimal digits, sent in lower case.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  emailHashed?: Text | null | undefined
  /**
   * The SHA-256 digest of the phone number: digits with the calling code, without `+` and leading zeros; 64 hexadecimal digits, sent in lower case.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  phoneNumberHashed?: Text | null | undefined
  /**
   * The SHA-256 digest of the phone number in the form of E.164, with `+`: 64 hexadecimal digits, sent in lower case.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  phoneNumberE164Hashed?: Text | null | undefined
  /**
   * The SHA-256 digest of the first name in lower case: 64 hexadecimal digits, sent in lower case.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  firstNameHashed?: Text | null | undefined
  /**
   * The SHA-256 digest of the last name in lower case: 64 hexadecimal digits, sent in lower case.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  lastNameHashed?: Text | null | undefined
  /**
   * The ID of Facebook Login: digits.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  fbLoginId?: Text | null | undefined
  /**
   * The IPv4 address of the device at the time of the event, never the server's: without it AppsFlyer takes the geography of the install. An IPv4-mapped
   * IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  ip?: Text | null | undefined
  /**
   * The device's user agent, as the device sent it.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  ua?: Text | null | undefined
  /**
   * The version of the operating system, such as `14.5.1`. AppsFlyer takes an iOS event without it as one of iOS 14.5.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  os?: Text | null | undefined
  /**
   * The version of the app. Any text.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appVersionName?: Text | null | undefined
  /**
   * The store that the app was installed from, `AF_STORE` of Android. Any text.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appStore?: Text | null | undefined
  /**
   * The bundle identifier or package name, such as `com.myapp`. AppsFlyer asks for it in every event, as ad networks need it.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  bundleIdentifier?: Text | null | undefined
  /**
   * The partners that the event is not shared with: `"all"`, or a list of IDs as the integrations API names them, such as `googleadwords_int`; exceptions are
   * `Apple Search Ads` and `twitter`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  sharingFilter?: Json | null | undefined
  /**
   * iOS: `app_clip` where the event is one of an App Clip.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  appType?: Text | null | undefined
  /**
   * Your own data for raw data reports: a JSON object, or a text that holds one, in your order; sent as a text.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  customData?: Json | null | undefined
  /**
   * The user's consent: `tcf` or `manual`.
   * Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
   */
  consentData?: AppsFlyerConsentData | null | undefined
  /**
   * Further members of the body, sent as they are after all others. It must not name a member that has a field here, or
   * `custom_dimension`, which AppsFlyer reserves for itself.
   */
  extra?: Entries<Json> | null | undefined
}

/** The configuration of one app of Branch. `branchKey` is required. Branch's secret is not needed, and must not be sent. */
export interface BranchConfig {
  /**
   * The key of the app: `key_live_` or `key_test_` and visible ASCII, from the dashboard. Sent in the body. It decides between the
   * live and the test environment; no response of Branch says which one it was. Required.
   * Source: <https://help.branch.io/apidocs/events>
   */
  branchKey: Text
  /**
   * Names of standard events that this library does not know yet: visible ASCII without spaces. The kind `standard` accepts them, and
   * `custom` refuses them. Upper and lower case differ. Default: none.
   * Source: <https://help.branch.io/apidocs/events>
   */
  extraStandardNames?: readonly Text[] | null | undefined
  /**
   * What happens to an event of iOS or Android without `osVersion`, which Branch asks for with events of servers: `warn` (default),
   * `require` or `ignore`.
   * Source: <https://help.branch.io/developer-hub/track-branch-events>
   * - `warn`: It is sent, with a warning.
   * - `require`: It is an issue.
   * - `ignore`: It is sent.
   */
  requireOsVersion?: 'warn' | 'require' | 'ignore' | null | undefined
  /**
   * What happens to a negative `revenue`: `refuse` (default) or `send`. Branch does not document it; others say that it is not
   * supported.
   * - `refuse`: It is an issue.
   * - `send`: It is sent.
   */
  negativeRevenue?: 'refuse' | 'send' | null | undefined
  /**
   * What happens to `revenue`, `shipping` or `tax` without `currency`, which Branch counts as US dollars: `refuse` (default) or
   * `send` (with a warning).
   * Source: <https://help.branch.io/developer-hub/track-branch-events>
   * - `refuse`: It is an issue.
   * - `send`: They are sent, with a warning: Branch counts US dollars.
   */
  missingCurrency?: 'refuse' | 'send' | null | undefined
  /**
   * What happens to parts of an event that Branch's pages do not agree to take: fields of `eventData` other than `description`
   * with a custom event, and `contentItems` with a custom or a lifecycle event. `warn` (default), `refuse` or `send`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   * - `warn`: They are sent, with a warning.
   * - `refuse`: They are an issue.
   * - `send`: They are sent.
   */
  undocumentedParts?: 'warn' | 'refuse' | 'send' | null | undefined
  /**
   * The form in which `customFields` of an item are sent, as Branch's pages disagree: `string` (default, a text of JSON) or
   * `object`.
   * Sources: <https://help.branch.io/developer-hub/track-branch-events>, <https://help.branch.io/apidocs/events>
   * - `string`: A text of JSON. Source: <https://help.branch.io/developer-hub/track-branch-events>
   * - `object`: An object. Source: <https://help.branch.io/apidocs/events>
   */
  customFieldsAs?: 'string' | 'object' | null | undefined
  /**
   * The form in which `productCategory` of an item is sent, as Branch's pages disagree: `as_given` (default), `constant` (such as
   * `SPORTING_GOODS`) or `display` (such as `Sporting Goods`).
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   * - `as_given`: The form in which it was given.
   * - `constant`: The constant, such as `SPORTING_GOODS`.
   * - `display`: The name for display, such as `Sporting Goods`.
   */
  productCategory?: 'as_given' | 'constant' | 'display' | null | undefined
  /**
   * What happens to an event that happened longer ago than `maxDelay` when its request is built: `warn` (default), `refuse` or
   * `send`. Branch takes no time and records an event when it arrives. A delivery does not check it again: its setting `maxAgeMs` says
   * how long an event may wait there.
   * Source: <https://help.branch.io/apidocs/events/overview>
   * - `warn`: It is sent, with a warning: Branch records it at the time of its arrival.
   * - `refuse`: It is an issue.
   * - `send`: It is sent.
   */
  late?: 'warn' | 'refuse' | 'send' | null | undefined
  /**
   * Number of seconds after which an event is late (default 86,400, 24 hours). Branch asks for events as they happen, and documents
   * no limit.
   * Source: <https://help.branch.io/apidocs/events/overview>
   */
  maxDelay?: number | bigint | null | undefined
  /** Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Branch documents no limit. */
  maxFuture?: number | bigint | null | undefined
  /**
   * Whether `ip` of `userData` is also sent as the header `X-IP-Override` (default `false`), from which Branch takes the geography
   * once its support has allowed that for the app. Until then the header is ignored. With it, `ip` is required.
   * Source: <https://help.branch.io/developer-hub/track-branch-events>
   */
  ipOverride?: boolean | null | undefined
  /**
   * The address of the API (default `https://api2.branch.io`): `https` or `http`, a host, and an optional path; `/v2/event/standard`
   * or `/v2/event/custom` is appended. Branch documents no address in the European Union for this API.
   * Source: <https://help.branch.io/apidocs/events>
   */
  baseUrl?: Text | null | undefined
}

/**
 * Who the user is, and what is known of the device. At least one of `developerIdentity`, `idfa`, `idfv`, `aaid`, `androidId` and
 * `browserFingerprintId` is required. Members are sent in the order of the fields.
 */
export interface BranchUserData {
  /**
   * Your own ID of the user, as the app gives it to Branch's SDK (`setIdentity`). Sent as it is; no hashing is documented. A number is
   * refused, by Branch, too.
   * Source: <https://help.branch.io/apidocs/events>
   */
  developerIdentity?: Text | null | undefined
  /**
   * iOS: the advertising identifier, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  idfa?: Text | null | undefined
  /**
   * iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  idfv?: Text | null | undefined
  /**
   * Android: Google's advertising ID, a UUID, sent in lower case with hyphens. One of zeros is not sent. Only with `os` `Android`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  aaid?: Text | null | undefined
  /**
   * Android: the ID of the device, 1 to 16 hexadecimal digits, sent in lower case. One of zeros is not sent. Only with `os` `Android`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  androidId?: Text | null | undefined
  /**
   * Branch's ID of a browser, from its SDK.
   * Source: <https://help.branch.io/apidocs/events>
   */
  browserFingerprintId?: Text | null | undefined
  /**
   * Branch's ID of a device, from its SDK. It does not identify a user.
   * Source: <https://help.branch.io/apidocs/events>
   */
  randomizedDeviceToken?: Text | null | undefined
  /**
   * iOS: Facebook's anonymous ID, needed for its aggregated event measurement. Only with `os` `iOS`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  anonId?: Text | null | undefined
  /**
   * Other advertising identifiers by their names, such as `oaid`. Sent as they are; one of zeros is not sent. They do not identify a user.
   * Source: <https://help.branch.io/apidocs/events>
   */
  advertisingIds?: Entries<Text> | null | undefined
  /**
   * The operating system: `iOS` or `Android` in any case, or another one, such as `MAC_OS`, `LINUX` or `WINDOWS`. Required with a
   * field of iOS or Android.
   * Source: <https://help.branch.io/apidocs/events>
   */
  os?: Text | null | undefined
  /**
   * The version of the operating system: a text, such as `17.1`, or an integer, as Branch's Android SDK sends the API level. Branch
   * asks for it with events of servers, see the setting `requireOsVersion`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  osVersion?: Json | null | undefined
  /**
   * The environment, usually `FULL_APP`. Any text; its values are not documented.
   * Source: <https://help.branch.io/apidocs/events>
   */
  environment?: Text | null | undefined
  /**
   * The brand of the device, such as `LGE`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  brand?: Text | null | undefined
  /**
   * The model of the device, such as `Nexus 5X`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  model?: Text | null | undefined
  /**
   * The version of the app.
   * Source: <https://help.branch.io/apidocs/events>
   */
  appVersion?: Text | null | undefined
  /**
   * The country of the device, such as `US`. Any text.
   * Source: <https://help.branch.io/apidocs/events>
   */
  country?: Text | null | undefined
  /**
   * The language of the device, such as `en`. Any text.
   * Source: <https://help.branch.io/apidocs/events>
   */
  language?: Text | null | undefined
  /**
   * The density of the screen in dots per inch, not negative.
   * Source: <https://help.branch.io/apidocs/events>
   */
  screenDpi?: number | bigint | null | undefined
  /**
   * The height of the screen in pixels, not negative.
   * Source: <https://help.branch.io/apidocs/events>
   */
  screenHeight?: number | bigint | null | undefined
  /**
   * The width of the screen in pixels, not negative.
   * Source: <https://help.branch.io/apidocs/events>
   */
  screenWidth?: number | bigint | null | undefined
  /**
   * Whether the user has limited ad tracking.
   * Source: <https://help.branch.io/apidocs/events>
   */
  limitAdTracking?: boolean | null | undefined
  /**
   * The IP address of the user, IPv4 or IPv6, sent as it is. Whether Branch takes IPv6 is not documented. See also the setting
   * `ipOverride`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  ip?: Text | null | undefined
  /**
   * Android: the address of the device in its own network, IPv4 or IPv6, sent as it is. Only with `os` `Android`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  localIp?: Text | null | undefined
  /**
   * The user agent of the browser or web view, as it sent it.
   * Source: <https://help.branch.io/apidocs/events>
   */
  userAgent?: Text | null | undefined
  /**
   * The header `Origin` of the browser or web view.
   * Source: <https://help.branch.io/apidocs/events>
   */
  httpOrigin?: Text | null | undefined
  /**
   * The header `Referer` of the browser or web view.
   * Source: <https://help.branch.io/apidocs/events>
   */
  httpReferrer?: Text | null | undefined
  /**
   * The user's ID in Google Analytics.
   * Source: <https://help.branch.io/apidocs/events>
   */
  googleAnalyticsId?: Text | null | undefined
  /**
   * Whether the user is in the European Economic Area. If so, `dmaAdPersonalization` and `dmaAdUserData` are required.
   * Source: <https://help.branch.io/apidocs/events>
   */
  dmaEea?: boolean | null | undefined
  /**
   * Whether the user has consented to personalized advertising. Needs `dmaEea`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  dmaAdPersonalization?: boolean | null | undefined
  /**
   * Whether the user has consented to sending user data for advertising. Needs `dmaEea`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  dmaAdUserData?: boolean | null | undefined
  /**
   * Further members, sent as they are. It must not name a member that has a field here, or `device_fingerprint_id`, the older name of
   * `randomizedDeviceToken`.
   */
  extra?: Entries<Json> | null | undefined
}

/** The fields of BranchEventData but `revenue` and `currency`. */
export interface BranchEventDataFields {
  /**
   * Your own ID of the transaction. No deduplication by it is documented.
   * Source: <https://help.branch.io/apidocs/events>
   */
  transactionId?: Text | null | undefined
  /**
   * The cost of shipping in `currency`: a decimal, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  shipping?: Numeric | null | undefined
  /**
   * The tax in `currency`: a decimal, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  tax?: Numeric | null | undefined
  /**
   * The coupon.
   * Source: <https://help.branch.io/apidocs/events>
   */
  coupon?: Text | null | undefined
  /**
   * The affiliation, such as a store.
   * Source: <https://help.branch.io/apidocs/events>
   */
  affiliation?: Text | null | undefined
  /**
   * A description of the event.
   * Source: <https://help.branch.io/apidocs/events>
   */
  description?: Text | null | undefined
  /**
   * What the user searched for.
   * Source: <https://help.branch.io/apidocs/events>
   */
  searchQuery?: Text | null | undefined
  /**
   * The sort of an ad, for `CLICK_AD` and `VIEW_AD`: `BANNER`, `INTERSTITIAL`, `REWARDED_VIDEO` or `NATIVE` in any case, sent in upper
   * case. With other standard events it has a warning. Not documented for this API; it is known from Branch's SDKs.
   */
  adType?: Text | null | undefined
  /**
   * Members of your own: texts, numbers and truth values, in your order after the others. It must not name a member that has a
   * field here.
   * Source: <https://help.branch.io/developer-hub/track-branch-events>
   */
  extra?: Entries<Json> | null | undefined
}

/** The fields of BranchEventData that need each other. */
export type BranchEventDataMoney =
  | {
      /**
       * The revenue in full units of `currency`: a decimal, sent as a number. For a negative one see the setting `negativeRevenue`.
       * Source: <https://help.branch.io/apidocs/events>
       */
      revenue: Numeric
      /**
       * The currency of `revenue`, `shipping`, `tax` and the prices of items: three letters (ISO 4217), sent in upper case. Required with
       * the first three, see the setting `missingCurrency`: without it Branch counts US dollars.
       * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
       */
      currency: Text
    }
  | { revenue?: null | undefined; currency?: null | undefined }

/** Revenue and other data of an event. At least one field is required. Members are sent in the order of the fields. */
export type BranchEventData = BranchEventDataFields & BranchEventDataMoney

/** A product or content that an event is about. At least one field is required. Members are sent in the order of the fields. */
export interface BranchContentItem {
  /**
   * The sort of content, in any case: `COMMERCE_AUCTION`, `COMMERCE_BUSINESS`, `COMMERCE_OTHER`, `COMMERCE_PRODUCT`,
   * `COMMERCE_RESTAURANT`, `COMMERCE_SERVICE`, `COMMERCE_TRAVEL_FLIGHT`, `COMMERCE_TRAVEL_HOTEL`, `COMMERCE_TRAVEL_OTHER`, `GAME_STATE`,
   * `MEDIA_IMAGE`, `MEDIA_MIXED`, `MEDIA_MUSIC`, `MEDIA_OTHER`, `MEDIA_VIDEO`, `OTHER`, `TEXT_ARTICLE`, `TEXT_BLOG`, `TEXT_OTHER`,
   * `TEXT_RECIPE`, `TEXT_REVIEW`, `TEXT_SEARCH_RESULTS`, `TEXT_STORY` or `TEXT_TECHNICAL_DOC`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  contentSchema?: Text | null | undefined
  /**
   * The title.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ogTitle?: Text | null | undefined
  /**
   * The description.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ogDescription?: Text | null | undefined
  /**
   * The address of an image. Any text.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ogImageUrl?: Text | null | undefined
  /**
   * The one ID of the content, such as `nike/5324`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  canonicalIdentifier?: Text | null | undefined
  /**
   * The one address of the content. Any text.
   * Source: <https://help.branch.io/apidocs/events>
   */
  canonicalUrl?: Text | null | undefined
  /**
   * Whether others may find the content.
   * Source: <https://help.branch.io/apidocs/events>
   */
  publiclyIndexable?: boolean | null | undefined
  /**
   * Whether the device may find the content.
   * Source: <https://help.branch.io/apidocs/events>
   */
  locallyIndexable?: boolean | null | undefined
  /**
   * The price of one unit: a decimal, sent as a number. Its currency is that of `eventData`, without which Branch counts US dollars.
   * Source: <https://help.branch.io/apidocs/events>
   */
  price?: Numeric | null | undefined
  /** The currency of `price`: three letters (ISO 4217), sent in upper case. Not documented for this API; it is known from Branch's SDKs. */
  currency?: Text | null | undefined
  /**
   * The quantity: a decimal, not negative, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  quantity?: Numeric | null | undefined
  /**
   * The stock keeping unit.
   * Source: <https://help.branch.io/apidocs/events>
   */
  sku?: Text | null | undefined
  /**
   * The product's name.
   * Source: <https://help.branch.io/apidocs/events>
   */
  productName?: Text | null | undefined
  /**
   * The product's brand.
   * Source: <https://help.branch.io/apidocs/events>
   */
  productBrand?: Text | null | undefined
  /**
   * The product's category, as a constant or as the name for display, in any case; for the form that is sent see the setting
   * `productCategory`. `ANIMALS_AND_PET_SUPPLIES` (`Animals & Pet Supplies`), `APPAREL_AND_ACCESSORIES` (`Apparel & Accessories`),
   * `ARTS_AND_ENTERTAINMENT` (`Arts & Entertainment`), `BABY_AND_TODDLER` (`Baby & Toddler`), `BUSINESS_AND_INDUSTRIAL` (`Business &
   * Industrial`), `CAMERAS_AND_OPTICS` (`Cameras & Optics`), `ELECTRONICS` (`Electronics`), `FOOD_BEVERAGES_AND_TOBACCO` (`Food,
   * Beverages & Tobacco`), `FURNITURE` (`Furniture`), `HARDWARE` (`Hardware`), `HEALTH_AND_BEAUTY` (`Health & Beauty`),
   * `HOME_AND_GARDEN` (`Home & Garden`), `LUGGAGE_AND_BAGS` (`Luggage & Bags`), `MATURE` (`Mature`), `MEDIA` (`Media`),
   * `OFFICE_SUPPLIES` (`Office Supplies`), `RELIGIOUS_AND_CEREMONIAL` (`Religious & Ceremonial`), `SOFTWARE` (`Software`),
   * `SPORTING_GOODS` (`Sporting Goods`), `TOYS_AND_GAMES` (`Toys & Games`) or `VEHICLES_AND_PARTS` (`Vehicles & Parts`).
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  productCategory?: Text | null | undefined
  /**
   * The product's variant, such as a size.
   * Source: <https://help.branch.io/apidocs/events>
   */
  productVariant?: Text | null | undefined
  /**
   * The product's condition, in any case: `OTHER`, `NEW`, `EXCELLENT`, `GOOD`, `FAIR`, `POOR`, `USED` or `REFURBISHED`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  condition?: Text | null | undefined
  /** The user's own rating: a decimal, not negative, sent as a number. Not documented for this API; it is known from Branch's SDKs. */
  rating?: Numeric | null | undefined
  /**
   * The average rating: a decimal, not negative, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ratingAverage?: Numeric | null | undefined
  /**
   * The number of ratings: a decimal, not negative, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ratingCount?: Numeric | null | undefined
  /**
   * The largest possible rating: a decimal, not negative, sent as a number.
   * Source: <https://help.branch.io/apidocs/events>
   */
  ratingMax?: Numeric | null | undefined
  /**
   * The street of the content's place.
   * Source: <https://help.branch.io/apidocs/events>
   */
  addressStreet?: Text | null | undefined
  /**
   * The city of the content's place.
   * Source: <https://help.branch.io/apidocs/events>
   */
  addressCity?: Text | null | undefined
  /**
   * The region of the content's place.
   * Source: <https://help.branch.io/apidocs/events>
   */
  addressRegion?: Text | null | undefined
  /**
   * The country of the content's place. Any text.
   * Source: <https://help.branch.io/apidocs/events>
   */
  addressCountry?: Text | null | undefined
  /**
   * The postal code of the content's place.
   * Source: <https://help.branch.io/apidocs/events>
   */
  addressPostalCode?: Text | null | undefined
  /**
   * The latitude in degrees: a decimal, sent as a number. One beyond ±90 has a warning, as Branch documents no range.
   * Source: <https://help.branch.io/apidocs/events>
   */
  latitude?: Numeric | null | undefined
  /**
   * The longitude in degrees: a decimal, sent as a number. One beyond ±180 has a warning, as Branch documents no range.
   * Source: <https://help.branch.io/apidocs/events>
   */
  longitude?: Numeric | null | undefined
  /**
   * Keywords.
   * Source: <https://help.branch.io/apidocs/events>
   */
  keywords?: readonly Text[] | null | undefined
  /**
   * Captions of images.
   * Source: <https://help.branch.io/apidocs/events>
   */
  imageCaptions?: readonly Text[] | null | undefined
  /**
   * When the content was created: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds.
   * Source: <https://help.branch.io/apidocs/events>
   */
  creationTimestamp?: Time | null | undefined
  /**
   * When the content expires: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds. 0 is no limit.
   * Source: <https://help.branch.io/apidocs/events>
   */
  expDate?: Time | null | undefined
  /**
   * Data of your own, of any JSON. For the form that is sent see the setting `customFieldsAs`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  customFields?: Entries<Json> | null | undefined
  /**
   * Further members of the item, sent as they are under the names that you give. Branch's SDKs write data of your own so; it is not
   * documented for this API. It must not name a member that has a field here.
   */
  extra?: Entries<Json> | null | undefined
}

/**
 * A standard event. Required are `name` and `userData`.
 *
 * Members are sent in the order of the fields, but for `userData`, which is the first, and `time`, which is not sent.
 */
export interface BranchStandard {
  /**
   * The event's name, exactly. Commerce: `ADD_TO_CART`, `ADD_TO_WISHLIST`, `VIEW_CART`, `INITIATE_PURCHASE`, `ADD_PAYMENT_INFO`,
   * `CLICK_AD`, `PURCHASE`, `RESERVE`, `SPEND_CREDITS`, `VIEW_AD`. Content: `SEARCH`, `VIEW_ITEM`, `VIEW_ITEMS`, `RATE`, `SHARE`,
   * `INITIATE_STREAM`, `COMPLETE_STREAM`. Lifecycle: `COMPLETE_REGISTRATION`, `COMPLETE_TUTORIAL`, `ACHIEVE_LEVEL`,
   * `UNLOCK_ACHIEVEMENT`, `INVITE`, `LOGIN`, `START_TRIAL`, `SUBSCRIBE`. `OPT_IN` and `OPT_OUT` are sent with a warning. See also the
   * setting `extraStandardNames`. Required.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  name: Text
  /**
   * Your own name for the event, in addition to `name`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  customerEventAlias?: Text | null | undefined
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds. It is **not sent**: Branch has no field for it, and
   * records the event when it arrives. It serves the check of the settings `late` and `maxDelay` alone.
   * Source: <https://help.branch.io/apidocs/events/overview>
   */
  time?: Time | null | undefined
  /**
   * Who the user is, and what is known of the device. Required.
   * Source: <https://help.branch.io/apidocs/events>
   */
  userData: BranchUserData
  /**
   * Revenue and other data of the event. Branch's pages disagree whether a custom event may have more of it than `description`
   * and members of your own, see the setting `undocumentedParts`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  eventData?: BranchEventData | null | undefined
  /**
   * The products or contents that the event is about. Branch documents them for commerce and content events alone, see the
   * setting `undocumentedParts`. How many there may be is not documented.
   * Source: <https://help.branch.io/apidocs/events>
   */
  contentItems?: readonly BranchContentItem[] | null | undefined
  /**
   * Data of your own: texts, numbers and truth values, in your order. Arrays and objects are sent with a warning: the
   * documentation has flat data.
   * Source: <https://help.branch.io/apidocs/events>
   */
  customData?: Entries<Json> | null | undefined
  /**
   * Further members of the body, such as `partner_data` of Branch's SDKs, sent as they are before `branchKey`. It must not name a
   * member that has a field here, or `branchKey`, `metaData` or `metadata`.
   */
  extra?: Entries<Json> | null | undefined
}

/**
 * A custom event. Required are `name` and `userData`.
 *
 * Members are sent in the order of the fields, but for `userData`, which is the first, and `time`, which is not sent.
 */
export interface BranchCustom {
  /**
   * The event's name, such as `picture swiped`. It must not be the name of a standard event, which Branch refuses, or `custom event`.
   * `open`, `close`, `install` and `referred session` are Branch's own events, and sent with a warning. Required.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  name: Text
  /**
   * Your own name for the event, in addition to `name`.
   * Source: <https://help.branch.io/apidocs/events>
   */
  customerEventAlias?: Text | null | undefined
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds. It is **not sent**: Branch has no field for it, and
   * records the event when it arrives. It serves the check of the settings `late` and `maxDelay` alone.
   * Source: <https://help.branch.io/apidocs/events/overview>
   */
  time?: Time | null | undefined
  /**
   * Who the user is, and what is known of the device. Required.
   * Source: <https://help.branch.io/apidocs/events>
   */
  userData: BranchUserData
  /**
   * Revenue and other data of the event. Branch's pages disagree whether a custom event may have more of it than `description`
   * and members of your own, see the setting `undocumentedParts`.
   * Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
   */
  eventData?: BranchEventData | null | undefined
  /**
   * The products or contents that the event is about. Branch documents them for commerce and content events alone, see the
   * setting `undocumentedParts`. How many there may be is not documented.
   * Source: <https://help.branch.io/apidocs/events>
   */
  contentItems?: readonly BranchContentItem[] | null | undefined
  /**
   * Data of your own: texts, numbers and truth values, in your order. Arrays and objects are sent with a warning: the
   * documentation has flat data.
   * Source: <https://help.branch.io/apidocs/events>
   */
  customData?: Entries<Json> | null | undefined
  /**
   * More data of your own: values as those of `customData`. What Branch does with it is not documented.
   * Source: <https://help.branch.io/apidocs/events>
   */
  metaData?: Entries<Json> | null | undefined
  /**
   * Further members of the body, such as `partner_data` of Branch's SDKs, sent as they are before `branchKey`. It must not name a
   * member that has a field here, or `branchKey`, `metaData` or `metadata`.
   */
  extra?: Entries<Json> | null | undefined
}

/**
 * The configuration of one data stream of Google Analytics 4. `apiSecret` is required, and one of `firebaseAppId` (an app stream)
 * and `measurementId` (a web stream).
 */
export interface Ga4Config {
  /**
   * The ID of an app in Firebase, such as `1:98765432109:ios:fedcba9876543210`: it makes the destination an app stream. Sent in
   * the URL, with its colons as they are. Not together with `measurementId`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  firebaseAppId?: Text | null | undefined
  /**
   * The ID of a web stream: `G-` with letters and digits, such as `G-PSW1MY7HB4`. It is not the stream's number. Sent in the URL. Not
   * together with `firebaseAppId`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
   */
  measurementId?: Text | null | undefined
  /**
   * The secret of the stream: visible ASCII, from Admin, Data streams, Measurement Protocol API secrets. Sent in the URL, where
   * logs of proxies may hold it. Analytics reports no error for a wrong one. Required.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  apiSecret: Text
  /**
   * Where the data is collected: `global` (default) or `eu`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   * - `global`: Anywhere: `https://www.google-analytics.com`.
   * - `eu`: In the European Union: `https://region1.google-analytics.com`.
   */
  region?: 'global' | 'eu' | null | undefined
  /**
   * Whether requests go to the validation server, which records nothing (default `false`). It is asked to enforce the
   * recommendations (`validation_behavior`), and checks neither `apiSecret` nor the ID of the stream. Its messages are in the
   * outcome's details; no outcome of it is `delivered`, so a delivery stops at the first valid event and keeps the others.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events>
   */
  validation?: boolean | null | undefined
  /**
   * What happens to an event of more than 72 hours ago, which Analytics records at 72 hours ago: `refuse` (default, also while it
   * waits in a delivery) or `send` (with a warning).
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   * - `refuse`: It is an issue, and a delivery in which it has waited until then drops it.
   * - `send`: It is sent, with a warning: Analytics records it at 72 hours ago.
   */
  tooOld?: 'refuse' | 'send' | null | undefined
  /**
   * Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Google says that events happened in
   * the past, and documents no limit.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  maxFuture?: number | bigint | null | undefined
  /**
   * What happens to an event without `sessionId` or `engagementTimeMsec`, which reports such as Realtime may not show: `warn`
   * (default) or `ignore`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   * - `warn`: It is sent, with a warning.
   * - `ignore`: It is sent.
   */
  missingSession?: 'warn' | 'ignore' | null | undefined
  /**
   * What happens to an event without a parameter that Google asks for with its name, such as the `items` of `add_to_cart`: `warn`
   * (default), `require` or `ignore`. `transactionId`, `value` and `currency` of `purchase` and `refund` are always required.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   * - `warn`: It is sent, with a warning.
   * - `require`: It is an issue.
   * - `ignore`: It is sent.
   */
  recommended?: 'warn' | 'require' | 'ignore' | null | undefined
  /**
   * Whether the property is one of Analytics 360, in which a parameter's text has up to 500 characters instead of 100 (default
   * `false`).
   * Source: <https://support.google.com/analytics/answer/9267744>
   */
  analytics360?: boolean | null | undefined
  /**
   * Maximum number of parameters of your own in an item (default 10, as the guide has it; a page of the help center has 27).
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  maxItemParams?: number | bigint | null | undefined
  /**
   * What happens to `+suffix` in an email address of Gmail before it is hashed: `keep` (default) or `strip`. Google's pages disagree.
   * - `keep`: It is hashed, too. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   * - `strip`: It is removed. Source: <https://developers.google.com/data-manager/api>
   */
  gmailPlus?: 'keep' | 'strip' | null | undefined
  /**
   * The calling code of an entry of `phoneNumbers` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it
   * such a number is an issue.
   */
  defaultCallingCode?: Text | null | undefined
  /**
   * What happens to an IPv6 address in `ipOverride`, as Google documents an IPv4 address alone: `refuse` (default), `omit` or
   * `send`.
   * - `refuse`: It is an issue.
   * - `omit`: The address is left out, with a warning.
   * - `send`: It is sent.
   */
  ipv6?: 'refuse' | 'omit' | 'send' | null | undefined
  /**
   * Maximum number of events in one request, whether you or a delivery put them together (default 25, which is Google's limit).
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  maxEvents?: number | bigint | null | undefined
  /**
   * Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 130,000, at most 133,120).
   * Google's limit is "130 kB", and not said to be the one or the other.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  maxBytes?: number | bigint | null | undefined
  /**
   * The address of the API, by default that of `region`: `https` or `http`, a host, and an optional path; `/mp/collect` is appended,
   * or `/debug/mp/collect` with `validation`.
   */
  baseUrl?: Text | null | undefined
}

/** A property of the user. `name` and `value` are required. */
export interface Ga4UserProperty {
  /**
   * The name: up to 24 letters, digits and `_`, the first one a letter. It does not begin with `_`, `firebase_`, `ga_` or `google_`, and is none of
   * those that Analytics reserves. Required.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  name: Text
  /**
   * The value: a text of up to 36 characters, a number or a truth value. Whether numbers are kept as such is not documented. Required.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  value: Json
  /**
   * When it was set: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. The rules are those of an event's `time`, but
   * that a delivery does not check them again. Without it the event's own time counts.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  time?: Time | null | undefined
}

/** A name and an address of the user. */
export interface Ga4Address {
  /**
   * The first name, plain. Hashed in lower case, without digits, symbols and white space around it. Not together with
   * `sha256FirstName`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  firstName?: Text | null | undefined
  /**
   * The last name, plain. Hashed as `firstName` is. Not together with `sha256LastName`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  lastName?: Text | null | undefined
  /**
   * Street and number, plain. Hashed in lower case, without symbols and white space around it. Not together with `sha256Street`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  street?: Text | null | undefined
  /**
   * The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  sha256FirstName?: Text | null | undefined
  /**
   * The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  sha256LastName?: Text | null | undefined
  /**
   * The SHA-256 digest of street and number: 64 hexadecimal digits, sent in lower case.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  sha256Street?: Text | null | undefined
  /**
   * The city. Sent in lower case, without digits, symbols and white space around it; not hashed.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  city?: Text | null | undefined
  /**
   * The region. Sent as `city` is.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  region?: Text | null | undefined
  /**
   * The postal code, sent as it is. How it is to be normalized is not documented.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  postalCode?: Text | null | undefined
  /**
   * The country, sent as it is: two letters in Google's examples.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  country?: Text | null | undefined
}

/** Personal data of the user. Plain values are normalized and hashed here, ready digests are sent in addition to them. */
export interface Ga4UserData {
  /**
   * Email addresses, plain. Hashed in lower case, without white space, and for gmail.com and googlemail.com without points before the
   * `@`; see also the setting `gmailPlus`. How many there may be is not documented.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  emailAddresses?: readonly Text[] | null | undefined
  /**
   * Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs
   * the setting `defaultCallingCode`. How many there may be is not documented.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  phoneNumbers?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of email addresses in the form that `emailAddresses` are hashed in: 64 hexadecimal digits, sent in lower case after
   * those of `emailAddresses`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  sha256EmailAddress?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of phone numbers in the form that `phoneNumbers` are hashed in: 64 hexadecimal digits, sent in lower case after
   * those of `phoneNumbers`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  sha256PhoneNumber?: readonly Text[] | null | undefined
  /**
   * Names and addresses.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  address?: readonly Ga4Address[] | null | undefined
}

/** What the user has consented to. At least one field is required. */
export interface Ga4Consent {
  /**
   * Consent to sending user data to Google for advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  adUserData?: Text | null | undefined
  /**
   * Consent to personalized advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  adPersonalization?: Text | null | undefined
}

/** Where the user is. At least one field is required. */
export interface Ga4UserLocation {
  /**
   * The city, such as `Mountain View`. One of the United States needs `countryId` and `regionId`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  city?: Text | null | undefined
  /**
   * The region (ISO 3166-2), such as `US-CA`, sent in upper case.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  regionId?: Text | null | undefined
  /**
   * The country (ISO 3166-1 alpha-2), such as `US`, sent in upper case.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  countryId?: Text | null | undefined
  /**
   * The subcontinent (UN M49): three digits, such as `021`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  subcontinentId?: Text | null | undefined
  /**
   * The continent (UN M49): three digits, such as `019`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  continentId?: Text | null | undefined
}

/** The device of the user. At least one field is required. */
export interface Ga4Device {
  /**
   * The category, such as `desktop`, `tablet`, `mobile` or `smart TV`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  category?: Text | null | undefined
  /**
   * The language (ISO 639-1), such as `en` or `en-US`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  language?: Text | null | undefined
  /**
   * The resolution of the screen: width, `x` and height, such as `1280x2856`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  screenResolution?: Text | null | undefined
  /**
   * The operating system, such as `Android`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  operatingSystem?: Text | null | undefined
  /**
   * The version of the operating system, such as `14`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  operatingSystemVersion?: Text | null | undefined
  /**
   * The model, such as `Pixel 9 Pro`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  model?: Text | null | undefined
  /**
   * The brand, such as `Google`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  brand?: Text | null | undefined
  /**
   * The browser, such as `Chrome`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  browser?: Text | null | undefined
  /**
   * The version of the browser, such as `136.0.7103.60`. Any text.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  browserVersion?: Text | null | undefined
}

/** What all events of a request have in common. */
export interface Ga4Identity {
  /**
   * App streams: the ID of the app's installation, 32 hexadecimal digits from Firebase's SDK (`getAppInstanceId`), sent as it is. An
   * ID that the SDK has not used is not found in reports. Required for an app stream.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  appInstanceId?: Text | null | undefined
  /**
   * Web streams: the ID of the client, as the tag has it in the cookie `_ga`: two numbers with a point, or the cookie's whole
   * value, such as `GA1.1.1234567890.1687758765`. Any text; others have a warning. Required for a web stream.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
   */
  clientId?: Text | null | undefined
  /**
   * Your own ID of the user: up to 256 characters. It must not identify a person to others, such as an email address.
   * Source: <https://support.google.com/analytics/answer/9213390>
   */
  userId?: Text | null | undefined
  /**
   * Properties of the user: up to 25.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userProperties?: readonly Ga4UserProperty[] | null | undefined
  /**
   * Personal data of the user, sent as digests. Google asks for `userId` with it.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  userData?: Ga4UserData | null | undefined
  /**
   * What the user has consented to. Without it, the consent of the user's events in the app or on the web counts.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  consent?: Ga4Consent | null | undefined
  /**
   * Where the user is. It counts before `ipOverride`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userLocation?: Ga4UserLocation | null | undefined
  /**
   * The IP address of the user, from which Analytics takes the geography: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for
   * other IPv6 addresses see the setting `ipv6`. Analytics ignores it in addition to `userLocation`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  ipOverride?: Text | null | undefined
  /**
   * The device of the user. It counts before `userAgent`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  device?: Ga4Device | null | undefined
  /**
   * The user agent of the user's browser, as the browser sent it. Analytics ignores it in addition to `device`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userAgent?: Text | null | undefined
  /**
   * Further members of the request's body, sent as they are before `events`. It must not name a member that has a field
   * here, or `events`, `timestamp_micros` or `validation_behavior`.
   */
  extra?: Entries<Json> | null | undefined
}

/**
 * An item of an event. `itemId` or `itemName` is required. Members are sent in the order of the fields, and then those of `params`.
 * Texts have up to 100 characters, see also the setting `analytics360`.
 */
export interface Ga4Item {
  /**
   * The item's ID.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemId?: Text | null | undefined
  /**
   * The item's name.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemName?: Text | null | undefined
  /**
   * The store, such as `Google Store`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  affiliation?: Text | null | undefined
  /**
   * The coupon of the item.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  coupon?: Text | null | undefined
  /**
   * The currency of `price` and `discount`: three letters (ISO 4217), sent in upper case.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  currency?: Text | null | undefined
  /**
   * The discount of one unit: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  discount?: Numeric | null | undefined
  /**
   * The position in a list: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  index?: Numeric | null | undefined
  /**
   * The brand.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemBrand?: Text | null | undefined
  /**
   * The first level of the category.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemCategory?: Text | null | undefined
  /**
   * The second level of the category.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemCategory2?: Text | null | undefined
  /**
   * The third level of the category.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemCategory3?: Text | null | undefined
  /**
   * The fourth level of the category.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemCategory4?: Text | null | undefined
  /**
   * The fifth level of the category.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemCategory5?: Text | null | undefined
  /**
   * The ID of the list in which the user saw the item.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemListId?: Text | null | undefined
  /**
   * The name of the list in which the user saw the item.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemListName?: Text | null | undefined
  /**
   * The variant, such as a color or a size.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  itemVariant?: Text | null | undefined
  /**
   * The place of the item, such as a Google Place ID.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  locationId?: Text | null | undefined
  /**
   * The price of one unit, in full units of the currency: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  price?: Numeric | null | undefined
  /**
   * The number of units: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  quantity?: Numeric | null | undefined
  /**
   * The name of the promotion's creative.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  creativeName?: Text | null | undefined
  /**
   * The slot of the promotion's creative.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  creativeSlot?: Text | null | undefined
  /**
   * The ID of the promotion.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  promotionId?: Text | null | undefined
  /**
   * The name of the promotion.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  promotionName?: Text | null | undefined
  /**
   * Parameters of your own: names and values as those of an event's `params`, up to 10, see the setting `maxItemParams`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  params?: Entries<Json> | null | undefined
}

/**
 * An event. Required are `name`, and `appInstanceId` or `clientId`, as the stream is.
 *
 * The fields from `appInstanceId` to `userAgent`, and `extra`, are of the request. Each is sent as it is named here, in this order;
 * the others are members of `events`. Their parameters (`params`) are sent in the order from `sessionId` to `items`, and then those of
 * `params`.
 */
export interface Ga4Event {
  /**
   * App streams: the ID of the app's installation, 32 hexadecimal digits from Firebase's SDK (`getAppInstanceId`), sent as it is. An
   * ID that the SDK has not used is not found in reports. Required for an app stream.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  appInstanceId?: Text | null | undefined
  /**
   * Web streams: the ID of the client, as the tag has it in the cookie `_ga`: two numbers with a point, or the cookie's whole
   * value, such as `GA1.1.1234567890.1687758765`. Any text; others have a warning. Required for a web stream.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
   */
  clientId?: Text | null | undefined
  /**
   * Your own ID of the user: up to 256 characters. It must not identify a person to others, such as an email address.
   * Source: <https://support.google.com/analytics/answer/9213390>
   */
  userId?: Text | null | undefined
  /**
   * Properties of the user: up to 25.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userProperties?: readonly Ga4UserProperty[] | null | undefined
  /**
   * Personal data of the user, sent as digests. Google asks for `userId` with it.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
   */
  userData?: Ga4UserData | null | undefined
  /**
   * What the user has consented to. Without it, the consent of the user's events in the app or on the web counts.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  consent?: Ga4Consent | null | undefined
  /**
   * Where the user is. It counts before `ipOverride`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userLocation?: Ga4UserLocation | null | undefined
  /**
   * The IP address of the user, from which Analytics takes the geography: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for
   * other IPv6 addresses see the setting `ipv6`. Analytics ignores it in addition to `userLocation`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  ipOverride?: Text | null | undefined
  /**
   * The device of the user. It counts before `userAgent`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  device?: Ga4Device | null | undefined
  /**
   * The user agent of the user's browser, as the browser sent it. Analytics ignores it in addition to `device`.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  userAgent?: Text | null | undefined
  /**
   * The event's name: up to 40 letters (A to Z in both cases), digits and `_`, the first one a letter, such as `purchase`. Upper and
   * lower case differ. Names that Analytics reserves are refused. Required.
   * Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
   * <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  name: Text
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. Up to 72 hours ago, see the setting
   * `tooOld`. Without it Analytics takes the time of receipt.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
   */
  time?: Time | null | undefined
  /**
   * The session, from the SDK or the tag: a positive whole number, or a text of its digits; sent as it is given. A new one begins a
   * session. Without it reports such as Realtime may not show the event. It is never made up.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  sessionId?: Json | null | undefined
  /**
   * The time of the user's engagement since the preceding event: an integer of milliseconds, not negative. Without it
   * reports such as that of active users may miss the event. It is never made up.
   * Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
   */
  engagementTimeMsec?: number | bigint | null | undefined
  /**
   * Whether DebugView shows the event. `false` is the same as no value, and is not sent: Analytics takes a `false` on the wire for `true`.
   * Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/verify-implementation>,
   * <https://support.google.com/analytics/answer/7201382>
   */
  debugMode?: boolean | null | undefined
  /**
   * The ID of the transaction: up to 100 characters. Required for `purchase` and `refund`. Google documents that web streams
   * drop a second `purchase` with the same one, and app streams do not; whether that holds for this protocol is not documented.
   * Sources: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>,
   * <https://support.google.com/analytics/answer/12313109>
   */
  transactionId?: Text | null | undefined
  /**
   * The value of the event in full units of `currency`: a decimal, sent as a number. For items it is the sum of price times
   * quantity, without shipping and tax. Required with `currency`, and for `purchase` and `refund`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  value?: Numeric | null | undefined
  /**
   * The currency of `value`: three letters (ISO 4217), sent in upper case. Required with `value`, except for
   * `spend_virtual_currency` and `earn_virtual_currency`.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  currency?: Text | null | undefined
  /**
   * The cost of shipping in `currency`: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  shipping?: Numeric | null | undefined
  /**
   * The tax in `currency`: a decimal, sent as a number.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  tax?: Numeric | null | undefined
  /**
   * The items: 1 to 200.
   * Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
   */
  items?: readonly Ga4Item[] | null | undefined
  /**
   * The other parameters: texts of up to 100 characters (`page_title` 300, `page_referrer` 420, `page_location` 1,000; see also the
   * setting `analytics360`), numbers and truth values, in your order. Names have up to 40 letters, digits and `_`, the first one a
   * letter, and do not begin with `_`, `firebase_`, `ga_`, `google_` or `gtag.`. An event has up to 25 parameters, those of fields
   * of their own included.
   * Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
   * <https://support.google.com/analytics/answer/9267744>
   */
  params?: Entries<Json> | null | undefined
  /**
   * Further members of the request's body, sent as they are before `events`. It must not name a member that has a field
   * here, or `events`, `timestamp_micros` or `validation_behavior`.
   */
  extra?: Entries<Json> | null | undefined
}

/** The configuration of one dataset of Meta. `datasetId` and `accessToken` are required. */
export interface MetaConfig {
  /**
   * The ID of the dataset or pixel: digits, from Events Manager. App events need a dataset that is linked to exactly one app. Part of the
   * path. Required.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
   */
  datasetId: Text
  /**
   * The access token: visible ASCII, from Events Manager or of a system user. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   */
  accessToken: Text
  /**
   * The version of the API: `v` and two numbers with a point (default `v25.0`, that of Meta's samples of February 2026). Part of the
   * path. Meta's pages disagree about how long a version is supported, from 90 days to two years.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   */
  apiVersion?: Text | null | undefined
  /**
   * Where the access token is sent: `query` (default, the only place documented for a JSON body) or `body`, which keeps it out of URLs
   * and the logs of proxies. Meta documents the body for forms alone, and its own libraries send both.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   * - `query`: In the URL, as `access_token`.
   * - `body`: In the body, as its first member `access_token`.
   */
  tokenIn?: 'query' | 'body' | null | undefined
  /**
   * A test code from Events Manager: visible ASCII, such as `TEST123`. Events with it are shown under Test Events and **count all the
   * same**, so every request has a warning. Remove it in production.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   */
  testEventCode?: Text | null | undefined
  /**
   * The name of a partner's platform: fewer than 23 characters, at least two of them letters (A to Z in both cases).
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>
   */
  partnerAgent?: Text | null | undefined
  /**
   * How plain `externalIds` are sent: `hash` (default, which Meta recommends) or `plain`. Every channel has to use the same form.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   * - `hash`: As digests.
   * - `plain`: As they are, without white space around them.
   */
  externalId?: 'hash' | 'plain' | null | undefined
  /**
   * What happens to white space inside of `firstName` and `lastName` before they are hashed: `keep` (default, as Meta's page has it) or
   * `remove` (as its parameter builder does).
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   * - `keep`: It is hashed, too.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   * - `remove`: It is removed. Source: <https://github.com/facebook/capi-param-builder>
   */
  nameSpaces?: 'keep' | 'remove' | null | undefined
  /**
   * The case of letters in `madid`, which Meta does not document: `lower` (default, that of its sample) or `keep`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   * - `lower`: Lower case.
   * - `keep`: As it is given.
   */
  madidCase?: 'lower' | 'keep' | null | undefined
  /**
   * The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number
   * is an issue.
   */
  defaultCallingCode?: Text | null | undefined
  /**
   * Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Meta documents nothing about events in the
   * future.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  maxFuture?: number | bigint | null | undefined
  /**
   * Maximum number of events in one request, whether you or a delivery put them together: 1 (default) to 1,000, which is Meta's limit.
   * One invalid event refuses all events of its request.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   */
  maxEvents?: number | bigint | null | undefined
  /**
   * Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). Meta documents no
   * limit.
   */
  maxBytes?: number | bigint | null | undefined
  /**
   * The address of the API, `https://graph.facebook.com` by default: `https` or `http`, a host, and an optional path; the version, the
   * dataset and `/events` are appended. Set it for a Conversions API Gateway.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
   */
  baseUrl?: Text | null | undefined
}

/** The earlier event that an event is about. At least one field is required. */
export interface MetaOriginalEvent {
  /**
   * The name of that event.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  eventName?: Text | null | undefined
  /**
   * When that event happened: RFC 3339, or an integer of Unix milliseconds, of any age; sent in whole seconds.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  time?: Time | null | undefined
  /**
   * The ID of its order.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  orderId?: Text | null | undefined
  /**
   * The ID of that event.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  eventId?: Text | null | undefined
}

/**
 * The user. Plain values are normalized and hashed here; of lists, ready digests are sent in addition to them. At least one identifier is
 * required.
 *
 * Meta refuses events that have nothing but identifiers of one of these groups: `city`, `country`, `state`, `zipCode`, `gender` and
 * `clientUserAgent`; `dateOfBirth` and `clientUserAgent`; `firstName` and `gender`; `lastName` and `gender`.
 * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/best-practices>
 */
export interface MetaUserData {
  /**
   * Email addresses, plain. Hashed in lower case, without white space around them.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  emails?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case after those of
   * `emails`. The appendix of Meta's libraries, a point with two or eight characters, may follow.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedEmails?: readonly Text[] | null | undefined
  /**
   * Phone numbers, plain, beginning with `+` or `00`. Hashed as their digits with the calling code. A number that begins otherwise needs
   * the setting `defaultCallingCode`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  phones?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of phone numbers in the form that `phones` are hashed in: 64 hexadecimal digits, sent in lower case after those of
   * `phones`. The appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedPhones?: readonly Text[] | null | undefined
  /**
   * The first name, plain. Hashed in lower case, without punctuation and white space around it; see also the setting `nameSpaces`. Not
   * together with `hashedFirstName`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  firstName?: Text | null | undefined
  /**
   * The SHA-256 digest of the first name in the form that `firstName` is hashed in: 64 hexadecimal digits, sent in lower case. The
   * appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedFirstName?: Text | null | undefined
  /**
   * The last name, plain. Hashed as `firstName` is. Not together with `hashedLastName`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  lastName?: Text | null | undefined
  /**
   * The SHA-256 digest of the last name in the form that `lastName` is hashed in: 64 hexadecimal digits, sent in lower case. The
   * appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedLastName?: Text | null | undefined
  /**
   * The date of birth, plain. `YYYY-MM-DD` or `YYYYMMDD`, from 1900 on; hashed as `YYYYMMDD`. Not together with `hashedDateOfBirth`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  dateOfBirth?: Text | null | undefined
  /**
   * The SHA-256 digest of the date of birth in the form that `dateOfBirth` is hashed in: 64 hexadecimal digits, sent in lower case. The
   * appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedDateOfBirth?: Text | null | undefined
  /**
   * The gender, plain. `f`, `m`, `female` or `male`, in any case; hashed as `f` or `m`. Not together with `hashedGender`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  gender?: Text | null | undefined
  /**
   * The SHA-256 digest of the gender in the form that `gender` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
   * Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedGender?: Text | null | undefined
  /**
   * The city, plain. Hashed as its letters in lower case, of any script. Not together with `hashedCity`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  city?: Text | null | undefined
  /**
   * The SHA-256 digest of the city in the form that `city` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
   * Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedCity?: Text | null | undefined
  /**
   * The state or province, plain. In the United States its code of two letters, such as `ca`. Hashed as its letters in lower case and its
   * digits. Not together with `hashedState`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  state?: Text | null | undefined
  /**
   * The SHA-256 digest of the state in the form that `state` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
   * Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedState?: Text | null | undefined
  /**
   * The postal code, plain. Hashed in lower case, without white space and dashes; with a `country` `us`, or in the form `98121-4892`, as
   * its first five digits. Not together with `hashedZipCode`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  zipCode?: Text | null | undefined
  /**
   * The SHA-256 digest of the postal code in the form that `zipCode` is hashed in: 64 hexadecimal digits, sent in lower case. The
   * appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedZipCode?: Text | null | undefined
  /**
   * The country, plain. Two letters (ISO 3166-1), hashed in lower case. Not together with `hashedCountry`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  country?: Text | null | undefined
  /**
   * The SHA-256 digest of the country in the form that `country` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
   * Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedCountry?: Text | null | undefined
  /**
   * Your own IDs of the user, plain, such as those of a loyalty program. Hashed without white space around them, in their case; see also
   * the setting `externalId`. Every channel has to use the same form.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  externalIds?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of your own IDs of the user in the form that `externalIds` are hashed in: 64 hexadecimal digits, sent in lower case
   * after those of `externalIds`. The appendix of Meta's libraries may follow, as in `hashedEmails`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  hashedExternalIds?: readonly Text[] | null | undefined
  /**
   * The IP address of the user: IPv4 or IPv6, sent as it is given.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  clientIpAddress?: Text | null | undefined
  /**
   * The user agent of the user's browser, as the browser sent it. Required for a `website`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  clientUserAgent?: Text | null | undefined
  /**
   * The click, as in the cookie `_fbc`: `fb.`, the index of the subdomain (1 where a server makes it), a point, Unix milliseconds, a
   * point and the parameter `fbclid` in its case, such as `fb.1.1554763741205.AbCdEfGhIjKlMnOpQrStUvWxYz1234567890`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  fbc?: Text | null | undefined
  /**
   * The browser, as in the cookie `_fbp`: `fb.`, the index of the subdomain, a point, Unix milliseconds, a point and a random number,
   * such as `fb.1.1596403881668.1116446470`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  fbp?: Text | null | undefined
  /**
   * The advertising ID of the device, IDFA or GAID: a UUID with hyphens, sent in lower case; see also the setting `madidCase`. One of
   * zeros, which means that tracking is not allowed, is never sent.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  madid?: Text | null | undefined
  /**
   * The ID of the app's installation. Only with `actionSource` `app`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  anonId?: Text | null | undefined
  /**
   * The ID of the user's subscription.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  subscriptionId?: Text | null | undefined
  /**
   * The ID that Facebook Login has given the user: not negative.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  fbLoginId?: number | bigint | null | undefined
  /**
   * The ID of a lead of Meta's lead ads: not negative.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  leadId?: number | bigint | null | undefined
  /**
   * The ID of the page.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  pageId?: Text | null | undefined
  /**
   * The user's ID for the page.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  pageScopedUserId?: Text | null | undefined
  /**
   * The click on an ad that leads to WhatsApp.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  ctwaClid?: Text | null | undefined
  /**
   * The ID of the Instagram account.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  igAccountId?: Text | null | undefined
  /**
   * The user's ID for the Instagram account.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  igSid?: Text | null | undefined
}

/** The device of an app event: the 16 texts of `extinfo`, in their order. What is absent is sent as an empty text, as Meta documents it. */
export interface MetaExtinfo {
  /**
   * The version of the list: `a2` (Android) or `i2` (iOS). Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  version: Text
  /**
   * The package of the app, such as `com.some.app`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  package?: Text | null | undefined
  /**
   * The short version of the app, such as `771`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  shortVersion?: Text | null | undefined
  /**
   * The long version of the app, such as `Version 7.7.1`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  longVersion?: Text | null | undefined
  /**
   * The version of the operating system, such as `10.1.1`. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  osVersion: Text
  /**
   * The model of the device, such as `OnePlus6`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  model?: Text | null | undefined
  /**
   * The locale, such as `en_US`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  locale?: Text | null | undefined
  /**
   * The abbreviation of the time zone, such as `PDT`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  timezoneAbbreviation?: Text | null | undefined
  /**
   * The carrier, such as `TMobile`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  carrier?: Text | null | undefined
  /**
   * The width of the screen, such as `1920`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  screenWidth?: Text | null | undefined
  /**
   * The height of the screen, such as `1080`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  screenHeight?: Text | null | undefined
  /**
   * The density of the screen, such as `2.00`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  screenDensity?: Text | null | undefined
  /**
   * The number of cores, such as `2`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  cpuCores?: Text | null | undefined
  /**
   * The size of the external storage in GB, such as `128`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  storageGb?: Text | null | undefined
  /**
   * The free space of the external storage in GB, such as `8`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  freeStorageGb?: Text | null | undefined
  /**
   * The time zone, such as `USA/New York`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  timezone?: Text | null | undefined
}

/** The app and its device. `advertiserTrackingEnabled` is required, and `extinfo` or `extinfoList`. */
export interface MetaAppData {
  /**
   * Whether the user allows tracking (App Tracking Transparency of iOS 14.5 and later); sent as 0 or 1. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  advertiserTrackingEnabled: boolean
  /**
   * Whether the user allows tracking inside of the app; sent as 0 or 1.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  applicationTrackingEnabled?: boolean | null | undefined
  /**
   * The device, by names: sent as a list of 16 texts.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  extinfo?: MetaExtinfo | null | undefined
  /**
   * The device as the list that is sent: exactly 16 texts, empty where they are not known. The first one is `a2` or `i2`,
   * and the fifth one is not empty. Not together with `extinfo`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  extinfoList?: readonly Text[] | null | undefined
  /**
   * The IDs of the campaign, from the deep link.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  campaignIds?: Text | null | undefined
  /**
   * The referrer of the installation.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  installReferrer?: Text | null | undefined
  /**
   * The package that has installed the app.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  installerPackage?: Text | null | undefined
  /**
   * The vendor's ID.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  vendorId?: Text | null | undefined
  /**
   * The attribution ID of Windows.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  windowsAttributionId?: Text | null | undefined
  /**
   * The URL schemes of the app.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  urlSchemes?: readonly Text[] | null | undefined
}

/** A product. `id` and `quantity` are required. */
export interface MetaContent {
  /**
   * The ID of the product. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  id: Text
  /**
   * The number of units, not negative. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  quantity: number | bigint
  /**
   * The price of one unit, in full units of the currency: a decimal, sent as a number.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  itemPrice?: Numeric | null | undefined
  /**
   * The title.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  title?: Text | null | undefined
  /**
   * The description.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  description?: Text | null | undefined
  /**
   * The brand.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  brand?: Text | null | undefined
  /**
   * The category.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  category?: Text | null | undefined
  /**
   * How it is handed over: `in_store`, `curbside` or `home_delivery`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  deliveryCategory?: Text | null | undefined
}

/**
 * What happened, and what it is worth. At least one field is required. Members are sent in the order of the fields, and then those of
 * `properties`.
 */
export interface MetaCustomData {
  /**
   * The value in full units of `currency`: a decimal, sent as a number. Required for `Purchase`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  value?: Numeric | null | undefined
  /**
   * The currency: three letters (ISO 4217), sent in upper case. Required for `Purchase`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  currency?: Text | null | undefined
  /**
   * The ID of the order. Meta drops purchases with the same one for selected partners alone.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  orderId?: Text | null | undefined
  /**
   * The products.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  contents?: readonly MetaContent[] | null | undefined
  /**
   * The IDs of the products.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  contentIds?: readonly Text[] | null | undefined
  /**
   * What `contentIds` and `contents` name: `product` or `product_group`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  contentType?: Text | null | undefined
  /**
   * The name of the page or the product.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  contentName?: Text | null | undefined
  /**
   * The category of the page or the product.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  contentCategory?: Text | null | undefined
  /**
   * The number of items, not negative. Only for `InitiateCheckout`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  numItems?: number | bigint | null | undefined
  /**
   * The text that the user has searched for. Only for `Search`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  searchString?: Text | null | undefined
  /**
   * The predicted value of the user in full units of the currency: a decimal, sent as a number.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  predictedLtv?: Numeric | null | undefined
  /**
   * The net revenue in full units of the currency: a decimal, sent as a number.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  netRevenue?: Numeric | null | undefined
  /**
   * How the goods are handed over: `in_store`, `curbside` or `home_delivery`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  deliveryCategory?: Text | null | undefined
  /**
   * The status. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  status?: Text | null | undefined
  /**
   * The method of the registration. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  registrationMethod?: Text | null | undefined
  /**
   * A description. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  description?: Text | null | undefined
  /**
   * The level that was reached. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  level?: Text | null | undefined
  /**
   * The largest rating there is: a decimal, sent as a number. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  maxRatingValue?: Numeric | null | undefined
  /**
   * Whether it was a success; sent as 0 or 1. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  success?: boolean | null | undefined
  /**
   * Whether payment information is there; sent as 0 or 1. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  paymentInfoAvailable?: boolean | null | undefined
  /**
   * The type of an ad. For app events.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  adType?: Text | null | undefined
  /**
   * Properties of your own: texts and numbers, in your order. None has the name of a field here.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  properties?: Entries<Json> | null | undefined
}

/**
 * An event. Required are `eventName`, `time`, `actionSource` and `userData`; others as `actionSource` and `eventName` are: see there.
 *
 * Members are sent in the order of the fields, and then those of `extra`.
 */
export interface MetaEvent {
  /**
   * The event's name: a standard one, such as `Purchase`, or one of your own. App events have the names of the web, too: `Purchase`, not
   * `fb_mobile_purchase`. `Purchase` requires `value` and `currency` in `customData`. Required.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
   */
  eventName: Text
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, truncated toward the past. Up to 7 days
   * ago, of a `physical_store` up to 62 days. One older event refuses all events of its request. Required.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  time: Time
  /**
   * The ID of the event, of your own: any text. Meta compares it, together with `eventName`, with events of the pixel or the app's SDK
   * within 48 hours. Whether two equal events of a server are merged is not documented.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/deduplicate-pixel-and-server-events>
   */
  eventId?: Text | null | undefined
  /**
   * Where the event happened: `email`, `website`, `app`, `phone_call`, `chat`, `physical_store`, `system_generated`, `business_messaging`
   * or `other`, in this case. `website` requires `eventSourceUrl` and `clientUserAgent` in `userData`; `app` requires `appData`.
   * Renewals that a server bills are `system_generated`. Required.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
   */
  actionSource: Text
  /**
   * The address of the page, beginning with `http://` or `https://`. Its domain is a verified one of yours. Required for a `website`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  eventSourceUrl?: Text | null | undefined
  /**
   * The address of the page before.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  referrerUrl?: Text | null | undefined
  /**
   * Whether the event is used for attribution alone, and not for the optimization of ads.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  optOut?: boolean | null | undefined
  /**
   * How the data may be processed: a list of `LDU` (limited data use), or an empty list, which says explicitly that it is not limited.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
   * <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
   */
  dataProcessingOptions?: readonly Text[] | null | undefined
  /**
   * The country of `dataProcessingOptions`: 1 (the United States), or 0 (Meta locates the event). Required with
   * `dataProcessingOptionsState`, and with `LDU` unless `userData` has a `clientIpAddress`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
   */
  dataProcessingOptionsCountry?: number | bigint | null | undefined
  /**
   * The state of `dataProcessingOptions`: 1000 (California) to 1013 (Rhode Island), or 0 (Meta locates the event). Required with
   * `dataProcessingOptionsCountry`, and with `LDU` unless `userData` has a `clientIpAddress`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
   */
  dataProcessingOptionsState?: number | bigint | null | undefined
  /**
   * The segment of the customer, such as `new_customer_to_business`. Any text: the list of values is known in part. Meta's table has it
   * as a member of the event, its example as one of `customData`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  customerSegmentation?: Text | null | undefined
  /**
   * The earlier event that this one is about.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
   */
  originalEventData?: MetaOriginalEvent | null | undefined
  /**
   * The user. Required, with at least one identifier.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
   */
  userData: MetaUserData
  /**
   * The app and its device. Required for an `app`.
   * Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>,
   * <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
   */
  appData?: MetaAppData | null | undefined
  /**
   * What happened, and what it is worth. Required for `Purchase`.
   * Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
   */
  customData?: MetaCustomData | null | undefined
  /** Further members of the event, sent as they are after the others. It must not name a member that has a field here. */
  extra?: Entries<Json> | null | undefined
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
       * The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not be given, too. Required with
       * `currency`.
       * Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
       */
      revenue: Numeric
      /**
       * The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not be given, too. Required
       * with `revenue`.
       * Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
       */
      currency: Text
    }
  | { revenue?: null | undefined; currency?: null | undefined }

/** An in-app event. Required are `metrixUserId`, `metrixSessionId`, `eventSlug` and exactly one of `idfa` and `advertisingId`. */
export type MetrixInAppEvent = MetrixInAppEventFields & MetrixInAppEventMoney

/** The configuration of one Singular app, for all kinds of requests. `sdkKey` and `appId` are required. */
export interface SingularConfig {
  /**
   * The SDK key: visible ASCII, from Developer Tools, SDK Integration, SDK Keys. It is not the key of the Reporting API, which
   * Singular refuses. What Singular responds to a wrong key is not documented. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  sdkKey: Text
  /**
   * The package name or bundle ID of the app, such as `com.singular.app`: visible ASCII, case-sensitive. The number of the App Store
   * is an issue. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  appId: Text
  /**
   * The platform of events that name none: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in
   * any case. Singular's is case-sensitive, so it is sent as it is written here.
   * Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
   */
  platform?: Text | null | undefined
  /**
   * The version of the API for events and ad revenue: `v2` (default), which identifies devices by `sdid` alone and is the only one for
   * accounts created since 2026-07-15, or `v1`, which identifies them by the identifiers of their platform. Sessions are always `v1`.
   * Change it only while no event waits in a delivery.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   * - `v2`: `/v2/evt`: devices are identified by `sdid`, the Singular Device ID.
   * - `v1`: `/v1/evt`: devices are identified by the identifiers of their platform.
   */
  eventApi?: 'v2' | 'v1' | null | undefined
  /**
   * Where the parameters travel: `post_form` (default, as the current pages have it) or `get_query` (as older pages have it).
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   * - `post_form`: `POST` with a form as its body: the key and identifiers stay out of URLs and access logs.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   * - `get_query`: `GET` with the parameters in the URL.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  requestStyle?: 'post_form' | 'get_query' | null | undefined
  /**
   * How the platforms of PCs and consoles are sent, as Singular's pages disagree: `current` (default, such as `PC` and `Playstation`) or
   * `lower` (such as `pc` and `playstation`).
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   * - `current`: As `PC`, `Xbox`, `Playstation`, `Nintendo` and `MetaQuest`.
   * Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
   * - `lower`: As `pc`, `xbox`, `playstation`, `nintendo` and `metaquest`.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  consolePlatforms?: 'current' | 'lower' | null | undefined
  /**
   * How the time is sent: `umilisec` (default, milliseconds) or `utime` (seconds). A delivery that dates an event without a time sends
   * it as `umilisec`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   * - `umilisec`: `umilisec`, milliseconds since 1970.
   * - `utime`: `utime`, whole seconds since 1970.
   */
  timeFormat?: 'umilisec' | 'utime' | null | undefined
  /**
   * What happens to an IPv6 address, which older pages of Singular exclude: `refuse` (default), `omit` (only with `country`) or `send`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   * - `refuse`: It is an issue.
   * - `omit`: The address is left out, with a warning, where there is a `country`.
   * - `send`: It is sent.
   */
  ipv6?: 'refuse' | 'omit' | 'send' | null | undefined
  /**
   * What happens to a negative `amount`, about which Singular's pages say nothing: `send` (default) or `refuse`.
   * - `send`: It is sent.
   * - `refuse`: It is an issue.
   */
  negativeRevenue?: 'send' | 'refuse' | null | undefined
  /**
   * Whether an `event` of revenue without `purchaseReceipt` is an issue (default `false`): for apps with the switch "Reject IAP without
   * Receipt", which lets Singular drop such events without a word.
   */
  requireReceipt?: boolean | null | undefined
  /**
   * Maximum number of bytes in the name of an event (default 32, which is Singular's limit: 32 ASCII characters).
   * Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
   */
  maxEventName?: number | bigint | null | undefined
  /**
   * Maximum number of bytes in the URL of a request with `get_query` (default 4,000, at most 65,534). A page of mParticle has 4,000
   * characters for the query; Singular documents no limit. For a request without a time it is 23 bytes less, so that a delivery can
   * date it.
   */
  maxUrlBytes?: number | bigint | null | undefined
  /** Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Singular documents no limit. */
  maxFuture?: number | bigint | null | undefined
  /**
   * The address of the API (default `https://s2s.singular.net/api`): `https` or `http`, a host, and an optional path; `/v1/launch`,
   * `/v1/evt` and `/v2/evt` are appended.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  baseUrl?: Text | null | undefined
}

/** What the user allows the app's maker to share. */
export interface SingularDataSharingOptions {
  /**
   * Whether the sharing of data is limited.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  limitDataSharing?: boolean | null | undefined
}

/**
 * An event of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the setting `eventApi`. Required are `name`, `platform` (here or in the
 * configuration), the identifier of the device, and one of `ip`, `country` and `useRequestIp`.
 *
 * V2 identifies the device by `sdid` alone. V1 requires `idfv`, `attAuthorizationStatus` and `osVersion` of iOS, `osVersion` and
 * one of `asid`, `aifa`, `amid`, `oaid` and `andi` of Android, and `sdid` of every other platform.
 *
 * The parameters are sent in this order: `a`, `p`, `i`, the identifiers (`sdid`, `idfv`, `asid`, `idfa`, `aifa`, `amid`, `oaid`, `andi`),
 * `umilisec` or `utime`, `ip`, `use_ip`, `country`, `ve`, `attAuthorizationStatus`, `matchId`, `os`, `installSource`,
 * `customUserId`, `dataSharingOptions`, `globalProperties`, `ma`, `mo`, `lc`, `bd`, `app_v` or `av`, `c`, `cn`, `ua`, `dnt`, `dntoff`,
 * `partner`, `n`, `e`, `isRevenueEvent`, `amt`, `cur` and the others as they are declared, `extra`.
 */
export interface SingularEvent {
  /**
   * The name of the event: up to 32 ASCII characters, or 32 bytes of UTF-8, such as `sng_add_to_cart`. Names that begin with `__` are
   * Singular's own; of those, `__iap__` and `__PAGE_VISIT__` can be sent. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
   */
  name: Text
  /**
   * The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
   * unless the configuration has one.
   * Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
   */
  platform?: Text | null | undefined
  /**
   * The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
   * `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
   * connected televisions.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  sdid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfv?: Text | null | undefined
  /**
   * The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
   * with a warning.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  asid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfa?: Text | null | undefined
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  aifa?: Text | null | undefined
  /**
   * The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  amid?: Text | null | undefined
  /**
   * The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
   * it is, with a warning. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  oaid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
   * is not from Google Play.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  andi?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
   * takes the time of receipt; a delivery fills in the time of submission.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  time?: Time | null | undefined
  /**
   * The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
   * setting `ipv6`. One of `ip`, `country` and `useRequestIp` is required.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  ip?: Text | null | undefined
  /**
   * Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
   * that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  useRequestIp?: boolean | null | undefined
  /**
   * The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  country?: Text | null | undefined
  /**
   * The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  osVersion?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
   * require it there. An app without App Tracking Transparency sends 0.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  attAuthorizationStatus?: number | bigint | null | undefined
  /**
   * An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
   * consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  matchId?: Text | null | undefined
  /**
   * The operating system of a PC or console. PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  os?: Text | null | undefined
  /**
   * The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installSource?: Text | null | undefined
  /**
   * Your own identifier of the user, such as `user_42`: no personal data.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  customUserId?: Text | null | undefined
  /**
   * What the user allows to share, sent as JSON.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  dataSharingOptions?: SingularDataSharingOptions | null | undefined
  /**
   * Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  globalProperties?: Entries<Text> | null | undefined
  /**
   * The maker of the device, such as `samsung`. Together with `deviceModel`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceMake?: Text | null | undefined
  /**
   * The model of the device, such as `SM-G935F`. Together with `deviceMake`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceModel?: Text | null | undefined
  /**
   * The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
   * on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  locale?: Text | null | undefined
  /**
   * The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  osBuild?: Text | null | undefined
  /**
   * The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  appVersion?: Text | null | undefined
  /**
   * The connection of the device: `wifi` or `carrier`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  connectionType?: Text | null | undefined
  /**
   * The name of the carrier, such as `Comcast`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  carrier?: Text | null | undefined
  /**
   * The user agent, as the device sent it; it is encoded here.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  userAgent?: Text | null | undefined
  /**
   * Whether the user limits ad tracking; sent as `1` (limited) or `0`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrack?: boolean | null | undefined
  /**
   * Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `doNotTrack`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrackOff?: boolean | null | undefined
  /** The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented. */
  partner?: Text | null | undefined
  /**
   * Attributes of the event, sent as a JSON object in your order: texts, numbers and truth values. Keys and texts have up to 500
   * ASCII characters. `ehash`, `phash`, `phashE164`, `fnamehash` and `lnamehash` are SHA-256 digests that you make, as Singular's
   * rules for what is hashed could not be read; they are sent in lower case.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  attributes?: Entries<Json> | null | undefined
  /**
   * Whether the event is one of revenue. Sent as `true` with an `amount`, unless given; `false` is not possible with one.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  isRevenueEvent?: boolean | null | undefined
  /**
   * The revenue in full currency units (`2.51` is $2.51). For negative amounts see the setting `negativeRevenue`. Required with
   * `currency`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  amount?: Numeric | null | undefined
  /**
   * The currency of `amount`: three letters of ISO 4217, sent in upper case. Required with `amount`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  currency?: Text | null | undefined
  /**
   * The receipt of the purchase, as the store gave it. See the setting `requireReceipt`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  purchaseReceipt?: Text | null | undefined
  /**
   * The signature of the receipt. Android only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  receiptSignature?: Text | null | undefined
  /**
   * The product, such as `com.app.gold`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  purchaseProductId?: Text | null | undefined
  /**
   * The transaction at the store. It is not said to deduplicate.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  purchaseTransactionId?: Text | null | undefined
  /**
   * The latest conversion value of SKAdNetwork: 0 to 63. iOS only.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  skanConversionValue?: number | bigint | null | undefined
  /**
   * When SKAdNetwork was first called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  skanFirstCallTimestamp?: Time | null | undefined
  /**
   * When SKAdNetwork was last called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  skanLastCallTimestamp?: Time | null | undefined
  /**
   * Whether the event is a conversion: `true` for the first event of the web, `__PAGE_VISIT__`. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  conversionEvent?: boolean | null | undefined
  /**
   * What the page knows of the visit's source, sent as JSON. Web only. Its members are not documented.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  attributionData?: Entries<Json> | null | undefined
  /**
   * The address of the page. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  webUrl?: Text | null | undefined
  /**
   * The user agent of the browser, as it sent it; it is encoded here. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  deviceUserAgent?: Text | null | undefined
  /**
   * The address of the page before. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  webPageReferrer?: Text | null | undefined
  /**
   * The time zone of the browser. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  timezone?: Text | null | undefined
  /**
   * The width of the screen: not negative. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  screenWidth?: number | bigint | null | undefined
  /**
   * The height of the screen: not negative. Web only.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  screenHeight?: number | bigint | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
   * every request has. Further attributes of an event belong in `attributes`.
   */
  extra?: Entries<Text> | null | undefined
}

/**
 * The revenue of one impression of an ad: an event `__ADMON_USER_LEVEL_REVENUE__` of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the
 * setting `eventApi`. Required are `adPlatform`, `amount`, `currency`, and what an event requires but its name.
 *
 * The parameters are sent in the order of an event up to `partner`, then `n`, `is_admon_revenue=true`, `is_revenue_event=true`, `amt`,
 * `cur`, `e`, `extra`. The fields that begin with `ad_` are members of `e`.
 */
export interface SingularAdRevenue {
  /**
   * The platform that sold the ad, such as `AdMob`: up to 500 ASCII characters. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adPlatform: Text
  /**
   * The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
   * unless the configuration has one.
   * Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
   */
  platform?: Text | null | undefined
  /**
   * The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
   * `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
   * connected televisions.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  sdid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfv?: Text | null | undefined
  /**
   * The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
   * with a warning.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  asid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfa?: Text | null | undefined
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  aifa?: Text | null | undefined
  /**
   * The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  amid?: Text | null | undefined
  /**
   * The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
   * it is, with a warning. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  oaid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
   * is not from Google Play.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  andi?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
   * takes the time of receipt; a delivery fills in the time of submission.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  time?: Time | null | undefined
  /**
   * The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
   * setting `ipv6`. One of `ip`, `country` and `useRequestIp` is required.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  ip?: Text | null | undefined
  /**
   * Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
   * that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  useRequestIp?: boolean | null | undefined
  /**
   * The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  country?: Text | null | undefined
  /**
   * The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  osVersion?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
   * require it there. An app without App Tracking Transparency sends 0.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  attAuthorizationStatus?: number | bigint | null | undefined
  /**
   * An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
   * consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  matchId?: Text | null | undefined
  /**
   * The operating system of a PC or console. PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  os?: Text | null | undefined
  /**
   * The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installSource?: Text | null | undefined
  /**
   * Your own identifier of the user, such as `user_42`: no personal data.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  customUserId?: Text | null | undefined
  /**
   * What the user allows to share, sent as JSON.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  dataSharingOptions?: SingularDataSharingOptions | null | undefined
  /**
   * Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  globalProperties?: Entries<Text> | null | undefined
  /**
   * The maker of the device, such as `samsung`. Together with `deviceModel`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceMake?: Text | null | undefined
  /**
   * The model of the device, such as `SM-G935F`. Together with `deviceMake`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceModel?: Text | null | undefined
  /**
   * The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
   * on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  locale?: Text | null | undefined
  /**
   * The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  osBuild?: Text | null | undefined
  /**
   * The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  appVersion?: Text | null | undefined
  /**
   * The connection of the device: `wifi` or `carrier`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  connectionType?: Text | null | undefined
  /**
   * The name of the carrier, such as `Comcast`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  carrier?: Text | null | undefined
  /**
   * The user agent, as the device sent it; it is encoded here.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  userAgent?: Text | null | undefined
  /**
   * Whether the user limits ad tracking; sent as `1` (limited) or `0`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrack?: boolean | null | undefined
  /**
   * Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `doNotTrack`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrackOff?: boolean | null | undefined
  /** The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented. */
  partner?: Text | null | undefined
  /**
   * The revenue in full currency units, such as `0.0012`. For negative amounts see the setting `negativeRevenue`. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  amount: Numeric
  /**
   * The currency of `amount`: three letters of ISO 4217, sent in upper case. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  currency: Text
  /**
   * The platform that mediated the ad: up to 500 ASCII characters, as the texts that follow.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adMediationPlatform?: Text | null | undefined
  /**
   * The type of the ad.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adType?: Text | null | undefined
  /**
   * The type of the ad's group.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adGroupType?: Text | null | undefined
  /**
   * The impression.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adImpressionId?: Text | null | undefined
  /**
   * The name of the placement.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adPlacementName?: Text | null | undefined
  /**
   * The ad unit.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adUnitId?: Text | null | undefined
  /**
   * The name of the ad unit.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adUnitName?: Text | null | undefined
  /**
   * The ad's group.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adGroupId?: Text | null | undefined
  /**
   * The name of the ad's group.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adGroupName?: Text | null | undefined
  /**
   * The placement.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  adPlacementId?: Text | null | undefined
  /**
   * Further members of `e`, sent in your order after those with a field here, such as `ad_group_priority`, which is a text in some of
   * Singular's SDKs and a number in others. Limits as those of an event.
   * Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
   */
  attributes?: Entries<Json> | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
   * every request has. Further attributes of an event belong in `attributes`.
   */
  extra?: Entries<Text> | null | undefined
}

/**
 * A session of a device: Singular's `/v1/launch` endpoint, whatever the setting `eventApi` is. It has to arrive before the first event of its
 * device. Where the app has Singular's SDK, the SDK sends the sessions.
 *
 * Required are `platform` (here or in the configuration), the identifiers of the device, one of `ip`, `country` and `useRequestIp`,
 * `appVersion` and `install`; on Android and iOS also `osVersion`, `deviceMake`, `deviceModel`, `locale`, `osBuild`, `installTime` and
 * `updateTime`, and on iOS `attAuthorizationStatus`.
 *
 * The identifiers are those of an event of V1. `sdid` can be in addition to them, or in their place: then the session is in the lane of
 * the device's events of V2.
 *
 * The parameters are sent in the order of an event up to `partner`, then `install`, `installTime`, `updateTime`, `n` and the others as
 * they are declared, `extra`.
 */
export interface SingularSession {
  /**
   * The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
   * unless the configuration has one.
   * Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
   */
  platform?: Text | null | undefined
  /**
   * The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
   * `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
   * connected televisions.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  sdid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfv?: Text | null | undefined
  /**
   * The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
   * with a warning.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  asid?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  idfa?: Text | null | undefined
  /**
   * The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  aifa?: Text | null | undefined
  /**
   * The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  amid?: Text | null | undefined
  /**
   * The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
   * it is, with a warning. All zeros are never sent.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  oaid?: Text | null | undefined
  /**
   * The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
   * is not from Google Play.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  andi?: Text | null | undefined
  /**
   * When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
   * takes the time of receipt; a delivery fills in the time of submission.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  time?: Time | null | undefined
  /**
   * The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
   * setting `ipv6`. One of `ip`, `country` and `useRequestIp` is required.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  ip?: Text | null | undefined
  /**
   * Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
   * that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  useRequestIp?: boolean | null | undefined
  /**
   * The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  country?: Text | null | undefined
  /**
   * The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  osVersion?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
   * require it there. An app without App Tracking Transparency sends 0.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  attAuthorizationStatus?: number | bigint | null | undefined
  /**
   * An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
   * consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  matchId?: Text | null | undefined
  /**
   * The operating system of a PC or console. PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
   */
  os?: Text | null | undefined
  /**
   * The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installSource?: Text | null | undefined
  /**
   * Your own identifier of the user, such as `user_42`: no personal data.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  customUserId?: Text | null | undefined
  /**
   * What the user allows to share, sent as JSON.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  dataSharingOptions?: SingularDataSharingOptions | null | undefined
  /**
   * Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
   * Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
   */
  globalProperties?: Entries<Text> | null | undefined
  /**
   * The maker of the device, such as `samsung`. Together with `deviceModel`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceMake?: Text | null | undefined
  /**
   * The model of the device, such as `SM-G935F`. Together with `deviceMake`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  deviceModel?: Text | null | undefined
  /**
   * The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
   * on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  locale?: Text | null | undefined
  /**
   * The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  osBuild?: Text | null | undefined
  /**
   * The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  appVersion?: Text | null | undefined
  /**
   * The connection of the device: `wifi` or `carrier`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  connectionType?: Text | null | undefined
  /**
   * The name of the carrier, such as `Comcast`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  carrier?: Text | null | undefined
  /**
   * The user agent, as the device sent it; it is encoded here.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  userAgent?: Text | null | undefined
  /**
   * Whether the user limits ad tracking; sent as `1` (limited) or `0`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrack?: boolean | null | undefined
  /**
   * Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `doNotTrack`.
   * Source: <https://support.singular.net/hc/en-us/articles/360048588672>
   */
  doNotTrackOff?: boolean | null | undefined
  /** The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented. */
  partner?: Text | null | undefined
  /**
   * Whether it is the first session after an install. Required.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  install: boolean
  /**
   * When the app was installed: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installTime?: Time | null | undefined
  /**
   * When the app was last updated: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  updateTime?: Time | null | undefined
  /**
   * The name of the app, such as `Go Go Magnet!`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  appName?: Text | null | undefined
  /**
   * The receipt of the install, in base64. iOS only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installReceipt?: Text | null | undefined
  /**
   * The install referrer of Google Play, sent as JSON. Android only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  installReferrer?: Entries<Json> | null | undefined
  /**
   * The install referrer of Meta, sent as JSON. Android only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  metaReferrer?: Entries<Json> | null | undefined
  /**
   * The attribution token of Apple Ads. iOS only.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  attributionToken?: Text | null | undefined
  /**
   * The link that opened the app, such as `myapp://home/page?queryparam1=value1`.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  openUri?: Text | null | undefined
  /**
   * Whether the app has deferred deep links.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  ddlEnabled?: boolean | null | undefined
  /**
   * Whether Singular has to resolve a short link.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  singularLinkResolveRequired?: boolean | null | undefined
  /**
   * The token of Apple's push service, for the tracking of uninstalls.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  apnsToken?: Text | null | undefined
  /**
   * The token of Firebase Cloud Messaging, for the tracking of uninstalls.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  fcmToken?: Text | null | undefined
  /**
   * What Google's on-device measurement has returned.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  odmInfo?: Text | null | undefined
  /**
   * The error of Google's on-device measurement.
   * Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
   */
  odmError?: Text | null | undefined
  /**
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
   * every request has. Further attributes of an event belong in `attributes`.
   */
  extra?: Entries<Text> | null | undefined
}

/** The configuration of one event source of TikTok. `eventSource`, `eventSourceId` and `accessToken` are required. */
export interface TikTokConfig {
  /**
   * The sort of the source: `web`, `app`, `offline` or `crm`. It says which fields and which names of events there are. `app` is a
   * feature that TikTok has to switch on. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   * - `web`: A website, by its pixel.
   * - `app`: An app. TikTok has to switch it on.
   * - `offline`: An offline event set, such as of a store.
   * - `crm`: A CRM event set.
   */
  eventSource: 'web' | 'app' | 'offline' | 'crm'
  /**
   * The ID of the source: the pixel code (`web`), the TikTok App ID, which is not the ID of a store (`app`), the ID of the offline event set
   * (`offline`) or of the CRM event set (`crm`). Visible ASCII. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  eventSourceId: Text
  /**
   * The access token, sent in the header `access-token`, without `Bearer`: visible ASCII. From Events Manager, or from an app of a
   * developer with the permission to report conversion events. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  accessToken: Text
  /**
   * The code of Events Manager, Test events: visible ASCII. Whether events with it count is not documented.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  testEventCode?: Text | null | undefined
  /**
   * The name of a partner of TikTok. TikTok refuses names that it does not know.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  partnerName?: Text | null | undefined
  /**
   * What happens to an event without `eventId`, which TikTok needs to recognize a repetition: `refuse` (default), `warn` or `ignore`.
   * Only for `web`, `offline` and `crm`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   * - `refuse`: It is an issue.
   * - `warn`: It is sent, with a warning.
   * - `ignore`: It is sent.
   */
  missingEventId?: 'refuse' | 'warn' | 'ignore' | null | undefined
  /**
   * Whether events of an app may have `externalIds` and `hashedExternalIds`, which TikTok documents for `web` and `crm` alone
   * (default `false`).
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  appExternalId?: boolean | null | undefined
  /**
   * Whether `idfa` and `gaid` are sent as SHA-256 digests of their form in lower case (default `false`: sent as they are). TikTok's page
   * contradicts itself on the case of a hashed IDFA: the text says lower case, the digest in its example is that of upper case.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashMaids?: boolean | null | undefined
  /**
   * The spelling in which an impression of an ad in an app is sent, whichever of both is given: `InAppADImpr` (default) or `InAppAdImpr`.
   * TikTok's own SDKs disagree.
   * Sources: <https://github.com/tiktok/tiktok-business-ios-sdk>, <https://github.com/tiktok/tiktok-business-android-sdk>
   * - `InAppADImpr`: As TikTok's SDK for iOS has it. Source: <https://github.com/tiktok/tiktok-business-ios-sdk>
   * - `InAppAdImpr`: As TikTok's SDK for Android has it. Source: <https://github.com/tiktok/tiktok-business-android-sdk>
   */
  adImpressionName?: 'InAppADImpr' | 'InAppAdImpr' | null | undefined
  /**
   * What happens to a currency that TikTok does not list: `warn` (default) or `refuse`. What TikTok does with one is not documented.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   * - `warn`: It is sent, with a warning.
   * - `refuse`: It is an issue.
   */
  unlistedCurrency?: 'warn' | 'refuse' | null | undefined
  /** Maximum age of an event in seconds, above which there is a warning (default 604,800, 7 days). TikTok documents no limit. */
  maxAge?: number | bigint | null | undefined
  /** Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). TikTok documents no limit. */
  maxFuture?: number | bigint | null | undefined
  /**
   * The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a
   * number is an issue.
   */
  defaultCallingCode?: Text | null | undefined
  /**
   * Maximum number of events in one request, whether you or a delivery put them together (default 1, at most 1,000, which is TikTok's
   * limit). TikTok refuses all events of a request if one of them is wrong, and recommends to send each at once.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  maxEvents?: number | bigint | null | undefined
  /**
   * Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). TikTok documents no
   * limit.
   */
  maxBytes?: number | bigint | null | undefined
  /**
   * The address of the API (default `https://business-api.tiktok.com`): `https` or `http`, a host, and an optional path;
   * `/open_api/v1.3/event/track/` is appended.
   */
  baseUrl?: Text | null | undefined
}

/**
 * The user and the device. At least one field is required. Plain values of the fields that have a `hashed_` one are normalized and hashed
 * here; a single value is either plain or a digest, lists may have both, the plain ones first.
 */
export interface TikTokUser {
  /**
   * Email addresses, plain. Hashed in lower case, without white space around them.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  emails?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashedEmails?: readonly Text[] | null | undefined
  /**
   * Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs the
   * setting `defaultCallingCode`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  phones?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of phone numbers in the form that `phones` are hashed in, with `+`: 64 hexadecimal digits, sent in lower case.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashedPhones?: readonly Text[] | null | undefined
  /**
   * Your own IDs of the user, plain. Hashed without white space around them, in the case that they are given in. Only for `web` and
   * `crm`, and for `app` with the setting `appExternalId`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  externalIds?: readonly Text[] | null | undefined
  /**
   * SHA-256 digests of your own IDs of the user: 64 hexadecimal digits, sent in lower case. For the sources of `externalIds`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashedExternalIds?: readonly Text[] | null | undefined
  /**
   * The first name, plain. Hashed in lower case, without white space around it. Not on the page of TikTok that could be read. Only for
   * `web`. Not together with `hashedFirstName`.
   */
  firstName?: Text | null | undefined
  /** The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case. Only for `web`. */
  hashedFirstName?: Text | null | undefined
  /** The last name, plain. Hashed as `firstName` is. Only for `web`. Not together with `hashedLastName`. */
  lastName?: Text | null | undefined
  /** The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case. Only for `web`. */
  hashedLastName?: Text | null | undefined
  /**
   * The ZIP or postal code, plain. Hashed in lower case, without white space around it: the form is not on the page of TikTok that could
   * be read. Only for `web`. Not together with `hashedZipCode`.
   */
  zipCode?: Text | null | undefined
  /** The SHA-256 digest of the ZIP or postal code: 64 hexadecimal digits, sent in lower case. Only for `web`. */
  hashedZipCode?: Text | null | undefined
  /** The city. Sent in lower case, with its letters and digits alone; not hashed. Only for `web`. */
  city?: Text | null | undefined
  /** The state. Sent as `city` is. Only for `web`. */
  state?: Text | null | undefined
  /** The country. Sent as `city` is. Only for `web`. */
  country?: Text | null | undefined
  /**
   * The click ID, as `ttclid` has it in the URL of the landing page. Only for `web`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  ttclid?: Text | null | undefined
  /**
   * The value of the cookie `_ttp`. Only for `web`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  ttp?: Text | null | undefined
  /**
   * The public IP address of the user: IPv4 or IPv6, sent as it is. Only for `web` and `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  ip?: Text | null | undefined
  /**
   * The user agent, as the device sent it. Only for `web` and `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  userAgent?: Text | null | undefined
  /**
   * The advertising identifier of iOS (IDFA): a UUID with hyphens, sent in upper case, or as a digest with the setting `hashMaids`. All
   * zeros mean that tracking is not allowed; they are never sent. Only for `app`. Not together with `hashedIdfa`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  idfa?: Text | null | undefined
  /**
   * The SHA-256 digest of the IDFA: 64 hexadecimal digits, sent in lower case. TikTok's page contradicts itself on the case of what
   * is hashed: `idfa` avoids the question. Only for `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashedIdfa?: Text | null | undefined
  /**
   * The advertising identifier of Google Play services: a UUID with hyphens, sent in lower case, or as a digest with the setting
   * `hashMaids`. All zeros are never sent. Only for `app`. Not together with `hashedGaid`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  gaid?: Text | null | undefined
  /**
   * The SHA-256 digest of the advertising identifier of Google Play services in lower case: 64 hexadecimal digits, sent in lower case.
   * Only for `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  hashedGaid?: Text | null | undefined
  /**
   * The identifier for vendors of iOS (IDFV): a UUID with hyphens, sent as it is. Only for `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  idfv?: Text | null | undefined
  /**
   * The language (BCP 47), such as `en-US`. Any text. Only for `web` and `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  locale?: Text | null | undefined
  /**
   * The status of App Tracking Transparency: `NOT_DETERMINED`, `RESTRICTED`, `DENIED`, `AUTHORIZED` or `NOT_APPLICABLE` (before iOS 14, and
   * Android), in any case; or iOS's number, `0` to `3`, which is sent as the name. With `DENIED` TikTok does not match by email and
   * phone. Only for `app`; there is a warning for an iOS event without it.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  attStatus?: Text | null | undefined
}

/** A product. At least one field is required. Members are sent in the order of the fields. */
export interface TikTokContent {
  /**
   * The price of one piece in full units of the event's `currency`: a decimal, sent as a number.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  price?: Numeric | null | undefined
  /**
   * The number of pieces: an integer, not negative.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  quantity?: number | bigint | null | undefined
  /**
   * The ID of the product, for ads with a catalogue.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contentId?: Text | null | undefined
  /**
   * The name of the product.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contentName?: Text | null | undefined
  /**
   * The category of the product.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contentCategory?: Text | null | undefined
  /**
   * The brand of the product.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  brand?: Text | null | undefined
}

/** What an event is about. At least one field is required. Members are sent in the order of the fields. */
export interface TikTokProperties {
  /**
   * The value of the whole order in full units of `currency`: a decimal, sent as a number. It requires `currency`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  value?: Numeric | null | undefined
  /**
   * The currency of `value`: three letters (ISO 4217), sent in upper case. TikTok has a list of currencies, see the setting
   * `unlistedCurrency`. Required with `value`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  currency?: Text | null | undefined
  /**
   * What the `contentId` of `contents` and `contentIds` name: `product` or `product_group`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contentType?: Text | null | undefined
  /**
   * A description.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  description?: Text | null | undefined
  /**
   * The products.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contents?: readonly TikTokContent[] | null | undefined
  /**
   * The IDs of the products, for ads with a catalogue.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  contentIds?: readonly Text[] | null | undefined
  /**
   * The number of items: an integer, not negative.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  numItems?: number | bigint | null | undefined
  /**
   * What the user searched for.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  searchString?: Text | null | undefined
  /**
   * The ID of the order.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  orderId?: Text | null | undefined
  /**
   * The ID of the shop.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  shopId?: Text | null | undefined
  /**
   * Whether the customer is a `new` or a `returning` one. Only for `web` and `app`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  customerType?: Text | null | undefined
  /** The category. Not on the page of TikTok that could be read. */
  contentCategory?: Text | null | undefined
  /** The predicted value of the customer over time: a decimal, sent as a number. Not on the page of TikTok that could be read. */
  predictedLtv?: Numeric | null | undefined
  /** The sort of delivery. Any text. Not on the page of TikTok that could be read. */
  deliveryCategory?: Text | null | undefined
  /** The status, such as of a registration. Any text. Not on the page of TikTok that could be read. */
  status?: Text | null | undefined
  /** Properties of your own: texts, numbers and truth values, sent in your order after the others. */
  params?: Entries<Json> | null | undefined
}

/** The page on which an event happened. `url` is required. */
export interface TikTokPage {
  /**
   * The page's URL with its parameters, beginning with `https://` or `http://`. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  url: Text
  /**
   * The URL that the user came from, with its parameters.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  referrer?: Text | null | undefined
}

/** The app in which an event happened. `appId` is required. */
export interface TikTokApp {
  /**
   * The app's ID in its store: the number of the App Store, such as `343200656` (iOS), or the package name, such as
   * `com.test.flyingsneakers` (Android). It is not the `eventSourceId`. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  appId: Text
  /**
   * The app's name.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  appName?: Text | null | undefined
  /**
   * The app's version, such as `3.0.2`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  appVersion?: Text | null | undefined
}

/** The ad that an event is attributed to. At least one field is required. A website has `attributionShare` alone. */
export interface TikTokAd {
  /**
   * The callback of the click, as TikTok gave it.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  callback?: Text | null | undefined
  /**
   * The ID of the campaign.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  campaignId?: Text | null | undefined
  /**
   * The ID of the ad **group**.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  adId?: Text | null | undefined
  /**
   * The ID of the ad.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  creativeId?: Text | null | undefined
  /**
   * Whether the user had the app already.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  isRetargeting?: boolean | null | undefined
  /**
   * Whether the event is attributed to TikTok.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  attributed?: boolean | null | undefined
  /**
   * The sort of attribution, such as `click_through`. Any text.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  attributionType?: Text | null | undefined
  /**
   * Who attributed the event. Any text.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  attributionProvider?: Text | null | undefined
  /**
   * The share of the event that is attributed to TikTok: a decimal from 0 to 1, sent as a number.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  attributionShare?: Numeric | null | undefined
}

/** The lead of a CRM. `leadId` is required. */
export interface TikTokLead {
  /**
   * The ID of the lead. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  leadId: Text
  /**
   * The CRM, such as `Salesforce`. Any text.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  leadEventSource?: Text | null | undefined
}

/**
 * An event. Required are `eventName` and `time`, of a website `page`, of an app `app`, of a CRM `lead`, and `eventId` of all but an app
 * (see the setting `missingEventId`).
 *
 * Members are sent in the order of the fields. A field that the configured `eventSource` does not take is an issue.
 */
export interface TikTokEvent {
  /**
   * The event's name, such as `Purchase`. Upper and lower case differ, and names differ between sources: an app has `Checkout` and
   * `Registration`, a website `InitiateCheckout` and `CompleteRegistration`. A name that TikTok does not list for the source
   * needs `custom`, except for `crm`: of that, TikTok's page says that names are one's own, and has `AddToCart` in its example.
   * Offline events have the names of a website's. Required.
   * Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://github.com/tiktok/tiktok-business-ios-sdk>
   */
  eventName: Text
  /**
   * Whether `eventName` is a name of your own, which TikTok measures and does not optimize for. Not for `offline`, which takes listed
   * names only. Never sent.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  custom?: boolean | null | undefined
  /**
   * When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, rounded down. There is a warning beyond the
   * setting `maxAge`: TikTok documents no largest age. Required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  time: Time
  /**
   * Your own ID of the event. TikTok merges events of a source with the same name and ID within 48 hours, so a repetition does not count
   * twice, and neither does the pixel's event of the same ID. For an app it is sent, too; whether it has an effect there is not
   * documented. Required but for an app, see the setting `missingEventId`.
   * Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://ads.tiktok.com/help/article/event-deduplication>
   */
  eventId?: Text | null | undefined
  /**
   * The user and the device.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  user?: TikTokUser | null | undefined
  /**
   * What the event is about.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  properties?: TikTokProperties | null | undefined
  /**
   * The page on which the event happened. Only for `web`, where it is required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  page?: TikTokPage | null | undefined
  /**
   * The app in which the event happened. Only for `app`, where it is required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  app?: TikTokApp | null | undefined
  /**
   * The ad that the event is attributed to. Only for `app`, and for `web` with `attributionShare` alone.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  ad?: TikTokAd | null | undefined
  /**
   * Whether TikTok is to limit what it does with the event's data. Only for `web` and `app`. `true` requires the user's `ip`.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  limitedDataUse?: boolean | null | undefined
  /**
   * The lead. Only for `crm`, where it is required.
   * Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
   */
  lead?: TikTokLead | null | undefined
  /** Further members of the event, sent as they are after the others. It must not name a member that has a field here. */
  extra?: Entries<Json> | null | undefined
}

/** An item of an event. */
export interface EventItem {
  /** The ID. */
  id?: Text | null | undefined
  /** The name. */
  name?: Text | null | undefined
  /** The category. */
  category?: Text | null | undefined
  /** The brand. */
  brand?: Text | null | undefined
  /** The variant, such as a size. */
  variant?: Text | null | undefined
  /** The price of one piece: a decimal. */
  price?: Numeric | null | undefined
  /** The number of pieces. */
  quantity?: number | bigint | null | undefined
  /** The discount of one piece: a decimal. */
  discount?: Numeric | null | undefined
}

/** The user of an event, in plain values. */
export interface EventUser {
  /** Your own ID of the user. */
  id?: Text | null | undefined
  /** The email address. */
  email?: Text | null | undefined
  /** The phone number, with `+` and the calling code. */
  phone?: Text | null | undefined
  /** The first name. */
  firstName?: Text | null | undefined
  /** The last name. */
  lastName?: Text | null | undefined
  /** The date of birth: `YYYY-MM-DD`. */
  dateOfBirth?: Text | null | undefined
  /**
   * The gender.
   * - `female`: Female.
   * - `male`: Male.
   * - `other`: Another one.
   */
  gender?: 'female' | 'male' | 'other' | null | undefined
  /** The city. */
  city?: Text | null | undefined
  /** The state or region. */
  state?: Text | null | undefined
  /** The postal code. */
  postalCode?: Text | null | undefined
  /** The country: two letters (ISO 3166-1). */
  country?: Text | null | undefined
  /** A ready digest of the email address: SHA-256 of the address without white space around it, in lower case. Not together with `email`. */
  sha256Email?: Text | null | undefined
  /** A ready digest of the phone number: SHA-256 of its digits with the calling code, without `+`. Not together with `phone`. */
  phoneSha256Digits?: Text | null | undefined
  /** A ready digest of the phone number: SHA-256 of its digits with the calling code and `+`. Not together with `phone`. */
  phoneSha256E164?: Text | null | undefined
}

/** The device of an event. */
export interface EventDevice {
  /**
   * The platform.
   * - `ios`: iOS or iPadOS.
   * - `android`: Android.
   * - `web`: A browser.
   */
  platform?: 'ios' | 'android' | 'web' | null | undefined
  /** Apple's advertising identifier. */
  idfa?: Text | null | undefined
  /** Google's advertising ID. */
  gpsAdid?: Text | null | undefined
  /** Apple's identifier for vendors. */
  idfv?: Text | null | undefined
  /** Android's ID. */
  androidId?: Text | null | undefined
  /** The open advertising ID of devices without Google's services. */
  oaid?: Text | null | undefined
  /** The IP address. */
  ip?: Text | null | undefined
  /** The user agent. */
  userAgent?: Text | null | undefined
  /** The version of the operating system. */
  osVersion?: Text | null | undefined
  /** The app: the package name, or the number in Apple's store. */
  appId?: Text | null | undefined
  /** The version of the app. */
  appVersion?: Text | null | undefined
  /** The model. */
  model?: Text | null | undefined
  /** The locale, such as `en-US`. */
  locale?: Text | null | undefined
  /**
   * What the user has allowed in Apple's App Tracking Transparency.
   * - `not_determined`: The user was not asked (0).
   * - `restricted`: The user cannot allow it (1).
   * - `denied`: The user does not allow it (2).
   * - `authorized`: The user allows it (3).
   */
  attStatus?: 'not_determined' | 'restricted' | 'denied' | 'authorized' | null | undefined
}

/** IDs that the SDK of a provider gave. */
export interface EventIds {
  /** Adjust's ID of the device. */
  adjustAdid?: Text | null | undefined
  /** AppsFlyer's ID of the installation. */
  appsflyerId?: Text | null | undefined
  /** Metrix's ID of the user. */
  metrixUserId?: Text | null | undefined
  /** Metrix's ID of the session. */
  metrixSessionId?: Text | null | undefined
  /** The ID of the app's installation at Firebase, for app streams of Google Analytics. */
  appInstanceId?: Text | null | undefined
  /** The ID of the client, for web streams of Google Analytics. */
  clientId?: Text | null | undefined
  /** The session at Google Analytics. */
  sessionId?: Text | null | undefined
  /** Meta's ID of the installation. */
  metaAnonId?: Text | null | undefined
  /** Branch's ID of the browser. */
  branchBrowserId?: Text | null | undefined
  /** Singular's ID of the device. */
  singularDeviceId?: Text | null | undefined
}

/** What the click on an advertisement left. */
export interface EventClick {
  /** Meta's cookie `_fbc`. */
  fbc?: Text | null | undefined
  /** Meta's cookie `_fbp`. */
  fbp?: Text | null | undefined
  /** The parameter `fbclid` of the landing page. Meta takes it with `fbclidTime`. Not together with `fbc`. */
  fbclid?: Text | null | undefined
  /** When the page was opened with `fbclid`: RFC 3339, or an integer of Unix milliseconds. */
  fbclidTime?: Time | null | undefined
  /** The parameter `ttclid` of the landing page. */
  ttclid?: Text | null | undefined
  /** TikTok's cookie `_ttp`. */
  ttp?: Text | null | undefined
  /** The parameter `gclid` of the landing page. */
  gclid?: Text | null | undefined
}

/** The page of an event. */
export interface EventPage {
  /** The address. */
  url?: Text | null | undefined
  /** The address of the page before it. */
  referrer?: Text | null | undefined
}

/** What the user has consented to. An absent field is neither consent nor refusal. */
export interface EventConsent {
  /** Consent to sending user data for advertising. */
  adUserData?: boolean | null | undefined
  /** Consent to personalized advertising. */
  adPersonalization?: boolean | null | undefined
  /** Whether the use of the data is to be limited. */
  limitedDataUse?: boolean | null | undefined
  /** The country of the limited data use, in Meta's numbers. */
  limitedCountry?: number | bigint | null | undefined
  /** The state of the limited data use, in Meta's numbers. */
  limitedState?: number | bigint | null | undefined
}

/** The advertisement of an event. */
export interface EventAd {
  /** The network. */
  network?: Text | null | undefined
  /** The unit. */
  unit?: Text | null | undefined
  /** The placement. */
  placement?: Text | null | undefined
  /** The format. */
  format?: Text | null | undefined
  /** The number of impressions. */
  impressions?: number | bigint | null | undefined
}

/** The subscription of an event. */
export interface EventSubscription {
  /** The ID. */
  id?: Text | null | undefined
  /** The product. */
  productId?: Text | null | undefined
  /** The period, such as `P1M` (ISO 8601). */
  period?: Text | null | undefined
  /** Whether it is a trial. */
  trial?: boolean | null | undefined
}

/** One event for every provider. `event` is required; what else is, the destinations say. */
export interface Event {
  /**
   * What happened. Required.
   * - `purchase`: A purchase. `value` and `currency` are what it cost.
   * - `refund`: A purchase was paid back, in part or as a whole.
   * - `sign_up`: The user registered.
   * - `login`: The user logged in.
   * - `subscribe`: A paid subscription began.
   * - `renew`: A subscription was renewed.
   * - `start_trial`: A free trial began.
   * - `ad_revenue`: Revenue of an advertisement that was shown: see `ad`.
   * - `add_to_cart`: Items were put into the cart.
   * - `remove_from_cart`: Items were taken out of the cart.
   * - `view_cart`: The cart was viewed.
   * - `add_to_wishlist`: Items were put onto a wish list.
   * - `begin_checkout`: A checkout began.
   * - `add_payment_info`: Payment details were given.
   * - `view_item`: An item was viewed.
   * - `view_item_list`: A list of items was viewed.
   * - `search`: A search: see `search_term`.
   * - `generate_lead`: A lead.
   * - `tutorial_complete`: A tutorial was finished.
   * - `level_up`: A level was reached: see `level`.
   * - `unlock_achievement`: An achievement was unlocked: see `achievement_id`.
   * - `spend_credits`: Credits, coins or points were spent.
   * - `rate`: Something was rated: see `rating`.
   * - `share`: Something was shared.
   * - `install`: The app was installed.
   * - `custom`: Anything else: see `name`.
   */
  event: 'purchase' | 'refund' | 'sign_up' | 'login' | 'subscribe' | 'renew' | 'start_trial' | 'ad_revenue' | 'add_to_cart' | 'remove_from_cart' | 'view_cart' | 'add_to_wishlist' | 'begin_checkout' | 'add_payment_info' | 'view_item' | 'view_item_list' | 'search' | 'generate_lead' | 'tutorial_complete' | 'level_up' | 'unlock_achievement' | 'spend_credits' | 'rate' | 'share' | 'install' | 'custom'
  /** The name of a `custom` event. Required for it, and not for others. */
  name?: Text | null | undefined
  /** The ID of this occurrence: the same as the SDK or pixel sends, if it sends the event, too. A provider that deduplicates does so by it. */
  id?: Text | null | undefined
  /** When it happened: RFC 3339, or an integer of Unix milliseconds. */
  time?: Time | null | undefined
  /**
   * Where it comes from.
   * - `app`: An app.
   * - `web`: A website.
   * - `server`: A server, such as that of billing: nobody was in the app or on the website.
   */
  source?: 'app' | 'web' | 'server' | null | undefined
  /** The amount of money that providers are to count, in full units of `currency`: a decimal. */
  value?: Numeric | null | undefined
  /** The currency of all amounts of the event: three letters (ISO 4217). */
  currency?: Text | null | undefined
  /** The part of `value` that is tax: a decimal. */
  tax?: Numeric | null | undefined
  /** The part of `value` that is shipping: a decimal. */
  shipping?: Numeric | null | undefined
  /** The discount of the order: a decimal. */
  discount?: Numeric | null | undefined
  /** The coupon of the order. */
  coupon?: Text | null | undefined
  /** The ID of the order. */
  orderId?: Text | null | undefined
  /** The items. */
  items?: readonly EventItem[] | null | undefined
  /** What the ids of the items are of: `product` or `product_group`. */
  contentType?: Text | null | undefined
  /** The user, in plain values: each destination hashes them by its own rule. */
  user?: EventUser | null | undefined
  /** The device. */
  device?: EventDevice | null | undefined
  /** IDs that the SDK of a provider gave. */
  ids?: EventIds | null | undefined
  /** What the click on an advertisement left. */
  click?: EventClick | null | undefined
  /** The page, for events of a website. */
  page?: EventPage | null | undefined
  /** What the user has consented to. An absent field is neither consent nor refusal. */
  consent?: EventConsent | null | undefined
  /** What was searched for. */
  searchTerm?: Text | null | undefined
  /** How: the method of a login, a registration or a share. */
  method?: Text | null | undefined
  /** The level that was reached: a decimal. */
  level?: Numeric | null | undefined
  /** The score: a decimal. */
  score?: Numeric | null | undefined
  /** The achievement. */
  achievementId?: Text | null | undefined
  /** The rating: a decimal. */
  rating?: Numeric | null | undefined
  /** The best rating there is: a decimal. */
  ratingMax?: Numeric | null | undefined
  /** The group. */
  groupId?: Text | null | undefined
  /** What the event is about, where that is no item. */
  contentId?: Text | null | undefined
  /** The advertisement, for `ad_revenue`. */
  ad?: EventAd | null | undefined
  /** The subscription. */
  subscription?: EventSubscription | null | undefined
  /** Parameters of your own: texts, numbers and truth values, under names that no provider renames. */
  params?: Entries<Json> | null | undefined
}

/** How a destination takes neutral events, in addition to the names of its events (`events`). */
export interface EventMapping {
  /**
   * What happens to a field that the destination has no place for: `issue` (default) or `warn`.
   * - `issue`: It is an issue, and nothing is sent to the destination.
   * - `warn`: It is a warning, and the event is sent without it.
   */
  unmapped?: 'issue' | 'warn' | null | undefined
  /**
   * Fields for which nothing happens if the destination has no place for them: JSON Pointers into the event, such as `/shipping`, with
   * `*` for the position of an item.
   */
  ignore?: readonly Text[] | null | undefined
  /**
   * What happens to the fields of `user` other than `id` where `consent.ad_user_data` is false or `consent.limited_data_use` is true:
   * `send_flags` (default) or `withhold_user_data`.
   * - `send_flags`: They are sent, with what the provider has to mark the lack of consent.
   * - `withhold_user_data`: They are left out, with a warning for each.
   */
  noConsent?: 'send_flags' | 'withhold_user_data' | null | undefined
  /**
   * What the provider gets as the value: `as_given` (default) or `net`.
   * - `as_given`: `value`.
   * - `net`: `value` less `tax` and `shipping`, which are then required.
   */
  value?: 'as_given' | 'net' | null | undefined
  /** The name of the parameter that `orderId` becomes, where the provider has no field for it. */
  orderId?: Text | null | undefined
  /** The name of the parameter that `user.id` becomes, where the provider has no field for it. */
  userId?: Text | null | undefined
  /** Whether `params` become parameters, where the provider has no field for free values (default `false`). */
  params?: boolean | null | undefined
}

/** One message of a request of several. */
export type Ga4Message =
  | (Ga4Event & { kind: 'event' })

/** One message of a request of several. */
export type MetaMessage =
  | (MetaEvent & { kind: 'event' })

/** One message of a request of several. */
export type MetrixMessage =
  | (MetrixUser & { kind: 'user' })
  | (MetrixAction & { kind: 'action' })
  | (MetrixRevenue & { kind: 'revenue' })
  | (MetrixBusinessEvent & { kind: 'business_event' })

/** One message of a request of several. */
export type TikTokMessage =
  | (TikTokEvent & { kind: 'event' })

/** Settings of the destinations of one provider. */
export interface DeliveryLimits {
  /** Maximum number of requests in flight to one destination (default 16). */
  maxInFlight?: number | bigint | null | undefined
  /**
   * Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate, also where there is no
   * limit; accepted requests raise it again.
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

/** The configurations of the providers, by their names. */
export interface ProviderConfigs {
  adjust: AdjustConfig
  appsflyer: AppsFlyerConfig
  branch: BranchConfig
  ga4: Ga4Config
  meta: MetaConfig
  metrix: MetrixConfig
  metrix_inapp: MetrixInAppConfig
  singular: SingularConfig
  tiktok: TikTokConfig
}

/** The provider APIs. */
export type Provider =
  | 'adjust'
  | 'appsflyer'
  | 'branch'
  | 'ga4'
  | 'meta'
  | 'metrix'
  | 'metrix_inapp'
  | 'singular'
  | 'tiktok'

/** The kind of a request's event; `messages` where one request carries several. */
export type RequestKind =
  | 'event'
  | 'ad_revenue'
  | 'session'
  | 'third_party_sharing'
  | 'gdpr_forget_device'
  | 'standard'
  | 'custom'
  | 'user'
  | 'action'
  | 'revenue'
  | 'business_event'
  | 'events'
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
  | 'invalid_stream_id'
  | 'invalid_id'
  | 'invalid_segment'
  | 'invalid_choice'
  | 'too_long'
  | 'invalid_name'
  | 'unknown_event_name'
  | 'unmapped_event'
  | 'unmapped_field'
  | 'reserved_name'
  | 'invalid_shape'
  | 'too_many_params'
  | 'too_many_items'
  | 'too_many_item_params'
  | 'too_many_user_properties'
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
  | 'reports_incomplete'
  | 'missing_recommended'
  | 'no_ip'
  | 'private_ip'
  | 'unexpected_shape'
  | 'not_ascii'
  | 'missing_user_id'
  | 'ignored_field'
  | 'unusual_client_id'
  | 'field_not_sent'
  | 'user_data_withheld'
  | 'hash_not_checked'
  | 'deprecated_name'
  | 'test_events_count'
  | 'older_than_max_age'
  | 'not_documented_for_api'
  | 'used_by_provider'
  | 'counts_as_usd'
  | 'may_be_ignored'
  | 'implausible_value'
  | 'not_flat'
  | 'same_time_may_be_dropped'
