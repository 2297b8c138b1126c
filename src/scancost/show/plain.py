"""A view as plain lines for screen readers: `label: value`, one thing a line, no columns, no bars."""

from __future__ import annotations

from collections.abc import Iterator

from scancost.show.clean import clean
from scancost.show.view import Bars, Section, Table, View
from scancost.words import Words


def plain_lines(view: View, words: Words, subject: str = "subject") -> Iterator[str]:
    """The lines of a view, in its order; `subject` is the label of the first (of words/page)."""
    for key, text in (
        (subject, view.subject),
        ("plan", view.context),
        ("answer", view.headline),
    ):
        yield _line(words.say(f"page.{key}"), text)
    for remark in view.remarks:
        yield _line(words.say("page.note"), remark)
    for block in view.blocks:
        yield _line(words.say("page.part"), block.title)
        yield from _table(block, words) if isinstance(block, Table) else _section(block, words)
    for each in view.footer:
        yield _line(words.say("page.note"), each)


def _section(section: Section, words: Words) -> Iterator[str]:
    if isinstance(section, Bars):
        for bar in section.bars:
            for part in bar.parts:
                yield _line(f"{bar.label}, {part.label}", words.shown(part.cents, "money"))
    else:
        yield from (_line(entry.label, entry.value) for entry in section.entries)
    for number, sentence in enumerate(section.sentences, 1):
        label = str(number) if section.is_list else words.say("page.note")
        yield _line(label, sentence)


def _table(table: Table, words: Words) -> Iterator[str]:
    for number, row in enumerate(table.rows, 1):
        yield _line(words.say("page.row"), words.say("page.of", number=number, all=len(table.rows)))
        for heading, value in zip(table.headings, row, strict=True):
            if value:
                yield _line(heading, value)


def _line(label: str, value: str) -> str:
    """One line. A colon within the label would end it, and a dot between things is read aloud."""
    label = clean(label).replace(": ", ", ").strip().rstrip(":.")
    value = " ".join(clean(value).replace(" · ", ", ").split())
    return f"{label[:1].upper()}{label[1:]}: {value}"
