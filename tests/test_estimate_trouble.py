"""`scancost estimate` in trouble: exit codes, sentences with a remedy, nothing personal, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.estimating import ALL_MET, DAY, KNEE, estimate, first_line, said, small_plan, trouble

ROOT = Path(__file__).resolve().parents[1]
MEMBER, FAMILY, BORN = "M-8812345", "F-77123", "1961-03-17"
WHO = ("--member-id", MEMBER, "--family-id", FAMILY, "--birth-date", BORN)


def process(
    *words: str, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The program as a process of its own, its output a pipe."""
    usual = {key: text for key, text in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "scancost", *words],
        cwd=cwd,
        env={**usual, "PYTHONIOENCODING": "utf-8", **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# -- exit codes -----------------------------------------------------------------------------------


def test_an_answer_ends_with_0_from_the_root_folder() -> None:
    # the shipped policies are found wherever one stands
    found = process("estimate", *KNEE, "--network", "in", "--allowed", "1000", cwd=Path("/"))
    assert (found.returncode, found.stderr) == (0, "")
    assert "Example PPO, plan year 2026" in found.stdout


def test_an_unknown_option_ends_with_2(tmp_path: Path) -> None:
    found = process("estimate", "--alowed", "5", cwd=tmp_path)
    assert (found.returncode, found.stdout) == (2, "")
    assert "--allowed" in found.stderr  # suggested
    assert "Traceback" not in found.stderr


def test_an_unknown_language_ends_with_2() -> None:
    assert "en" in trouble(*KNEE, "--network", "in", "--lang", "xx", code=2)


@pytest.mark.parametrize("words", [("--version",), ("-h",), ("--help",), ("estimate", "-h")])
def test_help_and_version_end_with_0(words: tuple[str, ...], tmp_path: Path) -> None:
    found = process(*words, cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert (
        found.stdout.startswith("scancost ") if words == ("--version",) else "Usage" in found.stdout
    )


def test_a_file_that_is_not_there_ends_with_4(tmp_path: Path) -> None:
    line = trouble(tmp_path / "no.yaml", code=4)
    assert line == f"{tmp_path / 'no.yaml'}: there is no such file.\n"


def test_a_folder_is_no_order_and_ends_with_4(tmp_path: Path) -> None:
    assert str(tmp_path) in trouble(tmp_path, code=4)


# -- sentences ------------------------------------------------------------------------------------

SCAN = ("--service", "mri_knee")
SENTENCES = [
    # what is given, the option at fault, what to do
    ((), "--policy", "or from your card: --deductible, --out-of-pocket-max and --benefit"),
    (("--policy", "nope", *SCAN), "--policy", 'there is no policy "nope"'),
    (("--policy", "example-ppo-2025", *SCAN), "--policy", 'Did you mean "example-ppo-20'),
    (("--policy", "../../etc/passwd", *SCAN), "--policy", "a policy's id has lower-case letters"),
    (("--policy", "a" * 81, *SCAN), "--policy", "a policy's id has lower-case letters"),
    (("--policy", "example-ppo-2026"), "--service", "say which scan: --service"),
    ((*KNEE, "--network", "preferred"), "--network", "It has: in_network, out_of_network"),
    ((*KNEE, "--purpose", "fun"), "--purpose", "this must be one of: diagnostic or preventive"),
    ((*KNEE, "--allowed", "1.005"), "--allowed", "Write it like 1250.50"),
    ((*KNEE, "--allowed", "-5"), "--allowed", "cannot have a plus or minus sign"),
    ((*KNEE, "--billed", "1e3"), "--billed", "Write it like 1250, 1250.50 or $1,250.50"),
    ((*KNEE, "--birth-date", "3/17/1961"), "--birth-date", "Write year-month-day"),
    ((*KNEE, "--birth-date", "2026-06-02"), "--birth-date", "is after the date of service"),
    (
        (*KNEE, "--last-service-date", "2026-06-02"),
        "--last-service-date",
        "is after the date of service",
    ),
    ((*KNEE, "--family-id", "F1"), "--member-id", "a family needs a member: add member_id"),
    ((*KNEE, "--place-of-service", "11"), "--place-of-service", "say the site (11 does not tell"),
    ((*KNEE, "--place-of-service", "22"), "--place-of-service", "code 22 means site is hospital"),
    ((*KNEE, "--emergency", "true"), "--emergency", "not treated at a freestanding imaging center"),
    ((*KNEE, "--emergency", "maybe"), "--emergency", "write true or false"),
    ((*KNEE, "--modifiers", "263"), "--modifiers", "two letters or digits, like 26"),
    ((*KNEE, "--authorized-service", "xyzzy"), "--authorized-service", "`scancost services WORD`"),
    (
        (*KNEE, "--network", "in", "--deductible-met", "5", "--deductible-remaining", "5"),
        "--deductible-remaining",
        "do not add up to the limit. Keep one of them",
    ),
    (
        (*KNEE, "--network", "in", "--out-of-pocket-remaining", "6000.01"),
        "--out-of-pocket-remaining",
        "more remains than the whole limit",
    ),
    (
        (*KNEE[:-1], "2027-01-01", "--network", "in"),
        "--service-date",
        "it runs from January 1, 2026 through December 31, 2026. Use the policy of that year",
    ),
    (("--deductible", "100"), "--out-of-pocket-max", "give this too"),
    (
        (
            "--deductible",
            "100",
            "--out-of-pocket-max",
            "1000",
            "--benefit",
            "20% coinsurance",
            *DAY,
        ),
        "--benefit",
        "does not say how the deductible applies",
    ),
    (
        ("--deductible", "x", "--out-of-pocket-max", "1000", "--benefit", "no charge", *DAY),
        "--deductible",
        "not an amount of money",
    ),
]


@pytest.mark.parametrize(("words", "option", "remedy"), SENTENCES, ids=lambda each: str(each)[-40:])
def test_what_cannot_be_answered_names_the_option_and_the_remedy(
    words: tuple[str, ...], option: str, remedy: str
) -> None:
    lines = trouble(*words).splitlines()
    assert any(line.startswith(f"{option}: ") and remedy in line for line in lines), lines


def test_everything_wrong_is_said_at_once() -> None:
    lines = trouble(
        *KNEE, "--network", "in", "--allowed", "x", "--birth-date", "y", "--sex", "z"
    ).splitlines()
    assert sorted(line.split(":")[0] for line in lines) == ["--allowed", "--birth-date", "--sex"]


def test_terms_that_differ_by_place_name_the_choices() -> None:
    # a hospital's MRI has a copay, a freestanding center's has none
    anywhere = ("--policy", "example-ppo-2026", "--service", "mri_knee", "--network", "in", *DAY)
    line = trouble(*anywhere, "--allowed", "1000")
    assert "a freestanding imaging center" in line
    assert "a hospital outpatient department" in line


def test_a_scan_that_no_clause_names_is_not_called_uncovered(tmp_path: Path) -> None:
    plan = small_plan(tmp_path, "[xray, fluoroscopy, ultrasound, ct, mri,", "[xray, ct,")
    line = trouble(*plan, "--service", "mri_knee", "--network", "in", "--site", "office")
    assert "has no clause for MRI of the knee (mri_knee) at a doctor's office (office)" in line
    assert "That does not mean it is not covered" in line


def test_an_open_place_is_asked_for_and_no_scan() -> None:
    """$900 is priced apart by place: only the place is asked for, in words that can be typed."""
    order = ("--policy", "example-ppo-2026", "--service", "mri_knee", "--network", "in")
    line = trouble(*order, "--allowed", "900")
    assert "Say the place (site): freestanding (a freestanding imaging center)" in line
    assert "service" not in line


def test_of_many_scans_those_that_are_treated_apart_are_named_first() -> None:
    order = ("--policy", "example-ppo-2026", "--service", "mammogram", "--network", "in")
    line = trouble(*order, "--site", "office", "--purpose", "preventive", "--allowed", "900")
    assert "Say which scan (service): mammogram_screening (Screening mammogram)" in line
    assert "site" not in line


def test_a_scan_that_nobody_named_is_not_named() -> None:
    card = ("--deductible", "1500", "--out-of-pocket-max", "6000", "--allowed", "100")
    line = trouble(*card, "--benefit", "20% coinsurance after deductible", "--network", "out")
    assert line.startswith("your card tells only what you pay in network.")
    assert "X-ray" not in line


def test_a_family_without_family_limits(tmp_path: Path) -> None:
    plan = small_plan(
        tmp_path, "individual: 2000, family: 4000, family_rule: embedded", "individual: 2000"
    )
    line = trouble(*plan, "--service", "mri_knee", "--network", "in", "--coverage", "family")
    assert "does not say what the family's limits are in network" in line


# -- nothing personal, nothing that steers a terminal ---------------------------------------------

PERSONAL = [
    ("--allowed", "x"),
    ("--family-deductible-met", "5", "--deductible-met", "6"),
    ("--service-date", "1950-01-01"),
    ("--sex", "M-8812345"),
    ("--last-service-date", "1961-03-17x"),
    ("--birth-date", f"{BORN}0"),
    ("--network", "nowhere"),
    ("--policy", "nope"),
    ("--member-id", ""),
]


@pytest.mark.parametrize("words", PERSONAL, ids=lambda each: each[0])
def test_no_error_names_the_patient(words: tuple[str, ...]) -> None:
    answer = estimate(*KNEE, "--network", "in", *WHO, *words)
    assert answer.code == 3
    for personal in (MEMBER, FAMILY, BORN):
        assert personal not in answer.err


def test_no_error_in_an_order_file_names_the_patient(tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text(
        f"policy: example-ppo-2026\nservice: mri_knee\nmember_id: [{MEMBER}]\nbirth_date: {BORN}.\n",
        "utf-8",
    )
    answer = estimate(order)
    assert answer.code == 3
    assert MEMBER not in answer.err
    assert BORN not in answer.err
    assert f"{order}:3:12: member_id: " in answer.err
    assert f"{order}:4:13: birth_date: " in answer.err


def test_a_birth_date_that_is_no_day_is_not_quoted(tmp_path: Path) -> None:
    order = tmp_path / "order.yaml"
    order.write_text(
        "policy: example-ppo-2026\nservice: mri_knee\nbirth_date: 1990-02-30\n", "utf-8"
    )
    for answer in (estimate(*KNEE, "--birth-date", "1990-02-30"), estimate(order)):
        assert answer.code == 3
        assert "birth" in answer.err
        assert "is not a day of the calendar" in answer.err
        assert "1990" not in answer.err


STEERING = "\x1b[31m\u202e\u2066"


def test_escapes_in_errors_are_cleaned() -> None:
    for words in (("--service", f"x{STEERING}y"), ("--policy", f"x{STEERING}y")):
        line = trouble(*KNEE, *words)
        assert not set(line) & set(STEERING) - set("[31m")


@pytest.mark.parametrize("form", [(), ("--explain",), ("--plain",)], ids=str)
def test_escapes_and_markup_in_a_policy_are_printed_as_they_are(
    tmp_path: Path, form: tuple[str, ...]
) -> None:
    title = r'title: "Plan [/] [bold]b[/bold] [a/b] :smile: \e[31m\u202Eend"'
    plan = small_plan(tmp_path, "title: A small plan", title)
    answer = estimate(*plan, "--service", "mri_knee", "--network", "in", "--allowed", "5", *form)
    assert answer.code == 0
    assert "Plan [/] [bold]b[/bold] [a/b] :smile: [31mend" in answer.out
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out


def test_escapes_in_the_plans_words_are_cleaned(tmp_path: Path) -> None:
    old = "in_network: 20% coinsurance after"
    plan = small_plan(tmp_path, old, '"words": "say [/] \\e[2J\\u2066"\n    ' + old)
    answer = estimate(*plan, "--service", "mri_knee", "--network", "in", "--allowed", "5")
    assert "“say [/] [2J”" in answer.out


# -- widths and colour ----------------------------------------------------------------------------

HUGE = ("--allowed", "999999999.98", "--billed", "999999999.99", "--deductible-met", "3000")
AMOUNTS = ("$999,999,999.99", "$999,999,999.98")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "form", [("--network", "out"), (), ("--network", "in", "--explain")], ids=str
)
def test_no_line_is_too_long_and_no_amount_is_cut(width: int, form: tuple[str, ...]) -> None:
    answer = estimate(*KNEE, *HUGE, *form, env={"COLUMNS": str(width)})
    assert answer.code == 0
    assert [line for line in answer.out.splitlines() if len(line) > width] == []
    assert "…" not in answer.out
    if form:
        assert all(amount in answer.out for amount in AMOUNTS)


def test_an_option_is_never_folded_within() -> None:
    for width in (40, 61, 74, 80):
        answer = estimate(
            *KNEE, "--network", "in", "--allowed", "1250", env={"COLUMNS": str(width)}
        )
        assert "--deductible-met" in answer.out
        assert "--out-of-pocket-met" in answer.out


def test_a_pipe_has_no_colour_and_eighty_columns(tmp_path: Path) -> None:
    words = ("estimate", *KNEE, "--network", "in", *HUGE)
    found = process(*words, cwd=tmp_path)
    assert (found.returncode, found.stderr) == (0, "")
    assert "\x1b" not in found.stdout
    longest = max(len(line) for line in found.stdout.splitlines())
    assert 60 < longest <= 80
    plain = process(*words, cwd=tmp_path, env={"NO_COLOR": "1", "COLUMNS": "120"})
    assert "\x1b" not in plain.stdout


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [
        ("--site", "hospital", "hospital_outpatient"),
        ("--site", "ER", "emergency"),
        ("--purpose", "screening", "preventive"),
        ("--preauthorization", "yes", "approved"),
        ("--preauthorization", "aproved", "approved"),
        ("--sex", "F", "female"),
        ("--coverage", "single", "self_only"),
        ("--component", "reading", "professional"),
    ],
)
def test_an_everyday_word_for_a_choice_names_the_one_that_was_meant(
    option: str, typed: str, meant: str
) -> None:
    assert trouble(*KNEE, option, typed).endswith(f'Did you mean "{meant}"?\n')


def test_choices_stand_with_their_words() -> None:
    assert "office (a doctor's office)" in trouble(*KNEE, "--site", "moon")
    assert "Did you mean" not in trouble(*KNEE, "--site", "moon")


def test_an_authorized_service_is_not_read_up_to_its_hyphen() -> None:
    """`mri-brain` is no service: it is not the whole modality `mri`, which would approve the knee."""
    approved = (*KNEE, "--network", "in", "--preauthorization", "approved")
    text = trouble(*approved, "--authorized-service", "mri-brain")
    assert "mri-brain" in text
    code = said(*approved, "--authorized-service", "73721-26", "--allowed", "1000", *ALL_MET)
    assert "you would pay $200.00" in code  # 20 % of 1,000, approved: 73721 is the knee


def test_a_code_of_letters_and_digits_takes_modifiers_too() -> None:
    """SPEC 3: a CPT or HCPCS code with modifiers."""
    order = ("--policy", "example-ppo-2026", "--network", "in", "--site", "office", *DAY)
    line = first_line(*order, "--service", "G0279-26", "--allowed", "100")
    assert (line["service"], line["status"]) == ("mammogram_diagnostic", "covered")
