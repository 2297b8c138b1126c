"""Both engines on the same bytes: their files, their summaries and what they raise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from scancost.engine.batch import Options, Summary
from scancost.engine.reading import BrokenPolicy
from scancost.engine.run import Job, run
from scancost.files.library import Library, shipped
from scancost.problems import Problem, Problems


@dataclass(frozen=True)
class Came:
    """What came of a run."""

    results: bytes
    rejects: bytes
    balances: bytes
    summary: Summary | None
    problems: list[Problem]


def came(job: Job) -> Came:
    for name in (Path(job.output), job.rejects, job.balances_out):
        if name is not None:
            name.unlink(missing_ok=True)
    summary, problems = None, []
    try:
        summary = run(job).summary
    except Problems as raised:
        problems = raised.problems
    except BrokenPolicy as broken:
        problems = broken.problems

    def read(path: Path | None) -> bytes:
        return path.read_bytes() if path is not None and path.exists() else b""

    return Came(
        read(Path(job.output)), read(job.rejects), read(job.balances_out), summary, problems
    )


def job(folder: Path, data: bytes, policies: Path | None = None, **more: object) -> Job:
    orders = folder / "orders.csv"
    orders.write_bytes(data)
    options = Options(
        needs="; ".join,
        fault=lambda problem: f"{problem.id} {problem.at}",
        partitions=7,
        from_start_of_year=bool(more.pop("from_start_of_year", False)),
    )
    made = Job(
        str(orders),
        str(folder / "results.csv"),
        folder / "rejects.csv",
        Library((policies or shipped(),)),
        options,
    )
    return replace(made, **more)


def both(folder: Path, data: bytes, policies: Path | None = None, **more: object) -> Came:
    """What both engines come to, once it is seen to be the same."""
    made = job(folder, data, policies, **more)
    one = came(replace(made, engine="interpreted"))
    other = came(replace(made, engine="compiled"))
    assert other == one
    return one
