"""Which prices of a price book are those of an order. Never an average: several are a range.

Pure; the findings say whose price it is, where it comes from and how old it is.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from scancost.model.prices import Price
from scancost.model.vocabulary import IN_NETWORK, OUT_OF_NETWORK
from scancost.problems import Wrong
from scancost.rules.findings import Finding

OLD_DAYS = 365
MOST_NAMED = 6
"""How many providers a sentence names."""

_TIERS = {"in": IN_NETWORK, "out": OUT_OF_NETWORK}


class Wanted(NamedTuple):
    """What an order asks of the price book; `tiers` are those of the policy, `plan` its id and
    title; `provider` and `payer` are words to look for, empty where nothing was said."""

    codes: tuple[str, ...]
    component: str
    site: str | None
    tier: str
    tiers: tuple[str, ...]
    plan: str
    day: date
    provider: str = ""
    payer: str = ""


class Found(NamedTuple):
    """The prices that match, those with the highest allowed amount first, and what to say."""

    prices: tuple[Price, ...]
    findings: tuple[Finding, ...]


def find(book: tuple[Price, ...], wanted: Wanted) -> Found:
    """The prices of an order. Raises Wrong where the book has prices of several payers and nothing
    says which is the patient's."""
    same_code = [price for price in book if price.code in wanted.codes]
    same_part = [price for price in same_code if price.component == wanted.component]
    here = [price for price in same_part if _is_here(price, wanted)]
    paid = _of_payer(here, wanted)
    matching = [price for price in paid if is_of_provider(price, wanted.provider)]
    if not matching:
        return Found((), _nothing(same_code, same_part, paid, wanted))
    ranked = tuple(sorted(matching, key=lambda price: -max(price.points, default=0)))
    return Found(ranked, _said(ranked, wanted))


def is_of_provider(price: Price, word: str) -> bool:
    """Whether a word (of the name, or the NPI) means the provider of a price."""
    return not word or word.casefold() in price.provider.casefold() or word == price.npi


def _is_here(price: Price, wanted: Wanted) -> bool:
    """The site and the side of the network, each where both say one."""
    if price.site is not None and wanted.site is not None and price.site != wanted.site:
        return False
    if not price.network:
        return True
    tier = _TIERS.get(price.network.lower(), price.network.lower())
    if tier in wanted.tiers or tier in (IN_NETWORK, OUT_OF_NETWORK):
        return tier == wanted.tier
    return wanted.tier != OUT_OF_NETWORK


def _of_payer(prices: list[Price], wanted: Wanted) -> list[Price]:
    """The prices of the patient's payer: the one named, else the one whose name or network stands
    in the plan's title; all where the book has but one."""
    if wanted.payer:
        word = wanted.payer.casefold()
        return [price for price in prices if word in f"{price.payer} {price.network}".casefold()]
    fitting = [price for price in prices if _fits(price, wanted.plan)]
    if fitting:
        return fitting
    payers = sorted({price.payer for price in prices})
    if len(payers) > 1:
        raise Wrong("prices_payers", payers=payers)
    return prices


def _fits(price: Price, plan: str) -> bool:
    """Whether the payer's network, or the first word of its name, stands in the plan's title."""
    title = f" {plan.casefold().replace('-', ' ')} "
    network = price.network.casefold()
    if network and network not in _TIERS and f" {network} " in title:
        return True
    first = price.payer.casefold().split()[:1]
    return bool(first) and len(first[0]) > 4 and f" {first[0]} " in title


def _nothing(
    same_code: list[Price], same_part: list[Price], paid: list[Price], wanted: Wanted
) -> tuple[Finding, ...]:
    """Why the book has no price for it."""
    if paid:
        values = {"provider": wanted.provider, "providers": _named(paid)}
        return (Finding("price_of_other_providers", values),)
    if same_code and not same_part:
        parts = sorted({price.component for price in same_code})
        return (Finding("price_of_other_parts", {"component": wanted.component, "parts": parts}),)
    return (Finding("price_not_in_book", {"codes": ", ".join(wanted.codes)}),)


def _named(prices: list[Price] | tuple[Price, ...]) -> str:
    names = sorted({price.provider or price.payer for price in prices if price.provider})
    more = f" (+{len(names) - MOST_NAMED})" if len(names) > MOST_NAMED else ""
    return "; ".join(names[:MOST_NAMED]) + more


def _said(prices: tuple[Price, ...], wanted: Wanted) -> tuple[Finding, ...]:
    """Whose price, from where, how old; and where there are several, what to choose by."""
    amounts = {each for price in prices for each in price.points}
    first = prices[0]
    found = []
    if len(amounts) > 1 and len(prices) > 1:
        found.append(_several(prices, min(amounts), max(amounts)))
    elif len(amounts) > 1:
        ends = {"low": min(amounts), "high": max(amounts)}
        found.append(Finding("price_between", ends))
    sources = sorted({(price.source, price.as_of or date.min) for price in prices})
    whose = ", ".join(each for each in (_named(prices), first.payer) if each) or "-"
    for source, as_of in sources:
        values = {"whose": whose, "code": first.code, "source": source or "-", "as_of": as_of}
        found.append(Finding("price_undated" if as_of == date.min else "price_from", values))
    oldest = min(as_of for _, as_of in sources)
    if oldest != date.min and (wanted.day - oldest).days > OLD_DAYS:
        found.append(Finding("price_old", {"as_of": oldest}))
    if not wanted.payer and first.payer and not _fits(first, wanted.plan):
        found.append(Finding("price_check_payer", {"payer": first.payer}))
    return tuple(found)


def _several(prices: tuple[Price, ...], low: int, high: int) -> Finding:
    """Several prices: told apart by provider, else by code, else not at all."""
    values = {"count": len(prices), "low": low, "high": high, "providers": _named(prices)}
    if len({price.provider for price in prices}) > 1:
        return Finding("price_several_providers", values)
    codes = sorted({price.code for price in prices})
    if len(codes) > 1:
        return Finding("price_several_codes", {**values, "codes": ", ".join(codes)})
    return Finding("price_several_rates", values)
