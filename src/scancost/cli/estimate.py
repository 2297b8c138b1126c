"""`scancost estimate`: one order, one policy, an exact itemised answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from scancost.cli import inputs, running
from scancost.engine import shelf
from scancost.engine.estimate import Estimate, estimate
from scancost.problems import Problem, Problems
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy
from scancost.words import Words


def answer(
    order: Path | None,
    card: inputs.Card,
    folder: Path | None,
    fields: dict[str, str | None],
) -> Estimate:
    """The estimate of what was given. Raises Problems with places or options."""
    given = inputs.read_order(order) if order is not None else inputs.Given()
    inputs.override(given, fields)
    given.fields.setdefault("service_date", date.today().isoformat())
    said = inputs.resolve_service(given)
    is_card = card.is_given and not given.fields.get("policy")
    if is_card:
        given.fields["policy"] = inputs.CARD_ID
    elif not given.fields.get("policy"):
        raise Problems([Problem("policy_option_missing", at="policy")])
    elif not given.fields.get("service"):
        raise Problems([Problem("service_missing", at="service")])
    found = inputs.order_of(given)
    try:
        if is_card:
            title = Words(running.language()).say("estimate.card_title")
            ready, note = inputs.card_policy(card, found.service_date, title), _card_note(card)
            if found.terms.network is None:
                terms = found.terms.model_copy(update={"network": ready.policy.tiers[0]})
                found = found.model_copy(update={"terms": terms})
            return estimate(ready, found, (*said, *note))
        ready = _policy(folder, found.terms.policy)
        return estimate(ready, found, said)
    except Problems as problems:
        raise inputs.placed(problems, given) from None


def _policy(folder: Path | None, name: str) -> ReadyPolicy:
    return shelf.find(inputs.library(folder), name)


def _card_note(card: inputs.Card) -> tuple[Finding, ...]:
    return (Finding("card_plan", {"market": card.market or "employer"}),)


def show(found: Estimate, words: Words, as_json: bool, explain: bool) -> None:
    """Print the answer."""
    if as_json:
        from scancost.show.answer import answer as to_json

        running.print_json(to_json(found, words))
        return
    from scancost.show.estimate import view
    from scancost.show.terminal import draw

    draw(view(found, words, explain), running.console())


def run(
    order: Path | None,
    card: inputs.Card,
    folder: Path | None,
    fields: dict[str, Any],
    *,
    as_json: bool,
    explain: bool,
    lang: str | None,
    row: int | None = None,
    balances: Path | None = None,
) -> None:
    """What the command does."""
    if row is not None or (order is not None and order.suffix in (".csv", ".gz")):
        from scancost.cli.row import answer as answer_row

        found = answer_row(order or Path(""), row, balances, folder, fields)
    else:
        found = answer(order, card, folder, fields)
    words = Words(running.language(lang), shelf.shelf().catalogue)
    show(found, words, as_json, explain)
