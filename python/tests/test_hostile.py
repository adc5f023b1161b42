"""No input crashes the process, takes long or is taken half."""

import gc
import json
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from numbers import Integral
from typing import Any

import pytest

from s2s_events import Adjust, Destination, Metrix, Request, ValidationError

TIME = "2026-11-20T10:00:00Z"

# Much of what they get is what type checkers refuse.
adjust: Any = Adjust(app_token="4w565xzmb54d")
metrix: Any = Metrix(app_id="your-app-id", api_key="your-api-key")


def action(**attributes: Any) -> Request:
    request: Request = metrix.action(custom_user_id="u", id="1", time=TIME, name="aewqd", attributes=attributes)
    return request


def codes(build: Callable[[], object]) -> set[str]:
    with pytest.raises(ValidationError) as raised:
        build()
    return {issue.code for issue in raised.value.issues}


class Endless(Mapping[str, Any]):
    def __getitem__(self, key: str) -> Any:
        return self

    def __iter__(self) -> Iterator[str]:
        return iter(["a"])

    def __len__(self) -> int:
        return 1


class Raising(Mapping[str, Any]):
    def __init__(self, where: str) -> None:
        self.where = where

    def fail(self, where: str) -> None:
        if where == self.where:
            raise OSError(where)

    def __getitem__(self, key: str) -> Any:
        self.fail("getitem")
        return "value"

    def __iter__(self) -> Iterator[str]:
        self.fail("iter")
        yield "a"
        self.fail("next")

    def __len__(self) -> int:
        self.fail("len")
        return 1


class Mutating(dict[str, Any]):
    """Changes itself whenever it is read."""

    def items(self) -> Any:
        for number in range(100):
            self[str(number)] = "more"
            yield str(number), self


@Integral.register
class Emptying:
    """Empties what holds it when it is read."""

    def __init__(self, holder: Any) -> None:
        self.holder = holder

    def __index__(self) -> int:
        self.holder.clear()
        gc.collect()
        return 1


def test_recursion_is_an_issue() -> None:
    loop: list[Any] = []
    loop.append(loop)
    circle: dict[str, Any] = {}
    circle["a"] = {"b": circle}
    for value in (loop, circle, Endless()):
        assert codes(partial(action, value=value)) == {"too_deep"}
    deep: Any = None
    for _ in range(100_000):
        deep = [deep]
    assert codes(lambda: action(value=deep)) == {"too_deep"}


@pytest.mark.parametrize("where", ["getitem", "iter", "next"])
def test_a_mapping_that_raises_is_an_issue(where: str) -> None:
    with pytest.raises(ValidationError, match="raised `OSError`"):
        action(value=Raising(where))
    assert "wrong_type" in codes(lambda: adjust.event(event_token="f0ob4r", callback_params=Raising(where)))


class Interrupted(Mapping[str, Any]):
    """Ctrl-C while it is read."""

    reads = 0

    def __getitem__(self, key: str) -> Any:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        self.reads += 1
        raise KeyboardInterrupt

    def __len__(self) -> int:
        return 1


def test_an_interruption_ends_the_reading_at_once() -> None:
    interrupted = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        action(value=[interrupted, interrupted])
    assert interrupted.reads == 1


class Text(str):
    """A text that raises when anything but its characters is asked for."""

    __slots__ = ()

    def __str__(self) -> str:
        raise OSError

    def __hash__(self) -> int:
        return 5


class Item(Mapping[str, Any]):
    """A mapping whose `keys` or `items` raise, or give what is none."""

    def __init__(self, items: Any) -> None:
        self.own = items

    def items(self) -> Any:
        if isinstance(self.own, BaseException):
            raise self.own
        return self.own

    keys = items

    def __getitem__(self, key: str) -> Any:
        raise LookupError

    def __iter__(self) -> Iterator[str]:
        raise LookupError

    def __len__(self) -> int:
        raise LookupError


GOOD: dict[str, Any] = {
    "provider": "adjust",
    "kind": "event",
    "event_token": "f0ob4r",
    "adid": "18546f6171f67e29d1cb983322ad1329",
}


def circle() -> Any:
    event = dict(GOOD)
    event["callback_params"] = event
    return event


def released() -> memoryview:
    view = memoryview(b"{}")
    view.release()
    return view


HOSTILE: dict[str, Callable[[], Any]] = {
    "None": lambda: None,
    "an integer": lambda: 5,
    "a float": lambda: float("nan"),
    "an object": object,
    "a class": lambda: dict,
    "a list": lambda: [GOOD],
    "a tuple of pairs": lambda: tuple(GOOD.items()),
    "a generator": lambda: (pair for pair in GOOD.items()),
    "an exception": lambda: ValueError("x"),
    "an empty text": lambda: "",
    "a text that is no JSON": lambda: "{",
    "bytes that are no UTF-8": lambda: b'{"provider":"\xff"}',
    "a byte order mark twice": lambda: "\ufeff\ufeff{}",
    "a text with half a pair": lambda: '{"provider":"\ud800"}',
    "a memoryview of numbers": lambda: memoryview(array("d", [1.5])),
    "a memoryview with steps": lambda: memoryview(b"{}{}")[::2],
    "a released memoryview": released,
    "a mapping that raises": lambda: Raising("iter"),
    "a mapping that raises at a key": lambda: Raising("getitem"),
    "a mapping without end": Endless,
    "items that raise": lambda: Item(OSError("x")),
    "items that raise RecursionError": lambda: Item(RecursionError()),
    "items that raise MemoryError": lambda: Item(MemoryError()),
    "items that are none": lambda: Item(5),
    "items that are no pairs": lambda: Item([1, 2]),
    "items that are triples": lambda: Item([(1, 2, 3)]),
    "a dict that changes": Mutating,
    "a circle": circle,
    "a key that is no text": lambda: {**GOOD, 5: 1},
    "a key that is half a pair": lambda: {**GOOD, "\ud800": 1},
    "a key of a class of its own": lambda: {**GOOD, Text("callback_params"): {Text("\udfff"): "a"}},
    "a value that is half a pair": lambda: {**GOOD, "event_token": "\udc00"},
    "a value that raises": lambda: {**GOOD, "callback_params": Raising("iter")},
    "a value that has no text": lambda: {**GOOD, "revenue": Nested(0), "currency": "USD"},
    "nan": lambda: {**GOOD, "revenue": float("nan"), "currency": "USD"},
    "a huge integer": lambda: {**GOOD, "revenue": 10**5_000, "currency": "USD"},
    "Decimal NaN": lambda: {**GOOD, "revenue": Decimal("NaN"), "currency": "USD"},
    "Decimal sNaN": lambda: {**GOOD, "revenue": Decimal("sNaN"), "currency": "USD"},
    "Decimal Infinity": lambda: {**GOOD, "revenue": Decimal("-Infinity"), "currency": "USD"},
    "a Decimal of any size": lambda: {**GOOD, "revenue": Decimal("1e999999"), "currency": "USD"},
}


@pytest.fixture
def destination() -> Destination:
    return Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_event_of_many_is_an_issue_at_its_place(name: str, destination: Destination) -> None:
    events = [GOOD, HOSTILE[name](), GOOD, HOSTILE[name](), json.dumps(GOOD)]
    built = destination.build_many(events)
    assert [type(one) for one in built] == [Request, ValidationError, Request, ValidationError, Request]
    assert all(one.issues for one in built if isinstance(one, ValidationError))
    with pytest.raises(ValidationError):
        destination.build_many(events, on_error="raise")


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_is_no_exception_passes_through_many(raised: type[BaseException], destination: Destination) -> None:
    reads = 0

    class Counting(Item):
        def items(self) -> Any:
            nonlocal reads
            reads += 1
            return super().items()

    for event in (Counting(raised()), {**GOOD, "callback_params": Counting(raised())}):
        reads = 0
        with pytest.raises(raised):
            destination.build_many([GOOD, event, event])
        assert reads == 1


def test_an_iterable_that_raises_is_not_an_event(destination: Destination) -> None:
    def events() -> Iterator[Any]:
        yield GOOD
        raise LookupError

    with pytest.raises(LookupError):
        destination.build_many(events())


def test_a_new_id_that_raises_is_not_an_event() -> None:
    def new_id() -> str:
        raise LookupError

    many = Destination.from_config({"provider": "metrix", "app_id": "a", "api_key": "k"})
    with pytest.raises(LookupError):
        many.build_many(
            [{"provider": "metrix", "kind": "action", "custom_user_id": "u", "time": TIME, "name": "aewqd"}],
            new_id=new_id,
        )


def test_lines_that_are_wrong_are_issues_of_their_own(destination: Destination) -> None:
    good = json.dumps(GOOD).encode()
    wrong = [b"\0", b"\xff\xfe", b"{", b"null", b"[]", b'"\\ud800"', b'{"a":"\xc3"}', b"\xef\xbb\xbf{", good + b"\0"]
    lines = good + b"\n" + b"\n".join(line + b"\r\n" + good for line in wrong)
    built = [json.loads(line) for line in destination.build_jsonl(lines).splitlines()]
    assert [one["line"] for one in built] == list(range(1, 2 + 2 * len(wrong)))
    assert ["issues" in one for one in built] == [False] + [True, False] * len(wrong)


class Nested:
    """Builds an event whenever it is read."""

    reads = 0

    def __init__(self, depth: int) -> None:
        self.depth = depth

    def __index__(self) -> int:
        Nested.reads += 1
        if self.depth == 0:
            raise LookupError
        with pytest.raises(ValidationError):
            action(value=Nested(self.depth - 1))
        raise LookupError


Integral.register(Nested)


def test_an_object_is_read_twice_at_the_most() -> None:
    Nested.reads = 0
    assert codes(lambda: action(value=Nested(6))) == {"wrong_type"}
    assert Nested.reads <= 2**8


def test_containers_that_change_while_they_are_read_are_read_as_they_were() -> None:
    params: dict[str, Any] = {}
    params.update(first=Emptying(params), second=2)
    items: list[Any] = []
    items.extend([Emptying(items), 2])
    assert action(value=params).body.endswith(b'{"value":{"first":1,"second":2}}}]}')
    assert action(value=items).body.endswith(b'{"value":[1,2]}}]}')
    assert codes(lambda: action(value=Mutating())) == {"too_deep"}


def test_another_thread_changes_a_dict_meanwhile() -> None:
    params: dict[str, str] = {"a": "1"}
    is_over = threading.Event()

    def change() -> None:
        while not is_over.is_set():
            for number in range(50):
                params[f"k{number}"] = "v"
            params.clear()

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(5_000):
            adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329", callback_params=params)
    finally:
        is_over.set()
        thread.join()


def test_huge_inputs_are_refused_quickly() -> None:
    many = {f"field_{number}": number for number in range(200_000)}
    # Of this process alone: what else runs on the machine does not count.
    start = time.process_time()
    assert "too_many_issues" in codes(lambda: adjust.event(**many))
    assert "too_large" in codes(
        lambda: adjust.event(
            event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329", callback_params={"a": "x" * 5_000_000}
        )
    )
    assert codes(lambda: action(value=["x" * 100] * 100_000)) == {"too_large"}
    assert "too_many_messages" in codes(lambda: metrix.messages({"custom_user_id": "u"}, [{}] * 100_000))
    assert time.process_time() - start < 20


def test_every_kind_of_object_is_taken_or_refused() -> None:
    objects: list[Any] = [
        object(),
        type,
        len,
        sys,
        gc,
        Ellipsis,
        NotImplemented,
        1j,
        range(3),
        {1},
        frozenset(),
        b"",
        slice(1),
        iter([]),
        lambda: 0,
    ]
    for value in objects:
        for name in ("event_token", "revenue", "created_at", "callback_params", "tracking_enabled", "att_status"):
            with pytest.raises(ValidationError):
                adjust.event(**{"event_token": "f0ob4r", name: value})


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        '"\ud800"',
        "[" * 100_000,
        '{"a":' * 100_000,
        "{" + '"a":1,' * 100_000,
        "\0",
        "nul",
        '{"provider":"adjust"}}',
    ],
)
def test_texts_that_are_no_events_are_refused(text: str) -> None:
    destination = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    assert codes(lambda: destination.build(text)) & {"invalid_unicode", "invalid_json", "wrong_type", "trailing_data"}


def test_threads_share_clients() -> None:
    destination = Destination.from_config({"provider": "adjust", "app_token": "4w565xzmb54d"})
    bodies: list[set[bytes]] = []

    def build() -> None:
        event = {
            "provider": "adjust",
            "kind": "event",
            "event_token": "f0ob4r",
            "adid": "18546f6171f67e29d1cb983322ad1329",
        }
        lines = (json.dumps(event) + "\n").encode() * 50
        results = {destination.build(event).body for _ in range(500)}
        results |= {
            json.loads(line)["request"]["body"].encode() for line in destination.build_jsonl(lines).splitlines()
        }
        bodies.append(results)

    threads = [threading.Thread(target=build) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(bodies) == 16
    assert len(set.union(*bodies)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_fork_goes_on() -> None:
    script = """
import os
from s2s_events import Adjust
adjust = Adjust(app_token="4w565xzmb54d")
build = lambda: adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329").body
before = build()
child = os.fork()
if child == 0:
    os._exit(0 if build() == before else 1)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert build() == before
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", script], check=True)


def test_nothing_keeps_what_was_read() -> None:
    class Text(str):
        __slots__ = ()

    value = Text("x" * 100)
    params = {"key": value}
    wrong = {"key": value, "other": object()}
    references = sys.getrefcount(value), sys.getrefcount(params), sys.getrefcount(wrong)
    for _ in range(1_000):
        adjust.event(event_token="f0ob4r", adid="18546f6171f67e29d1cb983322ad1329", callback_params=params)
        with pytest.raises(ValidationError):
            adjust.event(event_token="f0ob4r", callback_params=wrong)
        with pytest.raises(ValidationError):
            action(value=[value, Raising("next")])
    assert (sys.getrefcount(value), sys.getrefcount(params), sys.getrefcount(wrong)) == references


def test_building_does_not_grow_the_memory() -> None:
    if sys.platform != "linux":
        pytest.skip("memory is measured on Linux only")
    # In a process of its own: what the other tests have left would be counted, too.
    grown = subprocess.run([sys.executable, "-c", GROWTH], check=True, capture_output=True, text=True).stdout
    assert int(grown) < 5_000_000


GROWTH = """
import os
from datetime import datetime, timezone
from pathlib import Path

from s2s_events import Metrix

metrix = Metrix(app_id="your-app-id", api_key="your-api-key")
attributes = {"text": "é" * 20, "number": 1.5, "list": [1, None]}


def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def build(times):
    for _ in range(times):
        now = datetime.now(timezone.utc)
        request = metrix.action(custom_user_id="u", id="1", time=now, name="aewqd", attributes=attributes)
        request.to_dict()
        metrix.interpret(request, 200, {"a": "b"}, b'{"a":[1,2.5]}').details


build(20_000)
before = resident()
build(100_000)
print(resident() - before)
"""
