"""`scancost checklist ORDER`: what to verify before a scan, to print or to read on the phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scancost.cli import running
from scancost.cli.authorization import asked
from scancost.engine import law, shelf
from scancost.problems import Problem, Problems
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

    words = Words(running.language(lang), shelf.shelf().catalogue)
    found, clock, day = asked(order, folder, fields, urgent, today)
    made = checklist.checklist(found, law.clocks(), clock, day, words)
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
