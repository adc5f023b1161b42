"""Sends one event to the sandbox, with the package from its wheel."""

from urllib.request import ProxyHandler, Request, build_opener

from s2s_events import Adjust, OutcomeKind
from s2s_events.testing import start_sandbox

with start_sandbox() as sandbox:
    adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", base_url=sandbox.base_url("adjust"))
    request = adjust.event(event_token="f0ob4r", gps_adid="660e1d86-6796-463a-be86-897993136018")
    call = Request(request.url, request.body, request.header_map(), method=request.method)
    with build_opener(ProxyHandler({})).open(call) as response:
        outcome = adjust.interpret(request, response.status, response.headers, response.read())
    assert outcome.kind is OutcomeKind.DELIVERED, outcome
    assert len(sandbox.accepted()) == 1
