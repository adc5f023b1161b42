"""The journal in a file: it outlives failures in the middle of a write, and does not grow without bound."""

import os
from collections.abc import Callable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from file_journal import FileJournal

from s2s_events import Adjust, Request
from s2s_events.delivery import Answer, Delivery, Driver, Idle, Report, Send, Store

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
EVENTS = int(os.environ.get("S2S_EVENTS", "100000"))
"""Number of events in the longest log. The limit is the same for `S2S_EVENTS=1000000`, which takes tens of seconds."""
BATCH = 1_000
MOST_BYTES = 4_000_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "events.log"


def request(device: int = 0) -> Request:
    return Adjust(app_token="4w565xzmb54d").event(
        event_token="f0ob4r", gps_adid=f"660e1d86-6796-463a-be86-{device:012}", created_at=NOW, now=NOW
    )


def ok(_: Request) -> Answer:
    return 200, {}, b"OK"


def run(path: Path, numbers: range, **settings: Any) -> set[str]:
    """Another process that goes on from the file; returns the ids of its reports."""
    journal = FileJournal(path)
    delivery = journal.restore(**settings)
    ids: list[str] = []

    def on_report(report: Report) -> None:
        ids.append(report.id)
        driver.acknowledge(report.id)

    driver = Driver(delivery, ok, store=journal, on_report=on_report)
    for number in numbers:
        driver.submit(str(number), request(number))
    driver.run()
    assert delivery.is_stored
    assert len(set(ids)) == len(ids)
    return set(ids)


def test_each_process_goes_on_and_the_file_stays_short(path: Path) -> None:
    for first in range(0, 500, 50):
        numbers = range(first, first + 50)
        assert run(path, numbers, snapshot_after_bytes=10_000, max_lanes=10) == set(map(str, numbers))
    assert path.stat().st_size < 60_000
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_torn_end_is_cut_off(path: Path) -> None:
    journal = FileJournal(path)
    delivery = journal.restore()
    delivery.submit("a", request(), now=NOW)
    journal.append(delivery.take_log())
    with path.open("ab") as file:
        file.write(path.read_bytes()[-20:-5])
    path.with_name("events.log.new").write_bytes(b"half of a replacement")
    assert run(path, range(1)) == {"a", "0"}
    assert not path.with_name("events.log.new").exists()


def fail_at(calls: int, call: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, which fails at a call."""
    count = 0

    def called(*arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == calls:
            raise OSError(28, "No space left on device")
        return call(*arguments)

    return called


def short_write(write: Callable[..., int]) -> Callable[..., int]:
    """Writes a few bytes at a time, as a system may."""
    return lambda file, part: write(file, part[:7])


def test_a_part_that_cannot_be_written_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = FileJournal(path)
    journal.append(b"whole")
    for name, calls in (("fsync", 1), ("write", 3)):
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", short_write(os.write))
            patch.setattr(os, name, fail_at(calls, getattr(os, name)))
            with pytest.raises(OSError, match="No space"):
                journal.append(b"a part of more than a few bytes")
        assert path.read_bytes() == b"whole"
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", short_write(os.write))
        journal.append(b", and all of the rest")
    assert path.read_bytes() == b"whole, and all of the rest"


def test_a_replacement_that_cannot_be_written_leaves_the_old_log(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = FileJournal(path)
    journal.append(b"old")
    for name in ("open", "write", "fsync"):
        with monkeypatch.context() as patch:
            patch.setattr(os, name, fail_at(1, getattr(os, name)))
            with pytest.raises(OSError, match="No space"):
                journal.replace(b"new")
        assert path.read_bytes() == b"old"
        journal.append(b".")
        journal.replace(b"old")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail_at(2, os.fsync))
        with pytest.raises(OSError, match="No space"):
            journal.replace(b"new")
    for write in (journal.append, journal.replace):
        with pytest.raises(OSError, match="start again"):
            write(b"more")
    assert path.read_bytes() == b"new"


def test_the_log_of_many_events_stays_short() -> None:
    """Without a driver and a disk, which would take most of the time."""
    event = request()
    delivery = Delivery(journal=True, seed=1, max_in_flight=BATCH, providers={"adjust": {"max_in_flight": BATCH}})
    log, longest, written = bytearray(), 0, 0
    for first in range(0, EVENTS, BATCH):
        for number in range(first, first + BATCH):
            delivery.submit(str(number), event, lane=str(number % BATCH), now=NOW)
        while (next_ := delivery.poll(now=NOW)) != Idle():
            match next_:
                case Send(ticket, _):
                    assert delivery.on_response(ticket, 200, {}, b"OK", now=NOW)
                case Store():
                    snapshot = delivery.take_snapshot()
                    if snapshot is not None:
                        log.clear()
                    part = delivery.take_log() if snapshot is None else snapshot
                    log += part
                    written += len(part)
                    delivery.log_stored()
                    for report in delivery.take_reports():
                        assert delivery.acknowledge(report.id)
            longest = max(longest, len(log))
    assert delivery.stats().delivered == EVENTS
    assert written > 5 * MOST_BYTES, "it would be too long if it were never shortened"
    assert longest < MOST_BYTES
    restored, whole = Delivery.restore(bytes(log))
    assert (whole, restored.stats().pending) == (len(log), 0)
