"""How many times as fast Spark builds a table on two cores as on one.

`cargo xtask bench arrow` runs it, in the environment of the tests with Spark. It prints a line of JSON.
"""

import json
import os
import subprocess
import sys
from itertools import cycle, islice
from time import perf_counter

from events import CONFIG, NOW, samples
from pyspark.sql import SparkSession

from s2s_events import spark

ROWS = 400_000
ROUNDS = 5


def seconds(cores: int) -> float:
    """The shortest time for all rows on this many cores."""
    environment = {
        **os.environ,
        "BENCH_CORES": str(cores),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run([sys.executable, __file__], env=environment, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603
    return float(done.stdout.splitlines()[-1])


def measure(cores: str) -> float:
    builder = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    session = builder.config("spark.ui.showConsoleProgress", "false").config("spark.driver.memory", "2g").getOrCreate()
    fields = [{**sample.fields, "revenue": str(sample.fields["revenue"])} for sample in islice(cycle(samples()), 4_000)]
    # Both have the same partitions, so that only the number of cores differs.
    few = session.createDataFrame(fields).coalesce(1)
    events = few.crossJoin(session.range(ROWS // 4_000)).drop("id").repartition(8).cache()
    if events.count() != ROWS:
        sys.exit("rows are missing")
    requests = spark.build(events, {"provider": "adjust", **CONFIG}, kind="event", now=NOW)
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        requests.write.format("noop").mode("overwrite").save()
        times.append(perf_counter() - start)
    session.stop()
    return min(times)


if __name__ == "__main__":
    if "BENCH_CORES" in os.environ:
        print(measure(os.environ["BENCH_CORES"]))
    else:
        one, two = seconds(1), seconds(2)
        for name, time in (("spark_1_core", one), ("spark_2_cores", two)):
            vs = {} if name == "spark_1_core" else {"spark_1_core": round(one / two, 2)}
            print(json.dumps({"name": name, "us_per_event": round(time / ROWS * 1e6, 3), "vs": vs}))
