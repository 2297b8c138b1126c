"""An estimate as JSON (SPEC 8): names of SPEC 7, amounts as strings, findings as sentences."""

from __future__ import annotations

from typing import Any

from scancost.amounts import money_text
from scancost.engine.estimate import Estimate, Line, Span
from scancost.engine.orders import Shown
from scancost.engine.unknown_terms import untold
from scancost.kernel.walk import WORKSHEET_LINES
from scancost.show.estimate import is_open_above
from scancost.show.headline import owed_at_any_price
from scancost.words import Words

SCHEMA = "scancost/estimate/2"
AMOUNTS = Shown._fields
RANGED = ("patient_pays", "plan_pays")
TOTALS = ("billed", "allowed", *RANGED, "provider_writeoff")


def answer(found: Estimate, words: Words) -> dict[str, Any]:
    """The whole answer, ready for json.dumps: a line for each bill, or without a network for each
    tier, and the total over them."""
    lines = [line_of(line, words) for line in found.lines]
    total = _over_tiers(found, lines, words) if found.is_by_tier else _total(lines)
    if found.is_bills:
        total.pop("range", None)
        if found.spans:
            total["range"] = {name: _span(span) for name, span in found.spans.items()}
    return {"schema": SCHEMA, "lines": lines, "total": total}


def _text(cents: int | None) -> str | None:
    return None if cents is None else money_text(cents)


def _span(span: Span) -> dict[str, str | None]:
    return {"low": _text(span[0]), "high": _text(span[1])}


def line_of(line: Line, words: Words) -> dict[str, Any]:
    """One line: the columns of SPEC 7, the worksheet, the findings, the range where there is one."""
    order, decision = line.order, line.decision
    out: dict[str, Any] = {
        "row": line.row,
        "order_id": order.order_id or str(line.row),
        "member_id": order.member_id,
        "policy": line.ready.policy.policy,
        "service_date": order.service_date.isoformat(),
        "service": decision.service,
        "tier": decision.tier,
        "protected": decision.is_protected,
        "status": decision.status,
    }
    amounts = line.shown
    if amounts is not None:
        out |= {name: _text(cents) for name, cents in amounts._asdict().items()}
    else:
        out |= dict.fromkeys(AMOUNTS)
        out |= {"billed": _text(order.billed), "allowed": _text(order.allowed)}
        if owed_at_any_price(line) is not None:
            out |= {name: _text(line.spans[name][0]) for name in RANGED}
    if is_open_above(line):  # the charge is not known, so neither is what depends on it
        out |= dict.fromkeys(("billed", "balance_bill", "patient_pays", "provider_writeoff"))
    others = _others(line)
    out |= {name: None for name, span in others.items() if span[1] is None}
    out["reasons"] = line.reasons
    out["needs"] = "; ".join(words.say(f"needs.{need}") for need in decision.needs)
    sheet = line.worksheet
    out["worksheet"] = (
        {name: money_text(cents) for name, cents in zip(WORKSHEET_LINES, sheet, strict=True)}
        if sheet is not None
        else None
    )
    hidden = untold(line)
    out |= dict.fromkeys(hidden)
    out["findings"] = [
        {
            "id": each.id,
            "text": words.say(f"findings.{each.id}", **each.values),
            "words": each.words,
            "page": each.page,
        }
        for each in line.findings
    ]
    open_ends = {name: span for name, span in others.items() if span[0] != span[1]}
    spans = {**line.spans, **{name: open_ends[name] for name in open_ends if name not in hidden}}
    if line.unknown:
        out["unknown"] = list(line.unknown)
    if line.unknown or spans:
        out["range"] = {name: _span(span) for name, span in spans.items()}
    return out


def _others(line: Line) -> dict[str, Span]:
    """The least and the most of the other answers, in the columns that are not blank."""
    amounts = line.shown
    found = {
        "patient_pays_if_not_authorized": line.other_pays,
        "patient_pays_if_not_preventive": line.unpreventive,
    }
    return {
        name: span
        for name, span in found.items()
        if span is not None and amounts is not None and getattr(amounts, name) is not None
    }


def _over_tiers(found: Estimate, lines: list[dict[str, Any]], words: Words) -> dict[str, Any]:
    """What all tiers agree on; null where they differ, or where the policy does not say of one; the
    range over those it says of."""
    total: dict[str, Any] = {}
    for name in TOTALS:
        is_agreed = not found.unanswered and all(each[name] == lines[0][name] for each in lines)
        total[name] = lines[0][name] if is_agreed else None
    spans = {name: _over([_span_of(line, name) for line in found.lines]) for name in RANGED}
    ranges = {name: _span(span) for name, span in spans.items() if span is not None}
    is_open = any("patient_pays" in line.get("range", {}) for line in lines)
    if ranges and (is_open or any(total[name] is None for name in ranges)):
        total["range"] = ranges
    if found.unanswered:
        total["unanswered"] = [
            {"tier": tier, "text": words.say(f"problems.{problem.id}", **problem.values)}
            for tier, problem in found.unanswered
        ]
    return total


def _over(spans: list[Span | None]) -> Span | None:
    """From the least of all to the most of all; None where one of them cannot be told."""
    known = [span for span in spans if span is not None]
    if len(known) < len(spans):
        return None
    highs = [high for _, high in known if high is not None]
    return min(low for low, _ in known), max(highs) if len(highs) == len(known) else None


def _span_of(line: Line, name: str) -> Span | None:
    """The least and the most of an amount of a line; None where nothing can be said of it."""
    if name in line.spans:
        return line.spans[name]
    if line.shown is None:
        return None
    cents = getattr(line.shown, name)
    return (cents, cents)


def _total(lines: list[dict[str, Any]]) -> dict[str, Any]:
    """The sums over the lines that have amounts; null where one has none."""
    total: dict[str, Any] = {}
    for name in TOTALS:
        values = [line.get(name) for line in lines]
        cents = [int(value.replace(".", "")) for value in values if value is not None]
        total[name] = money_text(sum(cents)) if len(cents) == len(values) else None
    if any("patient_pays" in line.get("range", {}) for line in lines):
        spans = [_line_span(line) for line in lines]
        if all(span is not None for span in spans):
            lows = [span[0] for span in spans if span is not None]
            highs = [span[1] for span in spans if span is not None]
            high = None if None in highs else sum(each for each in highs if each is not None)
            total["range"] = {"patient_pays": _span((sum(lows), high))}
    return total


def _line_span(line: dict[str, Any]) -> Span | None:
    span = line.get("range", {}).get("patient_pays")
    if span is None:
        value = line.get("patient_pays")
        span = {"low": value, "high": value} if value is not None else None
    if span is None:
        return None
    high = span["high"]
    return (_cents(span["low"]), None if high is None else _cents(high))


def _cents(text: str) -> int:
    return int(text.replace(".", ""))
