"""What is wrong with a policy beyond the form of its fields (SPEC 2): every problem, with its path.

Paths are keys and indexes of the file, so that the reader of the file can add line and column.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scancost.data.services import Catalogue
from scancost.model.base import nearest
from scancost.model.policy import Clause, Policy, TierLimits
from scancost.model.vocabulary import IN_NETWORK, MODALITIES, OUT_OF_NETWORK
from scancost.phrases import CostShare
from scancost.problems import Problem
from scancost.rules.clauses import clashes
from scancost.rules.policies import scopes_of

Path = tuple[str | int, ...]
Found = tuple[Path, Problem]


def check(policy: Policy, catalogue: Catalogue) -> list[Found]:
    """Every problem of a policy whose fields are well formed; empty for a sound one."""
    found = [*_limits(policy), *_services(policy, catalogue), *_tiers_named(policy)]
    found += [*_phrases(policy), *_write_offs(policy)]
    if not found:
        found += _overlaps(policy, catalogue)
    return found


def _clauses(policy: Policy) -> Iterator[tuple[Path, Clause]]:
    for index, benefit in enumerate(policy.benefits):
        yield ("benefits", index), benefit
    for index, clause in enumerate(policy.preauthorization or ()):
        yield ("preauthorization", index), clause


def _services(policy: Policy, catalogue: Catalogue) -> Iterator[Found]:
    """Names that are neither a service nor a modality."""
    known = (*MODALITIES, *catalogue.names)
    for path, clause in _clauses(policy):
        for index, name in enumerate(clause.services):
            if not catalogue.meant_by_name(name):
                values = {"service": name, "near": nearest(name, known)}
                yield (*path, "services", index), Problem("clause_service_unknown", values)


def _tiers_named(policy: Policy) -> Iterator[Found]:
    """Every tier must be named by each clause."""
    named: list[tuple[Path, Any]] = [(path, clause) for path, clause in _clauses(policy)]
    if policy.preventive is not None:
        named.append((("preventive",), policy.preventive))
    for path, clause in named:
        for tier in policy.tiers:
            if tier not in clause.tiers:
                yield path, Problem("tier_not_named", {"tier": tier})


def _shares(policy: Policy) -> Iterator[tuple[Path, str, CostShare]]:
    for index, benefit in enumerate(policy.benefits):
        for tier, phrase in benefit.tiers.items():
            yield ("benefits", index, tier), tier, phrase
    if policy.preventive is not None:
        for tier, phrase in policy.preventive.tiers.items():
            yield ("preventive", tier), tier, phrase


def _phrases(policy: Policy) -> Iterator[Found]:
    """Bare copays and coinsurance, and tiers with a benefit but without limits."""
    for path, tier, phrase in _shares(policy):
        limits = policy.limits_of(tier)
        if limits is None:
            if phrase.kind not in ("not_covered", "not_stated"):
                yield path, Problem("tier_without_limits", {"tier": tier})
        elif limits.deductible is not None and not phrase.says_deductible:
            yield path, Problem("phrase_bare", {"phrase": str(phrase)})


def _write_offs(policy: Policy) -> Iterator[Found]:
    """A provider without a contract cannot be made to write anything off."""
    for index, clause in enumerate(policy.preauthorization or ()):
        phrase = clause.tiers.get(OUT_OF_NETWORK)
        if phrase is not None and phrase.kind == "write_off":
            path = ("preauthorization", index, OUT_OF_NETWORK)
            yield path, Problem("write_off_outside")


def _limits(policy: Policy) -> Iterator[Found]:
    """References between tiers."""
    own = {tier for tier, limits in policy.limits.items() if limits is not None}
    for tier, target in policy.shared.items():
        if target not in own:
            values = {"tier": target, "near": nearest(target, sorted(own))}
            yield ("limits", tier), Problem("shared_with_unknown", values)
    for tier, limits in policy.limits.items():
        if isinstance(limits, TierLimits):
            for index, target in enumerate(limits.also_counts_toward):
                if policy.limits_of(target) is None or target == tier:
                    path = ("limits", tier, "also_counts_toward", index)
                    yield path, Problem("counts_toward_unknown", {"tier": target})
    if IN_NETWORK not in policy.limits and OUT_OF_NETWORK not in policy.limits:
        yield ("limits",), Problem("limits_empty")


def _overlaps(policy: Policy, catalogue: Catalogue) -> Iterator[Found]:
    """Two clauses that overlap, neither narrower; the problem says where the other one stands."""
    for section, scopes in zip(
        ("benefits", "preauthorization"), scopes_of(policy, catalogue), strict=True
    ):
        for first, second in clashes(scopes):
            shared = scopes[first].services & scopes[second].services
            values = {
                "service": sorted(shared)[0],
                "sites": sorted(scopes[first].sites & scopes[second].sites),
                "other": (section, first),
            }
            yield (section, second), Problem("clauses_overlap", values)
