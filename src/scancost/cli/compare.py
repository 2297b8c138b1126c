"""`scancost compare`: choices side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from scancost.cli import inputs, running
from scancost.cli.card_options import card_of, with_card_options
from scancost.cli.options import with_order_options
from scancost.cli.running import answers
from scancost.words import Words
from scancost.words.en.help import SENTENCES as ESTIMATE_HELP
from scancost.words.en.help_compare import SENTENCES as COMPARE_HELP

HELP = {**ESTIMATE_HELP, **COMPARE_HELP}


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("compare", help=HELP["compare"])(compare)


def _text(flag: str, key: str, panel: str | None = None) -> Any:
    """The default of a text option."""
    shown = HELP[panel] if panel else None
    return typer.Option(None, flag, help=HELP[key], rich_help_panel=shown, show_default=False)


@answers
@with_card_options
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
    plain: bool = typer.Option(False, "--plain", help=HELP["plain"]),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.cli.comparison import comparison
    from scancost.engine.shelf import shelf
    from scancost.show import compare as shown
    from scancost.show.plain import plain_lines
    from scancost.show.terminal import draw

    given = inputs.read_order(order) if order is not None else inputs.Given()
    card, options = card_of(fields)
    inputs.override(given, {**options, "provider": provider, "payer": payer})
    words = Words(running.language(lang), shelf().catalogue)
    job = comparison(given, card, policies, prices, cash, more_care, words)
    found = shown.Compared(job.scenarios(vary), job.more_care)
    if as_json:
        running.print_json(shown.to_json(found, words))
        return
    answer = shown.view(found, words)
    if plain:
        for line in plain_lines(answer, words):
            print(line)
        return
    draw(answer, running.console())
