"""--explain: the worksheet told step by step, right to the cent, and easy to read (grade 8)."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from scancost.cli.app import app

SCAN = ("--service-date", "2026-06-01", "--lang", "en")
MET = ("--deductible-met", "800", "--out-of-pocket-met", "950")
PPO = ("--policy", "example-ppo-2026", "--service", "knee mri", "--site", "freestanding")
CARD = ("--out-of-pocket-max", "6000", "--service", "knee mri")
TYPICAL = {
    "deductible, then coinsurance": (*PPO, "--network", "in", "--allowed", "1250", *MET),
    "charge above the price": (*PPO, "--network", "in", "--allowed", "1250", "--billed", "3100"),
    "out of network": (*PPO, "--network", "out", "--allowed", "1250", "--billed", "3100", *MET),
    "authorization missing": (
        *(*PPO, "--network", "out", "--allowed", "1250", "--billed", "1250"),
        *("--preauthorization", "missing"),
    ),
    "authorization denied": (
        *(*PPO, "--network", "in", "--allowed", "1250", "--preauthorization", "denied"),
    ),
    "cut by the maximum": (
        *(*PPO, "--network", "in", "--allowed", "9000"),
        *("--deductible-met", "1500", "--out-of-pocket-met", "5900"),
    ),
    "maximum met": (
        *(*PPO, "--network", "in", "--allowed", "1250"),
        *("--deductible-met", "1500", "--out-of-pocket-met", "6000"),
    ),
    "by network": (*PPO, "--allowed", "1250"),
    "no price": (*PPO, "--network", "in"),
    "copay": (
        *(*CARD, "--deductible", "500", "--allowed", "1250"),
        *("--benefit", "$50 copay, deductible waived"),
    ),
    "copay above the price": (
        *(*CARD, "--deductible", "none", "--allowed", "120", "--benefit", "$300 copay"),
    ),
    "copay, then the rest": (
        *(*CARD, "--deductible", "500", "--allowed", "1250", "--deductible-met", "100"),
        *("--benefit", "$100 copay before deductible, then 10% coinsurance after deductible"),
    ),
    "a ceiling": (
        *(*CARD, "--deductible", "none", "--allowed", "2000"),
        *("--benefit", "20% coinsurance up to $150 per service, deductible waived"),
    ),
    "terms not known": (*CARD, "--deductible", "500", "--benefit", "unknown", "--allowed", "900"),
    "preventive": (
        *("--policy", "example-ppo-2026", "--service", "screening mammogram", "--network", "in"),
        *("--site", "freestanding", "--allowed", "300", "--sex", "female"),
        *("--birth-date", "1980-01-01", "--last-service-date", "never"),
    ),
    "emergency": (
        *("--policy", "example-ppo-2026", "--service", "ct head", "--site", "emergency"),
        *("--network", "out", "--allowed", "1500", "--billed", "4000", *MET),
    ),
}


def told(*words: str) -> list[str]:
    """The sentences of the step-by-step sections, without the policy's own words."""
    result = CliRunner().invoke(app, ["estimate", *SCAN, *words, "--explain", "--plain"])
    assert result.exit_code == 0, result.stderr
    found, is_there = [], False
    for line in result.stdout.splitlines():
        if line.startswith("Section: "):
            is_there = line.startswith("Section: Step by step")
        elif is_there:
            found.append(line.split(": ", 1)[1])
    assert found, result.stdout
    return [re.sub(r" The policy says: “.*$", "", each) for each in found]


def syllables(word: str) -> int:
    """Groups of vowels, less a silent e; an amount is said with more than it is written with."""
    if any(each.isdigit() for each in word):
        return 3
    word = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", word))
    is_silent = re.search(r"[^aeiouyl]e$|[^aeiou]es$|[^aeioutd]ed$", word) and groups > 1
    return max(groups - bool(is_silent), 1)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade (Kincaid and others, 1975)."""
    sentences = [each for each in re.split(r"(?<=[.?!:])\s+", text) if each.strip()]
    words = text.split()
    per_sentence = len(words) / len(sentences)
    per_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59


def test_the_measure_itself() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    # 4 words, 1 sentence, 6 + 3 + 5 + 5 = 19 syllables: 1.56 + 11.8 * 4.75 - 15.59 = 42.02
    hard = "Responsibility determines administrative adjudication."
    assert grade(hard) == pytest.approx(42.02)
    assert [syllables(word) for word in ("price", "deductible", "scan", "policy", "maximum")] == [
        *(1, 4, 1, 3, 3)
    ]


@pytest.mark.parametrize("name", TYPICAL)
def test_grade_8_or_below(name: str) -> None:
    sentences = told(*TYPICAL[name])
    assert grade(" ".join(sentences)) <= 8, sentences


def test_no_single_sentence_is_hard() -> None:
    """No sentence over 25 words, over all the answers."""
    for order in TYPICAL.values():
        for each in re.split(r"(?<=[.?!])\s+", " ".join(told(*order))):
            assert len(each.split()) <= 25, each


def test_the_deductible_then_the_coinsurance() -> None:
    # 1,500 - 800 = 700; 1,250 - 700 = 550; 20% is 110; 810 in all; 6,000 - 950 = 5,050 left
    assert told(*TYPICAL["deductible, then coinsurance"]) == [
        "The plan must say yes before the scan. All of this holds if it does.",
        "The plan's price for this scan is $1,250.00.",
        "You still owe $700.00 of your deductible, so you pay that first.",
        "That leaves $550.00. You pay 20% of it: $110.00.",
        "So your share is $810.00.",
        "The most you can still pay this year is $5,050.00. You stay below it.",
        "The plan pays $440.00.",
    ]


def test_the_maximum_stops_the_share() -> None:
    # 20% of 9,000 is 1,800; 6,000 - 5,900 = 100 may still be paid
    sentences = told(*TYPICAL["cut by the maximum"])
    assert "You pay 20% of the price: $1,800.00." in sentences
    assert any("you can only pay $100.00 more this year" in each for each in sentences)


def test_a_copay_is_never_more_than_the_price() -> None:
    assert "Your copay is never more than the price, so you pay $120.00." in told(
        *TYPICAL["copay above the price"]
    )


def test_the_policys_words_stand_beside_the_step() -> None:
    words = ["estimate", *SCAN, *TYPICAL["deductible, then coinsurance"], "--explain", "--plain"]
    said = CliRunner().invoke(app, words).stdout
    assert (
        "You pay 20% of it: $110.00. The policy says: “Imaging (CT/PET scans, MRIs): 20% "
        "coinsurance” (page 3)" in said
    )


def test_nothing_is_told_without_explain() -> None:
    said = CliRunner().invoke(app, ["estimate", *SCAN, *TYPICAL["copay"], "--plain"]).stdout
    assert "Step by step" not in said
