"""The worked cases of tests/cases, one order at a time and as a batch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.worked_case import (
    FOLDER,
    Case,
    cases_of,
    columns_of,
    expected_of,
    in_batch,
    one_answer,
    one_refusal,
    plain_amount,
    read_file,
    ready_of,
    worksheet_of,
    write_policy,
)


def _words(text: str) -> list[str]:
    return text.split()


PUBLISHED = _words("""
    opic-mri-a hcgov-coins-met hcgov-coins-unmet hcgov-copay-met hcgov-copay-unmet
    hcgov-balance sbc-oldtext-bb ct-oha-negotiated-cap medicare-approved sbc-healthfirst-mia
    sequoia-embedded-oopm lumity-gomez-embedded lumity-gomez-aggregate myussbenefits-embedded
    myussbenefits-aggregate meridian-2 meridian-4 meridian-7 meridian-refuse train-s1 train-s4
    train-s8 cob-leg-40 cob-leg-ded sarah-radiologist x12-70553-co45 calcsimpler-cap
    howmuch-mri-unmet howmuch-mri-met esmil penuw
""")
"""Every worked example of a public source that was collected."""

FILES = sorted(FOLDER.glob("*.yaml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case.name}") for path in FILES for case in cases_of(path)
]
ALONE = [each for each in CASES if len(each.values[0].steps) == 1]  # type: ignore[union-attr]


@pytest.mark.parametrize("case", ALONE)
def test_one_order(case: Case, tmp_path: Path) -> None:
    ready = ready_of(write_policy(case.plan, tmp_path))
    step = case.steps[0]
    if step.refused:
        assert one_refusal(ready, step.order).id == step.refused
        return
    line = one_answer(ready, step.order)
    lines, columns = worksheet_of(line), columns_of(line)
    assert {name: lines[name] for name in step.lines} == {
        name: plain_amount(text) for name, text in step.lines.items()
    }
    expected = expected_of(step)
    assert {name: columns[name] for name in expected} == expected


@pytest.mark.parametrize("case", CASES)
def test_as_a_batch(case: Case, tmp_path: Path) -> None:
    results, rejects = in_batch(case.steps, write_policy(case.plan, tmp_path))
    refused = {str(row): step.refused for row, step in enumerate(case.steps, 1) if step.refused}
    assert {row["row"]: row["problem"] for row in rejects} == refused
    answered = [step for step in case.steps if not step.refused]
    for step, columns in zip(answered, results, strict=True):
        expected = expected_of(step)
        assert {name: columns[name] for name in expected} == expected, step.order


def test_every_published_example_is_a_case_or_says_why_not() -> None:
    cases = [case.example for path in FILES for case in cases_of(path) if case.example]
    reasons = read_file(FOLDER / "published_examples.yaml")["not_enough"]
    assert all(len(reason) > 20 for reason in reasons.values())
    # of the refusals, two are cases and three cannot be: the example stands in both lists
    assert set(cases) | set(reasons) == set(PUBLISHED)


def test_each_case_has_a_name_of_its_own_and_a_citation() -> None:
    found = [(path.stem, case) for path in FILES for case in cases_of(path)]
    names = [(stem, case.name) for stem, case in found]
    assert len(names) == len(set(names))
    assert all(len(case.cites) > 5 for _, case in found)
