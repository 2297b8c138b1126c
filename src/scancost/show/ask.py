"""The guided questions on a terminal (engine/asking.py): wrapped, numbered, never cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from scancost.engine.asking import Choice, Note, Question
from scancost.show.clean import clean, wrap
from scancost.words import Words

WIDEST = 78


def draw_question(question: Question, words: Words, console: Console) -> None:
    """The question, how to find its answer, and its choices with "I don't know" last."""
    asked = words.say(f"guided.ask_{question.id}", **_values(question.values, words))
    paragraph(asked, console, "bold", before=True)
    if words.has(f"guided.help_{question.id}"):
        paragraph(words.say(f"guided.help_{question.id}"), console, "dim", indent=2)
    if not question.choices:
        return
    labels = [label(each, question, words) for each in question.choices]
    for number, text in enumerate((*labels, words.say("guided.unsure")), 1):
        line = words.say("guided.number", number=number, label=text)
        paragraph(line, console, indent=2, hang=3)


def draw_note(note: Note, words: Words, console: Console) -> None:
    """Something to say before the next question."""
    paragraph(words.say(f"guided.note_{note.id}", **note.values), console, "green")


def label(choice: Choice, question: Question, words: Words) -> str:
    """A choice in words, with a capital letter."""
    if choice.kind == "text":
        text = choice.label
    elif choice.kind == "sentence":
        text = words.say(f"guided.{question.id}.{choice.value}")
    elif choice.kind == "service":
        text = words.service(choice.value)
    else:
        text = words.name(choice.kind, choice.value)
    return text[:1].upper() + text[1:]


def _values(values: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """The values of a question; texts of the tables in the language."""
    out = dict(values)
    if "risks" in out:
        out["risks"] = words.listed(
            dict.fromkeys(each.in_language(words.language) for each in out["risks"])
        )
    return out


def paragraph(
    text: str,
    console: Console,
    style: str = "",
    indent: int = 0,
    hang: int = 0,
    before: bool = False,
) -> None:
    """A wrapped paragraph; `hang` indents its further lines, `before` leaves a line free."""
    if before:
        console.print(Text(""))
    first, further = " " * indent, " " * (indent + hang)
    width = max(min(console.width, WIDEST), 20)
    for line in wrap(clean(text), width, initial_indent=first, subsequent_indent=further):
        console.print(Text(line, style), soft_wrap=True)
