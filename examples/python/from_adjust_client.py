"""Builds a request from what adjust-client's `send_event` takes, so that its callers can stay as they are."""

from collections.abc import Mapping
from typing import Any

from s2s_events import Adjust, Request


def request_of(adjust: Adjust, event_token: str, event_data: Mapping[str, Any]) -> Request:
    """Raises a `ValidationError` with all issues. Unknown keys are issues: adjust-client drops them silently."""
    fields = dict(event_data)
    seconds = fields.pop("created_at_unix", None)
    if seconds is not None:
        fields["created_at"] = seconds * 1000  # Unix milliseconds
    return adjust.event(event_token=event_token, **fields)
