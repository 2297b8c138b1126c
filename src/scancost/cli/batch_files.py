"""The files of a batch: which names will do, and which of them must differ. Raises Usage."""

from __future__ import annotations

import os
from pathlib import Path

from scancost.cli import running
from scancost.engine.run import Job
from scancost.files import packed
from scancost.files.sources import STREAM, is_read_once
from scancost.words import Words

TABLES = (".csv", ".xlsx", ".parquet")  # results that can be read again
MAY_BE_ONE = {"--balances", "--balances-out"}  # what was met goes on in the same file


def rejects_beside(output: str, words: Words) -> Path:
    """Where the rejected rows go if nobody says: beside the results, under their name."""
    path = Path(output)
    if output == STREAM:
        running.stop(words.say("batch.rejects_required"))
    if not path.name:  # nothing, or a folder
        running.stop(words.say("batch.wants_file", option="--output"))
    stem = path.stem if path.suffix in TABLES else path.name
    return path.with_name(f"{stem}.rejects.csv")


def check_files(job: Job, words: Words, listed: Path | None = None) -> None:
    """The files of a job and its worklist go together."""
    written = {
        "--rejects": job.rejects,
        "--balances-out": job.balances_out,
        "--worklist": listed,
    }
    if job.output.endswith(packed.ENDINGS):
        running.stop(words.say("batch.output_packed"))
    if listed is not None and not is_table(job.output):
        running.stop(words.say("batch.worklist_output"))
    _as_csv(written, words)
    names = {
        words.say("batch.the_orders"): job.orders,
        "--balances": str(job.balances or ""),
        "--output": job.output,
        **{option: str(name or "") for option, name in written.items()},
    }
    _distinct(names, words)


def check_streams(
    orders: str, balances: Path | None, written: dict[str, Path | None], words: Words
) -> None:
    """Standard input is one thing, and standard output where only results can go."""
    for option, name in written.items():
        if str(name) == STREAM:
            running.stop(words.say("batch.wants_file", option=option))
    if orders == STREAM == str(balances):
        running.stop(words.say("batch.one_input"))


def is_table(output: str) -> bool:
    """Whether results of that name can be read again once they are written."""
    return output.endswith(TABLES) and not is_read_once(output)


def _as_csv(written: dict[str, Path | None], words: Words) -> None:
    """What is written as CSV has no name that says something else."""
    for name in written.values():
        if name is not None and name.suffix in (*packed.ENDINGS, *TABLES[1:]):
            running.stop(words.say("batch.only_csv", name=name))


def _distinct(names: dict[str, str], words: Words) -> None:
    """No file is two things."""
    seen: dict[str, list[str]] = {}
    for what, name in names.items():
        if not name or name == STREAM:
            continue
        others = seen.setdefault(os.path.realpath(name), [])
        for other in others:
            if {other, what} != MAY_BE_ONE:
                running.stop(words.say("batch.same_file", one=other, other=what, path=name))
        others.append(what)
