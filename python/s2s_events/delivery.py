"""What to send next: a queue of requests that keeps the order of events, repeats what it has to, and loses nothing.

    delivery = Delivery()
    delivery.submit("order-1", request)
    match delivery.poll():
        case Send(ticket, request):
            response = httpx.request(request.method, request.url, headers=request.headers, content=request.body)
            delivery.on_response(ticket, response.status_code, response.headers, response.content)

A `Delivery` does no I/O. `poll` returns what to do; `submit`, `on_response` and `on_no_response` take what has
happened. Every event that was submitted ends with one `Report`.

**Lanes.** Events of one lane leave one after the other, in their order; different lanes leave side by side.

- Adjust: the events of an app, an event token and a device, by their time, because Adjust refuses an event that is
  older than the last one. The device is its first identifier in the order of `s2s_events.types.AdjustEvent`; where
  events name the same device by different identifiers, `submit` with a `lane`. An event that is older than one that
  was delivered is reported as dropped and not sent.
- Metrix's REST API: the messages of a user, as they were submitted. Several of them become one request.
- Metrix's in-app events: those of a user, as they were submitted.

**Repetition.** What was not accepted is sent again after a random time that grows (exponential backoff with full
jitter), no sooner than `Retry-After` says. After an unclear response the provider may have the event: `repeat` says
whether it is sent again where the provider may count it twice. A destination that refuses the credentials gets one
request now and then, and so does one that does not respond; neither uses up the events.

**Durability.** With `journal=True` every change is a record in a log that the caller keeps. `poll` returns
`Store` until it is stored: take the log (`take_log`), store it, say so (`log_stored`). Ask `take_snapshot` first:
once the log has grown long, it returns a shorter one that replaces everything stored. A submission is safe, and may
be confirmed to its caller, once its part of the log is stored (`is_stored`); only then are requests and reports
returned. `Delivery.restore` makes a delivery from everything that was stored. A request that was under way then
has no response, and is treated as any other unclear one. **The log holds requests with their credentials and personal
data.**

**Drivers.** `Driver` sends with threads, `AsyncDriver` with asyncio. Both do what the delivery's `Run` says, and so can
a driver of yours: begin a run (`delivery.run.begin`), and do what `delivery.run.next` returns until that is `Done`.
"""

from ._delivery import (
    Accepted,
    Cancel,
    CannotRunError,
    DestinationStats,
    Do,
    Done,
    Idle,
    LogError,
    Next,
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
    Ticket,
    Until,
    Wait,
    WaitForAnswer,
    WaitUntil,
)
from ._driver import Answer, AsyncDriver, AsyncJournal, Driver, Journal
from ._native import Delivery, Run

__all__ = [
    "Accepted",
    "Answer",
    "AsyncDriver",
    "AsyncJournal",
    "Cancel",
    "CannotRunError",
    "Delivery",
    "DestinationStats",
    "Do",
    "Done",
    "Driver",
    "Idle",
    "Journal",
    "LogError",
    "Next",
    "RefusedError",
    "Report",
    "ReportKind",
    "ReportsReady",
    "Run",
    "Send",
    "State",
    "Stats",
    "Store",
    "StoreLog",
    "SubmittedPart",
    "Ticket",
    "Until",
    "Wait",
    "WaitForAnswer",
    "WaitUntil",
]
