"""A whole file of orders through the kernel's walk: partitions of families, spooled to disk.

Orders of one policy and family are settled by service date, then file order; results come out in
file order. Memory grows with the largest partition, not with the rows: rows wait in a spool, a
partition at a time is settled, and a second spool is merged into file order (SPEC 7).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from scancost.amounts import money_text
from scancost.engine.balances import Balances
from scancost.engine.orders import reasons_of, shown
from scancost.engine.reading import Decided, Row, RowReader
from scancost.engine.spool import Spool
from scancost.files.csv_rows import Sheet, cell
from scancost.kernel import walk as k
from scancost.kernel.ledger import CREDITED, LIMITS_WIDTH
from scancost.problems import Problem
from scancost.rules.policies import ReadyPolicy

COLUMNS = (
    "row",
    "order_id",
    "member_id",
    "policy",
    "service_date",
    "service",
    "tier",
    "protected",
    "status",
    "billed",
    "allowed",
    "copay",
    "deductible",
    "coinsurance",
    "penalty",
    "balance_bill",
    "not_covered",
    "patient_pays",
    "plan_pays",
    "provider_writeoff",
    "deductible_left",
    "out_of_pocket_left",
    "patient_pays_if_not_authorized",
    "patient_pays_if_not_preventive",
    "at_stake",
    "reasons",
    "needs",
)
REJECTS = ("row", "column", "problem")
REJECTED = 0xFFFF
PROGRESS_EVERY = 20_000

Needs = Callable[[tuple[str, ...]], str]
Fault = Callable[[Problem], str]
Progress = Callable[[int, int | None], None]
"""Called with the rows read and the position in the file (None: not known)."""


@dataclass
class Summary:
    """What a run read and what it came to; the amounts are cents."""

    read: int = 0
    accepted: int = 0
    rejected: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int] = field(default_factory=dict)
    to_authorize: int = 0


TOTALS = ("billed", "allowed", "patient_pays", "plan_pays", "provider_writeoff", "at_stake")


@dataclass(frozen=True)
class Options:
    """How a run goes: see SPEC 7. `needs` and `fault` turn ids into the words of a column."""

    needs: Needs
    fault: Fault
    from_start_of_year: bool = False
    partitions: int = 64
    keep_in_memory: int = 50_000  # rows, before they are spooled to disk
    progress: Progress | None = None


def partitions_for(size: int | None) -> int:
    """How many partitions a file of `size` bytes wants, so that one fits easily in memory."""
    if size is None:
        return 256
    return min(max(size // 2_000_000, 1), 1024)


class Batch:
    """One run. `read` takes the sheet in, `lines` gives the results in file order."""

    def __init__(self, reader: RowReader, balances: Balances, options: Options) -> None:
        self.reader = reader
        self.balances = balances
        self.options = options
        self.summary = Summary(totals=dict.fromkeys(TOTALS, 0))
        self.spool = Spool(options.partitions, options.keep_in_memory)
        self.lots = bytearray()  # the partition of each row, two bytes a row
        self.rejected_first: dict[str, tuple[int, int]] = {}
        self._tails: dict[tuple[int, bool, bool], str] = {}

    def read(self, sheet: Sheet, reject: Callable[[str], None]) -> None:
        """Read every row: good ones to the spool, bad ones (as a line of text) to `reject`."""
        reader, summary, progress = self.reader, self.summary, self.options.progress
        for row in sheet.rows:
            summary.read += 1
            good = reader.read(row, summary.read)
            if good is None:
                self._reject(row, reject)
            else:
                self._keep(good)
            if progress is not None and summary.read % PROGRESS_EVERY == 0:
                progress(summary.read, sheet.position())

    def _keep(self, row: Row) -> None:
        group = self._group(row.decided.ready, row.family_id, row.member_id, row.number)
        lot = crc32(group.encode()) % self.options.partitions
        self.lots += lot.to_bytes(2, "little")
        name = row.decided.ready.policy.policy
        head = f"{row.number},{cell(row.order_id or str(row.number))},{cell(row.member_id)}"
        amounts = (row.billed, row.allowed, row.cash_price)
        record = (
            *(group, row.day, row.number, row.member_id, row.decided.index, *amounts),
            *(row.stated, f"{head},{name},{row.date_text}"),
        )
        self.spool.add(lot, record)
        self.summary.accepted += 1

    @staticmethod
    def _group(ready: ReadyPolicy, family: str, member: str, number: int) -> str:
        """Who shares accumulators: a family, else a member, else the row alone."""
        kind, who = ("f", family) if family else ("m", member) if member else ("r", str(number))
        return f"{ready.policy.policy}\n{kind}\n{who}"

    def _reject(self, row: list[str], reject: Callable[[str], None]) -> None:
        problems = self.reader.faults(row)
        self.lots += REJECTED.to_bytes(2, "little")
        self.summary.rejected += 1
        at = self.reader.at
        column = problems[0].at.split(".")[0] if problems else ""
        said = "; ".join(self.options.fault(problem) for problem in problems)
        own = ",".join(cell(each) for each in row)
        reject(f"{self.summary.read},{cell(column)},{cell(said)},{own}\n")
        if len(row) != len(self.reader.at):
            return
        names = ("policy", "family_id", "member_id", "service_date")
        policy, family, member, day = (
            row[at[each]].strip() if each in at else "" for each in names
        )
        if family or member:
            kind, who = ("f", family) if family else ("m", member)
            group = f"{policy}\n{kind}\n{who}"
            try:
                when = (self.reader._day(day), self.summary.read)
            except ValueError:
                when = (0, 0)
            first = self.rejected_first.get(group)
            self.rejected_first[group] = min(when, first) if first else when

    # -- settling ---------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The result lines in file order, each with its end; after `read`."""
        merged = Spool(self.options.partitions, self.options.keep_in_memory)
        tables = _Tables(self.reader.decisions)
        for lot in range(self.options.partitions):
            records = self.spool.take(lot)
            for number, text in self._settle(records, tables):
                merged.add(lot, (number, text))
        sources = [merged.iterate(lot) for lot in range(self.options.partitions)]
        view = memoryview(self.lots).cast("H")
        for lot in view:
            if lot != REJECTED:
                yield next(sources[lot])[1]

    def _settle(self, records: list[Any], tables: _Tables) -> list[tuple[int, str]]:
        """The lines of one partition, by row number."""
        records.sort(key=_sequence)
        members: dict[tuple[str, str], int] = {}
        families: dict[str, int] = {}
        orders: list[int] = []
        for group, day, number, member_id, index, billed, allowed, cash, stated, _ in records:
            who = (group, member_id)
            member = members.setdefault(who, len(members))
            family = families.setdefault(group, len(families))
            orders += (billed, allowed, cash, day, member, family)
            orders += tables.columns[index]
            orders += stated
        ledger = self.balances.ledger(members, families, tables.readies)
        results = ledger.walk(len(records), orders, tables.terms, tables.limits)
        self.balances.keep(members, families, ledger)
        out = []
        for place, record in enumerate(records):
            at = place * k.RESULT_WIDTH
            text = self._line(record, tables, results[at : at + k.RESULT_WIDTH])
            out.append((record[2], text))
        out.sort()
        return out

    def _line(self, record: Any, tables: _Tables, result: list[int]) -> str:
        group, day, number, _, index, billed, *_, head = record
        decided = tables.decisions[index]
        decision = decided.decision
        amounts = shown(decision, tables.limits_of[index], billed, result)
        summary = self.summary
        totals = summary.totals
        for name in TOTALS:
            totals[name] += getattr(amounts, name) or 0
        if amounts.at_stake is not None:
            summary.to_authorize += 1
        summary.statuses[decision.status] = summary.statuses.get(decision.status, 0) + 1
        first = self.rejected_first.get(group)
        after_rejected = first is not None and first < (day, number)
        unstated = not result[k.WAS_STATED] and not self.options.from_start_of_year
        texts = ",".join("" if each is None else money_text(each) for each in amounts)
        tail = self._needs(index, decided, unstated, after_rejected)
        return f"{head},{tables.middles[index]},{texts},{reasons_of(decision, result)},{tail}\n"

    def _needs(self, index: int, decided: Decided, unstated: bool, after_rejected: bool) -> str:
        key = (index, unstated, after_rejected)
        found = self._tails.get(key)
        if found is None:
            needs = decided.decision.needs
            needs += ("balances_not_stated",) if unstated else ()
            needs += ("after_rejected",) if after_rejected else ()
            found = self._tails[key] = cell(self.options.needs(needs))
        return found


def _sequence(record: Any) -> tuple[int, int]:
    return (record[1], record[2])


class _Tables:
    """The decisions of a run as the kernel's tables, and the texts that go with each."""

    def __init__(self, decisions: list[Decided]) -> None:
        self.decisions = decisions
        self.terms: list[int] = []
        self.limits: list[int] = []
        self.columns: list[tuple[int, int, int, int]] = []
        self.middles: list[str] = []
        self.limits_of = []
        self.readies: dict[str, tuple[ReadyPolicy, int]] = {}
        rows: dict[tuple[int, ...], int] = {}
        for decided in decisions:
            ready, decision = decided.ready, decided.decision
            offset = self._offset(ready)
            places = [
                -1 if row is None else self._row(rows, row)
                for row in (decision.terms, decision.other_authorization, decision.other_purpose)
            ]
            limits_row = decision.limits_row + offset if decision.limits_row >= 0 else -1
            self.columns.append((limits_row, places[0], places[1], places[2]))
            protected = "true" if decision.is_protected else "false"
            parts = (decision.service, decision.tier, protected, decision.status)
            self.middles.append(",".join(parts))
            self.limits_of.append(ready.policy.limits_of(decision.tier))

    def _row(self, rows: dict[tuple[int, ...], int], row: tuple[int, ...]) -> int:
        if row not in rows:
            rows[row] = len(rows)
            self.terms += row
        return rows[row]

    def _offset(self, ready: ReadyPolicy) -> int:
        """Where the rows of limits of a policy start; references between rows move with them."""
        name = ready.policy.policy
        if name not in self.readies:
            offset = len(self.limits) // LIMITS_WIDTH
            for at, value in enumerate(ready.limits):
                is_reference = at % LIMITS_WIDTH >= CREDITED and value >= 0
                self.limits.append(value + offset if is_reference else value)
            self.readies[name] = (ready, offset)
        return self.readies[name][1]
