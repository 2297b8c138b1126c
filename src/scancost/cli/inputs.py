"""What a user gave, as an order and a policy: a YAML file, options that override it, or a card."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scancost.cli.given import Given as Given
from scancost.cli.given import override as override
from scancost.engine import shelf
from scancost.files.library import Library, read_text, shipped
from scancost.files.strict_yaml import Node, read_node
from scancost.model.base import errors_of, nearest, problem_of
from scancost.model.order import FIELDS, Order
from scancost.model.policy import Policy
from scancost.model.vocabulary import MODALITIES, SITES
from scancost.problems import Problem, Problems
from scancost.rules.findings import Finding
from scancost.rules.matching import match
from scancost.rules.policies import ReadyPolicy

CARD_ID = "your-plan"
SELECTORS = ("provider", "payer")
"""What an order file may say beside the fields of an order: whose price of a price book it takes."""
WHOLE = ("policy", "coverage", "member_id", "family_id", "order_id")
"""Fields that belong to the whole order, never to one of its bills."""


def library(folder: Path | None) -> Library:
    """Where policies are looked for, in their order (SPEC 8)."""
    named = [folder, os.environ.get("SCANCOST_POLICIES"), "policies"]
    folders = [Path(each) for each in named if each]
    return Library((*folders, shipped()))


def read_order(path: Path) -> Given:
    """The fields of a YAML order file. Raises Problems."""
    node = read_node(read_text(path), str(path))
    if not isinstance(node.value, dict):
        raise Problems([Problem("order_not_mapping", {}, node.place)])
    lines = node.value.pop("lines", None)
    given = fields_of(node, str(path))
    if lines is not None:
        given.lines = _lines_of(lines, str(path))
    return given


def _lines_of(node: Node, file: str) -> list[Given]:
    """What each bill under `lines:` says itself. Raises Problems."""
    items = node.value
    if not isinstance(items, list) or not items:
        raise Problems([Problem("lines_form", {}, node.place, "lines")])
    problems = []
    for item in items:
        if not isinstance(item.value, dict):
            problems.append(Problem("lines_form", {}, item.place, "lines"))
            continue
        whole = [(name, item.value[name]) for name in WHOLE if name in item.value]
        problems += [Problem("lines_whole", {"key": key}, each.key_place) for key, each in whole]
    if problems:
        raise Problems(problems)
    return [fields_of(item, file) for item in items]


def fields_of(node: Node, file: str) -> Given:
    """The fields of a mapping, each with its place. Raises Problems for unknown names."""
    assert isinstance(node.value, dict)
    given = Given(file=file)
    problems = []
    for name, value in node.value.items():
        if name not in FIELDS and name not in SELECTORS:
            values = {"key": name, "near": nearest(name, (*FIELDS, "lines"))}
            problems.append(Problem("key_unknown", values, value.key_place))
        plain = value.plain()
        if isinstance(plain, list) and name == "modifiers":
            plain = " ".join(str(each) for each in plain)
        if name in SELECTORS and not isinstance(plain, str | None):
            problems.append(Problem("value_not_text", {}, value.place, name))
        given.fields[name] = plain
        given.places[name] = value.place
    if problems:
        raise Problems(problems)
    return given


def order_of(given: Given) -> Order:
    """The order, or Problems with the place (or the option) of everything wrong with it."""
    try:
        fields = {name: value for name, value in given.fields.items() if name not in SELECTORS}
        return Order.model_validate(fields)
    except ValidationError as error:
        raise Problems([_placed(problem_of(each), given) for each in errors_of(error)]) from None


def _placed(problem: Problem, given: Given) -> Problem:
    name = problem.at.removeprefix("terms.").split(".")[0]
    return problem.located(given.places.get(name), name)


def placed(problems: Problems, given: Given) -> Problems:
    """Problems found after reading, with the places of the fields they are about."""
    return Problems(
        [
            _placed(each, given) if each.at and each.place is None else each
            for each in problems.problems
        ]
    )


def placed_bills(problems: Problems, bills: list[Given]) -> Problems:
    """As `placed`, where a problem may name its bill (`lines.1.network`)."""
    out: list[Problem] = []
    for each in problems.problems:
        bill, at = bills[0], each.at
        if at.startswith("lines.") and at.count("."):
            _, number, *rest = at.split(".")
            bill, at = bills[int(number)], ".".join(rest)
        found = placed(Problems([replace(each, at=at)]), bill).problems
        out += [one for one in found if one not in out]
    return Problems(out)


def resolve_service(given: Given) -> tuple[Finding, ...]:
    """Everyday words into a service; what should be said about it. Raises Problems: choices."""
    typed = given.fields.get("service")
    if not isinstance(typed, str) or not typed.strip():
        return ()
    catalogue = shelf.shelf().catalogue
    found = match(typed, catalogue)
    place = given.places.get("service")
    if found.name is None:
        near = found.choices
        id = "service_choose" if near else "service_unknown"
        values = {"service": typed, "services": list(near), "near": ""}
        raise Problems([Problem(id, values, place, "service")])
    given.fields["service"] = found.name
    said = []
    if not found.is_exact:
        said.append(Finding("service_matched", {"typed": typed, "service": found.name}))
    code = found.name.split("-")[0].upper()
    if catalogue.is_unverified(code):
        said.append(Finding("code_unverified", {"code": code}))
    return tuple(said)


@dataclass(frozen=True)
class Card:
    """A plan as it stands on the card and in the summary of benefits, in text."""

    deductible: str | None = None
    family_deductible: str | None = None
    out_of_pocket_max: str | None = None
    family_out_of_pocket_max: str | None = None
    family_rule: str = "embedded"
    benefit: str | None = None
    market: str | None = None

    @property
    def is_given(self) -> bool:
        amounts = (self.deductible, self.out_of_pocket_max, self.benefit)
        return any(each is not None for each in amounts)


def card_policy(card: Card, service_date: date, title: str) -> ReadyPolicy:
    """The policy a card describes: one benefit for every scan, in network. Raises Problems that
    name the option."""
    missing = [
        Problem("card_missing", {}, at=name)
        for name in ("deductible", "out_of_pocket_max", "benefit")
        if getattr(card, name) is None
    ]
    if missing:
        raise Problems(missing)
    try:
        return shelf.ready(Policy.model_validate(_card_fields(card, service_date, title)))
    except ValidationError as error:
        found = [problem_of(each) for each in errors_of(error)]
        raise Problems([_of_card(each) for each in found]) from None
    except Problems as problems:
        raise Problems([_of_card(each) for each in problems.problems]) from None


def _of_card(problem: Problem) -> Problem:
    """A problem of the made policy, by the option it came from."""
    for name in ("deductible", "out_of_pocket_max"):
        if name in problem.at:
            prefix = "family_" if "family" in problem.at.rsplit(".", 1)[-1] else ""
            return Problem(problem.id, problem.values, at=prefix + name)
    at = "market" if "market" in problem.at else "benefit"
    return Problem(problem.id, problem.values, at=at)


def _limit(individual: str | None, family: str | None, rule: str) -> Any:
    if individual is not None and individual.strip().lower() == "none":
        return "none"
    limit = {"individual": individual}
    if family is not None:
        limit |= {"family": family, "family_rule": rule}
    return limit


def _card_fields(card: Card, service_date: date, title: str) -> dict[str, Any]:
    rule = card.family_rule
    unsaid = {"in_network": "not stated", "out_of_network": "not stated"}
    inside = {"in_network": card.benefit, "out_of_network": "not stated"}
    return {
        "policy": CARD_ID,
        "title": title,
        "plan_type": "PPO",
        "market": card.market or "employer",
        "benefit_year": {
            "from": f"{service_date.year}-01-01",
            "through": f"{service_date.year}-12-31",
        },
        "source": {"title": "the card", "status": "illustrative"},
        "limits": {
            "in_network": {
                "deductible": _limit(card.deductible, card.family_deductible, rule),
                "out_of_pocket_max": _limit(
                    card.out_of_pocket_max, card.family_out_of_pocket_max, rule
                ),
            }
        },
        "benefits": [{"services": list(MODALITIES), "sites": list(SITES), **inside}],
        "preventive": {
            "guideline": "aca",
            **unsaid,
            "in_network": "no charge",
            "otherwise": "diagnostic",
        },
        "balance_billing": "full",
    }
