"""The outbox in PostgreSQL: workers of their own, and one that is killed, on a server of the test's own."""

import json
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import psycopg
import pytest
from conftest import EXAMPLES
from postgres_outbox import LOCKS, SCHEMA, add, forget

from s2s_events import Adjust
from s2s_events.testing import Sandbox, start_sandbox

EVENTS, LANES = 3_000, 100
Row = tuple[Any, ...]
Database = psycopg.Connection[Row]


def programs() -> Path | None:
    """The folder of PostgreSQL's programs."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def user() -> str | None:
    """Whom the server runs as: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@pytest.fixture
def address() -> Iterator[str]:
    """A server in a folder of its own."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed")
    # Its socket's path may have 100 bytes.
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as home:
        owner = user()
        if owner is not None:
            shutil.chown(home, owner)
        data = Path(home) / "data"
        options: Any = {"user": owner, "extra_groups": []} if owner else {}
        options |= {"cwd": home, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        initdb: list[str | Path] = [folder / "initdb", "-D", data, "-U", "tester", "-A", "trust"]
        initdb += ["-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(initdb, check=True, **options)
        # Nobody pulls the plug in a test.
        command: list[str | Path] = [folder / "postgres", "-D", data, "-k", home]
        command += ["-c", "listen_addresses=", "-c", "fsync=off"]
        with subprocess.Popen(command, **options) as server:
            try:
                yield ready(f"host={home} user=tester dbname=postgres")
            finally:
                server.send_signal(signal.SIGQUIT)  # "Immediate Shutdown", which waits for nobody.


def connect(address: str) -> Database:
    """A connection on which a statement fails after a minute, so that none waits for ever."""
    return psycopg.connect(address, autocommit=True, options="-c statement_timeout=60s")


def ready(address: str) -> str:
    for _ in range(200):
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:  # noqa: PERF203
            time.sleep(0.05)
        else:
            return address
    pytest.fail("the server does not start")


@pytest.fixture
def faulty() -> Iterator[Sandbox]:
    faults = ("500", "drop", "500-after", "drop-after")
    rates = ", ".join(f'{{ fault = "{fault}", rate = 0.02 }}' for fault in faults)
    with start_sandbox(f"[faults]\nseed = 7\nrates = [{rates}]\n") as sandbox:
        yield sandbox


class Workers:
    """Workers in processes of their own."""

    def __init__(self, address: str, stack: ExitStack) -> None:
        settings = json.dumps({"backoff_ms": 20, "max_backoff_ms": 100, "breaker_ms": 50})
        self.command = [sys.executable, str(EXAMPLES / "postgres_outbox.py"), address, settings]
        self.stack = stack
        self.running: dict[int, subprocess.Popen[str]] = {}

    def start(self) -> None:
        process = self.stack.enter_context(subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True))
        self.stack.callback(process.kill)
        assert process.stdout is not None
        self.running[int(process.stdout.readline())] = process

    def signal(self, number: int, what: signal.Signals) -> None:
        self.running[number].send_signal(what)

    def kill(self, number: int) -> None:
        process = self.running.pop(number)
        process.kill()
        process.wait()

    def stop(self) -> None:
        for process in self.running.values():
            process.terminate()
        assert {process.wait(20) for process in self.running.values()} == {0}


def device_of(number: int) -> str:
    """The device that makes a purchase: the first one makes many."""
    return f"660e1d86-6796-463a-be86-{0 if number % 6 == 0 else number % LANES:012}"


def buy(database: Database, sandbox: Sandbox, numbers: range) -> None:
    """A number of purchases on some devices, and some in transactions that come to nothing."""
    adjust = Adjust(app_token="4w565xzmb54d", base_url=sandbox.base_url("adjust"))
    now = datetime.now(timezone.utc)
    for number in numbers:
        device = device_of(number)
        request = adjust.event(
            event_token="f0ob4r",
            gps_adid=device,
            created_at=now - timedelta(days=1) + timedelta(seconds=number),
            callback_params={"number": str(number)},
        )
        if number % 10 == 0:
            with database.transaction(force_rollback=True):
                add(database, device, request)
        with database.transaction():
            database.execute("INSERT INTO purchase VALUES (%s)", [number])
            add(database, device, request)


def count(database: Database, status: str) -> int:
    [[counted]] = database.execute("SELECT count(*) FROM outbox WHERE status = %s", [status])
    return int(counted)


@contextmanager
def all_take_lanes(database: Database, workers: int) -> Iterator[None]:
    """Lets this number of workers, started in its body, take their first lanes in turn, so that each has some."""
    database.execute("SELECT pg_advisory_lock(%s, 0)", [LOCKS])
    yield
    waiting = "SELECT count(*) FROM pg_locks WHERE classid = %s AND objid = 0 AND NOT granted"
    deadline = time.monotonic() + 60
    while database.execute(waiting, [LOCKS]).fetchall() != [(workers,)]:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    database.execute("SELECT pg_advisory_unlock(%s, 0)", [LOCKS])
    # The lock is granted in the order of the requests: after this one, every worker has had it.
    database.execute("SELECT pg_advisory_lock(%s, 0)", [LOCKS])
    database.execute("SELECT pg_advisory_unlock(%s, 0)", [LOCKS])


def wait_for(database: Database, delivered: int) -> None:
    deadline = time.monotonic() + 60
    while count(database, "delivered") < delivered:
        assert time.monotonic() < deadline
        assert count(database, "dropped") == 0, "it was sent after a later one"
        time.sleep(0.02)


def test_what_is_delivered_is_forgotten_and_nothing_else(address: str) -> None:
    request = Adjust(app_token="4w565xzmb54d").event(event_token="f0ob4r", gps_adid=device_of(1))
    statuses = {"a": "waiting", "b": "delivered", "c": "dropped", "d": "duplicate", "e": "delivered", "f": "gave_up"}
    with connect(address) as database, psycopg.connect(address) as another:
        database.execute(SCHEMA)
        for lane, status in statuses.items():
            add(database, lane, request)
            database.execute("UPDATE outbox SET status = %s WHERE lane = %s", [status, lane])
        database.execute("UPDATE outbox_lane SET worker = 1 WHERE lane = 'b'")
        # A transaction that is under way writes into a lane that has nothing else.
        add(another, "e", request)
        forget(database)
        another.commit()
        lanes = database.execute("SELECT lane FROM outbox_lane ORDER BY lane").fetchall()
        assert [lane for [lane] in lanes] == ["a", "b", "c", "e", "f"]
        events = database.execute("SELECT lane, status FROM outbox ORDER BY id").fetchall()
        assert events == [("a", "waiting"), ("c", "dropped"), ("f", "gave_up"), ("e", "waiting")]
        database.execute("UPDATE outbox_lane SET worker = NULL")
        forget(database)
        assert database.execute("SELECT count(*) FROM outbox_lane").fetchall() == [(4,)]


def test_nothing_is_lost_where_a_worker_is_killed(address: str, faulty: Sandbox) -> None:
    with connect(address) as database, ExitStack() as stack:
        database.execute(SCHEMA)
        database.execute("CREATE TABLE purchase (number integer)")
        workers = Workers(address, stack)
        buy(database, faulty, range(EVENTS // 2))
        with all_take_lanes(database, 2):
            workers.start()
            workers.start()
        owners = database.execute("SELECT DISTINCT worker FROM outbox WHERE worker IS NOT NULL").fetchall()
        assert {number for [number] in owners} == set(workers.running)
        # The first device's lane is by far the longest: it is under way for a long time after its first events.
        first = "SELECT count(*) FROM outbox WHERE lane = %s AND status = 'delivered'"
        deadline = time.monotonic() + 60
        while database.execute(first, [device_of(0)]).fetchall() < [(20,)]:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        [[busiest]] = database.execute("SELECT worker FROM outbox_lane WHERE lane = %s", [device_of(0)])
        # A stopped worker neither takes nor finishes anything. It is stopped outside of the lock for taking lanes,
        # in which it would keep the rows of lanes locked.
        database.execute("SELECT pg_advisory_lock(%s, 0)", [LOCKS])
        workers.signal(busiest, signal.SIGSTOP)
        database.execute("SELECT pg_advisory_unlock(%s, 0)", [LOCKS])
        waiting = "SELECT request->>'body' FROM outbox WHERE worker = %s AND status = 'waiting'"
        under_way = [str(body) for [body] in database.execute(waiting, [busiest])]
        assert under_way, "no worker was seen in the middle"
        buy(database, faulty, range(EVENTS // 2, EVENTS))
        workers.kill(busiest)
        workers.start()
        wait_for(database, EVENTS)
        workers.stop()
        assert database.execute("SELECT count(*), count(request) FROM outbox").fetchall() == [(EVENTS, 0)]
        assert database.execute("SELECT count(*) FROM outbox_lane").fetchall() == [(LANES,)]

    assert faulty.rejected() == []
    lanes: dict[str, list[int]] = {}
    heard: Counter[int] = Counter()
    for entry in faulty.accepted():
        number = int(json.loads(entry["parameters"]["callback_params"])["number"])
        lanes.setdefault(entry["parameters"]["gps_adid"], []).append(number)
        heard[number] += not entry.get("answer_lost", False)
    assert {number for lane in lanes.values() for number in lane} == set(range(EVENTS))
    assert all(lane == sorted(lane) for lane in lanes.values())
    doubles = {number for number, times in heard.items() if times > 1}
    assert len(doubles) <= LANES
    for number in doubles:
        assert any(f"%22number%22%3A%22{number}%22" in body for body in under_way)
