"""Builds the requests of a backfill from a file, with polars or piece by piece with pyarrow.

Needs polars and pyarrow. The file is in Parquet; its columns are the fields of the events, and `order`:

    python build_with_polars.py events.parquet requests.parquet

The requests contain their credentials: protect the file as you protect those.
"""

import sys

import polars as pl
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from s2s_events import Adjust, arrow

ADJUST = Adjust(app_token="4w565xzmb54d", environment="sandbox")


def build(events: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Returns the requests, and the orders whose events have issues."""
    built = pl.DataFrame(arrow.build_table(ADJUST, events, kind="event", keep=["order"]))
    is_right = pl.col("issues").list.len() == 0
    return built.filter(is_right).drop("issues"), built.filter(~is_right).select("order", "issues")


def build_file(events: str, requests: str) -> int:
    """Builds a file that is larger than the memory. Returns the number of rows."""
    reader = ds.dataset(events).scanner().to_reader()
    built = pa.RecordBatchReader.from_stream(arrow.build_table(ADJUST, reader, kind="event", keep=["order"]))
    count = 0
    with pq.ParquetWriter(requests, built.schema) as file:
        for batch in built:
            file.write_batch(batch)
            count += batch.num_rows
    return count


if __name__ == "__main__":
    print(f"{build_file(sys.argv[1], sys.argv[2])} events")
