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
    """The configuration of one Adjust app, for all kinds of requests. Only `app_token` is required."""

    environment: Literal["sandbox", "production"] | None
    """The environment that requests are posted to, always sent explicitly: `sandbox` or `production` (default, as documented).
    - `sandbox`: For tests.
    - `production`: For real events.
    """
    auth_token: Text | None
    """The S2S security token, sent as `Authorization: Bearer …`; needed where S2S security is enforced for the app.
    It is created under AppView, Protection, S2S Security and is not the account's API token.
    Source: <https://dev.adjust.com/en/api/s2s-api/security/>
    """
    request_style: Literal["post_form", "post_query", "get_query"] | None
    """Where the parameters of events and ad revenue travel: `post_form` (default), `post_query` or `get_query`. Third-party sharing knows no
    `get_query`, for which it has `post_query`; sessions are always forms, and the parameters of erasures always in the URL.
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
    """The address of the API, `https://s2s.adjust.com` by default: `https` or `http`, a host, and an optional path; `/event` and the paths of the
    other kinds are appended.
    Adjust documents no S2S host for data residency; if Adjust names you one, set it here.
    """
    gdpr_base_url: Text | None
    """The address for erasures, `https://gdpr.adjust.com` by default: as `base_url`; `/gdpr_forget_device` is appended.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    sharing_format: Literal["by_partner", "as_list"] | None
    """How the maps of third-party sharing are encoded, which Adjust's page does not show: `by_partner` (default, as Adjust's SDKs do it) or
    `as_list`. Neither was confirmed for S2S.
    - `by_partner`: As JSON, `{"partner":{"key":value}}`.
    - `as_list`: As JSON, `[{"partnerName":"partner","key":"key","value":value}]`.
    """


class _AdjustEventRequired(TypedDict):
    event_token: Text
    """The event token from the dashboard: visible ASCII, such as `f0ob4r`. Required.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """


class AdjustEvent(_AdjustEventRequired, total=False):
    """An event of Adjust's `/event` endpoint. Required are `event_token` and at least one device identifier. The scope of the S2S security token
    is *Events*.

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
    created_at_unix: int | None
    """When the event happened, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
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
    user_agent: Text | None
    """The device's user agent, as the device sent it; it is encoded here.
    Source: <https://dev.adjust.com/en/api/s2s-api/events/>
    """
    ip_address: Text | None
    """The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
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
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
    request of this kind has.
    """


class _AdjustAdRevenueRequired(TypedDict):
    currency: Text
    """The currency of the revenue: three letters, sent in upper case. Required.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    ad_impressions_count: int
    """The number of impressions that the revenue is of: not negative. Required.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """


class AdjustAdRevenue(_AdjustAdRevenueRequired, total=False):
    """The revenue of ads that a device has seen: Adjust's `/ad_revenue` endpoint, which needs Adjust's ad revenue package. Required are `revenue` or
    `amount`, `currency`, `ad_impressions_count` and at least one device identifier. The scope of the S2S security token is *Ad revenue*.
    Adjust documents one error of it, and no table: the texts of the events' table are understood here, too.

    The parameters are sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of the device as those of an event,
    `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `currency`, `revenue` or `amount`, `ad_impressions_count`,
    `source=publisher`, `ad_revenue_network`, `ad_revenue_unit`, `ad_revenue_placement`, `environment`, `extra`.
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
    """When the ad was shown: RFC 3339, or an integer of Unix milliseconds. At most 28 days ago.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    created_at_unix: int | None
    """When the ad was shown, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    revenue: Number | None
    """The ad revenue in full currency units: a decimal that is not negative. Exactly one of `revenue` and `amount` is required. No limits are
    documented by Adjust for it.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    amount: Number | None
    """Adjust's other name for `revenue`. Exactly one of the two is required.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    ad_revenue_network: Text | None
    """The ad network, such as `Admob`.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    ad_revenue_unit: Text | None
    """The unit of the ad, such as `rewarded_video`.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    ad_revenue_placement: Text | None
    """The placement of the ad, such as `home_screen`.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    callback_params: Mapping[str, Text] | None
    """Parameters for your callbacks and raw data exports: texts, in your order, not nested.
    Source: <https://dev.adjust.com/en/api/s2s-api/ad-revenue/>
    """
    partner_params: Mapping[str, Text] | None
    """Parameters for your network partners: texts, in your order, not nested. The guide has them for all requests, the page of ad revenue
    does not list them.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    ip_address: Text | None
    """The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
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
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
    request of this kind has.
    """


class AdjustSession(TypedDict, total=False):
    """A session of a device: Adjust's `/session` endpoint, which Adjust has to switch on for an app, except on connected televisions, PCs and consoles.
    Required are `os_name` and at least one device identifier. The scope of the S2S security token is *Sessions*.

    The first session of a device is its install. Adjust accepts a session no sooner than 20 minutes after the last one by its guide, 30 minutes
    by its page of sessions: that is not checked here. Adjust documents no errors of it but those of the security page: the texts of the
    events' table are understood here, too. The response has `ask_in`, the milliseconds to wait before asking for the attribution, and the
    device's `adid`.

    It is always a `POST` with a form. The parameters are sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of
    the device as those of an event, `app_version`, `app_version_short`, `session_count`, `subsession_count`, `session_length`, `time_spent`,
    `bundle_id`, `package_name`, `country`, `language`, `cpu_type`, `hardware_name`, `install_receipt`, `eea`, `ad_personalization`, `ad_user_data`,
    `npa`, `sent_at`, `created_at_unix` or `created_at`, `callback_params`, `partner_params`, `environment`, `extra`. Adjust also documents the
    header `X-Adjust-Forwarded-For` for the address that `ip_address` is; its guide sends the parameter alone, and so does this library.
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
    """When the session began: RFC 3339, or an integer of Unix milliseconds.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    created_at_unix: int | None
    """When the session began, in whole Unix seconds, as Adjust spells it. Not together with `created_at`.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    sent_at: Time | None
    """When the device sent it: RFC 3339, or an integer of Unix milliseconds. Sent as `2017-01-02T15:04:05.000+0000`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    app_version: Text | None
    """The version of the app (Android), or the number of its build (iOS), such as `1.0`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    app_version_short: Text | None
    """The version of the app on iOS, such as `1.0`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    session_count: int | None
    """The number of sessions so far, this one included.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    subsession_count: int | None
    """The number of subsessions of the previous session; absent for the first one.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    session_length: int | None
    """The length of the previous session in seconds; absent for the first one.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    time_spent: int | None
    """The time that the user was active in the previous session. Its unit is not documented by Adjust.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    bundle_id: Text | None
    """The identifier of the app's bundle (iOS), such as `com.adjust.example`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    package_name: Text | None
    """The name of the app's package (Android), such as `com.adjust.example`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    country: Text | None
    """The country code of the device's locale, such as `de`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    language: Text | None
    """The language code of the device's locale, such as `en`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    cpu_type: Text | None
    """The family of the processor, such as `arm64-v8a`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    hardware_name: Text | None
    """The board of the device, such as `N66AP`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    install_receipt: Text | None
    """The receipt of the install from the App Store.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    eea: bool | None
    """Whether the user is in the European Economic Area, so that the Digital Markets Act applies; sent as `1` or `0`. Required by Google for
    its Ads and Marketing Platform.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    ad_personalization: bool | None
    """Whether the user consented to personalized ads of Google Ads; sent as `1` or `0`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    ad_user_data: bool | None
    """Whether the user consented to sharing personal data with Google; sent as `1` or `0`.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    npa: bool | None
    """Whether the user consented to personalized ads of the Google Marketing Platform; sent as `1` (consented) or `0`, as Adjust documents it.
    Source: <https://dev.adjust.com/en/api/s2s-api/sessions/>
    """
    callback_params: Mapping[str, Text] | None
    """Parameters for your callbacks and raw data exports: texts, in your order, not nested.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    partner_params: Mapping[str, Text] | None
    """Parameters for your network partners: texts, in your order, not nested.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
    """
    ip_address: Text | None
    """The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
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
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
    request of this kind has.
    """


class _AdjustThirdPartySharingRequired(TypedDict):
    sharing: Literal["enable", "disable"]
    """Whether data may be shared: `enable` or `disable`. Required.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
    - `enable`: Data may be shared.
    - `disable`: Data must not be shared.
    """


class AdjustThirdPartySharing(_AdjustThirdPartySharingRequired, total=False):
    """What a user has decided about sharing data with third parties: Adjust's `/third_party_sharing` endpoint. Required are `sharing` and at least one
    device identifier. No scope of the S2S security token is documented for it. A user who has opted out once is no longer included in audiences
    for retargeting, even after opting in again. Adjust documents one error of it, and no table: the texts of the events' table are understood here,
    too.

    It is always a `POST`; the setting `request_style` says whether the parameters are in the body (`post_form`) or in the URL (otherwise). They are
    sent in this order: `s2s=1`, `app_token`, the device identifiers and the description of the device as those of an event, `sharing`,
    `partner_sharing_settings`, `granular_third_party_sharing_options`, `environment`, `extra`.
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
    partner_sharing_settings: Mapping[str, Json] | None
    """Settings of partners: a map by the partner's ID or name (`all` is every partner) of maps from a key to `true` (share) or `false`. The
    documented keys are `ad_revenue`, `all`, `update`, `att_update`, `event`, `install`, `reattribution`, `reattribution_reinstall`, `reinstall`,
    `rejected_install`, `rejected_reattribution`, `sdk_click`, `sdk_info`, `session`, `subscription` and `uninstall`, and in Adjust's SDKs
    `attribution` and `cost_update`; another one is sent with a warning. How it is encoded is not documented: see the setting `sharing_format`.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
    """
    granular_third_party_sharing_options: Mapping[str, Json] | None
    """Options of partners: a map by the partner's name, such as `google_dma` or `facebook`, of maps from a key to a text. How it is encoded
    is not documented: see the setting `sharing_format`.
    Source: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>
    """
    ip_address: Text | None
    """The device's IPv4 address. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the setting `ipv6`.
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
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that every
    request of this kind has.
    """


class AdjustGdprForgetDevice(TypedDict, total=False):
    """A user's request to erase the data of a device: Adjust's `/gdpr_forget_device` endpoint, at a host of its own (the setting `gdpr_base_url`). At least
    one device identifier is required. The scope of the S2S security token is *GDPR*.

    **It is permanent**: Adjust deletes the data of the device in that app, and takes no further requests from the device. Adjust takes ten
    erasures a minute, and documents the status of the response alone.

    It is always a `POST` with the parameters in the URL, as Adjust documents it. They are sent in this order: `s2s=1`, `app_token`, `idfa`,
    `gps_adid`, `fire_adid`, `win_adid`, `adid`, `idfv`, `extra`. `environment` is not documented for it, and not sent.
    """

    gps_adid: Text | None
    """The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    adid: Text | None
    """The Adjust device identifier, on all platforms: 32 hexadecimal digits.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    fire_adid: Text | None
    """The advertising identifier of Amazon Fire: a UUID, sent in lower case with hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    win_adid: Text | None
    """The advertising identifier of Windows: 32 hexadecimal digits, sent without hyphens.
    Source: <https://dev.adjust.com/en/api/s2s-api/data-erasure-api/>
    """
    extra: Mapping[str, Text] | None
    """Further parameters, sent as they are after all others. It must not name an identifier of this record, `s2s` or `app_token`."""


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


class _Ga4ConfigRequired(TypedDict):
    api_secret: Text
    """The secret of the stream: visible ASCII, from Admin, Data streams, Measurement Protocol API secrets. Sent in the URL, where
    logs of proxies may hold it. Analytics reports no error for a wrong one. Required.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """


class Ga4Config(_Ga4ConfigRequired, total=False):
    """The configuration of one data stream of Google Analytics 4. `api_secret` is required, and one of `firebase_app_id` (an app stream)
    and `measurement_id` (a web stream).
    """

    firebase_app_id: Text | None
    """The ID of an app in Firebase, such as `1:98765432109:ios:fedcba9876543210`: it makes the destination an app stream. Sent in
    the URL, with its colons as they are. Not together with `measurement_id`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    measurement_id: Text | None
    """The ID of a web stream: `G-` with letters and digits, such as `G-PSW1MY7HB4`. It is not the stream's number. Sent in the URL. Not
    together with `firebase_app_id`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
    """
    region: Literal["global", "eu"] | None
    """Where the data is collected: `global` (default) or `eu`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    - `global`: Anywhere: `https://www.google-analytics.com`.
    - `eu`: In the European Union: `https://region1.google-analytics.com`.
    """
    validation: bool | None
    """Whether requests go to the validation server, which records nothing (default `false`). It is asked to enforce the
    recommendations (`validation_behavior`), and checks neither `api_secret` nor the ID of the stream. Its messages are in the
    outcome's details; no outcome of it is `delivered`, so a delivery stops at the first valid event and keeps the others.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events>
    """
    too_old: Literal["refuse", "send"] | None
    """What happens to an event of more than 72 hours ago, which Analytics records at 72 hours ago: `refuse` (default, also while it
    waits in a delivery) or `send` (with a warning).
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    - `refuse`: It is an issue, and a delivery in which it has waited until then drops it.
    - `send`: It is sent, with a warning: Analytics records it at 72 hours ago.
    """
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Google says that events happened in
    the past, and documents no limit.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """
    missing_session: Literal["warn", "ignore"] | None
    """What happens to an event without `session_id` or `engagement_time_msec`, which reports such as Realtime may not show: `warn`
    (default) or `ignore`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    - `warn`: It is sent, with a warning.
    - `ignore`: It is sent.
    """
    recommended: Literal["warn", "require", "ignore"] | None
    """What happens to an event without a parameter that Google asks for with its name, such as the `items` of `add_to_cart`: `warn`
    (default), `require` or `ignore`. `transaction_id`, `value` and `currency` of `purchase` and `refund` are always required.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    - `warn`: It is sent, with a warning.
    - `require`: It is an issue.
    - `ignore`: It is sent.
    """
    analytics360: bool | None
    """Whether the property is one of Analytics 360, in which a parameter's text has up to 500 characters instead of 100 (default
    `false`).
    Source: <https://support.google.com/analytics/answer/9267744>
    """
    max_item_params: int | None
    """Maximum number of parameters of your own in an item (default 10, as the guide has it; a page of the help center has 27).
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """
    gmail_plus: Literal["keep", "strip"] | None
    """What happens to `+suffix` in an email address of Gmail before it is hashed: `keep` (default) or `strip`. Google's pages disagree.
    - `keep`: It is hashed, too. Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    - `strip`: It is removed. Source: <https://developers.google.com/data-manager/api>
    """
    default_calling_code: Text | None
    """The calling code of an entry of `phone_numbers` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it
    such a number is an issue.
    """
    ipv6: Literal["refuse", "omit", "send"] | None
    """What happens to an IPv6 address in `ip_override`, as Google documents an IPv4 address alone: `refuse` (default), `omit` or
    `send`.
    - `refuse`: It is an issue.
    - `omit`: The address is left out, with a warning.
    - `send`: It is sent.
    """
    max_events: int | None
    """Maximum number of events in one request, whether you or a delivery put them together (default 25, which is Google's limit).
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    max_bytes: int | None
    """Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 130,000, at most 133,120).
    Google's limit is "130 kB", and not said to be the one or the other.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    base_url: Text | None
    """The address of the API, by default that of `region`: `https` or `http`, a host, and an optional path; `/mp/collect` is appended,
    or `/debug/mp/collect` with `validation`.
    """


class _Ga4UserPropertyRequired(TypedDict):
    name: Text
    """The name: up to 24 letters, digits and `_`, the first one a letter. It does not begin with `_`, `firebase_`, `ga_` or `google_`, and is none of
    those that Analytics reserves. Required.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    value: Json
    """The value: a text of up to 36 characters, a number or a truth value. Whether numbers are kept as such is not documented. Required.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """


class Ga4UserProperty(_Ga4UserPropertyRequired, total=False):
    """A property of the user. `name` and `value` are required."""

    time: Time | None
    """When it was set: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. The rules are those of an event's `time`, but
    that a delivery does not check them again. Without it the event's own time counts.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """


class Ga4Address(TypedDict, total=False):
    """A name and an address of the user."""

    first_name: Text | None
    """The first name, plain. Hashed in lower case, without digits, symbols and white space around it. Not together with
    `sha256_first_name`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    last_name: Text | None
    """The last name, plain. Hashed as `first_name` is. Not together with `sha256_last_name`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    street: Text | None
    """Street and number, plain. Hashed in lower case, without symbols and white space around it. Not together with `sha256_street`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    sha256_first_name: Text | None
    """The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    sha256_last_name: Text | None
    """The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    sha256_street: Text | None
    """The SHA-256 digest of street and number: 64 hexadecimal digits, sent in lower case.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    city: Text | None
    """The city. Sent in lower case, without digits, symbols and white space around it; not hashed.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    region: Text | None
    """The region. Sent as `city` is.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    postal_code: Text | None
    """The postal code, sent as it is. How it is to be normalized is not documented.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    country: Text | None
    """The country, sent as it is: two letters in Google's examples.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """


class Ga4UserData(TypedDict, total=False):
    """Personal data of the user. Plain values are normalized and hashed here, ready digests are sent in addition to them."""

    email_addresses: Sequence[Text] | None
    """Email addresses, plain. Hashed in lower case, without white space, and for gmail.com and googlemail.com without points before the
    `@`; see also the setting `gmail_plus`. How many there may be is not documented.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    phone_numbers: Sequence[Text] | None
    """Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs
    the setting `default_calling_code`. How many there may be is not documented.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    sha256_email_address: Sequence[Text] | None
    """SHA-256 digests of email addresses in the form that `email_addresses` are hashed in: 64 hexadecimal digits, sent in lower case after
    those of `email_addresses`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    sha256_phone_number: Sequence[Text] | None
    """SHA-256 digests of phone numbers in the form that `phone_numbers` are hashed in: 64 hexadecimal digits, sent in lower case after
    those of `phone_numbers`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    address: Sequence[Ga4Address] | None
    """Names and addresses.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """


class Ga4Consent(TypedDict, total=False):
    """What the user has consented to. At least one field is required."""

    ad_user_data: Text | None
    """Consent to sending user data to Google for advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    ad_personalization: Text | None
    """Consent to personalized advertising: `GRANTED` or `DENIED`, in any case, sent in upper case.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """


class Ga4UserLocation(TypedDict, total=False):
    """Where the user is. At least one field is required."""

    city: Text | None
    """The city, such as `Mountain View`. One of the United States needs `country_id` and `region_id`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    region_id: Text | None
    """The region (ISO 3166-2), such as `US-CA`, sent in upper case.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    country_id: Text | None
    """The country (ISO 3166-1 alpha-2), such as `US`, sent in upper case.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    subcontinent_id: Text | None
    """The subcontinent (UN M49): three digits, such as `021`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    continent_id: Text | None
    """The continent (UN M49): three digits, such as `019`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """


class Ga4Device(TypedDict, total=False):
    """The device of the user. At least one field is required."""

    category: Text | None
    """The category, such as `desktop`, `tablet`, `mobile` or `smart TV`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    language: Text | None
    """The language (ISO 639-1), such as `en` or `en-US`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    screen_resolution: Text | None
    """The resolution of the screen: width, `x` and height, such as `1280x2856`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    operating_system: Text | None
    """The operating system, such as `Android`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    operating_system_version: Text | None
    """The version of the operating system, such as `14`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    model: Text | None
    """The model, such as `Pixel 9 Pro`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    brand: Text | None
    """The brand, such as `Google`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    browser: Text | None
    """The browser, such as `Chrome`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    browser_version: Text | None
    """The version of the browser, such as `136.0.7103.60`. Any text.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """


class Ga4Identity(TypedDict, total=False):
    """What all events of a request have in common."""

    app_instance_id: Text | None
    """App streams: the ID of the app's installation, 32 hexadecimal digits from Firebase's SDK (`getAppInstanceId`), sent as it is. An
    ID that the SDK has not used is not found in reports. Required for an app stream.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    client_id: Text | None
    """Web streams: the ID of the client, as the tag has it in the cookie `_ga`: two numbers with a point, or the cookie's whole
    value, such as `GA1.1.1234567890.1687758765`. Any text; others have a warning. Required for a web stream.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
    """
    user_id: Text | None
    """Your own ID of the user: up to 256 characters. It must not identify a person to others, such as an email address.
    Source: <https://support.google.com/analytics/answer/9213390>
    """
    user_properties: Sequence[Ga4UserProperty] | None
    """Properties of the user: up to 25.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_data: Ga4UserData | None
    """Personal data of the user, sent as digests. Google asks for `user_id` with it.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    consent: Ga4Consent | None
    """What the user has consented to. Without it, the consent of the user's events in the app or on the web counts.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_location: Ga4UserLocation | None
    """Where the user is. It counts before `ip_override`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    ip_override: Text | None
    """The IP address of the user, from which Analytics takes the geography: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for
    other IPv6 addresses see the setting `ipv6`. Analytics ignores it in addition to `user_location`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    device: Ga4Device | None
    """The device of the user. It counts before `user_agent`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_agent: Text | None
    """The user agent of the user's browser, as the browser sent it. Analytics ignores it in addition to `device`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    extra: Mapping[str, Json] | None
    """Further members of the request's body, sent as they are before `events`. It must not name a member that has a field
    here, or `events`, `timestamp_micros` or `validation_behavior`.
    """


class Ga4Item(TypedDict, total=False):
    """An item of an event. `item_id` or `item_name` is required. Members are sent in the order of the fields, and then those of `params`.
    Texts have up to 100 characters, see also the setting `analytics360`.
    """

    item_id: Text | None
    """The item's ID.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_name: Text | None
    """The item's name.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    affiliation: Text | None
    """The store, such as `Google Store`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    coupon: Text | None
    """The coupon of the item.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    currency: Text | None
    """The currency of `price` and `discount`: three letters (ISO 4217), sent in upper case.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    discount: Number | None
    """The discount of one unit: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    index: Number | None
    """The position in a list: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_brand: Text | None
    """The brand.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_category: Text | None
    """The first level of the category.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_category2: Text | None
    """The second level of the category.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_category3: Text | None
    """The third level of the category.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_category4: Text | None
    """The fourth level of the category.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_category5: Text | None
    """The fifth level of the category.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_list_id: Text | None
    """The ID of the list in which the user saw the item.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_list_name: Text | None
    """The name of the list in which the user saw the item.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    item_variant: Text | None
    """The variant, such as a color or a size.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    location_id: Text | None
    """The place of the item, such as a Google Place ID.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    price: Number | None
    """The price of one unit, in full units of the currency: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    quantity: Number | None
    """The number of units: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    creative_name: Text | None
    """The name of the promotion's creative.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    creative_slot: Text | None
    """The slot of the promotion's creative.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    promotion_id: Text | None
    """The ID of the promotion.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    promotion_name: Text | None
    """The name of the promotion.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    params: Mapping[str, Json] | None
    """Parameters of your own: names and values as those of an event's `params`, up to 10, see the setting `max_item_params`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """


class _Ga4EventRequired(TypedDict):
    name: Text
    """The event's name: up to 40 letters (A to Z in both cases), digits and `_`, the first one a letter, such as `purchase`. Upper and
    lower case differ. Names that Analytics reserves are refused. Required.
    Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
    <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """


class Ga4Event(_Ga4EventRequired, total=False):
    """An event. Required are `name`, and `app_instance_id` or `client_id`, as the stream is.

    The fields from `app_instance_id` to `user_agent`, and `extra`, are of the request. Each is sent as it is named here, in this order;
    the others are members of `events`. Their parameters (`params`) are sent in the order from `session_id` to `items`, and then those of
    `params`.
    """

    app_instance_id: Text | None
    """App streams: the ID of the app's installation, 32 hexadecimal digits from Firebase's SDK (`getAppInstanceId`), sent as it is. An
    ID that the SDK has not used is not found in reports. Required for an app stream.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    client_id: Text | None
    """Web streams: the ID of the client, as the tag has it in the cookie `_ga`: two numbers with a point, or the cookie's whole
    value, such as `GA1.1.1234567890.1687758765`. Any text; others have a warning. Required for a web stream.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference?client_type=gtag>
    """
    user_id: Text | None
    """Your own ID of the user: up to 256 characters. It must not identify a person to others, such as an email address.
    Source: <https://support.google.com/analytics/answer/9213390>
    """
    user_properties: Sequence[Ga4UserProperty] | None
    """Properties of the user: up to 25.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_data: Ga4UserData | None
    """Personal data of the user, sent as digests. Google asks for `user_id` with it.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>
    """
    consent: Ga4Consent | None
    """What the user has consented to. Without it, the consent of the user's events in the app or on the web counts.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_location: Ga4UserLocation | None
    """Where the user is. It counts before `ip_override`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    ip_override: Text | None
    """The IP address of the user, from which Analytics takes the geography: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for
    other IPv6 addresses see the setting `ipv6`. Analytics ignores it in addition to `user_location`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    device: Ga4Device | None
    """The device of the user. It counts before `user_agent`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    user_agent: Text | None
    """The user agent of the user's browser, as the browser sent it. Analytics ignores it in addition to `device`.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    time: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in microseconds. Up to 72 hours ago, see the setting
    `too_old`. Without it Analytics takes the time of receipt.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
    """
    session_id: Json
    """The session, from the SDK or the tag: a positive whole number, or a text of its digits; sent as it is given. A new one begins a
    session. Without it reports such as Realtime may not show the event. It is never made up.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    engagement_time_msec: int | None
    """The time of the user's engagement since the preceding event: an integer of milliseconds, not negative. Without it
    reports such as that of active users may miss the event. It is never made up.
    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
    """
    debug_mode: bool | None
    """Whether DebugView shows the event. `false` is the same as no value, and is not sent: Analytics takes a `false` on the wire for `true`.
    Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/verify-implementation>,
    <https://support.google.com/analytics/answer/7201382>
    """
    transaction_id: Text | None
    """The ID of the transaction: up to 100 characters. Required for `purchase` and `refund`. Google documents that web streams
    drop a second `purchase` with the same one, and app streams do not; whether that holds for this protocol is not documented.
    Sources: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>,
    <https://support.google.com/analytics/answer/12313109>
    """
    value: Number | None
    """The value of the event in full units of `currency`: a decimal, sent as a number. For items it is the sum of price times
    quantity, without shipping and tax. Required with `currency`, and for `purchase` and `refund`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    currency: Text | None
    """The currency of `value`: three letters (ISO 4217), sent in upper case. Required with `value`, except for
    `spend_virtual_currency` and `earn_virtual_currency`.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    shipping: Number | None
    """The cost of shipping in `currency`: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    tax: Number | None
    """The tax in `currency`: a decimal, sent as a number.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    items: Sequence[Ga4Item] | None
    """The items: 1 to 200.
    Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
    """
    params: Mapping[str, Json] | None
    """The other parameters: texts of up to 100 characters (`page_title` 300, `page_referrer` 420, `page_location` 1,000; see also the
    setting `analytics360`), numbers and truth values, in your order. Names have up to 40 letters, digits and `_`, the first one a
    letter, and do not begin with `_`, `firebase_`, `ga_`, `google_` or `gtag.`. An event has up to 25 parameters, those of fields
    of their own included.
    Sources: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>,
    <https://support.google.com/analytics/answer/9267744>
    """
    extra: Mapping[str, Json] | None
    """Further members of the request's body, sent as they are before `events`. It must not name a member that has a field
    here, or `events`, `timestamp_micros` or `validation_behavior`.
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


class Ga4EventMessage(Ga4Event):
    """A message of the kind `event` in a request of several."""

    kind: Literal["event"]


Ga4Message: TypeAlias = Ga4EventMessage
"""One message of a request of several."""


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


Provider: TypeAlias = Literal["adjust", "appsflyer", "ga4", "metrix", "metrix_inapp"]
"""The provider APIs."""

RequestKind: TypeAlias = Literal[
    "event",
    "ad_revenue",
    "session",
    "third_party_sharing",
    "gdpr_forget_device",
    "user",
    "action",
    "revenue",
    "business_event",
    "events",
    "messages",
]
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
    "invalid_stream_id",
    "invalid_segment",
    "invalid_choice",
    "too_long",
    "invalid_name",
    "reserved_name",
    "invalid_shape",
    "too_many_params",
    "too_many_items",
    "too_many_item_params",
    "too_many_user_properties",
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
    "undocumented_name",
    "already_encoded",
    "float_noise",
    "may_be_rounded",
    "currency_not_listed",
    "will_be_redated",
    "near_size_limit",
    "counts_as_ios_14_5",
    "unknown_predefined_name",
    "undocumented_spelling",
    "reports_incomplete",
    "missing_recommended",
    "missing_user_id",
    "ignored_field",
    "unusual_client_id",
    "same_time_may_be_dropped",
]
"""The stable codes of issues and warnings."""
