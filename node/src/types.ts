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

/** The configuration of one Adjust app. Only `appToken` is required. */
export interface AdjustConfig {
  /** The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required. */
  appToken: Text
  /**
   * The environment that every event is posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
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
   * Where the parameters travel: `post_form` (default), `post_query` or `get_query`.
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
   * The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` is appended.
   * Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
   */
  baseUrl?: Text | null | undefined
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
   * The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  ipAddress?: Text | null | undefined
  /**
   * The device's user agent, as the device sent it; it is encoded here.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  userAgent?: Text | null | undefined
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
   * When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `createdAt`.
   * Source: <https://dev.adjust.com/en/api/s2s-api/events/>
   */
  createdAtUnix?: number | bigint | null | undefined
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
   * Further parameters, sent as they are after all others. It must not name a parameter that has a field here, `s2s`, `appToken` or
   * `environment`.
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
 * An event of Adjust's `/event` endpoint. Required are `eventToken` and at least one device identifier.
 *
 * The parameters are sent in this order: `s2s=1`, `eventToken`, `appToken`, the device identifiers (`idfa`, `gpsAdid`, `fireAdid`, `oaid`,
 * `webUuid`, `winAdid`, `adid`, `idfv`, `androidId` and the others as they are declared), `osName`, `osVersion`, `deviceName`, `deviceType`,
 * `ipAddress`, `userAgent`, `attStatus`, `trackingEnabled`, `createdAtUnix` or `createdAt`, `callbackParams`, `partnerParams`, `currency`,
 * `revenue`, `environment`, `extra`.
 */
export type AdjustEvent = AdjustEventFields & AdjustEventMoney

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
export type RequestKind = 'event' | 'user' | 'action' | 'revenue' | 'business_event' | 'messages'

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
