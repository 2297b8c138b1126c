"""The price books that were given, and what each bill chooses of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from scancost.cli.inputs import SELECTORS, Given, placed
from scancost.engine.estimate import NO_BOOK
from scancost.engine.pricing import PriceBook
from scancost.problems import Problems


def read_books(paths: list[Path]) -> PriceBook:
    """The prices of every book given. Raises Problems or OSError."""
    if not paths:
        return NO_BOOK
    from scancost.files.prices import read_prices

    return PriceBook(tuple(price for path in paths for price in read_prices(path)))


def book_of(given: Given, book: PriceBook) -> PriceBook:
    """The book, with the provider and payer that a bill names. Raises Problems where it has none
    such."""
    provider, payer = (str(given.fields.get(name) or "").strip() for name in SELECTORS)
    chosen = replace(book, provider=provider, payer=payer)
    try:
        if book.prices:
            chosen.check()
    except Problems as problems:
        raise placed(problems, given) from None
    return chosen
