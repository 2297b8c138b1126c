"""`scancost batch`: a file of orders to a file of results, reconciled, restartable."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from scancost.amounts import dollars
from scancost.cli import inputs, running
from scancost.cli.batch_files import check_files, check_streams, is_table, rejects_beside
from scancost.cli.batch_summary import print_values, summarise
from scancost.cli.headings import renames_of
from scancost.engine.batch import Options, Progress, Summary, partitions_for
from scancost.engine.columns import is_installed
from scancost.engine.reading import BrokenPolicy
from scancost.engine.run import Done, Job, run
from scancost.engine.shelf import find, shelf
from scancost.engine.worklist import Waiting, Worklist, lines, worklist
from scancost.files.csv_rows import open_sheet
from scancost.files.interrupts import heed
from scancost.files.sources import STREAM, opened, size_of
from scancost.files.whole import whole_file
from scancost.problems import Problem
from scancost.rules.policies import ReadyPolicy
from scancost.words import Words


def job_of(
    orders: str,
    output: str,
    rejects: Path | None,
    folder: Path | None,
    balances: Path | None,
    balances_out: Path | None,
    renames: list[str],
    from_start_of_year: bool,
    words: Words,
) -> Job:
    """What to do, from the options; raises Usage where they do not go together."""
    written = {"--rejects": rejects, "--balances-out": balances_out}
    check_streams(orders, balances, written, words)
    options = Options(
        needs=_needs(words),
        fault=lambda problem: fault(problem, words),
        from_start_of_year=from_start_of_year,
        partitions=partitions_for(size_of(orders)),
        progress=_progress(orders, words),
    )
    job = Job(
        orders,
        output,
        rejects_beside(output, words) if rejects is None else rejects,
        inputs.library(folder),
        options,
        balances,
        balances_out,
        renames_of(renames, words),
    )
    check_files(job, words)
    return job


def by_engine(job: Job, engine: str, memory: str | None, words: Words) -> Job:
    """The job by the engine and in the memory that were asked for. Raises Usage."""
    if engine not in ENGINES:
        running.stop(words.say("batch.engine_unknown"))
    if engine == "compiled" and not is_installed():
        running.stop(words.say("batch.engine_missing"))
    return replace(job, engine=engine, memory=_bytes(memory, job.least_memory(), words))


def _bytes(memory: str | None, least: int, words: Words) -> int | None:
    """The bytes of `400MB` or `2GB`."""
    if memory is None:
        return None
    found = _MEMORY.fullmatch(memory.strip().upper())
    if found is None:
        running.stop(words.say("batch.memory_form"))
    size = int(found[1]) * UNITS[found[2]]
    if size < least:
        running.stop(words.say("batch.memory_least", least=least // UNITS["M"]))
    return size


ENGINES = ("auto", "interpreted", "compiled")
UNITS = {"M": 1_000_000, "G": 1_000_000_000}
_MEMORY = re.compile(r"([0-9]{1,6})\s*([MG])I?B?", re.ASCII)


def _needs(words: Words) -> Callable[[tuple[str, ...]], str]:
    def said(needs: tuple[str, ...]) -> str:
        return words.say("needs.join").join(words.say(f"needs.{need}") for need in needs)

    return said


def fault(problem: Problem, words: Words) -> str:
    """A problem of a row in words, without the place (the reject file has the row)."""
    return running.sentence_of(Problem(problem.id, problem.values, at=problem.at), words)


def _progress(orders: str, words: Words) -> Progress | None:
    """The stage, its rows, rows a second and the time it has left, on a terminal only."""
    if not sys.stderr.isatty():
        return None
    size = size_of(orders)
    last = time.monotonic()
    started: dict[str, float] = {}  # by stage: when the one before said its last

    def show(stage: str, rows: int, position: int | None, of: int | None) -> None:
        nonlocal last
        seconds = max(time.monotonic() - started.setdefault(stage, last), 1e-9)
        last = time.monotonic()
        whole = size if of is None else of
        left = ""
        if whole and position and seconds >= LEAST_SECONDS:
            remaining = int(seconds * max(whole - position, 0) / position)
            clock = f"{remaining // 60}:{remaining % 60:02d}"
            left = words.say("batch.progress_left", time=clock)
        speed = f"{int(rows / seconds):,}" if seconds >= LEAST_SECONDS else "..."
        stage_said = words.say(f"batch.stage_{stage}")
        said = words.say(
            "batch.progress", stage=stage_said, rows=f"{rows:,}", speed=speed, left=left
        )
        print(f"\r{said:<{PROGRESS_WIDTH}}", end="", file=sys.stderr, flush=True)

    return show


PROGRESS_WIDTH = 74
LEAST_SECONDS = 0.2  # of a stage before its speed is told


def main(job: Job, words: Words, listed: Path | None = None, as_json: bool = False) -> int:
    """Run a job; the exit code says whether rows were rejected or a policy is broken.

    The orders that need an authorization are listed at the end, and all of them go to `listed`.
    """
    if listed is not None:
        check_streams(job.orders, None, {"--worklist": listed}, words)
        check_files(job, words, listed)
    heed()
    try:
        done = run(job)
    except BrokenPolicy as broken:
        for problem in broken.problems:
            running.trouble(running.sentence_of(problem, words))
        return running.BAD_INPUT
    finally:
        if job.options.progress is not None:
            print("\r" + " " * PROGRESS_WIDTH + "\r", end="", file=sys.stderr)
    try:
        _report(done, job, words, listed, as_json)
    except KeyboardInterrupt:
        running.trouble(words.say("batch.interrupted_late"))
        return running.INTERRUPTED
    return running.REJECTED if done.summary.rejected else running.ANSWERED


def _report(done: Done, job: Job, words: Words, listed: Path | None, as_json: bool) -> None:
    """The summary, and the orders that need an authorization."""
    if done.unknown_columns and not (as_json and job.output == STREAM):  # it stands in the JSON
        columns = ", ".join(done.unknown_columns)
        running.trouble(words.say("batch.unknown_columns", columns=columns))
    waits = bool(done.summary.to_authorize)
    if as_json:
        if listed is not None:
            _write_waiting(_waiting_orders(job) if waits else [], listed)
        print_values(done, job, listed)
        return
    summarise(done.summary, job, words)
    if waits and is_table(job.output):
        _list_waiting(job, done.summary, words, listed)
    elif listed is not None:
        _write_waiting([], listed)
        running.trouble(words.say("batch.worklist_none", path=listed))


def _waiting_orders(job: Job) -> Worklist:
    """The orders of the results that need an authorization, by the latest date to ask."""

    def policy(name: str) -> ReadyPolicy:
        if name not in known:
            known[name] = find(job.library, name)
        return known[name]

    known: dict[str, ReadyPolicy] = {}
    with opened(job.output) as file:
        return worklist(open_sheet(file, job.output, {}), policy)


def _write_waiting(waiting: Iterable[Waiting], listed: Path) -> None:
    with whole_file(listed) as out:
        for text in lines(waiting):
            out.write(text.encode())


def _list_waiting(job: Job, summary: Summary, words: Words, listed: Path | None) -> None:
    """The first orders that need an authorization; all of them in a file where one is asked for."""
    if listed is None and summary.read > MOST_TO_LIST:
        running.trouble(words.say("batch.worklist_hint"))
        return
    waiting = _waiting_orders(job)
    running.trouble(words.say("batch.worklist"))
    for each in islice(waiting, FIRST):
        running.trouble("  " + _waiting(each, words))
    if listed is None:
        if len(waiting) > FIRST:
            running.trouble(words.say("batch.worklist_more", more=len(waiting) - FIRST))
        return
    _write_waiting(waiting, listed)
    running.trouble(words.say("batch.worklist_at", path=listed))


def _waiting(each: Waiting, words: Words) -> str:
    """One line of the list; the row and the order's own name, never the member."""
    row, order_id, _, policy, _, service, *_ = each.cells
    id = "batch.waiting" if each.ask_by else "batch.waiting_no_clock"
    stake = dollars(each.at_stake)
    return words.say(
        id, day=each.ask_by, row=row, order=order_id, service=service, policy=policy, stake=stake
    )


MOST_TO_LIST = 100_000  # rows; a longer file is not read again unless a worklist is asked for
FIRST = 10


def words_of() -> Words:
    """The words a batch speaks: English, whoever runs it, so that its columns are the same."""
    return Words("en", shelf().catalogue)
