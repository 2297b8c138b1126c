"""What a card with `unknown` on it leaves open, line by line. Amounts are cents.

Read beside cli/unknown_card.py: each unknown is settled at its most, and a finding says so. These
findings are how a line is known to stand on something that nobody knows.
"""

from __future__ import annotations

from dataclasses import replace

from scancost.engine.estimate import Estimate, Line, Span
from scancost.rules.findings import Finding

BENEFIT, DEDUCTIBLE = "card_benefit_unknown", "card_deductible_unknown"
ONLY_LEFT = "card_deductible_left"
"""The whole deductible is not known, but what is left of it."""
TERMS = "benefit_unknown"
"""Stands where the terms of the plan would."""
IF_NOT_PREVENTIVE = "card_benefit_if_not_preventive"
NOT_ASKED = "card_benefit_not_asked"
SUMMED = ("patient_pays", "plan_pays")


def benefit_unknown(found: Estimate) -> Estimate:
    """The same estimate under terms that nobody knows. It was settled as if the plan paid nothing of
    the price: the upper end of a range that begins at $0.00, wherever the terms decide the amounts.
    A screening has its own terms, and a denial is one under any."""
    lines = tuple(_under_unknown(line) for line in found.lines)
    is_open = any("benefit" in line.unknown for line in lines)
    opened = replace(found, lines=lines)
    return replace(opened, spans=_sums(found, lines)) if found.is_bills and is_open else opened


def _under_unknown(line: Line) -> Line:
    decision, is_own = line.decision, line.decision.purpose == "preventive"
    if not decision.is_settled:
        said = _renamed(line, NOT_ASKED)
        return said if is_own else _without_terms(said)
    return _renamed(line, IF_NOT_PREVENTIVE) if is_own else _open_below(_without_terms(line))


def _renamed(line: Line, id: str) -> Line:
    """What the unknown benefit means for a line that it does not open."""
    findings = (Finding(id) if each.id == BENEFIT else each for each in line.findings)
    return replace(line, findings=tuple(findings))


def _without_terms(line: Line) -> Line:
    """A line that says of its terms that nobody knows them."""
    findings = (
        Finding(TERMS, {"tier": line.tier, "service": line.decision.service})
        if each.id == "benefit"
        else each
        for each in line.findings
    )
    return replace(line, findings=tuple(findings))


def _open_below(line: Line) -> Line:
    """From nothing to what was settled; which part of it would be what, nobody knows."""
    high, least = _span(line, "patient_pays")[1], _span(line, "plan_pays")[0]
    prices = [each.allowed for each in line.points if each.allowed is not None]
    allowed = max([line.shown.allowed, *prices]) if line.shown is not None else None
    spans: dict[str, Span] = {"patient_pays": (0, high), "plan_pays": (least, allowed)}
    return replace(line, unknown=(*line.unknown, "benefit"), spans=spans, reasons="")


def _span(line: Line, name: str) -> Span:
    """The least and the most of an amount of a line."""
    if name in line.spans:
        return line.spans[name]
    if line.shown is None:
        return 0, None
    cents = getattr(line.shown, name)
    return cents, cents


def _sums(found: Estimate, lines: tuple[Line, ...]) -> dict[str, Span]:
    """The range of the sums: no more in all than was settled, no less than each bill at its least."""
    out: dict[str, Span] = {}
    for name in SUMMED:
        spans = [_span(line, name) for line in lines]
        highs = [high for _, high in spans if high is not None]
        most = sum(highs) if len(highs) == len(spans) else None
        if name == "patient_pays" and name in found.spans:
            most = found.spans[name][1]
        out[name] = (sum(low for low, _ in spans), most)
    if "plan_pays" in found.spans:  # the bills are never all at their least together
        out["plan_pays"] = (found.spans["plan_pays"][0], out["plan_pays"][1])
    return out


def has_unknown_terms(line: Line) -> bool:
    """Whether the terms that a line stands under are not known."""
    return any(each.id == TERMS for each in line.findings)


def has_unknown_deductible(line: Line) -> bool:
    """Whether neither the deductible is known nor what is left of it."""
    return any(each.id == DEDUCTIBLE for each in line.findings)


def has_whole_deductible(line: Line) -> bool:
    """Whether the whole deductible is known."""
    return not any(each.id in (DEDUCTIBLE, ONLY_LEFT) for each in line.findings)


def is_open_otherwise(line: Line) -> bool:
    """Whether the terms are not known under which a screening stands that does not count as one."""
    return any(each.id == IF_NOT_PREVENTIVE for each in line.findings)


def has_unknown_benefit(line: Line) -> bool:
    """Whether it is not known what the plan says of scans, whatever it changes for this one."""
    return any(each.id in (BENEFIT, IF_NOT_PREVENTIVE, NOT_ASKED) for each in line.findings)


def untold(line: Line) -> tuple[str, ...]:
    """What a line was settled at and nobody said: amounts of SPEC 7, and the worksheet."""
    names = ["deductible_left"] if has_unknown_deductible(line) else []
    if "benefit" in line.unknown:
        parts = ("copay", "deductible", "coinsurance", "deductible_left", "out_of_pocket_left")
        names += [*parts, "worksheet"]
    if is_open_otherwise(line):
        names.append("patient_pays_if_not_preventive")
    return tuple(dict.fromkeys(names))
