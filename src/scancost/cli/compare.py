"""`scancost compare`: choices side by side."""

from __future__ import annotations

from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import typer

from scancost import amounts
from scancost.cli import inputs, running
from scancost.cli.options import with_order_options
from scancost.cli.running import answers
from scancost.words import Words
from scancost.words.en.help import SENTENCES as ESTIMATE_HELP
from scancost.words.en.help_compare import SENTENCES as COMPARE_HELP

HELP = {**ESTIMATE_HELP, **COMPARE_HELP}
MOST_SCENARIOS = 24


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("compare", help=HELP["compare"])(compare)


def _text(flag: str, key: str, panel: str | None = None) -> Any:
    """The default of a text option."""
    shown = HELP[panel] if panel else None
    return typer.Option(None, flag, help=HELP[key], rich_help_panel=shown, show_default=False)


@answers
@with_order_options
def compare(
    order: Path | None = typer.Argument(None, help=HELP["compare_order"], show_default=False),
    vary: list[str] = typer.Option([], "--vary", help=HELP["vary"], show_default=False),
    cash: str | None = _text("--cash", "cash"),
    more_care: str | None = _text("--more-care", "more_care"),
    policies: Path | None = _text("--policies", "policies"),
    prices: list[Path] = typer.Option([], "--prices", help=HELP["prices"], show_default=False),
    provider: str | None = _text("--provider", "provider", "panel_prices"),
    payer: str | None = _text("--payer", "payer", "panel_prices"),
    as_json: bool = typer.Option(False, "--json", help=HELP["json"]),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.engine.shelf import shelf

    given = inputs.read_order(order) if order is not None else inputs.Given()
    inputs.override(given, {**fields, "provider": provider, "payer": payer})
    words = Words(running.language(lang), shelf().catalogue)
    job = Job(given, policies, prices, _money("cash", cash), _money("more_care", more_care) or 0)
    found = job.scenarios(vary, words)
    if as_json:
        from scancost.show.compare import to_json

        running.print_json(to_json(found, words, job.is_by_year))
        return
    from scancost.show.compare import view
    from scancost.show.terminal import draw

    draw(view(found, words, job.more_care, job.is_by_year), running.console())


def _money(name: str, text: str | None) -> int | None:
    """Cents of an option. Raises Wrong, with the option at fault."""
    from scancost.problems import Wrong, located

    if text is None:
        return None
    try:
        return amounts.money(text)
    except Wrong as wrong:
        raise located(wrong, name) from None


class Job:
    """One comparison: the order, where policies and prices are, and what is asked beside."""

    def __init__(
        self,
        given: inputs.Given,
        folder: Path | None,
        prices: list[Path],
        cash: int | None,
        more_care: int,
    ) -> None:
        given.fields.setdefault("service_date", date.today().isoformat())
        self.given = given
        self.folder = folder
        self.book = inputs.read_books(prices)
        self.cash = cash
        self.more_care = more_care

    @property
    def is_by_year(self) -> bool:
        return self.more_care > 0

    def scenarios(self, texts: list[str], words: Words) -> list[Any]:
        """Every combination of what is varied, then the cash price."""
        from scancost.cli.varying import read_vary

        varied = [self._filled(read_vary(text, words), words) for text in texts]
        if not varied and self.cash is None:
            running.stop(words.say("compare.nothing_to_vary"))
        if len({each.key for each in varied}) < len(varied):
            running.stop(words.say("compare.vary_twice"))
        chosen = list(product(*([(each, value) for value in each.values] for each in varied)))
        if len(chosen) > MOST_SCENARIOS:
            running.stop(words.say("compare.too_many", count=len(chosen), most=MOST_SCENARIOS))
        found = [self._scenario(each, words) for each in chosen]
        if self.cash is not None:
            found.append(self._cash(found))
        return found

    def _filled(self, vary: Any, words: Words) -> Any:
        """With the values that only the policy or the price books know."""
        from dataclasses import replace

        if vary.values:
            return vary
        values: tuple[str, ...] = ()
        if vary.name in ("network", "facility_network"):
            values = self._policy().policy.tiers
        elif vary.name in inputs.SELECTORS:
            values = self._named_in_books(vary.name)
        if not values:
            running.stop(words.say("compare.vary_needs_values", name=vary.name))
        return replace(vary, values=values)

    def _policy(self, name: str | None = None) -> Any:
        from scancost.engine import shelf
        from scancost.problems import Problem, Problems

        name = name or self.given.fields.get("policy")
        if not name:
            raise Problems([Problem("policy_option_missing", at="policy")])
        return shelf.find(inputs.library(self.folder), name)

    def _named_in_books(self, name: str) -> tuple[str, ...]:
        """The providers (or payers) that have a price for the order."""
        from scancost.engine.pricing import providers_of

        bills = self.given.bills()
        for bill in bills:
            inputs.resolve_service(bill)
        orders = [inputs.order_of(bill) for bill in bills]
        books = [inputs.book_of(bill, self.book) for bill in bills]
        ready = self._policy()
        found = [
            each
            for order, book in zip(orders, books, strict=True)
            for each in providers_of(ready, order, book, name)
        ]
        return tuple(dict.fromkeys(found))
