"""What a batch says at its end: the reconciled summary in words, or as JSON (SPEC 7 and 8)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from scancost.amounts import dollars, money_text
from scancost.cli import running
from scancost.engine.batch import TOTALS, Summary
from scancost.engine.run import Done, Job
from scancost.files.sources import STREAM
from scancost.words import Words

SCHEMA = "scancost/batch/1"
STATUSES = ("covered", "conditional", "denied", "not_covered")
RECONCILED = ("billed", "patient_pays", "plan_pays", "provider_writeoff")


def summarise(summary: Summary, job: Job, words: Words) -> None:
    """The reconciled summary on standard error."""
    rows = [
        ("read", f"{summary.read:,}"),
        ("  accepted", f"{summary.accepted:,}"),
        ("  rejected", f"{summary.rejected:,}"),
    ]
    rows += [
        (f"    status_{name}", f"{summary.statuses[name]:,}")
        for name in STATUSES
        if name in summary.statuses
    ]
    totals = summary.totals
    rows += [
        (("  " if name != "billed" else "") + name, dollars(totals[name])) for name in RECONCILED
    ]
    stake = words.say(
        "batch.at_stake_orders",
        amount=dollars(totals["at_stake"]),
        orders=f"{summary.to_authorize:,}",
    )
    rows.append(("at_stake", stake))
    for key, value in rows:
        name = key.strip()
        label = " " * (len(key) - len(name)) + words.say(f"batch.{name}")
        running.trouble(f"{label:<30}{value:>24}" if name != "at_stake" else f"{label:<30} {value}")
    if summary.rejected:
        running.trouble(words.say("batch.rejects_at", path=job.rejects))
    if job.output != STREAM:
        running.trouble(words.say("batch.results_at", path=job.output))


def as_values(done: Done, job: Job, listed: Path | None) -> dict[str, Any]:
    """The summary as JSON has it: counts are numbers, amounts text; `listed` is the worklist."""
    summary = done.summary
    return {
        "schema": SCHEMA,
        "read": summary.read,
        "accepted": summary.accepted,
        "rejected": summary.rejected,
        "statuses": {name: summary.statuses.get(name, 0) for name in STATUSES},
        "totals": {name: money_text(summary.totals[name]) for name in TOTALS if name != "at_stake"},
        "at_stake": money_text(summary.totals["at_stake"]),
        "to_authorize": summary.to_authorize,
        "unknown_columns": list(done.unknown_columns),
        "results": None if job.output == STREAM else job.output,
        "rejects": str(job.rejects),
        "balances_out": None if job.balances_out is None else str(job.balances_out),
        "worklist": None if listed is None else str(listed),
    }


def print_values(done: Done, job: Job, listed: Path | None) -> None:
    """The JSON on standard output, or on standard error where the results take that."""
    to = sys.stderr if job.output == STREAM else sys.stdout
    running.print_json(as_values(done, job, listed), to)
