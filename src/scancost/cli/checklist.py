"""`scancost checklist ORDER`: what to verify before a scan, to print or to read on the phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scancost.cli import running
from scancost.cli.authorization import answered, with_day
from scancost.cli.estimate import answer as estimate_of
from scancost.cli.inputs import Card
from scancost.cli.policy import day_of
from scancost.engine import law, shelf
from scancost.problems import Problem, Problems
from scancost.rules.clocks import authorization_clock
from scancost.show.document import Document
from scancost.words import Words


def run(
    order: Path | None,
    folder: Path | None,
    fields: dict[str, Any],
    *,
    urgent: bool,
    today: str | None,
    form: str | None,
    as_json: bool,
    lang: str | None,
) -> None:
    """What the command does."""
    from scancost.show import checklist

    day = day_of(today)
    found = answered(estimate_of(order, Card(), folder, with_day(order, fields, today)))
    words = Words(running.language(lang), shelf.shelf().catalogue)
    tables = law.clocks()
    market = found.ready.policy.market
    clock = authorization_clock(tables, market, urgent, found.order.service_date)
    made = checklist.checklist(found, tables, clock, day, words)
    if as_json:
        running.print_json(checklist.answer(made, day, words))
        return
    print(printed(checklist.document(made, words), form, words), end="")


def printed(document: Document, form: str | None, words: Words, title: str = "") -> str:
    """A page as Markdown or HTML. Raises Problems for another format."""
    if form not in (None, "markdown", "html"):
        raise Problems([Problem("format_unknown", at="format")])
    if form == "html":
        from scancost.show.printed import html

        return html(document, title, words.language)
    from scancost.show.markdown import markdown

    return markdown(document)
