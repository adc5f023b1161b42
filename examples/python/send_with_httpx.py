"""Sends a request with httpx, blocking or in asyncio.

Needs httpx; httpx2 is used in the same way. Try it with a sandbox, `s2s sandbox --port 8080`:

    python send_with_httpx.py http://127.0.0.1:8080/adjust
"""

import asyncio
import logging
import sys

import httpx

from s2s_events import Adjust, Outcome, Request, interpret, interpret_exception

# httpx logs every URL at INFO, and a query holds tokens and device IDs.
logging.getLogger("httpx").setLevel(logging.WARNING)

TIMEOUT = httpx.Timeout(30, connect=10)
"""Seconds, for your client. When those for connecting are over, it is certain that nothing was sent."""


def send(request: Request, http: httpx.Client) -> Outcome:
    """Sends a request once, without following redirects: they would carry the credentials elsewhere."""
    try:
        response = http.request(
            request.method, request.url, headers=request.headers, content=request.body, follow_redirects=False
        )
    except httpx.HTTPError as error:
        return interpret_exception(error)
    return interpret(request, response.status_code, response.headers.multi_items(), response.content)


async def send_async(request: Request, http: httpx.AsyncClient) -> Outcome:
    """The same in asyncio."""
    try:
        response = await http.request(
            request.method, request.url, headers=request.headers, content=request.body, follow_redirects=False
        )
    except httpx.HTTPError as error:
        return interpret_exception(error)
    return interpret(request, response.status_code, response.headers.multi_items(), response.content)


async def main(base_url: str) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=base_url)
    purchase = adjust.event(
        event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", revenue="19.99", currency="USD"
    )
    with httpx.Client(timeout=TIMEOUT) as http:
        outcome = send(purchase, http)
    print(f"{outcome.kind}: {outcome.reason}")
    async with httpx.AsyncClient(timeout=TIMEOUT) as http_async:
        outcome = await send_async(purchase, http_async)
    print(f"{outcome.kind}: {outcome.reason}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
