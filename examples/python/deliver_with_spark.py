"""Delivers the purchases of a Spark DataFrame, and keeps a report of each.

Needs pyspark 4, pyarrow, and s2s-events on the executors. Try it with a sandbox, `s2s sandbox --port 8080`:

    ADJUST_AUTH_TOKEN=… python deliver_with_spark.py purchases.parquet reports.parquet http://127.0.0.1:8080/adjust
"""

import os
import sys
import urllib.request
from functools import partial
from http.client import HTTPResponse

from pyspark.sql import DataFrame, SparkSession

from s2s_events import Adjust, Request, spark
from s2s_events.delivery import Answer


def client(base_url: str) -> Adjust:
    """Runs on the executors: only they read the secret."""
    return Adjust(app_token="4w565xzmb54d", auth_token=os.environ.get("ADJUST_AUTH_TOKEN"), base_url=base_url)


class _EveryAnswer(urllib.request.HTTPErrorProcessor):
    """Treats every status as a response: redirects are not followed, and errors not raised."""

    def http_response(self, request: urllib.request.Request, response: HTTPResponse) -> HTTPResponse:  # noqa: ARG002
        return response

    https_response = http_response


def connect() -> spark.Send:
    """Runs once in each task, for a connection of its own."""
    opener = urllib.request.build_opener(_EveryAnswer)

    def send(request: Request) -> Answer:
        body = request.body or None  # an empty one would get a content type
        sent = urllib.request.Request(request.url, body, request.header_map(), method=request.method)
        with opener.open(sent, timeout=30) as response:
            return response.status, response.headers.items(), response.read()

    return send


def deliver(purchases: DataFrame, base_url: str) -> DataFrame:
    """Sends the purchases, and returns a report of each.

    The columns are `order` and fields of Adjust's events.
    """
    return spark.deliver(
        purchases,
        partial(client, base_url),
        connect,
        id="order",
        order_by="created_at",
        kind="event",
        settings={"max_attempts": 5},
    )


def main(purchases: str, reports: str, base_url: str) -> None:
    session = SparkSession.builder.getOrCreate()
    delivered = deliver(session.read.parquet(purchases), base_url)
    delivered.write.parquet(reports)
    delivered.groupBy("result", "reason").count().show(truncate=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
