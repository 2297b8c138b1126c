"""The decisions of a run as tables for the loops; every rule is asked, none is written again.

What is shown, which way money at stake counts, and the reason codes come from the functions that
the interpreted engine calls (engine/orders.py, rules/reasons.py), tried once for each decision.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.loops import lines
from scancost.engine.decisions import REASON_COLUMNS, Decisions
from scancost.engine.orders import reasons_of
from scancost.kernel import walk as k
from scancost.rules.decide import STRENGTH

STATUSES = STRENGTH


class _Texts:
    """Texts one after another, each once."""

    def __init__(self) -> None:
        self.bytes = bytearray()
        self._places: dict[str, tuple[int, int]] = {}

    def place(self, text: str) -> tuple[int, int]:
        found = self._places.get(text)
        if found is None:
            data = text.encode()
            found = self._places[text] = (len(self.bytes), len(data))
            self.bytes += data
        return found


class LoopTables:
    """What the loops need of all decisions: see DECISION_WIDTH in loops/layout.py."""

    def __init__(
        self,
        decisions: Decisions,
        policies: dict[str, int],
    ) -> None:
        self._texts = _Texts()
        self._classes: dict[tuple[str, int], int] = {}
        self._reasons: list[tuple[int, int]] = []
        rows = [self._row(decisions, at, policies) for at in range(len(decisions.decided))]
        decisions_of = np.array(rows, np.int64).reshape(-1, c.DECISION_WIDTH)
        self.decisions = decisions_of.reshape(-1)
        self.terms = np.array(decisions.terms, np.int64)
        self.limits = np.array(decisions.limits, np.int64)
        self.reasons = np.array(self._reasons, np.int64).reshape(-1)
        services = [self._texts.place(each) for each in decisions.services]
        self.services = np.array(services, np.int64).reshape(-1)
        self.texts = np.frombuffer(bytes(self._texts.bytes) + bytes(8), np.uint8)
        self.longest = sum(int(decisions_of[:, at].max(initial=0)) for at in (9, 11))
        self.longest += int(self.reasons[1::2].max(initial=0))
        self.longest += int(self.services[1::2].max(initial=0))
        self.longest += int(decisions_of[:, c.D_NEEDS_AT + 1 :: 2].max(initial=0))
        self.longest += lines.FIXED_BYTES

    def _row(
        self,
        decisions: Decisions,
        at: int,
        policies: dict[str, int],
    ) -> list[int]:
        decided, known = decisions.decided[at], decisions.shown[at]
        shows = (
            (known.deductible_left, lines.SHOWS_DEDUCTIBLE_LEFT),
            (known.out_of_pocket_left, lines.SHOWS_OUT_OF_POCKET_LEFT),
            (known.if_not_authorized, lines.SHOWS_NOT_AUTHORIZED),
        )
        said = [decisions.needs_of(at, flags & 1 > 0, flags & 2 > 0) for flags in range(4)]
        policy = decided.ready.policy.policy
        return [
            *decisions.columns[at],
            policies[policy],
            STATUSES.index(known.status),
            sum(bit for is_shown, bit in shows if is_shown),
            known.stake,
            *self._texts.place(f"{policy},"),
            *self._texts.place(known.middle),
            self._class(decided.decision),
            *(number for text in said for number in self._texts.place(text)),
        ]

    def _class(self, decision: Any) -> int:
        """The table of reasons of a decision: a text for each set of amounts that are not zero."""
        key = (decision.denial, decision.terms[k.OUTCOME])
        found = self._classes.get(key)
        if found is None:
            found = self._classes[key] = len(self._classes)
            for mask in range(lines.REASON_MASKS):
                result = [0] * k.RESULT_WIDTH
                for bit, column in enumerate(REASON_COLUMNS):
                    result[column] = mask >> bit & 1
                self._reasons.append(self._texts.place(reasons_of(decision, result)))
        return found
