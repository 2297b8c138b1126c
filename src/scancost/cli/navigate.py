"""The commands around an estimate: what to verify, authorization in time, denials and appeals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from scancost.cli.card_options import with_card_options
from scancost.cli.options import with_order_options
from scancost.cli.running import answers
from scancost.words.en.help import SENTENCES as HELP
from scancost.words.en.help_navigate import SENTENCES as NAVIGATE_HELP


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("explain", help=NAVIGATE_HELP["explain"])(explain)
    app.command("authorization", help=NAVIGATE_HELP["authorization"])(authorization)
    app.command("checklist", help=NAVIGATE_HELP["checklist"])(checklist)
    app.command("appeal", help=NAVIGATE_HELP["appeal"])(appeal)


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
@with_card_options
@with_order_options
def authorization(
    order: Path | None = _order(),
    policies: Path | None = _text("--policies", "policies"),
    urgent: bool = _flag("--urgent", "urgent"),
    today: str | None = _text("--today", "today"),
    as_json: bool = _flag("--json", "json"),
    plain: bool = _flag("--plain", "plain"),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.cli.authorization import run

    run(
        order,
        policies,
        fields,
        urgent=urgent,
        today=today,
        as_json=as_json,
        plain=plain,
        lang=lang,
    )


@answers
@with_card_options
@with_order_options
def checklist(
    order: Path | None = _order(),
    policies: Path | None = _text("--policies", "policies"),
    urgent: bool = _flag("--urgent", "urgent"),
    today: str | None = _text("--today", "today"),
    form: str | None = _text("--format", "checklist_format"),
    as_json: bool = _flag("--json", "json"),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.cli.checklist import run

    run(order, policies, fields, urgent=urgent, today=today, form=form, as_json=as_json, lang=lang)


@answers
@with_card_options
@with_order_options
def appeal(
    order: Path | None = _order(),
    code: str | None = _text("--code", "code", "panel_denial"),
    market: str | None = _text("--market", "market", "panel_denial"),
    notice_date: str | None = _text("--notice-date", "notice_date", "panel_denial"),
    received_date: str | None = _text("--received-date", "received_date", "panel_denial"),
    final_denial_date: str | None = _text(
        "--final-denial-date", "final_denial_date", "panel_denial"
    ),
    stage: str | None = _text("--stage", "stage", "panel_denial"),
    urgent: bool = _flag("--urgent", "urgent"),
    policies: Path | None = _text("--policies", "policies"),
    today: str | None = _text("--today", "today"),
    letter: bool = _flag("--letter", "letter"),
    form: str | None = _text("--format", "format"),
    ics: Path | None = _text("--ics", "ics"),
    as_json: bool = _flag("--json", "json"),
    plain: bool = _flag("--plain", "plain"),
    lang: str | None = _text("--lang", "lang"),
    **fields: Any,
) -> None:
    """Options to one call."""
    from scancost.cli.appeal import Said, run

    said = Said(code, market, notice_date, received_date, final_denial_date, stage, urgent)
    run(
        order,
        policies,
        fields,
        said,
        today=today,
        wants_letter=letter,
        form=form,
        ics=ics,
        as_json=as_json,
        plain=plain,
        lang=lang,
    )
