"""What an audit finds of the small policy with something changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scancost.engine.audit import audited
from tests.shelf.program import SOUND, spoiled, written

DEDUCTIBLE = "deductible: {individual: 2000, family: 4000, family_rule: embedded}"
MAXIMUM = "out_of_pocket_max: {individual: 6000, family: 12000, family_rule: embedded}"


def found(folder: Path, text: str, today: date = date(2026, 11, 23)) -> list[tuple[str, str, bool]]:
    """The findings of a policy: id, path, is it an error."""
    answer = audited(written(folder, text), today)
    assert answer.problems == ()
    return [
        (flaw.id, ".".join(str(step) for step in flaw.path), flaw.is_error)
        for flaw, _ in answer.flaws
    ]


def with_limits(deductible: str, maximum: str, text: str = SOUND) -> str:
    """The small policy with other limits in network."""
    return spoiled(
        MAXIMUM,
        f"out_of_pocket_max: {maximum}",
        spoiled(DEDUCTIBLE, f"deductible: {deductible}", text),
    )
