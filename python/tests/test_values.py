"""What keyword arguments take, and what becomes of it."""

import json
from collections import OrderedDict, UserDict, UserList
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from enum import Enum, IntEnum
from functools import partial
from ipaddress import IPv4Address, IPv6Address
from numbers import Integral
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qs
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from s2s_events import Adjust, ConfigError, Destination, Metrix, MetrixInApp, Request, ValidationError

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
ADID = "18546f6171f67e29d1cb983322ad1329"

# Much of what they get is what type checkers refuse.
adjust: Any = Adjust(app_token="4w565xzmb54d", environment="sandbox")
metrix: Any = Metrix(app_id="your-app-id", api_key="your-api-key")


class Plan(Enum):
    GOLD = "gold"


class StrPlan(str, Enum):
    GOLD = "gold"


class Level(IntEnum):
    HIGH = 3


class Price(Decimal, Enum):
    LOW = "1.50"


class Id(Enum):
    OWN = UUID(int=5)
    PLAIN = 2.5


@Integral.register
class Index:
    """An integer of another library."""

    def __index__(self) -> int:
        return 7


def sent(**fields: Any) -> dict[str, str]:
    """The parameters of an Adjust event with these fields."""
    request = adjust.event(now=NOW, **{"event_token": "f0ob4r", "adid": ADID, **fields})
    return {name: values[0] for name, values in parse_qs(request.body.decode(), strict_parsing=True).items()}


def attributes(value: Any) -> str:
    """The JSON of a free attribute."""
    request = metrix.action(custom_user_id="u", id="1", time=NOW, name="aewqd", attributes={"value": value})
    body: str = request.body.decode()
    return body.partition('"attributes":{"value":')[2].removesuffix("}}]}")


def issues(build: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as raised:
        build()
    return [(issue.path, issue.code) for issue in raised.value.issues]


@pytest.mark.parametrize(
    ("value", "revenue"),
    [
        (Decimal("19.90"), "19.9"),
        (Decimal("1E+2"), "100"),
        (19.99, "19.99"),
        (0.1 + 0.2, "0.30000000000000004"),
        (20, "20"),
        ("19.99", "19.99"),
        (Level.HIGH, "3"),
        (Price.LOW, "1.5"),
        (Id.PLAIN, "2.5"),
        (Index(), "7"),
    ],
)
def test_money(value: Any, revenue: str) -> None:
    assert sent(revenue=value, currency="USD")["revenue"] == revenue


class Noisy(Enum):
    FLOAT = 0.1 + 0.2
    DECIMAL = Decimal("0.30000000000000004")


@pytest.mark.parametrize(
    ("value", "is_noisy"),
    [
        (0.1 + 0.2, True),
        (Noisy.FLOAT, True),
        (19.99, False),
        (1e15, False),
        (Decimal("0.30000000000000004"), False),
        (Noisy.DECIMAL, False),
        ("0.30000000000000004", False),
        (12345678901, False),
    ],
)
def test_the_noise_of_a_float_is_a_warning(value: Any, *, is_noisy: bool) -> None:
    event: Any = {"custom_user_id": "u", "id": "1", "time": NOW, "name": "aewqd", "revenue": value, "currency": "USD"}
    in_app = MetrixInApp(app_id="app", dev_key="key", base_url="https://example.org")
    in_app_event: Any = {"metrix_user_id": "u", "metrix_session_id": "s", "advertising_id": "g", "event_slug": "taqsq"}
    own: Any = {"event_token": "f0ob4r", "adid": ADID, "revenue": value, "currency": "USD"}
    if value in (1e15, 12345678901):
        own["revenue"] = 99.5
    destination = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    [built] = destination.build_many([{"provider": "adjust", "kind": "event", **own}], now=NOW)
    [dynamic] = Destination.from_config(
        {"provider": "metrix", "app_id": "your-app-id", "api_key": "your-api-key"}
    ).build_many([{"provider": "metrix", "kind": "revenue", **event}], now=NOW)
    assert isinstance(built, Request)
    assert isinstance(dynamic, Request)
    message = {name: member for name, member in event.items() if name != "custom_user_id"}
    requests = {
        "adjust": adjust.event(now=NOW, **own),
        "adjust, dynamic": built,
        "metrix": metrix.revenue(**event),
        "metrix, dynamic": dynamic,
        "metrix, several": metrix.messages({"custom_user_id": "u"}, [{"kind": "revenue", **message}]),
        "metrix in-app": in_app.event(**in_app_event, revenue=value, currency="USD"),
    }
    found = {name: any(own.code == "float_noise" for own in request.warnings) for name, request in requests.items()}
    assert found == dict.fromkeys(requests, is_noisy)


def test_an_attribute_that_is_a_decimal_stays_a_number() -> None:
    assert attributes(Decimal("0.30000000000000004")) == "0.30000000000000004"
    assert attributes([Decimal("1.50"), {"a": Decimal("2.0")}]) == '[1.50,{"a":2.0}]'


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN")]
)
def test_what_is_not_finite_is_an_issue(value: Any) -> None:
    assert issues(lambda: sent(revenue=value, currency="USD")) == [("/revenue", "not_finite")]
    assert issues(lambda: attributes(value)) == [("/attributes/value", "not_finite")]


@pytest.mark.parametrize("digits", [30, 5_000])
def test_an_integer_of_too_many_digits_is_an_issue(digits: int) -> None:
    assert issues(lambda: sent(revenue=10**digits + 1, currency="USD")) == [("/revenue", "too_many_digits")]


@pytest.mark.parametrize(
    "value",
    [
        datetime(2026, 11, 20, 10, 0, 0, 999_999, tzinfo=timezone.utc),
        datetime(2026, 11, 20, 13, 30, tzinfo=ZoneInfo("Asia/Tehran")),
        datetime(2026, 11, 20, 13, 25, 44, tzinfo=timezone(timedelta(hours=3, minutes=25, seconds=44))),
        "2026-11-20T10:00:00Z",
        1_795_168_800_000,
    ],
)
def test_a_time(value: Any) -> None:
    assert sent(created_at=value)["created_at_unix"] == "1795168800"


def test_a_datetime_of_1975_is_not_taken_for_seconds() -> None:
    assert issues(lambda: sent(created_at=datetime(1975, 1, 1, tzinfo=timezone.utc))) == [("/created_at", "too_old")]


def test_a_naive_datetime_is_an_issue_wherever_it_stands() -> None:
    naive = datetime(2026, 11, 20, 10)
    assert issues(lambda: sent(created_at=naive)) == [("/created_at", "time_without_offset")]
    assert issues(lambda: attributes([naive])) == [("/attributes/value/0", "time_without_offset")]


def test_a_date_is_taken_where_a_date_is_meant() -> None:
    request = metrix.user(custom_user_id="u", id="1", time=NOW, birthday=date(1993, 4, 4))
    assert b'"birthday":733881600000' in request.body
    assert issues(lambda: sent(created_at=date(2026, 11, 20))) == [("/created_at", "invalid_time")]


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("gps_adid", UUID("660E1D86-6796-463A-BE86-897993136018"), "660e1d86-6796-463a-be86-897993136018"),
        ("ip_address", IPv4Address("192.0.2.1"), "192.0.2.1"),
        ("ip_address", IPv6Address("::ffff:192.0.2.1"), "192.0.2.1"),
        ("external_device_id", Plan.GOLD, "gold"),
        ("external_device_id", StrPlan.GOLD, "gold"),
        ("tracking_enabled", True, "1"),
        ("att_status", Level.HIGH, "3"),
    ],
)
def test_a_text_or_a_flag(field: str, value: Any, text: str) -> None:
    assert sent(**{field: value})[field] == text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("external_device_id", 5),
        ("external_device_id", b"bytes"),
        ("external_device_id", bytearray(b"bytes")),
        ("external_device_id", ["a"]),
        ("external_device_id", object()),
        ("external_device_id", (letter for letter in "ab")),
        ("callback_params", {"a", "b"}),
        ("callback_params", "a=b"),
        ("callback_params", [("a", "b")]),
        ("callback_params", {1: "a"}),
        ("tracking_enabled", 1),
        ("att_status", True),
        ("revenue", True),
        ("created_at", True),
    ],
)
def test_a_value_of_another_type_is_an_issue(field: str, value: Any) -> None:
    assert (f"/{field}", "wrong_type") in issues(lambda: sent(**{field: value}))


@pytest.mark.parametrize("mapping", [dict, OrderedDict, UserDict, MappingProxyType])
def test_parameters_come_in_the_order_of_any_mapping(mapping: Callable[[dict[str, str]], Any]) -> None:
    params = mapping({"b": "1", "a": "2", "10": "3"})
    assert sent(callback_params=params)["callback_params"] == '{"b":"1","a":"2","10":"3"}'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (-5, "-5"),
        (2**70, "1180591620717411303424"),
        (1.0, "1.0"),
        (1e300, "1e+300"),
        (Decimal("1.50"), "1.50"),
        ("é\n", '"é\\n"'),
        ((1, "a"), '[1,"a"]'),
        (UserList([1]), "[1]"),
        ({"b": {"a": []}}, '{"b":{"a":[]}}'),
        (UUID(int=5), '"00000000-0000-0000-0000-000000000005"'),
        (Plan.GOLD, '"gold"'),
        (Id.OWN, '"00000000-0000-0000-0000-000000000005"'),
        (
            datetime(2026, 11, 20, 10, 0, 0, 123_456, timezone(timedelta(hours=3.5))),
            '"2026-11-20T10:00:00.123456+03:30"',
        ),
        (date(2026, 11, 20), '"2026-11-20"'),
    ],
)
def test_a_free_attribute(value: Any, text: str) -> None:
    assert attributes(value) == text


def test_none_is_an_absent_field() -> None:
    assert sent(revenue=None, currency=None, callback_params=None) == sent()
    assert issues(lambda: sent(callback_params={"a": None})) == [("/callback_params/a", "null_value")]


def test_every_problem_is_told_in_the_words_of_the_caller() -> None:
    found = issues(
        lambda: adjust.event(
            now=NOW,
            event_tokn="f0ob4r",
            gps_adid="\ud800",
            currency=5,
            callback_params={"\ud800": "a"},
            partner_params={"b": 1},
        )
    )
    assert set(found) == {
        ("/event_tokn", "unknown_field"),
        ("/event_token", "missing"),
        ("/gps_adid", "invalid_unicode"),
        ("/currency", "wrong_type"),
        ("/callback_params", "invalid_unicode"),
        ("/partner_params/b", "wrong_type"),
    }


def test_an_issue_has_the_address_of_its_documentation() -> None:
    with pytest.raises(ValidationError) as caught:
        adjust.event(event_token="f0ob4r", adid=ADID, created_at="yesterday")
    (issue,) = caught.value.issues
    assert issue.url == "https://s2s-events.github.io/s2s-events/issue-codes/#invalid_time"
    assert issue._asdict().keys() == {"path", "code", "message"}


def test_the_keys_of_an_event_in_json_are_no_fields_of_a_call() -> None:
    for key in ("provider", "kind", "destination"):
        assert issues(partial(sent, **{key: "adjust"})) == [(f"/{key}", "unknown_field")]


def test_a_configuration_with_everything_that_is_wrong_with_it() -> None:
    wrong: Any = {"app_tokn": "t", "environment": "test", "max_future": True}
    with pytest.raises(ConfigError) as raised:
        Adjust(**wrong)
    assert {(issue.path, issue.code) for issue in raised.value.issues} == {
        ("/app_token", "missing"),
        ("/app_tokn", "unknown_field"),
        ("/environment", "invalid_choice"),
        ("/max_future", "wrong_type"),
    }


def test_wrong_calls_are_type_errors() -> None:
    request = adjust.event(event_token="f0ob4r", adid=ADID)
    calls: list[Callable[[], object]] = [
        lambda: adjust.event({"event_token": "f0ob4r"}),
        lambda: adjust.event(now=datetime(2026, 11, 20), event_token="f0ob4r", adid=ADID),
        lambda: adjust.event(now="2026-11-20T12:00:00Z", event_token="f0ob4r", adid=ADID),
        lambda: metrix.action(new_id=5, time=NOW),
        lambda: metrix.action(new_id=lambda: 5, time=NOW),
        lambda: metrix.messages({}, 5),
        lambda: adjust.interpret(request, "200", {}, b""),
        lambda: adjust.interpret(request, 70_000, {}, b""),
        lambda: adjust.interpret(request, 200, 5, b""),
        lambda: adjust.interpret(request, 200, [("a",)], b""),
        lambda: adjust.interpret(request, 200, {}, None),
        lambda: adjust.interpret("request", 200, {}, b""),
        lambda: adjust.interpret_no_response("tired"),
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()


def test_an_id_is_made_where_a_message_has_none() -> None:
    first, second = (metrix.action(custom_user_id="u", time=NOW, name="aewqd").message_ids for _ in range(2))
    assert UUID(first[0]).version == 4
    assert first != second
    assert metrix.action(new_id=lambda: "mine", custom_user_id="u", time=NOW, name="aewqd").message_ids == ["mine"]
    assert issues(lambda: metrix.action(new_id=None, custom_user_id="u", time=NOW, name="aewqd")) == [
        ("/id", "missing")
    ]


def test_a_request_of_several_messages() -> None:
    message = {"kind": "action", "time": NOW, "name": "aewqd"}
    request = metrix.messages(
        {"custom_user_id": "u"}, [{**message, "id": "1"}, {**message, "id": "2", "time": 1_795_168_800_000}], now=NOW
    )
    assert (request.kind, request.message_ids) == ("messages", ["1", "2"])
    assert len(json.loads(request.body)["messages"]) == 2
    wrong: Any = [message, 5, {**message, "name": {1, 2}, "\ud800": 1}]
    assert set(issues(lambda: metrix.messages({"custom_user_id": "u"}, wrong))) == {
        ("/messages/1", "wrong_type"),
        ("/messages/2/name", "wrong_type"),
        ("/messages/2", "invalid_unicode"),
    }


def test_metrics_of_the_older_api_are_doubles() -> None:
    metrix_in_app = MetrixInApp(app_id="your-app-id", dev_key="your-dev-key")
    request = metrix_in_app.event(
        metrix_user_id="1",
        metrix_session_id="2",
        idfa="3",
        event_slug="taqsq",
        custom_metrics={"distance": 130.5, "laps": 2},
    )
    assert json.loads(request.body)["customMetrics"] == {"distance": 130.5, "laps": 2.0}
    assert [warning.code for warning in request.warnings] == ["insecure_transport"]


class Broken(tzinfo):
    def utcoffset(self, _: datetime | None) -> timedelta:
        raise LookupError

    dst = utcoffset

    def tzname(self, _: datetime | None) -> str:
        return "broken"


def test_an_object_that_cannot_be_read_is_an_issue() -> None:
    broken = datetime(2026, 11, 20, tzinfo=Broken())
    assert issues(lambda: sent(created_at=broken)) == [("/created_at", "wrong_type")]
    assert issues(lambda: attributes([broken])) == [("/attributes/value/0", "wrong_type")]


def test_an_issue_names_the_class_that_has_no_json_form() -> None:
    with pytest.raises(ValidationError, match="`complex`"):
        attributes(1j)


class Lenient(datetime):
    """Subtracts naive times, too."""

    def __sub__(self, _: Any) -> Any:
        return timedelta(days=20_777)


def test_the_arguments_that_are_no_fields() -> None:
    refused: list[tuple[Callable[[], Any], str]] = [
        (lambda: adjust.event("f0ob4r"), r"^Adjust\.event\(\) takes 0 positional arguments but 1 was given$"),
        (lambda: metrix.action(5, 6, now=5), r"^Metrix\.action\(\) takes 0 positional arguments but 2 were given$"),
        (lambda: adjust.event(now=datetime(2026, 11, 20)), "^expected a datetime with a time zone"),
        (lambda: adjust.event(now=Lenient(2026, 11, 20)), "^expected a datetime with a time zone"),
        (lambda: adjust.event(now=date(2026, 11, 20)), "^expected a datetime with a time zone"),
        (lambda: metrix.action(new_id=5, now=NOW), "^new_id must be a callable"),
    ]
    for call, message in refused:
        with pytest.raises(TypeError, match=message):
            call()
    with pytest.raises(LookupError) as raised:
        adjust.event(now=NOW.replace(tzinfo=Broken()))
    assert getattr(raised.value, "__notes__", ["while processing 'now'"]) == ["while processing 'now'"]
    old = {"created_at": NOW - timedelta(days=400)}
    assert adjust.event(event_token="f0ob4r", adid=ADID, now=Lenient(2026, 11, 20, tzinfo=timezone.utc))
    assert adjust.event(event_token="f0ob4r", adid=ADID, now=NOW - timedelta(days=399), **old)
    assert issues(lambda: adjust.event(event_token="f0ob4r", adid=ADID, **old, now=None)) == [
        ("/created_at", "too_old")
    ]
    # Only events with ids have it.
    assert issues(lambda: adjust.event(event_token="f0ob4r", adid=ADID, new_id=None)) == [("/new_id", "unknown_field")]
