"""What type checkers must refuse. Nothing here runs: an `ignore` that ignores nothing is an error of mypy."""

from datetime import datetime, timezone
from decimal import Decimal
from uuid import UUID

from typing_extensions import assert_type

from s2s_events import Adjust, Destination, Metrix, Outcome, Request, ValidationError
from s2s_events.types import AdjustEvent, MetrixMessage


def accepted(adjust: Adjust, metrix: Metrix, destination: Destination) -> None:
    event: AdjustEvent = {
        "event_token": "f0ob4r",
        "gps_adid": UUID(int=1),
        "revenue": Decimal("19.99"),
        "currency": None,
    }
    assert_type(adjust.event(now=datetime.now(timezone.utc), **event), Request)
    message: MetrixMessage = {
        "kind": "action",
        "time": datetime.now(timezone.utc),
        "attributes": {"a": [1, {"b": None}]},
    }
    assert_type(metrix.messages({"custom_user_id": "u"}, [message]), Request)
    assert_type(destination.build_many([{}]), list[Request | ValidationError])
    assert_type(destination.build_many([{}], on_error="raise"), list[Request])
    assert_type(adjust.interpret(None, 200, {"a": "b"}, b""), Outcome)


def refused(adjust: Adjust, metrix: Metrix) -> None:
    Adjust()  # type: ignore[call-arg]
    Adjust(app_token="t", environment="test")  # type: ignore[arg-type]
    Adjust(app_token="t", api_key="k")  # type: ignore[call-arg]
    adjust.event(event_tokn="f0ob4r")  # type: ignore[call-arg]
    adjust.event(event_token="f0ob4r", now="2026-11-20T10:00:00Z")  # type: ignore[arg-type]
    adjust.event(event_token="f0ob4r", callback_params={"a": 1})  # type: ignore[dict-item]
    metrix.action(name="aewqd")  # type: ignore[call-arg]
    metrix.messages({}, [{"kind": "event"}])  # type: ignore[list-item]
    adjust.interpret_no_response(None, "tired")  # type: ignore[arg-type]
