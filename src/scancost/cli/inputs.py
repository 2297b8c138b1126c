"""What a user gave, as an order and a policy: a YAML file, options that override it, or a card."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from scancost.cli.card import CARD_ID as CARD_ID
from scancost.cli.card import Card as Card
from scancost.cli.card import card_policy as card_policy
from scancost.cli.choices import told
from scancost.cli.given import Given as Given
from scancost.cli.given import override as override
from scancost.engine import shelf
from scancost.files.library import Library, read_text, shipped
from scancost.files.strict_yaml import Node, read_node
from scancost.model.base import errors_of, nearest, problem_of
from scancost.model.order import FIELDS, Order
from scancost.problems import Problem, Problems
from scancost.rules.findings import Finding
from scancost.rules.matching import match

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
    return told(problem, name, given.fields.get(name)).located(given.places.get(name), name)


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
        services = [f"service.{name}" for name in near]
        values = {"service": typed, "services": services, "near": ""}
        raise Problems([Problem(id, values, place, "service")])
    given.fields["service"] = found.name
    said = []
    if not found.is_exact:
        said.append(Finding("service_matched", {"typed": typed, "service": found.name}))
    code = found.name.split("-")[0].upper()
    if catalogue.is_unverified(code):
        said.append(Finding("code_unverified", {"code": code}))
    return tuple(said)
