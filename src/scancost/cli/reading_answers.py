"""The text of an answer to a guided question, read as the question says (engine/asking.py)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from scancost import amounts
from scancost.cli.plan_words import as_phrase
from scancost.engine.asking import Question
from scancost.phrases import cost_share
from scancost.problems import Problem, Wrong

NOT_KNOWN = frozenset(
    """|?|idk|dunno|i don't know|i dont know|dont know|don't know|not sure|i'm not sure|unknown|no idea|
    |no lo sé|no lo se|no sé|no se|ni idea|no estoy seguro|no estoy segura|desconocido""".replace(
        "\n", ""
    ).split("|")
)
NONE = frozenset(("none", "ninguno", "ninguna", "no hay", "no"))
NOTHING = NONE | {"nothing", "nada", "zero", "cero"}
NEVER = frozenset(("never", "nunca"))
BACK = frozenset(("<", "back", "atrás", "atras"))
_CURRENCY = re.compile(r"\s*(dollars?|usd|d[óo]lares|d[óo]lar)\.?$", re.IGNORECASE)
_PERCENT = re.compile(r"\s*(%|percent|per cent|por ciento)$", re.IGNORECASE)
_SLASHES = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)


class Back(Exception):
    """The person wants to answer the question before again."""


class Unreadable(Exception):
    """An answer that cannot be read; `problem` says why, where there is more to say than the form."""

    def __init__(self, problem: Problem | None = None) -> None:
        super().__init__()
        self.problem = problem


def read_answer(text: str, question: Question) -> Any:
    """The answer; None where it is not known. Raises Unreadable."""
    said = " ".join(text.split())
    plain = said.lower().replace("’", "'").rstrip(".")
    if plain in BACK and not (question.reads == "text" and plain == "back"):
        raise Back
    if plain in NOT_KNOWN or (question.reads == "text" and plain in NOTHING):
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


def _money(text: str, question: Question) -> str | None:
    is_met = question.id.endswith("_met")
    if text.lower() in NOTHING:
        return "0.00" if is_met and text.lower() != "no" else None
    cents = amounts.money(_CURRENCY.sub("", text))
    if question.most is not None and cents > question.most:
        raise Wrong(question.problem, most=question.most)
    return amounts.money_text(cents)


def _limit(text: str, question: Question) -> str | None:
    if text.lower() in NONE:
        return "none"
    cents = amounts.money(_CURRENCY.sub("", text))
    if question.least is not None and cents < question.least:
        raise Wrong(question.problem, least=question.least)
    return amounts.money_text(cents)


def _rate(text: str, question: Question) -> str:
    return amounts.rate_text(amounts.rate(_PERCENT.sub("", text))).rstrip("%")


def _day(text: str, question: Question) -> date:
    if meant := _from_slashes(text):
        raise Wrong("date_slashes", day=meant.isoformat())
    day = amounts.day(text)
    if question.latest is not None and day > question.latest:
        raise Wrong(question.problem)
    return day


def _from_slashes(text: str) -> date | None:
    """The date that `12/15/2026` means: month first, as in the United States, where that is a day."""
    found = _SLASHES.fullmatch(text)
    if found is None:
        return None
    one, two, year = (int(each) for each in found.groups())
    for month, number in ((one, two), (two, one)):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return None


def _last(text: str, question: Question) -> date | str:
    return "never" if text.lower() in NEVER else _day(text, question)


READERS: dict[str, Callable[[str, Question], Any]] = {
    "choice": _choice,
    "money": _money,
    "limit": _limit,
    "rate": _rate,
    "day": _day,
    "last": _last,
    "share": lambda text, question: cost_share(as_phrase(text) or ""),
    "text": lambda text, question: text,
}
