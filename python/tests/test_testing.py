"""The sandbox that users have in their own tests."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from urllib.error import URLError

import httpx
import pytest
from conftest import EXAMPLES

from s2s_events import Adjust, Request
from s2s_events.testing import Sandbox, start_sandbox


def purchase(sandbox: Sandbox, event_token: str = "f0ob4r") -> Request:
    adjust = Adjust(app_token="4w565xzmb54d", base_url=sandbox.base_url("adjust"))
    return adjust.event(event_token=event_token, gps_adid="660e1d86-6796-463a-be86-897993136018")


def send(request: Request) -> httpx.Response:
    return httpx.request(request.method, request.url, headers=request.headers, content=request.body)


def test_events_are_listed_by_what_became_of_them(s2s_sandbox: Sandbox) -> None:
    send(purchase(s2s_sandbox))
    send(purchase(s2s_sandbox, "nosuch"))
    [accepted] = s2s_sandbox.accepted()
    assert (accepted["provider"], accepted["parameters"]["event_token"]) == ("adjust", "f0ob4r")
    [rejected] = s2s_sandbox.rejected("adjust")
    assert rejected["parameters"]["event_token"] == "nosuch"
    assert rejected["status"] >= 400
    assert rejected["rule"]
    assert s2s_sandbox.accepted("metrix") == s2s_sandbox.duplicates() == []


def test_faults_are_switched_on_and_off(s2s_sandbox: Sandbox) -> None:
    s2s_sandbox.set_faults("429;retry-after=7")
    response = send(purchase(s2s_sandbox))
    assert (response.status_code, response.headers["retry-after"]) == (429, "7")
    s2s_sandbox.set_faults("500-after")
    assert send(purchase(s2s_sandbox)).status_code == 500
    assert len(s2s_sandbox.accepted()) == 1
    s2s_sandbox.reset()
    assert send(purchase(s2s_sandbox)).status_code == 200
    assert len(s2s_sandbox.accepted()) == 1


def test_a_configuration_that_is_wrong_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="did not start"), start_sandbox("nosuch = 1"):
        pytest.fail("it started")
    assert "nosuch" in capfd.readouterr().err


def test_a_project_has_the_fixture_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "test_shop.py").write_text(
        textwrap.dedent("""
            import urllib.request

            import pytest
            from s2s_events import Adjust

            @pytest.fixture(scope="session")
            def s2s_sandbox_config():
                return '[[adjust.apps]]\\ntoken = "shop"\\nevents = [{ token = "order" }]\\n'

            @pytest.mark.parametrize("number", [1, 2])
            def test_a_purchase_arrives(s2s_sandbox, number):
                adjust = Adjust(app_token="shop", base_url=s2s_sandbox.base_url("adjust"))
                request = adjust.event(event_token="order", adid="18546f6171f67e29d1cb983322ad1329")
                call = urllib.request.Request(request.url, request.body, dict(request.headers), method=request.method)
                urllib.request.urlopen(call).close()
                assert [event["parameters"]["event_token"] for event in s2s_sandbox.accepted()] == ["order"]
        """),
        encoding="utf-8",
    )
    assert "2 passed" in pytest_in(tmp_path)


def test_the_recipe_runs(tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "test_with_sandbox.py", tmp_path)
    assert "2 passed" in pytest_in(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="kills a process")
def test_the_sandbox_of_a_killed_process_ends() -> None:
    script = """
        import time
        from s2s_events.testing import start_sandbox
        with start_sandbox() as sandbox:
            print(sandbox.url, flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        sandbox = Sandbox(process.stdout.readline().strip())
        assert sandbox.accepted() == []
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert is_gone(sandbox)


def pytest_in(folder: Path) -> str:
    """What pytest prints of the tests in a folder, which pass."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


def is_gone(sandbox: Sandbox) -> bool:
    """Whether it stops serving within ten seconds."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            sandbox.accepted()
        except (URLError, ConnectionError):
            return True
        time.sleep(0.05)
    return False
