"""Spark builds and delivers, in one session of two cores in which a task may fail once."""

import os
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path
from typing import Any

import deliver_with_spark
import pytest
from pyspark.errors import PythonException
from pyspark.sql import DataFrame, SparkSession

from s2s_events import Destination, Request, ValidationError, spark
from s2s_events.delivery import Answer, Report
from s2s_events.testing import Sandbox

AT = datetime(2026, 11, 20, 10, tzinfo=timezone.utc)
SECRET = "a-secret-of-adjust"
CONFIG = {"provider": "adjust", "app_token": "4w565xzmb54d", "auth_token": SECRET}
LIMITS = {"min_backoff_ms": 1, "max_backoff_ms": 5}

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        # Workers import what the tests import.
        patch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
        builder = SparkSession.builder.master("local[2,2]")
        for name, value in {
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.memory": "1g",
            "spark.sql.session.timeZone": "Asia/Tehran",
            "spark.sql.shuffle.partitions": "3",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }.items():
            builder = builder.config(name, value)
        running = builder.getOrCreate()
        running.sparkContext.setLogLevel("OFF")
        yield running
        running.stop()


def events(session: SparkSession, count: int, devices: int = 7) -> DataFrame:
    """Events of some devices that no other test has, in no order: the sandbox remembers the last time of a device."""
    adids = [uuid.uuid4().hex for _ in range(devices)]
    rows = [
        (f"order-{number}", "f0ob4r", adids[number % devices], AT + timedelta(seconds=number * 37 % count))
        for number in range(count)
    ]
    return session.createDataFrame(rows, "order string, event_token string, adid string, created_at timestamp")


def local(config: dict[str, Any], sandbox: Sandbox) -> dict[str, Any]:
    return {**config, "base_url": sandbox.base_url("adjust")}


def by_id(reports: DataFrame) -> dict[str, Any]:
    rows = {row["id"]: row for row in reports.collect()}
    assert len(rows) == reports.count()
    return rows


def test_requests_are_those_that_python_builds(session: SparkSession) -> None:
    client = Destination.from_config(CONFIG)
    df = events(session, 100)
    built = spark.build(df, CONFIG, kind="event", keep=["order"], now=AT).collect()
    wanted = {
        row["order"]: client.build(
            {
                "provider": "adjust",
                "kind": "event",
                "event_token": row["event_token"],
                "adid": row["adid"],
                "created_at": row["created_at"].astimezone(timezone.utc),
            },
            now=AT,
        )
        for row in df.collect()
    }
    assert len(built) == 100
    for row in built:
        request = wanted[row["order"]]
        assert (row["method"], row["url"], row["body"]) == (request.method, request.url, request.body.decode())
        assert [tuple(header) for header in row["headers"]] == request.headers


def test_columns_are_checked_before_anything_runs(session: SparkSession) -> None:
    df = session.createDataFrame([("f0ob4r", 1)], "event_tokn string, revenue int")
    with pytest.raises(ValidationError) as refused:
        spark.build(df, CONFIG, kind="event")
    assert [(issue.path, issue.code) for issue in refused.value.issues] == [("/event_tokn", "unknown_field")]


def test_secrets_are_not_in_plans_texts_or_messages(session: SparkSession) -> None:
    df = events(session, 3)
    built = spark.build(df, CONFIG, kind="event", keep=["order"])
    plan = built._jdf.queryExecution().toString()
    assert "MapInArrow" in plan
    assert SECRET not in plan
    assert SECRET not in repr(spark._Build(CONFIG, [], {}).__dict__)
    hidden = spark.build(df, CONFIG, kind="event", keep=["order"], show_secrets=False).collect()
    assert SECRET not in str(hidden)
    assert SECRET in str(built.collect())

    def broken() -> Destination:
        return Destination.from_config({**CONFIG, "environment": "nowhere"})

    with pytest.raises(PythonException) as raised:
        spark.build(df, broken, kind="event", keep=["order"]).collect()
    assert "/environment" in str(raised.value)
    assert SECRET not in str(raised.value)


def test_neutral_events_are_built_for_each_destination(session: SparkSession) -> None:
    df = session.createDataFrame([("purchase", "a"), ("purchas", "b")], "event string, id string")
    both = {"adjust": {"app_token": "4w565xzmb54d"}, "ga4": {"measurement_id": "G-PSW1MY7HB4", "api_secret": SECRET}}
    built = spark.build(df, both, keep=["id"]).collect()
    assert sorted((row["id"], row["destination"]) for row in built if row["destination"]) == [
        ("a", "adjust"),
        ("a", "ga4"),
    ]
    with pytest.raises(ValueError, match="one destination at a time"):
        spark.deliver(df, both, deliver_with_spark.connect, id="id", order_by="event")


def test_every_event_is_delivered_once_and_in_its_lane_in_order(session: SparkSession, sandbox: Sandbox) -> None:
    df = events(session, 300)
    reports = spark.deliver(
        df, local(CONFIG, sandbox), deliver_with_spark.connect, id="order", order_by="created_at", kind="event"
    )
    counts = Counter(row["result"] for row in by_id(reports).values())
    assert counts == {"delivered": 300}
    # The result was computed twice by now, and nothing was sent again.
    accepted = sandbox.accepted("adjust")
    assert len(accepted) == 300
    arrived: dict[str, list[str]] = {}
    for event in accepted:
        parameters = event["parameters"]
        arrived.setdefault(parameters["adid"], []).append(parameters["created_at_unix"])
    assert all(times == sorted(times, key=int) for times in arrived.values())


def test_every_row_has_a_result(session: SparkSession, sandbox: Sandbox) -> None:
    rows = [
        ("a", "f0ob4r", f"{1:032x}"),
        ("b", "f0ob4r", "x"),
        (None, "f0ob4r", f"{2:032x}"),
        ("", "f0ob4r", f"{3:032x}"),
    ]
    df = session.createDataFrame(rows, "order string, event_token string, adid string")
    reports = spark.deliver(
        df, local(CONFIG, sandbox), deliver_with_spark.connect, id="order", order_by="adid", kind="event"
    )
    results = by_id(reports)
    assert {id_: row["result"] for id_, row in results.items()} == {
        "a": "delivered",
        "b": "invalid",
        None: "refused",
        "": "refused",
    }
    assert [(issue["path"], issue["code"]) for issue in results["b"]["issues"]] == [("/adid", "invalid_device_id")]


class Files:
    """A ledger of files, and what it was asked for."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)

    def known(self, ids: Sequence[str]) -> Iterable[str]:
        return [own for own in ids if (self.folder / own).exists()]

    def add(self, reports: Sequence[Report]) -> None:
        for report in reports:
            (self.folder / report.id).touch()


def fail_once(marker: str, after: int) -> Callable[[Request], Answer]:
    """Sends, and lets its process die after some requests, the first time."""
    send, count = deliver_with_spark.connect(), 0

    def send_or_die(request: Request) -> Answer:
        nonlocal count
        answer = send(request)
        count += 1
        if count == after and not Path(marker).exists():
            Path(marker).touch()
            os._exit(1)
        return answer

    return send_or_die


@pytest.mark.parametrize("has_ledger", [False, True])
def test_a_task_that_died_sends_again_what_no_ledger_knows(
    session: SparkSession, sandbox: Sandbox, tmp_path: Path, *, has_ledger: bool
) -> None:
    ledger = tmp_path / "ledger"
    ledger.mkdir()
    # Events of one device are sent one after the other, so that one is under way when the process dies.
    reports = spark.deliver(
        events(session, 60, devices=1),
        local(CONFIG, sandbox),
        partial(fail_once, str(tmp_path / "died"), 40),
        id="order",
        order_by="created_at",
        kind="event",
        threads=2,
        ledger=partial(Files, str(ledger)) if has_ledger else None,
    )
    assert (tmp_path / "died").exists()
    results = Counter(row["result"] for row in by_id(reports).values())
    sent = len(sandbox.accepted("adjust")) + len(sandbox.rejected("adjust"))
    if has_ledger:
        # The reports of the first run are lost, but not what the ledger has.
        assert results["known"] >= 38
        assert results["known"] + results["delivered"] + results["dropped"] == 60
        # Adjust refuses what it has had already.
        assert results["dropped"] <= 2
        assert 60 <= sent <= 62
    else:
        assert results["known"] == 0
        assert sent >= 60 + 39


def test_a_client_that_fails_ends_the_job_with_its_message(session: SparkSession, sandbox: Sandbox) -> None:
    def connect() -> Callable[[Request], Answer]:
        return lambda request: None  # type: ignore[return-value]

    with pytest.raises(PythonException, match="send must return") as raised:
        spark.deliver(
            events(session, 5), local(CONFIG, sandbox), connect, id="order", order_by="created_at", kind="event"
        )
    assert SECRET not in str(raised.value)


def test_the_example_delivers(session: SparkSession, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ADJUST_AUTH_TOKEN", raising=False)
    reports = deliver_with_spark.deliver(events(session, 20), sandbox.base_url("adjust"))
    assert Counter(row["result"] for row in reports.collect()) == {"delivered": 20}
