"""Events of a Spark DataFrame, as requests or delivered.

    requests = spark.build(df, {"provider": "adjust", "app_token": "4w565xzmb54d"}, kind="event")
    reports = spark.deliver(df, destination, connect, id="order", order_by="created_at", kind="event")

The columns of a DataFrame are the fields of the events, as in `s2s_events.arrow`. Needs pyspark 4 with pyarrow, and
this package on the executors.

**Secrets.** A `destination` is a configuration, or a function that returns a client. A configuration travels inside of
the serialized task, in the memory of the driver and the executors; plans, the user interface, logs and messages do not
show it. A function runs on the executors, so that only they read the secret, from their environment or a store of
secrets. `deliver` shuffles events and no requests. The result of `build` has credentials in it unless `show_secrets` is
false: Spark keeps what is shuffled or cached of it in files.

**Restarts.** Spark runs a failed task again, with all of its rows; and a slow one twice at the same time if
`spark.speculation` is on, so keep that off. Events that the failed task has sent are sent again, unless

- a `Ledger`, such as a table in a database, knows their ids: then only those that were under way are sent again;
- or the provider deduplicates by an id, which is in a column. Ids that `new_id` makes would differ each time, so it has
  no default here, and an absent id is an issue.

`deliver` sends when it is called, once, and keeps the reports (`localCheckpoint`): using its result twice does not send
twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from . import _native
from ._errors import ValidationError
from ._native import Delivery, Destination, Destinations, Request
from .delivery import Answer, Driver, RefusedError, Report

if TYPE_CHECKING:
    from datetime import datetime

    from typing_extensions import Self

    from ._native import _Client
    from ._one_event import Part

__all__ = ["Ledger", "build", "deliver"]


class _DataFrame(Protocol):
    """What is used of `pyspark.sql.DataFrame`."""

    @property
    def schema(self) -> Any: ...
    @property
    def columns(self) -> list[str]: ...


F = TypeVar("F", bound=_DataFrame)

Configured: TypeAlias = "Mapping[str, Any] | Callable[[], _Client | Destinations]"
"""A configuration, or a function that returns a client.

A configuration with a `provider` is that of `Destination.from_config`; any other is that of `Destinations`.
"""

Send: TypeAlias = Callable[[Request], Answer]
"""Sends a request without following redirects: that of `s2s_events.delivery.Driver`."""

_LANE = "_s2s_lane"
_ISSUES = "array<struct<path: string, code: string, message: string>>"
_REQUEST = (
    "lane string, method string, url string, headers array<struct<name: string, value: string>>, body string, "
    f"issues {_ISSUES}, warnings {_ISSUES}"
)
_REPORT = (
    "id string, result string, reason string, attempts long, maybe_delivered boolean, outcome string, cause string, "
    f"issues {_ISSUES}"
)


class Ledger(Protocol):
    """Remembers which events are finished, over restarts of a task: a table in a database, for instance."""

    def known(self, ids: Sequence[str], /) -> Iterable[str]:
        """Returns those of the ids that are finished."""

    def add(self, reports: Sequence[Report], /) -> None:
        """Remembers the events of these reports. Called as soon as there are reports, before Spark has them."""


class _Hidden:
    """A value that is not shown: a configuration has secrets."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __repr__(self) -> str:
        return "[redacted]"


def _opened(destination: Configured) -> _Client | Destinations:
    if callable(destination):
        return destination()
    return Destination.from_config(destination) if "provider" in destination else Destinations(destination)


def build(  # noqa: PLR0913
    df: F,
    destination: Configured,
    *,
    kind: str | None = None,
    keep: Sequence[str] = (),
    now: datetime | None = None,
    new_id: Callable[[], str] | None = None,
    show_secrets: bool = True,
) -> F:
    """Returns the requests of the events in a DataFrame: the columns of `s2s_events.arrow.build_table` but `row`.

    `keep` are columns that pass into the result and are not read as fields, such as the number of an order.

    Raises:
        ValidationError: a column is not a field of the events, or has a type that is never right. Where `destination`
            is a function, Spark raises it when the result is computed.
        ConfigError: the configuration has issues.

    """
    options = {"kind": kind, "now": now, "new_id": new_id}
    client = _check(df, destination, keep, options)
    middle = "destination string, " if isinstance(client, Destinations) else ""
    schema = _schema(df, keep, middle + _REQUEST)
    task = _Build(destination, list(keep), {**options, "show_secrets": show_secrets}, drop=["row"])
    frame: Any = df
    built: F = frame.mapInArrow(task, schema)
    return built


def deliver(  # noqa: PLR0913
    df: F,
    destination: Configured,
    connect: Callable[[], Send],
    *,
    id: str,  # noqa: A002
    order_by: str | Sequence[str],
    kind: str | None = None,
    new_id: Callable[[], str] | None = None,
    partitions: int | None = None,
    threads: int = 16,
    settings: Mapping[str, Any] | None = None,
    ledger: Callable[[], Ledger] | None = None,
) -> F:
    """Sends the events of a DataFrame, and returns a report for each row.

    Events with one lane key are sent by one task, in the order of `order_by`. Each task has its own `Delivery`,
    `Driver` and connection.

    - `destination` is for the events of one provider, or one destination for neutral events.
    - `connect` is called once in each task, and returns what sends a request: see `Driver`.
    - `id` is the column of the events' ids, which must differ from each other. It is not read as a field.
    - `order_by` are the columns that order the events of a lane: usually the time of the event.
    - `partitions` is the number of tasks; by default `spark.sql.shuffle.partitions`.
    - `threads` send at once in each task.
    - `settings` are those of `Delivery`. `max_pending`, 10,000 by default here, bounds what a task holds in memory.
    - `ledger` is called once in each task.

    The result has the columns

    - `id` (text);
    - `result`: the kind of the report (`delivered`, `duplicate`, `dropped` or `gave_up`), `invalid` where the event has
      issues, `refused` where its id is not one or is in use, `skipped` where the destination skips it, or `known` where
      the ledger has it;
    - `reason`, `attempts`, `maybe_delivered` and `cause`: those of the report, and `outcome`: the kind of its outcome;
    - `issues`: a list of structs of `path`, `code` and `message`.

    Raises:
        ValidationError: a column is not a field of the events, or has a type that is never right.
        ConfigError: the configuration or the settings have issues.
        ValueError: `destination` has more than one destination: deliver to each of them.

    """
    limits = {"max_pending": 10_000, **(settings or {})}
    Delivery(**limits)
    order = [order_by] if isinstance(order_by, str) else list(order_by)
    options = {"kind": kind, "new_id": new_id}
    client = _check(df, destination, [id], options)
    _one_destination(client)
    frame: Any = df
    lanes = frame.mapInArrow(_Lanes(destination, id, options), _schema(df, df.columns, f"{_LANE} string"))
    of_lane = lanes.repartition(*([] if partitions is None else [partitions]), _LANE)
    task = _Deliver(destination, id, options, connect, threads, limits, ledger)
    reports = of_lane.sortWithinPartitions(_LANE, *order).mapInArrow(task, _REPORT)
    kept: F = reports.localCheckpoint(eager=True)
    return kept


def _check(
    df: Any, destination: Configured, keep: Sequence[str], options: Mapping[str, Any]
) -> _Client | Destinations | None:
    """Checks the columns before a row is read. Calls no function: only the executors may have the secret."""
    if callable(destination):
        return None
    client = _opened(destination)
    _native.build_table(client, df.limit(0).toArrow(), keep=keep, **options)
    return client


def _one_destination(client: _Client | Destinations | None) -> None:
    if isinstance(client, Destinations) and len(client.labels) != 1:
        message = "deliver to one destination at a time: events of several have several lanes"
        raise ValueError(message)


def _schema(df: Any, kept: Sequence[str], others: str) -> Any:
    """The columns of a DataFrame that are kept, and others."""
    from pyspark.sql.types import StructType  # noqa: PLC0415

    fields = [field for field in df.schema.fields if field.name in kept]
    fields.sort(key=lambda field: kept.index(field.name))
    return StructType([*fields, *StructType.fromDDL(others).fields])


class _Task:
    """What runs in a task. It shows nothing of itself."""

    def __init__(self, destination: Configured, options: Mapping[str, Any]) -> None:
        self._destination = _Hidden(destination)
        self._options = options

    def _client(self) -> _Client | Destinations:
        return _opened(self._destination.value)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class _Build(_Task):
    """Batches of events to batches of requests."""

    def __init__(
        self, destination: Configured, keep: list[str], options: Mapping[str, Any], *, drop: Sequence[str] = ()
    ) -> None:
        super().__init__(destination, options)
        self._keep = keep
        self._drop = list(drop)

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415

        client = self._client()
        for batch in batches:
            # Other tasks have the other cores.
            built = _native.build_table(client, batch, keep=self._keep, threads=1, **self._options)
            yield from pa.table(built).drop_columns(self._drop).to_batches()


class _Lanes(_Task):
    """Batches of events with their lanes."""

    def __init__(self, destination: Configured, id: str, options: Mapping[str, Any]) -> None:  # noqa: A002
        super().__init__(destination, options)
        self._id = id

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.compute as pc  # noqa: PLC0415

        client = self._client()
        _one_destination(client)
        for batch in batches:
            built = pa.table(
                _native.build_table(client, batch, keep=[self._id], threads=1, show_secrets=False, **self._options)
            )
            # Without a key, any partition will do.
            lane = pc.coalesce(built["lane"], built[self._id].cast(pa.string()))
            yield from pa.Table.from_batches([batch]).append_column(_LANE, lane).to_batches()


class _Deliver(_Task):
    """Batches of events to reports."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        destination: Configured,
        id: str,  # noqa: A002
        options: Mapping[str, Any],
        connect: Callable[[], Send],
        threads: int,
        limits: Mapping[str, Any],
        ledger: Callable[[], Ledger] | None,
    ) -> None:
        super().__init__(destination, options)
        self._id = id
        self._connect = connect
        self._threads = threads
        self._limits = limits
        self._ledger = ledger

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415

        client, ledger = self._client(), self._ledger() if self._ledger else None
        with _Run(Delivery(**self._limits), self._connect(), self._threads, ledger) as run:
            for batch in batches:
                ids = batch.column(self._id).cast(pa.string()).to_pylist()
                events = batch.drop_columns([self._id, _LANE])
                rows = _native.build_rows(client, events, threads=1, **self._options)
                known = set(ledger.known([own for own in ids if own is not None])) if ledger else set()
                for event_id, built in zip(ids, rows, strict=True):
                    run.submit(event_id, built, is_known=event_id in known)
                yield run.finished(pa)
            while run.is_open:
                run.wait()
                yield run.finished(pa)


_ROW = ("id", "result", "reason", "attempts", "maybe_delivered", "outcome", "cause", "issues")


class _Run:
    """A delivery that another thread runs, while this one submits and takes the reports."""

    def __init__(self, delivery: Delivery, send: Send, threads: int, ledger: Ledger | None) -> None:
        self._ledger = ledger
        self._reports: SimpleQueue[Report | None] = SimpleQueue()
        self._driver = Driver(delivery, send, threads=threads, on_report=self._reports.put)
        self._open = 0
        self._rows: list[tuple[Any, ...]] = []
        self._failures: list[BaseException] = []
        self._thread = Thread(target=self._run, name="s2s-events", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._driver.stop()
        self._thread.join()

    @property
    def is_open(self) -> bool:
        """Whether there is an event without its report."""
        return self._open > 0

    def _run(self) -> None:
        try:
            self._driver.run(until="stopped")
        except BaseException as error:
            self._failures.append(error)
        finally:
            self._reports.put(None)

    def submit(self, event_id: str | None, built: Request | list[Part] | ValidationError, *, is_known: bool) -> None:
        """Submits an event, once there is a place for it."""
        if isinstance(built, list):
            [part] = built
            if part.is_skipped:
                return self._row(event_id, "skipped", "the destination skips the event")
            built = part.request or ValidationError(list(part.issues))
        if isinstance(built, ValidationError):
            issues = [{"path": issue.path, "code": issue.code, "message": issue.message} for issue in built.issues]
            return self._row(event_id, "invalid", "the event has issues", issues=issues)
        if is_known:
            return self._row(event_id, "known", "the ledger has the event")
        if event_id is None:
            return self._row(event_id, "refused", "the id is null")
        while (refused := self._refused(event_id, built)) is not None:
            if refused.code != "full":
                return self._row(event_id, "refused", refused.message)
            self.wait()
        self._open += 1
        return None

    def _refused(self, event_id: str, request: Request) -> RefusedError | None:
        try:
            self._driver.submit(event_id, request)
        except RefusedError as refused:
            return refused
        return None

    def wait(self) -> None:
        """Waits for a report, and takes all that are there."""
        reports = [self._reports.get()]
        while not self._reports.empty():
            reports.append(self._reports.get())
        if None in reports:
            # It ends early only where it has failed.
            raise self._failures[0]
        taken = [report for report in reports if report is not None]
        if self._ledger is not None:
            self._ledger.add(taken)
        self._open -= len(taken)
        for own in taken:
            outcome = None if own.outcome is None else str(own.outcome.kind)
            self._row(
                own.id,
                str(own.kind),
                own.reason,
                attempts=own.attempts,
                maybe_delivered=own.maybe_delivered,
                outcome=outcome,
                cause=own.cause,
            )

    def _row(self, event_id: str | None, result: str, reason: str, **others: Any) -> None:
        row = {"attempts": 0, "maybe_delivered": False, "issues": [], **others}
        row |= {"id": event_id, "result": result, "reason": reason}
        self._rows.append(tuple(row.get(name) for name in _ROW))

    def finished(self, pa: Any) -> Any:
        """Returns the reports since the last call, as a batch."""
        rows, self._rows = self._rows, []
        text = pa.string()
        issue = pa.struct([("path", text), ("code", text), ("message", text)])
        types = [text, text, text, pa.int64(), pa.bool_(), text, text, pa.list_(issue)]
        columns = [pa.array([row[at] for row in rows], of) for at, of in enumerate(types)]
        return pa.record_batch(columns, names=list(_ROW))
