"""The levels of appeal as a table with their deadlines, and what to mind about each. Beside
rules/appeals.py and data/clocks.yaml."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scancost.engine import law
from scancost.engine.appealing import Case
from scancost.problems import Wrong
from scancost.rules.appeals import AppealLevel, amount_in_controversy
from scancost.show.law import deadline, notes_of
from scancost.show.view import Table
from scancost.words import Words
from scancost.words.letters import lowered

_OF_ALL = ("state_may_differ", "state_may_differ_if_insured")
"""Notes about every level, whichever the table has them at."""
_SAID_ELSEWHERE = ("from_decision_before", "least_amount")
"""Notes that the table of levels, or the amounts of the year, say themselves."""


def levels_table(case: Case, today: date, words: Words) -> Table:
    """The levels: until when to file, and how long the decision takes."""
    headings = tuple(
        words.say(f"appeal.heading_{name}") for name in ("level", "file_by", "decision")
    )
    rows = tuple(
        (level_name(level, words), _file_by(level, today, words), _decision(level, words))
        for level in case.levels
    )
    return Table(words.say("appeal.section_levels"), headings, rows, (4, 4, 4), True)


def level_name(level: AppealLevel, words: Words) -> str:
    """The level's name in the language of the words."""
    return law.clocks().levels[level.level].in_language(words.language)


def _file_by(level: AppealLevel, today: date, words: Words) -> str:
    """The last day to file; of a clock that has not started, how long it will run."""
    if level.file_by is not None:
        return deadline(level.file_by, today, words)
    if level.within is None:
        id = "file_forwarded" if "forwarded" in level.notes else "file_by_plan"
        return words.say(f"appeal.{id}")
    months = level.within.months
    count = words.say("appeal.in_months", months=months)
    if months is None:
        count = words.say("appeal.in_days", days=level.within.days)
    of_level = f"appeal.file_{level.starts}_{level.level}"
    id = of_level if words.has(of_level) else f"appeal.file_{level.starts}"
    return words.say(id, count=count)


def _decision(level: AppealLevel, words: Words) -> str:
    if level.decision_days is not None:
        said = words.say("appeal.decision_days", days=level.decision_days)
    elif level.decision_hours is not None:
        said = words.say("appeal.decision_hours", hours=level.decision_hours)
    else:
        return "–"
    if level.decision_by is not None:
        said += words.say("appeal.decision_by", day=level.decision_by)
    return said


def notes(case: Case, today: date, words: Words) -> tuple[str, ...]:
    """What to mind, each with the level it is about; least amounts with the numbers of the year."""
    out = []
    passed = [each for each in case.levels if each.file_by is not None and each.file_by < today]
    if passed:
        out.append(words.say("appeal.passed", levels=_names(passed, words)))
    has_clock = any(level.within is not None for level in case.levels)
    if has_clock and all(level.file_by is None for level in case.levels):
        out.append(words.say("appeal.dates_open"))
    out += _of_levels(case, words)
    return (*out, *_least(case, today, words))


def _names(levels: list[AppealLevel], words: Words) -> str:
    return ", ".join(_short(level, words) for level in levels)


def _short(level: AppealLevel, words: Words) -> str:
    """A level's name as it stands before a note."""
    id = f"appeal.short_{level.level}"
    return words.say(id) if words.has(id) else level_name(level, words)


def _of_levels(case: Case, words: Words) -> Iterator[str]:
    """The notes of the table, those about every level last."""
    ids = dict.fromkeys(id for level in case.levels for id in level.notes)
    for id in ids:
        if id in _OF_ALL or _is_idle(id, case):
            continue
        levels = [level for level in case.levels if id in level.notes]
        (said,) = notes_of(law.clocks(), (id,), words)
        yield words.say("appeal.of_level", levels=_names(levels, words), note=lowered(said))
    yield from notes_of(law.clocks(), (id for id in ids if id in _OF_ALL), words)


def _is_idle(note: str, case: Case) -> bool:
    """Whether a note says nothing here: it is said elsewhere, or this case is known to be other."""
    if note in _SAID_ELSEWHERE:
        return True
    if note == "external_with_internal":
        return not case.notice.urgent
    return note == "external_not_grandfathered" and case.is_grandfathered is False


def _least(case: Case, today: date, words: Words) -> Iterator[str]:
    """How much must be in dispute at each level that has a least amount."""
    for level in case.levels:
        name = level_name(level, words)
        try:
            amount = amount_in_controversy(law.clocks(), level.level, today.year)
        except Wrong:
            yield words.say("appeal.least_open", level=name, year=today.year)
            continue
        if amount is not None:
            yield words.say("appeal.least", level=name, amount=amount, year=today.year)
