"""The cases of `vectors/`, as `vectors/README.md` specifies them."""

import json
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from typing_extensions import Self

VECTORS = Path(__file__).parents[2] / "vectors"


class Digits(Decimal):
    """A number that prints as it is written in its case."""

    digits: str

    def __new__(cls, digits: str) -> Self:
        number = super().__new__(cls, digits)
        number.digits = digits
        return number

    def __str__(self) -> str:
        return self.digits


class Pairs(dict[str, Any]):
    """An object of a case, with its repeated keys."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.pairs = pairs


class Case:
    """One case."""

    def __init__(self, provider: str, fields: dict[str, Any]) -> None:
        self.provider = provider
        self.fields = fields

    def __contains__(self, key: str) -> bool:
        return key in self.fields

    def __getitem__(self, key: str) -> Any:
        return self.fields[key]

    def get(self, key: str) -> Any:
        return self.fields.get(key)

    def time(self, key: str) -> datetime | None:
        text = self.get(key)
        return None if text is None else datetime.fromisoformat(text.replace("Z", "+00:00"))

    @property
    def text(self) -> str:
        """The JSON text of the event."""
        raw = self.get("raw")
        if raw is None:
            return to_json(self["event"])
        parts = [raw] if isinstance(raw, str) else raw
        return "".join(part if isinstance(part, str) else part["repeat"] * int(part["times"]) for part in parts)


def all_cases() -> Iterator[tuple[str, Case]]:
    """Every case of every provider, with its title."""
    for path in sorted(path for path in VECTORS.glob("*/*.json") if path.parent.name not in {"delivery", "one_event"}):
        text = path.read_text(encoding="utf-8")
        file = json.loads(text, parse_int=Digits, parse_float=Digits, object_pairs_hook=Pairs)
        for fields in file["cases"]:
            yield f"{file['provider']}: {fields['name']}", Case(file["provider"], fields)


def counts() -> dict[str, int]:
    """How many cases there are, and how many of them only JSON can express."""
    numbers: dict[str, int] = json.loads((VECTORS / "counts.json").read_text())
    return numbers


def to_json(value: Any) -> str:
    """The value as it is written in its case."""
    if isinstance(value, Digits):
        return str(value)
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(key)}:{to_json(member)}" for key, member in value.pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(to_json, value)) + "]"
    return json.dumps(value)
