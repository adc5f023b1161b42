"""Daft reads events, and the requests come back to it."""

import build_with_daft
import daft

from s2s_events import Request


def test_events_of_daft_become_requests() -> None:
    orders = list(range(100))
    events = daft.from_pydict(
        {
            "event_token": ["f0ob4r"] * 100,
            "adid": [f"{order:032x}" if order else "x" for order in orders],
            "order": orders,
        }
    )
    built = build_with_daft.build(events).to_pydict()
    assert built["order"] == orders
    for order, text in zip(orders[1:], built["body"][1:], strict=True):
        request: Request = build_with_daft.ADJUST.event(event_token="f0ob4r", adid=f"{order:032x}")
        assert text == request.body.decode()
    assert built["body"][0] is None
    assert [issue["code"] for issue in built["issues"][0]] == ["invalid_device_id"]
