"""Neutral events: every case of `vectors/one_event/`, Python's values, and hostile input."""

import asyncio
import copy
import json
import pickle
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from test_hostile import Endless, Item, Raising
from vectors import VECTORS, Case, Digits, Pairs, to_json

from s2s_events import (
    ConfigError,
    Destination,
    Destinations,
    Explained,
    Issue,
    Part,
    Request,
    ValidationError,
    one_event,
)
from s2s_events._native import from_ga4, from_segment
from s2s_events.delivery import Answer, AsyncDriver, Delivery, Driver, RefusedError, Report

Form = Callable[[Any], Any]
Convert = Callable[[Any, dict[str, Any]], one_event.Converted]


def as_text(value: Any) -> str:
    return to_json(value)


def as_bytes(value: Any) -> bytes:
    return to_json(value).encode()


def as_mapping(value: Any) -> Any:
    return value


@pytest.mark.parametrize("form", [as_text, as_bytes, as_mapping])
def test_every_case_holds(form: Form) -> None:
    titles: set[str] = set()
    failures = []
    for sets, case in every_case(form):
        assert case["name"] not in titles
        titles.add(case["name"])
        if form is as_mapping and has_repeated_keys(case.fields):
            continue
        try:
            check(case, sets, form)
        except (AssertionError, ConfigError, ValidationError) as error:
            failures.append(f"{case['name']}: {error}")
    assert not failures, "\n".join(failures)
    assert {"cases": len(titles)} == json.loads((VECTORS / "one_event.json").read_text())


def every_case(form: Form) -> Iterator[tuple[dict[str, Destinations], Case]]:
    """Every case, with the sets of destinations of its file."""
    paths: list[Path] = sorted((VECTORS / "one_event").glob("*.json"))
    for path in paths:
        text = path.read_text(encoding="utf-8")
        file = json.loads(text, parse_int=Digits, parse_float=Digits, object_pairs_hook=Pairs)
        sets = {name: Destinations(form(config)) for name, config in file["destinations"].items()}
        for fields in file["cases"]:
            yield sets, Case("one_event", fields)


def has_repeated_keys(value: Any) -> bool:
    """Whether only JSON can express the value."""
    if isinstance(value, Pairs):
        return len(value) != len(value.pairs) or any(map(has_repeated_keys, value.values()))
    return isinstance(value, list) and any(map(has_repeated_keys, value))


def check(case: Case, sets: dict[str, Destinations], form: Form) -> None:
    if "config_issues" in case:
        with pytest.raises(ConfigError) as wrong:
            Destinations(form(case["config"]))
        assert codes(wrong.value.issues) == expected(case["config_issues"])
        return
    destinations, event = sets[case["destinations"]], form(with_noise(case) if form is as_mapping else case["event"])
    made = case.get("new_id")
    edge: Any = {"now": case.time("now"), "new_id": None if made is None else lambda: made}
    if "issues" in case:
        for build in (destinations.fan_out, destinations.explain):
            with pytest.raises(ValidationError) as refused:
                build(event, **edge)
            assert codes(refused.value.issues) == expected(case["issues"])
        return
    explained = destinations.explain(event, **edge)
    assert destinations.fan_out(event, **edge) == [own.part for own in explained]
    results = {own.part.destination.removeprefix("destination."): own for own in explained}
    assert results.keys() == case["results"].keys()
    for name, own in results.items():
        check_part(case, case["results"][name], own, destinations)


def with_noise(case: Case) -> Any:
    """The event with floats where its numbers are to have noise: those of a case are decimals, which have none."""
    results = (case.get("results") or {}).values()
    if any(own["code"] == "float_noise" for result in results for own in result.get("warnings", [])):
        return json.loads(to_json(case["event"]))
    return case["event"]


def check_part(case: Case, wanted: dict[str, Any], own: Explained, destinations: Destinations) -> None:
    part = own.part
    assert part.is_skipped == wanted.get("skipped", False)
    assert codes(part.issues) == expected(wanted.get("issues", []))
    assert (part.request is None) == ("issues" in wanted or "skipped" in wanted)
    assert bool(own.rows) != part.is_skipped
    if part.request is None:
        return
    client = destinations.get(part.destination)
    assert client is not None
    assert part.provider == client.provider == part.request.provider
    now = case.time("now")
    if "event" in wanted:
        theirs = client.build(to_json(wanted["event"]), now=now, new_id=None)
    else:
        theirs = client.messages(wanted["identity"], wanted["messages"], now=now, new_id=None)
    assert parts_of(part.request) == parts_of(theirs)
    assert codes(part.request.warnings) == expected(wanted.get("warnings", []))


def parts_of(request: Request) -> tuple[str, str, list[tuple[str, str]], bytes]:
    return request.method, request.url, request.headers, request.body


def codes(issues: list[Issue] | tuple[Issue, ...]) -> set[tuple[str, str]]:
    return {(issue.path, issue.code) for issue in issues}


def expected(issues: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(issue["path"], issue["code"]) for issue in issues}


@pytest.mark.parametrize("form", [as_text, as_mapping])
@pytest.mark.parametrize(("format", "convert"), [("from_segment", from_segment), ("from_ga4", from_ga4)])
def test_every_case_of_another_format_holds(format: str, convert: Convert, form: Form) -> None:  # noqa: A002
    text = (VECTORS / f"{format}.json").read_text(encoding="utf-8")
    file = json.loads(text, parse_int=Digits, parse_float=Digits, object_pairs_hook=Pairs)
    assert int(file["count"]) == len(file["cases"]) == len({case["name"] for case in file["cases"]})
    failures = []
    for case in file["cases"]:
        # A text is JSON here.
        if form is as_mapping and ("raw" in case or isinstance(case["input"], str) or has_repeated_keys(case)):
            continue
        try:
            check_conversion(case, convert, form)
        except (AssertionError, ConfigError, ValidationError) as error:
            failures.append(f"{case['name']}: {error}")
    assert not failures, "\n".join(failures)


def check_conversion(case: dict[str, Any], convert: Convert, form: Form) -> None:
    event, options = case["raw"] if "raw" in case else form(case["input"]), case.get("options", {})
    if "issues" in case:
        with pytest.raises((ConfigError, ValidationError)) as refused:
            convert(event, options)
        assert codes(refused.value.issues) == expected(case["issues"])
        return
    converted = convert(event, options)
    # Numbers are compared, and not their spellings.
    assert converted.event == case["event"]
    assert codes(converted.unmapped) == expected(case.get("unmapped", []))


def test_conversions_take_names_and_params() -> None:
    track = {"type": "track", "event": "Gift Opened", "properties": {"color": "red", "size": 5, "time": 1}}
    converted = one_event.from_segment(track, names={"Gift Opened": "custom"}, params=["color"])
    assert converted.event == {"event": "custom", "name": "Gift Opened", "params": {"color": "red"}}
    assert codes(converted.unmapped) == {("/properties/size", "unmapped_field"), ("/properties/time", "unmapped_field")}
    assert repr(converted) == "<Converted 2 unmapped, unmapped_field, unmapped_field>"
    body = {"client_id": "1.2", "events": [{"name": "gift", "params": {"color": "red"}}]}
    assert one_event.from_ga4(body, names={"gift": "share"}).event == {"event": "share", "ids": {"client_id": "1.2"}}
    with pytest.raises(ConfigError) as wrong:
        one_event.from_ga4(json.dumps(body), names={"gift": "shar"})
    assert codes(wrong.value.issues) == {("/names/gift", "unknown_event_name")}
    for hostile in (None, 5, [track], object(), b"\xff", Endless(), Raising("iter")):
        with pytest.raises(ValidationError):
            one_event.from_segment(hostile)  # type: ignore[arg-type]


NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)

CONFIG: dict[str, Any] = {
    "adjust": {
        "app_token": "4w565xzmb54d",
        "events": {"purchase": "f0ob4r", "refund": "skip"},
        "mapping": {"order_id": "order", "ignore": ["/id"]},
    },
    "ga4": {"measurement_id": "G-PSW1MY7HB4", "api_secret": "secret"},
    "metrix": {"app_id": "app", "api_key": "key"},
    "destination": {
        "eu": {"provider": "ga4", "measurement_id": "G-EU11111111", "api_secret": "secret"},
        "adjust": {"provider": "adjust", "app_token": "1a2b3c4d5e6f"},
    },
}

EVENT: dict[str, Any] = {
    "event": "purchase",
    "time": NOW,
    "value": Decimal("19.90"),
    "currency": "EUR",
    "order_id": "A-1",
    "ids": {"adjust_adid": "18546f6171f67e29d1cb983322ad1329", "client_id": "1234567890.1687758765"},
}


@pytest.fixture(scope="module")
def destinations() -> Destinations:
    return Destinations(CONFIG)


def parts(destinations: Destinations, event: Any, **edge: Any) -> dict[str, Part]:
    return {part.destination: part for part in destinations.fan_out(event, now=NOW, **edge)}


def body(part: Part) -> bytes:
    assert part.request is not None, part
    return part.request.body


def test_each_destination_has_its_own_result(destinations: Destinations) -> None:
    of = parts(destinations, EVENT)
    assert list(of) == destinations.labels == ["adjust", "ga4", "metrix", "eu", "destination.adjust"]
    assert [part.provider for part in of.values()] == ["adjust", "ga4", "metrix", "ga4", "adjust"]
    assert b"revenue=19.9&" in body(of["adjust"])
    assert b'"value":19.9,' in body(of["ga4"])
    assert codes(of["destination.adjust"].issues) >= {("/event", "unmapped_event")}
    assert repr(of["adjust"]) == "<Part adjust: built>"
    skipped = parts(destinations, {**EVENT, "event": "refund"})["adjust"]
    assert (skipped.is_skipped, skipped.request, skipped.issues) == (True, None, ())
    assert repr(skipped) == "<Part adjust: skipped>"


def test_an_event_can_be_for_some_destinations(destinations: Destinations) -> None:
    for event in ({**EVENT, "destinations": ["eu", "adjust"]}, {**EVENT, "destinations": ("adjust", "eu")}):
        assert parts(destinations, event).keys() == {"adjust", "eu"}
    text = json.dumps({**EVENT, "time": NOW.isoformat(), "value": "19.90", "destinations": ["destination.adjust"]})
    assert parts(destinations, text).keys() == {"destination.adjust"}
    assert parts(destinations, {**EVENT, "destinations": None}).keys() == set(destinations.labels)


@pytest.mark.parametrize(
    ("wrong", "issue"),
    [
        ("adjust", ("/destinations", "wrong_type")),
        (5, ("/destinations", "wrong_type")),
        ({"adjust": True}, ("/destinations", "wrong_type")),
        ([], ("/destinations", "empty")),
        (["adjust", 5], ("/destinations/1", "wrong_type")),
        (["meta"], ("/destinations/0", "unknown_destination")),
        ([b"adjust"], ("/destinations/0", "wrong_type")),
        (["\ud800"], ("/destinations/0", "invalid_unicode")),
    ],
)
def test_wrong_destinations_are_issues(destinations: Destinations, wrong: Any, issue: tuple[str, str]) -> None:
    with pytest.raises(ValidationError) as refused:
        destinations.fan_out({**EVENT, "destinations": wrong})
    assert issue in codes(refused.value.issues)


def test_clients_are_found_by_label(destinations: Destinations) -> None:
    eu, named = destinations.get("eu"), destinations.get("destination.adjust")
    assert isinstance(eu, Destination)
    assert named is not None
    assert (eu.provider, named.provider) == ("ga4", "adjust")
    assert [destinations.get(label) for label in ("", "meta", "destination.eu", "\ud800")] == [None] * 4
    request = parts(destinations, EVENT)["eu"].request
    assert eu.interpret(request, 204, {}, b"").kind == "delivered"


class Currency(Enum):
    EUR = "EUR"


def test_python_values_are_taken(destinations: Destinations) -> None:
    text = json.dumps({**EVENT, "time": NOW.isoformat(), "value": "19.90", "device": {"ip": "192.0.2.1"}})
    rich = {
        **EVENT,
        "currency": Currency.EUR,
        "device": {"ip": IPv4Address("192.0.2.1"), "idfv": None},
    }
    assert body(parts(destinations, rich)["adjust"]) == body(parts(destinations, text)["adjust"])
    with_idfa = parts(destinations, {**EVENT, "device": {"idfa": UUID("d2cadb5f-410f-4963-ac0c-2a78534bdf1e")}})
    assert b"idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E" in body(with_idfa["adjust"])
    # A float is taken by its `repr`, and camelCase as elsewhere.
    camel = {**{key: own for key, own in EVENT.items() if key != "order_id"}, "orderId": "A-1", "value": 0.1 + 0.2}
    adjust = parts(destinations, camel)["adjust"].request
    assert adjust is not None
    assert b"revenue=0.30000000000000004" in adjust.body
    assert codes(adjust.warnings) == {("/value", "float_noise")}


def test_paths_are_those_of_the_event(destinations: Destinations) -> None:
    naive = {**EVENT, "time": datetime(2026, 11, 20)}
    with pytest.raises(ValidationError) as refused:
        destinations.fan_out({**naive, "value": {"amount": 1}, "currncy": "EUR", "items": [{"prce": 1}]})
    assert codes(refused.value.issues) >= {
        ("/time", "time_without_offset"),
        ("/value", "wrong_type"),
        ("/currncy", "unknown_field"),
        ("/items/0/prce", "unknown_field"),
    }
    part = parts(destinations, {**EVENT, "currency": "euros"})["ga4"]
    assert codes(part.issues) == {("/currency", "invalid_currency")}


def test_numbers_that_are_none_are_issues_of_each_destination(destinations: Destinations) -> None:
    for wrong in (float("nan"), float("inf"), Decimal("sNaN"), Decimal("-Infinity")):
        of = parts(destinations, {**EVENT, "value": wrong})
        assert {("/value", "not_finite")} <= codes(of["ga4"].issues)
        assert [part.request for part in of.values()] == [None] * 5


def test_messages_get_one_id(destinations: Destinations) -> None:
    ids = iter(["m-1", "m-2"])
    event = {"event": "sign_up", "time": NOW, "user": {"id": "u-1"}, "destinations": ["metrix"]}
    metrix = parts(destinations, event, new_id=lambda: next(ids))["metrix"].request
    assert metrix is not None
    assert metrix.message_ids[0] == "m-1"
    random = {tuple(parts(destinations, event)["metrix"].request.message_ids) for _ in range(2)}  # type: ignore[union-attr]
    assert len(random) == 2
    assert codes(parts(destinations, event, new_id=None)["metrix"].issues) == {("/id", "missing")}
    with pytest.raises(TypeError, match="must return a str"):
        parts(destinations, event, new_id=lambda: 5)
    with pytest.raises(LookupError):
        parts(destinations, event, new_id=no_id)


def no_id() -> str:
    raise LookupError


def test_explained_events_say_where_their_fields_go(destinations: Destinations) -> None:
    adjust = next(own for own in destinations.explain(EVENT, now=NOW) if own.part.destination == "adjust")
    rows = {(row.from_, row.to): (row.how, row.is_given) for row in adjust.rows}
    assert rows["/value", "/revenue"] == ("plain", True)
    assert rows["/device/idfa", "/idfa"] == ("plain", False)
    assert repr(adjust) == f"<Explained <Part adjust: built>, {len(adjust.rows)} rows>"


def test_results_can_be_compared_copied_and_pickled(destinations: Destinations) -> None:
    explained = destinations.explain(EVENT, now=NOW)
    assert pickle.loads(pickle.dumps(explained)) == explained
    assert copy.deepcopy(explained) == explained
    assert len({own.part for own in explained} | {own.part for own in destinations.explain(EVENT, now=NOW)}) == 5
    assert copy.deepcopy(destinations) is copy.copy(destinations) is destinations
    assert repr(destinations).startswith("<Destinations adjust, ")


def test_a_configuration_is_read_as_a_whole() -> None:
    config: Any = {
        "adjust": {"app_token": b"bytes", "events": {"purchas": "f0ob4r"}},
        "ga4": {"measurement_id": "G-PSW1MY7HB4", "api_secret": object()},
        "nowhere": {},
        "destination": {"eu": {"provider": "meta"}},
    }
    with pytest.raises(ConfigError) as wrong:
        Destinations(config)
    found = codes(wrong.value.issues)
    assert found >= {
        ("/adjust/app_token", "wrong_type"),
        ("/adjust/events/purchas", "unknown_event_name"),
        ("/ga4/api_secret", "wrong_type"),
        ("/nowhere", "unknown_provider"),
        ("/destination/eu/dataset_id", "missing"),
    }
    # What could not be read is not missing, too.
    assert not found & {("/adjust/app_token", "missing"), ("/ga4/api_secret", "missing")}


def circle() -> Any:
    event: dict[str, Any] = {"event": "purchase"}
    event["params"] = event
    return event


HOSTILE: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "an integer": lambda: 5,
    "an object": object,
    "a class": lambda: dict,
    "a list": lambda: [EVENT],
    "a generator": lambda: iter([EVENT]),
    "an empty text": lambda: "",
    "a text that is no JSON": lambda: "{",
    "a list as JSON": lambda: "[]",
    "bytes that are no UTF-8": lambda: b'{"event":"\xff"}',
    "a text with half a pair": lambda: '{"event":"\ud800"}',
    "a deep text": lambda: '{"params":' + '{"a":' * 10_000 + "1" + "}" * 10_001,
    "a repeated key": lambda: '{"event":"purchase","event":"purchase"}',
    "a mapping that raises": lambda: Raising("iter"),
    "a mapping without end": Endless,
    "items that are none": lambda: Item(5),
    "a circle": circle,
    "a key that is no text": lambda: {**EVENT, 5: 1},
    "a key that is half a pair": lambda: {**EVENT, "\ud800": 1},
    "an unknown key": lambda: {**EVENT, "provider": "adjust"},
    "an unknown name": lambda: {**EVENT, "event": "purchas"},
    "bytes": lambda: {**EVENT, "currency": b"EUR"},
    "a value that raises": lambda: {**EVENT, "user": Raising("getitem")},
    "a user without end": lambda: {**EVENT, "user": Endless()},
    "items that are a mapping": lambda: {**EVENT, "items": {"id": "1"}},
    "too many keys": lambda: {f"field_{number}": number for number in range(20_000)},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_events_are_issues(name: str, destinations: Destinations) -> None:
    for build in (destinations.fan_out, destinations.explain):
        with pytest.raises(ValidationError) as refused:
            build(HOSTILE[name]())
        assert refused.value.issues


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_configurations_are_issues(name: str) -> None:
    hostile = HOSTILE[name]()
    for config in (hostile, {"adjust": hostile}, {"destination": {"eu": hostile}}):
        with pytest.raises(ConfigError) as wrong:
            Destinations(config)
        assert wrong.value.issues


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit])
def test_what_is_no_exception_passes_through(raised: type[BaseException], destinations: Destinations) -> None:
    for event in (Item(raised()), {**EVENT, "user": Item(raised())}):
        with pytest.raises(raised):
            destinations.fan_out(event)
        with pytest.raises(raised):
            Destinations(event)


@pytest.mark.parametrize("wrong", [{"now": datetime(2026, 11, 20)}, {"now": "2026-11-20"}, {"new_id": "id"}])
def test_wrong_arguments_are_refused(wrong: Any, destinations: Destinations) -> None:
    with pytest.raises(TypeError):
        destinations.fan_out(EVENT, **wrong)
    with pytest.raises(TypeError):
        destinations.get(5)  # type: ignore[arg-type]


def test_threads_share_destinations(destinations: Destinations) -> None:
    wanted = destinations.fan_out(EVENT, now=NOW, new_id=None)
    event = dict(EVENT)
    different: list[list[Part]] = []
    is_over = threading.Event()

    def build() -> None:
        different.extend(
            own for _ in range(200) if (own := destinations.fan_out(event, now=NOW, new_id=None)) != wanted
        )

    def change() -> None:
        while not is_over.is_set():
            event["user"] = None
            del event["user"]

    changing = threading.Thread(target=change)
    threads = [threading.Thread(target=build) for _ in range(8)]
    changing.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    is_over.set()
    changing.join()
    assert different == []


def test_parts_are_submitted_together(destinations: Destinations) -> None:
    delivery = Delivery(max_in_flight=10)
    of = destinations.fan_out(EVENT, now=NOW, new_id=lambda: "m-1")
    submitted = delivery.submit_parts("A-1", of, now=NOW)
    assert [own.destination for own in submitted] == destinations.labels
    is_built = {own.destination: own.request is not None for own in of}
    assert {own.destination: own.accepted is not None for own in submitted} == is_built
    assert len(set(is_built.values())) == 2
    with pytest.raises(RefusedError) as raised:
        delivery.submit_parts("A-1", of, now=NOW)
    assert (raised.value.code, raised.value.destination) == ("id_in_use", "adjust")
    assert str(raised.value).startswith("adjust: ")
    assert pickle.loads(pickle.dumps(raised.value)).destination == "adjust"
    assert delivery.stats().submitted == sum(is_built.values())


def test_parts_are_refused_together(destinations: Destinations) -> None:
    of = destinations.fan_out(EVENT, now=NOW)
    delivery = Delivery(max_pending=2)
    refused: list[tuple[str, list[Part], str]] = [
        ("A-1", of, "full"),
        ("", of, "invalid_name"),
        ("x" * 255, of, "invalid_name"),
        ("\ud800", of, "invalid_name"),
        ("A-1", [of[0], of[0]], "id_in_use"),
    ]
    for event_id, parts, code in refused:
        with pytest.raises(RefusedError) as raised:
            delivery.submit_parts(event_id, parts, now=NOW)
        assert raised.value.code == code
    wrong: list[Any] = [[of[0], None], [of[0].request], 5, None, [("adjust", of[0].request)]]
    for parts in wrong:
        with pytest.raises(TypeError):
            delivery.submit_parts("A-1", parts)
    assert delivery.stats().submitted == 0


def test_drivers_submit_parts(destinations: Destinations) -> None:
    # Google takes nothing older than three days.
    of = destinations.fan_out({**EVENT, "time": datetime.now(timezone.utc)})
    sent: list[str] = []
    reports: list[Report] = []

    def send(request: Request) -> Answer:
        sent.append(request.url)
        return 400, {}, b""

    async def send_async(request: Request) -> Answer:
        return send(request)

    driver = Driver(Delivery(once=True), send, on_report=reports.append)
    asynchronous = AsyncDriver(Delivery(once=True), send_async, on_report=reports.append)
    for each in (driver, asynchronous):
        each.submit_parts("A-1", of)
    driver.run()
    asyncio.run(asynchronous.run())
    built = {own.destination: own.request.url for own in of if own.request is not None}
    assert sorted(sent) == sorted(2 * list(built.values()))
    assert sorted((own.id, own.destination) for own in reports) == sorted(2 * [(f"A-1/{own}", own) for own in built])
