"""Sends a request with requests.

Needs requests. Try it with a sandbox, `s2s sandbox --port 8080`:

    python send_with_requests.py http://127.0.0.1:8080/adjust
"""

import sys

import requests

from s2s_events import Adjust, Outcome, Request, interpret, interpret_exception

TIMEOUT = (10.0, 30.0)
"""Seconds for connecting, and for each read. Without it requests waits forever."""


def as_it_is(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    """Keeps requests from replacing our `Authorization` by an entry of a `.netrc` file."""
    return prepared


def send(request: Request, http: requests.Session, timeout: tuple[float, float] = TIMEOUT) -> Outcome:
    """Sends a request once, without following redirects: they would carry the credentials elsewhere."""
    try:
        response = http.request(
            request.method,
            request.url,
            headers=request.header_map(),
            data=request.body,
            auth=as_it_is,
            timeout=timeout,
            allow_redirects=False,
        )
    except requests.RequestException as error:
        return interpret_exception(error)
    return interpret(request, response.status_code, response.headers, response.content)


def main(base_url: str) -> None:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=base_url)
    purchase = adjust.event(
        event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018", revenue="19.99", currency="USD"
    )
    with requests.Session() as http:
        outcome = send(purchase, http)
    print(f"{outcome.kind}: {outcome.reason}")


if __name__ == "__main__":
    main(sys.argv[1])
