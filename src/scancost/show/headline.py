"""The headline of an estimate and the remarks beside it, in words."""

from __future__ import annotations

from scancost.engine.curve import left_before
from scancost.engine.estimate import Line
from scancost.engine.orders import binding
from scancost.engine.turned import if_diagnostic
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN
from scancost.kernel.money import NO_LIMIT, share
from scancost.kernel.outcome import WRITTEN_OFF
from scancost.words import Words


def headline(line: Line, words: Words) -> str:
    """What the patient would pay, in one sentence that is honest about what is unknown."""
    status = line.decision.status
    if line.shown is None:
        return _unpriced(line, words)
    pays = line.shown.patient_pays
    if "benefit" in line.unknown:
        return words.say("estimate.pay_between", low=0, high=pays)
    if not {"billed", "price_range", "other_bills"}.isdisjoint(line.unknown):
        low, high = line.spans["patient_pays"]
        if high is None and not line.decision.is_settled:
            return words.say(f"estimate.{status}_at_least", low=low)
        if high is None:
            allowed = line.shown.allowed
            least = pays if line.without_deductible is None else line.without_deductible
            return words.say("estimate.pay_at_least", low=least, allowed=allowed)
        return words.say("estimate.pay_between", low=low, high=high)
    if status == "not_covered":
        return words.say("estimate.not_covered", patient_pays=pays)
    if status == "denied":
        if line.decision.terms[k.OUTCOME] == WRITTEN_OFF:
            return words.say("estimate.denied_provider")
        return words.say("estimate.denied_patient", patient_pays=pays)
    if line.without_deductible is not None:
        low = line.without_deductible
        return words.say("estimate.pay_between", low=low, high=pays)
    return words.say("estimate.pay", patient_pays=pays)


def _unpriced(line: Line, words: Words) -> str:
    decision = line.decision
    if "benefit" in line.unknown:
        most = left_before(line)[1]
        id = "pay_unknown_terms" if most is None else "pay_unknown_terms_most"
        return words.say(f"estimate.{id}", most=most)
    if decision.status == "not_covered":
        return words.say("estimate.not_covered_unpriced")
    if decision.status == "denied":
        is_lost = decision.terms[k.OUTCOME] == WRITTEN_OFF
        who = "provider" if is_lost else "patient"
        return words.say(f"estimate.denied_{who}_unpriced")
    if line.spans:
        high = line.spans["patient_pays"][1]
        if high is not None:
            return words.say("estimate.pay_at_most", high=high)
    is_open = decision.terms[k.BALANCE_RATE] != 0
    shared = _share(line, words)
    if shared is None:
        if not is_open:
            return words.say("estimate.pay_nothing_any_price")
        shared = words.say("estimate.share_nothing")
    id = "estimate.pay_unpriced_open" if is_open else "estimate.pay_unpriced"
    return words.say(id, share=shared)


def _share(line: Line, words: Words) -> str | None:
    """What can be said without a price: the copay, the rate, the deductible; None for nothing."""
    terms = line.decision.terms
    left = left_before(line)
    parts = []
    if terms[k.COPAY_FIRST]:
        parts.append(words.say("estimate.share_copay", copay=terms[k.COPAY_FIRST]))
    if terms[k.IS_SUBJECT] and left[0]:
        known = line.stated[0] != UNKNOWN
        id = "estimate.share_deductible" if known else "estimate.share_deductible_unknown"
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
    only_copay = terms[k.COPAY_FIRST] and len(parts) == 1
    if left[1] is not None and not (only_copay and terms[k.COPAY_FIRST] <= left[1]):
        said = words.say("estimate.share_most", share=said, most=left[1])
    return said


def remarks(line: Line, words: Words) -> tuple[str, ...]:
    """The conditions the headline stands under, and what would make it exact."""
    said = list(_conditions(line, words))
    if line.shown is not None and line.without_deductible is not None:
        low, high = line.without_deductible, line.shown.patient_pays
        family, own = line.stated[2], binding(line.ready, line.decision.limits_row)[0]
        if line.stated[0] == UNKNOWN != family and family < own:
            said.append(
                words.say("estimate.deductible_open_family", low=low, high=high, family=family)
            )
        else:
            said.append(words.say("estimate.deductible_open", low=low, high=high))
    if "out_of_pocket" in line.unknown and line.shown is not None:
        lowest = line.spans["patient_pays"][0]
        id = "estimate.maximum_open" if lowest == 0 else "estimate.maximum_open_some"
        said.append(words.say(id))
    if "price_range" in line.unknown and line.shown is not None:
        said.append(words.say("bills.price_range", allowed=line.shown.allowed))
    if "billed" in line.unknown:
        said.append(words.say("estimate.billed_open"))
    if "price" in line.unknown and _share_matters(line):
        said.append(words.say("estimate.price_open"))
    return tuple(said)


def _share_matters(line: Line) -> bool:
    terms = line.decision.terms
    return bool(
        not line.decision.is_settled
        or terms[k.IS_SUBJECT]
        or terms[k.RATE]
        or terms[k.COPAY_FIRST]
        or terms[k.BALANCE_RATE]
    )


def _conditions(line: Line, words: Words) -> list[str]:
    decision, amounts = line.decision, line.shown
    said = []
    if decision.authorization == "assumed":
        if amounts is None:
            said.append(
                words.say("estimate.if_approved_unpriced", consequence=decision.consequence)
            )
        elif _is_written_off(line):
            said.append(words.say("estimate.if_approved_provider"))
        else:
            said.append(_with_other_answer(line, "if_approved", words))
    elif decision.authorization in ("missing", "denied") and line.other_pays is not None:
        said.append(_with_other_answer(line, "if_had_authorization", words))
    if amounts is not None and amounts.patient_pays_if_not_preventive is not None:
        other = amounts.patient_pays_if_not_preventive
        said.append(words.say("estimate.if_preventive", other=other))
    turned = if_diagnostic(line)
    if turned is not None:
        said.append(words.say("estimate.if_diagnostic", other=turned))
    return said


def _with_other_answer(line: Line, id: str, words: Words) -> str:
    """What the patient would pay with the other answer on the authorization, as far as known."""
    assert line.other_pays is not None
    low, high = line.other_pays
    if high is None:
        return words.say(f"estimate.{id}_least", low=low)
    if low != high:
        return words.say(f"estimate.{id}_between", low=low, high=high)
    return words.say(f"estimate.{id}", other=low)


def _is_written_off(line: Line) -> bool:
    other = line.decision.other_authorization
    return other is not None and other[k.OUTCOME] == WRITTEN_OFF
