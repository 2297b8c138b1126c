"""The guided questions where much is not known, or two bills come: every cell has an amount or says in
a few words why there is none, and the other bill is answered."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.patients.dialogue import Dialogue, command_in
from tests.patients.test_guided import again, folded

DAY = "2026-12-15"
CARD = (DAY, "", "1500", "6000", "2", "20", "1", "1")
"""A card: deductible, maximum, 20% after the deductible, an employer plan."""


def talk_to_the_end(tmp_path: Path, *answers: str, unsure: int = 0, **how: str) -> str:
    """All that is said after "Your answer" (or its Spanish), the rest of the questions not known."""
    talk = Dialogue("estimate", cwd=tmp_path, **how)
    talk.answer(*answers, *[""] * unsure)
    talk.finish()
    assert talk.code == 0, talk.said
    return talk.said


def test_a_kind_of_scan_has_amounts_for_each_side_of_the_network(tmp_path: Path) -> None:
    said = talk_to_the_end(tmp_path, DAY, "ambetter everyday", "1", unsure=6)
    answer = folded(said[said.index("Your answer") :])
    # 30% of the price, the maximum is $7,250; nothing is covered out of network
    assert (
        "MRI in network: $30.00 of each $100, at most $7,250.00 in all; out of network:" in answer
    )
    assert "out of network: the provider's whole price (not covered)" in answer
    assert "depends on the kind of scan; see the table." in answer
    assert "depends on the provider's network:" not in answer


def test_a_ct_for_an_unknown_reason_is_diagnostic_and_names_the_screenings(tmp_path: Path) -> None:
    plan = (DAY, "covered california silver", "1", "1", "cat scan")
    said = folded(talk_to_the_end(tmp_path, *plan, unsure=4))
    assert "such as Low-dose CT to screen for lung cancer or Screening CT of the colon" in said
    assert "at most the $325.00 copay" in said
    assert "Covered California Silver 70" in said.partition("Your answer")[2]
    assert "treats the possible scans" not in said


def test_a_ct_as_a_routine_check_asks_which(tmp_path: Path) -> None:
    plan = (DAY, "covered california silver", "1", "1", "cat scan", "3")
    said = folded(talk_to_the_end(tmp_path, *plan, "1", unsure=6))
    assert "Which routine check is it? 1. Low-dose CT to screen for lung cancer" in said
    assert "--service ct_lung_screening --purpose preventive" in said


def test_what_no_rule_names_is_not_called_preventive_first(tmp_path: Path) -> None:
    plan = (DAY, "example ppo plan year", "1", "1", "chest x-ray", "3")
    said = folded(talk_to_the_end(tmp_path, *plan, "1", "1", "1", "", "", ""))
    assert "No preventive rule of this plan names this scan" in said
    assert "may count as preventive" not in said


def test_the_bill_that_can_be_answered_is(tmp_path: Path) -> None:
    scan = ("knee mri", "1", "1", "1", "2")
    said = talk_to_the_end(tmp_path, *CARD, *scan, "900", "150", "600", "0", "0")
    # all of the 900 falls under the deductible of 1,500
    assert "For this bill you would pay $900.00." in said
    text = folded(said)
    assert "The other bill (the reading, out of network) is not known: your card tells only" in text
    assert "“Out-of-Network Provider (You will pay the most)”" in text
    assert "your-plan" not in said
    code, answer = again(command_in(said), tmp_path)
    assert code == 0
    assert "$900.00" in answer


def test_two_bills_at_a_place_not_known(tmp_path: Path) -> None:
    scan = ("knee mri", "1", "", "1", "2")
    said = talk_to_the_end(tmp_path, *CARD, *scan, "900", "150", "600", "0", "0", "")
    text = folded(said)
    assert "$900.00; the reading out of network is not known" in text
    # in a hospital the reading is protected: 900 and 150 under the deductible
    assert "A hospital outpatient $1,050.00 department" in text
    commands = [line for line in said.splitlines() if line.startswith("scancost estimate")]
    assert len(commands) == 5
    for command in commands:
        assert again(command, tmp_path)[0] == 0


def test_the_name_that_is_offered_is_free(tmp_path: Path) -> None:
    (tmp_path / "scan-order.yaml").write_text("another's")
    (tmp_path / "scan-order-2.yaml").write_text("another's")
    plan = ("2026-06-01", "example ppo plan year", "1", "1", "knee mri", "1", "1", "1", "2")
    said = talk_to_the_end(tmp_path, *plan, "900", "150", "600", "1500", "2000", "4", "")
    assert "Your answers are in scan-order-3.yaml." in said
    assert (tmp_path / "scan-order.yaml").read_text() == "another's"


def test_a_code_of_several_scans_is_named(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer("2026-06-01", "example ppo plan year", "1", "1", "73721", "1")
    assert "Good: MRI of the hip, knee or ankle (73721)." in asked[5]
    talk.interrupt()
    talk.finish()


def test_one_question_back(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer("<", "2026-06-01", "", "<", "<", "2026-07-01", "<", "2026-06-01")
    assert "When is the scan?" in asked[1]  # nothing stands before the first
    for at, words in ((3, "What is the deductible"), (4, "Which plan"), (5, "When is the scan?")):
        assert words in asked[at]
    assert "Which plan" in asked[6]
    assert "When is the scan?" in asked[7]
    assert "Which plan" in talk.wait_prompt()
    time.sleep(0.3)
    talk.type("\x03")
    talk.finish()


def test_impossible_amounts_are_asked_again(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    card = ("2026-06-01", "", "1500", "1000", "6000", "2", "20", "1", "4", "knee mri", "1", "1")
    asked = talk.answer(*card, "1", "1", "500", "9000", "100", "7000", "200")
    assert "cannot be below it ($1,500.00)" in folded(asked[4])
    assert "more than the whole limit, which is $1,500.00" in folded(asked[16])
    assert "more than the whole limit, which is $6,000.00" in folded(asked[18])
    # 1,400 of the deductible are left: all of the 500
    assert "you would pay $500.00." in talk.finish()


@pytest.mark.parametrize("typed", ["2", "blood test", "I don’t know"])
def test_what_is_no_scan_is_not_taken_for_one(typed: str, tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer("2026-06-01", "example ppo plan year", "1", "1", typed, "")
    assert "Good:" not in asked[5]
    talk.interrupt()
    talk.finish()


def test_the_words_of_the_spanish_answer_can_be_typed(tmp_path: Path) -> None:
    phrase = "coseguro del 20% después del deducible"
    card = ("2026-06-01", "", "1500", "6000", "4", phrase, "1", "resonancia de rodilla", "1", "1")
    said = talk_to_the_end(tmp_path, *card, "1", "1", "1250", "1500", "1500", LC_ALL="es_US.UTF-8")
    # the deductible is met: 20% of 1,250
    assert "usted pagaría $250.00." in said
