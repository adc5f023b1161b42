"""Any JSON that is given as Python's objects means what it means as text."""

import json
from datetime import datetime, timezone
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from s2s_events import Destination, Request, ValidationError

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
DESTINATIONS = [
    Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"}),
    Destination.from_config({"provider": "metrix", "app_id": "app", "api_key": "key"}),
    Destination.from_config({"provider": "metrix_inapp", "app_id": "app", "dev_key": "key"}),
]
KINDS = ["event", "user", "action", "revenue", "business_event", "purchase"]
FIELDS = [
    *(
        "event_token",
        "adid",
        "gps_adid",
        "created_at",
        "revenue",
        "currency",
        "callback_params",
        "tracking_enabled",
        "att_status",
        "eventToken",
    ),
    *(
        "custom_user_id",
        "id",
        "time",
        "name",
        "attributes",
        "extra",
        "birthday",
        "metrix_session_id",
        "event_slug",
        "custom_metrics",
        "unknown",
    ),
]

texts = st.text(st.characters(), max_size=8) | st.sampled_from(
    ["f0ob4r", "USD", "19.99", "2026-11-20T10:00:00Z", "18546f6171f67e29d1cb983322ad1329"]
)
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=8
)
fields = st.dictionaries(st.sampled_from(FIELDS), values, max_size=8)
right = st.fixed_dictionaries(
    {"event_token": st.just("f0ob4r"), "adid": st.just("18546f6171f67e29d1cb983322ad1329")},
    optional={
        "created_at": st.sampled_from(["2026-11-20T10:00:00Z", 1_795_168_800_000]),
        "callback_params": st.dictionaries(texts, texts, max_size=4),
        "user_agent": texts,
        "tracking_enabled": st.booleans(),
    },
)
attributes = st.fixed_dictionaries(
    {
        "custom_user_id": st.just("u"),
        "id": st.just("1"),
        "name": st.just("aewqd"),
        "time": st.just("2026-11-20T10:00:00Z"),
    },
    optional={
        "attributes": st.dictionaries(texts, values, max_size=4),
        "extra": st.dictionaries(texts, values, max_size=4),
    },
)


def verdict(destination: Destination, event: Any) -> Any:
    try:
        request: Request = destination.build(event, now=NOW, new_id=lambda: "the-id")
    except ValidationError as error:
        return sorted((issue.path, issue.code) for issue in error.issues)
    return request


@settings(max_examples=1_000, deadline=None)
@given(st.sampled_from(DESTINATIONS), st.sampled_from(KINDS), fields | right | attributes)
@example(
    DESTINATIONS[0],
    "event",
    {"event_token": "f0ob4r", "adid": "18546f6171f67e29d1cb983322ad1329", "revenue": 1e16, "currency": "USD"},
)
def test_objects_and_their_json_have_one_verdict(destination: Destination, kind: str, event: dict[str, Any]) -> None:
    event = {"provider": destination.provider, "kind": kind, **event}
    assert verdict(destination, event) == verdict(destination, json.dumps(event))


@settings(max_examples=300, deadline=None)
@given(values)
def test_anything_at_all_has_one_verdict(value: Any) -> None:
    if isinstance(value, str):
        return
    assert verdict(DESTINATIONS[0], value) == verdict(DESTINATIONS[0], json.dumps(value))
