"""Cost-share and authorization phrases, to values and back (SPEC 2.1 and 2.2).

Case, spaces and commas do not matter. `cost_share(text)` and `authorization(text)` raise Wrong with
the remedy's id; `str(value)` is the phrase in its one spelling, which reads back as the same value.
"""

import re
from typing import NamedTuple

from scancost.amounts import money, rate, rate_text, short_dollars
from scancost.problems import Wrong

WAIVED = "deductible waived"
BEFORE = "before deductible"
AFTER = "after deductible"
NOT_SAID = ""  # allowed only where the tier's deductible is none


class Copay(NamedTuple):
    """A fixed amount in cents; `per_day` where it is owed once a date, not once a service."""

    amount: int
    per_day: bool
    deductible: str

    def __str__(self) -> str:
        words = f"{short_dollars(self.amount)} copay" + (" per day" if self.per_day else "")
        return _with_deductible(words, self.deductible)


class Coinsurance(NamedTuple):
    """A rate in basis points of the allowed amount that is left, at most `ceiling` cents."""

    rate: int
    ceiling: int | None
    deductible: str

    def __str__(self) -> str:
        words = f"{rate_text(self.rate)} coinsurance"
        if self.ceiling is not None:
            words += f" up to {short_dollars(self.ceiling)} per service"
        return _with_deductible(words, self.deductible)


class CostShare(NamedTuple):
    """What a benefit costs. `kind`: share, no_charge, not_covered or not_stated."""

    kind: str
    copay: Copay | None = None
    coinsurance: Coinsurance | None = None
    after_deductible: bool = False  # of `no charge`

    @property
    def is_subject(self) -> bool:
        """Whether anything in the phrase is before or after the deductible (line 3 of SPEC 5)."""
        parts = (self.copay, self.coinsurance)
        said = (part.deductible in (BEFORE, AFTER) for part in parts if part is not None)
        return self.after_deductible or any(said)

    @property
    def says_deductible(self) -> bool:
        """Whether each part says how the deductible applies."""
        parts = (self.copay, self.coinsurance)
        return all(part.deductible != NOT_SAID for part in parts if part is not None)

    def __str__(self) -> str:
        if self.kind == "no_charge":
            return "no charge after deductible" if self.after_deductible else "no charge"
        if self.kind != "share":
            return self.kind.replace("_", " ")
        return ", then ".join(str(part) for part in (self.copay, self.coinsurance) if part)


def _with_deductible(words: str, deductible: str) -> str:
    if deductible == WAIVED:
        return f"{words}, {WAIVED}"
    return f"{words} {deductible}".strip()


NO_CHARGE = CostShare("no_charge")
NOT_COVERED = CostShare("not_covered")
NOT_STATED = CostShare("not_stated")

_MONEY = r"\$ ?([0-9][0-9,]*(?:\.[0-9]+)?)"
_RATE = r"([0-9]+(?:\.[0-9]+)?) ?%"
_DEDUCTIBLE = (
    r"(?: (deductible waived|deductible does not apply|before deductible|after deductible))?"
)
_COPAY = rf"{_MONEY} ?copay(?: (per service|per day|per visit))?{_DEDUCTIBLE}"
_COINSURANCE = rf"{_RATE} ?coinsurance(?: up to {_MONEY} per service)?{_DEDUCTIBLE}"
_COPAY_ONLY = re.compile(_COPAY, re.ASCII)
_COINSURANCE_ONLY = re.compile(_COINSURANCE, re.ASCII)
_BOTH = re.compile(rf"{_COPAY} then {_COINSURANCE}", re.ASCII)
_FIXED = {
    "no charge": NO_CHARGE,
    "no charge deductible waived": NO_CHARGE,
    "no charge deductible does not apply": NO_CHARGE,
    "no charge after deductible": CostShare("no_charge", after_deductible=True),
    "not covered": NOT_COVERED,
    "not stated": NOT_STATED,
}


def _folded(text: str) -> str:
    """Lower case, single spaces, no commas but those inside an amount."""
    without = re.sub(r",(?![0-9]{3}(?![0-9]))|(?<![0-9]),", " ", text.lower())
    return " ".join(without.split())


def _deductible(words: str | None) -> str:
    return WAIVED if words == "deductible does not apply" else (words or NOT_SAID)


def _copay(amount: str, per: str | None, deductible: str | None) -> Copay:
    return Copay(money(amount), per in ("per day", "per visit"), _deductible(deductible))


def _coinsurance(points: str, ceiling: str | None, deductible: str | None) -> Coinsurance:
    if deductible == BEFORE:
        raise Wrong("phrase_coinsurance_before")
    most = money(ceiling) if ceiling is not None else None
    return Coinsurance(rate(points), most, _deductible(deductible))


def cost_share(text: str) -> CostShare:
    """The value of a cost-share phrase (SPEC 2.1); raises Wrong."""
    folded = _folded(text)
    if folded in _FIXED:
        return _FIXED[folded]
    if found := _BOTH.fullmatch(folded):
        copay, coinsurance = _copay(*found.groups()[:3]), _coinsurance(*found.groups()[3:])
        if copay.deductible in (BEFORE, AFTER) and coinsurance.deductible == WAIVED:
            raise Wrong("phrase_waived_after_subject")
        return CostShare("share", copay, coinsurance)
    if found := _COPAY_ONLY.fullmatch(folded):
        return CostShare("share", _copay(*found.groups()))
    if found := _COINSURANCE_ONLY.fullmatch(folded):
        return CostShare("share", coinsurance=_coinsurance(*found.groups()))
    raise Wrong("phrase_cost_share", text=text)


class Authorization(NamedTuple):
    """What a missing authorization does. `kind`: not_required, write_off, denied, not_stated, or
    penalty (flat cents), penalty_on_plan_payment, penalty_on_allowed (basis points)."""

    kind: str
    amount: int = 0
    ceiling: int | None = None

    @property
    def is_required(self) -> bool:
        return self.kind not in ("not_required", "not_stated")

    def __str__(self) -> str:
        if self.kind == "penalty":
            return f"{short_dollars(self.amount)} penalty"
        if self.kind in _BASES.values():
            base = next(words for words, kind in _BASES.items() if kind == self.kind)
            ceiling = f" up to {short_dollars(self.ceiling)}" if self.ceiling is not None else ""
            return f"{rate_text(self.amount)} penalty on {base}{ceiling}"
        return "provider write-off" if self.kind == "write_off" else self.kind.replace("_", " ")


_BASES = {"plan payment": "penalty_on_plan_payment", "allowed amount": "penalty_on_allowed"}
_FLAT = re.compile(rf"{_MONEY} ?penalty", re.ASCII)
_PENALTY = re.compile(
    rf"{_RATE} ?penalty on (plan payment|allowed amount)(?: up to {_MONEY})?", re.ASCII
)
_FIXED_AUTHORIZATION = {
    "not required": Authorization("not_required"),
    "provider write-off": Authorization("write_off"),
    "denied": Authorization("denied"),
    "not stated": Authorization("not_stated"),
}


def authorization(text: str) -> Authorization:
    """The value of an authorization phrase (SPEC 2.2); raises Wrong."""
    folded = _folded(text)
    if folded in _FIXED_AUTHORIZATION:
        return _FIXED_AUTHORIZATION[folded]
    if found := _FLAT.fullmatch(folded):
        return Authorization("penalty", money(found[1]))
    if found := _PENALTY.fullmatch(folded):
        ceiling = money(found[3]) if found[3] is not None else None
        return Authorization(_BASES[found[2]], rate(found[1]), ceiling)
    raise Wrong("phrase_authorization", text=text)


class BalanceBilling(NamedTuple):
    """What an uncontracted provider may add: `rate` basis points of allowed, None for no limit."""

    rate: int | None

    def __str__(self) -> str:
        if self.rate is None:
            return "full"
        return "none" if self.rate == 0 else f"up to {rate_text(self.rate)} of allowed"


_BALANCE = re.compile(rf"up to {_RATE} of allowed", re.ASCII)


def balance_billing(text: str) -> BalanceBilling:
    """The value of `full`, `none` or `up to R% of allowed` (SPEC 2); raises Wrong."""
    folded = _folded(text)
    if folded in ("full", "none"):
        return BalanceBilling(None if folded == "full" else 0)
    if found := _BALANCE.fullmatch(folded):
        return BalanceBilling(rate(found[1]))
    raise Wrong("phrase_balance", text=text)
