"""The examples of both READMEs run, against the sandbox."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from s2s_events.testing import Sandbox

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("page", "accepted"), [("README.md", 1), ("python/README.md", 4)])
def test_examples(page: str, accepted: int, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    send = httpx.request

    def send_to_sandbox(method: str, url: str, **options: Any) -> httpx.Response:
        return send(method, url.replace("https://s2s.adjust.com", sandbox.base_url("adjust")), **options)

    monkeypatch.setattr(httpx, "request", send_to_sandbox)
    examples = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    for example in examples:
        exec(compile(example, page, "exec"), names)
    assert len(examples) > 1
    assert len(sandbox.accepted()) == accepted
