"""What an exception of an HTTP client says about the request, and its text.

The clients are known by the names of their classes, so that none of them has to be installed, and none is imported.
"""

from collections.abc import Iterator
from traceback import walk_tb

from ._kinds import NoResponse

_KINDS = {
    # Python: http.client, urllib.request, socket, ssl, asyncio. Only connecting is refused.
    "asyncio.CancelledError": NoResponse.CANCELLED,
    "asyncio.IncompleteReadError": NoResponse.CLOSED,
    "asyncio.TimeoutError": NoResponse.TIMEOUT,
    "builtins.ConnectionError": NoResponse.CLOSED,
    "builtins.ConnectionRefusedError": NoResponse.CONNECT,
    "builtins.TimeoutError": NoResponse.TIMEOUT,
    "concurrent.CancelledError": NoResponse.CANCELLED,
    "concurrent.TimeoutError": NoResponse.TIMEOUT,
    "http.BadStatusLine": NoResponse.CLOSED,
    "http.IncompleteRead": NoResponse.CLOSED,
    "socket.gaierror": NoResponse.CONNECT,
    "socket.herror": NoResponse.CONNECT,
    "ssl.SSLCertVerificationError": NoResponse.TLS,
    "ssl.SSLError": NoResponse.CLOSED,
    # https://anyio.readthedocs.io/en/stable/api.html#exceptions
    "anyio.BrokenResourceError": NoResponse.CLOSED,
    "anyio.ClosedResourceError": NoResponse.CLOSED,
    "anyio.ConnectionFailed": NoResponse.CONNECT,
    "anyio.EndOfStream": NoResponse.CLOSED,
    "anyio.IncompleteRead": NoResponse.CLOSED,
    # https://www.encode.io/httpcore/exceptions/: the transport of httpx, which raises errors of HTTP/2 as its own.
    "httpcore.ConnectError": NoResponse.CONNECT,
    "httpcore.ConnectTimeout": NoResponse.CONNECT,
    "httpcore.NetworkError": NoResponse.CLOSED,
    "httpcore.PoolTimeout": NoResponse.CONNECT,
    "httpcore.ProxyError": NoResponse.CONNECT,
    "httpcore.RemoteProtocolError": NoResponse.CLOSED,
    "httpcore.TimeoutException": NoResponse.TIMEOUT,
    # https://www.python-httpx.org/exceptions/
    "httpx.ConnectError": NoResponse.CONNECT,
    "httpx.ConnectTimeout": NoResponse.CONNECT,
    "httpx.NetworkError": NoResponse.CLOSED,
    "httpx.PoolTimeout": NoResponse.CONNECT,
    "httpx.ProxyError": NoResponse.CONNECT,
    "httpx.RemoteProtocolError": NoResponse.CLOSED,
    "httpx.TimeoutException": NoResponse.TIMEOUT,
    # https://requests.readthedocs.io/en/latest/api/#exceptions; the others are recognized by what they wrap.
    "requests.ChunkedEncodingError": NoResponse.CLOSED,
    "requests.ConnectTimeout": NoResponse.CONNECT,
    "requests.ProxyError": NoResponse.CONNECT,
    "requests.Timeout": NoResponse.TIMEOUT,
    # https://docs.aiohttp.org/en/stable/client_reference.html#hierarchy-of-exceptions
    "aiohttp.ClientConnectionError": NoResponse.CLOSED,
    "aiohttp.ClientConnectorError": NoResponse.CONNECT,
    "aiohttp.ClientHttpProxyError": NoResponse.CONNECT,
    "aiohttp.ClientPayloadError": NoResponse.CLOSED,
    "aiohttp.ClientSSLError": NoResponse.TLS,
    "aiohttp.ConnectionTimeoutError": NoResponse.CONNECT,
    "aiohttp.ServerFingerprintMismatch": NoResponse.TLS,
    "aiohttp.ServerTimeoutError": NoResponse.TIMEOUT,
    # https://urllib3.readthedocs.io/en/stable/reference/urllib3.exceptions.html
    "urllib3.CertificateError": NoResponse.TLS,
    "urllib3.ConnectTimeoutError": NoResponse.CONNECT,
    "urllib3.EmptyPoolError": NoResponse.CONNECT,
    "urllib3.NewConnectionError": NoResponse.CONNECT,
    "urllib3.ProtocolError": NoResponse.CLOSED,
    "urllib3.ProxyError": NoResponse.CONNECT,
    "urllib3.TimeoutError": NoResponse.TIMEOUT,
}
"""What is known of an exception by its class: the first name along its MRO decides."""

_PLACES = {
    ("asyncio.base_events", "create_connection"): NoResponse.CONNECT,
    ("http.client", "_tunnel"): NoResponse.CONNECT,
    ("urllib3.connection", "_tunnel"): NoResponse.CONNECT,
    ("socket", "create_connection"): NoResponse.CONNECT,
    ("ssl", "do_handshake"): NoResponse.TLS,
}
"""The functions, by module and name, in which nothing of the request was sent yet, whatever was raised there."""

_SUCCESSORS = {"httpx2": "httpx", "httpcore2": "httpcore"}
"""Libraries whose exceptions have the names of an older one's."""

_CLIENTS = ("aiohttp", "anyio", "h2", "http", "httpcore", "httpx", "requests", "urllib", "urllib3")
"""The clients: what they raise, and is not known by its class, has to do with the request."""

_LIBRARIES = ("httpcore", "requests", "urllib", "urllib3")
"""The libraries that keep what they wrap in `args` or `reason`, and that call themselves to send again."""

_LONGEST_CAUSE = 10
"""Maximum number of exceptions whose text becomes part of a cause."""


def kind_of(exception: BaseException) -> NoResponse:
    """The kind of no-response that an exception is. Where it is in doubt, the one that claims less about the request.

    `CONNECT` and `TLS` say that nothing was sent. httpx and aiohttp do not tell which of several exchanges has failed:
    with them it holds where no redirects are followed, and where aiohttp does not repeat a GET by itself.
    """
    return known_kind_of(exception) or NoResponse.OTHER


def known_kind_of(exception: BaseException) -> NoResponse | None:
    """As `kind_of`, but nothing for an exception that neither the network nor an HTTP client has raised."""
    chain = _chain(exception)
    kind = next(_by_place(chain), None) or next(_by_class(chain), None)
    if kind is None and any(_root(base.__module__) in _CLIENTS for part in chain for base in type(part).__mro__):
        return NoResponse.OTHER
    if kind is NoResponse.CONNECT and any("ssl.SSLError" in _names(part) for part in chain):
        kind = NoResponse.TLS
    if kind in (NoResponse.CONNECT, NoResponse.TLS) and any(_was_sent_again(part) for part in chain):
        return NoResponse.OTHER
    return kind


def cause_of(exception: BaseException) -> str:
    """The class and message of an exception, and of those that Python prints with it, from the last to the first.

    It may hold anything that the request carried: a delivery removes that.
    """
    texts: list[str] = []
    seen: list[BaseException] = []
    part: BaseException | None = exception
    while part is not None and len(seen) < _LONGEST_CAUSE and not any(part is known for known in seen):
        seen.append(part)
        texts.append(_text(part))
        causes = [cause for cause in (part.__cause__, *_alone(part)) if cause is not None]
        part = causes[0] if causes else None if part.__suppress_context__ else part.__context__
    return "; from ".join(texts)


def _text(part: BaseException) -> str:
    kind = type(part)
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    try:
        message = str(part)
    except Exception:
        # An exception whose text cannot be read is still known by its class.
        return name
    return f"{name}: {message}" if message else name


def _chain(exception: BaseException) -> list[BaseException]:
    """The exception and what it comes from. `__context__` does not count: it may be an earlier request's failure."""
    chain = [exception]
    for part in chain:
        causes = [part.__cause__, *_alone(part)]
        if _root(type(part).__module__) in _LIBRARIES:
            causes += [getattr(part, "reason", None), *part.args]
        chain += [
            cause for cause in causes if isinstance(cause, BaseException) and not any(cause is known for known in chain)
        ]
    return chain


def _alone(part: BaseException) -> list[BaseException]:
    """The only exception of a group, as task groups raise it; one of several says nothing of the request."""
    if not any(name.endswith(".BaseExceptionGroup") for name in _names(part)):
        return []
    exceptions: tuple[BaseException, ...] = getattr(part, "exceptions", ())
    return list(exceptions) if len(exceptions) == 1 else []


def _by_place(chain: list[BaseException]) -> Iterator[NoResponse]:
    for part in chain:
        for frame, _ in walk_tb(part.__traceback__):
            place = (frame.f_globals.get("__name__", ""), frame.f_code.co_name)
            if place in _PLACES:
                yield _PLACES[place]


def _by_class(chain: list[BaseException]) -> Iterator[NoResponse]:
    for part in chain:
        yield from (_KINDS[name] for name in _names(part) if name in _KINDS)


def _names(part: BaseException) -> list[str]:
    return [f"{_root(kind.__module__)}.{kind.__name__}" for kind in type(part).__mro__]


def _was_sent_again(part: BaseException) -> bool:
    """Whether a client has called itself, so that this failure is not the first thing that became of the request."""
    frames = {
        frame for frame, _ in walk_tb(part.__traceback__) if _root(frame.f_globals.get("__name__", "")) in _LIBRARIES
    }
    return len({frame.f_code for frame in frames}) < len(frames)


def _root(module: object) -> str:
    root = str(module).partition(".")[0]
    return _SUCCESSORS.get(root, root)
