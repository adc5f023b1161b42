r"""A service that takes purchases from your apps and reports each of them to Adjust, Google Analytics and Metrix.

Needs fastapi, uvicorn and httpx, and `file_journal.py`. Try it with a sandbox, `s2s sandbox --port 8080`:

    SANDBOX=http://127.0.0.1:8080 ADJUST_APP_TOKEN=4w565xzmb54d \
        GA4_FIREBASE_APP_ID=1:1234567890:android:abcdef0123456789 GA4_API_SECRET=demo-api-secret \
        METRIX_APP_ID=metrix-demo-app METRIX_API_KEY=metrix-demo-api-key \
        uvicorn purchases_everywhere:app
    curl http://127.0.0.1:8000/purchases --json '{"order":"A-1","value":19.99,"currency":"EUR","user":"user-17",
        "adjust_adid":"18546f6171f67e29d1cb983322ad1329","app_instance_id":"7e5d0e1c9f3a4b2d8c6b5a4938271605"}'

It responds once the reports are in a file, which outlives a crash, and sends them afterwards, with retries. It
authenticates nobody: put it after something that does. One process at a time may use the file.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, TypedDict

import httpx
from fastapi import FastAPI, HTTPException
from fastapi import Request as Call
from file_journal import FileJournal
from pydantic import BaseModel, Field

from s2s_events import Destinations, Issue, Part, Request, ValidationError
from s2s_events.delivery import Answer, AsyncDriver, RefusedError, Report
from s2s_events.types import Event

# httpx logs every URL at INFO, and a query holds tokens and device IDs.
logging.getLogger("httpx").setLevel(logging.WARNING)


def destinations() -> Destinations:
    """Where purchases are reported. Fields that a destination has no place for are ignored here, or named."""
    sandbox = os.environ.get("SANDBOX")

    def base_url(provider: str) -> str | None:
        return f"{sandbox}/{provider}" if sandbox else None

    return Destinations(
        {
            "adjust": {
                "base_url": base_url("adjust"),
                "app_token": os.environ["ADJUST_APP_TOKEN"],
                "events": {"purchase": "f0ob4r"},
                "mapping": {"order_id": "order", "user_id": "user", "ignore": ["/id"]},
            },
            "ga4": {
                "base_url": base_url("ga4"),
                "firebase_app_id": os.environ["GA4_FIREBASE_APP_ID"],
                "api_secret": os.environ["GA4_API_SECRET"],
                "mapping": {"ignore": ["/id"]},
            },
            "metrix": {
                "base_url": base_url("metrix"),
                "app_id": os.environ["METRIX_APP_ID"],
                "api_key": os.environ["METRIX_API_KEY"],
            },
        }
    )


class Purchase(BaseModel):
    """What an app sends. The library checks the values."""

    order: str = Field(min_length=1, max_length=100)
    value: Decimal
    currency: str | None = None
    user: str
    adjust_adid: str | None = None
    app_instance_id: str | None = None


def event_of(purchase: Purchase) -> Event:
    """The purchase in words of no provider."""
    return {
        "event": "purchase",
        "id": purchase.order,
        "time": datetime.now(timezone.utc),
        "source": "app",
        "value": purchase.value,
        "currency": purchase.currency,
        "order_id": purchase.order,
        "user": {"id": purchase.user},
        "ids": {"adjust_adid": purchase.adjust_adid, "app_instance_id": purchase.app_instance_id},
    }


class Journal(FileJournal):
    """A log in a file, and the handlers that wait until their events are in it.

    It writes in the event loop's own thread: nothing is submitted meanwhile, so one write is for all that wait.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._waiting: list[asyncio.Future[None]] = []

    def append(self, log: bytes) -> None:
        super().append(log)
        self._written()

    def replace(self, log: bytes) -> None:
        super().replace(log)
        self._written()

    def next_write(self) -> asyncio.Future[None]:
        """Done once everything that was submitted before is in the file."""
        self._waiting.append(asyncio.get_running_loop().create_future())
        return self._waiting[-1]

    def _written(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)


class Shared(TypedDict):
    """What lives as long as the service."""

    destinations: Destinations
    driver: AsyncDriver
    journal: Journal
    run: asyncio.Task[None]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[Shared]:
    """Sends what waits, also what an earlier process has left. A wrong configuration stops the start."""
    opened = destinations()
    journal = Journal(Path(os.environ.get("JOURNAL", "purchases.log")))
    async with httpx.AsyncClient(timeout=30) as http:

        async def send(request: Request) -> Answer:
            response = await http.request(
                request.method, request.url, headers=request.headers, content=request.body, follow_redirects=False
            )
            return response.status_code, response.headers.multi_items(), response.content

        driver = AsyncDriver(journal.restore(), send, store=journal, on_report=on_report, acknowledge=True)
        run = asyncio.create_task(driver.run(until="stopped"))
        yield {"destinations": opened, "driver": driver, "journal": journal, "run": run}
        driver.stop()
        await run


def on_report(report: Report) -> None:
    """What became of a report, in the end."""
    logging.getLogger(__name__).info("%s: %s, %s", report.destination, report.kind, report.reason)


app = FastAPI(lifespan=lifespan)


@app.post("/purchases", status_code=202)
async def purchases(purchase: Purchase, call: Call) -> dict[str, Any]:
    """Responds with what becomes of the purchase at each destination; 422 with all issues of the purchase itself."""
    opened: Destinations = call.state.destinations
    driver: AsyncDriver = call.state.driver
    try:
        parts = opened.fan_out(event_of(purchase))
    except ValidationError as error:
        raise HTTPException(422, shown(error.issues)) from None
    try:
        driver.submit_parts(purchase.order, parts)
    except RefusedError as error:
        # The app has sent the order before, and its reports are not finished.
        if error.code != "id_in_use":
            raise HTTPException(503, error.code) from None
    if not driver.delivery.is_stored:
        journal: Journal = call.state.journal
        written = journal.next_write()
        await asyncio.wait([written, call.state.run], return_when=asyncio.FIRST_COMPLETED)
        if not written.done():
            raise HTTPException(503, "the journal cannot be written")
    return {part.destination: verdict(part) for part in parts}


def verdict(part: Part) -> dict[str, Any]:
    """What becomes of the purchase at a destination."""
    name = "skipped" if part.is_skipped else "refused" if part.request is None else "stored"
    return {"verdict": name, "issues": shown(part.issues)}


def shown(issues: Sequence[Issue]) -> list[dict[str, str]]:
    """Issues for the app, which never hold a value."""
    return [{"path": issue.path, "code": issue.code, "message": issue.message} for issue in issues]
