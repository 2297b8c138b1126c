"""Errors as values: what is wrong, where, and what to write instead (sentences stand in words/)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where a value stands: a file (or "command line"), a line and a column counted from 1."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True)
class Problem:
    """One mistake. `id` names the sentence in words/, `values` fills it; never a personal value."""

    id: str
    values: dict[str, Any] = field(default_factory=dict)
    place: Place | None = None
    at: str = ""  # the field or column at fault, in the names of the contract

    def located(self, place: Place | None, at: str = "") -> Problem:
        """The same problem with the place (and the field) it was found at."""
        return replace(self, place=place or self.place, at=at or self.at)


class Wrong(ValueError):
    """Raised by readers of one text; carries the problem to where the place is known."""

    def __init__(self, id: str, /, **values: Any) -> None:
        super().__init__(id)
        self.problem = Problem(id, values)


def wrong_at(at: str, id: str, /, **values: Any) -> Wrong:
    """A mistake that stands in one field though several were read."""
    return located(Wrong(id, **values), at)


def located(wrong: Wrong, at: str) -> Wrong:
    """The same mistake with the field it stands in."""
    wrong.problem = wrong.problem.located(None, at)
    return wrong


class Problems(Exception):
    """Everything wrong with one input, all at once. `broken` says a policy or file is unusable."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = problems


class HelperLost(Exception):
    """A process that helped with a batch could not start, or ended before its work did."""
