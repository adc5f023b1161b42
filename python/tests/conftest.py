"""What the tests share: the sandbox, and servers that behave as a test wants."""

import socket
import socketserver
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from s2s_events.testing import Sandbox

# The same examples each time, so that a run says something of the change that it tests;
# `--hypothesis-profile=random` looks for others.
settings.register_profile("repeatable", derandomize=True)
settings.register_profile("random", derandomize=False)
settings.load_profile("repeatable")

EXAMPLES = Path(__file__).parents[2] / "examples" / "python"
sys.path.insert(0, str(EXAMPLES))


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every server of the tests is on this machine."""
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def sandbox(s2s_sandbox: Sandbox) -> Sandbox:
    """The sandbox of the package's own plugin."""
    return s2s_sandbox


Talk = Callable[[socket.socket], None]
"""What a server does with a connection, which is closed then."""


class Server(socketserver.ThreadingTCPServer):
    """A server on a free port of 127.0.0.1."""

    daemon_threads = True

    def __init__(self, talk: Talk) -> None:
        super().__init__(("127.0.0.1", 0), socketserver.BaseRequestHandler)
        self.talk = talk
        self.connections = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def tls_url(self) -> str:
        return f"https://127.0.0.1:{self.server_address[1]}"

    def finish_request(self, request: Any, _: Any) -> None:
        self.connections += 1
        # A client that breaks off is what some tests are about.
        with suppress(OSError):
            self.talk(request)


@pytest.fixture
def serve() -> Iterator[Callable[[Talk], Server]]:
    """Starts servers, and stops them after the test."""
    with ExitStack() as running:

        def start(talk: Talk) -> Server:
            server = running.enter_context(Server(talk))
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
            running.callback(server.shutdown)
            return server

        yield start


def close_at_once(_: socket.socket) -> None:
    """A talk about nothing."""


def read_request(connection: socket.socket) -> bytes:
    """A whole request, as it was sent."""
    with connection.makefile("rb") as stream:
        head = b"".join(iter(stream.readline, b"\r\n")) + b"\r\n"
        lengths = [line for line in head.lower().splitlines() if line.startswith(b"content-length:")]
        return head + stream.read(int(lengths[0].partition(b":")[2]) if lengths else 0)


def begin_a_body(connection: socket.socket) -> None:
    """Responds, and ends in the middle of it."""
    read_request(connection)
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nbegun")
