"""Where policies are looked for, and reading one with a place for every mistake (SPEC 2 and 8)."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

import scancost
from scancost.files.strict_yaml import LARGEST, Node, read_node
from scancost.model.base import errors_of, nearest, problem_of
from scancost.model.policy import Policy, policy_id
from scancost.problems import Place, Problem, Problems, Wrong

CLAUSE_KEYS = ("services", "sites", "words", "page", "in_network", "out_of_network")
KEYS = {
    "benefits": (*CLAUSE_KEYS, "copay_on", "counts_toward_out_of_pocket"),
    "preauthorization": (*CLAUSE_KEYS, "purposes"),
    "preventive": ("guideline", "in_network", "out_of_network", "otherwise", "words", "page"),
    "benefit_year": ("from", "through"),
    "source": ("title", "href", "read", "status"),
    "limits": (
        *("deductible", "out_of_pocket_max", "also_counts_toward"),
        *("individual", "individual_in_family", "family", "family_rule"),
    ),
}


@cache
def shipped() -> Path:
    """The folder of policies inside the package, else (a checkout) beside it."""
    package = Path(scancost.__file__).resolve().parent
    inside = package / "policies"
    return inside if inside.is_dir() else package.parents[1] / "policies"


class Library(NamedTuple):
    """Folders of policies, the first that has a policy wins."""

    folders: tuple[Path, ...]

    def path(self, name: str) -> Path | None:
        """The file of a policy, or None; only a well-formed id reaches a path (raises Wrong)."""
        policy_id(name)
        paths = (folder / f"{name}.yaml" for folder in self.folders)
        return next((path for path in paths if path.is_file()), None)

    def names(self) -> list[str]:
        """Every policy's id, sorted, each once."""
        files = (path for folder in self.folders for path in sorted(folder.glob("*.yaml")))
        return sorted({path.stem for path in files})

    def near(self, name: str) -> str:
        """The one id a misspelt one is nearest to, or nothing."""
        return nearest(name, self.names())


def read_text(path: Path) -> bytes:
    """The bytes of a file, one more than allowed at most; OSError is the caller's to report."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def policy_of(node: Node, file: str, stem: str | None) -> Policy:
    """The policy in a node; raises Problems, each with its place."""
    if not isinstance(node.value, dict):
        raise Problems([Problem("policy_not_mapping", {}, node.place)])
    try:
        policy = Policy.model_validate(node.plain())
    except Wrong as wrong:
        raise Problems([wrong.problem.located(node.place)]) from None
    except ValidationError as error:
        raise Problems(_located(error, node)) from None
    if stem is not None and policy.policy != stem:
        place = node.find(("policy",)).place
        raise Problems([Problem("policy_not_stem", {"stem": stem}, place, "policy")])
    return policy


def _located(error: ValidationError, node: Node) -> list[Problem]:
    problems = []
    for each in errors_of(error):
        path = tuple(step for step in each["loc"] if step not in ("tiers", "Limit"))
        section = str(path[0]) if len(path) > 1 else ""
        problem = problem_of(each, KEYS.get(section, tuple(Policy.model_fields)))
        if problem.at != ".".join(str(step) for step in each["loc"]):
            path = (*path, problem.at)  # the mistake stands in one key of what was read
        found = node.find(path)
        at_key = problem.id == "key_unknown" and found.key_place is not None
        place = found.key_place if at_key else found.place
        problems.append(problem.located(place, ".".join(str(step) for step in path)))
    return sorted(problems, key=_where)


def _where(problem: Problem) -> tuple[int, int]:
    place = problem.place or Place("")
    return (place.line, place.column)


def place_in(node: Node, path: tuple[str | int, ...], problem: Problem) -> Problem:
    """A problem of a check, with the place its path leads to (and that of the clause it names)."""
    values = dict(problem.values)
    if isinstance(values.get("other"), tuple):
        values["other"] = node.find(values["other"]).place
    at = ".".join(str(step) for step in path)
    return Problem(problem.id, values).located(node.find(path).place, at)


def read_policy(path: Path) -> tuple[Policy, Node]:
    """A policy file's policy, and its node for the places of later checks. Raises Problems."""
    node = read_node(read_text(path), str(path))
    return policy_of(node, str(path), path.stem), node
