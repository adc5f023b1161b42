"""What a delivery returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Literal, NewType, TypeAlias

from ._native import Outcome, Request

Ticket = NewType("Ticket", int)
"""Identifies a request that is under way when its response is reported. It means nothing to another delivery."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an accepted submission has become."""

    is_dated: bool
    """The event had no time, and got that of its submission: see `s2s_events.types.DeliveryConfig`."""


@dataclass(frozen=True, slots=True)
class SubmittedPart:
    """Submission of a part of an event."""

    destination: str
    """The label of the part's destination."""
    accepted: Accepted | None
    """What it has become; `None` for a part without a request, which was not submitted."""


class RefusedError(Exception):
    """An event was not taken. It holds nothing of the event."""

    def __init__(
        self, code: Literal["full", "id_in_use", "invalid_name"], message: str, destination: str | None = None
    ) -> None:
        super().__init__(code, message, destination)
        self.code = code
        """Why.

        - `full`: as many events wait as `max_pending` allows. Send what is there first.
        - `id_in_use`: an event of this id waits, or its report is not acknowledged yet.
        - `invalid_name`: the id, or the destination's name, is empty or longer than 255 bytes, or one of the texts
          holds half of a surrogate pair.
        """
        self.message = message
        """A sentence for people. It may change between versions."""
        self.destination = destination
        """The label of the destination whose part was refused; `None` unless parts were submitted."""

    def __str__(self) -> str:
        place = "" if self.destination is None else f"{self.destination}: "
        return f"{place}{self.message} [{self.code}]"


class CannotRunError(RuntimeError):
    """A run cannot begin. Nothing has changed."""

    def __init__(self, code: Literal["already_running", "no_storage", "store_unfinished"], message: str) -> None:
        super().__init__(code, message)
        self.code = code
        """Why.

        - `already_running`: another run of the delivery has not ended.
        - `no_storage`: the delivery has a journal, and there is no `store` for its log.
        - `store_unfinished`: a log was taken, and nobody said whether it is stored, as where the event loop was closed
          meanwhile. Restore a delivery from what is stored.
        """
        self.message = message
        """A sentence for people. It may change between versions."""

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


class LogError(ValueError):
    """A log cannot be read: it is none, it is damaged, or another version of the library has written it."""


@dataclass(frozen=True, slots=True)
class Send:
    """Send this request, and tell what came back for the ticket. There may be more to send at once."""

    ticket: Ticket
    """Identifies the request when its response is reported."""
    request: Request
    """The request. It has no warnings any more."""


@dataclass(frozen=True, slots=True)
class Store:
    """Store the log; then ask again."""


@dataclass(frozen=True, slots=True)
class WaitUntil:
    """Nothing can be sent before that time, unless a response or an event arrives."""

    time: datetime
    """In UTC."""


@dataclass(frozen=True, slots=True)
class WaitForAnswer:
    """Nothing can be sent before a response arrives."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing waits and nothing is under way."""


Next: TypeAlias = Send | Store | WaitUntil | WaitForAnswer | Idle
"""What to do next."""


@dataclass(frozen=True, slots=True)
class StoreLog:
    """Store this log; then call `Run.stored` or `Run.not_stored`. Its `repr` does not show the log."""

    log: bytes = field(repr=False)
    """The log. It holds credentials and personal data."""
    replaces: bool
    """Whether it replaces everything that is stored, or is appended to that.

    Where it replaces, a crash must leave either the old log or this one.
    """


@dataclass(frozen=True, slots=True)
class ReportsReady:
    """Report what became of events (`Run.reports`); then call `Run.reported`."""


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel the request of this ticket: its time is over, or the run is cancelled. Report its end as usual."""

    ticket: Ticket
    """The ticket of the request."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait until something changes (a response, a submission, a call of `Run`), but no longer than this."""

    seconds: float
    """Maximum duration, in seconds."""


@dataclass(frozen=True, slots=True)
class Done:
    """The run has ended."""


Do: TypeAlias = Send | StoreLog | ReportsReady | Cancel | Wait | Done
"""What a driver does next."""

Until: TypeAlias = Literal["idle", "stopped"]
"""When a run ends.

- `idle`: when nothing waits and nothing is under way.
- `stopped`: when `stop` says so, and what is under way has its response.
"""


class ReportKind(str, Enum):
    """What became of an event."""

    DELIVERED = "delivered"
    """The provider accepted it."""
    DUPLICATE = "duplicate"
    """The provider had it already."""
    DROPPED = "dropped"
    """The provider refuses it, or would: it is not sent again."""
    GAVE_UP = "gave_up"
    """It was tried as often or as long as the settings allow."""

    __str__ = str.__str__


@dataclass(frozen=True, slots=True)
class Report:
    """What became of an event in the end.

    Every event that was submitted gets exactly one; after a restore it may come again until it is acknowledged. `repr`
    shows neither the id nor the destination.
    """

    id: str = field(repr=False)
    """The event's id, as it was submitted."""
    destination: str = field(repr=False)
    """Its destination."""
    kind: ReportKind
    """What became of it."""
    reason: str
    """Why, in our words: one of a fixed set of texts, without personal data."""
    maybe_delivered: bool
    """Whether the provider may have the event although it is not reported as delivered."""
    attempts: int
    """How often it was sent, also where nothing can have arrived."""
    outcome: Outcome | None
    """The last outcome. `None` where it was never sent, and after a restore."""
    cause: str | None = None
    """The exception of the HTTP client where the last outcome is the lack of a response: its class and message, and
    those of what caused it, without anything that the request carried. `None` otherwise, and after a restore.
    """


class State(str, Enum):
    """Whether requests go to a destination."""

    OPEN = "open"
    """They do."""
    REFUSED = "refused"
    """It refuses the credentials or all events; one request now and then tries again."""
    SILENT = "silent"
    """It does not respond; one request now and then tries again."""

    __str__ = str.__str__


@dataclass(frozen=True, slots=True)
class DestinationStats:
    """What is known of a destination."""

    name: str
    """Its name."""
    provider: str
    """Provider of its requests; destinations of several providers may share a name."""
    state: State
    """Whether requests go there."""
    in_flight: int
    """Requests that are under way."""
    per_second: float | None
    """How many requests may go there in a second, where that is limited."""
    cause: str | None = None
    """The exception of the HTTP client where the last request got no response, as in `Report.cause`."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What a delivery has done since it began, and what it has to do."""

    submitted: int
    """Events that were submitted."""
    delivered: int
    """Events that were delivered."""
    duplicate: int
    """Events that the provider had already."""
    dropped: int
    """Events that the provider refuses."""
    gave_up: int
    """Events that were given up."""
    requests: int
    """Number of requests that were returned to be sent."""
    pending: int
    """Events that wait or are under way."""
    in_flight: int
    """Requests that are under way."""
    lanes: int
    """Lanes with events."""
    remembered_lanes: int
    """Lanes without events that are remembered."""
    destinations: list[DestinationStats]
    """What is known of each destination."""


for _class in (
    Accepted,
    Cancel,
    CannotRunError,
    DestinationStats,
    Done,
    Idle,
    LogError,
    RefusedError,
    Report,
    ReportKind,
    ReportsReady,
    Send,
    State,
    Stats,
    Store,
    StoreLog,
    SubmittedPart,
    Wait,
    WaitForAnswer,
    WaitUntil,
):
    _class.__module__ = "s2s_events.delivery"
