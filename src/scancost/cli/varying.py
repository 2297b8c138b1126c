"""`--vary` of `scancost compare`: what to vary, its values, and the order with one of them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from scancost.cli import inputs, running
from scancost.model.base import nearest
from scancost.model.order import AMOUNTS, FIELDS, IDS, MET, REMAINING
from scancost.model.vocabulary import OUTPATIENT_SITES, PURPOSES
from scancost.words import Words

DEDUCTIBLE = "deductible"
"""A name of `--vary` beside the fields of an order: before and after the deductible is met."""
NAMES = tuple(name for name in (*FIELDS, *inputs.SELECTORS, DEDUCTIBLE) if name not in IDS)
TRUTH = ("true", "false")
USUAL = {
    "site": OUTPATIENT_SITES,
    "purpose": PURPOSES,
    "component": ("global", "technical", "professional"),
    "preauthorization": ("approved", "missing"),
    "medical_necessity": ("met", "not_met"),
    "coverage": ("self_only", "family"),
    "emergency": TRUTH,
    "patient_waiver": TRUTH,
    "follows_screening": TRUTH,
    DEDUCTIBLE: ("before", "after"),
}
"""The values of a field that is named alone; `network` has the tiers of the policy, `provider` and
`payer` those of the price books."""

_VARY = re.compile(r"(?:([1-9])\.)?([a-z][a-z_-]*)(?:=(.*))?", re.DOTALL)
_TORN = re.compile(r"\$[0-9]{1,3}")


@dataclass(frozen=True)
class Vary:
    """One thing to vary: a field (of the bill with this number, where there is one), its values;
    none where they are the usual ones."""

    name: str
    values: tuple[str, ...]
    bill: int | None = None

    @property
    def key(self) -> str:
        return self.name if self.bill is None else f"{self.bill}.{self.name}"


def read_vary(text: str, words: Words) -> Vary:
    """What one `--vary` says; a usage error ends the run."""
    found = _VARY.fullmatch(text.strip())
    name = found[2].replace("-", "_") if found else text
    if found is None or name not in NAMES:
        near = nearest(name, NAMES)
        hint = words.say("problems.near", near=near) if near else ""
        running.stop(words.say("compare.vary_unknown", name=name, hint=hint))
    bill = int(found[1]) if found[1] else None
    given = found[3]
    separator = ";" if given and ";" in given else ","
    pieces = [each.strip() for each in (given or "").split(separator)]
    values = tuple(each for each in pieces if each)
    if given is not None and not values:
        running.stop(words.say("compare.vary_needs_values", name=name))
    is_money = name in (*AMOUNTS, *MET, *REMAINING)
    pairs = itertools.pairwise(values)
    torn = any(_TORN.fullmatch(one) and re.fullmatch("[0-9]{3}", other) for one, other in pairs)
    if is_money and separator == "," and torn:
        running.stop(words.say("compare.vary_commas", name=name))
    return Vary(name, values or USUAL.get(name, ()), bill)


def with_value(base: inputs.Given, vary: Vary, value: str, words: Words) -> inputs.Given:
    """A copy of an order with one value of what is varied. Raises Problems where the bills say it
    themselves; a usage error where there is no such bill."""
    given = base.copy()
    if vary.bill is not None:
        if vary.bill > len(given.lines):
            running.stop(words.say("compare.vary_no_bill", number=vary.bill))
        inputs.override(given.lines[vary.bill - 1], {vary.name: value})
        return given
    if vary.name == DEDUCTIBLE:
        return inputs.override(given, _deductible(given, value, words))
    return inputs.override(given, {vary.name: value})


def _deductible(given: inputs.Given, value: str, words: Words) -> dict[str, str]:
    """The balances before anything is met, or when the deductible is."""
    is_family = bool(given.fields.get("family_id")) or given.fields.get("coverage") == "family"
    if value not in USUAL[DEDUCTIBLE]:
        running.stop(words.say("compare.vary_deductible"))
    if value == "before":
        return dict.fromkeys(MET if is_family else MET[:2], "0")
    names = (REMAINING[0], REMAINING[2]) if is_family else REMAINING[:1]
    return dict.fromkeys(names, "0")


def nothing_met(given: inputs.Given) -> None:
    """Balances that were stated for another benefit year: in the new one nothing is met yet."""
    for each in (given, *given.lines):
        for met, left in zip(MET, REMAINING, strict=True):
            if each.fields.pop(left, None) is not None or each.fields.get(met) is not None:
                each.fields[met] = "0"
