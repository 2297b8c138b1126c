"""What is wrong with the terms of a bad row, all of it, and what can still be relied on.

A field at fault leaves its own value in doubt and no other, so that whatever does not depend on it
can be checked all the same. Read beside engine/faults.py, which does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from scancost.engine.deciding import REQUIRED, Combination, combination_of
from scancost.engine.shelf import shelf
from scancost.model.base import errors_of, problem_of
from scancost.model.codes import parted
from scancost.model.order import OrderTerms, folded
from scancost.model.vocabulary import SITES
from scancost.problems import Problem, Wrong
from scancost.rules.network import Side, check_tiers, side_of
from scancost.rules.policies import ReadyPolicy, sites_meant

ANY = "any"  # in place of a policy's id that is missing or none
DECIDING = frozenset(
    [
        *("policy", "service", "purpose", "network", "site", "facility_network", "emergency"),
        *("coverage", "sex", "risk_criteria", "follows_screening"),
    ]
)
"""The terms on which it depends whether there is a decision."""
_MEANT_BY = {
    "place_of_service_unknown": ("site",),
    "modifier_form": ("purpose", "component", "patient_waiver"),
    "emergency_at_office": ("emergency", "site"),
}


@dataclass(frozen=True)
class Known:
    """The terms with a default in place of every one in doubt; `ready` is None where no policy is
    known, `combination` where the terms cannot be decided on. `sides` are those of the network that
    the order may be settled on; none where that is not known."""

    problems: list[Problem]
    doubted: frozenset[str]
    terms: OrderTerms
    ready: ReadyPolicy | None
    combination: Combination | None
    sides: list[Side]


def known_of(fields: dict[str, str], policy: Callable[[str], ReadyPolicy]) -> Known:
    """What is known of the terms in these cells. Raises BrokenPolicy, as `policy` does."""
    problems = [
        Problem("field_missing", {"key": name}, at=name)
        for name in REQUIRED
        if name in fields and not fields[name].strip()
    ]
    out, wrongs = folded(fields)
    problems += [wrong.problem for wrong in wrongs]
    terms, unreadable = _readable(out)
    problems += unreadable
    ready = None
    if not any(problem.at == "policy" for problem in problems):
        try:
            ready = policy(terms.policy)
        except Wrong as wrong:
            problems.append(wrong.problem.located(None, "policy"))
    problems += [] if ready is None else check_tiers(ready, terms)
    problems += _unknown_services(terms)
    doubted = frozenset(name for problem in problems for name in _doubted_by(problem))
    combination = None
    if ready is not None and not doubted & DECIDING:
        is_authorized = "authorized_service" not in doubted
        kept = terms if is_authorized else terms.model_copy(update={"authorized_service": None})
        combination = combination_of(ready, kept)
    sides = [] if ready is None else _sides(ready, terms, doubted)
    return Known(_each_once(problems), doubted, terms, ready, combination, sides)


def _sides(ready: ReadyPolicy, terms: OrderTerms, doubted: frozenset[str]) -> list[Side]:
    if doubted & {"network", "facility_network"}:
        return []
    if not doubted & {"site", "emergency"}:
        sites = sites_meant(terms.site, terms.emergency)
        return [side_of(ready, terms, site) for site in sites]
    both = [terms.model_copy(update={"emergency": each}) for each in (True, False)]
    return [side_of(ready, each, site) for each in both for site in SITES]


def _readable(out: dict[str, Any]) -> tuple[OrderTerms, list[Problem]]:
    """The terms without the fields that cannot be read, and what is wrong with those."""
    problems: list[Problem] = []
    left = {"policy": ANY, **out}
    while True:
        try:
            return OrderTerms.model_validate(left), problems
        except ValidationError as error:
            found = [problem_of(each) for each in errors_of(error)]
        problems += found
        at_fault = {problem.at.split(".")[0] for problem in found}
        left = {"policy": ANY} | {name: left[name] for name in left if name not in at_fault}


def _unknown_services(terms: OrderTerms) -> list[Problem]:
    """The scans that the table does not know."""
    meant_by = shelf().catalogue.meant_by
    authorized = terms.authorized_service
    problems = []
    if terms.service and not meant_by(terms.service):
        problems.append(Problem("service_unknown", {"service": terms.service}, at="service"))
    if authorized is not None and not meant_by(parted(authorized)[0]):
        values = {"service": authorized}
        problems.append(Problem("service_unknown", values, at="authorized_service"))
    return problems


def _doubted_by(problem: Problem) -> tuple[str, ...]:
    """The fields whose values a problem leaves in doubt."""
    if problem.id == "code_contradicts":
        return (problem.values["name"],)
    return _MEANT_BY.get(problem.id, (problem.at.split(".")[0],))


def _each_once(problems: list[Problem]) -> list[Problem]:
    return [each for at, each in enumerate(problems) if each not in problems[:at]]
