"""Deciding the orders of a batch: once for each combination of terms and each kind of dates.

A row is never decided anew for its date, amount or id (SPEC 4). Read beside engine/reading.py,
which reads the rows, and rules/decide.py.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date

from pydantic import ValidationError

from scancost.engine.remembered import MOST, Remembered, by_caller
from scancost.engine.shelf import find, is_broken
from scancost.files.library import Library
from scancost.model.order import OrderTerms
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.decide import Ways, decide, kind_of, resolved, ways_of
from scancost.rules.facts import Dates, Facts, Met, asked_of, conditions_met
from scancost.rules.findings import Decision
from scancost.rules.guidelines import age_on, edges, whole_months
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

REQUIRED = ("policy", "service_date", "service", "network")
BLANK, NEVER, NO_DAY = 0, -1, 10_000_000  # beside the ordinals of days: NO_DAY comes after them all

KIND_BITS = 24  # of an index
KIND_MASK = (1 << KIND_BITS) - 1

Edges = tuple[list[int], list[int], list[int]]
Kind = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with its place among all of the run, and the policy it was made under.

    It may be that of another service that the policy treats alike: `index` has the number of its own
    (among `Decider.services`) above the place (KIND_BITS of it).
    """

    index: int
    ready: ReadyPolicy
    decision: Decision


@dataclass(frozen=True, eq=False)
class Combination:
    """One combination of the terms of an order."""

    ready: ReadyPolicy
    terms: OrderTerms
    first_day: int
    last_day: int
    needs_dates: bool  # a guideline asks for them
    coverage: bool | None  # whether it is a family's, where the order says so
    asked: Hashable  # what a guideline asks of the terms
    edges: Edges

    def is_family(self, family_id: str) -> bool:
        """Whether an order with this family id is one of family coverage."""
        return family_id != "" if self.coverage is None else self.coverage


class BrokenPolicy(Exception):
    """A policy that an order names cannot be used: ends the run (SPEC 7)."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Decider:
    """Reads combinations of the terms `present`, and decides them.

    `decisions` has what was decided once for each kind of order, `services` those they name.
    """

    def __init__(self, library: Library, present: list[str], most: int = MOST) -> None:
        self.library = library
        self.present = present
        self.decisions: list[Decided] = []
        self.combinations = Remembered(self._combined, most)
        self._policies: dict[str, ReadyPolicy] = {}
        self._no_policies = Remembered(self._no_policy, most)
        self._decided: Remembered[tuple[Combination, Kind], Decided | Problem]
        self._decided = Remembered(by_caller, most)
        self._met: Remembered[Hashable, Met | Problem] = Remembered(by_caller, most)
        self._ways: Remembered[Hashable, Ways] = Remembered(by_caller, most)
        self._kinds: dict[Hashable, Decided] = {}
        self.services: list[str] = []
        self._service_numbers: dict[str, int] = {}

    def policy(self, name: str) -> ReadyPolicy:
        """The policy of that id, loaded once. Raises Wrong where there is none, BrokenPolicy where
        it cannot be used."""
        if name not in self._policies and (problem := self._no_policies[name]):
            wrong = Wrong(problem.id)
            wrong.problem = problem
            raise wrong
        return self._policies[name]

    def has(self, name: str) -> bool:
        """Whether there is a policy of that id that was asked for."""
        return name in self._policies

    def _no_policy(self, name: str) -> Problem | None:
        """Load a policy; why there is none."""
        try:
            self._policies[name] = find(self.library, name)
        except Problems as problems:
            if is_broken(problems):
                raise BrokenPolicy(problems.problems) from None
            return problems.problems[0]
        return None

    def forget(self) -> None:
        """Keep nothing but the decisions and the policies: no more rows are read."""
        for known in (self.combinations, self._decided, self._met, self._ways, self._no_policies):
            known.forget()
        self._kinds.clear()

    def _combined(self, cells: tuple[str, ...]) -> Combination | None:
        """What the cells of the terms come to; None where something is wrong with them (then
        engine/term_faults.py says what). Raises BrokenPolicy."""
        fields = dict(zip(self.present, cells, strict=True))
        if any(name in fields and not fields[name].strip() for name in REQUIRED):
            return None
        try:
            terms = OrderTerms.model_validate(fields)
            ready = self.policy(terms.policy)
        except (ValidationError, Wrong):
            return None
        return None if check_tiers(ready, terms) else combination_of(ready, terms)

    def decided_on(
        self, combination: Combination, is_family: bool, days: Days
    ) -> Decided | Problem:
        """The decision on an order of these days, which do not contradict each other."""
        day, expires, birth, last = days
        has_lapsed = BLANK < expires < day
        kind: Kind = (is_family, has_lapsed)
        if combination.needs_dates:
            kind += _kind_of_dates(combination.edges, day, birth, last)
        found = self._decided.get((combination, kind))
        if found is None:
            found = self._decided.by(
                (combination, kind), lambda: self._decide(combination, kind, days)
            )
        return found

    def _decide(self, combination: Combination, kind: Kind, days: Days) -> Decided | Problem:
        is_family, has_lapsed, *dates = kind
        met = self._conditions_met(combination, tuple(dates), days)
        if isinstance(met, Problem):
            return met
        facts = Facts(bool(is_family), bool(has_lapsed), met)
        return self.decided_for(combination, facts, tuple(dates))

    def _conditions_met(self, combination: Combination, dates: Kind, days: Days) -> Met | Problem:
        """What a guideline asks, told once for all orders of which it asks the same."""
        if not combination.needs_dates:
            return ()
        key = (combination.asked, dates)
        return self._met.by(key, lambda: _met(combination, days))

    def _ways_of(self, combination: Combination, dates: Kind, facts: Facts) -> Ways:
        """The ways to decide, told once for all orders that have the same."""
        terms = combination.terms
        key = (combination.asked, dates, terms.site, terms.emergency)
        return self._ways.by(key, lambda: ways_of(combination.ready, terms, facts))

    def decided_for(
        self, combination: Combination, facts: Facts, dates: Kind | None = None
    ) -> Decided | Problem:
        """A decision is made once for each kind of order. `dates` is the kind of dates that the facts
        are of, where it is known."""
        ready, terms = combination.ready, combination.terms
        try:
            ways = (
                ways_of(ready, terms, facts)
                if dates is None
                else self._ways_of(combination, dates, facts)
            )
            kind, service = kind_of(ready, terms, facts, ways), resolved(ready, terms)
            found = self._kinds.get(kind)
            if found is None:
                found = Decided(len(self.decisions), ready, decide(ready, terms, facts))
                self.decisions.append(found)
                self._kinds[kind] = found
        except Wrong as wrong:
            return wrong.problem.located(None, wrong.problem.at or "service")
        number = self._service_numbers.setdefault(service, len(self.services))
        if number == len(self.services):
            self.services.append(service)
        return replace(found, index=found.index | number << KIND_BITS)


Days = tuple[int, int, int, int]
"""Service date, expiry of the approval, birth, last such service: ordinals, BLANK or NEVER."""


def combination_of(ready: ReadyPolicy, terms: OrderTerms) -> Combination:
    """Terms that can be decided on, with what tells the dates of such orders apart."""
    year = ready.policy.benefit_year
    needs_dates = _asks_guideline(ready, terms)
    return Combination(
        ready,
        terms,
        year.from_.toordinal(),
        year.through.toordinal(),
        needs_dates,
        None if terms.coverage is None else terms.coverage == "family",
        asked_of(ready, terms),
        _edges(ready, terms) if needs_dates else ([], [], []),
    )


def _asks_guideline(ready: ReadyPolicy, terms: OrderTerms) -> bool:
    """Whether the dates of the patient may matter: a preventive order, or a follow-up."""
    preventive = ready.policy.preventive
    if preventive is None or preventive.guideline == "none":
        return False
    if terms.purpose == "preventive" or terms.follows_screening:
        return True
    meant = ready.shelf.catalogue.meant_by(terms.service)
    names = ready.shelf.catalogue.names
    return terms.purpose is None and bool(meant) and all(names[each].screening for each in meant)


def _edges(ready: ReadyPolicy, terms: OrderTerms) -> Edges:
    """The ages, the months since the last screening and the days (ordinals) from which the
    guideline tells the dates of such rows apart, each sorted."""
    assert ready.policy.preventive is not None
    guideline = ready.shelf.guidelines[ready.policy.preventive.guideline]
    services = ready.shelf.catalogue.meant_by(terms.service)
    ages, months, days = edges(guideline, services)
    return sorted(ages), sorted(months), sorted(day.toordinal() for day in days)


def _kind_of_dates(edges: Edges, day: int, birth: int, last: int) -> Kind:
    """Equal for dates that no rule tells apart: age and time since the last screening, as far as
    the edges in the guideline reach (edges in rules/guidelines.py)."""
    ages, months, days = edges
    on = date.fromordinal(day)
    age = since = BLANK
    if birth != BLANK:
        age = 1 + bisect(ages, age_on(on, date.fromordinal(birth)))
    if last in (BLANK, NEVER):
        return age, last, bisect(days, day)
    then = date.fromordinal(last)
    since = whole_months(then, on)
    by_month = since + (on.day < then.day)
    return (
        age,
        bisect(months, since),
        bisect(months, by_month),
        on.year != then.year,
        bisect(days, day),
    )


def _met(combination: Combination, days: Days) -> Met | Problem:
    """What the guideline's conditions come to on these days."""
    day, expires, birth, last = days
    dates = Dates(
        date.fromordinal(day),
        None if expires == BLANK else date.fromordinal(expires),
        None if birth == BLANK else date.fromordinal(birth),
        None if last == BLANK else "never" if last == NEVER else date.fromordinal(last),
    )
    try:
        return conditions_met(combination.ready, combination.terms, dates)
    except Wrong as wrong:
        return wrong.problem
