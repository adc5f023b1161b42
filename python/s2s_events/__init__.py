"""Server-to-server events for measurement and advertising: events to validated HTTP requests, responses to decisions.

    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox")
    request = adjust.event(event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018")
    response = httpx.request(request.method, request.url, headers=request.headers, content=request.body)
    outcome = interpret(request, response.status_code, response.headers, response.content)

Nothing here does I/O: send a request with the HTTP client that you have, as it is, and do not follow redirects.
"""

from . import _providers, hash, one_event, types  # noqa: A004, F401
from ._errors import ConfigError, Issue, ValidationError
from ._kinds import NoResponse, OutcomeKind, Scope
from ._native import VERSION as __version__  # noqa: N811
from ._native import (
    Destination,
    Destinations,
    EventOutcome,
    Outcome,
    Request,
    interpret,
    interpret_exception,
    interpret_no_response,
)
from ._one_event import Explained, How, Part, Row
from ._providers import *  # noqa: F403

__all__ = [
    "ConfigError",
    "Destination",
    "Destinations",
    "EventOutcome",
    "Explained",
    "How",
    "Issue",
    "NoResponse",
    "Outcome",
    "OutcomeKind",
    "Part",
    "Request",
    "Row",
    "Scope",
    "ValidationError",
    "__version__",
    "interpret",
    "interpret_exception",
    "interpret_no_response",
    "one_event",
    "types",
]
# `hash` is not among them: `from s2s_events import *` would hide the built-in function.
__all__ += _providers.__all__
