"""Runs every recipe of `examples/python` against the sandbox, and against servers that only listen."""

import asyncio
import json
import logging
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal, get_args

import aiohttp
import celery_task
import fastapi_app
import from_adjust_client
import from_segment
import httpx
import purchases_everywhere
import pytest
import requests
import send_with_aiohttp
import send_with_httpx
import send_with_requests
import send_with_urllib
import uvicorn
from celery import Task
from conftest import EXAMPLES, Server, Talk, begin_a_body, close_at_once, read_request
from fastapi import FastAPI
from file_journal import FileJournal

from s2s_events import Adjust, Metrix, MetrixInApp, Outcome, OutcomeKind, Request, ValidationError
from s2s_events.testing import Sandbox
from s2s_events.types import DeliveryConfig

Style = Literal["post_form", "post_query", "get_query"]
Send = Callable[..., Outcome]
Serve = Callable[[Talk], Server]


def by_httpx(request: Request, timeout: float = 5) -> Outcome:
    with httpx.Client(timeout=timeout) as http:
        return send_with_httpx.send(request, http)


def by_httpx_async(request: Request, timeout: float = 5) -> Outcome:
    async def send() -> Outcome:
        async with httpx.AsyncClient(timeout=timeout) as http:
            return await send_with_httpx.send_async(request, http)

    return asyncio.run(send())


def by_requests(request: Request, timeout: float = 5) -> Outcome:
    with requests.Session() as http:
        return send_with_requests.send(request, http, (timeout, timeout))


def by_aiohttp(request: Request, timeout: float = 5) -> Outcome:
    async def send() -> Outcome:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(timeout)) as http:
            return await send_with_aiohttp.send(request, http)

    return asyncio.run(send())


def by_urllib(request: Request, timeout: float = 5) -> Outcome:
    return send_with_urllib.send(request, timeout)


SENDERS = [by_httpx, by_httpx_async, by_requests, by_aiohttp, by_urllib]


@pytest.fixture(params=SENDERS, ids=lambda sender: sender.__name__.removeprefix("by_"))
def send(request: pytest.FixtureRequest) -> Send:
    chosen: Send = request.param
    return chosen


def adjust(
    base_url: str, style: Style = "post_form", app_token: str = "4w565xzmb54d", auth_token: str | None = None
) -> Adjust:
    return Adjust(app_token=app_token, auth_token=auth_token, request_style=style, base_url=base_url)


def purchase(
    client: Adjust, event_token: str = "f0ob4r", fault: str | None = None, params: dict[str, str] | None = None
) -> Request:
    """A purchase on a device of its own. The sandbox reads from the query which fault it shall do to it."""
    return client.event(
        event_token=event_token,
        gps_adid=uuid.uuid4(),
        revenue="19.99",
        currency="USD",
        callback_params=params,
        extra={"sandbox_fault": fault} if fault else None,
    )


def action(client: Metrix, attributes: dict[str, str]) -> Request:
    now = datetime.now(timezone.utc)
    return client.action(custom_user_id="user-17", time=now, name="aewqd", attributes=attributes)


def test_an_event_is_delivered(send: Send, sandbox: Sandbox) -> None:
    client = adjust(sandbox.base_url("adjust"))
    outcome = send(purchase(client))
    assert outcome.kind is OutcomeKind.DELIVERED
    assert [event["parameters"]["revenue"] for event in sandbox.accepted()] == ["19.99"]


def test_a_message_of_metrix_is_delivered(send: Send, sandbox: Sandbox) -> None:
    metrix = Metrix(app_id="metrix-demo-app", api_key="metrix-demo-api-key", base_url=sandbox.base_url("metrix"))
    outcome = send(action(metrix, {"city": "تهران"}))
    assert outcome.kind is OutcomeKind.DELIVERED
    assert [event["message"]["attributes"] for event in sandbox.accepted()] == [{"city": "تهران"}]


def test_a_missing_or_wrong_token_is_unauthorized_although_the_status_is_202(send: Send, sandbox: Sandbox) -> None:
    without = adjust(sandbox.base_url("adjust"), app_token="s3cur3dapp12")
    wrong = adjust(sandbox.base_url("adjust"), app_token="s3cur3dapp12", auth_token="wr0ng")
    right = adjust(sandbox.base_url("adjust"), app_token="s3cur3dapp12", auth_token="v8s5opi0zs45607l8h8c48wak2vxb5oe")
    outcomes = [send(purchase(client, "s3ct0k")) for client in (without, wrong, right)]
    assert [outcome.reason for outcome in outcomes] == [
        "security token missing",
        "security token wrong or inactive",
        "accepted",
    ]
    assert [event["status"] for event in sandbox.rejected()] == [202, 202]


def test_a_token_is_not_replaced_by_an_entry_of_netrc(
    send: Send, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login someone password else\n")
    monkeypatch.setenv("NETRC", str(netrc))
    client = adjust(sandbox.base_url("adjust"), app_token="s3cur3dapp12", auth_token="v8s5opi0zs45607l8h8c48wak2vxb5oe")
    assert send(purchase(client, "s3ct0k")).kind is OutcomeKind.DELIVERED


def test_a_wrong_event_is_rejected(send: Send, sandbox: Sandbox) -> None:
    client = adjust(sandbox.base_url("adjust"))
    outcome = send(purchase(client, "n0such"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REJECTED, "invalid event token")


@pytest.mark.parametrize("style", ["post_query", "get_query"])
def test_a_busy_provider_is_tried_again_later(send: Send, sandbox: Sandbox, style: Style) -> None:
    client = adjust(sandbox.base_url("adjust"), style)
    outcome = send(purchase(client, fault="429;retry-after=7"))
    assert outcome.kind is OutcomeKind.RETRY_LATER
    assert outcome.retry_after == timedelta(seconds=7)


@pytest.mark.parametrize("style", ["post_query", "get_query"])
def test_a_server_error_is_an_answer(send: Send, sandbox: Sandbox, style: Style) -> None:
    client = adjust(sandbox.base_url("adjust"), style)
    outcome = send(purchase(client, fault="500-after"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNCLEAR, "internal error at Adjust")
    assert len(sandbox.accepted()) == 1


@pytest.mark.parametrize("style", ["post_query", "get_query"])
def test_a_lost_answer_is_unclear_and_nothing_is_sent_twice(send: Send, sandbox: Sandbox, style: Style) -> None:
    client = adjust(sandbox.base_url("adjust"), style)
    outcome = send(purchase(client, fault="drop-after"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNCLEAR, "connection closed without a response")
    assert len(sandbox.accepted()) == 1


@pytest.mark.parametrize("style", ["post_query", "get_query"])
def test_a_late_answer_is_unclear_and_nothing_is_sent_twice(send: Send, sandbox: Sandbox, style: Style) -> None:
    client = adjust(sandbox.base_url("adjust"), style)
    outcome = send(purchase(client, fault="latency=2000"), timeout=0.3)
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNCLEAR, "no response in time after sending began")
    assert len(sandbox.accepted()) <= 1


def test_an_answer_that_breaks_off_is_unclear(send: Send, serve: Serve) -> None:
    client = adjust(serve(begin_a_body).url)
    outcome = send(purchase(client))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNCLEAR, "connection closed without a response")


def test_an_unreachable_provider_is_tried_again_later(send: Send) -> None:
    client = adjust("http://nowhere.invalid")
    outcome = send(purchase(client))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.RETRY_LATER, "no connection, nothing was sent")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(send: Send, serve: Serve, status: int) -> None:
    elsewhere = serve(close_at_once)

    def redirect(connection: socket.socket) -> None:
        read_request(connection)
        answer = f"HTTP/1.1 {status} Elsewhere\r\nlocation: {elsewhere.url}/\r\ncontent-length: 0\r\n\r\n"
        connection.sendall(answer.encode())

    client = adjust(serve(redirect).url)
    outcome = send(purchase(client))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REJECTED, "redirect")
    assert elsewhere.connections == 0


ODD = {"a/b c": "50 % € é%2F+ü&=?#", "~'()*!": '"\\\\ سلام 🎉 ../'}
"""Keys and values with everything that a client might escape in its own way."""


def test_parameters_arrive_as_they_are(send: Send, sandbox: Sandbox) -> None:
    for style in get_args(Style):
        client = adjust(sandbox.base_url("adjust"), style)
        assert send(purchase(client, params=ODD)).kind is OutcomeKind.DELIVERED
    params = [json.loads(event["parameters"]["callback_params"]) for event in sandbox.accepted()]
    assert params == [ODD] * 3


def requests_of_every_shape(base_url: str) -> list[Request]:
    """Form, query and JSON, with and without a body, with and without headers, and a path with escapes."""
    built: list[Request] = []
    for style in get_args(Style):
        client = adjust(base_url + "/a%2Fb", style, auth_token="t0k3n")
        built.append(purchase(client, params=ODD))
    metrix = Metrix(app_id="demo", api_key="k", base_url=base_url)
    inapp = MetrixInApp(app_id="a/b+c%2F d", dev_key="k", base_url=base_url)
    used = inapp.event(
        metrix_user_id="1415211453000-6513900",
        metrix_session_id=uuid.uuid4(),
        idfa=uuid.uuid4(),
        event_slug="taqsq",
        custom_attributes=ODD,
    )
    return [*built, action(metrix, ODD), used]


def test_a_request_arrives_byte_for_byte(send: Send, serve: Serve) -> None:
    arrived: list[bytes] = []

    def listen(connection: socket.socket) -> None:
        arrived.append(read_request(connection))
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")

    base_url = serve(listen).url
    for request in requests_of_every_shape(base_url):
        send(request)
        head, _, body = arrived.pop().partition(b"\r\n\r\n")
        line, *lines = head.decode().split("\r\n")
        assert line == f"{request.method} {request.url.removeprefix(base_url)} HTTP/1.1"
        assert body == request.body
        headers = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
        for name, value in request.headers:
            assert [own for other, own in headers if other == name] == [value]
        assert ("content-type" in dict(headers)) == bool(request.body)


def test_nothing_of_an_event_is_logged(send: Send, sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    client = adjust(sandbox.base_url("adjust"), "get_query")
    with caplog.at_level(logging.INFO):
        send(purchase(client))
    assert "4w565xzmb54d" not in caplog.text
    assert "gps_adid" not in caplog.text


@pytest.mark.parametrize("name", ["httpx", "requests", "aiohttp", "urllib"])
def test_a_recipe_runs_as_its_docstring_says(sandbox: Sandbox, name: str) -> None:
    command = [sys.executable, str(EXAMPLES / f"send_with_{name}.py"), sandbox.base_url("adjust")]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(run.stdout.splitlines()) == {"delivered: accepted"}


@contextmanager
def serving(app: FastAPI) -> Iterator[httpx.Client]:
    """A client of a service, which runs on a free port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}") as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def service(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    monkeypatch.setenv("ADJUST_APP_TOKEN", "4w565xzmb54d")
    monkeypatch.setenv("ADJUST_BASE_URL", sandbox.base_url("adjust"))
    with serving(fastapi_app.app) as client:
        yield client


BOUGHT = {"gps_adid": "660e1d86-6796-463a-be86-897993136018", "revenue": 19.99, "currency": "USD", "order": "A-1"}


def test_the_service_passes_a_purchase_on(service: httpx.Client, sandbox: Sandbox) -> None:
    answer = service.post("/purchases", json=BOUGHT)
    assert (answer.status_code, answer.json()) == (200, {"outcome": "delivered", "reason": "accepted"})
    [event] = sandbox.accepted()
    assert event["parameters"]["revenue"] == "19.99"
    assert event["parameters"]["callback_params"] == '{"order":"A-1"}'


def test_the_service_tells_every_issue(service: httpx.Client, sandbox: Sandbox) -> None:
    answer = service.post("/purchases", json={**BOUGHT, "gps_adid": "not-a-uuid", "currency": "dollars"})
    assert answer.status_code == 422
    issues = {(issue["path"], issue["code"]) for issue in answer.json()["detail"]}
    assert issues == {("/gps_adid", "invalid_device_id"), ("/currency", "invalid_currency")}
    assert sandbox.rejected() == []


def test_the_service_tells_that_the_provider_refused(service: httpx.Client) -> None:
    opted_out = "00000000-0000-4000-8000-000000000451"
    answer = service.post("/purchases", json={**BOUGHT, "gps_adid": opted_out})
    assert (answer.status_code, answer.json()["outcome"]) == (502, "rejected")


PURCHASE = {
    "order": "A-1",
    "value": "19.90",
    "currency": "EUR",
    "user": "user-17",
    "adjust_adid": "18546f6171f67e29d1cb983322ad1329",
    "app_instance_id": "7e5d0e1c9f3a4b2d8c6b5a4938271605",
}
STORED = {"verdict": "stored", "issues": []}


@pytest.fixture
def everywhere(sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the service that reports everywhere."""
    journal = tmp_path / "purchases.log"
    settings = {
        "SANDBOX": sandbox.url,
        "JOURNAL": str(journal),
        "ADJUST_APP_TOKEN": "4w565xzmb54d",
        "GA4_FIREBASE_APP_ID": "1:1234567890:android:abcdef0123456789",
        "GA4_API_SECRET": "demo-api-secret",
        "METRIX_APP_ID": "metrix-demo-app",
        "METRIX_API_KEY": "metrix-demo-api-key",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return journal


def accepted_by(sandbox: Sandbox, count: int) -> list[str]:
    """Returns the providers of accepted events, once their number is `count`."""
    end = time.monotonic() + 20
    while len(sandbox.accepted()) < count and time.monotonic() < end:
        time.sleep(0.02)
    return sorted(event["provider"] for event in sandbox.accepted())


@pytest.mark.usefixtures("everywhere")
def test_a_purchase_is_reported_everywhere(sandbox: Sandbox) -> None:
    with serving(purchases_everywhere.app) as service:
        answer = service.post("/purchases", json=PURCHASE)
        assert (answer.status_code, answer.json()) == (202, dict.fromkeys(("adjust", "ga4", "metrix"), STORED))
        assert accepted_by(sandbox, 3) == ["adjust", "ga4", "metrix"]
    [adjust] = sandbox.accepted("adjust")
    assert adjust["parameters"]["callback_params"] == '{"order":"A-1","user":"user-17"}'
    assert sandbox.rejected() == []


@pytest.mark.usefixtures("everywhere")
def test_a_purchase_that_is_wrong_is_reported_nowhere(sandbox: Sandbox) -> None:
    with serving(purchases_everywhere.app) as service:
        answer = service.post("/purchases", json={**PURCHASE, "currency": None})
        assert answer.status_code == 422
        assert [(issue["path"], issue["code"]) for issue in answer.json()["detail"]] == [("/currency", "missing")]
    assert sandbox.accepted() == []


@pytest.mark.usefixtures("everywhere")
def test_each_destination_decides_for_itself(sandbox: Sandbox) -> None:
    with serving(purchases_everywhere.app) as service:
        answer = service.post("/purchases", json={**PURCHASE, "currency": "GBP", "app_instance_id": None})
        assert answer.status_code == 202
        of = answer.json()
        assert of["adjust"] == STORED
        assert [issue["path"] for issue in of["ga4"]["issues"]] == ["/ids/app_instance_id"]
        assert [(issue["path"], issue["code"]) for issue in of["metrix"]["issues"]] == [("/currency", "invalid_choice")]
        assert accepted_by(sandbox, 1) == ["adjust"]


def test_purchases_outlive_their_process(sandbox: Sandbox, everywhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Metrix has had the other one.
    another = {**PURCHASE, "order": "A-2", "user": "user-18"}
    # Retries that do not wait for long.
    settings: DeliveryConfig = {"backoff_ms": 20, "max_backoff_ms": 50, "breaker_ms": 20, "max_attempts": 10_000}
    monkeypatch.setattr(purchases_everywhere.Journal, "restore", lambda own: FileJournal.restore(own, **settings))
    sandbox.set_faults("429")
    with serving(purchases_everywhere.app) as service:
        assert service.post("/purchases", json=another).status_code == 202
        # The app sends it again: it is there already.
        assert service.post("/purchases", json=another).json() == dict.fromkeys(("adjust", "ga4", "metrix"), STORED)
    assert sandbox.accepted() == []
    assert everywhere.stat().st_size > 0
    sandbox.set_faults()
    with serving(purchases_everywhere.app):
        assert accepted_by(sandbox, 3) == ["adjust", "ga4", "metrix"]


@pytest.mark.usefixtures("everywhere")
def test_purchases_that_cannot_be_stored_are_not_confirmed(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(purchases_everywhere.Journal, "append", fail)
    with serving(purchases_everywhere.app) as service:
        assert [service.post("/purchases", json=PURCHASE).status_code for _ in range(2)] == [503, 503]
    assert sandbox.accepted() == []


@pytest.fixture
def task(monkeypatch: pytest.MonkeyPatch) -> Task:
    """The task, which runs at once."""
    monkeypatch.setenv("ADJUST_APP_TOKEN", "4w565xzmb54d")
    monkeypatch.setitem(celery_task.app.conf, "task_always_eager", value=True)
    return celery_task.deliver


def test_the_task_delivers(task: Task, sandbox: Sandbox) -> None:
    request = purchase(adjust(sandbox.base_url("adjust")))
    data = json.loads(json.dumps(request.to_dict()))
    assert task.apply((data,)).get() == "delivered"
    celery_task.enqueue(purchase(adjust(sandbox.base_url("adjust"))))
    assert len(sandbox.accepted()) == 2


def waits(task: Task, request: Request, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Runs a task to its end, and returns how long it wanted to wait before each further try."""
    waited: list[float] = []
    retry = task.retry

    def noted(**options: Any) -> Any:
        waited.append(options["countdown"])
        return retry(**options)

    monkeypatch.setattr(task, "retry", noted)
    with pytest.raises(celery_task.UndeliveredError):
        task.apply((request.to_dict(),)).get()
    return waited


def test_the_task_waits_as_long_as_the_provider_asks(
    task: Task, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = purchase(adjust(sandbox.base_url("adjust"), "post_query"), fault="429;retry-after=7")
    assert waits(task, request, monkeypatch) == [7] * 9


def test_the_task_waits_ever_longer_where_the_provider_asks_for_nothing(
    task: Task, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = purchase(adjust(sandbox.base_url("adjust"), "post_query"), fault="drop")
    assert waits(task, request, monkeypatch) == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]


@pytest.mark.parametrize(("app_token", "event_token"), [("4w565xzmb54d", "n0such"), ("s3cur3dapp12", "s3ct0k")])
def test_the_task_does_not_repeat_what_is_refused(
    task: Task, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, app_token: str, event_token: str
) -> None:
    request = purchase(adjust(sandbox.base_url("adjust"), app_token=app_token), event_token)
    assert waits(task, request, monkeypatch) == []
    assert len(sandbox.rejected()) == 1


def test_a_call_of_adjust_client_becomes_a_request(sandbox: Sandbox) -> None:
    client = adjust(sandbox.base_url("adjust"))
    now = int(datetime.now(timezone.utc).timestamp())
    data = {"gps_adid": "660e1d86-6796-463a-be86-00000000ac00", "created_at_unix": now, "callback_params": {"a": "1"}}
    assert by_httpx(from_adjust_client.request_of(client, "f0ob4r", data)).kind is OutcomeKind.DELIVERED
    (accepted,) = sandbox.accepted()
    assert accepted["parameters"]["created_at_unix"] == str(now)
    assert accepted["parameters"]["callback_params"] == '{"a":"1"}'
    with pytest.raises(ValidationError) as raised:
        from_adjust_client.request_of(client, "f0ob4r", {**data, "amount": 1})
    assert [(issue.path, issue.code) for issue in raised.value.issues] == [("/amount", "unknown_field")]


@pytest.mark.parametrize(
    ("platform", "parameter", "identifier"),
    [
        ("Android", "gps_adid", "660e1d86-6796-463a-be86-897993136018"),
        ("ios", "idfa", "D2CADB5F-410F-4963-AC0C-2A78534BDF1E"),
    ],
)
def test_a_call_of_segment_becomes_a_request(platform: str, parameter: str, identifier: str, sandbox: Sandbox) -> None:
    client = adjust(sandbox.base_url("adjust"))
    track = {
        "event": "Order Completed",
        "messageId": "ajs-1",
        "timestamp": datetime.now(timezone.utc).isoformat(),
        "context": {"ip": "192.0.2.1", "device": {"type": platform, "advertisingId": identifier}},
        "properties": {"orderId": "A-1", "revenue": 39.95, "currency": "USD", "coupon": True},
    }
    request = from_segment.request_of(client, track)
    assert request is not None
    assert by_httpx(request).kind is OutcomeKind.DELIVERED
    (accepted,) = sandbox.accepted()
    sent = accepted["parameters"]
    assert sent[parameter] == identifier
    assert (sent["revenue"], sent["currency"], sent["ip_address"]) == ("39.95", "USD", "192.0.2.1")
    assert sent["callback_params"] == '{"orderId":"A-1","coupon":"True"}'
    assert from_segment.request_of(client, {**track, "event": "Page Viewed"}) is None
    with pytest.raises(ValidationError) as raised:
        from_segment.request_of(client, {**track, "context": {}})
    assert [issue.code for issue in raised.value.issues] == ["missing_one_of"]
