"""Problems of an event or a configuration, as data and as exceptions."""

from __future__ import annotations

from typing import NamedTuple

from ._native import ISSUE_PAGE


class Issue(NamedTuple):
    """One problem, or one warning. It never holds the value that it complains about."""

    path: str
    """Where: a JSON Pointer into what was given, such as `/callback_params/order`; `""` is the whole of it."""
    code: str
    """What: a stable code, one of `s2s_events.types.IssueCode`."""
    message: str
    """Why: a sentence for people. It may change between versions."""

    @property
    def url(self) -> str:
        """Address of the documentation of `code`: its meaning and an example."""
        return f"{ISSUE_PAGE}#{self.code}"

    def __str__(self) -> str:
        return f"{self.path or '(event)'}: {self.message} [{self.code}]"


class _IssuesError(ValueError):
    """Something with all of its issues."""

    def __init__(self, issues: list[Issue]) -> None:
        super().__init__(issues)
        self.issues = issues
        """All issues, at least one."""

    def __str__(self) -> str:
        return "; ".join(map(str, self.issues))


class ValidationError(_IssuesError):
    """An event is wrong. Nothing was built; `issues` has all its problems, and never a value."""


class ConfigError(_IssuesError):
    """A configuration is wrong; `issues` has all its problems, and never a value."""


for _class in (Issue, ValidationError, ConfigError):
    _class.__module__ = "s2s_events"
