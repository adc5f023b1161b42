"""Results of neutral events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from ._errors import Issue
from ._native import Request
from .types import Event, Provider


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """Result of a neutral event at one destination: a request, issues, or nothing.

    Its `repr` shows the destination, the verdict, and the codes of issues and warnings. It shows no value.
    """

    destination: str
    """Label of the destination: its name, or its provider's where it has none.

    A destination that has the name of a provider is `destination.NAME`.
    """
    provider: Provider
    """Name of the destination's provider API."""
    request: Request | None
    """The request, or `None` where the event has issues there or is skipped.

    Its `warnings` also name the fields that the destination has no place for, where its `mapping` allows them.
    """
    issues: tuple[Issue, ...]
    """The issues of the event at the destination; empty unless it has some. Paths are those of the neutral event."""
    is_skipped: bool
    """True if the destination's `events` say `skip` for the event."""

    def __repr__(self) -> str:
        verdict = "skipped" if self.is_skipped else "refused" if self.request is None else "built"
        found = self.issues if self.request is None else self.request.warnings
        return f"<Part {', '.join([f'{self.destination}: {verdict}', *(issue.code for issue in found)])}>"


How: TypeAlias = Literal["plain", "hashed", "named", "withheld"]
"""How a value gets to its place.

- `plain`: as it is, or in the provider's form of it.
- `hashed`: as a digest of its normal form.
- `named`: in the provider's word for it.
- `withheld`: not at all, because the user has not consented.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """Place of a field of a neutral event at a destination. It holds no value."""

    from_: str
    """The field: a JSON Pointer into the neutral event, with `*` for the position of an item."""
    to: str
    """The field of the provider's own event: a JSON Pointer, with `*` for a position."""
    how: How
    """How the value gets there."""
    is_given: bool
    """True if the event has the field."""


@dataclass(frozen=True, slots=True, repr=False)
class Explained:
    """Result of a neutral event at one destination, with the places of its fields there."""

    part: Part
    """The result."""
    rows: tuple[Row, ...]
    """The fields that have a place there, also those that the event does not have; empty where it is skipped."""

    def __repr__(self) -> str:
        return f"<Explained {self.part!r}, {len(self.rows)} rows>"


@dataclass(frozen=True, slots=True, repr=False)
class Converted:
    """An event of another format as a neutral event.

    Its `repr` shows the codes of what is not in it, and no value.
    """

    event: Event
    """The neutral event. Only what the other event says is in it: it may lack what a destination requires."""
    unmapped: tuple[Issue, ...]
    """What is not in the neutral event, by its path in the other one: at most 100 issues.

    The code is `unmapped_field` for what has no place, or says why a value does not fit into its place.
    """

    def __repr__(self) -> str:
        return f"<Converted {', '.join([f'{len(self.unmapped)} unmapped', *(issue.code for issue in self.unmapped)])}>"


for _class in (Part, Row, Explained):
    _class.__module__ = "s2s_events"
Converted.__module__ = "s2s_events.one_event"
