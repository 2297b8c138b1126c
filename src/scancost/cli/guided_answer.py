"""The end of the guided questions: the answer, or one for each place or kind of scan where that was
not known, and the command line that gives it again.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from scancost.cli import estimate as estimating
from scancost.cli import inputs, running
from scancost.cli.guided import How, command
from scancost.engine.asking import Answers
from scancost.engine.estimate import Estimate
from scancost.files.whole import whole_file
from scancost.model.vocabulary import MODALITIES, OUTPATIENT_SITES
from scancost.problems import Problems
from scancost.show.ask import paragraph
from scancost.show.cells import AMBIGUOUS, cell_of, cell_of_problem
from scancost.show.plain import plain_lines
from scancost.show.terminal import draw
from scancost.show.view import Table, View
from scancost.words import Words

FILE_NAME = "scan-order"
OPEN = {"site": OUTPATIENT_SITES, "service": MODALITIES}
"""What an answer may depend on when it was not known, and all it may be."""


def show(answers: Answers, how: How, words: Words) -> int:
    """Print the answer and the command; the exit code."""
    try:
        found = _answered(answers, how, {})
    except Problems as problems:
        name = _open_field(answers, problems)
        if name is not None:
            return _by_choice(answers, how, name, words)
        for alone, other in _alone(answers, {}):
            if (part := _maybe_answered(alone, how)) is not None:
                return _one_bill(part, alone, other, how, words)
        return _no_answer(answers, how, problems, words)
    _print(found, how, words)
    order = _kept(answers, words) if answers.bills else None
    _again("again", [_command(answers, how, order)], words)
    return running.ANSWERED


def _print(found: Estimate, how: How, words: Words) -> None:
    estimating.show(
        found, words, as_json=False, explain=how.explain, plain=how.plain, html=how.html
    )


def _command(answers: Answers, how: How, order: str | None = None, **more: str) -> str:
    """The command of the answers; of those in an order file only what the file does not hold."""
    fields = {} if order else answers.fields
    return command({**answers.card, **fields, **more}, how, order)


def _answered(answers: Answers, how: How, more: dict[str, str]) -> Estimate:
    """The estimate of the answers. Raises Problems."""
    fields: dict[str, Any] = {**answers.fields, **more}
    lines = [inputs.Given(dict(bill)) for bill in answers.bills]
    card = inputs.Card(**answers.card)
    return estimating.answer_given(inputs.Given(fields, lines=lines), card, how.policies)


def _open_field(answers: Answers, problems: Problems) -> str | None:
    """The field whose answer was not known and that the problem is about."""
    ids = {problem.id for problem in problems.problems}
    if not ids & {*AMBIGUOUS, "service_missing"}:
        return None
    if "service" not in answers.fields:
        return "service"
    return "site" if "site" not in answers.fields else None


def _alone(answers: Answers, more: dict[str, str]) -> Iterator[tuple[Answers, Answers]]:
    """Each of two bills as answers of its own, and beside it the other."""
    each = [
        replace(answers, fields={**answers.fields, **more, **bill}, bills=[])
        for bill in answers.bills
    ]
    return zip(each, reversed(each), strict=True)


def _maybe_answered(answers: Answers, how: How) -> Estimate | None:
    try:
        return _answered(answers, how, {})
    except Problems:
        return None


def _one_bill(found: Estimate, alone: Answers, other: Answers, how: How, words: Words) -> int:
    """Of two bills the one that can be answered, and why the other cannot."""
    _print(found, how, words)
    values = {"part": other.fields["component"], "tier": other.fields["network"]}
    text = words.say("guided.other_bill", reason=_reason(other, how, words), **values)
    paragraph(text, running.console(), "bold", before=True)
    _again("again", [_command(alone, how)], words)
    return running.ANSWERED


def _reason(answers: Answers, how: How, words: Words) -> str:
    """Why these answers have no amount, in one sentence."""
    try:
        _answered(answers, how, {})
    except Problems as problems:
        return running.sentence_of(replace(problems.problems[0], at="", place=None), words)
    return ""


def _no_answer(answers: Answers, how: How, problems: Problems, words: Words) -> int:
    """What the policy does not say, as the command would say it."""
    console = running.console()
    is_open = any(problem.id in AMBIGUOUS for problem in problems.problems)
    paragraph(words.say("guided.no_answer_open" if is_open else "guided.no_answer"), console)
    for problem in problems.problems:
        paragraph(running.sentence_of(problem, words), console, indent=2)
    if not answers.bills:
        _again("again", [_command(answers, how)], words)
    return running.BAD_INPUT


def _by_choice(answers: Answers, how: How, name: str, words: Words) -> int:
    """A row, and a command, for each value that the open field may have."""
    rows, commands, title, whole = [], [], "", []
    for value in OPEN[name]:
        label = words.service(value) if name == "service" else words.name(name, value)
        try:
            found = _answered(answers, how, {name: value})
            said, title = cell_of(found, words), found.ready.policy.title
            whole.append(value)
        except Problems as problems:
            said = cell_of_problem(problems.problems[0], words)
            for alone, other in _alone(answers, {name: value}):
                if (part := _maybe_answered(alone, how)) is not None:
                    said, title = _cell_of_one(part, other, words), part.ready.policy.title
                    commands.append(_command(alone, how))
        rows.append((label[:1].upper() + label[1:], said))
    if not title:
        return _no_answer(answers, how, _problems_of(answers, how), words)
    view = _choices(answers, name, rows, title, words)
    if how.plain:
        for line in plain_lines(view, words):
            print(line)
    else:
        draw(view, running.console())
    order = _kept(answers, words) if answers.bills and whole else None
    commands = [*(_command(answers, how, order, **{name: each}) for each in whole), *commands]
    _again("again_choice", commands, words)
    return running.ANSWERED


def _cell_of_one(found: Estimate, other: Answers, words: Words) -> str:
    """The cell of two bills of which one has no amount."""
    values = {"part": other.fields["component"], "tier": other.fields["network"]}
    return words.say("cells.other_bill", said=cell_of(found, words), **values)


def _problems_of(answers: Answers, how: How) -> Problems:
    """Why there is no answer, whatever the open field is."""
    try:
        _answered(answers, how, {})
    except Problems as problems:
        return problems
    return Problems([])


def _choices(
    answers: Answers, name: str, rows: list[tuple[str, str]], title: str, words: Words
) -> View:
    """The rows side by side."""
    headings = (words.say(f"guided.heading_{name}"), words.say("estimate.you_pay"))
    table = Table(words.say("guided.section_by_choice"), headings, tuple(rows), (2, 5), True)
    service = words.service(answers.fields.get("service", ""))
    day = date.fromisoformat(answers.fields["service_date"])
    return View(
        words.say("estimate.subject_by_tier", service=service[:1].upper() + service[1:], day=day),
        title,
        words.say(f"guided.by_choice_{name}"),
        blocks=(table,),
        footer=(words.say("estimate.not_a_promise"),),
    )


def _again(id: str, commands: list[str], words: Words) -> None:
    """Each command on a line of its own, never folded: it is there to be copied."""
    paragraph(words.say(f"guided.{id}"), running.console(), "bold", before=True)
    for each in commands:
        print(each)


def _kept(answers: Answers, words: Words) -> str:
    """The name of the order file that holds two bills. Raises EOFError."""
    console = running.console()
    while True:
        usual = _first_free()
        paragraph(words.say("guided.ask_file", name=usual), console, "bold", before=True)
        path = Path(input(words.say("guided.prompt")).strip() or usual)
        if path.suffix not in (".yaml", ".yml"):
            path = path.with_name(f"{path.name}.yaml")
        if not path.exists():
            break
        paragraph(words.say("guided.file_there", name=path), console, "red")
    with whole_file(path) as file:
        file.write(_order_text(answers).encode())
    paragraph(words.say("guided.file_kept", name=path), console, "green")
    return str(path)


def _first_free() -> str:
    """The name to offer: that of no file there is."""
    numbers = itertools.count(2)
    name = f"{FILE_NAME}.yaml"
    while Path(name).exists():
        name = f"{FILE_NAME}-{next(numbers)}.yaml"
    return name


def _order_text(answers: Answers) -> str:
    """The order file: every value is a name of the contract, a date or an amount."""
    lines = [f"{name}: {value}" for name, value in answers.fields.items()]
    lines.append("lines:")
    for bill in answers.bills:
        said = [f"{name}: {value}" for name, value in bill.items()]
        lines += [f"  - {said[0]}", *(f"    {each}" for each in said[1:])]
    return "\n".join(lines) + "\n"
