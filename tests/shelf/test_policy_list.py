"""`scancost policy list` as a user sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shelf.program import SOUND, scancost, spoiled, written


def test_a_policy_with_all_that_tells_it_from_others() -> None:
    answer = scancost("policy", "list", "molina", "core", "94")
    assert answer.out.startswith(
        "molina-silver-core-csr-94-tx-2026  HMO · marketplace · TX · 2026 · published\n"
        "  Molina Silver Core, cost-sharing reduction 94% (HMO), Texas, plan year 2026\n"
        "\n1 of "
    )


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["HDHP", "aggregate"], "example-hdhp-aggregate-2026"),
        (["medicare", "original"], "original-medicare-part-b-2026"),
        (["2025"], "healthfirst-bronze-leaf-2025"),
        (["short_term"], "example-short-term-2026"),
    ],
)
def test_words_filter_by_every_column(words: list[str], name: str) -> None:
    answer = scancost("policy", "list", *words, "--json")
    assert name in [each["policy"] for each in answer.json["policies"]]
    for each in answer.json["policies"]:
        text = " ".join(str(value) for value in each.values()).lower()
        assert all(word.lower() in text for word in words)


def test_json_has_the_dates_of_the_benefit_year() -> None:
    (entry,) = scancost("policy", "list", "example-short-term", "--json").json["policies"]
    assert entry["benefit_year"] == {"from": "2026-10-01", "through": "2026-12-31"}
    assert entry["status"] == "illustrative"


def test_no_word_lists_them_all() -> None:
    policies = scancost("policy", "list", "--json").json["policies"]
    assert len(policies) > 30
    names = [each["policy"] for each in policies]
    assert names == sorted(names)


def test_a_broken_policy_is_listed_as_broken(tmp_path: Path) -> None:
    written(tmp_path, spoiled("market: employer", "market: company"))
    answer = scancost("policy", "list", "small", "--policies", tmp_path)
    assert answer.code == 0
    assert "small-2026  broken" in answer.out
    assert "scancost policy check" in answer.out
    (entry,) = scancost("policy", "list", "small", "--policies", tmp_path, "--json").json[
        "policies"
    ]
    assert entry["status"] == "broken"


def test_a_file_with_an_impossible_name_is_broken(tmp_path: Path) -> None:
    written(tmp_path, SOUND, "My Plan")
    answer = scancost("policy", "list", "my", "plan", "broken", "--policies", tmp_path)
    assert "My Plan  PPO · employer · 2026 · broken" in answer.out


def test_the_first_folder_wins(tmp_path: Path) -> None:
    text = SOUND.replace("small-2026", "example-hmo-2026").replace("A small plan", "Mine")
    written(tmp_path, text, "example-hmo-2026")
    answer = scancost("policy", "list", "example-hmo-2026", "--policies", tmp_path, "--json")
    assert [each["title"] for each in answer.json["policies"]] == ["Mine"]


def test_nothing_fits() -> None:
    answer = scancost("policy", "list", "zebra")
    assert (answer.code, answer.err) == (0, "")
    assert "No policy fits these words." in answer.out


def test_a_title_is_shown_without_escape_characters(tmp_path: Path) -> None:
    written(tmp_path, spoiled("title: A small plan", r'title: "[red]A\e[31m plan[/]"'))
    answer = scancost("policy", "list", "small", "--policies", tmp_path)
    assert "\x1b" not in answer.out
    assert "[red]A[31m plan[/]" in answer.out


@pytest.mark.parametrize("columns", [30, 60, 80, 120])
def test_names_are_never_cut(columns: int) -> None:
    answer = scancost("policy", "list", columns=columns)
    assert "wellpoint-essential-silver-3500-csr-94-tx-2026" in answer.out


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("blue cross", "bcbstx-"),
        ("Blue Cross Blue Shield gold", "bcbstx-"),
        ("united", "uhc-"),
        ("unitedhealthcare", "uhc-"),
        ("baylor scott & white", "bsw-"),
    ],
)
def test_an_insurer_by_what_people_call_it(typed: str, start: str) -> None:
    answer = scancost("policy", "list", *typed.split())
    assert answer.out.startswith(start)


def test_a_misspelt_word_is_corrected() -> None:
    answer = scancost("policy", "list", "molna", "silver")
    assert 'Did you mean "molina silver"?' in " ".join(answer.out.split())


def test_a_word_that_is_near_nothing_is_not_corrected() -> None:
    assert "Did you mean" not in scancost("policy", "list", "xyzzyqq").out


def test_another_year_is_told() -> None:
    answer = scancost("policy", "list", "molina", "silver", "2027")
    assert "Molina silver is here for 2026 only." in answer.out


def test_a_policy_by_its_title_is_shown_how_to_find() -> None:
    answer = scancost("policy", "show", "Silver 70")
    assert answer.code == 3
    assert "`scancost policy list silver 70` finds those it fits" in answer.err
    assert 'Did you mean "covered-california-silver-70-2026"?' in answer.err
