"""Builds a request for Adjust from a `track` call in the form of Segment's spec."""

from collections.abc import Mapping
from typing import Any

from s2s_events import Adjust, Request

EVENT_TOKENS = {"Order Completed": "f0ob4r"}
"""Adjust's event tokens by the names of your events, as in the settings of Segment's Adjust destination."""

DEVICE_IDS = {"ios": "idfa", "android": "gps_adid"}
"""The identifier that `context.device.advertisingId` is on each platform."""


def request_of(adjust: Adjust, track: Mapping[str, Any]) -> Request | None:
    """Returns None for an event without a token. Raises a `ValidationError` with all issues."""
    event_token = EVENT_TOKENS.get(track["event"])
    if event_token is None:
        return None
    context, properties = track.get("context", {}), track.get("properties", {})
    device = context.get("device", {})
    device_id = DEVICE_IDS.get(device.get("type", "").lower())
    fields = {device_id: device.get("advertisingId")} if device_id else {}
    return adjust.event(
        event_token=event_token,
        created_at=track.get("timestamp"),
        revenue=properties.get("revenue"),
        currency=properties.get("currency"),
        ip_address=context.get("ip"),
        callback_params={key: str(value) for key, value in properties.items() if key not in ("revenue", "currency")},
        **fields,
    )
