"""Preventive-care guidelines (data/guidelines.yaml). Beside SPEC 4.3 and rules/guidelines.py."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field, model_validator

from scancost.data.sources import Source, Status, Text
from scancost.model.base import Day, Frozen, Truth


class Interval(Frozen):
    """How often: yearly (as the guideline counts it), every N whole months, or once in a life."""

    kind: Literal["yearly", "months", "once"]
    months: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _months_belong_to_months(self) -> Interval:
        if (self.kind == "months") != (self.months is not None):
            raise ValueError("months go with kind: months, and only with it")
        return self


class Risk(Frozen):
    """The risk condition that an order's `risk_criteria` answers."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    says: Text


class GuidelineRule(Frozen):
    """One recommendation. Several may serve a service: an order qualifies by the best of them.

    Ages are full years on the service date, both ends included; `benefit_year_from` and
    `service_date_from` are the first days the rule binds.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    says: Text
    services: tuple[str, ...] = Field(min_length=1)
    follow_up: Truth = False
    benefit_year_from: Day | None = None
    service_date_from: Day | None = None
    sex: Literal["female", "male"] | None = None
    age_from: int | None = Field(default=None, ge=0)
    age_through: int | None = Field(default=None, ge=0)
    interval: Interval | None = None
    risk: Risk | None = None
    source: Source
    status: Status
    note: str = ""


class Caution(Frozen):
    """What people expect of a guideline and do not get, for the services it is about; in a window
    of benefit years or service dates where it has one, both ends included."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    says: Text
    services: tuple[str, ...] = Field(min_length=1)
    benefit_year_from: Day | None = None
    service_date_from: Day | None = None
    service_date_through: Day | None = None
    source: Source
    status: Status


class Guideline(Frozen):
    """One guideline. Its window is closed: it says nothing of other benefit years.

    `year_counts_from` is how a yearly interval is counted: from the day of the last service, or
    from the end of its month (SPEC 4.3). `advice` is what to ask for before a screening.
    """

    title: Text
    as_of: Day
    year_counts_from: Literal["day", "month_end"]
    benefit_year_from: Day
    benefit_year_through: Day
    rules: tuple[GuidelineRule, ...]
    cautions: tuple[Caution, ...]
    advice: tuple[Caution, ...] = ()

    @cached_property
    def rules_by_service(self) -> dict[str, tuple[GuidelineRule, ...]]:
        """The rules that serve each service, in the order of the table."""
        found: dict[str, list[GuidelineRule]] = {}
        for rule in self.rules:
            for service in rule.services:
                found.setdefault(service, []).append(rule)
        return {service: tuple(rules) for service, rules in found.items()}


class GuidelinesTable(Frozen):
    """The whole table, by the names a policy's `preventive.guideline` may have."""

    title: str
    as_of: Day
    guidelines: dict[str, Guideline]
