"""The phrases of a policy file as patterns for an editor. Beside phrases.py, which decides.

A pattern accepts whatever the reader does, in any case and with any commas and spaces; what it
cannot know (whether a deductible is none) it lets pass.
"""

from __future__ import annotations

import re

_GAP = r"[\s,]+"
_MAY = r"[\s,]*"
_AMOUNT = r"\$ ?[0-9][0-9,]*(\.[0-9]{1,2})?"
_RATE = r"[0-9]{1,3}(\.[0-9]{1,2})?[\s,]*%"


def _words(text: str) -> str:
    """Words in any case, apart by any gap."""
    return _GAP.join(_any_case(word) for word in text.split())


def _any_case(word: str) -> str:
    return re.sub(r"[a-z]", lambda found: f"[{found[0].upper()}{found[0]}]", word)


def _one_of(*choices: str) -> str:
    return f"({'|'.join(choices)})"


def _maybe(pattern: str) -> str:
    return f"({pattern})?"


def _whole(pattern: str) -> str:
    return f"^{_MAY}{pattern}{_MAY}$"


_WAIVED = _one_of(_words("deductible waived"), _words("deductible does not apply"))
_AFTER = _words("after deductible")
_BEFORE = _words("before deductible")
_COPAY = (
    f"{_AMOUNT}{_MAY}{_any_case('copay')}"
    + _maybe(_GAP + _one_of(*(_words(f"per {each}") for each in ("service", "day", "visit"))))
    + _maybe(_GAP + _one_of(_WAIVED, _BEFORE, _AFTER))
)
_COINSURANCE = (
    f"{_RATE}{_MAY}{_any_case('coinsurance')}"
    + _maybe(f"{_GAP}{_words('up to')}{_GAP}{_AMOUNT}{_GAP}{_words('per service')}")
    + _maybe(_GAP + _one_of(_WAIVED, _AFTER))
)
_PENALTY = f"{_MAY}{_any_case('penalty')}"

COST_SHARE = _whole(
    _one_of(
        _words("no charge") + _maybe(_GAP + _one_of(_WAIVED, _AFTER)),
        _words("not covered"),
        _words("not stated"),
        _COPAY + _maybe(f"{_GAP}{_any_case('then')}{_GAP}{_COINSURANCE}"),
        _COINSURANCE,
    )
)
AUTHORIZATION = _whole(
    _one_of(
        _words("not required"),
        _words("provider write-off"),
        _any_case("denied"),
        _words("not stated"),
        f"{_AMOUNT}{_PENALTY}",
        f"{_RATE}{_PENALTY}{_GAP}{_any_case('on')}{_GAP}"
        + _one_of(_words("plan payment"), _words("allowed amount"))
        + _maybe(f"{_GAP}{_words('up to')}{_GAP}{_AMOUNT}"),
    )
)
BALANCE = _whole(
    _one_of(
        _any_case("full"),
        _any_case("none"),
        f"{_words('up to')}{_GAP}{_RATE}{_GAP}{_words('of allowed')}",
    )
)
MONEY = r"^\s*\$?([0-9]{1,9}|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]{1,2})?\s*$"
TIER = r"^[a-z][a-z0-9_]{0,39}$"
SHARED = r"^\s*shared_with\s+[a-z][a-z0-9_]{0,39}\s*$"
