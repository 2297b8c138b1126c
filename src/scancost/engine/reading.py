"""Rows of a batch into orders ready for the walk: decided once per combination, checked always.

The fast path reads a good row; anything else goes to `faults`, which names everything wrong with
it. No personal value is quoted. Read beside SPEC 3 and 7.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from pydantic import ValidationError

from scancost import amounts
from scancost.engine.orders import Stated, stated_met, whole_limits
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
from scancost.problems import Place, Problem, Problems, Wrong, wrong_at
from scancost.rules.decide import decide, kind_of, resolved
from scancost.rules.facts import Dates, Facts, check_in_force, derive
from scancost.rules.findings import Decision
from scancost.rules.guidelines import edges
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

REQUIRED = ("policy", "service_date", "service", "network")
MOST_REMEMBERED = 200_000  # combinations and dates kept; then forgotten, never wrong


@dataclass(frozen=True)
class Decided:
    """A decision with its place among all of the run, and the policy it was made under.

    Its findings may be those of another service that the policy treats alike.
    """

    index: int
    ready: ReadyPolicy
    decision: Decision


@dataclass(frozen=True)
class Combination:
    """One combination of the terms of an order, and the decisions made for it by facts."""

    ready: ReadyPolicy
    terms: OrderTerms
    first_day: int
    last_day: int
    needs_dates: bool  # a guideline asks for them
    coverage: bool | None  # whether it is a family's, where the order says so
    decided: dict[Facts, Decided | Problem] = field(default_factory=dict)


class Row(NamedTuple):
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


Cells = Callable[[Sequence[str]], tuple[str, ...]]
NOTHING: Stated = (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
SELF_ONLY, IN_FAMILY = Facts(False), Facts(True)


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
        self._key: Cells = itemgetter(*(self.at[name] for name in self.present))
        last = self.width  # an empty cell that `read` puts behind the row, for absent columns
        own = ("service_date", *AMOUNTS, *IDS[:3])
        self._own: Cells = itemgetter(*(self.at.get(name, last) for name in own))
        dates = (self.at.get(name, last) for name in DATES[1:])
        self._other_dates: Cells = itemgetter(*dates)
        balances = (self.at.get(name, last) for name in (*MET, *REMAINING))
        self._balances: Cells = itemgetter(*balances)
        self._has_dates = any(name in self.at for name in DATES[1:])
        self._has_balances = any(name in self.at for name in (*MET, *REMAINING))
        self._policies: dict[str, ReadyPolicy | Problem] = {}
        self._combinations: dict[tuple[str, ...], Combination | list[Problem]] = {}
        self._days: dict[str, int] = {}
        self._kinds: dict[Hashable, Decision] = {}
        self._alike: dict[tuple[Hashable, str], Decided] = {}
        self.decisions: list[Decided] = []

    # -- the fast path ----------------------------------------------------------------------

    def read(self, row: list[str], number: int) -> Row | None:
        """The row, or None where something is wrong with it (ask `faults`)."""
        if len(row) != self.width:
            return None
        key = self._key(row)
        combination = self._combinations.get(key)
        if combination is None:
            combination = self._combination(key)
        if isinstance(combination, list):
            return None
        cells = [*row, ""]
        date_text, billed_text, allowed_text, cash_text, order, member, family = self._own(cells)
        member, family = member.strip(), family.strip()
        is_family = combination.coverage
        if is_family is None:
            is_family = family != ""
        try:
            day = self._days.get(date_text) or self.day(date_text)
            if not combination.first_day <= day <= combination.last_day or (family and not member):
                return None
            facts = IN_FAMILY if is_family else SELF_ONLY
            if self._has_dates:
                dates = self._other_dates(cells)
                if combination.needs_dates:
                    facts = self._facts(row, combination, day, is_family)
                elif any(dates) and self._is_lapsed(day, *dates):
                    facts = Facts(is_family, True)
            decided = combination.decided.get(facts) or self._decided(combination, facts)
            if isinstance(decided, Problem):
                return None
            billed, allowed = _amount(billed_text), _amount(allowed_text)
            cash = _amount(cash_text) if cash_text else UNKNOWN
            if allowed == UNKNOWN:
                return None
            if billed == UNKNOWN:
                if not decided.decision.is_contracted:
                    return None
                billed = allowed
            stated = NOTHING
            if self._has_balances and any(self._balances(cells)):
                stated = self._stated(row, decided, is_family)
        except Wrong:
            return None
        head = (number, day, decided, billed, allowed, cash, stated)
        return Row(*head, order.strip(), member, family, date_text.strip())

    def day(self, text: str) -> int:
        """The ordinal of a date. Raises Wrong."""
        found = self._days.get(text)
        if found is None:
            if len(self._days) >= MOST_REMEMBERED:
                self._days.clear()
            found = self._days[text] = amounts.day(text).toordinal()
        return found

    def _date(self, row: list[str], name: str) -> date | None:
        text = row[self.at[name]] if name in self.at else ""
        return date.fromordinal(self.day(text)) if text.strip() else None

    def _last(self, row: list[str]) -> date | Literal["never"] | None:
        text = row[self.at["last_service_date"]] if "last_service_date" in self.at else ""
        return last_service(text) if text.strip() else None

    def _is_lapsed(self, day: int, expires: str, birth: str, last: str) -> bool:
        """Whether the approval had expired, where no guideline asks for the dates. Raises Wrong for
        one that is none, or contradicts the date of service."""
        known = self._days
        if birth and (known.get(birth) or self._optional_day(birth)) > day:
            raise wrong_at("birth_date", "birth_after_service")
        is_date = last and last.strip().lower() != "never"
        if is_date and (known.get(last) or self._optional_day(last)) > day:
            raise wrong_at("last_service_date", "last_after_service")
        return bool(expires.strip()) and (known.get(expires) or self.day(expires)) < day

    def _optional_day(self, text: str) -> int:
        return self.day(text) if text.strip() else 0

    def _facts(self, row: list[str], combination: Combination, day: int, is_family: bool) -> Facts:
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
                self._alike.clear()
                self._kinds.clear()
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
            None if terms.coverage is None else terms.coverage == "family",
        )

    def _decided(self, combination: Combination, facts: Facts) -> Decided | Problem:
        found = combination.decided.get(facts)
        if found is None:
            found = combination.decided[facts] = self._decide(combination, facts)
        return found

    def _decide(self, combination: Combination, facts: Facts) -> Decided | Problem:
        """A decision is made once for each kind of order, and kept once for each service of it."""
        ready, terms = combination.ready, combination.terms
        try:
            kind, service = kind_of(ready, terms, facts), resolved(ready, terms)
            found = self._alike.get((kind, service))
            if found is not None:
                return found
            decision = self._kinds.get(kind)
            if decision is None:
                decision = self._kinds[kind] = decide(ready, terms, facts)
        except Wrong as wrong:
            return wrong.problem.located(None, wrong.problem.at or "service")
        found = Decided(len(self.decisions), ready, decision._replace(service=service))
        self.decisions.append(found)
        self._alike[kind, service] = found
        return found

    # -- for the compiled path (engine/columns) --------------------------------------------

    def combination(self, row: list[str]) -> Combination | list[Problem]:
        """What the terms of a row come to."""
        return self._combination(self._key(row))

    def decided(
        self, row: list[str], combination: Combination, day: int, has_family: bool
    ) -> tuple[Decided, Stated]:
        """The decision on a row, and the whole limits that "remaining" is of (or UNKNOWN), in the
        order of BALANCES. Raises Wrong."""
        is_family = has_family if combination.coverage is None else combination.coverage
        decided = self._decided(combination, self._facts(row, combination, day, is_family))
        if isinstance(decided, Problem):
            raise Wrong(decided.id)
        if not self._has_balances:
            return decided, NOTHING
        limits = decided.ready.policy.limits_of(decided.decision.tier)
        return decided, whole_limits(limits, is_family)

    @staticmethod
    def edges(combination: Combination) -> tuple[list[int], list[int], list[int]]:
        """The ages, the months since the last screening and the days (ordinals) from which the
        guideline tells the dates of such rows apart, each sorted."""
        ready, preventive = combination.ready, combination.ready.policy.preventive
        if preventive is None or not combination.needs_dates:
            return [], [], []
        guideline = ready.shelf.guidelines[preventive.guideline]
        services = ready.shelf.catalogue.meant_by(combination.terms.service)
        ages, months, days = edges(guideline, services)
        return sorted(ages), sorted(months), sorted(day.toordinal() for day in days)

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
