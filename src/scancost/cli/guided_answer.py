"""The end of the guided questions: the answer, or one for each place or kind of scan where that was
not known, and the command line that gives it again.
"""

from __future__ import annotations

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
from scancost.show.estimate import view
from scancost.show.plain import plain_lines
from scancost.show.terminal import draw
from scancost.show.view import Table, View
from scancost.words import Words

FILE_NAME = "scan-order.yaml"
OPEN = {"site": OUTPATIENT_SITES, "service": MODALITIES}
"""What an answer may depend on when it was not known, and all it may be."""


def show(answers: Answers, how: How, words: Words) -> int:
    """Print the answer and the command; the exit code."""
    try:
        found = _answered(answers, how, {})
    except Problems as problems:
        name = _open_field(answers, problems)
        if name is None:
            return _no_answer(answers, how, problems, words)
        return _by_choice(answers, how, name, words)
    estimating.show(
        found, words, as_json=False, explain=how.explain, plain=how.plain, html=how.html
    )
    order = _kept(answers, words) if answers.bills else None
    fields = {} if order else answers.fields
    _again("again", [command({**answers.card, **fields}, how, order)], words)
    return running.ANSWERED


def _answered(answers: Answers, how: How, more: dict[str, str]) -> Estimate:
    """The estimate of the answers. Raises Problems."""
    fields: dict[str, Any] = {**answers.fields, **more}
    lines = [inputs.Given(dict(bill)) for bill in answers.bills]
    card = inputs.Card(**answers.card)
    return estimating.answer_given(inputs.Given(fields, lines=lines), card, how.policies)


def _open_field(answers: Answers, problems: Problems) -> str | None:
    """The field whose answer was not known and that the problem is about."""
    ids = {problem.id for problem in problems.problems}
    if not ids & {"order_ambiguous", "service_missing"} or answers.bills:
        return None
    if "service" not in answers.fields:
        return "service"
    return "site" if "site" not in answers.fields else None


def _no_answer(answers: Answers, how: How, problems: Problems, words: Words) -> int:
    """What the policy does not say, as the command would say it."""
    console = running.console()
    paragraph(words.say("guided.no_answer"), console)
    for problem in problems.problems:
        paragraph(running.sentence_of(problem, words), console, indent=2)
    if not answers.bills:
        _again("again", [command({**answers.card, **answers.fields}, how)], words)
    return running.BAD_INPUT


def _by_choice(answers: Answers, how: How, name: str, words: Words) -> int:
    """A row, and a command, for each value that the open field may have."""
    rows, commands, found = [], [], None
    for value in OPEN[name]:
        label = words.service(value) if name == "service" else words.name(name, value)
        try:
            found = _answered(answers, how, {name: value})
            said = view(found, words, False).headline
            commands.append(command({**answers.card, **answers.fields, name: value}, how))
        except Problems as problems:
            said = running.sentence_of(problems.problems[0], words)
        rows.append((label[:1].upper() + label[1:], said))
    headings = (words.say(f"guided.heading_{name}"), words.say("estimate.you_pay"))
    table = Table(words.say("guided.section_by_choice"), headings, tuple(rows), (2, 5), True)
    service = words.service(answers.fields.get("service", ""))
    day = date.fromisoformat(answers.fields["service_date"])
    whole = View(
        words.say("estimate.subject_by_tier", service=service[:1].upper() + service[1:], day=day),
        found.ready.policy.title if found is not None else "",
        words.say(f"guided.by_choice_{name}"),
        blocks=(table,),
        footer=(words.say("estimate.not_a_promise"),),
    )
    if how.plain:
        for line in plain_lines(whole, words):
            print(line)
    else:
        draw(whole, running.console())
    if commands:
        _again("again_choice", commands, words)
    return running.ANSWERED if commands else running.BAD_INPUT


def _again(id: str, commands: list[str], words: Words) -> None:
    """Each command on a line of its own, never folded: it is there to be copied."""
    paragraph(words.say(f"guided.{id}"), running.console(), "bold", before=True)
    for each in commands:
        print(each)


def _kept(answers: Answers, words: Words) -> str:
    """The name of the order file that holds two bills. Raises EOFError."""
    console = running.console()
    while True:
        paragraph(words.say("guided.ask_file", name=FILE_NAME), console, "bold", before=True)
        path = Path(input(words.say("guided.prompt")).strip() or FILE_NAME)
        if path.suffix not in (".yaml", ".yml"):
            path = path.with_name(f"{path.name}.yaml")
        if not path.exists():
            break
        paragraph(words.say("guided.file_there", name=path), console, "red")
    with whole_file(path) as file:
        file.write(_order_text(answers).encode())
    paragraph(words.say("guided.file_kept", name=path), console, "green")
    return str(path)


def _order_text(answers: Answers) -> str:
    """The order file: every value is a name of the contract, a date or an amount."""
    lines = [f"{name}: {value}" for name, value in answers.fields.items()]
    lines.append("lines:")
    for bill in answers.bills:
        said = [f"{name}: {value}" for name, value in bill.items()]
        lines += [f"  - {said[0]}", *(f"    {each}" for each in said[1:])]
    return "\n".join(lines) + "\n"
