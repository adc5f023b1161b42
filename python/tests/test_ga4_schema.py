"""The bodies that the vectors of `ga4` expect are those of Google's reference, as a JSON Schema has it.

The schema is written from the reference alone. `test_vectors.py` compares the vectors with what is built.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from vectors import VECTORS

SCHEMA = json.loads((Path(__file__).parent / "ga4.schema.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def bodies() -> list[tuple[str, str]]:
    cases = [case for file in sorted((VECTORS / "ga4").glob("*.json")) for case in json.loads(file.read_text())["cases"]]
    return [(case["name"], case["request"]["body"]) for case in cases if "request" in case]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("name", "body"), bodies())
def test_a_body_is_what_the_reference_describes(name: str, body: str) -> None:
    VALIDATOR.validate(json.loads(body))
    assert len(body.encode()) <= 133_120


def test_a_request_of_any_other_form_is_refused() -> None:
    event: dict[str, Any] = {"name": "login", "params": {}}
    for body in [
        {"events": [event]},
        {"client_id": "1.2", "events": []},
        {"client_id": "1.2", "events": [event] * 26},
        {"client_id": "1.2", "app_instance_id": "0" * 32, "events": [event]},
        {"client_id": "1.2", "events": [{"name": "session_start", "params": {}}]},
        {"client_id": "1.2", "events": [{"name": "login", "params": {"ga_x": 1}}]},
        {"client_id": "1.2", "events": [{"name": "login", "params": {"a": None}}]},
        {"client_id": "1.2", "events": [{"name": "refund", "params": {"value": 1, "currency": "USD"}}]},
        {"client_id": "1.2", "events": [{"name": "login", "params": {"value": "9.99", "currency": "USD"}}]},
        {"client_id": "1.2", "user_properties": {"tier": "gold"}, "events": [event]},
    ]:
        assert not VALIDATOR.is_valid(body), body
