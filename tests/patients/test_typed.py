"""What people type, read as they mean it: answers of the guided questions, and a plan's own words."""

from __future__ import annotations

from typing import Any

import pytest

from scancost.cli.plan_words import as_phrase
from scancost.cli.reading_answers import Back, Unreadable, read_answer
from scancost.engine.asking import Question
from scancost.phrases import cost_share
from scancost.problems import Wrong
from tests.estimating import DAY, said, trouble


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("$50 copay/visit, deductible does not apply", "$50 copay per day, deductible waived"),
        ("$50 copay/visit; Deductible does not apply.", "$50 copay per day, deductible waived"),
        ("$20 Copay / scan, deductible waived", "$20 copay, deductible waived"),
        ("$20 copay/service after deductible", "$20 copay after deductible"),
        ("$20 copay/day before the deductible", "$20 copay per day before deductible"),
        ("$20 co-payment after deductible", "$20 copay after deductible"),
        ("20% coinsurance/visit after deductible", "20% coinsurance after deductible"),
        ("coseguro del 20% después del deducible", "20% coinsurance after deductible"),
        ("copago de $50 por día, sin aplicar el deducible", "$50 copay per day, deductible waived"),
        ("Sin cargo después del deducible", "no charge after deductible"),
        ("no cubierto", "not covered"),
    ],
)
def test_a_plans_words(typed: str, phrase: str) -> None:
    assert str(cost_share(as_phrase(typed) or "")) == phrase


def test_policy_files_stay_strict() -> None:
    with pytest.raises(Wrong):
        cost_share("$50 copay/visit, deductible does not apply")


def test_the_words_of_a_summary_at_the_command_line() -> None:
    card = ("--deductible", "1500", "--out-of-pocket-max", "6000", "--allowed", "500", *DAY)
    phrase = "$50 copay/visit; deductible does not apply"
    assert "you would pay $50.00." in said(*card, "--benefit", phrase)
    assert "does not say how the deductible applies" in trouble(
        *card, "--benefit", "$50 copay/visit"
    )


@pytest.mark.parametrize(
    ("typed", "reads", "meant"),
    [
        ("1,500 dollars", "money", "1500.00"),
        ("$1,500", "money", "1500.00"),
        ("1500 dólares", "limit", "1500.00"),
        ("20 percent", "rate", "20"),
        ("20 por ciento", "rate", "20"),
        ("20 %", "rate", "20"),
        ("none", "limit", "none"),
        ("none", "text", None),
        ("ninguno", "text", None),
        ("no", "money", None),
        ("idk", "choice", None),
        ("I don’t know.", "text", None),
        ("no estoy seguro", "money", None),
    ],
)
def test_an_answer(typed: str, reads: str, meant: Any) -> None:
    assert read_answer(typed, Question("any", reads)) == meant


def test_nothing_met_is_an_amount() -> None:
    assert read_answer("none", Question("deductible_met", "money")) == "0.00"


@pytest.mark.parametrize(
    ("typed", "day"),
    [("12/15/2026", "2026-12-15"), ("3/4/2026", "2026-03-04"), ("15/12/2026", "2026-12-15")],
)
def test_a_date_with_slashes_says_how_to_write_it(typed: str, day: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read_answer(typed, Question("service_date", "day"))
    assert wrong.value.problem is not None
    assert (wrong.value.problem.id, wrong.value.problem.values) == ("date_slashes", {"day": day})


def test_back_is_asked_for_by_a_sign() -> None:
    with pytest.raises(Back):
        read_answer("<", Question("service", "text"))
    assert read_answer("back", Question("service", "text")) == "back"  # a part of the body
