"""A sandbox for your own tests: it behaves as the provider APIs are documented, on this machine.

With pytest, the fixture `s2s_sandbox` is there once the package is installed. Anywhere else, `start_sandbox()` starts a
sandbox:

```python
from s2s_events import Adjust
from s2s_events.testing import start_sandbox

with start_sandbox() as sandbox:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=sandbox.base_url("adjust"))
    ...  # send a request
    assert [event["parameters"]["event_token"] for event in sandbox.accepted()] == ["f0ob4r"]
```

The apps, tokens and keys that it knows are in the output of `s2s sandbox --help`; a configuration adds others.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import ProxyHandler, Request, build_opener

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Sandbox", "start_sandbox"]

# The sandbox is on this machine, whatever proxy the environment names.
_open = build_opener(ProxyHandler({})).open


class Sandbox:
    """A running sandbox."""

    def __init__(self, url: str) -> None:
        """Use the sandbox that serves at `url`, such as `http://127.0.0.1:8080`."""
        self.url = url
        """Its address. A browser shows there what has arrived."""

    def base_url(self, provider: str) -> str:
        """Return the `base_url` of a provider's client: `adjust`, for instance."""
        return f"{self.url}/{provider}"

    def accepted(self, provider: str | None = None) -> list[dict[str, Any]]:
        """Return the events that were accepted, in order of arrival: of one provider, or of all.

        An event has `provider`, `time`, and what was read from its request: `parameters` or `message`.
        """
        return self._events("accepted", provider)

    def rejected(self, provider: str | None = None) -> list[dict[str, Any]]:
        """Return the events that were refused, each with the `status`, the `body` and the `rule` that refused it."""
        return self._events("rejected", provider)

    def duplicates(self, provider: str | None = None) -> list[dict[str, Any]]:
        """Return the events that a provider drops because it has had them before."""
        return self._events("duplicates", provider)

    def set_faults(self, *faults: str) -> None:
        """Let every request fail in these ways, until other faults are set; without any, none fails.

        A fault is `latency=MS`, `429`, `429;retry-after=SECONDS`, `500`, `500-after`, `drop` or `drop-after`, where
        `after` means after the event has been counted.
        """
        self._send("PUT", "faults", json.dumps({"faults": faults}).encode())

    def reset(self) -> None:
        """Forget every event, and switch all faults off."""
        self._send("DELETE", "events")
        self.set_faults()

    def _events(self, which: str, provider: str | None) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = json.loads(self._send("GET", "events"))[which]
        return [event for event in events if provider in (None, event["provider"])]

    def _send(self, method: str, path: str, body: bytes | None = None) -> bytes:
        content_type = {} if body is None else {"content-type": "application/json"}
        request = Request(f"{self.url}/_sandbox/{path}", data=body, headers=content_type, method=method)  # noqa: S310
        with _open(request, timeout=30) as response:
            content: bytes = response.read()
        return content


@contextmanager
def start_sandbox(config: str = "") -> Iterator[Sandbox]:
    """Start a sandbox on a free port of 127.0.0.1, and stop it at the end of the `with` block.

    `config` is the text of a configuration in TOML, with apps, tokens, devices and faults of your own. The sandbox also
    ends when this process does.

    Raises:
        RuntimeError: it did not start; the reason is on standard error.

    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sandbox.toml"
        file.write_text(config, encoding="utf-8")
        command = [sys.executable, "-m", "s2s_events", "sandbox", "--port", "0", "--config", str(file), "--stop-on-eof"]
        with subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            url = process.stdout.readline().strip() if process.stdout else ""
            if not url:
                message = "the sandbox did not start"
                raise RuntimeError(message)
            try:
                yield Sandbox(url)
            finally:
                process.terminate()
