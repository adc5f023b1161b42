"""What type checkers must refuse. Nothing here runs: an `ignore` that ignores nothing is an error of mypy."""

from collections.abc import Callable
from datetime import datetime, timezone
from decimal import Decimal
from uuid import UUID

from typing_extensions import assert_never, assert_type

from s2s_events import Adjust, Destination, Destinations, Explained, Metrix, Outcome, Part, Request, ValidationError
from s2s_events.delivery import (
    Accepted,
    Answer,
    AsyncDriver,
    Cancel,
    Delivery,
    Done,
    Driver,
    Idle,
    Report,
    ReportsReady,
    Send,
    Store,
    StoreLog,
    Ticket,
    Wait,
    WaitForAnswer,
    WaitUntil,
)
from s2s_events.types import AdjustEvent, Event, EventItem, EventMapping, MetrixMessage


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


def accepted_everywhere(destinations: Destinations) -> None:
    item: EventItem = {"id": "1", "price": Decimal("9.95"), "quantity": 2}
    event: Event = {"event": "purchase", "value": Decimal("19.90"), "currency": "EUR", "items": [item]}
    assert_type(destinations.fan_out(event, now=datetime.now(timezone.utc), new_id=lambda: "1"), list[Part])
    assert_type(destinations.explain({**event, "destinations": ["ga4"]}), list[Explained])
    assert_type(destinations.fan_out(b"{}", new_id=None)[0].request, Request | None)
    assert_type(destinations.get("ga4"), Destination | None)
    mapping: EventMapping = {"unmapped": "warn", "ignore": ["/id"]}
    assert_type(Destinations({"ga4": {"mapping": mapping}}), Destinations)


async def delivered(delivery: Delivery, request: Request, send: Callable[[Request], Answer]) -> None:
    assert_type(Delivery(journal=True, seed=7, providers={"adjust": {"repeat": "at_most_once"}}), Delivery)
    assert_type(Delivery.restore(b"", max_pending=5), tuple[Delivery, int])
    assert_type(delivery.submit("a", request, lane="user-17"), Accepted)
    match delivery.poll():
        case Send(ticket, sent):
            assert_type(sent, Request)
            assert_type(delivery.on_response(ticket, 200, {"a": "b"}, b""), bool)
            assert_type(delivery.on_no_response(ticket, "timeout"), bool)
        case WaitUntil(time):
            assert_type(time, datetime)
        case Store() | WaitForAnswer() | Idle():
            pass
        case other:
            assert_never(other)
    delivery.run.begin(until="stopped", storage="replace", max_in_flight=5, stop_on_error=True, acknowledge=True)
    match delivery.run.next():
        case Send(ticket, _):
            assert_type(delivery.run.on_error(ticket, None, cause="reset"), bool)
        case StoreLog(log, replaces):
            assert_type((log, replaces), tuple[bytes, bool])
        case ReportsReady():
            assert_type(delivery.run.reports(), list[Report])
        case Cancel(ticket):
            assert_type(ticket, Ticket)
        case Wait(seconds):
            assert_type(seconds, float)
        case Done():
            pass
        case step:
            assert_never(step)
    reports: list[Report] = []
    Driver(delivery, send, store=bytearray().extend, on_report=reports.append).run(until="stopped")

    async def send_async(request: Request) -> Answer:
        return send(request)

    await AsyncDriver(delivery, send_async, on_report=reports.append).run()


def refused(adjust: Adjust, metrix: Metrix, delivery: Delivery) -> None:
    delivery.run.begin(until="done")  # type: ignore[arg-type]
    delivery.run.begin(storage="file")  # type: ignore[arg-type]
    Adjust()  # type: ignore[call-arg]
    Adjust(app_token="t", environment="test")  # type: ignore[arg-type]
    Adjust(app_token="t", api_key="k")  # type: ignore[call-arg]
    adjust.event(event_tokn="f0ob4r")  # type: ignore[call-arg]
    adjust.event(event_token="f0ob4r", now="2026-11-20T10:00:00Z")  # type: ignore[arg-type]
    adjust.event(event_token="f0ob4r", callback_params={"a": 1})  # type: ignore[dict-item]
    metrix.action(name="aewqd")  # type: ignore[call-arg]
    metrix.messages({}, [{"kind": "event"}])  # type: ignore[list-item]
    adjust.interpret_no_response("tired")  # type: ignore[arg-type]


def refused_everywhere(destinations: Destinations) -> None:
    event: Event = {"event": "purchas"}  # type: ignore[typeddict-item]
    other: Event = {"event": "purchase", "worth": 1}  # type: ignore[typeddict-unknown-key]
    missing: Event = {"value": 1}  # type: ignore[typeddict-item]
    destinations.fan_out([event, other, missing])  # type: ignore[arg-type]
    destinations.fan_out(event, now="2026-11-20T10:00:00Z")  # type: ignore[arg-type]
    Destinations(adjust={})  # type: ignore[call-arg]


def refused_by_deliveries(delivery: Delivery, send: Callable[[Request], Answer], request: Request) -> None:
    Delivery(7)  # type: ignore[call-arg]
    Delivery(max_pendin=5)  # type: ignore[call-arg]
    Delivery(providers={"adjust": {"repeat": "never"}})  # type: ignore[typeddict-item]
    delivery.submit(7, request)  # type: ignore[arg-type]
    delivery.on_no_response(7, "closed")  # type: ignore[arg-type]
    AsyncDriver(delivery, send)  # type: ignore[arg-type]

    async def store(log: bytes) -> None: ...

    Driver(delivery, send, store=store)  # type: ignore[arg-type]
    Driver(delivery, send).run(until="tomorrow")  # type: ignore[arg-type]
