"""`scancost estimate` on a terminal with nothing given: one question at a time, then the answer and
the command that gives it again. The flow itself is engine/interview.py.
"""

from __future__ import annotations

import shlex
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from scancost.cli import inputs, running
from scancost.cli.reading_answers import Back, Unreadable, read_answer
from scancost.engine import shelf
from scancost.engine.asking import Answers, Listed, Note, Question, World
from scancost.engine.estimate import estimate
from scancost.engine.interview import interview
from scancost.files.library import Library, read_policy
from scancost.model.order import Order
from scancost.problems import Problems
from scancost.show.ask import draw_note, draw_question, paragraph
from scancost.words import Words


@dataclass(frozen=True)
class How:
    """The options that were given beside nothing: they hold for the answer, and stand in the
    command again."""

    policies: Path | None
    explain: bool
    plain: bool
    html: Path | None
    lang: str | None

    def words_of_command(self) -> list[str]:
        """The same as words of a command line."""
        texts = (("--policies", self.policies), ("--html", self.html), ("--lang", self.lang))
        flags = (("--explain", self.explain), ("--plain", self.plain))
        valued = [word for flag, value in texts if value for word in (flag, str(value))]
        return [*valued, *(flag for flag, is_on in flags if is_on)]


def run(how: How) -> int:
    """Ask, answer, and say how to ask again. End of input stops it."""
    words = Words(running.language(how.lang), shelf.shelf().catalogue)
    console = running.console()
    paragraph(words.say("guided.welcome"), console)
    paragraph(words.say("guided.how"), console)
    from scancost.cli import guided_answer

    try:
        answers = _asked(world_of(inputs.library(how.policies)), words)
        paragraph(words.say("guided.answer"), console, "bold", before=True)
        console.print()
        return guided_answer.show(answers, how, words)
    except EOFError:
        console.print()
        paragraph(words.say("guided.left"), console)
        return running.ANSWERED


def world_of(library: Library) -> World:
    """What the questions may look at."""
    tables = shelf.shelf()

    def needs_approval(fields: dict[str, str]) -> bool | None:
        """Whether the policy asks for the plan's approval of an order; None if it cannot be told."""
        try:
            ready = shelf.find(library, fields["policy"])
            found = estimate(ready, Order.model_validate(fields))
        except (Problems, ValueError):
            return None
        return any(line.decision.authorization == "assumed" for line in found.lines)

    return World(
        date.today(),
        _listed(library),
        lambda name: shelf.find(library, name),
        tables.catalogue,
        lambda name: tables.guidelines[name],
        needs_approval,
    )


def _listed(library: Library) -> tuple[Listed, ...]:
    """Every policy that can be read; a broken one cannot be chosen."""
    listed = []
    for name in library.names():
        path = library.path(name)
        try:
            policy = read_policy(path)[0] if path is not None else None
        except Problems:
            continue
        if policy is not None:
            year = policy.benefit_year
            listed.append(Listed(name, policy.title, year.from_, year.through))
    return tuple(listed)


def _asked(world: World, words: Words) -> Answers:
    """Drive the flow to its end. Raises EOFError at the end of input."""
    said: list[Any] = []
    while True:
        flow = interview(world)
        step = _again(flow, said)
        try:
            while True:
                answer = _said(step, words)
                if isinstance(step, Question):
                    said.append(answer)
                step = flow.send(answer)
        except StopIteration as done:
            answers: Answers = done.value
            return answers
        except Back:
            said = said[:-1]


def _again(flow: Generator[Question | Note, Any, Answers], said: list[Any]) -> Question | Note:
    """The step after these answers; what was said before is not said again."""
    left = iter(said)
    step = next(flow)
    for _ in said:
        while isinstance(step, Note):
            step = flow.send(None)
        step = flow.send(next(left))
    return step


def _said(step: Question | Note, words: Words) -> Any:
    """The answer to a question; None for a note, which is shown."""
    console = running.console()
    if isinstance(step, Note):
        draw_note(step, words, console)
        return None
    draw_question(step, words, console)
    return _one(step, words)


def _one(question: Question, words: Words) -> Any:
    """One answer, asked until it can be read; None where it is not known."""
    while True:
        text = input(words.say("guided.prompt"))
        try:
            return read_answer(text, question)
        except Unreadable as wrong:
            if wrong.problem is not None:
                said = running.sentence_of(wrong.problem, words)
                paragraph(words.say("guided.wrong", problem=said), running.console(), "red")
            else:
                most = len(question.choices) + 1
                said = words.say(f"guided.write_{question.reads}", most=most)
                paragraph(said, running.console(), "red")


def command(options: dict[str, str], how: How, order: str | None = None) -> str:
    """The command line of these options, quoted for a shell."""
    said = ["scancost", "estimate", *([order] if order else [])]
    for name, value in options.items():
        said += ["--" + name.replace("_", "-"), value]
    return shlex.join([*said, *how.words_of_command()])
