"""A screening that turns diagnostic: the same bill under the same policy, without the preventive rule."""

from __future__ import annotations

from dataclasses import replace

from scancost.engine.lines import Line, Span, settle_in_turn
from scancost.problems import Problems, Wrong


def if_diagnostic(line: Line) -> Span | None:
    """What the patient would pay if it turned diagnostic, at least and at most (None: nothing bounds
    it), in cents, whatever was met of the deductible; the bills beside it stay as they are.

    None where the line is not settled as preventive, is already conditional on it, or where the
    policy does not say.
    """
    from scancost.engine.estimate import decision_on, settled_span

    decision = line.decision
    if decision.purpose != "preventive" or decision.other_purpose is not None:
        return None
    if line.shown is None or not decision.is_settled:
        return None
    changed = {"purpose": "diagnostic", "follows_screening": False}
    own = line.among[line.place]
    terms = own.order.terms.model_copy(update=changed)
    try:
        turned = decision_on(line.ready, own.order.model_copy(update={"terms": terms}))
        bills = list(line.among)
        bills[line.place] = replace(own, decision=turned)
        other = settle_in_turn(line.ready, bills)[0][line.place]
    except (Problems, Wrong):
        return None
    return settled_span(other)
