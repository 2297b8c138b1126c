"""Whether an order meets a preventive-care guideline: each condition met, not met or unknown.

Beside SPEC 4.3 and data/guidelines.yaml.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from scancost.problems import Wrong

if TYPE_CHECKING:  # the models are built only where a table is read
    from scancost.data.guidelines import Caution, Guideline, GuidelineRule, Interval

MET = "met"
NOT_MET = "not_met"
UNKNOWN = "unknown"
ALMOST_A_YEAR, A_YEAR = 11, 12  # months on which a yearly interval turns

LastService = date | Literal["never"] | None


class Condition(NamedTuple):
    """A condition (service, age, sex, interval, risk), met, not_met or unknown, by rule `rule`."""

    name: str
    state: str
    rule: str


class _Person(NamedTuple):
    """What an order says of the person and of the screening."""

    service_date: date
    sex: str | None
    birth_date: date | None
    last_service_date: LastService
    risk_criteria: str


def has_follow_up(guideline: Guideline, service: str, benefit_year_from: date) -> bool:
    """Whether the guideline counts this service, following a screening, as part of it."""
    return any(
        rule.follow_up and _binds(rule, benefit_year_from, None)
        for rule in guideline.rules_by_service.get(service, ())
    )


def conditions(
    guideline: Guideline,
    *,
    service: str,
    service_date: date,
    benefit_year_from: date,
    sex: str | None,
    birth_date: date | None,
    last_service_date: LastService,
    risk_criteria: str,
    follows_screening: bool,
) -> tuple[Condition, ...]:
    """The conditions of the rule that serves the order best: fewest not met, then fewest unknown.

    A service that no rule serves: the service alone, not met. Only the conditions a rule has are
    there. Raises Wrong for a benefit year the table does not know.
    """
    if not guideline.benefit_year_from <= benefit_year_from <= guideline.benefit_year_through:
        raise Wrong("guideline_year_missing", day=benefit_year_from)
    follows = follows_screening and has_follow_up(guideline, service, benefit_year_from)
    person = _Person(service_date, sex, birth_date, last_service_date, risk_criteria)
    candidates = [
        _conditions_of(guideline, rule, person)
        for rule in guideline.rules_by_service.get(service, ())
        if rule.follow_up == follows and _binds(rule, benefit_year_from, service_date)
    ]
    if not candidates:
        return (Condition("service", NOT_MET, ""),)
    return min(candidates, key=_shortfall)


def qualifies(conditions: tuple[Condition, ...]) -> str:
    """`no` with any condition not met, else `unknown` with any unknown, else `yes`."""
    states = {condition.state for condition in conditions}
    if NOT_MET in states:
        return "no"
    return "unknown" if UNKNOWN in states else "yes"


def unknown_of(conditions: tuple[Condition, ...]) -> tuple[str, ...]:
    """The names of the conditions of which it is not known whether they are met."""
    return tuple(each.name for each in conditions if each.state == UNKNOWN)


def cautions(
    guideline: Guideline, service: str, service_date: date | None = None
) -> tuple[Caution, ...]:
    """What people expect of the guideline for this service and do not get, on that date."""
    return tuple(
        caution
        for caution in guideline.cautions
        if service in caution.services and _is_of(caution, service_date)
    )


def advice(
    guideline: Guideline, service: str, benefit_year_from: date, service_date: date
) -> tuple[Caution, ...]:
    """What to ask for before a screening with this service."""
    return tuple(
        each
        for each in guideline.advice
        if service in each.services
        and _is_of(each, service_date)
        and (each.benefit_year_from is None or benefit_year_from >= each.benefit_year_from)
    )


def _is_of(caution: Caution, day: date | None) -> bool:
    """Whether a caution is about services on this day; without a day, whether of any."""
    first, last = caution.service_date_from, caution.service_date_through
    return day is None or ((first is None or day >= first) and (last is None or day <= last))


def edges(guideline: Guideline, services: tuple[str, ...]) -> tuple[set[int], set[int], set[date]]:
    """The ages (in full years), the months since the last service and the service dates from which
    the rules for these services may answer otherwise. Between two edges dates are alike, but that
    another calendar year than the last service's is not."""
    rules = [rule for rule in guideline.rules if set(rule.services) & set(services)]
    ages = {rule.age_from for rule in rules} | {_after(rule.age_through) for rule in rules}
    months = {rule.interval.months for rule in rules if rule.interval is not None}
    first = {rule.service_date_from for rule in rules}
    known = {each for each in months if each is not None} | {ALMOST_A_YEAR, A_YEAR}
    return {each for each in ages if each is not None}, known, {day for day in first if day}


def _after(age: int | None) -> int | None:
    return None if age is None else age + 1


def rule_named(guideline: Guideline, id: str) -> GuidelineRule | None:
    """The rule of an id (as a condition names it), or None."""
    return next((rule for rule in guideline.rules if rule.id == id), None)


def age_on(day: date, birth_date: date) -> int:
    """Full years of age; someone born on February 29 is a year older on March 1 of other years."""
    had_birthday = (day.month, day.day) >= (birth_date.month, birth_date.day)
    return day.year - birth_date.year - (not had_birthday)


def whole_months(since: date, day: date) -> int:
    """Whole months from one day to another, the anniversary included."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return months - (day.day < since.day)


def _binds(rule: GuidelineRule, benefit_year_from: date, service_date: date | None) -> bool:
    """Whether the rule binds this benefit year and, where a date is given, this date."""
    if rule.benefit_year_from is not None and benefit_year_from < rule.benefit_year_from:
        return False
    first = rule.service_date_from
    return first is None or service_date is None or service_date >= first


def _shortfall(found: tuple[Condition, ...]) -> tuple[int, int]:
    states = [condition.state for condition in found]
    return states.count(NOT_MET), states.count(UNKNOWN)


def _conditions_of(
    guideline: Guideline, rule: GuidelineRule, person: _Person
) -> tuple[Condition, ...]:
    found = [Condition("service", MET, rule.id)]
    if rule.age_from is not None or rule.age_through is not None:
        found.append(Condition("age", _age(rule, person), rule.id))
    if rule.sex is not None:
        found.append(Condition("sex", _sex(rule.sex, person.sex), rule.id))
    if rule.interval is not None:
        state = _interval(rule.interval, guideline.year_counts_from, person)
        found.append(Condition("interval", state, rule.id))
    if rule.risk is not None:
        found.append(Condition("risk", person.risk_criteria, rule.id))
    return tuple(found)


def _age(rule: GuidelineRule, person: _Person) -> str:
    """Both ends included: through 80 is until the day before the 81st birthday."""
    if person.birth_date is None:
        return UNKNOWN
    age = age_on(person.service_date, person.birth_date)
    is_too_young = rule.age_from is not None and age < rule.age_from
    is_too_old = rule.age_through is not None and age > rule.age_through
    return NOT_MET if is_too_young or is_too_old else MET


def _sex(needed: str, sex: str | None) -> str:
    if sex is None:
        return UNKNOWN
    return MET if sex == needed else NOT_MET


def _interval(interval: Interval, year_counts_from: str, person: _Person) -> str:
    last = person.last_service_date
    if last is None:
        return UNKNOWN
    if last == "never":
        return MET
    if interval.kind == "once":
        return NOT_MET
    if interval.months is not None:
        return MET if whole_months(last, person.service_date) >= interval.months else NOT_MET
    if year_counts_from == "month_end":
        return _year_from_month_end(last, person.service_date)
    return _year_from_day(last, person.service_date)


def _year_from_day(last: date, day: date) -> str:
    """Met after twelve months; unknown after eleven or in another calendar year (plans differ)."""
    months = whole_months(last, day)
    if months >= A_YEAR:
        return MET
    return UNKNOWN if months >= ALMOST_A_YEAR or day.year != last.year else NOT_MET


def _year_from_month_end(last: date, day: date) -> str:
    """Met when eleven full months have passed after the month of the last (42 CFR 410.34)."""
    months = (day.year - last.year) * 12 + day.month - last.month
    return MET if months >= A_YEAR else NOT_MET


def guideline_of(market: str) -> str:
    """The preventive guideline that binds a kind of plan of which nothing else is known."""
    return "medicare" if market in ("medicare", "medicare_advantage") else "aca"
