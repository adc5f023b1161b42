"""The examples of the pages run as they are shown, against the sandbox."""

import re
import runpy
from pathlib import Path
from typing import Any

import httpx
import pytest
from conftest import EXAMPLES

from s2s_events.testing import Sandbox

ROOT = Path(__file__).parents[2]


def send_to(sandbox: Sandbox, instead_of: str, monkeypatch: pytest.MonkeyPatch) -> None:
    send = httpx.request

    def send_to_sandbox(method: str, url: str, **options: Any) -> httpx.Response:
        return send(method, url.replace(instead_of, sandbox.base_url("adjust")), **options)

    monkeypatch.setattr(httpx, "request", send_to_sandbox)


# How many examples a page has, and how many events they deliver.
PAGES = {"README.md": (1, 1), "python/README.md": (10, 4)}


@pytest.mark.parametrize("page", PAGES)
def test_examples(page: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    send_to(sandbox, "https://s2s.adjust.com", monkeypatch)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    for example in examples:
        exec(compile(example, page, "exec"), names)
    assert (len(examples), len(sandbox.accepted())) == PAGES[page]


def test_the_quick_start(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    send_to(sandbox, "http://127.0.0.1:8080/adjust", monkeypatch)
    runpy.run_path(str(EXAMPLES / "quick_start.py"))
    assert capsys.readouterr().out.splitlines() == [
        "delivered accepted",
        "/gps_adid invalid_device_id must be a UUID: 32 hexadecimal digits, with or without hyphens",
        "/currency missing is required with `revenue`",
        "order-1 delivered accepted",
    ]
    assert len(sandbox.accepted()) == 2
