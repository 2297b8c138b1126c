"""Remarks of an estimate from a card with `unknown` on it, where they would tell what was assumed."""

from __future__ import annotations

from typing import Any

from scancost.engine.estimate import Line
from scancost.engine.unknown_terms import has_unknown_deductible, is_open_otherwise

Told = tuple[str, dict[str, Any]]
DEDUCTIBLE_OPEN = {
    "estimate.deductible_open": "estimate.deductible_unknown",
    "estimate.deductible_open_family": "estimate.deductible_unknown",
}
TERMS_OPEN = {
    "estimate.if_preventive": "estimate.if_preventive_open",
    "estimate.if_diagnostic": "estimate.if_diagnostic_open",
}


def as_open(line: Line, told: list[Told]) -> list[Told]:
    """The same remarks, those that stand on something unknown with its range."""
    other = DEDUCTIBLE_OPEN if has_unknown_deductible(line) else {}
    told = [(other.get(id, id), values) for id, values in told]
    return [_by_open_terms(*each) for each in told] if is_open_otherwise(line) else told


def _by_open_terms(id: str, values: dict[str, Any]) -> Told:
    """What it would be by other terms, which begins at nothing, with its upper end."""
    name = id.removesuffix("_between")
    if name not in TERMS_OPEN:
        return id, values
    return TERMS_OPEN[name], {"other": values.get("other", values.get("high"))}
