# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The clients of the providers."""

from collections.abc import Iterable
from datetime import datetime
from typing import final

from typing_extensions import Self, Unpack

from ._native import Request, _Client, _NewId
from .types import (
    AdjustAdRevenue,
    AdjustConfig,
    AdjustEvent,
    AdjustGdprForgetDevice,
    AdjustSession,
    AdjustThirdPartySharing,
    AppsFlyerConfig,
    AppsFlyerEvent,
    BranchConfig,
    BranchCustom,
    BranchStandard,
    Ga4Config,
    Ga4Event,
    Ga4Identity,
    Ga4Message,
    MetaConfig,
    MetaEvent,
    MetaMessage,
    MetrixAction,
    MetrixBusinessEvent,
    MetrixConfig,
    MetrixIdentity,
    MetrixInAppConfig,
    MetrixInAppEvent,
    MetrixMessage,
    MetrixRevenue,
    MetrixUser,
    SingularAdRevenue,
    SingularConfig,
    SingularEvent,
    SingularSession,
    TikTokConfig,
    TikTokEvent,
    TikTokMessage,
)

__all__ = ["Adjust", "AppsFlyer", "Branch", "Ga4", "Meta", "Metrix", "MetrixInApp", "Singular", "TikTok"]

@final
class Adjust(_Client):
    """Adjust's S2S APIs: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://dev.adjust.com/en/api/s2s-api/events/>

    - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as success. Events,
      ad revenue, sessions and erasures are scopes of a token: one that lacks a scope gets 401, which pauses all
      requests of the destination.
    - Adjust refuses an event that is older than the last one of the same device and event token, and one that is older
      than 58 days.
    - Adjust documents no deduplication except for event tokens that are set to *unique* in its dashboard: a repeated
      purchase may count twice.
    - A device needs a recorded session before Adjust accepts its events. A delivery sends kinds side by side: name a
      lane for a device to keep its session before its events.
    - Adjust accepts a session no sooner than 20 (guide) or 30 minutes (sessions page) after the last one of its device,
      and has to switch sessions on for an app.
    - `gdpr_forget_device` is permanent, and Adjust takes ten a minute. Its parameters travel in the URL, as Adjust
      documents it, and may be in access logs. Give erasures a destination of their own: a `Retry-After` or an outage of
      their host pauses all requests of a destination.
    - An event that the SDK sends must not be sent S2S, too.
    - `revenue` is in full currency units (`149.99`, not `14999`).
    - Event tokens and the app token are in the dashboard under AppView, the S2S security token under Protection. They
      belong on servers only.
    """

    def __new__(cls, **config: Unpack[AdjustConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[AdjustEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def ad_revenue(self, *, now: datetime | None = None, **ad_revenue: Unpack[AdjustAdRevenue]) -> Request:
        """Builds the request of ad revenue, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def session(self, *, now: datetime | None = None, **session: Unpack[AdjustSession]) -> Request:
        """Builds the request of a session, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def third_party_sharing(
        self, *, now: datetime | None = None, **third_party_sharing: Unpack[AdjustThirdPartySharing]
    ) -> Request:
        """Builds the request of a decision about third-party sharing, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def gdpr_forget_device(
        self, *, now: datetime | None = None, **gdpr_forget_device: Unpack[AdjustGdprForgetDevice]
    ) -> Request:
        """Builds the request of an erasure, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """

@final
class AppsFlyer(_Client):
    """AppsFlyer's S2S events API for mobile: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>

    - An iOS `app_id` without `id` in front gets a **200** response, and the event is not recorded. A bundle ID in its
      place gets a 400.
    - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
    - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival, without an
      error: a queue that is stuck over night moves revenue to another day.
    - AppsFlyer documents no deduplication: a repetition after an unclear response may count revenue twice.
    - A body may have 1 KB: long product lists do not fit. What happens to a larger one is not documented.
    - The currency belongs into `event_currency`, not into `event_value` as in the SDKs.
    - A 500 response may be due to the body, so that repeating it does not help.
    - `ip` is the device's. The server's own address would move all users to its data center.
    - An event that the SDK sends must not be sent S2S, too: both are counted.
    - An event that arrives within seconds of the install may be lost or count as organic.
    - The S2S key is in the security center of the dashboard, under AppsFlyer API tokens, where admins alone see it. The
      dev key and the token of the pull API do not work. It belongs on servers only.
    """

    def __new__(cls, **config: Unpack[AppsFlyerConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[AppsFlyerEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """

@final
class Branch(_Client):
    """Branch's Events API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://help.branch.io/apidocs/events>

    - Branch refuses a standard name that arrives as a custom event. That is refused here, as is another name as a
      standard event. Names are in upper case: `purchase` is not `PURCHASE`.
    - No time is sent. Branch records an event when it arrives, so that replays and retries over night are counted on
      the day of their arrival. See the settings `late` and `max_delay`, and `max_age_ms` of a delivery.
    - A 400 means a wrong key or a wrong field. The first one stops a destination, the second one is about its event
      alone; the response's body says which one it is.
    - A series of refusals of one field has been an outage of Branch's before. Do not throw such events away unseen. The
      response's header `X-Branch-Request-Id` serves Branch's support.
    - `developer_identity` is a text, and must be the one that the app gives to Branch's SDK.
    - An identifier of a device needs `os`.
    - Without `currency`, revenue counts as US dollars.
    - Revenue of a custom event may be ignored. Use a standard commerce event.
    - `custom_data` and `meta_data` are two things; `metadata` is for Branch's own use, and not sent.
    - Geography is that of your server, unless `ip_override` is set and Branch's support has allowed the header for your
      app.
    - No deduplication is documented, also not by `transaction_id`. A repetition after an unclear response may count
      twice.
    - Events of a `key_test_` key go to the test environment, and no response says so.
    - An event that Branch's SDK logs must not be sent S2S, too.
    """

    def __new__(cls, **config: Unpack[BranchConfig]) -> Self: ...
    def standard(self, *, now: datetime | None = None, **standard: Unpack[BranchStandard]) -> Request:
        """Builds the request of a standard event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def custom(self, *, now: datetime | None = None, **custom: Unpack[BranchCustom]) -> Request:
        """Builds the request of a custom event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """

@final
class Ga4(_Client):
    """Google Analytics 4's Measurement Protocol: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>

    - Analytics responds with a 2xx to **every** request that it receives: also one with a wrong secret, the ID of
      another stream, a reserved name or a malformed body. A 2xx never means that an event was recorded. Check events of
      your own with the setting `validation` first.
    - What exceeds a limit is ignored without an error. Such events are refused here.
    - Without `session_id` and `engagement_time_msec`, events miss Realtime, active users and engaged sessions. Take
      both from the SDK or the tag; they are never made up.
    - `app_instance_id` (app streams) and `client_id` (web streams) must be those of the SDK or the tag: what becomes of
      the events of a made-up one is not documented.
    - An event of more than 72 hours ago is recorded at 72 hours ago.
    - `value` and `currency` belong together. `value` is in full units (`149.99`, not `14999`), without shipping and
      tax.
    - Google documents for web streams, without naming this protocol, that a second `purchase` of the same
      `transaction_id` is dropped, and for app streams that it is not. A repetition after an unclear response may count
      twice.
    - `debug_mode: false` counts as switched on, so it is not sent. An event in debug mode is a real one.
    - An event that the SDK or the tag sends must not be sent S2S, too.
    - `api_secret` is in the URL, which proxies may log. It is in Admin, Data streams, Measurement Protocol API secrets,
      and belongs on servers only.
    """

    def __new__(cls, **config: Unpack[Ga4Config]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[Ga4Event]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def events(
        self, identity: Ga4Identity, events: Iterable[Ga4Message], *, now: datetime | None = None, new_id: _NewId = ...
    ) -> Request:
        """Builds one request of several, or raises a `ValidationError` with all issues.

        Paths of issues begin with `/identity` or `/messages/N`.
        """

@final
class Meta(_Client):
    """Meta's Conversions API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>

    - **All or nothing.** One invalid event, or one that is too old, refuses all events of its request. So a request has
      one event by default, see the setting `max_events`. A delivery sends the events of a refused request again in
      smaller ones.
    - Events of more than 7 days ago are refused, of a `physical_store` those of more than 62 days ago. Meta advises to
      send within an hour.
    - A 2xx counts as delivered only if its `events_received` is the number of events that were sent.
    - `event_id`, with `event_name`, is compared with events of the pixel or the app's SDK. That two equal events of a
      server are merged is not documented: a repetition after an unclear response keeps `event_id` and `event_time`, and
      may count twice.
    - `test_event_code` does not make a test: **the events count**. There is no dry run.
    - `Purchase` requires `value` and `currency`. App events have the names of the web: `Purchase`, not
      `fb_mobile_purchase`.
    - A `website` needs `event_source_url` and `client_user_agent`; an `app` needs `app_data`, whose
      `advertiser_tracking_enabled` is not a member of the event. Nothing of them is made up.
    - Plain values belong into plain fields, which are hashed here, and digests into `hashed_…` fields. Meta refuses a
      request for one value that it does not expect in plain form.
    - Some identifiers are too weak on their own, such as a name with a gender, or a user agent: Meta refuses the event.
    - An `external_id` matches only if every channel sends it in the same form.
    - The access token is in the URL, which proxies may log; the setting `token_in` can move it.
    - `api_version` expires: look at it at least once a year.
    """

    def __new__(cls, **config: Unpack[MetaConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[MetaEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def events(self, events: Iterable[MetaMessage], *, now: datetime | None = None, new_id: _NewId = ...) -> Request:
        """Builds one request of several, or raises a `ValidationError` with all issues.

        Paths of issues begin with `/messages/N`.
        """

@final
class Metrix(_Client):
    """Metrix's REST API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://docs.metrix.ir/en/technical/api/getting-started>

    An event without `id` gets what `new_id` returns: a random UUID by default; with `None` the absence is an issue.

    - Metrix's pages disagree on the format of `time`; see the setting `time_format`.
    - A 200 means that the request was received, not that the messages were processed.
    - Metrix drops a message whose `id` it has seen: a repetition is safe if it keeps `id` and `time`.
    - Metrix also drops one of two messages of the same `metrix_user_id` with the same time, which is likelier with
      whole seconds.
    - The dashboard may have a list of the IP addresses that may send requests. Others get a 403.
    - The keys are in the dashboard under Application Settings. The API key is a server key and belongs on servers only.
    - An event that the SDK sends must not be sent S2S, too.
    """

    def __new__(cls, **config: Unpack[MetrixConfig]) -> Self: ...
    def user(self, *, now: datetime | None = None, new_id: _NewId = ..., **user: Unpack[MetrixUser]) -> Request:
        """Builds the request of a profile update, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def action(self, *, now: datetime | None = None, new_id: _NewId = ..., **action: Unpack[MetrixAction]) -> Request:
        """Builds the request of an action, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def revenue(
        self, *, now: datetime | None = None, new_id: _NewId = ..., **revenue: Unpack[MetrixRevenue]
    ) -> Request:
        """Builds the request of revenue, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def business_event(
        self, *, now: datetime | None = None, new_id: _NewId = ..., **business_event: Unpack[MetrixBusinessEvent]
    ) -> Request:
        """Builds the request of a business event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def messages(
        self,
        identity: MetrixIdentity,
        messages: Iterable[MetrixMessage],
        *,
        now: datetime | None = None,
        new_id: _NewId = ...,
    ) -> Request:
        """Builds one request of several, or raises a `ValidationError` with all issues.

        Paths of issues begin with `/identity` or `/messages/N`.
        """

@final
class MetrixInApp(_Client):
    """Metrix's older API for in-app events: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://docs.metrix.ir/faq/s2s-integration/>

    - The documented address is plain `http`: the key travels in clear, and every request carries the warning
      `insecure_transport`. Newer copies of the page have `https://analytics.metrix.ir`; set `base_url` to it if your
      account accepts it.
    - Exactly one of `idfa` and `advertising_id` must be sent.
    - An event that the SDK sends must not be sent S2S, too.
    - No deduplication is documented: a repetition after an unclear outcome may count twice.
    - The dev key is in the dashboard under Settings, S2S Integration, where the IP addresses of your servers are
      entered, too. It belongs on servers only.
    """

    def __new__(cls, **config: Unpack[MetrixInAppConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[MetrixInAppEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """

@final
class Singular(_Client):
    """Singular's S2S API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://support.singular.net/hc/en-us/articles/31496864868635>

    - Singular responds with **200** to every request, and the body decides. Even `{"status":"ok"}` says only that the
      event was queued: one with a wrong SDK key, app ID or name may vanish without a word. Look at new events in the
      Testing Console or the Export Logs, which lag about three hours.
    - A device needs a session before its first event, and its requests have to arrive in the order of their times. A
      delivery sends the sessions and events of a device in that order where their first identifier is the same: give a
      session the `sdid`, too, if the device's events are of V2, and give both their `time`.
    - V2, the default, identifies a device by `sdid` (the Singular Device ID of the SDK) alone and ignores the
      identifiers of its platform. Accounts created since 2026-07-15 have V2 only.
    - `ip` is the device's address. `use_request_ip` takes the address of your server, and with it every user is in your
      data centre; it is never the default.
    - Names of platforms are case-sensitive at Singular, and its pages spell those of consoles in several ways: see
      `console_platforms`.
    - In a session, `n` is the name of the app, which is `app_name` here.
    - If the app's setting "Reject IAP without Receipt" is on, Singular drops revenue without a `purchase_receipt`
      without a word: set `require_receipt`.
    - Singular reports at most 150 different names of events for an app, a platform and a version: a name with an ID in
      it, such as `level_4711`, uses them up.
    - No deduplication is documented: a repetition after an unclear response may count twice. `eventId` and
      `purchase_transaction_id` are not said to merge anything at Singular.
    - What was sent cannot be deleted. Singular has no sandbox: use an app of its own for tests.
    - An event (revenue above all) or a session that the SDK sends must not be sent S2S, too.
    """

    def __new__(cls, **config: Unpack[SingularConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[SingularEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def ad_revenue(self, *, now: datetime | None = None, **ad_revenue: Unpack[SingularAdRevenue]) -> Request:
        """Builds the request of ad revenue, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def session(self, *, now: datetime | None = None, **session: Unpack[SingularSession]) -> Request:
        """Builds the request of a session, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """

@final
class TikTok(_Client):
    """TikTok's Events API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>

    - TikTok responds with 200 to errors, too: the `code` in the body decides, and 0 is success.
    - `event_source` `app` has to be switched on by TikTok. Its `event_source_id` is the TikTok App ID, not the ID of a
      store; that of `offline` is the ID of the offline event set, not a pixel code.
    - The token goes into the header `access-token` without `Bearer`.
    - A repetition of an event is dropped if `event_id` is set and the same at each try, within 48 hours. For events of
      an app that is not documented.
    - One wrong event makes TikTok refuse all events of its request. Requests have one event each unless `max_events`
      says otherwise.
    - `code` 20001 means that some events of a request were accepted. Which ones is not documented.
    - Apps and websites have different names for the same event: `Checkout` and `InitiateCheckout`, `Registration` and
      `CompleteRegistration`. A name of your own needs `custom`.
    - An impression of an ad is `InAppADImpr` in one SDK of TikTok and `InAppAdImpr` in the other: see the setting
      `ad_impression_name`.
    - Phone numbers are hashed with their `+`, email addresses keep their dots and `+suffix`.
    - TikTok's page contradicts itself on the case in which an IDFA is hashed. Raw identifiers avoid the question.
    - `value` is in full units of `currency` (`149.99`, not `14999`), and of the whole order; `price` is that of one
      piece.
    - Whether events with `test_event_code` count is not documented.
    """

    def __new__(cls, **config: Unpack[TikTokConfig]) -> Self: ...
    def event(self, *, now: datetime | None = None, **event: Unpack[TikTokEvent]) -> Request:
        """Builds the request of an event, or raises a `ValidationError` with all of its issues.

        `now` is aware; by default it is the machine's clock.
        """
    def events(self, events: Iterable[TikTokMessage], *, now: datetime | None = None, new_id: _NewId = ...) -> Request:
        """Builds one request of several, or raises a `ValidationError` with all issues.

        Paths of issues begin with `/messages/N`.
        """
