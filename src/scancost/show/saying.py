"""The sentences of the checklist, said with the values of its order."""

from __future__ import annotations

from typing import Any, NamedTuple

from scancost.engine.estimate import Estimate, Line
from scancost.show.document import without_blanks
from scancost.show.law import scan
from scancost.words import Words


class Item(NamedTuple):
    """One thing to verify or to say."""

    id: str
    text: str


class Sayer:
    """Says the sentences of the checklist with the order's values at hand."""

    def __init__(self, found: Estimate, line: Line, words: Words, has_limits: bool = True) -> None:
        self.found, self.line, self.words = found, line, words
        self.has_limits = has_limits  # False where another bill has asked for them
        policy = found.ready.policy
        self.values: dict[str, Any] = {
            "title": without_blanks(policy.title),
            "market": policy.market,
            "day": found.order.service_date,
            "service": scan(line.decision.service, words),
            "tier": line.tier,
        }
        if self.is_described:
            self.values["title"] = words.say("checklist.title_open")

    def __call__(self, id: str, **values: Any) -> Item:
        return Item(id, self.words.say(f"checklist.{id}", **{**self.values, **values}))

    @property
    def is_described(self) -> bool:
        """Whether the plan is one that the patient described, without a name or a year of its own."""
        return any(each.id == "card_plan" for each in self.line.findings)

    @property
    def is_preventive(self) -> bool:
        return any(each.id.startswith("condition_") for each in self.line.findings)
