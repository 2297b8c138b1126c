"""Clocks of authorizations, appeals and good-faith estimates (data/clocks.yaml), and holidays."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field, model_validator

from scancost.data.sources import Source, Status, Text
from scancost.model.base import Day, Frozen, Money, Truth
from scancost.model.vocabulary import Market

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Stage = Literal["pre_service", "post_service"]
Start = Literal["receipt", "notice", "final_denial", "later_decision", "none"]
"""What a time to file runs from: receipt of the denial, the date on its notice, receipt of the
denial that ends the level before, a decision no date is known of, or nothing."""


class FixedHoliday(Frozen):
    """A holiday on one day of the month; on a weekend it is observed on the nearest workday."""

    name: str
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    first_year: int = 0


class FloatingHoliday(Frozen):
    """A holiday on the n-th such weekday of a month; 5 means the last one."""

    name: str
    month: int = Field(ge=1, le=12)
    weekday: Weekday
    nth: int = Field(ge=1, le=5)


class Holidays(Frozen):
    """The federal holidays by rule."""

    fixed: tuple[FixedHoliday, ...]
    floating: tuple[FloatingHoliday, ...]
    source: Source
    status: Status


class Span(Frozen):
    """A time to decide: days or hours, and by how many days it may be extended."""

    days: int | None = Field(default=None, ge=1)
    hours: int | None = Field(default=None, ge=1)
    extension_days: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _days_or_hours(self) -> Span:
        if (self.days is None) == (self.hours is None):
            raise ValueError("a span has days or hours")
        return self

    @property
    def calendar_days(self) -> int:
        """The span in days, hours rounded up to whole days."""
        return self.days if self.days is not None else -(-(self.hours or 0) // 24)


class AuthorizationRule(Frozen):
    """How fast a plan must decide, for requests it receives within the window."""

    requests_from: Day | None = None
    requests_before: Day | None = None
    standard: Span | None
    urgent: Span | None
    source: Source
    status: Status
    notes: tuple[str, ...] = ()


class Within(Frozen):
    """A time to file: days, or calendar months."""

    days: int | None = Field(default=None, ge=1)
    months: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _days_or_months(self) -> Within:
        if (self.days is None) == (self.months is None):
            raise ValueError("a time to file has days or months")
        return self


class LevelRule(Frozen):
    """One level of appeal: what its clock runs from, how long, and how long the decision takes.

    `presumed_receipt_days` are added to the notice's date where the day of receipt is not known;
    `rolls` moves a deadline on a weekend or federal holiday to the next workday.
    """

    level: str = Field(pattern=r"^[a-z_]+$")
    starts: Start
    within: Within | None = None
    presumed_receipt_days: int = Field(default=0, ge=0)
    rolls: Truth = False
    decision: dict[Literal["pre_service", "post_service", "urgent"], Span] = {}
    source: Source
    status: Status
    notes: tuple[str, ...] = ()


class LeastAmount(Frozen):
    """What must be in dispute for a level, in cents, by the year in which the request is filed."""

    years: dict[int, Money]
    source: Source
    status: Status


class EstimateDue(Frozen):
    """A good-faith estimate is due within so many workdays when the scan is so far ahead."""

    scheduled_ahead: int
    within: int


class NotOwed(Frozen):
    """Markets whose members have no right to it for a covered scan that they pay themselves."""

    markets: tuple[Market, ...]
    source: Source
    status: Status
    note: str = ""


class GoodFaithEstimate(Frozen):
    """The estimate for people who pay themselves, and the dispute of a bill above it."""

    due: tuple[EstimateDue, ...]
    on_request: int
    dispute_from: Money
    dispute_days: int
    dispute_fee: Money
    not_owed: NotOwed
    phone: str
    href: str
    source: Source
    status: Status
    notes: tuple[str, ...] = ()


class Clocks(Frozen):
    """The table, as of a date. `levels` and `notes` have the words for their ids."""

    title: str
    as_of: Day
    holidays: Holidays
    levels: dict[str, Text]
    notes: dict[str, Text]
    authorization: dict[Market, tuple[AuthorizationRule, ...]]
    appeals: dict[Market, tuple[LevelRule, ...]]
    least_amounts: dict[str, LeastAmount]
    good_faith_estimate: GoodFaithEstimate

    @model_validator(mode="after")
    def _every_id_has_words(self) -> Clocks:
        levels = [level for levels in self.appeals.values() for level in levels]
        named = set(self.good_faith_estimate.notes)
        named |= {note for level in levels for note in level.notes}
        for rules in self.authorization.values():
            named |= {note for rule in rules for note in rule.notes}
        missing = (named - set(self.notes)) | ({row.level for row in levels} - set(self.levels))
        if missing:
            raise ValueError(f"no words for {sorted(missing)}")
        return self

    @model_validator(mode="after")
    def _every_market_is_there(self) -> Clocks:
        markets = set(get_args(Market))
        if set(self.authorization) != markets or set(self.appeals) != markets:
            raise ValueError("every market needs its authorization and appeal clocks")
        return self
