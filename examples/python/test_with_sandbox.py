"""Tests of your own code with a sandbox, in pytest."""

import httpx

from s2s_events import Adjust
from s2s_events.testing import Sandbox


def buy(base_url: str) -> int:
    """Report a purchase; what your own code does."""
    adjust = Adjust(app_token="4w565xzmb54d", base_url=base_url)
    request = adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329")
    response = httpx.request(request.method, request.url, headers=request.headers, content=request.body)
    return response.status_code


def test_a_purchase_arrives(s2s_sandbox: Sandbox) -> None:
    buy(s2s_sandbox.base_url("adjust"))
    assert [event["parameters"]["event_token"] for event in s2s_sandbox.accepted()] == ["f0ob4r"]


def test_a_provider_that_is_busy(s2s_sandbox: Sandbox) -> None:
    s2s_sandbox.set_faults("429;retry-after=2")
    assert buy(s2s_sandbox.base_url("adjust")) == 429
    assert s2s_sandbox.accepted() == []
