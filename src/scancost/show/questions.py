"""“Why not zero?” and “what would make it cheaper?” as sections (engine/questions.py)."""

from __future__ import annotations

from collections.abc import Sequence

from scancost.engine.estimate import Line
from scancost.engine.questions import what_would_be_cheaper, why_not_zero
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy
from scancost.show.view import Section, Table
from scancost.words import Words


def asked(
    lines: Sequence[Line], words: Words, next_year: ReadyPolicy | None = None
) -> list[Section | Table]:
    """Both questions, answered for the bills of one order; nothing where nothing is to be said."""
    if any("benefit" in line.unknown for line in lines):
        return []  # both are asked of terms that nobody knows
    why = [finding for line in lines for finding in why_not_zero(line)]
    cheaper = what_would_be_cheaper(lines, next_year)
    out = [_section("why", why, words), _section("cheaper", cheaper, words)]
    return [each for each in out if each is not None]


def _section(key: str, findings: Sequence[Finding], words: Words) -> Section | None:
    said = [words.say(f"questions.{each.id}", **each.values) for each in findings]
    if not said:
        return None
    if key == "cheaper":
        said.append(words.say("questions.same_price"))
    title = words.say(f"questions.section_{key}")
    return Section(title, sentences=tuple(dict.fromkeys(said)), is_list=True)
