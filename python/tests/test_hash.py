"""Every vector of `vectors/hashes.json`."""

import json
from typing import Any

import pytest
from vectors import VECTORS

from s2s_events import ValidationError, hash  # noqa: A004

HASHES = json.loads((VECTORS / "hashes.json").read_text())
FUNCTIONS = {name: getattr(hash, name) for name in hash.__all__}


def test_every_vector_is_run() -> None:
    assert len(HASHES["hashes"]) == HASHES["count"]


@pytest.mark.parametrize("vector", HASHES["hashes"], ids=lambda vector: f"{vector['function']}({vector['input']!r})")
def test_a_vector_holds(vector: dict[str, Any]) -> None:
    hashed = FUNCTIONS[vector["function"]]
    code = {"default_calling_code": vector["default_calling_code"]} if "default_calling_code" in vector else {}
    if "digest" in vector:
        assert hashed(vector["input"], **code) == vector["digest"]
        return
    with pytest.raises(ValidationError) as caught:
        hashed(vector["input"], **code)
    assert [{"path": issue.path, "code": issue.code} for issue in caught.value.issues] == [vector["issue"]]


def test_half_of_a_surrogate_pair_is_an_issue_that_does_not_repeat_the_value() -> None:
    with pytest.raises(ValidationError) as caught:
        hash.email("canary\ud800")
    assert [(issue.path, issue.code) for issue in caught.value.issues] == [("/email", "invalid_unicode")]
    assert "canary" not in f"{caught.value!r} {caught.value}"


def test_another_type_is_an_error_that_does_not_repeat_the_value() -> None:
    with pytest.raises(TypeError) as caught:
        hash.email(b"canary")  # type: ignore[arg-type]
    assert "canary" not in str(caught.value)
