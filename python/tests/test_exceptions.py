"""Which kind of no-response an exception is, tried with the clients' own exceptions and real sockets."""

import asyncio
import builtins
import concurrent.futures
import gc
import http.client
import socket
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import anyio
import httpcore
import httpx
import pytest
import requests
import trustme
import urllib3
from conftest import Server, Talk, begin_a_body, close_at_once, read_request

from s2s_events._exceptions import cause_of, kind_of
from s2s_events._kinds import NoResponse

CONNECT, TLS, TIMEOUT, CLOSED = NoResponse.CONNECT, NoResponse.TLS, NoResponse.TIMEOUT, NoResponse.CLOSED
Serve = Callable[[Talk], Server]
Client = Callable[[str, ssl.SSLContext], object]

PATIENCE = 0.5
"""Seconds that every client waits for a connection, and for each piece of a response."""


def with_httpx(url: str, tls: ssl.SSLContext) -> object:
    return httpx.post(url, content=b"event", timeout=PATIENCE, verify=tls)


def with_httpx_async(url: str, tls: ssl.SSLContext) -> object:
    async def post() -> object:
        async with httpx.AsyncClient(timeout=PATIENCE, verify=tls) as client:
            return await client.post(url, content=b"event")

    return asyncio.run(post())


def with_httpx2(url: str, tls: ssl.SSLContext) -> object:
    httpx2 = pytest.importorskip("httpx2", reason="httpx2 needs Python 3.11")
    return httpx2.post(url, content=b"event", timeout=PATIENCE, verify=tls)


def with_requests(url: str, tls: ssl.SSLContext) -> object:
    class Trusting(requests.adapters.HTTPAdapter):
        def init_poolmanager(self, *args: object, **options: object) -> None:
            super().init_poolmanager(*args, **options, ssl_context=tls)  # type: ignore[arg-type]

    with requests.Session() as session:
        session.mount("https://", Trusting())
        return session.post(url, data=b"event", timeout=PATIENCE)


def with_aiohttp(url: str, tls: ssl.SSLContext) -> object:
    async def post() -> object:
        timeout = aiohttp.ClientTimeout(sock_connect=PATIENCE, sock_read=PATIENCE)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(url, data=b"event", ssl=tls) as response,
        ):
            return await response.read()

    return asyncio.run(post())


def with_urllib3(url: str, tls: ssl.SSLContext) -> object:
    with urllib3.PoolManager(timeout=PATIENCE, retries=False, ssl_context=tls) as pool:
        return pool.request("POST", url, body=b"event")


def with_urllib(url: str, tls: ssl.SSLContext) -> object:
    with urllib.request.urlopen(url, data=b"event", timeout=PATIENCE, context=tls) as response:
        return response.read()


def with_http_client(url: str, tls: ssl.SSLContext) -> object:
    parts = urlsplit(url)
    connection = (
        http.client.HTTPSConnection(parts.netloc, timeout=PATIENCE, context=tls)
        if parts.scheme == "https"
        else http.client.HTTPConnection(parts.netloc, timeout=PATIENCE)
    )
    try:
        connection.request("POST", "/", body=b"event")
        return connection.getresponse().read()
    finally:
        connection.close()


# In asyncio a transport may be left open where TLS fails. That is the clients' own affair.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(autouse=True, scope="module")
def leftovers() -> Iterator[None]:
    """Has what is left over collected in here, and not in the middle of other tests."""
    yield
    gc.collect()


CLIENTS = [
    with_httpx,
    with_httpx_async,
    with_httpx2,
    with_requests,
    with_aiohttp,
    with_urllib3,
    with_urllib,
    with_http_client,
]


@pytest.fixture(params=CLIENTS, ids=lambda client: client.__name__.removeprefix("with_"))
def client(request: pytest.FixtureRequest) -> Client:
    chosen: Client = request.param
    return chosen


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    """The client's side of TLS, which trusts the tests' authority."""
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def with_tls(authority: trustme.CA, talk: Talk, client_certificate: ssl.VerifyMode = ssl.CERT_NONE) -> Talk:
    """The same talk, over TLS."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.configure_trust(context)
    context.verify_mode = client_certificate

    def talk_in_tls(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secure:
            talk(secure)

    return talk_in_tls


def kind_raised(client: Client, url: str, tls: ssl.SSLContext | None = None) -> NoResponse:
    with pytest.raises(Exception) as raised:
        client(url, tls or ssl.create_default_context())
    return kind_of(raised.value)


def read_and_close(connection: socket.socket) -> None:
    read_request(connection)


def stay_silent(connection: socket.socket) -> None:
    while connection.recv(65536):
        pass


def begin_a_body_and_stop(connection: socket.socket) -> None:
    begin_a_body(connection)
    stay_silent(connection)


def speak_another_protocol(connection: socket.socket) -> None:
    connection.sendall(b"220 mail.example ESMTP\r\n")


@pytest.fixture
def free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port: int = unused.getsockname()[1]
    return port


def test_a_refused_connection_is_connect(client: Client, free_port: int) -> None:
    assert kind_raised(client, f"http://127.0.0.1:{free_port}") is CONNECT
    assert kind_raised(client, f"https://127.0.0.1:{free_port}") is CONNECT


def test_a_name_that_cannot_be_resolved_is_connect(client: Client) -> None:
    assert kind_raised(client, "http://nowhere.invalid") is CONNECT


@pytest.fixture
def full_port() -> Iterator[int]:
    """A port that ignores any other attempt to connect."""
    with ExitStack() as sockets, socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(3):
            waiting = sockets.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a full queue is not silent")
def test_a_timeout_while_connecting_is_connect(client: Client, full_port: int) -> None:
    assert kind_raised(client, f"http://127.0.0.1:{full_port}") is CONNECT


def test_no_answer_in_time_is_a_timeout(client: Client, serve: Serve) -> None:
    assert kind_raised(client, serve(stay_silent).url) is TIMEOUT


def test_no_answer_in_time_after_the_handshake_is_a_timeout(
    client: Client, serve: Serve, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    assert kind_raised(client, serve(with_tls(authority, stay_silent)).tls_url, trusting) is TIMEOUT


def test_an_answer_that_stops_is_a_timeout(client: Client, serve: Serve) -> None:
    assert kind_raised(client, serve(begin_a_body_and_stop).url) is TIMEOUT


@pytest.mark.parametrize("talk", [close_at_once, read_and_close])
def test_a_closed_connection_is_closed(client: Client, serve: Serve, talk: Talk) -> None:
    assert kind_raised(client, serve(talk).url) is CLOSED


def test_a_connection_closed_in_the_middle_of_the_body_is_closed(client: Client, serve: Serve) -> None:
    assert kind_raised(client, serve(begin_a_body).url) is CLOSED


def test_an_answer_that_is_no_http_says_nothing_of_the_request(client: Client, serve: Serve) -> None:
    def answer(connection: socket.socket) -> None:
        read_request(connection)
        speak_another_protocol(connection)

    kind = NoResponse.OTHER if client is with_aiohttp else CLOSED
    assert kind_raised(client, serve(answer).url) is kind


def test_a_server_that_speaks_no_tls_is_tls(client: Client, serve: Serve) -> None:
    assert kind_raised(client, serve(speak_another_protocol).tls_url) is TLS


def test_a_certificate_of_an_unknown_authority_is_tls(client: Client, serve: Serve, authority: trustme.CA) -> None:
    assert kind_raised(client, serve(with_tls(authority, read_and_close)).tls_url) is TLS


def test_a_certificate_of_another_name_is_tls(
    client: Client, serve: Serve, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    url = serve(with_tls(authority, read_and_close)).tls_url
    assert kind_raised(client, url.replace("127.0.0.1", "localhost"), trusting) is TLS


@pytest.mark.parametrize("talk", [close_at_once, stay_silent])
def test_a_handshake_that_does_not_come_about_sends_nothing(client: Client, serve: Serve, talk: Talk) -> None:
    assert kind_raised(client, serve(talk).tls_url) in (CONNECT, TLS)


def test_an_alert_after_the_handshake_is_closed(
    client: Client, serve: Serve, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    talk = with_tls(authority, read_and_close, client_certificate=ssl.CERT_REQUIRED)
    assert kind_raised(client, serve(talk).tls_url, trusting) is CLOSED


@pytest.mark.parametrize("library", [httpx, aiohttp])
def test_a_cancelled_task_is_cancelled(serve: Serve, library: object) -> None:
    url = serve(stay_silent).url

    async def post() -> None:
        if library is httpx:
            async with httpx.AsyncClient() as client:
                await client.post(url)
        else:
            async with aiohttp.ClientSession() as session, session.post(url):
                pass

    async def cancel_in_the_middle() -> None:
        task = asyncio.create_task(post())
        await asyncio.sleep(0.2)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError) as raised:
        asyncio.run(cancel_in_the_middle())
    assert kind_of(raised.value) is NoResponse.CANCELLED


def test_a_deadline_of_asyncio_is_a_timeout(serve: Serve) -> None:
    url = serve(stay_silent).url

    async def post() -> None:
        async with httpx.AsyncClient() as client:
            await asyncio.wait_for(client.post(url), 0.2)

    with pytest.raises(asyncio.TimeoutError) as raised:
        asyncio.run(post())
    assert kind_of(raised.value) is TIMEOUT


def test_a_total_timeout_of_aiohttp_is_a_timeout(serve: Serve) -> None:
    url = serve(stay_silent).url

    async def post() -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=0.2)) as session:
            await session.post(url)

    with pytest.raises(asyncio.TimeoutError) as raised:
        asyncio.run(post())
    assert kind_of(raised.value) is TIMEOUT


def test_streams_of_asyncio_are_understood(serve: Serve, free_port: int) -> None:
    async def read_from(port: int, host: str = "127.0.0.1") -> bytes:
        reader, writer = await asyncio.open_connection(host, port)
        try:
            return await reader.readexactly(1)
        finally:
            writer.close()

    with pytest.raises(ConnectionRefusedError) as refused:
        asyncio.run(read_from(free_port))
    with pytest.raises(asyncio.IncompleteReadError) as closed:
        asyncio.run(read_from(serve(close_at_once).server_address[1]))
    with pytest.raises(socket.gaierror) as unresolved:
        asyncio.run(read_from(free_port, "nowhere.invalid"))
    assert kind_of(refused.value) is CONNECT
    assert kind_of(closed.value) is CLOSED
    assert kind_of(unresolved.value) is CONNECT


def test_a_full_pool_is_connect(serve: Serve) -> None:
    server = serve(begin_a_body_and_stop)
    with (
        httpx.Client(limits=httpx.Limits(max_connections=1), timeout=0.1) as client,
        client.stream("POST", server.url),
        pytest.raises(httpx.PoolTimeout) as waited,
    ):
        client.post(server.url)
    with urllib3.HTTPConnectionPool("127.0.0.1", server.server_address[1], maxsize=1, block=True) as pool:
        answer = pool.urlopen("POST", "/", preload_content=False)
        with pytest.raises(urllib3.exceptions.EmptyPoolError) as empty:
            pool.urlopen("POST", "/", pool_timeout=0.1)  # type: ignore[arg-type]
        answer.close()
    assert kind_of(waited.value) is CONNECT
    assert kind_of(empty.value) is CONNECT


def test_a_proxy_that_refuses_is_connect(serve: Serve) -> None:
    def refuse(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")

    proxy = serve(refuse).url
    with pytest.raises(httpx.ProxyError) as with_httpx:
        httpx.post("https://127.0.0.1", proxy=proxy)

    async def post() -> None:
        async with aiohttp.ClientSession() as session:
            await session.post("https://127.0.0.1", proxy=proxy)

    with pytest.raises(aiohttp.ClientHttpProxyError) as with_aiohttp:
        asyncio.run(post())
    assert kind_of(with_httpx.value) is CONNECT
    assert kind_of(with_aiohttp.value) is CONNECT


@pytest.mark.parametrize("talk", ["refuse", "close", "silence", "gone"])
@pytest.mark.parametrize("library", ["httpx", "requests", "urllib3", "urllib", "http.client"])
def test_a_tunnel_that_does_not_come_about_is_connect(
    serve: Serve, free_port: int, library: str, talk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")

    talks = {"refuse": refuse, "close": read_and_close, "silence": stay_silent}
    proxy = serve(talks[talk]).url if talk in talks else f"http://127.0.0.1:{free_port}"
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name)
    url = "https://203.0.113.1/event"
    if library == "httpx" and talk in ("close", "silence"):
        pytest.skip("httpx does not say that it was the proxy")

    def post() -> object:
        if library == "httpx":
            return httpx.post(url, proxy=proxy, timeout=PATIENCE)
        if library == "requests":
            return requests.post(url, proxies={"https": proxy}, timeout=PATIENCE)
        if library == "urllib3":
            with urllib3.ProxyManager(proxy, timeout=PATIENCE, retries=False) as pool:
                return pool.request("POST", url)
        if library == "urllib":
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({"https": proxy}))
            return opener.open(url, data=b"event", timeout=PATIENCE)
        connection = http.client.HTTPSConnection(urlsplit(proxy).netloc, timeout=PATIENCE)
        connection.set_tunnel("203.0.113.1")
        try:
            connection.request("POST", "/")
        finally:
            connection.close()
        return None

    with pytest.raises(Exception) as raised:
        post()
    assert kind_of(raised.value) is CONNECT


def test_a_connection_of_asyncio_and_anyio_that_does_not_come_about_is_connect(free_port: int, serve: Serve) -> None:
    async def several(_: object, port: int, **__: object) -> object:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"127.0.0.{last}", port)) for last in (1, 2)]

    async def by_asyncio() -> None:
        loop = asyncio.get_running_loop()
        loop.getaddrinfo = several  # type: ignore[method-assign, assignment]
        await asyncio.open_connection("several.example", free_port)

    with pytest.raises(OSError, match="Multiple exceptions") as of_asyncio:
        asyncio.run(by_asyncio())
    with pytest.raises(OSError, match="All connection attempts failed") as of_anyio:
        anyio.run(anyio.connect_tcp, "127.0.0.1", free_port)
    assert kind_of(of_asyncio.value) is CONNECT
    assert kind_of(of_anyio.value) is CONNECT

    async def read(port: int) -> None:
        async with await anyio.connect_tcp("127.0.0.1", port) as stream:
            await stream.receive()

    with pytest.raises(anyio.EndOfStream) as closed:
        anyio.run(read, serve(close_at_once).server_address[1])
    assert kind_of(closed.value) is CLOSED


CLASSES: list[tuple[BaseException, NoResponse]] = [
    (httpx.ReadError(""), CLOSED),
    (httpx.WriteError(""), CLOSED),
    (httpx.CloseError(""), CLOSED),
    (httpx.RemoteProtocolError(""), CLOSED),
    (httpx.LocalProtocolError(""), NoResponse.OTHER),
    (httpx.WriteTimeout(""), TIMEOUT),
    (httpx.PoolTimeout(""), CONNECT),
    (httpx.ProxyError(""), CONNECT),
    (httpx.StreamError(""), NoResponse.OTHER),
    (httpcore.ConnectError(), CONNECT),
    (httpcore.ConnectTimeout(), CONNECT),
    (httpcore.PoolTimeout(), CONNECT),
    (httpcore.ReadTimeout(), TIMEOUT),
    (httpcore.ReadError(), CLOSED),
    (httpcore.RemoteProtocolError(), CLOSED),
    (httpcore.LocalProtocolError(), NoResponse.OTHER),
    (requests.exceptions.ProxyError(), CONNECT),
    (requests.exceptions.RetryError(), NoResponse.OTHER),
    (requests.exceptions.ContentDecodingError(), NoResponse.OTHER),
    (requests.exceptions.ConnectionError(ConnectionResetError()), CLOSED),
    (urllib3.exceptions.NewConnectionError(None, "unreachable"), CONNECT),  # type: ignore[arg-type]
    (urllib3.exceptions.NameResolutionError("h", None, socket.gaierror()), CONNECT),  # type: ignore[arg-type]
    (urllib3.exceptions.ProxyError("", OSError()), CONNECT),
    (urllib3.exceptions.ReadTimeoutError(None, "", ""), TIMEOUT),  # type: ignore[arg-type]
    (urllib3.exceptions.IncompleteRead(1, 2), CLOSED),
    (urllib3.exceptions.DecodeError(), NoResponse.OTHER),
    (aiohttp.ServerDisconnectedError(), CLOSED),
    (aiohttp.ClientOSError(), CLOSED),
    (aiohttp.ConnectionTimeoutError(), CONNECT),
    (aiohttp.SocketTimeoutError(), TIMEOUT),
    (aiohttp.InvalidURL(""), NoResponse.OTHER),
    (anyio.BrokenResourceError(), CLOSED),
    (anyio.ClosedResourceError(), CLOSED),
    (anyio.EndOfStream(), CLOSED),
    (anyio.IncompleteRead(), CLOSED),
    (http.client.RemoteDisconnected(""), CLOSED),
    (http.client.IncompleteRead(b""), CLOSED),
    (http.client.CannotSendRequest(), NoResponse.OTHER),
    (urllib.error.URLError(ConnectionRefusedError()), CONNECT),
    (urllib.error.URLError(ssl.SSLCertVerificationError()), TLS),
    (ssl.SSLEOFError(), CLOSED),
    (ssl.SSLZeroReturnError(), CLOSED),
    (socket.gaierror(), CONNECT),
    (socket.herror(), CONNECT),
    (TimeoutError(), TIMEOUT),
    (BrokenPipeError(), CLOSED),
    (ConnectionResetError(), CLOSED),
    (ConnectionAbortedError(), CLOSED),
    (concurrent.futures.TimeoutError(), TIMEOUT),
    (concurrent.futures.CancelledError(), NoResponse.CANCELLED),
    (asyncio.CancelledError(), NoResponse.CANCELLED),
]


@pytest.mark.parametrize(
    ("exception", "kind"), CLASSES, ids=lambda value: f"{type(value).__module__}.{type(value).__name__}"
)
def test_each_class_has_its_kind(exception: BaseException, kind: NoResponse) -> None:
    assert kind_of(exception) is kind


@pytest.mark.skipif(sys.version_info < (3, 11), reason="there are no groups")
def test_a_group_of_one_is_what_it_holds() -> None:
    group: Any = vars(builtins)["ExceptionGroup"]
    one, another = httpx.ConnectError("refused"), httpx.ReadTimeout("")
    assert kind_of(group("tasks", [group("tasks", [one])])) is CONNECT
    assert kind_of(group("tasks", [one, another])) is NoResponse.OTHER
    assert cause_of(group("tasks", [one])) == (
        "ExceptionGroup: tasks (1 sub-exception); from httpx.ConnectError: refused"
    )


def test_a_cause_is_what_python_prints_of_an_exception() -> None:
    first, second, third = OSError(111, "Connection refused"), httpx.ConnectError("no luck"), UndeliveredError()
    second.__cause__, third.__context__ = first, second
    assert cause_of(third) == (
        "test_exceptions.UndeliveredError; from httpx.ConnectError: no luck; "
        "from ConnectionRefusedError: [Errno 111] Connection refused"
    )
    third.__suppress_context__ = True
    assert cause_of(third) == "test_exceptions.UndeliveredError"
    first.__cause__ = second
    assert cause_of(second).count("; from ") == 1
    chain: BaseException = ValueError("0")
    for number in range(1_000):
        further = ValueError(str(number))
        further.__cause__ = chain
        chain = further
    assert cause_of(chain).count("ValueError") == 10


def test_a_name_that_urllib3_itself_refuses_is_tls(
    serve: Serve, authority: trustme.CA, trusting: ssl.SSLContext
) -> None:
    url = serve(with_tls(authority, read_and_close)).tls_url
    trusting.check_hostname = False
    with (
        urllib3.PoolManager(assert_hostname="another.example", retries=False, ssl_context=trusting) as pool,
        pytest.raises(urllib3.exceptions.SSLError) as raised,
    ):
        pool.request("POST", url)
    assert kind_of(raised.value) is TLS


def test_a_fingerprint_that_aiohttp_itself_refuses_is_tls(serve: Serve, authority: trustme.CA) -> None:
    url = serve(with_tls(authority, read_and_close)).tls_url

    async def post() -> None:
        async with aiohttp.ClientSession() as session:
            await session.post(url, ssl=aiohttp.Fingerprint(bytes(32)))

    with pytest.raises(aiohttp.ServerFingerprintMismatch) as raised:
        asyncio.run(post())
    assert kind_of(raised.value) is TLS


def test_what_a_client_has_sent_before_by_itself_is_not_forgotten() -> None:
    """urllib3 repeats a GET that got no response. That the last try could not connect says nothing of the first."""

    def read_one_request() -> None:
        with listener:
            connection, _ = listener.accept()
        with connection:
            read_request(connection)

    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    server = threading.Thread(target=read_one_request)
    server.start()
    with urllib3.PoolManager() as pool, pytest.raises(urllib3.exceptions.MaxRetryError) as raised:
        pool.request("GET", url)
    server.join()
    assert isinstance(raised.value.reason, urllib3.exceptions.NewConnectionError)
    assert kind_of(raised.value) is NoResponse.OTHER


@pytest.mark.parametrize("client", [with_requests, with_urllib])
def test_an_unreachable_target_of_a_redirect_is_other(client: Client, serve: Serve, free_port: int) -> None:
    """The request was sent to the first address."""
    assert kind_raised(client, serve(redirect_to(f"http://127.0.0.1:{free_port}")).url) is NoResponse.OTHER


def redirect_to(location: str) -> Talk:
    def talk(connection: socket.socket) -> None:
        read_request(connection)
        answer = f"HTTP/1.1 302 Found\r\nlocation: {location}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
        connection.sendall(answer.encode())

    return talk


@pytest.mark.parametrize("client", [with_requests, with_aiohttp, with_urllib])
def test_too_many_redirects_are_other(client: Client, serve: Serve) -> None:
    assert kind_raised(client, serve(redirect_to("/")).url) is NoResponse.OTHER


@pytest.mark.parametrize("url", ["gopher://127.0.0.1", "http://"])
@pytest.mark.parametrize("client", CLIENTS[:-1])
def test_an_address_that_is_none_is_other(client: Client, url: str) -> None:
    assert kind_raised(client, url) is NoResponse.OTHER


def test_the_class_tells_where_no_traceback_does() -> None:
    assert kind_of(requests.ConnectTimeout()) is CONNECT
    assert kind_of(requests.ReadTimeout()) is TIMEOUT
    assert kind_of(requests.exceptions.ChunkedEncodingError()) is CLOSED
    assert kind_of(aiohttp.ClientSSLError(None, OSError())) is TLS  # type: ignore[arg-type]
    assert kind_of(ssl.SSLCertVerificationError()) is TLS
    assert kind_of(ssl.SSLError()) is CLOSED
    handshake = httpx.ConnectError("")
    handshake.__cause__ = ssl.SSLError()
    assert kind_of(handshake) is TLS


class UndeliveredError(Exception):
    """An exception of the caller's own."""


def test_an_unknown_exception_is_other() -> None:
    assert kind_of(UndeliveredError()) is NoResponse.OTHER
    assert kind_of(UndeliveredError(ConnectionRefusedError())) is NoResponse.OTHER
    assert kind_of(OSError(5, "input/output error")) is NoResponse.OTHER


def test_a_class_of_the_same_name_elsewhere_is_other() -> None:
    assert kind_of(type("ConnectTimeout", (Exception,), {})()) is NoResponse.OTHER


def test_the_cause_of_an_unknown_exception_decides() -> None:
    undelivered = UndeliveredError()
    undelivered.__cause__ = httpx.WriteTimeout("")
    assert kind_of(undelivered) is TIMEOUT


def test_what_failed_before_does_not_decide() -> None:
    """The context may be an earlier request that is known not to have been sent."""
    undelivered = UndeliveredError()
    undelivered.__context__ = httpx.ConnectTimeout("")
    assert kind_of(undelivered) is NoResponse.OTHER


def test_causes_that_go_in_circles_end() -> None:
    first, second = requests.ConnectionError(), requests.ConnectionError()
    first.__cause__, second.__cause__ = second, first
    first.__context__, second.__context__ = second, first
    first.args, second.args = (second,), (first, second)
    assert kind_of(first) is NoResponse.OTHER


def test_no_client_is_imported() -> None:
    script = """
import sys
from s2s_events._exceptions import kind_of
assert str(kind_of(TimeoutError())) == "timeout"
print(*{"httpx", "requests", "aiohttp", "urllib3"} & sys.modules.keys())
"""
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
