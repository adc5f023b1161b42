"""What a delivery takes and reports, beyond the scripts: settings, hostile inputs, threads."""

import copy
import dataclasses
import gc
import pickle
import sys
import threading
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from s2s_events import Adjust, ConfigError, NoResponse, OutcomeKind, Request
from s2s_events.delivery import (
    Accepted,
    CannotRunError,
    Delivery,
    Idle,
    LogError,
    RefusedError,
    ReportKind,
    Send,
    State,
    Store,
    WaitForAnswer,
    WaitUntil,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
adjust = Adjust(app_token="4w565xzmb54d")
# Type checkers refuse much of what it gets.
Any_: Any = Delivery


def request(device: int = 0, **event: Any) -> Request:
    return adjust.event(event_token="f0ob4r", gps_adid=f"660e1d86-6796-463a-be86-{device:012}", now=NOW, **event)


def stored(delivery: Delivery) -> bytes:
    log = delivery.take_log()
    delivery.log_stored()
    return log


def next_send(delivery: Delivery, now: datetime = NOW) -> Send:
    next_ = delivery.poll(now=now)
    assert isinstance(next_, Send)
    return next_


def test_an_event_is_sent_and_reported() -> None:
    delivery = Delivery(seed=1)
    assert delivery.submit("order-1", request(created_at=NOW), now=NOW) == Accepted(is_dated=False)
    match delivery.poll(now=NOW):
        case Send(ticket, sent):
            assert sent.url == "https://s2s.adjust.com/event"
            assert delivery.poll(now=NOW) == WaitForAnswer()
            assert delivery.on_response(ticket, 200, {"content-type": "text/plain"}, "OK", now=NOW)
            assert not delivery.on_response(ticket, 200, {}, "OK", now=NOW)
    [report] = delivery.take_reports()
    assert (report.id, report.kind, report.destination) == ("order-1", ReportKind.DELIVERED, "adjust")
    assert report.outcome is not None
    assert report.outcome.kind is OutcomeKind.DELIVERED
    assert delivery.poll(now=NOW) == Idle()


def test_waits_are_told_as_times() -> None:
    delivery = Delivery(seed=1, backoff_ms=1000)
    delivery.submit("a", request(), now=NOW)
    sent = next_send(delivery)
    assert delivery.on_response(sent.ticket, 429, {"retry-after": "Fri, 20 Nov 2026 12:01:00 GMT"}, b"", now=NOW)
    assert delivery.poll(now=NOW) == WaitUntil(NOW + timedelta(minutes=1))
    assert next_send(delivery, NOW + timedelta(minutes=1)).request == sent.request


def test_the_machines_clock_is_the_default() -> None:
    delivery = Delivery(seed=1, backoff_ms=0)
    delivery.submit("a", adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329"))
    match delivery.poll():
        case Send(ticket, _):
            assert delivery.on_response(ticket, 429, {"retry-after": "60"}, b"")
    wait = delivery.poll()
    assert isinstance(wait, WaitUntil)
    assert wait.time.tzinfo is timezone.utc
    assert timedelta(seconds=50) < wait.time - datetime.now(timezone.utc) < timedelta(seconds=61)


def wait_of(delivery: Delivery) -> datetime:
    delivery.submit("a", request(), now=NOW)
    delivery.on_no_response(next_send(delivery).ticket, "connect", now=NOW)
    wait = delivery.poll(now=NOW)
    assert isinstance(wait, WaitUntil)
    return wait.time


def test_waits_are_drawn_from_the_seed_or_from_chance() -> None:
    settings: Any = {"backoff_ms": 900_000, "max_backoff_ms": 900_000}
    assert wait_of(Delivery(seed=7, **settings)) == wait_of(Delivery(seed=7, **settings))
    assert len({wait_of(Delivery(**settings)) for _ in range(5)}) > 1


def test_all_that_is_wrong_with_settings_is_told() -> None:
    with pytest.raises(ConfigError) as raised:
        Any_(journal="yes", max_pending=0, max_in_flght=1, providers={"adjust": {"repeat": "never"}, "nobody": {}})
    issues = {(issue.path, issue.code) for issue in raised.value.issues}
    assert issues >= {("/journal", "wrong_type"), ("/max_in_flght", "unknown_field")}
    with pytest.raises(ConfigError) as raised:
        Any_(max_pending=0, backoff_ms=-1, providers={"nobody": {}})
    issues = {(issue.path, issue.code) for issue in raised.value.issues}
    assert issues == {
        ("/max_pending", "out_of_range"),
        ("/backoff_ms", "out_of_range"),
        ("/providers/nobody", "unknown_provider"),
    }
    with pytest.raises(ConfigError):
        Delivery.restore(b"", max_attempts=10**30)
    Delivery(journal=None, providers={"metrix": {"per_second": 5, "repeat": "at_most_once"}})


def test_one_attempt_is_all_there_is_with_once() -> None:
    for delivery in (Delivery(journal=True, once=True), Delivery.restore(b"", once=True)[0]):
        delivery.submit("a", request(), now=NOW)
        assert delivery.poll(now=NOW) == Store()
        stored(delivery)
        delivery.on_no_response(next_send(delivery).ticket, NoResponse.TIMEOUT, now=NOW)
        stored(delivery)
        [report] = delivery.take_reports()
        assert (report.kind, report.attempts, report.maybe_delivered) == (ReportKind.GAVE_UP, 1, True)


def test_what_is_refused_is_told_by_a_code() -> None:
    delivery = Delivery(max_pending=1)
    names: list[Any] = ["", "x" * 256, "é" * 128, "\ud800", "x" * 10_000_000]
    for name in names:
        for arguments in ({"id": name}, {"id": "a", "destination": name}):
            with pytest.raises(RefusedError) as raised:
                delivery.submit(request=request(), **arguments)
            assert raised.value.code == "invalid_name"
    halves: list[Any] = [{"id": "\ud800"}, {"id": "a", "destination": "\udc00"}, {"id": "a", "lane": "\udfff"}]
    for arguments in halves:
        with pytest.raises(RefusedError, match=r"half of a surrogate pair \[invalid_name\]"):
            delivery.submit(request=request(), **arguments)
    delivery.submit("é" * 127, request(), destination="d" * 255, lane="l" * 1_000_000)
    with pytest.raises(RefusedError) as raised:
        delivery.submit("b", request())
    assert raised.value.code == "full"
    assert pickle.loads(pickle.dumps(raised.value)).code == "full"
    delivery = Delivery()
    delivery.submit("a", request())
    with pytest.raises(RefusedError) as raised:
        delivery.submit("a", request())
    assert str(raised.value) == "an event of this id waits, or its report is not acknowledged yet [id_in_use]"
    assert delivery.stats().pending == 1


@pytest.mark.parametrize("wrong", [-1, 2**64, 10**40, "1", 1.5, None, b"1"])
def test_what_is_no_ticket_is_refused(wrong: Any) -> None:
    delivery = Delivery()
    with pytest.raises(TypeError, match="ticket"):
        delivery.on_response(wrong, 200, {}, b"")
    with pytest.raises(TypeError, match="ticket"):
        delivery.on_no_response(wrong, "closed")


def test_a_ticket_of_nothing_is_not_under_way() -> None:
    delivery = Delivery()
    delivery.submit("a", request(), now=NOW)
    ticket: Any = next_send(delivery).ticket
    others: list[Any] = [ticket + 1, ticket + 2**32, 2**64 - 1]
    for other in others:
        assert not delivery.on_response(other, 200, {}, b"OK")
        assert not delivery.on_no_response(other, "closed")
    assert delivery.stats().in_flight == 1


def test_arguments_of_wrong_types_are_refused() -> None:
    delivery: Any = Delivery()
    delivery.submit("a", request(), now=NOW)
    ticket = next_send(delivery).ticket
    calls: list[Any] = [
        lambda: Any_(seed="x"),
        lambda: Any_(seed=-1),
        lambda: Any_(seed=2**64),
        lambda: Any_(1),
        lambda: Any_(once=None),
        lambda: delivery.submit(1, request()),
        lambda: delivery.submit("b", None),
        lambda: delivery.submit("b", request(), lane=b"l"),
        lambda: delivery.submit("b", request(), now=NOW.replace(tzinfo=None)),
        lambda: delivery.poll(now=NOW.timestamp()),
        lambda: delivery.on_response(ticket, -1, {}, b""),
        lambda: delivery.on_response(ticket, 200, 5, b""),
        lambda: delivery.on_response(ticket, 200, {}, None),
        lambda: delivery.on_no_response(ticket, "tired"),
        lambda: delivery.on_no_response(ticket, "\ud800"),
        lambda: delivery.acknowledge(None),
        lambda: delivery.log_not_stored([1]),
        lambda: delivery.resume(1),
        lambda: delivery.renew_credentials("adjust", {}),
        lambda: Any_.restore(None),
        lambda: delivery.run.begin("idle"),
        lambda: delivery.run.begin(storage=1),
        lambda: delivery.run.begin(max_in_flight=-1),
        lambda: delivery.run.begin(stop_on_error="x"),
        lambda: delivery.run.next(now=NOW.replace(tzinfo=None)),
        lambda: delivery.run.on_error(ticket, "tired"),
        lambda: delivery.run.on_error(-1, None),
        lambda: delivery.run.withdraw("1"),
        lambda: delivery.run.not_stored([1]),
        lambda: delivery.run.reported(-1),
        lambda: delivery.run.reported(1.5),
    ]
    for call in calls:
        with pytest.raises((TypeError, OverflowError)):
            call()
    for words in ({"until": "Idle"}, {"storage": "file"}, {"max_in_flight": 0}):
        with pytest.raises(ValueError, match="must be"):
            delivery.run.begin(**words)
    assert not delivery.acknowledge("\ud800")
    assert not delivery.resume("\ud800")
    assert not delivery.renew_credentials("\ud800", request())
    assert delivery.on_response(ticket, 200, {}, "OK", now=NOW), "what was refused has changed nothing"


def test_a_run_takes_whatever_it_is_told_in_any_order() -> None:
    delivery: Any = Delivery(journal=True)
    run = delivery.run
    for _ in range(3):
        for call in (
            run.stop,
            run.finish,
            run.cancel,
            run.fail,
            run.abandon,
            run.stored,
            lambda: run.not_stored(b"nothing"),
            run.reports,
            lambda: run.reported(10**9),
            lambda: run.on_error(7, None),
            lambda: run.withdraw(7),
            run.next,
            lambda: run.begin(storage="append", max_in_flight=1),
            run.next,
        ):
            with suppress(CannotRunError):
                call()
    assert repr(run) == "<Run 0 pending, 0 in flight>"


@pytest.mark.parametrize("now", [datetime.min.replace(tzinfo=timezone.utc), datetime.max.replace(tzinfo=timezone.utc)])
def test_clocks_at_the_ends_of_time(now: datetime) -> None:
    delivery = Delivery(journal=True)
    delivery.submit("a", request(), now=now)
    for time in (now, NOW, now):
        if delivery.poll(now=time) == Store():
            stored(delivery)
        next_ = delivery.poll(now=time)
        if isinstance(next_, Send):
            delivery.on_no_response(next_.ticket, "closed", now=time)
    delivery.give_up_all(now=now)
    stored(delivery)
    assert len(delivery.take_reports()) == 1


def journalled() -> tuple[Delivery, bytes]:
    delivery = Delivery(journal=True, seed=1)
    for number in range(20):
        delivery.submit(f"event-{number}", request(number), now=NOW)
    log = b""
    while delivery.poll(now=NOW) == Store():
        log += stored(delivery)
    return delivery, log


def test_a_log_that_is_none_is_refused() -> None:
    for log in (b"x" * 100, "text of another kind, long enough to be one", bytes(1000), memoryview(b"\1" * 64)):
        with pytest.raises(LogError, match="log"):
            Delivery.restore(log)
    _, log = journalled()
    damaged = bytearray(log)
    damaged[len(log) // 2] ^= 0xFF
    with pytest.raises(LogError, match="damaged at byte"):
        Delivery.restore(damaged)


def test_every_torn_log_is_restored_as_far_as_it_is_whole() -> None:
    _, log = journalled()
    for length in range(0, len(log), 7):
        delivery, whole = Delivery.restore(log[:length], seed=2)
        assert whole <= length
        assert delivery.stats().pending <= 20
        assert Delivery.restore(log[:whole])[1] == whole
    assert Delivery.restore(log)[0].stats().pending == 20


def test_a_snapshot_says_the_same_as_the_log() -> None:
    delivery, log = journalled()
    snapshot = delivery.snapshot()
    assert snapshot is not None
    ids = set()
    for kept in (log, snapshot):
        restored, whole = Delivery.restore(kept)
        assert whole == len(kept)
        restored.give_up_all(now=NOW)
        stored(restored)
        ids.add(frozenset(report.id for report in restored.take_reports()))
    assert len(ids) == 1
    delivery.submit("late", request(99), now=NOW)
    assert delivery.snapshot() is None
    assert Delivery().snapshot() is None


def test_other_credentials_go_with_what_waits() -> None:
    delivery = Delivery(probe_ms=1000)
    delivery.submit("a", Adjust(app_token="4w565xzmb54d", auth_token="old").event(event_token="t", adid="0" * 32))
    match delivery.poll():
        case Send(ticket, _):
            delivery.on_response(ticket, 401, {}, "Failed to authorize request")
    assert [own.state for own in delivery.stats().destinations] == [State.REFUSED]
    fresh = Adjust(app_token="4w565xzmb54d", auth_token="new").event(event_token="t", adid="0" * 32)
    assert not delivery.renew_credentials("nobody", fresh)
    assert delivery.renew_credentials("adjust", fresh)
    assert delivery.resume("adjust")
    match delivery.poll():
        case Send(_, sent):
            assert dict(sent.headers)["authorization"] == "Bearer new"
            return
    pytest.fail("it is not sent again")


def test_what_it_tells_does_not_change() -> None:
    delivery = Delivery()
    delivery.submit("a", request(), now=NOW)
    told: list[Any] = [
        next_send(delivery),
        delivery.stats(),
        delivery.poll(now=NOW),
        Accepted(is_dated=True),
        WaitUntil(NOW),
    ]
    delivery.give_up_all()
    for one in told:
        assert one == dataclasses.replace(one)
        for name in [own.name for own in dataclasses.fields(one)] + ["other"]:
            with pytest.raises((dataclasses.FrozenInstanceError, TypeError, AttributeError)):
                setattr(one, name, 1)


def test_a_delivery_is_not_copied() -> None:
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            copied(Delivery())


def test_many_threads_use_it_at_once() -> None:
    delivery = Delivery(journal=True, max_in_flight=1000, providers={"adjust": {"max_in_flight": 1000}})
    submitted, reported = threading.Barrier(8), []

    def work(thread: int) -> None:
        for number in range(200):
            delivery.submit(f"{thread}-{number}", request(1000 * thread + number), now=NOW)
        delivery.stats()
        submitted.wait()
        while (next_ := delivery.poll(now=NOW)) != Idle():
            match next_:
                case Send(ticket, _):
                    assert delivery.on_response(ticket, 200, {}, "OK", now=NOW)
                case Store():
                    with storing:
                        stored(delivery)
            reported.extend(delivery.take_reports())
        delivery.snapshot()

    storing = threading.Lock()
    threads = [threading.Thread(target=work, args=(thread,)) for thread in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stored(delivery)
    reported.extend(delivery.take_reports())
    assert len({report.id for report in reported}) == len(reported) == 1600
    assert delivery.stats().pending == 0


class Reentrant:
    """Uses a delivery when it is collected, which may be whenever Python makes an object."""

    def __init__(self, delivery: Delivery) -> None:
        self.delivery = delivery
        self.loop = self

    def __del__(self) -> None:
        self.delivery.stats()
        self.delivery.poll(now=NOW)


def test_what_python_does_meanwhile_may_use_it() -> None:
    delivery = Delivery(max_in_flight=1)
    threshold = gc.get_threshold()
    gc.set_threshold(1)
    try:
        for number in range(300):
            Reentrant(delivery)
            delivery.submit(str(number), request(number), now=NOW)
            delivery.poll(now=NOW)
            delivery.take_reports()
            delivery.stats()
    finally:
        gc.set_threshold(*threshold)
    assert delivery.stats().pending == 300


def test_nothing_is_kept_of_what_was_given() -> None:
    delivery, sent = Delivery(), request()
    name = "-".join(["a", "name"])
    references = sys.getrefcount(sent), sys.getrefcount(name)
    for _ in range(100):
        delivery.submit(name, sent, now=NOW)
        delivery.give_up_all(now=NOW)
        delivery.take_reports()
    assert (sys.getrefcount(sent), sys.getrefcount(name)) == references
