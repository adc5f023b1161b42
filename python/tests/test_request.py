"""What can be done with a request."""

import copy
import json
import multiprocessing
import pickle
import shlex
from datetime import datetime, timezone
from typing import Any

import pytest

from s2s_events import Adjust, ConfigError, Destination, Issue, MetrixInApp, Request, ValidationError

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
EVENT: Any = {"event_token": "f0ob4r", "adid": "18546f6171f67e29d1cb983322ad1329"}

adjust = Adjust(app_token="4w565xzmb54d", environment="sandbox", auth_token="s3cr3t")


@pytest.fixture
def request_() -> Request:
    return adjust.event(now=NOW, **EVENT)


def test_a_request_is_complete(request_: Request) -> None:
    assert (request_.method, request_.url) == ("POST", "https://s2s.adjust.com/event")
    assert request_.headers == [
        ("content-type", "application/x-www-form-urlencoded"),
        ("authorization", "Bearer s3cr3t"),
    ]
    assert request_.header_map() == dict(request_.headers)
    assert request_.body == (
        b"s2s=1&event_token=f0ob4r&app_token=4w565xzmb54d&adid=18546f6171f67e29d1cb983322ad1329&environment=sandbox"
    )
    assert (request_.provider, request_.kind, request_.message_ids, request_.warnings) == ("adjust", "event", [], [])


def test_requests_are_equal_by_what_they_hold(request_: Request) -> None:
    same, other = adjust.event(now=NOW, **EVENT), adjust.event(now=NOW, **{**EVENT, "event_token": "abc123"})
    assert request_ == same
    assert hash(request_) == hash(same)
    assert request_ != other
    assert {request_, same, other} == {request_, other}
    assert request_ != "request"


def test_a_request_goes_to_other_processes(request_: Request) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(request_, protocol)) == request_
    assert copy.deepcopy(request_) == request_
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(url_of, [request_]) == [request_.url]


def url_of(request: Request) -> str:
    return request.url


def test_a_request_becomes_plain_data_and_comes_back() -> None:
    request = MetrixInApp(app_id="my app", dev_key="key").event(
        metrix_user_id="1", metrix_session_id="2", idfa="3", event_slug="taqsq"
    )
    plain = json.loads(json.dumps(request.to_dict()))
    assert Request.from_dict(plain) == request
    assert Request.from_dict(plain).warnings[0].code == "insecure_transport"


def test_plain_data_that_is_no_request_is_refused(request_: Request) -> None:
    plain = request_.to_dict()
    with pytest.raises(ValidationError) as raised:
        Request.from_dict({**plain, "method": "PUT", "url": {1, 2}, "more": 1})
    assert {(issue.path, issue.code) for issue in raised.value.issues} == {("/url", "wrong_type")}
    with pytest.raises(ValidationError) as raised:
        Request.from_dict({**plain, "method": "PUT", "more": 1})
    assert {(issue.path, issue.code) for issue in raised.value.issues} == {
        ("/method", "invalid_choice"),
        ("/more", "unknown_field"),
    }


def test_the_command_of_curl(request_: Request) -> None:
    assert "s3cr3t" not in request_.as_curl()
    assert "4w565xzmb54d" not in request_.as_curl()
    words = shlex.split(request_.as_curl(show_secrets=True))
    assert words[words.index("--data-raw") + 1] == request_.body.decode()
    assert "authorization: Bearer s3cr3t" in words


def test_requests_cannot_be_changed(request_: Request) -> None:
    with pytest.raises(AttributeError):
        setattr(request_, "url", "https://example.com")  # noqa: B010
    with pytest.raises(TypeError):
        Request()


def test_many_events_at_once() -> None:
    destination: Any = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    good = {"provider": "adjust", "kind": "event", **EVENT}
    events: list[Any] = [good, {**good, "revenue": -1}, json.dumps(good), json.dumps(good).encode(), 5]
    built = destination.build_many((event for event in events), now=NOW)
    assert [type(one) for one in built] == [Request, ValidationError, Request, Request, ValidationError]
    assert built[0] == built[2] == built[3]
    with pytest.raises(ValidationError) as raised:
        destination.build_many(events, on_error="raise", now=NOW)
    assert raised.value.issues == built[1].issues
    assert destination.build_many([], on_error="raise") == []
    with pytest.raises(TypeError):
        destination.build_many(events, on_error="ignore")


def test_one_event_that_cannot_be_read_leaves_the_others() -> None:
    class Unreadable(dict[str, Any]):
        def items(self) -> Any:
            raise LookupError

    destination = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    good: dict[str, Any] = {"provider": "adjust", "kind": "event", **EVENT}
    built = destination.build_many([good, Unreadable(good), {**good, "callback_params": Unreadable()}, good], now=NOW)
    assert [type(one) for one in built] == [Request, ValidationError, ValidationError, Request]


def test_one_event_is_not_several() -> None:
    destination: Any = Destination.from_config({"provider": "metrix", "app_id": "a", "api_key": "k"})
    for one in ({"provider": "metrix"}, "{}", b"{}"):
        with pytest.raises(TypeError, match="several"):
            destination.build_many(one)
        with pytest.raises(TypeError, match="several"):
            destination.messages({}, one)


def test_a_copy_of_a_client_is_itself() -> None:
    assert copy.copy(adjust) is adjust
    assert copy.deepcopy({"client": adjust})["client"] is adjust


def test_an_exception_of_the_events_reaches_the_caller() -> None:
    def events() -> Any:
        yield {"provider": "adjust", "kind": "event", **EVENT}
        raise LookupError

    with pytest.raises(LookupError):
        Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"}).build_many(events())


def test_lines_of_json() -> None:
    destination = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d", "auth_token": "s3cr3t"})
    good = json.dumps({"provider": "adjust", "kind": "event", **EVENT})
    lines = f"{good}\n\n{{}}\n".encode()
    built = [json.loads(line) for line in destination.build_jsonl(lines, now=NOW).splitlines()]
    assert built[0]["request"]["headers"][1] == ["authorization", "Bearer s3cr3t"]
    assert [line["line"] for line in built] == [1, 3]
    assert [Issue(**issue).code for issue in built[1]["issues"]] == ["missing", "missing"]
    assert b"s3cr3t" not in destination.build_jsonl(lines, now=NOW, show_secrets=False)
    assert destination.build_jsonl(b"") == b""


def test_ids_for_lines_come_from_the_callers_function() -> None:
    destination = Destination.from_config({"provider": "metrix", "app_id": "a", "api_key": "k"})
    line = b'{"provider":"metrix","kind":"action","custom_user_id":"u","time":"2026-11-20T10:00:00Z","name":"aewqd"}\n'
    assert destination.build_jsonl(3_000 * line, new_id=lambda: "mine").count(rb"\"id\":\"mine\"") == 3_000

    calls = 0

    def fails() -> str:
        nonlocal calls
        calls += 1
        raise LookupError

    with pytest.raises(LookupError):
        destination.build_jsonl(50 * line, new_id=fails)
    assert calls == 1


def test_the_configuration_of_a_destination_names_its_provider() -> None:
    assert Destination.from_config({"provider": "metrix", "app_id": "a", "api_key": "k"}).provider == "metrix"
    wrong: list[Any] = [{}, {"provider": "adjst"}, {"provider": 5}, 5]
    for config in wrong:
        with pytest.raises(ConfigError):
            Destination.from_config(config)
