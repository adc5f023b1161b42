"""Sends a request with aiohttp.

Needs aiohttp 3.12 or newer. Try it with a sandbox, `s2s sandbox --port 8080`:

    python send_with_aiohttp.py http://127.0.0.1:8080/adjust
"""

import asyncio
import sys

import aiohttp
from yarl import URL

from s2s_events import Adjust, Outcome, Request, interpret, interpret_exception

TIMEOUT = aiohttp.ClientTimeout(total=30, sock_connect=10)
"""Seconds, for your session. When those for connecting are over, it is certain that nothing was sent."""


async def once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Keeps aiohttp from sending a GET again by itself when the connection was closed: the event might count twice."""
    try:
        return await handler(request)
    except aiohttp.ClientConnectorError:
        raise
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise aiohttp.ClientConnectionError(*error.args) from error


async def send(request: Request, http: aiohttp.ClientSession) -> Outcome:
    """Sends a request once, without following redirects: they would carry the credentials elsewhere."""
    try:
        async with http.request(
            request.method,
            URL(request.url, encoded=True),  # as it is: yarl would write `%2F` in a query as `/`
            headers=request.headers,
            data=request.body or None,
            skip_auto_headers=["content-type"],  # a POST without a body would get one
            allow_redirects=False,
            middlewares=[once],
        ) as response:
            body = await response.read()
    except (aiohttp.ClientError, asyncio.TimeoutError) as error:
        return interpret_exception(error)
    return interpret(request, response.status, response.headers.items(), body)


async def main(base_url: str) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=base_url)
    purchase = adjust.event(
        event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", revenue="19.99", currency="USD"
    )
    async with aiohttp.ClientSession(timeout=TIMEOUT) as http:
        outcome = await send(purchase, http)
    print(f"{outcome.kind}: {outcome.reason}")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
