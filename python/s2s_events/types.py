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
    maximum is in the error table of <https://dev.adjust.com/en/api/s2s-api/>.
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


class _BranchConfigRequired(TypedDict):
    branch_key: Text
    """The key of the app: `key_live_` or `key_test_` and visible ASCII, from the dashboard. Sent in the body. It decides between the
    live and the test environment; no response of Branch says which one it was. Required.
    Source: <https://help.branch.io/apidocs/events>
    """


class BranchConfig(_BranchConfigRequired, total=False):
    """The configuration of one app of Branch. `branch_key` is required. Branch's secret is not needed, and must not be sent."""

    extra_standard_names: Sequence[Text] | None
    """Names of standard events that this library does not know yet: visible ASCII without spaces. The kind `standard` accepts them, and
    `custom` refuses them. Upper and lower case differ. Default: none.
    Source: <https://help.branch.io/apidocs/events>
    """
    require_os_version: Literal["warn", "require", "ignore"] | None
    """What happens to an event of iOS or Android without `os_version`, which Branch asks for with events of servers: `warn` (default),
    `require` or `ignore`.
    Source: <https://help.branch.io/developer-hub/track-branch-events>
    - `warn`: It is sent, with a warning.
    - `require`: It is an issue.
    - `ignore`: It is sent.
    """
    negative_revenue: Literal["refuse", "send"] | None
    """What happens to a negative `revenue`: `refuse` (default) or `send`. Branch does not document it; others say that it is not
    supported.
    - `refuse`: It is an issue.
    - `send`: It is sent.
    """
    missing_currency: Literal["refuse", "send"] | None
    """What happens to `revenue`, `shipping` or `tax` without `currency`, which Branch counts as US dollars: `refuse` (default) or
    `send` (with a warning).
    Source: <https://help.branch.io/developer-hub/track-branch-events>
    - `refuse`: It is an issue.
    - `send`: They are sent, with a warning: Branch counts US dollars.
    """
    undocumented_parts: Literal["warn", "refuse", "send"] | None
    """What happens to parts of an event that Branch's pages do not agree to take: fields of `event_data` other than `description`
    with a custom event, and `content_items` with a custom or a lifecycle event. `warn` (default), `refuse` or `send`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    - `warn`: They are sent, with a warning.
    - `refuse`: They are an issue.
    - `send`: They are sent.
    """
    custom_fields_as: Literal["string", "object"] | None
    """The form in which `custom_fields` of an item are sent, as Branch's pages disagree: `string` (default, a text of JSON) or
    `object`.
    Sources: <https://help.branch.io/developer-hub/track-branch-events>, <https://help.branch.io/apidocs/events>
    - `string`: A text of JSON. Source: <https://help.branch.io/developer-hub/track-branch-events>
    - `object`: An object. Source: <https://help.branch.io/apidocs/events>
    """
    product_category: Literal["as_given", "constant", "display"] | None
    """The form in which `product_category` of an item is sent, as Branch's pages disagree: `as_given` (default), `constant` (such as
    `SPORTING_GOODS`) or `display` (such as `Sporting Goods`).
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    - `as_given`: The form in which it was given.
    - `constant`: The constant, such as `SPORTING_GOODS`.
    - `display`: The name for display, such as `Sporting Goods`.
    """
    late: Literal["warn", "refuse", "send"] | None
    """What happens to an event that happened longer ago than `max_delay` when its request is built: `warn` (default), `refuse` or
    `send`. Branch takes no time and records an event when it arrives. A delivery does not check it again: its setting `max_age_ms` says
    how long an event may wait there.
    Source: <https://help.branch.io/apidocs/events/overview>
    - `warn`: It is sent, with a warning: Branch records it at the time of its arrival.
    - `refuse`: It is an issue.
    - `send`: It is sent.
    """
    max_delay: int | None
    """Number of seconds after which an event is late (default 86,400, 24 hours). Branch asks for events as they happen, and documents
    no limit.
    Source: <https://help.branch.io/apidocs/events/overview>
    """
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Branch documents no limit."""
    ip_override: bool | None
    """Whether `ip` of `user_data` is also sent as the header `X-IP-Override` (default `false`), from which Branch takes the geography
    once its support has allowed that for the app. Until then the header is ignored. With it, `ip` is required.
    Source: <https://help.branch.io/developer-hub/track-branch-events>
    """
    base_url: Text | None
    """The address of the API (default `https://api2.branch.io`): `https` or `http`, a host, and an optional path; `/v2/event/standard`
    or `/v2/event/custom` is appended. Branch documents no address in the European Union for this API.
    Source: <https://help.branch.io/apidocs/events>
    """


class BranchUserData(TypedDict, total=False):
    """Who the user is, and what is known of the device. At least one of `developer_identity`, `idfa`, `idfv`, `aaid`, `android_id` and
    `browser_fingerprint_id` is required. Members are sent in the order of the fields.
    """

    developer_identity: Text | None
    """Your own ID of the user, as the app gives it to Branch's SDK (`setIdentity`). Sent as it is; no hashing is documented. A number is
    refused, by Branch, too.
    Source: <https://help.branch.io/apidocs/events>
    """
    idfa: Text | None
    """iOS: the advertising identifier, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
    Source: <https://help.branch.io/apidocs/events>
    """
    idfv: Text | None
    """iOS: the identifier for vendors, a UUID, sent in upper case with hyphens. One of zeros is not sent. Only with `os` `iOS`.
    Source: <https://help.branch.io/apidocs/events>
    """
    aaid: Text | None
    """Android: Google's advertising ID, a UUID, sent in lower case with hyphens. One of zeros is not sent. Only with `os` `Android`.
    Source: <https://help.branch.io/apidocs/events>
    """
    android_id: Text | None
    """Android: the ID of the device, 1 to 16 hexadecimal digits, sent in lower case. One of zeros is not sent. Only with `os` `Android`.
    Source: <https://help.branch.io/apidocs/events>
    """
    browser_fingerprint_id: Text | None
    """Branch's ID of a browser, from its SDK.
    Source: <https://help.branch.io/apidocs/events>
    """
    randomized_device_token: Text | None
    """Branch's ID of a device, from its SDK. It does not identify a user.
    Source: <https://help.branch.io/apidocs/events>
    """
    anon_id: Text | None
    """iOS: Facebook's anonymous ID, needed for its aggregated event measurement. Only with `os` `iOS`.
    Source: <https://help.branch.io/apidocs/events>
    """
    advertising_ids: Mapping[str, Text] | None
    """Other advertising identifiers by their names, such as `oaid`. Sent as they are; one of zeros is not sent. They do not identify a user.
    Source: <https://help.branch.io/apidocs/events>
    """
    os: Text | None
    """The operating system: `iOS` or `Android` in any case, or another one, such as `MAC_OS`, `LINUX` or `WINDOWS`. Required with a
    field of iOS or Android.
    Source: <https://help.branch.io/apidocs/events>
    """
    os_version: Json
    """The version of the operating system: a text, such as `17.1`, or an integer, as Branch's Android SDK sends the API level. Branch
    asks for it with events of servers, see the setting `require_os_version`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    environment: Text | None
    """The environment, usually `FULL_APP`. Any text; its values are not documented.
    Source: <https://help.branch.io/apidocs/events>
    """
    brand: Text | None
    """The brand of the device, such as `LGE`.
    Source: <https://help.branch.io/apidocs/events>
    """
    model: Text | None
    """The model of the device, such as `Nexus 5X`.
    Source: <https://help.branch.io/apidocs/events>
    """
    app_version: Text | None
    """The version of the app.
    Source: <https://help.branch.io/apidocs/events>
    """
    country: Text | None
    """The country of the device, such as `US`. Any text.
    Source: <https://help.branch.io/apidocs/events>
    """
    language: Text | None
    """The language of the device, such as `en`. Any text.
    Source: <https://help.branch.io/apidocs/events>
    """
    screen_dpi: int | None
    """The density of the screen in dots per inch, not negative.
    Source: <https://help.branch.io/apidocs/events>
    """
    screen_height: int | None
    """The height of the screen in pixels, not negative.
    Source: <https://help.branch.io/apidocs/events>
    """
    screen_width: int | None
    """The width of the screen in pixels, not negative.
    Source: <https://help.branch.io/apidocs/events>
    """
    limit_ad_tracking: bool | None
    """Whether the user has limited ad tracking.
    Source: <https://help.branch.io/apidocs/events>
    """
    ip: Text | None
    """The IP address of the user, IPv4 or IPv6, sent as it is. Whether Branch takes IPv6 is not documented. See also the setting
    `ip_override`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    local_ip: Text | None
    """Android: the address of the device in its own network, IPv4 or IPv6, sent as it is. Only with `os` `Android`.
    Source: <https://help.branch.io/apidocs/events>
    """
    user_agent: Text | None
    """The user agent of the browser or web view, as it sent it.
    Source: <https://help.branch.io/apidocs/events>
    """
    http_origin: Text | None
    """The header `Origin` of the browser or web view.
    Source: <https://help.branch.io/apidocs/events>
    """
    http_referrer: Text | None
    """The header `Referer` of the browser or web view.
    Source: <https://help.branch.io/apidocs/events>
    """
    google_analytics_id: Text | None
    """The user's ID in Google Analytics.
    Source: <https://help.branch.io/apidocs/events>
    """
    dma_eea: bool | None
    """Whether the user is in the European Economic Area. If so, `dma_ad_personalization` and `dma_ad_user_data` are required.
    Source: <https://help.branch.io/apidocs/events>
    """
    dma_ad_personalization: bool | None
    """Whether the user has consented to personalized advertising. Needs `dma_eea`.
    Source: <https://help.branch.io/apidocs/events>
    """
    dma_ad_user_data: bool | None
    """Whether the user has consented to sending user data for advertising. Needs `dma_eea`.
    Source: <https://help.branch.io/apidocs/events>
    """
    extra: Mapping[str, Json] | None
    """Further members, sent as they are. It must not name a member that has a field here, or `device_fingerprint_id`, the older name of
    `randomized_device_token`.
    """


class BranchEventData(TypedDict, total=False):
    """Revenue and other data of an event. At least one field is required. Members are sent in the order of the fields."""

    transaction_id: Text | None
    """Your own ID of the transaction. No deduplication by it is documented.
    Source: <https://help.branch.io/apidocs/events>
    """
    revenue: Number | None
    """The revenue in full units of `currency`: a decimal, sent as a number. For a negative one see the setting `negative_revenue`.
    Source: <https://help.branch.io/apidocs/events>
    """
    currency: Text | None
    """The currency of `revenue`, `shipping`, `tax` and the prices of items: three letters (ISO 4217), sent in upper case. Required with
    the first three, see the setting `missing_currency`: without it Branch counts US dollars.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    shipping: Number | None
    """The cost of shipping in `currency`: a decimal, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    tax: Number | None
    """The tax in `currency`: a decimal, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    coupon: Text | None
    """The coupon.
    Source: <https://help.branch.io/apidocs/events>
    """
    affiliation: Text | None
    """The affiliation, such as a store.
    Source: <https://help.branch.io/apidocs/events>
    """
    description: Text | None
    """A description of the event.
    Source: <https://help.branch.io/apidocs/events>
    """
    search_query: Text | None
    """What the user searched for.
    Source: <https://help.branch.io/apidocs/events>
    """
    ad_type: Text | None
    """The sort of an ad, for `CLICK_AD` and `VIEW_AD`: `BANNER`, `INTERSTITIAL`, `REWARDED_VIDEO` or `NATIVE` in any case, sent in upper
    case. With other standard events it has a warning. Not documented for this API; it is known from Branch's SDKs.
    """
    extra: Mapping[str, Json] | None
    """Members of your own: texts, numbers and truth values, in your order after the others. It must not name a member that has a
    field here.
    Source: <https://help.branch.io/developer-hub/track-branch-events>
    """


class BranchContentItem(TypedDict, total=False):
    """A product or content that an event is about. At least one field is required. Members are sent in the order of the fields."""

    content_schema: Text | None
    """The sort of content, in any case: `COMMERCE_AUCTION`, `COMMERCE_BUSINESS`, `COMMERCE_OTHER`, `COMMERCE_PRODUCT`,
    `COMMERCE_RESTAURANT`, `COMMERCE_SERVICE`, `COMMERCE_TRAVEL_FLIGHT`, `COMMERCE_TRAVEL_HOTEL`, `COMMERCE_TRAVEL_OTHER`, `GAME_STATE`,
    `MEDIA_IMAGE`, `MEDIA_MIXED`, `MEDIA_MUSIC`, `MEDIA_OTHER`, `MEDIA_VIDEO`, `OTHER`, `TEXT_ARTICLE`, `TEXT_BLOG`, `TEXT_OTHER`,
    `TEXT_RECIPE`, `TEXT_REVIEW`, `TEXT_SEARCH_RESULTS`, `TEXT_STORY` or `TEXT_TECHNICAL_DOC`.
    Source: <https://help.branch.io/apidocs/events>
    """
    og_title: Text | None
    """The title.
    Source: <https://help.branch.io/apidocs/events>
    """
    og_description: Text | None
    """The description.
    Source: <https://help.branch.io/apidocs/events>
    """
    og_image_url: Text | None
    """The address of an image. Any text.
    Source: <https://help.branch.io/apidocs/events>
    """
    canonical_identifier: Text | None
    """The one ID of the content, such as `nike/5324`.
    Source: <https://help.branch.io/apidocs/events>
    """
    canonical_url: Text | None
    """The one address of the content. Any text.
    Source: <https://help.branch.io/apidocs/events>
    """
    publicly_indexable: bool | None
    """Whether others may find the content.
    Source: <https://help.branch.io/apidocs/events>
    """
    locally_indexable: bool | None
    """Whether the device may find the content.
    Source: <https://help.branch.io/apidocs/events>
    """
    price: Number | None
    """The price of one unit: a decimal, sent as a number. Its currency is that of `event_data`, without which Branch counts US dollars.
    Source: <https://help.branch.io/apidocs/events>
    """
    currency: Text | None
    """The currency of `price`: three letters (ISO 4217), sent in upper case. Not documented for this API; it is known from Branch's SDKs."""
    quantity: Number | None
    """The quantity: a decimal, not negative, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    sku: Text | None
    """The stock keeping unit.
    Source: <https://help.branch.io/apidocs/events>
    """
    product_name: Text | None
    """The product's name.
    Source: <https://help.branch.io/apidocs/events>
    """
    product_brand: Text | None
    """The product's brand.
    Source: <https://help.branch.io/apidocs/events>
    """
    product_category: Text | None
    """The product's category, as a constant or as the name for display, in any case; for the form that is sent see the setting
    `product_category`. `ANIMALS_AND_PET_SUPPLIES` (`Animals & Pet Supplies`), `APPAREL_AND_ACCESSORIES` (`Apparel & Accessories`),
    `ARTS_AND_ENTERTAINMENT` (`Arts & Entertainment`), `BABY_AND_TODDLER` (`Baby & Toddler`), `BUSINESS_AND_INDUSTRIAL` (`Business &
    Industrial`), `CAMERAS_AND_OPTICS` (`Cameras & Optics`), `ELECTRONICS` (`Electronics`), `FOOD_BEVERAGES_AND_TOBACCO` (`Food,
    Beverages & Tobacco`), `FURNITURE` (`Furniture`), `HARDWARE` (`Hardware`), `HEALTH_AND_BEAUTY` (`Health & Beauty`),
    `HOME_AND_GARDEN` (`Home & Garden`), `LUGGAGE_AND_BAGS` (`Luggage & Bags`), `MATURE` (`Mature`), `MEDIA` (`Media`),
    `OFFICE_SUPPLIES` (`Office Supplies`), `RELIGIOUS_AND_CEREMONIAL` (`Religious & Ceremonial`), `SOFTWARE` (`Software`),
    `SPORTING_GOODS` (`Sporting Goods`), `TOYS_AND_GAMES` (`Toys & Games`) or `VEHICLES_AND_PARTS` (`Vehicles & Parts`).
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    product_variant: Text | None
    """The product's variant, such as a size.
    Source: <https://help.branch.io/apidocs/events>
    """
    condition: Text | None
    """The product's condition, in any case: `OTHER`, `NEW`, `EXCELLENT`, `GOOD`, `FAIR`, `POOR`, `USED` or `REFURBISHED`.
    Source: <https://help.branch.io/apidocs/events>
    """
    rating: Number | None
    """The user's own rating: a decimal, not negative, sent as a number. Not documented for this API; it is known from Branch's SDKs."""
    rating_average: Number | None
    """The average rating: a decimal, not negative, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    rating_count: Number | None
    """The number of ratings: a decimal, not negative, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    rating_max: Number | None
    """The largest possible rating: a decimal, not negative, sent as a number.
    Source: <https://help.branch.io/apidocs/events>
    """
    address_street: Text | None
    """The street of the content's place.
    Source: <https://help.branch.io/apidocs/events>
    """
    address_city: Text | None
    """The city of the content's place.
    Source: <https://help.branch.io/apidocs/events>
    """
    address_region: Text | None
    """The region of the content's place.
    Source: <https://help.branch.io/apidocs/events>
    """
    address_country: Text | None
    """The country of the content's place. Any text.
    Source: <https://help.branch.io/apidocs/events>
    """
    address_postal_code: Text | None
    """The postal code of the content's place.
    Source: <https://help.branch.io/apidocs/events>
    """
    latitude: Number | None
    """The latitude in degrees: a decimal, sent as a number. One beyond ±90 has a warning, as Branch documents no range.
    Source: <https://help.branch.io/apidocs/events>
    """
    longitude: Number | None
    """The longitude in degrees: a decimal, sent as a number. One beyond ±180 has a warning, as Branch documents no range.
    Source: <https://help.branch.io/apidocs/events>
    """
    keywords: Sequence[Text] | None
    """Keywords.
    Source: <https://help.branch.io/apidocs/events>
    """
    image_captions: Sequence[Text] | None
    """Captions of images.
    Source: <https://help.branch.io/apidocs/events>
    """
    creation_timestamp: Time | None
    """When the content was created: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds.
    Source: <https://help.branch.io/apidocs/events>
    """
    exp_date: Time | None
    """When the content expires: RFC 3339, or an integer of Unix milliseconds; sent in milliseconds. 0 is no limit.
    Source: <https://help.branch.io/apidocs/events>
    """
    custom_fields: Mapping[str, Json] | None
    """Data of your own, of any JSON. For the form that is sent see the setting `custom_fields_as`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the item, sent as they are under the names that you give. Branch's SDKs write data of your own so; it is not
    documented for this API. It must not name a member that has a field here.
    """


class _BranchStandardRequired(TypedDict):
    name: Text
    """The event's name, exactly. Commerce: `ADD_TO_CART`, `ADD_TO_WISHLIST`, `VIEW_CART`, `INITIATE_PURCHASE`, `ADD_PAYMENT_INFO`,
    `CLICK_AD`, `PURCHASE`, `RESERVE`, `SPEND_CREDITS`, `VIEW_AD`. Content: `SEARCH`, `VIEW_ITEM`, `VIEW_ITEMS`, `RATE`, `SHARE`,
    `INITIATE_STREAM`, `COMPLETE_STREAM`. Lifecycle: `COMPLETE_REGISTRATION`, `COMPLETE_TUTORIAL`, `ACHIEVE_LEVEL`,
    `UNLOCK_ACHIEVEMENT`, `INVITE`, `LOGIN`, `START_TRIAL`, `SUBSCRIBE`. `OPT_IN` and `OPT_OUT` are sent with a warning. See also the
    setting `extra_standard_names`. Required.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    user_data: BranchUserData
    """Who the user is, and what is known of the device. Required.
    Source: <https://help.branch.io/apidocs/events>
    """


class BranchStandard(_BranchStandardRequired, total=False):
    """A standard event. Required are `name` and `user_data`.

    Members are sent in the order of the fields, but for `user_data`, which is the first, and `time`, which is not sent.
    """

    customer_event_alias: Text | None
    """Your own name for the event, in addition to `name`.
    Source: <https://help.branch.io/apidocs/events>
    """
    time: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds. It is **not sent**: Branch has no field for it, and
    records the event when it arrives. It serves the check of the settings `late` and `max_delay` alone.
    Source: <https://help.branch.io/apidocs/events/overview>
    """
    event_data: BranchEventData | None
    """Revenue and other data of the event. Branch's pages disagree whether a custom event may have more of it than `description`
    and members of your own, see the setting `undocumented_parts`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    content_items: Sequence[BranchContentItem] | None
    """The products or contents that the event is about. Branch documents them for commerce and content events alone, see the
    setting `undocumented_parts`. How many there may be is not documented.
    Source: <https://help.branch.io/apidocs/events>
    """
    custom_data: Mapping[str, Json] | None
    """Data of your own: texts, numbers and truth values, in your order. Arrays and objects are sent with a warning: the
    documentation has flat data.
    Source: <https://help.branch.io/apidocs/events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the body, such as `partner_data` of Branch's SDKs, sent as they are before `branch_key`. It must not name a
    member that has a field here, or `branch_key`, `meta_data` or `metadata`.
    """


class _BranchCustomRequired(TypedDict):
    name: Text
    """The event's name, such as `picture swiped`. It must not be the name of a standard event, which Branch refuses, or `custom event`.
    `open`, `close`, `install` and `referred session` are Branch's own events, and sent with a warning. Required.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    user_data: BranchUserData
    """Who the user is, and what is known of the device. Required.
    Source: <https://help.branch.io/apidocs/events>
    """


class BranchCustom(_BranchCustomRequired, total=False):
    """A custom event. Required are `name` and `user_data`.

    Members are sent in the order of the fields, but for `user_data`, which is the first, and `time`, which is not sent.
    """

    customer_event_alias: Text | None
    """Your own name for the event, in addition to `name`.
    Source: <https://help.branch.io/apidocs/events>
    """
    time: Time | None
    """When the event happened: RFC 3339, or an integer of Unix milliseconds. It is **not sent**: Branch has no field for it, and
    records the event when it arrives. It serves the check of the settings `late` and `max_delay` alone.
    Source: <https://help.branch.io/apidocs/events/overview>
    """
    event_data: BranchEventData | None
    """Revenue and other data of the event. Branch's pages disagree whether a custom event may have more of it than `description`
    and members of your own, see the setting `undocumented_parts`.
    Sources: <https://help.branch.io/apidocs/events>, <https://help.branch.io/developer-hub/track-branch-events>
    """
    content_items: Sequence[BranchContentItem] | None
    """The products or contents that the event is about. Branch documents them for commerce and content events alone, see the
    setting `undocumented_parts`. How many there may be is not documented.
    Source: <https://help.branch.io/apidocs/events>
    """
    custom_data: Mapping[str, Json] | None
    """Data of your own: texts, numbers and truth values, in your order. Arrays and objects are sent with a warning: the
    documentation has flat data.
    Source: <https://help.branch.io/apidocs/events>
    """
    meta_data: Mapping[str, Json] | None
    """More data of your own: values as those of `custom_data`. What Branch does with it is not documented.
    Source: <https://help.branch.io/apidocs/events>
    """
    extra: Mapping[str, Json] | None
    """Further members of the body, such as `partner_data` of Branch's SDKs, sent as they are before `branch_key`. It must not name a
    member that has a field here, or `branch_key`, `meta_data` or `metadata`.
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


class _MetaConfigRequired(TypedDict):
    dataset_id: Text
    """The ID of the dataset or pixel: digits, from Events Manager. App events need a dataset that is linked to exactly one app. Part of the
    path. Required.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
    """
    access_token: Text
    """The access token: visible ASCII, from Events Manager or of a system user. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    """


class MetaConfig(_MetaConfigRequired, total=False):
    """The configuration of one dataset of Meta. `dataset_id` and `access_token` are required."""

    api_version: Text | None
    """The version of the API: `v` and two numbers with a point (default `v25.0`, that of Meta's samples of February 2026). Part of the
    path. Meta's pages disagree about how long a version is supported, from 90 days to two years.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    """
    token_in: Literal["query", "body"] | None
    """Where the access token is sent: `query` (default, the only place documented for a JSON body) or `body`, which keeps it out of URLs
    and the logs of proxies. Meta documents the body for forms alone, and its own libraries send both.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    - `query`: In the URL, as `access_token`.
    - `body`: In the body, as its first member `access_token`.
    """
    test_event_code: Text | None
    """A test code from Events Manager: visible ASCII, such as `TEST123`. Events with it are shown under Test Events and **count all the
    same**, so every request has a warning. Remove it in production.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    """
    partner_agent: Text | None
    """The name of a partner's platform: fewer than 23 characters, at least two of them letters (A to Z in both cases).
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>
    """
    external_id: Literal["hash", "plain"] | None
    """How plain `external_ids` are sent: `hash` (default, which Meta recommends) or `plain`. Every channel has to use the same form.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    - `hash`: As digests.
    - `plain`: As they are, without white space around them.
    """
    name_spaces: Literal["keep", "remove"] | None
    """What happens to white space inside of `first_name` and `last_name` before they are hashed: `keep` (default, as Meta's page has it) or
    `remove` (as its parameter builder does).
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    - `keep`: It is hashed, too.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    - `remove`: It is removed. Source: <https://github.com/facebook/capi-param-builder>
    """
    madid_case: Literal["lower", "keep"] | None
    """The case of letters in `madid`, which Meta does not document: `lower` (default, that of its sample) or `keep`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    - `lower`: Lower case.
    - `keep`: As it is given.
    """
    default_calling_code: Text | None
    """The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a number
    is an issue.
    """
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Meta documents nothing about events in the
    future.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    max_events: int | None
    """Maximum number of events in one request, whether you or a delivery put them together: 1 (default) to 1,000, which is Meta's limit.
    One invalid event refuses all events of its request.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    """
    max_bytes: int | None
    """Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). Meta documents no
    limit.
    """
    base_url: Text | None
    """The address of the API, `https://graph.facebook.com` by default: `https` or `http`, a host, and an optional path; the version, the
    dataset and `/events` are appended. Set it for a Conversions API Gateway.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
    """


class MetaOriginalEvent(TypedDict, total=False):
    """The earlier event that an event is about. At least one field is required."""

    event_name: Text | None
    """The name of that event.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    time: Time | None
    """When that event happened: RFC 3339, or an integer of Unix milliseconds, of any age; sent in whole seconds.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    order_id: Text | None
    """The ID of its order.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    event_id: Text | None
    """The ID of that event.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """


class MetaUserData(TypedDict, total=False):
    """The user. Plain values are normalized and hashed here; of lists, ready digests are sent in addition to them. At least one identifier is
    required.

    Meta refuses events that have nothing but identifiers of one of these groups: `city`, `country`, `state`, `zip_code`, `gender` and
    `client_user_agent`; `date_of_birth` and `client_user_agent`; `first_name` and `gender`; `last_name` and `gender`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/best-practices>
    """

    emails: Sequence[Text] | None
    """Email addresses, plain. Hashed in lower case, without white space around them.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_emails: Sequence[Text] | None
    """SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case after those of
    `emails`. The appendix of Meta's libraries, a point with two or eight characters, may follow.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    phones: Sequence[Text] | None
    """Phone numbers, plain, beginning with `+` or `00`. Hashed as their digits with the calling code. A number that begins otherwise needs
    the setting `default_calling_code`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_phones: Sequence[Text] | None
    """SHA-256 digests of phone numbers in the form that `phones` are hashed in: 64 hexadecimal digits, sent in lower case after those of
    `phones`. The appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    first_name: Text | None
    """The first name, plain. Hashed in lower case, without punctuation and white space around it; see also the setting `name_spaces`. Not
    together with `hashed_first_name`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_first_name: Text | None
    """The SHA-256 digest of the first name in the form that `first_name` is hashed in: 64 hexadecimal digits, sent in lower case. The
    appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    last_name: Text | None
    """The last name, plain. Hashed as `first_name` is. Not together with `hashed_last_name`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_last_name: Text | None
    """The SHA-256 digest of the last name in the form that `last_name` is hashed in: 64 hexadecimal digits, sent in lower case. The
    appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    date_of_birth: Text | None
    """The date of birth, plain. `YYYY-MM-DD` or `YYYYMMDD`, from 1900 on; hashed as `YYYYMMDD`. Not together with `hashed_date_of_birth`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_date_of_birth: Text | None
    """The SHA-256 digest of the date of birth in the form that `date_of_birth` is hashed in: 64 hexadecimal digits, sent in lower case. The
    appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    gender: Text | None
    """The gender, plain. `f`, `m`, `female` or `male`, in any case; hashed as `f` or `m`. Not together with `hashed_gender`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_gender: Text | None
    """The SHA-256 digest of the gender in the form that `gender` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
    Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    city: Text | None
    """The city, plain. Hashed as its letters in lower case, of any script. Not together with `hashed_city`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_city: Text | None
    """The SHA-256 digest of the city in the form that `city` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
    Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    state: Text | None
    """The state or province, plain. In the United States its code of two letters, such as `ca`. Hashed as its letters in lower case and its
    digits. Not together with `hashed_state`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_state: Text | None
    """The SHA-256 digest of the state in the form that `state` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
    Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    zip_code: Text | None
    """The postal code, plain. Hashed in lower case, without white space and dashes; with a `country` `us`, or in the form `98121-4892`, as
    its first five digits. Not together with `hashed_zip_code`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_zip_code: Text | None
    """The SHA-256 digest of the postal code in the form that `zip_code` is hashed in: 64 hexadecimal digits, sent in lower case. The
    appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    country: Text | None
    """The country, plain. Two letters (ISO 3166-1), hashed in lower case. Not together with `hashed_country`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_country: Text | None
    """The SHA-256 digest of the country in the form that `country` is hashed in: 64 hexadecimal digits, sent in lower case. The appendix of
    Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    external_ids: Sequence[Text] | None
    """Your own IDs of the user, plain, such as those of a loyalty program. Hashed without white space around them, in their case; see also
    the setting `external_id`. Every channel has to use the same form.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    hashed_external_ids: Sequence[Text] | None
    """SHA-256 digests of your own IDs of the user in the form that `external_ids` are hashed in: 64 hexadecimal digits, sent in lower case
    after those of `external_ids`. The appendix of Meta's libraries may follow, as in `hashed_emails`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    client_ip_address: Text | None
    """The IP address of the user: IPv4 or IPv6, sent as it is given.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    client_user_agent: Text | None
    """The user agent of the user's browser, as the browser sent it. Required for a `website`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    fbc: Text | None
    """The click, as in the cookie `_fbc`: `fb.`, the index of the subdomain (1 where a server makes it), a point, Unix milliseconds, a
    point and the parameter `fbclid` in its case, such as `fb.1.1554763741205.AbCdEfGhIjKlMnOpQrStUvWxYz1234567890`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    fbp: Text | None
    """The browser, as in the cookie `_fbp`: `fb.`, the index of the subdomain, a point, Unix milliseconds, a point and a random number,
    such as `fb.1.1596403881668.1116446470`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    madid: Text | None
    """The advertising ID of the device, IDFA or GAID: a UUID with hyphens, sent in lower case; see also the setting `madid_case`. One of
    zeros, which means that tracking is not allowed, is never sent.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    anon_id: Text | None
    """The ID of the app's installation. Only with `action_source` `app`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    subscription_id: Text | None
    """The ID of the user's subscription.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    fb_login_id: int | None
    """The ID that Facebook Login has given the user: not negative.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    lead_id: int | None
    """The ID of a lead of Meta's lead ads: not negative.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    page_id: Text | None
    """The ID of the page.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    page_scoped_user_id: Text | None
    """The user's ID for the page.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    ctwa_clid: Text | None
    """The click on an ad that leads to WhatsApp.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    ig_account_id: Text | None
    """The ID of the Instagram account.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """
    ig_sid: Text | None
    """The user's ID for the Instagram account.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """


class _MetaExtinfoRequired(TypedDict):
    version: Text
    """The version of the list: `a2` (Android) or `i2` (iOS). Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    os_version: Text
    """The version of the operating system, such as `10.1.1`. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """


class MetaExtinfo(_MetaExtinfoRequired, total=False):
    """The device of an app event: the 16 texts of `extinfo`, in their order. What is absent is sent as an empty text, as Meta documents it."""

    package: Text | None
    """The package of the app, such as `com.some.app`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    short_version: Text | None
    """The short version of the app, such as `771`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    long_version: Text | None
    """The long version of the app, such as `Version 7.7.1`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    model: Text | None
    """The model of the device, such as `OnePlus6`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    locale: Text | None
    """The locale, such as `en_US`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    timezone_abbreviation: Text | None
    """The abbreviation of the time zone, such as `PDT`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    carrier: Text | None
    """The carrier, such as `TMobile`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    screen_width: Text | None
    """The width of the screen, such as `1920`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    screen_height: Text | None
    """The height of the screen, such as `1080`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    screen_density: Text | None
    """The density of the screen, such as `2.00`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    cpu_cores: Text | None
    """The number of cores, such as `2`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    storage_gb: Text | None
    """The size of the external storage in GB, such as `128`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    free_storage_gb: Text | None
    """The free space of the external storage in GB, such as `8`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    timezone: Text | None
    """The time zone, such as `USA/New York`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """


class _MetaAppDataRequired(TypedDict):
    advertiser_tracking_enabled: bool
    """Whether the user allows tracking (App Tracking Transparency of iOS 14.5 and later); sent as 0 or 1. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """


class MetaAppData(_MetaAppDataRequired, total=False):
    """The app and its device. `advertiser_tracking_enabled` is required, and `extinfo` or `extinfo_list`."""

    application_tracking_enabled: bool | None
    """Whether the user allows tracking inside of the app; sent as 0 or 1.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    extinfo: MetaExtinfo | None
    """The device, by names: sent as a list of 16 texts.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    extinfo_list: Sequence[Text] | None
    """The device as the list that is sent: exactly 16 texts, empty where they are not known. The first one is `a2` or `i2`,
    and the fifth one is not empty. Not together with `extinfo`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    campaign_ids: Text | None
    """The IDs of the campaign, from the deep link.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    install_referrer: Text | None
    """The referrer of the installation.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    installer_package: Text | None
    """The package that has installed the app.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    vendor_id: Text | None
    """The vendor's ID.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    windows_attribution_id: Text | None
    """The attribution ID of Windows.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    url_schemes: Sequence[Text] | None
    """The URL schemes of the app.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """


class _MetaContentRequired(TypedDict):
    id: Text
    """The ID of the product. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    quantity: int
    """The number of units, not negative. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """


class MetaContent(_MetaContentRequired, total=False):
    """A product. `id` and `quantity` are required."""

    item_price: Number | None
    """The price of one unit, in full units of the currency: a decimal, sent as a number.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    title: Text | None
    """The title.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    description: Text | None
    """The description.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    brand: Text | None
    """The brand.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    category: Text | None
    """The category.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    delivery_category: Text | None
    """How it is handed over: `in_store`, `curbside` or `home_delivery`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """


class MetaCustomData(TypedDict, total=False):
    """What happened, and what it is worth. At least one field is required. Members are sent in the order of the fields, and then those of
    `properties`.
    """

    value: Number | None
    """The value in full units of `currency`: a decimal, sent as a number. Required for `Purchase`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    currency: Text | None
    """The currency: three letters (ISO 4217), sent in upper case. Required for `Purchase`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    order_id: Text | None
    """The ID of the order. Meta drops purchases with the same one for selected partners alone.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    contents: Sequence[MetaContent] | None
    """The products.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    content_ids: Sequence[Text] | None
    """The IDs of the products.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    content_type: Text | None
    """What `content_ids` and `contents` name: `product` or `product_group`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    content_name: Text | None
    """The name of the page or the product.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    content_category: Text | None
    """The category of the page or the product.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    num_items: int | None
    """The number of items, not negative. Only for `InitiateCheckout`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    search_string: Text | None
    """The text that the user has searched for. Only for `Search`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    predicted_ltv: Number | None
    """The predicted value of the user in full units of the currency: a decimal, sent as a number.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    net_revenue: Number | None
    """The net revenue in full units of the currency: a decimal, sent as a number.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    delivery_category: Text | None
    """How the goods are handed over: `in_store`, `curbside` or `home_delivery`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    status: Text | None
    """The status. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    registration_method: Text | None
    """The method of the registration. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    description: Text | None
    """A description. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    level: Text | None
    """The level that was reached. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    max_rating_value: Number | None
    """The largest rating there is: a decimal, sent as a number. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    success: bool | None
    """Whether it was a success; sent as 0 or 1. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    payment_info_available: bool | None
    """Whether payment information is there; sent as 0 or 1. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    ad_type: Text | None
    """The type of an ad. For app events.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    properties: Mapping[str, Json] | None
    """Properties of your own: texts and numbers, in your order. None has the name of a field here.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """


class _MetaEventRequired(TypedDict):
    event_name: Text
    """The event's name: a standard one, such as `Purchase`, or one of your own. App events have the names of the web, too: `Purchase`, not
    `fb_mobile_purchase`. `Purchase` requires `value` and `currency` in `custom_data`. Required.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
    """
    time: Time
    """When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, truncated toward the past. Up to 7 days
    ago, of a `physical_store` up to 62 days. One older event refuses all events of its request. Required.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    action_source: Text
    """Where the event happened: `email`, `website`, `app`, `phone_call`, `chat`, `physical_store`, `system_generated`, `business_messaging`
    or `other`, in this case. `website` requires `event_source_url` and `client_user_agent` in `user_data`; `app` requires `app_data`.
    Renewals that a server bills are `system_generated`. Required.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>
    """
    user_data: MetaUserData
    """The user. Required, with at least one identifier.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>
    """


class MetaEvent(_MetaEventRequired, total=False):
    """An event. Required are `event_name`, `time`, `action_source` and `user_data`; others as `action_source` and `event_name` are: see there.

    Members are sent in the order of the fields, and then those of `extra`.
    """

    event_id: Text | None
    """The ID of the event, of your own: any text. Meta compares it, together with `event_name`, with events of the pixel or the app's SDK
    within 48 hours. Whether two equal events of a server are merged is not documented.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/deduplicate-pixel-and-server-events>
    """
    event_source_url: Text | None
    """The address of the page, beginning with `http://` or `https://`. Its domain is a verified one of yours. Required for a `website`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    referrer_url: Text | None
    """The address of the page before.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    opt_out: bool | None
    """Whether the event is used for attribution alone, and not for the optimization of ads.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    data_processing_options: Sequence[Text] | None
    """How the data may be processed: a list of `LDU` (limited data use), or an empty list, which says explicitly that it is not limited.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>,
    <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
    """
    data_processing_options_country: int | None
    """The country of `data_processing_options`: 1 (the United States), or 0 (Meta locates the event). Required with
    `data_processing_options_state`, and with `LDU` unless `user_data` has a `client_ip_address`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
    """
    data_processing_options_state: int | None
    """The state of `data_processing_options`: 1000 (California) to 1013 (Rhode Island), or 0 (Meta locates the event). Required with
    `data_processing_options_country`, and with `LDU` unless `user_data` has a `client_ip_address`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
    """
    customer_segmentation: Text | None
    """The segment of the customer, such as `new_customer_to_business`. Any text: the list of values is known in part. Meta's table has it
    as a member of the event, its example as one of `custom_data`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    original_event_data: MetaOriginalEvent | None
    """The earlier event that this one is about.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
    """
    app_data: MetaAppData | None
    """The app and its device. Required for an `app`.
    Sources: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events>,
    <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>
    """
    custom_data: MetaCustomData | None
    """What happened, and what it is worth. Required for `Purchase`.
    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
    """
    extra: Mapping[str, Json] | None
    """Further members of the event, sent as they are after the others. It must not name a member that has a field here."""


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
    """The revenue, in the unit of `currency`; sent as `_revenue` among the metrics, where it must not be given, too. Required with
    `currency`.
    Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    """
    currency: Text | None
    """The currency: `IRR`, `USD` or `EUR`, in any case; sent as `_currency` among the attributes, where it must not be given, too. Required
    with `revenue`.
    Source: <https://metrix.ir/en/docs/faq/s2s-integration/>
    """
    extra: Mapping[str, Json] | None
    """Further members of the body, sent as they are after all others. It must not name a member that has a field here."""


class _SingularConfigRequired(TypedDict):
    sdk_key: Text
    """The SDK key: visible ASCII, from Developer Tools, SDK Integration, SDK Keys. It is not the key of the Reporting API, which
    Singular refuses. What Singular responds to a wrong key is not documented. Required.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    app_id: Text
    """The package name or bundle ID of the app, such as `com.singular.app`: visible ASCII, case-sensitive. The number of the App Store
    is an issue. Required.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """


class SingularConfig(_SingularConfigRequired, total=False):
    """The configuration of one Singular app, for all kinds of requests. `sdk_key` and `app_id` are required."""

    platform: Text | None
    """The platform of events that name none: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in
    any case. Singular's is case-sensitive, so it is sent as it is written here.
    Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
    """
    event_api: Literal["v2", "v1"] | None
    """The version of the API for events and ad revenue: `v2` (default), which identifies devices by `sdid` alone and is the only one for
    accounts created since 2026-07-15, or `v1`, which identifies them by the identifiers of their platform. Sessions are always `v1`.
    Change it only while no event waits in a delivery.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    - `v2`: `/v2/evt`: devices are identified by `sdid`, the Singular Device ID.
    - `v1`: `/v1/evt`: devices are identified by the identifiers of their platform.
    """
    request_style: Literal["post_form", "get_query"] | None
    """Where the parameters travel: `post_form` (default, as the current pages have it) or `get_query` (as older pages have it).
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    - `post_form`: `POST` with a form as its body: the key and identifiers stay out of URLs and access logs.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    - `get_query`: `GET` with the parameters in the URL.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    console_platforms: Literal["current", "lower"] | None
    """How the platforms of PCs and consoles are sent, as Singular's pages disagree: `current` (default, such as `PC` and `Playstation`) or
    `lower` (such as `pc` and `playstation`).
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    - `current`: As `PC`, `Xbox`, `Playstation`, `Nintendo` and `MetaQuest`.
    Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
    - `lower`: As `pc`, `xbox`, `playstation`, `nintendo` and `metaquest`.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    time_format: Literal["umilisec", "utime"] | None
    """How the time is sent: `umilisec` (default, milliseconds) or `utime` (seconds). A delivery that dates an event without a time sends
    it as `umilisec`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    - `umilisec`: `umilisec`, milliseconds since 1970.
    - `utime`: `utime`, whole seconds since 1970.
    """
    ipv6: Literal["refuse", "omit", "send"] | None
    """What happens to an IPv6 address, which older pages of Singular exclude: `refuse` (default), `omit` (only with `country`) or `send`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    - `refuse`: It is an issue.
    - `omit`: The address is left out, with a warning, where there is a `country`.
    - `send`: It is sent.
    """
    negative_revenue: Literal["send", "refuse"] | None
    """What happens to a negative `amount`, about which Singular's pages say nothing: `send` (default) or `refuse`.
    - `send`: It is sent.
    - `refuse`: It is an issue.
    """
    require_receipt: bool | None
    """Whether an `event` of revenue without `purchase_receipt` is an issue (default `false`): for apps with the switch "Reject IAP without
    Receipt", which lets Singular drop such events without a word.
    """
    max_event_name: int | None
    """Maximum number of bytes in the name of an event (default 32, which is Singular's limit: 32 ASCII characters).
    Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
    """
    max_url_bytes: int | None
    """Maximum number of bytes in the URL of a request with `get_query` (default 4,000, at most 65,534). A page of mParticle has 4,000
    characters for the query; Singular documents no limit. For a request without a time it is 23 bytes less, so that a delivery can
    date it.
    """
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). Singular documents no limit."""
    base_url: Text | None
    """The address of the API (default `https://s2s.singular.net/api`): `https` or `http`, a host, and an optional path; `/v1/launch`,
    `/v1/evt` and `/v2/evt` are appended.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """


class SingularDataSharingOptions(TypedDict, total=False):
    """What the user allows the app's maker to share."""

    limit_data_sharing: bool | None
    """Whether the sharing of data is limited.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """


class _SingularEventRequired(TypedDict):
    name: Text
    """The name of the event: up to 32 ASCII characters, or 32 bytes of UTF-8, such as `sng_add_to_cart`. Names that begin with `__` are
    Singular's own; of those, `__iap__` and `__PAGE_VISIT__` can be sent. Required.
    Source: <https://support.singular.net/hc/en-us/articles/35353603419803>
    """


class SingularEvent(_SingularEventRequired, total=False):
    """An event of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the setting `event_api`. Required are `name`, `platform` (here or in the
    configuration), the identifier of the device, and one of `ip`, `country` and `use_request_ip`.

    V2 identifies the device by `sdid` alone. V1 requires `idfv`, `att_authorization_status` and `os_version` of iOS, `os_version` and
    one of `asid`, `aifa`, `amid`, `oaid` and `andi` of Android, and `sdid` of every other platform.

    The parameters are sent in this order: `a`, `p`, `i`, the identifiers (`sdid`, `idfv`, `asid`, `idfa`, `aifa`, `amid`, `oaid`, `andi`),
    `umilisec` or `utime`, `ip`, `use_ip`, `country`, `ve`, `att_authorization_status`, `match_id`, `os`, `install_source`,
    `custom_user_id`, `data_sharing_options`, `global_properties`, `ma`, `mo`, `lc`, `bd`, `app_v` or `av`, `c`, `cn`, `ua`, `dnt`, `dntoff`,
    `partner`, `n`, `e`, `is_revenue_event`, `amt`, `cur` and the others as they are declared, `extra`.
    """

    platform: Text | None
    """The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
    unless the configuration has one.
    Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
    """
    sdid: Text | None
    """The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
    `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
    connected televisions.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    asid: Text | None
    """The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
    with a warning.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    aifa: Text | None
    """The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    amid: Text | None
    """The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    oaid: Text | None
    """The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
    it is, with a warning. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    andi: Text | None
    """The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
    is not from Google Play.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    time: Time | None
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
    takes the time of receipt; a delivery fills in the time of submission.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    ip: Text | None
    """The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
    setting `ipv6`. One of `ip`, `country` and `use_request_ip` is required.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    use_request_ip: bool | None
    """Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
    that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    country: Text | None
    """The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    os_version: Text | None
    """The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    att_authorization_status: int | None
    """The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
    require it there. An app without App Tracking Transparency sends 0.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    match_id: Text | None
    """An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
    consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    os: Text | None
    """The operating system of a PC or console. PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    install_source: Text | None
    """The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    custom_user_id: Text | None
    """Your own identifier of the user, such as `user_42`: no personal data.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    data_sharing_options: SingularDataSharingOptions | None
    """What the user allows to share, sent as JSON.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    global_properties: Mapping[str, Text] | None
    """Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    device_make: Text | None
    """The maker of the device, such as `samsung`. Together with `device_model`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    device_model: Text | None
    """The model of the device, such as `SM-G935F`. Together with `device_make`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    locale: Text | None
    """The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
    on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    os_build: Text | None
    """The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    app_version: Text | None
    """The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    connection_type: Text | None
    """The connection of the device: `wifi` or `carrier`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    carrier: Text | None
    """The name of the carrier, such as `Comcast`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    user_agent: Text | None
    """The user agent, as the device sent it; it is encoded here.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    do_not_track: bool | None
    """Whether the user limits ad tracking; sent as `1` (limited) or `0`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    do_not_track_off: bool | None
    """Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `do_not_track`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    partner: Text | None
    """The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented."""
    attributes: Mapping[str, Json] | None
    """Attributes of the event, sent as a JSON object in your order: texts, numbers and truth values. Keys and texts have up to 500
    ASCII characters. `ehash`, `phash`, `phashE164`, `fnamehash` and `lnamehash` are SHA-256 digests that you make, as Singular's
    rules for what is hashed could not be read; they are sent in lower case.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    is_revenue_event: bool | None
    """Whether the event is one of revenue. Sent as `true` with an `amount`, unless given; `false` is not possible with one.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    amount: Number | None
    """The revenue in full currency units (`2.51` is $2.51). For negative amounts see the setting `negative_revenue`. Required with
    `currency`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    currency: Text | None
    """The currency of `amount`: three letters of ISO 4217, sent in upper case. Required with `amount`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    purchase_receipt: Text | None
    """The receipt of the purchase, as the store gave it. See the setting `require_receipt`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    receipt_signature: Text | None
    """The signature of the receipt. Android only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    purchase_product_id: Text | None
    """The product, such as `com.app.gold`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    purchase_transaction_id: Text | None
    """The transaction at the store. It is not said to deduplicate.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    skan_conversion_value: int | None
    """The latest conversion value of SKAdNetwork: 0 to 63. iOS only.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    skan_first_call_timestamp: Time | None
    """When SKAdNetwork was first called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    skan_last_call_timestamp: Time | None
    """When SKAdNetwork was last called: RFC 3339, or an integer of Unix milliseconds; sent in seconds. iOS only.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    conversion_event: bool | None
    """Whether the event is a conversion: `true` for the first event of the web, `__PAGE_VISIT__`. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    attribution_data: Mapping[str, Json] | None
    """What the page knows of the visit's source, sent as JSON. Web only. Its members are not documented.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    web_url: Text | None
    """The address of the page. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    device_user_agent: Text | None
    """The user agent of the browser, as it sent it; it is encoded here. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    web_page_referrer: Text | None
    """The address of the page before. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    timezone: Text | None
    """The time zone of the browser. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    screen_width: int | None
    """The width of the screen: not negative. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    screen_height: int | None
    """The height of the screen: not negative. Web only.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    extra: Mapping[str, Text] | None
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
    every request has. Further attributes of an event belong in `attributes`.
    """


class _SingularAdRevenueRequired(TypedDict):
    ad_platform: Text
    """The platform that sold the ad, such as `AdMob`: up to 500 ASCII characters. Required.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    amount: Number
    """The revenue in full currency units, such as `0.0012`. For negative amounts see the setting `negative_revenue`. Required.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    currency: Text
    """The currency of `amount`: three letters of ISO 4217, sent in upper case. Required.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """


class SingularAdRevenue(_SingularAdRevenueRequired, total=False):
    """The revenue of one impression of an ad: an event `__ADMON_USER_LEVEL_REVENUE__` of Singular's `/v2/evt` endpoint, or of `/v1/evt` with the
    setting `event_api`. Required are `ad_platform`, `amount`, `currency`, and what an event requires but its name.

    The parameters are sent in the order of an event up to `partner`, then `n`, `is_admon_revenue=true`, `is_revenue_event=true`, `amt`,
    `cur`, `e`, `extra`. The fields that begin with `ad_` are members of `e`.
    """

    platform: Text | None
    """The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
    unless the configuration has one.
    Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
    """
    sdid: Text | None
    """The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
    `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
    connected televisions.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    asid: Text | None
    """The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
    with a warning.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    aifa: Text | None
    """The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    amid: Text | None
    """The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    oaid: Text | None
    """The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
    it is, with a warning. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    andi: Text | None
    """The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
    is not from Google Play.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    time: Time | None
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
    takes the time of receipt; a delivery fills in the time of submission.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    ip: Text | None
    """The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
    setting `ipv6`. One of `ip`, `country` and `use_request_ip` is required.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    use_request_ip: bool | None
    """Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
    that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    country: Text | None
    """The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    os_version: Text | None
    """The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    att_authorization_status: int | None
    """The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
    require it there. An app without App Tracking Transparency sends 0.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    match_id: Text | None
    """An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
    consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    os: Text | None
    """The operating system of a PC or console. PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    install_source: Text | None
    """The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    custom_user_id: Text | None
    """Your own identifier of the user, such as `user_42`: no personal data.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    data_sharing_options: SingularDataSharingOptions | None
    """What the user allows to share, sent as JSON.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    global_properties: Mapping[str, Text] | None
    """Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    device_make: Text | None
    """The maker of the device, such as `samsung`. Together with `device_model`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    device_model: Text | None
    """The model of the device, such as `SM-G935F`. Together with `device_make`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    locale: Text | None
    """The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
    on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    os_build: Text | None
    """The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    app_version: Text | None
    """The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    connection_type: Text | None
    """The connection of the device: `wifi` or `carrier`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    carrier: Text | None
    """The name of the carrier, such as `Comcast`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    user_agent: Text | None
    """The user agent, as the device sent it; it is encoded here.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    do_not_track: bool | None
    """Whether the user limits ad tracking; sent as `1` (limited) or `0`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    do_not_track_off: bool | None
    """Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `do_not_track`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    partner: Text | None
    """The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented."""
    ad_mediation_platform: Text | None
    """The platform that mediated the ad: up to 500 ASCII characters, as the texts that follow.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_type: Text | None
    """The type of the ad.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_group_type: Text | None
    """The type of the ad's group.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_impression_id: Text | None
    """The impression.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_placement_name: Text | None
    """The name of the placement.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_unit_id: Text | None
    """The ad unit.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_unit_name: Text | None
    """The name of the ad unit.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_group_id: Text | None
    """The ad's group.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_group_name: Text | None
    """The name of the ad's group.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    ad_placement_id: Text | None
    """The placement.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    attributes: Mapping[str, Json] | None
    """Further members of `e`, sent in your order after those with a field here, such as `ad_group_priority`, which is a text in some of
    Singular's SDKs and a number in others. Limits as those of an event.
    Source: <https://support.singular.net/hc/en-us/articles/4409886379163>
    """
    extra: Mapping[str, Text] | None
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
    every request has. Further attributes of an event belong in `attributes`.
    """


class _SingularSessionRequired(TypedDict):
    install: bool
    """Whether it is the first session after an install. Required.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """


class SingularSession(_SingularSessionRequired, total=False):
    """A session of a device: Singular's `/v1/launch` endpoint, whatever the setting `event_api` is. It has to arrive before the first event of its
    device. Where the app has Singular's SDK, the SDK sends the sessions.

    Required are `platform` (here or in the configuration), the identifiers of the device, one of `ip`, `country` and `use_request_ip`,
    `app_version` and `install`; on Android and iOS also `os_version`, `device_make`, `device_model`, `locale`, `os_build`, `install_time` and
    `update_time`, and on iOS `att_authorization_status`.

    The identifiers are those of an event of V1. `sdid` can be in addition to them, or in their place: then the session is in the lane of
    the device's events of V2.

    The parameters are sent in the order of an event up to `partner`, then `install`, `install_time`, `update_time`, `n` and the others as
    they are declared, `extra`.
    """

    platform: Text | None
    """The platform: `Android`, `iOS`, `Web`, `PC`, `Xbox`, `Playstation`, `Nintendo`, `MetaQuest` or `CTV`, in any case. Required,
    unless the configuration has one.
    Source: <https://support.singular.net/hc/en-us/articles/31542603988379>
    """
    sdid: Text | None
    """The Singular Device ID, which the SDK makes: a UUID, sent in lower case with hyphens, such as
    `40009df0-d618-4d81-9da1-cbb3337b8dec`. V2 identifies every device by it, V1 those of the web, PCs, consoles and
    connected televisions.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID, sent in upper case with hyphens. V1 requires it of every iOS device.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    asid: Text | None
    """The App Set ID of Android devices with Google Play. A UUID is sent in lower case with hyphens, any other text as it is,
    with a warning.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID, sent in upper case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    aifa: Text | None
    """The advertising identifier of Google Play services: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    amid: Text | None
    """The advertising identifier of Amazon devices: a UUID, sent in lower case with hyphens. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    oaid: Text | None
    """The open advertising identifier of Android devices in China. A UUID is sent in lower case with hyphens, any other text as
    it is, with a warning. All zeros are never sent.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    andi: Text | None
    """The Android ID: 1 to 16 hexadecimal digits, sent in lower case. Only for devices that have no other identifier and whose app
    is not from Google Play.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    time: Time | None
    """When it happened: RFC 3339, or an integer of Unix milliseconds. Sent as `umilisec` or `utime`. Without it Singular
    takes the time of receipt; a delivery fills in the time of submission.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    ip: Text | None
    """The public IP address of the device: IPv4. An IPv4-mapped IPv6 address is sent as its IPv4; for other IPv6 addresses see the
    setting `ipv6`. One of `ip`, `country` and `use_request_ip` is required.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    use_request_ip: bool | None
    """Whether Singular takes the address of the connection (`use_ip`), which is the address of your server: every user is where
    that is. Never sent by default. `true` requires `country`, and is not possible together with `ip`.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    country: Text | None
    """The country of the user: two letters of ISO 3166-1, such as `US`, sent in upper case.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    os_version: Text | None
    """The version of the operating system, such as `9.2`. V1 and sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    att_authorization_status: int | None
    """The status of App Tracking Transparency: 0 not determined, 1 restricted, 2 denied, 3 authorized. iOS only; V1 and sessions
    require it there. An app without App Tracking Transparency sends 0.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    match_id: Text | None
    """An identifier that matches users of PCs and consoles across devices. An email address or the like only as SHA-256. PCs and
    consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    os: Text | None
    """The operating system of a PC or console. PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/17499952586779>
    """
    install_source: Text | None
    """The store that the app was installed from, such as `com.android.vending`. Android, PCs and consoles only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    custom_user_id: Text | None
    """Your own identifier of the user, such as `user_42`: no personal data.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    data_sharing_options: SingularDataSharingOptions | None
    """What the user allows to share, sent as JSON.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    global_properties: Mapping[str, Text] | None
    """Properties of your own, sent as JSON: at most 5, with keys and values of at most 200 characters.
    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
    """
    device_make: Text | None
    """The maker of the device, such as `samsung`. Together with `device_model`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    device_model: Text | None
    """The model of the device, such as `SM-G935F`. Together with `device_make`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    locale: Text | None
    """The locale of the device, a language and a country such as `en_US`; another form is sent with a warning. Sessions require it
    on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    os_build: Text | None
    """The build of the operating system, such as `Build/13D15`. Sessions require it on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    app_version: Text | None
    """The version of the app, such as `1.2.3`. Sent as `app_v`, and as `av` on the web, PCs and consoles. Sessions require it.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    connection_type: Text | None
    """The connection of the device: `wifi` or `carrier`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    carrier: Text | None
    """The name of the carrier, such as `Comcast`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    user_agent: Text | None
    """The user agent, as the device sent it; it is encoded here.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    do_not_track: bool | None
    """Whether the user limits ad tracking; sent as `1` (limited) or `0`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    do_not_track_off: bool | None
    """Singular's `dntoff`, sent as `1` or `0`. Singular does not document how it relates to `do_not_track`.
    Source: <https://support.singular.net/hc/en-us/articles/360048588672>
    """
    partner: Text | None
    """The name of a partner that forwards events, such as an attribution or subscription platform. No list is documented."""
    install_time: Time | None
    """When the app was installed: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    update_time: Time | None
    """When the app was last updated: RFC 3339, or an integer of Unix milliseconds; sent in seconds. Required on Android and iOS.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    app_name: Text | None
    """The name of the app, such as `Go Go Magnet!`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    install_receipt: Text | None
    """The receipt of the install, in base64. iOS only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    install_referrer: Mapping[str, Json] | None
    """The install referrer of Google Play, sent as JSON. Android only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    meta_referrer: Mapping[str, Json] | None
    """The install referrer of Meta, sent as JSON. Android only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    attribution_token: Text | None
    """The attribution token of Apple Ads. iOS only.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    open_uri: Text | None
    """The link that opened the app, such as `myapp://home/page?queryparam1=value1`.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    ddl_enabled: bool | None
    """Whether the app has deferred deep links.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    singular_link_resolve_required: bool | None
    """Whether Singular has to resolve a short link.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    apns_token: Text | None
    """The token of Apple's push service, for the tracking of uninstalls.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    fcm_token: Text | None
    """The token of Firebase Cloud Messaging, for the tracking of uninstalls.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    odm_info: Text | None
    """What Google's on-device measurement has returned.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    odm_error: Text | None
    """The error of Google's on-device measurement.
    Source: <https://support.singular.net/hc/en-us/articles/31394799175963>
    """
    extra: Mapping[str, Text] | None
    """Further parameters, sent as they are after all others. It must not name a parameter that has a field here, or that
    every request has. Further attributes of an event belong in `attributes`.
    """


class _TikTokConfigRequired(TypedDict):
    event_source: Literal["web", "app", "offline", "crm"]
    """The sort of the source: `web`, `app`, `offline` or `crm`. It says which fields and which names of events there are. `app` is a
    feature that TikTok has to switch on. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    - `web`: A website, by its pixel.
    - `app`: An app. TikTok has to switch it on.
    - `offline`: An offline event set, such as of a store.
    - `crm`: A CRM event set.
    """
    event_source_id: Text
    """The ID of the source: the pixel code (`web`), the TikTok App ID, which is not the ID of a store (`app`), the ID of the offline event set
    (`offline`) or of the CRM event set (`crm`). Visible ASCII. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    access_token: Text
    """The access token, sent in the header `access-token`, without `Bearer`: visible ASCII. From Events Manager, or from an app of a
    developer with the permission to report conversion events. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokConfig(_TikTokConfigRequired, total=False):
    """The configuration of one event source of TikTok. `event_source`, `event_source_id` and `access_token` are required."""

    test_event_code: Text | None
    """The code of Events Manager, Test events: visible ASCII. Whether events with it count is not documented.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    partner_name: Text | None
    """The name of a partner of TikTok. TikTok refuses names that it does not know.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    missing_event_id: Literal["refuse", "warn", "ignore"] | None
    """What happens to an event without `event_id`, which TikTok needs to recognize a repetition: `refuse` (default), `warn` or `ignore`.
    Only for `web`, `offline` and `crm`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    - `refuse`: It is an issue.
    - `warn`: It is sent, with a warning.
    - `ignore`: It is sent.
    """
    app_external_id: bool | None
    """Whether events of an app may have `external_ids` and `hashed_external_ids`, which TikTok documents for `web` and `crm` alone
    (default `false`).
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hash_maids: bool | None
    """Whether `idfa` and `gaid` are sent as SHA-256 digests of their form in lower case (default `false`: sent as they are). TikTok's page
    contradicts itself on the case of a hashed IDFA: the text says lower case, the digest in its example is that of upper case.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    ad_impression_name: Literal["InAppADImpr", "InAppAdImpr"] | None
    """The spelling in which an impression of an ad in an app is sent, whichever of both is given: `InAppADImpr` (default) or `InAppAdImpr`.
    TikTok's own SDKs disagree.
    Sources: <https://github.com/tiktok/tiktok-business-ios-sdk>, <https://github.com/tiktok/tiktok-business-android-sdk>
    - `InAppADImpr`: As TikTok's SDK for iOS has it. Source: <https://github.com/tiktok/tiktok-business-ios-sdk>
    - `InAppAdImpr`: As TikTok's SDK for Android has it. Source: <https://github.com/tiktok/tiktok-business-android-sdk>
    """
    unlisted_currency: Literal["warn", "refuse"] | None
    """What happens to a currency that TikTok does not list: `warn` (default) or `refuse`. What TikTok does with one is not documented.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    - `warn`: It is sent, with a warning.
    - `refuse`: It is an issue.
    """
    max_age: int | None
    """Maximum age of an event in seconds, above which there is a warning (default 604,800, 7 days). TikTok documents no limit."""
    max_future: int | None
    """Maximum number of seconds that an event may be ahead of `now` (default 86,400, 24 hours). TikTok documents no limit."""
    default_calling_code: Text | None
    """The calling code of an entry of `phones` that begins with neither `+` nor `00`: 1 to 3 digits, such as `49`. Without it such a
    number is an issue.
    """
    max_events: int | None
    """Maximum number of events in one request, whether you or a delivery put them together (default 1, at most 1,000, which is TikTok's
    limit). TikTok refuses all events of a request if one of them is wrong, and recommends to send each at once.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    max_bytes: int | None
    """Maximum size of the body of one request in bytes, whether you or a delivery put it together (default 1,000,000). TikTok documents no
    limit.
    """
    base_url: Text | None
    """The address of the API (default `https://business-api.tiktok.com`): `https` or `http`, a host, and an optional path;
    `/open_api/v1.3/event/track/` is appended.
    """


class TikTokUser(TypedDict, total=False):
    """The user and the device. At least one field is required. Plain values of the fields that have a `hashed_` one are normalized and hashed
    here; a single value is either plain or a digest, lists may have both, the plain ones first.
    """

    emails: Sequence[Text] | None
    """Email addresses, plain. Hashed in lower case, without white space around them.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hashed_emails: Sequence[Text] | None
    """SHA-256 digests of email addresses in the form that `emails` are hashed in: 64 hexadecimal digits, sent in lower case.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    phones: Sequence[Text] | None
    """Phone numbers, plain, beginning with `+` or `00`. Hashed in the form of E.164, with `+`. A number that begins otherwise needs the
    setting `default_calling_code`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hashed_phones: Sequence[Text] | None
    """SHA-256 digests of phone numbers in the form that `phones` are hashed in, with `+`: 64 hexadecimal digits, sent in lower case.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    external_ids: Sequence[Text] | None
    """Your own IDs of the user, plain. Hashed without white space around them, in the case that they are given in. Only for `web` and
    `crm`, and for `app` with the setting `app_external_id`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hashed_external_ids: Sequence[Text] | None
    """SHA-256 digests of your own IDs of the user: 64 hexadecimal digits, sent in lower case. For the sources of `external_ids`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    first_name: Text | None
    """The first name, plain. Hashed in lower case, without white space around it. Not on the page of TikTok that could be read. Only for
    `web`. Not together with `hashed_first_name`.
    """
    hashed_first_name: Text | None
    """The SHA-256 digest of the first name: 64 hexadecimal digits, sent in lower case. Only for `web`."""
    last_name: Text | None
    """The last name, plain. Hashed as `first_name` is. Only for `web`. Not together with `hashed_last_name`."""
    hashed_last_name: Text | None
    """The SHA-256 digest of the last name: 64 hexadecimal digits, sent in lower case. Only for `web`."""
    zip_code: Text | None
    """The ZIP or postal code, plain. Hashed in lower case, without white space around it: the form is not on the page of TikTok that could
    be read. Only for `web`. Not together with `hashed_zip_code`.
    """
    hashed_zip_code: Text | None
    """The SHA-256 digest of the ZIP or postal code: 64 hexadecimal digits, sent in lower case. Only for `web`."""
    city: Text | None
    """The city. Sent in lower case, with its letters and digits alone; not hashed. Only for `web`."""
    state: Text | None
    """The state. Sent as `city` is. Only for `web`."""
    country: Text | None
    """The country. Sent as `city` is. Only for `web`."""
    ttclid: Text | None
    """The click ID, as `ttclid` has it in the URL of the landing page. Only for `web`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    ttp: Text | None
    """The value of the cookie `_ttp`. Only for `web`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    ip: Text | None
    """The public IP address of the user: IPv4 or IPv6, sent as it is. Only for `web` and `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    user_agent: Text | None
    """The user agent, as the device sent it. Only for `web` and `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    idfa: Text | None
    """The advertising identifier of iOS (IDFA): a UUID with hyphens, sent in upper case, or as a digest with the setting `hash_maids`. All
    zeros mean that tracking is not allowed; they are never sent. Only for `app`. Not together with `hashed_idfa`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hashed_idfa: Text | None
    """The SHA-256 digest of the IDFA: 64 hexadecimal digits, sent in lower case. TikTok's page contradicts itself on the case of what
    is hashed: `idfa` avoids the question. Only for `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    gaid: Text | None
    """The advertising identifier of Google Play services: a UUID with hyphens, sent in lower case, or as a digest with the setting
    `hash_maids`. All zeros are never sent. Only for `app`. Not together with `hashed_gaid`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    hashed_gaid: Text | None
    """The SHA-256 digest of the advertising identifier of Google Play services in lower case: 64 hexadecimal digits, sent in lower case.
    Only for `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    idfv: Text | None
    """The identifier for vendors of iOS (IDFV): a UUID with hyphens, sent as it is. Only for `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    locale: Text | None
    """The language (BCP 47), such as `en-US`. Any text. Only for `web` and `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    att_status: Text | None
    """The status of App Tracking Transparency: `NOT_DETERMINED`, `RESTRICTED`, `DENIED`, `AUTHORIZED` or `NOT_APPLICABLE` (before iOS 14, and
    Android), in any case; or iOS's number, `0` to `3`, which is sent as the name. With `DENIED` TikTok does not match by email and
    phone. Only for `app`; there is a warning for an iOS event without it.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokContent(TypedDict, total=False):
    """A product. At least one field is required. Members are sent in the order of the fields."""

    price: Number | None
    """The price of one piece in full units of the event's `currency`: a decimal, sent as a number.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    quantity: int | None
    """The number of pieces: an integer, not negative.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_id: Text | None
    """The ID of the product, for ads with a catalogue.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_name: Text | None
    """The name of the product.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_category: Text | None
    """The category of the product.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    brand: Text | None
    """The brand of the product.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokProperties(TypedDict, total=False):
    """What an event is about. At least one field is required. Members are sent in the order of the fields."""

    value: Number | None
    """The value of the whole order in full units of `currency`: a decimal, sent as a number. It requires `currency`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    currency: Text | None
    """The currency of `value`: three letters (ISO 4217), sent in upper case. TikTok has a list of currencies, see the setting
    `unlisted_currency`. Required with `value`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_type: Text | None
    """What the `content_id` of `contents` and `content_ids` name: `product` or `product_group`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    description: Text | None
    """A description.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    contents: Sequence[TikTokContent] | None
    """The products.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_ids: Sequence[Text] | None
    """The IDs of the products, for ads with a catalogue.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    num_items: int | None
    """The number of items: an integer, not negative.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    search_string: Text | None
    """What the user searched for.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    order_id: Text | None
    """The ID of the order.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    shop_id: Text | None
    """The ID of the shop.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    customer_type: Text | None
    """Whether the customer is a `new` or a `returning` one. Only for `web` and `app`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    content_category: Text | None
    """The category. Not on the page of TikTok that could be read."""
    predicted_ltv: Number | None
    """The predicted value of the customer over time: a decimal, sent as a number. Not on the page of TikTok that could be read."""
    delivery_category: Text | None
    """The sort of delivery. Any text. Not on the page of TikTok that could be read."""
    status: Text | None
    """The status, such as of a registration. Any text. Not on the page of TikTok that could be read."""
    params: Mapping[str, Json] | None
    """Properties of your own: texts, numbers and truth values, sent in your order after the others."""


class _TikTokPageRequired(TypedDict):
    url: Text
    """The page's URL with its parameters, beginning with `https://` or `http://`. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokPage(_TikTokPageRequired, total=False):
    """The page on which an event happened. `url` is required."""

    referrer: Text | None
    """The URL that the user came from, with its parameters.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class _TikTokAppRequired(TypedDict):
    app_id: Text
    """The app's ID in its store: the number of the App Store, such as `343200656` (iOS), or the package name, such as
    `com.test.flyingsneakers` (Android). It is not the `event_source_id`. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokApp(_TikTokAppRequired, total=False):
    """The app in which an event happened. `app_id` is required."""

    app_name: Text | None
    """The app's name.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    app_version: Text | None
    """The app's version, such as `3.0.2`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokAd(TypedDict, total=False):
    """The ad that an event is attributed to. At least one field is required. A website has `attribution_share` alone."""

    callback: Text | None
    """The callback of the click, as TikTok gave it.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    campaign_id: Text | None
    """The ID of the campaign.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    ad_id: Text | None
    """The ID of the ad **group**.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    creative_id: Text | None
    """The ID of the ad.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    is_retargeting: bool | None
    """Whether the user had the app already.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    attributed: bool | None
    """Whether the event is attributed to TikTok.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    attribution_type: Text | None
    """The sort of attribution, such as `click_through`. Any text.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    attribution_provider: Text | None
    """Who attributed the event. Any text.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    attribution_share: Number | None
    """The share of the event that is attributed to TikTok: a decimal from 0 to 1, sent as a number.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class _TikTokLeadRequired(TypedDict):
    lead_id: Text
    """The ID of the lead. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokLead(_TikTokLeadRequired, total=False):
    """The lead of a CRM. `lead_id` is required."""

    lead_event_source: Text | None
    """The CRM, such as `Salesforce`. Any text.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class _TikTokEventRequired(TypedDict):
    event_name: Text
    """The event's name, such as `Purchase`. Upper and lower case differ, and names differ between sources: an app has `Checkout` and
    `Registration`, a website `InitiateCheckout` and `CompleteRegistration`. A name that TikTok does not list for the source
    needs `custom`, except for `crm`: of that, TikTok's page says that names are one's own, and has `AddToCart` in its example.
    Offline events have the names of a website's. Required.
    Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://github.com/tiktok/tiktok-business-ios-sdk>
    """
    time: Time
    """When the event happened: RFC 3339, or an integer of Unix milliseconds; sent in whole seconds, rounded down. There is a warning beyond the
    setting `max_age`: TikTok documents no largest age. Required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """


class TikTokEvent(_TikTokEventRequired, total=False):
    """An event. Required are `event_name` and `time`, of a website `page`, of an app `app`, of a CRM `lead`, and `event_id` of all but an app
    (see the setting `missing_event_id`).

    Members are sent in the order of the fields. A field that the configured `event_source` does not take is an issue.
    """

    custom: bool | None
    """Whether `event_name` is a name of your own, which TikTok measures and does not optimize for. Not for `offline`, which takes listed
    names only. Never sent.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    event_id: Text | None
    """Your own ID of the event. TikTok merges events of a source with the same name and ID within 48 hours, so a repetition does not count
    twice, and neither does the pixel's event of the same ID. For an app it is sent, too; whether it has an effect there is not
    documented. Required but for an app, see the setting `missing_event_id`.
    Sources: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>, <https://ads.tiktok.com/help/article/event-deduplication>
    """
    user: TikTokUser | None
    """The user and the device.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    properties: TikTokProperties | None
    """What the event is about.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    page: TikTokPage | None
    """The page on which the event happened. Only for `web`, where it is required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    app: TikTokApp | None
    """The app in which the event happened. Only for `app`, where it is required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    ad: TikTokAd | None
    """The ad that the event is attributed to. Only for `app`, and for `web` with `attribution_share` alone.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    limited_data_use: bool | None
    """Whether TikTok is to limit what it does with the event's data. Only for `web` and `app`. `true` requires the user's `ip`.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    lead: TikTokLead | None
    """The lead. Only for `crm`, where it is required.
    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    """
    extra: Mapping[str, Json] | None
    """Further members of the event, sent as they are after the others. It must not name a member that has a field here."""


class EventItem(TypedDict, total=False):
    """An item of an event."""

    id: Text | None
    """The ID."""
    name: Text | None
    """The name."""
    category: Text | None
    """The category."""
    brand: Text | None
    """The brand."""
    variant: Text | None
    """The variant, such as a size."""
    price: Number | None
    """The price of one piece: a decimal."""
    quantity: int | None
    """The number of pieces."""
    discount: Number | None
    """The discount of one piece: a decimal."""


class EventUser(TypedDict, total=False):
    """The user of an event, in plain values."""

    id: Text | None
    """Your own ID of the user."""
    email: Text | None
    """The email address."""
    phone: Text | None
    """The phone number, with `+` and the calling code."""
    first_name: Text | None
    """The first name."""
    last_name: Text | None
    """The last name."""
    date_of_birth: Text | None
    """The date of birth: `YYYY-MM-DD`."""
    gender: Literal["female", "male", "other"] | None
    """The gender.
    - `female`: Female.
    - `male`: Male.
    - `other`: Another one.
    """
    city: Text | None
    """The city."""
    state: Text | None
    """The state or region."""
    postal_code: Text | None
    """The postal code."""
    country: Text | None
    """The country: two letters (ISO 3166-1)."""
    sha256_email: Text | None
    """A ready digest of the email address: SHA-256 of the address without white space around it, in lower case. Not together with `email`."""
    phone_sha256_digits: Text | None
    """A ready digest of the phone number: SHA-256 of its digits with the calling code, without `+`. Not together with `phone`."""
    phone_sha256_e164: Text | None
    """A ready digest of the phone number: SHA-256 of its digits with the calling code and `+`. Not together with `phone`."""


class EventDevice(TypedDict, total=False):
    """The device of an event."""

    platform: Literal["ios", "android", "web"] | None
    """The platform.
    - `ios`: iOS or iPadOS.
    - `android`: Android.
    - `web`: A browser.
    """
    idfa: Text | None
    """Apple's advertising identifier."""
    gps_adid: Text | None
    """Google's advertising ID."""
    idfv: Text | None
    """Apple's identifier for vendors."""
    android_id: Text | None
    """Android's ID."""
    oaid: Text | None
    """The open advertising ID of devices without Google's services."""
    ip: Text | None
    """The IP address."""
    user_agent: Text | None
    """The user agent."""
    os_version: Text | None
    """The version of the operating system."""
    app_id: Text | None
    """The app: the package name, or the number in Apple's store."""
    app_version: Text | None
    """The version of the app."""
    model: Text | None
    """The model."""
    locale: Text | None
    """The locale, such as `en-US`."""
    att_status: Literal["not_determined", "restricted", "denied", "authorized"] | None
    """What the user has allowed in Apple's App Tracking Transparency.
    - `not_determined`: The user was not asked (0).
    - `restricted`: The user cannot allow it (1).
    - `denied`: The user does not allow it (2).
    - `authorized`: The user allows it (3).
    """


class EventIds(TypedDict, total=False):
    """IDs that the SDK of a provider gave."""

    adjust_adid: Text | None
    """Adjust's ID of the device."""
    appsflyer_id: Text | None
    """AppsFlyer's ID of the installation."""
    metrix_user_id: Text | None
    """Metrix's ID of the user."""
    metrix_session_id: Text | None
    """Metrix's ID of the session."""
    app_instance_id: Text | None
    """The ID of the app's installation at Firebase, for app streams of Google Analytics."""
    client_id: Text | None
    """The ID of the client, for web streams of Google Analytics."""
    session_id: Text | None
    """The session at Google Analytics."""
    meta_anon_id: Text | None
    """Meta's ID of the installation."""
    branch_browser_id: Text | None
    """Branch's ID of the browser."""
    singular_device_id: Text | None
    """Singular's ID of the device."""


class EventClick(TypedDict, total=False):
    """What the click on an advertisement left."""

    fbc: Text | None
    """Meta's cookie `_fbc`."""
    fbp: Text | None
    """Meta's cookie `_fbp`."""
    fbclid: Text | None
    """The parameter `fbclid` of the landing page. Meta takes it with `fbclid_time`. Not together with `fbc`."""
    fbclid_time: Time | None
    """When the page was opened with `fbclid`: RFC 3339, or an integer of Unix milliseconds."""
    ttclid: Text | None
    """The parameter `ttclid` of the landing page."""
    ttp: Text | None
    """TikTok's cookie `_ttp`."""
    gclid: Text | None
    """The parameter `gclid` of the landing page."""


class EventPage(TypedDict, total=False):
    """The page of an event."""

    url: Text | None
    """The address."""
    referrer: Text | None
    """The address of the page before it."""


class EventConsent(TypedDict, total=False):
    """What the user has consented to. An absent field is neither consent nor refusal."""

    ad_user_data: bool | None
    """Consent to sending user data for advertising."""
    ad_personalization: bool | None
    """Consent to personalized advertising."""
    limited_data_use: bool | None
    """Whether the use of the data is to be limited."""
    limited_country: int | None
    """The country of the limited data use, in Meta's numbers."""
    limited_state: int | None
    """The state of the limited data use, in Meta's numbers."""


class EventAd(TypedDict, total=False):
    """The advertisement of an event."""

    network: Text | None
    """The network."""
    unit: Text | None
    """The unit."""
    placement: Text | None
    """The placement."""
    format: Text | None
    """The format."""
    impressions: int | None
    """The number of impressions."""


class EventSubscription(TypedDict, total=False):
    """The subscription of an event."""

    id: Text | None
    """The ID."""
    product_id: Text | None
    """The product."""
    period: Text | None
    """The period, such as `P1M` (ISO 8601)."""
    trial: bool | None
    """Whether it is a trial."""


class _EventRequired(TypedDict):
    event: Literal[
        "purchase",
        "refund",
        "sign_up",
        "login",
        "subscribe",
        "renew",
        "start_trial",
        "ad_revenue",
        "add_to_cart",
        "remove_from_cart",
        "view_cart",
        "add_to_wishlist",
        "begin_checkout",
        "add_payment_info",
        "view_item",
        "view_item_list",
        "search",
        "generate_lead",
        "tutorial_complete",
        "level_up",
        "unlock_achievement",
        "spend_credits",
        "rate",
        "share",
        "install",
        "custom",
    ]
    """What happened. Required.
    - `purchase`: A purchase. `value` and `currency` are what it cost.
    - `refund`: A purchase was paid back, in part or as a whole.
    - `sign_up`: The user registered.
    - `login`: The user logged in.
    - `subscribe`: A paid subscription began.
    - `renew`: A subscription was renewed.
    - `start_trial`: A free trial began.
    - `ad_revenue`: Revenue of an advertisement that was shown: see `ad`.
    - `add_to_cart`: Items were put into the cart.
    - `remove_from_cart`: Items were taken out of the cart.
    - `view_cart`: The cart was viewed.
    - `add_to_wishlist`: Items were put onto a wish list.
    - `begin_checkout`: A checkout began.
    - `add_payment_info`: Payment details were given.
    - `view_item`: An item was viewed.
    - `view_item_list`: A list of items was viewed.
    - `search`: A search: see `search_term`.
    - `generate_lead`: A lead.
    - `tutorial_complete`: A tutorial was finished.
    - `level_up`: A level was reached: see `level`.
    - `unlock_achievement`: An achievement was unlocked: see `achievement_id`.
    - `spend_credits`: Credits, coins or points were spent.
    - `rate`: Something was rated: see `rating`.
    - `share`: Something was shared.
    - `install`: The app was installed.
    - `custom`: Anything else: see `name`.
    """


class Event(_EventRequired, total=False):
    """One event for every provider. `event` is required; what else is, the destinations say."""

    name: Text | None
    """The name of a `custom` event. Required for it, and not for others."""
    id: Text | None
    """The ID of this occurrence: the same as the SDK or pixel sends, if it sends the event, too. A provider that deduplicates does so by it."""
    time: Time | None
    """When it happened: RFC 3339, or an integer of Unix milliseconds."""
    source: Literal["app", "web", "server"] | None
    """Where it comes from.
    - `app`: An app.
    - `web`: A website.
    - `server`: A server, such as that of billing: nobody was in the app or on the website.
    """
    value: Number | None
    """The amount of money that providers are to count, in full units of `currency`: a decimal."""
    currency: Text | None
    """The currency of all amounts of the event: three letters (ISO 4217)."""
    tax: Number | None
    """The part of `value` that is tax: a decimal."""
    shipping: Number | None
    """The part of `value` that is shipping: a decimal."""
    discount: Number | None
    """The discount of the order: a decimal."""
    coupon: Text | None
    """The coupon of the order."""
    order_id: Text | None
    """The ID of the order."""
    items: Sequence[EventItem] | None
    """The items."""
    content_type: Text | None
    """What the ids of the items are of: `product` or `product_group`."""
    user: EventUser | None
    """The user, in plain values: each destination hashes them by its own rule."""
    device: EventDevice | None
    """The device."""
    ids: EventIds | None
    """IDs that the SDK of a provider gave."""
    click: EventClick | None
    """What the click on an advertisement left."""
    page: EventPage | None
    """The page, for events of a website."""
    consent: EventConsent | None
    """What the user has consented to. An absent field is neither consent nor refusal."""
    search_term: Text | None
    """What was searched for."""
    method: Text | None
    """How: the method of a login, a registration or a share."""
    level: Number | None
    """The level that was reached: a decimal."""
    score: Number | None
    """The score: a decimal."""
    achievement_id: Text | None
    """The achievement."""
    rating: Number | None
    """The rating: a decimal."""
    rating_max: Number | None
    """The best rating there is: a decimal."""
    group_id: Text | None
    """The group."""
    content_id: Text | None
    """What the event is about, where that is no item."""
    ad: EventAd | None
    """The advertisement, for `ad_revenue`."""
    subscription: EventSubscription | None
    """The subscription."""
    params: Mapping[str, Json] | None
    """Parameters of your own: texts, numbers and truth values, under names that no provider renames."""


class EventMapping(TypedDict, total=False):
    """How a destination takes neutral events, in addition to the names of its events (`events`)."""

    unmapped: Literal["issue", "warn"] | None
    """What happens to a field that the destination has no place for: `issue` (default) or `warn`.
    - `issue`: It is an issue, and nothing is sent to the destination.
    - `warn`: It is a warning, and the event is sent without it.
    """
    ignore: Sequence[Text] | None
    """Fields for which nothing happens if the destination has no place for them: JSON Pointers into the event, such as `/shipping`, with
    `*` for the position of an item.
    """
    no_consent: Literal["send_flags", "withhold_user_data"] | None
    """What happens to the fields of `user` other than `id` where `consent.ad_user_data` is false or `consent.limited_data_use` is true:
    `send_flags` (default) or `withhold_user_data`.
    - `send_flags`: They are sent, with what the provider has to mark the lack of consent.
    - `withhold_user_data`: They are left out, with a warning for each.
    """
    value: Literal["as_given", "net"] | None
    """What the provider gets as the value: `as_given` (default) or `net`.
    - `as_given`: `value`.
    - `net`: `value` less `tax` and `shipping`, which are then required.
    """
    order_id: Text | None
    """The name of the parameter that `order_id` becomes, where the provider has no field for it."""
    user_id: Text | None
    """The name of the parameter that `user.id` becomes, where the provider has no field for it."""
    params: bool | None
    """Whether `params` become parameters, where the provider has no field for free values (default `false`)."""


class Ga4EventMessage(Ga4Event):
    """A message of the kind `event` in a request of several."""

    kind: Literal["event"]


Ga4Message: TypeAlias = Ga4EventMessage
"""One message of a request of several."""


class MetaEventMessage(MetaEvent):
    """A message of the kind `event` in a request of several."""

    kind: Literal["event"]


MetaMessage: TypeAlias = MetaEventMessage
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


class TikTokEventMessage(TikTokEvent):
    """A message of the kind `event` in a request of several."""

    kind: Literal["event"]


TikTokMessage: TypeAlias = TikTokEventMessage
"""One message of a request of several."""


class DeliveryLimits(TypedDict, total=False):
    """Settings of the destinations of one provider."""

    max_in_flight: int | None
    """Maximum number of requests in flight to one destination (default 16)."""
    per_second: int | None
    """Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate, also where there is no
    limit; accepted requests raise it again.
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


Provider: TypeAlias = Literal[
    "adjust",
    "appsflyer",
    "branch",
    "ga4",
    "meta",
    "metrix",
    "metrix_inapp",
    "singular",
    "tiktok",
]
"""The provider APIs."""

RequestKind: TypeAlias = Literal[
    "event",
    "ad_revenue",
    "session",
    "third_party_sharing",
    "gdpr_forget_device",
    "standard",
    "custom",
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
    "invalid_id",
    "invalid_segment",
    "invalid_choice",
    "too_long",
    "invalid_name",
    "unknown_event_name",
    "unmapped_event",
    "unmapped_field",
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
    "no_ip",
    "private_ip",
    "unexpected_shape",
    "not_ascii",
    "missing_user_id",
    "ignored_field",
    "unusual_client_id",
    "field_not_sent",
    "user_data_withheld",
    "hash_not_checked",
    "deprecated_name",
    "test_events_count",
    "older_than_max_age",
    "not_documented_for_api",
    "used_by_provider",
    "counts_as_usd",
    "may_be_ignored",
    "implausible_value",
    "not_flat",
    "same_time_may_be_dropped",
]
"""The stable codes of issues and warnings."""
