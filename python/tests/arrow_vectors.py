"""Values of `vectors/` as columns of Arrow."""

from decimal import Decimal
from typing import Any

import pyarrow as pa
from vectors import Digits, Pairs, to_json

JSON = {"ARROW:extension:name": "arrow.json"}


class FreeError(Exception):
    """Only a column of JSON holds the value: a list of several types, a null in an object, a number such as `1e2`."""


def column(value: Any) -> tuple[pa.Array, dict[str, str] | None]:
    """A column of one value, and the metadata of its field."""
    try:
        return array(value), None
    except FreeError:
        return pa.array([to_json(value)]), JSON


def array(value: Any) -> pa.Array:
    if isinstance(value, Digits):
        return number(value)
    if isinstance(value, Pairs):
        members = [(key, *column(member)) for key, member in value.pairs]
        if not members or any(member is None for _, member in value.pairs):
            raise FreeError
        if any("\0" in key for key, *_ in members):
            # The name of a column ends there, as a text of C.
            return map_of(members)
        fields = [pa.field(key, member.type, metadata=metadata) for key, member, metadata in members]
        return pa.StructArray.from_arrays([member for _, member, _ in members], fields=fields)
    if isinstance(value, list):
        # No type says what an empty list is of.
        if not value:
            raise FreeError
        return items([array(item) for item in value])
    return pa.array([value], pa.null() if value is None else None)


def map_of(members: list[tuple[str, pa.Array, Any]]) -> pa.Array:
    values = pa.concat_arrays([member for _, member, _ in members])
    return pa.MapArray.from_arrays(
        pa.array([0, len(values)], pa.int32()), pa.array([key for key, *_ in members]), values
    )


def items(arrays: list[pa.Array]) -> pa.Array:
    if len({str(item.type) for item in arrays}) > 1:
        raise FreeError
    values = pa.concat_arrays(arrays)
    return pa.ListArray.from_arrays(pa.array([0, len(values)], pa.int32()), values)


def number(value: Digits) -> pa.Array:
    digits = value.digits
    if digits.lstrip("-").isdigit():
        if digits != str(int(digits)) or digits == "-0":
            raise FreeError
        if -(2**63) <= int(digits) < 2**63:
            return pa.array([int(digits)], pa.int64())
    if format(Decimal(digits), "f") != digits or value.is_zero() or len(value.as_tuple().digits) > 76:
        raise FreeError
    return decimal(Decimal(digits))


def decimal(value: Decimal) -> pa.Array:
    _, digits, exponent = value.as_tuple()
    scale = -int(exponent)
    return pa.array([value], pa.decimal256(max(len(digits), scale, 1), scale))


def table(members: list[tuple[str, Any]]) -> pa.Table:
    """A table of one row, with the columns that it has."""
    columns = [(name, *column(value)) for name, value in members if value is not None]
    fields = [pa.field(name, value.type, metadata=metadata) for name, value, metadata in columns]
    return pa.table([value for _, value, _ in columns], schema=pa.schema(fields))
