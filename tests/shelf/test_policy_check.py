"""`scancost policy check` as a user sees it: every problem with place and remedy, then findings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scancost.engine import shelf
from scancost.engine.audit import audited, gathered
from scancost.problems import Problems
from tests.shelf.program import POLICIES, SOUND, TODAY, scancost, spoiled, written

SHIPPED = gathered([POLICIES]).files


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_policy_loads_and_has_no_error(path: Path) -> None:
    assert audited(path, date(2026, 11, 23)).errors == 0
    assert shelf.load(path).policy.policy == path.stem


def test_there_are_at_least_thirty_published_policies() -> None:
    published = [path for path in SHIPPED if shelf.load(path).policy.source.status == "published"]
    assert len(published) >= 30


def test_the_shipped_policies_are_checked_by_default() -> None:
    answer = scancost("policy", "check", "--today", TODAY)
    assert answer.code == 0
    assert f"{len(SHIPPED)} policies checked: {len(SHIPPED)} without errors, 0 with." in answer.out


def test_a_sound_policy(tmp_path: Path) -> None:
    answer = scancost("policy", "check", written(tmp_path, SOUND), "--today", TODAY)
    assert answer == (
        0,
        "1 policy checked: 1 without errors, 0 with. Errors: 0. Warnings: 0.\n",
        "",
    )


def test_warnings_alone_are_no_failure(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND)
    answer = scancost("policy", "check", path, "--today", "2027-01-01")
    assert answer.code == 0
    assert (
        f"{path}:5:43: warning: benefit_year.through: the benefit year ended on December"
        in answer.out
    )
    assert "Errors: 0. Warnings: 1." in answer.out


def test_an_error_ends_with_3(tmp_path: Path) -> None:
    text = spoiled("out_of_pocket_max: {individual: 6000", "out_of_pocket_max: {individual: 10700")
    path = written(tmp_path, text)
    answer = scancost("policy", "check", path, "--today", TODAY)
    assert answer.code == 3
    assert (
        f"{path}:10:37: error: limits.in_network.out_of_pocket_max.individual: this out-of-pocket "
        "maximum ($10,700.00) is above the federal limit of 2026 ($10,600.00). Correct it; if the "
        "plan is exempt as grandfathered, say grandfathered: true."
    ) in answer.out


OVERLAP = """  - services: [mri, ct]
    sites: [office, inpatient, emergency]
    in_network: no charge
    out_of_network: not covered
  - services: [ct, pet]
    sites: [office, inpatient, emergency]
    in_network: no charge
    out_of_network: not covered
preventive:"""

BROKEN = [
    # what is changed, where it is found, what the sentence says to do
    ("plan_type: PPO", "plan_typ: PPO", "3:1", 'Did you mean "plan_type"?'),
    ("market: employer", "market: company", "4:9", "must be one of: 'employer'"),
    ("individual: 2000", "individual: 2000.005", "9:30", "Write it like 1250.50"),
    ("20% coinsurance after deductible", "20% coinsurance", "15:17", "Add the one that this plan"),
    ("20% coinsurance after deductible", "a fifth", "15:17", 'Write it like "no charge"'),
    ("mammogram, dexa", "mammograms, dexa", "13:70", 'Did you mean "mammogram"?'),
    ("    out_of_network: not covered\n", "", "13:5", 'Add a line "out_of_network: ..."'),
    ("preauthorization: none", "preauthorization: sometimes", "18:19", "or the word none"),
    ("policy: small-2026", "policy: other-2026", "1:9", 'file\'s name without .yaml: "small-2026"'),
    ("title: A small plan", "title: A small plan\ntitle: B", "3:1", "keep one"),
    ("preventive:", OVERLAP, "21:5", "Narrow one, or remove it"),
    ("balance_billing: full", "balance_billing: {a", "20:1", "Check the indentation"),
]


@pytest.mark.parametrize(("old", "new", "at", "remedy"), BROKEN, ids=lambda each: str(each)[:20])
def test_a_broken_file_has_place_and_remedy(
    tmp_path: Path, old: str, new: str, at: str, remedy: str
) -> None:
    path = written(tmp_path, spoiled(old, new))
    answer = scancost("policy", "check", path, "--today", TODAY)
    assert answer.code == 3
    assert f"{path}:{at}: error: " in answer.out
    assert remedy in answer.out


def test_all_problems_of_a_folder_at_once(tmp_path: Path) -> None:
    both = spoiled("individual: 6000", "individual: 10700", spoiled("dexa,", "dexas,"))
    written(tmp_path, both)  # a service that is none, and a maximum above the law
    two = spoiled("plan_type: PPO", "plan_type: PPX", spoiled("title: A small plan\n", ""))
    written(tmp_path, two.replace("small-2026", "two"), "two")
    written(tmp_path, SOUND.replace("small-2026", "good"), "good")
    answer = scancost("policy", "check", tmp_path, "--today", TODAY, "--json")
    assert answer.code == 3
    ids = {
        each["policy"]: [
            finding["id"] for finding in each["findings"] if finding["level"] == "error"
        ]
        for each in answer.json["policies"]
    }
    assert ids == {
        "good": [],
        "small-2026": ["clause_service_unknown", "aca_maximum_high"],
        "two": ["key_missing", "choice"],
    }
    assert answer.json["summary"] == {
        "policies": 3,
        "sound": 1,
        "broken": 2,
        "errors": 4,
        "warnings": 1,  # dexa is in no clause of the first
    }


def test_an_overlap_names_the_other_clause(tmp_path: Path) -> None:
    path = written(tmp_path, spoiled("preventive:", OVERLAP))
    answer = scancost("policy", "check", path, "--today", TODAY)
    assert (
        f"{path}:21:5: error: benefits.2: this clause and the one at {path}:17:5 both" in answer.out
    )


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND)
    answer = scancost("policy", "check", path, tmp_path, "--today", TODAY)
    assert answer.out.startswith("1 policy checked")


def test_a_file_of_another_ending_is_told(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    (tmp_path / "plan.yml").write_text(SOUND, "utf-8")
    answer = scancost("policy", "check", tmp_path, "--today", TODAY)
    assert answer.code == 0
    assert "plan.yml: warning: only files that end in .yaml are looked at. Rename it." in answer.out


def test_a_folder_without_policies(tmp_path: Path) -> None:
    answer = scancost("policy", "check", tmp_path)
    assert answer.code == 3
    assert f"{tmp_path}: error: no policies here" in answer.out


def test_an_empty_folder_of_the_search_path_is_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "policies").mkdir()
    answer = scancost("policy", "check", "--today", TODAY)
    assert answer.code == 0
    assert f"{len(SHIPPED)} policies checked" in answer.out


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    answer = scancost("policy", "check", tmp_path / "none.yaml")
    assert (answer.code, answer.out) == (4, "")
    assert "none.yaml" in answer.err


def test_a_day_that_is_none() -> None:
    answer = scancost("policy", "check", "--today", "tomorrow")
    assert answer.code == 3
    assert answer.err.startswith("--today: this is not a date.")


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\xfe", b"- a\n- b\n", b"policy: [a", b"&a x: *a", b"[" * 3000, b"policy:\n"],
)
def test_any_file_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    for command in ("check", "list"):
        given = [path] if command == "check" else ["--policies", tmp_path, "odd"]
        answer = scancost("policy", command, *given)
        assert answer.code == (3 if command == "check" else 0)
        assert "odd" in answer.out


def test_no_errors_in_check_means_that_it_loads(tmp_path: Path) -> None:
    """And what does not load has an error, for every way of breaking it above."""
    for number, (old, new, _, _) in enumerate(BROKEN):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = written(folder, spoiled(old, new))
        assert audited(path, date(2026, 11, 23)).is_broken
        with pytest.raises(Problems):
            shelf.load(path)
