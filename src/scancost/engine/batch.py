"""A whole file of orders through the kernel's walk: partitions of families, spooled to disk.

Orders of one policy and family are settled by service date, then file order; results come out in
file order. Memory grows with the largest partition, not with the rows: rows wait in a spool, a
partition at a time is settled, and a second spool is merged into file order (SPEC 7).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

from scancost.amounts import money_text
from scancost.engine.balances import Balances
from scancost.engine.orders import reasons_of, shown
from scancost.engine.processes import in_processes, in_this_process
from scancost.engine.reading import Decided, RowReader
from scancost.engine.rejects import Fault, First, note, rejected
from scancost.engine.spool import Spool
from scancost.files.csv_rows import Sheet, cell
from scancost.kernel import walk as k
from scancost.kernel.ledger import CREDITED, LIMITS_WIDTH, UNKNOWN
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
WORTH_TWO = 30_000  # orders from which a second process is worth its start
MOST_TEXTS = 200_000  # amounts whose text is remembered

Needs = Callable[[tuple[str, ...]], str]
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

    def add(self, part: Summary) -> None:
        """Take in what a part of the orders comes to."""
        for name, amount in part.totals.items():
            self.totals[name] += amount
        for status, count in part.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + count
        self.to_authorize += part.to_authorize


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


class MoneyTexts(dict[int, str]):
    """The text of an amount of cents, remembered."""

    def __missing__(self, cents: int) -> str:
        if len(self) >= MOST_TEXTS:
            self.clear()
        text = self[cents] = money_text(cents)
        return text


class Batch:
    """One run. `read` takes the sheet in, `lines` gives the results in file order."""

    def __init__(self, reader: RowReader, balances: Balances, options: Options) -> None:
        self.reader = reader
        self.balances = balances
        self.options = options
        self.summary = Summary(totals=dict.fromkeys(TOTALS, 0))
        self.spool = Spool(options.partitions, options.keep_in_memory)
        self.lots = array("H")  # the partition of each row
        self.rejected_first: dict[str, First] = {}

    def read(self, sheet: Sheet, reject: Callable[[str], None]) -> None:
        """Read every row: good ones to the spool, bad ones (as a line of text) to `reject`."""
        read, keep, progress = self.reader.read, self.spool.add, self.options.progress
        partitions, place = self.options.partitions, self.lots.append
        number = 0
        for number, row in enumerate(sheet.rows, start=1):
            good = read(row, number)
            if good is None:
                place(REJECTED)
                self._reject(row, number, reject)
            else:
                _, day, decided, billed, allowed, cash, stated, order, member, family, text = good
                policy = decided.ready.policy.policy
                kind, who = (
                    ("f", family) if family else ("m", member) if member else ("r", str(number))
                )
                group = f"{policy}\n{kind}\n{who}"
                lot = hash(group) % partitions
                place(lot)
                head = f"{number},{cell(order) or number},{cell(member)},{policy},{text},"
                amounts = (billed, allowed, cash)
                keep(lot, (group, day, number, member, decided.index, *amounts, stated, head))
            if progress is not None and number % PROGRESS_EVERY == 0:
                progress(number, sheet.position())
        self.summary.read = number
        self.summary.accepted = number - self.summary.rejected

    def _reject(self, row: list[str], number: int, reject: Callable[[str], None]) -> None:
        self.summary.rejected += 1
        bad = rejected(self.reader, row, self.options.fault)
        reject(f"{number},{bad.text}")
        note(self.rejected_first, bad, number)

    # -- settling ---------------------------------------------------------------------------

    def lines(self) -> Iterator[str]:
        """The result lines in file order, each with its end; after `read`."""
        merged = Spool(self.options.partitions, self.options.keep_in_memory)
        self._tables = Decisions(self.reader.decisions, self.options.needs)
        is_many = self.summary.accepted >= WORTH_TWO and not self.balances.keeps
        settled = in_processes if is_many else in_this_process
        for lot, (texts, part) in enumerate(settled(self.settle, self.options.partitions)):
            self.summary.add(part)
            for text in texts:
                merged.add(lot, text)
        sources = [merged.iterate(lot).__next__ for lot in range(self.options.partitions)]
        for lot in self.lots:
            if lot != REJECTED:
                yield sources[lot]()

    def settle(self, lot: int) -> tuple[list[str], Summary]:
        """The lines of one partition, in file order, and what they come to."""
        records, tables = self.spool.take(lot), self._tables
        if not records:
            return [], Summary()
        sequence = sorted(records, key=_sequence)
        members: dict[tuple[str, str], int] = {}
        families: dict[str, int] = {}
        orders: list[int] = []
        columns = tables.columns
        for group, day, _, member_id, index, billed, allowed, cash, stated, _ in sequence:
            member = members.setdefault((group, member_id), len(members))
            family = families.setdefault(group, len(families))
            orders += (billed, allowed, cash, day, member, family, *columns[index], *stated)
        ledger = self.balances.ledger(members, families, tables.readies)
        results = ledger.walk(len(records), orders, tables.terms, tables.limits)
        self.balances.keep(members, families, ledger)
        part = _sums(sequence, results, tables)
        found = list(map(self._line, sequence, _rows(results), repeat(tables)))
        places = sorted(range(len(sequence)), key=lambda place: sequence[place][2])
        return [found[place] for place in places], part

    def _line(self, record: Any, result: list[int], tables: Decisions) -> str:
        """The line of a result; the columns as engine/orders.py shows them."""
        group, day, number, _, index, billed, *_, head = record
        known = tables.shown[index]
        after = False
        if self.rejected_first:
            first = self.rejected_first.get(group)
            after = first is not None and first < (day, number)
        unstated = not result[k.WAS_STATED] and not self.options.from_start_of_year
        text = tables.texts
        purpose = result[k.PURPOSE_PATIENT_PAYS]
        stake = known.stake * (result[k.PLAN_PAYS] - result[k.OTHER_PLAN_PAYS])
        return (
            f"{head}{known.middle},{text[billed]},{text[result[k.WORKSHEET]]},"
            f"{text[result[k.COPAY]]},{text[result[k.DEDUCTIBLE]]},{text[result[k.COINSURANCE]]},"
            f"{text[result[k.PENALTY]]},{text[result[k.BALANCE_BILL]]},"
            f"{text[result[k.UNCOVERED]]},{text[result[k.PATIENT_PAYS]]},"
            f"{text[result[k.PLAN_PAYS]]},{text[result[k.WRITE_OFF]]},"
            f"{text[result[k.DEDUCTIBLE_LEFT]] if known.deductible_left else ''},"
            f"{text[result[k.OUT_OF_POCKET_LEFT]] if known.out_of_pocket_left else ''},"
            f"{text[result[k.OTHER_PATIENT_PAYS]] if known.if_not_authorized else ''},"
            f"{text[purpose] if purpose != UNKNOWN else ''},"
            f"{text[stake] if known.stake else ''},"
            f"{tables.reasons_of(index, result)},{tables.needs_of(index, unstated, after)}\n"
        )


def _sums(sequence: list[Any], results: list[int], tables: Decisions) -> Summary:
    """What a partition comes to."""
    width = k.RESULT_WIDTH
    totals = {name: sum(results[column::width]) for name, column in SUMMED.items()}
    totals["billed"] = sum(record[5] for record in sequence)
    totals["at_stake"] = 0
    part = Summary(totals=totals)
    plan, other = results[k.PLAN_PAYS :: width], results[k.OTHER_PLAN_PAYS :: width]
    for record, pays, otherwise in zip(sequence, plan, other, strict=True):
        known = tables.shown[record[4]]
        part.statuses[known.status] = part.statuses.get(known.status, 0) + 1
        if known.stake:
            totals["at_stake"] += known.stake * (pays - otherwise)
            part.to_authorize += 1
    return part


SUMMED = {
    "allowed": k.WORKSHEET,
    "patient_pays": k.PATIENT_PAYS,
    "plan_pays": k.PLAN_PAYS,
    "provider_writeoff": k.WRITE_OFF,
}


def _sequence(record: Any) -> tuple[int, int]:
    return (record[1], record[2])


def _rows(results: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(results), k.RESULT_WIDTH):
        yield results[at : at + k.RESULT_WIDTH]


class ShownOf(NamedTuple):
    """What the lines of one decision show."""

    middle: str  # service, tier, protected, status
    status: str
    deductible_left: bool
    out_of_pocket_left: bool
    if_not_authorized: bool
    stake: int  # 1 or -1: which way plan_pays counts for what is at stake; 0 nothing is


class Decisions:
    """The decisions of a run as the kernel's tables, and the texts that go with each.

    What is shown and which way money at stake counts is asked of engine/orders.py once a decision.
    """

    def __init__(self, decided: list[Decided], needs: Needs) -> None:
        self.decided = decided
        self.terms: list[int] = []
        self.limits: list[int] = []
        self.columns: list[tuple[int, int, int, int]] = []
        self.shown: list[ShownOf] = []
        self.readies: dict[str, tuple[ReadyPolicy, int]] = {}
        self.texts = MoneyTexts()
        self._say = needs
        self._needs: dict[tuple[int, bool, bool], str] = {}
        self._reasons: dict[tuple[object, ...], str] = {}
        rows: dict[tuple[int, ...], int] = {}
        for each in decided:
            decision = each.decision
            offset = self._offset(each.ready)
            places = [
                -1 if row is None else self._row(rows, row)
                for row in (decision.terms, decision.other_authorization, decision.other_purpose)
            ]
            limits_row = decision.limits_row + offset if decision.limits_row >= 0 else -1
            self.columns.append((limits_row, places[0], places[1], places[2]))
            self.shown.append(_shown_of(each))

    def needs_of(self, index: int, unstated: bool, after_rejected: bool) -> str:
        """The last column of a result of a decision, as a cell."""
        key = (index, unstated, after_rejected)
        found = self._needs.get(key)
        if found is None:
            needs = self.decided[index].decision.needs
            needs += ("balances_not_stated",) if unstated else ()
            needs += ("after_rejected",) if after_rejected else ()
            found = self._needs[key] = cell(self._say(needs))
        return found

    def reasons_of(self, index: int, result: Sequence[int]) -> str:
        """The reason codes of a result: they depend on which amounts are zero."""
        key = (
            index,
            *(not result[k.COPAY], not result[k.DEDUCTIBLE], not result[k.COINSURANCE]),
            *(not result[k.PENALTY], not result[k.BALANCE_BILL], not result[k.UNCOVERED]),
            not result[k.WRITE_OFF],
        )
        found = self._reasons.get(key)
        if found is None:
            found = self._reasons[key] = reasons_of(self.decided[index].decision, result)
        return found

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


def _shown_of(decided: Decided) -> ShownOf:
    """What a decision shows, from a result in which the plan pays one cent, and otherwise none."""
    decision = decided.decision
    result = [0] * k.RESULT_WIDTH
    result[k.PLAN_PAYS] = 1
    limits = decided.ready.policy.limits_of(decision.tier)
    found = shown(decision, limits, 0, result)
    protected = "true" if decision.is_protected else "false"
    return ShownOf(
        ",".join((decision.service, decision.tier, protected, decision.status)),
        decision.status,
        found.deductible_left is not None,
        found.out_of_pocket_left is not None,
        found.patient_pays_if_not_authorized is not None,
        found.at_stake or 0,
    )
