"""A Celery task that sends a request, and sends it again where that makes sense.

Needs celery, httpx and a broker. Build the request before it is queued, so that a wrong event is an error at once:

    enqueue(adjust.event(…))

    CELERY_BROKER_URL=redis://… celery --app celery_task worker

The broker holds what is in the request: personal data, and the credentials.
"""

import os
from typing import Any

import httpx
from celery import Celery, Task
from send_with_httpx import TIMEOUT, send

from s2s_events import OutcomeKind, Request

app = Celery("events", broker=os.environ.get("CELERY_BROKER_URL", "memory://"))

HIDDEN = "(request)"
"""Replaces the arguments where Celery logs them or sends them to monitors."""


class UndeliveredError(Exception):
    """The event was not taken, or nobody knows. Its text holds nothing of the event."""


def enqueue(request: Request) -> None:
    """Leaves a request to the workers."""
    deliver.apply_async((request.to_dict(),), argsrepr=HIDDEN)


@app.task(bind=True, max_retries=8)
def deliver(self: Task, data: dict[str, Any]) -> str:
    """Sends the request of `Request.to_dict`. Fails where another try would not help, or after the last one.

    After `unclear` another try may count an event twice; leave that kind out where once too little is better.
    """
    with httpx.Client(timeout=TIMEOUT) as http:
        outcome = send(Request.from_dict(data), http)
    undelivered = UndeliveredError(f"{outcome.kind}: {outcome.reason}")
    if outcome.kind in (OutcomeKind.RETRY_LATER, OutcomeKind.UNCLEAR):
        backoff = min(30 * 2**self.request.retries, 3600)
        wait = outcome.retry_after.total_seconds() if outcome.retry_after is not None else backoff
        raise self.retry(exc=undelivered, countdown=wait, argsrepr=HIDDEN)
    if outcome.kind in (OutcomeKind.REJECTED, OutcomeKind.UNAUTHORIZED):
        raise undelivered
    return str(outcome.kind)
