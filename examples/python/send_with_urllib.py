"""Sends a request with Python alone.

Try it with a sandbox, `s2s sandbox --port 8080`:

    python send_with_urllib.py http://127.0.0.1:8080/adjust
"""

import sys
import urllib.request
from http.client import HTTPException, HTTPResponse

from s2s_events import Adjust, Outcome, Request, interpret, interpret_exception


class _EveryAnswer(urllib.request.HTTPErrorProcessor):
    """Treats every status as a response: redirects are not followed, and errors not raised."""

    def http_response(self, request: urllib.request.Request, response: HTTPResponse) -> HTTPResponse:  # noqa: ARG002
        return response

    https_response = http_response


OPENER = urllib.request.build_opener(_EveryAnswer)


def send(request: Request, timeout: float = 30) -> Outcome:
    """Sends a request once, without following redirects: they would carry the credentials elsewhere."""
    body = request.body or None  # an empty one would get a content type
    sent = urllib.request.Request(request.url, body, request.header_map(), method=request.method)
    try:
        with OPENER.open(sent, timeout=timeout) as response:
            status, headers, answer = response.status, response.headers.items(), response.read()
    except (OSError, HTTPException) as error:
        return interpret_exception(error)
    return interpret(request, status, headers, answer)


def main(base_url: str) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=base_url)
    purchase = adjust.event(
        event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", revenue="19.99", currency="USD"
    )
    outcome = send(purchase)
    print(f"{outcome.kind}: {outcome.reason}")


if __name__ == "__main__":
    main(sys.argv[1])
