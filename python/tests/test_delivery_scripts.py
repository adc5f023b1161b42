"""Every script of `vectors/delivery`, as `vectors/README.md` specifies them."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from vectors import VECTORS

from s2s_events import Destination, Request
from s2s_events.delivery import (
    Cancel,
    CannotRunError,
    Delivery,
    Done,
    Idle,
    RefusedError,
    Report,
    ReportsReady,
    Send,
    Store,
    StoreLog,
    Ticket,
    Wait,
    WaitForAnswer,
    WaitUntil,
)


def all_scripts() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(VECTORS.glob("delivery/*.json")):
        for script in json.loads(path.read_text(encoding="utf-8"))["scripts"]:
            yield script["name"], script


SCRIPTS = dict(all_scripts())


def test_no_script_is_skipped_by_mistake() -> None:
    assert json.loads((VECTORS / "scripts.json").read_text()) == {"scripts": len(SCRIPTS)}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_goes_as_it_is_written(name: str) -> None:
    script = Script(SCRIPTS[name])
    for position, step in enumerate(SCRIPTS[name]["steps"]):
        assert script.step(step) == step.get("expect"), f"step {position}: {step}"


class Script:
    def __init__(self, script: dict[str, Any]) -> None:
        self.begin = datetime.fromisoformat(script["now"].replace("Z", "+00:00"))
        self.config = script["config"]
        self.seed = script["seed"]
        self.destinations = script["destinations"]
        self.delivery = Delivery(seed=self.seed, **self.config)
        self.log = b""
        self.tickets: dict[str, Ticket] = {}
        self.to_store = StoreLog(b"", replaces=False)
        """What a run has asked to store."""

    def step(self, step: dict[str, Any]) -> Any:  # noqa: PLR0911, PLR0912
        """Does a step; gives what it has led to."""
        now = self.begin + timedelta(milliseconds=step["at"])
        match step:
            case {"submit": name, "event": event}:
                return self.submit(name, event, step, now)
            case {"poll": True}:
                return self.poll(step["expect"], now)
            case {"answer": ticket, "status": status}:
                headers = [tuple(pair) for pair in step.get("headers", [])]
                return self.delivery.on_response(self.tickets[ticket], status, headers, step.get("body", ""), now=now)
            case {"answer": ticket, "no_response": kind}:
                return self.delivery.on_no_response(self.tickets[ticket], kind, now=now, cause=step.get("cause"))
            case {"reports": True}:
                return [told(report) for report in self.delivery.take_reports()]
            case {"acknowledge": name}:
                return self.delivery.acknowledge(name)
            case {"store": succeeds}:
                return self.store(succeeds=succeeds)
            case {"compact": succeeds}:
                return self.compact(succeeds=succeeds)
            case {"snapshot": True}:
                snapshot = self.delivery.snapshot()
                self.log = snapshot or b""
                return snapshot is not None
            case {"restart": torn}:
                log = self.log[: max(len(self.log) - torn, 0)]
                self.delivery, whole = Delivery.restore(log, seed=self.seed, **self.config)
                self.log = log[:whole]
                return self.delivery.stats().pending
            case {"resume": destination}:
                return self.delivery.resume(destination, now=now)
            case {"renew": destination, "destinations": destinations, "event": event}:
                return self.delivery.renew_credentials(destination, request(destinations, event, now))
            case {"stats": True}:
                return self.stats()
        return self.step_of_a_run(step, now)

    def step_of_a_run(self, step: dict[str, Any], now: datetime) -> Any:  # noqa: PLR0911, PLR0912
        run = self.delivery.run
        match step:
            case {"begin": options}:
                try:
                    run.begin(**options)
                except CannotRunError as error:
                    return error.code
                return "begun"
            case {"next": True}:
                return self.next(step["expect"], now)
            case {"stored": True}:
                log = self.to_store.log
                self.log = log if self.to_store.replaces else self.log + log
                return run.stored()
            case {"stored": False}:
                return run.not_stored(self.to_store.log)
            case {"reported": count}:
                return run.reported(count)
            case {"error": ticket, "kind": kind}:
                return run.on_error(self.tickets[ticket], kind, cause=step.get("cause"), now=now)
            case {"withdraw": ticket}:
                return run.withdraw(self.tickets[ticket], now=now)
            case {"stop": True}:
                return run.stop()
            case {"finish": True}:
                return run.finish()
            case {"cancel": True}:
                return run.cancel()
            case {"fail": True}:
                return run.fail()
            case {"abandon": True}:
                return run.abandon(now=now)
        pytest.fail("there is no such step")

    def submit(self, name: str, event: dict[str, Any], step: dict[str, Any], now: datetime) -> str:
        try:
            accepted = self.delivery.submit(
                name,
                request(self.destinations, event, now),
                destination=step.get("destination"),
                lane=step.get("lane"),
                now=now,
            )
        except RefusedError as refused:
            return refused.code
        return "dated" if accepted.is_dated else "accepted"

    def poll(self, expected: Any, now: datetime) -> Any:
        match self.delivery.poll(now=now):
            case Send(ticket, sent):
                return self.sent(ticket, sent, expected)
            case Store():
                return "store"
            case WaitUntil(time):
                return {"wait_until": (time - self.begin) / timedelta(milliseconds=1)}
            case WaitForAnswer():
                return "wait_for_answer"
            case Idle():
                return "idle"

    def next(self, expected: Any, now: datetime) -> Any:
        match self.delivery.run.next(now=now):
            case Send(ticket, sent):
                return self.sent(ticket, sent, expected)
            case StoreLog() as to_store:
                self.to_store = to_store
                return {"store": "replace" if to_store.replaces else "append"}
            case ReportsReady():
                return {"report": [[report.id, report.kind.value] for report in self.delivery.run.reports()]}
            case Cancel(ticket):
                return {"cancel": next(name for name, known in self.tickets.items() if known == ticket)}
            case Wait(seconds):
                return {"wait": round(seconds * 1000)}
            case Done():
                return "done"

    def sent(self, ticket: Ticket, sent: Request, expected: Any) -> dict[str, Any]:
        """Remembers the ticket of a request by the name that the script gives it."""
        name = expected["send"] if isinstance(expected, dict) and "send" in expected else "?"
        self.tickets[name] = ticket
        return {"send": name, **self.shown(sent, expected)}

    def shown(self, sent: Request, expected: Any) -> dict[str, Any]:
        """What a step wants to know of a request."""
        body = sent.body.decode()
        shown: dict[str, Any] = {}
        if "body" in expected:
            shown["body"] = body
        if "contains" in expected:
            shown["contains"] = expected["contains"] if expected["contains"] in body else body
        if "ids" in expected:
            shown["ids"] = sent.message_ids
        return shown

    def store(self, *, succeeds: bool) -> bool:
        log = self.delivery.take_log()
        if succeeds:
            self.log += log
            self.delivery.log_stored()
        else:
            self.delivery.log_not_stored(log)
        return log != b""

    def compact(self, *, succeeds: bool) -> bool:
        snapshot = self.delivery.take_snapshot()
        if snapshot is None:
            return False
        if succeeds:
            self.log = snapshot
            self.delivery.log_stored()
        else:
            self.delivery.log_not_stored(b"")
        return True

    def stats(self) -> dict[str, Any]:
        stats = self.delivery.stats()
        names = (
            *("submitted", "delivered", "duplicate", "dropped", "gave_up", "requests"),
            *("pending", "in_flight", "lanes", "remembered_lanes"),
        )
        destinations = [[own.name, own.state.value] for own in stats.destinations]
        return {**{name: getattr(stats, name) for name in names}, "destinations": destinations}


def request(destinations: dict[str, Any], event: dict[str, Any], now: datetime) -> Request:
    fields = {key: value for key, value in event.items() if key != "destination"}
    if "destination" in event:
        config = destinations["destination"][event["destination"]]
    else:
        config = {"provider": event["provider"], **destinations[event["provider"]]}
    return Destination.from_config(config).build(fields, now=now, new_id=None)


def told(report: Report) -> dict[str, Any]:
    names = ("id", "destination", "kind", "reason", "maybe_delivered", "attempts")
    cause = {} if report.cause is None else {"cause": report.cause}
    return {name: getattr(report, name) for name in names} | cause
