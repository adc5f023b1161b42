"""Ray reads events, and builds them in several actors."""

import os
import sys
from collections.abc import Iterator

import build_with_ray
import pyarrow as pa
import pytest
import ray

from s2s_events import Adjust


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_AUTH_MODE", "disabled")
        # Workers import what the tests import.
        paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        environment = {"env_vars": paths}
        ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env=environment)
        yield
        ray.shutdown()


@pytest.mark.filterwarnings("default")
def test_events_of_ray_become_requests() -> None:
    orders = list(range(200))
    adids = [f"{order:032x}" for order in orders]
    events = pa.table({"event_token": ["f0ob4r"] * 200, "adid": adids, "order": orders})
    dataset = ray.data.from_arrow([events.slice(0, 100), events.slice(100)])
    built = {own["order"]: own["body"] for own in build_with_ray.build(dataset).take_all()}
    client = Adjust(app_token="4w565xzmb54d", environment="sandbox")
    wanted = [client.event(event_token="f0ob4r", adid=adid).body.decode() for adid in adids]
    assert built == dict(zip(orders, wanted, strict=True))
