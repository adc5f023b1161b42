"""Builds the requests of a Daft DataFrame.

Needs daft, which brings pyarrow. The columns of the file are the fields of the events, and `order`:

    python build_with_daft.py events.parquet requests
"""

import sys

import daft
import pyarrow as pa

from s2s_events import Adjust, arrow

ADJUST = Adjust(app_token="4w565xzmb54d", environment="sandbox")


def build(events: daft.DataFrame) -> daft.DataFrame:
    """Returns the requests. Daft computes the events batch by batch, and they are built in the same way."""
    stream = pa.RecordBatchReader.from_batches(events.schema().to_pyarrow_schema(), events.to_arrow_iter())
    built = arrow.build_table(ADJUST, stream, kind="event", keep=["order"])
    return daft.from_arrow(pa.table(built))


if __name__ == "__main__":
    build(daft.read_parquet(sys.argv[1])).write_parquet(sys.argv[2])
