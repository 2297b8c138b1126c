"""What a well-formed policy gets wrong: law, arithmetic and what it leaves out. Beside rules/checks.py.

`checks` finds what keeps a policy from being used; these are findings about one that can be. Amounts
are cents. Paths are keys and indexes of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from scancost.data.guidelines import Guideline
from scancost.data.limits import BeforeDeductible, YearLimits, YearlyLimits
from scancost.data.services import Catalogue
from scancost.model.policy import Limit, Policy, TierLimits
from scancost.model.vocabulary import MODALITIES, OUT_OF_NETWORK, SITES
from scancost.rules.checks import Path
from scancost.rules.clauses import Scope, scope_of
from scancost.rules.limits import CAPPED_MARKETS, in_family, needs_aca_limit

LONGEST_YEAR = 366  # days
EXCHANGE_HDHP_FROM = 2026
"""From this year a bronze or catastrophic Marketplace plan counts as an HDHP whatever it pays before
the deductible and whatever its maximum (One Big Beautiful Bill Act, IRC 223(c)(2)(H))."""


@dataclass(frozen=True)
class Flaw:
    """One finding: an error where the policy cannot be right, else a warning."""

    id: str
    path: Path
    values: dict[str, Any] = field(default_factory=dict)
    is_error: bool = False


@dataclass(frozen=True)
class Tables:
    """What an audit compares a policy with."""

    catalogue: Catalogue
    limits: YearlyLimits
    guidelines: dict[str, Guideline]


def audit(policy: Policy, tables: Tables, today: date) -> list[Flaw]:
    """Every finding about a policy as of `today`, errors and warnings in the order of the file."""
    found = [*_source(policy), *_benefit_year(policy, today)]
    found += [*_arithmetic(policy), *_law(policy, tables)]
    return [*found, *gaps(policy, tables.catalogue), *_guideline(policy, tables.guidelines)]


def _own_limits(policy: Policy) -> Iterator[tuple[str, TierLimits]]:
    for tier, limits in policy.limits.items():
        if limits is not None:
            yield tier, limits


def _contracted(policy: Policy) -> Iterator[tuple[str, TierLimits]]:
    return ((tier, own) for tier, own in _own_limits(policy) if tier != OUT_OF_NETWORK)


def _source(policy: Policy) -> Iterator[Flaw]:
    """A published policy says where it was read, and when."""
    source = policy.source
    if not source.title.strip():
        yield Flaw("source_title", ("source", "title"))
    if source.status == "published":
        if not source.href:
            yield Flaw("source_href", ("source",))
        if source.read is None:
            yield Flaw("source_read", ("source",))


def _benefit_year(policy: Policy, today: date) -> Iterator[Flaw]:
    year = policy.benefit_year
    if year.through < today:
        yield Flaw("year_ended", ("benefit_year", "through"), {"day": year.through, "today": today})
    days = (year.through - year.from_).days + 1
    if days > LONGEST_YEAR:
        yield Flaw("year_long", ("benefit_year", "through"), {"days": days})


def _arithmetic(policy: Policy) -> Iterator[Flaw]:
    """Limits that contradict each other."""
    for tier, own in _own_limits(policy):
        for name, limit in (
            ("deductible", own.deductible),
            ("out_of_pocket_max", own.out_of_pocket_max),
        ):
            if limit is not None:
                yield from _family_below(("limits", tier, name), limit)
        if own.deductible is not None and own.out_of_pocket_max is not None:
            yield from _above(("limits", tier, "deductible"), own.deductible, own.out_of_pocket_max)


def _family_below(path: Path, limit: Limit) -> Iterator[Flaw]:
    person = limit.individual
    if limit.family_rule == "embedded":
        person = max(person, in_family(limit))
    if limit.family is not None and limit.family < person:
        values = {"family": limit.family, "person": person}
        yield Flaw("family_below_person", (*path, "family"), values, is_error=True)


def _above(path: Path, deductible: Limit, maximum: Limit) -> Iterator[Flaw]:
    """A deductible that is never reached, because the maximum comes first."""
    pairs = [("individual", deductible.individual, maximum.individual)]
    if deductible.individual_in_family is not None and maximum.family_rule == "embedded":
        pairs.append(("individual_in_family", in_family(deductible), in_family(maximum)))
    if deductible.family is not None and maximum.family is not None:
        pairs.append(("family", deductible.family, maximum.family))
    for name, amount, most in pairs:
        if amount > most:
            values = {"amount": amount, "most": most}
            yield Flaw("deductible_above_maximum", (*path, name), values, is_error=True)


def _law(policy: Policy, tables: Tables) -> Iterator[Flaw]:
    """The limits of the year in which the benefit year starts; a year not in the table is told."""
    is_capped = policy.market in CAPPED_MARKETS and not policy.grandfathered
    is_hdhp = policy.plan_type == "HDHP"
    is_advantage = policy.market == "medicare_advantage"
    if not (is_capped or is_hdhp or is_advantage):
        return
    number = policy.benefit_year.from_.year
    year = tables.limits.years.get(number)
    if year is None:
        is_error = needs_aca_limit(policy)
        yield Flaw("year_not_in_tables", ("benefit_year", "from"), {"year": number}, is_error)
        return
    if is_capped:
        yield from _aca(policy, year, number)
    if is_advantage:
        yield from _advantage(policy, year, number)
    if is_hdhp:
        yield from _hdhp_deductible(policy, year, number)
        yield from _hdhp_maximum(policy, year, number)
        yield from _hdhp_benefits(policy, tables)


def _aca(policy: Policy, year: YearLimits, number: int) -> Iterator[Flaw]:
    """Contracted maxima against the ACA limit; of an aggregate one the program caps the person."""
    alone, family = year.aca_out_of_pocket_self_only, year.aca_out_of_pocket_family
    for tier, own in _contracted(policy):
        path: Path = ("limits", tier, "out_of_pocket_max")
        limit = own.out_of_pocket_max
        if limit is None:
            yield Flaw("aca_no_maximum", path, {"year": number, "most": alone}, is_error=True)
            continue
        for name, amount, most in (
            ("individual", limit.individual, alone),
            ("individual_in_family", limit.individual_in_family, alone),
            ("family", limit.family, family),
        ):
            if amount is None or amount <= most:
                continue
            values: dict[str, Any] = {"amount": amount, "most": most, "year": number}
            if year.aca_exception is not None and policy.market in year.aca_exception.markets:
                values["exception"] = year.aca_exception.says
                yield Flaw("aca_maximum_may_be_high", (*path, name), values)
            else:
                yield Flaw("aca_maximum_high", (*path, name), values, is_error=True)


def _advantage(policy: Policy, year: YearLimits, number: int) -> Iterator[Flaw]:
    most = year.medicare_advantage_out_of_pocket
    if most is None:
        path: Path = ("benefit_year", "from")
        yield Flaw("advantage_not_published", path, {"year": number})
        return
    for tier, own in _contracted(policy):
        limit = own.out_of_pocket_max
        path = ("limits", tier, "out_of_pocket_max")
        if limit is None:
            yield Flaw("advantage_no_maximum", path, {"year": number, "most": most}, is_error=True)
        elif limit.individual > most:
            values = {"amount": limit.individual, "most": most, "year": number}
            yield Flaw("advantage_maximum_high", (*path, "individual"), values, is_error=True)


def _hdhp_deductible(policy: Policy, year: YearLimits, number: int) -> Iterator[Flaw]:
    """Contracted deductibles against the IRS minimum. In family coverage the minimum is the
    family's, for one person's embedded deductible too (IRC 223(c)(2)(A), Notice 2004-2 Q&A 3)."""
    alone, family = year.hdhp_deductible_self_only, year.hdhp_deductible_family
    for tier, own in _contracted(policy):
        path: Path = ("limits", tier, "deductible")
        limit = own.deductible
        if limit is None:
            yield Flaw("hdhp_no_deductible", path, {"least": alone, "year": number}, is_error=True)
            continue
        is_embedded = limit.family is not None and limit.family_rule == "embedded"
        in_family_name = (
            "individual" if limit.individual_in_family is None else "individual_in_family"
        )
        for id, name, amount, least in (
            ("hdhp_deductible_low", "individual", limit.individual, alone),
            (
                "hdhp_person_low",
                in_family_name,
                in_family(limit) if is_embedded else family,
                family,
            ),
            ("hdhp_family_low", "family", family if limit.family is None else limit.family, family),
        ):
            if amount < least:
                values = {"amount": amount, "least": least, "year": number}
                yield Flaw(id, (*path, name), values, is_error=True)


def _may_be_exempt(policy: Policy) -> bool:
    """Whether it may be a bronze or catastrophic Marketplace plan, an HDHP by law (see above)."""
    return policy.market == "marketplace" and policy.benefit_year.from_.year >= EXCHANGE_HDHP_FROM


def _hdhp_maximum(policy: Policy, year: YearLimits, number: int) -> Iterator[Flaw]:
    is_error = not _may_be_exempt(policy)
    alone, family = year.hdhp_out_of_pocket_self_only, year.hdhp_out_of_pocket_family
    for tier, own in _contracted(policy):
        path: Path = ("limits", tier, "out_of_pocket_max")
        limit = own.out_of_pocket_max
        if limit is None:
            yield Flaw("hdhp_no_maximum", path, {"most": alone, "year": number}, is_error)
            continue
        pairs = (("individual", limit.individual, alone), ("family", limit.family, family))
        for name, amount, most in pairs:
            if amount is not None and amount > most:
                values = {"amount": amount, "most": most, "year": number}
                yield Flaw("hdhp_maximum_high", (*path, name), values, is_error)


def _hdhp_benefits(policy: Policy, tables: Tables) -> Iterator[Flaw]:
    """Benefits paid before the deductible. Screenings are preventive care, and may be; so may breast
    imaging, on a condition that no policy file shows (data/limits.yaml)."""
    catalogue, exempt = tables.catalogue, tables.limits.before_deductible
    breast = catalogue.expand(exempt.services) if _has_begun(policy, exempt) else frozenset()
    for index, benefit in enumerate(policy.benefits):
        services = {
            name
            for name in scope_of(benefit, catalogue).services
            if not catalogue.names[name].screening
        }
        if not services:
            continue
        for tier, phrase in benefit.tiers.items():
            limits = policy.limits_of(tier)
            is_paid = phrase.kind in ("share", "no_charge") and not phrase.is_subject
            if not is_paid or limits is None or limits.deductible is None:
                continue
            path: Path = ("benefits", index, tier)
            values: dict[str, Any] = {"phrase": str(phrase)}
            if services <= breast:
                values |= {"condition": exempt.condition, "source": exempt.source.title}
                yield Flaw("hdhp_breast_imaging", path, values)
            else:
                is_error = not _may_be_exempt(policy)
                yield Flaw("hdhp_before_deductible", path, values, is_error)


def _has_begun(policy: Policy, exempt: BeforeDeductible) -> bool:
    return policy.benefit_year.from_ >= exempt.from_


def gaps(policy: Policy, catalogue: Catalogue) -> Iterator[Flaw]:
    """Services and sites that no benefit clause covers, sites with the same gap together."""
    scopes = [scope_of(benefit, catalogue) for benefit in policy.benefits]
    by_services: dict[frozenset[str], list[str]] = {}
    for site in SITES:
        missing = frozenset(catalogue.names) - _covered(scopes, site)
        if missing:
            by_services.setdefault(missing, []).append(site)
    for missing, sites in by_services.items():
        values = {"services": collapsed(missing, catalogue), "sites": tuple(sites)}
        yield Flaw("gap", ("benefits",), values)


def _covered(scopes: list[Scope], site: str) -> frozenset[str]:
    covered = (scope.services for scope in scopes if site in scope.sites)
    return frozenset().union(*covered)


def collapsed(services: frozenset[str], catalogue: Catalogue) -> tuple[str, ...]:
    """The services by name, a whole modality by its own; in the order of the tables."""
    names: list[str] = []
    for modality in MODALITIES:
        members = catalogue.by_modality[modality]
        there = [name for name in members if name in services]
        names += [modality] if len(there) == len(members) else there
    return tuple(names)


def _guideline(policy: Policy, guidelines: dict[str, Guideline]) -> Iterator[Flaw]:
    """The program's table of the guideline must know the benefit year."""
    if policy.preventive is None or policy.preventive.guideline == "none":
        return
    guideline = guidelines[policy.preventive.guideline]
    first = policy.benefit_year.from_
    if not guideline.benefit_year_from <= first <= guideline.benefit_year_through:
        values = {"guideline": policy.preventive.guideline, "day": first}
        yield Flaw("guideline_not_in_tables", ("preventive", "guideline"), values)
