"""What a response, or the lack of one, means."""

from datetime import datetime, timedelta, timezone
from email.message import Message
from typing import Any

import pytest

from s2s_events import (
    Adjust,
    Metrix,
    MetrixInApp,
    NoResponse,
    Outcome,
    OutcomeKind,
    Scope,
    interpret,
    interpret_exception,
    interpret_no_response,
)

adjust = Adjust(app_token="4w565xzmb54d")
request_ = adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329")
BODY = b'{"status":"OK","adid":"1","n":1.50,"big":12345678901234567890,"list":[true,null]}'


def message(**headers: str) -> Message:
    """Headers as `http.client` has them."""
    headers_ = Message()
    for name, value in headers.items():
        headers_[name] = value
    return headers_


def test_an_outcome_is_data() -> None:
    outcome = adjust.interpret(request_, 200, {"content-type": "application/json"}, BODY)
    assert outcome.kind is OutcomeKind.DELIVERED
    assert f"{outcome.kind}" == str(outcome.kind) == outcome.kind.value == "delivered"
    assert outcome.scope is Scope.EVENT
    assert (outcome.retry_after, outcome.maybe_delivered, outcome.provider_message, outcome.events) == (
        None,
        False,
        None,
        (),
    )
    assert outcome.reason == "accepted"
    assert {name: repr(value) for name, value in outcome.details.items()} == {
        "status": "'OK'",
        "adid": "'1'",
        "n": "Decimal('1.50')",
        "big": "12345678901234567890",
        "list": "[True, None]",
    }
    assert outcome == adjust.interpret(request_, 200, {}, BODY)
    assert bool(adjust.interpret(request_, 400, {}, b"")) is True


@pytest.mark.parametrize("digits", ["1e999999999999999999999", "9" * 5_000, "-" + "9" * 5_000 + ".5"])
def test_a_number_of_any_size_is_kept(digits: str) -> None:
    outcome = adjust.interpret(request_, 200, {}, f'{{"status":"OK","n":{digits}}}')
    assert str(outcome.details["n"]).replace("E+", "e") == digits


@pytest.mark.parametrize(
    "headers",
    [
        {"Retry-After": "60"},
        [("retry-after", "60")],
        [(b"RETRY-AFTER", b"60")],
        (pair for pair in [("retry-after", b"60")]),
        message(**{"Retry-After": "60"}),
    ],
)
def test_headers_come_in_any_form(headers: Any) -> None:
    assert adjust.interpret(request_, 503, headers, b"").retry_after == timedelta(minutes=1)


@pytest.mark.parametrize("body", [BODY, BODY.decode(), bytearray(BODY), memoryview(BODY)])
def test_the_body_is_bytes_or_text(body: Any) -> None:
    assert adjust.interpret(request_, 200, {}, body).kind is OutcomeKind.DELIVERED


def test_a_retry_after_with_a_date_counts_from_when_the_answer_came() -> None:
    received_at = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
    headers = {"retry-after": "Fri, 20 Nov 2026 12:02:00 GMT"}
    assert adjust.interpret(request_, 503, headers, b"", received_at=received_at).retry_after == timedelta(minutes=2)
    assert adjust.interpret(request_, 503, headers, b"").retry_after is None


@pytest.mark.parametrize("kind", NoResponse)
def test_no_response(kind: NoResponse) -> None:
    outcome = adjust.interpret_no_response(kind)
    nothing_was_sent = kind in {NoResponse.CONNECT, NoResponse.TLS}
    assert outcome.kind is (OutcomeKind.RETRY_LATER if nothing_was_sent else OutcomeKind.UNCLEAR)
    assert outcome.maybe_delivered is not nothing_was_sent
    assert outcome == adjust.interpret_no_response(kind.value)


def test_an_exception_is_a_kind_of_no_response() -> None:
    assert adjust.interpret_exception(ConnectionRefusedError()).kind is OutcomeKind.RETRY_LATER
    assert adjust.interpret_exception(RuntimeError()).kind is OutcomeKind.UNCLEAR


def test_the_provider_of_the_request_decides_whichever_client_is_asked() -> None:
    clients = [adjust, Metrix(app_id="app", api_key="key"), MetrixInApp(app_id="app", dev_key="key")]
    answers: list[Any] = [(202, {}, b"Failed to authorize request"), (200, {}, b"OK")]
    for answer, kind in zip(answers, (OutcomeKind.UNAUTHORIZED, OutcomeKind.DELIVERED), strict=True):
        outcomes = [client.interpret(request_, *answer) for client in clients] + [interpret(request_, *answer)]
        assert {outcome.kind for outcome in outcomes} == {kind}
        assert outcomes == [outcomes[0]] * 4


def test_the_free_functions_take_what_the_methods_take() -> None:
    received_at = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
    answer: Any = (503, [(b"Retry-After", b"Fri, 20 Nov 2026 12:02:00 GMT")], memoryview(b""))
    assert interpret(request_, *answer, received_at=received_at).retry_after == timedelta(minutes=2)
    for kind in NoResponse:
        assert interpret_no_response(kind) == adjust.interpret_no_response(kind)
    assert interpret_exception(ConnectionRefusedError()) == interpret_no_response("connect")
    wrong: list[Any] = [
        lambda: interpret(None, 200, {}, b""),  # type: ignore[arg-type]
        lambda: interpret(request_, -1, {}, b""),
        lambda: interpret(request_, 200, {}, b"", received_at=received_at.replace(tzinfo=None)),
        lambda: interpret_no_response("tired"),  # type: ignore[arg-type]
        lambda: interpret_exception("tired"),  # type: ignore[arg-type]
    ]
    for call in wrong:
        with pytest.raises(TypeError):
            call()


def test_outcomes_are_made_by_clients_only() -> None:
    with pytest.raises(TypeError):
        Outcome()
