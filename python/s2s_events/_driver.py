"""Drivers: what sends what a delivery says.

One loop (`_Driver._work`) is written for both: it awaits. The driver of threads blocks where the one of asyncio
awaits, so its loop never pauses, and is run to its end at once.
"""

from __future__ import annotations

import asyncio
import inspect
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

from ._delivery import Accepted, Idle, Report, Send, Store, Ticket, WaitUntil
from ._exceptions import cause_of, known_kind_of
from ._kinds import NoResponse
from ._native import Delivery, Request, now

if TYPE_CHECKING:
    from ._native import _Body, _Headers, _Pairs

T = TypeVar("T")

Answer: TypeAlias = "tuple[int, _Headers | _Pairs, _Body]"
"""What came back for a request: the status, the headers and the body, as the clients' `interpret` takes them."""

Until: TypeAlias = Literal["idle", "stopped"]
"""When a run ends.

- `idle`: when nothing waits and nothing is under way.
- `stopped`: when `stop` says so, and what is under way has its answer.
"""


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


_LONGEST_WAIT = 3600.0
"""Seconds. Clocks are set and machines sleep, so that after so long it is looked at what time it is."""


def _parts(answer: Answer) -> Answer:
    """What `send` has returned, if it is an answer."""
    if not isinstance(answer, tuple) or len(answer) != 3:  # noqa: PLR2004
        message = f"send must return (status, headers, body), not {type(answer).__name__}"
        raise TypeError(message)
    return answer


class _Driver(ABC):
    """What both drivers have."""

    def __init__(
        self,
        delivery: Delivery,
        store: Callable[[bytes], Any] | AsyncJournal | None,
        on_report: Callable[[Report], Any] | None,
        *,
        stop_on_error: bool,
    ) -> None:
        self._delivery = delivery
        self._append: Callable[[bytes], Any] | None
        self._replace: Callable[[bytes], Any] | None
        if store is None or callable(store):
            self._append, self._replace = store, None
        else:
            self._append, self._replace = store.append, store.replace
        self._on_report = on_report
        self._stop_on_error = stop_on_error
        self._running = threading.Lock()
        self._is_stopped = False
        self._reports: deque[Report] = deque()
        self._failures: list[BaseException] = []
        # A callback that has failed is not called again in that run.
        self._can_store = self._can_report = True

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
        accepted = self._delivery.submit(id, request, destination=destination, lane=lane, now=now())
        self._wake()
        return accepted

    def acknowledge(self, id: str) -> bool:  # noqa: A002
        """The report of this event has arrived where it belongs: see `Delivery.acknowledge`."""
        is_known = self._delivery.acknowledge(id)
        self._wake()
        return is_known

    def resume(self, destination: str) -> bool:
        """Lets requests go to a destination again: see `Delivery.resume`."""
        is_known = self._delivery.resume(destination, now=now())
        self._wake()
        return is_known

    def stop(self) -> None:
        """Ends the run, or the next one if there is none, once what is under way has its answer.

        Any thread may call it, and a signal's handler.
        """
        self._is_stopped = True
        self._wake()

    @abstractmethod
    def _start(self) -> None:
        """Gets ready for a run."""

    @abstractmethod
    def _wake(self) -> None:
        """Something has changed that the run does not know. Any thread may call it."""

    @abstractmethod
    def _forget_changes(self) -> None:
        """What has changed so far is looked at now."""

    @abstractmethod
    async def _wait(self, seconds: float | None) -> None:
        """Waits until something changes, but no longer than that."""

    @abstractmethod
    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        """Calls a callback."""

    @abstractmethod
    def _has_room(self) -> bool:
        """Whether one more request can be under way."""

    @abstractmethod
    def _begin(self, ticket: Ticket, request: Request) -> None:
        """Sends a request; tells what comes back when it comes."""

    @abstractmethod
    async def _land(self) -> None:
        """Waits until what is under way has its answer."""

    async def _run(self, until: Until) -> None:
        if until not in ("idle", "stopped"):
            message = 'until must be "idle" or "stopped"'
            raise ValueError(message)
        if not self._running.acquire(blocking=False):
            message = "the driver runs already"
            raise RuntimeError(message)
        try:
            self._can_store = self._can_report = True
            self._start()
            for part in (
                lambda: self._work(until),
                self._land,
                self._recall,
                self._store_log,
                self._report,
                self._store_log,
            ):
                try:
                    await part()
                except GeneratorExit:  # noqa: PERF203
                    # The event loop has gone without a word; nothing can be awaited any more.
                    raise
                except BaseException as error:
                    self._fail(error)
            self._raise_failures()
        finally:
            self._is_stopped = False
            self._running.release()

    async def _work(self, until: Until) -> None:
        while not self._is_stopped and not self._failures:
            self._forget_changes()
            await self._report()
            if not self._has_room():
                # Asked what to do, the delivery might hand out a request.
                if not await self._store_log():
                    await self._wait(None)
                continue
            time = now()
            match self._delivery.poll(now=time):
                case Send(ticket, request):
                    self._begin(ticket, request)
                case Store():
                    await self._store_log()
                case WaitUntil(wake):
                    # It is milliseconds, so that less than one may be left.
                    wait = max((wake - time).total_seconds(), 0.001)
                    await self._wait(min(wait, _LONGEST_WAIT))
                case Idle() if until == "idle":
                    if not await self._report():
                        return
                case _:
                    await self._wait(None)

    async def _recall(self) -> None:
        """What was not handed out is not to be taken for sent."""
        self._delivery.recall(now=now())

    async def _store_log(self) -> bool:
        """Stores the log. Tells whether there was any."""
        if self._delivery.is_stored or not self._can_store:
            return False
        self._can_store = False
        if self._append is None:
            message = "a delivery with a journal needs `store`"
            raise TypeError(message)
        store = self._append
        log = None
        if self._replace is not None and (log := self._delivery.take_snapshot()) is not None:
            store = self._replace
        if log is None:
            log = self._delivery.take_log()
        try:
            await self._call(store, log)
        except BaseException:
            self._delivery.log_not_stored(log)
            raise
        self._delivery.log_stored()
        self._can_store = True
        return True

    async def _report(self) -> bool:
        """Hands out reports. One that the callback has failed at comes again with the next run."""
        self._reports.extend(self._delivery.take_reports())
        if not self._reports or not self._can_report:
            return False
        self._can_report = False
        while self._reports:
            if self._on_report is not None:
                await self._call(self._on_report, self._reports[0])
            self._reports.popleft()
        self._can_report = True
        return True

    def _came_back(self, ticket: Ticket, answer: Answer) -> None:
        """Passes a response on. One that is none ends the run: every event would be sent, and none be understood."""
        try:
            status, headers, body = _parts(answer)
            self._delivery.on_response(ticket, status, headers, body, now=now())
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
        is_meant_to = not isinstance(error, (Exception, asyncio.CancelledError))
        # First of all, so that the event is not sent again in this run.
        if ends_run or is_meant_to or (self._stop_on_error and kind is None):
            self._fail(error)
        self._delivery.on_no_response(ticket, kind or NoResponse.OTHER, now=now(), cause=cause)

    def _fail(self, error: BaseException) -> None:
        self._failures.append(error)

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
    - `on_report` is told what became of each event, by the thread that runs. With a journal, `acknowledge` the report
      once it is kept elsewhere.

    A run ends where `store` or `on_report` raises, and where `send` returns something else: nothing more is sent, what
    is under way has its answer, and then the exception is raised. After one of `store` the part of the log is put back:
    cut off what was stored of it before running again. After one of `on_report` the report comes again with the next
    run. Ctrl-C, `SystemExit` and other exceptions that are no `Exception` end a run in the same way.
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
    ) -> None:
        super().__init__(delivery, store, on_report, stop_on_error=stop_on_error)
        if threads < 1:
            message = "threads must be at least 1"
            raise ValueError(message)
        self._send = send
        self._threads = threads
        self._under_way: set[Ticket] = set()
        self._changes: SimpleQueue[None] = SimpleQueue()

    def run(self, *, until: Until = "idle") -> None:
        """Sends until nothing waits any more, or until `stop` says so. One thread at a time runs a driver."""
        with suppress(StopIteration):
            # It blocks where it could pause, so this is its end.
            self._run(until).send(None)

    def _start(self) -> None:
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="s2s-events")

    def _wake(self) -> None:
        # Its `put` may interrupt its `get`, as a signal's handler does.
        if self._changes.empty():
            self._changes.put(None)

    def _forget_changes(self) -> None:
        with suppress(Empty):
            while True:
                self._changes.get_nowait()

    async def _wait(self, seconds: float | None) -> None:
        with suppress(Empty):
            self._changes.get(timeout=seconds)

    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        result = callback(argument)
        if inspect.isawaitable(result):
            if inspect.iscoroutine(result):
                result.close()
            message = "callbacks of `Driver` must not be async; use `AsyncDriver`"
            raise TypeError(message)

    def _has_room(self) -> bool:
        return len(self._under_way) < self._threads

    def _begin(self, ticket: Ticket, request: Request) -> None:
        self._under_way.add(ticket)
        try:
            self._pool.submit(self._exchange, ticket, request)
        except RuntimeError as error:
            # There is no further thread; one that there is may send it all the same.
            self._failed_to_send(ticket, error, ends_run=True)
            self._under_way.discard(ticket)

    def _exchange(self, ticket: Ticket, request: Request) -> None:
        try:
            try:
                answer = self._send(request)
            except BaseException as error:
                self._failed_to_send(ticket, error)
            else:
                self._came_back(ticket, answer)
        finally:
            self._under_way.discard(ticket)
            self._wake()

    async def _land(self) -> None:
        self._pool.shutdown()


class AsyncDriver(_Driver):
    """Sends what a `Delivery` says, with asyncio.

    As `Driver`, with an async `send`; `store` and `on_report` may be async, too. As many requests are under way as the
    delivery's `max_in_flight` allows. What is not async must not take long: it holds up the event loop.

    Where the task that runs is cancelled, the requests under way are cancelled and told as such, what was not handed
    out is taken back, and the log is stored; a `store` that has begun is waited for, unless the task is cancelled once
    more.
    """

    def __init__(
        self,
        delivery: Delivery,
        send: Callable[[Request], Awaitable[Answer]],
        *,
        store: Callable[[bytes], Awaitable[None] | None] | AsyncJournal | None = None,
        on_report: Callable[[Report], Awaitable[None] | None] | None = None,
        stop_on_error: bool = False,
    ) -> None:
        super().__init__(delivery, store, on_report, stop_on_error=stop_on_error)
        self._send = send
        self._loop: asyncio.AbstractEventLoop | None = None
        self._changed = asyncio.Event()
        self._is_woken = False
        self._is_cancelled = False
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, *, until: Until = "idle") -> None:
        """Sends until nothing waits any more, or until `stop` says so. One task at a time runs a driver."""
        await self._run(until)

    def _start(self) -> None:
        # Each run may have an event loop of its own.
        self._changed = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._is_cancelled = False

    def _wake(self) -> None:
        if self._is_woken or self._loop is None:
            return
        self._is_woken = True
        # Nothing runs in a loop that is closed.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._changed.set)

    def _forget_changes(self) -> None:
        self._is_woken = False
        self._changed.clear()

    async def _wait(self, seconds: float | None) -> None:
        loop = asyncio.get_running_loop()
        timer = None if seconds is None else loop.call_later(seconds, self._changed.set)
        try:
            await self._changed.wait()
        finally:
            if timer is not None:
                timer.cancel()

    async def _call(self, callback: Callable[[T], Any], argument: T) -> None:
        result = callback(argument)
        if not inspect.isawaitable(result):
            return
        called = asyncio.ensure_future(result)
        while not called.done():
            try:
                await asyncio.wait([called])
            except asyncio.CancelledError as error:  # noqa: PERF203
                if self._is_cancelled:
                    called.cancel()
                self._fail(error)
        called.result()

    def _has_room(self) -> bool:
        return True

    def _begin(self, ticket: Ticket, request: Request) -> None:
        task = asyncio.get_running_loop().create_task(self._exchange(ticket, request))
        self._tasks.add(task)
        task.add_done_callback(partial(self._ended, ticket))

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
        self._tasks.discard(task)
        if task.cancelled():
            # It had not begun.
            self._delivery.on_no_response(ticket, NoResponse.CONNECT, now=now())
        self._changed.set()

    async def _land(self) -> None:
        while self._tasks:
            if self._is_cancelled:
                for task in self._tasks:
                    task.cancel()
            try:
                await asyncio.wait(self._tasks)
            except asyncio.CancelledError as error:
                self._fail(error)

    def _fail(self, error: BaseException) -> None:
        self._is_cancelled |= isinstance(error, asyncio.CancelledError)
        super()._fail(error)
