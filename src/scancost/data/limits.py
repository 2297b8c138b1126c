"""The yearly limits of federal law (data/limits.yaml), in cents."""

from __future__ import annotations

from pydantic import Field, model_validator

from scancost.data.sources import Source, Status, Text
from scancost.model.base import Day, Frozen, Money
from scancost.model.vocabulary import Market
from scancost.problems import Wrong


class LimitSource(Frozen):
    """Where some of a year's amounts are from; `of` has the amounts' names."""

    of: tuple[str, ...] = Field(min_length=1)
    status: Status
    source: Source
    note: str = ""


class MarketException(Frozen):
    """Plans of some markets that a limit does not bind, though the policy file cannot say which."""

    markets: tuple[Market, ...] = Field(min_length=1)
    says: Text
    status: Status
    source: Source


class BeforeDeductible(Frozen):
    """Services (or modalities) that count as preventive under a condition no policy file shows."""

    services: tuple[str, ...] = Field(min_length=1)
    from_: Day = Field(alias="from")
    condition: Text
    status: Status
    source: Source


class YearLimits(Frozen):
    """One year's amounts in cents. A Medicare amount is None until it is published."""

    aca_out_of_pocket_self_only: Money
    aca_out_of_pocket_family: Money
    hdhp_deductible_self_only: Money
    hdhp_deductible_family: Money
    hdhp_out_of_pocket_self_only: Money
    hdhp_out_of_pocket_family: Money
    part_b_deductible: Money | None
    part_a_deductible: Money | None
    medicare_advantage_out_of_pocket: Money | None
    aca_exception: MarketException | None = None
    sources: tuple[LimitSource, ...]

    @model_validator(mode="after")
    def _each_amount_has_one_source(self) -> YearLimits:
        named = sorted(name for entry in self.sources for name in entry.of)
        if named != sorted(AMOUNTS):
            raise ValueError("every amount needs exactly one source")
        for entry in self.sources:
            for name in entry.of:
                if (self.amount(name) is None) != (entry.status == "not_published"):
                    raise ValueError(f"{name}: null and not_published go together")
        return self

    def amount(self, name: str) -> int | None:
        """One amount by its name, in cents."""
        found: int | None = getattr(self, name)
        return found

    def source_of(self, name: str) -> LimitSource:
        """Where an amount is from. Raises KeyError for a name that is no amount."""
        for entry in self.sources:
            if name in entry.of:
                return entry
        raise KeyError(name)


AMOUNTS = tuple(
    name for name in YearLimits.model_fields if name not in ("sources", "aca_exception")
)


class YearlyLimits(Frozen):
    """The table, as of a date. Windows are closed: no amount outlives its year."""

    title: str
    as_of: Day
    before_deductible: BeforeDeductible
    years: dict[int, YearLimits]

    def year(self, year: int) -> YearLimits:
        """The limits of a year; raises Wrong for a year that is not in the table."""
        if year not in self.years:
            raise Wrong("limits_year_missing", year=year)
        return self.years[year]

    def published(self, year: int, name: str) -> int:
        """One amount in cents; raises Wrong where the year or the amount is missing."""
        amount = self.year(year).amount(name)
        if amount is None:
            raise Wrong("limits_amount_not_published", year=year, name=name)
        return amount
