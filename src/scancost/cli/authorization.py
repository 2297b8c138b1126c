"""`scancost authorization ORDER`: is one needed, by when to ask, what it must name, what hangs on
it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from scancost.cli import running
from scancost.cli.card_options import card_of
from scancost.cli.estimate import answer as estimate_of
from scancost.cli.policy import day_of
from scancost.engine import law, shelf
from scancost.engine.estimate import Estimate
from scancost.problems import Problems
from scancost.rules.clocks import AuthorizationClock, authorization_clock
from scancost.words import Words


def run(
    order: Path | None,
    folder: Path | None,
    fields: dict[str, Any],
    *,
    urgent: bool,
    today: str | None,
    as_json: bool,
    plain: bool,
    lang: str | None,
) -> None:
    """What the command does."""
    from scancost.show import authorization

    words = Words(running.language(lang), shelf.shelf().catalogue)
    found, clock, day = asked(order, folder, fields, urgent, today)
    if as_json:
        running.print_json(authorization.answer(found, clock, urgent, day, words))
        return
    running.show(authorization.view(found, law.clocks(), clock, day, words), words, plain=plain)


def asked(
    order: Path | None, folder: Path | None, fields: dict[str, Any], urgent: bool, today: str | None
) -> tuple[Estimate, AuthorizationClock, date]:
    """The estimate of an order, how long its insurer may take to decide, and today."""
    day = day_of(today)
    card, options = card_of(fields)
    found = answered(estimate_of(order, card, folder, with_day(order, options, today)))
    market = found.ready.policy.market
    return found, authorization_clock(law.clocks(), market, urgent, found.order.service_date), day


def answered(found: Estimate) -> Estimate:
    """The estimate, where its first tier is answered. Raises Problems with what is missing."""
    for tier, problem in found.unanswered:
        if tier == found.ready.policy.tiers[0]:
            raise Problems([problem])
    return found


def with_day(order: Path | None, fields: dict[str, Any], today: str | None) -> dict[str, Any]:
    """Without an order file and a date of service, the scan is on the day of --today."""
    if order is None and fields.get("service_date") is None and today is not None:
        return fields | {"service_date": today}
    return fields
