"""The commands of `scancost`. Each imports what it needs when it runs, so that help is quick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from scancost import __version__
from scancost.cli.options import only_given, with_order_options
from scancost.cli.running import answers, language, print_json
from scancost.words import Words
from scancost.words.en.help import SENTENCES as ESTIMATE_HELP
from scancost.words.en.help_compare import SENTENCES as COMPARE_HELP

HELP = {**ESTIMATE_HELP, **COMPARE_HELP}

VERSION_SCHEMA = "scancost/version/1"
AS_JSON = "scancost.json"  # whether --json was given to the program itself

app = typer.Typer(
    name="scancost",
    help=HELP["app"],
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(context: typer.Context, wanted: bool) -> None:
    if wanted:
        if context.meta.get(AS_JSON):
            print_json({"schema": VERSION_SCHEMA, "version": __version__})
        else:
            print(f"scancost {__version__}")
        raise typer.Exit()


def _as_json(context: typer.Context, wanted: bool) -> bool:
    context.meta[AS_JSON] = wanted  # before --version is read: it is eager
    return wanted


@app.callback()
def main_options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, help=HELP["version"])
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", callback=_as_json, is_eager=True, help=HELP["json_version"])
    ] = False,
) -> None:
    """Options of the program itself."""
    if as_json:
        raise typer.BadParameter(Words(language()).say("problems.json_alone"))


def _text(flag: str, key: str, panel: str) -> Any:
    """The default of a text option."""
    return typer.Option(None, flag, help=HELP[key], rich_help_panel=HELP[panel], show_default=False)


def _flag(flag: str, key: str) -> Any:
    """The default of a yes-or-no option."""
    return typer.Option(False, flag, help=HELP[key], rich_help_panel=HELP["panel_output"])


def _prices() -> Any:
    """The default of --prices."""
    return typer.Option(
        [],
        "--prices",
        help=HELP["prices"],
        rich_help_panel=HELP["panel_prices"],
        show_default=False,
    )


def _folder() -> Any:
    """The default of --policies."""
    return typer.Option(None, "--policies", help=HELP["policies"], show_default=False)


@app.command("estimate", help=HELP["estimate"])
@answers
@only_given
@with_order_options
def estimate(
    order: Path | None = typer.Argument(None, help=HELP["order"], show_default=False),
    row: int | None = typer.Option(None, "--row", min=1, help=HELP["row"], show_default=False),
    balances: Path | None = typer.Option(
        None, "--balances", help=HELP["balances"], show_default=False
    ),
    renames: list[str] = typer.Option([], "--map", help=HELP["map_row"], show_default=False),
    from_start_of_year: bool = typer.Option(
        False, "--from-start-of-year", help=HELP["start_row"], show_default=False
    ),
    policies: Path | None = _folder(),
    deductible: str | None = _text("--deductible", "deductible", "panel_card"),
    family_deductible: str | None = _text("--family-deductible", "family_deductible", "panel_card"),
    out_of_pocket_max: str | None = _text("--out-of-pocket-max", "out_of_pocket_max", "panel_card"),
    family_out_of_pocket_max: str | None = _text(
        "--family-out-of-pocket-max", "family_out_of_pocket_max", "panel_card"
    ),
    family_rule: str | None = _text("--family-rule", "family_rule", "panel_card"),
    benefit: str | None = _text("--benefit", "benefit", "panel_card"),
    market: str | None = _text("--market", "market", "panel_card"),
    prices: list[Path] = _prices(),
    provider: str | None = _text("--provider", "provider", "panel_prices"),
    payer: str | None = _text("--payer", "payer", "panel_prices"),
    explain: bool = _flag("--explain", "explain"),
    as_json: bool = _flag("--json", "json"),
    plain: bool = _flag("--plain", "plain"),
    html: Path | None = typer.Option(
        None,
        "--html",
        metavar="FILE",
        help=HELP["html"],
        rich_help_panel=HELP["panel_output"],
        show_default=False,
    ),
    lang: str | None = _text("--lang", "lang", "panel_output"),
    **fields: Any,
) -> int:
    """Options to one call; on a terminal with nothing given, questions."""
    from scancost.cli.estimate import run
    from scancost.cli.inputs import Card
    from scancost.cli.running import ANSWERED, check_file, is_dialogue

    check_file("--html", html)
    card = Card(
        deductible,
        family_deductible,
        out_of_pocket_max,
        family_out_of_pocket_max,
        family_rule or "embedded",
        benefit,
        market,
    )
    chosen = (order, row, balances, renames, family_rule, prices, provider, payer, *fields.values())
    if card == Card() and not any(chosen) and not as_json and is_dialogue():
        from scancost.cli import guided

        return guided.run(guided.How(policies, explain, plain, html, lang))
    run(
        order,
        card,
        policies,
        {**fields, "provider": provider, "payer": payer},
        as_json=as_json,
        explain=explain,
        plain=plain,
        html=html,
        lang=lang,
        row=row,
        balances=balances,
        renames=renames,
        from_start_of_year=from_start_of_year,
        prices=prices,
    )
    return ANSWERED


@app.command("batch", help=HELP["batch"])
@answers
def batch(
    orders: str = typer.Argument(..., help=HELP["batch_orders"], show_default=False),
    output: str = typer.Option(..., "--output", "-o", help=HELP["output"], show_default=False),
    rejects: Path | None = typer.Option(None, "--rejects", help=HELP["rejects"]),
    policies: Path | None = _folder(),
    balances: Path | None = typer.Option(None, "--balances", help=HELP["balances"]),
    balances_out: Path | None = typer.Option(None, "--balances-out", help=HELP["balances_out"]),
    from_start_of_year: bool = typer.Option(
        False, "--from-start-of-year", help=HELP["from_start_of_year"]
    ),
    renames: list[str] = typer.Option([], "--map", help=HELP["map"], show_default=False),
    worklist: Path | None = typer.Option(None, "--worklist", help=HELP["worklist"]),
    engine: str = typer.Option("auto", "--engine", help=HELP["engine"]),
    memory: str | None = typer.Option(None, "--memory", help=HELP["memory"], show_default=False),
    as_json: bool = typer.Option(False, "--json", help=HELP["batch_json"]),
) -> int:
    """Options to one call."""
    from scancost.cli import batch as command

    words = command.words_of()
    job = command.job_of(
        orders,
        output,
        rejects,
        policies,
        balances,
        balances_out,
        renames,
        from_start_of_year,
        words,
    )
    job = command.by_engine(job, engine, memory, words)
    return command.main(job, words, worklist, as_json)


def _register_more() -> None:
    from scancost.cli import compare, navigate, shelf

    navigate.register(app)
    shelf.register(app)
    compare.register(app)


# An estimate does not wait for the options of every other command to be built.
if sys.argv[1:2] not in (["estimate"], ["batch"]):
    _register_more()
