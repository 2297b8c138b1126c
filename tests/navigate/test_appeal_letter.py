"""The letter of `scancost appeal`: its points, its blanks, as text and as HTML."""

from pathlib import Path

from .program import DATES, SCAN, scancost


def test_the_letter() -> None:
    found = scancost("appeal", *SCAN, "--code", "PR-50", *DATES, "--letter")
    assert found.code == 0
    letter = found.out
    assert "Example PPO Appeals, PO Box 100, Austin, TX 78701" in letter
    assert "Date of your notice: July 1, 2026" in letter
    assert "Scan: MRI of the knee" in letter
    assert "My plan says: “Imaging (CT/PET scans, MRIs): 20% coinsurance” (page 3)" in letter
    assert "the plan would pay $960.00 and my share would be $240.00" in letter
    assert "**[your full name]**" in letter
    assert "external review" in letter
    assert "Not legal advice" in found.err
    assert "scancost" not in letter


def test_the_letter_names_no_member_and_guesses_no_date() -> None:
    person = ("--member-id", "M-4711", "--family-id", "F-1")
    assert "4711" not in scancost("appeal", *SCAN, *person, "--code", "50", *DATES, "--letter").out
    bare = scancost("appeal", "--market", "employer", "--code", "CO-50", *DATES, "--letter").out
    assert "Date of the scan: **[date]**" in bare


def test_an_urgent_letter() -> None:
    given = ("--market", "employer", "--code", "39", "--urgent")
    found = scancost("appeal", *given, *DATES, "--letter").out
    assert "URGENT" in found
    assert "within 72 hours" in found


def test_the_letter_as_html() -> None:
    found = scancost("appeal", *SCAN, "--code", "PR-50", *DATES, "--letter", "--format", "html")
    assert found.out.startswith("<!doctype html>")
    assert "<mark>[your full name]</mark>" in found.out
    assert "<script" not in found.out


def test_the_policys_words_are_escaped(tmp_path: Path) -> None:
    shipped = Path(__file__).resolve().parents[2] / "policies" / "example-ppo-2026.yaml"
    text = shipped.read_text("utf-8").replace("example-ppo-2026\n", "marked-up-2026\n", 1)
    words = "<b>MRIs</b> [[20%]] _coinsurance_"
    text = text.replace("Imaging (CT/PET scans, MRIs): 20% coinsurance", words)
    (tmp_path / "marked-up-2026.yaml").write_text(text, "utf-8")
    given = ("--policies", str(tmp_path), "--policy", "marked-up-2026", *SCAN[2:])
    letter = scancost("appeal", *given, "--code", "PR-50", *DATES, "--letter").out
    assert r"\<b\>MRIs\</b\> \[20%\] \_coinsurance\_" in letter
    page = scancost("appeal", *given, "--code", "PR-50", *DATES, "--format", "html").out
    assert "&lt;b&gt;MRIs&lt;/b&gt; [20%] _coinsurance_" in page


def test_an_emergency_under_a_short_term_plan_is_no_point_of_the_letter() -> None:
    """No law frees it from an authorization, and the policy asks for one."""
    scan = [*("--policy", "example-short-term-2026", "--service", "ct_head", "--site", "emergency")]
    scan += [
        "--service-date",
        "2026-10-15",
        "--network",
        "out",
        "--allowed",
        "900",
        "--billed",
        "900",
    ]
    found = scancost("appeal", *scan, "--code", "CO-197", "--today", "2026-11-23", "--letter")
    assert found.code == 0
    assert "no authorization is needed" not in found.words


def test_a_letter_says_whose_fight_it_is() -> None:
    """As denied the patient owes 0, if overturned 240: mostly the provider's to appeal."""
    found = scancost("appeal", *SCAN, "--code", "CO-197", *DATES, "--letter")
    assert "The provider owes this, not you." in found.err
    assert "the appeal is mostly the provider's to make" in found.err
    assert "mostly the provider's" not in found.out
    mine = scancost("appeal", *SCAN, "--code", "PR-50", *DATES, "--letter")
    assert "provider owes this" not in mine.err
