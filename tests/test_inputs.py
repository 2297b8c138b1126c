"""Files and amounts that cannot be read: each mistake with its place and its remedy, as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shelf.program import SOUND, Answer, scancost, spoiled, written

DEDUCTIBLE = "deductible: {individual: 2000, family: 4000, family_rule: embedded}"
ORDER = (
    "--service",
    "mri_knee",
    "--network",
    "in",
    "--allowed",
    "100",
    "--service-date",
    "2026-06-01",
)


def ordered(folder: Path) -> Answer:
    """An estimate under the policy of the folder."""
    return scancost("estimate", "--policies", folder, "--policy", "small-2026", *ORDER)


def refused(folder: Path, content: str | bytes) -> list[str]:
    """What is said about a policy file, line by line, without the folder."""
    path = folder / "small-2026.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    answer = ordered(folder)
    assert (answer.code, answer.out) == (3, "")
    return [line.removeprefix(f"{folder}/") for line in answer.err.splitlines()]


def test_the_file_that_the_others_spoil_is_sound(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    assert ordered(tmp_path).code == 0


YAML = [
    # what is changed, to what, where it is found, what the sentence says
    ("title: A small plan", "title: A\ntitle: B", "3:1", '"title" stands twice'),
    (DEDUCTIBLE, "deductible: &d {individual: 2000}", "9:17", "anchors (&d) are not allowed"),
    (DEDUCTIBLE, "deductible: *d", "9:17", "aliases (*d) are not allowed"),
    (DEDUCTIBLE, "<<: {individual: 2000}", "9:5", "merge keys (<<) are not allowed"),
    (DEDUCTIBLE, "deductible: !!str none", "9:17", "tags (tag:yaml.org,2002:str) are not allowed"),
    ("title: A small plan", "title: !secret x", "2:8", "tags (!secret) are not allowed"),
    ("balance_billing: full\n", "balance_billing: full\n---\na: b\n", "20:1", "one document"),
    ("title: A small plan", "title: " + "[" * 21 + "]" * 21, "2:27", "at most 20 levels"),
    ("title: A small plan", "\ttitle: A small plan", "2:1", "tab character"),
    (
        "title: A small plan",
        "title: 'A small plan",
        "2:8",
        "Check the indentation, colons and quotes",
    ),
    ("title: A small plan", "title: A: plan", "2:9", "Check the indentation, colons and quotes"),
    ("title: A small plan", "{a: b}: c", "2:1", "a key must be plain text"),
    ("title: A small plan", "title: A\x07 small plan", "2:9", "not a text file in UTF-8"),
]


@pytest.mark.parametrize(("old", "new", "at", "said"), YAML, ids=lambda each: str(each)[:24])
def test_yaml_that_is_not_plain(tmp_path: Path, old: str, new: str, at: str, said: str) -> None:
    lines = refused(tmp_path, spoiled(old, new))
    assert any(line.startswith(f"small-2026.yaml:{at}: ") and said in line for line in lines), lines


WHOLE = [
    (b"", "1:1", "the file is empty"),
    (b"# only a comment\n", "1:1", "the file is empty"),
    (b"- a\n- b\n", "1:1", 'holds "name: value" lines'),
    (b"policy\n", "1:1", 'holds "name: value" lines'),
    (SOUND.replace("small plan", "caf\xe9").encode("latin-1"), "2:13", "not a text file in UTF-8"),
    (SOUND.encode() + b"# " + b"x" * 1_000_000, "1:1", "larger than 1000000 bytes"),
]


@pytest.mark.parametrize(("content", "at", "said"), WHOLE, ids=[each[2] for each in WHOLE])
def test_files_that_are_no_policy(tmp_path: Path, content: bytes, at: str, said: str) -> None:
    (line,) = refused(tmp_path, content)
    assert line.startswith(f"small-2026.yaml:{at}: ")
    assert said in line


def test_a_file_of_just_one_megabyte_is_read(tmp_path: Path) -> None:
    padding = "# " + "x" * (1_000_000 - len(SOUND.encode()) - 3) + "\n"
    path = written(tmp_path, SOUND + padding)
    assert path.stat().st_size == 1_000_000
    assert ordered(tmp_path).code == 0


def test_twenty_levels_are_read_as_yaml(tmp_path: Path) -> None:
    # the title stands on the first level, and the nineteen lists make twenty
    lines = refused(tmp_path, spoiled("title: A small plan", "title: " + "[" * 19 + "]" * 19))
    assert lines == [
        "small-2026.yaml:2:8: title: a value is missing here, or it is a list where one value belongs."
    ]


BOMB = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join(['*' + before] * 9)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_a_bomb_of_merge_keys_is_refused_where_it_starts(tmp_path: Path) -> None:
    # expanding it takes half a minute and 700 MB; it is never expanded, so this test ends at once
    assert 400 < len(BOMB) < 600
    lines = refused(tmp_path, BOMB)
    assert lines[0].startswith("small-2026.yaml:1:4: anchors (&a) are not allowed")
    assert any("merge keys (<<)" in line for line in lines)


@pytest.mark.parametrize(
    ("typed", "means"),
    [("0611", "$611.00"), ("'0611'", "$611.00"), ("0x10", ""), ("1:30", ""), ("no", "")],
)
def test_numbers_stay_what_was_typed(tmp_path: Path, typed: str, means: str) -> None:
    # YAML 1.1 reads 0611 as 393, 1:30 as 90, 0x10 as 16 and no as false
    text = spoiled(DEDUCTIBLE, f"deductible: {{individual: {typed}}}")
    if not means:
        (line,) = refused(tmp_path, text)
        assert line.startswith("small-2026.yaml:9:30: limits.in_network.deductible.individual: ")
        assert "Write it like 1250, 1250.50 or $1,250.50" in line
        return
    written(tmp_path, text)
    answer = scancost(
        *("estimate", "--policies", tmp_path, "--policy", "small-2026", *ORDER[:4]),
        *("--allowed", "5000", "--deductible-met", "0", "--service-date", "2026-06-01", "--json"),
    )
    # 611 deductible + 20% of 4,389 (877.80)
    assert answer.json["lines"][0]["deductible"] == means[1:]


def test_a_comma_within_braces_is_explained(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, spoiled("{individual: 2000,", "{individual: 2,000,"))
    assert "9:35: limits.in_network.deductible.000: " in line
    assert "without commas, or in quotes" in line


POLICY = [
    # what is changed, to what, where it is found, what the sentence says
    ("plan_type: PPO", "plan_type: PPP", "3:12", "plan_type: this must be one of: "),
    ("title: A small plan\n", "", "1:1", '"title" is missing'),
    ("title: A small plan", "title:", "2:7", "a value is missing here"),
    ("balance_billing: full", "balance_biling: full", "19:1", 'Did you mean "balance_billing"?'),
    ("balance_billing: full", "balance_billing: half", "19:18", "like: up to 15% of allowed"),
    ("through: 2026-12-31", "through: 2025-12-31", "5:15", "ends before it starts"),
    (
        "through: 2026-12-31",
        "through: 2026-02-30",
        "5:43",
        "this is not a day of the calendar",
    ),
    ("through: 2026-12-31", "through: 12/31/2026", "5:43", "Write year-month-day"),
    (
        "policy: small-2026",
        "policy: other-2026",
        "1:9",
        'the file\'s name without .yaml: "small-2026"',
    ),
    ("policy: small-2026", "policy: ../../etc/passwd", "1:9", "lower-case letters, digits"),
    (DEDUCTIBLE, "deductible: sometimes", "9:17", "deductible is either none, or a block"),
    (
        DEDUCTIBLE,
        "deductible: {individual: 2000, family: 4000}",
        "9:17",
        "add family_rule: embedded",
    ),
    (
        "family_rule: embedded}\n    out",
        "family_rule: both}\n    out",
        "9:63",
        "'embedded' or 'aggregate'",
    ),
    ("  out_of_network: none\n", "  Out: none\n", "8:3", 'digits and underscores; "Out" does not'),
    ("  out_of_network: none", "  out_of_network: shared_with in_netwrk", "11:19", '"in_network"?'),
    ("[freestanding, office,", "[free, office,", "14:13", "this must be one of: 'freestanding'"),
    (
        "services: [xray, fluoroscopy,",
        "services: [xry, fluoroscopy,",
        "13:16",
        'Did you mean "xray"?',
    ),
    ("    out_of_network: not covered\n", "", "13:5", 'Add a line "out_of_network: ..."'),
    (
        "    out_of_network: not covered\n",
        "    out_of_network: no charge\n",
        "16:21",
        "needs limits",
    ),
    ("20% coinsurance after", "120% coinsurance after", "15:17", "a percentage goes from 0 to 100"),
    ("20% coinsurance after", "20.125% coinsurance after", "15:17", "at most two decimals"),
    ("20% coinsurance after", "20% coinsurance before", "15:17", '"deductible waived" or "after'),
    ("20% coinsurance after", "20% after", "15:17", 'Write it like "no charge"'),
    (
        "20% coinsurance after deductible",
        "$50 copay, deductible waived, then",
        "15:17",
        "Write it like",
    ),
    (
        "20% coinsurance after deductible",
        "$50 copay after deductible, then 20% coinsurance, deductible waived",
        "15:17",
        "cannot be settled",
    ),
    (
        "preauthorization: none",
        "preauthorization: maybe",
        "18:19",
        "a list of clauses, or the word none",
    ),
    (
        "preauthorization: none",
        "preauthorization:\n  - services: [mri]\n    in_network: denied\n"
        "    out_of_network: provider write-off",
        "21:21",
        'Write "denied", a penalty, "not required" or "not stated"',
    ),
    (
        "preauthorization: none",
        "preauthorization:\n  - services: [mri]\n    in_network: 50% penalty\n    out_of_network: denied",
        "20:17",
        "50% penalty on plan payment up to $1,000",
    ),
    (
        "preventive: {guideline: aca",
        "preventive: {guideline: acaa",
        "17:25",
        "'aca', 'medicare' or 'none'",
    ),
    (
        "otherwise: diagnostic}",
        "otherwise: diagnostic, sites: [office]}",
        "17:105",
        '"sites" is not a name',
    ),
]


@pytest.mark.parametrize(("old", "new", "at", "said"), POLICY, ids=lambda each: str(each)[:28])
def test_a_mistake_in_a_policy(tmp_path: Path, old: str, new: str, at: str, said: str) -> None:
    lines = refused(tmp_path, spoiled(old, new))
    assert any(line.startswith(f"small-2026.yaml:{at}: ") and said in line for line in lines), lines
    # one mistake, one line: what it makes of the block around it is not told again
    assert len(lines) == (2 if "is missing" in lines[0] and len(lines) > 1 else 1), lines


def test_a_bare_copay_explains_both_readings(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, spoiled("20% coinsurance after deductible", "$50 copay"))
    assert line == (
        'small-2026.yaml:15:17: benefits.0.in_network: "$50 copay" does not say how the deductible '
        'applies. Summaries of benefits mean "after deductible" by the bare words, federal plan files '
        'mean "deductible waived". Add the one that this plan means.'
    )


def test_all_mistakes_of_a_file_at_once(tmp_path: Path) -> None:
    text = SOUND.replace("plan_type: PPO", "plan_type: PPP").replace(
        "individual: 2000,", "individual: 2000.005,"
    )
    text = text.replace("status: published", "status: said").replace(
        "20% coinsurance after", "20% of"
    )
    lines = refused(tmp_path, text)
    places = [line.split(": ")[0] for line in lines]
    assert places == [f"small-2026.yaml:{at}" for at in ("3:12", "6:99", "9:30", "15:17")]


CROSSED = """  - services: [mri_knee, ct]
    sites: [office]
    in_network: no charge
    out_of_network: not covered
  - services: [mri_knee, pet]
    sites: [office]
    in_network: no charge
    out_of_network: not covered
preventive:"""


def test_an_overlap_shows_both_places(tmp_path: Path) -> None:
    (line,) = refused(tmp_path, spoiled("preventive:", CROSSED))
    assert line.startswith("small-2026.yaml:21:5: ")
    assert "small-2026.yaml:17:5 both apply to MRI of the knee (a doctor's office)" in line
    assert "Narrow one, or remove it" in line


def test_a_policy_without_limits(tmp_path: Path) -> None:
    limits = SOUND[SOUND.index("limits:") : SOUND.index("benefits:")]
    (line,) = refused(tmp_path, SOUND.replace(limits, ""))
    assert line == 'small-2026.yaml:1:1: limits: "limits" is missing.'
    lines = refused(tmp_path, SOUND.replace(limits, "limits: {}\n"))
    assert lines[0] == "small-2026.yaml:7:9: limits: limits must name at least in_network."
    assert 'add "in_network:" under limits' in lines[1]


def test_a_mistake_in_an_order_file_has_its_place(tmp_path: Path) -> None:
    written(tmp_path, SOUND)
    order = tmp_path / "order.yaml"
    order.write_text("policy: small-2026\nservice: mri_knee\nalowed: 5\nnetwork: in\n", "utf-8")
    answer = scancost("estimate", order, "--policies", tmp_path)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(f"{order}:3:1: ")
    assert 'Did you mean "allowed"?' in answer.err
    order.write_text(
        "policy: small-2026\nservice: mri_knee\nallowed: 5.001\nnetwork: in\n", "utf-8"
    )
    answer = scancost("estimate", order, "--policies", tmp_path)
    assert answer.err == (
        f"{order}:3:10: allowed: an amount has at most two decimals (whole cents). Write it like 1250.50.\n"
    )


def test_a_mistake_in_the_policy_keeps_its_place_beside_an_order_file(tmp_path: Path) -> None:
    path = written(tmp_path, spoiled("policy: small-2026", "policy: other-2026"))
    order = tmp_path / "order.yaml"
    order.write_text("policy: small-2026\nservice: mri_knee\nnetwork: in\nallowed: 5\n", "utf-8")
    answer = scancost("estimate", order, "--policies", tmp_path)
    assert answer.err.startswith(f"{path}:1:9: policy: ")
