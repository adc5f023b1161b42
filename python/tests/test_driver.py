"""Both drivers: against the sandbox with faults, and against callbacks that do what they should not."""

import asyncio
import linecache
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from s2s_events import Adjust, Request
from s2s_events.delivery import (
    Answer,
    AsyncDriver,
    CannotRunError,
    Delivery,
    Driver,
    RefusedError,
    Report,
    ReportKind,
    Until,
)
from s2s_events.testing import Sandbox, start_sandbox

OK: Answer = (200, {"content-type": "text/plain"}, b"OK")
DEVICES = 20
SETTINGS: Any = {"backoff_ms": 20, "max_backoff_ms": 50, "breaker_ms": 20}


class Threads:
    """The driver of threads."""

    @staticmethod
    def make(delivery: Delivery, send: Callable[[Request], Answer], **callbacks: Any) -> Driver:
        return Driver(delivery, send, **callbacks)

    @staticmethod
    def over_http(delivery: Delivery, http: httpx.Client, **callbacks: Any) -> Driver:
        def send(request: Request) -> Answer:
            response = http.request(request.method, request.url, headers=request.headers, content=request.body)
            return response.status_code, response.headers, response.content

        return Driver(delivery, send, threads=8, **callbacks)

    @staticmethod
    def run(driver: Driver, until: Until = "idle") -> None:
        driver.run(until=until)


class Asyncio:
    """The driver of asyncio."""

    @staticmethod
    def make(delivery: Delivery, send: Callable[[Request], Answer], **callbacks: Any) -> AsyncDriver:
        async def send_async(request: Request) -> Answer:
            # Blocking sends block no other.
            return await asyncio.to_thread(send, request)

        return AsyncDriver(delivery, send_async, **callbacks)

    @staticmethod
    def over_http(delivery: Delivery, _: httpx.Client, **callbacks: Any) -> AsyncDriver:
        async def send(request: Request) -> Answer:
            loop = asyncio.get_running_loop()
            if loop not in clients:
                clients[loop] = httpx.AsyncClient(verify=False)
            response = await clients[loop].request(
                request.method, request.url, headers=request.headers, content=request.body
            )
            return response.status_code, response.headers, response.content

        async def run(*, until: Until = "idle") -> None:
            try:
                await running(until=until)
            finally:
                await clients.pop(asyncio.get_running_loop()).aclose()

        clients: dict[Any, httpx.AsyncClient] = {}
        driver = AsyncDriver(delivery, send, **callbacks)
        running = driver.run
        driver.run = run  # type: ignore[method-assign]
        return driver

    @staticmethod
    def run(driver: AsyncDriver, until: Until = "idle") -> None:
        asyncio.run(driver.run(until=until))


@pytest.fixture(params=[Threads, Asyncio], ids=["threads", "asyncio"])
def kind(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture
def faulty() -> Iterator[Sandbox]:
    """A sandbox in which some things go wrong."""
    rates = ", ".join(
        f'{{ fault = "{fault}", rate = {rate} }}'
        for fault, rate in [("500", 0.1), ("drop", 0.05), ("500-after", 0.05), ("drop-after", 0.05)]
    )
    with start_sandbox(f"[faults]\nseed = 7\nrates = [{rates}]\n") as sandbox:
        yield sandbox


def request(number: int, base_url: str | None = None) -> Request:
    """The event of that number: on one of a few devices, a second later than the one before."""
    now = datetime.now(timezone.utc)
    return Adjust(app_token="4w565xzmb54d", base_url=base_url).event(
        event_token="f0ob4r",
        gps_adid=f"660e1d86-6796-463a-be86-{number % DEVICES:012}",
        created_at=now - timedelta(days=1) + timedelta(seconds=number),
        callback_params={"number": str(number)},
        now=now,
    )


def check_account(sandbox: Sandbox, numbers: range, killed: int = 0) -> None:
    """Every event has arrived; twice only where a response was lost, or the run was killed; each lane in its order."""
    assert sandbox.rejected() == []
    lanes: dict[str, list[int]] = {}
    doubles: Counter[int] = Counter()
    for entry in sandbox.accepted():
        number = int(entry["parameters"]["callback_params"].split('"')[3])
        lanes.setdefault(entry["parameters"]["gps_adid"], []).append(number)
        doubles[number] += 1 if not entry.get("answer_lost") else 0
    assert sorted({number for lane in lanes.values() for number in lane}) == list(numbers)
    for lane in lanes.values():
        assert lane == sorted(lane)
    assert sum(count - 1 for count in doubles.values() if count > 1) <= killed


def test_everything_arrives_although_some_of_it_fails_at_first(kind: Any, faulty: Sandbox) -> None:
    reports: list[Report] = []
    with httpx.Client() as http:
        driver = kind.over_http(Delivery(**SETTINGS), http, on_report=reports.append)
        for number in range(200):
            driver.submit(str(number), request(number, faulty.base_url("adjust")))
        kind.run(driver)
    assert sorted(int(report.id) for report in reports) == list(range(200))
    assert {report.kind for report in reports} == {ReportKind.DELIVERED}
    assert any(report.attempts > 1 for report in reports)
    assert driver.delivery.stats().pending == 0
    check_account(faulty, range(200))


def test_a_busy_provider_says_when_to_come_again(kind: Any, sandbox: Sandbox) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", request_style="post_query", base_url=sandbox.base_url("adjust"))
    event = adjust.event(event_token="f0ob4r", adid="0" * 32, extra={"sandbox_fault": "429;retry-after=7"})
    reports: list[Report] = []
    with httpx.Client() as http:
        driver = kind.over_http(Delivery(once=True), http, on_report=reports.append)
        driver.submit("a", event)
        kind.run(driver)
    [report] = reports
    assert report.outcome is not None
    assert report.outcome.retry_after == timedelta(seconds=7)
    assert (report.kind, report.maybe_delivered) == (ReportKind.GAVE_UP, False)


class Disk:
    """A log in a file. After a number of parts it is full, in the middle of one."""

    def __init__(self, path: Path, parts: int | None = None) -> None:
        self.path = path
        self.parts = parts
        self.path.touch()

    def store(self, part: bytes) -> None:
        if self.parts == 0:
            with self.path.open("ab") as file:
                file.write(part[: len(part) // 2])
            raise OSError(28, "No space left on device")
        self.parts = self.parts and self.parts - 1
        with self.path.open("ab") as file:
            file.write(part)

    def restore(self) -> Delivery:
        delivery, whole = Delivery.restore(self.path.read_bytes(), **SETTINGS)
        with self.path.open("ab") as file:
            file.truncate(whole)
        return delivery


def test_a_driver_goes_on_from_its_log(kind: Any, faulty: Sandbox, tmp_path: Path) -> None:
    disk, reports = Disk(tmp_path / "log"), {}

    def acknowledge(report: Report) -> None:
        assert report.id not in reports
        reports[report.id] = report
        driver.acknowledge(report.id)
        if len(reports) % 60 == 0:
            driver.stop()

    with httpx.Client() as http:
        driver = kind.over_http(disk.restore(), http, store=disk.store, on_report=acknowledge)
        for number in range(200):
            driver.submit(str(number), request(number, faulty.base_url("adjust")))
        assert not driver.delivery.is_stored
        runs = 0
        while driver.delivery.stats().pending > 0:
            kind.run(driver)
            runs += 1
            assert driver.delivery.is_stored
            # Another process goes on.
            driver = kind.over_http(disk.restore(), http, store=disk.store, on_report=acknowledge)
    assert runs == 4
    assert {report.kind for report in reports.values()} == {ReportKind.DELIVERED}
    assert sorted(map(int, reports)) == list(range(200))
    assert driver.delivery.take_reports() == []
    check_account(faulty, range(200))


def test_nothing_is_lost_where_the_disk_is_full(kind: Any, faulty: Sandbox, tmp_path: Path) -> None:
    reports: dict[str, Report] = {}
    disk = Disk(tmp_path / "log")
    delivery = disk.restore()
    for number in range(100):
        delivery.submit(str(number), request(number, faulty.base_url("adjust")))
    disk.store(delivery.take_log())
    delivery.log_stored()
    with httpx.Client() as http:
        for parts in (3, 10, 20, None):
            disk.parts = parts
            driver = kind.over_http(
                disk.restore(), http, store=disk.store, on_report=lambda report: reports.update({report.id: report})
            )
            if parts is None:
                kind.run(driver)
                break
            with pytest.raises(OSError, match="No space"):
                kind.run(driver)
            assert driver.delivery.stats().in_flight == 0
    assert sorted(map(int, reports)) == list(range(100))
    check_account(faulty, range(100), killed=3 * 64)


def test_nothing_is_sent_that_is_not_stored(kind: Any) -> None:
    stored: list[bytes] = []
    sent: list[Request] = []
    reports: list[Report] = []

    def store(part: bytes) -> None:
        if is_full:
            raise OSError(28, "No space left on device")
        stored.append(part)

    def send(request: Request) -> Answer:
        sent.append(request)
        return OK

    is_full = True
    driver = kind.make(Delivery(journal=True), send, store=store, on_report=reports.append)
    driver.submit("a", request(1))
    with pytest.raises(OSError, match="No space"):
        kind.run(driver)
    assert (sent, reports, driver.delivery.is_stored) == ([], [], False)
    is_full = False
    kind.run(driver)
    assert [report.id for report in reports] == ["a"]
    assert driver.delivery.is_stored
    restored, whole = Delivery.restore(b"".join(stored))
    assert whole == sum(map(len, stored))
    assert [report.id for report in restored.take_reports()] == ["a"], "it was not acknowledged"


def test_a_journal_needs_a_store(kind: Any) -> None:
    driver = kind.make(Delivery(journal=True), lambda _: OK)
    driver.submit("a", request(1))
    with pytest.raises(CannotRunError) as raised:
        kind.run(driver)
    assert raised.value.code == "no_storage"
    assert not driver.delivery.is_stored
    assert driver.delivery.take_log(), "it is not thrown away"


def test_a_callback_for_reports_that_fails_is_called_again_in_the_next_run(kind: Any) -> None:
    stored: list[bytes] = []
    reports: list[Report] = []
    calls: list[str] = []

    def on_report(report: Report) -> None:
        calls.append(report.id)
        if len(calls) == 2:
            raise LookupError
        reports.append(report)

    driver = kind.make(Delivery(journal=True), lambda _: OK, store=stored.append, on_report=on_report)
    for number in range(DEVICES):
        driver.submit(str(number), request(number))
    with pytest.raises(LookupError):
        kind.run(driver)
    assert len(calls) == 2
    assert driver.delivery.is_stored
    kind.run(driver)
    assert Counter(report.id for report in reports) == Counter(map(str, range(DEVICES)))
    assert len(calls) == DEVICES + 1


def test_an_exception_of_send_ends_the_run_only_where_that_is_asked_for(kind: Any) -> None:
    is_begun = threading.Barrier(2, timeout=5)
    reports: list[Report] = []

    def send(sent: Request) -> Answer:
        if is_broken:
            is_begun.wait()
            if b"number%22%3A%221%22" in sent.body:
                raise LookupError
            time.sleep(0.05)
        return OK

    is_broken = True
    driver = kind.make(Delivery(**SETTINGS), send, on_report=reports.append, stop_on_error=True)
    for number in (1, 2, 1 + DEVICES):
        driver.submit(str(number), request(number))
    with pytest.raises(LookupError):
        kind.run(driver)
    assert [report.id for report in reports] == ["2"], "what was under way has its answer"
    assert driver.delivery.stats().in_flight == 0
    is_broken = False
    kind.run(driver)
    assert [(report.id, report.attempts) for report in reports[1:]] == [("1", 2), (str(1 + DEVICES), 1)]


@pytest.mark.parametrize("answer", [None, 200, (200, {})])
def test_what_send_must_return_is_told(kind: Any, answer: Any) -> None:
    driver = kind.make(Delivery(once=True), lambda _: answer)
    driver.submit("a", request(1))
    with pytest.raises(TypeError, match="send must return"):
        kind.run(driver)
    assert driver.delivery.stats().gave_up == 1


@pytest.mark.parametrize("answer", [("200", {}, b""), (200, 5, b""), (-1, {}, b"")])
def test_an_answer_that_is_none_is_a_mistake(kind: Any, answer: Any) -> None:
    driver = kind.make(Delivery(once=True), lambda _: answer)
    driver.submit("a", request(1))
    with pytest.raises((TypeError, ValueError)):
        kind.run(driver)
    assert driver.delivery.stats().gave_up == 1


def test_two_failures_are_both_told(kind: Any) -> None:
    def send(_: Request) -> Answer:
        raise LookupError

    def on_report(_: Report) -> None:
        raise ArithmeticError

    driver = kind.make(Delivery(once=True), send, on_report=on_report, stop_on_error=True)
    driver.submit("a", request(1))
    with pytest.raises(LookupError) as raised:
        kind.run(driver)
    assert isinstance(raised.value.__context__, ArithmeticError)


def test_what_a_client_raises_is_no_answer(kind: Any) -> None:
    sent = httpx.Request("POST", "http://nowhere.invalid")
    failures: list[Exception] = [
        ConnectionRefusedError(),
        TimeoutError(),
        httpx.ReadTimeout("", request=sent),
        httpx.DecodingError("", request=sent),
        httpx.TooManyRedirects("", request=sent),
    ]
    reports: list[Report] = []
    outcomes: list[bool] = []

    def send(_: Request) -> Answer:
        if failures:
            raise failures.pop(0)
        return OK

    driver = kind.make(Delivery(**SETTINGS), send, on_report=reports.append)
    driver.submit("a", request(1))
    kind.run(driver)
    assert [(report.kind, report.attempts) for report in reports] == [(ReportKind.DELIVERED, 6)]
    for failure, maybe_delivered in ((ConnectionRefusedError(), False), (TimeoutError(), True)):
        failures.append(failure)
        reports.clear()
        driver = kind.make(Delivery(once=True), send, on_report=reports.append)
        driver.submit("a", request(1))
        kind.run(driver)
        outcomes += [report.maybe_delivered is maybe_delivered for report in reports]
    assert outcomes == [True, True]


class SomeClientError(Exception):
    """Of a client that nobody knows."""


def test_an_unknown_exception_is_of_its_event_and_the_run_goes_on(kind: Any) -> None:
    reports: dict[str, Report] = {}

    def send(sent: Request) -> Answer:
        if b"number%22%3A%221%22" in sent.body:
            message = "no route to host"
            raise SomeClientError(message) from LookupError()
        if b"number%22%3A%222%22" in sent.body:
            raise Unreadable
        return OK

    driver = kind.make(Delivery(once=True), send, on_report=lambda report: reports.update({report.id: report}))
    for number in range(DEVICES):
        driver.submit(str(number), request(number))
    kind.run(driver)
    failed = {id_: report for id_, report in reports.items() if report.kind is not ReportKind.DELIVERED}
    assert (len(reports), set(failed)) == (DEVICES, {"1", "2"})
    assert {(report.kind, report.maybe_delivered) for report in failed.values()} == {(ReportKind.GAVE_UP, True)}
    assert failed["1"].cause == "test_driver.SomeClientError: no route to host; from LookupError"
    assert failed["2"].cause == "test_driver.Unreadable"
    assert reports["0"].cause is None


class Unreadable(Exception):  # noqa: N818
    """Whatever is asked of it raises, and its class says nothing of where it is from."""

    def __str__(self) -> str:
        raise LookupError


Unreadable.__module__ = "test_driver"


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit, GeneratorExit, BaseException])
def test_what_is_no_exception_ends_the_run(raised: type[BaseException]) -> None:
    def send(_: Request) -> Answer:
        raise raised from httpx.ReadTimeout("known")

    driver = Driver(Delivery(once=True), send)
    driver.submit("a", request(1))
    with pytest.raises(raised):
        driver.run()
    assert driver.delivery.stats().gave_up == 1


def test_an_exception_that_cannot_be_read_leaves_no_event_under_way(kind: Any) -> None:
    class Hostile(Exception):  # noqa: N818
        def __str__(self) -> str:
            raise KeyboardInterrupt

    Hostile.__module__ = None  # type: ignore[assignment]

    def send(_: Request) -> Answer:
        raise Hostile

    driver = kind.make(Delivery(once=True), send)
    driver.submit("a", request(1))
    with pytest.raises(KeyboardInterrupt):
        kind.run(driver)
    assert driver.delivery.stats().gave_up == 1


def test_a_cause_holds_nothing_of_the_request(kind: Any) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", auth_token="canary-secret", request_style="get_query")
    event = adjust.event(
        event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", callback_params={"mail": "a@example.org"}
    )
    reports: list[Report] = []

    def send(sent: Request) -> Answer:
        message = f"{sent.url} {sent.headers} {sent.body!r} a@example.org \ud800\0 tail"
        raise SomeClientError(message)

    driver = kind.make(Delivery(once=True), send, on_report=reports.append)
    driver.submit("a", event)
    kind.run(driver)
    [report] = reports
    assert report.cause is not None
    assert report.cause.startswith("test_driver.SomeClientError: https://s2s.adjust.com/event")
    assert "tail" in report.cause
    for carried in ("canary", "660e1d86", "4w565xzmb54d", "example.org", "\0"):
        assert carried not in report.cause
    [destination] = driver.delivery.stats().destinations
    assert destination.cause == report.cause


def test_the_driver_of_threads_refuses_async_callbacks() -> None:
    async def store(_: bytes) -> None:
        raise AssertionError

    driver = Driver(Delivery(journal=True), lambda _: OK, store=store)  # type: ignore[arg-type]
    driver.submit("a", request(1))
    with pytest.raises(TypeError, match="AsyncDriver"):
        driver.run()
    assert not driver.delivery.is_stored


class Memory:
    """A journal in memory. It fails as often as requested."""

    def __init__(self) -> None:
        self.log = b""
        self.longest = self.replacements = self.failures = 0

    def append(self, log: bytes) -> None:
        self.log += log
        self.longest = max(self.longest, len(self.log))

    def replace(self, log: bytes) -> None:
        self.replacements += 1
        if self.failures > 0:
            self.failures -= 1
            raise OSError(28, "No space left on device")
        self.log = log


class AsyncMemory:
    """The same with methods that are async."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory

    async def append(self, log: bytes) -> None:
        await asyncio.sleep(0)
        self.memory.append(log)

    async def replace(self, log: bytes) -> None:
        await asyncio.sleep(0)
        self.memory.replace(log)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_driver_shortens_the_log(kind: Any, *, is_async: bool) -> None:
    if is_async and kind is Threads:
        pytest.skip("its callbacks are not async")
    memory = Memory()
    store = AsyncMemory(memory) if is_async else memory
    delivery = Delivery(journal=True, snapshot_after_bytes=20_000)
    driver: Any = kind.make(delivery, lambda _: OK, store=store, on_report=lambda report: driver.acknowledge(report.id))
    for first in range(0, 600, 50):
        for number in range(first, first + 50):
            driver.submit(str(number), request(number))
        kind.run(driver)
    assert delivery.stats().delivered == 600
    assert memory.replacements > 3
    assert memory.longest < 120_000
    restored, whole = Delivery.restore(memory.log)
    assert (whole, restored.stats().pending, restored.take_reports()) == (len(memory.log), 0, [])


def test_a_log_that_cannot_be_replaced_is_still_there(kind: Any) -> None:
    memory = Memory()
    memory.failures = 1
    delivery = Delivery(journal=True, snapshot_after_bytes=1_000)
    driver = kind.make(delivery, lambda _: OK, store=memory)
    for number in range(DEVICES):
        driver.submit(str(number), request(number))
    with pytest.raises(OSError, match="No space"):
        kind.run(driver)
    assert not delivery.is_stored
    kind.run(driver)
    assert delivery.is_stored
    restored, whole = Delivery.restore(memory.log)
    assert whole == len(memory.log)
    assert len(restored.take_reports()) == DEVICES


def test_a_running_driver_takes_events_until_it_is_stopped(kind: Any) -> None:
    reports: list[Report] = []
    driver = kind.make(Delivery(), lambda _: OK, on_report=reports.append)
    running = threading.Thread(target=kind.run, args=(driver, "stopped"))
    running.start()
    for number in range(50):
        driver.submit(str(number), request(number))
        time.sleep(0.001)
    while len(reports) < 50:
        time.sleep(0.001)
    assert running.is_alive()
    for other in (driver, kind.make(driver.delivery, lambda _: OK)):
        with pytest.raises(CannotRunError) as raised:
            kind.run(other)
        assert raised.value.code == "already_running"
    driver.stop()
    running.join(5)
    assert not running.is_alive()
    assert driver.delivery.stats().pending == 0


def test_stop_waits_for_what_is_under_way_and_leaves_the_rest(kind: Any) -> None:
    reports: list[Report] = []
    stored: list[bytes] = []

    def send(_: Request) -> Answer:
        driver.stop()
        time.sleep(0.05)
        return OK

    delivery = Delivery(journal=True, max_in_flight=3)
    driver = kind.make(delivery, send, store=stored.append, on_report=reports.append)
    for number in range(DEVICES):
        driver.submit(str(number), request(number))
    kind.run(driver)
    assert 1 <= len(reports) <= 3
    assert delivery.stats().in_flight == 0
    assert delivery.stats().pending == DEVICES - len(reports)
    restored, _ = Delivery.restore(b"".join(stored), once=True)
    restored.give_up_all()
    restored.take_log()
    restored.log_stored()
    others = [report for report in restored.take_reports() if report.kind is ReportKind.GAVE_UP]
    assert [report.maybe_delivered for report in others] == [False] * (DEVICES - len(reports)), "it was not sent"


def test_a_stop_before_a_run_ends_it_at_once_and_the_next_one_goes_on(kind: Any) -> None:
    driver = kind.make(Delivery(), lambda _: OK)
    driver.submit("a", request(1))
    driver.stop()
    kind.run(driver, "stopped")
    assert driver.delivery.stats().pending == 1
    kind.run(driver)
    assert driver.delivery.stats().delivered == 1


def test_no_more_is_under_way_than_is_allowed(kind: Any) -> None:
    under_way = most = 0
    lock = threading.Lock()

    def send(_: Request) -> Answer:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.002)
        with lock:
            under_way -= 1
        return OK

    driver = kind.make(Delivery(max_in_flight=3), send)
    if isinstance(driver, Driver):
        driver = Driver(Delivery(), send, threads=3)
    for number in range(60):
        driver.submit(str(number), request(number))
    kind.run(driver)
    assert most == 3


def test_a_report_may_lead_to_another_event(kind: Any) -> None:
    count = 0

    def on_report(report: Report) -> None:
        nonlocal count
        count += 1
        if count < 100:
            driver.submit(f"{report.id}+", request(count))

    driver = kind.make(Delivery(), lambda _: OK, on_report=on_report)
    driver.submit("a", request(0))
    kind.run(driver)
    assert count == 100


def test_what_is_refused_is_told_to_whoever_submits(kind: Any) -> None:
    driver = kind.make(Delivery(max_pending=1), lambda _: OK)
    driver.submit("a", request(1))
    with pytest.raises(RefusedError):
        driver.submit("b", request(1))


def test_a_destination_that_is_mended_is_resumed(kind: Any) -> None:
    answers: list[Answer] = [(401, {}, "Failed to authorize request")]

    def send(_: Request) -> Answer:
        if answers:
            threading.Timer(0.1, driver.resume, ("adjust",)).start()
            return answers.pop()
        return OK

    driver = kind.make(Delivery(), send)
    driver.submit("a", request(1))
    assert not driver.resume("nobody")
    start = time.monotonic()
    kind.run(driver)
    assert time.monotonic() - start < 5, "it did not wait for a minute"
    assert driver.delivery.stats().delivered == 1


class Counting:
    """A delivery that counts how often its run is asked what to do."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery, self.run, self.count = delivery, self, 0

    def next(self) -> Any:
        self.count += 1
        return self.delivery.run.next()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.delivery if hasattr(self.delivery, name) else self.delivery.run, name)


def test_waiting_costs_nothing(kind: Any) -> None:
    counting: Any = Counting(Delivery(backoff_ms=600_000))
    driver = kind.make(counting, lambda _: (429, {"retry-after": "600"}, b""))
    driver.submit("a", request(1))
    threading.Timer(0.2, driver.stop).start()
    kind.run(driver)
    assert counting.count < 10


def test_a_request_whose_time_is_over_has_timed_out(kind: Any) -> None:
    reports: list[Report] = []

    def send(_: Request) -> Answer:
        if reports:
            return OK
        time.sleep(0.3)
        return OK

    driver = kind.make(Delivery(once=True, request_timeout_ms=50), send, on_report=reports.append)
    driver.submit("a", request(1))
    start = time.monotonic()
    kind.run(driver)
    [report] = reports
    assert (report.kind, report.maybe_delivered) == (ReportKind.GAVE_UP, True)
    assert report.cause == "no response in 50 ms"
    assert report.outcome is not None
    assert report.outcome.reason == "no response in time after sending began"
    assert time.monotonic() - start < 5
    assert driver.delivery.stats().in_flight == 0


def test_reports_are_acknowledged_where_that_is_asked_for(kind: Any) -> None:
    for acknowledge in (False, True):
        stored: list[bytes] = []
        reports: list[str] = []

        def on_report(report: Report, reports: list[str] = reports) -> None:
            if len(reports) == DEVICES // 2:
                raise LookupError
            reports.append(report.id)

        driver = kind.make(
            Delivery(journal=True), lambda _: OK, store=stored.append, on_report=on_report, acknowledge=acknowledge
        )
        for number in range(DEVICES):
            driver.submit(str(number), request(number))
        with pytest.raises(LookupError):
            kind.run(driver)
        assert driver.delivery.is_stored
        restored, _ = Delivery.restore(b"".join(stored), once=True)
        restored.give_up_all()
        restored.take_log()
        restored.log_stored()
        again = {report.id for report in restored.take_reports()}
        assert len(again) == (DEVICES // 2 if acknowledge else DEVICES)
        assert acknowledge == again.isdisjoint(reports)


def test_a_driver_shows_no_event(kind: Any) -> None:
    driver = kind.make(Delivery(), lambda _: OK)
    driver.submit("canary", request(1))
    assert repr(driver) == f"<{type(driver).__name__} of <Delivery 1 pending, 0 in flight>>"
    with pytest.raises(ValueError, match="until"):
        kind.run(driver, "tomorrow")


def test_threads_are_at_least_one() -> None:
    with pytest.raises(ValueError, match="threads"):
        Driver(Delivery(), lambda _: OK, threads=0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no alarm")
def test_a_signal_may_stop_the_driver_of_threads() -> None:
    driver = Driver(Delivery(), lambda _: OK)
    before = signal.signal(signal.SIGALRM, lambda *_: driver.stop())
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        driver.run(until="stopped")
    finally:
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no alarm")
def test_an_interruption_ends_the_driver_of_threads_in_order() -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    def send(_: Request) -> Answer:
        time.sleep(0.2)
        return OK

    stored: list[bytes] = []
    driver = Driver(Delivery(journal=True), send, store=stored.append)
    driver.submit("a", request(1))
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        with pytest.raises(KeyboardInterrupt):
            driver.run()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert driver.delivery.is_stored
    assert (driver.delivery.stats().delivered, driver.delivery.stats().in_flight) == (1, 0)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no alarm")
def test_a_second_interruption_does_not_wait_for_what_is_under_way() -> None:
    def interrupt(*_: Any) -> None:
        raise KeyboardInterrupt

    def send(_: Request) -> Answer:
        is_over.wait(10)
        return OK

    is_over = threading.Event()
    driver = Driver(Delivery(), send)
    driver.submit("a", request(1))
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.1)
    try:
        with pytest.raises(KeyboardInterrupt):
            driver.run()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        is_over.set()
    assert (driver.delivery.stats().pending, driver.delivery.stats().in_flight) == (1, 0)
    Driver(driver.delivery, lambda _: OK).run()
    assert driver.delivery.stats().delivered == 1


def test_an_interruption_at_any_point_ends_the_driver_of_threads() -> None:
    """Each line of the driver, and of what a delivery returns, is interrupted once."""
    # What is raised where Python itself would not raise it may stay the context of what a thread raises later.
    with ThreadPoolExecutor(1) as thread:
        places = next(place for place in count(1) if not thread.submit(is_interrupted_at, place).result())
    assert places > 50


def is_interrupted_at(place: int) -> bool:
    """Whether a run has that many lines. Where it has, it was interrupted there, and another run has done the rest."""
    delivery = Delivery(**SETTINGS)
    driver = Driver(delivery, lambda _: OK, threads=1, on_report=lambda _: None)
    for number in range(2):
        driver.submit(str(number), request(number))
    has_begun, lines = False, 0

    def trace(frame: Any, event: str, _: Any) -> Any:
        nonlocal has_begun, lines
        if not frame.f_code.co_filename.endswith(("_driver.py", "_delivery.py", "<string>")):
            return None
        has_begun |= frame.f_code.co_name == "_start"
        # Python handles no signal at a `try`.
        is_try = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip() == "try:"
        lines += has_begun and event == "line" and not is_try
        if lines == place:
            sys.settrace(None)
            raise KeyboardInterrupt
        return trace

    sys.settrace(trace)
    try:
        driver.run()
    except KeyboardInterrupt:
        pass
    finally:
        sys.settrace(None)
    if lines < place:
        return False
    Driver(delivery, lambda _: OK).run()
    assert (delivery.stats().pending, delivery.stats().delivered) == (0, 2), f"place {place}"
    return True


def test_callbacks_of_asyncio_may_be_async() -> None:
    stored: list[bytes] = []
    reports: list[Report] = []

    async def send(_: Request) -> Answer:
        return OK

    async def store(part: bytes) -> None:
        await asyncio.sleep(0.001)
        stored.append(part)

    async def on_report(report: Report) -> None:
        await asyncio.sleep(0.001)
        reports.append(report)

    driver = AsyncDriver(Delivery(journal=True), send, store=store, on_report=on_report)
    for number in range(5):
        driver.submit(str(number), request(number))
    asyncio.run(driver.run())
    assert len(reports) == 5
    assert stored

    async def fail(_: bytes) -> None:
        raise OSError(28, "No space left on device")

    driver = AsyncDriver(Delivery(journal=True), send, store=fail)
    driver.submit("a", request(1))
    with pytest.raises(OSError, match="No space"):
        asyncio.run(driver.run())


def test_a_run_that_is_cancelled_leaves_everything_in_order() -> None:
    stored: list[bytes] = []
    reports: list[Report] = []
    under_way = 0

    async def send(_: Request) -> Answer:
        nonlocal under_way
        if not is_slow:
            return OK
        under_way += 1
        await asyncio.sleep(60)
        return OK

    async def cancelled() -> None:
        running = asyncio.create_task(driver.run())
        while under_way < 3:
            await asyncio.sleep(0.001)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert len(asyncio.all_tasks()) == 1

    is_slow = True
    settings: Any = {"max_in_flight": 3, "providers": {"adjust": {"repeat": "at_most_once"}}}
    delivery = Delivery(journal=True, **settings)
    driver = AsyncDriver(delivery, send, store=stored.append, on_report=reports.append)
    for number in range(DEVICES):
        driver.submit(str(number), request(number))
    asyncio.run(cancelled())
    assert [report.reason for report in reports] == ["may have been accepted, and is not to be repeated"] * 3
    assert delivery.is_stored
    assert (delivery.stats().in_flight, delivery.stats().pending) == (0, DEVICES - 3)
    is_slow = False
    restored, _ = Delivery.restore(b"".join(stored), **settings)
    for goes_on in (delivery, restored):
        asyncio.run(AsyncDriver(goes_on, send, store=stored.append).run())
        assert goes_on.stats().delivered == DEVICES - 3


def test_what_is_cancelled_before_it_begins_was_not_sent() -> None:
    async def send(_: Request) -> Answer:
        raise AssertionError

    def cancel_all() -> None:
        for task in asyncio.all_tasks():
            task.cancel()

    def store(_: bytes) -> None:
        asyncio.get_running_loop().call_soon(cancel_all)

    reports: list[Report] = []
    driver = AsyncDriver(Delivery(journal=True, once=True), send, store=store, on_report=reports.append)
    driver.submit("a", request(1))
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(driver.run())
    assert reports == []
    assert (driver.delivery.stats().requests, driver.delivery.stats().pending) == (0, 1)


def test_a_send_that_does_not_heed_its_end_is_under_way_until_it_returns() -> None:
    async def send(_: Request) -> Answer:
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        await asyncio.sleep(0.05)
        return OK

    reports: list[Report] = []
    driver = AsyncDriver(Delivery(once=True, request_timeout_ms=20), send, on_report=reports.append)
    driver.submit("a", request(1))
    asyncio.run(driver.run())
    [report] = reports
    assert (report.kind, report.cause) == (ReportKind.GAVE_UP, "no response in 20 ms")


def test_a_cancelled_run_waits_for_its_store() -> None:
    stored: list[bytes] = []

    async def send(_: Request) -> Answer:
        raise AssertionError

    async def store(part: bytes) -> None:
        is_storing.set()
        await asyncio.sleep(0.02)
        stored.append(part)

    async def cancelled() -> None:
        running = asyncio.create_task(driver.run())
        await is_storing.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    driver = AsyncDriver(Delivery(journal=True), send, store=store)
    driver.submit("a", request(1))
    is_storing = asyncio.Event()
    asyncio.run(cancelled())
    assert driver.delivery.is_stored
    assert Delivery.restore(b"".join(stored))[0].stats().pending == 1


def test_a_run_that_is_cancelled_twice_does_not_wait_for_its_store() -> None:
    async def send(_: Request) -> Answer:
        raise AssertionError

    async def store(_: bytes) -> None:
        is_storing.set()
        await asyncio.sleep(60)

    async def cancelled() -> None:
        running = asyncio.create_task(driver.run())
        await is_storing.wait()
        running.cancel()
        await asyncio.sleep(0.01)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running

    driver = AsyncDriver(Delivery(journal=True), send, store=store)
    driver.submit("a", request(1))
    is_storing = asyncio.Event()
    asyncio.run(cancelled())
    assert not driver.delivery.is_stored


def test_a_stopped_run_is_cancelled_where_an_answer_does_not_come() -> None:
    async def send(_: Request) -> Answer:
        driver.stop()
        await asyncio.sleep(60)
        return OK

    async def cancelled() -> None:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(driver.run(), 0.05)

    driver = AsyncDriver(Delivery(), send)
    driver.submit("a", request(1))
    asyncio.run(cancelled())
    assert (driver.delivery.stats().in_flight, driver.delivery.stats().pending) == (0, 1)


def test_a_run_whose_event_loop_has_gone_ends_and_another_one_goes_on() -> None:
    async def send(_: Request) -> Answer:
        return OK

    async def abandon() -> None:
        running = driver.run(until="stopped")
        running.send(None)
        running.close()

    driver = AsyncDriver(Delivery(), send)
    asyncio.run(abandon())
    driver.submit("a", request(1))
    asyncio.run(driver.run())
    assert driver.delivery.stats().delivered == 1


def test_what_was_under_way_when_the_event_loop_has_gone_is_sent_again() -> None:
    is_slow = True

    async def send(_: Request) -> Answer:
        if is_slow:
            await asyncio.sleep(60)
        return OK

    async def abandon() -> None:
        running = driver.run()
        running.send(None)
        await asyncio.sleep(0.01)
        assert delivery.stats().in_flight == 1
        running.close()
        assert delivery.stats().in_flight == 0

    delivery = Delivery(**SETTINGS)
    driver = AsyncDriver(delivery, send)
    driver.submit("a", request(1))
    asyncio.run(abandon())
    is_slow = False
    asyncio.run(driver.run())
    assert (delivery.stats().delivered, delivery.stats().requests) == (1, 2)


def test_nobody_knows_what_is_stored_when_the_event_loop_has_gone_meanwhile() -> None:
    async def send(_: Request) -> Answer:
        raise AssertionError

    async def store(_: bytes) -> None:
        await asyncio.sleep(60)

    async def abandon() -> None:
        running = driver.run()
        running.send(None)
        running.close()

    driver = AsyncDriver(Delivery(journal=True), send, store=store)
    driver.submit("a", request(1))
    asyncio.run(abandon())
    with pytest.raises(CannotRunError) as raised:
        asyncio.run(driver.run())
    assert raised.value.code == "store_unfinished"


def test_many_tasks_and_threads_submit_at_once() -> None:
    async def send(_: Request) -> Answer:
        await asyncio.sleep(0)
        return OK

    async def submit(task: int) -> None:
        for number in range(50):
            driver.submit(f"task {task}: {number}", request(number))
            await asyncio.sleep(0)

    def submit_in_thread(thread: int) -> None:
        for number in range(50):
            driver.submit(f"thread {thread}: {number}", request(number))

    async def run() -> None:
        running = asyncio.create_task(driver.run(until="stopped"))
        threads = [asyncio.to_thread(submit_in_thread, thread) for thread in range(4)]
        await asyncio.gather(*threads, *(submit(task) for task in range(4)))
        while driver.delivery.stats().pending:
            await asyncio.sleep(0.001)
        driver.stop()
        await running

    ids: list[str] = []
    driver = AsyncDriver(Delivery(), send, on_report=lambda report: ids.append(report.id))
    asyncio.run(run())
    assert len(set(ids)) == len(ids) == 400
