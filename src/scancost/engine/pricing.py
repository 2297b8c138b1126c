"""Prices of a price book for an order that has none of its own (rules/prices.py matches them)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from scancost.engine.price_points import Point
from scancost.model.order import Order
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy
from scancost.rules.prices import Wanted, find, is_of_provider

if TYPE_CHECKING:  # the model is built where a book is read
    from scancost.model.prices import Price


@dataclass(frozen=True, eq=False, repr=False)
class PriceBook:
    """The prices to look in, and the words that choose among them (empty: nothing said)."""

    prices: tuple["Price", ...] = ()
    provider: str = ""
    payer: str = ""

    def check(self) -> None:
        """Raises Problems where the words choose nothing in the whole book."""
        problems = []
        if self.provider and not any(is_of_provider(each, self.provider) for each in self.prices):
            problems.append(Problem("prices_no_provider", {"word": self.provider}, at="provider"))
        paid = (f"{each.payer} {each.network}".casefold() for each in self.prices)
        if self.payer and not any(self.payer.casefold() in each for each in paid):
            payers = sorted({each.payer for each in self.prices if each.payer})
            problems.append(
                Problem("prices_no_payer", {"word": self.payer, "payers": payers}, at="payer")
            )
        if problems:
            raise Problems(problems)


class Priced(NamedTuple):
    """An order with the price the book has for it: its own fields where there is one price, else
    the points of a range. `providers` are those whose prices matched."""

    order: Order
    said: tuple[Finding, ...] = ()
    points: tuple[Point, ...] = ()
    providers: tuple[str, ...] = ()


def priced(ready: ReadyPolicy, order: Order, book: PriceBook) -> Priced:
    """The order with its price. Raises Problems where the book has prices of several payers and
    nothing tells which is the patient's. An order with an allowed amount keeps it."""
    if order.allowed is not None or not book.prices or order.terms.network is None:
        return Priced(order)
    try:
        found = find(book.prices, _wanted(ready, order, book))
    except Wrong as wrong:
        raise Problems([wrong.problem.located(None, "payer")]) from None
    points = [
        Point(allowed, order.billed if order.billed is not None else price.billed)
        for price in found.prices
        for allowed in price.points or (None,)
    ]
    distinct = tuple(dict.fromkeys(points))
    providers = tuple(sorted({each.provider for each in found.prices if each.provider}))
    if len(distinct) != 1:
        return Priced(order, found.findings, distinct, providers)
    update = {"allowed": distinct[0].allowed, "billed": distinct[0].billed}
    return Priced(order.model_copy(update=update), found.findings, (), providers)


def _wanted(ready: ReadyPolicy, order: Order, book: PriceBook) -> Wanted:
    terms = order.terms
    policy = ready.policy
    assert terms.network is not None
    return Wanted(
        codes_of(ready, terms.service),
        terms.component,
        terms.site,
        terms.network,
        policy.tiers,
        f"{policy.policy} {policy.title}",
        order.service_date,
        book.provider,
        book.payer,
    )


def codes_of(ready: ReadyPolicy, service: str) -> tuple[str, ...]:
    """The code that was ordered, or every code of the service or modality that was."""
    catalogue = ready.shelf.catalogue
    if service.upper() in catalogue.by_code:
        return (service.upper(),)
    names = catalogue.meant_by(service)
    return tuple(dict.fromkeys(code.code for name in names for code in catalogue.names[name].codes))


def named_in(ready: ReadyPolicy, order: Order, book: PriceBook, name: str) -> tuple[str, ...]:
    """The providers (or payers) that the book has a price of for an order, each once, sorted."""
    terms = order.terms
    if terms.network is None:
        terms = terms.model_copy(update={"network": ready.policy.tiers[0]})
    wanted = _wanted(ready, order.model_copy(update={"terms": terms}), book)
    if name == "payer":
        same = (each for each in book.prices if each.code in wanted.codes)
        return tuple(sorted({each.payer for each in same if each.payer}))
    try:
        found = find(book.prices, wanted._replace(provider=""))
    except Wrong as wrong:
        raise Problems([wrong.problem.located(None, "payer")]) from None
    return tuple(sorted({each.provider for each in found.prices if each.provider}))
