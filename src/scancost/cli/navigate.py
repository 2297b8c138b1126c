"""The commands around an estimate: what to verify, authorization in time, denials and appeals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from scancost.cli.options import with_order_options
from scancost.cli.running import answers
from scancost.words.en.help import SENTENCES as HELP
from scancost.words.en.help_navigate import SENTENCES as NAVIGATE_HELP


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("explain", help=NAVIGATE_HELP["explain"])(explain)
    app.command("authorization", help=NAVIGATE_HELP["authorization"])(authorization)


def _text(flag: str, key: str, panel: str | None = None) -> Any:
    """The default of a text option."""
    shown = HELP[panel] if panel in HELP else NAVIGATE_HELP.get(panel or "")
    said = NAVIGATE_HELP.get(key) or HELP[key]
    return typer.Option(None, flag, help=said, rich_help_panel=shown, show_default=False)


def _flag(flag: str, key: str) -> Any:
    """The default of a yes-or-no option."""
    return typer.Option(False, flag, help=NAVIGATE_HELP.get(key) or HELP[key])


def _order() -> Any:
    return typer.Argument(None, help=HELP["order"], show_default=False)


@answers
def explain(
    word: list[str] = typer.Argument(None, help=NAVIGATE_HELP["word"], show_default=False),
    everything: bool = _flag("--all", "all"),
    as_json: bool = _flag("--json", "json"),
    lang: str | None = _text("--lang", "lang"),
) -> None:
    """Options to one call."""
    from scancost.cli.explain import run

    run(" ".join(word or ()), everything=everything, as_json=as_json, lang=lang)


@answers
@with_order_options
def authorization(
    order: Path | None = _order(),
    policies: Path | None = _text("--policies", "policies"),
    urgent: bool = _flag("--urgent", "urgent"),
    today: str | None = _text("--today", "today"),
    as_json: bool = _flag("--json", "json"),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.cli.authorization import run

    run(order, policies, fields, urgent=urgent, today=today, as_json=as_json, lang=lang)
