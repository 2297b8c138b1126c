"""The terms of a policy in a patient's words: who and where, cost shares, missing approvals."""

from __future__ import annotations

from collections.abc import Iterable

from scancost.amounts import short_dollars
from scancost.model.policy import AuthorizationClause, Benefit, Clause
from scancost.model.vocabulary import MODALITIES, OUTPATIENT_SITES, SITES
from scancost.phrases import Authorization, Coinsurance, Copay, CostShare
from scancost.words import Words


def capitalized(text: str) -> str:
    """The text with a capital first letter; the rest as it is."""
    return text[:1].upper() + text[1:]


def what_and_where(clause: Clause, words: Words) -> str:
    """The services and sites of a clause."""
    if set(clause.services) >= set(MODALITIES):
        services = words.say("policy.all_services")
    else:
        services = capitalized(words.shown(clause.services, "service"))
    sites = set(clause.sites or OUTPATIENT_SITES)
    if sites == set(OUTPATIENT_SITES):
        return words.say("policy.at_outpatient", services=services)
    if sites == set(SITES):
        return words.say("policy.at_everywhere", services=services)
    return words.say("policy.at_sites", services=services, sites=in_order(sites))


def in_order(sites: Iterable[str]) -> tuple[str, ...]:
    """Sites in the order of the contract."""
    there = set(sites)
    return tuple(site for site in SITES if site in there)


def share_of(benefit: Benefit, tier: str, words: Words) -> str:
    """What a benefit costs in a tier, with what is unusual about it."""
    phrase = benefit.tiers[tier]
    said = share(phrase, words)
    if phrase.kind != "share":
        return said
    if phrase.copay is not None and benefit.copay_on == "each_part":
        said = words.say("policy.share.each_part", share=said)
    if not benefit.counts_toward_out_of_pocket:
        said = words.say("policy.share.uncounted", share=said)
    return said


def share(phrase: CostShare, words: Words) -> str:
    """A cost share: `$50 copay, deductible does not apply`."""
    if phrase.kind == "no_charge" and phrase.after_deductible:
        return words.say("policy.share.no_charge_after")
    if phrase.kind != "share":
        return words.say(f"policy.share.{phrase.kind}")
    parts = []
    if phrase.copay is not None:
        parts.append(_copay(phrase.copay, words))
    if phrase.coinsurance is not None:
        parts.append(_coinsurance(phrase.coinsurance, words))
    if len(parts) == 1:
        return parts[0]
    return words.say("policy.share.then", first=parts[0], then=parts[1])


def _copay(copay: Copay, words: Words) -> str:
    return words.say(
        "policy.share.copay",
        amount=short_dollars(copay.amount),
        per=words.say("policy.share.per_day") if copay.per_day else "",
        deductible=_deductible(copay.deductible, words),
    )


def _coinsurance(coinsurance: Coinsurance, words: Words) -> str:
    ceiling = coinsurance.ceiling
    most = (
        "" if ceiling is None else words.say("policy.share.ceiling", amount=short_dollars(ceiling))
    )
    return words.say(
        "policy.share.coinsurance",
        rate=coinsurance.rate,
        ceiling=most,
        deductible=_deductible(coinsurance.deductible, words),
    )


def _deductible(said: str, words: Words) -> str:
    return words.say(f"policy.share.{said}") if said else ""


def approval(clause: AuthorizationClause, tiers: Iterable[str], words: Words) -> str:
    """What a clause says of the approval, and what happens without it, tier by tier."""
    purposes = ""
    if clause.purposes is not None and len(clause.purposes) == 1:
        purposes = words.say("policy.authorization.purposes", purposes=clause.purposes)
    by_consequence: dict[str, list[str]] = {}
    for tier in tiers:
        said = consequence(clause.tiers[tier], words)
        by_consequence.setdefault(said, []).append(tier)
    told = [
        capitalized(
            words.say(
                "policy.authorization.tier",
                tiers=words.shown(alike, "tier"),
                consequence=said,
            )
        )
        for said, alike in by_consequence.items()
    ]
    return words.say(
        "policy.authorization.clause",
        what=what_and_where(clause, words),
        purposes=purposes,
        tiers=words.say("policy.authorization.join").join(told),
    )


def consequence(phrase: Authorization, words: Words) -> str:
    """What a missing approval does to the patient."""
    ceiling = ""
    if phrase.ceiling is not None:
        ceiling = words.say("policy.authorization.ceiling", amount=short_dollars(phrase.ceiling))
    return words.say(
        f"policy.authorization.{phrase.kind}",
        amount=short_dollars(phrase.amount),
        rate=phrase.amount,
        ceiling=ceiling,
    )
