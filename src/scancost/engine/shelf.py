"""The program's tables and the policies, loaded when they are needed and once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scancost.data.protection import Protection
from scancost.data.services import Catalogue
from scancost.files.library import Library, place_in, read_policy
from scancost.files.strict_yaml import Node
from scancost.files.tables import services, table
from scancost.model.policy import Policy
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.checks import check
from scancost.rules.limits import limits_rows, needs_aca_limit
from scancost.rules.policies import ReadyPolicy, Shelf, scopes_of

if TYPE_CHECKING:
    from scancost.data.guidelines import Guideline


class _Guidelines(dict[str, "Guideline"]):
    """Loads the guideline tables at the first question."""

    def __missing__(self, name: str) -> Guideline:
        from scancost.data.guidelines import GuidelinesTable  # only preventive orders need it

        self.update(table("guidelines", GuidelinesTable).guidelines)
        return self[name]


@cache
def shelf() -> Shelf:
    """The tables that deciding reads."""
    catalogue = Catalogue(services())
    return Shelf(catalogue, table("protection", Protection), _Guidelines())


def ready(policy: Policy, node: Node | None = None) -> ReadyPolicy:
    """A policy checked and indexed. Raises Problems, with places where a node is given."""
    tables = shelf()
    found = check(policy, tables.catalogue)
    if found:
        raise Problems([place_in(node, *each) if node else each[1] for each in found])
    aca = None
    if needs_aca_limit(policy):
        from scancost.data.limits import YearlyLimits  # only aggregate maxima need it

        try:
            year = table("limits", YearlyLimits).year(policy.benefit_year.from_.year)
        except Wrong as wrong:
            raise Problems([_at_year(wrong.problem, node)]) from None
        aca = year.aca_out_of_pocket_self_only
    scopes = scopes_of(policy, tables.catalogue)
    return ReadyPolicy(policy, tables, limits_rows(policy, aca), *scopes)


def _at_year(problem: Problem, node: Node | None) -> Problem:
    return place_in(node, ("benefit_year", "from"), problem) if node else problem


def load(path: Path) -> ReadyPolicy:
    """The policy of a file, ready. Raises Problems or OSError."""
    return ready(*read_policy(path))


def is_broken(problems: Problems) -> bool:
    """Whether a policy is there and cannot be used; not that there is none of that id."""
    first = problems.problems[0]
    return first.place is not None or first.id not in ("policy_missing", "policy_id")


def find(library: Library, name: str) -> ReadyPolicy:
    """The policy of that id. Raises Problems: no such policy, or everything wrong with it."""
    try:
        path = library.path(name)
    except Wrong as wrong:
        raise Problems([wrong.problem.located(None, "policy")]) from None
    if path is None:
        values = {"policy": name, "near": library.near(name)}
        raise Problems([Problem("policy_missing", values, at="policy")])
    return load(path)
