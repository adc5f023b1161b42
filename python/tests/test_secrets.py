"""Nothing that is a secret or personal data is printed, logged or raised."""

import json
import logging
import pickle
import traceback
from collections.abc import Callable
from datetime import datetime, timezone
from functools import partial
from typing import Any

import pytest

from s2s_events import Adjust, ConfigError, Destination, Destinations, Metrix, MetrixInApp, ValidationError
from s2s_events.delivery import (
    AsyncDriver,
    CannotRunError,
    Delivery,
    Driver,
    LogError,
    RefusedError,
    ReportsReady,
    Send,
    StoreLog,
)

SECRETS = {
    "app_token": "canary-app-token",
    "auth_token": "canary-auth-token",
    "app_id": "canary-app-id",
    "api_key": "canary-api-key",
    "dev_key": "canary-dev-key",
}
EMAIL = "canary@example.com"
DEVICE = "canary00-6796-463a-be86-897993136018"
ADJUST: Any = {name: SECRETS[name] for name in ("app_token", "auth_token")}
METRIX: Any = {name: SECRETS[name] for name in ("app_id", "api_key")}
IN_APP: Any = {name: SECRETS[name] for name in ("app_id", "dev_key")}
TIME = "2026-11-20T10:00:00Z"

Shown = list[str]


def shown(value: Any) -> Shown:
    return [
        repr(value),
        str(value),
        f"{value}",
        repr([value]),
        logging.makeLogRecord({"msg": "%s %r", "args": (value, value)}).getMessage(),
    ]


def raised(build: Callable[[], object], caplog: pytest.LogCaptureFixture) -> Shown:
    """Everything that an exception shows of itself."""
    with pytest.raises((ConfigError, ValidationError)) as info:
        build()
    caplog.clear()
    logging.getLogger().error("failed", exc_info=info.value)
    frames = [
        frame for frame in traceback.format_exception(info.value) if "Traceback" not in frame and "File" not in frame
    ]
    return [
        *shown(info.value),
        *frames,
        repr(pickle.dumps(info.value)),
        repr(info.value.issues),
        repr(info.value.__dict__),
    ]


def assert_silent(texts: Shown) -> None:
    assert texts
    assert all(texts)
    for text in texts:
        assert "canary" not in text


def clients() -> list[tuple[Any, dict[str, Any]]]:
    return [
        (
            Adjust(**ADJUST).event,
            {"event_token": "f0ob4r", "external_device_id": DEVICE, "callback_params": {"email": EMAIL}},
        ),
        (Metrix(**METRIX).user, {"custom_user_id": EMAIL, "metrix_user_id": DEVICE, "time": TIME, "email": EMAIL}),
        (
            MetrixInApp(**IN_APP).event,
            {"metrix_user_id": DEVICE, "metrix_session_id": DEVICE, "idfa": DEVICE, "event_slug": "taqsq"},
        ),
    ]


def test_what_is_made_shows_nothing() -> None:
    for build, event in clients():
        client = build.__self__
        request = build(**event)
        body = f'{{"error":"{EMAIL} {DEVICE}","adid":"{DEVICE}"}}'
        outcome = client.interpret(request, 400, {"x": EMAIL}, body)
        assert_silent([text for value in (client, build, request, outcome) for text in shown(value)])
    assert_silent(shown(Destination.from_config({"provider": "adjust", **ADJUST})))
    for style in ("post_query", "get_query"):
        request = Adjust(**ADJUST, request_style=style).event(event_token="f0ob4r", external_device_id=DEVICE)
        assert "canary" in request.url
        assert_silent(shown(request))


def test_warnings_show_nothing() -> None:
    request = Adjust(**ADJUST).event(event_token="f0ob4r", external_device_id=DEVICE, user_agent=f"%2F{EMAIL}%20x")
    assert [warning.code for warning in request.warnings] == ["already_encoded"]
    assert_silent([text for warning in request.warnings for text in shown(warning)])


def test_what_is_wrong_shows_nothing(caplog: pytest.LogCaptureFixture) -> None:
    for build, event in clients():
        for name in event:
            for wrong in ([DEVICE], {EMAIL}, b"canary", "\ud800canary", 1j):
                assert_silent(raised(partial(build, **{**event, name: wrong}), caplog))
        wrong_fields = dict.fromkeys(("revenue", "currency", "gps_adid", "time", "created_at", "unknown"), EMAIL)
        assert_silent(raised(partial(build, **{**event, **wrong_fields}), caplog))
    config: Any = {"app_token": "canary token", "base_url": "canary", "environment": "canary"}
    assert_silent(raised(lambda: Adjust(**config), caplog))
    assert_silent(raised(lambda: Destination.from_config({"provider": "canary"}), caplog))
    line = f'{{"provider":"adjust","kind":"event","event_token":"{DEVICE}", "idfa": "{DEVICE}"'
    assert_silent(raised(lambda: Destination.from_config({"provider": "adjust", **ADJUST}).build(line), caplog))


NEUTRAL: Any = {
    "event": "purchase",
    "id": "canary-id",
    "time": TIME,
    "value": "19.99",
    "currency": "USD",
    "order_id": "canary-order",
    "user": {"id": "canary-user", "email": EMAIL, "phone": "+16505551212", "first_name": "canary"},
    "device": {"ip": "192.0.2.1", "user_agent": f"%2F{EMAIL}%20x"},
    "ids": {"adjust_adid": "18546f6171f67e29d1cb983322ad1329", "client_id": "canary.1", "metrix_user_id": DEVICE},
    "params": {"note": EMAIL},
}
EVERYWHERE: Any = {
    "adjust": {**ADJUST, "events": {"purchase": "canary"}, "mapping": {"unmapped": "warn", "order_id": "canary-order"}},
    "metrix": {**METRIX, "mapping": {"unmapped": "warn"}},
    "destination": {
        "strict": {"provider": "adjust", **ADJUST, "events": {"purchase": "canary"}},
        "web": {
            "provider": "ga4",
            "measurement_id": "G-CANARY1234",
            "api_secret": "canary",
            "mapping": {"unmapped": "warn"},
        },
        "none": {"provider": "adjust", **ADJUST, "events": {"purchase": "skip"}},
    },
}


def test_neutral_events_show_nothing(caplog: pytest.LogCaptureFixture) -> None:
    destinations = Destinations(EVERYWHERE)
    explained = destinations.explain(NEUTRAL, now=datetime(2026, 11, 20, 12, tzinfo=timezone.utc))
    verdicts = {repr(own.part).split()[2].strip(",>") for own in explained}
    assert verdicts == {"built", "refused", "skipped"}
    values: list[Any] = [destinations, destinations.get("web"), explained]
    for own in explained:
        values += [own, own.part, own.part.request, own.part.issues, own.rows]
    texts = [text for value in values for text in shown(value)]
    assert_silent(texts)
    assert not [text for text in texts if "16505551212" in text or "CANARY" in text or "18546f61" in text]
    for name in NEUTRAL:
        for wrong in ([DEVICE], {EMAIL}, b"canary", "\ud800canary", 1j):
            assert_silent(raised(partial(destinations.fan_out, {**NEUTRAL, name: wrong}), caplog))
    assert_silent(raised(lambda: destinations.fan_out({**NEUTRAL, "destinations": ["canary"]}), caplog))
    assert_silent(raised(lambda: destinations.fan_out(f'{{"event":"{EMAIL}","currency":"{EMAIL}"}}'), caplog))
    wrong_config: Any = {
        "adjust": {"app_token": "canary token", "events": {"purchase": ["canary"]}, "mapping": "canary"}
    }
    for config in (wrong_config, json.dumps(wrong_config), json.dumps(EVERYWHERE)[:-1], {"ga4": "canary"}):
        assert_silent(raised(partial(Destinations, config), caplog))


def test_deliveries_show_nothing() -> None:
    adjust = Adjust(**ADJUST)
    request = adjust.event(event_token="f0ob4r", external_device_id=DEVICE, callback_params={"email": EMAIL})
    delivery = Delivery(journal=True)
    driver = Driver(delivery, lambda _: (200, {}, b""))
    accepted = delivery.submit(EMAIL, request, destination="canary", lane=DEVICE)
    told: list[Any] = [delivery, driver, AsyncDriver, accepted, delivery.poll()]
    log = delivery.take_log()
    delivery.log_stored()
    match delivery.poll():
        case Send(ticket, _) as send:
            told.append(send)
            delivery.on_response(ticket, 400, {"x": EMAIL}, f'{{"error":"{EMAIL}","adid":"{DEVICE}"}}')
    assert_silent([text for value in told for text in shown(value)])
    with pytest.raises(RefusedError) as refused:
        delivery.submit(EMAIL, request)
    assert_silent(
        [*shown(refused.value), repr(pickle.dumps(refused.value)), *traceback.format_exception(refused.value)]
    )
    delivery.take_log()
    delivery.log_stored()
    [report] = delivery.take_reports()
    assert report.id == EMAIL
    assert_silent(shown(report))
    # After something else it is no log.
    with pytest.raises(LogError) as broken:
        Delivery.restore(b"canary" + log)
    assert_silent([*shown(broken.value), repr(pickle.dumps(broken.value))])


def test_runs_show_nothing() -> None:
    adjust = Adjust(**ADJUST)
    delivery = Delivery(journal=True, once=True)
    request = adjust.event(event_token="f0ob4r", external_device_id=DEVICE, callback_params={"email": EMAIL})
    delivery.submit(EMAIL, request, destination="canary")
    run = delivery.run
    with pytest.raises(CannotRunError) as refused:
        run.begin()
    assert_silent([*shown(refused.value), *traceback.format_exception(refused.value)])
    assert pickle.loads(pickle.dumps(refused.value)).code == "no_storage"
    run.begin(storage="append")
    steps: list[Any] = [run]
    logs = b""
    for _ in range(10):
        step = run.next()
        steps.append(step)
        match step:
            case StoreLog(log):
                logs += log
                run.stored()
            case Send(ticket, _):
                run.on_error(ticket, None, cause=f"{EMAIL} {DEVICE}")
            case ReportsReady():
                steps += run.reports()
                run.reported(1)
    assert DEVICE.encode() in logs
    assert {type(step).__name__ for step in steps} == {"Run", "StoreLog", "Send", "ReportsReady", "Report", "Done"}
    assert_silent([text for step in steps for text in shown(step)])


def test_settings_that_are_wrong_show_nothing(caplog: pytest.LogCaptureFixture) -> None:
    settings: Any = {"max_pending": EMAIL, "journal": EMAIL, "providers": {"adjust": {"repeat": EMAIL}}}
    assert_silent(raised(lambda: Delivery(**settings), caplog))


def test_the_curl_command_hides_credentials() -> None:
    request = Adjust(**ADJUST).event(event_token="f0ob4r", external_device_id="device-17")
    assert_silent([request.as_curl()])


def test_a_context_is_not_kept() -> None:
    """What reading tried first is not the context of the exception."""
    with pytest.raises(ValidationError) as info:
        Adjust(**ADJUST).event(event_token="", revenue="canary")
    assert info.value.__cause__ is None
    assert info.value.__context__ is None
