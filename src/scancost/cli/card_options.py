"""The options of a plan as it stands on the card, for the commands around an estimate."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import fields as fields_of
from datetime import date
from typing import Any

import typer

from scancost.cli import running
from scancost.cli.card import Card, card_policy
from scancost.cli.unknown_card import is_unknown, known
from scancost.rules.policies import ReadyPolicy
from scancost.words import Words
from scancost.words.en.help import SENTENCES

CARD = tuple(each.name for each in fields_of(Card))
"""The options of a card; each has the name that `Card` gives it."""


def _option(name: str) -> Any:
    """The default of one option."""
    return typer.Option(
        None,
        "--" + name.replace("_", "-"),
        help=SENTENCES[name],
        rich_help_panel=SENTENCES["panel_card"],
        show_default=False,
    )


def with_card_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a card that it has not itself; it takes them in `**fields`."""
    signature = inspect.signature(command, eval_str=True)
    own = list(signature.parameters.values())
    kind = inspect.Parameter.KEYWORD_ONLY
    added = [
        inspect.Parameter(name, kind, default=_option(name), annotation=str | None)
        for name in CARD
        if name not in signature.parameters
    ]
    parameters = [*own, *added]
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def card_of(options: dict[str, Any]) -> tuple[Card, dict[str, Any]]:
    """The card among the options of a command, and the fields of the order that are left."""
    said = {name: options[name] for name in CARD if options.get(name) is not None}
    left = {name: value for name, value in options.items() if name not in CARD}
    return Card(**said), left


def card_plan(card: Card, service_date: date) -> ReadyPolicy:
    """The policy of a card, each unknown on it at its most. Raises Problems."""
    at_most, _ = known(card, service_date)
    title = Words(running.language()).say("estimate.card_title")
    return card_policy(at_most, service_date, title)


def has_unknown(card: Card) -> bool:
    """Whether anything on the card is unknown, so that amounts by it are only the most."""
    return any(is_unknown(each) for each in (card.deductible, card.out_of_pocket_max, card.benefit))
