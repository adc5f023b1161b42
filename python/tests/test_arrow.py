"""Tables of Arrow: the same requests and outcomes as from JSON, whatever library the table is of."""

import gc
import json
import threading
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import arrow_vectors
import build_with_polars
import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from providers import CLASSES
from test_vectors import CASES, codes, config, new_id
from vectors import Case, Digits, Pairs, to_json

from s2s_events import (
    Adjust,
    Destination,
    Destinations,
    NoResponse,
    Request,
    ValidationError,
    arrow,
    interpret_no_response,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
AT = datetime(2026, 11, 20, 10, tzinfo=timezone.utc)
ADJUST = Adjust(app_token="4w565xzmb54d")
ADID = "18546f6171f67e29d1cb983322ad1329"
EVENT: dict[str, Any] = {"event_token": "f0ob4r", "adid": ADID}

BUILT = {title: case for title, case in CASES.items() if "request" in case and "messages" not in case}
ANSWERED = {title: case for title, case in CASES.items() if "response" in case and "request" not in case}


def rows(stream: arrow.ArrowStream) -> list[dict[str, Any]]:
    """The rows of a result, once its structure was checked."""
    result = pa.table(stream)
    result.validate(full=True)
    built: list[dict[str, Any]] = result.to_pylist()
    return built


def row(stream: arrow.ArrowStream) -> dict[str, Any]:
    [only] = rows(stream)
    return only


def one(**columns: pa.Array) -> pa.Table:
    """A table of one event with these columns."""
    return pa.table({**{name: pa.array([value]) for name, value in EVENT.items()}, **columns})


def body(**columns: pa.Array) -> dict[str, str]:
    """The parameters of the request of an event with these columns."""
    built = row(arrow.build_table(ADJUST, one(**columns), kind="event", now=NOW))
    assert built["issues"] == []
    return dict(pair.split("=", 1) for pair in built["body"].split("&"))


def parameters(**fields: Any) -> dict[str, str]:
    """The parameters of the request of an event with these fields, by the way without Arrow."""
    built = ADJUST.event(now=NOW, **EVENT, **fields)
    return dict(pair.split("=", 1) for pair in built.body.decode().split("&"))


def found(table: Any, client: Any = ADJUST, **options: Any) -> set[tuple[str, str]]:
    """The issues of a table."""
    with pytest.raises(ValidationError) as refused:
        arrow.build_table(client, table, **options)
    return codes(refused.value.issues)


def issues(built: dict[str, Any]) -> set[tuple[str, str]]:
    return {(issue["path"], issue["code"]) for issue in built["issues"]}


def as_dict(request: Request) -> dict[str, Any]:
    return {
        "method": request.method,
        "url": request.url,
        "headers": [{"name": name, "value": value} for name, value in request.headers],
        "body": request.body.decode(),
    }


METRIX = Destination.from_config(
    {
        "provider": "metrix",
        **next(case["config"] for case in CASES.values() if case.provider == "metrix" and "request" in case),
    }
)


def actions(count: int) -> pa.Table:
    return pa.table({"kind": ["user"] * count, "time": [NOW] * count, "custom_user_id": [str(n) for n in range(count)]})


# Every vector.


# In a test for each provider, because there are thousands.
@pytest.mark.parametrize("provider", CLASSES)
def test_every_event_becomes_the_request_that_its_json_becomes(provider: str) -> None:
    different = {title for title, case in BUILT.items() if case.provider == provider and not is_same(case)}
    assert different == set()


def is_same(case: Case) -> bool:
    """Whether the event of a case becomes the same as a row of a table and as JSON."""
    client, table = of_case(case), event_of(case)
    now, ids = case.time("now"), new_id(case)
    request = client.build(case.text, now=now, new_id=ids)
    built = row(arrow.build_table(client, table, now=now, new_id=ids))
    return (
        built["issues"] == []
        and {name: built[name] for name in as_dict(request)} == as_dict(request)
        and {(own["path"], own["code"]) for own in built["warnings"]} == codes(request.warnings)
        and list(arrow.build_rows(client, table, now=now, new_id=ids)) == [request]
    )


def test_every_event_has_the_lane_of_its_vector() -> None:
    cases = [case for case in CASES.values() if "lane_key" in case and "messages" not in case]
    lanes = [row(arrow.build_table(of_case(case), event_of(case), now=case.time("now")))["lane"] for case in cases]
    assert len(cases) > 20
    assert lanes == [case["lane_key"] for case in cases]


def of_case(case: Case) -> Destination:
    return Destination.from_config({"provider": case.provider, **case["config"]})


def event_of(case: Case) -> pa.Table:
    """The event of a case as a table."""
    event = json.loads(case.text, parse_int=Digits, parse_float=Digits, object_pairs_hook=Pairs)
    noisy = {own["path"] for own in case.get("warnings") or [] if own["code"] == "float_noise"}
    return arrow_vectors.table([(key, with_noise(value, f"/{key}", noisy)) for key, value in event.pairs])


def with_noise(value: Any, path: str, noisy: set[str]) -> Any:
    """A value whose numbers at these paths are floats: those of a case are decimals, which have no noise."""
    if isinstance(value, Pairs):
        return Pairs([(key, with_noise(member, f"{path}/{key}", noisy)) for key, member in value.pairs])
    if isinstance(value, list):
        return [with_noise(item, f"{path}/{position}", noisy) for position, item in enumerate(value)]
    return float(value) if path in noisy else value


@pytest.mark.parametrize("provider", CLASSES)
def test_every_response_means_what_it_means_by_itself(provider: str) -> None:
    different = {title: meant(case) for title, case in ANSWERED.items() if case.provider == provider}
    assert {title for title, (own, wanted) in different.items() if own != wanted} == set()


def meant(case: Case) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the response of a case means as a row of a table, and what it should."""
    client = Destination.from_config({"provider": case.provider, **config(case.provider)})
    answer, text = case["response"], pa.string()
    content = bytes.fromhex(answer["body_hex"]) if "body_hex" in answer else answer["body"].encode()
    pairs = [{"name": name, "value": value} for name, value in answer["headers"]]
    columns = {
        "status": pa.array([int(answer["status"])], pa.int32()),
        "headers": pa.array([pairs], pa.list_(pa.struct([("name", text), ("value", text)]))),
        "body": pa.array([content], pa.binary()),
        "received_at": pa.array([case.time("received_at")], pa.timestamp("ms", "UTC")),
        "kind": pa.array([case.get("kind")], text),
    }
    own = row(arrow.interpret_table(client, pa.table(columns)))
    own["details"] = json.loads(own["details"] or "{}")
    own["events"] = [{"outcome": event["outcome"], "scope": event["scope"]} for event in own["events"]]
    wanted = {"events": [], **case["outcome"], "issues": []}
    if "details" in wanted:
        wanted["details"] = json.loads(to_json(wanted["details"]))
    return {name: own[name] for name in wanted}, wanted


# Libraries.

SAMPLES = [
    {
        "event_token": "f0ob4r",
        "gps_adid": f"660e1d86-6796-463a-be86-8979{number:08x}",
        "created_at": AT - timedelta(seconds=number),
        "revenue": None if number % 3 else Decimal(f"{number}.90"),
        "currency": None if number % 3 else "EUR",
        "callback_params": {"order": f"A-{number}", "plan": None if number % 2 else "gold"},
    }
    for number in range(1, 40)
]
# The problem of one row does not concern the others.
SAMPLES[7]["gps_adid"] = "x"


def polars_table() -> Any:
    return pl.DataFrame(SAMPLES)


def pyarrow_table() -> Any:
    return pa.Table.from_pylist(SAMPLES)


def pandas_table() -> Any:
    return pd.DataFrame(SAMPLES)


def duckdb_table() -> Any:
    return duckdb.from_arrow(pyarrow_table())


@pytest.mark.parametrize("make", [pyarrow_table, polars_table, pandas_table, duckdb_table])
def test_tables_of_every_library_are_read(make: Callable[[], Any]) -> None:
    client = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    lines = [as_line(sample) for sample in SAMPLES]
    wanted = [json.loads(line) for line in client.build_jsonl("\n".join(lines), now=NOW).splitlines()]
    built = rows(arrow.build_table(client, make(), kind="event", now=NOW))
    assert [own["row"] for own in built] == list(range(len(SAMPLES)))
    for own, line in zip(built, wanted, strict=True):
        if "issues" in line:
            assert own["issues"] == line["issues"]
            assert (own["method"], own["url"], own["body"], own["headers"]) == (None, None, None, [])
        else:
            request = line["request"]
            request["headers"] = [{"name": name, "value": value} for name, value in request["headers"]]
            assert {name: own[name] for name in request} == request
            assert (own["issues"], own["warnings"]) == ([], line["warnings"])
    assert sum("issues" in line for line in wanted) == 1


def as_line(sample: dict[str, Any]) -> str:
    present = {name: value for name, value in sample.items() if value is not None}
    present["callback_params"] = {key: value for key, value in sample["callback_params"].items() if value is not None}
    return json.dumps({"provider": "adjust", "kind": "event", **present}, default=str)


def test_libraries_read_the_result() -> None:
    def build() -> arrow.ArrowStream:
        return arrow.build_table(ADJUST, polars_table(), kind="event", now=NOW)

    wanted = pa.table(build())["url"].to_pylist()
    assert pl.DataFrame(build())["url"].to_list() == wanted
    assert pa.RecordBatchReader.from_stream(build()).read_all()["url"].to_pylist() == wanted
    of_duckdb = pa.RecordBatchReader.from_stream(build())
    assert duckdb.from_arrow(of_duckdb).select("url").fetchall() == [(url,) for url in wanted]
    if hasattr(pd.DataFrame, "from_arrow"):
        of_pandas = pd.DataFrame.from_arrow(build())["url"]
        assert [None if pd.isna(url) else url for url in of_pandas] == wanted


# Types.

INTEGERS = [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64()]
DECIMALS = [pa.decimal32(4, 2), pa.decimal64(10, 2), pa.decimal128(20, 2), pa.decimal256(50, 2)]


@pytest.mark.parametrize("of", INTEGERS, ids=str)
def test_integers_of_every_width(of: pa.DataType) -> None:
    assert body(revenue=pa.array([19], of), currency=pa.array(["EUR"])) == parameters(revenue=19, currency="EUR")


def test_the_largest_integers_keep_their_digits() -> None:
    largest = 2**64 - 1
    attributes = pa.array([{"n": largest, "least": -(2**63)}], pa.struct([("n", pa.uint64()), ("least", pa.int64())]))
    [built] = arrow.build_rows(
        METRIX, actions(1).append_column("custom_attributes", attributes), now=NOW, new_id=lambda: "1"
    )
    assert isinstance(built, Request)
    assert f'"n":{largest},"least":-9223372036854775808' in built.body.decode().replace(" ", "")


@pytest.mark.parametrize("of", DECIMALS, ids=str)
def test_decimals_keep_their_digits(of: pa.DataType) -> None:
    amount = Decimal("19.90")
    assert body(revenue=pa.array([amount], of), currency=pa.array(["EUR"]))["revenue"] == "19.9"


def test_floats_count_by_their_shortest_digits_and_noise_is_a_warning() -> None:
    euro = pa.array(["EUR"])
    for of in (pa.float32(), pa.float64()):
        assert body(revenue=pa.array([19.99], of), currency=euro)["revenue"] == "19.99"
        assert body(revenue=pa.array([19.0], of), currency=euro)["revenue"] == "19"
    noisy = row(arrow.build_table(ADJUST, one(revenue=pa.array([0.1 + 0.2]), currency=euro), kind="event", now=NOW))
    assert [own["code"] for own in noisy["warnings"]] == ["float_noise"]
    for value in (float("nan"), float("inf")):
        built = row(arrow.build_table(ADJUST, one(revenue=pa.array([value]), currency=euro), kind="event", now=NOW))
        assert issues(built) == {("/revenue", "not_finite")}


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
@pytest.mark.parametrize("zone", ["UTC", "Asia/Tehran", "+03:30"])
def test_timestamps_are_points_in_time(unit: str, zone: str) -> None:
    at = pa.array([AT], pa.timestamp(unit, zone))
    assert body(created_at=at) == parameters(created_at=AT)


@pytest.mark.parametrize("millis", [-1, -62_167_219_200_000, 253_402_300_799_999])
def test_finer_times_are_truncated_toward_the_past(millis: int) -> None:
    client = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    event = {"provider": "adjust", "kind": "event", **EVENT, "created_at": millis}
    wanted = client.build_many([json.dumps(event)], now=NOW)[0]
    for unit, factor in (("ms", 1), ("us", 1_000)):
        at = pa.array([millis * factor + (factor - 1)], pa.timestamp(unit, "UTC"))
        [built] = arrow.build_rows(client, one(created_at=at), kind="event", now=NOW)
        if isinstance(wanted, Request):
            assert built == wanted
        else:
            assert isinstance(built, ValidationError)
            assert codes(built.issues) == codes(wanted.issues)


def test_times_beyond_the_years_are_an_issue_of_their_row() -> None:
    for units in (2**62, -(2**62)):
        at = pa.array([units], pa.timestamp("s", "UTC"))
        built = row(arrow.build_table(ADJUST, one(created_at=at), kind="event", now=NOW))
        assert issues(built) == {("/created_at", "out_of_range")}


TEXTS = [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())]


@pytest.mark.parametrize("of", TEXTS, ids=str)
def test_texts_of_every_layout(of: pa.DataType) -> None:
    table = pa.table({name: pa.array([None, value, value], of) for name, value in EVENT.items()})
    built = rows(arrow.build_table(ADJUST, table.slice(1), kind="event", now=NOW))
    assert [own["body"] for own in built] == [ADJUST.event(now=NOW, **EVENT).body.decode()] * 2


PARAMS = [
    pa.map_(pa.string(), pa.string()),
    pa.map_(pa.large_string(), pa.dictionary(pa.int32(), pa.string())),
    pa.struct([("b", pa.string()), ("a", pa.large_string())]),
]


@pytest.mark.parametrize("of", PARAMS, ids=str)
def test_parameters_are_maps_or_structs_in_their_order(of: pa.DataType) -> None:
    given = {"b": "1", "a": "2"}
    value = pa.array([None, list(given.items()) if pa.types.is_map(of) else given], of).slice(1)
    assert body(callback_params=value) == parameters(callback_params=given)


def test_a_null_is_an_absent_field_and_null_in_a_map_is_null() -> None:
    absent = {name: pa.array([None], pa.string()) for name in ("currency", "ip_address", "gps_adid")}
    absent["callback_params"] = pa.array([{"a": None, "b": "1"}], pa.struct([("a", pa.string()), ("b", pa.string())]))
    absent["partner_params"] = pa.nulls(1)
    assert body(**absent) == parameters(callback_params={"b": "1"})
    of_map = pa.array([[("a", None)]], pa.map_(pa.string(), pa.string()))
    built = row(arrow.build_table(ADJUST, one(callback_params=of_map), kind="event"))
    assert issues(built) == {("/callback_params/a", "null_value")}


def test_a_repeated_key_of_a_map_is_an_issue_of_its_row() -> None:
    of_map = pa.array([[("a", "1"), ("a", "2")]], pa.map_(pa.string(), pa.string()))
    built = row(arrow.build_table(ADJUST, one(callback_params=of_map), kind="event"))
    assert issues(built) == {("/callback_params/a", "duplicate_key")}


REFUSED = [
    (pa.array([b"a"]), "wrong_type"),
    (pa.array([b"a"], pa.large_binary()), "wrong_type"),
    (pa.array([b"a"], pa.binary(1)), "wrong_type"),
    (pa.array([datetime(2026, 11, 20)]), "time_without_offset"),
    (pa.array([1], pa.time32("s")), "wrong_type"),
    (pa.array([1], pa.duration("s")), "wrong_type"),
    (pa.array([1.0], pa.float16()), "wrong_type"),
    (pa.array([1]), "wrong_type"),
    (pa.array([True]), "wrong_type"),
    (pa.array([["a"]]), "wrong_type"),
    (pa.array([{"a": "b"}]), "wrong_type"),
    (pa.array([["a"]], pa.list_view(pa.string())), "wrong_type"),
    (pa.RunEndEncodedArray.from_arrays([1], ["a"]), "wrong_type"),
]


@pytest.mark.parametrize(("column", "code"), REFUSED, ids=[str(column.type) for column, _ in REFUSED])
def test_a_type_that_a_field_never_takes_is_an_issue_of_the_table(column: pa.Array, code: str) -> None:
    assert found(one(currency=column), kind="event") == {("/currency", code)}


def test_dates_are_texts() -> None:
    assert body(callback_params=pa.array([{"day": date(2026, 11, 20)}])) == parameters(
        callback_params={"day": "2026-11-20"}
    )


# Tables.


def test_all_issues_of_a_table_are_found_before_a_row_is_read() -> None:
    def never() -> Iterator[pa.RecordBatch]:
        raise AssertionError
        yield

    schema = pa.schema(
        [
            ("event_tokn", pa.string()),
            ("eventToken", pa.string()),
            ("event_token", pa.string()),
            ("revenue", pa.bool_()),
            ("destination", pa.string()),
            ("kind", pa.string()),
            ("callback_params", pa.struct([("a", pa.int64()), ("b", pa.string())])),
            ("partner_params", pa.map_(pa.int32(), pa.string())),
        ]
    )
    reader = pa.RecordBatchReader.from_batches(schema, never())
    with pytest.raises(ValidationError) as refused:
        arrow.build_table(ADJUST, reader, kind="event")
    assert codes(refused.value.issues) == {
        ("/event_tokn", "unknown_field"),
        ("/event_token", "duplicate_key"),
        ("/revenue", "wrong_type"),
        ("/destination", "unknown_field"),
        ("/kind", "unknown_field"),
        ("/callback_params/a", "wrong_type"),
        ("/partner_params", "wrong_type"),
    }
    [unknown] = [own for own in refused.value.issues if own.path == "/event_tokn"]
    assert "did you mean `event_token`?" in unknown.message


def test_a_table_needs_a_kind() -> None:
    assert found(one()) == {("/kind", "missing")}
    assert found(one(), kind="evnt") == {("/kind", "unknown_kind")}


def test_kinds_and_providers_can_be_columns() -> None:
    table = pa.table(
        {
            "kind": ["event", "session", "event", None, "evnt", "event"],
            "provider": ["adjust", "adjust", "adjust", "adjust", "adjust", "metrix"],
            "event_token": ["f0ob4r", None, None, "f0ob4r", "f0ob4r", "f0ob4r"],
            "adid": [ADID] * 6,
            "os_name": [None, "ios", None, None, None, None],
        }
    )
    built = rows(arrow.build_table(ADJUST, table, now=NOW))
    assert [own["url"] and own["url"].rsplit("/", 1)[1] for own in built][:1] == ["event"]
    client = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    for own, sample in zip(built, table.to_pylist(), strict=True):
        event = {name: value for name, value in sample.items() if value is not None}
        wanted = client.build_many([event], now=NOW)[0]
        if isinstance(wanted, Request):
            assert own["body"] == wanted.body.decode()
        else:
            assert issues(own) == codes(wanted.issues)


def test_columns_in_camel_case_are_fields_and_issues_name_them() -> None:
    table = pa.table({"eventToken": ["f0ob4r"], "gpsAdid": ["x"]})
    built = row(arrow.build_table(ADJUST, table, kind="event"))
    assert issues(built) == {("/gpsAdid", "invalid_device_id")}


def test_kept_columns_pass_into_the_result() -> None:
    table = one(order=pa.array([{"id": 7}]), due=pa.array([date(2026, 1, 1)]))
    built = row(arrow.build_table(ADJUST, table, kind="event", keep=["due", "order"]))
    assert (built["order"], built["due"]) == ({"id": 7}, date(2026, 1, 1))
    assert list(built)[:3] == ["row", "due", "order"]
    assert found(table, kind="event", keep=["due", "order", "due", "paid"]) == {
        ("/keep/2", "duplicate_key"),
        ("/keep/3", "unknown_field"),
    }
    assert found(one(url=pa.array(["a"])), kind="event", keep=["url"]) == {("/keep/0", "conflict")}


def test_what_is_no_table_is_refused() -> None:
    for table in ({"event_token": ["f0ob4r"]}, pl.LazyFrame(SAMPLES), None, b""):
        with pytest.raises(TypeError, match="__arrow_c_stream__"):
            arrow.build_table(ADJUST, table, kind="event")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="client"):
        arrow.build_table({}, one(), kind="event")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="threads"):
        arrow.build_table(ADJUST, one(), kind="event", threads=0)


# Rows.


def many(count: int) -> pa.Table:
    """Events; one in a hundred has an issue."""
    adids = [f"{number:032x}" if number % 100 else "x" for number in range(count)]
    columns = {"event_token": ["f0ob4r"] * count, "adid": adids, "order": list(range(count))}
    return pa.table(columns, pa.schema([("event_token", pa.string()), ("adid", pa.string()), ("order", pa.int64())]))


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_rows_keep_their_order_over_batches_and_threads(threads: int) -> None:
    table = pa.concat_tables([many(20_000), many(3), many(0), many(500)])
    built = pa.table(arrow.build_table(ADJUST, table, kind="event", keep=["order"], now=NOW, threads=threads))
    assert built["row"].to_pylist() == list(range(20_503))
    assert built["order"].to_pylist() == table["order"].to_pylist()
    wrong = [own["row"] for own in built.to_pylist() if own["issues"]]
    assert wrong == [number for number, order in enumerate(table["order"].to_pylist()) if order % 100 == 0]
    assert max(len(batch) for batch in built.to_batches()) <= 8_192


def test_a_table_of_no_rows_has_the_columns() -> None:
    built = pa.table(arrow.build_table(ADJUST, many(0).drop_columns("order"), kind="event"))
    assert built.num_rows == 0
    assert built.column_names == ["row", "lane", "method", "url", "headers", "body", "issues", "warnings"]


def test_batches_are_built_as_they_are_read() -> None:
    pulled = 0

    def batches() -> Iterator[pa.RecordBatch]:
        nonlocal pulled
        for _ in range(50):
            pulled += 1
            yield from many(10).drop_columns("order").to_batches()

    schema = many(0).drop_columns("order").schema
    events = pa.RecordBatchReader.from_batches(schema, batches())
    built = pa.RecordBatchReader.from_stream(arrow.build_table(ADJUST, events, kind="event"))
    assert pulled == 0
    assert built.read_next_batch().num_rows == 10
    assert pulled == 1
    assert built.read_all().num_rows == 490


def test_a_producer_that_fails_ends_the_result_after_what_came_before() -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield from many(10).drop_columns("order").to_batches()
        message = "the file is torn"
        raise ValueError(message)

    events = pa.RecordBatchReader.from_batches(many(0).drop_columns("order").schema, batches())
    built = pa.RecordBatchReader.from_stream(arrow.build_table(ADJUST, events, kind="event"))
    assert built.read_next_batch().num_rows == 10
    with pytest.raises((ValueError, pa.ArrowInvalid), match="the file is torn"):
        built.read_next_batch()


def test_a_result_is_read_once_and_a_stream_is_taken_once() -> None:
    events = pa.RecordBatchReader.from_batches(
        many(3).drop_columns("order").schema, many(3).drop_columns("order").to_batches()
    )
    built = arrow.build_table(ADJUST, events, kind="event")
    assert pa.table(built).num_rows == 3
    with pytest.raises(RuntimeError, match="read already"):
        pa.table(built)
    del built
    gc.collect()


def test_the_gil_is_free_while_a_table_is_built() -> None:
    built = pa.RecordBatchReader.from_stream(arrow.build_table(ADJUST, many(200_000), kind="event", keep=["order"]))
    counted = 0
    is_done = threading.Event()

    def count() -> None:
        nonlocal counted
        while not is_done.wait(0.001):
            counted += 1

    thread = threading.Thread(target=count)
    thread.start()
    total = sum(batch.num_rows for batch in built)
    is_done.set()
    thread.join()
    assert total == 200_000
    assert counted > 20


def test_ids_are_made_by_several_threads_and_by_a_callable() -> None:
    made: list[str] = []

    def new() -> str:
        made.append(str(uuid.uuid4()))
        return made[-1]

    requests = list(arrow.build_rows(METRIX, actions(1_500), now=NOW, new_id=new, threads=4))
    ids = [request.message_ids[0] for request in requests if isinstance(request, Request)]
    assert sorted(ids) == sorted(made)
    assert len(set(ids)) == 1_500
    [request] = arrow.build_rows(METRIX, actions(1), now=NOW)
    assert isinstance(request, Request)
    assert uuid.UUID(request.message_ids[0]).version == 4
    assert issues(row(arrow.build_table(METRIX, actions(1), now=NOW, new_id=None))) == {("/id", "missing")}


def test_an_exception_of_new_id_is_raised() -> None:
    def new() -> str:
        message = "no more ids"
        raise LookupError(message)

    with pytest.raises(LookupError, match="no more ids"):
        list(arrow.build_rows(METRIX, actions(3), now=NOW, new_id=new))
    with pytest.raises(pa.ArrowInvalid, match="no more ids"):
        pa.table(arrow.build_table(METRIX, actions(3), now=NOW, new_id=new))


# Secrets.


def test_secrets_are_in_requests_alone_and_not_where_they_are_hidden() -> None:
    client = Adjust(app_token="4w565xzmb54d", auth_token="a-secret-of-adjust")
    shown = row(arrow.build_table(client, one(), kind="event"))
    assert "a-secret-of-adjust" in str(shown)
    hidden = arrow.build_table(client, one(), kind="event", show_secrets=False)
    assert "secret" not in repr(hidden)
    assert "a-secret-of-adjust" not in str(row(hidden))


# Neutral events.

EVERYWHERE = Destinations(
    {
        "adjust": {"app_token": "4w565xzmb54d", "events": {"purchase": "f0ob4r", "login": "skip"}},
        "ga4": {"measurement_id": "G-PSW1MY7HB4", "api_secret": "secret"},
    }
)


def test_neutral_events_have_a_row_for_each_destination() -> None:
    table = pa.table(
        {
            "event": ["purchase", "login", "purchas", "purchase"],
            "time": [AT] * 4,
            "ids": [{"adjust_adid": ADID, "client_id": "1234.5678"}] * 4,
            "value": pa.array([Decimal("19.90"), None, None, Decimal("1.00")], pa.decimal128(10, 2)),
            "currency": ["EUR", None, None, "EUR"],
            "destinations": [None, None, None, ["adjust"]],
            "order": [1, 2, 3, 4],
        }
    )
    built = rows(arrow.build_table(EVERYWHERE, table, keep=["order"], now=NOW))
    parts = list(arrow.build_rows(EVERYWHERE, table.drop_columns("order"), now=NOW))
    wanted: list[Any] = []
    for number, (event, own) in enumerate(zip(table.drop_columns("order").to_pylist(), parts, strict=True)):
        present = {name: value for name, value in event.items() if value is not None}
        if isinstance(own, ValidationError):
            with pytest.raises(ValidationError) as refused:
                EVERYWHERE.fan_out(present, now=NOW)
            assert own.issues == refused.value.issues
            wanted.append((number, None, None, codes(own.issues)))
        else:
            fanned = EVERYWHERE.fan_out(present, now=NOW)
            assert own == fanned
            wanted.extend(
                (number, part.destination, part.request and part.request.body.decode(), codes(list(part.issues)))
                for part in fanned
            )
    assert [(own["row"], own["destination"], own["body"], issues(own)) for own in built] == wanted
    assert [own["order"] for own in built] == [own["row"] + 1 for own in built]
    assert any(destination == "adjust" and text is None and not found for _, destination, text, found in wanted)
    with pytest.raises(TypeError, match="kind"):
        arrow.build_table(EVERYWHERE, table, kind="event")


def test_columns_of_neutral_events_are_checked() -> None:
    table = pa.table({"event": ["purchase"], "event_token": ["f0ob4r"], "items": [[{"price": True}]]})
    assert found(table, EVERYWHERE) == {("/event_token", "unknown_field"), ("/items/price", "wrong_type")}


# Responses.


def test_a_lack_of_response_is_interpreted() -> None:
    names = [kind.value for kind in NoResponse]
    table = pl.DataFrame({"no_response": [*names, "tired", None], "status": [None] * len(names) + [None, 200]})
    interpreted = rows(arrow.interpret_table(ADJUST, table))
    outcomes = [interpret_no_response(kind) for kind in NoResponse]
    assert [own["outcome"] for own in interpreted[:-2]] == [str(outcome.kind) for outcome in outcomes]
    assert issues(interpreted[-2]) == {("/no_response", "invalid_choice")}
    assert interpreted[-1]["outcome"] is not None


def test_what_is_wrong_with_a_response_is_an_issue_of_its_row() -> None:
    table = pa.table(
        {
            "status": [None, 200, -1, 70_000, 200],
            "no_response": [None, "timeout", None, None, None],
            "kind": [None, None, None, None, "evnt"],
            "order": [1, 2, 3, 4, 5],
        }
    )
    interpreted = rows(arrow.interpret_table(ADJUST, table, keep=["order"]))
    assert [issues(own) for own in interpreted] == [
        {("/status", "missing_one_of")},
        {("/no_response", "conflict")},
        {("/status", "out_of_range")},
        {("/status", "out_of_range")},
        {("/kind", "unknown_kind")},
    ]
    assert [own["outcome"] for own in interpreted] == [None] * 5
    assert [own["order"] for own in interpreted] == [1, 2, 3, 4, 5]


def test_columns_of_responses_are_checked() -> None:
    table = pa.table({"statos": [200], "headers": [["a"]], "received_at": [datetime(2026, 1, 1)], "kind": [1]})
    with pytest.raises(ValidationError) as refused:
        arrow.interpret_table(ADJUST, table, kind="evnt")
    assert codes(refused.value.issues) == {
        ("/statos", "unknown_field"),
        ("/headers", "wrong_type"),
        ("/received_at", "time_without_offset"),
        ("/kind", "unknown_field"),
        ("/kind", "unknown_kind"),
        ("/status", "missing_one_of"),
    }


HEADERS = [
    pa.array([[("Retry-After", "7")]], pa.map_(pa.string(), pa.string())),
    pa.array([{"retry-after": "7"}]),
    pa.array([[{"key": "Retry-After", "value": b"7"}]]),
]


@pytest.mark.parametrize("headers", HEADERS, ids=[str(own.type) for own in HEADERS])
def test_headers_are_a_map_a_struct_or_a_list_of_structs(headers: pa.Array) -> None:
    table = pa.table({"status": pa.array([429.0]), "headers": headers, "body": ["{}"]})
    assert row(arrow.interpret_table(ADJUST, table))["retry_after_ms"] == 7_000


# The example.


def test_the_example_builds_a_file_piece_by_piece(tmp_path: Path) -> None:
    table = many(3_000)
    pq.write_table(table, tmp_path / "events.parquet", row_group_size=1_000)
    count = build_with_polars.build_file(str(tmp_path / "events.parquet"), str(tmp_path / "requests.parquet"))
    built = pl.read_parquet(tmp_path / "requests.parquet")
    assert (count, built.height, built["url"].null_count()) == (3_000, 3_000, 30)
    requests, wrong = build_with_polars.build(pl.DataFrame(table))
    assert requests["body"].to_list() == built["body"].drop_nulls().to_list()
    assert wrong["order"].to_list() == list(range(0, 3_000, 100))
