"""Rows of a batch into orders ready for the walk: decided once per combination, checked always.

The fast path reads a good row; anything else goes to `faults`, which names everything wrong with
it. No personal value is quoted. Read beside SPEC 3 and 7.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any, Literal

from pydantic import ValidationError

from scancost import amounts
from scancost.engine.orders import Stated, stated_met
from scancost.engine.shelf import find
from scancost.files.csv_rows import Sheet
from scancost.files.library import Library
from scancost.kernel.ledger import UNKNOWN
from scancost.model.base import errors_of, problem_of
from scancost.model.order import (
    AMOUNTS,
    DATES,
    FIELDS,
    IDS,
    MET,
    REMAINING,
    TERMS,
    OrderTerms,
    contradiction,
    last_service,
)
from scancost.problems import Place, Problem, Problems, Wrong
from scancost.rules.decide import decide
from scancost.rules.facts import Dates, Facts, check_in_force, derive
from scancost.rules.findings import Decision
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

REQUIRED = ("policy", "service_date", "service", "network")
MOST_REMEMBERED = 200_000  # combinations and dates kept; then forgotten, never wrong


@dataclass(frozen=True)
class Decided:
    """A decision with its place among all of the run, and the policy it was made under."""

    index: int
    ready: ReadyPolicy
    decision: Decision
    terms: OrderTerms


@dataclass(frozen=True)
class Combination:
    """One combination of the terms of an order, and the decisions made for it by facts."""

    ready: ReadyPolicy
    terms: OrderTerms
    first_day: int
    last_day: int
    needs_dates: bool  # a guideline asks for them
    decided: dict[Facts, Decided | Problem] = field(default_factory=dict)


@dataclass(slots=True)
class Row:
    """A good row. Amounts in cents or UNKNOWN; `day` is the date's ordinal."""

    number: int
    day: int
    decided: Decided
    billed: int
    allowed: int
    cash_price: int
    stated: Stated
    order_id: str
    member_id: str
    family_id: str
    date_text: str


class BrokenPolicy(Exception):
    """A policy that an order names cannot be used: ends the run (SPEC 7)."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


NOTHING: Stated = (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)


class RowReader:
    """Reads the rows of one sheet. `read` gives a Row; `faults` what is wrong with a bad one."""

    def __init__(self, sheet: Sheet, library: Library) -> None:
        self.library = library
        self.width = len(sheet.columns)
        self.at = {name: index for index, name in enumerate(sheet.columns)}
        missing = [name for name in REQUIRED if name not in self.at]
        if missing:
            place = Place(sheet.name, 1, 1)
            raise Problems([Problem("csv_columns_missing", {"columns": missing}, place)])
        self.unknown = [name for name in sheet.columns if name not in FIELDS and name]
        self.present = [name for name in TERMS if name in self.at]
        self._key: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(
            *(self.at[name] for name in self.present)
        )
        self._optional_dates = [self.at[name] for name in DATES[1:] if name in self.at]
        self._balances = [self.at[name] for name in (*MET, *REMAINING) if name in self.at]
        self._policies: dict[str, ReadyPolicy | Problem] = {}
        self._combinations: dict[tuple[str, ...], Combination | list[Problem]] = {}
        self._days: dict[str, int] = {}
        self.decisions: list[Decided] = []

    # -- the fast path ----------------------------------------------------------------------

    def read(self, row: list[str], number: int) -> Row | None:
        """The row, or None where something is wrong with it (ask `faults`)."""
        if len(row) != self.width:
            return None
        combination = self._combination(self._key(row))
        if isinstance(combination, list):
            return None
        at = self.at
        try:
            date_text = row[at["service_date"]]
            day = self._day(date_text)
            ids = [row[at[name]].strip() if name in at else "" for name in IDS[:3]]
            is_family = _is_family(combination.terms, ids[2])
            if not combination.first_day <= day <= combination.last_day or (ids[2] and not ids[1]):
                return None
            facts = self._facts(row, combination, day, is_family)
            decided = self._decided(combination, facts)
            if isinstance(decided, Problem):
                return None
            billed, allowed, cash = (
                _amount(row[at[name]]) if name in at else UNKNOWN for name in AMOUNTS
            )
            if allowed == UNKNOWN:
                return None
            if billed == UNKNOWN:
                if not decided.decision.is_contracted:
                    return None
                billed = allowed
            stated = NOTHING
            if any(row[index] for index in self._balances):
                stated = self._stated(row, decided, is_family)
        except Wrong:
            return None
        order, member, family = ids
        text = date_text.strip()
        return Row(number, day, decided, billed, allowed, cash, stated, order, member, family, text)

    def _day(self, text: str) -> int:
        found = self._days.get(text)
        if found is None:
            if len(self._days) >= MOST_REMEMBERED:
                self._days.clear()
            found = self._days[text] = amounts.day(text).toordinal()
        return found

    def _date(self, row: list[str], name: str) -> date | None:
        text = row[self.at[name]] if name in self.at else ""
        return date.fromordinal(self._day(text)) if text.strip() else None

    def _last(self, row: list[str]) -> date | Literal["never"] | None:
        text = row[self.at["last_service_date"]] if "last_service_date" in self.at else ""
        return last_service(text) if text.strip() else None

    def _facts(self, row: list[str], combination: Combination, day: int, is_family: bool) -> Facts:
        if not any(row[index] for index in self._optional_dates) and not combination.needs_dates:
            return Facts(is_family)
        dates = self._dates(row, day)
        service_date, expires, birth, last = dates
        found = contradiction(service_date, birth, last, "", "")
        if found is not None:
            raise found
        if not combination.needs_dates:
            return Facts(is_family, expires is not None and expires < service_date)
        return derive(combination.ready, combination.terms, dates, is_family)

    def _dates(self, row: list[str], day: int) -> Dates:
        return Dates(
            date.fromordinal(day),
            self._date(row, "authorization_expires"),
            self._date(row, "birth_date"),
            self._last(row),
        )

    def _stated(self, row: list[str], decided: Decided, is_family: bool) -> Stated:
        def given(name: str) -> int | None:
            text = row[self.at[name]] if name in self.at else ""
            return amounts.money(text) if text.strip() else None

        met = [given(name) for name in MET]
        remaining = [given(name) for name in REMAINING]
        return stated_met(decided.ready, decided.decision.tier, is_family, met, remaining)

    # -- deciding, once a combination -------------------------------------------------------

    def policy(self, name: str) -> ReadyPolicy:
        """The policy of that id, loaded once. Raises Wrong where there is none, BrokenPolicy where
        it cannot be used."""
        found = self._policies.get(name)
        if found is None:
            try:
                found = find(self.library, name)
            except Problems as problems:
                first = problems.problems[0]
                if first.id not in ("policy_missing", "policy_id"):
                    raise BrokenPolicy(problems.problems) from None
                found = first
            self._policies[name] = found
        if isinstance(found, Problem):
            wrong = Wrong(found.id)
            wrong.problem = found
            raise wrong
        return found

    def _combination(self, key: tuple[str, ...]) -> Combination | list[Problem]:
        found = self._combinations.get(key)
        if found is None:
            if len(self._combinations) >= MOST_REMEMBERED:
                self._combinations.clear()
            found = self._combinations[key] = self._combined(
                dict(zip(self.present, key, strict=True))
            )
        return found

    def _combined(self, fields: dict[str, str]) -> Combination | list[Problem]:
        problems = [
            Problem("field_missing", {"key": name}, at=name)
            for name in REQUIRED
            if name != "service_date" and not fields[name].strip()
        ]
        try:
            terms = OrderTerms.model_validate(fields)
        except ValidationError as error:
            found = [problem_of(each) for each in errors_of(error)]
            return problems + [each for each in found if each.id != "key_missing"]
        except Wrong as wrong:
            return [*problems, wrong.problem]
        if problems:
            return problems
        try:
            ready = self.policy(terms.policy)
        except Wrong as wrong:
            return [wrong.problem.located(None, "policy")]
        problems = check_tiers(ready, terms)
        if problems:
            return problems
        year = ready.policy.benefit_year
        preventive = ready.policy.preventive
        needs_dates = preventive is not None and preventive.guideline != "none"
        return Combination(
            ready,
            terms,
            year.from_.toordinal(),
            year.through.toordinal(),
            needs_dates and _asks_guideline(ready, terms),
        )

    def _decided(self, combination: Combination, facts: Facts) -> Decided | Problem:
        found = combination.decided.get(facts)
        if found is None:
            try:
                decision = decide(combination.ready, combination.terms, facts)
                found = Decided(len(self.decisions), combination.ready, decision, combination.terms)
                self.decisions.append(found)
            except Wrong as wrong:
                found = wrong.problem.located(None, wrong.problem.at or "service")
            combination.decided[facts] = found
        return found

    # -- what is wrong with a bad row -------------------------------------------------------

    def faults(self, row: list[str]) -> list[Problem]:
        """Everything wrong with a row, in the order of its columns; never empty for a bad row."""
        if len(row) != self.width:
            return [Problem("csv_cells", {"cells": len(row), "columns": self.width})]
        combination = self._combination(self._key(row))
        problems = list(combination) if isinstance(combination, list) else []
        read: dict[str, Any] = {}
        readers: dict[str, Callable[[str], Any]] = dict.fromkeys(DATES[:3], amounts.day)
        readers["last_service_date"] = last_service
        readers |= dict.fromkeys((*AMOUNTS, *MET, *REMAINING), amounts.money)
        for name, reader in readers.items():
            text = row[self.at[name]].strip() if name in self.at else ""
            try:
                read[name] = reader(text) if text else None
            except Wrong as wrong:
                problems.append(wrong.problem.located(None, name))
        for name in ("service_date", "allowed"):
            if name not in self.at or not row[self.at[name]].strip():
                problems.append(Problem("field_missing", {"key": name}, at=name))
        if not problems and isinstance(combination, Combination):
            problems = self._deeper(row, combination, read)
        return sorted(problems, key=lambda problem: self.at.get(problem.at.split(".")[0], -1))

    def _deeper(
        self, row: list[str], combination: Combination, read: dict[str, Any]
    ) -> list[Problem]:
        """What stands against a row whose fields are each well formed."""
        member, family = (
            row[self.at[name]].strip() if name in self.at else "" for name in IDS[1:3]
        )
        problems = []
        dates = Dates(*(read[name] for name in DATES))
        found = contradiction(dates[0], dates[2], dates[3], member, family)
        if found is not None:
            problems.append(found.problem)
        try:
            check_in_force(combination.ready, dates[0])
        except Wrong as wrong:
            problems.append(wrong.problem.located(None, "service_date"))
        is_family = _is_family(combination.terms, family)
        try:
            facts = derive(combination.ready, combination.terms, dates, is_family)
            decided = self._decided(combination, facts)
            if isinstance(decided, Problem):
                return [*problems, decided]
            if read["billed"] is None and not decided.decision.is_contracted:
                problems.append(Problem("billed_missing", {}, at="billed"))
            met, remaining = ([read[name] for name in names] for names in (MET, REMAINING))
            stated_met(decided.ready, decided.decision.tier, is_family, met, remaining)
        except Wrong as wrong:
            problems.append(wrong.problem.located(None, wrong.problem.at or "service"))
        return problems


def _is_family(terms: OrderTerms, family_id: str) -> bool:
    return bool(family_id) if terms.coverage is None else terms.coverage == "family"


def _asks_guideline(ready: ReadyPolicy, terms: OrderTerms) -> bool:
    """Whether the dates of the patient may matter: a preventive order, or a follow-up."""
    if terms.purpose == "preventive" or terms.follows_screening:
        return True
    meant = ready.shelf.catalogue.meant_by(terms.service)
    names = ready.shelf.catalogue.names
    return terms.purpose is None and bool(meant) and all(names[each].screening for each in meant)


def _amount(text: str) -> int:
    """Cents of a cell, UNKNOWN for an empty one; the usual `1250.00` without a regex."""
    if text[-3:-2] == ".":
        digits = text[:-3] + text[-2:]
        if digits.isdecimal() and digits.isascii() and 2 < len(digits) <= 11:
            return int(digits)
    text = text.strip()
    return amounts.money(text) if text else UNKNOWN
