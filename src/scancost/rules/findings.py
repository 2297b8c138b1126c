"""What deciding finds: an id that words/ turns into a sentence, its values, and the citation."""

from typing import Any, NamedTuple

from scancost.phrases import AFTER, CostShare


class Finding(NamedTuple):
    """One thing found. `words` and `page` are the policy's own, where the policy has them."""

    id: str
    values: dict[str, Any] = {}
    words: str | None = None
    page: str | None = None


class BenefitTerms(NamedTuple):
    """The terms of the clause (or the preventive section) that apply to an order in its tier."""

    phrase: CostShare
    copay_on: str = "scan"
    counts: bool = True
    words: str | None = None
    page: str | None = None

    @property
    def value(self) -> tuple[object, ...]:
        """What the terms come to, however they are worded: equal where every amount is."""
        phrase, copay, coinsurance = self.phrase, self.phrase.copay, self.phrase.coinsurance
        is_covered = phrase.kind in ("share", "no_charge")
        return (
            "covered" if is_covered else phrase.kind,
            (copay.amount, copay.per_day, copay.deductible == AFTER)
            if copay
            else (0, False, False),
            (coinsurance.rate, coinsurance.ceiling) if coinsurance else (0, None),
            phrase.is_subject,
            self.copay_on,
            self.counts,
        )


class Decision(NamedTuple):
    """All that is decided of an order before any amount is looked at (SPEC 4).

    `terms`, `other_authorization` and `other_purpose` are rows of kernel terms (kernel/walk.py).
    `authorization` is one of: not_required, not_stated, approved, assumed (unknown or pending:
    settled as if approved), missing, denied. `denial` is the CARC of what is not covered or
    written off: "", "204", "242", "50", "39", "197".
    """

    service: str
    tier: str
    is_protected: bool
    is_contracted: bool
    status: str
    purpose: str
    benefit: BenefitTerms
    authorization: str
    consequence: str
    denial: str
    terms: tuple[int, ...]
    other_authorization: tuple[int, ...] | None
    other_purpose: tuple[int, ...] | None
    limits_row: int
    findings: tuple[Finding, ...]
    needs: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether cost sharing applies at all: neither denied nor uncovered."""
        return self.status in ("covered", "conditional")
