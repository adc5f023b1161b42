# Made by `cargo xtask generate` from `crates/s2s-core`.
"""The clients of the providers."""

from collections.abc import Iterable
from datetime import datetime
from typing import final

from typing_extensions import Self, Unpack

from ._native import Request, _Client, _NewId
from .types import (
    AdjustConfig,
    AdjustEvent,
    AppsFlyerConfig,
    AppsFlyerEvent,
    MetrixAction,
    MetrixBusinessEvent,
    MetrixConfig,
    MetrixIdentity,
    MetrixInAppConfig,
    MetrixInAppEvent,
    MetrixMessage,
    MetrixRevenue,
    MetrixUser,
)

__all__ = ["Adjust", "AppsFlyer", "Metrix", "MetrixInApp"]

@final
class Adjust(_Client):
    """Adjust's S2S events API: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://dev.adjust.com/en/api/s2s-api/events/>

    - A missing or wrong S2S security token gets a **202** response. This library never treats a 202 as success.
    - Adjust refuses an event that is older than the last one of the same device and event token, and one that is older
      than 58 days.
    - Adjust documents no deduplication except for event tokens that are set to *unique* in its dashboard: a repeated
      purchase may count twice.
    - A device needs a recorded session before Adjust accepts its events.
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

@final
class AppsFlyer(_Client):
    """AppsFlyer's S2S events API for mobile: one app.

    What is wrong with its configuration is a `ConfigError`.

    Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>

    - An iOS `app_id` without `id` in front gets a **200** response, and the event is not recorded. A bundle ID in its
      place gets a 400.
    - A 200 means that the event was received. Whether it was recorded is visible in the raw data only.
    - An event that arrives after **02:00 UTC of the next day** is recorded at the time of its arrival, without an
      error: a queue that stands over night moves revenue to another day.
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
