r"""An outbox in your own PostgreSQL: the transaction that makes a purchase writes its event, and workers send it.

Needs psycopg 3 and httpx. Run `SCHEMA` once, call `add` in your transactions, and start as many workers as you like:

    psql … -c "$(python -c 'import postgres_outbox; print(postgres_outbox.SCHEMA)')"
    python postgres_outbox.py postgresql://…

What holds:

- An event is sent if, and only if, its transaction is committed.
- Events of a lane leave one after the other, in the order of `add`, whatever the number of workers: a lane belongs to
  one worker at a time, and transactions that write into the same lane wait for each other. Give `add` the device or the
  user as the lane, and every event its time: one without gets another time when another worker sends it.
- A lane belongs to a worker only as long as that lives. A worker is its session: it holds an advisory lock, which the
  server lets go when the session ends. So there must be no pooler in between that shares sessions; and if a machine
  vanishes, its lanes wait until the server notices (`tcp_keepalives_idle`).
- The outcome of an event is committed before the next event of its lane is sent. Where a worker is killed, one event of
  each of its lanes may therefore have been sent without a trace, and is sent again: Adjust may count it twice.

What does not hold: exactly once, and `at_most_once` beyond the life of a worker. A lost response makes a double,
too. And a worker whose connection is cut while it sends knows it only when it writes: until then another one may send
events of the same lane.

The table holds requests, with their credentials and personal data; those of delivered events are removed. Their rows
stay, and so do the lanes: call `forget` once a day, say, or the tables grow without bound. Events that were dropped or
given up stay until you delete them. The delivery's log is kept nowhere, so that it does not grow.
"""

import json
import logging
import signal
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psycopg
from psycopg.types.json import Json

from s2s_events import Request
from s2s_events.delivery import Answer, Delivery, Driver, Report
from s2s_events.types import DeliveryConfig

# httpx logs every URL at INFO, and a query holds tokens and device IDs.
logging.getLogger("httpx").setLevel(logging.WARNING)

SCHEMA = """
CREATE TABLE outbox_lane (
    lane text PRIMARY KEY,
    worker integer
);
CREATE TABLE outbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    lane text NOT NULL REFERENCES outbox_lane,
    request json,
    worker integer,
    status text NOT NULL DEFAULT 'waiting',
    reason text,
    maybe_delivered boolean,
    attempts integer
);
CREATE INDEX ON outbox (lane, id) WHERE status = 'waiting';
CREATE INDEX ON outbox_lane (worker);
CREATE SEQUENCE outbox_worker AS integer CYCLE;
"""

LOCKS = 5_252_050
"""The first number of our advisory locks; the second is the worker's, and 0 for taking lanes."""
MOST_EVENTS = 2_000
"""Maximum number of events that a worker holds."""
MOST_LANES = 20
"""Maximum number of lanes that a worker takes at once."""
PAUSE = 0.1
"""Seconds between two queries of the table."""


def add(connection: psycopg.Connection[Any], lane: str, request: Request) -> None:
    """Writes an event into the outbox, as a part of your transaction."""
    # Holds the lane until the end of the transaction, so that the order of ids is that of the commits.
    connection.execute(
        "INSERT INTO outbox_lane (lane) VALUES (%s) ON CONFLICT (lane) DO UPDATE SET lane = EXCLUDED.lane", [lane]
    )
    connection.execute("INSERT INTO outbox (lane, request) VALUES (%s, %s)", [lane, Json(request.to_dict())])


FORGET_EVENTS = "DELETE FROM outbox WHERE status IN ('delivered', 'duplicate')"

FORGET_LANES = """
DELETE FROM outbox_lane WHERE lane IN (
    SELECT lane FROM outbox_lane
    WHERE worker IS NULL AND NOT EXISTS (SELECT FROM outbox WHERE outbox.lane = outbox_lane.lane)
    FOR UPDATE SKIP LOCKED
)
"""


def forget(connection: psycopg.Connection[Any]) -> None:
    """Deletes delivered events, and lanes without events that belong to no worker.

    It may run at any time. Where `add` writes into a lane just then, the database may refuse to delete it: then nothing
    is deleted, and the next call does it.
    """
    with connection.transaction():
        connection.execute(FORGET_EVENTS)
        connection.execute(FORGET_LANES)


TAKE_LANES = """
UPDATE outbox_lane SET worker = %(worker)s WHERE lane IN (
    SELECT lane FROM outbox_lane
    WHERE (worker IS NULL OR worker NOT IN (
        SELECT objid::bigint FROM pg_locks
        WHERE locktype = 'advisory' AND classid = %(locks)s AND objsubid = 2 AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ))
    AND EXISTS (SELECT FROM outbox WHERE outbox.lane = outbox_lane.lane AND status = 'waiting')
    LIMIT %(lanes)s
    FOR UPDATE SKIP LOCKED
)
"""

TAKE_EVENTS = """
UPDATE outbox SET worker = %(worker)s WHERE id IN (
    SELECT outbox.id FROM outbox JOIN outbox_lane USING (lane)
    WHERE outbox_lane.worker = %(worker)s AND status = 'waiting' AND outbox.worker IS DISTINCT FROM %(worker)s
    ORDER BY outbox.id
    LIMIT %(events)s
)
RETURNING id, lane, request
"""

GIVE_LANES_BACK = """
UPDATE outbox_lane SET worker = NULL WHERE lane IN (
    SELECT lane FROM outbox_lane
    WHERE worker = %(worker)s
    AND NOT EXISTS (SELECT FROM outbox WHERE outbox.lane = outbox_lane.lane AND status = 'waiting')
    FOR UPDATE SKIP LOCKED
)
"""

WRITE_REPORTS = """
UPDATE outbox
SET status = told.status, reason = told.reason, maybe_delivered = told.maybe_delivered, attempts = told.attempts,
    request = CASE WHEN told.status IN ('delivered', 'duplicate') THEN NULL ELSE request END
FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::boolean[], %s::integer[])
    AS told (id, status, reason, maybe_delivered, attempts)
WHERE outbox.id = told.id
"""


class Worker:
    """Sends what is in the outbox. The connection is its own, and is in autocommit."""

    def __init__(self, connection: psycopg.Connection[Any], http: httpx.Client, settings: DeliveryConfig) -> None:
        self._connection = connection
        self._http = http
        # Threads share the connection; a transaction holds this lock.
        self._lock = threading.Lock()
        self._reports: list[Report] = []
        self._is_stopped = threading.Event()
        # The log is not kept: the table takes its place. But the journal orders what happens: an event is reported
        # before the next one of its lane is sent.
        own: DeliveryConfig = {**settings, "journal": True, "max_pending": 2 * MOST_EVENTS}
        self._driver = Driver(Delivery(**own), self._send, store=lambda _: None, on_report=self._reports.append)
        [[self.number]] = connection.execute("SELECT nextval('outbox_worker')::integer")
        connection.execute("SELECT pg_advisory_lock(%s, %s)", [LOCKS, self.number])

    def run(self) -> None:
        """Works until it is stopped, and then until what is under way has its response."""
        with ThreadPoolExecutor(1) as pool:
            running = pool.submit(self._driver.run, until="stopped")
            try:
                while not running.done() and not self._is_stopped.wait(PAUSE):
                    self._write_reports()
                    self._take_events()
            finally:
                self._driver.stop()
            running.result()
        self._write_reports()

    def stop(self) -> None:
        """Ends `run`. A signal's handler may call it."""
        self._is_stopped.set()

    def _send(self, request: Request) -> Answer:
        self._write_reports()
        response = self._http.request(
            request.method, request.url, headers=request.headers, content=request.body, follow_redirects=False
        )
        return response.status_code, response.headers.multi_items(), response.content

    def _write_reports(self) -> None:
        """Writes what was reported. Sending waits for writing, so that many reports share a commit."""
        with self._lock:
            count = len(self._reports)
            if count == 0:
                return
            told = [
                (int(own.id), str(own.kind), own.reason, own.maybe_delivered, own.attempts)
                for own in self._reports[:count]
            ]
            self._connection.execute(WRITE_REPORTS, [list(column) for column in zip(*told, strict=True)])
            for own in self._reports[:count]:
                self._driver.acknowledge(own.id)
            del self._reports[:count]

    def _take_events(self) -> None:
        room = MOST_EVENTS - self._driver.delivery.stats().pending
        if room <= 0:
            return
        own: Mapping[str, Any] = {"worker": self.number, "locks": LOCKS, "lanes": MOST_LANES, "events": room}
        with self._lock, self._connection.transaction():
            # One after the other: a worker that came into being meanwhile would not be known to live.
            self._connection.execute("SELECT pg_advisory_xact_lock(%s, 0)", [LOCKS])
            self._connection.execute(GIVE_LANES_BACK, own)
            self._connection.execute(TAKE_LANES, own)
            rows = self._connection.execute(TAKE_EVENTS, own).fetchall()
        for number, lane, request in sorted(rows, key=lambda row: int(row[0])):
            self._driver.submit(str(number), Request.from_dict(request), lane=lane)


def main(address: str, settings: str = "{}") -> None:
    """Works until Ctrl-C or SIGTERM. `settings` are those of a delivery, as JSON."""
    with psycopg.connect(address, autocommit=True) as connection, httpx.Client(timeout=30) as http:
        worker = Worker(connection, http, json.loads(settings))
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: worker.stop())
        print(worker.number, flush=True)
        worker.run()


if __name__ == "__main__":
    main(*sys.argv[1:])
