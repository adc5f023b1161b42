"""Drivers: what sends what a delivery says.

What is done, and when, a delivery's `Run` decides. One pump (`_Driver._pump`) does it for both drivers: it awaits. The
driver of threads blocks where the one of asyncio awaits, so its pump never pauses, and is run to its end at once.
"""

from __future__ import annotations

import asyncio
import inspect
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from ._delivery import Accepted, Cancel, Done, Report, ReportsReady, Send, StoreLog, SubmittedPart, Ticket, Until, Wait
from ._exceptions import cause_of, known_kind_of
from ._native import Delivery, Request

if TYPE_CHECKING:
    from ._native import _Body, _Headers, _Pairs
    from ._one_event import Part

T = TypeVar("T")

Answer: TypeAlias = "tuple[int, _Headers | _Pairs, _Body]"
"""What came back for a request: the status, the headers and the body, as the clients' `interpret` takes them."""


class Journal(Protocol):
    """A stored log that can be replaced by a shorter one, so that it does not grow without bound."""

    def append(self, log: bytes, /) -> None:
        """Appends a part of the log to what is stored. Where that fails, nothing of the part may remain."""

    def replace(self, log: bytes, /) -> None:
        """Replaces everything that is stored. Where that fails, the old log must still be there."""


class AsyncJournal(Protocol):
    """A `Journal` whose methods may be async, for `AsyncDriver`."""

    def append(self, log: bytes, /) -> Awaitable[None] | None:
        """Appends a part of the log to what is stored. Where that fails, nothing of the part may remain."""

    def replace(self, log: bytes, /) -> Awaitable[None] | None:
        """Replaces everything that is stored. Where that fails, the old log must still be there."""


def _parts(answer: Answer) -> Answer:
    """Returns what `send` has returned, if it is a response."""
    if not isinstance(answer, tuple) or len(answer) != 3:  # noqa: PLR2004
        message = f"send must return (status, headers, body), not {type(answer).__name__}"
        raise TypeError(message)
    return answer


class _Driver(ABC):
    """What both drivers have."""

    def __init__(  # noqa: PLR0913
        self,
        delivery: Delivery,
        store: Callable[[bytes], Any] | AsyncJournal | None,
        on_report: Callable[[Report], Any] | None,
        *,
        stop_on_error: bool,
        acknowledge: bool,
        max_in_flight: int | None,
    ) -> None:
        self._delivery = delivery
        self._run = delivery.run
        self._store = store
        self._on_report = on_report
        self._stop_on_error = stop_on_error
        self._acknowledge = acknowledge
        self._max_in_flight = max_in_flight
        self._failures: list[BaseException] = []

    @property
    def delivery(self) -> Delivery:
        """The delivery itself: for its statistics, for a snapshot. Submit with the driver, which wakes the run."""
        return self._delivery

    def submit(
        self,
        id: str,  # noqa: A002
        request: Request,
        *,
        destination: str | None = None,
        lane: str | None = None,
    ) -> Accepted:
        """Submits an event, from any thread, and wakes the run: see `Delivery.submit`.

        With a journal it is safe only once `delivery.is_stored`.
        """
        accepted = self._delivery.submit(id, request, destination=destination, lane=lane)
        self._wake()
        return accepted

    def submit_parts(self, id: str, parts: Iterable[Part]) -> list[SubmittedPart]:  # noqa: A002
        """Submits all parts of an event, or none, from any thread, and wakes the run: see `Delivery.submit_parts`.

        With a journal they are safe only once `delivery.is_stored`.
        """
        submitted = self._delivery.submit_parts(id, parts)
        self._wake()
        return submitted

    def acknowledge(self, id: str) -> bool:  # noqa: A002
        """The report of this event has arrived where it belongs: see `Delivery.acknowledge`."""
        is_known = self._delivery.acknowledge(id)
        self._wake()
        return is_known

    def resume(self, destination: str) -> bool:
        """Lets requests go to a destination again: see `Delivery.resume`."""
        is_known = self._delivery.resume(destination)
        self._wake()
        return is_known

    def stop(self) -> None:
        """Ends the run, or the next one if there is none, once what is under way has its response.

        Any thread may call it, and a signal's handler.
        """
        self._run.stop()
        self._wake()

    @abstractmethod
    def _start(self) -> None:
        """Gets ready for a run."""

    @abstractmethod
    def _end(self) -> None:
        """Cleans up after a run."""

    @abstractmethod
    def _wake(self) -> None:
        """Ends the wait of the run. Any thread may call it."""

    @abstractmethod
    async def _wait(self, seconds: float) -> None:
        """Waits until something changes, but no longer than that. Abandons the run where nothing can come any more."""

    @abstractmethod
    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        """Calls a callback."""

    @abstractmethod
    def _begin(self, ticket: Ticket, request: Request) -> None:
        """Sends a request; reports what comes back when it comes."""

    @abstractmethod
    def _cancel(self, ticket: Ticket) -> None:
        """Cancels a request, where that can be done."""

    async def _pump(self, until: Until) -> None:
        """Does what the run says until its end."""
        is_done = False
        self._run.begin(
            until=until,
            storage=None if self._store is None else "append" if callable(self._store) else "replace",
            max_in_flight=self._max_in_flight,
            stop_on_error=self._stop_on_error,
            acknowledge=self._acknowledge,
        )
        try:
            self._failures = []
            self._start()
            while not is_done:
                try:
                    is_done = await self._step()
                except GeneratorExit:  # noqa: PERF203
                    # The event loop was closed; nothing can be awaited any more.
                    raise
                except BaseException as error:
                    self._fail(error)
        finally:
            if not is_done:
                self._run.abandon()
            self._end()
        self._raise_failures()

    async def _step(self) -> bool:
        """Does one thing. Returns whether the run has ended."""
        match self._run.next():
            case Send(ticket, request):
                self._begin(ticket, request)
            case StoreLog(log, replaces):
                await self._keep(log, replaces=replaces)
            case ReportsReady():
                await self._report()
            case Cancel(ticket):
                self._cancel(ticket)
            case Wait(seconds):
                await self._wait(seconds)
            case Done():
                return True
        return False

    async def _keep(self, log: bytes, *, replaces: bool) -> None:
        store: Any = self._store
        if not callable(store):
            store = store.replace if replaces else store.append
        try:
            await self._call(store, log)
        except GeneratorExit:
            # Nobody knows what is stored.
            raise
        except BaseException:
            self._run.not_stored(log)
            raise
        self._run.stored()

    async def _report(self) -> None:
        count = 0
        try:
            for report in self._run.reports():
                if self._on_report is not None:
                    await self._call(self._on_report, report)
                count += 1
        finally:
            self._run.reported(count)

    def _came_back(self, ticket: Ticket, answer: Answer) -> None:
        """Passes a response on. One that is none ends the run: every event would be sent, and none be understood."""
        try:
            status, headers, body = _parts(answer)
            self._delivery.on_response(ticket, status, headers, body)
        except BaseException as error:
            self._failed_to_send(ticket, error, ends_run=True)

    def _failed_to_send(self, ticket: Ticket, error: BaseException, *, ends_run: bool = False) -> None:
        """Reports that there is no response, and why. Ends the run where that is asked for, or `error` is meant to."""
        kind, cause = None, ""
        try:
            kind, cause = known_kind_of(error), cause_of(error)
        except BaseException as raised:
            # The exception cannot be read; the event needs its end all the same.
            if not isinstance(raised, Exception):
                self._fail(raised)
        if ends_run or not isinstance(error, (Exception, asyncio.CancelledError)):
            # First of all, so that the event is not sent again in this run.
            self._fail(error)
            self._run.on_error(ticket, kind, cause=cause)
        elif self._run.on_error(ticket, kind, cause=cause):
            self._failures.append(error)

    def _fail(self, error: BaseException) -> None:
        self._failures.append(error)
        self._run.fail()

    def _raise_failures(self) -> None:
        """Raises the first failure; the later ones are its context."""
        failures, self._failures = self._failures, []
        chain: list[BaseException] = []
        for failure in failures:
            part: BaseException | None = failure
            if chain and not any(part is known for known in chain):
                chain[-1].__context__ = part
            while part is not None and not any(part is known for known in chain):
                chain.append(part)
                part = part.__context__
        if failures:
            raise failures[0]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._delivery!r}>"


class Driver(_Driver):
    """Sends what a `Delivery` says, with threads.

    - `send` sends a request, without following redirects, and returns status, headers and body. Up to `threads`
      threads call it at once; the delivery's own `max_in_flight` holds, too. An exception means that there is no
      response: its kind is that of `interpret_exception`, and its text is the `cause` of the report.
    - `stop_on_error` ends the run at an exception of `send` that `interpret_exception` does not know.
    - `store` keeps the log, before anything of it is sent or reported; a delivery with a journal needs it. It is a
      `Journal`, or a callable that appends a part of the log to what is stored: then the log is never shortened.
    - `on_report` is called with what became of each event, by the thread that runs. With a journal, `acknowledge` the
      report once it is kept elsewhere.
    - `acknowledge` acknowledges each report once `on_report` has returned. The acknowledgement is stored with what is
      stored next, so that after a crash a report may come again.

    A run ends where `store` or `on_report` raises, and where `send` returns something else: nothing more is sent, what
    is under way has its response, and then the exception is raised. After one of `store` the part of the log is put
    back: cut off what was stored of it before running again. After one of `on_report` the report comes again with the
    next run. Ctrl-C, `SystemExit` and other exceptions that are no `Exception` end a run in the same way; at a second
    Ctrl-C the run does not wait for what is under way, whose events have no response.

    A request that takes longer than `request_timeout_ms` has timed out for its event. Threads cannot be cancelled: one
    whose `send` goes on counts as busy, and the run does not end, until it returns. Give your HTTP client a shorter
    timeout.
    """

    def __init__(  # noqa: PLR0913
        self,
        delivery: Delivery,
        send: Callable[[Request], Answer],
        *,
        threads: int = 16,
        store: Callable[[bytes], None] | Journal | None = None,
        on_report: Callable[[Report], None] | None = None,
        stop_on_error: bool = False,
        acknowledge: bool = False,
    ) -> None:
        super().__init__(
            delivery, store, on_report, stop_on_error=stop_on_error, acknowledge=acknowledge, max_in_flight=threads
        )
        if threads < 1:
            message = "threads must be at least 1"
            raise ValueError(message)
        self._send = send
        self._threads = threads
        self._changes: SimpleQueue[None] = SimpleQueue()
        # An interruption may come before a run has its own.
        self._start()

    def run(self, *, until: Until = "idle") -> None:
        """Sends until nothing waits any more, or until `stop` says so.

        Raises `CannotRunError` while another run of the delivery goes on, and for a journal without a `store`.
        """
        with suppress(StopIteration):
            # It blocks where it could pause, so this is its end.
            self._pump(until).send(None)

    def _start(self) -> None:
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="s2s-events")
        self._is_landing = False

    def _end(self) -> None:
        # Where it was waited for already, that was to no avail.
        self._pool.shutdown(wait=not self._is_landing)

    def _wake(self) -> None:
        # Its `put` may interrupt its `get`, as a signal's handler does.
        if self._changes.empty():
            self._changes.put(None)

    async def _wait(self, seconds: float) -> None:
        if not self._failures:
            with suppress(Empty):
                self._changes.get(timeout=seconds)
        elif not self._is_landing:
            # Nothing more is sent, so that these are all. An interruption may have kept a request from its thread.
            self._is_landing = True
            self._pool.shutdown()
        else:
            self._run.abandon()

    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        result = callback(argument)
        if inspect.isawaitable(result):
            if inspect.iscoroutine(result):
                result.close()
            message = "callbacks of `Driver` must not be async; use `AsyncDriver`"
            raise TypeError(message)

    def _begin(self, ticket: Ticket, request: Request) -> None:
        try:
            self._pool.submit(self._exchange, ticket, request)
        except RuntimeError as error:
            # There is no further thread; one that there is may send it all the same.
            self._failed_to_send(ticket, error, ends_run=True)

    def _cancel(self, ticket: Ticket) -> None:
        """Threads cannot be cancelled: it counts until it returns."""

    def _exchange(self, ticket: Ticket, request: Request) -> None:
        try:
            answer = self._send(request)
        except BaseException as error:
            self._failed_to_send(ticket, error)
        else:
            self._came_back(ticket, answer)
        finally:
            self._wake()


class AsyncDriver(_Driver):
    """Sends what a `Delivery` says, with asyncio.

    As `Driver`, with an async `send`; `store` and `on_report` may be async, too. As many requests are under way as the
    delivery's `max_in_flight` allows. What is not async must not take long: it holds up the event loop.

    A request that takes longer than `request_timeout_ms` is cancelled. Where the task that runs is cancelled, the
    requests under way are cancelled and reported as such, what was not returned is taken back, and the log is stored; a
    `store` that has begun is waited for, unless the task is cancelled once more. A request that had not begun was not
    sent. One whose `send` goes on although it is cancelled is under way until it returns.
    """

    def __init__(  # noqa: PLR0913
        self,
        delivery: Delivery,
        send: Callable[[Request], Awaitable[Answer]],
        *,
        store: Callable[[bytes], Awaitable[None] | None] | AsyncJournal | None = None,
        on_report: Callable[[Report], Awaitable[None] | None] | None = None,
        stop_on_error: bool = False,
        acknowledge: bool = False,
    ) -> None:
        super().__init__(
            delivery, store, on_report, stop_on_error=stop_on_error, acknowledge=acknowledge, max_in_flight=None
        )
        self._send = send
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()
        self._is_woken = False
        self._tasks: dict[Ticket, asyncio.Task[None]] = {}

    async def run(self, *, until: Until = "idle") -> None:
        """Sends until nothing waits any more, or until `stop` says so.

        Raises `CannotRunError` while another run of the delivery goes on, and for a journal without a `store`.
        """
        await self._pump(until)

    def _start(self) -> None:
        # Each run may have an event loop of its own.
        self._changed = asyncio.Event()
        self._is_woken = False
        self._loop = asyncio.get_running_loop()

    def _end(self) -> None:
        # There are some only where the run was abandoned, in an event loop that may be closed.
        tasks, self._tasks = self._tasks, {}
        for task in tasks.values():
            with suppress(RuntimeError):
                task.cancel()

    def _wake(self) -> None:
        if self._is_woken or self._loop is None:
            return
        self._is_woken = True
        # Nothing runs in a loop that is closed.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._changed.set)

    async def _wait(self, seconds: float) -> None:
        if self._failures and not self._tasks:
            # An interruption has kept a request from its task.
            self._run.abandon()
            return
        timer = asyncio.get_running_loop().call_later(seconds, self._changed.set)
        try:
            await self._changed.wait()
        finally:
            timer.cancel()
        self._is_woken = False
        self._changed.clear()

    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        result = callback(argument)
        if not inspect.isawaitable(result):
            return
        called = asyncio.ensure_future(result)
        while not called.done():
            try:
                await asyncio.wait([called])
            except asyncio.CancelledError as error:  # noqa: PERF203
                if any(isinstance(known, asyncio.CancelledError) for known in self._failures):
                    called.cancel()
                self._fail(error)
        called.result()

    def _begin(self, ticket: Ticket, request: Request) -> None:
        task = asyncio.get_running_loop().create_task(self._exchange(ticket, request))
        self._tasks[ticket] = task
        task.add_done_callback(partial(self._ended, ticket))

    def _cancel(self, ticket: Ticket) -> None:
        if ticket in self._tasks:
            self._tasks[ticket].cancel()

    async def _exchange(self, ticket: Ticket, request: Request) -> None:
        try:
            sending = self._send(request)
            # A function that is not async has its response already.
            answer = await sending if inspect.isawaitable(sending) else sending
        except BaseException as error:
            self._failed_to_send(ticket, error)
        else:
            self._came_back(ticket, answer)

    def _ended(self, ticket: Ticket, task: asyncio.Task[None]) -> None:
        self._tasks.pop(ticket, None)
        if task.cancelled():
            # It had not begun.
            self._run.withdraw(ticket)
        self._changed.set()

    def _fail(self, error: BaseException) -> None:
        super()._fail(error)
        if isinstance(error, asyncio.CancelledError):
            self._run.cancel()
