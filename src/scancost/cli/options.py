"""The options that name the fields of an order; each has the field's name (SPEC 3 and 8)."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

import typer

from scancost.model.order import MET, REMAINING
from scancost.words.en.help import SENTENCES

PANELS = {
    "panel_scan": ("service", "purpose", "site", "place_of_service", "component", "modifiers"),
    "panel_price": ("network", "facility_network", "allowed", "billed", "cash_price"),
    "panel_year": (*MET, *REMAINING, "coverage", "member_id", "family_id", "order_id"),
    "panel_authorization": (
        "preauthorization",
        "authorization_number",
        "authorization_expires",
        "authorized_service",
        "medical_necessity",
        "patient_waiver",
    ),
    "panel_patient": (
        "emergency",
        "sex",
        "birth_date",
        "last_service_date",
        "risk_criteria",
        "follows_screening",
    ),
}
"""The fields of an order by panel of the help; policy and service_date stand apart."""


def _option(name: str, panel: str) -> Any:
    """The default of the text option of one field."""
    key = "met" if name in MET else "remaining" if name in REMAINING else name
    flag = "--" + name.replace("_", "-")
    return typer.Option(
        None, flag, help=SENTENCES[key], rich_help_panel=SENTENCES[panel], show_default=False
    )


def with_order_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command one option a field of the order; it takes them as `**fields`."""
    signature = inspect.signature(command, eval_str=True)
    own = [each for each in signature.parameters.values() if each.kind != each.VAR_KEYWORD]
    fields = [("policy", "panel_scan"), ("service_date", "panel_scan")]
    fields += [(name, panel) for panel, names in PANELS.items() for name in names]
    kind = inspect.Parameter.KEYWORD_ONLY
    added = [
        inspect.Parameter(name, kind, default=_option(name, panel), annotation=str | None)
        for name, panel in fields
        if name not in signature.parameters
    ]
    parameters = [*own, *added]
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in parameters}
    return command


def only_given(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with only the options that were typed; the others have their defaults.

    Building all sixty options takes longer than the estimate itself. Help, completion and anything
    misspelt still see them all.
    """
    typed = {word.split("=")[0] for word in sys.argv[2:] if word.startswith("-")}
    parameters = inspect.signature(command).parameters
    options = {
        name: each.default
        for name, each in parameters.items()
        if isinstance(each.default, typer.models.OptionInfo)
    }
    flags = {flag for option in options.values() for flag in option.param_decls or ()}
    if sys.argv[1:2] != [command.__name__] or not typed <= flags:
        return command
    left_out = {
        name: option.default
        for name, option in options.items()
        if typed.isdisjoint(option.param_decls or ())
    }
    kept = [each for name, each in parameters.items() if name not in left_out]

    @functools.wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        return command(*args, **{**left_out, **kwargs})

    run.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in kept}
    del run.__wrapped__
    return run
