# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The fields of configurations, events and settings, for annotations.

Every field is documented with its shape, unit, allowed values and source. `None` stands for an absent field.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv6Address
from typing import Literal, TypeAlias, TypedDict
from uuid import UUID

Text: TypeAlias = str | UUID | IPv4Address | IPv6Address | Enum
"""A text, or what has one: the value of an enumeration of texts is taken."""

Number: TypeAlias = Decimal | int | str | float
"""A decimal number. A `float` is taken by its `repr`: `19.99` is 19.99. `Decimal` is the better choice for money."""

Time: TypeAlias = datetime | date | str | int
"""An aware `datetime`, RFC 3339, or Unix milliseconds; a `date` only where a date is asked for. A naive `datetime` is an issue."""

Json: TypeAlias = "Text | Number | datetime | date | bool | Mapping[str, Json] | Sequence[Json] | None"
"""Any JSON. A `Decimal` keeps its digits; a time is written as ISO 8601."""


class _AdjustConfigRequired(TypedDict):
    app_token: Text
    """The app token from the dashboard: visible ASCII, such as `4w565xzmb54d`. Required."""


class AdjustConfig(_AdjustConfigRequired, total=False):
    """The configuration of one Adjust app. Only `app_token` is required."""

    environment: Literal["sandbox", "production"] | None
    """The environment that every event is posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
    - `sandbox`: For tests.
    - `production`: For real events.
    """
    auth_token: Text | None
    """The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for the app.
    It is created under AppView, Protection, S2S Security and is not the account's API token.
    Source: <https://dev.adjust.com/en/api/s2s-api/security/>
    """
    request_style: Literal["post_form", "post_query", "get_query"] | None
    """Where the parameters travel: `post_form` (default), `post_query` or `get_query`.
    - `post_form`: `POST` with a form as its body: tokens and identifiers stay out of URLs and access logs.
    - `post_query`: `POST` with the parameters in the URL.
    - `get_query`: `GET` with the parameters in the URL.
    """
    time_format: Literal["unix_seconds", "iso8601"] | None
    """How the event's time is sent: `unix_seconds` (default, recommended by Adjust) or `iso8601`.
    - `unix_seconds`: `created_at_unix`, whole seconds.
    - `iso8601`: `created_at`, as `2017-01-02T15:04:05.000+0000`.
    """
    max_future: int | None
    """How far ahead of `now` an event may be, in seconds; 86400 (24 hours) by default. Adjust documents no limit; a day leaves room for
    clocks in the wrong time zone.
    """
    ipv6: Literal["refuse", "omit"] | None
    """What happens to an IPv6 address, which Adjust does not support: `refuse` (default) or `omit`.
    - `refuse`: It is an issue.
    - `omit`: The address is left out, with a warning.
    """
    base_url: Text | None
    """The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` is appended.
    Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
    """


class _AdjustEventRequired(TypedDict):
    event_token: Text
    """The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """


class AdjustEvent(_AdjustEventRequired, total=False):
    """An event of Adjust's `/event` endpoint. Required are `event_token` and at least one device identifier.

    The parameters are sent in this order: `s2s=1`, `event_token`, `app_token`, the device identifiers (`idfa`, `gps_adid`, `fire_adid`, `oaid`,
    `web_uuid`, `win_adid`, `adid`, `idfv`, `android_id` and the others as they are declared), `os_name`, `os_version`, `device_name`, `device_type`,
    `ip_address`, `user_agent`, `att_status`, `tracking_enabled`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`,
    `revenue`, `environment`, `extra`.
    """

    gps_adid: Text | None
    """The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens, such as
    `660e1d86-6796-463a-be86-897993136018`. All zeros are never sent.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens, such as `D2CADB5F-410F-4963-AC0C-2A78534BDF1E`.
    All zeros mean that tracking is not allowed; they are never sent.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    adid: Text | None
    """The Adjust device identifier, on all platforms: 32 hexadecimal digits, such as `18546f6171f67e29d1cb983322ad1329`. It finds iOS
    devices without an IDFA.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    created_at: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds. At most 58 days ago. Without it Adjust takes the time of
    receipt.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    revenue: Number | None
    """The revenue in full currency units (`149.99` is $149.99): a decimal from 0.001 to 100,000,000,000. Required with `currency`. The
    maximum stands in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    currency: Text | None
    """The currency of `revenue`: three letters, sent in upper case. Required with `revenue`.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    callback_params: Mapping[str, Text] | None
    """Parameters for your callbacks and raw data exports: texts, in your order, not nested.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    partner_params: Mapping[str, Text] | None
    """Parameters for your network partners: texts, in your order, not nested.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    ip_address: Text | None
    """The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    user_agent: Text | None
    """The device's user agent, as the device sent it; it is encoded here.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    os_name: Text | None
    """The operating system: `android`, `android-tv`, `apple-tv`, `bada`, `blackberry`, `fire-tv`, `ios`, `linux`, `macos`, `nintendo`,
    `playstation`, `roku-os`, `server`, `smart-cast`, `steamos`, `symbian`, `tizen`, `unknown`, `webos`, `windows`, `windows-phone` or
    `xbox`. The guide asks for it in every request, the events page does not; send it when it is known.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    os_version: Text | None
    """The version of the operating system, such as `17.5.1`; used for probabilistic modelling.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    device_name: Text | None
    """The device's model, such as `iPhone16,2`; used for probabilistic modelling.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    device_type: Text | None
    """The device's type, such as `iPhone`; used for probabilistic modelling.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    att_status: int | None
    """The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. Not together with
    `tracking_enabled`.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    tracking_enabled: bool | None
    """Whether the user allows tracking (before iOS 14.5, and on Android); sent as `1` or `0`. Not together with `att_status`.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    created_at_unix: int | None
    """When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    fire_adid: Text | None
    """The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    oaid: Text | None
    """The open advertising identifier of Huawei and other Android devices: a UUID, sent in lower case with hyphens. All zeros are never
    sent.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    web_uuid: Text | None
    """The identifier that Adjust's Web SDK makes. No shape is documented by Adjust. Adjust documents
    that it identifies a device by itself, but users report that events with no other identifier
    keep failing with `Device not found`: send another identifier with it where there is one.
    Source: <https://dev.adjust.com/en/api/s2s-api/>
    """
    win_adid: Text | None
    """The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens, such as `107e8ea14329d4a2194ebbb6dc0c0fd7`.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    android_id: Text | None
    """The Android ID: 1 to 16 hexadecimal digits, sent in lower case.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    android_id_lower_md5: Text | None
    """MD5 of the lower-case Android ID, in hex.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    android_id_lower_sha1: Text | None
    """SHA-1 of the lower-case Android ID, in hex.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    android_id_upper_md5: Text | None
    """MD5 of the upper-case Android ID, in hex.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    android_id_upper_sha1: Text | None
    """SHA-1 of the upper-case Android ID, in hex.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    imei: Text | None
    """The IMEI: 14 to 16 digits, without hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    imei_lower_md5: Text | None
    """MD5 of the IMEI without hyphens, in hex.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    meid: Text | None
    """The MEID: 14 hexadecimal digits, sent in upper case without hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    win_naid: Text | None
    """The network adapter identifier of Windows: lower case, with hyphens. No other shape is documented by Adjust.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    win_hwid: Text | None
    """The hardware identifier of the Windows Store, without hyphens. No other shape is documented by Adjust.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    idfa_lower_md5: Text | None
    """MD5 of the lower-case IDFA with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    idfa_lower_sha1: Text | None
    """SHA-1 of the lower-case IDFA with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    idfa_upper_md5: Text | None
    """MD5 of the upper-case IDFA with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    idfa_upper_sha1: Text | None
    """SHA-1 of the upper-case IDFA with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    idfa_short: Text | None
    """The IDFA without hyphens: 32 hexadecimal digits, sent in upper case as the IDFA is.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    gps_adid_lower_md5: Text | None
    """MD5 of the lower-case Google advertising identifier with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    gps_adid_lower_sha1: Text | None
    """SHA-1 of the lower-case Google advertising identifier with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    gps_adid_upper_md5: Text | None
    """MD5 of the upper-case Google advertising identifier with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    gps_adid_upper_sha1: Text | None
    """SHA-1 of the upper-case Google advertising identifier with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    oaid_lower_md5: Text | None
    """MD5 of the lower-case OAID with hyphens, in hex.
    Source: <https://help.adjust.com/en/article/device-identifiers>
    """
    vida: Text | None
    """The advertising identifier of Vizio televisions. Any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    rida: Text | None
    """The advertising identifier of Roku. Any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    tifa: Text | None
    """The advertising identifier of Samsung Tizen televisions. Any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    external_device_id: Text | None
    """Any text that identifies a PC, console or connected television; case-sensitive.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    primary_dedupe_token: Text | None
    """A random UUID that an iOS app keeps in its keychain: documented in lower case with hyphens; taken as any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    persistent_ios_uuid: Text | None
    """The name that the sessions page has for an identifier in the iOS keychain. Any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    google_app_set_id: Text | None
    """Android's App Set ID. Any text.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    extra: Mapping[str, Text] | None
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, `s2s`, `app_token` or
    `environment`.
    """


class _AppsFlyerConfigRequired(TypedDict):
    app_id: Text
    """The app's ID, the last segment of the URL: for iOS `id` and the digits of the App Store, such as `id123456789`; for Android the
    package name as in the dashboard, such as `com.example.myapp`; for Windows the ID of the Microsoft Store. Letters, digits, `.`,
    `_` and `-`. Nothing is added to it: AppsFlyer accepts an iOS ID without `id` with a 200 and loses the event. Required.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    s2s_key: Text
    """The S2S key of the app, sent as it is as `authentication`: visible ASCII. An admin creates it in the security center; it is neither the dev key nor the
    token of the pull API. Required.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """


class AppsFlyerConfig(_AppsFlyerConfigRequired, total=False):
    """The configuration of one AppsFlyer app. `app_id` and `s2s_key` are required."""

    platform: Literal["ios", "android", "windows"] | None
    """The platform of the app: `ios`, `android` or `windows`. By default it follows from `app_id`: `id` and digits is iOS, what has a
    `.` is Android. Required where neither is so.
    - `ios`: iOS.
    - `android`: Android, in and outside Google Play.
    - `windows`: Windows.
    """
    empty_event_value: Literal["empty", "space"] | None
    """What is sent as `eventValue` of an event without one: `empty` (default, the empty text) or `space` (one space).
    - `empty`: The empty text, as the reference has it.
    - `space`: One space, as the overview has it for Android.
    """
    money_as: Literal["string", "number"] | None
    """How `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are sent in `eventValue`: `string` (default, as in
    AppsFlyer's examples) or `number`.
    - `string`: A string, as in AppsFlyer's examples.
    - `number`: A number.
    """
    unlisted_currency: Literal["warn", "refuse"] | None
    """What happens to an `event_currency` that is not among the 179 codes that AppsFlyer lists: `warn` (default) or `refuse`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    - `warn`: The event is sent, with a warning.
    - `refuse`: It is an issue.
    """
    missing_currency: Literal["refuse", "send"] | None
    """What happens to an event with `af_revenue` and without `event_currency`: `refuse` (default) or `send`. Which currency AppsFlyer
    takes then is not documented for S2S events.
    - `refuse`: It is an issue.
    - `send`: The event is sent.
    """
    max_body_bytes: int | None
    """Maximum size of the body in bytes (default 1,024). AppsFlyer documents "1KB"; older copies of its pages have 1,000 bytes, from
    which on there is a warning. What happens to a larger body is not documented.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    late: Literal["warn", "refuse", "send"] | None
    """What happens to an event that is sent after 02:00 UTC of the day after its own, when AppsFlyer records it at the time of its
    arrival: `warn` (default), `refuse` (also while it waits in a delivery) or `send`.
    Source: <https://support.appsflyer.com/hc/en-us/articles/207034486>
    - `warn`: It is sent, with a warning.
    - `refuse`: It is an issue, and a delivery in which it has waited until then drops it.
    - `send`: It is sent.
    """
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). AppsFlyer documents no limit."""
    default_calling_code: Text | None
    """The calling code of a `phone` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number is an issue."""
    phone_hash: Literal["both", "digits", "e164"] | None
    """The forms in which a `phone` is hashed: `both` (default), `digits` (`phone_number_hashed` alone) or `e164`
    (`phone_number_e164_hashed` alone).
    - `both`: Both.
    - `digits`: Digits without `+`, in `phone_number_hashed`.
    - `e164`: E.164 with `+`, in `phone_number_e164_hashed`.
    """
    max_event_name: int | None
    """Maximum number of characters of an `event_name` (default 100, which AppsFlyer documents for its SDKs; an older text had 45).
    Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
    """
    ipv6: Literal["refuse", "omit"] | None
    """What happens to an IPv6 address, as AppsFlyer documents IPv4 alone: `refuse` (default) or `omit`.
    - `refuse`: It is an issue.
    - `omit`: The address is left out, with a warning.
    """
    base_url: Text | None
    """The address of the API (default `https://api3.appsflyer.com`): `https` or `http`, a host, and an optional path;
    `/inappevent/{app_id}` is appended.
    """


class _AppsFlyerAppSetIdRequired(TypedDict):
    scope: int
    """The scope: 1 the app, 2 all apps of the developer. Required.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    id: Text
    """The ID: a UUID, sent in lower case with hyphens. Required.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """


class AppsFlyerAppSetId(_AppsFlyerAppSetIdRequired, total=False):
    """The app set ID of Android. Both members are required."""


class AppsFlyerTcf(TypedDict, total=False):
    """Consent as a platform of the Transparency and Consent Framework gives it. Which members are required is not documented; at least
    one is required here.
    """

    policy_version: int | None
    """The version of the policy: an integer.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    gdpr_applies: int | None
    """Whether the GDPR applies: 1 yes, 0 no; AppsFlyer lists -1, too, without its meaning.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    cmp_sdk_id: int | None
    """The ID of the platform's SDK: an integer.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    cmp_sdk_version: int | None
    """The version of the platform's SDK: an integer.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    tcstring: Text | None
    """The TC string.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """


class AppsFlyerManualConsent(TypedDict, total=False):
    """Consent that the app has asked for itself. Which members are required is not documented; at least one is required here."""

    gdpr_applies: bool | None
    """Whether the GDPR applies.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    ad_user_data_enabled: bool | None
    """Whether the user agreed that data is shared for ads.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    ad_personalization_enabled: bool | None
    """Whether the user agreed to personalized ads.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """


class AppsFlyerConsentData(TypedDict, total=False):
    """The user's consent: exactly one of `tcf` and `manual`."""

    tcf: AppsFlyerTcf | None
    """What a consent management platform of the Transparency and Consent Framework gives.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    manual: AppsFlyerManualConsent | None
    """What the app has asked the user itself.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """


class _AppsFlyerEventRequired(TypedDict):
    appsflyer_id: Text
    """The ID that AppsFlyer's SDK makes at the first launch, the only link to the install: digits, a hyphen and digits, such as
    `1665148898336-5539842602053895577`. Required.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    event_name: Text
    """The event's name: 1 to 100 characters of any language, such as `af_purchase`. Your own names should not begin with `af_`. Required.
    Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
    """


class AppsFlyerEvent(_AppsFlyerEventRequired, total=False):
    """An in-app event. Required are `appsflyer_id` and `event_name`.

    The members of the body are sent in this order: `appsflyer_id`, `eventTime`, then the others as they are declared, and `extra`.
    """

    event_value: Json
    """The event's parameters: a JSON object, or a text that holds one, in your order; sent as a text, and without it as `""`. Members are of any type but null.
    `af_revenue`, `af_price`, `af_net_revenue` and `af_projected_revenue` are decimals, also inside an array, and may be negative;
    AppsFlyer documents up to five decimals.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    event_currency: Text | None
    """The currency of the event: three letters, sent in upper case. Required with `af_revenue`. AppsFlyer lists 179 codes; others have
    a warning.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    time: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in UTC as `2019-05-15 12:17:01.123`. Without it
    AppsFlyer takes the time of arrival, which it takes also for an event that arrives after 02:00 UTC of the next day.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    customer_user_id: Text | None
    """Your own ID of the user, as it is set in the SDK. Any text.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    advertising_id: Text | None
    """Android: the advertising ID of Google Play services, a UUID, sent in lower case with hyphens. All zeros are left out.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    oaid: Text | None
    """Android: the open advertising identifier, a UUID, sent in lower case with hyphens. All zeros are left out.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    amazon_aid: Text | None
    """Android: the advertising ID of Amazon Fire. AppsFlyer documents no shape. All zeros are left out.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    imei: Text | None
    """Android: the IMEI, 14 to 16 digits with or without hyphens, sent as it is.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    app_set_id: AppsFlyerAppSetId | None
    """Android: the app set ID. One of zeros is left out.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    idfa: Text | None
    """iOS: the advertising identifier, a UUID, sent in upper case with hyphens. All zeros are left out.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    idfv: Text | None
    """iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. All zeros are left out. Meta's Aggregated Event Measurement needs it, and `ip`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    att: int | None
    """iOS: the status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    aie: bool | None
    """Whether the user agreed to share the advertising identifier: `false` means limited ad tracking. Android, and iOS before 14.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    email: Text | None
    """The user's email address, plain: trimmed, in lower case and hashed here. Not together with `email_hashed`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    phone: Text | None
    """The user's phone number, plain, beginning with `+` or `00`: normalized and hashed here, see the setting `phone_hash`. A number
    that begins otherwise needs the setting `default_calling_code`. Not together with `phone_number_hashed` or
    `phone_number_e164_hashed`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    first_name: Text | None
    """The user's first name, plain: trimmed, in lower case and hashed here. Not together with `first_name_hashed`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    last_name: Text | None
    """The user's last name, plain: trimmed, in lower case and hashed here. Not together with `last_name_hashed`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    email_hashed: Text | None
    """The SHA-256 digest of the email address, trimmed and in lower case: 64 hexadecimal digits, sent in lower case.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    phone_number_hashed: Text | None
    """The SHA-256 digest of the phone number: digits with the calling code, without `+` and leading zeros; 64 hexadecimal digits, sent in lower case.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    phone_number_e164_hashed: Text | None
    """The SHA-256 digest of the phone number in the form of E.164, with `+`: 64 hexadecimal digits, sent in lower case.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    first_name_hashed: Text | None
    """The SHA-256 digest of the first name in lower case: 64 hexadecimal digits, sent in lower case.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    last_name_hashed: Text | None
    """The SHA-256 digest of the last name in lower case: 64 hexadecimal digits, sent in lower case.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    fb_login_id: Text | None
    """The ID of Facebook Login: digits.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    ip: Text | None
    """The IPv4 address of the device at the time of the event, never the server's: without it AppsFlyer takes the geography of the install. An IPv4-mapped
    IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    ua: Text | None
    """The device's user agent, as the device sent it.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    os: Text | None
    """The version of the operating system, such as `14.5.1`. AppsFlyer takes an iOS event without it as one of iOS 14.5.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    app_version_name: Text | None
    """The version of the app. Any text.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    app_store: Text | None
    """The store that the app was installed from, `AF_STORE` of Android. Any text.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    bundle_identifier: Text | None
    """The bundle identifier or package name, such as `com.myapp`. AppsFlyer asks for it in every event, as ad networks need it.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    sharing_filter: Json
    """The partners that the event is not shared with: `"all"`, or a list of IDs as the integrations API names them, such as `googleadwords_int`; exceptions are
    `Apple Search Ads` and `twitter`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    app_type: Text | None
    """iOS: `app_clip` where the event is one of an App Clip.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    custom_data: Json
    """Your own data for raw data reports: a JSON object, or a text that holds one, in your order; sent as a text.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    consent_data: AppsFlyerConsentData | None
    """The user's consent: `tcf` or `manual`.
    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
    """
    extra: Mapping[str, Json] | None
    """Further members of the body, sent as they are after all others. It must not name a member that has a field here, or
    `custom_dimension`, which AppsFlyer reserves for itself.
    """


class _MetrixConfigRequired(TypedDict):
    app_id: Text
    """The application's id, sent as `X-Application-Id`: visible ASCII. Required.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    api_key: Text
    """The server key, sent as `X-API-Key`: visible ASCII. Required. It must not be used in client-side code.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """


class MetrixConfig(_MetrixConfigRequired, total=False):
    """The configuration of one Metrix app. `app_id` and `api_key` are required."""

    time_format: Literal["seconds_string", "millis_number"] | None
    """How `time` is sent: `seconds_string` (default) or `millis_number`.
    The page "getting started" specifies Unix seconds as a string; the pages on users, events and troubleshooting and Metrix's Web SDK have a JSON number of milliseconds.
    Whether the server takes both is not documented by Metrix.
    - `seconds_string`: A string of whole Unix seconds. Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    - `millis_number`: A number of Unix milliseconds. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    max_events: int | None
    """Maximum number of messages in one request, whether you or a delivery put them together (default 100). No limit is documented by Metrix."""
    max_bytes: int | None
    """Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 524,288). No limit is documented by
    Metrix.
    """
    base_url: Text | None
    """The address of the API, `https://entry.metrix.ir` by default: `https` or `http`, a host, and an optional path; `/` is appended."""


class MetrixIdentity(TypedDict, total=False):
    """Whose messages a request of several holds. At least one of the two is required. Source: <https://docs.metrix.ir/en/technical/api/getting-started>"""

    custom_user_id: Text | None
    """Your own id of the user. Mandatory for automation and user journeys."""
    metrix_user_id: Text | None
    """The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution)."""


class _MetrixUserRequired(TypedDict):
    time: Time
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `time_format` for how it is sent.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """


class MetrixUser(_MetrixUserRequired, total=False):
    """An update of a user's profile: a message of type `user`. Source: <https://docs.metrix.ir/en/technical/api/tracking-users>"""

    custom_user_id: Text | None
    """Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
    user journeys. At least one of `custom_user_id` and `metrix_user_id` is required.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    metrix_user_id: Text | None
    """The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    id: Text | None
    """The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
    keeps it.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    first_name: Text | None
    """The first name.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    last_name: Text | None
    """The last name.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    phone_number: Text | None
    """The phone number, such as `09121122333`.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    hashed_phone_number: Text | None
    """The hashed phone number. The hash algorithm is not documented by Metrix.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    email: Text | None
    """The email address.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    hashed_email: Text | None
    """The hashed email address. The hash algorithm is not documented by Metrix.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    country: Text | None
    """The country.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    city: Text | None
    """The city.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    region: Text | None
    """The region.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    locality: Text | None
    """The locality.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    gender: Text | None
    """The gender: `Male`, `Female` or `Other`, in any case.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    birthday: Time | None
    """The birthday: `YYYY-MM-DD` (midnight UTC), RFC 3339, or an integer of Unix milliseconds, negative before 1970. Always sent as a
    number of milliseconds.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    custom_attributes: Mapping[str, Json] | None
    """Free attributes of the user: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
    """
    extra: Mapping[str, Json] | None
    """Further members of the message, sent as they are after all others. It must not name a member that the message has."""


class _MetrixActionRequired(TypedDict):
    time: Time
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `time_format` for how it is sent.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """


class MetrixAction(_MetrixActionRequired, total=False):
    """Something that a user did: a message of type `action`. Source: <https://docs.metrix.ir/en/technical/api/tracking-events>"""

    custom_user_id: Text | None
    """Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
    user journeys. At least one of `custom_user_id` and `metrix_user_id` is required.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    metrix_user_id: Text | None
    """The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    id: Text | None
    """The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
    keeps it.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    name: Text | None
    """The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    custom_name: Text | None
    """The event's own name, such as `product_viewed`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    attributes: Mapping[str, Json] | None
    """Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the message, sent as they are after all others. It must not name a member that the message has."""


class _MetrixRevenueRequired(TypedDict):
    time: Time
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `time_format` for how it is sent.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    revenue: Number
    """The amount in the unit of `currency`: a finite double, refused where no double is equal to the decimal. Required. The field's name
    and type are documented by Metrix, the message as a whole is inferred.
    Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
    """
    currency: Text
    """The currency: `IRR`, `USD` or `EUR`, in any case. Required. Inferred from Metrix's SDKs and its older API.
    Source: <https://docs.metrix.ir/en/features/event-tracking>
    """


class MetrixRevenue(_MetrixRevenueRequired, total=False):
    """Revenue of a user: a message of type `revenue`. Its exact JSON is not documented where it could be read; what is inferred says so."""

    custom_user_id: Text | None
    """Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
    user journeys. At least one of `custom_user_id` and `metrix_user_id` is required.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    metrix_user_id: Text | None
    """The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    id: Text | None
    """The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
    keeps it.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    name: Text | None
    """The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    custom_name: Text | None
    """The event's own name, such as `product_viewed`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    order_id: Text | None
    """The id of the order. Inferred from Metrix's SDKs; not documented by Metrix for this API."""
    attributes: Mapping[str, Json] | None
    """Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
    message.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the message, sent as they are after all others. It must not name a member that the message has."""


class _MetrixBusinessEventRequired(TypedDict):
    time: Time
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Required. See the setting `time_format` for how it is sent.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """


class MetrixBusinessEvent(_MetrixBusinessEventRequired, total=False):
    """An occurrence of your backend, such as a discount: a message of type `businessEvent`. Its exact JSON is not documented where it
    could be read: name and attributes are inferred from the other messages. Metrix states no exception from the rule that a user's id
    is required. Source: <https://docs.metrix.ir/en/features/event-tracking>
    """

    custom_user_id: Text | None
    """Your own id of the user: a name, email, phone number or any other unique text, the same as the SDK's. Mandatory for automation and
    user journeys. At least one of `custom_user_id` and `metrix_user_id` is required.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    metrix_user_id: Text | None
    """The id of the device that the Metrix SDK gives. Without it events are not linked to the install's source (attribution).
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    id: Text | None
    """The message's own id: any text, such as a UUID, random and unique. Required. Metrix drops a second message of the same id; a retry
    keeps it.
    Source: <https://docs.metrix.ir/en/technical/api/getting-started>
    """
    name: Text | None
    """The event's slug from the dashboard: visible ASCII, such as `aewqd`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    custom_name: Text | None
    """The event's own name, such as `product_viewed`. Exactly one of `name` and `custom_name` is required.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    attributes: Mapping[str, Json] | None
    """Free attributes: any JSON, dates as ISO 8601 texts. They are sent as they are, in your order. Not documented by Metrix for this
    message.
    Source: <https://docs.metrix.ir/en/technical/api/tracking-events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the message, sent as they are after all others. It must not name a member that the message has."""


class _MetrixInAppConfigRequired(TypedDict):
    app_id: Text
    """The app's id, a segment of the URL's path: any text without control characters but `.` and `..`; it is percent-encoded. Required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    dev_key: Text
    """The app's dev key, sent as it is as `Authorization`: visible ASCII. Required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """


class MetrixInAppConfig(_MetrixInAppConfigRequired, total=False):
    """The configuration of one Metrix app on the older API. `app_id` and `dev_key` are required."""

    base_url: Text | None
    """The address of the API, `http://analytics.metrix.ir` by default, as documented: `https` or `http`, a host, and an optional path;
    `/inappevent/{app_id}` is appended. Newer copies of the documentation have `https://analytics.metrix.ir`.
    """


class _MetrixInAppEventRequired(TypedDict):
    metrix_user_id: Text
    """The Metrix user id, such as `1415211453000-6513894`. Required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    metrix_session_id: Text
    """The Metrix session id. Required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    event_slug: Text
    """The event's slug from the dashboard: visible ASCII, such as `taqsq`. Required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """


class MetrixInAppEvent(_MetrixInAppEventRequired, total=False):
    """An in-app event. Required are `metrix_user_id`, `metrix_session_id`, `event_slug` and exactly one of `idfa` and `advertising_id`."""

    idfa: Text | None
    """The advertising id of an iOS device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    advertising_id: Text | None
    """The Google advertising id of an Android device: any text, sent as it is. Exactly one of `idfa` and `advertising_id` is required.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    custom_attributes: Mapping[str, Text] | None
    """Your own attributes: texts, in your order.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    custom_metrics: Mapping[str, Number] | None
    """Your own metrics: doubles, in your order; a decimal that no double is equal to is refused.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    device_ip: Text | None
    """The device's IP address, IPv4 or IPv6.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    event_time: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds; sent as a string of milliseconds. Without it Metrix takes
    the time of receipt.
    Source: <https://docs.metrix.ir/faq/s2s-integration/>
    """
    revenue: Number | None
    """The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not stand, too. Required with
    `currency`.
    Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    """
    currency: Text | None
    """The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not stand, too. Required
    with `revenue`.
    Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    """
    extra: Mapping[str, Json] | None
    """Further members of the body, sent as they are after all others. It must not name a member that has a field here."""


class MetrixUserMessage(MetrixUser):
    """A message of the kind `user` in a request of several."""

    kind: Literal["user"]


class MetrixActionMessage(MetrixAction):
    """A message of the kind `action` in a request of several."""

    kind: Literal["action"]


class MetrixRevenueMessage(MetrixRevenue):
    """A message of the kind `revenue` in a request of several."""

    kind: Literal["revenue"]


class MetrixBusinessEventMessage(MetrixBusinessEvent):
    """A message of the kind `business_event` in a request of several."""

    kind: Literal["business_event"]


MetrixMessage: TypeAlias = MetrixUserMessage | MetrixActionMessage | MetrixRevenueMessage | MetrixBusinessEventMessage
"""One message of a request of several."""


class DeliveryLimits(TypedDict, total=False):
    """Settings of the destinations of one provider."""

    max_in_flight: int | None
    """Maximum number of requests in flight to one destination (default 16)."""
    per_second: int | None
    """Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate; accepted requests raise it
    again.
    """
    repeat: Literal["at_least_once", "at_most_once"] | None
    """Treatment of an event that may have been accepted, where the provider may count it twice: `at_least_once` (default) sends it
    again, `at_most_once` does not.
    - `at_least_once`: It is: it may be counted twice, and is not lost.
    - `at_most_once`: It is not: it may be lost, and is not counted twice.
    """


class DeliveryConfig(TypedDict, total=False):
    """The settings of a delivery: whole numbers, times in milliseconds. Every one has a default. No provider documents limits of rates or
    of repetition, so these are ours.
    """

    journal: bool | None
    """Writes every change to a log from which a delivery can be restored (default `false`)."""
    max_pending: int | None
    """Maximum number of waiting events (default 100,000). Further submissions are refused as `full`."""
    max_in_flight: int | None
    """Maximum number of requests in flight (default 64)."""
    request_timeout_ms: int | None
    """Maximum duration of a request until its response is read (default 30,000). A driver cancels a longer one, which counts as
    a `timeout`.
    """
    max_attempts: int | None
    """Maximum number of attempts that may have reached the provider (default 20); then the event is given up. Attempts in which
    nothing was sent, and responses that refuse the credentials, do not count.
    """
    max_age_ms: int | None
    """Time after its submission at which an event is given up (default 7 days)."""
    backoff_ms: int | None
    """Longest wait before the first repetition (default 1000). It doubles with each attempt, and the wait is a random part of it
    (exponential backoff with full jitter).
    """
    max_backoff_ms: int | None
    """Longest wait before any repetition (default 900,000, 15 minutes)."""
    max_retry_after_ms: int | None
    """Limit to which a longer `Retry-After` is reduced (default 3,600,000, an hour)."""
    device_retry_ms: int | None
    """First wait of an event whose device the provider does not know yet (default 3600000, an
    hour). It doubles with each attempt, up to eight hours. Devices were seen to become known
    after hours, and after up to a week.
    """
    max_device_attempts: int | None
    """Maximum number of attempts for an event whose device is not known yet (default 24). With
    the default waits they take 167 of the 168 hours of `max_age_ms`.
    """
    probe_ms: int | None
    """Interval of single requests to a destination that refuses the credentials, or all events (default 60,000), until it is resumed
    or one of them is accepted.
    """
    breaker_failures: int | None
    """Number of requests in a row without a response after which a destination gets no more for `breaker_ms` (default 5)."""
    breaker_ms: int | None
    """Pause of a destination that does not respond (default 30,000). Then one request tries whether it responds again."""
    linger_ms: int | None
    """Time that an event waits for others of its lane that can share its request, where the provider takes several in a request
    (default 1000); 0 sends each at once.
    """
    date_undated: bool | None
    """Gives an event without a time that of its submission, where the provider would take the time of receipt (default `true`).
    Otherwise a repetition hours later is an event of hours later.
    """
    max_lanes: int | None
    """Maximum number of idle lanes whose last event time is kept (default 100,000), for as long as a provider accepts older events."""
    snapshot_after_bytes: int | None
    """Least number of bytes by which the log grows before `Delivery.take_snapshot` returns a shorter one
    (default 1048576). It grows by as much as the events in it take, if that is more.
    """
    providers: Mapping[str, DeliveryLimits] | None
    """Settings of a provider's destinations, by the provider's name."""


Provider: TypeAlias = Literal["adjust", "appsflyer", "metrix", "metrix_inapp"]
"""The provider APIs."""

RequestKind: TypeAlias = Literal["event", "user", "action", "revenue", "business_event", "messages"]
"""The kinds of requests: that of the event, or `messages` where one request carries several."""

IssueCode: TypeAlias = Literal[
    "invalid_json",
    "trailing_data",
    "invalid_unicode",
    "too_deep",
    "too_large",
    "duplicate_key",
    "unknown_field",
    "wrong_type",
    "null_value",
    "unknown_provider",
    "unknown_kind",
    "unknown_destination",
    "missing",
    "missing_one_of",
    "conflict",
    "empty",
    "control_character",
    "invalid_token",
    "invalid_app_id",
    "invalid_segment",
    "invalid_choice",
    "too_long",
    "invalid_email",
    "invalid_phone",
    "already_hashed",
    "invalid_hash",
    "hash_of_empty",
    "invalid_number",
    "not_finite",
    "too_many_digits",
    "not_representable",
    "out_of_range",
    "invalid_currency",
    "invalid_time",
    "time_without_offset",
    "not_an_integer",
    "time_unit",
    "too_old",
    "in_the_future",
    "invalid_device_id",
    "zero_device_id",
    "invalid_ip",
    "ipv6_not_supported",
    "reserved_field",
    "identity_mismatch",
    "duplicate_id",
    "too_many_messages",
    "invalid_url",
    "too_many_issues",
    "insecure_transport",
    "ahead_of_now",
    "ipv6_omitted",
    "zero_device_id_omitted",
    "zero_advertising_id",
    "already_encoded",
    "float_noise",
    "may_be_rounded",
    "currency_not_listed",
    "will_be_redated",
    "near_size_limit",
    "counts_as_ios_14_5",
    "unknown_predefined_name",
    "undocumented_spelling",
    "same_time_may_be_dropped",
]
"""The stable codes of issues and warnings."""
