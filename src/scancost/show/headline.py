"""The headline of an estimate and the remarks beside it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scancost.engine.curve import left_before
from scancost.engine.estimate import Line, Span
from scancost.engine.orders import binding
from scancost.engine.turned import if_diagnostic
from scancost.engine.unknown_terms import has_unknown_deductible
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN
from scancost.kernel.money import NO_LIMIT, share
from scancost.kernel.outcome import WRITTEN_OFF
from scancost.show.unknown_card import as_open
from scancost.words import Words


def headline(line: Line, words: Words) -> str:
    """What the patient would pay, in one sentence that is honest about what is unknown."""
    id, values = _told(line, words)
    return words.say(f"estimate.{id}", **values)


def in_cell(line: Line, words: Words) -> str:
    """The headline in the few words of a table's cell, under the heading "you pay"."""
    id, values = _told(line, words)
    return words.say(f"cells.{id}", **values)


Told = tuple[str, dict[str, Any]]
"""The id of a headline and its values; as a sentence in words/estimate, as a cell in words/cells."""


def _told(line: Line, words: Words) -> Told:
    status = line.decision.status
    if line.shown is None:
        return _unpriced(line, words)
    pays = line.shown.patient_pays
    if "benefit" in line.unknown:
        return "pay_between", {"low": 0, "high": line.spans["patient_pays"][1]}
    if not {"billed", "price_range", "other_bills"}.isdisjoint(line.unknown):
        low, high = line.spans["patient_pays"]
        if high is None and not line.decision.is_settled:
            return f"{status}_at_least", {"low": low}
        if high is None:
            least = pays if line.without_deductible is None else line.without_deductible
            return "pay_at_least", {"low": least, "allowed": line.shown.allowed}
        return "pay_between", {"low": low, "high": high}
    if status == "not_covered":
        return "not_covered", {"patient_pays": pays}
    if status == "denied":
        if line.decision.terms[k.OUTCOME] == WRITTEN_OFF:
            return "denied_provider", {}
        return "denied_patient", {"patient_pays": pays}
    if line.without_deductible is not None:
        return "pay_between", {"low": line.without_deductible, "high": pays}
    return "pay", {"patient_pays": pays}


def _unpriced(line: Line, words: Words) -> Told:
    decision = line.decision
    if "benefit" in line.unknown:
        most = left_before(line)[1]
        id = "pay_unknown_terms" if most is None else "pay_unknown_terms_most"
        return id, {"most": most}
    if not decision.is_settled:
        return _refused(line)
    if line.spans:
        high = line.spans["patient_pays"][1]
        if high is not None:
            return "pay_at_most", {"high": high}
    is_open = decision.terms[k.BALANCE_RATE] != 0
    shared = _share(line, words)
    if shared is None:
        if not is_open:
            return "pay_nothing_any_price", {}
        shared = words.say("estimate.share_nothing")
    return "pay_unpriced_open" if is_open else "pay_unpriced", {"share": shared}


def _refused(line: Line) -> Told:
    """What is not covered, or denied, and has no price."""
    owed = owed_at_any_price(line)
    if line.decision.status == "not_covered":
        return (
            ("not_covered_unpriced", {})
            if owed is None
            else ("not_covered", {"patient_pays": owed})
        )
    if line.decision.terms[k.OUTCOME] == WRITTEN_OFF:
        return "denied_provider_unpriced", {}
    return (
        ("denied_patient_unpriced", {})
        if owed is None
        else ("denied_patient", {"patient_pays": owed})
    )


def owed_at_any_price(line: Line) -> int | None:
    """What the patient owes of an order without a price that the plan does not pay, where the charge or
    the cash price says it."""
    low, high = line.spans.get("patient_pays", (0, None))
    return low if low == high and not line.decision.is_settled else None


def _share(line: Line, words: Words) -> str | None:
    """What can be said without a price: the copay, the rate, the deductible; None for nothing."""
    terms = line.decision.terms
    left, is_open = left_before(line), has_unknown_deductible(line)
    parts = []
    if terms[k.COPAY_FIRST]:
        parts.append(words.say("estimate.share_copay", copay=terms[k.COPAY_FIRST]))
    if terms[k.IS_SUBJECT] and left[0]:
        known = line.stated[0] != UNKNOWN
        id = "estimate.share_deductible" if known else "estimate.share_deductible_unknown"
        id = "estimate.share_deductible_open" if is_open else id
        parts.append(words.say(id, left=left[0]))
    if terms[k.COPAY_AFTER]:
        parts.append(words.say("estimate.share_copay", copay=terms[k.COPAY_AFTER]))
    if terms[k.RATE]:
        part, ceiling = share(10_000, terms[k.RATE]), terms[k.COINSURANCE_CEILING]
        id = "estimate.share_rate" if ceiling == NO_LIMIT else "estimate.share_rate_most"
        parts.append(words.say(id, part=part, most=ceiling))
    if not parts:
        return None
    said = words.say("estimate.share_then").join(parts)
    most = _most(terms, left, is_open)
    if most is None or (len(parts) == 1 and most == _most(terms, (left[0], None), is_open)):
        return said  # one part already says how much it is at most
    return words.say("estimate.share_most", share=said, most=most)


def _most(
    terms: Sequence[int], left: tuple[int, int | None], is_deductible_open: bool
) -> int | None:
    """The most that the share comes to at any price, in cents: all its parts, or what is left of the
    out-of-pocket maximum; None where nothing bounds a coinsurance, or the deductible."""
    whole = terms[k.COPAY_FIRST] + terms[k.COPAY_AFTER]
    whole += left[0] if terms[k.IS_SUBJECT] else 0
    if is_deductible_open and terms[k.IS_SUBJECT]:
        bounds: list[int] = []
    elif not terms[k.RATE]:
        bounds = [whole]
    else:
        ceiling = terms[k.COINSURANCE_CEILING]
        bounds = [] if ceiling == NO_LIMIT else [whole + ceiling]
    bounds += [] if left[1] is None else [left[1]]
    return min(bounds, default=None)


def remarks(line: Line, words: Words) -> tuple[str, ...]:
    """The conditions the headline stands under, and what would make it exact."""
    return tuple(words.say(id, **values) for id, values in remarks_told(line))


def remarks_told(line: Line) -> list[Told]:
    """The same before they are said: the id of each sentence and its values."""
    said = _conditions(line)
    if line.shown is not None and line.without_deductible is not None:
        values = {"low": line.without_deductible, "high": line.shown.patient_pays}
        family, own = line.stated[2], binding(line.ready, line.decision.limits_row)[0]
        if line.stated[0] == UNKNOWN != family and family < own:
            said.append(("estimate.deductible_open_family", {**values, "family": family}))
        else:
            said.append(("estimate.deductible_open", values))
    if "out_of_pocket" in line.unknown and line.shown is not None:
        lowest = line.spans["patient_pays"][0]
        said.append(("estimate.maximum_open" if lowest == 0 else "estimate.maximum_open_some", {}))
    if "price_range" in line.unknown and line.shown is not None:
        said.append(("bills.price_range", {"allowed": line.shown.allowed}))
    if "billed" in line.unknown:
        is_settled = line.decision.is_settled
        said.append(("estimate.billed_open" if is_settled else "estimate.billed_open_whole", {}))
    if "price" in line.unknown and _share_matters(line):
        said.append(("estimate.price_open", {}))
    return as_open(line, said)


def _share_matters(line: Line) -> bool:
    terms = line.decision.terms
    if not line.decision.is_settled:
        return owed_at_any_price(line) is None
    return bool(
        terms[k.IS_SUBJECT] or terms[k.RATE] or terms[k.COPAY_FIRST] or terms[k.BALANCE_RATE]
    )


def _conditions(line: Line) -> list[Told]:
    decision, amounts = line.decision, line.shown
    said: list[Told] = []
    if decision.authorization == "assumed":
        if amounts is None:
            values = {"consequence": decision.consequence}
            said.append(("estimate.if_approved_unpriced", values))
        elif _is_written_off(line):
            said.append(("estimate.if_approved_provider", {}))
        else:
            said.append(_with_other_answer(line, "estimate.if_approved"))
    elif decision.authorization in ("missing", "denied") and line.other_pays is not None:
        said.append(_with_other_answer(line, "estimate.if_had_authorization"))
    if amounts is None and decision.other_purpose is not None:
        said.append(("estimate.if_preventive_unpriced", {}))
    elif amounts is not None and line.unpreventive is not None:
        said.append(_ranged("estimate.if_preventive", line.unpreventive))
    turned = if_diagnostic(line)
    if turned is not None:
        said.append(_ranged("estimate.if_diagnostic", turned))
    return said


def _ranged(id: str, span: Span) -> Told:
    """A sentence with one other amount, or with its least and most."""
    low, high = span
    if high is None:
        return f"{id}_least", {"low": low}
    return (id, {"other": low}) if low == high else (f"{id}_between", {"low": low, "high": high})


def _with_other_answer(line: Line, id: str) -> Told:
    """What the patient would pay with the other answer on the authorization, as far as known."""
    assert line.other_pays is not None
    is_same = line.other_pays == _own_span(line)
    return (f"{id}_same", {}) if is_same else _ranged(id, line.other_pays)


def _own_span(line: Line) -> Span | None:
    """What the patient pays with the answer that was taken, over the ends that `other_pays` is over."""
    if line.shown is None:
        return None
    high = line.shown.patient_pays
    low = high if line.without_deductible is None else line.without_deductible
    if not {"billed", "price_range", "other_bills"}.isdisjoint(line.unknown):
        return None
    return low, high


def _is_written_off(line: Line) -> bool:
    other = line.decision.other_authorization
    return other is not None and other[k.OUTCOME] == WRITTEN_OFF


AT_AN_END = ("deductible", "billed", "benefit", "other_bills")
"""What may be unknown so that the worksheet shows one case of several."""


def worksheet_case(line: Line, words: Words) -> str:
    """Which case the worksheet of a range shows, as the end of a sentence; empty where it is the
    only one."""
    return words.say("worksheet.and").join(
        words.say(f"worksheet.if_{name}") for name in AT_AN_END if name in line.unknown
    )


def pays_label(line: Line) -> str:
    """The label of what the patient pays in the worksheet: the most, the least, or just that."""
    most, least = {"deductible", "benefit"}, {"billed"}
    if not most.isdisjoint(line.unknown) and not {*least, *ONE_OF_SEVERAL} & {*line.unknown}:
        return "patient_pays_most"
    if "billed" in line.unknown and not {*most, *ONE_OF_SEVERAL} & {*line.unknown}:
        return "patient_pays_least"
    return "patient_pays"


ONE_OF_SEVERAL = ("price_range", "other_bills")
