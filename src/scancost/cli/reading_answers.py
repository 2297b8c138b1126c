"""The text of an answer to a guided question, read as the question says (engine/asking.py)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from scancost import amounts
from scancost.engine.asking import Question
from scancost.phrases import cost_share
from scancost.problems import Problem, Wrong

NOT_KNOWN = frozenset(
    ("", "?", "i don't know", "dont know", "no lo sé", "no lo se", "no sé", "no se")
)
NONE = frozenset(("none", "ninguno", "ninguna", "no hay", "no"))
NEVER = frozenset(("never", "nunca"))


class Unreadable(Exception):
    """An answer that cannot be read; `problem` says why, where there is more to say than the form."""

    def __init__(self, problem: Problem | None = None) -> None:
        super().__init__()
        self.problem = problem


def read_answer(text: str, question: Question) -> Any:
    """The answer; None where it is not known. Raises Unreadable."""
    said = " ".join(text.split())
    if said.lower() in NOT_KNOWN:
        return None
    try:
        return READERS[question.reads](said, question)
    except Wrong as wrong:
        raise Unreadable(wrong.problem) from None


def _choice(text: str, question: Question) -> str | None:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if number == len(question.choices) + 1:
        return None
    if not 1 <= number <= len(question.choices):
        raise Unreadable
    return question.choices[number - 1].value


def _money(text: str, question: Question) -> str:
    return amounts.money_text(amounts.money(text))


def _limit(text: str, question: Question) -> str:
    return "none" if text.lower() in NONE else _money(text, question)


def _rate(text: str, question: Question) -> str:
    return amounts.rate_text(amounts.rate(text.rstrip("%").strip())).rstrip("%")


def _day(text: str, question: Question) -> date:
    day = amounts.day(text)
    if question.latest is not None and day > question.latest:
        raise Wrong(question.problem)
    return day


def _last(text: str, question: Question) -> date | str:
    return "never" if text.lower() in NEVER else _day(text, question)


READERS: dict[str, Callable[[str, Question], Any]] = {
    "choice": _choice,
    "money": _money,
    "limit": _limit,
    "rate": _rate,
    "day": _day,
    "last": _last,
    "share": lambda text, question: cost_share(text),
    "text": lambda text, question: text,
}
