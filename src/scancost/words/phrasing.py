"""Cost-share and authorization phrases (SPEC 2.1 and 2.2) in the words of a language."""

from __future__ import annotations

from collections.abc import Callable

from scancost import phrases
from scancost.amounts import short_dollars
from scancost.problems import Wrong

Say = Callable[..., str]


def share_in_words(text: str, say: Say) -> str:
    """A cost-share phrase as people say it; a text that is none stays as it is."""
    try:
        phrase = phrases.cost_share(text)
    except Wrong:
        return text
    if phrase.kind == "no_charge":
        return say("phrases.no_charge_after" if phrase.after_deductible else "phrases.no_charge")
    if phrase.kind != "share":
        return say(f"phrases.{phrase.kind}")
    parts = [_copay(phrase.copay, say)] if phrase.copay else []
    if phrase.coinsurance is not None:
        parts.append(_coinsurance(phrase.coinsurance, say))
    return say("phrases.then").join(parts)


def _copay(copay: phrases.Copay, say: Say) -> str:
    id = "phrases.copay_per_day" if copay.per_day else "phrases.copay"
    return say(id, amount=short_dollars(copay.amount)) + _deductible(copay.deductible, say)


def _coinsurance(part: phrases.Coinsurance, say: Say) -> str:
    if part.ceiling is None:
        said = say("phrases.coinsurance", rate=part.rate)
    else:
        most = short_dollars(part.ceiling)
        said = say("phrases.coinsurance_most", rate=part.rate, most=most)
    return said + _deductible(part.deductible, say)


def _deductible(said: str, say: Say) -> str:
    return say("phrases." + said.replace(" ", "_")) if said else ""


def consequence_in_words(text: str, say: Say) -> str:
    """What a missing authorization does, as people say it."""
    try:
        found = phrases.authorization(text)
    except Wrong:
        return text
    most = ""
    if found.ceiling is not None:
        most = say("phrases.penalty_most", most=short_dollars(found.ceiling))
    amount = short_dollars(found.amount)
    return say(f"phrases.missing_{found.kind}", amount=amount, rate=found.amount) + most
