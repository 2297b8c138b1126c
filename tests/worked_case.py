"""Worked cases: what a YAML file of tests/cases says, and what the program answers.

A case is a plan, what was met before, one order (or several, one after the other), and what a
billing manager works out by hand: the lines that matter, who pays what, and what is left after.
Read tests/cases/README.md for the words of the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from scancost.amounts import money_text
from scancost.engine import shelf
from scancost.engine.estimate import Line, estimate
from scancost.files.library import shipped
from scancost.files.strict_yaml import read_node
from scancost.kernel.walk import WORKSHEET_LINES
from scancost.model.order import Order
from scancost.model.vocabulary import MODALITIES, SITES
from scancost.problems import Problem, Problems
from scancost.rules.policies import ReadyPolicy
from tests.program import Row, csv_text, run_batch

FOLDER = Path(__file__).parent / "cases"
PARTS = (
    "copay",
    "deductible",
    "coinsurance",
    "penalty",
    "balance_bill",
    "not_covered",
    "provider_writeoff",
)
"""Amounts that a case leaves out because they are 0.00."""
WORDS = ("service", "tier", "protected", "status", "reasons", "needs")
"""Columns that hold no amount."""

FRAME: dict[str, Any] = {
    "policy": "case-plan",
    "title": "The plan of a worked case",
    "plan_type": "PPO",
    "market": "employer",
    "benefit_year": {"from": "2026-01-01", "through": "2026-12-31"},
    "source": {"title": "tests/cases", "status": "illustrative"},
    "preauthorization": "none",
    "balance_billing": "full",
}
"""What a plan has unless the case says otherwise."""

USUAL = {
    "policy": "case-plan",
    "service_date": "2026-06-01",
    "service": "mri_knee",
    "network": "in_network",
    "site": "freestanding",
}
"""What an order has unless the case says otherwise."""


@dataclass(frozen=True)
class Step:
    """One order of a case and what is expected of it; `refused` names the problem instead."""

    order: dict[str, str]
    answer: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    refused: str = ""


@dataclass(frozen=True)
class Case:
    """One worked case with its citation; `example` is the id of a published one."""

    name: str
    cites: str
    plan: dict[str, Any]
    steps: tuple[Step, ...]
    example: str = ""


STEP_KEYS = {"order", "answer", "lines", "after", "refused"}
CASE_KEYS = {"name", "cites", "why", "example", "plan", "before", "orders", *STEP_KEYS}


def read_file(path: Path) -> Any:
    """The plain value of a YAML file: text, lists, mappings."""
    return read_node(path.read_bytes(), path.name).plain()


def cases_of(path: Path) -> Iterator[Case]:
    """The cases of one file; `plan` at its top is what all of them share."""
    whole = read_file(path)
    assert set(whole) <= {"about", "plan", "cases", "not_enough"}, path
    for each in whole["cases"]:
        assert set(each) <= CASE_KEYS, (path, set(each) - CASE_KEYS)
        plan = {**whole.get("plan", {}), **each.get("plan", {})}
        steps = each.get("orders", [each])
        before = each.get("before", {})
        usual = {**USUAL, **({"policy": plan["shipped"]} if "shipped" in plan else {})}
        made = []
        for index, step in enumerate(steps):
            assert "orders" not in each or set(step) <= STEP_KEYS, (path, each["name"])
            order = {**usual, **(before if index == 0 else {}), **(step.get("order") or {})}
            made.append(_step(step, order))
        yield Case(each["name"], each["cites"], plan, tuple(made), each.get("example", ""))


def _step(step: dict[str, Any], order: dict[str, Any]) -> Step:
    order = {key: value for key, value in order.items() if value is not None}
    said = {key: step.get(key, {}) for key in ("answer", "lines", "after")}
    return Step(order, **said, refused=step.get("refused", ""))


def policy_fields(plan: dict[str, Any]) -> dict[str, Any]:
    """The policy file of a case: its own keys, and the short ones spelled out.

    `in_network`, `out_of_network` (and other tiers) are the phrases of one benefit for every scan
    at every site, `benefit` what else that clause says; `without_authorization` is one clause.
    """
    plan = dict(plan)
    tiers = list(dict.fromkeys(("in_network", "out_of_network", *plan["limits"])))
    phrases = {tier: plan.pop(tier) for tier in tiers if tier in plan}
    everything = {"services": list(MODALITIES), "sites": list(SITES)}
    fields = {**FRAME}
    if "benefits" not in plan:
        fields["benefits"] = [{**everything, **phrases, **plan.pop("benefit", {})}]
    if "without_authorization" in plan:
        fields["preauthorization"] = [{**everything, **plan.pop("without_authorization")}]
    return {**fields, **plan}


def write_policy(plan: dict[str, Any], folder: Path) -> Path:
    """The policy file of a case, written (JSON is YAML) or, for a shipped one, where it is."""
    if "shipped" in plan:
        return shipped() / f"{plan['shipped']}.yaml"
    path = folder / f"{FRAME['policy']}.yaml"
    path.write_text(json.dumps(policy_fields(plan), indent=1), "utf-8")
    return path


def one_answer(ready: ReadyPolicy, order: dict[str, str]) -> Line:
    """The single line of an estimate. Raises Problems."""
    found = estimate(ready, Order.model_validate(order))
    assert len(found.lines) == 1
    return found.lines[0]


def one_refusal(ready: ReadyPolicy, order: dict[str, str]) -> Problem:
    """The first problem of an order that cannot be answered."""
    try:
        one_answer(ready, order)
    except Problems as problems:
        return problems.problems[0]
    raise AssertionError("answered")


def columns_of(line: Line) -> Row:
    """A line as the columns of a batch: plain amounts, blank where there is none."""
    assert line.shown is not None
    amounts = {
        name: "" if cents is None else money_text(cents)
        for name, cents in line.shown._asdict().items()
    }
    return {
        **amounts,
        "tier": line.tier,
        "protected": str(line.decision.is_protected).lower(),
        "status": line.decision.status,
        "reasons": line.reasons,
        "service": line.decision.service,
    }


def worksheet_of(line: Line) -> dict[str, str]:
    """The worksheet by the names of its lines."""
    assert line.worksheet is not None
    amounts = zip(WORKSHEET_LINES, line.worksheet, strict=True)
    return {name: money_text(cents) for name, cents in amounts}


def plain_amount(text: str) -> str:
    """`440` or `6.1` of a case as the program writes it; a blank stays blank."""
    return f"{Decimal(text):.2f}" if text else ""


def expected_of(step: Step) -> dict[str, str]:
    """What the columns must be; the parts that a case does not name are 0.00."""
    assert {"patient_pays", "plan_pays"} <= set(step.answer), step
    parts = dict.fromkeys(PARTS, "0.00")
    said = {**step.answer, **step.after}
    for name in ("deductible_left", "out_of_pocket_left"):
        if said.get(name) == "no limit":
            said[name] = ""
    amounts = {name: text for name, text in said.items() if name not in WORDS}
    words = {name: text for name, text in said.items() if name in WORDS}
    return {**parts, **words, **{name: plain_amount(text) for name, text in amounts.items()}}


def in_batch(steps: tuple[Step, ...], policy: Path) -> tuple[list[Row], list[Row]]:
    """Results and rejects of the orders of a case as a batch of that one policy."""
    rows = [step.order for step in steps]
    fields = list(dict.fromkeys(name for row in rows for name in row))
    return run_batch(csv_text(rows, fields), policy.parent)


def ready_of(policy: Path) -> ReadyPolicy:
    """The policy of a file, checked and indexed."""
    return shelf.load(policy)
