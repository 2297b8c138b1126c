"""Questions, notes and answers of the guided order (engine/interview.py). Sentences stand in words/."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scancost.data.guidelines import Guideline
from scancost.data.services import Catalogue
from scancost.rules.policies import ReadyPolicy


@dataclass(frozen=True)
class Choice:
    """One numbered answer. `kind` names how its label is said: a sentence of the question, or a
    name of the contract (service, site, tier, market), or the text itself."""

    value: str
    kind: str = "sentence"
    label: str = ""


@dataclass(frozen=True)
class Question:
    """One question. `reads` is how its answer is read: choice, money, limit (money or none), rate,
    day, last (a day or never), share (a cost-share phrase) or text."""

    id: str
    reads: str = "choice"
    choices: tuple[Choice, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)
    latest: date | None = None  # a day after this is wrong, and `problem` says why
    least: int | None = None  # and a limit below this, or an amount above `most`, in cents
    most: int | None = None
    problem: str = ""


@dataclass(frozen=True)
class Note:
    """Something to say before the next question."""

    id: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass
class Answers:
    """What was answered: options of `scancost estimate` by their names, and the bills where there
    are two (each with what it says itself)."""

    fields: dict[str, str] = field(default_factory=dict)
    card: dict[str, str] = field(default_factory=dict)
    bills: list[dict[str, str]] = field(default_factory=list)
    is_deductible_open: bool = False  # nobody knows how it applies: its balance stays a range


@dataclass(frozen=True)
class Listed:
    """A policy that may be chosen."""

    name: str
    title: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class World:
    """What the flow may look at: the policies there are, one of them ready, the services, the
    preventive guidelines, and whether an order needs the plan's approval (None: that cannot be
    told yet)."""

    today: date
    policies: tuple[Listed, ...]
    ready: Callable[[str], ReadyPolicy]
    catalogue: Catalogue
    guidelines: Callable[[str], Guideline]
    needs_approval: Callable[[dict[str, str]], bool | None]


Flow = Generator[Question | Note, Any, None]
