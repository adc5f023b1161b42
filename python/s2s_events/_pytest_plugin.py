"""Fixtures for pytest, which finds them by the package's entry point."""

from collections.abc import Iterator

import pytest

from .testing import Sandbox, start_sandbox


@pytest.fixture(scope="session")
def s2s_sandbox_config() -> str:
    """Return the configuration of `s2s_sandbox`, in TOML. Override it for apps and tokens of your own."""
    return ""


@pytest.fixture(scope="session")
def _running_s2s_sandbox(s2s_sandbox_config: str) -> Iterator[Sandbox]:
    with start_sandbox(s2s_sandbox_config) as sandbox:
        yield sandbox


@pytest.fixture
def s2s_sandbox(_running_s2s_sandbox: Sandbox) -> Sandbox:
    """Return a sandbox without events and faults: one for all tests of the session."""
    _running_s2s_sandbox.reset()
    return _running_s2s_sandbox
