"""Neutral events from events of other formats.

    converted = one_event.from_segment(track, names={"Gift Opened": "custom"})
    parts = destinations.fan_out({**converted.event, "source": "web"})

Nothing is dropped in silence: what has no place in the neutral event is in `Converted.unmapped`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._one_event import Converted

__all__ = ["Converted", "from_ga4", "from_segment"]


def from_segment(
    track: Mapping[str, Any] | str | bytes,
    *,
    names: Mapping[str, str] | None = None,
    params: Sequence[str] | None = None,
) -> Converted:
    """Converts a `track` call of Segment's spec, a mapping or JSON.

    Known are the common fields, and the names and properties of Segment's ecommerce, B2B SaaS and mobile events.

    - `names` adds names of your own, each with the neutral event that it is (`s2s_events.types.Event`). They count
      before Segment's. `custom` keeps your name as the `name` of a custom event.
    - `params` are properties that become parameters of the same name: texts, numbers or truth values.
    - The value is the first that is given of `total`, `value` and `revenue`. Where it is `revenue`, `tax` and
      `shipping` have no place. An amount without a `currency` has none in the neutral event either.
    - `source` is not in a `track` call: set it in the neutral event.

    Raises:
        ValidationError: it is not a `track` call, a key appears more than once, or its `event` has no neutral event.
        ConfigError: the options have issues.

    """
    return _native.from_segment(track, {"names": names, "params": params})


def from_ga4(
    body: Mapping[str, Any] | str | bytes,
    *,
    names: Mapping[str, str] | None = None,
    params: Sequence[str] | None = None,
) -> Converted:
    """Converts a body of Google Analytics' Measurement Protocol with one event, a mapping or JSON.

    Known are the recommended events. `names` and `params` are those of `from_segment`. Google's `value` is without tax
    and shipping: with a value, they have no place. `source` is not in a body: set it in the neutral event.

    Raises:
        ValidationError: it is not a body with exactly one event, a key appears more than once, or the event's `name`
            has no neutral event.
        ConfigError: the options have issues.

    """
    return _native.from_ga4(body, {"names": names, "params": params})
