"""Every problem and every finding of policy files, each with its place. Beside rules/audit.py."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from scancost.data.guidelines import GuidelinesTable
from scancost.data.limits import YearlyLimits
from scancost.engine.shelf import shelf
from scancost.files.library import place_in, policy_of, read_text
from scancost.files.strict_yaml import Node, read_node
from scancost.files.tables import table
from scancost.model.policy import Policy
from scancost.problems import Place, Problem, Problems
from scancost.rules.audit import Flaw, Tables, audit
from scancost.rules.checks import check


@dataclass(frozen=True)
class Audited:
    """What is wrong with one file. `problems` keep it from being used; `flaws` do not, and each
    has its place."""

    path: Path
    policy: Policy | None = None
    problems: tuple[Problem, ...] = ()
    flaws: tuple[tuple[Flaw, Place], ...] = ()

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def is_broken(self) -> bool:
        """Whether no order can use it (engine/shelf.py refuses to load it)."""
        return bool(self.problems) or any(
            flaw.is_error and flaw.id == "year_not_in_tables" for flaw, _ in self.flaws
        )

    @property
    def errors(self) -> int:
        return len(self.problems) + sum(flaw.is_error for flaw, _ in self.flaws)

    @property
    def warnings(self) -> int:
        return sum(not flaw.is_error for flaw, _ in self.flaws)


@dataclass(frozen=True)
class Gathered:
    """The policy files under some paths; `skipped` looks like one but is not read as one."""

    files: tuple[Path, ...]
    skipped: tuple[Path, ...] = ()
    empty: tuple[Path, ...] = field(default=())


@cache
def tables() -> Tables:
    """The program's tables that an audit reads."""
    guidelines = table("guidelines", GuidelinesTable).guidelines
    return Tables(shelf().catalogue, table("limits", YearlyLimits), guidelines)


def gathered(paths: Iterable[Path]) -> Gathered:
    """The files of files and folders, each file once. Raises FileNotFoundError for what is not
    there."""
    files: dict[Path, Path] = {}
    skipped: list[Path] = []
    empty: list[Path] = []
    for path in paths:
        if path.is_file():
            files.setdefault(path.resolve(), path)
            continue
        inside = sorted(path.iterdir())  # raises where there is nothing
        there = [each for each in inside if each.suffix == ".yaml" and each.is_file()]
        skipped += [each for each in inside if each.suffix.lower() in (".yml", ".json")]
        skipped += [
            each for each in inside if each.suffix != ".yaml" and each.suffix.lower() == ".yaml"
        ]
        for each in there:
            files.setdefault(each.resolve(), each)
        if not there:
            empty.append(path)
    return Gathered(tuple(files.values()), tuple(skipped), tuple(empty))


def audited(path: Path, today: date) -> Audited:
    """Everything wrong with a policy file, as of `today`."""
    file = str(path)
    try:
        node = read_node(read_text(path), file)
    except OSError:
        return Audited(path, problems=(Problem("file_unreadable", {}, Place(file)),))
    except Problems as problems:
        return Audited(path, problems=tuple(problems.problems))
    named = _not_its_name(node, path)
    try:
        policy = policy_of(node, file, None)
    except Problems as problems:
        return Audited(path, problems=(*problems.problems, *named))
    problems_found = [place_in(node, *each) for each in check(policy, tables().catalogue)]
    flaws = audit(policy, tables(), today)
    placed = sorted(((flaw, node.find(flaw.path).place) for flaw in flaws), key=_where)
    return Audited(path, policy, (*named, *problems_found), tuple(placed))


def _where(placed: tuple[Flaw, Place]) -> tuple[int, int]:
    return placed[1].line, placed[1].column


def _not_its_name(node: Node, path: Path) -> list[Problem]:
    """The id must be the file's name, so that a policy is found by it."""
    if not isinstance(node.value, dict) or "policy" not in node.value:
        return []
    named = node.value["policy"]
    if named.value == path.stem:
        return []
    return [Problem("policy_not_stem", {"stem": path.stem}, named.place, "policy")]
