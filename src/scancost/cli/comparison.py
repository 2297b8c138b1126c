"""The scenarios of `scancost compare`: every combination of what is varied, then the cash price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path

from scancost import amounts
from scancost.cli import books, inputs, running
from scancost.cli.card_options import card_plan
from scancost.cli.estimate import answer_given
from scancost.cli.varying import Vary, nothing_met, read_vary, with_value
from scancost.engine import shelf
from scancost.engine.comparing import Scenario, cash, scenario
from scancost.engine.estimate import Estimate
from scancost.engine.pricing import PriceBook, named_in
from scancost.model.order import folded
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.policies import ReadyPolicy
from scancost.words import Words

MOST_SCENARIOS = 24
NO_ANSWER = (
    "no_policy_in_force",
    "no_benefit_clause",
    "benefit_not_stated",
    "preventive_not_stated",
    "guideline_year_missing",
    "order_ambiguous",
    "no_family_limits",
    "tier_unknown",
    "remaining_without_limit",
    "remaining_above_limit",
    "emergency_at_office",
    "code_contradicts",
    "prices_payers",
    "card_outside",
    "card_family_limits",
    "card_ambiguous",
    "compare_network",
)
"""Problems of one scenario: it is shown with the reason. All others end the comparison."""

NETWORK_OPEN = Problem("compare_network", at="network")

Chosen = tuple[tuple[Vary, str], ...]


@dataclass(frozen=True)
class Comparison:
    """What is compared: the order, where policies and prices are, and what is asked beside."""

    given: inputs.Given
    card: inputs.Card
    folder: Path | None
    book: PriceBook
    cash: int | None
    more_care: int
    words: Words

    def scenarios(self, texts: Sequence[str]) -> list[Scenario]:
        """The scenarios in their order. Raises Problems: nothing can be answered at all."""
        varied = [read_vary(text, self.words) for text in texts]
        self._check(varied)
        varied = [self._filled(each, varied) for each in varied]
        chosen: list[Chosen] = list(
            product(*([(each, value) for value in each.values] for each in varied))
        )
        if len(chosen) > MOST_SCENARIOS:
            said = {"count": len(chosen), "most": MOST_SCENARIOS}
            running.stop(self.words.say("compare.too_many", **said))
        found = [self._scenario(each) for each in chosen]
        answered = [each.found for each in found if each.found is not None]
        if not answered:
            raise Problems([each.problem for each in found if each.problem is not None][:1])
        if self.cash is not None:
            found.append(cash(self.cash, self._base() or answered[0], self.more_care))
        return found

    def _check(self, varied: list[Vary]) -> None:
        """Ends the run where there is nothing to compare, or no price book to choose from."""
        keys = [each.key for each in varied]
        if not varied and self.cash is None:
            running.stop(self.words.say("compare.nothing_to_vary"))
        if len(set(keys)) < len(keys):
            running.stop(self.words.say("compare.vary_twice"))
        given = [name for name in inputs.SELECTORS if name not in self.given.places]
        asked = [name for name in given if self.given.fields.get(name)]
        asked += [each.name for each in varied if each.name in inputs.SELECTORS]
        if asked and not self.book.prices:
            raise Problems([Problem("prices_missing", at=asked[0])])

    def _filled(self, vary: Vary, varied: list[Vary]) -> Vary:
        """With the values that only the policy or the price books know."""
        if vary.values:
            return vary
        values: tuple[str, ...] = ()
        if vary.name in ("network", "facility_network"):
            values = self._policy(varied).policy.tiers
        elif vary.name in inputs.SELECTORS:
            values = self._named_in_books(vary, varied)
        if not values:
            running.stop(self.words.say("compare.vary_needs_values", name=vary.name))
        return replace(vary, values=values)

    def _policy(self, varied: list[Vary]) -> ReadyPolicy:
        """The policy of the order, the first of those compared, or that of the card."""
        names = [value for each in varied if each.name == "policy" for value in each.values]
        name = self.given.fields.get("policy") or next(iter(names), None)
        if not name and self.card.is_given:
            return card_plan(self.card, amounts.day(str(self.given.fields["service_date"])))
        if not name:
            raise Problems([Problem("policy_option_missing", at="policy")])
        return shelf.find(inputs.library(self.folder), name)

    def _named_in_books(self, vary: Vary, varied: list[Vary]) -> tuple[str, ...]:
        """The providers (or payers) that have a price for the order, or for the bill meant."""
        ready = self._policy(varied)
        base = self.given.copy()
        base.fields["policy"] = ready.policy.policy
        found: list[str] = []
        for number, bill in enumerate(base.bills(), start=1):
            if vary.bill in (None, number):
                inputs.resolve_service(bill)
                book = books.book_of(bill, self.book)
                found += named_in(ready, inputs.order_of(bill), book, vary.name)
        return tuple(dict.fromkeys(found))

    def _scenario(self, chosen: Chosen) -> Scenario:
        """One combination: its estimate, or why there is none."""
        given = self.given
        for vary, value in chosen:
            given = with_value(given, vary, value, self.words)
        names = [vary.name for vary, _ in chosen]
        said = {vary.key: value for vary, value in chosen}
        is_new_year = self._is_new_year(given, names)
        if is_new_year:
            given = given.copy()
            nothing_met(given)
        try:
            found = self._answer(given)
        except Problems as problems:
            if problems.problems[0].id not in NO_ANSWER:
                raise
            return Scenario(said, problem=problems.problems[0])
        return scenario(said, found, self.more_care, is_new_year)

    def _answer(self, given: inputs.Given) -> Estimate:
        """The estimate of one patient's bill. Raises Problems, also where the sides of the network
        differ and none is chosen: what they come to is never added up."""
        is_one_side = self.card.is_given and not given.fields.get("policy")  # as a card tells
        is_open = not (is_one_side or given.lines or given.fields.get("network"))
        if is_open and not _is_emergency(given):
            raise Problems([NETWORK_OPEN])
        found = answer_given(given.copy(), self.card, self.folder, self.book)
        if found.is_by_tier:
            raise Problems([NETWORK_OPEN])
        return found

    def _is_new_year(self, given: inputs.Given, names: list[str]) -> bool:
        """Whether a scenario is in another benefit year than the order, whose balances then do not
        hold; never where the balances themselves are varied."""
        if "service_date" not in names or any(
            name.endswith(("_met", "_remaining")) for name in names
        ):
            return False
        try:
            day = amounts.day(str(given.fields.get("service_date")))
            usual = amounts.day(str(self.given.fields.get("service_date")))
        except Wrong:
            return False
        name = given.fields.get("policy")
        if not name:
            return self.card.is_given and day.year != usual.year
        year = shelf.find(inputs.library(self.folder), name).policy.benefit_year
        return year.from_ <= day <= year.through and not year.from_ <= usual <= year.through

    def _base(self) -> Estimate | None:
        """The estimate of the order as it stands, where it has one."""
        try:
            return self._answer(self.given)
        except Problems:
            return None


def _is_emergency(given: inputs.Given) -> bool:
    """Whether an order may be one; what nobody can read is left to the order itself."""
    fields, _ = folded(given.fields)
    try:
        return amounts.truth(str(fields.get("emergency", "false")))
    except Wrong:
        return True


def comparison(
    given: inputs.Given,
    card: inputs.Card,
    folder: Path | None,
    prices: list[Path],
    cash_price: str | None,
    more_care: str | None,
    words: Words,
) -> Comparison:
    """The comparison of what was given. Raises Problems or Wrong."""
    given.fields.setdefault("service_date", date.today().isoformat())
    book = books.read_books(prices)
    own, more = (_money(*each) for each in (("cash", cash_price), ("more_care", more_care)))
    return Comparison(given, card, folder, book, own, more or 0, words)


def _money(name: str, text: str | None) -> int | None:
    """Cents of an option. Raises Problems, with the option at fault."""
    if text is None:
        return None
    try:
        return amounts.money(text)
    except Wrong as wrong:
        raise Problems([wrong.problem.located(None, name)]) from None
