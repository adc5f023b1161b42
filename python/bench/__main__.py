"""What an Adjust event of about 500 bytes costs on its way from Python to a request, next to what users write by hand.

- `typed`: an event's fields become a request.
- `json_in`: a line of JSON becomes a request.
- `build_many`: a list of 1,000 events becomes a list of requests.
- `build_jsonl`: a text of 10,000 lines becomes the lines of their requests.
- `pydantic`, `pydantic_json`: the fields or the line become a request by way of a pydantic model with the same checks.
- `stdlib`, `stdlib_json`: the same with the standard library only; nothing is checked.

`cargo xtask bench python` runs it. It prints a line of JSON for each; `vs` holds how many times faster it is than
those by hand.
"""

import argparse
import json
import math
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter_ns
from typing import Any

import pydantic_contender
import stdlib_contender
from events import CONFIG, NOW, Sample, samples

from s2s_events import Adjust, Destination

BATCH = 1_000
LINES = 10_000
BY_HAND = ["pydantic", "pydantic_json", "stdlib", "stdlib_json"]

# Many short turns: it takes only one that nothing disturbed, and what disturbs often lasts longer than a round.
ROUNDS = 250
TURN_NS = 4_000_000

MEMORY_BUILDS = 1_000_000
WARM_UP_BUILDS = 100_000


@dataclass(frozen=True)
class Contender:
    name: str
    build: Callable[[Any], Any]
    inputs: Sequence[Any]
    bodies: Callable[[Any], list[bytes]]
    """Takes the bodies out of what `build` returns."""
    events_per_input: int = 1

    @property
    def events(self) -> int:
        return len(self.inputs) * self.events_per_input


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description="What an Adjust event costs on its way to a request.")
    parser.add_argument("--memory", action="store_true", help="measure also what a million builds add to the memory")
    arguments = parser.parse_args()

    contenders = all_contenders(samples())
    agree(contenders)
    # Before the timing, whose large batches leave room in which growth would not show.
    typed = contenders[0]
    growth = memory_growth(typed) if arguments.memory else None
    times = shortest(contenders)
    for name, time in times.items():
        vs = {other: round(times[other] / time, 2) for other in BY_HAND if other != name}
        print(json.dumps({"name": name, "us_per_event": round(time, 3), "vs": vs}))
    if growth is not None:
        print(json.dumps({"name": "memory", "builds": MEMORY_BUILDS, "growth_mb": round(growth / 1_000_000, 2)}))


def all_contenders(all_samples: list[Sample]) -> list[Contender]:
    adjust = Adjust(**CONFIG)
    destination = Destination.from_config({"provider": "adjust", **CONFIG})
    careful = pydantic_contender.Client(**CONFIG)
    hurried = stdlib_contender.Client(**CONFIG)

    fields = [sample.fields for sample in all_samples]
    lines = [sample.line for sample in all_samples]
    events = [sample.event for sample in islice(cycle(all_samples), BATCH)]
    jsonl = "".join(f"{line}\n" for line in islice(cycle(lines), LINES)).encode()

    def body(request: Any) -> list[bytes]:
        return [request.body]

    def body_of_tuple(request: tuple[str, dict[str, str], bytes]) -> list[bytes]:
        return [request[2]]

    def bodies_of_lines(built: bytes) -> list[bytes]:
        return [json.loads(line)["request"]["body"].encode() for line in built.splitlines()]

    return [
        Contender("typed", lambda fields: adjust.event(now=NOW, **fields), fields, body),
        Contender("json_in", lambda line: destination.build(line, now=NOW), lines, body),
        Contender(
            "build_many",
            lambda events: destination.build_many(events, now=NOW),
            [events],
            lambda requests: [request.body for request in requests],
            BATCH,
        ),
        Contender("build_jsonl", lambda text: destination.build_jsonl(text, now=NOW), [jsonl], bodies_of_lines, LINES),
        Contender("pydantic", lambda fields: careful.build(fields, NOW), fields, body),
        Contender("pydantic_json", lambda line: careful.build_json(line, NOW), lines, body),
        Contender("stdlib", hurried.build, fields, body_of_tuple),
        Contender("stdlib_json", hurried.build_json, lines, body_of_tuple),
    ]


def agree(contenders: list[Contender]) -> None:
    """Checks that every contender does the same work: the same body for every sample."""
    first, *others = ([body for given in own.inputs for body in own.bodies(own.build(given))] for own in contenders)
    for contender, bodies in zip(contenders[1:], others, strict=True):
        if bodies != list(islice(cycle(first), contender.events)):
            sys.exit(f"`{contenders[0].name}` and `{contender.name}` differ")


def shortest(contenders: list[Contender]) -> dict[str, float]:
    """The shortest time of each contender, in microseconds per event.

    They take turns, so that what else runs on the machine meets all of them, and the shortest turn is the one that it
    disturbed least.
    """
    passes = {contender.name: passes_of_a_turn(contender) for contender in contenders}
    times = dict.fromkeys(passes, math.inf)
    for _ in range(ROUNDS):
        for contender in contenders:
            time = turn(contender, passes[contender.name]) / contender.events / 1_000
            times[contender.name] = min(times[contender.name], time)
    return times


def passes_of_a_turn(contender: Contender) -> int:
    passes = 1
    while turn(contender, passes) * passes < TURN_NS:
        passes *= 2
    return passes


def turn(contender: Contender, passes: int) -> float:
    """The nanoseconds of one pass over the inputs, as the mean of a turn."""
    build, inputs = contender.build, contender.inputs
    start = perf_counter_ns()
    for _ in range(passes):
        for given in inputs:
            build(given)
    return (perf_counter_ns() - start) / passes


def memory_growth(contender: Contender) -> int:
    """By how many bytes the process grows while it builds a million events, after those that warm it up."""

    def build(count: int) -> None:
        for given in islice(cycle(contender.inputs), count):
            contender.build(given)

    build(WARM_UP_BUILDS)
    before = resident_bytes()
    build(MEMORY_BUILDS)
    return resident_bytes() - before


def resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
