"""What an estimate says of the authorization: needed or not, and what hangs on it. Cents."""

from __future__ import annotations

from typing import NamedTuple

from scancost.data.services import Catalogue
from scancost.engine.estimate import Estimate, Line, Span, settled_span
from scancost.kernel import walk as k
from scancost.kernel.outcome import WRITTEN_OFF


class Requirement(NamedTuple):
    """The authorization of one tier.

    `needed`: yes, no, not_stated, or not_covered (then it does not help). `state` is approved,
    unknown, pending, missing, denied or "". Amounts are what the patient pays with it and without
    it at least and at most, None where unknown. `owes` says who owes what a missing one costs:
    provider, patient or "". `unknown` is what the amounts depend on and nobody said.
    """

    tier: str
    needed: str
    state: str
    consequence: str
    with_it: Span | None
    without_it: Span | None
    owes: str
    at_stake: int | None
    words: str | None
    page: str | None
    unknown: tuple[str, ...] = ()


def requirement(line: Line) -> Requirement:
    """What one line of an estimate says of its authorization."""
    decision = line.decision
    cited = [each for each in line.findings if each.id.startswith("authorization_") and each.words]
    words, page = (cited[-1].words, cited[-1].page) if cited else (None, None)
    if decision.status == "not_covered":
        return Requirement(line.tier, "not_covered", "", "", None, None, "", None, None, None)
    mine = settled_span(line)
    if decision.denial == "50":  # an earlier step decides the amounts: it changes none of them
        found = _found(line)
        if found not in ("not_required", "not_stated"):
            owes = "provider" if decision.terms[k.OUTCOME] == WRITTEN_OFF else "patient"
            amounts = (mine, mine, owes, None)
            says = (decision.consequence, *amounts, words, page, line.unknown)
            return Requirement(line.tier, "yes", found, *says)
    else:
        found = decision.authorization
    if found in ("not_required", "not_stated"):
        needed = "no" if found == "not_required" else "not_stated"
        return Requirement(line.tier, needed, "", "", None, None, "", None, words, page)
    other = line.other_pays if line.shown else None
    is_without = decision.authorization in ("missing", "denied")
    state = decision.authorization
    if state == "assumed":
        state = line.order.terms.preauthorization
    return Requirement(
        line.tier,
        "yes",
        state,
        decision.consequence,
        other if is_without else mine,
        mine if is_without else other,
        _owes(line, is_without),
        line.shown.at_stake if line.shown else None,
        words,
        page,
        line.unknown,
    )


def _found(line: Line) -> str:
    """What was found of the authorization; an emergency needs none."""
    ids = [each.id for each in line.findings if each.id.startswith("authorization_")]
    return ids[-1].removeprefix("authorization_") if ids else "not_required"


def _owes(line: Line, is_without: bool) -> str:
    decision = line.decision
    row = decision.terms if is_without else decision.other_authorization
    if row is None:
        return ""
    return "provider" if row[k.OUTCOME] == WRITTEN_OFF else "patient"


def requirements(found: Estimate) -> tuple[Requirement, ...]:
    """The requirement of each tier of an estimate."""
    return tuple(requirement(line) for line in found.lines)


def codes_of(found: Estimate, catalogue: Catalogue) -> tuple[str, ...]:
    """The code that was ordered, else the codes the scan may be billed under."""
    typed = found.order.terms.service.upper()
    if typed in catalogue.by_code:
        return (typed,)
    service = catalogue.names.get(found.lines[0].decision.service)
    return () if service is None else tuple(each.code for each in service.codes)
