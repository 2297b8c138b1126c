"""The commands of `scancost`. Each imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from scancost import __version__
from scancost.cli.options import with_order_options
from scancost.cli.running import answers
from scancost.words.en.help import SENTENCES as HELP

app = typer.Typer(
    name="scancost",
    help=HELP["app"],
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"scancost {__version__}")
        raise typer.Exit()


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=HELP["version"])
    ] = False,
) -> None:
    """Options of the program itself."""


def _text(flag: str, key: str, panel: str) -> Any:
    return Annotated[
        str | None,
        typer.Option(flag, help=HELP[key], rich_help_panel=HELP[panel], show_default=False),
    ]


def _flag(flag: str, key: str, panel: str = "panel_output") -> Any:
    return Annotated[bool, typer.Option(flag, help=HELP[key], rich_help_panel=HELP[panel])]


Folder = Annotated[
    Path | None, typer.Option("--policies", help=HELP["policies"], show_default=False)
]
AsJson = _flag("--json", "json")
Lang = _text("--lang", "lang", "panel_output")


@app.command("estimate", help=HELP["estimate"])
@answers
@with_order_options
def estimate(
    order: Annotated[Path | None, typer.Argument(help=HELP["order"], show_default=False)] = None,
    policies: Folder = None,
    deductible: _text("--deductible", "deductible", "panel_card") = None,  # type: ignore[valid-type]
    family_deductible: _text("--family-deductible", "family_deductible", "panel_card") = None,  # type: ignore[valid-type]
    out_of_pocket_max: _text("--out-of-pocket-max", "out_of_pocket_max", "panel_card") = None,  # type: ignore[valid-type]
    family_out_of_pocket_max: _text(  # type: ignore[valid-type]
        "--family-out-of-pocket-max", "family_out_of_pocket_max", "panel_card"
    ) = None,
    family_rule: _text("--family-rule", "family_rule", "panel_card") = None,  # type: ignore[valid-type]
    benefit: _text("--benefit", "benefit", "panel_card") = None,  # type: ignore[valid-type]
    market: _text("--market", "market", "panel_card") = None,  # type: ignore[valid-type]
    explain: _flag("--explain", "explain") = False,  # type: ignore[valid-type]
    as_json: AsJson = False,
    lang: Lang = None,
    **fields: Any,
) -> None:
    from scancost.cli.estimate import run
    from scancost.cli.inputs import Card

    card = Card(
        deductible,
        family_deductible,
        out_of_pocket_max,
        family_out_of_pocket_max,
        family_rule or "embedded",
        benefit,
        market,
    )
    run(order, card, policies, fields, as_json=as_json, explain=explain, lang=lang)


def _register_more() -> None:
    from scancost.cli import navigate

    navigate.register(app)


_register_more()
