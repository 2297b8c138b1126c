"""An estimate under terms the patient does not know: from nothing to what was settled at most."""

from __future__ import annotations

from dataclasses import replace

from scancost.engine.estimate import Estimate, Line


def benefit_unknown(found: Estimate) -> Estimate:
    """The same estimate, settled as if the plan paid nothing of the price, as the upper end of a
    range that begins at $0.00."""
    return replace(found, lines=tuple(_open_below(line) for line in found.lines))


def _open_below(line: Line) -> Line:
    pays = line.shown.patient_pays if line.shown is not None else None
    high = line.spans["patient_pays"][1] if "patient_pays" in line.spans else pays
    allowed = line.shown.allowed if line.shown is not None else None
    spans = {"patient_pays": (0, high), "plan_pays": (0, allowed)}
    return replace(line, unknown=(*line.unknown, "benefit"), spans=spans)
