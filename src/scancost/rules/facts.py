"""Facts derived from dates (SPEC 4), so that deciding never sees a date, an amount or an id."""

from collections.abc import Hashable
from datetime import date
from typing import Literal, NamedTuple

from scancost.model.order import OrderTerms
from scancost.problems import Wrong
from scancost.rules.guidelines import Condition, conditions, has_follow_up
from scancost.rules.policies import ReadyPolicy


class Dates(NamedTuple):
    """The dates of an order."""

    service_date: date
    authorization_expires: date | None = None
    birth_date: date | None = None
    last_service_date: date | Literal["never"] | None = None


Met = tuple[tuple[str, bool, tuple[Condition, ...]], ...]
"""For each service an order may mean, whether it is a follow-up the guideline knows, and the
guideline's conditions."""


class Facts(NamedTuple):
    """What the dates and ids of an order come to."""

    has_family_coverage: bool = False
    approval_lapsed: bool = False
    guideline: Met = ()


def services_meant(ready: ReadyPolicy, terms: OrderTerms) -> tuple[str, ...]:
    """The services an order may mean; an order that names none may mean any. Raises Wrong."""
    catalogue = ready.shelf.catalogue
    if not terms.service:
        return tuple(catalogue.names)
    meant = catalogue.meant_by(terms.service)
    if not meant:
        raise Wrong("service_unknown", service=terms.service)
    return meant


def purpose_of(ready: ReadyPolicy, terms: OrderTerms, meant: tuple[str, ...]) -> str:
    """The order's purpose: its own, else what a screening service implies, else diagnostic."""
    if terms.purpose is not None:
        return terms.purpose
    names = ready.shelf.catalogue.names
    return "preventive" if all(names[service].screening for service in meant) else "diagnostic"


def check_in_force(ready: ReadyPolicy, service_date: date) -> None:
    """Raises Wrong where the service is outside the benefit year (SPEC 4.1)."""
    year = ready.policy.benefit_year
    if not year.from_ <= service_date <= year.through:
        values = {"from_day": year.from_, "through": year.through, "policy": ready.policy.policy}
        raise Wrong("no_policy_in_force", **values)


def derive(ready: ReadyPolicy, terms: OrderTerms, dates: Dates, is_family: bool) -> Facts:
    """The facts of one order. Raises Wrong for an unknown service."""
    expires = dates.authorization_expires
    lapsed = expires is not None and expires < dates.service_date
    return Facts(is_family, lapsed, conditions_met(ready, terms, dates))


def conditions_met(ready: ReadyPolicy, terms: OrderTerms, dates: Dates) -> Met:
    """What the guideline's conditions come to for each service the order may mean; empty where no
    guideline is asked. Of the terms only those that `asked_of` names matter. Raises Wrong."""
    meant = services_meant(ready, terms)
    is_preventive = purpose_of(ready, terms, meant) == "preventive"
    preventive = ready.policy.preventive
    if preventive is None or preventive.guideline == "none":
        return ()
    if not (is_preventive or terms.follows_screening):
        return ()
    guideline = ready.shelf.guidelines[preventive.guideline]
    year = ready.policy.benefit_year.from_
    found: list[tuple[str, bool, tuple[Condition, ...]]] = []
    for service in meant:
        follows = terms.follows_screening and has_follow_up(guideline, service, year)
        if not (is_preventive or follows):
            found.append((service, False, ()))
            continue
        met = conditions(
            guideline,
            service=service,
            service_date=dates.service_date,
            benefit_year_from=year,
            sex=terms.sex,
            birth_date=dates.birth_date,
            last_service_date=dates.last_service_date,
            risk_criteria=terms.risk_criteria,
            follows_screening=follows,
        )
        found.append((service, follows, met))
    return tuple(found)


def asked_of(ready: ReadyPolicy, terms: OrderTerms) -> Hashable:
    """Equal for orders of which `conditions_met` is the same on the same dates."""
    return (
        ready.policy.policy,
        terms.service,
        terms.purpose,
        terms.follows_screening,
        terms.sex,
        terms.risk_criteria,
    )
