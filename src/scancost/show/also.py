"""What is also worth saying, where it applies: emergencies, a hospital's help, other insurance."""

from __future__ import annotations

from collections.abc import Iterable

from scancost.engine.estimate import Line
from scancost.words import Words

HOSPITAL = ("hospital_outpatient", "emergency", "inpatient")
LARGE = 50_000  # cents: below this few hospitals look at an application for help
WITH_OTHER_INSURANCE = ("medicare", "medicare_advantage", "medicaid")
OLD_ENOUGH_FOR_MEDICARE = 65


def also_said(lines: Iterable[Line], words: Words, everything: bool) -> tuple[str, ...]:
    """The sentences that apply to any of the lines, each once; with `everything`, also what applies
    to most people."""
    applies: list[str] = []
    for line in lines:
        if line.order.terms.emergency:
            applies.append("emergency_first")
        if line.order.terms.site in HOSPITAL and _is_large(line):
            applies.append("hospital_help")
        if everything or _may_have_other_insurance(line):
            applies.append("other_insurance")
    order = ("emergency_first", "hospital_help", "other_insurance")
    return tuple(words.say(f"estimate.{id}") for id in order if id in applies)


def _is_large(line: Line) -> bool:
    """Whether the patient's part is large, or nothing keeps it from being so."""
    if "patient_pays" in line.spans:
        most = line.spans["patient_pays"][1]
        return most is None or most >= LARGE
    if line.shown is not None:
        return line.shown.patient_pays >= LARGE
    return line.decision.benefit.phrase.kind != "no_charge"


def _may_have_other_insurance(line: Line) -> bool:
    born, day = line.order.birth_date, line.order.service_date
    if born is not None:
        birthday_to_come = (day.month, day.day) < (born.month, born.day)
        if day.year - born.year - birthday_to_come >= OLD_ENOUGH_FOR_MEDICARE:
            return True
    return line.ready.policy.market in WITH_OTHER_INSURANCE
