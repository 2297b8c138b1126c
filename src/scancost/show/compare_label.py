"""What a scenario of `scancost compare` varies, in words: a label for every field of an order.

Read beside cli/varying.py, which names the fields, and words/compare.
"""

from __future__ import annotations

from typing import Any

from scancost import amounts
from scancost.engine.comparing import Scenario
from scancost.model.order import AMOUNTS, DATES, MET, REMAINING
from scancost.problems import Wrong
from scancost.rules.matching import match
from scancost.words import Words

KINDS = {
    "network": "tier",
    "site": "site",
    "purpose": "purpose",
    "component": "component",
    "service": "service",
}
"""Fields whose values need no more than their everyday words."""
TIERS = {"in": "in_network", "out": "out_of_network"}
TRUTHS = ("emergency", "patient_waiver", "follows_screening")
MONEY = (*AMOUNTS, *MET, *REMAINING)
AS_THEY_ARE = ("provider", "payer", "policy")


def label(each: Scenario, words: Words) -> str:
    """What a scenario varies."""
    said = []
    for key, value in each.vary.items():
        name = key.rpartition(".")[2]
        number = key[0] if key[0].isdigit() else ""
        if name == "cash":
            shown = words.say("compare.label_cash", price=each.patient_pays)
        else:
            shown = label_of(name, value, words)
        said.append(words.say("compare.of_bill", number=number, label=shown) if number else shown)
    text = ", ".join(said)
    return text[:1].upper() + text[1:]


def label_of(name: str, value: str, words: Words) -> str:
    """One value, as it was typed, of one field; a value that nobody can read stands as it is."""
    if name in AS_THEY_ARE:
        return value
    try:
        read = _read(name, value, words)
    except Wrong:
        return words.say("compare.label", name=name.replace("_", " "), value=value)
    if name in KINDS:
        return words.shown(read, KINDS[name])
    own = f"compare.label_{name}_{read}"
    return words.say(own) if words.has(own) else words.say(f"compare.label_{name}", value=read)


def _read(name: str, value: str, words: Words) -> Any:
    """A value as its label takes it: cents, a date, or a name of the contract. Raises Wrong."""
    folded = value.strip().lower()
    if name in MONEY:
        return amounts.money(value)
    if name in DATES and folded != "never":
        return amounts.day(value)
    if name in TRUTHS:
        return "true" if amounts.truth(value) else "false"
    if name in ("service", "authorized_service"):
        found = match(value, words.catalogue).name if words.catalogue is not None else None
        return found or value.strip()
    if name in ("network", "facility_network"):
        return TIERS.get(folded, folded)
    if name in ("place_of_service", "modifiers"):
        return value.strip().upper()
    return folded
