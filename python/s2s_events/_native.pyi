"""The clients, requests, outcomes and deliveries, as `bindings/python` builds them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from os import PathLike
from typing import Any, Literal, Protocol, TypeAlias, final, overload, type_check_only

from typing_extensions import Self, Unpack, disjoint_base

from ._delivery import Accepted, Do, Next, Report, Stats, SubmittedPart, Ticket, Until
from ._errors import Issue, ValidationError
from ._kinds import NoResponse, OutcomeKind, Scope
from ._one_event import Converted, Explained, Part
from .types import DeliveryConfig, Event, Provider, RequestKind

__all__ = [
    "ISSUE_PAGE",
    "VERSION",
    "ArrowStream",
    "BuiltRows",
    "Delivery",
    "Destination",
    "Destinations",
    "EventOutcome",
    "Outcome",
    "Request",
    "Run",
    "_Client",
    "build_rows",
    "build_table",
    "from_ga4",
    "from_segment",
    "hash_email",
    "hash_external_id",
    "hash_google_email",
    "hash_google_email_without_suffix",
    "hash_google_name",
    "hash_google_street",
    "hash_meta_city",
    "hash_meta_country",
    "hash_meta_date_of_birth",
    "hash_meta_gender",
    "hash_meta_name",
    "hash_meta_name_without_spaces",
    "hash_meta_state",
    "hash_meta_zip_code",
    "hash_name",
    "hash_phone_digits",
    "hash_phone_e164",
    "hash_sha256",
    "interpret",
    "interpret_exception",
    "interpret_no_response",
    "interpret_table",
    "main",
    "now",
]

ISSUE_PAGE: str
"""Address of the page that explains the codes of issues."""

VERSION: str
"""The version of the package."""

@type_check_only
class _Headers(Protocol):
    """Headers as an HTTP client has them: anything with `items()`."""

    def items(self) -> Iterable[tuple[str, str]]: ...

_Pairs: TypeAlias = Iterable[tuple[str | bytes, str | bytes]]
_Body: TypeAlias = str | bytes | bytearray | memoryview
_NoResponse: TypeAlias = NoResponse | Literal["connect", "tls", "timeout", "closed", "cancelled", "other"]
_Event: TypeAlias = Mapping[str, Any] | str | bytes | bytearray | memoryview
_NewId: TypeAlias = Callable[[], str] | None

@final
class Request:
    """A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects.

    Redirects would carry the credentials elsewhere. `Host` and `Content-Length` belong to the HTTP client. Requests are
    immutable, hashable, comparable and picklable; `repr` shows neither the query, the body nor a credential.
    """

    @property
    def method(self) -> Literal["GET", "POST"]:
        """The HTTP method."""
    @property
    def url(self) -> str:
        """The absolute URL, with its query."""
    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers in a fixed order, names in lower case; credentials are among them."""
    @property
    def body(self) -> bytes:
        """The body: UTF-8 text, empty where the parameters travel in the query."""
    @property
    def provider(self) -> Provider:
        """The name of the provider API that the request is for."""
    @property
    def kind(self) -> RequestKind:
        """The kind of event, such as `event` or `action`; `messages` where one request carries several."""
    @property
    def message_ids(self) -> list[str]:
        """The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without."""
    @property
    def warnings(self) -> list[Issue]:
        """What is legal but probably not meant."""
    def lane_key(self) -> str | None:
        """The key of the request's lane, 32 hexadecimal digits, or `None` where the order of events does not matter.

        Events with one key have to stay in one partition, in their order. The key depends on no credential, time, setting
        or address, is the same in every language, and only a major version changes it.
        """
    def header_map(self) -> dict[str, str]:
        """The headers as a dict, for clients that take no pairs. No name appears more than once."""
    def as_curl(self, show_secrets: bool = False) -> str:
        """The request as a command of `curl`, for a POSIX shell.

        Credentials are `[redacted]` unless `show_secrets` is true; personal data stays in it.
        """
    def to_dict(self) -> dict[str, Any]:
        """The request as plain data of dicts, lists, texts and numbers, with everything in it: also the credentials."""
    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The request that `to_dict` wrote, or a `ValidationError`."""
    def __hash__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, tuple[Any]]: ...

@final
class Outcome:
    """What a response, or the lack of one, means for the events of a request. Every outcome is true."""

    @property
    def kind(self) -> OutcomeKind:
        """The decision."""
    @property
    def scope(self) -> Scope:
        """What the decision is about, and so what else it stops."""
    @property
    def reason(self) -> str:
        """Why, in our words: one of a fixed set of texts, without personal data."""
    @property
    def retry_after(self) -> timedelta | None:
        """How long the server asks to wait (`Retry-After`, RFC 9110), for `retry_later` and `unclear`; at most a year."""
    @property
    def maybe_delivered(self) -> bool:
        """Whether the provider may have accepted the event although that is not certain: true for `unclear` alone."""
    @property
    def provider_message(self) -> str | None:
        """The provider's own error text, at most 200 characters.

        Words are masked that have digits or signs in them or that the request carried.
        """
    @property
    def details(self) -> dict[str, Any]:
        """The fields of the provider's response, if it is a JSON object. They may hold personal data.

        Numbers are `int`, or `Decimal` with all their digits; one whose exponent no `Decimal` has is its text.
        """
    @property
    def events(self) -> tuple[EventOutcome, ...]:
        """What the response means for each event of a request of several, in their order, where it names positions.

        Empty elsewhere: what the outcome says holds for all events.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@final
class EventOutcome:
    """What a response means for one event of a request of several."""

    @property
    def kind(self) -> OutcomeKind:
        """The decision."""
    @property
    def scope(self) -> Scope:
        """What the decision is about."""
    @property
    def reason(self) -> str:
        """Why, in our words: one of a fixed set of texts."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    __hash__: None  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleMethodOverride]

@disjoint_base
class _Client:
    """What all clients have. Clients are immutable: share them between threads, and make them before or after a fork."""

    def interpret(
        self,
        request: Request | None,
        status: int,
        headers: _Headers | _Pairs,
        body: _Body,
        *,
        received_at: datetime | None = None,
    ) -> Outcome:
        """What a response to `request` means.

        `headers` come in any case, from anything with `items()` or as pairs; `body` is what follows transfer and content
        decoding. `received_at` is aware; only a `Retry-After` with a date needs it, and without it the response's own
        `Date` is taken. Without a request, the first kind of event of the provider counts, and more words of
        `provider_message` are masked.
        """
    def lane_key(self, event: _Event, *, now: datetime | None = None) -> str | None:
        """The key of the lane of an event in the JSON form, or a `ValidationError` with all of its issues.

        The event, a mapping or JSON, names its `provider` and `kind`. The key is that of `Request.lane_key`. It does not
        depend on `now`, which is for the checks of the event, nor on an `id`, which may be absent.
        """
    def interpret_no_response(self, kind: _NoResponse) -> Outcome:
        """Interprets the lack of a response: the same for every provider."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any) -> Self: ...
    def interpret_exception(self, exception: BaseException) -> Outcome:
        """What an exception of httpx, requests, aiohttp, urllib3 or urllib means that was raised instead of a response.

        An exception of anything else is `NoResponse.OTHER`: the event may have been delivered.
        """

@final
class Destination(_Client):
    """A client of the provider that a configuration names, for events in the JSON form: with `provider` and `kind`."""

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> Self:
        """The destination of a configuration: the name of its `provider`, and the provider's settings.

        Its issues are a `ConfigError`.
        """
    @property
    def provider(self) -> Provider:
        """The name of the provider API."""
    def build(self, event: _Event, *, now: datetime | None = None, new_id: _NewId = ...) -> Request:
        """The request of an event, a mapping or JSON, or a `ValidationError` with all of its issues."""
    def messages(
        self,
        identity: Mapping[str, Any],
        messages: Iterable[Mapping[str, Any]],
        *,
        now: datetime | None = None,
        new_id: _NewId = ...,
    ) -> Request:
        """Builds one request of several messages of one user, or raises a `ValidationError` with all issues."""
    @overload
    def build_many(
        self,
        events: Iterable[_Event],
        *,
        on_error: Literal["raise"],
        now: datetime | None = None,
        new_id: _NewId = ...,
    ) -> list[Request]:
        """The requests of many events, in their order, or the first `ValidationError`."""
    @overload
    def build_many(
        self,
        events: Iterable[_Event],
        *,
        on_error: Literal["collect"] = "collect",
        now: datetime | None = None,
        new_id: _NewId = ...,
    ) -> list[Request | ValidationError]:
        """The requests of many events, in their order; a wrong one is replaced by its `ValidationError`."""
    def build_jsonl(
        self, lines: _Body, *, now: datetime | None = None, new_id: _NewId = ..., show_secrets: bool = True
    ) -> bytes:
        """The requests of the events in `lines`, one JSON object per line, as lines of JSON.

        A line is `{"line":1,"request":{"method":…,"url":…,"headers":[[name,value],…],"body":…},"warnings":[…]}` or
        `{"line":2,"issues":[…]}`; blank lines are skipped. All cores work, and the GIL is released. The requests are to
        be sent, so they contain their credentials; with `show_secrets=False` these are `[redacted]`. The
        result is about as large as `lines`: give some megabytes at a time. Other threads may call `new_id`.
        """

@final
class Destinations:
    """The destinations of a configuration, for neutral events: see `s2s_events.types.Event`.

    The configuration is a mapping or JSON: an object with a member for each provider (`adjust`, `ga4`), and under
    `destination` others by name, each with its `provider`. A destination has the fields of its provider's configuration,
    and perhaps `events` (the names of neutral events, and what they become there) and `mapping`
    (`s2s_events.types.EventMapping`). All issues of all destinations are one `ConfigError`.

    Destinations are immutable: share them between threads, and open them before or after a fork.
    """

    def __new__(cls, config: Mapping[str, Any] | _Body) -> Self: ...
    @property
    def labels(self) -> list[str]:
        """Labels of the destinations, as `Part.destination` and the member `destinations` of an event name them.

        The label of a destination is its name, or its provider's where it has none. A destination that has the name of a
        provider is `destination.NAME`.
        """
    def get(self, label: str) -> Destination | None:
        """The client of the destination of that label; `None` where there is no such destination."""
    def fan_out(self, event: Event | _Event, *, now: datetime | None = None, new_id: _NewId = ...) -> list[Part]:
        """Builds the requests of one neutral event: one for each destination, each with its own result.

        `event` is a mapping of the fields of `s2s_events.types.Event`, or JSON. It may also have `destinations`, a list
        of labels; without it, the event is for all destinations. The issues of the event itself are one
        `ValidationError`; issues at one destination are in its `Part`.

        `now` is aware; by default it is the machine's clock. The messages of providers that have ids get the event's
        `id`, or one that `new_id` returns, the same at each destination: a random UUID by default; with `None` the
        absence is an issue.
        """
    def explain(self, event: Event | _Event, *, now: datetime | None = None, new_id: _NewId = ...) -> list[Explained]:
        """Like `fan_out`, and returns the place of each field at each destination."""
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: Any) -> Self: ...

@type_check_only
class _Table(Protocol):
    """A table of Arrow: of pyarrow, polars, pandas, duckdb and others."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

@final
class ArrowStream:
    """The result of a table, which is made batch by batch while it is read. It can be read once."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """The stream, for libraries that read Arrow; the columns have their own types, whatever is asked for.

        A second call is a `RuntimeError`.
        """
    def __arrow_c_schema__(self) -> Any:
        """The names and types of the columns."""

@final
class BuiltRows:
    """What each event of a table becomes."""

    def __iter__(self) -> Self: ...
    def __next__(self) -> Request | list[Part] | ValidationError: ...

def build_table(
    client: _Client | Destinations,
    table: _Table,
    *,
    kind: str | None = None,
    keep: Sequence[str] = (),
    now: datetime | None = None,
    new_id: _NewId = ...,
    show_secrets: bool = True,
    threads: int | None = None,
) -> ArrowStream:
    """Builds the requests of a table of events: see the module `s2s_events.arrow`.

    - `kind` is the kind of all events. Without it, the table has a column `kind`. A column `provider` is allowed, too.
    - `keep` names columns that are not fields; the result has them after `row`.
    - `now` is aware; by default it is the machine's clock, which is read for each part of the table.
    - `new_id` is that of `Destination.build`. Several threads call it at once.
    - The requests are to be sent, so they contain their credentials; with `show_secrets=False` these are `[redacted]`.
    - `threads` build at once; by default as many as there are cores.

    The result has the columns

    - `row` (int64): the position of the event in the table, from 0;
    - `destination` (text), for neutral events alone: a row for each destination, and one row without it for an event
      that has issues of its own;
    - `lane` (text): the key of the event's lane, or null where the order of events does not matter;
    - `method`, `url`, `headers` (a list of structs of `name` and `value`) and `body` (text). The texts are null, and the list
      is empty, where there is no request;
    - `issues` and `warnings`: lists of structs of `path`, `code` and `message`. A row without request and without
      issues is a neutral event that a destination skips.

    Raises:
        ValidationError: a column is not a field of the events, or has a type that is never right.
        TypeError: `table` has no `__arrow_c_stream__`, or `kind` is given for neutral events.

    """

@overload
def build_rows(
    client: _Client,
    table: _Table,
    *,
    kind: str | None = None,
    now: datetime | None = None,
    new_id: _NewId = ...,
    threads: int | None = None,
) -> Iterator[Request | ValidationError]:
    """Builds the requests of a table of events, one by one: a `Request`, or the `ValidationError` in its place.

    For `Destinations`, each event is a list of its parts. The arguments and errors are those of `build_table`.
    """

@overload
def build_rows(
    client: Destinations,
    table: _Table,
    *,
    now: datetime | None = None,
    new_id: _NewId = ...,
    threads: int | None = None,
) -> Iterator[list[Part] | ValidationError]: ...
def interpret_table(
    client: _Client, table: _Table, *, kind: str | None = None, keep: Sequence[str] = (), threads: int | None = None
) -> ArrowStream:
    """Interprets a table of responses.

    It has the columns `status` (an integer), `headers` (a map, a struct, or a list of structs of a name and a value),
    `body` (a text or bytes), `received_at` (a timestamp with a time zone), `no_response` (a value of `NoResponse`, where
    there was no response) and `kind` (the kind of the request). A row needs a `status` or a `no_response`.

    - `kind` is the kind of all requests; without it and without a column, the provider's first kind counts.
    - `keep` and `threads` are those of `build_table`.

    The result has the columns `row` (int64, from 0), `outcome`, `scope` and `reason` (texts), `retry_after_ms` (int64),
    `maybe_delivered` (bool), `provider_message` (text; more of its words are masked than where a request is known),
    `details` (text: the fields of the response as JSON, which may be personal data), `events` (what it means for each event of a
    request of several: structs of `outcome`, `scope` and `reason`) and `issues` of the row, which has no outcome then.

    Raises:
        ValidationError: a column is not one of these, or has another type.
        TypeError: `table` has no `__arrow_c_stream__`.

    """

@final
class Delivery:
    """A queue of requests that decides what to send next; see the module. It does no I/O.

    Its keyword arguments are those of `s2s_events.types.DeliveryConfig`; their issues are a `ConfigError`.

    - `seed` is what the waits are drawn from, from 0 to 2**64 - 1. By default it is a random number of the operating system:
      processes with the same seed would wait the same times, and all send again at once.
    - With `once` each event gets one attempt, whatever its outcome, and no destination is paused: for a run that
      reports what is worth another try.

    Any thread may call it at any time; every call is short. It belongs to one process: after a fork both would send
    everything. `now` is aware; by default it is the machine's clock.
    """

    def __new__(cls, *, seed: int | None = None, once: bool = False, **settings: Unpack[DeliveryConfig]) -> Self: ...
    @classmethod
    def restore(
        cls, log: _Body, *, seed: int | None = None, once: bool = False, **settings: Unpack[DeliveryConfig]
    ) -> tuple[Self, int]:
        """The delivery that wrote a log, as it was when the log ended, and how many bytes of the log are whole.

        What follows those is the torn end of a write that was never confirmed: cut it off before anything is appended. An
        empty log is that of a new delivery. The settings may have changed since; the journal is on. A request that was
        under way is treated as one without a response. A log that cannot be read is a `LogError`.
        """
    def submit(
        self,
        id: str,
        request: Request,
        *,
        destination: str | None = None,
        lane: str | None = None,
        now: datetime | None = None,
    ) -> Accepted:
        """Takes an event: the request that it became. With a journal it is safe only once the log is stored.

        - `id` is the caller's name for it, of 1 to 255 bytes in UTF-8; reports repeat it.
        - `destination`, of 1 to 255 bytes, too, is by default the provider's name: requests of one destination share
          credentials, limits and pauses. Several apps of one provider should have a name each.
        - `lane` says which events have to keep their order, if the caller knows better than the request: a user's own id,
          for example.

        If it is refused, a `RefusedError` is raised, and nothing has changed.
        """
    def submit_parts(self, id: str, parts: Iterable[Part], *, now: datetime | None = None) -> list[SubmittedPart]:
        """Submits all parts of an event, or none: those of `s2s_events.Destinations.fan_out`.

        Each request is submitted under the id `ID/LABEL` for the destination of its label; reports repeat both. A part
        without a request is not submitted. Returns one entry for each part, in their order.

        If one is refused, a `RefusedError` with its `destination` is raised, and nothing has changed.
        """
    def poll(self, *, now: datetime | None = None) -> Next:
        """What to do now. Ask again after each `Send` and `Store`, and after anything that was told."""
    def on_response(
        self, ticket: Ticket, status: int, headers: _Headers | _Pairs, body: _Body, *, now: datetime | None = None
    ) -> bool:
        """Takes the response to a request. Returns `False` for a ticket that is not under way: its result is known.

        `status`, `headers` and `body` are those of `interpret`.
        """
    def on_no_response(
        self, ticket: Ticket, kind: _NoResponse, *, now: datetime | None = None, cause: str | None = None
    ) -> bool:
        """Takes that no response arrived. Returns `False` for a ticket that is not under way: its result is known.

        `cause` is the text of the HTTP client's exception, as it is. `Report.cause` and `DestinationStats.cause` repeat
        it without anything that the request carried.
        """
    def take_reports(self) -> list[Report]:
        """What became of events since this was asked last.

        With a journal, reports whose record is stored; each comes again after a `restore` until `acknowledge`.
        """
    def acknowledge(self, id: str) -> bool:
        """The report of this event has arrived where it belongs, and need not come again; its id may be used again.

        Returns `False` where there is no such report. Without a journal there is nothing to acknowledge.
        """
    def take_log(self) -> bytes:
        """The log since this was asked last: append it to what is stored, and then call `log_stored`.

        It holds requests with their credentials and personal data.
        """
    def log_stored(self) -> None:
        """The log that was taken is stored."""
    def log_not_stored(self, log: _Body) -> None:
        """Takes back a log, or a snapshot, that could not be stored: nothing of it is returned.

        A log is put back; what was stored of it, if anything was, has to be cut off before the next attempt. For a
        snapshot the argument is ignored.
        """
    @property
    def is_stored(self) -> bool:
        """Whether everything is stored that was told so far. Without a journal there is nothing to store."""
    def snapshot(self) -> bytes | None:
        """A log that begins anew and from which the same is restored: it can replace everything that was stored.

        `None` while there is a log that is not stored, and without a journal.
        """
    def take_snapshot(self) -> bytes | None:
        """A shorter log, once what is stored has grown long (`snapshot_after_bytes`): ask for it before `take_log`.

        It replaces everything that was stored, and what `take_log` would return. Then call `log_stored`, or
        `log_not_stored` where it could not be stored and the old log is still there. `None` while the log is short.
        """
    def resume(self, destination: str, *, now: datetime | None = None) -> bool:
        """Lets requests go to a destination again that was shut: its credentials are mended, say.

        Returns `False` if there is no such destination.
        """
    def renew_credentials(self, destination: str, request: Request) -> bool:
        """Gives the requests that wait for a destination the credentials of `request`; call `resume` then.

        `request` was built with the new ones for the same app and in the same style. Returns `False` if there is no such
        destination of its provider.
        """
    def recall(self, *, now: datetime | None = None) -> None:
        """Takes back what `poll` has prepared and not returned, before an end.

        Otherwise nobody would know whether it was sent. Do not poll after it; store the log once all responses are in.
        """
    def give_up_all(self, *, now: datetime | None = None) -> None:
        """Gives up everything that is not under way."""
    def stats(self) -> Stats:
        """What it has done and what it has to do."""
    @property
    def run(self) -> Run:
        """Its run loop, which a driver pumps."""

@final
class Run:
    """The run of a delivery, from `Delivery.run`: everything that a driver decides, without any I/O.

    A driver begins a run and does what `next` says until that is `Done`. Responses and failures are reported with
    `Delivery.on_response` and `on_error`, in any order, and also while the driver waits.

    Any thread may call it at any time; every call is short. `now` is aware; by default it is the machine's clock.
    """

    def begin(
        self,
        *,
        until: Until = "idle",
        storage: Literal["append", "replace"] | None = None,
        max_in_flight: int | None = None,
        stop_on_error: bool = False,
        acknowledge: bool = False,
    ) -> None:
        """Begins a run. Reports that an earlier run has failed with come again.

        - `until`: when the run ends.
        - `storage`: where the log of a journal goes. One that can `replace` everything by a shorter log keeps it short.
        - `max_in_flight`: maximum number of requests in flight, by default as many as the delivery allows. A request
          whose time is over counts until its end is reported.
        - `stop_on_error` ends the run at an error that is not known as one of an HTTP client.
        - `acknowledge` acknowledges each report once it has been reported. With a journal, the acknowledgement is stored
          with what is stored next.

        A run that cannot begin is a `CannotRunError`, and nothing has changed then.
        """
    def next(self, *, now: datetime | None = None) -> Do:
        """Returns what to do now. Do not ask while a log is being stored."""
    def stop(self) -> None:
        """Ends the run once what is under way has its response. Where there is none, ends the next one."""
    def finish(self) -> None:
        """Lets a run until `stopped` end as one until `idle` would."""
    def cancel(self) -> None:
        """Ends the run, and cancels what is under way."""
    def fail(self) -> None:
        """Ends the run as `stop` does: something that the driver needs has failed."""
    def abandon(self, *, now: datetime | None = None) -> None:
        """Ends the run at once, where nothing can be waited for any more.

        What is under way has no response (`NoResponse.CANCELLED`), and a log that is being stored stays so.
        """
    def on_error(
        self, ticket: Ticket, kind: _NoResponse | None, *, cause: str | None = None, now: datetime | None = None
    ) -> bool:
        """Reports the error of a request that has no response. Returns whether it ends the run (`stop_on_error`).

        `kind` is `None` for an error that is not known as one of an HTTP client: the request may have been sent. `cause`
        is the text of the exception, as it is.
        """
    def withdraw(self, ticket: Ticket, *, now: datetime | None = None) -> bool:
        """Takes back a request that was certainly not sent, because it was cancelled before it began.

        Returns `False` for a ticket that is not under way.
        """
    def stored(self) -> None:
        """Reports that the log is stored."""
    def not_stored(self, log: _Body) -> None:
        """Reports that a log could not be stored: it comes again with the next run, and this one ends.

        `log` is what `StoreLog` had; what was stored of it has to be cut off before the next run.
        """
    def reports(self) -> list[Report]:
        """Returns what became of events, and was not reported yet."""
    def reported(self, count: int) -> None:
        """Reports that the first `count` of `reports` were reported.

        Where that is not all of them, the driver has failed with the next one: it comes again with the next run, and
        this one ends.
        """

def interpret(
    request: Request,
    status: int,
    headers: _Headers | _Pairs,
    body: _Body,
    *,
    received_at: datetime | None = None,
) -> Outcome:
    """Interprets the response to `request` by the rules of the request's provider, as every client does.

    The arguments are those of the clients' `interpret`.
    """

def interpret_no_response(kind: _NoResponse) -> Outcome:
    """Interprets the lack of a response: the same for every provider."""

def interpret_exception(exception: BaseException) -> Outcome:
    """Interprets an exception that an HTTP client raised instead of returning a response: the same for every provider.

    Known are those of httpx, requests, aiohttp, urllib3, urllib, asyncio and anyio. Any other one is
    `NoResponse.OTHER`: the event may have been delivered.
    """

def from_segment(track: _Event, options: dict[str, Any]) -> Converted:
    """Converts a `track` call of Segment's spec. `options` are those of `s2s_events.one_event.from_segment`."""

def from_ga4(body: _Event, options: dict[str, Any]) -> Converted:
    """Converts a body of Google's Measurement Protocol. `options` are those of `s2s_events.one_event.from_ga4`."""

def now() -> datetime:
    """The machine's clock, which libraries that freeze Python's clock do not change."""

def main(arguments: Sequence[str | PathLike[str]]) -> int:
    """Runs the program `s2s`; the first argument is its own name. Returns its exit code."""

def hash_email(email: str) -> str: ...
def hash_phone_digits(phone: str, default_calling_code: str | None) -> str: ...
def hash_phone_e164(phone: str, default_calling_code: str | None) -> str: ...
def hash_name(name: str) -> str: ...
def hash_google_email(email: str) -> str: ...
def hash_google_email_without_suffix(email: str) -> str: ...
def hash_google_name(name: str) -> str: ...
def hash_google_street(street: str) -> str: ...
def hash_meta_name(name: str) -> str: ...
def hash_meta_name_without_spaces(name: str) -> str: ...
def hash_meta_city(city: str) -> str: ...
def hash_meta_state(state: str) -> str: ...
def hash_meta_zip_code(zip_code: str) -> str: ...
def hash_meta_country(country: str) -> str: ...
def hash_meta_date_of_birth(date_of_birth: str) -> str: ...
def hash_meta_gender(gender: str) -> str: ...
def hash_external_id(external_id: str) -> str: ...
def hash_sha256(text: str) -> str: ...
