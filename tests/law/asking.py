"""What a guideline says of someone: a woman of 60 years who is due, but for what a test says."""

from datetime import date
from typing import Any

from scancost.rules.guidelines import Condition, conditions, qualifies

from .tables import GUIDELINES

ACA = GUIDELINES["aca"]
MEDICARE = GUIDELINES["medicare"]
YEAR = date(2026, 1, 1)
DAY = date(2026, 6, 15)


def found(guideline: Any, service: str, **given: Any) -> dict[str, str]:
    """The states of the conditions, by name."""
    return {each.name: each.state for each in all_of(guideline, service, **given)}


def all_of(guideline: Any, service: str, **given: Any) -> tuple[Condition, ...]:
    facts: dict[str, Any] = {
        "service_date": DAY,
        "benefit_year_from": YEAR,
        "sex": "female",
        "birth_date": date(1966, 1, 1),  # 60 years old on DAY
        "last_service_date": "never",
        "risk_criteria": "met",
        "follows_screening": False,
    }
    return conditions(guideline, service=service, **(facts | given))


def answer(guideline: Any, service: str, **given: Any) -> str:
    return qualifies(all_of(guideline, service, **given))


def born(age: int, day: date = DAY) -> date:
    """A birth date on which someone turns `age` on that day."""
    return day.replace(year=day.year - age)
