"""A plan's own words for what a scan costs, as people copy them, to the phrase of a policy file.

A summary of benefits writes `$50 copay/visit; deductible does not apply.`; Spanish ones, and this
program in Spanish, `copago de $50 por visita, sin aplicar el deducible`. Policy files stay strict.
"""

from __future__ import annotations

import re

_MONEY = r"\$ ?[0-9][0-9,]*(?:\.[0-9]+)?"
_RATE = r"[0-9]+(?:\.[0-9]+)? ?%"
_SAME = tuple(
    (re.compile(pattern), phrase)
    for pattern, phrase in (
        (r"[.;]+$", ""),
        (r" *; *", ", "),
        # the parts
        (r"\bco-?pay(ment)?s?\b", "copay"),
        (r"\bco-insurance\b", "coinsurance"),
        (rf"\bcopago de ({_MONEY})", r"\1 copay"),
        (rf"({_MONEY}) de copago\b", r"\1 copay"),
        (rf"\bcoseguro del? ({_RATE})", r"\1 coinsurance"),
        (rf"({_RATE}) de coseguro\b", r"\1 coinsurance"),
        (r"\bsin (cargo|costo)\b", "no charge"),
        (r"\bno cubierto\b", "not covered"),
        (r"\bluego\b", "then"),
        (r"\bhasta\b", "up to"),
        # how often
        (r" ?/ ?| por (?=(d[ií]a|visita|servicio|estudio)\b)", " per "),
        (r"\bper (office )?visita?\b", "per visit"),
        (r"\bper d[ií]a\b", "per day"),
        (r"\bper (scan|test|procedure|image|study|servicio|estudio)\b", "per service"),
        (rf"({_RATE} coinsurance) per (service|visit|day)\b", r"\1"),
        # how the deductible applies
        (r"\b(the |your )(?=deductible)", ""),
        (r"\b(sin aplicar|no se aplica) el deducible\b", "deductible waived"),
        (r"\bel deducible no se aplica\b", "deductible waived"),
        (
            r"\bdeductible (doesn't apply|doesn’t apply|is waived|not applicable)\b",
            "deductible waived",
        ),
        (r"\bdespu[eé]s del deducible\b", "after deductible"),
        (r"\bantes del deducible\b", "before deductible"),
    )
)


def as_phrase(text: str | None) -> str | None:
    """The words in the spelling of a cost-share phrase (SPEC 2.1); what is none stays wrong."""
    if text is None:
        return None
    said = " ".join(text.lower().split())
    for pattern, phrase in _SAME:
        said = pattern.sub(phrase, said)
    return said
