"""What a row of a table costs on its way to a request, next to the same rows as JSON and to code by hand.

- `build_table`: a polars DataFrame becomes a table of requests, on all cores; `build_table_1` on one.
- `by_json`: polars writes the rows as JSON, and `build_jsonl` builds them, on all cores; `build_jsonl` is the second
  half alone.
- `apply`: pandas applies the code by hand to each row (`stdlib_contender`); nothing is checked.
- `memory`: the largest memory of a process that builds a million rows, over that of a tenth of them.

`cargo xtask bench arrow` runs it. It prints a line of JSON for each; `vs` holds how many times faster it is.
"""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import cycle, islice
from time import perf_counter
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import stdlib_contender
from events import CONFIG, NOW, samples

from s2s_events import Adjust, Destination, arrow

ROWS = 50_000
ROUNDS = 5
FEW, MANY = 100_000, 1_000_000
PART = 10_000
ADJUST = Adjust(**CONFIG)
DESTINATION = Destination.from_config({"provider": "adjust", **CONFIG})
HURRIED = stdlib_contender.Client(**CONFIG)


def table(count: int) -> pl.DataFrame:
    return pl.DataFrame([sample.fields for sample in islice(cycle(samples()), count)])


def main() -> None:
    events = table(ROWS)
    lines = as_json(events)
    of_pandas = pd.DataFrame([sample.fields for sample in islice(cycle(samples()), ROWS)])
    contenders: dict[str, Callable[[], list[str]]] = {
        "build_table": lambda: bodies(arrow.build_table(ADJUST, events, kind="event", now=NOW)),
        "build_table_1": lambda: bodies(arrow.build_table(ADJUST, events, kind="event", now=NOW, threads=1)),
        "by_json": lambda: bodies_of_lines(DESTINATION.build_jsonl(as_json(events), now=NOW)),
        "build_jsonl": lambda: bodies_of_lines(DESTINATION.build_jsonl(lines, now=NOW)),
        "apply": lambda: list(of_pandas.apply(lambda event: HURRIED.build(event)[2].decode(), axis=1)),
    }
    agree(contenders)
    timed: dict[str, Callable[[], Any]] = {
        **contenders,
        "build_table": lambda: pl.DataFrame(arrow.build_table(ADJUST, events, kind="event", now=NOW)),
        "build_table_1": lambda: pl.DataFrame(arrow.build_table(ADJUST, events, kind="event", now=NOW, threads=1)),
        "by_json": lambda: DESTINATION.build_jsonl(as_json(events), now=NOW),
        "build_jsonl": lambda: DESTINATION.build_jsonl(lines, now=NOW),
    }
    times = shortest(timed)
    for name, seconds in times.items():
        vs = {other: round(times[other] / seconds, 2) for other in ("by_json", "build_jsonl", "apply") if other != name}
        print(json.dumps({"name": name, "us_per_event": round(seconds / ROWS * 1e6, 3), "vs": vs}))
    few, many = peak_megabytes(FEW), peak_megabytes(MANY)
    print(json.dumps({"name": f"memory, peak {many:.0f} MB", "builds": MANY, "growth_mb": round(many - few, 1)}))


def as_json(events: pl.DataFrame) -> bytes:
    """The rows as the engine writes them: what JSON lacks is written as a text first, as users have to."""
    out = BytesIO()
    events.with_columns(
        pl.lit("adjust").alias("provider"),
        pl.lit("event").alias("kind"),
        pl.col("created_at").dt.to_string("%Y-%m-%dT%H:%M:%SZ"),
        pl.col("revenue").cast(pl.String),
    ).write_ndjson(out)
    return out.getvalue()


def bodies(stream: arrow.ArrowStream) -> list[str]:
    return pl.DataFrame(stream)["body"].to_list()


def bodies_of_lines(built: bytes) -> list[str]:
    return [json.loads(line)["request"]["body"] for line in built.splitlines()]


def agree(contenders: dict[str, Callable[[], list[str]]]) -> None:
    """Checks that every contender does the same work: the same body for every row."""
    (first, wanted), *others = ((name, build()) for name, build in contenders.items())
    for name, built in others:
        if built != wanted:
            sys.exit(f"`{first}` and `{name}` differ")


def shortest(contenders: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """The shortest time of each contender, in seconds. They take turns, so that what else runs meets all of them."""
    times = dict.fromkeys(contenders, float("inf"))
    for _ in range(ROUNDS):
        for name, build in contenders.items():
            start = perf_counter()
            build()
            times[name] = min(times[name], perf_counter() - start)
    return times


def stream_rows(count: int) -> None:
    """Builds rows that come piece by piece, and prints the largest memory of this process in megabytes."""
    part = pa.table(table(PART)).combine_chunks().to_batches()[0]

    def batches() -> Iterator[pa.RecordBatch]:
        for _ in range(count // PART):
            yield part

    events = pa.RecordBatchReader.from_batches(part.schema, batches())
    built = pa.RecordBatchReader.from_stream(arrow.build_table(ADJUST, events, kind="event", now=NOW))
    if sum(batch.num_rows for batch in built) != count:
        sys.exit("rows are missing")
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024)


def peak_megabytes(count: int) -> float:
    """The largest memory of a process that builds this many rows."""
    environment = {**os.environ, "BENCH_ROWS": str(count)}
    done = subprocess.run([sys.executable, __file__], env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    return float(done.stdout)


if __name__ == "__main__":
    if "BENCH_ROWS" in os.environ:
        stream_rows(int(os.environ["BENCH_ROWS"]))
    else:
        main()
