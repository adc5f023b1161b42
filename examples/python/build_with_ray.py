"""Builds the requests of a Ray dataset.

Needs ray and pyarrow. The columns of the file are the fields of the events, and `order`:

    python build_with_ray.py events.parquet requests
"""

import sys

import pyarrow as pa
import ray

from s2s_events import Adjust, arrow


class Build:
    """Has a client in each of Ray's actors, so that no configuration travels."""

    def __init__(self) -> None:
        self.adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox")

    def __call__(self, events: pa.Table) -> pa.Table:
        # Other actors have the other cores.
        return pa.table(arrow.build_table(self.adjust, events, kind="event", keep=["order"], threads=1))


def build(events: ray.data.Dataset, actors: int = 2) -> ray.data.Dataset:
    """Returns the requests, as they are computed. `row` counts within each batch."""
    return events.map_batches(Build, batch_format="pyarrow", concurrency=actors)


if __name__ == "__main__":
    build(ray.data.read_parquet(sys.argv[1])).write_parquet(sys.argv[2])
