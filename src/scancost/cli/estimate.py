"""`scancost estimate`: one order, one policy, an exact itemised answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from scancost.cli import books, inputs, running
from scancost.cli.card import of_card
from scancost.cli.unknown_card import is_unknown, known, without_met
from scancost.engine import shelf
from scancost.engine.estimate import NO_BOOK, Bill, Estimate, estimate, estimate_bills
from scancost.engine.pricing import PriceBook
from scancost.engine.unknown_terms import benefit_unknown
from scancost.model.order import Order
from scancost.problems import Problem, Problems
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy
from scancost.words import Words

SHEETS = (".csv", ".gz", ".zst", ".parquet", ".xlsx")  # of orders: they want --row


def answer(
    order: Path | None,
    card: inputs.Card,
    folder: Path | None,
    fields: dict[str, str | None],
    book: PriceBook = NO_BOOK,
) -> Estimate:
    """The estimate of what was given. Raises Problems with places or options."""
    given = inputs.read_order(order) if order is not None else inputs.Given()
    inputs.override(given, fields)
    given.fields.setdefault("service_date", date.today().isoformat())
    return answer_given(given, card, folder, book)


def answer_given(
    given: inputs.Given, card: inputs.Card, folder: Path | None, book: PriceBook = NO_BOOK
) -> Estimate:
    """The estimate of an order as it was read. Raises Problems with places or options."""
    is_card = card.is_given and not given.fields.get("policy")
    if given.fields.get("policy"):
        _check_alone(card)
    if is_card:
        given.fields["policy"] = inputs.CARD_ID
    elif not given.fields.get("policy"):
        raise Problems([Problem("policy_option_missing", at="policy")])
    bills = given.bills()
    said = [inputs.resolve_service(bill) for bill in bills]
    if not is_card and not all(bill.fields.get("service") for bill in bills):
        raise Problems([Problem("service_missing", at="service")])
    orders = [inputs.order_of(bill) for bill in bills]
    chosen = [books.book_of(bill, book) for bill in bills]
    try:
        ready, note = _plan(card, folder, orders, is_card)
        if is_card:
            orders = [without_met(card, _in_plan(each, ready)) for each in orders]
        found = [
            Bill(*each)
            for each in zip(orders, ((*each, *note) for each in said), chosen, strict=True)
        ]
        if given.lines:
            answered = estimate_bills(ready, found)
        else:
            answered = estimate(ready, found[0].order, found[0].said, found[0].book)
        return benefit_unknown(answered) if is_card and is_unknown(card.benefit) else answered
    except Problems as problems:
        said_of = of_card(problems) if is_card else problems
        raise inputs.placed_bills(said_of, bills) from None


MET_OF = {
    "deductible": "deductible_met",
    "family_deductible": "family_deductible_met",
    "out_of_pocket_max": "out_of_pocket_met",
    "family_out_of_pocket_max": "family_out_of_pocket_met",
}
"""What a limit from the card is mistaken for beside a policy."""


def _check_alone(card: inputs.Card) -> None:
    """Raises Problems for options of the card beside a policy, which has its own."""
    if card.options:
        raise Problems([_beside_policy(name, card) for name in card.options])


def _check_one(balances: Path | None, renames: list[str] | None, from_start_of_year: bool) -> None:
    """Raises Problems for options of a row of many beside an order that is alone."""
    if balances is not None:
        raise Problems([Problem("balances_want_row", at="balances")])
    for name, is_given in (("map", renames), ("from_start_of_year", from_start_of_year)):
        if is_given:
            raise Problems([Problem("option_wants_row", at=name)])


def _beside_policy(name: str, card: inputs.Card) -> Problem:
    """What to say of an option of the card beside a policy."""
    other = MET_OF.get(name)
    option = "--" + name.replace("_", "-")
    if other is None or is_unknown(getattr(card, name)):
        return Problem("card_beside_policy", {"option": option})
    near = "--" + other.replace("_", "-")
    return Problem("card_beside_policy_met", {"option": option, "other": near})


def _plan(
    card: inputs.Card, folder: Path | None, orders: list[Order], is_card: bool
) -> tuple[ReadyPolicy, tuple[Finding, ...]]:
    """The policy of the bills of an order, or that of the card with what to say about it."""
    day = orders[0].service_date
    if not is_card:
        return _policy(folder, orders[0].terms.policy), ()
    title = Words(running.language()).say("estimate.card_title")
    at_most, unknown = known(card, day, orders)
    policy = inputs.card_policy(at_most, day, title)
    return policy, (*_card_note(card, policy), *unknown)


def _in_plan(order: Order, ready: ReadyPolicy) -> Order:
    """An order under a card, which describes one side of the network."""
    if order.terms.network is not None:
        return order
    terms = order.terms.model_copy(update={"network": ready.policy.tiers[0]})
    return order.model_copy(update={"terms": terms})


def _policy(folder: Path | None, name: str) -> ReadyPolicy:
    return shelf.find(inputs.library(folder), name)


def _next_year(found: Estimate, folder: Path | None) -> ReadyPolicy | None:
    """The policy of the year after, where the library has one of the same name."""
    name, year = found.ready.policy.policy, found.ready.policy.benefit_year.from_.year
    after = name.replace(str(year), str(year + 1))
    library = inputs.library(folder)
    if after == name or library.path(after) is None:
        return None
    try:
        return shelf.find(library, after)
    except Problems:
        return None


def _card_note(card: inputs.Card, ready: ReadyPolicy) -> tuple[Finding, ...]:
    """What is taken of a card, and what on it cannot be."""
    note = Finding("card_plan", {"market": card.market or "employer"})
    limits = ready.policy.limits_of(ready.policy.tiers[0])
    deductible = limits.deductible if limits is not None else None
    maximum = limits.out_of_pocket_max if limits is not None else None
    if deductible is None or maximum is None or deductible.individual <= maximum.individual:
        return (note,)
    values = {"deductible": deductible.individual, "most": maximum.individual}
    return note, Finding("card_maximum_below", values)


def show(
    found: Estimate, words: Words, *, as_json: bool, explain: bool, plain: bool, html: Path | None
) -> None:
    """Print the answer, and write its page where one is wanted."""
    from scancost.show.estimate import view

    if html is not None:
        from scancost.show.page import page, questions_of

        is_told = explain or len(found.lines) == 1  # two sheets hold one line step by step
        text = page(view(found, words, is_told), questions_of(found, words), words)
        from scancost.files.whole import whole_file

        with whole_file(html) as file:
            file.write(text.encode())
    if as_json:
        from scancost.show.answer import answer as to_json

        running.print_json(to_json(found, words))
    elif plain:
        from scancost.show.plain import plain_lines

        for line in plain_lines(view(found, words, explain), words):
            print(line)
    else:
        from scancost.show.terminal import draw

        draw(view(found, words, explain), running.console())
    if html is not None:
        running.trouble(words.say("page.written", path=html))


def run(
    order: Path | None,
    card: inputs.Card,
    folder: Path | None,
    fields: dict[str, Any],
    *,
    as_json: bool,
    explain: bool,
    plain: bool = False,
    html: Path | None = None,
    lang: str | None = None,
    row: int | None = None,
    balances: Path | None = None,
    renames: list[str] | None = None,
    from_start_of_year: bool = False,
    prices: list[Path] | None = None,
) -> None:
    """What the command does."""
    if row is not None or (order is not None and order.suffix in SHEETS):
        _check_alone(card)
        from scancost.cli.headings import renames_of
        from scancost.cli.row import answer as answer_row

        names = renames_of(renames or [], Words(running.language(lang)))
        with_prices = {**fields, "prices": prices or None}
        how = (balances, folder, names, from_start_of_year)
        found = answer_row(order or Path(""), row, *how, with_prices)
    else:
        _check_one(balances, renames, from_start_of_year)
        found = answer(order, card, folder, fields, books.read_books(prices or []))
    if explain:
        found = replace(found, next_year=_next_year(found, folder))
    words = Words(running.language(lang), shelf.shelf().catalogue)
    show(found, words, as_json=as_json, explain=explain, plain=plain, html=html)
