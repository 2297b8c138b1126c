"""The commands about policies and services: `scancost policy …` and `scancost services`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scancost.cli.running import answers
from scancost.words.en.help import SENTENCES as HELP
from scancost.words.en.help_shelf import SENTENCES as SHELF_HELP

Folder = Annotated[
    Path | None, typer.Option("--policies", help=HELP["policies"], show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help=HELP["json"])]
Plain = Annotated[bool, typer.Option("--plain", help=HELP["plain"])]
Lang = Annotated[str | None, typer.Option("--lang", help=HELP["lang"], show_default=False)]
Today = Annotated[str | None, typer.Option("--today", help=SHELF_HELP["today"], show_default=False)]

policy = typer.Typer(name="policy", help=SHELF_HELP["policy"], no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(policy, name="policy")
    app.command("services", help=SHELF_HELP["services"])(services)


@policy.command("list", help=SHELF_HELP["list"])
@answers
def list_policies(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help=SHELF_HELP["list_words"], show_default=False),
    ] = None,
    policies: Folder = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> None:
    from scancost.cli.policy import list_run

    list_run(words or [], policies, as_json=as_json, lang=lang)


@policy.command("show", help=SHELF_HELP["show"])
@answers
def show_policy(
    name: Annotated[str, typer.Argument(help=SHELF_HELP["show_name"], show_default=False)],
    policies: Folder = None,
    today: Today = None,
    as_json: AsJson = False,
    plain: Plain = False,
    lang: Lang = None,
) -> None:
    from scancost.cli.policy import show_run

    show_run(name, policies, today, as_json=as_json, plain=plain, lang=lang)


@policy.command("check", help=SHELF_HELP["check"])
@answers
def check_policies(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help=SHELF_HELP["check_paths"], show_default=False),
    ] = None,
    policies: Folder = None,
    today: Today = None,
    as_json: AsJson = False,
    lang: Lang = None,
) -> int:
    from scancost.cli.check import run

    return run(paths or [], policies, today, as_json=as_json)


@policy.command("schema", help=SHELF_HELP["schema"])
@answers
def schema(as_json: AsJson = False) -> None:
    """It is JSON with the option and without."""
    from scancost.cli.running import print_json
    from scancost.engine.shelf import shelf
    from scancost.show.policy_schema import policy_schema

    print_json(policy_schema(shelf().catalogue))


@answers
def services(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help=SHELF_HELP["services_words"], show_default=False),
    ] = None,
    modality: Annotated[
        str | None, typer.Option("--modality", help=SHELF_HELP["modality"], show_default=False)
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
    lang: Lang = None,
) -> None:
    from scancost.cli.services import run

    run(words or [], modality, as_json=as_json, plain=plain, lang=lang)
