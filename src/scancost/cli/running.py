"""How every command runs: options to one call, its result to an exit code (SPEC 8).

0 answered · 1 some rows rejected · 2 usage · 3 bad policy or input · 4 I/O · 70 a bug ·
130 interrupted. No traceback reaches a user.
"""

from __future__ import annotations

import codecs
import functools
import io
import os
import sys
import unicodedata
from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, ParamSpec, TextIO

from scancost.cli import streams
from scancost.problems import HelperLost, Problem, Problems, Wrong
from scancost.words import Words

if TYPE_CHECKING:
    from scancost.show.view import View

P = ParamSpec("P")

ANSWERED, REJECTED, USAGE, BAD_INPUT, IO_TROUBLE, A_BUG, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130


_chosen: ContextVar[str | None] = ContextVar("language", default=None)
"""The language of --lang, for sentences said where the option is not at hand (errors)."""


PLAIN = {"·": "-", "•": "*", "–": "-", "“": '"', "”": '"', "’": "'", "…": "...", "¿": "", "¡": ""}


class Usage(Exception):
    """The options do not go together; the sentence says how to put it right."""


def trouble(text: str) -> None:
    """One line of trouble on standard error; what it quotes from outside cannot steer a terminal."""
    from scancost.show.clean import clean

    print(clean(text), file=sys.stderr)


def sentence_of(problem: Problem, words: Words, as_options: bool = False) -> str:
    """A problem in words, with its place; a field of the command line by its option."""
    values = dict(problem.values)
    near = values.get("near")
    values["hint"] = words.say("problems.near", near=near) if near else ""
    said = words.say(f"problems.{problem.id}", **values)
    if near and "{hint}" not in words.template(f"problems.{problem.id}"):
        said += values["hint"]
    at = problem.at.removeprefix("terms.")
    if problem.place is not None:
        place = f"{problem.place}: {at}" if at else str(problem.place)
        return words.say("problems.at", place=place, sentence=said)
    if at and as_options:
        return words.say("problems.at_field", field="--" + at.replace("_", "-"), sentence=said)
    return words.say("problems.at_field", field=at, sentence=said) if at else said


def answers(command: Callable[P, int | None]) -> Callable[P, None]:
    """A command whose problems, trouble and bugs become sentences and exit codes."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        chosen = kwargs.get("lang")
        _chosen.set(chosen if isinstance(chosen, str) else None)
        raise SystemExit(_code(lambda: command(*args, **kwargs)))

    return run


def _code(command: Callable[[], int | None]) -> int:
    _write_what_can_be_written()
    words = Words(language())
    try:
        _check_language(words)
        code = command() or ANSWERED
        sys.stdout.flush()
        return code
    except Problems as problems:
        words = _with_labels(words)
        for problem in problems.problems:
            trouble(sentence_of(problem, words, as_options=True))
        return BAD_INPUT
    except Wrong as wrong:
        trouble(sentence_of(wrong.problem, words, as_options=True))
        return BAD_INPUT
    except Usage as usage:
        trouble(str(usage))
        return USAGE
    except OSError as error:
        return _io_trouble(error, words)
    except HelperLost:
        trouble(words.say("problems.helper_lost"))
        return IO_TROUBLE
    except KeyboardInterrupt:
        trouble(words.say("problems.interrupted"))
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("SCANCOST_DEBUG"):
            raise
        trouble(words.say("problems.bug", kind=type(error).__name__, where=_where(error)))
        return A_BUG


def code_of(app: Callable[[], None]) -> int:
    """The exit code of the program, also where what it prints beside its commands (help, the version)
    cannot be written."""
    code: Any = ANSWERED
    try:
        try:
            app()
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
    except OSError as error:
        said = _io_trouble(error, Words(language()))
        code = said if code in (None, ANSWERED, REJECTED) else code
    return code or ANSWERED


def _io_trouble(error: OSError, words: Words) -> int:
    """Say what a file, or standard output, refused. A reader that has gone away needs no words."""
    name, reason = error.filename, error.strerror or ""
    if name == streams.STANDARD_OUTPUT or isinstance(error, BrokenPipeError):
        streams.drop()
        name = words.say("problems.standard_output")
    if isinstance(error, BrokenPipeError):
        return IO_TROUBLE
    folder = os.path.dirname(str(name or ""))
    if isinstance(error, FileNotFoundError) and folder and not os.path.isdir(folder):
        trouble(f"{folder}: {words.say('problems.folder_missing')}")
    elif isinstance(error, FileNotFoundError):
        trouble(f"{name}: {words.say('problems.file_missing')}")
    elif name:
        trouble(words.say("problems.io", name=name, reason=reason))
    else:
        trouble(words.say("problems.io_unnamed", reason=reason))
    return IO_TROUBLE


def _write_what_can_be_written() -> None:
    """Where a stream's encoding lacks a character, its plain letter or sign instead."""
    codecs.register_error("scancost", _plain_letters)
    for stream in (sys.stdout, sys.stderr):
        is_full = (stream.encoding or "").lower().startswith("utf")
        if isinstance(stream, io.TextIOWrapper) and not is_full:
            stream.reconfigure(errors="scancost")


def _plain_letters(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    said = ""
    for each in error.object[error.start : error.end]:
        letters = unicodedata.normalize("NFKD", PLAIN.get(each, each))
        plain = letters.encode("ascii", "ignore").decode()
        said += plain if plain or each in PLAIN else "?"
    return said, error.end


def _check_language(words: Words) -> None:
    """Raises Usage for a --lang the program does not speak."""
    from scancost.words import LANGUAGES

    chosen = _chosen.get()
    if chosen is not None and chosen[:2].lower() not in LANGUAGES:
        stop(words.say("problems.lang_unknown"))


def _with_labels(words: Words) -> Words:
    """The words with the labels of services, which errors about orders name."""
    from scancost.engine import shelf

    return Words(words.language, shelf.shelf().catalogue)


def _where(error: BaseException) -> str:
    """The module and line a bug was raised at; never a value."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def language(chosen: str | None = None) -> str:
    """The language to speak: chosen, else --lang, else that of the environment, else English."""
    from scancost.words import LANGUAGES

    names = ("SCANCOST_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
    said = (
        chosen
        or _chosen.get()
        or next((os.environ[name] for name in names if os.environ.get(name)), "en")
    )
    return said[:2].lower() if said[:2].lower() in LANGUAGES else "en"


def is_dialogue() -> bool:
    """Whether somebody can be asked: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def console() -> Any:
    """The console of standard output: colour only on a terminal, NO_COLOR honoured."""
    if not sys.stdout.isatty():
        from scancost.show.paper import Paper

        columns = os.environ.get("COLUMNS", "")
        return Paper(int(columns) if columns.isdecimal() and int(columns) else 80)
    from rich.console import Console

    return Console(
        force_terminal=True,
        no_color=bool(os.environ.get("NO_COLOR")),
        highlight=False,
        emoji=False,
        markup=False,
    )


def show(view: View, words: Words, *, plain: bool) -> None:
    """A whole answer on standard output: laid out, or one thing a line for screen readers."""
    if plain:
        from scancost.show.plain import plain_lines

        for line in plain_lines(view, words, "about"):
            print(line)
        return
    from scancost.show.terminal import draw

    draw(view, console())


def print_json(value: Any, to: TextIO | None = None) -> None:
    """One JSON document on standard output, or on another stream."""
    import json

    print(json.dumps(value, indent=2, ensure_ascii=False), file=to or sys.stdout)


def check_file(option: str, path: Path | None) -> None:
    """Raises Usage for a stream where only a file will do."""
    if str(path) == "-":
        stop(Words(language()).say("problems.wants_file", option=option))


def stop(sentence: str) -> NoReturn:
    """End as a usage error."""
    raise Usage(sentence)
