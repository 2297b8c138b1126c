"""`scancost estimate` with nothing given asks: driven behind a pseudo-terminal, in both languages."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.patients.dialogue import ROOT, Dialogue, command_in

ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))},
    "PYTHONPATH": str(ROOT / "src"),
    "PYTHONUTF8": "1",
    "COLUMNS": "100",
}
KNEE = ("2026-06-01", "example ppo plan year", "1", "1", "knee mri", "1", "1", "1", "1")
"""The day, the plan (the first that fits), alone, the scan, a symptom, an imaging center, and both
the place and the reader in network."""


def again(command: str, cwd: Path) -> tuple[int, str]:
    """What the shown command line says, off a terminal."""
    words = shlex.split(command)
    assert words[0] == "scancost"
    done = subprocess.run(
        [sys.executable, "-m", *words],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode, done.stdout


def folded(text: str) -> str:
    return " ".join(text.split())


def same_answer(said: str, tmp_path: Path) -> str:
    """The command at the end gives what stands above it; the command."""
    command = command_in(said)
    code, answer = again(command, tmp_path)
    assert code == 0
    assert "--service-date 2026-06-01" in command or ".yaml" in command
    assert folded(answer) in folded(said)
    return command


def test_a_whole_conversation_in_english(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer(*KNEE, "1250", "800", "950", "4")
    said = talk.finish()
    assert talk.code == 0
    for number, words in enumerate(
        (
            *("When is the scan?", "Which plan do you have?", "Which of these is it?"),
            *("only you, or your family", "Which scan is it?", "Why is the scan done?"),
            *("Where is the scan done?", "in your plan's network?", "the radiologist"),
            *("the allowed amount", "How much of your deductible", "out-of-pocket maximum"),
            "Has the plan approved the scan",
        )
    ):
        assert words in asked[number]
    assert "So it counts as diagnostic" in asked[6]
    # 1,500 - 800 = 700; 20% of (1,250 - 700) = 110; 700 + 110 = 810
    assert "For this bill you would pay $810.00." in said
    command = same_answer(said, tmp_path)
    assert "--policy example-ppo-2026" in command
    assert "--deductible-met 800.00" in command


def test_a_whole_conversation_in_spanish(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path, LC_ALL="es_MX.UTF-8")
    answers = ("2026-06-01", "example ppo plan year", "1", "1", "resonancia de rodilla")
    asked = talk.answer(*answers, "1", "1", "1", "1", "1250", "800", "950", "4")
    said = talk.finish()
    assert talk.code == 0
    assert "¿Qué plan tiene usted?" in asked[1]
    assert "Bien: Resonancia magnética de la rodilla." in asked[5]
    assert "Entonces cuenta como de diagnóstico" in asked[6]
    assert "Por esta factura usted pagaría $810.00." in said
    command = command_in(said)
    code, answer = again(f"{command} --lang es", tmp_path)
    assert code == 0
    assert folded(answer) in folded(said)


def test_the_option_chooses_the_language_and_stands_in_the_command(tmp_path: Path) -> None:
    talk = Dialogue("estimate", "--lang", "es", cwd=tmp_path)
    talk.answer(*KNEE, "", "", "", "")
    command = same_answer(talk.finish(), tmp_path)
    assert command.endswith("--lang es")


def test_what_is_not_known_leads_to_a_range(tmp_path: Path) -> None:
    """The price is known, the balances are not: from nothing of the deductible met to all of it."""
    talk = Dialogue("estimate", cwd=tmp_path)
    talk.answer(*KNEE, "1250", "?", "", "5")
    said = talk.finish()
    # met: 20% of 1,250 = 250; not met: all of 1,250 falls under the 1,500
    assert "between $250.00 and $1,250.00" in said
    same_answer(said, tmp_path)


@pytest.mark.parametrize("unsure", ["", "?", "I don't know"])
def test_nothing_known_at_all_is_still_answered(unsure: str, tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    # the day is given so that the year's limits are known: 2026
    talk.answer("2026-06-01", *[unsure] * 11)
    said = talk.finish()
    assert talk.code == 0
    # the federal limit of 2026 for one person
    assert "from nothing to the whole price, at most $10,600.00" in folded(said)
    assert "--benefit unknown" in same_answer(said, tmp_path)


def test_the_card_with_help_on_the_deductible(tmp_path: Path) -> None:
    """20% with bare words: asked how the deductible applies; not known leads to both."""
    talk = Dialogue("estimate", cwd=tmp_path)
    answers = (
        "2026-06-01",
        "",
        "1500",
        "6000",
        "2",
        "20%",
        "2",
        "1",
        "knee mri",
        "1",
        "1",
        "1",
        "1",
    )
    asked = talk.answer(*answers, "1250", "0", "0")
    said = talk.finish()
    assert "How does the deductible go with it?" in asked[6]
    assert "“after deductible”" in folded(asked[6])
    # waived: 20% of 1,250
    assert "you would pay $250.00." in said
    assert "--benefit '20% coinsurance, deductible waived'" in same_answer(said, tmp_path)

    talk = Dialogue("estimate", cwd=tmp_path)
    answers = ("2026-06-01", "", "1500", "6000", "2", "20", "", "1", "knee mri", "1", "1", "1", "1")
    talk.answer(*answers, "1250", "0")
    assert "between $250.00 and $1,250.00" in talk.finish()


def test_the_plans_own_words_can_be_typed(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    words = "$100 copay after deductible, then 10% coinsurance after deductible"
    card = ("2026-06-01", "", "none", "6000", "4", "some of it", words, "1")
    asked = talk.answer(*card, "knee mri", "1", "1", "1", "1", "1100", "0")
    said = talk.finish()
    assert "That did not work" in asked[6]
    # no deductible: 100, then 10% of 1,000 = 100
    assert "you would pay $200.00." in said
    same_answer(said, tmp_path)


def test_wrong_input_says_what_to_write_and_asks_again(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer(
        "tomorrow", "2026-02-30", "2026-06-01", "no such plan", "example ppo plan year"
    )
    assert "Write year-month-day, like 2026-06-01" in asked[1]
    assert "is not a day of the calendar" in asked[2]
    assert "No plan on June 1, 2026 has these words" in folded(asked[4])
    asked = talk.answer("99", "1", "1", "xyzzy", "knee mri", "1", "1", "1", "1", "12.345", "1250")
    assert "Write a number from 1 to" in asked[1]
    assert "Try other words for “xyzzy”" in asked[4]
    assert "at most two decimals" in asked[10]
    talk.interrupt()
    talk.finish()


def test_several_scans_are_choices(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    asked = talk.answer("2026-06-01", "example ppo plan year", "1", "1", "mri of the xyz knee", "1")
    assert "1. MRI of the knee" in asked[5]
    assert "None of these" in asked[5]
    assert "Good: MRI of the knee." in talk.wait_prompt()
    time.sleep(0.3)
    talk.type("\x03")
    talk.finish()


def test_a_screening_asks_what_the_rule_asks(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    plan = ("2026-06-01", "example ppo plan year", "1", "1", "mammogram", "3")
    born = ("2027-01-01", "1980-05-05", "1", "never")
    asked = talk.answer(*plan, *born, "1", "1", "1", "", "", "")
    said = talk.finish()
    assert "may count as preventive" in asked[6]
    assert "the birth date is after the date of service" in folded(asked[7])
    assert "you would pay $0.00, whatever the price." in said
    command = same_answer(said, tmp_path)
    assert "--service mammogram_screening" in command
    assert "--last-service-date never" in command


def test_a_place_not_known_is_answered_for_each(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    talk.answer(
        "2026-06-01", "site-of-care", "1", "", "knee mri", "1", "", "1", "1", "", "", "", ""
    )
    said = talk.finish()
    assert talk.code == 0
    assert "What you would pay depends on the place; see the table." in said
    commands = [line for line in said.splitlines() if line.startswith("scancost estimate")]
    assert len(commands) == 5  # the outpatient places
    code, answer = again(commands[0], tmp_path)
    assert code == 0
    assert "at most the $100.00 copay" in answer


def test_a_reader_out_of_network_makes_two_bills(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    (tmp_path / "mine.yaml").write_text("another's")
    answers = (*KNEE[:-1], "2", "900", "150", "600", "1500", "2000", "4")
    asked = talk.answer(*answers, "mine", "")
    assert "There is already a mine.yaml" in talk.said
    assert "Two bills need a file" in asked[-1]
    assert (tmp_path / "mine.yaml").read_text() == "another's"
    said = talk.finish()
    assert talk.code == 0
    text = (tmp_path / "scan-order.yaml").read_text("utf-8")
    assert "component: professional" in text
    assert "facility_network: in_network" in text
    assert "Your answers are in scan-order.yaml." in said
    command = command_in(said)
    assert command == "scancost estimate scan-order.yaml"
    code, answer = again(command, tmp_path)
    assert code == 0
    # the deductible is met: 20% of 900 = 180; the reading is protected here: 20% of 150 = 30
    assert "together you would pay $210.00" in answer
    assert folded(answer) in folded(talk.said)


def test_control_c_exits_130(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    talk.answer("2026-06-01")
    talk.interrupt()
    said = talk.finish()
    assert talk.code == 130
    assert "Traceback" not in said


def test_the_end_of_input_stops_it(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path)
    talk.answer("2026-06-01")
    talk.wait_prompt()
    talk.type("\x04")
    said = talk.finish()
    assert talk.code == 0
    assert "Stopped. Nothing was kept." in said


def test_a_narrow_terminal_folds_sentences(tmp_path: Path) -> None:
    talk = Dialogue("estimate", cwd=tmp_path, width=40)
    talk.answer("2026-06-01", "example ppo")
    for line in talk.wait_prompt().splitlines():
        assert len(line) <= 40
    time.sleep(0.3)
    talk.type("\x03")
    talk.finish()


def test_off_a_terminal_it_names_what_is_missing(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "scancost", "estimate"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        input="",
        env=ENVIRONMENT,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 3
    assert "--policy" in done.stderr
    assert done.stdout == ""


def test_an_option_on_a_terminal_asks_nothing(tmp_path: Path) -> None:
    talk = Dialogue("estimate", "--policy", "example-ppo-2026", cwd=tmp_path)
    said = talk.finish()
    assert talk.code == 3
    assert "--service" in said
