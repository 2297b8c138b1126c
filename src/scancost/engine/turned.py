"""A screening that turns diagnostic: the same bill under the same policy, without the preventive rule."""

from __future__ import annotations

from scancost.engine.lines import Line
from scancost.problems import Problems


def if_diagnostic(line: Line) -> int | None:
    """What the patient would pay if it turned diagnostic, in cents.

    None where the line is not settled as preventive, is already conditional on it, or where the
    policy does not say.
    """
    from scancost.engine.estimate import estimate

    decision = line.decision
    if decision.purpose != "preventive" or decision.other_purpose is not None:
        return None
    if line.shown is None or not decision.is_settled:
        return None
    changed = {"purpose": "diagnostic", "follows_screening": False}
    terms = line.order.terms.model_copy(update=changed)
    try:
        other = estimate(line.ready, line.order.model_copy(update={"terms": terms})).lines[0]
    except Problems:
        return None
    return None if other.shown is None else other.shown.patient_pays
