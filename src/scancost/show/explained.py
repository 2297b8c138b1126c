"""The worksheet of one line told step by step, each step with the policy's words where it has them.

Read beside SPEC 5: the sentences follow its lines. Amounts are cents.
"""

from __future__ import annotations

from collections.abc import Sequence

from scancost.engine.curve import left_before
from scancost.engine.estimate import Line
from scancost.engine.unknown_terms import has_unknown_deductible
from scancost.kernel import walk as k
from scancost.kernel.money import NO_LIMIT, share
from scancost.kernel.outcome import WRITTEN_OFF
from scancost.rules.network import is_by_policy
from scancost.show.view import Section, Table
from scancost.words import Words


def explained(line: Line, words: Words, by_tier: bool = False) -> list[Section | Table]:
    """The section that tells a line's worksheet; its sentences in the order of SPEC 5."""
    id = "explained.section_tier" if by_tier else "explained.section"
    sentences = tuple(_Teller(line, words).sentences())
    return [Section(words.say(id, tier=line.tier), sentences=sentences, is_list=True)]


class _Teller:
    def __init__(self, line: Line, words: Words) -> None:
        self.line = line
        self.words = words
        self.left, self.maximum_left = left_before(line)

    def say(self, id: str, **values: object) -> str:
        return self.words.say(f"explained.{id}", **values)

    def sentences(self) -> list[str]:
        line = self.line
        told = self._setting()
        if "benefit" in line.unknown:
            return [*told, *([self._price()] if line.shown else []), self.say("terms_unknown")]
        if line.shown is None or line.worksheet is None:
            id = "no_price_open" if has_unknown_deductible(line) else "no_price"
            return [*told, self._quoted(self.say(id))]
        if not line.decision.is_settled:
            return [*told, self._ended()]
        sheet = line.worksheet
        steps = [*self._copay_first(sheet), *self._deductible(sheet), *self._after(sheet)]
        if line.decision.benefit.phrase.kind == "no_charge" and not sheet[k.W_COST_SHARE]:
            steps = [self.say("free")]
        steps[-1] = self._quoted(steps[-1])
        return [*told, self._price(), *steps, *self._limit(sheet), *self._rest(sheet)]

    def _setting(self) -> list[str]:
        """What the amounts stand on: protection, a routine check, the plan's approval."""
        decision = self.line.decision
        id = "protected_by_policy" if is_by_policy(decision.findings) else "protected"
        told = [self.say(id)] if decision.is_protected else []
        if decision.purpose == "preventive" and decision.is_settled:
            told.append(self.say("preventive"))
        if decision.authorization in ("assumed", "approved", "missing", "denied"):
            said = self.say(decision.authorization)
            cited = [each for each in self.line.findings if each.id.startswith("authorization_")]
            found = next((each for each in cited if each.words), None)
            told.append(self._with_words(said, found.words, found.page) if found else said)
        return told

    def _quoted(self, said: str) -> str:
        """A sentence with the words of the clause that its amounts come from."""
        benefit = self.line.decision.benefit
        return self._with_words(said, benefit.words, benefit.page)

    def _with_words(self, said: str, quoted: str | None, page: str | None) -> str:
        if not quoted:
            return said
        id = "says_page" if page else "says"
        return f"{said} {self.say(id, words=quoted, page=page)}"

    def _ended(self) -> str:
        pays = self.line.shown.patient_pays if self.line.shown else 0
        if self.line.decision.status == "not_covered":
            return self._quoted(self.say("not_covered", pays=pays))
        if self.line.decision.terms[k.OUTCOME] == WRITTEN_OFF:
            return self.say("denied_provider")
        return self.say("denied_patient", pays=pays)

    def _price(self) -> str:
        amounts = self.line.shown
        assert amounts is not None
        if self.line.order.billed is None:
            return self.say("allowed", allowed=amounts.allowed)
        id = "allowed_below" if amounts.allowed < amounts.billed else "allowed_is_charge"
        return self.say(id, allowed=amounts.allowed, billed=amounts.billed)

    def _copay_first(self, sheet: Sequence[int]) -> list[str]:
        terms, copay = self.line.decision.terms, sheet[k.W_COPAY_FIRST]
        phrase = self.line.decision.benefit.phrase
        if phrase.copay is not None and not terms[k.COPAY_FIRST] and not terms[k.COPAY_AFTER]:
            is_part = self.line.order.terms.component == "professional"
            return [self.say("copay_professional")] if is_part else []
        if not terms[k.COPAY_FIRST]:
            return []
        if terms[k.IS_PER_DAY] and self.line.charged:
            return [self._copay_of_day(terms[k.COPAY_FIRST], copay)]
        if copay < terms[k.COPAY_FIRST]:
            return [self.say("copay_whole", copay=copay)]
        more = terms[k.IS_SUBJECT] or terms[k.RATE]
        return [self.say("copay_first" if more else "copay", copay=copay)]

    def _copay_of_day(self, whole: int, copay: int) -> str:
        """A copay for the whole day, of which something was charged before."""
        values = {"whole": whole, "charged": self.line.charged, "copay": copay}
        return self.say("copay_day_paid" if copay == 0 else "copay_day", **values)

    def _deductible(self, sheet: Sequence[int]) -> list[str]:
        paid = sheet[k.W_DEDUCTIBLE]
        is_subject = self.line.decision.terms[k.IS_SUBJECT]
        limits = self.line.ready.policy.limits_of(self.line.tier)
        if limits is None or limits.deductible is None:
            return [self.say("deductible_none")] if is_subject else []
        if not is_subject:
            return [self.say("deductible_waived")]
        if "deductible" in self.line.unknown or (paid and has_unknown_deductible(self.line)):
            return [self.say("deductible_part_open", deductible=paid)]
        if self.left == 0:
            return [self.say("deductible_met")]
        values = {"left": self.left, "deductible": paid}
        if paid and paid < sheet[k.W_COPAY_FIRST + 1]:
            id = "deductible_part_then" if sheet[k.W_COPAY_FIRST] else "deductible_part"
            return [self.say(id, **values)]
        if sheet[k.W_COPAY_FIRST]:
            return [self.say("deductible_rest_all", **values)] if paid else []
        return [self.say("deductible_all", **values)] if paid else []

    def _after(self, sheet: Sequence[int]) -> list[str]:
        terms, told = self.line.decision.terms, []
        if terms[k.COPAY_AFTER] and terms[k.IS_PER_DAY] and self.line.charged:
            told.append(self._copay_of_day(terms[k.COPAY_AFTER], sheet[k.W_COPAY_AFTER]))
        elif sheet[k.W_COPAY_AFTER]:
            told.append(self.say("copay_after", copay=sheet[k.W_COPAY_AFTER]))
        base, paid, rate = sheet[k.W_SUBJECT_TO_COINSURANCE], sheet[k.W_COINSURANCE], terms[k.RATE]
        if rate and base:
            is_whole = base == sheet[k.WORKSHEET]
            id = "coinsurance_whole" if is_whole else "coinsurance"
            if terms[k.COINSURANCE_CEILING] != NO_LIMIT and paid < share(base, rate):
                id = f"{id}_most"
            told.append(self.say(id, base=base, rate=rate, coinsurance=paid))
        return told

    def _limit(self, sheet: Sequence[int]) -> list[str]:
        before, cost_share = sheet[k.W_BEFORE_LIMIT], sheet[k.W_COST_SHARE]
        if cost_share < before:
            values = {"before": before, "cost_share": cost_share}
            return [self.say("cut", **values) if cost_share else self.say("cut_none")]
        if not cost_share:
            return [self.say("share_none")]
        told = [self.say("share", cost_share=cost_share)]
        if self.maximum_left is None:
            return [*told, self.say("no_maximum")]
        if "out_of_pocket" in self.line.unknown:
            return [*told, self.say("maximum_open")]
        id = "not_cut" if self.maximum_left > cost_share else "not_cut_exactly"
        return [*told, self.say(id, left=self.maximum_left)]

    def _rest(self, sheet: Sequence[int]) -> list[str]:
        """What comes on top of the share, then who pays the rest."""
        amounts = self.line.shown
        assert amounts is not None
        told = []
        if sheet[k.W_PENALTY]:
            told.append(self.say("penalty", penalty=sheet[k.W_PENALTY]))
        if amounts.balance_bill:
            told.append(self.say("balance_bill", balance=amounts.balance_bill))
        elif "billed" in self.line.unknown:
            told.append(self.say("balance_bill_open"))
        told.append(self.say("plan_pays", plan=amounts.plan_pays))
        if amounts.provider_writeoff:
            told.append(self.say("writeoff", writeoff=amounts.provider_writeoff))
        if len(told) > 1 + bool(amounts.provider_writeoff) and "billed" not in self.line.unknown:
            told.append(self.say("total", pays=amounts.patient_pays))
        return told
