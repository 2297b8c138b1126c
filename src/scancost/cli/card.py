"""A plan as it stands on the card and in the summary of benefits, as a policy."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from pydantic import ValidationError

from scancost.cli.choices import told
from scancost.cli.plan_words import as_phrase
from scancost.engine import shelf
from scancost.model.base import errors_of, problem_of
from scancost.model.policy import Policy
from scancost.model.vocabulary import MODALITIES, SITES
from scancost.problems import Problem, Problems
from scancost.rules.guidelines import guideline_of
from scancost.rules.policies import ReadyPolicy

CARD_ID = "your-plan"
UNSAID = {
    "benefit_not_stated": "card_outside",
    "no_family_limits": "card_family_limits",
    "order_ambiguous": "card_ambiguous",
}
"""Problems of the policy of a card, and what is to be said of the card instead."""


def of_card(problems: Problems) -> Problems:
    """Problems that name the policy of a card, as what the card does not tell."""
    return Problems(
        [
            Problem(UNSAID.get(each.id, each.id), each.values, each.place, each.at)
            for each in problems.problems
        ]
    )


@dataclass(frozen=True)
class Card:
    """A plan as it stands on the card and in the summary of benefits, in text."""

    deductible: str | None = None
    family_deductible: str | None = None
    out_of_pocket_max: str | None = None
    family_out_of_pocket_max: str | None = None
    family_rule: str = "embedded"
    benefit: str | None = None
    market: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The names of what was given."""
        usual = Card()
        return tuple(
            each.name
            for each in fields(self)
            if getattr(self, each.name) != getattr(usual, each.name)
        )

    @property
    def is_given(self) -> bool:
        amounts = (self.deductible, self.out_of_pocket_max, self.benefit)
        return any(each is not None for each in amounts)


def card_policy(card: Card, service_date: date, title: str) -> ReadyPolicy:
    """The policy a card describes: one benefit for every scan, in network. Raises Problems that
    name the option."""
    missing = [
        Problem("card_missing", {}, at=name)
        for name in ("deductible", "out_of_pocket_max", "benefit")
        if getattr(card, name) is None
    ]
    if missing:
        raise Problems(missing)
    try:
        return shelf.ready(Policy.model_validate(_card_fields(card, service_date, title)))
    except ValidationError as error:
        found = [problem_of(each) for each in errors_of(error)]
        raise Problems([told(_of_card(each), "market", card.market) for each in found]) from None
    except Problems as problems:
        raise Problems([_of_card(each) for each in problems.problems]) from None


def _of_card(problem: Problem) -> Problem:
    """A problem of the made policy, by the option it came from."""
    for name in ("deductible", "out_of_pocket_max"):
        if name in problem.at:
            prefix = "family_" if "family" in problem.at.rsplit(".", 1)[-1] else ""
            return Problem(problem.id, problem.values, at=prefix + name)
    at = "market" if "market" in problem.at else "benefit"
    return Problem(problem.id, problem.values, at=at)


def _limit(individual: str | None, family: str | None, rule: str) -> Any:
    if individual is not None and individual.strip().lower() == "none":
        return "none"
    limit = {"individual": individual}
    if family is not None:
        limit |= {"family": family, "family_rule": rule}
    return limit


def _card_fields(card: Card, service_date: date, title: str) -> dict[str, Any]:
    rule = card.family_rule
    unsaid = {"in_network": "not stated", "out_of_network": "not stated"}
    inside = {"in_network": as_phrase(card.benefit), "out_of_network": "not stated"}
    return {
        "policy": CARD_ID,
        "title": title,
        "plan_type": "PPO",
        "market": card.market or "employer",
        "benefit_year": {
            "from": f"{service_date.year}-01-01",
            "through": f"{service_date.year}-12-31",
        },
        "source": {"title": "the card", "status": "illustrative"},
        "limits": {
            "in_network": {
                "deductible": _limit(card.deductible, card.family_deductible, rule),
                "out_of_pocket_max": _limit(
                    card.out_of_pocket_max, card.family_out_of_pocket_max, rule
                ),
            }
        },
        "benefits": [{"services": list(MODALITIES), "sites": list(SITES), **inside}],
        "preventive": {
            "guideline": guideline_of(card.market or "employer"),
            **unsaid,
            "in_network": "no charge",
            "otherwise": "diagnostic",
        },
        "balance_billing": "full",
    }
