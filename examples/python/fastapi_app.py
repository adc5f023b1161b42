r"""A service that takes purchases from your apps and passes them on to Adjust.

Needs fastapi, uvicorn and httpx. Try it with a sandbox, `s2s sandbox --port 8080`:

    ADJUST_APP_TOKEN=4w565xzmb54d ADJUST_BASE_URL=http://127.0.0.1:8080/adjust uvicorn fastapi_app:app
    curl --json '{"gps_adid":"660e1d86-6796-463a-be86-897993136018","revenue":19.99,"currency":"USD","order":"A-1"}' \
        http://127.0.0.1:8000/purchases

It authenticates nobody: put it after something that does.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import TypedDict

import httpx
from fastapi import FastAPI, HTTPException, Response
from fastapi import Request as Call
from pydantic import BaseModel
from send_with_httpx import TIMEOUT, send_async

from s2s_events import Adjust, OutcomeKind, ValidationError


class Purchase(BaseModel):
    """What an app sends. The library checks the values."""

    gps_adid: str
    revenue: Decimal
    currency: str
    order: str


class Shared(TypedDict):
    """What lives as long as the service."""

    adjust: Adjust
    http: httpx.AsyncClient


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[Shared]:
    """One client for all requests: a wrong configuration stops the start, and connections are used again."""
    adjust = Adjust(
        app_token=os.environ["ADJUST_APP_TOKEN"],
        base_url=os.environ.get("ADJUST_BASE_URL", "https://s2s.adjust.com"),
    )
    async with httpx.AsyncClient(timeout=TIMEOUT) as http:
        yield {"adjust": adjust, "http": http}


app = FastAPI(lifespan=lifespan)


@app.post("/purchases")
async def purchases(purchase: Purchase, call: Call, response: Response) -> dict[str, str]:
    """Passes a purchase on: 422 with every issue of the event, 502 where Adjust did not take it."""
    adjust: Adjust = call.state.adjust
    try:
        request = adjust.event(
            event_token="f0ob4r",
            gps_adid=purchase.gps_adid,
            revenue=purchase.revenue,
            currency=purchase.currency,
            callback_params={"order": purchase.order},
        )
    except ValidationError as error:
        issues = [{"path": issue.path, "code": issue.code, "message": issue.message} for issue in error.issues]
        raise HTTPException(422, issues) from None
    outcome = await send_async(request, call.state.http)
    if outcome.kind not in (OutcomeKind.DELIVERED, OutcomeKind.DUPLICATE):
        response.status_code = 502
    return {"outcome": str(outcome.kind), "reason": outcome.reason}
