"""Every case of `vectors/`: all through the dynamic API, all but the `json_only` ones through the typed one, too."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from providers import CLASSES, HAS_IDS, MAIN_KINDS, TypedClient
from vectors import Case, all_cases, counts

from s2s_events import (
    ConfigError,
    Destination,
    Issue,
    Outcome,
    Request,
    ValidationError,
    interpret,
    interpret_no_response,
)

Client = TypedClient | Destination

CASES = dict(all_cases())
TYPED = {title: case for title, case in CASES.items() if not case.get("json_only")}
MAPPINGS = {title: case for title, case in CASES.items() if "raw" not in case}


def test_no_case_is_skipped_by_mistake() -> None:
    assert counts() == {"cases": len(CASES), "json_only": len(CASES) - len(TYPED)}


@pytest.mark.parametrize("provider", CLASSES)
def test_dynamic(provider: str) -> None:
    def check_dynamic(case: Case) -> None:
        check(case, dynamic_client, lambda client: client.build(case.text, now=case.time("now"), new_id=new_id(case)))

    check_each(CASES, provider, check_dynamic)


@pytest.mark.parametrize("provider", CLASSES)
def test_dynamic_with_mappings(provider: str) -> None:
    def check_with_mappings(case: Case) -> None:
        event = case.get("event")
        for own in case.get("warnings") or []:
            if own["code"] == "float_noise":
                # Numbers of a case are decimals, which have no noise.
                field = own["path"].removeprefix("/")
                event = {**event, field: float(event[field])}
        check(case, dynamic_client, lambda client: client.build(event, now=case.time("now"), new_id=new_id(case)))

    check_each(MAPPINGS, provider, check_with_mappings)


@pytest.mark.parametrize("provider", CLASSES)
def test_typed(provider: str) -> None:
    def check_typed(case: Case) -> None:
        check(case, lambda provider, config: CLASSES[provider](**config), lambda client: build_typed(case, client))

    check_each(TYPED, provider, check_typed)


def check_each(cases: dict[str, Case], provider: str, check: Callable[[Case], None]) -> None:
    """Checks all cases of a provider in one test, which takes a fifth of the time of a test for each."""
    own = {title: case for title, case in cases.items() if case.provider == provider}
    assert own
    failures = [failure for title, case in own.items() if (failure := failure_of(title, case, check))]
    if failures:
        pytest.fail("\n\n".join(failures), pytrace=False)


def failure_of(title: str, case: Case, check: Callable[[Case], None]) -> str | None:
    try:
        check(case)
    except (Exception, pytest.fail.Exception) as failure:
        return f"{title}: {type(failure).__name__}: {failure}"
    return None


def dynamic_client(provider: str, config: dict[str, Any]) -> Destination:
    return Destination.from_config({"provider": provider, **config})


def build_typed(case: Case, client: TypedClient) -> Request:
    event = {key: value for key, value in case["event"].items() if key not in {"provider", "kind"}}
    kind = {"businessEvent": "business_event"}.get(case["event"]["kind"], case["event"]["kind"])
    ids = {"new_id": new_id(case)} if HAS_IDS[case.provider, kind] else {}
    request: Request = getattr(client, kind)(now=case.time("now"), **ids, **event)
    return request


def new_id(case: Case) -> Callable[[], str] | None:
    made = case.get("new_id")
    return None if made is None else lambda: made


def check(case: Case, make: Callable[[str, dict[str, Any]], Any], build: Callable[[Any], Request]) -> None:
    if "outcome" in case and "request" not in case:
        check_outcome(case, make(case.provider, config(case.provider)))
    elif "config_issues" in case:
        with pytest.raises(ConfigError) as refused:
            make(case.provider, case["config"])
        assert codes(refused.value.issues) == expected(case["config_issues"])
    else:
        client = make(case.provider, case["config"])
        if "messages" in case:
            # The method of a class has the name of the provider's requests of several events.
            several = getattr(client, "messages", None) or client.events
            now, ids = case.time("now"), new_id(case)
            # Where the events of a request have nothing in common, the method of a class takes them alone.
            takes_identity = "identity" in inspect.signature(several).parameters
            given = [case["identity"], case["messages"]] if takes_identity else [case["messages"]]
            check_built(case, client, lambda: several(*given, now=now, new_id=ids))
        else:
            check_built(case, client, lambda: build(client))
            check_lane_key(case, client, lambda: build(client))


def check_built(case: Case, client: Client, build: Callable[[], Request]) -> None:
    if "issues" in case:
        with pytest.raises(ValidationError) as refused:
            build()
        assert codes(refused.value.issues) == expected(case["issues"])
        return
    request = build()
    if "lane_key" in case:
        assert request.lane_key() == case["lane_key"]
        return
    assert {
        "method": request.method,
        "url": request.url,
        "headers": [list(pair) for pair in request.headers],
        "body": request.body.decode(),
    } == case["request"]
    assert request.message_ids == (case.get("message_ids") or [])
    assert codes(request.warnings) == expected(case.get("warnings") or [])
    if "outcome" in case:
        answer = case["response"]
        headers = [tuple(pair) for pair in answer["headers"]]
        check_parts(client.interpret(request, int(answer["status"]), headers, answer["body"]), case["outcome"])


def check_lane_key(case: Case, client: Client, build: Callable[[], Request]) -> None:
    """A client returns for an event what the request has that it builds."""
    if "issues" not in case:
        event = case.text if "raw" in case else case["event"]
        assert client.lane_key(event, now=case.time("now")) == build().lane_key()


def check_outcome(case: Case, client: Client) -> None:
    if "response" in case:
        answer = case["response"]
        headers = [tuple(pair) for pair in answer["headers"]]
        body = bytes.fromhex(answer["body_hex"]) if "body_hex" in answer else answer["body"]
        received_at = case.time("received_at")
        request = a_request(case.provider, case["kind"]) if "kind" in case else None
        outcome = client.interpret(request, int(answer["status"]), headers, body, received_at=received_at)
        of_each(
            outcome,
            case,
            lambda other, request: other.interpret(
                request, int(answer["status"]), headers, body, received_at=received_at
            ),
            lambda request: interpret(request, int(answer["status"]), headers, body, received_at=received_at),
        )
    else:
        kind = case["no_response"]
        outcome = client.interpret_no_response(kind)
        of_each(
            outcome,
            case,
            lambda other, _: other.interpret_no_response(kind),
            lambda _: interpret_no_response(kind),
        )
    check_parts(outcome, case["outcome"])


def check_parts(outcome: Outcome, wanted: dict[str, Any]) -> None:
    assert (outcome.kind, outcome.scope) == (wanted["outcome"], wanted["scope"])
    assert outcome.maybe_delivered is wanted["maybe_delivered"]
    wait = wanted["retry_after_ms"]
    assert (outcome.retry_after.total_seconds() * 1000 if outcome.retry_after is not None else None) == wait
    if "reason" in wanted:
        assert outcome.reason == wanted["reason"]
    if "provider_message" in wanted:
        assert outcome.provider_message == wanted["provider_message"]
    if "details" in wanted:
        assert outcome.details == wanted["details"]
    events = [{"outcome": own.kind.value, "scope": own.scope.value} for own in outcome.events]
    assert events == wanted.get("events", [])


def of_each(
    expected: Outcome,
    case: Case,
    of_client: Callable[[Client, Request], Outcome],
    free: Callable[[Request], Outcome],
) -> None:
    """The clients of all providers, asked about a request of one kind, and the free function say the same."""
    request = a_request(case.provider, case.get("kind") or MAIN_KINDS[case.provider])
    for outcome in [of_client(client, request) for client in every_client()] + [free(request)]:
        assert (outcome.kind, outcome.scope, outcome.reason) == (expected.kind, expected.scope, expected.reason)


@cache
def every_client() -> list[Client]:
    clients: list[Client] = [CLASSES[provider](**config(provider)) for provider in CLASSES]
    return clients + [dynamic_client(provider, config(provider)) for provider in CLASSES]


def config(provider: str) -> dict[str, Any]:
    """A configuration for the cases of responses, which have none."""
    found: dict[str, Any] = built_case(provider)["config"]
    return found


@cache
def a_request(provider: str, kind: str) -> Request:
    case = built_case(provider, kind)
    return dynamic_client(provider, case["config"]).build(case.text, now=case.time("now"), new_id=new_id(case))


@cache
def built_case(provider: str, kind: str | None = None) -> Case:
    built = (case for case in CASES.values() if case.provider == provider and "request" in case and "event" in case)
    return next(case for case in built if kind is None or case["event"]["kind"] == kind)


def codes(issues: list[Issue]) -> set[tuple[str, str]]:
    return {(issue.path, issue.code) for issue in issues}


def expected(issues: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(issue["path"], issue["code"]) for issue in issues}
